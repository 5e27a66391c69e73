//! The layouts that the grammar was drawn up with, each over a small grid of the file it is for.

use super::{grid, show_grid};

/// By customs regime: growth rows stand under value rows and carry no label.
const REGIME: &str = r#"
[[table]]
id   = "partners"
find = { text = "Imports and Exports by Customs Regime" }
grid = { head = "Customs Regime", head_rows = 2, stub = 1, until = "Notes:" }

[table.text]
"({_})Imports and Exports by Customs Regime,{period}" = {}
"Unit:{unit}" = {}

[table.head]
"Exports"    = { trade_flow = "X", valuation = "FOB" }
"Imports"    = { trade_flow = "M", valuation = "CIF" }
"{month}"    = { period = "month" }
"1to{month}" = { period = "ytd" }

[table.line]
""           = { label = "above", transformation = "GY", unit_measure = "PT" }
"{regime}"   = {}

[table.sign]
"-" = { level = "nil", growth = "cannot be computed" }
"#;

#[test]
fn growth_rows_take_the_label_above_missing_or_spanning() {
    let rows: &[&[&str]] = &[
        &["(5)Imports and Exports by Customs Regime,4.2023"],
        &["Unit:CNY 100 Million"],
        &["Customs Regime", "Exports", "<", "Imports", "<"],
        &["^", "4", "1to4", "4", "1to4"],
        &["TOTAL", "295", "1116", "205", "822"],
        &["", "8.5", "2.5", "-7.9", "-7.3"],
        &["Other Donation", "2", "5", "-", "-"],
        &["^", "-58.9", "-81.2", "-", "13.5"],
        &["Notes: figures in shaded areas"],
    ];
    let shown = show_grid(REGIME, &grid("table 1", rows));
    let head = "head period=month trade_flow=X valuation=FOB {month}=4";
    assert_eq!(shown[0], format!("B5 = 295 | {head} | line {{regime}}=TOTAL"));
    assert_eq!(
        shown[4],
        format!("B6 = 8.5 | {head} | line transformation=GY unit_measure=PT {{regime}}=TOTAL")
    );
    assert_eq!(
        shown[12],
        format!(
            "B8 = -58.9 | {head} | line transformation=GY unit_measure=PT {{regime}}=Other Donation"
        )
    );
    assert_eq!(shown.len(), 16 + 2, "{shown:?}");
}

/// Country-wise pages of an import-export bank.
const COUNTRY_WISE: &str = r#"
[dates]
fiscal_first_month = 4

[[table]]
id   = "partners"
find = { text = "Country-wise all commodities", head = ["S.No.", "HSCode", "Commodity", "%Growth"] }
grid = { head = "S.No.", head_rows = 1, stub = 3, label = "HSCode" }

[table.text]
one_of = [
  { "Import :: Country-wise all commodities" = { trade_flow = "M", valuation = "CIF" } },
  { "Export :: Country-wise all commodities" = { trade_flow = "X", valuation = "FOB" } },
]
"Dated: {released_at}"  = {}
"Values in {unit}"      = {}
"Country: {area}"       = {}

[table.head]
"{fiscal_year}" = { period = "fiscal_year" }
"%Share"        = { period = "left", measure = "SHARE", unit_measure = "PT" }
"%Growth"       = { period = "left", transformation = "GY", unit_measure = "PT" }
"HS Code digit level option" = { ignore = true }

[table.stub."S.No."]
"{_}" = {}

[table.line]
"{hs2}"         = { level = "leaf" }
"Total"         = { commodity = "_T", level = "total" }
"India's Total" = { commodity = "_T", counterpart_area = "_W", level = "total" }
"%Share"        = { commodity = "_T", measure = "SHARE", unit_measure = "PT", level = "total" }

[table.sign]
"" = "missing"
"#;

