//! Files of a partition: row groups one after another, hashed as they are written, and named by
//! what is in them once they are whole.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fs_err::File;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tempfile::TempPath;

use crate::encode::{Encoded, Sum};
use crate::error::{Error, Result};
use crate::frame::Frame;

/// Bytes from which on the next row group begins another file.
const FILE_BYTES: u64 = 192 << 20;

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Below the folder that was asked for.
    pub path: String,
    pub digest: Digest,
    pub rows: u64,
    pub bytes: u64,
}

/// Writes the files of one partition.
pub(crate) struct Files {
    frame: Arc<Frame>,
    properties: Arc<WriterProperties>,
    to: PathBuf,
    /// Of the partition, below `to`.
    folder: String,
    open: Option<Open>,
    /// Whole, but not yet named.
    finished: Vec<(TempPath, Written)>,
    pub(crate) sums: Vec<Sum>,
}

struct Open {
    path: TempPath,
    writer: SerializedFileWriter<Hashing>,
    rows: u64,
}

impl Files {
    pub(crate) fn new(
        frame: Arc<Frame>,
        properties: Arc<WriterProperties>,
        to: &Path,
        folder: String,
    ) -> Self {
        let sums = vec![Sum::default(); frame.mapping.measures.len()];
        Self {
            frame,
            properties,
            to: to.to_owned(),
            folder,
            open: None,
            finished: Vec::new(),
            sums,
        }
    }

    pub(crate) fn append(&mut self, encoded: Encoded) -> Result<()> {
        if self.open.is_none() {
            self.open = Some(self.begin()?);
        }
        let open = self.open.as_mut().expect("it was opened where it was not");
        open.rows += encoded.rows;
        let mut group = open.writer.next_row_group()?;
        for chunk in encoded.chunks {
            group.append_column(&chunk.bytes, chunk.close)?;
        }
        group.close()?;
        for (sum, own) in self.sums.iter_mut().zip(encoded.sums) {
            sum.add(own);
        }
        if open.writer.bytes_written() as u64 >= FILE_BYTES {
            self.end()?;
        }
        Ok(())
    }

    /// Names the files; their rows are there from here on.
    pub(crate) fn finish(mut self) -> Result<(Vec<Written>, Vec<Sum>)> {
        self.end()?;
        let mut written = Vec::new();
        for (temporary, file) in self.finished {
            let path = self.to.join(&file.path);
            temporary
                .persist(&path)
                .map_err(|error| Error::NotWritten { path, source: error.error })?;
            written.push(file);
        }
        Ok((written, self.sums))
    }

    fn begin(&self) -> Result<Open> {
        let folder = self.to.join(&self.folder);
        let failed = |source| Error::NotWritten { path: folder.clone(), source };
        make_below(&self.to, &self.folder).map_err(failed)?;
        let path = aside(&folder)?;
        let file = File::create(&path).map_err(failed)?;
        let hashing =
            Hashing { file: BufWriter::with_capacity(1 << 18, file), sha: Sha256::new(), bytes: 0 };
        let root = self.frame.schema.root_schema_ptr();
        let writer = SerializedFileWriter::new(hashing, root, Arc::clone(&self.properties))?;
        Ok(Open { path, writer, rows: 0 })
    }

    fn end(&mut self) -> Result<()> {
        let Some(Open { path, writer, rows }) = self.open.take() else { return Ok(()) };
        let mut hashing = writer.into_inner()?;
        hashing.flush().map_err(|source| Error::NotWritten { path: path.to_path_buf(), source })?;
        let digest = Digest::from(<[u8; 32]>::from(hashing.sha.finalize()));
        let name = format!("{}/part-{digest}.parquet", self.folder);
        self.finished.push((path, Written { path: name, digest, rows, bytes: hashing.bytes }));
        Ok(())
    }
}

/// A file that has no name yet.
pub(crate) fn aside(folder: &Path) -> Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".aside-");
    readable_by_all(&mut builder);
    let made = builder.tempfile_in(folder);
    let made = made.map_err(|source| Error::NotWritten { path: folder.to_owned(), source })?;
    Ok(made.into_temp_path())
}

/// Makes a folder for files, and those it lies in.
pub(crate) fn make(folder: &Path) -> Result<()> {
    let failed = |source| Error::NotWritten { path: folder.to_owned(), source };
    fs_err::create_dir_all(folder).map_err(failed)
}

/// Makes a folder below one that is there: whoever wanted the job removes that one to end it.
fn make_below(to: &Path, folder: &str) -> std::io::Result<()> {
    let mut path = to.to_owned();
    for part in folder.split('/') {
        path.push(part);
        match fs_err::create_dir(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// A file whose bytes are hashed on the way.
struct Hashing {
    file: BufWriter<File>,
    sha: Sha256,
    bytes: u64,
}

impl Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.sha.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

#[cfg(unix)]
pub(crate) fn readable_by_all(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o644));
}
