//! Files appear whole or not at all: written aside in the target folder, synced, renamed, and the
//! folder synced, in that order.

use std::io::Write as _;
use std::path::Path;

use tempfile::Builder;

use crate::error::{Error, Result};

/// Files of this prefix are leftovers of a killed run: harmless, and no part of the archive.
pub(crate) const PREFIX: &str = ".aside-";

/// Makes `folder` and what is missing above it, each entry synced into its parent.
pub(crate) fn ensure_folder(folder: &Path) -> Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(Path::new(""));
    ensure_folder(parent)?;
    match fs_err::create_dir(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error.into()),
        _ => sync_folder(parent),
    }
}

/// Replaces or creates `path` with `bytes`.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    stream(path, |file| Ok(file.write_all(bytes)?))
}

/// Replaces or creates `path` with what `fill` writes.
pub(crate) fn stream(
    path: &Path,
    fill: impl FnOnce(&mut std::fs::File) -> Result<()>,
) -> Result<()> {
    let folder = path.parent().expect("archive paths lie in a folder");
    ensure_folder(folder)?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    readable_by_all(&mut builder);
    let failed = |source| Error::NotWritten { path: path.to_owned(), source };
    let mut file = builder.tempfile_in(folder).map_err(failed)?;
    fill(file.as_file_mut()).map_err(|error| match error {
        Error::Io(source) => failed(source),
        other => other,
    })?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path)
        .map_err(|failed| Error::NotMoved { path: path.to_owned(), source: failed.error })?;
    sync_folder(folder)
}

/// Makes a rename or a new name in `folder` survive a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Ok(fs_err::File::open(folder)?.sync_all()?)
}

/// Flushes every folder from this one down, and files of that ending: a run that did not end may
/// have left names and lines that are seen, and that a power cut would take away.
pub(crate) fn settle(folder: &Path, ending: &str) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs_err::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            settle(&path, ending)?;
        } else if path.extension().is_some_and(|found| found == ending) {
            fs_err::File::open(path)?.sync_all()?;
        }
    }
    sync_folder(folder)
}

#[cfg(unix)]
fn readable_by_all(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable_by_all(_: &mut Builder<'_, '_>) {}
