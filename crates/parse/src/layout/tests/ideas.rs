//! One small grid for each further idea of the grammar.

use super::{grid, show_grid};

fn check(layout: &str, rows: &[&[&str]], expected: &[&str]) {
    assert_eq!(show_grid(layout, &grid("1", rows)), expected);
}

#[test]
fn a_heading_stands_several_times_and_the_line_above_opens_its_block() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Total in employment" }
grid = { head = "Total in employment", left = "A", head_rows = 1, stub = 1, repeat = true }
[table.head]
"Total in employment" = { measure = "QUANTITY" }
[table.line]
"All aged {_}" = { opens = "age" }
"All aged 16 to 64" = { opens = "age", breakdown = "age=16-64" }
"Men" = { opens = "sex", breakdown = "sex=M" }
"{months}" = { period = "rolling" }
"#;
    check(
        layout,
        &[
            &["Labour market"],
            &["", "All aged 16 & over"],
            &["", "Total in employment"],
            &["Jan-Mar 1971", "24613000"],
            &[""],
            &["", "All aged 16 to 64"],
            &["", "Total in employment"],
            &["Men"],
            &["Dec-Feb 1972", "24000000"],
            &["Source: survey"],
        ],
        &[
            "B4 = 24613000 | head measure=QUANTITY | line period=rolling {months}=Jan-Mar 1971",
            "B9 = 24000000 | block breakdown=age=16-64;sex=M | head measure=QUANTITY | \
             line period=rolling {months}=Dec-Feb 1972",
        ],
    );
}

#[test]
fn a_text_over_a_column_in_an_opening_row_is_its_heading() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Series" }
grid = { head = "Series", head_rows = 1, stub = 1 }
[table.head]
"{period}" = {}
"Values {year}, usd bln" = { ignore = true }
[table.line]
"Volumes" = { opens = "block", measure = "INDEX" }
"Prices" = { opens = "block", measure = "PRICE" }
"{area}" = {}
"#;
    check(
        layout,
        &[
            &["Series", "", "2000m01"],
            &["Volumes", "Values 2021, usd bln"],
            &["Total", "21254", "52.4"],
            &["Prices"],
            &["Germany", "", "53.5"],
        ],
        &[
            "C3 = 52.4 | block measure=INDEX | head {period}=2000m01 | line {area}=Total",
            "C5 = 53.5 | block measure=PRICE | head {period}=2000m01 | line {area}=Germany",
            "ignored 1",
        ],
    );
}

#[test]
fn label_columns_are_read_by_name_number_or_letter_and_fill_down() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Region" }
grid = { head = "Region", head_rows = 1, stub = 3 }
[table.head]
"{year}" = { period = "year" }
[table.stub.Region]
fill_down = true
"{area}" = {}
[table.stub.2]
"Imports" = { trade_flow = "M" }
"Exports" = { trade_flow = "X" }
[table.stub.C]
"{series_code}" = {}
"#;
    check(
        layout,
        &[
            &["Region", "", "", "2024"],
            &["Germany", "Imports", "BOKI", "5"],
            &["", "Exports", "", "6"],
        ],
        &[
            "D2 = 5 | head period=year {year}=2024 | line trade_flow=M {area}=Germany \
             {series_code}=BOKI",
            "D3 = 6 | head period=year {year}=2024 | line trade_flow=X {area}=Germany",
        ],
    );
}

#[test]
fn a_unit_may_count_for_quantities_only() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Commodities" }
grid = { head = "Commodities", head_rows = 2, stub = 2 }
[table.head]
"Quantity" = { measure = "QUANTITY" }
"Value" = { measure = "VALUE" }
"Ordinary Trade" = {}
[table.line]
"{label}" = {}
[table.stub."Quantity Unit"]
"10000T" = { unit_measure = "KG", unit_mult = 7, only = { measure = "QUANTITY" } }
"#;
    check(
        layout,
        &[
            &["Commodities", "Quantity Unit", "Ordinary Trade", "<"],
            &["^", "^", "Quantity", "Value"],
            &["Grain", "10000T", "3549", "14976171"],
        ],
        &[
            "C3 = 3549 | head measure=QUANTITY | line {label}=Grain ?measure=QUANTITY:unit_measure=KG \
             ?measure=QUANTITY:unit_mult=7",
            "D3 = 14976171 | head measure=VALUE | line {label}=Grain \
             ?measure=QUANTITY:unit_measure=KG ?measure=QUANTITY:unit_mult=7",
        ],
    );
}

