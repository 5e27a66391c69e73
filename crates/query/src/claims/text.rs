//! How verdicts are shown to people.

use std::fmt::Write as _;

use crate::claims::{CellUsed, ReadingVerdict, Verdict, Word};

/// Cells listed under a claim; `--json` lists them all.
const CELLS_SHOWN_MAX: usize = 8;
/// Digits of a digest that people are shown.
const DIGEST_SHOWN: usize = 8;

/// One line per claim: id, verdict, what it came to.
pub fn summary(verdicts: &[Verdict]) -> String {
    let ids = verdicts.iter().map(|verdict| verdict.id.len()).max().unwrap_or_default();
    let words = verdicts.iter().map(|v| v.verdict.text().len()).max().unwrap_or_default();
    let mut text = String::new();
    for verdict in verdicts {
        let line = format!(
            "{:<ids$}  {:<words$}  {}",
            verdict.id,
            verdict.verdict.text(),
            came_to(verdict)
        );
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

fn came_to(verdict: &Verdict) -> String {
    if verdict.verdict == Word::DependsOnTheReading {
        let met = verdict.readings.iter().filter(|r| r.verdict != Word::NotYetComputable);
        let (mut of, mut holding) = (0, 0);
        for reading in met {
            of += 1;
            holding += usize::from(reading.verdict != Word::DoesNotHold);
        }
        return format!("{} printed: {holding} of {of} readings give it", verdict.published);
    }
    match (&verdict.then, &verdict.now) {
        (Some(then), Some(now)) if verdict.verdict == Word::HeldRevisedSince => {
            format!("{} then, {} now", then.text, now.text)
        }
        (Some(then), _) => format!("{} printed, {} found", verdict.published, then.text),
        (None, _) => verdict.published.clone(),
    }
}

/// One block per claim, with its readings, notes and cells.
pub fn blocks(verdicts: &[Verdict]) -> String {
    let blocks: Vec<String> = verdicts.iter().map(block).collect();
    blocks.join("\n")
}

fn block(verdict: &Verdict) -> String {
    let mut text = format!("{}: {}\n", verdict.id, verdict.verdict.text());
    let _ = writeln!(text, "  {}: {}", verdict.statement, verdict.published);
    for reading in &verdict.readings {
        push_reading(&mut text, reading);
    }
    for note in &verdict.notes {
        let _ = writeln!(text, "  note: {note}");
    }
    for cell in verdict.cells.iter().take(CELLS_SHOWN_MAX) {
        push_cell(&mut text, cell);
    }
    let rest = verdict.cells.len().saturating_sub(CELLS_SHOWN_MAX);
    if rest > 0 {
        let _ = writeln!(text, "  and {rest} cells more; --json lists them all");
    }
    text
}

fn push_reading(text: &mut String, reading: &ReadingVerdict) {
    let _ = writeln!(text, "  - {}: {}", reading.name, reading.verdict.text());
    if let Some(then) = &reading.then {
        let found = match &reading.now {
            Some(now) if now.value != then.value => format!("{}; today {}", then.text, now.text),
            _ => then.text.clone(),
        };
        let _ = writeln!(text, "    {found} (expected {})", reading.expected);
    }
    for note in &reading.notes {
        let _ = writeln!(text, "    {note}");
    }
}

fn push_cell(text: &mut String, cell: &CellUsed) {
    let place = [
        cell.member.as_ref().map(|member| format!("member {member}")),
        cell.sheet.as_ref().map(|sheet| format!("sheet {sheet}")),
        cell.record.map(|record| format!("record {record}")),
        cell.cell.clone(),
    ];
    let place = place.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let _ = writeln!(
        text,
        "  cell: {}#{} {place}, snapshot {}, {} {}: {}",
        cell.release,
        cell.dataset,
        cell.snapshot.get(..DIGEST_SHOWN).unwrap_or(&cell.snapshot),
        cell.time_period,
        cell.period_kind,
        cell.value.as_ref().map_or("none".to_owned(), |value| format!("{value} {}", cell.unit)),
    );
}
