//! What runs left that did not end: harmless, no part of the archive, and told by `verify`.
//!
//! A run cleans only files that never came to their name, and only when old. Bytes as received stay,
//! though no capture names them, until a person asks for it: `portbook gc`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use portbook_model::digest::Digest;

use crate::error::Result;
use crate::verify::is_leftover;
use crate::{aside, chain, objects};

/// Every leftover, sorted: files aside, last lines without an end, bytes that no capture names.
pub(crate) fn list(archive: &Path) -> Result<Vec<PathBuf>> {
    let mut leftovers = asides(archive)?;
    let mut named = BTreeSet::new();
    for source in chain::sources(archive)? {
        for file in chain::files(archive, &source)? {
            let lines = chain::read(&file)?;
            if is_leftover(archive, &lines.torn) {
                leftovers.push(file);
            }
            let whole = lines.whole.into_iter().filter_map(|line| line.decoded.ok());
            named.extend(whole.filter_map(|line| line.capture.snapshot));
        }
    }
    leftovers.extend(unnamed(archive, &named)?);
    leftovers.sort();
    Ok(leftovers)
}

/// Bytes that none of these digests is of.
fn unnamed(archive: &Path, named: &BTreeSet<Digest>) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in chain::entries(&objects::folder(archive))?.iter().filter(|path| path.is_dir()) {
        found.extend(chain::entries(folder)?.into_iter().filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.parse().is_ok_and(|digest| !named.contains(&digest))
        }));
    }
    Ok(found)
}

/// Bytes that no line of the index names and that were last written before an instant. Every line
/// must be readable: one that is not could name them.
pub(crate) fn orphans(archive: &Path, before: SystemTime) -> Result<Vec<PathBuf>> {
    let mut named = BTreeSet::new();
    for source in chain::sources(archive)? {
        for file in chain::files(archive, &source)? {
            let decoded = chain::decoded(&file)?.into_iter();
            named.extend(decoded.filter_map(|(_, decoded)| decoded.capture.snapshot));
        }
    }
    let mut found = unnamed(archive, &named)?;
    found.retain(|path| {
        let modified = fs_err::symlink_metadata(path).and_then(|found| found.modified());
        modified.is_ok_and(|modified| modified < before)
    });
    found.sort();
    Ok(found)
}

/// Removes files aside that were last written before an instant, and tells which.
pub(crate) fn sweep(archive: &Path, before: SystemTime) -> Result<Vec<PathBuf>> {
    let mut old = asides(archive)?;
    old.retain(|path| {
        let modified = fs_err::symlink_metadata(path).and_then(|found| found.modified());
        modified.is_ok_and(|modified| modified < before)
    });
    for path in &old {
        fs_err::remove_file(path)?;
    }
    Ok(old)
}

/// Files that a killed run was writing aside.
fn asides(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            found.extend(asides(&entry.path())?);
        } else if entry.file_name().to_string_lossy().starts_with(aside::PREFIX) {
            found.push(entry.path());
        }
    }
    Ok(found)
}
