//! Index files as they lie there: a file of the same size and time of change is not read again.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::capture::Capture;
use crate::chain;
use crate::error::Result;

/// One month of a source's captures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    path: PathBuf,
    /// `2026-01.jsonl`.
    pub name: String,
    pub bytes: u64,
    /// Nanoseconds since 1970; tells a changed file from an unchanged one and nothing else.
    pub modified: u128,
}

pub(crate) fn files(archive: &Path, source: &str) -> Result<Vec<IndexFile>> {
    let files = chain::files(archive, source)?.into_iter().map(|path| {
        let metadata = fs_err::metadata(&path)?;
        let since = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(IndexFile { path, name, bytes: metadata.len(), modified: since.as_nanos() })
    });
    files.collect()
}

impl IndexFile {
    /// The captures of this month, in the order they were written; each line checked by itself.
    ///
    /// # Errors
    /// [`crate::error::Error::BadLine`] if a line is not what was written.
    pub fn captures(&self) -> Result<Vec<Capture>> {
        let lines = chain::decoded(&self.path)?;
        Ok(lines.into_iter().map(|(_, decoded)| decoded.capture).collect())
    }
}
