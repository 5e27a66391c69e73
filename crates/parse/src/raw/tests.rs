//! Small files, and every cell of each.

use super::*;
use crate::read::contents::read;

fn cells(bytes: &[u8]) -> Vec<String> {
    let limits = Limits::standard();
    let contents = read(bytes, None, &limits).unwrap();
    let mut seen = Vec::new();
    let mut visit = |cell: &RawCell<'_>| {
        let table = cell.table.unwrap_or("-");
        let span = cell.span.as_deref().unwrap_or(&cell.cell);
        seen.push(format!("{table} {span} {} `{}`", cell.kind, cell.text));
    };
    each_cell(&contents, &limits, &mut visit).unwrap();
    seen
}

#[test]
fn a_page_gives_tables_and_spans() {
    let seen = cells(b"<table><tr><td colspan=2>Exports<tr><td>1<td>&nbsp;</table>");
    let expected =
        ["table 1 A1:B1 text `Exports`", "table 1 A2 text `1`", "table 1 B2 blank `\u{a0}`"];
    assert_eq!(seen, expected);
}

#[test]
fn text_needs_no_header_and_its_rows_are_lines() {
    let seen = cells(b"Table 5, by country\n\na;\"b\nc\"\n1;2\n3;4\n");
    let expected = [
        "- A1 text `Table 5, by country`",
        "- A3 text `a`",
        "- B3 text `b\nc`",
        "- A5 text `1`",
        "- B5 text `2`",
        "- A6 text `3`",
        "- B6 text `4`",
    ];
    assert_eq!(seen, expected);
    assert_eq!(cells(b"alone\nin its line\n").len(), 2);
}

#[test]
fn texts_around_records_are_cells_of_their_parent() {
    let json = br#"{"total":3,"of":{"page":1},"data":[{"a":"x","v":1},{"a":"y","v":2}]}"#;
    let expected = [
        "/ total text `3`",
        "/ of.page text `1`",
        "/data a text `x`",
        "/data v number `1`",
        "/data a text `y`",
        "/data v number `2`",
    ];
    assert_eq!(cells(json), expected);
    let xml = b"<d n='7'>of<t>Trade</t><r><k>1</k></r><r>p<k>2</k></r></d>";
    let expected = [
        "/d @n text `7`",
        "/d #text text `of`",
        "/d t text `Trade`",
        "/d/r k text `1`",
        "/d/r k text `2`",
        "/d/r #text text `p`",
    ];
    assert_eq!(cells(xml), expected);
}

#[test]
fn the_head_counts_what_is_there() {
    let contents = read(b"<table><tr><td>1<td>&nbsp;</table>", None, &Limits::standard());
    let heads = heads(&contents.unwrap());
    let [head] = &heads[..] else { panic!("{heads:?}") };
    assert_eq!(head.format, Format::Html);
    let [table] = &head.tables[..] else { panic!("{head:?}") };
    assert_eq!((table.row_count, table.column_count, table.cell_count), (1, 1, 1));
}
