//! Small record files through small layouts: what each key of `[[records]]` does.

use crate::layout::tests::{show, source};
use crate::layout::{Origin, parse};
use crate::limits::Limits;

fn check(layout: &str, content: &str, expected: &[&str]) {
    let origin = Origin { file: "f.csv", charset: Some("utf-8"), period: None };
    let limits = Limits::standard();
    let parsed = parse(content.as_bytes(), origin, &source(layout), &limits).unwrap();
    let mut lines = Vec::new();
    for table in &parsed.tables {
        lines.extend(show(table));
        let (refused, ignored) = (table.refused_cells, table.ignored_cells);
        if refused + ignored > 0 {
            lines.push(format!("{refused} refused, {ignored} ignored"));
        }
    }
    lines.extend(parsed.issues.iter().map(|file| file.issue.to_string()));
    assert_eq!(lines, expected);
}

const WIDE: &str = r#"
[[records]]
id = "partners"
find = { columns = "Country" }
ignore = ["Notes", "After {year}"]
until = "Source:"
skip = { Subject = "X" }
[records.columns]
"Country" = "{area}"
"Subject" = ["{label}", ""]
[records.measure]
"{year}" = { period = "year", trade_flow = "X" }
"#;

#[test]
fn a_family_of_headings_carries_the_period() {
    check(
        WIDE,
        "Country,Subject,Notes,2024,2025,After 2024\n\
         Total,A,,1.5,2,1\nGermany,X,,3,4,\nGermany,,n,5,,\n\"Source: bureau\",\n",
        &[
            "2024 = 1.5 | head period=year trade_flow=X {year}=2024 | line {area}=Total",
            "2025 = 2 | head period=year trade_flow=X {year}=2025 | line {area}=Total",
            "2024 = 5 | head period=year trade_flow=X {year}=2024 | line {area}=Germany",
            "2025 =  | head period=year trade_flow=X {year}=2025 | line {area}=Germany",
            "0 refused, 2 ignored",
        ],
    );
}

#[test]
fn a_column_nothing_speaks_of_is_an_issue_and_so_is_one_missing() {
    check(
        WIDE,
        "Country,Subjet,Notes,2024,\nTotal,A,,1,\n",
        &[
            "2024 = 1 | head period=year trade_flow=X {year}=2024 | line {area}=Total",
            "unknown-heading: f.csv: got `Subjet`, expected one of `After {year}`, `Country`, \
             `Notes`, `Subject`, `{year}` (nearest: `Subject`)",
            "heading-missing: f.csv: got `no such column`, expected a column `Subject`",
        ],
    );
}

#[test]
fn a_column_beside_a_value_speaks_of_it_alone() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = "geo" }
optional = ["conf"]
[records.columns]
"geo" = "{area}"
"conf" = { "" = {}, "c" = { conf_status = "C" } }
"{period}_flag" = { "" = {}, "p" = { obs_status = "P" }, ":" = { obs_status = "O" } }
[records.measure]
"{period}_value" = { status = "{period}_flag" }
"#;
    check(
        layout,
        "geo,2025-01_value,2025-01_flag,2025-02_value,2025-02_flag\n\
         Total,1,p,,:\nGermany,3,,4,q\n",
        &[
            "2025-01_value = 1 | head obs_status=P {period}=2025-01 | line {area}=Total",
            "2025-02_value =  | head obs_status=O {period}=2025-02 | line {area}=Total",
            "2025-01_value = 3 | head {period}=2025-01 | line {area}=Germany",
            "unknown-label: f.csv, record 2, cell 2025-02_flag: got `q`, expected `:` or `p` or ``, \
             with labels of lookups.toml",
            "1 refused, 0 ignored",
        ],
    );
}

#[test]
fn headings_alike_are_told_apart_by_their_order_and_measures_by_a_column() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = "area" }
[records.columns]
"area" = "{area}"
"kind" = "{label}"
[records.measure]
"{year}" = [
    { nth = 1, keep = { kind = ["kg", "t"] }, measure = "NET_WEIGHT" },
    { nth = 2 },
]
"#;
    check(
        layout,
        "area,kind,2024,2024\nTotal,kg,1,2\nTotal,l,3,4\n",
        &[
            "2024 = 1 | head measure=NET_WEIGHT {year}=2024 | line {area}=Total",
            "2024#2 = 2 | head {year}=2024 | line {area}=Total",
            "2024#2 = 4 | head {year}=2024 | line {area}=Total",
        ],
    );
}

