//! A file fetched by hand, put where the next run finds it. It enters the archive then, as any
//! other; here it is only written whole.

use std::path::Path;

use portbook_model::digest::Digest;

use crate::error::Result;
use crate::writer::Writer;
use crate::{aside, objects};

impl Writer {
    /// Copies a file that has a digest and writes, before it, its sidecar: a sidecar alone is a file
    /// yet to come, so a reader sees both or neither.
    ///
    /// # Errors
    /// [`crate::error::Error::Io`] if one of them cannot be written, `WrongDigest` if the file was
    /// written to meanwhile.
    pub fn hand_in(
        &self,
        file: &Path,
        (from, expected): (&Path, Digest),
        sidecar: (&Path, &str),
    ) -> Result<()> {
        let (path, text) = sidecar;
        aside::write(path, text.as_bytes())?;
        aside::stream(file, |into| objects::copy_of(from, expected, into))
    }
}
