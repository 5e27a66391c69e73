//! Keys of sorted rows, compared column by column as published rows are ordered.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;

use arrow::array::{
    Array as _, AsArray as _, Date32Array, RecordBatch, StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{DataType, Date32Type, TimestampMicrosecondType};
use portbook_model::concept::Concept;
use portbook_schema::observation::series_columns;

use crate::error::Result;
use crate::vintage::statistics::constants;

/// The columns that tell the rows of some files apart: those of the key that are not the same in
/// all of them.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    names: Vec<&'static str>,
}

impl Keys {
    /// Of what names an observation.
    pub(crate) fn of_observations(files: &[&Path]) -> Result<Self> {
        Self::of(files, &["period_start", "period_end"])
    }

    /// Of what names a row.
    pub(crate) fn of_rows(files: &[&Path]) -> Result<Self> {
        Self::of(files, &["period_start", "period_end", "released_at"])
    }

    fn of(files: &[&Path], after: &[&'static str]) -> Result<Self> {
        let mut shared: Option<BTreeSet<(String, Vec<u8>)>> = None;
        for file in files {
            let own: BTreeSet<_> = constants(file)?.into_iter().collect();
            shared = Some(match shared {
                None => own,
                Some(shared) => shared.intersection(&own).cloned().collect(),
            });
        }
        let same: BTreeSet<String> = shared.into_iter().flatten().map(|(name, _)| name).collect();
        let names = series_columns().map(Concept::name).chain(after.iter().copied());
        Ok(Self { names: names.filter(|name| !same.contains(*name)).collect() })
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().copied()
    }

    /// The keys of a batch.
    pub(crate) fn columns(&self, batch: &RecordBatch) -> Columns {
        let column = |name: &&str| {
            let column = batch.column_by_name(name).expect("a column that was asked for is read");
            match column.data_type() {
                DataType::Date32 => Column::Days(column.as_primitive::<Date32Type>().clone()),
                DataType::Timestamp(..) => {
                    Column::Instants(column.as_primitive::<TimestampMicrosecondType>().clone())
                }
                _ => Column::Texts(column.as_string::<i32>().clone()),
            }
        };
        Columns(self.names.iter().map(column).collect())
    }
}

/// The keys of some rows.
pub(crate) struct Columns(Vec<Column>);

enum Column {
    Texts(StringArray),
    Days(Date32Array),
    Instants(TimestampMicrosecondArray),
}

impl Columns {
    pub(crate) fn compare(&self, at: usize, other: &Self, other_at: usize) -> Ordering {
        let mut columns = self.0.iter().zip(&other.0);
        let order = columns.find_map(|(one, two)| match one.compare(at, two, other_at) {
            Ordering::Equal => None,
            other => Some(other),
        });
        order.unwrap_or(Ordering::Equal)
    }

    /// How many rows from these on have the same keys in both, of so many.
    pub(crate) fn run(&self, at: usize, other: &Self, other_at: usize, mut rows: usize) -> usize {
        let is_same = |rows| {
            let mut columns = self.0.iter().zip(&other.0).rev();
            columns.all(|(one, two)| one.is_same(at, two, other_at, rows))
        };
        while rows > 0 && !is_same(rows) {
            rows /= 2;
        }
        rows
    }
}

impl Column {
    fn compare(&self, at: usize, other: &Self, other_at: usize) -> Ordering {
        match (self, other) {
            (Self::Texts(one), Self::Texts(two)) => one.value(at).cmp(two.value(other_at)),
            (Self::Days(one), Self::Days(two)) => one.value(at).cmp(&two.value(other_at)),
            (Self::Instants(one), Self::Instants(two)) => one.value(at).cmp(&two.value(other_at)),
            _ => unreachable!("one column has one type"),
        }
    }

    fn is_same(&self, at: usize, other: &Self, other_at: usize, rows: usize) -> bool {
        match (self, other) {
            (Self::Texts(one), Self::Texts(two)) => {
                texts(one, at, rows) == texts(two, other_at, rows) && {
                    let ends = |texts: &StringArray, at: usize| -> Vec<i32> {
                        let offsets = &texts.value_offsets()[at..=at + rows];
                        offsets.iter().map(|offset| offset - offsets[0]).collect()
                    };
                    ends(one, at) == ends(two, other_at)
                }
            }
            (Self::Days(one), Self::Days(two)) => {
                one.values()[at..at + rows] == two.values()[other_at..other_at + rows]
            }
            (Self::Instants(one), Self::Instants(two)) => {
                one.values()[at..at + rows] == two.values()[other_at..other_at + rows]
            }
            _ => unreachable!("one column has one type"),
        }
    }
}

/// The texts of some rows as one.
fn texts(column: &StringArray, at: usize, rows: usize) -> &[u8] {
    let offsets = column.value_offsets();
    let (start, end) =
        (offsets[at].unsigned_abs() as usize, offsets[at + rows].unsigned_abs() as usize);
    &column.value_data()[start..end]
}
