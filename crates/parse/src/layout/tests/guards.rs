//! Two mistakes that would be silent: figures among the labels, and months of a year nobody said.

use super::source;
use crate::layout::{Origin, parse};
use crate::limits::Limits;

const YEARS: &str = r#"
[[table]]
id = "partners"
find = { head = "Month" }
grid = { head = "Month", head_rows = 1, stub = 1 }
decimals = 0
[table.all]
counterpart_area = "DEU"
level = "leaf"
[table.head]
"Export" = { trade_flow = "X" }
[table.line]
"{year}" = { opens = "year" }
"{month}" = { period = "month" }
[table.sign]
"" = "missing"
"#;

/// The issues of a table whose rows these are, and how many cells it reads and refuses.
fn read(layout: &str, rows: &str) -> (Vec<String>, usize, u64) {
    let origin = Origin { file: "f.csv", charset: None, period: None };
    let parsed = parse(rows.as_bytes(), origin, &source(layout), &Limits::standard()).unwrap();
    let table = &parsed.tables[0];
    let issues = table.issues.iter().map(|issue| {
        let cell = issue.address.cell.clone().unwrap_or_default();
        format!("{} {cell} {}", issue.rule, issue.seen)
    });
    (issues.collect(), table.batch.len(), table.refused_cells)
}

#[test]
fn months_go_on_after_december_only_with_a_new_year() {
    let rows = "Month,Export\n2024,\nNov,1\nDec,2\n2025,\nJan,3\nFeb,4\n";
    assert_eq!(read(YEARS, rows), (vec![], 4, 0));
    let lost = rows.replace("2025,\n", "");
    assert_eq!(read(YEARS, &lost), (vec!["year-unsaid A5 Jan".to_owned()], 2, 2));
    // From the newest month back, a year's January comes last.
    let back = "Month,Export\n2025,\nFeb,4\nJan,3\n2024,\nDec,2\nNov,1\n";
    assert_eq!(read(YEARS, back), (vec![], 4, 0));
    let lost = back.replace("2024,\n", "");
    assert_eq!(read(YEARS, &lost), (vec!["year-unsaid A5 Dec".to_owned()], 2, 2));
    // December alone, and then the months of another year.
    let lost = "Month,Export\n2024,\nDec,2\nJan,3\n";
    assert_eq!(read(YEARS, lost), (vec!["year-unsaid A4 Jan".to_owned()], 1, 1));
}

#[test]
fn a_year_that_fills_down_must_be_said_again() {
    let layout = YEARS
        .replace("stub = 1", "stub = 2")
        .replace("head = \"Month\", h", "head = \"Year\", h")
        .replace("\"{year}\" = { opens = \"year\" }\n", "")
        .replace(
            "[table.sign]",
            "[table.stub.Year]\nfill_down = true\n\"{year}\" = {}\n[table.sign]",
        );
    let rows = "Year,Month,Export\n2024,Nov,1\n,Dec,2\n2025,Jan,3\n,Feb,4\n";
    assert_eq!(read(&layout, rows), (vec![], 4, 0));
    let lost = rows.replace("2025,Jan", ",Jan");
    assert_eq!(read(&layout, &lost), (vec!["year-unsaid B4 Jan".to_owned()], 2, 2));
}

#[test]
fn months_that_begin_anew_beside_other_words_are_in_order() {
    let layout = YEARS
        .replace("stub = 1", "stub = 2")
        .replace("head = \"Month\", h", "head = \"Area\", h")
        .replace("counterpart_area = \"DEU\"\nlevel = \"leaf\"\n", "")
        .replace(
            "[table.sign]",
            "[table.stub.Area]\nfill_down = true\n\"{area}\" = {}\n[table.sign]",
        );
    let rows = "Area,Month,Export\n,2024,\nGermany,Nov,1\n,Dec,2\nTotal,Jan,3\n,Feb,4\n";
    assert_eq!(read(&layout, rows), (vec![], 4, 0));
}

#[test]
fn figures_among_the_labels_are_told() {
    let layout = YEARS.replace("stub = 1", "stub = 2");
    let rows = "Month,Import,Export\n2024,,\nNov,10,1\nDec,20,2\n";
    assert_eq!(read(&layout, rows), (vec!["figure-in-stub B3 10".to_owned()], 2, 0));
    // Codes or numbers of the lines: the layout reads the column, or says that it means nothing.
    let said = layout.replace("[table.sign]", "[table.stub.Import]\n\"{_}\" = {}\n[table.sign]");
    assert_eq!(read(&said, rows), (vec![], 2, 0));
    let names = rows.replace(",10,", ",november,").replace(",20,", ",december,");
    assert_eq!(read(&layout, &names), (vec![], 2, 0));
}

/// The control of a January release is December of the year before: by the layout as it is run.
#[test]
fn the_month_before_january_is_of_the_year_before() {
    let folder = "../../../../../pipelines/us/census-ft900";
    let texts = portbook_source::load::Texts {
        source: include_str!("../../../../../pipelines/us/census-ft900/source.toml").to_owned(),
        layout: include_str!("../../../../../pipelines/us/census-ft900/layout.toml").to_owned(),
        lookups: include_str!("../../../../../pipelines/us/census-ft900/lookups.toml").to_owned(),
        ..portbook_source::load::Texts::default()
    };
    let source = portbook_source::load::Source::read("us/census-ft900", folder.into(), &texts);
    let page = "<p>Part B: NOT Seasonally Adjusted<p>Exhibit 12. U.S. Trade in Goods\
        <p>In millions of dollars. Details may not equal totals due to rounding. (R) - Revised.\
        <table><tr><td rowspan=2>Period<td>Exports<td>Exports\
        <tr><td>Total Census Basis<td>Net Adjustments\
        <tr><td>2026<td><td><tr><td>January<td>5<td>2\
        <tr><td>December data as published last month:<td><td><tr><td><td>7<td>3</table>";
    let origin = Origin { file: "f.html", charset: Some("utf-8"), period: None };
    let parsed = parse(page.as_bytes(), origin, &source.unwrap(), &Limits::standard()).unwrap();
    let shown = super::show(&parsed.tables[0]);
    let control = shown.iter().find(|line| line.starts_with("B6 = 7 (control)"));
    let control = control.unwrap_or_else(|| panic!("{shown:#?}"));
    assert!(control.contains("period=last before {month}=December"), "{control}");
}
