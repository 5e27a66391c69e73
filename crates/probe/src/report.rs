//! Findings as a page for people, never wider than asked.

use crate::findings::{Findings, Found};

/// Tables told in full; the others are counted.
const TABLES_SHOWN: usize = 12;

/// The report, its lines cut at `width` columns of characters.
pub fn report(findings: &Findings, width: usize) -> String {
    let mut lines = vec![format!("{}: {}", findings.file, findings.kind)];
    if let Some(charset) = &findings.charset {
        let delimiter = findings.delimiter.map(|mark| format!(", cut at {mark:?}"));
        lines.push(format!("  text in {charset}{}", delimiter.unwrap_or_default()));
    }
    lines.extend(findings.damage.iter().map(|damage| format!("  damaged: {damage}")));
    lines.push(format!("  {}", counted(findings.tables.len(), "table")));
    for table in findings.tables.iter().take(TABLES_SHOWN) {
        lines.extend(of_table(table));
    }
    if findings.tables.len() > TABLES_SHOWN {
        lines.push(format!("\n… and {} more (--json)", findings.tables.len() - TABLES_SHOWN));
    }
    if !findings.without_table.is_empty() {
        lines.push(format!("\nwithout a table: {}", findings.without_table.join(", ")));
    }
    if findings.tables.is_empty() {
        lines.push("  nothing here looks like a heading over rows of figures".to_owned());
        lines.push("  every cell of it: portbook parse FILE --raw".to_owned());
        return lines.iter().flat_map(|line| folded(line, width)).collect::<Vec<_>>().join("\n");
    }
    lines
        .push(format!("\n{} a person must answer:", counted(findings.questions.len(), "question")));
    for (at, question) in findings.questions.iter().enumerate() {
        let place = if question.place.is_empty() { "file" } else { &question.place };
        let tables = match question.tables {
            1 => String::new(),
            several => format!(" ({several} tables)"),
        };
        lines.push(format!("{:>3}. {place}: {}{tables}", at + 1, question.text));
    }
    let cut = |line: &String| -> Vec<String> { folded(line, width) };
    lines.iter().flat_map(cut).collect::<Vec<_>>().join("\n")
}

fn of_table(table: &Found) -> Vec<String> {
    let sheet = table.sheet.as_ref().map(|sheet| format!("{sheet}!")).unwrap_or_default();
    let hidden = if table.is_hidden { " (hidden)" } else { "" };
    let kind = if table.is_records { "records" } else { "table" };
    let mut lines = vec![format!("\n{kind} {sheet}{}{hidden}", table.area)];
    lines.extend(table.title.as_ref().map(|title| format!("  title    {title}")));
    let rows: Vec<String> = table.heading_rows.iter().map(ToString::to_string).collect();
    let groups = match table.groups {
        0 => String::new(),
        1 => ", 1 row of one text between the lines".to_owned(),
        groups => format!(", {groups} rows of one text between the lines"),
    };
    lines.push(format!(
        "  heading  {} ({}); labels in {}; {} of figures{groups}",
        counted(rows.len(), "row"),
        rows.join(" "),
        table.stub_columns.join(" "),
        counted(table.value_columns, "column")
    ));
    let months = |span: &Option<String>, last: bool| {
        let span = span.as_deref().unwrap_or_default();
        let (from, to) = span.split_once('/').unwrap_or((span, span));
        if last { to.to_owned() } else { from.to_owned() }
    };
    lines.push(match table.dated {
        0 => format!("  figures  {}, none dated", table.values),
        dated => format!(
            "  figures  {}, {dated} dated, {} to {}",
            table.values,
            months(&table.first_period, false),
            months(&table.last_period, true)
        ),
    });
    if !table.units.is_empty() {
        let texts: Vec<&str> = table.units.iter().take(6).map(|unit| unit.text.as_str()).collect();
        let more = table.units.len().saturating_sub(6);
        let more = if more > 0 { format!(" | {more} more") } else { String::new() };
        lines.push(format!("  units    {}{more}", texts.join(" | ")));
    }
    let signs =
        table.signs.iter().map(|(sign, (count, cell))| format!("`{sign}` {count}× ({cell})"));
    let blank =
        (table.blanks.0 > 0).then(|| format!("blank {}× ({})", table.blanks.0, table.blanks.1));
    let signs: Vec<String> = signs.chain(blank).collect();
    if !signs.is_empty() {
        lines.push(format!("  no value {}", signs.join(", ")));
    }
    for (column, likely) in &table.codes {
        lines.push(format!(
            "  codes    column {column}: {} of {} labels are of `{}`",
            likely.matched, likely.of, likely.list
        ));
    }
    lines.extend(table.notes.iter().take(3).map(|note| format!("  note     {note}")));
    lines
}

/// `1 table`, `2 tables`.
fn counted(count: usize, of: &str) -> String {
    if count == 1 { format!("1 {of}") } else { format!("{count} {of}s") }
}

/// A line cut to a width between words, what follows indented.
fn folded(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for part in line.split('\n') {
        let mut current = String::new();
        for word in part.split_inclusive(' ') {
            let length = current.chars().count() + word.trim_end().chars().count();
            if length > width && !current.trim().is_empty() {
                lines.push(current.trim_end().to_owned());
                current = " ".repeat(11);
            }
            current.push_str(word);
        }
        let kept: String = current.trim_end().chars().take(width).collect();
        lines.push(kept);
    }
    lines
}
