//! A published row read back: one vintage of one observation, with its address.

use arrow::array::{Array as _, AsArray as _, RecordBatch};
use arrow::datatypes::{
    Date32Type, Decimal128Type, Int8Type, Int32Type, Int64Type, TimestampMicrosecondType,
};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use portbook_model::address::Address;
use portbook_model::amount::Amount;
use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;
use portbook_model::series::Series;
use portbook_schema::observation;
use serde_json::{Value, json};

use crate::error::{Error, unreadable};
use crate::rows::{Rows, plain};

/// One row of `observation`, with the meanings the contract gives its columns.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedRow {
    pub series: Series,
    pub time_period: String,
    pub period_start: Date,
    pub period_end: Date,
    /// In base units, times 10^9.
    pub value: Option<i128>,
    pub unit_mult: i8,
    pub decimals: i8,
    pub obs_status: String,
    pub conf_status: Option<String>,
    pub level: String,
    pub base_period: Option<String>,
    pub released_at: Timestamp,
    pub released_basis: String,
    pub release: String,
    pub first_seen_at: Timestamp,
    pub superseded_at: Option<Timestamp>,
    pub revision: i32,
    pub revision_reason: Option<String>,
    /// SHA-256 of the stored bytes.
    pub snapshot: String,
    pub address: Address,
    pub raw_text: Option<String>,
}

/// The columns to select for [`PublishedRow::all`], in the contract's order.
pub(crate) fn columns() -> String {
    names().collect::<Vec<_>>().join(", ")
}

/// The same, one by one.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    let series = Concept::ALL.iter().map(|concept| concept.name());
    series.chain(observation::columns().into_iter().map(|column| column.name))
}

/// The order of published rows (contract 2).
pub(crate) fn order() -> String {
    let series = Concept::ALL.iter().map(|concept| concept.name());
    let rest = ["period_start", "period_end", "released_at", "revision"];
    series.chain(rest).collect::<Vec<_>>().join(", ")
}

/// A text as SQL writes it.
pub(crate) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

impl PublishedRow {
    /// What `explain` takes to come back here.
    pub fn key_text(&self) -> String {
        format!("{}/{}", self.series.id(), self.time_period)
    }

    /// What names the observation in every release (contract 2).
    pub fn observation_id(&self) -> String {
        self.series.observation_id(self.period_start, self.period_end)
    }

    pub(crate) fn same_observation(&self, other: &Self) -> bool {
        self.series == other.series
            && self.period_start == other.period_start
            && self.period_end == other.period_end
    }

    /// The values of some series columns, or of the two dates of the period.
    pub(crate) fn values_of(&self, columns: &[&str]) -> Vec<String> {
        let value = |column: &&str| match Concept::named(column) {
            Some(concept) => self.series.get(concept).to_owned(),
            None if *column == "period_start" => self.period_start.to_string(),
            None => self.period_end.to_string(),
        };
        columns.iter().map(value).collect()
    }

    /// Reads rows that have all published columns.
    ///
    /// # Errors
    /// `Table` where a column is missing or of another type.
    pub fn all(rows: &Rows) -> Result<Vec<Self>, Error> {
        let mut read = Vec::with_capacity(rows.row_count());
        for batch in &rows.batches {
            for row in 0..batch.num_rows() {
                read.push(Self::of_batch(batch, row)?);
            }
        }
        Ok(read)
    }

    /// One row of an answer that selects [`columns`].
    pub(crate) fn of_batch(batch: &RecordBatch, row: usize) -> Result<Self, Error> {
        Reader { batch }.row(row).ok_or_else(|| {
            unreadable("a row is not of the published schema; was it made by another version?")
        })
    }

    /// The value in base units, in full.
    pub fn value_text(&self) -> Option<String> {
        self.value.map(decimal_text)
    }

    /// The figure as it was printed; `None` where nothing was (a vanished row).
    pub fn printed(&self) -> Option<String> {
        self.raw_text.clone().or_else(|| {
            let amount = Amount::of_base(self.value?, self.unit_mult, self.decimals)?;
            Some(amount.to_string())
        })
    }

    /// All published columns by name.
    pub fn json(&self) -> Value {
        let mut object = serde_json::Map::new();
        for concept in Concept::ALL {
            object.insert(concept.name().to_owned(), self.series.get(concept).into());
        }
        let rest = json!({
            "time_period": self.time_period,
            "period_start": self.period_start.to_string(),
            "period_end": self.period_end.to_string(),
            "obs_value": self.value_text(),
            "unit_mult": self.unit_mult,
            "decimals": self.decimals,
            "obs_status": self.obs_status,
            "conf_status": self.conf_status,
            "level": self.level,
            "base_period": self.base_period,
            "released_at": self.released_at.to_string(),
            "released_basis": self.released_basis,
            "release": self.release,
            "first_seen_at": self.first_seen_at.to_string(),
            "superseded_at": self.superseded_at.map(|at| at.to_string()),
            "revision": self.revision,
            "revision_reason": self.revision_reason,
            "snapshot": self.snapshot,
            "member": self.address.member,
            "sheet": self.address.sheet,
            "cell": self.address.cell,
            "record": self.address.record,
            "raw_text": self.raw_text,
        });
        if let Value::Object(rest) = rest {
            object.extend(rest);
        }
        Value::Object(object)
    }
}

/// A value times 10^9 as plain decimal text.
pub(crate) fn decimal_text(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let scale = usize::from(VALUE_SCALE);
    let digits = format!("{:0width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    plain(&format!("{sign}{whole}.{fraction}")).to_owned()
}

struct Reader<'a> {
    batch: &'a RecordBatch,
}

impl Reader<'_> {
    fn row(&self, row: usize) -> Option<PublishedRow> {
        Some(PublishedRow {
            series: Series::new(|concept| self.text(concept.name(), row)).ok()?,
            time_period: self.text("time_period", row)?,
            period_start: self.date("period_start", row)?,
            period_end: self.date("period_end", row)?,
            value: self.number::<Decimal128Type>("obs_value", row),
            unit_mult: self.number::<Int8Type>("unit_mult", row)?,
            decimals: self.number::<Int8Type>("decimals", row)?,
            obs_status: self.text("obs_status", row)?,
            conf_status: self.text("conf_status", row),
            level: self.text("level", row)?,
            base_period: self.text("base_period", row),
            released_at: self.instant("released_at", row)?,
            released_basis: self.text("released_basis", row)?,
            release: self.text("release", row)?,
            first_seen_at: self.instant("first_seen_at", row)?,
            superseded_at: self.instant("superseded_at", row),
            revision: self.number::<Int32Type>("revision", row)?,
            revision_reason: self.text("revision_reason", row),
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

    fn number<T: arrow::datatypes::ArrowPrimitiveType>(
        &self,
        name: &str,
        row: usize,
    ) -> Option<T::Native> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_in_full() {
        for (value, text) in [
            (182_146_000_000_000_000_000, "182146000000"),
            (-28_700_000_000, "-28.7"),
            (1, "0.000000001"),
            (0, "0"),
        ] {
            assert_eq!(decimal_text(value), text);
        }
    }
}
