//! A file fetched by hand, put where the next run finds it. It enters the archive then, as any
//! other; here it is only written whole.

use std::path::Path;

use crate::aside;
use crate::error::Result;
use crate::writer::Writer;

impl Writer {
    /// Writes a file and, before it, its sidecar: a sidecar alone is a file yet to come, so a reader
    /// sees both or neither.
    ///
    /// # Errors
    /// [`crate::error::Error::Io`] if one of them cannot be written.
    pub fn hand_in(&self, file: &Path, bytes: &[u8], sidecar: (&Path, &str)) -> Result<()> {
        let (path, text) = sidecar;
        aside::write(path, text.as_bytes())?;
        aside::write(file, bytes)
    }
}
