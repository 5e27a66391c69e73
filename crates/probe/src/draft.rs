//! A draft of a source folder: what the file says is filled in, what it does not say is `?`, which
//! no code list has: the loader refuses it at its line, and the comment beside it asks.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{Findings, Found, labels};
use crate::sheet::{Seen, Sheet};
use crate::unit;

mod layout;
mod lookups;
mod source;

/// The files of a draft, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub source: String,
    pub layout: String,
    pub lookups: String,
    pub readme: String,
}

/// Where the file came from, if it was fetched.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// `xx/name`: the folder under `pipelines/`.
    pub id: &'a str,
    pub url: Option<&'a str>,
}

/// Tables with one heading: what one layout reads.
pub(crate) struct Group<'a> {
    pub(crate) id: String,
    pub(crate) tables: Vec<&'a Found>,
    /// How the lines' labels and headings are read.
    pub(crate) line: Vec<Column>,
    /// Texts of headings that are no period and no unit.
    pub(crate) heads: BTreeSet<String>,
    /// Periods of headings, as holes.
    pub(crate) head_holes: BTreeSet<&'static str>,
    /// Headings that are units by themselves.
    pub(crate) head_units: BTreeSet<String>,
}

/// A column of labels.
pub(crate) struct Column {
    pub(crate) index: usize,
    /// Its heading, in a record file its name.
    pub(crate) title: String,
    /// Holes of its periods; empty if it does not date.
    pub(crate) holes: BTreeSet<&'static str>,
    /// The table of `lookups.toml` its labels stand in.
    pub(crate) table: String,
    pub(crate) labels: Vec<String>,
    /// Every label ends in its unit in brackets.
    pub(crate) has_unit: bool,
}

/// Writes the draft.
pub fn draft(findings: &Findings, origin: Origin<'_>) -> Draft {
    let groups = groups(findings);
    Draft {
        source: source::source(findings, &groups, origin),
        layout: layout::layout(&groups),
        lookups: lookups::lookups(&groups),
        readme: source::readme(findings, origin),
    }
}

fn groups(findings: &Findings) -> Vec<Group<'_>> {
    let mut by_heading: Vec<(Vec<String>, Vec<&Found>)> = Vec::new();
    for found in &findings.tables {
        let look = &found.seen;
        let texts = look.table.heads.iter().flat_map(|row| {
            let cells = look.sheet.rows[*row].iter().filter(|cell| !cell.is_blank());
            cells.map(Seen::text)
        });
        let key: Vec<String> = found.sheet.iter().cloned().chain(texts).collect();
        match by_heading.iter_mut().find(|(known, _)| *known == key) {
            Some((_, tables)) => tables.push(found),
            None => by_heading.push((key, vec![found])),
        }
    }
    let numbered = by_heading.into_iter().enumerate();
    numbered.map(|(at, (_, tables))| group(format!("table-{}", at + 1), tables)).collect()
}

fn group(id: String, tables: Vec<&Found>) -> Group<'_> {
    let mut line: BTreeMap<usize, Column> = BTreeMap::new();
    let mut heads = BTreeSet::new();
    let mut head_holes = BTreeSet::new();
    let mut head_units = BTreeSet::new();
    for found in &tables {
        let look = &found.seen;
        for (row, column) in look.heading.cells.iter().flat_map(|(_, cells)| cells) {
            let cell = look.sheet.get(*row, *column);
            let text = cell.text();
            match (hole(cell), is_unit(&text)) {
                (Some(hole), _) => drop(head_holes.insert(hole)),
                (None, true) => drop(head_units.insert(text)),
                (None, false) => drop(heads.insert(text)),
            }
        }
        for index in look.table.panels.iter().flat_map(|panel| &panel.stub) {
            let new = column(found, *index);
            match line.get_mut(index) {
                Some(known) => {
                    let more = new.labels.into_iter().filter(|l| !known.labels.contains(l));
                    let more: Vec<String> = more.collect();
                    known.labels.extend(more);
                    known.holes.extend(new.holes);
                    known.has_unit &= new.has_unit;
                }
                None => drop(line.insert(*index, new)),
            }
        }
    }
    Group { id, tables, line: line.into_values().collect(), heads, head_holes, head_units }
}

fn column(found: &Found, index: usize) -> Column {
    let look = &found.seen;
    let cells: Vec<&Seen> = look
        .table
        .body
        .iter()
        .map(|row| look.sheet.get(*row, index))
        .filter(|cell| !cell.is_blank())
        .collect();
    let holes: Vec<&'static str> = cells.iter().filter_map(|cell| hole(cell)).collect();
    let dates = holes.len() * 2 > cells.len();
    let mut labels = labels(&look.sheet, &look.table, index);
    if dates {
        labels.retain(|label| crate::period::read(label).is_none());
    } else {
        let texts = cells.iter().map(|cell| cell.text());
        labels = texts.fold(Vec::new(), |mut all, text| {
            if !all.contains(&text) {
                all.push(text);
            }
            all
        });
    }
    let name = crate::findings::column_name(index);
    let likely = found.codes.get(&name).map(|likely| likely.list.clone());
    let table = match likely.as_deref() {
        Some("area") => "area".to_owned(),
        _ => format!("label_{}", name.to_lowercase()),
    };
    let head = look.table.heads.last().map(|row| look.sheet.get(*row, index).text());
    Column {
        index,
        title: head.unwrap_or_default(),
        holes: if dates { holes.into_iter().collect() } else { BTreeSet::new() },
        table,
        has_unit: !labels.is_empty() && labels.iter().all(|label| bracketed(label).is_some()),
        labels,
    }
}

/// The hole that takes a dating text; `None` if it does not date.
fn hole(cell: &Seen) -> Option<&'static str> {
    if matches!(cell, Seen::Date(..)) {
        return Some("date");
    }
    let part = cell.part()?;
    Some(match (part.year, part.months, part.quarter) {
        (Some(_), None, None) => "year",
        (Some(_), ..) => "period",
        (None, Some((first, last)), _) if first == last => "month",
        (None, Some(_), _) => "months",
        (None, None, Some(_)) => "quarter",
        (None, None, None) => return None,
    })
}

/// A heading that is nothing but a unit: `($/bbl)`, `%`, `no.`.
fn is_unit(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', ' ']);
    bare.chars().count() <= 12
        && unit::read(bare).is_some_and(|unit| unit.unit.is_some() || unit.money.is_some())
        && bare.split(' ').count() <= 2
        && (text.starts_with('(') || bare.len() <= 3)
}

/// `Asia` and `Million Dollars` of `Asia(Million Dollars)`.
pub(crate) fn bracketed(label: &str) -> Option<(&str, &str)> {
    let inner = label.strip_suffix(')')?;
    let (name, unit) = inner.rsplit_once('(')?;
    unit::read(unit).is_some().then_some((name.trim_end(), unit))
}

/// A text as a TOML string.
pub(crate) fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            '\n' => vec!['\\', 'n'],
            c if c.is_control() => Vec::new(),
            c => vec![c],
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A printed text as a pattern: braces would be holes.
pub(crate) fn literal(text: &str) -> String {
    quoted(&text.replace(['{', '}'], ""))
}

/// Lower-case letters, digits and dashes of a text: the code of a label that has none.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// Whether a text stands in exactly one cell of a sheet.
pub(crate) fn stands_once(sheet: &Sheet, text: &str) -> bool {
    let cells = sheet.rows.iter().flatten();
    cells.filter(|cell| !cell.is_blank() && cell.text() == text).count() == 1
}
