//! `portbook layout explain FILE`: which words of a local file gave its values their meaning, by
//! which pattern of which layout. Reads as `portbook parse` does and keeps nothing.

use std::path::Path;

use jiff::Timestamp;
use portbook_normalize::explain::{Explained, Word, explain};
use portbook_parse::layout::told::Teller;
use portbook_parse::layout::{Origin, interpret};
use portbook_parse::limits::Limits;
use portbook_source::layout::records::Reads;
use portbook_source::load::Source;
use serde::Serialize;

use crate::error::Error;
use crate::local::{self, Local};
use crate::parser::Parser;

/// One table of the file, as a layout read it.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    pub source: String,
    pub dataset: String,
    pub layout: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    pub values: Vec<Value>,
    /// What the layout did not understand.
    pub issues: Vec<String>,
}

/// One value cell.
#[derive(Clone, Debug, Serialize)]
pub struct Value {
    /// A1 name, or the column of a record file.
    pub cell: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<i64>,
    /// As printed.
    pub text: String,
    /// `row` or `control`.
    pub role: String,
    pub words: Vec<Said>,
    /// Why it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<String>,
}

/// One column of a value and what said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    pub column: String,
    pub code: String,
    /// `all`, `text`, `block`, `head`, `line`, `sign`, `source.toml` or `rule`.
    pub place: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The text that stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// One-based line of `layout.toml`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// `[area] Germany`: the entry of `lookups.toml` that gives the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lookup: Option<String>,
}

/// Explains the values of a local file; of one cell only, if `cell` names it.
///
/// # Errors
/// As `local::parse`; `NoSuchCell` if no table of the file has a value there.
pub fn explained(
    path: &Path,
    pipelines: &Path,
    source: Option<&str>,
    cell: Option<&str>,
    now: Timestamp,
    parser: &Parser,
) -> Result<Vec<Table>, Error> {
    let Local { source, contents, occasion, .. } =
        local::parse(path, pipelines, source, now, parser)?;
    let origin = Origin { file: &occasion.file, charset: None, period: None };
    let in_file = |source| Error::File { file: occasion.file.clone(), source };
    let parsed = interpret(&contents, origin, &source, &Limits::standard()).map_err(in_file)?;
    let mut tables = Vec::new();
    for raw in &parsed.tables {
        let teller = Teller::of(&contents, raw, &source);
        let wanted = |value: &Explained| cell.is_none_or(|cell| named(value, cell));
        let values = explain(raw, &source, &occasion).into_iter().filter(wanted);
        let table = Table {
            source: source.id.clone(),
            dataset: raw.dataset.clone(),
            layout: raw.layout.clone(),
            sheet: raw.sheet.clone(),
            values: values
                .map(|value| told(value, &teller, &source, raw.sheet.is_none()))
                .collect(),
            issues: raw.issues.iter().map(ToString::to_string).collect(),
        };
        if cell.is_none() || !table.values.is_empty() {
            tables.push(table);
        }
    }
    match (cell, tables.is_empty()) {
        (Some(cell), true) => Err(Error::NoSuchCell { file: occasion.file, cell: cell.to_owned() }),
        _ => Ok(tables),
    }
}

/// Whether a cell is meant by `F47` or `f47`, or `price` or `price:12` in a record file.
fn named(value: &Explained, cell: &str) -> bool {
    let own = value.address.cell.as_deref().unwrap_or_default();
    let numbered = value.address.record.map(|record| format!("{own}:{record}"));
    own.eq_ignore_ascii_case(cell) || numbered.is_some_and(|name| name.eq_ignore_ascii_case(cell))
}

fn told(value: Explained, teller: &Teller<'_>, source: &Source, record_file: bool) -> Value {
    Value {
        cell: value.address.cell.unwrap_or_default().into(),
        record: value.address.record,
        text: value.text,
        role: value.role,
        words: value
            .words
            .into_iter()
            .map(|word| said(word, teller, source, record_file))
            .collect(),
        refused: value.refused,
    }
}

/// Of the cells of a place, the one whose pattern says the column.
fn said(word: Word, teller: &Teller<'_>, source: &Source, record_file: bool) -> Said {
    let hole = match &word.label {
        Some((table, _)) => Some(table.clone()),
        None => word.column.strip_prefix('{').and_then(|c| c.strip_suffix('}')).map(str::to_owned),
    };
    let speaks = |told: &portbook_parse::layout::told::Told| match &hole {
        Some(hole) => told.pattern.contains(&format!("{{{hole}}}")),
        None => says(source, told, &word.column),
    };
    let in_place = ["text", "block", "head", "line"].contains(&word.place.as_str());
    let found = word.cells.iter().filter(|_| in_place).find_map(|cell| {
        let told = teller.told(&word.place, cell, hole.as_deref())?;
        speaks(&told).then_some((cell.clone(), told))
    });
    let lookup = word.label.map(|(table, label)| match word.place.as_str() {
        "sign" => format!("sign `{label}`"),
        _ => format!("[{table}] {label}"),
    });
    let (cell, told) = match found {
        // A record file names the column, not a cell.
        Some((_, told)) if record_file => (Some(told.text.clone()), Some(told)),
        Some((cell, told)) => (Some(cell), Some(told)),
        None => (word.cells.first().cloned(), None),
    };
    Said {
        column: word.column,
        code: word.code,
        place: word.place,
        cell,
        text: told.as_ref().map(|told| told.text.clone()),
        line: told.as_ref().and_then(|told| told.line),
        pattern: told.map(|told| told.pattern),
        lookup,
    }
}

/// Whether the entry on that line says the column outright.
fn says(source: &Source, told: &portbook_parse::layout::told::Told, column: &str) -> bool {
    let Some(line) = told.line else { return true };
    let layout = &source.layout;
    let tables = layout.tables.iter().flat_map(|table| {
        let text = table.common.text.iter().chain(table.common.one_of.iter().flatten());
        let rows = table.head_rows.iter().filter_map(|row| row.entries.as_ref()).flatten();
        let stub = table.stub.iter().flat_map(|column| &column.entries);
        text.chain(&table.head).chain(rows).chain(&table.line).chain(stub)
    });
    let records = layout.records.iter().flat_map(|records| {
        let columns = records.columns.iter().flat_map(|column| match &column.reads {
            Reads::Entries(entries) => entries.as_slice(),
            Reads::Ignore => &[],
        });
        let text = records.common.text.iter().chain(records.common.one_of.iter().flatten());
        text.chain(columns)
    });
    tables.chain(records).any(|entry| {
        entry.line == line
            && (entry.says.columns.contains_key(column)
                || entry.pattern.holes().any(|hole| hole == column))
    })
}
