//! A draft of a source folder: what the file says is filled in, what it does not say is `?`, which
//! no code list has: the loader refuses it at its line, and the comment beside it asks.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::{Findings, Found};
use crate::sheet::Sheet;
use crate::unit;

use dates::Dates;

mod dates;
mod group;
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
    /// Rows of the heading that all its tables share.
    pub(crate) rows: Vec<usize>,
    /// How the lines' labels are read.
    pub(crate) line: Vec<Column>,
    /// Headings that are no period and no unit, by the table of `lookups.toml` they stand in: one
    /// for each heading row.
    pub(crate) heads: BTreeMap<String, BTreeSet<String>>,
    /// Periods of headings.
    pub(crate) head_dates: Dates,
    /// Headings that are units by themselves.
    pub(crate) head_units: BTreeSet<String>,
    /// Labels of lines without figures, which speak for those below.
    pub(crate) openings: BTreeSet<String>,
}

/// A column of labels.
pub(crate) struct Column {
    pub(crate) index: usize,
    /// Its heading, in a record file its name.
    pub(crate) title: String,
    /// Its periods; none if it does not date.
    pub(crate) dates: Dates,
    /// The table of `lookups.toml` its labels stand in.
    pub(crate) table: String,
    pub(crate) labels: Vec<String>,
    /// Every label ends in its unit in brackets.
    pub(crate) has_unit: bool,
}

/// Writes the draft.
pub fn draft(findings: &Findings, origin: Origin<'_>) -> Draft {
    let language = source::language(findings);
    let groups = group::groups(findings, language);
    Draft {
        source: source::source(findings, &groups, origin),
        layout: layout::layout(&groups),
        lookups: lookups::lookups(&groups),
        readme: source::readme(findings, origin),
    }
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
    quoted(&literal_text(text))
}

fn literal_text(text: &str) -> String {
    text.replace(['{', '}'], "")
}

/// Lower-case letters, digits and dashes of a text: the code of a label that has none.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if c == '\u{307}' {
            // What is left of a Turkish capital I.
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// In how many cells of a sheet a text stands.
pub(crate) fn stands(sheet: &Sheet, text: &str) -> usize {
    let cells = sheet.rows.iter().flatten();
    cells.filter(|cell| !cell.is_blank() && cell.text() == text).count()
}
