//! Folders of a test's own below `target/tmp`, and what lies in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use sha2::{Digest as _, Sha256};

use crate::program::build_folder;

/// An empty folder; left in place afterwards, for a person to look at, and emptied by the next
/// test run.
#[derive(Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Self {
        let target = build_folder().parent().map(Path::to_owned).expect("target/debug");
        let path = target.join("tmp").join(name);
        if path.exists() {
            fs_err::remove_dir_all(&path).expect("a test's folder can be emptied");
        }
        fs_err::create_dir_all(&path).expect("a test's folder can be made");
        Self { path }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// A file as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub sha256: String,
    pub modified: SystemTime,
}

/// Every file and symbolic link below a folder, relative to it.
pub fn listing(folder: &Path) -> BTreeMap<String, Seen> {
    let mut seen = BTreeMap::new();
    list(folder, folder, &mut seen);
    seen
}

/// The same, without times.
pub fn digests(folder: &Path) -> BTreeMap<String, String> {
    listing(folder).into_iter().map(|(path, seen)| (path, seen.sha256)).collect()
}

fn list(folder: &Path, below: &Path, seen: &mut BTreeMap<String, Seen>) {
    for entry in fs_err::read_dir(folder).unwrap_or_else(|error| panic!("{error}")) {
        let path = entry.expect("a folder can be read").path();
        let kind = fs_err::symlink_metadata(&path).expect("a listed file is there");
        if kind.is_dir() {
            list(&path, below, seen);
            continue;
        }
        let sha256 = if kind.is_symlink() {
            fs_err::read_link(&path).expect("a link points").to_string_lossy().into_owned()
        } else {
            sha256(&fs_err::read(&path).expect("a listed file can be read"))
        };
        let name = path.strip_prefix(below).expect("listed below it").to_string_lossy();
        let modified = kind.modified().expect("files have times");
        seen.insert(name.into_owned(), Seen { sha256, modified });
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let hexadecimal = |half: u8| char::from_digit(u32::from(half), 16).expect("half a byte");
    let digest = Sha256::digest(bytes);
    digest.iter().flat_map(|byte| [hexadecimal(byte >> 4), hexadecimal(byte & 15)]).collect()
}

/// Copies a folder, links as links.
pub fn copy(from: &Path, to: &Path) {
    fs_err::create_dir_all(to).expect("a test's folder can be made");
    for entry in fs_err::read_dir(from).unwrap_or_else(|error| panic!("{error}")) {
        let path = entry.expect("a folder can be read").path();
        let there = to.join(path.file_name().expect("listed files have names"));
        let kind = fs_err::symlink_metadata(&path).expect("a listed file is there");
        if kind.is_symlink() {
            let target = fs_err::read_link(&path).expect("a link points");
            fs_err::os::unix::fs::symlink(target, &there).expect("a link can be made");
        } else if kind.is_dir() {
            copy(&path, &there);
        } else {
            fs_err::copy(&path, &there).expect("a file can be copied");
        }
    }
}
