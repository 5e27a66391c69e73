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
[records.columns]
area = "{area}"
flow = { "X" = { trade_flow = "X" }, "M" = { trade_flow = "M" } }
note = "ignore"
flag = { "p" = { obs_status = "P" } }
[[records.measure]]
column = "value"
status = "flag"
set = { currency = "USD" }
"#;

const FIXED: &str = "fixed = [ { name = \"area\", from = 1, to = 3 }, ▸{ name = \"value\", from = 3, to = 9 } ]\nkeep";
const WIDE: &str = "fixed = [ ▸{ name = \"area\", from = 1, to = 20000 } ]\nkeep";
const UNTOLD: &str = "find = {}\nfixed = [ ▸{ name = \"area\", from = 1, to = 3 } ]";

const ROWS: [Row; 21] = [
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
        "no word by which",
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
    ("[\"note\"]", "[▸\"noet\"]", "optional: got `noet`, expected a key of", "did you mean `note`"),
    ("\"{area}\"", "\"▸{aera}\"", "got hole `{aera}`", "did you mean `area`"),
    ("\"{area}\"", "▸3", "area: got `3`, expected \"ignore\", a pattern", "area = \"{label}\""),
    (
        "\"{area}\"",
        "[\"{area}\", ▸true]",
        "area: got `true`, expected \"ignore\"",
        "area = \"{label}\"",
    ),
    (
        "{ obs_status = \"P\" }",
        "{ obs_status = ▸\"PP\" }",
        "obs_status: got `PP`",
        "did you mean `P`",
    ),
    (
        "column = \"value\"\n",
        "▸cloumn = \"value\"\n",
        "unknown key `cloumn`",
        "did you mean `column`",
    ),
    ("status = \"flag\"", "status = ▸\"flog\"", "status: got `flog`", "did you mean `flag`"),
    (
        "status = \"flag\"",
        "status = ▸\"note\"",
        "`note` is ignored, expected one that is read",
        "obs_status",
    ),
    ("status = \"flag\"", "nth = ▸0", "nth: got 0, expected 1 or more", "nth = 1"),
    ("\"USD\"", "▸\"DOLLAR\"", "currency: got `DOLLAR`, expected a code", "a code such as"),
    (
        "column = \"value\"",
        "column = ▸\"area\"",
        "headings `area` and `area` both match",
        "nth = 1",
    ),
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
