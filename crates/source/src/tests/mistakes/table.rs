//! Mistakes in the `[[table]]` of `layout.toml`.

use std::path::PathBuf;

use super::{Row, check, mistakes, right};
use crate::layout::Entry;
use crate::load::{Source, Texts};

const GRID: &str = "head = \"Partner\", head_rows = 1, stub = 1";

const ROWS: [Row; 44] = [
    ("stub = 1", "stub = 1, ▸head_untill = \"x\"", "unknown key `head_untill`", "`head_until`"),
    ("[table.line]", "[table.▸lnie]", "unknown key `lnie`", "did you mean `line`"),
    (
        "[[table]]",
        "[[▸tabel]]\nid = \"x\"\n[[table]]",
        "unknown key `tabel`",
        "did you mean `table`",
    ),
    (
        "id = \"partners\"",
        "id = ▸[\"partners\"]",
        "`id`: got a list, expected a text",
        "id = \"partners\"",
    ),
    ("\"partners\"", "▸\"partner\"", "got dataset `partner`", "did you mean `partners`"),
    (
        "id = \"partners\"",
        "id = \"partners\"\nvalid = ▸\"2019-13..\"",
        "got `2019-13`",
        "valid = \"2018-02..\"",
    ),
    (
        "id = \"partners\"",
        "id = \"partners\"\nvalid = ▸\"2019\"",
        "expected `from..to`",
        "valid = \"2018-02..\"",
    ),
    (
        "id = \"partners\"",
        "id = \"partners\"\nvalid = ▸\"2019..2018\"",
        "holds never",
        "valid = \"2018-02..\"",
    ),
    ("\"Trade\"", "▸\"\"", "blank word, expected one by which", "find = { text"),
    ("{ text = \"Trade\" }", "{ text = ▸\" \", head = \"\" }", "got a blank word", "find = { text"),
    ("{ text = \"Trade\" }", "{ text = ▸7 }", "expected a text or a list of texts", "text = ["),
    ("{ text = \"Trade\" }", "{ ▸txet = \"Trade\" }", "unknown key `txet`", "did you mean `text`"),
    ("{ text = \"Trade\" }", "{ sheet = ▸\"Data{\" }", "brace without its partner", "{month}"),
    (
        GRID,
        "head = ▸{ row = 0 }, head_rows = 1, stub = 1",
        "rows count from 1",
        "head = { row = 4 }",
    ),
    (
        GRID,
        "head = ▸true, head_rows = 1, stub = 1",
        "expected a text or { row = 1 }",
        "head = \"Partner\"",
    ),
    ("stub = 1", "stub = ▸0", "grid.stub: got 0, expected 1 to 16", "stub = 1"),
    ("stub = 1", "stub = ▸17", "grid.stub: got 17, expected 1 to 16", "stub = 1"),
    (
        "stub = 1",
        "stub = ▸\"A\"",
        "`stub`: got the text \"A\", expected a whole number",
        "stub = 1",
    ),
    (
        "stub = 1",
        "stub = 1, fill_right = ▸\"yes\"",
        "expected `true` or `false`",
        "fill_right = true",
    ),
    ("head_rows = 1", "head_rows = ▸0", "grid.head_rows: got 0, expected 1 to 64", "head_rows = 2"),
    ("head_rows = 1", "head_rows = ▸4000000000", "expected 1 to 64", "head_rows = 2"),
    ("head_rows = 1", "head_rows = ▸1.5", "expected a whole number of 0 or more", "head_rows = 2"),
    (
        "head_rows = 1",
        "head_rows = 1, head_until = ▸\"x\"",
        "expected one of `head_rows`",
        "head_until = \"",
    ),
    (
        "grid = { head = \"Partner\", head_rows = 1",
        "grid = ▸{ head = \"Partner\"",
        "expected one of",
        "head_rows = 2",
    ),
    (
        "stub = 1",
        "stub = 1, left = ▸\"1\"",
        "grid.left: got `1`, expected a column",
        "left = \"K\"",
    ),
    ("stub = 1", "stub = 1, until = ▸true", "expected a text or a list of texts", "until = ["),
    (
        "stub = 1 }",
        "stub = 1 }\ndecimals = ▸\"two\"",
        "expected a whole number of 0",
        "decimals = 1",
    ),
    ("stub = 1 }", "stub = 1 }\nprecision = ▸\"sotred\"", "got `sotred`", "leave both out"),
    (
        "stub = 1 }",
        "stub = 1 }\nfuture = ▸\"forcast\"",
        "future: got `forcast`",
        "did you mean `forecast`",
    ),
    (
        "stub = 1 }",
        "stub = 1 }\nnumber = { decimal = ▸\",,\" }",
        "expected one character",
        "decimal = \",\"",
    ),
    (
        "stub = 1 }",
        "stub = 1 }\nnumber = { notes = { ▸p = { trade_flow = \"X\" } } }",
        "notes: expected { obs_status",
        "obs_status = \"P\"",
    ),
    ("{area}", "▸{aera}", "got hole `{aera}`, expected a typed hole", "did you mean `area`"),
    ("\"{area}\"", "\"of {_}: ▸{mnoth}\"", "got hole `{mnoth}`", "did you mean `month`"),
    ("{area}", "▸{fiscal_year}", "got hole `{fiscal_year}`", "fiscal_first_month = 4"),
    ("\"{area}\"", "▸\"{area}{month}\"", "two holes side by side", "Jan. - {month} (R)"),
    (
        "trade_flow = \"X\"",
        "trade_flow = ▸\"EX\"",
        "trade_flow: got `EX`, expected a code",
        "did you mean",
    ),
    (
        "trade_flow",
        "▸tradeflow",
        "got key `tradeflow`, expected a column",
        "did you mean `trade_flow`",
    ),
    ("trade_flow = \"X\"", "▸ignored = true", "got key `ignored`", "did you mean `ignore`"),
    (
        "trade_flow = \"X\"",
        "ignore = ▸\"yes\"",
        "ignore: got `yes`, expected `true`",
        "ignore = true",
    ),
    (
        "trade_flow = \"X\"",
        "period = ▸\"monthly\"",
        "period: got `monthly`",
        "did you mean `month`",
    ),
    (
        "trade_flow = \"X\"",
        "only = ▸{}",
        "only: expected { column = \"code\" }",
        "only = { measure",
    ),
    (
        "trade_flow = \"X\"",
        "area = ▸\"Germny\"",
        "expected a label of [area]",
        "did you mean `Germany`",
    ),
    (
        "{ trade_flow = \"X\" }",
        "▸\"X\"",
        "got `X`, expected `{ … }` after the pattern, or another pattern of this place",
        "\"Exports\" = { trade_flow",
    ),
    (
        "\"{area}\" = {}",
        "\"{area}\" = { under = ▸\"Europ\" }\n\"Europe\" = {}",
        "under: got `Europ`",
        "did you mean `Europe`",
    ),
];