#[test]
fn a_label_may_go_on_in_the_next_row_or_mean_what_stands_above() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Item" }
grid = { head = "Item", head_rows = 1, stub = 1 }
[table.head]
"{year}" = { period = "year" }
[table.line]
"Equipment Imported as" = { label = "continues" }
"Equipment Imported as Investment" = { commodity = "84" }
"(net)" = { label = "above" }
"Change %" = [
  { below = "Germany", label = "above", transformation = "GY" },
  { below = "Change", label = "above", transformation = "G1" },
]
"Change" = { label = "above", unit_measure = "PS" }
"Other" = [ { under = "Germany", commodity = "1" }, { under = "Total", commodity = "2" } ]
"{area}" = {}
"#;
    check(
        layout,
        &[
            &["Item", "2024"],
            &["Equipment Imported as"],
            &["Investment", "1"],
            &["(net)"],
            &["Germany", "2"],
            &["Change %", "3"],
            &["Change", "4"],
            &["Change %", "5"],
            &["Germany", "6"],
            &["  Other", "7"],
            &["Total", "8"],
            &["  Other", "9"],
        ],
        &[
            "B3 = 1 | head period=year {year}=2024 | line commodity=84",
            "B5 = 2 | head period=year {year}=2024 | line {area}=Germany",
            "B6 = 3 | head period=year {year}=2024 | line transformation=GY {area}=Germany",
            "B7 = 4 | head period=year {year}=2024 | line unit_measure=PS {area}=Germany",
            "B8 = 5 | head period=year {year}=2024 | line transformation=G1 {area}=Germany",
            "B9 = 6 | head period=year {year}=2024 | line {area}=Germany",
            "B10 = 7 | head period=year {year}=2024 | line commodity=1",
            "B11 = 8 | head period=year {year}=2024 | line {area}=Total",
            "B12 = 9 | head period=year {year}=2024 | line commodity=2",
        ],
    );
}

#[test]
fn headings_may_be_given_by_position_but_must_be_printed() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Year" }
grid = { head = "Year", left = "A", head_rows = 2, stub = 1, columns = ["Year", "I", "II"] }
[table.head]
"Year" = { period = "year" }
"{quarter}" = {}
[table.line]
"{year}" = {}
"#;
    check(
        layout,
        &[&["", "Year", "Quarters"], &["", "", "", "I"], &["1999", "4823", "901", "1102"]],
        &[
            "heading-missing: page.html, sheet `1`: got `none`, expected a heading `II`, as \
             `grid.columns` says",
            "B3 = 4823 | head period=year | line {year}=1999",
            "C3 = 901 | head {quarter}=I | line {year}=1999",
            "outside D3",
        ],
    );
}

#[test]
fn two_layouts_read_one_sheet_where_their_grids_are_apart() {
    let one = |head: &str, title: &str| {
        format!(
            "[[table]]\nid = \"partners\"\nvalid = \"{}\"\nfind = {{ head = \"{head}\" }}\n\
             grid = {{ head = \"{head}\", head_rows = 1, stub = 1 }}\n\
             [table.text]\n\"{title}: {{label}}\" = {{}}\n[table.head]\n\"{{year}}\" = {{}}\n\
             [table.line]\n\"{{area}}\" = {{}}\n",
            if head == "Exports" { "..2030" } else { "2031.." }
        )
    };
    // One id cannot stand for two tables at a time; the eras only let it stand twice here.
    let layout = format!("{}{}", one("Exports", "A"), one("Imports", "B"));
    let rows: &[&[&str]] = &[
        &["A: first"],
        &["Exports", "2024"],
        &["Germany", "1"],
        &["B: second"],
        &["Imports", "2024"],
        &["Germany", "2"],
    ];
    check(
        &layout,
        rows,
        &[
            "B3 = 1 | head {year}=2024 | line {area}=Germany",
            "text {label}=first in A1",
            "B6 = 2 | head {year}=2024 | line {area}=Germany",
            "text {label}=second in A4",
        ],
    );
}

