//! How a computed figure and its cells are shown to people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use portbook_model::concept::Concept;
use portbook_model::status::RevisionReason;

use super::{Derived, Figure, Step, key};
use crate::explain::CaptureInfo;
use crate::explain::text::grouped;
use crate::published_row::PublishedRow;

/// The figures with their arithmetic, then every cell.
pub fn render(derived: &Derived, captures: &BTreeMap<String, CaptureInfo>) -> String {
    let mut text = format!("{}\n", derived.title);
    for figure in &derived.figures {
        text.push('\n');
        push_figure(&mut text, figure, &derived.cells);
    }
    let _ = writeln!(text, "\n{} cells", derived.cells.len());
    for (at, row) in derived.cells.iter().enumerate() {
        push_cell(&mut text, at + 1, row, captures.get(&row.snapshot));
    }
    text
}

fn push_figure(text: &mut String, figure: &Figure, cells: &[PublishedRow]) {
    if !figure.name.is_empty() {
        let _ = writeln!(text, "{}", figure.name);
    }
    for line in came_to(figure) {
        let _ = writeln!(text, "  {line}");
    }
    let _ = writeln!(text, "  {}", figure.sql);
    for note in &figure.notes {
        let _ = writeln!(text, "  note: {note}");
    }
    for step in &figure.steps {
        let _ = writeln!(text, "  {}", headline(step));
        let width = step.terms.iter().map(|term| signed(&term.value).chars().count()).max();
        let width = width.unwrap_or_default();
        for term in &step.terms {
            let places: Vec<String> = term
                .cells
                .iter()
                .map(|cell| format!("[{}] {}", cell + 1, short(&cells[*cell])))
                .collect();
            let _ = writeln!(text, "    {:>width$}  {}", signed(&term.value), places.join(", "));
        }
    }
    if figure.steps.is_empty() {
        for cell in &figure.cells {
            let _ = writeln!(text, "    [{}] {}", cell + 1, short(&cells[*cell]));
        }
    }
}

/// What a figure came to, in a line or two.
pub(crate) fn came_to(figure: &Figure) -> Vec<String> {
    let mut lines = Vec::new();
    match &figure.outcome {
        Some(outcome) => {
            let expected = figure.expected.as_deref().unwrap_or_default();
            let is_met = if outcome.as_printed { "as printed" } else { "not as printed" };
            lines.push(format!("{} ({is_met}: expected {expected})", outcome.text));
        }
        None => lines.extend(figure.answer.iter().map(|(name, value)| {
            format!("{name} = {}", value.as_deref().map_or("null".to_owned(), grouped))
        })),
    }
    lines
}

/// `sum(obs_value) where trade_flow = X: 1,234`.
pub fn headline(step: &Step) -> String {
    let group: Vec<String> =
        step.group.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    let group = if group.is_empty() { String::new() } else { format!(", {}", group.join(", ")) };
    let value = step.value.as_deref().map_or("null".to_owned(), grouped);
    format!("{}{group} = {value}", step.expression)
}

/// With its sign, as terms are written.
pub fn signed(value: &str) -> String {
    let is_number = value.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
    match () {
        () if !is_number => value.to_owned(),
        () if value.starts_with('-') => grouped(value),
        () => format!("+{}", grouped(value)),
    }
}

/// Enough to know a cell by.
pub(crate) fn short(row: &PublishedRow) -> String {
    let series = |concept| row.series.get(concept);
    let telling = [
        Concept::TradeFlow,
        Concept::CounterpartArea,
        Concept::Commodity,
        Concept::Measure,
        Concept::Currency,
        Concept::PeriodKind,
    ];
    let words: Vec<&str> =
        telling.into_iter().map(series).filter(|word| !["_Z", "_T"].contains(word)).collect();
    let address = row.address.to_string();
    let address = if address.is_empty() { "no cell: it vanished" } else { &address };
    format!("{} {} {}, {address}", row.release, row.time_period, words.join(" "))
}

/// Said of a value that is not the printed one.
pub(crate) fn corrected(row: &PublishedRow) -> &'static str {
    let is_corrected = row.revision_reason.as_deref() == Some(RevisionReason::Correction.code());
    if is_corrected { " (corrected)" } else { "" }
}

fn push_cell(text: &mut String, number: usize, row: &PublishedRow, capture: Option<&CaptureInfo>) {
    let unit = row.series.get(Concept::UnitMeasure);
    let value = row.value_text().map_or("none".to_owned(), |value| grouped(&value));
    let printed = row.printed().map_or(String::new(), |printed| format!(", printed `{printed}`"));
    let mult = if row.unit_mult == 0 { String::new() } else { format!(" in 10^{}", row.unit_mult) };
    let corrected = corrected(row);
    let _ = writeln!(text, "  [{number}] {}: {value} {unit}{corrected}{printed}{mult}", key(row));
    let _ = writeln!(text, "      {}", short(row));
    let from = capture.map_or(String::new(), |capture| {
        let url = if capture.url.is_empty() { "by hand" } else { &capture.url };
        format!(", {url} at {}", capture.captured_at)
    });
    let _ = writeln!(text, "      sha256 {}{from}", row.snapshot);
}
