//! The archive as everyone may read it. Only the holder of the lock writes: [`Archive::lock`].

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use portbook_model::digest::Digest;
use serde::de::DeserializeOwned;

use crate::capture::{self, Capture};
use crate::error::{Error, Result};
use crate::index::{self, IndexFile};
use crate::kept::{self, Kept};
use crate::verify::Damage;
use crate::writer::Writer;
use crate::{aside, chain, leftovers, objects, verify};

#[derive(Clone, Debug)]
pub struct Archive {
    dir: PathBuf,
}

impl Archive {
    /// The archive in `dir`, which is made if it is not there.
    ///
    /// # Errors
    /// [`Error::Io`] if the folder cannot be made.
    pub fn open(dir: &Path) -> Result<Self> {
        aside::ensure_folder(dir)?;
        Ok(Self { dir: dir.to_owned() })
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Takes the lock, and mends what a killed run left: a torn last line is cut off aside
    /// ([`Writer::torn`]). `now` is only written into the lock, for people.
    ///
    /// # Errors
    /// [`Error::Held`] if another process writes.
    pub fn lock(&self, now: Timestamp) -> Result<Writer> {
        Writer::take(self.clone(), now)
    }

    /// Bytes as received, verified.
    ///
    /// # Errors
    /// [`Error::WrongDigest`] if the file was changed, [`Error::MissingObject`] if it is not held.
    pub fn get(&self, digest: &Digest) -> Result<Vec<u8>> {
        objects::get(&self.dir, digest)
    }

    /// Where the bytes of a digest lie.
    pub fn object_path(&self, digest: &Digest) -> PathBuf {
        objects::path(&self.dir, digest)
    }

    /// What the last build came to; `None` if there was none, or it cannot be read: then all is
    /// built again, which costs time and nothing else.
    pub fn memory<Memory: DeserializeOwned>(&self) -> Option<Memory> {
        serde_json::from_slice(&fs_err::read(self.memory_path()).ok()?).ok()
    }

    /// What the last run left beside its record under that name, if it left it.
    pub fn left(&self, name: &str) -> Option<String> {
        fs_err::read_to_string(self.dir.join("runs").join(name)).ok()
    }

    /// Bytes of snapshots and of the index, as files are long.
    ///
    /// # Errors
    /// [`Error::Io`] if the archive cannot be read.
    pub fn bytes(&self) -> Result<u64> {
        let folders = [objects::folder(&self.dir), self.dir.join("captures")];
        folders.iter().map(|folder| bytes_below(folder)).sum()
    }

    /// Where a build keeps what it made of the files of a source that are read in bulk. It may be
    /// lost: then they are read again.
    pub fn bulk_folder(&self, source: &str) -> PathBuf {
        self.dir.join("runs").join("last-build").join("bulk").join(source)
    }

    pub(crate) fn memory_path(&self) -> PathBuf {
        self.dir.join("runs").join("last-build").join("memory.json")
    }

    /// What builds made of a source's captures.
    ///
    /// # Errors
    /// [`Error::Io`] if what is there cannot be read.
    pub fn kept(&self, source: &str) -> Result<Kept> {
        kept::read(&self.dir, source)
    }

    /// The index files of a source, in order of month, unread.
    ///
    /// # Errors
    /// [`Error::Io`] if they cannot be looked at.
    pub fn index(&self, source: &str) -> Result<Vec<IndexFile>> {
        index::files(&self.dir, source)
    }

    /// Every source that has captures, in order of name.
    pub fn sources(&self) -> Result<Vec<String>> {
        chain::sources(&self.dir)
    }

    /// All captures of a source, by `captured_at`, then in the order they were written.
    ///
    /// # Errors
    /// [`Error::BadLine`] if a line is not what was written, or one before it is missing.
    pub fn captures(&self, source: &str) -> Result<Vec<Capture>> {
        let mut captures = Vec::new();
        let mut links = Vec::new();
        for file in chain::files(&self.dir, source)? {
            for (number, decoded) in chain::decoded(&file)? {
                links.push((file.clone(), number, decoded.previous, decoded.digest));
                captures.push(decoded.capture);
            }
        }
        // A line that was taken out would take a release with it, without a word.
        let mut damages = Vec::new();
        verify::verify_chain(&links, &mut damages);
        if let Some(Damage { path, line, problem }) = damages.into_iter().next() {
            let (line, problem) = (line.unwrap_or_default(), problem.to_string());
            return Err(Error::BadLine { path, line, problem });
        }
        captures.sort_by_key(|capture| capture.captured_at);
        Ok(captures)
    }

    /// See [`capture::latest`]; ask that directly for many addresses of one source.
    pub fn latest(&self, source: &str, url: &str) -> Result<Option<Capture>> {
        Ok(capture::latest(&self.captures(source)?, url).cloned())
    }

    /// What runs left that did not end: files aside, last lines without an end, bytes that no
    /// capture names. Harmless.
    ///
    /// # Errors
    /// [`Error::Io`] if the archive cannot be read.
    pub fn leftovers(&self) -> Result<Vec<PathBuf>> {
        leftovers::list(&self.dir)
    }

    /// Re-hashes every object, checks every line and every chain; names each damaged file.
    /// Run records and the lock are not covered (contract 9).
    ///
    /// # Errors
    /// [`Error::Io`] if the archive cannot be read at all.
    pub fn verify(&self) -> Result<Vec<Damage>> {
        verify::verify(&self.dir)
    }
}

fn bytes_below(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for path in chain::entries(folder)? {
        let found = fs_err::symlink_metadata(&path)?;
        bytes += if found.is_dir() { bytes_below(&path)? } else { found.len() };
    }
    Ok(bytes)
}
