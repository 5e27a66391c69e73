//! The published schema of `observation`: columns, types and order (contract 2 and its last
//! section), and the way from rows to Arrow.

use std::sync::Arc;

use arrow::array::{
    ArrayRef, Date32Array, Decimal128Array, Int8Array, Int32Array, Int64Array, RecordBatch,
    StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef, TimeUnit};
use arrow::error::ArrowError;
use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::concept::Concept;
use portbook_model::observation::{Row, VALUE_SCALE};
use portbook_model::period::PeriodKind;

/// One published column beyond the series: name, type, nullability and meaning.
pub struct Column {
    pub name: &'static str,
    pub data_type: DataType,
    pub nullable: bool,
    /// Meaning, unit, code list and SDMX concept, as `schemas/observation.json` prints it.
    pub meaning: &'static str,
}

/// Partition columns: in folder names only, never in files.
pub const PARTITIONS: [&str; 3] = ["source", "freq", "year"];

const fn column(
    name: &'static str,
    data_type: DataType,
    nullable: bool,
    meaning: &'static str,
) -> Column {
    Column { name, data_type, nullable, meaning }
}

fn instant() -> DataType {
    DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into()))
}

/// The columns after the series columns, in file order.
pub fn columns() -> Vec<Column> {
    let mut columns = value_columns();
    columns.extend(vintage_columns());
    columns.extend(address_columns());
    columns
}

/// Period, value and status.
fn value_columns() -> Vec<Column> {
    let text = || DataType::Utf8;
    vec![
        column(
            "time_period",
            text(),
            false,
            "SDMX TIME_PERIOD: the month, quarter or year the period ends in, else start/duration",
        ),
        column("period_start", DataType::Date32, false, "First day of the period, included"),
        column("period_end", DataType::Date32, false, "Last day of the period, included"),
        column(
            "obs_value",
            DataType::Decimal128(38, 9),
            true,
            "SDMX OBS_VALUE in base units of unit_measure; null with an obs_status",
        ),
        column(
            "unit_mult",
            DataType::Int8,
            false,
            "SDMX UNIT_MULT: power of ten of the printed unit",
        ),
        column("decimals", DataType::Int8, false, "SDMX DECIMALS: digits printed after the point"),
        column(
            "obs_status",
            text(),
            false,
            "SDMX OBS_STATUS: A normal, P provisional, E estimated, F forecast, B break, M cannot exist, L not collected, O missing or vanished, Q suppressed, N nil",
        ),
        column("conf_status", text(), true, "SDMX CONF_STATUS where printed"),
        column(
            "level",
            text(),
            false,
            "total, subtotal, leaf, group or of_which in the printed table; only leaf may be added",
        ),
        column("base_period", text(), true, "Base of an index"),
    ]
}

/// Release and revision: contract 8.
fn vintage_columns() -> Vec<Column> {
    let text = || DataType::Utf8;
    vec![
        column("released_at", instant(), false, "Instant of publication; see released_basis"),
        column(
            "released_basis",
            text(),
            false,
            "printed_time, printed_date, listed, announced or captured",
        ),
        column("release", text(), false, "Release id: source:period, .2 for a silent replacement"),
        column(
            "first_seen_at",
            instant(),
            false,
            "Earliest capture of that release that prints the row",
        ),
        column(
            "superseded_at",
            instant(),
            true,
            "released_at of the next row of the observation; null while it stands",
        ),
        column("revision", DataType::Int32, false, "0 for the first print"),
        column(
            "revision_reason",
            text(),
            true,
            "source, rebase, vanished, or correction where corrections.toml changed what was printed; else null for the first print",
        ),
    ]
}

/// Where it was printed: contract 10.
fn address_columns() -> Vec<Column> {
    let text = || DataType::Utf8;
    vec![
        column("snapshot", text(), false, "SHA-256 of the stored bytes"),
        column("member", text(), true, "Member of an archive"),
        column("sheet", text(), true, "Sheet name, or `table n` of a page"),
        column(
            "cell",
            text(),
            true,
            "A1 name, or column name of a record file; null for a vanished row",
        ),
        column("record", DataType::Int64, true, "Record number of a record file, one-based"),
        column(
            "raw_text",
            text(),
            true,
            "Printed text where it is not the plain print of value, unit_mult and decimals",
        ),
    ]
}

/// The schema of a Parquet file: series columns without the partition columns, then the rest.
pub fn schema() -> SchemaRef {
    let series = series_columns().map(|concept| Field::new(concept.name(), DataType::Utf8, false));
    let rest = columns().into_iter().map(|c| Field::new(c.name, c.data_type.clone(), c.nullable));
    Arc::new(Schema::new(series.chain(rest).collect::<Vec<_>>()))
}

/// The schema of the whole table, its partition columns among the others: a file's columns in their
/// order, `source` and `freq` where they stand in a series, `year` last.
pub fn table_schema() -> SchemaRef {
    let series = Concept::ALL.map(|concept| Field::new(concept.name(), DataType::Utf8, false));
    let rest = columns().into_iter().map(|c| Field::new(c.name, c.data_type.clone(), c.nullable));
    let year = Field::new("year", DataType::Int32, false);
    Arc::new(Schema::new(series.into_iter().chain(rest).chain([year]).collect::<Vec<_>>()))
}

/// Series columns that are in the file: all but the partition columns.
pub fn series_columns() -> impl Iterator<Item = Concept> {
    Concept::ALL.into_iter().filter(|concept| !PARTITIONS.contains(&concept.name()))
}

/// Days since 1970-01-01, Arrow's Date32.
pub fn date32(date: Date) -> i32 {
    let epoch = Date::constant(1970, 1, 1);
    (date - epoch).get_days()
}

