//! Rows as Parquet bytes: the same rows give the same bytes on every machine.
//!
//! Page cuts follow the batches the writer is given, so rows are cut anew to one size; nothing in
//! the file names a time, a path or a library version.

use std::path::Path;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::file::metadata::SortingColumn;
use portbook_model::digest::Digest;
use portbook_model::observation::Row;
use portbook_schema::observation::schema;

use crate::Table;
use crate::aside;
use crate::error::{Error, Result, check_name, wrong_digest};
use crate::form::{properties, sorting};
use crate::partition::Partition;
use crate::record::File;

/// Rows of every batch but the last.
const BATCH_ROWS: usize = 65_536;
const ROW_GROUP_ROWS_MAX: usize = 131_072;

/// A finished file that is not yet written.
pub(crate) struct Encoded {
    /// Path of the object, its digest in the name.
    path: String,
    /// Path in a view.
    view: String,
    /// `None` of what is no table.
    rows: Option<u64>,
    digest: Digest,
    bytes: Vec<u8>,
}

pub(crate) fn observations(partition: &Partition, rows: &[Row]) -> Result<Encoded> {
    let folder = partition.folder();
    let batches =
        rows.chunks(BATCH_ROWS).map(|rows| Ok(portbook_schema::observation::batch(rows)?));
    let bytes = encode("observation", &schema(), &sorting(), batches)?;
    let digest = Digest::of(&bytes);
    Ok(Encoded {
        path: format!("{folder}/part-{digest}.parquet"),
        view: format!("{folder}/part-0.parquet"),
        rows: Some(count(rows.len())),
        digest,
        bytes,
    })
}

pub(crate) fn dimension(table: &Table) -> Result<Encoded> {
    beside(table, |name| (format!("dimension/{name}-"), format!("dimension/{name}")))
}

pub(crate) fn audit(source: &str, table: &Table) -> Result<Encoded> {
    beside(table, |name| {
        let folder = format!("audit/{name}/source={source}");
        (format!("{folder}/part-"), format!("{folder}/part-0"))
    })
}

/// A table beside the observations; `places` gives what its path begins with, and its view.
fn beside(table: &Table, places: impl Fn(&str) -> (String, String)) -> Result<Encoded> {
    let Table { name, batch } = table;
    check_name("table", name)?;
    let starts = (0..batch.num_rows()).step_by(BATCH_ROWS);
    let batches =
        starts.map(|start| Ok(batch.slice(start, BATCH_ROWS.min(batch.num_rows() - start))));
    let bytes = encode(name, &batch.schema(), &[], batches)?;
    let digest = Digest::of(&bytes);
    let (path, view) = places(name);
    Ok(Encoded {
        path: format!("{path}{digest}.parquet"),
        view: format!("{view}.parquet"),
        rows: Some(count(batch.num_rows())),
        digest,
        bytes,
    })
}

fn encode(
    table: &str,
    schema: &SchemaRef,
    sorting: &[SortingColumn],
    batches: impl Iterator<Item = Result<RecordBatch>>,
) -> Result<Vec<u8>> {
    let properties = properties(table, sorting, ROW_GROUP_ROWS_MAX)?;
    // Without the Arrow schema beside it, every reader sees plain Parquet types.
    let options =
        ArrowWriterOptions::new().with_properties(properties).with_skip_arrow_metadata(true);
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new_with_options(&mut bytes, schema.clone(), options)?;
    for batch in batches {
        writer.write(&batch?)?;
    }
    writer.close()?;
    Ok(bytes)
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).expect("a count of rows fits 64 bits")
}

impl Encoded {
    /// A file of metadata, by its path in a view.
    pub(crate) fn document(view: String, text: String) -> Self {
        let digest = Digest::of(text.as_bytes());
        let name = view.rsplit('/').next().unwrap_or(&view);
        let path = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("metadata/{stem}-{digest}.{extension}"),
            None => format!("metadata/{name}-{digest}"),
        };
        Self { path, view, rows: None, digest, bytes: text.into_bytes() }
    }

    pub(crate) fn file(&self) -> File {
        File {
            path: self.path.clone(),
            view: self.view.clone(),
            digest: self.digest,
            rows: self.rows.unwrap_or(0),
            bytes: count(self.bytes.len()),
        }
    }

    /// Writes the object, unless an earlier run left it there whole.
    pub(crate) fn write(&self, output: &Path) -> Result<()> {
        let path = output.join(&self.path);
        if path.is_file() && Digest::of(&fs_err::read(&path)?) == self.digest {
            return Ok(());
        }
        aside::write(&path, &self.bytes, |closed| {
            let found = Digest::of(&fs_err::read(closed)?);
            if found != self.digest {
                return Err(wrong_digest(path.clone(), found, self.digest));
            }
            let Some(expected) = self.rows else { return Ok(()) };
            let rows = rows_of(closed)?;
            if rows != expected {
                let (found, expected) = (format!("{rows} rows"), expected.to_string());
                return Err(Error::ReadBack { path: path.clone(), found, expected });
            }
            Ok(())
        })
    }
}

/// Decodes every batch of a file and counts its rows.
fn rows_of(path: &Path) -> Result<u64> {
    let (file, _) = fs_err::File::open(path)?.into_parts();
    let mut rows = 0;
    for batch in ParquetRecordBatchReaderBuilder::try_new(file)?.build()? {
        rows += count(batch?.num_rows());
    }
    Ok(rows)
}