#[test]
fn tables_side_by_side_end_at_the_column_that_is_named() {
    let one = |head: &str, title: &str, valid: &str, right: &str| {
        format!(
            "[[table]]\nid = \"partners\"\nvalid = \"{valid}\"\nfind = {{ head = \"{head}\" }}\n\
             grid = {{ head = \"{head}\", head_rows = 1, stub = 1, right = \"{right}\" }}\n\
             [table.text]\n\"{title}: {{label}}\" = {{}}\n[table.head]\n\"{{year}}\" = {{}}\n\
             [table.line]\n\"{{area}}\" = {{}}\n"
        )
    };
    let left = one("Exports", "A", "..2030", "B");
    let layout = format!("{left}{}", one("Imports", "B", "2031..", "E"));
    // The heading on the right stands lower, and does not end the table beside it.
    let rows: &[&[&str]] = &[
        &["A: first"],
        &["Exports", "2024", "", "B: second"],
        &["Germany", "1", "", "Imports", "2023"],
        &["Germany", "2", "", "Germany", "3"],
    ];
    check(
        &layout,
        rows,
        &[
            "B3 = 1 | head {year}=2024 | line {area}=Germany",
            "B4 = 2 | head {year}=2024 | line {area}=Germany",
            "text {label}=first in A1",
            "E4 = 3 | head {year}=2023 | line {area}=Germany",
            "text {label}=second in D2",
        ],
    );
}

#[test]
fn figures_outside_the_grid_and_rows_without_values_are_told() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Item" }
grid = { head = "Item", head_rows = 1, stub = 1, until = "Note" }
number = { notes = { "r" = {} } }
[table.head]
"{year}" = {}
[table.line]
"{area}" = {}
"#;
    check(
        layout,
        &[
            &["Item", "2024", "", "2025"],
            &["Germany", "1", "r", "2", "99"],
            &["Total"],
            &["Note: 7", "8", "", "", "", "9"],
        ],
        &[
            "B2 = 1 (note r) | head {year}=2024 | line {area}=Germany",
            "D2 = 2 | head {year}=2025 | line {area}=Germany",
            "row-without-values: page.html, sheet `1`, cell A3: got `Total`, expected values, or \
             `opens` in the layout",
            "outside E2 B4 F4",
        ],
    );
}

#[test]
fn a_figure_merged_over_several_value_cells_belongs_to_none() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Item" }
grid = { head = "Item", head_rows = 1, stub = 1 }
[table.head]
"{year}" = {}
[table.line]
"{_}" = {}
"#;
    let rows: &[&[&str]] = &[
        &["Item", "2023", "2024", ""],
        &["a", "1", "2", "<"],
        &["b", "3", "4", ""],
        &["c", "^", "5", ""],
        &["d", "6", "<", ""],
    ];
    let source = super::source(layout);
    let mut parsed = super::Parsed::default();
    let origin = super::Origin { file: "f", charset: None, period: None };
    let grids = [grid("1", rows)];
    let limits = super::Limits::standard();
    super::crosstab::read_grids(&grids, &[], origin, &source, &limits, &mut parsed).unwrap();
    let table = &parsed.tables[0];
    let read = table.batch.values();
    let read: Vec<String> = read.iter().map(|v| format!("{}={}", v.cell, v.text)).collect();
    // C2 reaches over a column without a heading, which holds no value.
    assert_eq!(read, ["B2=1", "C2=2", "C3=4", "C4=5"]);
    let refused: Vec<String> =
        table.refusals.iter().map(|refusal| refusal.issue.to_string()).collect();
    let b3 = "merged-figure: f, sheet `1`, cell B3: got `3`, expected a figure in a cell of its \
              own: it is merged over B3:B4";
    let b5 = "merged-figure: f, sheet `1`, cell B5: got `6`, expected a figure in a cell of its \
              own: it is merged over B5:C5";
    assert_eq!(refused, [b3, b3, b5, b5]);
    assert_eq!(table.refused_cells, 4);
}

