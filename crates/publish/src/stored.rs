//! Published files read back, batch by batch, for those who hold them against something else.

use std::path::Path;

use arrow::array::RecordBatch;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::error::Result;
use crate::record::File;

/// Calls `visit` with the rows of a file of a commit, in order: of all columns, or of those named.
/// Partition columns are in no file; [`File::partition`] has them.
///
/// # Errors
/// `Io` and `Parquet` where the file is not what was published, and what `visit` returns.
pub fn each_batch<E: From<crate::error::Error>>(
    output: &Path,
    file: &File,
    columns: Option<&[&str]>,
    visit: &mut dyn FnMut(RecordBatch) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let reader = || -> Result<_> {
        let (open, _) = fs_err::File::open(output.join(&file.path))?.into_parts();
        let builder = ParquetRecordBatchReaderBuilder::try_new(open)?;
        let mask = match columns {
            Some(columns) => {
                ProjectionMask::columns(builder.parquet_schema(), columns.iter().copied())
            }
            None => ProjectionMask::all(),
        };
        Ok(builder.with_projection(mask).build()?)
    };
    for batch in reader()? {
        visit(batch.map_err(crate::error::Error::from)?)?;
    }
    Ok(())
}
