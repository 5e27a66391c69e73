//! One file that someone asked for by name, a lock, a page or a table: it appears whole or not at
//! all, in the place of what was there.

use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use tempfile::NamedTempFile;

use crate::aside;
use crate::error::{Error, Result};
use crate::form::properties;

const ROW_GROUP_ROWS_MAX: usize = 131_072;

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

/// A file that is written piece by piece and has no name until it is whole.
pub struct Growing {
    path: PathBuf,
    file: NamedTempFile,
}

impl Growing {
    /// On its way to `path`.
    ///
    /// # Errors
    /// `NotWritten` where the folder cannot be written to.
    pub fn begin(path: &Path) -> Result<Self> {
        Ok(Self { path: path.to_owned(), file: aside::begin(path)? })
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// `NotWritten` and `NotMoved`; what was there stays.
    pub fn finish(self) -> Result<()> {
        aside::finish(self.file, &self.path, |_| Ok(()))
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Growing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// A table that is written row by row, as Parquet.
pub struct Rows {
    writer: ArrowWriter<Growing>,
}

impl Rows {
    /// Of a table of that name, on its way to `path`.
    ///
    /// # Errors
    /// `Parquet` for columns that it has no form for; `NotWritten` where the folder cannot be written to.
    pub fn begin(path: &Path, name: &str, schema: &SchemaRef) -> Result<Self> {
        let properties = properties(name, &[], ROW_GROUP_ROWS_MAX)?;
        let growing = Growing::begin(path)?;
        let writer = ArrowWriter::try_new(growing, schema.clone(), Some(properties))?;
        Ok(Self { writer })
    }

    /// Adds rows.
    ///
    /// # Errors
    /// `Parquet` for rows of other columns.
    pub fn push(&mut self, batch: &RecordBatch) -> Result<()> {
        Ok(self.writer.write(batch)?)
    }

    /// Says something of the table, beside its rows.
    pub fn say(&mut self, key: &str, value: String) {
        self.writer.append_key_value_metadata(KeyValue::new(key.to_owned(), value));
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// As [`Growing::finish`].
    pub fn finish(self) -> Result<()> {
        self.writer.into_inner()?.finish()
    }
}
