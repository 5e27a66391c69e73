//! `layout explain`: which words gave the values of a file their meaning.

use portbook_pipeline::explained::{Said, Table, Value, explained};

use crate::arguments::{Layout, LayoutExplain, Shared};
use crate::output;

/// Exit code if something of the file was not understood.
const REFUSED: u8 = 65;
/// Narrowest column of a table that is cut to fit.
const COLUMN_WIDTH_MIN: usize = 6;

pub(crate) fn layout(shared: &Shared, layout: &Layout) -> anyhow::Result<u8> {
    match layout {
        Layout::Explain(arguments) => explain(shared, arguments),
    }
}

fn explain(shared: &Shared, arguments: &LayoutExplain) -> anyhow::Result<u8> {
    let now = shared.now.unwrap_or_else(super::clock);
    let (source, cell) = (arguments.source.as_deref(), arguments.cell.as_deref());
    let parser = super::parser()?;
    let tables = explained(&arguments.file, &shared.pipelines, source, cell, now, &parser)?;
    if shared.json {
        output::json(&serde_json::to_value(&tables)?);
    } else {
        let texts: Vec<String> = tables.iter().map(|table| people(table, cell)).collect();
        output::print(&texts.join("\n"));
    }
    let understood = |table: &Table| {
        table.issues.is_empty() && table.values.iter().all(|value| value.refused.is_none())
    };
    for issue in tables.iter().flat_map(|table| &table.issues) {
        output::error(&anyhow::anyhow!("{issue}"));
    }
    Ok(if tables.iter().all(understood) { 0 } else { REFUSED })
}

fn people(table: &Table, cell: Option<&str>) -> String {
    let sheet = table.sheet.as_ref().map(|sheet| format!(", sheet `{sheet}`")).unwrap_or_default();
    let mut text = format!("{}#{}{sheet}\n", table.source, table.dataset);
    match cell {
        Some(_) => {
            for value in &table.values {
                text.push_str(&format!("\n{}\n", title(value)));
                text.push_str(&words(&value.words));
            }
        }
        None => text.push_str(&all(table)),
    }
    text
}

fn title(value: &Value) -> String {
    let record = value.record.map(|record| format!("record {record}, ")).unwrap_or_default();
    let control = if value.role == "control" { ", printed again to be compared" } else { "" };
    let refused = value.refused.as_ref().map(|why| format!("\nrefused: {why}")).unwrap_or_default();
    format!("{record}{} prints `{}`{control}{refused}", value.cell, value.text)
}

/// A paragraph for each word that speaks: where it stands, the pattern that reads it, and the
/// columns it gives.
fn words(words: &[Said]) -> String {
    let mut spoken: Vec<(String, Vec<String>)> = Vec::new();
    for said in words {
        let by = speaker(said);
        let gives = format!("{} {}", said.column, said.code);
        match spoken.iter_mut().find(|(known, _)| *known == by) {
            Some((_, given)) => given.push(gives),
            None => spoken.push((by, vec![gives])),
        }
    }
    // Constants and what follows from the rest come last.
    spoken.sort_by_key(|(by, _)| match by.as_str() {
        "source.toml" => 2,
        "rule" => 1,
        _ => 0,
    });
    let mut text = String::new();
    for (by, given) in spoken {
        text.push_str(&folded(&by, 2));
        text.push_str(&folded(&given.join(", "), 6));
    }
    text
}

/// `line A8 `Netherlands`, layout.toml:27 `{area}`, [area] Netherlands`.
fn speaker(said: &Said) -> String {
    let mut by = said.place.clone();
    if let Some(cell) = &said.cell {
        by.push_str(&format!(" {cell}"));
    }
    if let Some(text) = said.text.as_ref().filter(|text| said.cell.as_ref() != Some(*text)) {
        by.push_str(&format!(" `{text}`"));
    }
    if let Some(line) = said.line {
        by.push_str(&format!(", layout.toml:{line}"));
    }
    if let Some(pattern) = &said.pattern {
        by.push_str(&format!(" `{pattern}`"));
    }
    if let Some(lookup) = &said.lookup {
        by.push_str(&format!(", {lookup}"));
    }
    by
}

/// A text between words cut to the page, all its lines indented.
fn folded(text: &str, indent: usize) -> String {
    let page = output::page();
    let margin = " ".repeat(indent);
    let mut lines = vec![margin.clone()];
    for word in text.split(' ') {
        let current = lines.last_mut().expect("it began with one");
        let width = console::measure_text_width(current) + 1 + console::measure_text_width(word);
        if width > page && current.len() > indent {
            lines.push(format!("{margin}  {word}"));
        } else if current.len() > indent {
            current.push_str(&format!(" {word}"));
        } else {
            current.push_str(word);
        }
    }
    lines.join("\n") + "\n"
}

/// What all values share once, then a line for each value with what tells it from the others.
fn all(table: &Table) -> String {
    let Some((first, rest)) = table.values.split_first() else {
        return "no value\n".to_owned();
    };
    let is_shared = |said: &&Said| rest.iter().all(|value| value.words.contains(said));
    let shared: Vec<Said> = first.words.iter().filter(is_shared).cloned().collect();
    let mut columns: Vec<&str> = Vec::new();
    for said in table.values.iter().flat_map(|value| &value.words) {
        let told = shared.iter().any(|shared| shared.column == said.column);
        if !told && !columns.contains(&said.column.as_str()) {
            columns.push(&said.column);
        }
    }
    let mut heading = vec!["cell".to_owned(), "prints".to_owned()];
    heading.extend(columns.iter().map(|column| (*column).to_owned()));
    let mut rows = vec![heading];
    for value in &table.values {
        let record = value.record.map(|record| format!(":{record}")).unwrap_or_default();
        let mut row = vec![format!("{}{record}", value.cell), value.text.clone()];
        row.extend(columns.iter().map(|column| {
            let said = value.words.iter().filter(|said| said.column == *column);
            let texts = said.map(|said| {
                let at = said.cell.as_deref().unwrap_or_default();
                format!("{} {at}", said.code).trim_end().to_owned()
            });
            texts.collect::<Vec<_>>().join(" ")
        }));
        if let Some(why) = &value.refused {
            row.push(format!("refused: {why}"));
        }
        rows.push(row);
    }
    format!(
        "\nevery value:\n{}\n{} values, each code with the cell that says it:\n{}",
        words(&shared),
        table.values.len(),
        fitted(rows)
    )
}

/// Columns cut until the table fits the page: the widest give way first.
fn fitted(mut rows: Vec<Vec<String>>) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |rows: &[Vec<String>], column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| console::measure_text_width(cell)).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..count).map(|column| widest(&rows, column)).collect();
    let page = output::page();
    while widths.iter().sum::<usize>() + 2 * count.saturating_sub(1) > page {
        let Some(width) = widths.iter_mut().max().filter(|width| **width > COLUMN_WIDTH_MIN) else {
            break;
        };
        *width -= 1;
    }
    for row in &mut rows {
        for (cell, width) in row.iter_mut().zip(&widths) {
            *cell = console::truncate_str(cell, *width, "…").into_owned();
        }
    }
    output::columns(&rows, &[])
}
