//! From cells to raw records by a source's layouts: which table is which, and what stands where.
//!
//! Position only says which words stand above, beside or around a value; the words say what it
//! means. Nothing here knows what a code is: `normalize` adds the words up. The grammar is
//! described in `docs/layouts.md`.

use std::borrow::Cow;

use portbook_model::issue::Issue;
use portbook_schema::raw::RawRecords;
use portbook_source::layout::table::Table;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::read::contents::{Contents, read};
use crate::read::delimited::Text;
use crate::record_set::RecordSet;
use crate::text::Charset;

mod body;
mod bounds;
mod context;
mod crosstab;
mod frame;
mod heads;
mod members;
mod near;
mod nothing;
mod order;
mod places;
mod recognise;
mod records;
mod stub;
mod texts;
pub mod told;
mod value;

/// What a snapshot's layouts made of it.
#[derive(Debug, Default)]
pub struct Parsed {
    /// One for each table that a layout recognised.
    pub tables: Vec<RawRecords>,
    /// Sheets and tables that none did; listed, no issue.
    pub unrecognised: Vec<String>,
    /// Sheets and the cells on them that look like figures and stand in no grid: the first few of
    /// each, listed, no issue.
    pub outside: Vec<(String, Vec<String>)>,
    /// What is wrong with the file as a whole: no layout recognises it, or two do.
    pub issues: Vec<FileIssue>,
    /// The page has images and no table.
    pub image_only: bool,
    /// How near the nearest layout came where none recognised the file, in thousandths; 0 where none
    /// came near.
    pub nearness: usize,
}

/// An issue of a file, and the dataset whose layout came nearest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileIssue {
    /// `None` if the file could be of any dataset.
    pub dataset: Option<String>,
    pub issue: Issue,
}

/// How a file is called in messages, and what else is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Origin<'a> {
    /// Address or path, for messages.
    pub file: &'a str,
    /// Charset the server declared.
    pub charset: Option<&'a str>,
    /// Release period the index page gave: chooses among layouts with validity.
    pub period: Option<&'a str>,
}

impl<'a> Origin<'a> {
    /// What is declared of the charset: the source's word for files of that name, given by a
    /// person who looked, else the server's.
    pub fn charset_for(&self, source: &'a Source) -> Option<&'a str> {
        source.access.charset_of(self.name()).or(self.charset)
    }

    /// Last segment of the address, without query; of a file of the inbox, what follows `inbox:`.
    fn name(&self) -> &'a str {
        let path = self.file.split(['?', '#']).next().unwrap_or(self.file);
        path.rsplit(['/', ':']).next().unwrap_or(path)
    }
}

/// Reads the bytes of one snapshot by the layouts of a source.
///
/// # Errors
/// `Error` where the bytes are no table at all or are damaged; what is merely not understood is
/// an issue of the result.
pub fn parse(
    bytes: &[u8],
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Result<Parsed, Error> {
    let contents = read(bytes, origin.charset_for(source), limits)?;
    interpret(&contents, origin, source, limits)
}

/// Reads what a reader made of a snapshot by the layouts of a source.
///
/// # Errors
/// As `parse`, where cutting text into records is what fails.
pub fn interpret(
    contents: &Contents,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Result<Parsed, Error> {
    let read = taken(contents, origin, source, limits);
    let is_unread = read.as_ref().map_or(true, |parsed| {
        parsed.tables.is_empty() && parsed.issues.iter().all(|file| file.issue.rule == "no-layout")
    });
    match nothing::told(contents, &source.layout.empty) {
        Some(told) if is_unread => {
            let unrecognised = vec![format!("nothing was published: `{told}`")];
            Ok(Parsed { unrecognised, ..Parsed::default() })
        }
        _ => read,
    }
}

fn taken(
    contents: &Contents,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Result<Parsed, Error> {
    let mut parsed = Parsed::default();
    match contents {
        Contents::Workbook(workbook) => {
            crosstab::read_grids(&workbook.grids, &[], origin, source, limits, &mut parsed)?;
        }
        Contents::Page(page) => {
            parsed.image_only = page.grids.is_empty() && page.image_count > 0;
            crosstab::read_grids(&page.grids, &page.units, origin, source, limits, &mut parsed)?;
            note_guess(page.charset, origin, &mut parsed);
        }
        Contents::Text(text) => {
            read_text(text, origin, source, limits, &mut parsed)?;
            note_guess(text.charset, origin, &mut parsed);
        }
        Contents::Archive(archive) => {
            return members::parse_members(archive, origin, source, limits);
        }
        Contents::Records(file) => {
            records::read_sets(&file.sets, &file.what, origin, source, &mut parsed);
            note_guess(file.charset, origin, &mut parsed);
        }
        Contents::Structure(structure) => {
            parsed.issues.push(records::no_data(&structure.what, origin));
        }
    }
    if parsed.image_only {
        parsed.issues.clear();
    }
    Ok(parsed)
}

/// Delimited text may be a cross-tab as well as records: the tables of the source come first. Where
/// nothing takes it, what came nearest is told, whatever its shape.
fn read_text(
    text: &Text,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<(), Error> {
    let layout = &source.layout;
    let is_told = layout.tables.iter().any(|table| recognise::could_hold(text.folded(), table));
    let near = |table: &Table| recognise::could_be_near(text.folded(), table);
    let mut tried = Parsed::default();
    if is_told || layout.tables.iter().any(near) {
        match text.grid(limits) {
            Ok(grid) => crosstab::read_grids(&[grid], &[], origin, source, limits, &mut tried)?,
            Err(error) if layout.records.is_empty() => return Err(error),
            Err(_) => {}
        }
    } else if layout.records.is_empty() {
        let grid = Grid::new("");
        let words = [recognise::Words::all(&grid, &[])];
        near::tell(&words, &layout.tables, &source.vocabulary, origin, &mut tried);
    }
    if !tried.tables.is_empty() || layout.records.is_empty() {
        *parsed = tried;
        return Ok(());
    }
    records::read_text(text, origin, source, limits, parsed)?;
    let is_unread =
        parsed.tables.is_empty() && parsed.issues.iter().all(|file| file.issue.rule == "no-layout");
    if is_unread && tried.nearness > parsed.nearness {
        *parsed = tried;
    }
    Ok(())
}

/// Words read by a guess may be other words: a person says which charset it is.
fn note_guess(charset: Charset, origin: Origin<'_>, parsed: &mut Parsed) {
    if !charset.is_guess() {
        return;
    }
    let issue = Issue {
        rule: "charset-guessed".to_owned(),
        file: origin.file.to_owned(),
        address: portbook_model::address::Address::default(),
        seen: charset.to_string(),
        expected: format!("`[access] charset = \"{}\"`, or the right one", charset.name),
        nearest: Vec::new(),
    };
    parsed.issues.push(FileIssue { dataset: None, issue });
}

/// The records of a record file, to show what stands around a value; none of any other file.
pub fn record_sets<'c>(
    contents: &'c Contents,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
) -> Cow<'c, [RecordSet]> {
    records::sets(contents, origin, source, limits)
}

#[cfg(test)]
mod tests;
