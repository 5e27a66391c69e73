//! What runs left that did not end: names that a power cut could still take away, and files that no
//! commit names. The caller holds the lock.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use portbook_model::digest::Digest;

use crate::aside;
use crate::error::Result;
use crate::record;

/// Folders of files that are written once, below which every folder may have gained a name.
const CONTENT: [&str; 4] = ["observation", "dimension", "audit", "metadata"];

/// Pages, which are no part of any commit: they are made anew from it, and nothing is lost with them.
pub(crate) const CATALOG: &str = "catalog";

/// Flushes the folders in which a run that did not end may have left new names: their files were
/// flushed before they had a name. Views are made anew, or were flushed before theirs.
///
/// # Errors
/// `Io` where a folder cannot be flushed.
pub fn settle(output: &Path) -> Result<()> {
    for folder in CONTENT.iter().copied().chain(["commits"]) {
        flush_below(&output.join(folder))?;
    }
    for folder in [output.join("views"), output.to_owned()].iter().filter(|path| path.is_dir()) {
        aside::sync_folder(folder)?;
    }
    Ok(())
}

fn flush_below(folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            flush_below(&entry.path())?;
        }
    }
    aside::sync_folder(folder)
}

/// Removes what was last written before an instant and is of no commit: files and folders aside,
/// and content under names that this crate gives. Whatever else lies there is not ours.
///
/// # Errors
/// `Io` if something cannot be removed, `BadCommit` if a record cannot tell which files it names.
pub fn sweep(output: &Path, before: SystemTime) -> Result<Vec<PathBuf>> {
    let mut named = BTreeSet::new();
    for number in 1..=record::current_number(output)?.unwrap_or(0) {
        named.extend(record::read(output, number)?.files.into_iter().map(|file| file.path));
    }
    let mut found = Vec::new();
    for folder in ["", "views", "commits"] {
        entries(&output.join(folder), &mut found, Depth::Here)?;
    }
    let mut content = Vec::new();
    for folder in CONTENT {
        entries(&output.join(folder), &mut content, Depth::Below)?;
    }
    entries(&output.join("review"), &mut found, Depth::Below)?;
    entries(&output.join(CATALOG), &mut found, Depth::Here)?;
    found.retain(|path| is_aside(path));
    content.retain(|path| {
        let name = path.strip_prefix(output).unwrap_or(path).to_string_lossy();
        is_aside(path) || is_content(path) && !named.contains(&*name)
    });
    found.extend(content);
    found.retain(|path| {
        let modified = fs_err::symlink_metadata(path).and_then(|found| found.modified());
        modified.is_ok_and(|modified| modified < before)
    });
    for path in &found {
        if fs_err::symlink_metadata(path)?.is_dir() {
            fs_err::remove_dir_all(path)?;
        } else {
            fs_err::remove_file(path)?;
        }
    }
    Ok(found)
}

/// Views of commits before the current one that were last written before an instant. Their records
/// and files stay, and so do the bytes, which the view only linked to.
///
/// # Errors
/// `Io` if they cannot be listed, `BadCurrent` if it is not known which one is current.
pub fn old_views(output: &Path, before: SystemTime) -> Result<Vec<PathBuf>> {
    let current = record::current_number(output)?.map(record::name);
    let mut views = Vec::new();
    entries(&output.join("views"), &mut views, Depth::Here)?;
    views.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let earlier = current.as_deref().is_some_and(|current| *name < *current);
        let modified = fs_err::symlink_metadata(path).and_then(|found| found.modified());
        let named = name.len() == 6 && name.bytes().all(|byte| byte.is_ascii_digit());
        named && earlier && modified.is_ok_and(|modified| modified < before)
    });
    views.sort();
    Ok(views)
}

/// Removes views that [`old_views`] listed.
///
/// # Errors
/// `Io` if one cannot be removed.
pub fn remove_views(views: &[PathBuf]) -> Result<()> {
    for view in views {
        fs_err::remove_dir_all(view)?;
    }
    Ok(())
}

/// Bytes of all published files, each once: views link to them.
///
/// # Errors
/// `Io` if they cannot be listed.
pub fn bytes(output: &Path) -> Result<u64> {
    let mut files = Vec::new();
    for folder in CONTENT.iter().copied().chain(["commits"]) {
        entries(&output.join(folder), &mut files, Depth::Below)?;
    }
    let length = |path: &PathBuf| Ok(fs_err::symlink_metadata(path)?.len());
    files.iter().map(length).sum()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    Here,
    Below,
}

/// What lies in a folder, or below it.
fn entries(folder: &Path, found: &mut Vec<PathBuf>, depth: Depth) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if depth == Depth::Below && entry.file_type()?.is_dir() {
            entries(&entry.path(), found, depth)?;
        } else {
            found.push(entry.path());
        }
    }
    Ok(())
}

pub(crate) fn is_aside(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(aside::PREFIX))
}

/// `part-<digest>.parquet`, `<name>-<digest>.json`.
fn is_content(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let digest = stem.rsplit_once('-');
    digest.is_some_and(|(_, digest)| digest.parse::<Digest>().is_ok())
}