#[test]
fn each_is_told_with_its_place_and_a_hint() {
    check("layout.toml", &right(), |texts| &mut texts.layout, &ROWS);
}

const MORE: [Row; 9] = [
    (
        "\"{area}\" = {}",
        "\"{area}\" = { within = ▸\"contrl\" }\n\"then\" = { opens = \"control\" }",
        "within: got `contrl`, expected a block that a line here opens",
        "did you mean `control`",
    ),
    ("\"Trade\"", "[\"Trade\", ▸\" \"]", "find: got a blank word", "find = { text"),
    (
        "\"{area}\" = {}",
        "\"Total {quarter}\" = {}\n▸\"Total {month}\" = {}",
        "patterns `Total {quarter}` and `Total {month}` both match `Total 3`",
        "the one with fewer holes",
    ),
    (
        "\"{area}\" = {}",
        "▸\"{area}\" = [ { below = \"Total\" }, { below = \"Total\" } ]\n\"Total\" = {}",
        "both match `Germany` and neither is closer",
        "stands in line 9",
    ),
    (
        "[table.line]",
        "[table.text]\none_of = ▸\"x\"\n[table.line]",
        "one_of: got `x`",
        "one_of = [ {",
    ),
    (
        "[table.line]",
        "[table.text]\none_of = [ {}, ▸3 ]\n[table.line]",
        "one_of: got `3`",
        "one_of = [ {",
    ),
    (
        "[table.line]",
        "[table.sign]\n\"-\" = ▸\"nill\"\n[table.line]",
        "got `nill`, expected one of nil",
        "did you mean `nil`",
    ),
    (
        "[table.line]",
        "[table.sign]\n\"-\" = { level = \"nil\", growth = \"nil\", ▸SHAER = \"nil\" }\n[table.line]",
        "sign: got `SHAER`",
        "did you mean `SHARE`",
    ),
    (
        "[table.line]",
        "[table.stub.A]\n▸\"x\" = { opens = \"b\" }\n[table.line]",
        "blocks are opened in [table.line]",
        "fill_down = true",
    ),
];

#[test]
fn what_patterns_signs_and_blocks_say_is_checked() {
    check("layout.toml", &right(), |texts| &mut texts.layout, &MORE);
}

#[test]
fn where_the_heading_starts_may_be_all_that_tells_a_table() {
    let mut texts = right();
    texts.layout = texts.layout.replace("find = { text = \"Trade\" }", "find = {}");
    assert!(mistakes(&texts).is_empty(), "{:?}", mistakes(&texts));
}

