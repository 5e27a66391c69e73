//! Snapshots: bytes named by their SHA-256.

use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use portbook_model::digest::{Digest, Hasher};

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

/// Stores a file as it lies there, however large; its digest and length. A digest that is known is not
/// computed to see whether the file is there already.
pub(crate) fn put_file(
    archive: &Path,
    file: &Path,
    known: Option<Digest>,
) -> Result<(Digest, u64)> {
    let (digest, bytes) = match known {
        Some(known) => (known, fs_err::metadata(file)?.len()),
        None => Digest::of_stream(fs_err::File::open(file)?)?,
    };
    let path = path(archive, &digest);
    match fs_err::metadata(&path) {
        Ok(held) if held.len() == bytes => return Ok((digest, bytes)),
        Ok(held) => {
            let (expected_bytes, found_bytes) = (bytes, held.len());
            return Err(Error::WrongSize { path, expected_bytes, found_bytes });
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    aside::stream(&path, |into| copy_of(file, digest, into))?;
    Ok((digest, bytes))
}

/// Stores what is read under the digest it must have.
pub(crate) fn receive(archive: &Path, expected: Digest, from: &mut dyn Read) -> Result<()> {
    let path = path(archive, &expected);
    if path.is_file() {
        return Ok(());
    }
    aside::stream(&path, |into| match copy(from, into)? {
        (found, _) if found == expected => Ok(()),
        (found, _) => Err(Error::WrongDigest { path: path.clone(), expected, found }),
    })
}

/// Copies a file that has a digest.
pub(crate) fn copy_of(file: &Path, expected: Digest, into: &mut dyn Write) -> Result<()> {
    match copy(&mut fs_err::File::open(file)?, into)? {
        (found, _) if found == expected => Ok(()),
        // It was written to meanwhile.
        (found, _) => Err(Error::WrongDigest { path: file.to_owned(), expected, found }),
    }
}

fn copy(from: &mut dyn Read, into: &mut dyn Write) -> Result<(Digest, u64)> {
    let (mut hasher, mut bytes) = (Hasher::default(), 0);
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let read = from.read(&mut chunk)?;
        if read == 0 {
            return Ok((hasher.finish(), bytes));
        }
        hasher.update(&chunk[..read]);
        into.write_all(&chunk[..read])?;
        bytes += read as u64;
    }
}

/// Bytes of a file that are held at once.
const CHUNK_BYTES: usize = 1 << 20;

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
