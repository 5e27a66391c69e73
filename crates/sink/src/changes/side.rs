//! One of two sorted forms of a partition, row by row: the key that orders it, and what else it says.

use std::cmp::Ordering;
use std::iter;

use arrow::array::{Array as _, ArrayRef, RecordBatch};
use arrow::row::{OwnedRow, Row, RowConverter, Rows, SortField};
use portbook_model::concept::Concept;
use portbook_publish::error::Error as Unread;
use portbook_publish::stored::batches;
use portbook_schema::observation::{schema, series_columns};

use crate::commit::{Output, Partition};
use crate::error::{Error, Result};

/// Columns after the series that belong to the key of a row.
const KEY: [&str; 3] = ["period_start", "period_end", "released_at"];
const SUPERSEDED: &str = "superseded_at";

type Batches = Box<dyn Iterator<Item = std::result::Result<RecordBatch, Unread>>>;

/// The rows of a partition, at one of them.
pub(super) struct Side {
    path: String,
    left: Batches,
    /// What orders rows; what else they say, without the column that superseding changes.
    converters: [RowConverter; 2],
    now: Option<Now>,
}

/// A batch, and the row of it that is looked at.
struct Now {
    batch: RecordBatch,
    keys: Rows,
    rest: Rows,
    superseded_at: ArrayRef,
    row: usize,
}

impl Side {
    /// At its first row; at its end where there is no partition.
    pub(super) fn open(output: &Output, partition: Option<&Partition>) -> Result<Self> {
        let files = partition.map(|partition| partition.files.clone()).unwrap_or_default();
        let path = partition.map(|partition| partition.key.to_string()).unwrap_or_default();
        let folder = output.folder().to_owned();
        let left = files.into_iter().flat_map(move |file| -> Batches {
            match batches(&folder, &file, None) {
                Ok(batches) => Box::new(batches),
                Err(error) => Box::new(iter::once(Err(error))),
            }
        });
        let converters = [converter(&key_columns())?, converter(&rest_columns())?];
        let mut side = Self { path, left: Box::new(left), converters, now: None };
        side.load(None)?;
        Ok(side)
    }

    /// To the next row.
    pub(super) fn advance(&mut self) -> Result<()> {
        let Some(now) = &mut self.now else { return Ok(()) };
        now.row += 1;
        if now.row < now.batch.num_rows() {
            let ordered = now.keys.row(now.row - 1) < now.keys.row(now.row);
            return if ordered { Ok(()) } else { Err(self.unordered()) };
        }
        let last = now.keys.row(now.row - 1).owned();
        self.load(Some(&last))
    }

    fn load(&mut self, last: Option<&OwnedRow>) -> Result<()> {
        self.now = None;
        while self.now.is_none() {
            let Some(batch) = self.left.next().transpose()? else { return Ok(()) };
            if batch.num_rows() > 0 {
                self.now = Some(self.look_at(batch)?);
            }
        }
        let first = self.now.as_ref().map(|now| now.keys.row(0));
        match last.zip(first) {
            Some((last, first)) if last.row() >= first => Err(self.unordered()),
            _ => Ok(()),
        }
    }

    fn look_at(&mut self, batch: RecordBatch) -> Result<Now> {
        let wrong = |problem: String| Error::Rows { path: self.path.clone(), problem };
        let of = |names: &[&str]| -> Result<Vec<ArrayRef>> {
            let column = |name: &&str| {
                let column = batch.column_by_name(name).cloned();
                column.ok_or_else(|| wrong(format!("got no column `{name}`")))
            };
            names.iter().map(column).collect()
        };
        let rows = |converter: &RowConverter, columns: &[ArrayRef]| {
            converter.convert_columns(columns).map_err(|error| wrong(error.to_string()))
        };
        let [keys, rest] = &self.converters;
        let keys = rows(keys, &of(&key_columns())?)?;
        let rest = rows(rest, &of(&rest_columns())?)?;
        let superseded_at = of(&[SUPERSEDED])?.remove(0);
        Ok(Now { batch, keys, rest, superseded_at, row: 0 })
    }

    fn unordered(&self) -> Error {
        let problem = "got rows out of the order of their key".to_owned();
        Error::Rows { path: self.path.clone(), problem }
    }

    pub(super) fn row(&self) -> Option<(&RecordBatch, usize)> {
        self.now.as_ref().map(|now| (&now.batch, now.row))
    }

    fn key(&self) -> Option<Row<'_>> {
        self.now.as_ref().map(|now| now.keys.row(now.row))
    }

    /// Whether two rows of one key differ in nothing.
    pub(super) fn says_the_same_as(&self, other: &Self) -> bool {
        self.rest_equals(other) && self.superseded() == other.superseded()
    }

    /// Whether the other differs in that a later row came, and in nothing else.
    pub(super) fn is_superseded_in(&self, other: &Self) -> bool {
        self.rest_equals(other) && self.superseded().is_none() && other.superseded().is_some()
    }

    fn rest_equals(&self, other: &Self) -> bool {
        let rest = |side: &Self| side.now.as_ref().map(|now| now.rest.row(now.row).owned());
        rest(self) == rest(other)
    }

    /// The instant, in microseconds.
    fn superseded(&self) -> Option<i64> {
        use arrow::array::AsArray as _;
        use arrow::datatypes::TimestampMicrosecondType;
        let now = self.now.as_ref()?;
        let instants = now.superseded_at.as_primitive_opt::<TimestampMicrosecondType>()?;
        (!instants.is_null(now.row)).then(|| instants.value(now.row))
    }
}

/// Which of two comes first; `None` at the end of both.
pub(super) fn order(old: &Side, new: &Side) -> Option<Ordering> {
    match (old.key(), new.key()) {
        (None, None) => None,
        (Some(_), None) => Some(Ordering::Less),
        (None, Some(_)) => Some(Ordering::Greater),
        (Some(old), Some(new)) => Some(old.cmp(&new)),
    }
}

fn key_columns() -> Vec<&'static str> {
    series_columns().map(Concept::name).chain(KEY).collect()
}

fn rest_columns() -> Vec<&'static str> {
    let key = key_columns();
    let all = portbook_schema::observation::columns().into_iter().map(|column| column.name);
    all.filter(|name| !key.contains(name) && *name != SUPERSEDED).collect()
}

fn converter(names: &[&str]) -> Result<RowConverter> {
    let schema = schema();
    let field = |name: &&str| {
        let field = schema.field_with_name(name).expect("a column of the contract");
        SortField::new(field.data_type().clone())
    };
    let converter = RowConverter::new(names.iter().map(field).collect());
    converter.map_err(|error| Error::Rows { path: String::new(), problem: error.to_string() })
}
