//! How an explained observation is shown to people.

use std::fmt::Write as _;

use portbook_model::address::Cell;
use portbook_model::concept::Concept;

use crate::explain::{CaptureInfo, CorrectionInfo, Explained, Mark, Neighbour, Neighbourhood};
use crate::published_row::PublishedRow;
use crate::text_table::{cut, fitted, width};

/// Columns of the terminal that one neighbour may take.
const NEIGHBOUR_WIDTH_MAX: usize = 28;
/// Digits of a digest that people are shown.
const DIGEST_SHOWN: usize = 8;

/// Before the columns of a sheet: its row numbers.
const MARGIN: usize = 8;

/// Everything known about an observation, as lines for a terminal; the cells around it take no more
/// than `width_columns`.
pub fn render(
    explained: &Explained,
    capture: Option<&CaptureInfo>,
    neighbourhood: Option<&Neighbourhood>,
    width_columns: usize,
) -> String {
    let mut text = String::new();
    facts(&mut text, explained, capture);
    text.push_str("\nseries\n");
    for concept in Concept::ALL {
        let value = explained.row.series.get(concept);
        let _ = writeln!(text, "  {:<20}{value}", concept.name());
    }
    text.push_str("\nvintages\n");
    for row in &explained.vintages {
        vintage(&mut text, row);
    }
    if let Some(neighbourhood) = neighbourhood.filter(|n| !n.rows.is_empty()) {
        text.push_str("\naround the cell ([figure], <gave it its meaning>)\n");
        around(&mut text, neighbourhood, width_columns);
    }
    text
}

fn facts(text: &mut String, explained: &Explained, capture: Option<&CaptureInfo>) {
    let row = &explained.row;
    let mut fact = |name: &str, value: String| {
        let _ = writeln!(text, "{name:<12}{value}");
    };
    fact("key", explained.key());
    fact("observation", row.observation_id());
    fact("value", value_line(row));
    fact(
        "period",
        format!(
            "{}, {}, {} to {}",
            row.time_period,
            row.series.get(Concept::PeriodKind),
            row.period_start,
            row.period_end
        ),
    );
    fact("level", row.level.clone());
    fact("release", format!("{}, {} ({})", row.release, row.released_at, row.released_basis));
    if let Some(at) = row.superseded_at {
        fact("superseded", at.to_string());
    }
    let address = explained.address_shown();
    fact("address", if address.is_empty() { "none".to_owned() } else { address });
    fact("snapshot", format!("sha256 {}", row.snapshot));
    match capture {
        Some(capture) => {
            fact("captured", capture.captured_at.to_string());
            let url = if capture.url.is_empty() { "by hand, no address" } else { &capture.url };
            fact("from", url.to_owned());
            if let Some(note) = &capture.note {
                fact("note", note.clone());
            }
            if let Some(said) = &capture.correction {
                let CorrectionInfo { action, expect, reason, reference, by, date, place } = said;
                fact("corrected", format!("{action} of the printed `{expect}`: {reason}"));
                fact("says", format!("{by}, {date}, {place}: {reference}"));
            }
        }
        None => fact("captured", format!("first seen {}", row.first_seen_at)),
    }
}

/// `182146000000 USD, printed 182146 in 10^6`.
fn value_line(row: &PublishedRow) -> String {
    let unit = row.series.get(Concept::UnitMeasure);
    let Some(value) = row.value_text() else {
        return format!("none, obs_status {}", row.obs_status);
    };
    let mut line = format!("{} {unit}", grouped(&value));
    if let Some(printed) = row.printed() {
        let _ = write!(line, ", printed `{printed}`");
    }
    if row.unit_mult != 0 {
        let _ = write!(line, " in units of 10^{}", row.unit_mult);
    }
    if row.obs_status != "A" {
        let _ = write!(line, ", obs_status {}", row.obs_status);
    }
    line
}

fn vintage(text: &mut String, row: &PublishedRow) {
    let value = row.value_text().map_or("none".to_owned(), |value| grouped(&value));
    let digest = row.snapshot.get(..DIGEST_SHOWN).unwrap_or(&row.snapshot);
    let _ = write!(
        text,
        "  {}  {}  {value} {}  {}  {}  snapshot {digest}",
        row.revision,
        row.released_at,
        row.series.get(Concept::UnitMeasure),
        row.release,
        row.address,
    );
    if let Some(at) = row.superseded_at {
        let _ = write!(text, "  superseded {at}");
    }
    if let Some(reason) = &row.revision_reason {
        let _ = write!(text, "  ({reason})");
    }
    text.push('\n');
}

