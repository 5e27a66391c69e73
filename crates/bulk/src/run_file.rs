//! Sorted records on disk, one after another, each followed by its odd cells. Nothing is kept of
//! them beyond a build.

use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use fs_err::File;
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::form::{ABSENT, Form, ODD};
use crate::group::{Group, Rows};
use crate::merge::Merge;
use crate::odd::Odd;

const BUFFER_BYTES: usize = 1 << 18;

/// The records of one file and year, of which each row is there once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunFile {
    pub path: PathBuf,
    pub rows: u64,
    pub bytes: u64,
}

impl RunFile {
    /// Whether it lies there as it was written.
    pub(crate) fn is_there(&self) -> bool {
        fs_err::metadata(&self.path).is_ok_and(|found| found.len() == self.bytes)
    }
}

pub(crate) struct RunWriter<'a> {
    form: &'a Form,
    path: &'a Path,
    file: BufWriter<File>,
    record: Vec<u8>,
    records: u64,
    bytes: u64,
}

impl<'a> RunWriter<'a> {
    pub(crate) fn create(path: &'a Path, form: &'a Form) -> Result<Self> {
        let failed = |source| Error::NotWritten { path: path.to_owned(), source };
        let file = BufWriter::with_capacity(BUFFER_BYTES, File::create(path).map_err(failed)?);
        Ok(Self { form, path, file, record: Vec::new(), records: 0, bytes: 0 })
    }

    pub(crate) fn put(&mut self, record: &[u64], heap: &[u8]) -> Result<()> {
        self.record.clear();
        for word in record {
            self.record.extend_from_slice(&word.to_le_bytes());
        }
        for measure in 0..self.form.measures() {
            if self.form.tag(record, measure) == ODD {
                let odd = Odd::bytes_at(heap, self.form.figure(record, measure));
                self.record.extend_from_slice(odd);
            }
        }
        self.records += 1;
        self.bytes += self.record.len() as u64;
        let written = self.file.write_all(&self.record);
        written.map_err(|source| Error::NotWritten { path: self.path.to_owned(), source })
    }

    /// Records and bytes that were written.
    pub(crate) fn close(mut self) -> Result<(u64, u64)> {
        let flushed = self.file.flush();
        flushed.map_err(|source| Error::NotWritten { path: self.path.to_owned(), source })?;
        Ok((self.records, self.bytes))
    }
}

/// Writes all records that are left, whatever they print; their number and bytes.
pub(crate) fn write_all(records: &mut Merge, form: &Form, path: &Path) -> Result<(u64, u64)> {
    let mut file = RunWriter::create(path, form)?;
    while let Some((record, heap)) = records.peek() {
        file.put(record, heap)?;
        records.next()?;
    }
    file.close()
}

/// Writes all rows that are left.
pub(crate) fn write(rows: &mut Rows, form: &Form, path: &Path) -> Result<RunFile> {
    write_seen(rows, form, path, |_| ())
}

/// The same, and shows them to somebody.
pub(crate) fn write_seen(
    rows: &mut Rows,
    form: &Form,
    path: &Path,
    mut see: impl FnMut(&Group),
) -> Result<RunFile> {
    let mut file = RunWriter::create(path, form)?;
    let mut count = 0;
    while let Some(group) = rows.next_whole()? {
        count += group.rows.len() as u64;
        see(&group);
        for record in group.records.chunks_exact(form.stride()) {
            // Of a record that was printed before no row may be left.
            if (0..form.measures()).any(|measure| form.tag(record, measure) != ABSENT) {
                file.put(record, &group.heap)?;
            }
        }
    }
    let (_, bytes) = file.close()?;
    Ok(RunFile { path: path.to_owned(), rows: count, bytes })
}
