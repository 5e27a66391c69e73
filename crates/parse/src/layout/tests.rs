//! Small pages through small layouts. Each case states the raw records and issues in full: what
//! stands where, and nothing of what it means.

use std::path::PathBuf;

use portbook_model::address::Cell as At;
use portbook_schema::raw::batch::Role;
use portbook_schema::raw::{PLACES, RawRecords};
use portbook_source::load::{Source, Texts};

use super::{Origin, Parsed, crosstab, parse};
use crate::grid::{Cell, Grid, Span};
use crate::limits::Limits;

mod empty;
mod guards;
mod ideas;
mod sketches;

const SOURCE: &str = include_str!("../../../source/fixtures/partners-title-period.toml");

const LOOKUPS: &str = r#"
[unit]
"CNY 100 Million" = { currency = "CNY", unit_measure = "CNY", unit_mult = 8 }
[area]
"Total" = { counterpart_area = "_W", level = "total" }
"Germany" = { counterpart_area = "DEU", level = "of_which" }
[regime]
"TOTAL" = { customs_proc = "_T" }
"Other Donation" = { customs_proc = "12" }
"#;

const PARTNERS: &str = r#"
[[table]]
id = "partners"
find = { text = "Trade by Partner" }
grid = { head = "Partner", head_rows = 2, stub = 1, until = "Note:" }
[table.text]
"Trade by Partner, {period}" = {}
"Unit: {unit}" = {}
[table.head]
"Export" = { trade_flow = "X" }
"Import" = { trade_flow = "M" }
"{month}" = { period = "month" }
"1-to-{month}" = { period = "ytd" }
[table.line]
"of which: {area}" = { level = "of_which" }
"{area}" = {}
"#;

const PAGE: &str = "<table><tr><td colspan=3>Trade by Partner, Mar 2026</td></tr>\
    <tr><td colspan=3>Unit: CNY 100 Million</td></tr>\
    <tr><td>Partner</td><td colspan=2>Export</td></tr>\
    <tr><td></td><td>3</td><td>1- to-3</td></tr>\
    <tr><td>Total</td><td>22,297.0&nbsp;</td><td>68,466.7</td></tr>\
    <tr><td>&nbsp;&nbsp;of which: Germany</td><td>711.8</td><td>-</td></tr>\
    <tr><td colspan=3>Note: provisional</td></tr></table>";

pub(super) fn source(layout: &str) -> Source {
    let texts = Texts {
        source: SOURCE.to_owned(),
        layout: layout.to_owned(),
        lookups: LOOKUPS.to_owned(),
        ..Texts::default()
    };
    Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts)
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Records as `cell = value (role) | block | head | line`, then texts, then issues.
pub(super) fn show(table: &RawRecords) -> Vec<String> {
    let mut lines = Vec::new();
    for (row, value) in table.batch.values().iter().enumerate() {
        let mut line = format!("{} = {}", value.cell, value.text);
        if value.role == Role::Control {
            line.push_str(" (control)");
        }
        if let Some(note) = &value.note {
            line.push_str(&format!(" (note {note})"));
        }
        for place in PLACES {
            let words: Vec<String> = table
                .batch
                .columns()
                .filter_map(|name| {
                    let word = name.strip_prefix(place)?;
                    let word = word.strip_prefix(':').or(word.starts_with('?').then_some(word))?;
                    Some((word, table.batch.word(name, row)?))
                })
                .map(|(word, value)| format!("{word}={value}"))
                .collect();
            if !words.is_empty() {
                line.push_str(&format!(" | {place} {}", words.join(" ")));
            }
        }
        lines.push(line);
    }
    let said = table
        .text
        .iter()
        .map(|(word, said)| format!("text {word}={} in {}", said.value, said.place));
    lines.extend(said);
    lines.extend(table.issues.iter().map(ToString::to_string));
    lines
}

/// A sheet of texts: `<` goes on from the cell to the left, `^` from the one above.
fn grid(name: &str, rows: &[&[&str]]) -> Grid {
    let mut grid = Grid::new(name);
    let at = |row: usize, column: usize| At {
        row_index: u32::try_from(row).unwrap(),
        column_index: u32::try_from(column).unwrap(),
    };
    let text = |row: usize, column: usize| rows.get(row).and_then(|r| r.get(column)).copied();
    for (row, texts) in rows.iter().enumerate() {
        for (column, own) in texts.iter().enumerate() {
            if *own != "<" && *own != "^" {
                grid.put(at(row, column), Cell::text(*own));
            }
        }
    }
    for (row, texts) in rows.iter().enumerate() {
        for (column, own) in texts.iter().enumerate() {
            let right =
                (column + 1..texts.len()).take_while(|c| text(row, *c) == Some("<")).count();
            let down = (row + 1..rows.len()).take_while(|r| text(*r, column) == Some("^")).count();
            if *own != "<" && *own != "^" && right + down > 0 {
                let (rows, columns) = (u32::try_from(down).unwrap(), u32::try_from(right).unwrap());
                let origin = at(row, column);
                grid.cover(Span { origin, row_count: rows + 1, column_count: columns + 1 });
            }
        }
    }
    grid
}

