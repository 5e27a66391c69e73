//! The index on its way to and from a place where files are never changed: there it is a row of
//! segments, each the lines that one run added, of all sources. What is here and not there follows
//! what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::archive::Archive;
use crate::aside;
use crate::capture::Capture;
use crate::chain::{self, Decoded};
use crate::error::{Error, Result};
use crate::writer::Writer;

/// A line of the index, as it stands in its file.
#[derive(Clone, Debug)]
pub struct Line {
    text: String,
    decoded: Decoded,
}

impl Line {
    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn capture(&self) -> &Capture {
        &self.decoded.capture
    }

    /// Digest of the line, by which the next one of its source names it.
    pub fn digest(&self) -> Digest {
        self.decoded.digest
    }

    /// Digest of the line before it; `None` for the first of a source.
    pub fn previous(&self) -> Option<Digest> {
        self.decoded.previous
    }
}

/// The lines of a segment; `path` is where it is from.
///
/// # Errors
/// [`Error::BadLine`] if one is not what was written.
pub fn lines(text: &[u8], path: &Path) -> Result<Vec<Line>> {
    let bad = |line: usize, problem: String| Error::BadLine {
        path: path.to_owned(),
        line: line as u64 + 1,
        problem,
    };
    let whole = text.strip_suffix(b"\n").ok_or_else(|| bad(0, "no line end".to_owned()))?;
    let lines = whole.split(|&byte| byte == b'\n').enumerate().map(|(number, line)| {
        let decoded = chain::decode(line).map_err(|why| bad(number, why.to_string()))?;
        let text = String::from_utf8_lossy(line).into_owned();
        Ok(Line { text, decoded })
    });
    lines.collect()
}

/// Lines as the text of a segment.
pub fn text(lines: &[Line]) -> Vec<u8> {
    lines.iter().flat_map(|line| [line.text.as_bytes(), b"\n"]).flatten().copied().collect()
}

impl Archive {
    /// The lines that are here and not among those there, source by source in the order of their
    /// chain.
    ///
    /// # Errors
    /// [`Error::BadLine`] if a line is not what was written.
    pub fn lines_beyond(&self, there: &[Line]) -> Result<Vec<Line>> {
        let known: BTreeSet<Digest> = there.iter().map(|line| line.decoded.digest).collect();
        let mut beyond = Vec::new();
        for source in self.sources()? {
            let own = own(self, &source)?.into_iter();
            let own = own.filter(|line| !known.contains(&line.decoded.digest));
            beyond.append(&mut in_order(own.collect()));
        }
        Ok(beyond)
    }
}

impl Writer {
    /// Makes the index hold what is there, and after it what only is here.
    ///
    /// # Errors
    /// [`Error::BadLine`] if a line is not what was written; [`Error::BrokenChain`] if those that are
    /// there do not follow one another.
    pub fn follow(&self, there: &[Line]) -> Result<()> {
        let mut by_source: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
        for line in there {
            by_source.entry(&line.decoded.capture.source).or_default().push(line);
        }
        for (source, lines) in by_source {
            self.follow_source(source, &lines)?;
        }
        Ok(())
    }

    fn follow_source(&self, source: &str, there: &[&Line]) -> Result<()> {
        let archive = self.archive();
        let mut end = None;
        for line in there {
            if line.decoded.previous != end {
                let path = chain::folder(archive.dir()).join(source);
                return Err(Error::BrokenChain { path, ends: 2 });
            }
            end = Some(line.decoded.digest);
        }
        let known: BTreeSet<Digest> = there.iter().map(|line| line.decoded.digest).collect();
        let own = own(archive, source)?;
        let held: BTreeSet<Digest> = own.iter().map(|line| line.decoded.digest).collect();
        let only_here = own.into_iter().filter(|line| !known.contains(&line.decoded.digest));
        let only_here = in_order(only_here.collect());
        let mut before = end;
        let follows = only_here.iter().all(|line| {
            let follows = line.decoded.previous == before;
            before = Some(line.decoded.digest);
            follows
        });
        if known.is_subset(&held) && follows {
            return Ok(());
        }
        // Every file anew, each whole at once: one that was not reached has its lines as they were,
        // and the next time they are found and follow again.
        let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
        let mut put = |capture: &Capture, text: &str| {
            let file = files.entry(chain::file_of(archive.dir(), capture)).or_default();
            file.push_str(text);
            file.push('\n');
        };
        for line in there {
            put(&line.decoded.capture, &line.text);
        }
        for line in only_here {
            let text = chain::encode(&line.decoded.capture, end)?;
            put(&line.decoded.capture, &text);
            end = Some(Digest::of(text.as_bytes()));
        }
        for (file, text) in files {
            aside::write(&file, text.as_bytes())?;
        }
        self.forget_end(source);
        Ok(())
    }
}

/// The lines of a source, file by file.
fn own(archive: &Archive, source: &str) -> Result<Vec<Line>> {
    let mut own = Vec::new();
    for file in chain::files(archive.dir(), source)? {
        let text = fs_err::read(&file)?;
        if text.is_empty() {
            continue;
        }
        own.append(&mut lines(&text, &file)?);
    }
    Ok(own)
}

/// Lines in the order in which they name one another; what nothing leads to keeps its place, last.
fn in_order(lines: Vec<Line>) -> Vec<Line> {
    let named: BTreeSet<Digest> = lines.iter().map(|line| line.decoded.digest).collect();
    let (mut heads, mut rest): (Vec<Line>, Vec<Line>) = (Vec::new(), Vec::new());
    for line in lines {
        let follows = line.decoded.previous.is_some_and(|previous| named.contains(&previous));
        if follows { rest.push(line) } else { heads.push(line) }
    }
    let mut after: BTreeMap<Digest, Line> = BTreeMap::new();
    let mut ordered = Vec::new();
    for line in rest {
        let previous = line.decoded.previous.expect("it follows one");
        if let Some(other) = after.insert(previous, line) {
            ordered.push(other);
        }
    }
    let mut chained = Vec::new();
    for head in heads {
        let mut next = Some(head);
        while let Some(line) = next {
            next = after.remove(&line.decoded.digest);
            chained.push(line);
        }
    }
    chained.append(&mut ordered);
    chained.extend(after.into_values());
    chained
}

#[cfg(test)]
mod tests;
