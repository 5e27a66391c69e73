//! Snapshots: bytes named by their SHA-256.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::aside;
use crate::error::{Error, Result};

pub(crate) fn folder(archive: &Path) -> PathBuf {
    archive.join("objects").join("sha256")
}

pub(crate) fn path(archive: &Path, digest: &Digest) -> PathBuf {
    let name = digest.to_string();
    folder(archive).join(&name[..2]).join(name)
}

/// Stores `bytes`; what is there already is left alone.
pub(crate) fn put(archive: &Path, bytes: &[u8]) -> Result<Digest> {
    let digest = Digest::of(bytes);
    let path = path(archive, &digest);
    match fs_err::metadata(&path) {
        Ok(held) if held.len() == bytes.len() as u64 => {}
        Ok(held) => {
            let (expected_bytes, found_bytes) = (bytes.len() as u64, held.len());
            return Err(Error::WrongSize { path, expected_bytes, found_bytes });
        }
        Err(error) if error.kind() == ErrorKind::NotFound => aside::write(&path, bytes)?,
        Err(error) => return Err(error.into()),
    }
    Ok(digest)
}

/// The bytes, re-hashed.
pub(crate) fn get(archive: &Path, expected: &Digest) -> Result<Vec<u8>> {
    let path = path(archive, expected);
    let bytes = match fs_err::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(Error::MissingObject { path, digest: *expected });
        }
        Err(error) => return Err(error.into()),
    };
    let found = Digest::of(&bytes);
    if found == *expected {
        Ok(bytes)
    } else {
        Err(Error::WrongDigest { path, expected: *expected, found })
    }
}
