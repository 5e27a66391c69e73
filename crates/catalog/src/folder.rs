//! The folder that pages are written to: each whole or not at all, and only where its bytes are others.
//! What each was made from is kept beside them, so that what stands is not made again. Nothing here is
//! flushed to disk: a page that a power cut took has another length than is on record, and is made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tempfile::Builder;

use crate::error::{Error, Result};
use crate::pages::Made;

/// What pages were made from, and their digests.
const RECORD: &str = "catalog.json";
/// Files of this prefix are leftovers of a killed run.
const PREFIX: &str = ".aside-";
/// Folders that hold pages and nothing else.
const FOLDERS: [&str; 5] = ["claims", "dataset", "held", "series", "table"];

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Record {
    /// Digest of everything, known without making anything.
    made_from: String,
    groups: BTreeMap<String, Group>,
}

/// Pages that are made together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Group {
    made_from: String,
    /// What lists need to know of it.
    note: Value,
    /// Path -> length and digest.
    pages: BTreeMap<String, (u64, String)>,
}

/// What writing came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Pages there are.
    pub pages: usize,
    /// Of which so many are new or others than before.
    pub written: usize,
    /// Pages that are no longer made.
    pub removed: usize,
}

/// A folder of pages, open for writing.
pub struct Folder {
    path: PathBuf,
    before: Record,
    now: Record,
    /// Folders that are known to be there.
    made: BTreeSet<PathBuf>,
    written: usize,
}

impl Folder {
    /// Opens it, or makes it.
    ///
    /// # Errors
    /// `NotACatalog` where something else lies there.
    pub fn open(path: &Path) -> Result<Self> {
        let text = match fs_err::read(path.join(RECORD)) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        if text.is_none() {
            fs_err::create_dir_all(path)?;
            let leftover = |name: &str| name.starts_with(PREFIX);
            for entry in fs_err::read_dir(path)? {
                if !leftover(&entry?.file_name().to_string_lossy()) {
                    return Err(Error::NotACatalog { folder: path.to_owned() });
                }
            }
        }
        // A record that cannot be read is one of no page: all are made, and compared with what lies there.
        let before = text.as_deref().and_then(|text| serde_json::from_slice(text).ok());
        let folder = Self {
            path: path.to_owned(),
            before: before.unwrap_or_default(),
            now: Record::default(),
            made: BTreeSet::new(),
            written: 0,
        };
        if text.is_none() {
            folder.write(RECORD, serde_json::to_string(&folder.before)?.as_bytes())?;
        }
        Ok(folder)
    }

    /// Whether all pages are there that were made from this, and none was lost.
    pub fn stands_whole(&self, made_from: &str) -> bool {
        self.before.made_from == made_from && self.before.groups.values().all(|g| self.is_there(g))
    }

    /// What a group of pages was made from.
    pub fn made_from(&self, group: &str) -> Option<&str> {
        let group = self.before.groups.get(group).filter(|group| self.is_there(group))?;
        Some(&group.made_from)
    }

    /// Keeps the pages of a group that was made from this, if all are there: their note.
    pub(crate) fn stands(&mut self, name: &str, made_from: &str) -> Option<Value> {
        if self.made_from(name) != Some(made_from) {
            return None;
        }
        let group = self.before.groups.get(name)?.clone();
        let note = group.note.clone();
        self.now.groups.insert(name.to_owned(), group);
        Some(note)
    }

    fn is_there(&self, group: &Group) -> bool {
        let length =
            |path: &String| fs_err::metadata(self.path.join(path)).map(|found| found.len());
        group.pages.iter().all(|(path, (bytes, _))| length(path).is_ok_and(|found| found == *bytes))
    }

    /// Begins a group that is made anew.
    pub(crate) fn begin(&mut self, name: &str, made_from: &str, note: Value) {
        let group = Group { made_from: made_from.to_owned(), note, pages: BTreeMap::new() };
        self.now.groups.insert(name.to_owned(), group);
    }

    /// A page of a group that was begun.
    pub(crate) fn put(&mut self, group: &str, page: &Made) -> Result<()> {
        let bytes = page.text.as_bytes();
        let digest = Digest::of(bytes).to_string();
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let path = self.path.join(&page.path);
        let known = self.before.groups.get(group).and_then(|group| group.pages.get(&page.path));
        let same = match known {
            Some((_, known)) => {
                *known == digest && fs_err::metadata(&path).is_ok_and(|f| f.len() == length)
            }
            None => fs_err::read(&path).is_ok_and(|held| held == bytes),
        };
        if !same {
            if let Some(folder) = path.parent().filter(|folder| !self.made.contains(*folder)) {
                fs_err::create_dir_all(folder)?;
                self.made.insert(folder.to_owned());
            }
            self.write(&page.path, bytes)?;
            self.written += 1;
        }
        if let Some(group) = self.now.groups.get_mut(group) {
            group.pages.insert(page.path.clone(), (length, digest));
        }
        Ok(())
    }

