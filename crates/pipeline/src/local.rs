//! `portbook parse FILE`: the observations of one local file, without an archive.

use std::path::Path;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::FileIssue;
use portbook_parse::limits::Limits;
use portbook_parse::raw::each_cell;
use portbook_parse::read::contents::Contents;
use portbook_source::load::{Source, ids};

use crate::error::Error;
use crate::parser::Parser;
use crate::printed::{self, Printed};

/// A local file and what the layouts of the source that took it made of it.
pub struct Local {
    pub source: Source,
    pub printed: Printed,
    pub(crate) contents: Contents,
    pub(crate) occasion: Occasion,
}

/// Reads a local file by one source's layouts, or by the first whose layout recognises it.
///
/// # Errors
/// `ImageOnly` for a page that shows a picture and no table; `Unrecognised` says which layouts came
/// near, what each misses and where, and names the sources of which nothing is there.
pub fn parse(
    path: &Path,
    pipelines: &Path,
    source: Option<&str>,
    now: Timestamp,
    parser: &Parser,
) -> Result<Local, Error> {
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let bytes = fs_err::read(path).map_err(unreadable)?;
    let occasion = Occasion {
        file: path.to_string_lossy().into_owned(),
        snapshot: Digest::of(&bytes),
        bytes: bytes.len() as u64,
        captured_at: now,
        listed_period: None,
        listed_date: None,
        period_fallback: Some("local".to_owned()),
    };
    // As read in the charset that the source before declared for files of that name.
    let mut read: Option<(Option<String>, Contents)> = None;
    let mut misses = Misses::default();
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
            _ => match parser.read(&bytes, charset.as_deref()) {
                Ok(contents) => contents,
                // It is not in the charset of this source's files.
                Err(error) if source.is_none() && charset.is_some() => {
                    misses.far.push((id.clone(), error.to_string()));
                    continue;
                }
                Err(error) => return Err(error.of_file(&occasion.file)),
            },
        };
        let printed = match printed::interpreted(&contents, None, &loaded, &occasion) {
            Ok(printed) => printed,
            // How text is cut differs from source to source; another may take it.
            Err(error) if source.is_none() => {
                misses.far.push((id.clone(), error.to_string()));
                read = Some((charset, contents));
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if !printed.prints.is_empty() {
            return Ok(Local { source: loaded, printed, contents, occasion });
        }
        read = Some((charset, contents));
        if printed.image_only {
            return Err(Error::ImageOnly { file: occasion.file });
        }
        misses.add(id, &printed.issues, printed.nearness);
    }
    let mut why = misses.told(source.is_some());
    // A file that cannot be cut is damaged, whoever might have known it.
    let cut = read.map(|(_, contents)| each_cell(&contents, &Limits::standard(), &mut |_| ()));
    if let Some(Err(damage)) = cut {
        why = format!("  the file itself: {damage}\n{why}");
    }
    Err(Error::Unrecognised { file: occasion.file, why })
}

/// Sources that came near of which a message speaks.
const NEAR_MAX: usize = 3;

/// Why no source took a file.
#[derive(Clone, Default)]
struct Misses {
    /// Sources of which a layout came near: how near, and what it misses.
    near: Vec<(usize, String)>,
    /// The others, and what each of them says.
    far: Vec<(String, String)>,
}

impl Misses {
    /// An issue that names a dataset is of a layout that came near.
    fn add(&mut self, id: &str, issues: &[FileIssue], nearness: usize) {
        let why: Vec<String> = issues.iter().map(|file| file.issue.to_string()).collect();
        let why = why.join("; ");
        if issues.iter().any(|file| file.dataset.is_some()) {
            self.near.push((nearness, format!("  {id}: {why}")));
        } else {
            self.far.push((id.to_owned(), why));
        }
    }

    /// The nearest first.
    fn told(mut self, is_one: bool) -> String {
        self.near.sort_by_key(|(nearness, _)| std::cmp::Reverse(*nearness));
        let mut lines: Vec<String> = self.near.into_iter().map(|(_, why)| why).collect();
        if is_one {
            lines.extend(self.far.iter().map(|(id, why)| format!("  {id}: {why}")));
            return lines.join("\n");
        }
        lines.truncate(NEAR_MAX);
        let far: Vec<&str> = self.far.iter().map(|(id, _)| id.as_str()).collect();
        if !far.is_empty() {
            lines.push(format!("  nothing of it is known to: {}", far.join(", ")));
        }
        lines.push(
            "  hint: --source ID says why one of them does not take it; `portbook parse FILE --raw` \
             prints its cells, `portbook probe FILE` drafts a source for it"
                .to_owned(),
        );
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use portbook_model::address::Address;
    use portbook_model::issue::Issue;

    fn miss(dataset: Option<&str>, expected: &str) -> FileIssue {
        let issue = Issue {
            rule: "no-layout".to_owned(),
            file: "page.html".to_owned(),
            address: Address::default(),
            seen: "1 tables".to_owned(),
            expected: expected.to_owned(),
            nearest: Vec::new(),
        };
        FileIssue { dataset: dataset.map(str::to_owned), issue }
    }

    #[test]
    fn what_came_near_is_told_first_and_the_rest_by_name() {
        let mut misses = Misses::default();
        misses.add("cn/a", &[miss(None, "a table of layout.toml")], 0);
        misses.add("in/c", &[miss(Some("country-wise"), "it misses `S.No.`")], 400);
        misses.add("us/b", &[miss(Some("exhibit-12"), "it misses `Period`")], 900);
        let told = misses.clone().told(false);
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines[0].starts_with("  us/b: no-layout: page.html"), "{told}");
        assert!(lines[1].starts_with("  in/c: no-layout: page.html"), "{told}");
        assert_eq!(lines[2], "  nothing of it is known to: cn/a");
        assert!(misses.told(true).contains("  cn/a: no-layout"), "{told}");
    }
}
