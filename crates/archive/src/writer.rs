//! The one writer: holds the lock for as long as it lives. The lock is the operating system's, so a
//! killed holder needs no help; what is written in the file only tells people who holds it.

use std::collections::{BTreeSet, HashMap};
use std::fs::TryLockError;
use std::io::{Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use serde::Serialize;
use serde_json::Value;

use crate::archive::Archive;
use crate::capture::Capture;
use crate::error::{Error, Result};
use crate::kept::{self, Kept};
use crate::{aside, chain, leftovers, objects};

/// Stands below the holder's name once its run has ended by itself.
const ENDED: &str = "ended\n";

/// Looks at the lock until its holder has written its name there, which it does first of all.
const HOLDER_READS_MAX: u32 = 10_000;

#[derive(Debug)]
pub struct Writer {
    archive: Archive,
    torn: Vec<Torn>,
    unended: bool,
    /// Per source, the digest the next line names; read once, then kept.
    ends: Mutex<HashMap<String, Option<Digest>>>,
    /// Held open: closing it gives the lock back.
    lock: Mutex<fs_err::File>,
    /// Whether a run was opened.
    opened: AtomicBool,
}

/// A last line that a killed run did not write to its end, cut off aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Torn {
    pub file: PathBuf,
    /// Where the cut-off bytes are kept.
    pub kept: PathBuf,
    pub cut_bytes: u64,
}

/// A command that opened no run, as one that hands in a file, has ended where it gives back the
/// lock. A run ends by closing its record, and nowhere else.
impl Drop for Writer {
    fn drop(&mut self) {
        if !self.opened.load(Ordering::Relaxed) {
            // Without it the next run looks twice at what is there, and warns.
            let _ = self.end();
        }
    }
}

impl Writer {
    pub(crate) fn take(archive: Archive, now: Timestamp) -> Result<Self> {
        let runs = archive.dir().join("runs");
        aside::ensure_folder(&runs)?;
        let (lock, unended) = lock(&runs.join("lock"), now)?;
        let torn = mend(archive.dir())?;
        if unended {
            aside::settle(archive.dir(), "jsonl")?;
        }
        Ok(Self {
            archive,
            torn,
            unended,
            ends: Mutex::default(),
            lock: Mutex::new(lock),
            opened: AtomicBool::new(false),
        })
    }

    pub fn archive(&self) -> &Archive {
        &self.archive
    }

    /// What was mended when the lock was taken.
    pub fn torn(&self) -> &[Torn] {
        &self.torn
    }

    /// Whether the run before did not end by itself: it was killed, lost its power, or stopped at
    /// an error. What it left unflushed was flushed when the lock was taken.
    pub fn is_after_unended_run(&self) -> bool {
        self.unended
    }

    /// Removes what killed runs left aside before an instant, and tells which files those were.
    ///
    /// # Errors
    /// [`Error::Io`] if one cannot be removed.
    pub fn sweep(&self, before: SystemTime) -> Result<Vec<PathBuf>> {
        leftovers::sweep(self.archive.dir(), before)
    }

    /// Bytes that no capture names, last written before an instant.
    ///
    /// # Errors
    /// [`Error::BadLine`] if a line cannot be read: it could name them.
    pub fn orphans(&self, before: SystemTime) -> Result<Vec<PathBuf>> {
        leftovers::orphans(self.archive.dir(), before)
    }

    /// Removes bytes that [`Self::orphans`] listed, while the lock was held.
    ///
    /// # Errors
    /// [`Error::Io`] if one cannot be removed.
    pub fn remove_orphans(&self, orphans: &[PathBuf]) -> Result<()> {
        for path in orphans {
            fs_err::remove_file(path)?;
        }
        Ok(())
    }

    /// Stores bytes under their digest; those already held are not written again.
    ///
    /// # Errors
    /// [`Error::WrongSize`] if what is held under that name cannot be these bytes.
    pub fn put(&self, bytes: &[u8]) -> Result<Digest> {
        objects::put(self.archive.dir(), bytes)
    }

    /// Stores a file, however large, whose digest may be known; its digest and length.
    ///
    /// # Errors
    /// [`Error::WrongSize`] if what is held under that name cannot be these bytes;
    /// [`Error::WrongDigest`] if the file is written to meanwhile.
    pub fn put_file(&self, file: &Path, known: Option<Digest>) -> Result<(Digest, u64)> {
        objects::put_file(self.archive.dir(), file, known)
    }

