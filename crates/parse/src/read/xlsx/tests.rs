//! Workbooks of XML made by hand, a trap each.

use crate::error::Error;
use crate::grid::Kind;
use crate::limits::Limits;
use crate::read::contents::Workbook;
use crate::read::package::tests::zip_of;
use crate::read::workbook;

const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PKG: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A workbook whose visible sheet `1` and hidden sheet `old` both hold `rows`.
fn book(rows: &str) -> Vec<u8> {
    let sheet = format!(
        "<worksheet xmlns='{NS}'><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData>\
         <mergeCells count='1'><mergeCell ref='B1:D1'/></mergeCells></worksheet>"
    );
    let workbook = format!(
        "<workbook xmlns='{NS}' xmlns:r='{REL}'><sheets><sheet name='1' sheetId='1' r:id='r1'/>\
         <sheet name='old' sheetId='2' state='hidden' r:id='r2'/></sheets></workbook>"
    );
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{REL}/{kind}' Target='{target}'/>")
    };
    let formats = ["0", "3", "164", "10", "17", "7"]
        .map(|id| format!("<xf numFmtId='{id}'><alignment indent='2'/></xf>"))
        .concat();
    let styles = format!(
        "<styleSheet xmlns='{NS}'><numFmts count='1'><numFmt numFmtId='164' \
         formatCode='#,##0.0'/></numFmts><cellXfs count='5'>{formats}</cellXfs></styleSheet>"
    );
    let relations = [
        relation("r1", "worksheet", "worksheets/sheet1.xml"),
        relation("r2", "worksheet", "worksheets/sheet2.xml"),
        relation("r3", "styles", "styles.xml"),
    ]
    .concat();
    let office = relation("r1", "officeDocument", "xl/workbook.xml");
    let wrap = |inner: &str| format!("<Relationships xmlns='{PKG}'>{inner}</Relationships>");
    zip_of(&[
        ("_rels/.rels", wrap(&office).as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", wrap(&relations).as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", sheet.as_bytes()),
    ])
}

fn read(rows: &str) -> Result<Workbook, Error> {
    workbook::read(&book(rows), &Limits::standard())
}

#[test]
fn a_raised_run_beside_a_figure_is_no_digit_of_it() {
    let run = |height: &str, text: &str| format!("<r><rPr>{height}</rPr><t>{text}</t></r>");
    let raised = "<vertAlign val='superscript'/>";
    let cell =
        |name: &str, runs: String| format!("<c r='{name}' t='inlineStr'><is>{runs}</is></c>");
    let figure = cell("A3", format!("<r><t>183135</t></r>{}", run(raised, "1")));
    let after = cell("B3", format!("{}{}", run("<vertAlign val='subscript'/>", "2"), run("", "7")));
    let words = cell("C3", format!("{}{}", run("", "Goods "), run(raised, "(1)")));
    let workbook = read(&format!("<row r='3'>{figure}{after}{words}</row>")).unwrap();
    let grid = &workbook.grids[0];
    assert_eq!((grid.text(2, 0), grid.text(2, 1), grid.text(2, 2)), ("183135¹", "₂7", "Goods (1)"));
}

#[test]
fn numbers_carry_what_their_format_shows() {
    let rows = "<row r='1'><c r='B1' t='inlineStr'><is><t>Exports</t></is></c>\
        <c r='C1'><v>9</v></c></row>\
        <row r='3'><c r='A3' t='str' s='1'><v> Jan. </v></c><c r='B3' s='1'><v>-104567</v></c>\
        <c r='C3' s='2'><v>41046.38</v></c><c r='D3' s='3'><v>0.052</v></c>\
        <c r='E3' s='4'><v>45688</v></c><c r='F3' t='str'><v></v></c>\
        <c r='G3' t='e'><v>#REF!</v></c><c r='H3' s='5'><v>1</v></c>\
        <c r='I3'><f>A1+1</f></c><c r='XFD1048576' s='1'/></row>";
    let workbook = read(rows).unwrap();
    assert_eq!(workbook.grids.iter().map(|g| g.hidden).collect::<Vec<_>>(), [false, true]);
    let grid = &workbook.grids[0];
    assert_eq!(grid.text(0, 3), "Exports");
    assert_eq!(grid.get(2, 0).unwrap().indent, Some(2));
    assert_eq!((grid.row_count(), grid.column_count()), (3, 9));
    let number = |column, text: &str, decimals, code: &str| {
        let cell = grid.get(2, column).unwrap();
        assert_eq!(cell.text, text);
        let Kind::Number { decimals: seen, format, .. } = &cell.kind else { panic!("{cell:?}") };
        assert_eq!((*seen, format.as_deref()), (decimals, Some(code)));
    };
    number(1, "-104567", Some(0), "#,##0");
    number(2, "41046.4", Some(1), "#,##0.0");
    number(3, "5.20", Some(2), "0.00%");
    number(7, "1", None, "built-in 7");
    assert_eq!(grid.text(2, 4), "2025-01-31");
    assert_eq!(grid.get(2, 5), None);
    assert_eq!(grid.get(2, 6).unwrap().kind, Kind::Error("#REF!".to_owned()));
    let formula = &grid.get(2, 8).unwrap().kind;
    assert_eq!(*formula, Kind::Error("formula without value".to_owned()));
}

#[test]
fn a_cell_that_stands_twice_is_refused() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>";
    let message = read(rows).unwrap_err().to_string();
    assert_eq!(message, "sheet `1`, cell A1: it stands twice in the sheet");
}

#[test]
fn cells_are_counted() {
    let limits = Limits { cells_max: 3, ..Limits::standard() };
    let bytes = book("<row r='1'><c r='A1'><v>1</v></c><c r='B1'/></row>");
    let error = workbook::read(&bytes, &limits).unwrap_err();
    assert_eq!(error.to_string(), "sheet `old`: got 4 cells, expected at most 3");
}
