//! From cells to raw records by a source's layouts: which table is which, and what stands where.
//!
//! Position only says which words stand above, beside or around a value; the words say what it
//! means. Nothing here knows what a code is: `normalize` adds the words up. The grammar is
//! described in `docs/layouts.md`.

use portbook_model::issue::Issue;
use portbook_schema::raw::RawRecords;
use portbook_source::load::Source;

use crate::error::Error;
use crate::limits::Limits;
use crate::read::contents::{Contents, read};

mod crosstab;
mod frame;
mod places;
mod recognise;
mod records;
mod texts;

/// What a snapshot's layouts made of it.
#[derive(Debug, Default)]
pub struct Parsed {
    /// One for each table that a layout recognised.
    pub tables: Vec<RawRecords>,
    /// Sheets and tables that none did; listed, no issue.
    pub unrecognised: Vec<String>,
    /// What is wrong with the file as a whole: no layout recognises it, or two do.
    pub issues: Vec<FileIssue>,
    /// The page has images and no table.
    pub image_only: bool,
}

/// An issue of a file, and the dataset whose layout came nearest.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Origin<'_> {
    /// Last segment of the address, without query.
    fn name(&self) -> &str {
        let path = self.file.split(['?', '#']).next().unwrap_or(self.file);
        path.rsplit('/').next().unwrap_or(path)
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
    let mut parsed = Parsed::default();
    match read(bytes, origin.charset, limits)? {
        Contents::Workbook(workbook) => {
            crosstab::read_grids(&workbook.grids, &[], origin, source, &mut parsed);
        }
        Contents::Page(page) => {
            parsed.image_only = page.grids.is_empty() && page.image_count > 0;
            let units: Vec<&str> = page.units.iter().map(|unit| unit.text.as_str()).collect();
            crosstab::read_grids(&page.grids, &units, origin, source, &mut parsed);
        }
        Contents::Text(text) => records::read_text(&text, origin, source, limits, &mut parsed)?,
    }
    if parsed.image_only {
        parsed.issues.clear();
    }
    Ok(parsed)
}

#[cfg(test)]
mod tests;
