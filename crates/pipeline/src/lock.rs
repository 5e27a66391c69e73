//! `portbook.lock`: everything the commit that stands was made from, and the digest of every file
//! it shows. One line for each capture and file, sorted, so that two locks can be compared by eye.
//!
//! A capture is named by the digest of all that was noted of it, not by its line in the index: a
//! line names the one before it, and a part of an archive has other neighbours.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_model::digest::Digest;
use portbook_publish::record::{Commit, current, standing};
use portbook_schema::codelist;
use portbook_source::load::{Source, ids};
use serde::{Deserialize, Serialize};

use crate::build::inputs;
use crate::error::Error;
use crate::memory::{Memory, indices};
use crate::published::program;
use crate::settings::Settings;

/// Version of the shape of this file.
const VERSION: u32 = 1;

/// A commit, pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    pub lock: u32,
    /// Package and schema version that made it.
    pub program: String,
    /// Every file of the commit, in order of path.
    pub output: Vec<OutputLock>,
    /// Name of a code list -> digest of its CSV.
    pub codelist: BTreeMap<String, Digest>,
    /// In order of id.
    pub source: Vec<SourceLock>,
}

/// A source: its folder, and what was captured of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceLock {
    pub id: String,
    /// The files of its folder that a build reads, in order of name.
    pub files: Vec<FileLock>,
    /// By time, then as they were written.
    pub captures: Vec<CaptureLock>,
}

/// `layout.toml` of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileLock {
    pub name: String,
    pub sha256: Digest,
}

/// A capture that the build depends on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptureLock {
    pub captured_at: Timestamp,
    pub url: String,
    pub snapshot: Digest,
    /// Digest of the capture: all that was noted of it.
    pub capture: Digest,
}

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputLock {
    /// As readers see it, below `current/`.
    pub path: String,
    pub rows: u64,
    pub bytes: u64,
    pub sha256: Digest,
}

impl Lock {
    /// Pins the commit that stands.
    ///
    /// # Errors
    /// `NotPublished` where there is none; `NotBuilt` where captures, pipelines or program are not
    /// those it was made from.
    pub fn of(settings: &Settings) -> Result<(Self, u64), Error> {
        let Some(commit) = current(&settings.output)? else {
            return Err(Error::NotPublished { output: settings.output.clone() });
        };
        let sources = ids(&settings.pipelines)?
            .iter()
            .map(|id| Source::load(&settings.pipelines, id))
            .collect::<Result<Vec<_>, _>>()?;
        let archive = Archive::open(&settings.archive)?;
        let memory = Memory::of(&archive);
        let indices = indices(&archive, &sources, memory.as_ref())?;
        let standing = standing(&settings.output)?;
        let is_made = |memory: &Memory| {
            memory.is_of_commit(standing) && memory.is_of(&sources, &indices, &settings.build)
        };
        if !memory.as_ref().is_some_and(is_made) {
            return Err(Error::NotBuilt { commit: commit.commit });
        }
        let source = sources
            .iter()
            .map(|source| SourceLock::of(source, &archive.captures(&source.column())?))
            .collect::<Result<_, _>>()?;
        let output = outputs(&commit);
        let lock =
            Self { lock: VERSION, program: program(), codelist: code_lists(), source, output };
        Ok((lock, commit.commit))
    }

