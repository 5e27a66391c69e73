//! A finished file with one of its columns written anew. The others are copied as they lie there,
//! so that a revision of few values costs few.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::column::writer::ColumnCloseResult;
use parquet::data_type::Int64Type;
use parquet::file::metadata::{PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use portbook_publish::form;

use crate::error::Result;
use crate::sort_write::GROUP_ROWS;
use crate::vintage::Sorted;
use crate::vintage::cursor::open;
use crate::vintage::said::instants;
use crate::vintage::written::Aside;

/// The column that is written anew.
const COLUMN: &str = "superseded_at";

/// The file with `at` in `superseded_at` of the rows of these numbers, which ascend.
///
/// # Errors
/// Where the file cannot be read, or the new one not written.
pub(crate) fn superseded(
    file: &Sorted,
    rows: &[u64],
    at: Timestamp,
    folder: &Path,
) -> Result<Sorted> {
    let input = open(&file.path)?;
    let options =
        parquet::file::metadata::ParquetMetaDataOptions::new().with_encoding_stats_as_mask(false);
    let metadata = ParquetMetaDataReader::new()
        .with_metadata_options(Some(options))
        .with_page_index_policy(PageIndexPolicy::Required)
        .parse_and_finish(&input)?;
    let schema = metadata.file_metadata().schema_descr().root_schema_ptr();
    let properties = Arc::new(form::properties("observation", &form::sorting(), GROUP_ROWS)?);
    let aside = Aside::new(folder)?;
    let mut writer = SerializedFileWriter::new(aside, schema, Arc::clone(&properties))?;
    let (mut first, mut left) = (0, rows);
    for (number, group) in metadata.row_groups().iter().enumerate() {
        let next = first + group.num_rows().unsigned_abs();
        let (here, later) = left.split_at(left.partition_point(|row| *row < next));
        let mut into = writer.next_row_group()?;
        for (place, column) in group.columns().iter().enumerate() {
            if here.is_empty() || column.column_path().string() != COLUMN {
                into.append_column(&input, as_it_lies(&metadata, number, place))?;
                continue;
            }
            let mut instants = standing(&file.path, number)?;
            for row in here {
                let row = usize::try_from(row - first).expect("of one row group");
                instants[row] = Some(at.as_microsecond());
            }
            let mut column = into.next_column()?.expect("the same columns as the file");
            write(&instants, &mut column)?;
            column.close()?;
        }
        into.close()?;
        (first, left) = (next, later);
    }
    let aside = writer.into_inner()?;
    aside.close(folder, file.rows)
}

/// What a row group says in that column.
fn standing(file: &Path, group: usize) -> Result<Vec<Option<i64>>> {
    let builder =
        ParquetRecordBatchReaderBuilder::try_new(open(file)?)?.with_row_groups(vec![group]);
    let mask = ProjectionMask::columns(builder.parquet_schema(), [COLUMN]);
    let mut all = Vec::new();
    for batch in builder.with_projection(mask).with_batch_size(GROUP_ROWS).build()? {
        all.extend(instants(&batch?, COLUMN).iter());
    }
    Ok(all)
}

/// A column chunk with all that is known of it.
fn as_it_lies(metadata: &ParquetMetaData, group: usize, column: usize) -> ColumnCloseResult {
    let chunk = metadata.row_group(group).column(column);
    ColumnCloseResult {
        bytes_written: chunk.compressed_size().unsigned_abs(),
        rows_written: metadata.row_group(group).num_rows().unsigned_abs(),
        metadata: chunk.clone(),
        bloom_filter: None,
        column_index: metadata.column_index().map(|index| index[group][column].clone()),
        offset_index: metadata.offset_index().map(|index| index[group][column].clone()),
    }
}

fn write(instants: &[Option<i64>], column: &mut SerializedColumnWriter<'_>) -> Result<()> {
    let values: Vec<i64> = instants.iter().flatten().copied().collect();
    let levels: Vec<i16> = instants.iter().map(|at| i16::from(at.is_some())).collect();
    column.typed::<Int64Type>().write_batch(&values, Some(&levels), None)?;
    Ok(())
}
