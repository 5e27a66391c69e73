//! Layouts that take a table and find no value in it, and files that no layout comes near.

use super::{Origin, grid, parse, show_grid, source};
use crate::limits::Limits;

const LAYOUT: &str = r#"
[[table]]
id = "partners"
find = { head = "Partner" }
grid = { head = "Partner", head_rows = 1, stub = 1 }
[table.head]
"Export" = { trade_flow = "X" }
"Import" = { trade_flow = "M" }
[table.line]
"{area}" = {}
"#;

const ROWS: &[&[&str]] =
    &[&["Partner", "Export", "Import"], &["Total", "12", "11"], &["Germany", "5", "6"]];

fn said(layout: &str) -> Vec<String> {
    show_grid(layout, &grid("1", ROWS))
}

#[test]
fn a_grid_that_holds_no_value_says_what_ended_it() {
    assert_eq!(said(LAYOUT).len(), 4);
    assert_eq!(
        said(&LAYOUT.replace("stub = 1", "stub = 1, until = \"Tot\"")),
        [
            "no-values: page.html, sheet `1`, cell A1: got `a grid that `Total` in A2 ends at its \
             first row`, expected values below and right of it; `partners` sets `head_rows`, \
             `stub`, `until`, `right`",
            "outside B2 C2 B3 C3",
        ],
    );
    assert_eq!(
        said(&LAYOUT.replace("stub = 1", "stub = 9")),
        ["no-values: page.html, sheet `1`, cell A1: got `a grid whose 9 label columns hold the \
             figures, as B2`, expected values below and right of it; `partners` sets \
             `head_rows`, `stub`, `until`, `right`",],
    );
    let deep = said(&LAYOUT.replace("head_rows = 1", "head_rows = 3"));
    assert!(deep.iter().any(|line| line.contains("no-values")), "{deep:?}");
    let below = said(&LAYOUT.replace("head = \"Partner\", h", "head = { row = 9 }, h"));
    assert!(
        below[0].contains("a grid without a heading right of its 1 label columns"),
        "{below:?}"
    );
}

#[test]
fn a_file_whose_records_give_no_value_is_an_issue() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = "year" }
keep = { area = "Total" }
[records.columns]
"year" = "{year}"
"area" = "{area}"
[records.measure]
"value" = { period = "year" }
"#;
    let said = |text: &str| {
        let origin = Origin { file: "f.csv", charset: None, period: None };
        let parsed = parse(text.as_bytes(), origin, &source(layout), &Limits::standard()).unwrap();
        parsed.issues.iter().map(|file| file.issue.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(said("year,area,value\n2024,Total,1\n"), [""; 0]);
    assert_eq!(
        said("year,area,value\n2024,TOTAL,1\n2025,TOTAL,2\n"),
        ["no-values: f.csv: got `2 records and no value`, expected a value; `partners` sets \
             `skip`, `keep`"],
    );
}

#[test]
fn a_text_with_less_than_half_of_the_words_is_near_no_layout() {
    let layout = LAYOUT.replace("head = \"Partner\" }\ngrid", "text = [\"Trade\", \"of\"] }\ngrid");
    let said = |layout: &str, text: &str| {
        let origin = Origin { file: "f.csv", charset: None, period: None };
        let parsed = parse(text.as_bytes(), origin, &source(layout), &Limits::standard()).unwrap();
        let count: usize = parsed.tables.iter().map(|table| table.batch.len()).sum();
        let issues = parsed.issues.iter().map(|file| file.issue.expected.clone());
        (count, issues.collect::<Vec<String>>())
    };
    let text = "\"Trade, list  of partners\",,\nPartner,Export,Import\nTotal,12,11\n";
    assert_eq!(said(&layout, text), (2, Vec::new()));
    let far = vec!["a table of layout.toml".to_owned()];
    assert_eq!(said(&layout, "list of,a,b\nTotal,12,11\n"), (0, far.clone()));
    let (_, near) = said(&layout, "list of,a,b\nPartner,12,11\n");
    assert!(near[0].contains("came nearest with 2 of 3 words, it misses `Trade`"), "{near:?}");
    // A row by its number is no word that stands there.
    let row = layout.replace("head = \"Partner\", h", "head = { row = 1 }, h");
    assert_eq!(said(&row.replace("\"of\"", "\"no\""), "list of,a,b\nTotal,12,11\n"), (0, far));
}