/// The rows as one batch of the published schema.
///
/// # Errors
/// Only if a value does not fit Decimal128(38, 9), which `normalize` has ruled out.
pub fn batch(rows: &[Row]) -> Result<RecordBatch, ArrowError> {
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for concept in series_columns() {
        arrays.push(text(rows, |row| row.observation.series.get(concept)));
    }
    let kind = |row: &Row| {
        row.observation
            .series
            .get(Concept::PeriodKind)
            .parse::<PeriodKind>()
            .map_err(|e| ArrowError::InvalidArgumentError(e.to_string()))
    };
    let time_periods: Vec<String> = rows
        .iter()
        .map(|row| Ok(row.observation.period.time_period(kind(row)?)))
        .collect::<Result<_, ArrowError>>()?;
    arrays.push(Arc::new(StringArray::from_iter_values(&time_periods)));
    arrays.push(dates(rows, |row| row.observation.period.start));
    arrays.push(dates(rows, |row| row.observation.period.end));
    let values = Decimal128Array::from_iter(rows.iter().map(|row| row.observation.value));
    arrays.push(Arc::new(
        values.with_precision_and_scale(38, i8::try_from(VALUE_SCALE).expect("nine fits"))?,
    ));
    arrays.push(small(rows, |row| row.observation.unit_mult));
    arrays.push(small(rows, |row| row.observation.decimals));
    arrays.push(text(rows, |row| row.observation.status.code()));
    arrays.push(optional(rows, |row| row.observation.conf_status.as_deref()));
    arrays.push(text(rows, |row| row.observation.level.code()));
    arrays.push(optional(rows, |row| row.observation.base_period.as_deref()));
    arrays.push(instants(rows, |row| Some(row.release.released_at)));
    arrays.push(text(rows, |row| row.release.released_basis.code()));
    let releases: Vec<String> = rows.iter().map(|row| row.release.id.to_string()).collect();
    arrays.push(Arc::new(StringArray::from_iter_values(&releases)));
    arrays.push(instants(rows, |row| Some(row.first_seen_at)));
    arrays.push(instants(rows, |row| row.superseded_at));
    arrays.push(Arc::new(Int32Array::from_iter_values(rows.iter().map(|row| row.revision))));
    arrays.push(optional(rows, |row| {
        row.revision_reason.map(portbook_model::status::RevisionReason::code)
    }));
    let snapshots: Vec<String> =
        rows.iter().map(|row| row.observation.snapshot.to_string()).collect();
    arrays.push(Arc::new(StringArray::from_iter_values(&snapshots)));
    arrays.push(optional(rows, |row| row.observation.address.member.as_deref()));
    arrays.push(optional(rows, |row| row.observation.address.sheet.as_deref()));
    arrays.push(optional(rows, |row| row.observation.address.cell.as_deref()));
    arrays.push(Arc::new(Int64Array::from_iter(
        rows.iter().map(|row| row.observation.address.record),
    )));
    arrays.push(optional(rows, |row| row.observation.raw_text.as_deref()));
    RecordBatch::try_new(schema(), arrays)
}

fn text<'a>(rows: &'a [Row], of: impl Fn(&'a Row) -> &'a str) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(rows.iter().map(of)))
}

fn optional<'a>(rows: &'a [Row], of: impl Fn(&'a Row) -> Option<&'a str>) -> ArrayRef {
    Arc::new(StringArray::from_iter(rows.iter().map(of)))
}

fn small(rows: &[Row], of: impl Fn(&Row) -> i8) -> ArrayRef {
    Arc::new(Int8Array::from_iter_values(rows.iter().map(of)))
}

fn dates(rows: &[Row], of: impl Fn(&Row) -> Date) -> ArrayRef {
    Arc::new(Date32Array::from_iter_values(rows.iter().map(|row| date32(of(row)))))
}

fn instants(rows: &[Row], of: impl Fn(&Row) -> Option<Timestamp>) -> ArrayRef {
    let micros = rows.iter().map(|row| of(row).map(Timestamp::as_microsecond));
    Arc::new(TimestampMicrosecondArray::from_iter(micros).with_timezone("UTC"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The contract's last section lists the published columns; partition columns are left out.
    #[test]
    fn columns_are_the_contracts() {
        let names: Vec<_> = schema().fields().iter().map(|f| f.name().clone()).collect();
        assert_eq!(names.len(), 21 + 23);
        assert_eq!(names[0], "dataset");
        assert_eq!(names[20], "period_kind");
        assert_eq!(names[43], "raw_text");
        assert!(PARTITIONS.iter().all(|p| !names.iter().any(|n| n == p)));
        assert_eq!(batch(&[]).unwrap().num_rows(), 0);
    }

    #[test]
    fn the_contract_lists_every_column() {
        let page = include_str!("../../../docs/contract.md");
        let after = |words: &str| page.split(words).nth(1).expect("a part of the contract");
        let series = after("A **series** is").split("```").nth(1).expect("a block of names");
        let mut listed: BTreeSet<&str> = series.split_whitespace().skip(1).collect();
        let table = after("## Published columns").lines().filter(|line| line.starts_with("| `"));
        listed.extend(
            table
                .filter_map(|line| line.split('|').nth(1))
                .flat_map(|cell| cell.split_whitespace().map(|name| name.trim_matches('`'))),
        );
        let schema = schema();
        let named = schema.fields().iter().map(|field| field.name().as_str());
        assert_eq!(listed, named.chain(["source", "freq"]).collect());
    }

    #[test]
    fn date32_counts_from_1970() {
        assert_eq!(date32("1970-01-02".parse().unwrap()), 1);
        assert_eq!(date32("2025-11-30".parse().unwrap()), 20422);
    }
}
