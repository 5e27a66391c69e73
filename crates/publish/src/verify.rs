//! Whether `output` is what was published: every file of every commit, and the links to them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::error::{Error, Result};
use crate::leftovers::{CATALOG, is_aside};
use crate::record::{self, Commit, File, Parent};
use crate::review;

/// What a look at every byte found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub commits: u64,
    pub files: u64,
    pub damage: Vec<Damage>,
    /// Files that no commit names: leftovers of killed runs, or not ours.
    pub orphans: Vec<PathBuf>,
}

/// Something that is not as it was published. Paths are relative to `output`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Damage {
    #[error("`{}` is missing", path.display())]
    Missing { path: PathBuf },
    #[error("`{}`: got digest {found}, expected {expected}", path.display())]
    Changed { path: PathBuf, found: Digest, expected: Digest },
    #[error("`{}`: {problem}", path.display())]
    Record { path: PathBuf, problem: String },
    #[error("`current`: {problem}")]
    Current { problem: String },
}

/// Re-reads everything under `output`; a folder that was never published to is in order.
///
/// # Errors
/// `Io` where something can be neither read nor called missing.
#[expect(clippy::too_many_lines, reason = "one look at everything, in order")]
pub fn verify(output: &Path) -> Result<Verified> {
    let mut verified = Verified::default();
    let mut known: BTreeSet<PathBuf> = BTreeSet::new();
    let (numbers, _) = record::list(output)?;
    let current = match record::current_number(output) {
        Ok(number) => number.unwrap_or(0),
        Err(error) => {
            verified.damage.push(Damage::Current { problem: error.to_string() });
            known.insert(PathBuf::from("current"));
            numbers.last().copied().unwrap_or(0)
        }
    };
    known.extend((current > 0).then(|| PathBuf::from("current")));
    // The record of one commit more is what a run killed before its last step leaves.
    let lost = numbers.last().copied().filter(|newest| *newest > current + 1);
    if let Some(newest) = lost {
        let problem = format!("got commit {current}, expected {newest}, the newest");
        verified.damage.push(Damage::Current { problem });
    }
    let mut objects: BTreeMap<String, File> = BTreeMap::new();
    let mut before: Option<Commit> = None;
    for number in 1..=lost.unwrap_or(current) {
        known.insert(relative(output, &record::path(output, number)));
        let commit = match readable(output, number) {
            Ok(commit) => commit,
            Err(damage) => {
                verified.damage.push(damage);
                before = None;
                continue;
            }
        };
        verified.commits += 1;
        let parent = before.as_ref().map(Parent::of).transpose()?;
        if before.is_some() && commit.parent != parent {
            let path = relative(output, &record::path(output, number));
            let problem = "its parent is not the commit before it".to_owned();
            verified.damage.push(Damage::Record { path, problem });
        }
        // The view of an earlier commit may have been removed; its files and its record may not.
        let view = output.join("views").join(record::name(number));
        let removed = number != current && !view.is_dir();
        for file in &commit.files {
            objects.insert(file.path.clone(), file.clone());
            if removed {
                continue;
            }
            let link = Path::new("views").join(record::name(number)).join(&file.view);
            verified.damage.extend(linked(output, &link, file)?);
            known.insert(link);
        }
        before = Some(commit);
    }
    for (path, file) in objects {
        let path = PathBuf::from(path);
        verified.damage.extend(digested(output, &path, file.digest)?);
        verified.files += 1;
        known.insert(path);
    }
    match review::files(output) {
        Ok(files) => {
            for (path, digest) in files {
                if let Some(digest) = digest {
                    verified.damage.extend(digested(output, &path, digest)?);
                    verified.files += 1;
                }
                known.insert(path);
            }
        }
        Err(Error::BadCommit { path, problem }) => {
            let path = relative(output, &path);
            known.insert(path.clone());
            verified.damage.push(Damage::Record { path, problem });
        }
        Err(error) => return Err(error),
    }
    let mut found = Vec::new();
    walk(output, output, &mut found)?;
    let is_page = |path: &PathBuf| path.starts_with(CATALOG) && !is_aside(path);
    found.retain(|path| !known.contains(path) && !is_page(path));
    verified.orphans = found;
    verified.damage.sort();
    verified.orphans.sort();
    Ok(verified)
}

fn relative(output: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(output).unwrap_or(path).to_owned()
}

fn readable(output: &Path, number: u64) -> std::result::Result<Commit, Damage> {
    let path = record::path(output, number);
    if !path.is_file() {
        return Err(Damage::Missing { path: relative(output, &path) });
    }
    record::read(output, number).map_err(|error| Damage::Record {
        path: relative(output, &path),
        problem: error.to_string(),
    })
}

fn digested(output: &Path, path: &Path, expected: Digest) -> Result<Option<Damage>> {
    let bytes = match fs_err::read(output.join(path)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Ok(Some(Damage::Missing { path: path.to_owned() }));
        }
        Err(error) => return Err(error.into()),
    };
    let found = Digest::of(&bytes);
    Ok((found != expected).then(|| Damage::Changed { path: path.to_owned(), found, expected }))
}

/// A link to the object itself needs no second look at its bytes.
fn linked(output: &Path, link: &Path, file: &File) -> Result<Option<Damage>> {
    if same_file(&output.join(link), &output.join(&file.path)) {
        return Ok(None);
    }
    digested(output, link, file.digest)
}

#[cfg(unix)]
fn same_file(one: &Path, two: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let place = |path| fs_err::metadata(path).map(|found| (found.dev(), found.ino())).ok();
    place(one).is_some_and(|one| place(two) == Some(one))
}

#[cfg(not(unix))]
fn same_file(_: &Path, _: &Path) -> bool {
    false
}

/// Every file and link under `folder`, links not followed.
fn walk(output: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let entries = match fs_err::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            walk(output, &entry.path(), found)?;
        } else {
            found.push(relative(output, &entry.path()));
        }
    }
    Ok(())
}
