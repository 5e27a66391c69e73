//! A finished file with some of its columns written anew. The others are copied as they lie there,
//! so that a revision of few values costs few.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use parquet::column::writer::ColumnCloseResult;
use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use parquet::file::metadata::{PageIndexPolicy, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use portbook_model::release::Release;
use portbook_publish::form;

use crate::error::Result;
use crate::sort_write::GROUP_ROWS;
use crate::vintage::Sorted;
use crate::vintage::cursor::{open, reader};
use crate::vintage::said::instants;
use crate::vintage::written::Aside;

/// Instants, of which most are none, by row.
type Instants = Vec<Option<i64>>;

/// What a column says anew.
enum Anew {
    Text(String),
    Instant(i64),
    Instants(Instants),
}

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
    let mut all: Instants = Vec::new();
    for batch in reader(&file.path, Some(["superseded_at"].into_iter()), None)? {
        all.extend(instants(&batch?, "superseded_at").iter());
    }
    for row in rows {
        all[usize::try_from(*row).expect("a file's rows fit an address")] =
            Some(at.as_microsecond());
    }
    rewrite(file, &[("superseded_at", Anew::Instants(all))], folder)
}

/// The file as another release: a print may be one of several of a release, or a replacement.
///
/// # Errors
/// Where the file cannot be read, or the new one not written.
pub fn released(file: &Sorted, release: &Release, folder: &Path) -> Result<Sorted> {
    let anew = [
        ("released_at", Anew::Instant(release.released_at.as_microsecond())),
        ("released_basis", Anew::Text(release.released_basis.code().to_owned())),
        ("release", Anew::Text(release.id.to_string())),
    ];
    rewrite(file, &anew, folder)
}

fn rewrite(file: &Sorted, anew: &[(&str, Anew)], folder: &Path) -> Result<Sorted> {
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
    let mut first = 0;
    for (number, group) in metadata.row_groups().iter().enumerate() {
        let rows = usize::try_from(group.num_rows()).expect("a group's rows fit an address");
        let mut into = writer.next_row_group()?;
        for (place, column) in group.columns().iter().enumerate() {
            let name = column.column_path().string();
            let Some((_, anew)) = anew.iter().find(|(wanted, _)| *wanted == name) else {
                into.append_column(&input, as_it_lies(&metadata, number, place))?;
                continue;
            };
            let mut column = into.next_column()?.expect("the same columns as the file");
            anew.write(&mut column, first..first + rows)?;
            column.close()?;
        }
        into.close()?;
        first += rows;
    }
    let aside = writer.into_inner()?;
    aside.close(folder, file.rows)
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

impl Anew {
    fn write(
        &self,
        column: &mut SerializedColumnWriter<'_>,
        rows: std::ops::Range<usize>,
    ) -> Result<()> {
        let count = rows.len();
        match self {
            Self::Text(text) => {
                let values = vec![ByteArray::from(text.as_str()); count];
                column.typed::<ByteArrayType>().write_batch(&values, None, None)?;
            }
            Self::Instant(at) => {
                column.typed::<Int64Type>().write_batch(&vec![*at; count], None, None)?;
            }
            Self::Instants(all) => {
                let instants = &all[rows];
                let values: Vec<i64> = instants.iter().flatten().copied().collect();
                let levels: Vec<i16> = instants.iter().map(|at| i16::from(at.is_some())).collect();
                column.typed::<Int64Type>().write_batch(&values, Some(&levels), None)?;
            }
        }
        Ok(())
    }
}
