//! Some records of a text that is too large to be held: its head, and the lines they stand in.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::path::Path;

use fs_err::File;
use portbook_parse::cell_at::Shelf;
use portbook_parse::read::contents::Contents;
use portbook_parse::sniff::{Format, sniff};

use crate::error::Error;
use crate::parser::Parser;

/// Records that are looked up at once.
const RECORDS: i64 = 1 << 18;
/// Lines among which the names of the columns are looked for.
const HEAD_LINES: usize = 64;
const BUFFER_BYTES: usize = 1 << 18;

/// The first records, and those after some others.
pub(super) fn first() -> Range<i64> {
    1..1 + RECORDS
}

pub(super) fn after(window: &Range<i64>) -> Range<i64> {
    window.end..window.end + RECORDS
}

/// Where a record of the file stands among those that are held.
#[derive(Clone, Copy)]
pub(super) struct Held {
    /// So many records of the file's beginning are held.
    head: i64,
    /// Number of the first of the others.
    first: i64,
}

impl Held {
    /// All records.
    pub(super) const WHOLE: Self = Self { head: i64::MAX, first: 0 };

    pub(super) fn place(self, record: i64) -> i64 {
        if record <= self.head { record } else { record - self.first + 1 + self.head }
    }
}

/// The records of these numbers below the line with these names; `None` of a file that is no text,
/// or has no such line.
pub(super) fn read(
    path: &Path,
    window: &Range<i64>,
    names: &BTreeSet<&str>,
    (parser, charset): (&Parser, Option<&str>),
) -> Result<Option<(Contents, Held)>, Error> {
    let mut text = BufReader::with_capacity(BUFFER_BYTES, File::open(path)?);
    if names.is_empty() || sniff(text.fill_buf()?, None) != Format::Delimited {
        return Ok(None);
    }
    let Some((mut bytes, head)) = head(&mut text, names, (parser, charset))? else {
        return Ok(None);
    };
    let first = window.start.max(head + 1);
    let mut record = head + 1;
    let mut line = Vec::new();
    while record < window.end && text.read_until(b'\n', &mut line)? > 0 {
        if !is_blank(&line) {
            if record >= first {
                bytes.extend_from_slice(&line);
            }
            record += 1;
        }
        line.clear();
    }
    let contents = parser.read(&bytes, charset)?;
    Ok(Some((contents, Held { head, first })))
}

/// The lines down to the one with these names, and how many records these lines have.
fn head(
    text: &mut impl BufRead,
    names: &BTreeSet<&str>,
    (parser, charset): (&Parser, Option<&str>),
) -> Result<Option<(Vec<u8>, i64)>, Error> {
    let mut head = Vec::new();
    for _ in 0..HEAD_LINES {
        if text.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
        let contents = match parser.read(&head, charset) {
            Ok(contents) => contents,
            Err(Error::Parse(_)) => continue,
            Err(error) => return Err(error),
        };
        if let Ok(Shelf::Records { set, .. }) = Shelf::open(&contents, None, None, names, None) {
            let records = i64::try_from(set.len()).expect("records of a few lines");
            return Ok(Some((head, records)));
        }
    }
    Ok(None)
}

fn is_blank(line: &[u8]) -> bool {
    line.iter().all(|byte| matches!(byte, b'\r' | b'\n'))
}