    /// Stores bytes that come from elsewhere, whose digest is known; nothing if they are held.
    ///
    /// # Errors
    /// [`Error::WrongDigest`] if they are other bytes: then nothing has their name.
    pub fn receive(&self, digest: Digest, from: &mut dyn std::io::Read) -> Result<()> {
        objects::receive(self.archive.dir(), digest, from)
    }

    /// Adds one line to the index: one write, synced. The snapshot must have been put before.
    ///
    /// # Errors
    /// [`Error::MissingObject`] if the snapshot is not held; [`Error::BadLine`] or
    /// [`Error::BrokenChain`] if the source's index is damaged.
    pub fn append(&self, capture: &Capture) -> Result<()> {
        chain::check_name("source", &capture.source)?;
        if let Some(digest) = capture.snapshot {
            let path = self.archive.object_path(&digest);
            if !path.is_file() {
                return Err(Error::MissingObject { path, digest });
            }
        }
        let mut ends = self.ends.lock().unwrap_or_else(PoisonError::into_inner);
        // Taken out, so that after a failed write the end is read from the files again.
        let previous = match ends.remove(&capture.source) {
            Some(end) => end,
            None => chain::end(self.archive.dir(), &capture.source)?,
        };
        let line = chain::encode(capture, previous)?;
        append_line(&chain::file_of(self.archive.dir(), capture), &line)?;
        ends.insert(capture.source.clone(), Some(Digest::of(line.as_bytes())));
        Ok(())
    }

    /// The end of a source's chain is read from its files again.
    pub(crate) fn forget_end(&self, source: &str) {
        self.ends.lock().unwrap_or_else(PoisonError::into_inner).remove(source);
    }

    /// Writes the record of a run that begins; `record` says so (`"state": "running"`).
    ///
    /// # Errors
    /// [`Error::RunExists`] if the id was used before.
    pub fn open_run(&self, id: &str, record: &Value) -> Result<PathBuf> {
        let path = self.run_path(id)?;
        if path.exists() {
            return Err(Error::RunExists { path });
        }
        self.opened.store(true, Ordering::Relaxed);
        aside::write(&path, &json(record)?)?;
        Ok(path)
    }

    fn end(&self) -> Result<()> {
        let mut lock = self.lock.lock().unwrap_or_else(PoisonError::into_inner);
        lock.seek(SeekFrom::End(0))?;
        Ok(lock.write_all(ENDED.as_bytes())?)
    }

    /// Replaces the record of a run, once it has ended.
    ///
    /// # Errors
    /// [`Error::RunNotOpen`] if it was not opened.
    pub fn close_run(&self, id: &str, record: &Value) -> Result<PathBuf> {
        let path = self.stop_run(id, record)?;
        self.end()?;
        Ok(path)
    }

    /// Replaces the record of a run that stops at an error: it has not ended by itself, and the next
    /// one looks at what it left.
    ///
    /// # Errors
    /// [`Error::RunNotOpen`] if it was not opened.
    pub fn stop_run(&self, id: &str, record: &Value) -> Result<PathBuf> {
        let path = self.run_path(id)?;
        if !path.exists() {
            return Err(Error::RunNotOpen { path });
        }
        aside::write(&path, &json(record)?)?;
        Ok(path)
    }

    /// Replaces one of the files that every run leaves beside its record; see [`Archive::left`].
    ///
    /// # Errors
    /// [`Error::NotWritten`] if it cannot be written.
    pub fn leave(&self, name: &str, text: &str) -> Result<()> {
        chain::check_name("file of a run", name)?;
        aside::write(&self.archive.dir().join("runs").join(name), text.as_bytes())
    }

    /// Keeps what the last build came to; see [`Archive::memory`].
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be written.
    pub fn remember(&self, memory: &impl Serialize) -> Result<()> {
        let path = self.archive.memory_path();
        aside::ensure_folder(path.parent().expect("a memory lies in its folder"))?;
        aside::write(&path, &serde_json::to_vec(memory)?)
    }

