//! The published rows of one source: of each only what its cell must print, and all of a few.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{Array as _, ArrayRef, AsArray as _, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Decimal128Type, Field, Int8Type, Int64Type, Schema};
use portbook_model::digest::Digest;
use portbook_model::status::RevisionReason;
use portbook_publish::record::File;
use portbook_publish::stored::each_batch;
use portbook_query::published_row::PublishedRow;
use portbook_query::rows::Rows;

use super::agree::Published;
use crate::error::Error;

/// What is read of every row.
const COLUMNS: [&str; 10] = [
    "obs_value",
    "unit_mult",
    "decimals",
    "revision_reason",
    "snapshot",
    "member",
    "sheet",
    "cell",
    "record",
    "raw_text",
];

/// Rows of one source, in the order of its files: all, or those of some records.
#[derive(Default)]
pub(super) struct SourceRows {
    pub(super) rows: Vec<PrintedRow>,
    pub(super) tables: Vec<Table>,
    /// Snapshot -> its rows.
    pub(super) by_snapshot: BTreeMap<Digest, Vec<usize>>,
    /// There are rows of records after those.
    pub(super) has_later: bool,
    /// Number of the first row of each file.
    starts: Vec<usize>,
    /// Rows there are, those of other records among them.
    count: usize,
    known: HashMap<Table, u32>,
}

/// Where in a snapshot.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Table {
    pub(super) member: Option<String>,
    pub(super) sheet: Option<String>,
}

pub(super) struct PrintedRow {
    /// Among all rows of the files.
    number: usize,
    pub(super) place: Place,
    pub(super) table: u32,
    value: Option<i128>,
    unit_mult: i8,
    decimals: i8,
    raw_text: Option<Box<str>>,
    is_corrected: bool,
}

#[derive(PartialEq, Eq)]
pub(super) enum Place {
    Cell(Box<str>),
    Field {
        column: Box<str>,
        record: i64,
    },
    /// A row of what vanished.
    Nowhere,
}

impl PrintedRow {
    pub(super) fn published(&self) -> Published<'_> {
        Published {
            value: self.value,
            unit_mult: self.unit_mult,
            decimals: self.decimals,
            raw_text: self.raw_text.as_deref(),
            is_corrected: self.is_corrected,
        }
    }

    /// The column of a record file.
    pub(super) fn column(&self) -> Option<&str> {
        match &self.place {
            Place::Field { column, .. } => Some(column),
            Place::Cell(_) | Place::Nowhere => None,
        }
    }
}

impl SourceRows {
    /// Rows of no record are of the first.
    pub(super) fn read(
        output: &Path,
        files: &[&File],
        only: Option<&Range<i64>>,
    ) -> Result<Self, Error> {
        let mut all = Self::default();
        for file in files {
            all.starts.push(all.count);
            each_batch(output, file, Some(&COLUMNS), &mut |batch| {
                all.take(&batch, only).ok_or_else(|| unreadable(output, file))
            })?;
        }
        Ok(all)
    }

    /// Takes the rows of a batch; `None` if it is not of the published schema.
    fn take(&mut self, batch: &RecordBatch, only: Option<&Range<i64>>) -> Option<()> {
        let text = |name: &str| batch.column_by_name(name)?.as_string_opt::<i32>();
        let values = batch.column_by_name("obs_value")?.as_primitive_opt::<Decimal128Type>()?;
        let small = |name: &str| batch.column_by_name(name)?.as_primitive_opt::<Int8Type>();
        let (unit_mults, decimals) = (small("unit_mult")?, small("decimals")?);
        let records = batch.column_by_name("record")?.as_primitive_opt::<Int64Type>()?;
        let (reasons, snapshots) = (text("revision_reason")?, text("snapshot")?);
        let (members, sheets) = (text("member")?, text("sheet")?);
        let (cells, raw_texts) = (text("cell")?, text("raw_text")?);
        let of = |column: &StringArray, row: usize| {
            column.is_valid(row).then(|| column.value(row).to_owned())
        };
        for row in 0..batch.num_rows() {
            let number = self.count;
            self.count += 1;
            let record = if records.is_valid(row) { records.value(row) } else { 1 };
            if let Some(only) = only
                && !only.contains(&record)
            {
                self.has_later |= record >= only.end;
                continue;
            }
            let table = Table { member: of(members, row), sheet: of(sheets, row) };
            let place = match (of(cells, row), records.is_valid(row).then(|| records.value(row))) {
                (Some(cell), None) => Place::Cell(cell.into()),
                (Some(column), Some(record)) => Place::Field { column: column.into(), record },
                (None, _) => Place::Nowhere,
            };
            let reason = of(reasons, row);
            self.by_snapshot
                .entry(snapshots.value(row).parse().ok()?)
                .or_default()
                .push(self.rows.len());
            let table = self.table(table);
            self.rows.push(PrintedRow {
                number,
                place,
                table,
                value: values.is_valid(row).then(|| values.value(row)),
                unit_mult: unit_mults.value(row),
                decimals: decimals.value(row),
                raw_text: of(raw_texts, row).map(Into::into),
                is_corrected: reason.as_deref() == Some(RevisionReason::Correction.code()),
            });
        }
        Some(())
    }

    fn table(&mut self, table: Table) -> u32 {
        if let Some(known) = self.known.get(&table) {
            return *known;
        }
        let number = u32::try_from(self.tables.len()).expect("tables are fewer than cells");
        self.tables.push(table.clone());
        self.known.insert(table, number);
        number
    }
}

/// Rows in full, by their index, ascending.
pub(super) fn told(
    output: &Path,
    files: &[&File],
    rows: &SourceRows,
    wanted: &[usize],
) -> Result<Vec<PublishedRow>, Error> {
    let wanted: Vec<usize> = wanted.iter().map(|row| rows.rows[*row].number).collect();
    let mut found = Vec::with_capacity(wanted.len());
    for (file, start) in files.iter().zip(&rows.starts) {
        let end = start + usize::try_from(file.rows).unwrap_or(usize::MAX);
        let mut left = wanted.iter().filter(|row| (*start..end).contains(row)).peekable();
        if left.peek().is_none() {
            continue;
        }
        let mut first = *start;
        each_batch(output, file, None, &mut |batch| {
            let batch = with_partition(&batch, file);
            let last = first + batch.num_rows();
            while let Some(row) = left.next_if(|row| **row < last) {
                let one = batch.slice(*row - first, 1);
                let rows = Rows { schema: one.schema(), batches: vec![one] };
                let read = PublishedRow::all(&rows).map_err(|_| unreadable(output, file))?;
                found.extend(read);
            }
            first = last;
            Ok::<(), Error>(())
        })?;
    }
    Ok(found)
}

/// The batch with the columns that stand in the path of its file alone.
fn with_partition(batch: &RecordBatch, file: &File) -> RecordBatch {
    let mut fields: Vec<Arc<Field>> = batch.schema().fields().iter().cloned().collect();
    let mut arrays: Vec<ArrayRef> = batch.columns().to_vec();
    for name in ["source", "freq"] {
        let value = file.partition(name).unwrap_or_default();
        fields.push(Arc::new(Field::new(name, DataType::Utf8, false)));
        let values = std::iter::repeat_n(value, batch.num_rows());
        arrays.push(Arc::new(StringArray::from_iter_values(values)));
    }
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .expect("a text for each row, whatever the rows are")
}

fn unreadable(output: &Path, file: &File) -> Error {
    let source =
        std::io::Error::other("it is not of the published schema; was it made by another version?");
    Error::Unreadable { path: output.join(&file.path), source }
}
