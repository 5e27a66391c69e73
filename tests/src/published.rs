//! The published table, read with the `parquet` crate alone: what any reader of Parquet sees.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use arrow::array::{Array as _, RecordBatch};
use arrow::util::display::{ArrayFormatter, FormatOptions};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

use crate::folder::listing;

/// A row: column -> value as text; a null is not there. Partition columns are columns too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row(pub BTreeMap<String, String>);

impl Row {
    /// The value, or an empty text for a null.
    pub fn get(&self, column: &str) -> &str {
        self.0.get(column).map_or("", String::as_str)
    }

    /// Whether an observation of that instant: released by then, not yet superseded.
    pub fn stood_at(&self, instant: &str) -> bool {
        let superseded = self.get("superseded_at");
        self.get("released_at") <= instant && (superseded.is_empty() || superseded > instant)
    }

    /// What names its observation: series and period.
    pub fn observation(&self) -> Vec<&str> {
        let columns = SERIES.iter().chain(&["period_start", "period_end"]);
        columns.map(|column| self.get(column)).collect()
    }
}

/// Contract 2: the columns that name a series, in their order.
pub const SERIES: [&str; 23] = [
    "source",
    "dataset",
    "freq",
    "ref_area",
    "counterpart_area",
    "counterpart_area_2",
    "region",
    "customs_office",
    "trade_flow",
    "classification",
    "commodity",
    "series_code",
    "breakdown",
    "measure",
    "valuation",
    "trade_system",
    "customs_proc",
    "transport_mode",
    "adjustment",
    "transformation",
    "currency",
    "unit_measure",
    "period_kind",
];

/// The files of `current/observation`, relative to the output folder, sorted.
pub fn files(output: &Path) -> Vec<PathBuf> {
    let folder = output.join("current").join("observation");
    let names = listing(&folder).into_keys();
    names.map(|name| Path::new("current/observation").join(name)).collect()
}

/// Every row of the commit that stands.
pub fn rows(output: &Path) -> Vec<Row> {
    let mut rows = Vec::new();
    for file in files(output) {
        let partition = partition(&file);
        let open = fs_err::File::open(output.join(&file)).expect("a listed file can be read");
        let reader = ParquetRecordBatchReaderBuilder::try_new(open.into_file())
            .and_then(ParquetRecordBatchReaderBuilder::build)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for batch in reader {
            let batch = batch.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            push_rows(&batch, &partition, &mut rows);
        }
    }
    rows
}

/// `source=us-census-ft900/freq=M/year=2025` as columns.
fn partition(file: &Path) -> BTreeMap<String, String> {
    file.iter()
        .filter_map(|part| part.to_str()?.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn push_rows(batch: &RecordBatch, partition: &BTreeMap<String, String>, rows: &mut Vec<Row>) {
    let first = rows.len();
    rows.resize(first + batch.num_rows(), Row(partition.clone()));
    let options = FormatOptions::default();
    for (field, array) in batch.schema().fields().iter().zip(batch.columns()) {
        let formatter =
            ArrayFormatter::try_new(array.as_ref(), &options).expect("published types print");
        for (index, row) in rows[first..].iter_mut().enumerate() {
            if array.is_valid(index) {
                let text = formatter.value(index).to_string();
                let text = if array.data_type().is_decimal() { plain(&text) } else { &text };
                row.0.insert(field.name().clone(), text.to_owned());
            }
        }
    }
}

/// A decimal without the zeros after its last digit that says something.
pub fn plain(decimal: &str) -> &str {
    if decimal.contains('.') {
        decimal.trim_end_matches('0').trim_end_matches('.')
    } else {
        decimal
    }
}

/// Adds up decimals of at most nine places, exactly.
pub fn sum<'a>(decimals: impl IntoIterator<Item = &'a str>) -> i128 {
    decimals.into_iter().map(scaled).sum()
}

/// A decimal of at most nine places, times 10^9.
pub fn scaled(decimal: &str) -> i128 {
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, decimal),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let text = format!("{whole}{fraction:0<9}");
    sign * text.parse::<i128>().unwrap_or_else(|error| panic!("`{decimal}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(scaled("-0.1"), -100_000_000);
        assert_eq!(sum(["182146000000", "0.000000001"]), 182_146_000_000_000_000_001);
        assert_eq!(plain("182146000000.000000000"), "182146000000");
        assert_eq!(plain("100"), "100");
    }

    #[test]
    fn as_of_is_a_plain_filter() {
        let columns =
            [("released_at", "2026-01-29T13:30:00Z"), ("superseded_at", "2026-02-19T13:30:00Z")];
        let row = Row(columns.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        assert!(!row.stood_at("2026-01-01T00:00:00Z"));
        assert!(row.stood_at("2026-02-01T00:00:00Z"));
        assert!(!row.stood_at("2026-02-19T13:30:00Z"));
    }
}
