//! The form of a published Parquet file: its properties and the order it declares, for all who
//! write one.

use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::{KeyValue, SortingColumn};
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use portbook_model::concept::Concept;
use portbook_schema::observation::{schema, series_columns};

pub const ZSTD_LEVEL: i32 = 3;

/// Nothing in them names a time, a path or a library version.
///
/// # Errors
/// Only if the level of compression is none.
pub fn properties(
    table: &str,
    sorting: &[SortingColumn],
    row_group_rows_max: usize,
) -> Result<WriterProperties, ParquetError> {
    let version = portbook_schema::VERSION;
    let said = |key: &str, value: String| KeyValue::new(key.to_owned(), value);
    Ok(WriterProperties::builder()
        .set_created_by(format!("portbook schema {version}"))
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(ZSTD_LEVEL)?))
        .set_max_row_group_row_count(Some(row_group_rows_max))
        .set_statistics_enabled(EnabledStatistics::Page)
        .set_sorting_columns((!sorting.is_empty()).then(|| sorting.to_vec()))
        .set_key_value_metadata(Some(vec![
            said("portbook.schema", version.to_string()),
            said("portbook.table", table.to_owned()),
        ]))
        .build())
}

/// The order of rows as a file of observations declares it: series, period, `released_at`.
pub fn sorting() -> Vec<SortingColumn> {
    let schema = schema();
    let names = series_columns().map(Concept::name);
    let names = names.chain(["period_start", "period_end", "released_at"]);
    let index = |name| schema.index_of(name).expect("the published schema has its own columns");
    let column = |name| SortingColumn {
        column_idx: i32::try_from(index(name)).expect("a column number is small"),
        descending: false,
        nulls_first: false,
    };
    names.map(column).collect()
}
