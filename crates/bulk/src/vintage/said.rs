//! What rows say, read from the columns of a batch: a row follows another only where this differs.

use arrow::array::{
    Array, AsArray as _, Date32Array, Decimal128Array, Int32Array, RecordBatch, StringArray,
    TimestampMicrosecondArray,
};
use arrow::datatypes::{Date32Type, Decimal128Type, Int32Type, TimestampMicrosecondType};

/// Columns beside the key that a comparison needs.
pub(crate) const SAID: [&str; 3] = ["obs_value", "obs_status", "base_period"];

/// And those of what stands.
pub(crate) const STANDING: [&str; 9] = [
    "obs_value",
    "obs_status",
    "base_period",
    "period_kind",
    "period_start",
    "period_end",
    "superseded_at",
    "revision",
    "revision_reason",
];

/// Value, status and base of the rows of a batch.
pub(crate) struct Says {
    values: Decimal128Array,
    statuses: StringArray,
    bases: StringArray,
    superseded: Option<TimestampMicrosecondArray>,
}

impl Says {
    pub(crate) fn of(batch: &RecordBatch) -> Self {
        let superseded = batch.column_by_name("superseded_at");
        Self {
            values: decimals(batch, "obs_value").clone(),
            statuses: texts(batch, "obs_status").clone(),
            bases: texts(batch, "base_period").clone(),
            superseded: superseded.map(|column| column.as_primitive().clone()),
        }
    }

    pub(crate) fn at(&self, row: usize) -> (Option<i128>, &str, Option<&str>) {
        let Self { values, statuses, bases, .. } = self;
        (
            values.is_valid(row).then(|| values.value(row)),
            statuses.value(row),
            bases.is_valid(row).then(|| bases.value(row)),
        )
    }

    /// Whether a standing row is no longer the last of its observation.
    pub(crate) fn is_superseded(&self, row: usize) -> bool {
        self.superseded.as_ref().is_some_and(|superseded| superseded.is_valid(row))
    }
}

pub(crate) fn text<'a>(batch: &'a RecordBatch, name: &str, at: usize) -> Option<&'a str> {
    let texts = texts(batch, name);
    texts.is_valid(at).then(|| texts.value(at))
}

pub(crate) fn texts<'a>(batch: &'a RecordBatch, name: &str) -> &'a StringArray {
    column(batch, name).as_string()
}

pub(crate) fn dates<'a>(batch: &'a RecordBatch, name: &str) -> &'a Date32Array {
    column(batch, name).as_primitive::<Date32Type>()
}

pub(crate) fn instants<'a>(batch: &'a RecordBatch, name: &str) -> &'a TimestampMicrosecondArray {
    column(batch, name).as_primitive::<TimestampMicrosecondType>()
}

pub(crate) fn numbers<'a>(batch: &'a RecordBatch, name: &str) -> &'a Int32Array {
    column(batch, name).as_primitive::<Int32Type>()
}

pub(crate) fn decimals<'a>(batch: &'a RecordBatch, name: &str) -> &'a Decimal128Array {
    column(batch, name).as_primitive::<Decimal128Type>()
}

fn column<'a>(batch: &'a RecordBatch, name: &str) -> &'a dyn Array {
    batch.column_by_name(name).expect("a column that was asked for is read").as_ref()
}
