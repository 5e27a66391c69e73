//! Published files read back, batch by batch, for those who hold them against something else or take
//! them elsewhere.

use std::path::Path;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::error::Result;
use crate::record::File;

/// The rows of a file of a commit, in order: of all columns, or of those named. Partition columns are
/// in no file; [`File::partition`] has them.
///
/// # Errors
/// `Io` and `Parquet` where the file is not what was published.
pub fn batches(
    output: &Path,
    file: &File,
    columns: Option<&[&str]>,
) -> Result<impl Iterator<Item = Result<RecordBatch>> + use<>> {
    let (open, _) = fs_err::File::open(output.join(&file.path))?.into_parts();
    let builder = ParquetRecordBatchReaderBuilder::try_new(open)?;
    let mask = match columns {
        Some(columns) => ProjectionMask::columns(builder.parquet_schema(), columns.iter().copied()),
        None => ProjectionMask::all(),
    };
    Ok(builder.with_projection(mask).build()?.map(|batch| Ok(batch?)))
}

/// The columns of a file.
///
/// # Errors
/// `Io` and `Parquet` where the file is not what was published.
pub(crate) fn columns(output: &Path, file: &File) -> Result<SchemaRef> {
    let (open, _) = fs_err::File::open(output.join(&file.path))?.into_parts();
    Ok(ParquetRecordBatchReaderBuilder::try_new(open)?.schema().clone())
}

/// Calls `visit` with each of the [`batches`].
///
/// # Errors
/// As they have, and what `visit` returns.
pub fn each_batch<E: From<crate::error::Error>>(
    output: &Path,
    file: &File,
    columns: Option<&[&str]>,
    visit: &mut dyn FnMut(RecordBatch) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    for batch in batches(output, file, columns)? {
        visit(batch?)?;
    }
    Ok(())
}
