//! Files of rows that were written elsewhere, sorted and in the form of this crate, on their way to
//! where readers find them.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use portbook_model::digest::{Digest, Hasher};

use crate::aside;
use crate::error::{Error, Result, check_name, wrong_digest};
use crate::partition::Partition;
use crate::record::File;

/// A file of rows of one partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    pub dataset: String,
    pub freq: String,
    pub year: i16,
    /// Where it lies.
    pub path: PathBuf,
    pub digest: Digest,
    pub rows: u64,
    pub bytes: u64,
}

impl Finished {
    /// Where it lies below `output` once it is published.
    pub fn published_path(&self, source: &str) -> String {
        let folder = Partition::folder_of(source, &self.freq, self.year);
        format!("{folder}/part-{}.parquet", self.digest)
    }
}

/// Puts files of a source where the record of a commit names them. Those of one partition are
/// numbered in their order.
pub(crate) fn place(
    source: &str,
    files: &[Finished],
    known: &BTreeMap<&str, &File>,
    output: &Path,
) -> Result<Vec<File>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut placed = Vec::new();
    for finished in files {
        check_name("freq", &finished.freq)?;
        let folder = Partition::folder_of(source, &finished.freq, finished.year);
        let number = numbers.entry(folder.clone()).or_default();
        let file = File {
            path: finished.published_path(source),
            view: format!("{folder}/part-{number}.parquet"),
            digest: finished.digest,
            rows: finished.rows,
            bytes: finished.bytes,
        };
        *number += 1;
        if !known.contains_key(file.path.as_str()) {
            write(finished, &output.join(&file.path))?;
        }
        placed.push(file);
    }
    Ok(placed)
}

/// Gives the bytes another name, or copies them to another disk; read back before they are there.
fn write(finished: &Finished, path: &Path) -> Result<()> {
    if path.is_file() && digest(path)? == finished.digest {
        return Ok(());
    }
    let folder = path.parent().expect("published paths lie in a folder");
    aside::ensure_folder(folder)?;
    let beside = folder.join(format!("{}{}", aside::PREFIX, finished.digest));
    match fs_err::remove_file(&beside) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    if fs_err::hard_link(&finished.path, &beside).is_err() {
        fs_err::copy(&finished.path, &beside)?;
    }
    fs_err::File::open(&beside)?.sync_all()?;
    let found = digest(&beside)?;
    if found != finished.digest {
        return Err(wrong_digest(path.to_owned(), found, finished.digest));
    }
    let (open, _) = fs_err::File::open(&beside)?.into_parts();
    let builder = ParquetRecordBatchReaderBuilder::try_new(open)?;
    let rows = builder.metadata().file_metadata().num_rows().unsigned_abs();
    if rows != finished.rows {
        let (found, expected) = (format!("{rows} rows"), finished.rows.to_string());
        return Err(Error::ReadBack { path: path.to_owned(), found, expected });
    }
    fs_err::rename(&beside, path)?;
    aside::sync_folder(folder)
}

fn digest(path: &Path) -> Result<Digest> {
    let mut file = fs_err::File::open(path)?;
    let mut hasher = Hasher::default();
    let mut chunk = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut chunk)?;
        if read == 0 {
            return Ok(hasher.finish());
        }
        hasher.update(&chunk[..read]);
    }
}