#[test]
fn a_share_is_of_the_year_to_the_left_and_the_label_column_is_named() {
    let rows: &[&[&str]] = &[
        &["Import :: Country-wise all commodities"],
        &["Dated: 2020/06/04"],
        &["Values in CNY 100 Million"],
        &[
            "S.No.",
            "HSCode",
            "Commodity",
            "2014-2015",
            "%Share",
            "2015-2016",
            "%Growth",
            "HS Code digit level option",
        ],
        &["Country: Germany", "<", "<", "<", "<", "<", "<", "<"],
        &["1.", "01", "LIVE ANIMALS.", "11.96", "0.0027", "9.28", "-22.40", "4"],
        &["", "", "Total", "448", "", "381", "-14.96", ""],
    ];
    let shown = show_grid(COUNTRY_WISE, &grid("table 1", rows));
    assert_eq!(
        shown,
        [
            "D6 = 11.96 | head period=fiscal_year {fiscal_year}=2014-2015 | line level=leaf {hs2}=01",
            "E6 = 0.0027 | head measure=SHARE period=fiscal_year unit_measure=PT \
             {fiscal_year}=2014-2015 | line level=leaf {hs2}=01",
            "F6 = 9.28 | head period=fiscal_year {fiscal_year}=2015-2016 | line level=leaf {hs2}=01",
            "G6 = -22.40 | head period=fiscal_year transformation=GY unit_measure=PT \
             {fiscal_year}=2015-2016 | line level=leaf {hs2}=01",
            "D7 = 448 | head period=fiscal_year {fiscal_year}=2014-2015 | line commodity=_T level=total",
            "E7 =  | head measure=SHARE period=fiscal_year unit_measure=PT \
             {fiscal_year}=2014-2015 | line commodity=_T level=total",
            "F7 = 381 | head period=fiscal_year {fiscal_year}=2015-2016 | line commodity=_T level=total",
            "G7 = -14.96 | head period=fiscal_year transformation=GY unit_measure=PT \
             {fiscal_year}=2015-2016 | line commodity=_T level=total",
            "text trade_flow=M in A1",
            "text valuation=CIF in A1",
            "text {area}=Germany in A5",
            "text {released_at}=2020/06/04 in A2",
            "text {unit}=CNY 100 Million in A3",
            "ignored 2",
        ]
    );
}

/// Time series: series in columns, named rows on top, dates down the side.
const SERIES: &str = r#"
[[table]]
id   = "partners"
find = { sheet = "Data{_}", head = ["Unit", "Series Type", "Series ID"] }
grid = { head = { row = 1 }, head_until = "Series ID", stub = 1 }

[table.head_row.""]
"{label}" = {}
[table.head_row.Unit]
"{unit}" = {}
[table.head_row."Series Type"]
"Original"            = { adjustment = "N" }
"Seasonally Adjusted" = { adjustment = "S" }
"Trend"               = { adjustment = "T" }
[table.head_row.Frequency]
"Quarter" = { period = "quarter" }
"Month"   = { period = "month" }
[table.head_row."Series ID"]
"{series_code}" = {}
[table.head_row.ignore]
rows = ["Data Type", "Collection Month", "Series Start", "Series End", "No. Obs"]

[table.line]
"{date}" = {}

[table.sign]
"" = { leading = "not begun", inner = "missing", trailing = "not yet published" }
"#;

#[test]
fn series_stand_in_columns_under_named_heading_rows() {
    let rows: &[&[&str]] = &[
        &["", "Gross domestic product ;", "Terms of trade ;"],
        &["Unit", "CNY 100 Million", "CNY 100 Million"],
        &["Series Type", "Trend", "Seasonally Adjusted"],
        &["Data Type", "DERIVED", "DERIVED"],
        &["Frequency", "Quarter", "Quarter"],
        &["Series Start", "1959-12-01", "1959-12-01"],
        &["Series ID", "A2298668K", "A2302478J"],
        &["1959-09-01", "", "17.0"],
        &["1959-12-01", "1.0", "18.1"],
    ];
    let unit = "{unit}=CNY 100 Million";
    let first = format!(
        "head adjustment=T period=quarter {{label}}=Gross domestic product ; \
         {{series_code}}=A2298668K {unit}"
    );
    let second = format!(
        "head adjustment=S period=quarter {{label}}=Terms of trade ; {{series_code}}=A2302478J {unit}"
    );
    assert_eq!(
        show_grid(SERIES, &grid("Data1", rows)),
        [
            format!("B8 =  | {first} | line {{date}}=1959-09-01"),
            format!("C8 = 17.0 | {second} | line {{date}}=1959-09-01"),
            format!("B9 = 1.0 | {first} | line {{date}}=1959-12-01"),
            format!("C9 = 18.1 | {second} | line {{date}}=1959-12-01"),
        ]
    );
}

#[test]
fn a_heading_row_without_a_known_name_is_an_issue() {
    let rows: &[&[&str]] = &[
        &["", "GDP ;"],
        &["Unit", "CNY 100 Million"],
        &["Series Type", "Trend"],
        &["Frequncy", "Quarter"],
        &["Series ID", "A2298668K"],
        &["1959-09-01", "1.0"],
    ];
    let shown = show_grid(SERIES, &grid("Data1", rows));
    let issue = shown.iter().find(|line| line.starts_with("unknown-heading-row"));
    let issue = issue.unwrap_or_else(|| panic!("{shown:?}"));
    assert!(
        issue.contains("cell A4: got `Frequncy`") && issue.contains("(nearest: `Frequency`)"),
        "{issue}"
    );
}