/// What a layout makes of a sheet: records, texts, issues, ignored cells, figures outside.
fn show_grid(layout: &str, grid: &Grid) -> Vec<String> {
    let origin = Origin { file: "page.html", charset: None, period: None };
    let mut parsed = Parsed::default();
    let source = source(layout);
    let grids = std::slice::from_ref(grid);
    crosstab::read_grids(grids, &[], origin, &source, &Limits::standard(), &mut parsed).unwrap();
    let mut lines = Vec::new();
    for table in &parsed.tables {
        let (issues, records): (Vec<String>, Vec<String>) =
            show(table).into_iter().partition(|line| line.contains(": page.html, "));
        lines.extend(issues.iter().filter(|line| line.starts_with("heading")).cloned());
        lines.extend(records);
        lines.extend(issues.into_iter().filter(|line| !line.starts_with("heading")));
        if table.ignored_cells > 0 {
            lines.push(format!("ignored {}", table.ignored_cells));
        }
    }
    lines.extend(parsed.outside.iter().map(|(_, cells)| format!("outside {}", cells.join(" "))));
    lines.extend(parsed.issues.iter().map(|file| file.issue.to_string()));
    lines
}

fn check(layout: &str, page: &str, expected: &[&str]) {
    let origin = Origin { file: "page.html", charset: Some("utf-8"), period: None };
    let parsed = parse(page.as_bytes(), origin, &source(layout), &Limits::standard()).unwrap();
    let mut lines: Vec<String> = parsed.tables.iter().flat_map(show).collect();
    lines.extend(parsed.issues.iter().map(|file| file.issue.to_string()));
    assert_eq!(lines, expected);
}

#[test]
fn headings_and_labels_add_up_by_place() {
    check(
        PARTNERS,
        PAGE,
        &[
            "B5 = 22,297.0 | head period=month trade_flow=X {month}=3 | line {area}=Total",
            "C5 = 68,466.7 | head period=ytd trade_flow=X {month}=3 | line {area}=Total",
            "B6 = 711.8 | head period=month trade_flow=X {month}=3 | line level=of_which {area}=Germany",
            "C6 = - | head period=ytd trade_flow=X {month}=3 | line level=of_which {area}=Germany",
            "text {period}=Mar 2026 in A1",
            "text {unit}=CNY 100 Million in A2",
        ],
    );
}

#[test]
fn an_unknown_heading_label_or_unit_names_its_cell() {
    let changed = PAGE
        .replace("1- to-3", "1- till-3")
        .replace("Germany", "Germny")
        .replace("100 Million", "10 Million");
    check(
        PARTNERS,
        &changed,
        &[
            "B5 = 22,297.0 | head period=month trade_flow=X {month}=3 | line {area}=Total",
            "text {period}=Mar 2026 in A1",
            "unknown-word: page.html, sheet `table 1`, cell A2: got `CNY 10 Million`, expected a \
             {unit} in the text `Unit: {unit}` (nearest: `CNY 100 Million`)",
            "unknown-heading: page.html, sheet `table 1`, cell C4: got `1-till-3`, expected one of \
             `Export`, `Import`, `1-to-{month}`, `{month}`, with labels of lookups.toml",
            "unknown-label: page.html, sheet `table 1`, cell A6: got `of which: Germny`, expected \
             one of `of which: {area}`, `{area}`, with labels of lookups.toml (nearest: `Germany`)",
        ],
    );
}

#[test]
fn two_headings_that_contradict_are_an_issue() {
    let both = PAGE.replace("<td>3</td>", "<td>Import</td>");
    let origin = Origin { file: "page.html", charset: Some("utf-8"), period: None };
    let parsed = parse(both.as_bytes(), origin, &source(PARTNERS), &Limits::standard()).unwrap();
    let issues: Vec<String> = parsed.tables[0].issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        issues,
        ["heading-conflict: page.html, sheet `table 1`, cell B4: got `M`, expected `X` for \
          trade_flow, as above it"]
    );
}

