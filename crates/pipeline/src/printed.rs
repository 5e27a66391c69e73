//! Snapshot → printed tables: parse and normalize of one file.

use portbook_model::print::Print;
use portbook_normalize::print::normalize;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::{FileIssue, Origin, Parsed, interpret};
use portbook_parse::left_out;
use portbook_parse::limits::Limits;
use portbook_parse::read::contents::Contents;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::parser::Parser;

/// What one file printed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Printed {
    pub prints: Vec<Print>,
    /// What concerns the file as a whole: it belongs to no release.
    pub issues: Vec<FileIssue>,
    /// Sheets and tables that no layout recognised, and figures outside those that one did.
    pub unrecognised: Vec<String>,
    /// The page has images and no table.
    pub image_only: bool,
    /// How near a layout came where none recognised the file, in thousandths.
    pub nearness: usize,
}

/// Reads the bytes of one snapshot by the layouts of a source; `charset` is what the server said.
///
/// # Errors
/// `Parse` where the bytes are no table or damaged; `Process` where this machine fails.
pub fn read(
    bytes: &[u8],
    charset: Option<&str>,
    source: &Source,
    occasion: &Occasion,
    parser: &Parser,
) -> Result<Printed, Error> {
    let contents = parser.read(bytes, origin(charset, occasion).charset_for(source))?;
    Ok(interpreted(&contents, charset, source, occasion)?)
}

/// How the file came, for the layouts.
pub fn origin<'a>(charset: Option<&'a str>, occasion: &'a Occasion) -> Origin<'a> {
    Origin { file: &occasion.file, charset, period: occasion.listed_period.as_deref() }
}

/// The same of what a reader made of it before.
///
/// # Errors
/// Where delimited text is damaged, cut as any layout says.
pub fn interpreted(
    contents: &Contents,
    charset: Option<&str>,
    source: &Source,
    occasion: &Occasion,
) -> Result<Printed, portbook_parse::error::Error> {
    let origin = origin(charset, occasion);
    let Parsed { tables, unrecognised, issues, image_only, outside, nearness } =
        interpret(contents, origin, source, &Limits::standard())?;
    // Of a file of which nothing is read, that is told; its tables need no counting.
    let mut unrecognised =
        if tables.is_empty() { unrecognised } else { left_out::sized(contents, unrecognised) };
    let figures = outside.iter().map(|(sheet, cells)| {
        format!("{sheet}, figures that stand in no grid: {}", cells.join(", "))
    });
    unrecognised.extend(figures);
    let mut printed = Printed { prints: Vec::new(), issues, unrecognised, image_only, nearness };
    for table in &tables {
        match normalize(table, source, occasion) {
            Ok(print) => printed.prints.push(print),
            Err(issue) => {
                printed
                    .issues
                    .push(FileIssue { dataset: Some(table.dataset.clone()), issue: *issue });
            }
        }
    }
    Ok(printed)
}

/// `utf-8` of `text/html; charset=utf-8`.
pub fn charset(content_type: Option<&str>) -> Option<&str> {
    let parameters = content_type?.split(';').skip(1);
    let charset = parameters.filter_map(|p| p.trim().strip_prefix("charset="));
    charset.map(|label| label.trim_matches('"')).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn charset_is_a_parameter_of_the_content_type() {
        assert_eq!(charset(Some("text/html; charset=\"GB18030\"")), Some("GB18030"));
        assert_eq!(charset(Some("text/csv")), None);
    }
}
