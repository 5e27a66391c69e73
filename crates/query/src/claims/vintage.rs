//! Which print of each observation a claim is tested on.

use arrow::array::{Array as _, AsArray as _, BooleanArray, RecordBatch};
use arrow::compute::filter_record_batch;
use arrow::datatypes::{Int32Type, TimestampMicrosecondType};
use jiff::Timestamp;

use crate::error::{Error, unreadable};
use crate::rows::Rows;

/// One row per observation: as it stood at that instant, or its first print if that came later.
pub(crate) fn at_the_time(rows: &Rows, at: Timestamp) -> Result<Rows, Error> {
    let at = at.as_microsecond();
    filtered(rows, |released, superseded, revision| {
        let stood = released <= at && superseded.is_none_or(|next| next > at);
        stood || (revision == 0 && released > at)
    })
}

/// One row per observation: as it stands today.
pub(crate) fn standing(rows: &Rows) -> Result<Rows, Error> {
    filtered(rows, |_, superseded, _| superseded.is_none())
}

fn filtered(rows: &Rows, keep: impl Fn(i64, Option<i64>, i32) -> bool) -> Result<Rows, Error> {
    let mut batches = Vec::with_capacity(rows.batches.len());
    for batch in &rows.batches {
        let kept = keep_mask(batch, &keep).ok_or_else(|| unreadable("a column is missing"))?;
        batches.push(filter_record_batch(batch, &kept).map_err(unreadable)?);
    }
    Ok(Rows { schema: rows.schema.clone(), batches })
}

fn keep_mask(
    batch: &RecordBatch,
    keep: impl Fn(i64, Option<i64>, i32) -> bool,
) -> Option<BooleanArray> {
    let instants =
        |name| batch.column_by_name(name)?.as_primitive_opt::<TimestampMicrosecondType>();
    let (released, superseded) = (instants("released_at")?, instants("superseded_at")?);
    let revision = batch.column_by_name("revision")?.as_primitive_opt::<Int32Type>()?;
    let kept = (0..batch.num_rows()).map(|row| {
        let next = superseded.is_valid(row).then(|| superseded.value(row));
        Some(keep(released.value(row), next, revision.value(row)))
    });
    Some(kept.collect())
}
