//! Every cell of a file as its reader left it, for people and for comparison with other readers.
//! No layout and no meaning: what stands where, shown how.

use std::borrow::Cow;
use std::collections::BTreeSet;

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Grid, Kind};
use crate::limits::Limits;
use crate::read::archive_members::{Archive, Inside, within};
use crate::read::contents::{Contents, RecordFile};
use crate::record_set::{self, Field, RecordSet};
use crate::sniff::Format;
use crate::text::Charset;

/// One cell, whatever kind of file it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// Member of an archive; `None` for a bare file.
    pub member: Option<&'a str>,
    /// Sheet, or `table 3` of a page; `None` where the file has no tables.
    pub table: Option<&'a str>,
    /// Whether the workbook hides the sheet.
    pub is_hidden: bool,
    /// Record number, one-based, of a file that is cut into records by itself (JSON, XML).
    pub record: Option<u64>,
    /// `B7` in a grid. In delimited text the row is the line its record begins on. In a record the
    /// column's name, pointer or path.
    pub cell: Cow<'a, str>,
    /// `B7:C8`, the rectangle it covers, if more than itself.
    pub span: Option<String>,
    /// `text`, `number`, `date`, `bool`, `error` or `blank`.
    pub kind: &'static str,
    /// As displayed.
    pub text: &'a str,
    /// The number as stored, or what is wrong with an error cell.
    pub stored: Option<&'a str>,
    /// The number format's code, where the reader knows it.
    pub format: Option<&'a str>,
    /// Indentation, in the steps of the file's own style.
    pub indent: Option<u8>,
    /// Whether all of it is bold, where the reader knows.
    pub is_bold: Option<bool>,
}

/// What a file turned out to be, before any of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Member of an archive; `None` for a bare file.
    pub member: Option<String>,
    /// What its bytes are, and so which reader took it.
    pub format: Format,
    /// Of text; `None` for binary files.
    pub charset: Option<Charset>,
    pub tables: Vec<TableHead>,
    /// Sheets that are no worksheets.
    pub skipped: Vec<String>,
}

/// One sheet or table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableHead {
    pub name: String,
    pub is_hidden: bool,
    /// Rows and columns down to the last cell that is not blank.
    pub row_count: u32,
    pub column_count: u32,
    /// Cells that are not blank.
    pub cell_count: usize,
    /// Others that are not, under a merged region that shows one cell in their place.
    pub covered_count: u32,
}

/// What the file and its members are.
pub fn heads(contents: &Contents) -> Vec<Head> {
    let (format, charset, grids, skipped) = match contents {
        Contents::Workbook(book) => {
            (book.format, None, book.grids.as_slice(), book.skipped.clone())
        }
        Contents::Page(page) => {
            (Format::Html, Some(page.charset), page.grids.as_slice(), Vec::new())
        }
        Contents::Text(text) => (Format::Delimited, Some(text.charset), &[][..], Vec::new()),
        Contents::Archive(archive) => return archive_heads(archive),
        Contents::Records(file) => return vec![records_head(file)],
        Contents::Structure(structure) => {
            let what = vec![structure.what.clone()];
            (structure.format, Some(structure.charset), &[][..], what)
        }
    };
    let tables = grids.iter().map(|grid| TableHead {
        name: grid.name.clone(),
        is_hidden: grid.hidden,
        row_count: grid.row_count(),
        column_count: grid.column_count(),
        cell_count: grid.cells().filter(|(_, cell)| cell.kind != Kind::Blank).count(),
        covered_count: grid.covered_count,
    });
    vec![Head { member: None, format, charset, tables: tables.collect(), skipped }]
}

/// The archive, with the members that no reader takes, then each member that one does.
fn archive_heads(archive: &Archive) -> Vec<Head> {
    let refused = archive.members.iter().filter_map(|member| match &member.contents {
        Inside::Refused { reason, .. } => Some(format!("{}: {reason}", member.name)),
        Inside::Read(_) => None,
    });
    let skipped = refused.collect();
    let format = archive.format;
    let mut all = vec![Head { member: None, format, charset: None, tables: Vec::new(), skipped }];
    for member in &archive.members {
        let Inside::Read(contents) = &member.contents else { continue };
        for mut head in heads(contents) {
            head.member = Some(within(&member.name, head.member.as_deref()));
            all.push(head);
        }
    }
    all
}

fn records_head(file: &RecordFile) -> Head {
    let rows = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let table = |set: &RecordSet| TableHead {
        name: set.name.clone().unwrap_or_else(|| file.what.clone()),
        is_hidden: set.is_deletion,
        covered_count: 0,
        row_count: rows(set.len()),
        column_count: rows(set.columns().len()),
        cell_count: set.records().map(|record| record.fields().filter(is_there).count()).sum(),
    };
    let tables = file.sets.iter().map(table).collect();
    let (format, charset) = (file.format, Some(file.charset));
    Head { member: None, format, charset, tables, skipped: Vec::new() }
}

