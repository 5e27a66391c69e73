//! What a partition's rows come to, read from its files: a sink that holds the same rows counts,
//! adds up and bounds them the same.

use std::fmt;

use arrow::array::{Array as _, AsArray as _, RecordBatch};
use arrow::compute;
use arrow::datatypes::{Date32Type, Decimal128Type};
use jiff::ToSpan as _;
use jiff::civil::Date;
use portbook_publish::stored::each_batch;

use crate::commit::{Output, Partition};
use crate::error::{Error, Result};

/// What rows come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    pub rows: u64,
    /// Sum of `obs_value`, in units of 10^-9; exact.
    pub sum: i128,
    /// Rows without `obs_value`.
    pub nulls: u64,
    /// Least and greatest `period_start`, in days since 1970-01-01; `None` of no rows.
    pub period_start: Option<[i32; 2]>,
}

impl Measure {
    /// Reads the two columns that tell it.
    ///
    /// # Errors
    /// `Rows` where the sum is beyond 38 digits, or the rows are not as many as the record says.
    pub fn of(output: &Output, partition: &Partition) -> Result<Self> {
        let mut measure = Self::default();
        for file in &partition.files {
            let columns = ["period_start", "obs_value"];
            each_batch(output.folder(), file, Some(&columns), &mut |batch| {
                measure.add(&batch).map_err(|problem| rows(&file.view, problem))
            })?;
        }
        let (got, expected) = (measure.rows, partition.rows());
        if got == expected {
            return Ok(measure);
        }
        Err(rows(&partition.key.to_string(), format!("got {got} rows, expected {expected}")))
    }

    /// Adds rows that have the two columns.
    pub(crate) fn add(&mut self, batch: &RecordBatch) -> std::result::Result<(), String> {
        let column = |name| batch.column_by_name(name);
        let values = column("obs_value").and_then(|c| c.as_primitive_opt::<Decimal128Type>());
        let starts = column("period_start").and_then(|c| c.as_primitive_opt::<Date32Type>());
        let (Some(values), Some(starts)) = (values, starts) else {
            return Err("got no columns `obs_value` and `period_start` of their types".to_owned());
        };
        let sum = values.iter().flatten().try_fold(self.sum, i128::checked_add);
        self.sum = sum.ok_or("the sum of its values is beyond 38 digits")?;
        self.rows += count(batch.num_rows());
        self.nulls += count(values.null_count());
        if let Some((first, last)) = compute::min(starts).zip(compute::max(starts)) {
            let [least, most] = self.period_start.unwrap_or([first, last]);
            self.period_start = Some([least.min(first), most.max(last)]);
        }
        Ok(())
    }
}

/// For people, who are told where two differ.
impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.sum / SCALE, (self.sum % SCALE).unsigned_abs());
        let sign = if self.sum < 0 && whole == 0 { "-" } else { "" };
        write!(f, "{} rows, sum {sign}{whole}.{part:09}, {} nulls", self.rows, self.nulls)?;
        match self.period_start {
            Some([least, most]) => write!(f, ", periods from {} to {}", day(least), day(most)),
            None => Ok(()),
        }
    }
}

const SCALE: i128 = 1_000_000_000;

/// A day beyond the calendar is told as the last one of it.
fn day(days: i32) -> Date {
    Date::constant(1970, 1, 1).saturating_add(days.days())
}

fn count(rows: usize) -> u64 {
    u64::try_from(rows).expect("rows of a batch fit 64 bits")
}

fn rows(path: &str, problem: String) -> Error {
    Error::Rows { path: path.to_owned(), problem }
}
