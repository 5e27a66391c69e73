//! Mistakes in the `[[records]]` of `layout.toml`.

use super::{Row, check, right};
use crate::load::Texts;

const LAYOUT: &str = r#"sheets = "all"
[dates]
order = "dmy"
[[records]]
id = "partners"
find = { columns = ["area", "value"] }
keep = { flow = ["X", "M"] }
optional = ["note"]
ignore = ["note"]
[records.columns]
area = "{area}"
flow = { "X" = { trade_flow = "X" }, "M" = { trade_flow = "M" } }
flag = { "p" = { obs_status = "P" } }
[records.measure]
value = { status = "flag", currency = "USD" }
"#;

const FIXED: &str = "fixed = [ { name = \"area\", from = 1, to = 3 }, ▸{ name = \"value\", from = 3, to = 9 } ]\nkeep";
const WIDE: &str = "fixed = [ ▸{ name = \"area\", from = 1, to = 20000 } ]\nkeep";
const UNTOLD: &str = "find = {}\nfixed = [ ▸{ name = \"area\", from = 1, to = 3 } ]";

const ROWS: [Row; 30] = [
    (
        "{ obs_status = \"P\" } }",
        "{ ▸below = \"area\" } }",
        "got `below`, expected a word that speaks of one record",
        "`only`",
    ),
    (
        "keep",
        FIXED,
        "fixed: got `value` from 3 to 9, expected letters after 3",
        "from left to right",
    ),
    ("keep", WIDE, "expected letters after 0, at most to 10000", "from left to right"),
    (
        "keep",
        "fixed = [ ▸{ name = \"area\", from = 1 } ]\nkeep",
        "key `to` is missing",
        "fixed = [ {",
    ),
    ("\"all\"", "▸\"every\"", "sheets: got `every`, expected `all`", "all_but"),
    ("\"all\"", "{ all_but = [▸1] }", "sheets: got `1`", "all_but"),
    ("\"dmy\"", "▸\"ymd\"", "got `ymd`, expected one of `dmy`, `mdy`", "order = \"dmy\""),
    (
        "order = \"dmy\"",
        "fiscal_first_month = ▸13",
        "got 13, expected 1 to 12",
        "fiscal_first_month = 4",
    ),
    (
        "{ columns = [\"area\", \"value\"] }",
        "{ columns = [▸\"\"] }",
        "got a blank word",
        "find = {",
    ),
    (
        "{ flow = [",
        "{ ▸flwo = [",
        "got column `flwo`, expected one of the columns",
        "did you mean `flow`",
    ),
    (
        "flow = [\"X\", \"M\"]",
        "▸flow = []",
        "`flow`: expected the texts it must have",
        "flow = [\"A\"",
    ),
    (
        "optional = [\"note\"]",
        "optional = [▸\"noet\"]",
        "optional: got `noet`, expected a key of",
        "did you mean `note`",
    ),
    ("\"{area}\"", "\"▸{aera}\"", "got hole `{aera}`", "did you mean `area`"),
    ("\"{area}\"", "▸3", "area: got `3`, expected a pattern", "area = \"{label}\""),
    (
        "\"{area}\"",
        "[\"{area}\", ▸true]",
        "area: got `true`, expected a pattern",
        "area = \"{label}\"",
    ),
    (
        "{ obs_status = \"P\" }",
        "{ obs_status = ▸\"PP\" }",
        "obs_status: got `PP`",
        "did you mean `P`",
    ),
    ("\"{area}\"", "▸\"ignore\"", "area: got `ignore`, expected a pattern", "list it in `ignore`"),
    ("ignore = [\"note\"]", "ignore = ▸\"note\"", "expected a list", "ignore = [\"note\"]"),
    ("value = {", "value = ▸3\nother = {", "value: got `3`, expected `{ … }`", "\"value\" = {"),
    ("value = {", "▸area = {", "headings `area` and `area` both match", "nth = 1"),
    ("status = \"flag\"", "status = ▸1", "status: got `1`, expected a column", "status = \""),
    (
        "status = \"flag\"",
        "▸stauts = \"flag\"",
        "got key `stauts`, expected a column",
        "did you mean `obs_status`",
    ),
    ("status = \"flag\"", "nth = ▸\"first\"", "nth: got first, expected 1 or more", "nth = 1"),
    ("status = \"flag\"", "keep = ▸\"X\"", "keep: got `X`, expected { column", "keep = {"),
    ("status = \"flag\"", "keep = { flow = ▸1 }", "keep: got `1`, expected { column", "keep = {"),
    ("status = \"flag\"", "keep = { ▸flow = [] }", "`flow`: expected the texts", "flow = ["),
    ("status = \"flag\"", "status = ▸\"flog\"", "status: got `flog`", "did you mean `flag`"),
    (
        "status = \"flag\"",
        "status = ▸\"note\"",
        "`note` is ignored, expected one that is read",
        "obs_status",
    ),
    ("status = \"flag\"", "nth = ▸0", "nth: got 0, expected 1 or more", "nth = 1"),
    ("\"USD\"", "▸\"DOLLAR\"", "currency: got `DOLLAR`, expected a code", "a code such as"),
];

fn base() -> Texts {
    Texts { layout: LAYOUT.to_owned(), ..right() }
}

#[test]
fn each_is_told_with_its_place_and_a_hint() {
    check("layout.toml", &base(), |texts| &mut texts.layout, &ROWS);
}

#[test]
fn no_header_and_no_name_tell_such_a_file_from_another() {
    let mut texts = base();
    texts.layout =
        texts.layout.replace("{ columns = [\"area\", \"value\"] }", "{ name = \"a.txt\" }");
    let untold: Row =
        ("find = { name = \"a.txt\" }", UNTOLD, "fixed: got no header", "find = { name = \"");
    check("layout.toml", &texts, |texts| &mut texts.layout, &[untold]);
}

#[test]
fn a_heading_that_is_ignored_is_not_read_too() {
    let twice: Row = (
        "ignore = [\"note\"]\n[records.columns]\n",
        "ignore = [▸\"note\"]\n[records.columns]\nnote = \"{label}\"\n",
        "headings `note` and `note` both match `note`",
        "nth = 1",
    );
    check("layout.toml", &base(), |texts| &mut texts.layout, &[twice]);
}