/// Groups of three before the point: `1075848.1` is `1,075,848.1`.
pub(crate) fn grouped(decimal: &str) -> String {
    let (sign, body) = decimal.strip_prefix('-').map_or(("", decimal), |rest| ("-", rest));
    let (whole, fraction) = body.split_once('.').map_or((body, None), |(w, f)| (w, Some(f)));
    let mut text = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

fn around(text: &mut String, neighbourhood: &Neighbourhood, width_columns: usize) {
    let grid = neighbourhood
        .rows
        .iter()
        .map(|row| row.iter().map(|near| Some((Cell::parse(&near.cell)?, near))).collect())
        .collect::<Option<Vec<Vec<(Cell, &Neighbour)>>>>();
    match grid {
        Some(grid) => sheet(text, &grid, width_columns),
        None => record(text, neighbourhood),
    }
}

/// Rows and columns under their A1 names; an ellipsis where rows were left out.
fn sheet(text: &mut String, grid: &[Vec<(Cell, &Neighbour)>], width_columns: usize) {
    let mut columns: Vec<u32> = grid.iter().flatten().map(|(cell, _)| cell.column_index).collect();
    columns.sort_unstable();
    columns.dedup();
    let shown = |near: &Neighbour, width_max: usize| cut(&marked(near), width_max);
    let widths: Vec<usize> = columns
        .iter()
        .map(|column| {
            let cells = grid.iter().flatten().filter(|(cell, _)| cell.column_index == *column);
            let cells = cells.map(|(_, near)| width(&shown(near, NEIGHBOUR_WIDTH_MAX)));
            cells.max().unwrap_or_default().max(2)
        })
        .collect();
    let widths = fitted(widths.clone(), width_columns.saturating_sub(MARGIN)).unwrap_or(widths);
    let mut head = " ".repeat(MARGIN);
    for (column, column_width) in columns.iter().zip(&widths) {
        let name = Cell { row_index: 0, column_index: *column }.to_string();
        let letters = name.trim_end_matches('1');
        let _ = write!(head, "{letters:<column_width$}  ");
    }
    let _ = writeln!(text, "{}", head.trim_end());
    let mut row_above: Option<u32> = None;
    for row in grid {
        let Some(row_index) = row.first().map(|(cell, _)| cell.row_index) else { continue };
        if row_above.is_some_and(|above| row_index > above + 1) {
            text.push_str("      …\n");
        }
        row_above = Some(row_index);
        let mut line = format!("{:>6}  ", row_index + 1);
        for (column, column_width) in columns.iter().zip(&widths) {
            let cell = row.iter().find(|(cell, _)| cell.column_index == *column);
            let field = cell.map(|(_, near)| shown(near, *column_width)).unwrap_or_default();
            line.push_str(&field);
            line.push_str(&" ".repeat(column_width.saturating_sub(width(&field)) + 2));
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// A record file has names, not places.
fn record(text: &mut String, neighbourhood: &Neighbourhood) {
    let cells = neighbourhood.rows.iter().flatten();
    let names = cells.map(|near| width(&near.cell)).max().unwrap_or_default();
    for row in &neighbourhood.rows {
        for near in row {
            let blanks = " ".repeat(names - width(&near.cell));
            let _ = writeln!(text, "  {}{blanks}  {}", near.cell, marked(near));
        }
    }
}

fn marked(near: &Neighbour) -> String {
    match near.mark {
        Mark::Value => format!("[{}]", near.text),
        Mark::Heading => format!("<{}>", near.text),
        Mark::Near => near.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(cell: &str, text: &str, mark: Mark) -> Neighbour {
        Neighbour { cell: cell.to_owned(), text: text.to_owned(), mark }
    }

    #[test]
    fn digits_are_grouped_before_the_point_only() {
        for (plain, shown) in
            [("1075848.1234", "1,075,848.1234"), ("-182146", "-182,146"), ("100", "100")]
        {
            assert_eq!(grouped(plain), shown);
        }
    }

    #[test]
    fn the_neighbourhood_keeps_its_places() {
        let rows = vec![
            vec![near("A5", "Period", Mark::Near), near("F5", "Exports", Mark::Heading)],
            vec![near("A47", "November", Mark::Heading), near("F47", "183,135", Mark::Value)],
        ];
        let mut text = String::new();
        around(&mut text, &Neighbourhood { rows }, 80);
        let expected = "        A           F\n     5  Period      <Exports>\n      …\n    47  <November>  [183,135]\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_sheet_gives_way_to_a_narrow_page_but_no_figure_does() {
        let title = "Exhibit 12. U.S. Trade in Goods";
        let rows = vec![
            vec![near("A3", title, Mark::Heading), near("F3", "", Mark::Near)],
            vec![near("A47", "November", Mark::Near), near("F47", "183,135", Mark::Value)],
        ];
        let mut text = String::new();
        around(&mut text, &Neighbourhood { rows }, 40);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "     3  <Exhibit 12. U.S. Tr…");
        assert_eq!(lines[3], "    47  November               [183,135]");
    }

    #[test]
    fn a_record_is_a_list_of_names() {
        let rows = vec![vec![
            near("date", "2025-11-01", Mark::Heading),
            near("ytd_value", "3413.0", Mark::Value),
        ]];
        let mut text = String::new();
        around(&mut text, &Neighbourhood { rows }, 80);
        assert_eq!(text, "  date       <2025-11-01>\n  ytd_value  [3413.0]\n");
    }
}
