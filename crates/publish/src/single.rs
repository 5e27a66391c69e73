//! One file that someone asked for by name, a lock or a page: it appears whole or not at all, in
//! the place of what was there.

use std::path::Path;

use crate::aside;
use crate::error::{Error, Result};

/// Writes the bytes, reads them back, then gives them their name.
///
/// # Errors
/// `Io` and `NotMoved` where the folder cannot be written to; what was there stays.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    aside::write(path, bytes, |closed| {
        let found = fs_err::read(closed)?;
        if found == bytes {
            return Ok(());
        }
        let (found, expected) = (format!("{} bytes", found.len()), bytes.len().to_string());
        Err(Error::ReadBack { path: path.to_owned(), found, expected })
    })
}