#[test]
fn a_file_no_layout_takes_names_the_nearest_and_its_cell() {
    let layout = PARTNERS.replace(
        "find = { text = \"Trade by Partner\" }",
        "find = { text = \"Trade by Partner\", head = [\"Partner\", \"Export\"] }",
    );
    check(
        &layout,
        &PAGE.replace(">Export<", ">Exports<"),
        &[
            "no-layout: page.html, sheet `table 1`, cell B3: got `Exports`, expected a cell `Export`; \
           `partners` came nearest with 2 of 3 words, it misses `Export`",
        ],
    );
}

#[test]
fn blocks_lend_their_year_and_controls_stand_apart() {
    let layout = r#"
[[table]]
id = "partners"
find = { text = "Exhibit 12" }
grid = { head = "Period", head_rows = 2, stub = 1, fill_right = true }
[table.text]
"Exhibit 12" = {}
[table.head]
"Exports" = { trade_flow = "X" }
"BOP" = { measure = "VALUE_BOP" }
"Census" = { measure = "VALUE" }
[table.line]
"{year}" = { opens = "year" }
"{month}" = { period = "month" }
"{month} (R)" = { period = "month", revised = true }
"{month} data as published last month:" = { opens = "control", period = "month" }
"" = { within = "control" }
"#;
    let page = "<h1>Exhibit 12</h1><table>\
        <tr><td>Period</td><td>Exports</td><td></td></tr><tr><td></td><td>BOP</td><td>Census</td></tr>\
        <tr><td>2025</td><td></td><td></td></tr>\
        <tr><td>October (R)</td><td>204314</td><td>203607</td></tr>\
        <tr><td>October data as published last month:</td><td></td><td></td></tr>\
        <tr><td></td><td>203457</td><td>202783</td></tr></table>";
    check(
        layout,
        page,
        &[
            "B4 = 204314 | block {year}=2025 | head measure=VALUE_BOP trade_flow=X | line period=month {month}=October",
            "C4 = 203607 | block {year}=2025 | head measure=VALUE trade_flow=X | line period=month {month}=October",
            "B6 = 203457 (control) | block period=month {month}=October {year}=2025 | head measure=VALUE_BOP trade_flow=X",
            "C6 = 202783 (control) | block period=month {month}=October {year}=2025 | head measure=VALUE trade_flow=X",
        ],
    );
}

#[test]
fn growth_rows_without_a_label_take_the_one_above() {
    let layout = PARTNERS.replace(
        "\"{area}\" = {}",
        "\"{area}\" = {}\n\"\" = { label = \"above\", transformation = \"GY\", unit_measure = \"PT\" }",
    );
    let page = "<table><tr><td>Trade by Partner, Mar 2026</td></tr><tr><td>Unit: CNY 100 Million</td></tr>\
        <tr><td>Partner</td><td>Export</td></tr><tr><td></td><td>3</td></tr>\
        <tr><td>Germany</td><td>711.8</td></tr><tr><td></td><td>21.2</td></tr></table>";
    check(
        &layout,
        page,
        &[
            "B5 = 711.8 | head period=month trade_flow=X {month}=3 | line {area}=Germany",
            "B6 = 21.2 | head period=month trade_flow=X {month}=3 | line transformation=GY unit_measure=PT {area}=Germany",
            "text {period}=Mar 2026 in A1",
            "text {unit}=CNY 100 Million in A2",
        ],
    );
}

#[test]
fn a_layout_whose_validity_has_ended_does_not_take_the_table() {
    let old = PARTNERS
        .replace("[table.text]", "[table.text]\n")
        .replace("id = \"partners\"", "id = \"partners\"\nvalid = \"..2025-12\"");
    check(
        &old,
        PAGE,
        &["layout-not-valid: page.html, sheet `table 1`: got `2026-03`, expected a release of \
           ..2025-12, for which the layout holds"],
    );
}

#[test]
fn records_read_every_column_by_name() {
    let layout = r#"
[[records]]
id = "partners"
find = { columns = ["partner", "export"], text = "Jan-Nov" }
ignore = ["note"]
preamble = 1
[records.text]
"Jan-Nov, {label}" = {}
[records.columns]
partner = "{area}"
[records.measure]
"export" = { trade_flow = "X", period = "ytd", unit = "CNY 100 Million" }
"#;
    let text = "# Jan-Nov\nJan-Nov, 2025\npartner,note,export\n";
    let text = text.strip_prefix("# Jan-Nov\n").unwrap().to_owned()
        + "Total,x,\"3,414,732.8\"\nFrance,y,1\n";
    check(
        layout,
        &text,
        &[
            "export = 3,414,732.8 | head period=ytd trade_flow=X {unit}=CNY 100 Million | line {area}=Total",
            "text {label}=2025 in line 1",
            "unknown-label: page.html, record 2, cell partner: got `France`, expected `{area}`, with \
             labels of lookups.toml",
        ],
    );
}
