//! The tables in which published values stand, read again from the kept bytes, as they were printed.

use std::collections::{BTreeMap, BTreeSet};

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_catalog::facts::{Printed, PrintedCell, PrintedRow, Shown, Wanted};
use portbook_model::address::Address;
use portbook_model::digest::Digest;
use portbook_parse::layout::Origin;
use portbook_query::page::PrintedTable;
use portbook_source::load::Source;

use crate::error::Error;
use crate::parser::Parser;
use crate::printed::charset;
use crate::printed_table::table_of;

/// Reads snapshots of all sources, one after the other.
pub(super) struct Shower<'a> {
    archive: &'a Archive,
    sources: &'a [Source],
    parser: &'a Parser,
    /// Source -> snapshot -> the capture that brought it first.
    captures: BTreeMap<String, BTreeMap<String, Capture>>,
}

impl<'a> Shower<'a> {
    pub(super) fn new(archive: &'a Archive, sources: &'a [Source], parser: &'a Parser) -> Self {
        Self { archive, sources, parser, captures: BTreeMap::new() }
    }

    /// The tables of one snapshot.
    ///
    /// # Errors
    /// Where the archive no longer holds the bytes, or a reader refuses them.
    pub(super) fn show(&mut self, wanted: &Wanted) -> Result<Shown, Error> {
        let none =
            || Shown { tables: wanted.tables.iter().map(|_| None).collect(), ..Shown::default() };
        let source = self.sources.iter().find(|source| source.column() == wanted.source);
        let (Some(source), Ok(digest)) = (source, wanted.snapshot.parse::<Digest>()) else {
            return Ok(none());
        };
        if !self.captures.contains_key(&wanted.source) {
            let captures = first_captures(self.archive, &wanted.source)?;
            self.captures.insert(wanted.source.clone(), captures);
        }
        let captures = self.captures.get(&wanted.source);
        let Some(capture) = captures.and_then(|captures| captures.get(&wanted.snapshot)) else {
            return Ok(none());
        };
        let bytes = self.archive.get(&digest)?;
        let said = charset(capture.content_type.as_deref());
        let period = capture.listing.as_ref().and_then(|listing| listing.period.as_deref());
        let origin = Origin { file: &capture.url, charset: said, period };
        let contents = self.parser.read(&bytes, origin.charset_for(source));
        let contents = contents.map_err(|error| error.of_file(&capture.url))?;
        let table = |addresses: &Vec<Address>| {
            let marked: Vec<(usize, &Address)> = addresses.iter().enumerate().collect();
            let table = table_of(&contents, origin, source, &marked, &BTreeSet::new())?;
            Some(printed(table))
        };
        Ok(Shown {
            url: capture.url.clone(),
            captured_at: capture.captured_at.to_string(),
            tables: wanted.tables.iter().map(table).collect(),
        })
    }
}

fn first_captures(archive: &Archive, source: &str) -> Result<BTreeMap<String, Capture>, Error> {
    let mut first = BTreeMap::new();
    for capture in archive.captures(source)? {
        if let Some(snapshot) = capture.snapshot {
            first.entry(snapshot.to_string()).or_insert(capture);
        }
    }
    Ok(first)
}

/// The same in the words of the pages.
fn printed(table: PrintedTable) -> Printed {
    let rows = table.rows.into_iter().map(|row| PrintedRow {
        name: row.name,
        is_after_gap: row.is_after_gap,
        cells: row
            .cells
            .into_iter()
            .map(|cell| PrintedCell {
                text: cell.text,
                stored: cell.stored,
                row_span: cell.row_span,
                column_span: cell.column_span,
                published: cell.numbers,
                is_bold: cell.is_bold,
                indent: cell.indent,
            })
            .collect(),
    });
    Printed {
        title: table.title,
        columns: table.columns,
        rows: rows.collect(),
        hidden_rows: table.hidden_rows,
        hidden_columns: table.hidden_columns,
    }
}