#[test]
fn eras_of_one_table_must_not_overlap() {
    let mut texts = right();
    let era = |valid: &str| {
        texts
            .layout
            .replace("id = \"partners\"", &format!("id = \"partners\"\nvalid = \"{valid}\""))
    };
    let (early, late) = (era("..2024-12"), era("2025-01.."));
    texts.layout = format!("{early}{late}");
    let overlapping: Row = (
        "id = \"partners\"\nvalid = \"2025-01..\"",
        "id = ▸\"partners\"\nvalid = \"2024-12..\"",
        "id `partners` stands twice",
        "give each era",
    );
    check("layout.toml", &texts, |texts| &mut texts.layout, &[overlapping]);
}

const SAME: [Row; 4] = [
    (
        "\"{area}\" = {}",
        "\"{area}\" = {}\n\"{area} (R)\" = ▸\"{aera}\"",
        "got `{aera}`, expected `{ … }` after the pattern, or another pattern",
        "did you mean `{area}`",
    ),
    (
        "\"{area}\" = {}",
        "\"{area}\" = ▸\"{area}\"",
        "got `{area}`, expected `{ … }` after the pattern, or another pattern",
        "\"Exports\" = {",
    ),
    (
        "\"{area}\" = {}",
        "\"{area}\" = {}\n\"Of {area}\" = \"{area}\"\n\"{area} (R)\" = ▸\"Of {area}\"",
        "got `Of {area}`, expected `{ … }` after the pattern, or another pattern",
        "did you mean `{area}`",
    ),
    (
        "\"{area}\" = {}",
        "\"Total {quarter}\" = {}\n▸\"Total {month}\" = \"Total {quarter}\"",
        "both match `Total 3`",
        "the one with fewer holes",
    ),
];

#[test]
fn a_pattern_says_what_another_says() {
    check("layout.toml", &right(), |texts| &mut texts.layout, &SAME);
    let mut texts = right();
    texts.layout = texts
        .layout
        .replace("trade_flow = \"X\" }", "trade_flow = \"X\" }\n\"Ausfuhr\" = \"Exports\"");
    let source = Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts).unwrap();
    let head = &source.layout.tables[0].head;
    assert_eq!((head.len(), &head[0].says), (2, &head[1].says));
}

/// A second table, like the first.
fn two(second: &str) -> Texts {
    let mut texts = right();
    texts.layout += &format!("[table.stub.A]\n\"a\" = {{}}\n[[table]]\n{second}\n");
    texts
}

#[test]
fn a_table_like_another_says_what_differs() {
    let second = "id = \"again\"\ndataset = \"partners\"\nlike = \"partners\"\nfind = { text = \"Imports\" }\n\
                  [table.head]\n\"Imports\" = { trade_flow = \"M\" }\n[table.stub.B]\n\"b\" = {}";
    let source = Source::read("cn/a-b", PathBuf::from("cn/a-b"), &two(second)).unwrap();
    let [first, again] = source.layout.tables.as_slice() else { panic!("two tables") };
    assert_eq!(
        (again.common.id.as_str(), again.find.text.as_slice()),
        ("again", &["Imports".to_owned()][..])
    );
    let patterns =
        |entries: &[Entry]| entries.iter().map(|e| e.pattern.to_string()).collect::<Vec<_>>();
    assert_eq!(
        patterns(&again.head),
        ["Imports"],
        "a place of its own stands instead of the other's"
    );
    assert_eq!(patterns(&again.line), patterns(&first.line));
    assert_eq!((again.line[0].line, again.grid.stub), (first.line[0].line, 1));
    let names: Vec<&str> = again.stub.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["A", "B"], "label columns and heading rows add up by name");
}

#[test]
fn what_a_table_is_like_stands_before_it() {
    let second = "id = \"again\"\ndataset = \"partners\"\nlike = \"partners\"\nfind = { text = \"Imports\" }";
    let rows: [Row; 4] = [
        (
            "like = \"partners\"",
            "like = ▸\"partner\"",
            "got `partner`, expected the id of one before",
            "did you mean `partners`",
        ),
        (
            "like = \"partners\"",
            "like = ▸\"again\"",
            "got `again`, expected the id of one before",
            "move this below",
        ),
        ("like = \"partners\"", "like = ▸7", "expected the id of one before", "move this below"),
        ("like = \"partners\"", "▸lik = \"x\"\nlike = \"partners\"", "unknown key `lik`", "`like`"),
    ];
    check("layout.toml", &two(second), |texts| &mut texts.layout, &rows);
    // A mistake in what both say is told once.
    let mut texts = two(second);
    texts.layout = texts.layout.replace("{area}", "{aera}");
    assert_eq!(mistakes(&texts).len(), 1, "{:?}", mistakes(&texts));
}