    /// Reads a lock.
    ///
    /// # Errors
    /// `Lock` with line and column where it is none.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
        let text = fs_err::read_to_string(path).map_err(unreadable)?;
        let bad = |problem: String| Error::Lock { path: path.to_owned(), problem };
        let lock: Self = toml::from_str(&text).map_err(|error| bad(error.to_string()))?;
        if lock.lock != VERSION {
            return Err(bad(format!("got lock = {}, expected {VERSION}", lock.lock)));
        }
        // What is written back otherwise was changed by hand, or is not ours.
        if lock.text() != text {
            return Err(bad("its text is not as `portbook lock` writes it".to_owned()));
        }
        Ok(lock)
    }

    /// Writes it, in the place of what was there.
    ///
    /// # Errors
    /// Where the folder cannot be written to.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        Ok(portbook_publish::single::write(path, self.text().as_bytes())?)
    }

    /// Its text: the same for the same commit.
    pub fn text(&self) -> String {
        let mut text = format!(
            "# What a commit was made from, and the digest of every file of it. Made by `portbook lock`;\n\
             # `portbook reproduce FILE` makes the files again and compares them. Not to be edited.\n\
             lock = {}\nprogram = {}\noutput = [\n",
            self.lock,
            quoted(&self.program),
        );
        for OutputLock { path, rows, bytes, sha256 } in &self.output {
            let path = quoted(path);
            let _ = writeln!(
                text,
                "  {{ path = {path}, rows = {rows}, bytes = {bytes}, sha256 = \"{sha256}\" }},"
            );
        }
        text.push_str("]\n\n[codelist]\n");
        for (name, digest) in &self.codelist {
            let _ = writeln!(text, "{} = \"{digest}\"", quoted(name));
        }
        for source in &self.source {
            let _ = writeln!(text, "\n[[source]]\nid = {}\nfiles = [", quoted(&source.id));
            for FileLock { name, sha256 } in &source.files {
                let _ = writeln!(text, "  {{ name = {}, sha256 = \"{sha256}\" }},", quoted(name));
            }
            text.push_str("]\ncaptures = [\n");
            for one in &source.captures {
                let CaptureLock { captured_at, url, snapshot, capture } = one;
                let url = quoted(url);
                let _ = writeln!(
                    text,
                    "  {{ captured_at = \"{captured_at}\", url = {url}, snapshot = \"{snapshot}\", capture = \"{capture}\" }},"
                );
            }
            text.push_str("]\n");
        }
        text
    }

    pub fn capture_count(&self) -> usize {
        self.source.iter().map(|source| source.captures.len()).sum()
    }
}

impl SourceLock {
    fn of(source: &Source, captures: &[Capture]) -> Result<Self, Error> {
        let captures = inputs(captures).into_iter().map(CaptureLock::of);
        Ok(Self {
            id: source.id.clone(),
            files: files(source),
            captures: captures.collect::<Result<_, _>>()?,
        })
    }
}

impl CaptureLock {
    pub(crate) fn of(capture: &Capture) -> Result<Self, Error> {
        let noted = serde_json::to_string(capture).map_err(std::io::Error::from)?;
        Ok(Self {
            captured_at: capture.captured_at,
            url: capture.url.clone(),
            snapshot: capture.snapshot.unwrap_or_else(|| Digest::of(b"")),
            capture: Digest::of(noted.as_bytes()),
        })
    }
}

/// The files of a source's folder that a build reads.
pub(crate) fn files(source: &Source) -> Vec<FileLock> {
    let folder = format!("{}/", source.id);
    let named = source.files.iter().filter_map(|(file, digest)| {
        Some(FileLock { name: file.strip_prefix(&folder)?.to_owned(), sha256: *digest })
    });
    named.collect()
}

pub(crate) fn code_lists() -> BTreeMap<String, Digest> {
    let lists = codelist::all().iter();
    lists.map(|list| (list.name.to_owned(), Digest::of(list.csv.as_bytes()))).collect()
}

pub(crate) fn outputs(commit: &Commit) -> Vec<OutputLock> {
    let files = commit.files.iter().map(|file| OutputLock {
        path: file.view.clone(),
        rows: file.rows,
        bytes: file.bytes,
        sha256: file.digest,
    });
    files.collect()
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let digest = Digest::of(b"some bytes");
        let capture = CaptureLock {
            captured_at: "2026-01-29T14:00:00Z".parse().unwrap(),
            url: "https://example.org/a?q=\"x\"\\y\u{7}".to_owned(),
            snapshot: digest,
            capture: digest,
        };
        let path = "observation/source=xx-bureau/freq=M/year=2025/part-0.parquet".to_owned();
        Lock {
            lock: VERSION,
            program: "portbook 0.1.0 schema 1".to_owned(),
            codelist: BTreeMap::from([("area".to_owned(), digest)]),
            source: vec![
                SourceLock {
                    id: "xx/bureau".to_owned(),
                    files: vec![FileLock { name: "layout.toml".to_owned(), sha256: digest }],
                    captures: vec![capture],
                },
                SourceLock { id: "yy/bureau".to_owned(), files: vec![], captures: vec![] },
            ],
            output: vec![OutputLock { path, rows: 2, bytes: 3, sha256: digest }],
        }
    }

    #[test]
    fn a_lock_reads_back_as_written() {
        let read: Lock = toml::from_str(&lock().text()).unwrap();
        assert_eq!(read, lock());
        assert_eq!(read.text(), lock().text());
    }
}
