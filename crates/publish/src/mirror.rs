//! Published files and records as they come from another place, where the same table lies: each is
//! held against its digest before it has its name, and nothing is shown before it is whole.

use std::io::{Read, Write as _};
use std::path::Path;

use portbook_model::digest::Hasher;

use crate::aside;
use crate::error::{Error, Result, wrong_digest};
use crate::record::{self, Commit, File};
use crate::view;

/// Bytes of a file that are held at once.
const CHUNK_BYTES: usize = 1 << 20;

/// Whether a file of a commit lies there, by its length; `verify` looks at its bytes.
///
/// # Errors
/// `Io` where it can be neither looked at nor called missing.
pub fn is_held(output: &Path, file: &File) -> Result<bool> {
    match fs_err::metadata(output.join(&file.path)) {
        Ok(found) => Ok(found.len() == file.bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Writes a file of a commit.
///
/// # Errors
/// `ReadBack` if the bytes are not those of its digest: then nothing has its name.
pub fn receive(output: &Path, file: &File, from: &mut dyn Read) -> Result<()> {
    let path = output.join(&file.path);
    let mut beside = aside::begin(&path)?;
    let (mut hasher, mut chunk) = (Hasher::default(), vec![0; CHUNK_BYTES]);
    loop {
        let read = from.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        hasher.update(&chunk[..read]);
        let written = beside.write_all(&chunk[..read]);
        written.map_err(|source| Error::NotWritten { path: path.clone(), source })?;
    }
    let found = hasher.finish();
    if found != file.digest {
        return Err(wrong_digest(path, found, file.digest));
    }
    aside::finish(beside, &path, |_| Ok(()))
}

/// Makes these the records of the folder, from the first to the one that is shown; the files they
/// name are there. What the folder had otherwise was never shown elsewhere, and goes.
///
/// # Errors
/// `BadCommit` where one is damaged or does not follow the one before it, `NotLinked` where a file
/// of the last is not there.
pub fn show(output: &Path, records: &[Vec<u8>]) -> Result<()> {
    let mut before: Option<Commit> = None;
    for (number, text) in (1..).zip(records) {
        let path = record::path(output, number);
        let commit = record::of_text(text, &path, number)?;
        let parent = before.as_ref().map(record::Parent::of).transpose()?;
        if commit.parent != parent {
            let problem = "its parent is not the commit before it".to_owned();
            return Err(Error::BadCommit { path, problem });
        }
        before = Some(commit);
    }
    let Some(last) = before else { return Ok(()) };
    // A view of another commit of that number goes with its record.
    for (number, text) in (1..).zip(records) {
        let path = record::path(output, number);
        if fs_err::read(&path).ok().as_deref() != Some(text) {
            aside::write(&path, text, |_| Ok(()))?;
            remove_view(output, number)?;
        }
    }
    if !output.join("views").join(record::name(last.commit)).is_dir() {
        view::build(output, &last)?;
    }
    if record::current_number(output).ok().flatten() != Some(last.commit) {
        view::show(output, last.commit)?;
    }
    for number in record::numbers(output)?.into_iter().filter(|number| *number > last.commit) {
        remove_view(output, number)?;
        fs_err::remove_file(record::path(output, number))?;
    }
    Ok(())
}

fn remove_view(output: &Path, number: u64) -> Result<()> {
    match fs_err::remove_dir_all(output.join("views").join(record::name(number))) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
