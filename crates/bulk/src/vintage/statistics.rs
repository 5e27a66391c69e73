//! What the statistics of a file say of its columns, so that these need not be read.

use std::collections::BTreeMap;
use std::path::Path;

use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::statistics::Statistics;

use crate::error::Result;
use crate::vintage::cursor::open;

/// The columns that have one value in all rows of a file.
pub(crate) fn constants(file: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(open(file)?)?;
    let mut always: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (number, group) in builder.metadata().row_groups().iter().enumerate() {
        for column in group.columns() {
            let name = column.column_path().string();
            let one = column.statistics().and_then(one_value);
            match (one, number) {
                (Some(one), 0) => drop(always.insert(name, one)),
                (Some(one), _) if always.get(&name) == Some(&one) => {}
                _ => drop(always.remove(&name)),
            }
        }
    }
    Ok(always)
}

fn one_value(statistics: &Statistics) -> Option<Vec<u8>> {
    let (least, most) = (statistics.min_bytes_opt()?, statistics.max_bytes_opt()?);
    let is_exact = statistics.min_is_exact() && statistics.max_is_exact();
    let is_one = is_exact && least == most && statistics.null_count_opt() == Some(0);
    is_one.then(|| least.to_vec())
}