fn is_there((_, field): &(usize, Field<'_>)) -> bool {
    !field.text.trim().is_empty()
}

/// Calls `visit` with every cell, table by table, row by row. Text is cut at the delimiter that
/// fits most of its lines, no line being a header; at none, a line is one cell.
///
/// # Errors
/// Of delimited text: a lone quote, text after a closing quote, each with its line.
pub fn each_cell(
    contents: &Contents,
    limits: &Limits,
    visit: &mut dyn FnMut(&RawCell<'_>),
) -> Result<(), Error> {
    match contents {
        Contents::Workbook(book) => book.grids.iter().for_each(|grid| grid_cells(grid, visit)),
        Contents::Page(page) => page.grids.iter().for_each(|grid| grid_cells(grid, visit)),
        Contents::Records(file) => {
            let mut seen = BTreeSet::new();
            for set in &file.sets {
                around_cells(set, &mut seen, visit);
                record_cells(set, visit);
            }
        }
        Contents::Structure(_) => {}
        Contents::Text(text) => text.each_record(limits, &mut |line, fields| {
            for (column, field) in (0_u32..).zip(fields) {
                let row_index = u32::try_from(line - 1).unwrap_or(u32::MAX);
                let place = Place { row_index, column_index: column };
                visit(&text_cell(place.to_string().into(), field));
            }
        })?,
        Contents::Archive(archive) => {
            for member in &archive.members {
                let Inside::Read(contents) = &member.contents else { continue };
                let mut inner = |cell: &RawCell<'_>| {
                    let name = within(&member.name, cell.member);
                    visit(&RawCell { member: Some(&name), ..cell.clone() });
                };
                each_cell(contents, limits, &mut inner).map_err(|error| Error::InMember {
                    member: member.name.clone(),
                    error: Box::new(error),
                })?;
            }
        }
    }
    Ok(())
}

/// Texts around the records of a set, each once in a file: in the table their parent's path names.
fn around_cells<'a>(
    set: &'a RecordSet,
    seen: &mut BTreeSet<(&'a str, &'a str)>,
    visit: &mut dyn FnMut(&RawCell<'_>),
) {
    for around in &set.around {
        let (place, said) = (around.place.as_str(), around.text.as_str());
        if !seen.insert((place, said)) {
            continue;
        }
        let (parent, name) = place.rsplit_once('/').unwrap_or(("", place));
        // `NAME: TEXT`, or `NAME.INNER: TEXT` of what stands in it.
        let own = said.strip_prefix(name).and_then(|rest| rest.split_once(": "));
        let (inner, text) = own.unwrap_or(("", said));
        visit(&RawCell {
            table: place.contains('/').then_some(if parent.is_empty() { "/" } else { parent }),
            ..text_cell(format!("{name}{inner}").into(), text)
        });
    }
}

fn record_cells(set: &RecordSet, visit: &mut dyn FnMut(&RawCell<'_>)) {
    for record in set.records() {
        for (column, field) in record.fields() {
            let kind = match field.kind {
                _ if field.text.is_empty() => "blank",
                record_set::Kind::Number => "number",
                record_set::Kind::Bool => "bool",
                record_set::Kind::Text | record_set::Kind::Null => "text",
            };
            visit(&RawCell {
                table: set.name.as_deref(),
                record: Some(record.number),
                kind,
                ..text_cell(set.columns()[column].as_str().into(), field.text)
            });
        }
    }
}

fn text_cell<'a>(cell: Cow<'a, str>, text: &'a str) -> RawCell<'a> {
    let is_blank = portbook_source::pattern::fold(text).is_empty();
    RawCell {
        member: None,
        table: None,
        is_hidden: false,
        record: None,
        cell,
        span: None,
        kind: if is_blank { "blank" } else { "text" },
        text,
        stored: None,
        format: None,
        indent: None,
        is_bold: None,
    }
}

fn grid_cells(grid: &Grid, visit: &mut dyn FnMut(&RawCell<'_>)) {
    for (place, cell) in grid.cells() {
        let (kind, stored, format): (_, Option<&str>, Option<&str>) = match &cell.kind {
            Kind::Blank => ("blank", None, None),
            Kind::Text => ("text", None, None),
            Kind::Number { stored, format, .. } => ("number", Some(stored), format.as_deref()),
            Kind::Date(_) => ("date", None, None),
            Kind::Bool(_) => ("bool", None, None),
            Kind::Error(what) => ("error", Some(what), None),
        };
        visit(&RawCell {
            table: Some(&grid.name),
            is_hidden: grid.hidden,
            span: grid.span(place.row_index, place.column_index).map(|span| span.to_string()),
            kind,
            stored,
            format,
            indent: cell.indent,
            is_bold: cell.is_bold,
            ..text_cell(place.to_string().into(), &cell.text)
        });
    }
}

#[cfg(test)]
mod tests;
