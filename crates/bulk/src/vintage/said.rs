//! What rows say, read from the columns of a batch: a row follows another only where this differs.

use arrow::array::{
    Array, AsArray as _, Date32Array, Decimal128Array, DictionaryArray, Int32Array, RecordBatch,
    StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{Date32Type, Decimal128Type, Int32Type, TimestampMicrosecondType};
use portbook_model::status::ObsStatus;

use crate::columns::status_number;
use crate::vintage::outline::Month;

/// Columns of what stands that a comparison needs beside the key.
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

/// Value, status and base of some rows.
pub(crate) struct Says {
    values: Decimal128Array,
    /// By their numbers among all.
    statuses: Vec<u8>,
    /// None where no row has one.
    bases: Option<StringArray>,
    /// Of rows that stand: what else is known of them.
    standing: Option<RecordBatch>,
}

/// What one row says.
pub(crate) type Said<'a> = (Option<i128>, u8, Option<&'a str>);

impl Says {
    /// Of rows that stand.
    pub(crate) fn standing(batch: &RecordBatch) -> Self {
        let bases = texts(batch, "base_period");
        let status = |code: Option<&str>| {
            let status = code.and_then(|code| code.parse::<ObsStatus>().ok());
            status.map_or(u8::MAX, number)
        };
        let said: &DictionaryArray<Int32Type> = column(batch, "obs_status").as_dictionary();
        let codes: Vec<u8> = said.values().as_string::<i32>().iter().map(status).collect();
        Self {
            values: decimals(batch, "obs_value").clone(),
            statuses: said
                .keys()
                .values()
                .iter()
                .map(|key| codes[key.cast_unsigned() as usize])
                .collect(),
            bases: (bases.null_count() < bases.len()).then(|| bases.clone()),
            standing: Some(batch.clone()),
        }
    }

    /// Of rows that a print has.
    pub(crate) fn printed(
        values: Decimal128Array,
        statuses: Vec<u8>,
        bases: Option<StringArray>,
    ) -> Self {
        Self { values, statuses, bases, standing: None }
    }

    /// Of none.
    pub(crate) fn nothing() -> Self {
        Self::printed(Decimal128Array::new_null(0), Vec::new(), None)
    }

    pub(crate) fn rows(&self) -> usize {
        self.statuses.len()
    }

    pub(crate) fn at(&self, row: usize) -> Said<'_> {
        let Self { values, statuses, .. } = self;
        (values.is_valid(row).then(|| values.value(row)), statuses[row], self.base(row))
    }

    fn base(&self, row: usize) -> Option<&str> {
        let bases = self.bases.as_ref()?;
        bases.is_valid(row).then(|| bases.value(row))
    }

    /// Whether a row says that there is nothing.
    pub(crate) fn is_missing(&self, row: usize) -> bool {
        self.values.is_null(row) && self.statuses[row] == number(ObsStatus::Missing)
    }

    /// Neither a forecast nor a blank.
    pub(crate) fn is_figure(&self, row: usize) -> bool {
        let status = self.statuses[row];
        status != number(ObsStatus::Forecast)
            && (status == number(ObsStatus::Nil) || self.values.is_valid(row))
    }

    /// Whether a standing row is no longer the last of its observation.
    pub(crate) fn is_superseded(&self, row: usize) -> bool {
        self.standing.as_ref().is_some_and(|batch| instants(batch, "superseded_at").is_valid(row))
    }

    /// How many rows from one on are the last of their observations, of so many.
    pub(crate) fn lasting(&self, row: usize, rows: usize) -> usize {
        let Some(batch) = &self.standing else { return rows };
        let superseded = instants(batch, "superseded_at");
        if superseded.null_count() == superseded.len() {
            return rows;
        }
        (0..rows).find(|at| superseded.is_valid(row + at)).unwrap_or(rows)
    }

    pub(crate) fn revision(&self, row: usize) -> i32 {
        self.standing.as_ref().map_or(0, |batch| numbers(batch, "revision").value(row))
    }

    pub(crate) fn is_vanished(&self, row: usize) -> bool {
        let reason = self.standing.as_ref().and_then(|batch| text(batch, "revision_reason", row));
        reason == Some("vanished")
    }

    /// The period of a row that stands.
    pub(crate) fn month(&self, row: usize) -> Option<Month> {
        let batch = self.standing.as_ref()?;
        Some(Month {
            kind: text(batch, "period_kind", row).unwrap_or_default().to_owned(),
            start: dates(batch, "period_start").value(row),
            end: dates(batch, "period_end").value(row),
        })
    }
}

fn number(status: ObsStatus) -> u8 {
    u8::try_from(status_number(status)).expect("there are ten")
}

fn text<'a>(batch: &'a RecordBatch, name: &str, at: usize) -> Option<&'a str> {
    let column = column(batch, name);
    let (texts, at) = match column.as_dictionary_opt::<Int32Type>() {
        Some(coded) => (coded.values().as_string(), coded.key(at)?),
        None => (column.as_string::<i32>(), at),
    };
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
