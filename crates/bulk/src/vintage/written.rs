//! Files of rows, written aside in a folder and named by their digest.

use std::io::{BufWriter, Write};
use std::path::Path;

use arrow::array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use portbook_model::digest::Digest;
use portbook_publish::form;
use portbook_schema::observation::schema;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::file::readable_by_all;
use crate::sort_write::GROUP_ROWS;
use crate::vintage::Sorted;

/// Bytes on their way into a file, and the digest of what is written so far.
pub(crate) struct Aside {
    file: BufWriter<NamedTempFile>,
    hasher: Sha256,
    bytes: u64,
}

impl Write for Aside {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Aside {
    pub(crate) fn new(folder: &Path) -> Result<Self> {
        let failed = |source| Error::NotWritten { path: folder.to_owned(), source };
        fs_err::create_dir_all(folder).map_err(failed)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".aside-");
        readable_by_all(&mut builder);
        let file = builder.tempfile_in(folder).map_err(failed)?;
        Ok(Self { file: BufWriter::new(file), hasher: Sha256::new(), bytes: 0 })
    }

    /// Gives the finished file its name.
    pub(crate) fn close(self, folder: &Path, rows: u64) -> Result<Sorted> {
        let Self { file, hasher, bytes } = self;
        let failed = |source| Error::NotWritten { path: folder.to_owned(), source };
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        let digest = Digest::from(<[u8; 32]>::from(hasher.finalize()));
        let path = folder.join(format!("part-{digest}.parquet"));
        file.persist(&path).map_err(|error| failed(error.error))?;
        Ok(Sorted { path, digest, rows, bytes })
    }
}

/// Rows on their way into a file.
pub(crate) struct Writing {
    writer: ArrowWriter<Aside>,
    rows: u64,
    folder: std::path::PathBuf,
}

impl Writing {
    pub(crate) fn new(folder: &Path) -> Result<Self> {
        let options = ArrowWriterOptions::new()
            .with_properties(form::properties("observation", &form::sorting(), GROUP_ROWS)?)
            .with_skip_arrow_metadata(true);
        let aside = Aside::new(folder)?;
        let writer = ArrowWriter::try_new_with_options(aside, schema(), options)?;
        Ok(Self { writer, rows: 0, folder: folder.to_owned() })
    }

    pub(crate) fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        self.rows += batch.num_rows() as u64;
        Ok(self.writer.write(batch)?)
    }

    pub(crate) fn close(self) -> Result<Sorted> {
        let aside = self.writer.into_inner()?;
        aside.close(&self.folder, self.rows)
    }
}
