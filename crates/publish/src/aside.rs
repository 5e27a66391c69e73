//! Files appear whole or not at all: written aside in the target folder, synced, renamed, and the
//! folder synced, in that order.

use std::io::Write as _;
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use crate::error::{Error, Result};

/// Files and folders of this prefix are leftovers of a killed run.
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

/// Replaces or creates `path` with `bytes`, once `read_back` finds the closed file in order.
pub(crate) fn write(
    path: &Path,
    bytes: &[u8],
    read_back: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let mut file = begin(path)?;
    file.write_all(bytes).map_err(|source| Error::NotWritten { path: path.to_owned(), source })?;
    finish(file, path, read_back)
}

/// A file beside `path`, to be written and then [`finish`]ed.
pub(crate) fn begin(path: &Path) -> Result<NamedTempFile> {
    let folder = path.parent().expect("published paths lie in a folder");
    ensure_folder(folder)?;
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    readable_by_all(&mut builder);
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let failed = |source| Error::NotWritten { path: path.to_owned(), source };
    builder.tempfile_in(folder).map_err(failed)
}

/// Gives what was written its name, once `read_back` finds the closed file in order.
pub(crate) fn finish(
    file: NamedTempFile,
    path: &Path,
    read_back: impl FnOnce(&Path) -> Result<()>,
) -> Result<()> {
    let failed = |source| Error::NotWritten { path: path.to_owned(), source };
    file.as_file().sync_all().map_err(failed)?;
    let closed = file.into_temp_path();
    read_back(&closed)?;
    closed
        .persist(path)
        .map_err(|failed| Error::NotMoved { path: path.to_owned(), source: failed.error })?;
    sync_folder(path.parent().unwrap_or(Path::new("")))
}

/// Makes a rename or a new name in `folder` survive a power cut.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    Ok(fs_err::File::open(folder)?.sync_all()?)
}

#[cfg(unix)]
fn readable_by_all(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o644));
}

#[cfg(not(unix))]
fn readable_by_all(_: &mut Builder<'_, '_>) {}