    /// Keeps what was made of a source's captures; `live` names all that is of use.
    ///
    /// # Errors
    /// [`Error::Io`] if it cannot be written.
    pub fn keep(
        &self,
        source: &str,
        before: &Kept,
        new: &[(Digest, Vec<u8>)],
        live: &BTreeSet<Digest>,
    ) -> Result<()> {
        kept::keep(self.archive.dir(), source, before, new, live)
    }

    fn run_path(&self, id: &str) -> Result<PathBuf> {
        chain::check_name("run id", id)?;
        Ok(self.archive.dir().join("runs").join(format!("{id}.json")))
    }
}

fn json(record: &Value) -> Result<Vec<u8>> {
    let mut text = serde_json::to_vec_pretty(record)?;
    text.push(b'\n');
    Ok(text)
}

/// The lock, and whether the run that held it before did not end by itself.
fn lock(path: &Path, now: Timestamp) -> Result<(fs_err::File, bool)> {
    let mut options = fs_err::OpenOptions::new();
    let mut file = options.read(true).write(true).create(true).truncate(false).open(path)?;
    match file.file().try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Error::Held { by: holder(&mut file)? }),
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    let unended = names_a_run(&text(&mut file)?);
    let name = format!("process {} since {now}\n", std::process::id());
    // Over what stood there, so that whoever is refused meanwhile reads no empty file.
    file.rewind()?;
    file.write_all(name.as_bytes())?;
    file.set_len(name.len() as u64)?;
    file.sync_all()?;
    Ok((file, unended))
}

/// Who holds the lock.
fn holder(file: &mut fs_err::File) -> Result<String> {
    let mut said = text(file)?;
    for _ in 0..HOLDER_READS_MAX {
        if names_a_run(&said) {
            break;
        }
        std::thread::yield_now();
        said = text(file)?;
    }
    Ok(said.trim().to_owned())
}

fn text(file: &mut fs_err::File) -> Result<String> {
    file.rewind()?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether what the lock says is of a run that has not ended by itself.
fn names_a_run(text: &str) -> bool {
    !text.is_empty() && !text.ends_with(ENDED)
}

/// Whether the last run did not end by itself, or goes on.
pub(crate) fn is_unended(archive: &Path) -> bool {
    let text = fs_err::read(archive.join("runs").join("lock")).unwrap_or_default();
    names_a_run(&String::from_utf8_lossy(&text))
}

/// Cuts off every torn last line, keeping its bytes in `<file>.torn`.
fn mend(archive: &Path) -> Result<Vec<Torn>> {
    let mut torn = Vec::new();
    for source in chain::sources(archive)? {
        for file in chain::files(archive, &source)? {
            if chain::ends_whole(&file)? {
                continue;
            }
            let lines = chain::read(&file)?;
            if chain::decode(&lines.torn).is_ok() {
                // Only the line end was lost.
                let mut open = fs_err::OpenOptions::new().append(true).open(&file)?;
                open.write_all(b"\n")?;
                open.sync_all()?;
            } else {
                torn.push(cut_off(file, &lines)?);
            }
        }
    }
    Ok(torn)
}

fn cut_off(file: PathBuf, lines: &chain::Lines) -> Result<Torn> {
    let mut kept = file.clone().into_os_string();
    kept.push(".torn");
    let kept = PathBuf::from(kept);
    let mut all = if kept.exists() { fs_err::read(&kept)? } else { Vec::new() };
    all.extend_from_slice(&lines.torn);
    all.push(b'\n');
    aside::write(&kept, &all)?;
    let open = fs_err::OpenOptions::new().write(true).open(&file)?;
    open.set_len(lines.whole_bytes)?;
    open.sync_all()?;
    Ok(Torn { file, kept, cut_bytes: lines.torn.len() as u64 })
}

fn append_line(path: &Path, line: &str) -> Result<()> {
    let folder = path.parent().expect("a source's files lie in its folder");
    aside::ensure_folder(folder)?;
    let mut file = fs_err::OpenOptions::new().append(true).create(true).open(path)?;
    let whole_bytes = file.metadata()?.len();
    let written = file.write_all(format!("{line}\n").as_bytes()).and_then(|()| file.sync_all());
    if let Err(error) = written {
        // If this fails too, the next holder of the lock mends the file.
        let _ = file.set_len(whole_bytes);
        return Err(error.into());
    }
    if whole_bytes == 0 { aside::sync_folder(folder) } else { Ok(()) }
}