    /// Beside its place, then into it.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX);
        readable_by_all(&mut builder);
        let path = self.path.join(name);
        let mut file = builder.tempfile_in(path.parent().unwrap_or(&self.path))?;
        file.write_all(bytes)?;
        let moved = file.into_temp_path().persist(&path);
        moved.map_err(|failed| Error::NotMoved { path, source: failed.error })
    }

    /// Removes what is no longer made, and records what is.
    pub(crate) fn close(mut self, made_from: &str) -> Result<Written> {
        made_from.clone_into(&mut self.now.made_from);
        let keep: BTreeSet<PathBuf> = self
            .now
            .groups
            .values()
            .flat_map(|group| group.pages.keys())
            .map(|page| self.path.join(page))
            .collect();
        let mut removed = 0;
        for folder in FOLDERS {
            let folder = self.path.join(folder);
            if folder.is_dir() {
                sweep(&folder, &keep, &mut removed)?;
            }
        }
        if self.now != self.before {
            let text = serde_json::to_string(&self.now)?;
            self.write(RECORD, text.as_bytes())?;
        }
        Ok(Written { pages: keep.len(), written: self.written, removed })
    }
}

/// Removes pages that are not kept, and folders that are empty then.
fn sweep(folder: &Path, keep: &BTreeSet<PathBuf>, removed: &mut usize) -> Result<()> {
    let mut is_empty = true;
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            sweep(&path, keep, removed)?;
            is_empty &= !path.exists();
        } else if keep.contains(&path) {
            is_empty = false;
        } else {
            fs_err::remove_file(&path)?;
            *removed += 1;
        }
    }
    if is_empty {
        fs_err::remove_dir(folder)?;
    }
    Ok(())
}

#[cfg(unix)]
fn readable_by_all(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable_by_all(_: &mut Builder<'_, '_>) {}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use serde_json::json;
    use tempfile::TempDir;

    use super::*;

    fn page(path: &str, text: &str) -> Made {
        Made { path: path.to_owned(), text: text.to_owned() }
    }

    fn written(folder: &Path, pages: &[(&str, &str)]) -> Written {
        let mut folder = Folder::open(folder).unwrap();
        folder.begin("source a", "1", json!({}));
        for (path, text) in pages {
            folder.put("source a", &page(path, text)).unwrap();
        }
        folder.close("1").unwrap()
    }

    #[test]
    fn only_what_is_other_is_written_and_what_is_no_longer_made_goes() {
        let place = TempDir::new().unwrap();
        let to = place.path().join("site");
        let pages = [("index.html", "one"), ("series/a.html", "two"), ("table/x/b.html", "three")];
        assert_eq!(written(&to, &pages), Written { pages: 3, written: 3, removed: 0 });
        let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        for (path, _) in pages {
            fs_err::File::open(to.join(path)).unwrap().file().set_modified(old).unwrap();
        }
        let next = [("index.html", "one"), ("series/a.html", "other")];
        assert_eq!(written(&to, &next), Written { pages: 2, written: 1, removed: 1 });
        let modified = |path: &str| fs_err::metadata(to.join(path)).unwrap().modified().unwrap();
        assert_eq!(modified("index.html"), old);
        assert!(!to.join("table").exists());
        assert_eq!(fs_err::read_to_string(to.join("series/a.html")).unwrap(), "other");
    }

    #[test]
    fn what_was_lost_is_made_again() {
        let place = TempDir::new().unwrap();
        let to = place.path().join("site");
        let pages = [("index.html", "one"), ("series/a.html", "two")];
        written(&to, &pages);
        let stands = || {
            let mut folder = Folder::open(&to).unwrap();
            (folder.stands_whole("1"), folder.stands("source a", "1").is_some())
        };
        assert_eq!(stands(), (true, true));
        assert!(!Folder::open(&to).unwrap().stands_whole("2"));
        // As a power cut leaves what was not flushed.
        fs_err::write(to.join("series/a.html"), "").unwrap();
        assert_eq!(stands(), (false, false));
        assert_eq!(written(&to, &pages).written, 1);
        fs_err::write(to.join(RECORD), "{").unwrap();
        assert_eq!(written(&to, &pages), Written { pages: 2, written: 0, removed: 0 });
        assert_eq!(stands(), (true, true));
    }

    #[test]
    fn what_is_no_catalog_is_not_written_into() {
        let place = TempDir::new().unwrap();
        fs_err::write(place.path().join("notes.txt"), "mine").unwrap();
        let refused = Folder::open(place.path()).map(|_| ()).unwrap_err();
        assert!(matches!(refused, Error::NotACatalog { .. }), "{refused}");
        assert_eq!(fs_err::read_dir(place.path()).unwrap().count(), 1);
    }
}
