//! The record of a commit, `commits/000042.json`: which files, made from what. It holds no clock,
//! and its own digest, so that a changed byte in it is found.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};

use crate::aside;
use crate::error::{Error, Result};

/// What one commit shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commit {
    pub commit: u64,
    /// `None` for the first.
    pub parent: Option<Parent>,
    /// Version of the published schema.
    pub schema: u32,
    /// Package and schema version that made it.
    pub program: String,
    /// Observations and dimensions, sorted by `view`.
    pub files: Vec<File>,
    /// Name of an input -> its digest.
    pub inputs: BTreeMap<String, String>,
}

/// The commit before, and the digest of its record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    pub commit: u64,
    pub digest: Digest,
}

/// One published file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Path of the bytes under `output`, the digest in its name.
    pub path: String,
    /// Path under `views/<commit>`.
    pub view: String,
    pub digest: Digest,
    pub rows: u64,
    pub bytes: u64,
}

impl File {
    /// Value of a partition column, which the path alone has: `source`, `freq`, `year`.
    pub fn partition(&self, column: &str) -> Option<&str> {
        let mut parts = self.view.split('/').filter_map(|part| part.split_once('='));
        parts.find_map(|(name, value)| (name == column).then_some(value))
    }

    /// Whether it holds rows: files of metadata only tell of those that do.
    pub fn is_table(&self) -> bool {
        self.view.ends_with(".parquet")
    }

    /// Whether it holds observations.
    pub fn is_observations(&self) -> bool {
        self.view.starts_with("observation/")
    }
}

/// A commit with the digest of its text.
#[derive(Serialize, Deserialize)]
struct Sealed {
    #[serde(flatten)]
    commit: Commit,
    digest: Digest,
}

impl Commit {
    /// Rows of `observation`.
    pub fn rows(&self) -> u64 {
        let observations = self.files.iter().filter(|file| file.is_observations());
        observations.map(|file| file.rows).sum()
    }

    /// Digest of its record, by which the commit after it names it.
    ///
    /// # Errors
    /// Only if it cannot be written as JSON.
    pub fn digest(&self) -> Result<Digest> {
        Ok(Digest::of(self.text()?.as_bytes()))
    }

    pub(crate) fn by_path(&self) -> BTreeMap<&str, &File> {
        self.files.iter().map(|file| (file.path.as_str(), file)).collect()
    }

    /// The text of its record.
    fn text(&self) -> Result<String> {
        let digest = Digest::of(serde_json::to_string(self)?.as_bytes());
        let mut text = serde_json::to_string_pretty(&Sealed { commit: self.clone(), digest })?;
        text.push('\n');
        Ok(text)
    }
}

impl Parent {
    pub(crate) fn of(commit: &Commit) -> Result<Self> {
        Ok(Self { commit: commit.commit, digest: commit.digest()? })
    }
}

/// `000042`, as folders and records are named.
pub fn name(commit: u64) -> String {
    format!("{commit:06}")
}

fn number(name: &str) -> Option<u64> {
    let number = name.parse().ok()?;
    (self::name(number) == name).then_some(number)
}

pub fn path(output: &Path, commit: u64) -> PathBuf {
    output.join("commits").join(format!("{}.json", name(commit)))
}

pub(crate) fn write(output: &Path, commit: &Commit) -> Result<()> {
    let path = path(output, commit.commit);
    let text = commit.text()?;
    aside::write(&path, text.as_bytes(), |closed| {
        let same = fs_err::read(closed)? == text.as_bytes();
        let problem = || "it reads back otherwise than written".to_owned();
        if same { Ok(()) } else { Err(Error::BadCommit { path: path.clone(), problem: problem() }) }
    })
}

/// Reads a record; one that is not byte for byte what was written is damaged.
///
/// # Errors
/// `BadCommit` if it is damaged, `Io` if it is missing.
pub fn read(output: &Path, commit: u64) -> Result<Commit> {
    let path = path(output, commit);
    of_text(&fs_err::read(&path)?, &path, commit)
}

/// The commit of that number that a text records; `path` is where the text is from.
///
/// # Errors
/// `BadCommit` if it is damaged.
pub fn of_text(text: &[u8], path: &Path, commit: u64) -> Result<Commit> {
    let bad = |problem: String| Error::BadCommit { path: path.to_owned(), problem };
    let sealed: Sealed = serde_json::from_slice(text).map_err(|error| bad(error.to_string()))?;
    if sealed.commit.text()?.as_bytes() != text {
        return Err(bad("its text is not what its digest was made from".to_owned()));
    }
    if sealed.commit.commit != commit {
        return Err(bad(format!("it is the record of commit {}", sealed.commit.commit)));
    }
    Ok(sealed.commit)
}

/// The number that `current` points to; `None` where nothing was ever published.
///
/// # Errors
/// `BadCurrent` if `current` is something else than the link this crate makes.
pub fn current_number(output: &Path) -> Result<Option<u64>> {
    let link = output.join("current");
    let bad = |problem: String| Error::BadCurrent { path: link.clone(), problem };
    let target = match fs_err::read_link(&link) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(bad(error.to_string())),
    };
    let view = target.strip_prefix("views").ok().and_then(|view| view.to_str());
    let number = view.and_then(number);
    number.map(Some).ok_or_else(|| bad(format!("got target `{}`", target.display())))
}

/// The number that `current` points to, and the digest of that record as it lies there.
///
/// # Errors
/// As [`current_number`], and `Io` where the record is missing.
pub fn standing(output: &Path) -> Result<Option<(u64, Digest)>> {
    let digest = |number| Ok((number, Digest::of(&fs_err::read(path(output, number))?)));
    current_number(output)?.map(digest).transpose()
}

/// The commit that readers see; `None` where nothing was ever published.
///
/// # Errors
/// `BadCurrent` and `BadCommit` where the folder is damaged.
pub fn current(output: &Path) -> Result<Option<Commit>> {
    current_number(output)?.map(|number| read(output, number)).transpose()
}

/// The numbers of all records there are, in order.
///
/// # Errors
/// `Io` if the folder cannot be listed.
pub fn numbers(output: &Path) -> Result<Vec<u64>> {
    Ok(list(output)?.0)
}

/// The numbers of all records there are, and what else lies among them.
pub(crate) fn list(output: &Path) -> Result<(Vec<u64>, Vec<PathBuf>)> {
    let (mut numbers, mut others) = (Vec::new(), Vec::new());
    let entries = match fs_err::read_dir(output.join("commits")) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((numbers, others)),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        let file_name = entry.file_name();
        let stem = file_name.to_str().and_then(|name| name.strip_suffix(".json"));
        match stem.and_then(number) {
            Some(number) => numbers.push(number),
            None => others.push(entry.path()),
        }
    }
    numbers.sort_unstable();
    Ok((numbers, others))
}

/// A killed run may leave the record of the commit it was making, to be written over. More than
/// that means that `current` was lost or turned back, and history would be.
pub(crate) fn refuse_to_overwrite(output: &Path, next: u64) -> Result<()> {
    match list(output)?.0.last() {
        Some(&newest) if newest > next => Err(Error::CurrentBehind { current: next - 1, newest }),
        _ => Ok(()),
    }
}