#[test]
fn a_grid_of_more_cells_than_a_file_may_have_names_its_sheet() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "Item" }
grid = { head = "Item", head_rows = 1, stub = 1 }
[table.head]
"{year}" = {}
[table.line]
"{area}" = {}
"#;
    let source = super::source(layout);
    let mut parsed = super::Parsed::default();
    let origin = super::Origin { file: "f", charset: None, period: None };
    let grids = [grid("big", &[&["Item", "2023", "2024"], &["Germany", "1", "2"]])];
    let limits = super::Limits { grid_cells_max: 1, ..super::Limits::standard() };
    let refused = super::crosstab::read_grids(&grids, &[], origin, &source, &limits, &mut parsed);
    assert_eq!(
        refused.unwrap_err().to_string(),
        "sheet `big`: got 2 cells in the grids of layouts, expected at most 1"
    );
}

#[test]
fn a_sheets_name_is_a_place_of_words() {
    let layout = r#"
sheets = { all_but = ["Index"] }
[[table]]
id = "partners"
find = { head = "Item" }
grid = { head = "Item", head_rows = 1, stub = 1 }
[table.sheet]
"Exports {year}" = { trade_flow = "X" }
[table.head]
"{month}" = { period = "month" }
[table.line]
"{area}" = {}
"#;
    let rows: &[&[&str]] = &[&["Item", "3"], &["Germany", "1"]];
    assert_eq!(
        show_grid(layout, &grid("Exports 2024", rows)),
        [
            "B2 = 1 | head period=month {month}=3 | line {area}=Germany",
            "text trade_flow=X in sheet",
            "text {year}=2024 in sheet",
        ]
    );
    let other: &[&[&str]] = &[&["Something", "else"]];
    let unread = show_grid(layout, &grid("Other", other));
    assert!(unread.iter().any(|line| line.starts_with("sheet-unread")), "{unread:?}");
    let listed = show_grid(layout, &grid("Index", other));
    assert!(!listed.iter().any(|line| line.starts_with("sheet-unread")), "{listed:?}");
}

#[test]
fn delimited_text_may_be_a_cross_tab() {
    let layout = r#"
[[table]]
id = "partners"
find = { head = "I" }
grid = { head = "Year", left = "A", head_rows = 2, stub = 1 }
number = { decimal = "," }
[table.head]
"Year" = { period = "year" }
"Quarters" = {}
"{quarter}" = {}
[table.line]
"{year}" = {}
"{year}2)" = {}
"#;
    let text =
        "\tYear\tQuarters\t\n\t\tI\tII\nvolume\t\t\t\n1999\t48,2\t9,1\t11,0\n20142)\t792\t1\t2\n";
    let origin = crate::layout::Origin { file: "tab.csv", charset: Some("utf-8"), period: None };
    let limits = crate::limits::Limits::standard();
    let source = super::source(layout);
    let parsed = super::parse(text.as_bytes(), origin, &source, &limits).unwrap();
    let shown: Vec<String> = parsed.tables.iter().flat_map(super::show).collect();
    assert_eq!(parsed.tables[0].sheet, None);
    assert_eq!(shown[0], "B4 = 48,2 | head period=year | line {year}=1999", "{shown:?}");
    assert_eq!(shown[1], "C4 = 9,1 | head {quarter}=I | line {year}=1999");
    assert_eq!(shown[5], "D5 = 2 | head {quarter}=II | line {year}=2014");
    assert!(shown[6].starts_with("unknown-label: tab.csv, cell A3: got `volume`"), "{shown:?}");
}
