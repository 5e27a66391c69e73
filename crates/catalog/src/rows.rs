//! The published rows of one source, read once, by dataset and series.

use std::collections::BTreeMap;
use std::path::Path;

use arrow::array::{Array, AsArray as _, RecordBatch, StringArray};
use arrow::datatypes::{
    ArrowPrimitiveType, Date32Type, Decimal128Type, Int8Type, Int32Type, Int64Type,
    TimestampMicrosecondType,
};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::series::Series;
use portbook_publish::record::File;
use portbook_publish::stored::each_batch;
use portbook_schema::observation::series_columns;

use crate::error::{Error, Result};
use crate::number;

/// One vintage of one observation.
#[derive(Clone, Debug)]
pub(crate) struct Vintage {
    pub(crate) time_period: String,
    pub(crate) start: Date,
    pub(crate) end: Date,
    /// Times 10^9.
    pub(crate) value: Option<i128>,
    pub(crate) unit_mult: i8,
    pub(crate) decimals: i8,
    pub(crate) status: String,
    pub(crate) level: String,
    pub(crate) released_at: Timestamp,
    pub(crate) release: String,
    pub(crate) is_superseded: bool,
    pub(crate) revision: i32,
    pub(crate) reason: Option<String>,
    pub(crate) snapshot: String,
    pub(crate) address: Address,
    raw_text: Option<String>,
}

impl Vintage {
    /// The figure as it was printed; `None` where nothing was: a row that vanished.
    pub(crate) fn printed(&self) -> Option<String> {
        let of_value = || number::printed(self.value?, self.unit_mult, self.decimals);
        self.raw_text.clone().or_else(of_value)
    }
}

/// A series and all its vintages, by period and revision.
#[derive(Clone, Debug)]
pub(crate) struct SeriesRows {
    pub(crate) series: Series,
    pub(crate) id: String,
    pub(crate) rows: Vec<Vintage>,
}

impl SeriesRows {
    /// What stands of each period, the oldest first.
    pub(crate) fn standing(&self) -> impl DoubleEndedIterator<Item = &Vintage> {
        self.rows.iter().filter(|row| !row.is_superseded)
    }

    /// What stands of the newest period that has a value.
    pub(crate) fn latest(&self) -> Option<&Vintage> {
        self.standing()
            .rev()
            .find(|row| row.value.is_some())
            .or_else(|| self.standing().next_back())
    }

    pub(crate) fn is_revised(&self) -> bool {
        self.rows.iter().any(|row| row.revision > 0)
    }
}

/// Dataset -> its series, in their order.
pub(crate) type Datasets = BTreeMap<String, Vec<SeriesRows>>;

/// Reads the files of one source.
///
/// # Errors
/// `Rows` where a file is not of the published schema.
pub(crate) fn read(output: &Path, files: &[&File]) -> Result<Datasets> {
    let mut by_series: BTreeMap<Series, Vec<Vintage>> = BTreeMap::new();
    for file in files {
        each_batch(output, file, None, &mut |batch| {
            let wrong = || rows(file, "is not of the published schema");
            let reader = Reader::of(file, &batch).ok_or_else(wrong)?;
            let mut last: Option<(usize, &mut Vec<Vintage>)> = None;
            for row in 0..batch.num_rows() {
                let vintage = reader.vintage(row).ok_or_else(wrong)?;
                match &mut last {
                    Some((before, rows)) if reader.is_same(*before, row) => rows.push(vintage),
                    _ => {
                        let series = reader.series(row).ok_or_else(wrong)?;
                        let rows = by_series.entry(series).or_default();
                        rows.push(vintage);
                        last = Some((row, rows));
                    }
                }
            }
            Ok::<(), Error>(())
        })?;
    }
    let mut datasets = Datasets::new();
    for (series, mut rows) in by_series {
        rows.sort_by(|a, b| {
            let key = |row: &Vintage| (row.end, row.start, row.revision);
            key(a).cmp(&key(b))
        });
        let dataset = series.get(Concept::Dataset).to_owned();
        datasets.entry(dataset).or_default().push(SeriesRows { id: series.id(), series, rows });
    }
    Ok(datasets)
}

fn rows(file: &File, problem: &str) -> Error {
    Error::Rows { path: file.view.clone(), problem: problem.to_owned() }
}

/// A batch, its columns found once.
struct Reader<'a> {
    source: &'a str,
    freq: &'a str,
    batch: &'a RecordBatch,
    series: Vec<(Concept, &'a StringArray)>,
}

impl<'a> Reader<'a> {
    fn of(file: &'a File, batch: &'a RecordBatch) -> Option<Self> {
        let column = |concept: Concept| {
            let array = batch.column_by_name(concept.name())?.as_string_opt::<i32>()?;
            Some((concept, array))
        };
        Some(Self {
            source: file.partition("source")?,
            freq: file.partition("freq")?,
            batch,
            series: series_columns().map(column).collect::<Option<_>>()?,
        })
    }

    fn is_same(&self, one: usize, other: usize) -> bool {
        self.series.iter().all(|(_, array)| array.value(one) == array.value(other))
    }

    fn series(&self, row: usize) -> Option<Series> {
        Series::new(|concept| match concept {
            Concept::Source => Some(self.source.to_owned()),
            Concept::Freq => Some(self.freq.to_owned()),
            _ => {
                let (_, array) = self.series.iter().find(|(of, _)| *of == concept)?;
                Some(array.value(row).to_owned())
            }
        })
        .ok()
    }

    fn vintage(&self, row: usize) -> Option<Vintage> {
        Some(Vintage {
            time_period: self.text("time_period", row)?,
            start: self.date("period_start", row)?,
            end: self.date("period_end", row)?,
            value: self.number::<Decimal128Type>("obs_value", row),
            unit_mult: self.number::<Int8Type>("unit_mult", row)?,
            decimals: self.number::<Int8Type>("decimals", row)?,
            status: self.text("obs_status", row)?,
            level: self.text("level", row)?,
            released_at: self.instant("released_at", row)?,
            release: self.text("release", row)?,
            is_superseded: self.instant("superseded_at", row).is_some(),
            revision: self.number::<Int32Type>("revision", row)?,
            reason: self.text("revision_reason", row),
            snapshot: self.text("snapshot", row)?,
            address: Address {
                member: self.text("member", row).map(Into::into),
                sheet: self.text("sheet", row).map(Into::into),
                cell: self.text("cell", row).map(Into::into),
                record: self.number::<Int64Type>("record", row),
            },
            raw_text: self.text("raw_text", row),
        })
    }

    fn text(&self, name: &str, row: usize) -> Option<String> {
        let column = self.batch.column_by_name(name)?.as_string_opt::<i32>()?;
        column.is_valid(row).then(|| column.value(row).to_owned())
    }

    fn number<T: ArrowPrimitiveType>(&self, name: &str, row: usize) -> Option<T::Native> {
        let column = self.batch.column_by_name(name)?.as_primitive_opt::<T>()?;
        column.is_valid(row).then(|| column.value(row))
    }

    fn date(&self, name: &str, row: usize) -> Option<Date> {
        let days = self.number::<Date32Type>(name, row)?;
        Date::constant(1970, 1, 1).checked_add(days.days()).ok()
    }

    fn instant(&self, name: &str, row: usize) -> Option<Timestamp> {
        let micros = self.number::<TimestampMicrosecondType>(name, row)?;
        Timestamp::from_microsecond(micros).ok()
    }
}