#[test]
fn a_column_of_release_dates_parts_the_file() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = "pubdate" }
[records.columns]
"pubdate" = "{released_at}"
"year" = "{year}"
"area" = "{area}"
[records.measure]
"value" = { period = "year" }
"#;
    let parsed = parse(
        b"year,area,value,pubdate\n2024,Total,1,2025-04-22\n2024,Total,2,2025-10-14\n",
        Origin { file: "f.csv", charset: None, period: None },
        &source(layout),
        &Limits::standard(),
    );
    let tables = parsed.unwrap().tables;
    let texts: Vec<&str> =
        tables.iter().map(|table| table.text["{released_at}"].value.as_str()).collect();
    assert_eq!(texts, ["2025-04-22", "2025-10-14"]);
    assert_eq!((tables[0].batch.len(), tables[1].batch.len()), (1, 1));
}

#[test]
fn a_layout_may_ask_that_a_column_is_not_there() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = ["area", "value"], without = "freight" }
columns = { area = "{area}" }
measure = { value = { trade_flow = "X", period = "year" } }
[[records]]
id = "imports"
dataset = "partners"
find = { columns = ["area", "value", "freight"] }
columns = { area = "{area}" }
measure = { value = { trade_flow = "M", period = "year" }, freight = { measure = "FREIGHT", period = "year" } }
"#;
    let exports = "value = 1 | head period=year trade_flow=X | line {area}=Total";
    check(layout, "area,value\nTotal,1\n", &[exports]);
    let imports = [
        "value = 1 | head period=year trade_flow=M | line {area}=Total",
        "freight = 2 | head measure=FREIGHT period=year | line {area}=Total",
    ];
    check(layout, "area,value,freight\nTotal,1,2\n", &imports);
}

#[test]
fn a_record_that_means_nothing_is_ignored_and_counted() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = "Country" }
[records.columns]
"Country" = { "{area}" = {}, "of which: {_}" = { ignore = true } }
"flag" = { "" = {}, "x" = { ignore = true } }
[records.measure]
"{year}" = { period = "year" }
"price {year}" = { period = "year", measure = "PRICE", status = "flag" }
"#;
    check(
        layout,
        "Country,flag,2024,price 2024\nTotal,,1,2\nof which: France,,3,4\nTotal,x,5,6\n",
        &[
            "2024 = 1 | head period=year {year}=2024 | line {area}=Total",
            "price 2024 = 2 | head measure=PRICE period=year {year}=2024 | line {area}=Total",
            "2024 = 5 | head period=year {year}=2024 | line {area}=Total",
            "0 refused, 3 ignored",
        ],
    );
}

#[test]
fn one_word_not_known_is_one_issue() {
    let layout = WIDE.replace("skip = { Subject = \"X\" }", "keep = { Subject = \"A\" }");
    check(
        &layout,
        "Country,Subject,Notes,2024\nFrance,A,,1\nFrance,A,,2\nTotal,B,,3\n",
        &[
            "unknown-label: f.csv, record 1, cell Country: got `France`, expected `{area}`, with \
             labels of lookups.toml; 2 cells in all",
            "2 refused, 1 ignored",
        ],
    );
}

const FIXED: &str = r#"
[[records]]
id = "partners"
find = { text = "Exports by country" }
preamble = 1
fixed = [{ name = "Country", from = 1, to = 9 }, { name = "Value", from = 10, to = 15 }]
until = "Source:"
[records.columns]
"Country" = "{area}"
[records.measure]
"Value" = { trade_flow = "X" }
"#;

#[test]
fn columns_of_a_fixed_width_are_declared() {
    check(
        FIXED,
        "Exports by country\nGermany     1.5\nTotal        12\nSource: a bureau\n",
        &[
            "Value = 1.5 | head trade_flow=X | line {area}=Germany",
            "Value = 12 | head trade_flow=X | line {area}=Total",
        ],
    );
}
