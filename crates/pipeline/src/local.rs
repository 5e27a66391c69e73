//! `portbook parse FILE`: the observations of one local file, without an archive.

use std::path::Path;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_normalize::release::Occasion;
use portbook_parse::read::contents::Contents;
use portbook_source::load::{Source, ids};

use crate::error::Error;
use crate::parser::Parser;
use crate::printed::{self, Printed};

/// Reads a local file by one source's layouts, or by the first whose layout recognises it.
///
/// # Errors
/// `ImageOnly` for a page that shows a picture and no table; `Unrecognised` says of each source which layout came nearest and what it misses.
pub fn parse(
    path: &Path,
    pipelines: &Path,
    source: Option<&str>,
    now: Timestamp,
    parser: &Parser,
) -> Result<(Source, Printed), Error> {
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let bytes = fs_err::read(path).map_err(unreadable)?;
    let occasion = Occasion {
        file: path.to_string_lossy().into_owned(),
        snapshot: Digest::of(&bytes),
        captured_at: now,
        listed_period: None,
        listed_date: None,
        period_fallback: Some("local".to_owned()),
    };
    // As read in the charset that the source before declared for files of that name.
    let mut read: Option<(Option<String>, Contents)> = None;
    let mut misses = Vec::new();
    let known = ids(pipelines)?;
    if let Some(id) = source
        && !known.iter().any(|known| known == id)
    {
        return Err(Error::NoSuchSource { got: id.to_owned(), known: known.join(", ") });
    }
    for id in known.iter().filter(|id| source.is_none_or(|only| only == *id)) {
        let loaded = Source::load(pipelines, id)?;
        let charset = printed::origin(None, &occasion).charset_for(&loaded).map(str::to_owned);
        let contents = match read.take() {
            Some((before, contents)) if before == charset => contents,
            _ => parser
                .read(&bytes, charset.as_deref())
                .map_err(|error| error.of_file(&occasion.file))?,
        };
        let printed = printed::interpreted(&contents, None, &loaded, &occasion);
        read = Some((charset, contents));
        let printed = match printed {
            Ok(printed) => printed,
            // How text is cut differs from source to source; another may take it.
            Err(error) if source.is_none() => {
                misses.push(format!("  {id}: {error}"));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if !printed.prints.is_empty() {
            return Ok((loaded, printed));
        }
        if printed.image_only {
            return Err(Error::ImageOnly { file: occasion.file });
        }
        let why: Vec<String> = printed.issues.iter().map(|file| file.issue.to_string()).collect();
        misses.push(format!("  {id}: {}", why.join("; ")));
    }
    Err(Error::Unrecognised { file: occasion.file, why: misses.join("\n") })
}
