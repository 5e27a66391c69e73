//! A sorted file, row by row.

use std::cmp::Ordering;
use std::path::Path;

use arrow::array::{RecordBatch, RecordBatchReader as _};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder, RowSelection, RowSelector,
};

use crate::error::{Error, Result};
use crate::vintage::keys::{Columns, Keys};
use crate::vintage::said::Says;

/// Rows read at once.
const BATCH_ROWS: usize = 8_192;

pub(crate) fn open(file: &Path) -> Result<std::fs::File> {
    let unreadable = |source| Error::Unreadable { path: file.to_owned(), source };
    Ok(fs_err::File::open(file).map_err(unreadable)?.into_parts().0)
}

/// Reads columns of a file: all its rows, or those of these numbers, which ascend.
pub(crate) fn reader<'a>(
    file: &Path,
    columns: Option<impl Iterator<Item = &'a str>>,
    only: Option<&[u64]>,
) -> Result<ParquetRecordBatchReader> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(open(file)?)?;
    let mask = match columns {
        Some(columns) => ProjectionMask::columns(builder.parquet_schema(), columns),
        None => ProjectionMask::all(),
    };
    let rows = builder.metadata().file_metadata().num_rows();
    let mut builder = builder.with_projection(mask).with_batch_size(BATCH_ROWS);
    if let Some(only) = only {
        builder = builder.with_row_selection(selection(only, rows.unsigned_abs()));
    }
    Ok(builder.build()?)
}

/// The rows of these numbers among so many.
fn selection(only: &[u64], rows: u64) -> RowSelection {
    let mut selectors: Vec<RowSelector> = Vec::new();
    let count = |count: u64| usize::try_from(count).expect("rows of a file fit an address");
    let mut next = 0;
    for row in only {
        match selectors.last_mut() {
            Some(last) if *row == next && !last.skip => last.row_count += 1,
            _ => {
                if *row > next {
                    selectors.push(RowSelector::skip(count(row - next)));
                }
                selectors.push(RowSelector::select(1));
            }
        }
        next = row + 1;
    }
    if next < rows {
        selectors.push(RowSelector::skip(count(rows - next)));
    }
    selectors.into()
}

/// Where the reading of a file stands.
pub(crate) struct Cursor {
    keys: Keys,
    reader: ParquetRecordBatchReader,
    batch: RecordBatch,
    columns: Columns,
    says: Says,
    at: usize,
    /// Number of the first row of the batch.
    first: u64,
}

impl Cursor {
    /// At the first row; `columns` are read beside those of the key.
    pub(crate) fn open(file: &Path, keys: &Keys, columns: &[&'static str]) -> Result<Self> {
        let columns = keys.names().chain(columns.iter().copied());
        let reader = reader(file, Some(columns), None)?;
        let batch = RecordBatch::new_empty(reader.schema());
        let (columns, says) = (keys.columns(&batch), Says::of(&batch));
        let keys = keys.clone();
        let mut cursor = Self { keys, reader, batch, columns, says, at: 0, first: 0 };
        cursor.fill()?;
        Ok(cursor)
    }

    /// Whether there is no row left.
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.batch.num_rows()
    }

    pub(crate) fn batch(&self) -> &RecordBatch {
        &self.batch
    }

    pub(crate) fn says(&self) -> &Says {
        &self.says
    }

    /// Place of the row in its batch.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Rows from this one to the end of the batch.
    pub(crate) fn left(&self) -> usize {
        self.batch.num_rows() - self.at
    }

    /// Number of the row in the file.
    pub(crate) fn number(&self) -> u64 {
        self.first + self.at as u64
    }

    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        self.columns.compare(self.at, &other.columns, other.at)
    }

    /// How many rows from here on have the keys of those of another, of so many.
    pub(crate) fn run(&self, other: &Self, rows: usize) -> usize {
        self.columns.run(self.at, &other.columns, other.at, rows)
    }

    /// How many of so many rows from here on stand before the row of another.
    pub(crate) fn before(&self, other: &Self, rows: usize) -> usize {
        let (mut least, mut most) = (0, rows);
        while least < most {
            let middle = usize::midpoint(least, most);
            match self.columns.compare(self.at + middle, &other.columns, other.at) {
                Ordering::Less => least = middle + 1,
                Ordering::Equal | Ordering::Greater => most = middle,
            }
        }
        least
    }

    /// So many rows on, at most to the end of the batch.
    pub(crate) fn advance(&mut self, rows: usize) -> Result<()> {
        self.at += rows;
        if self.at < self.batch.num_rows() { Ok(()) } else { self.fill() }
    }

    fn fill(&mut self) -> Result<()> {
        while self.at >= self.batch.num_rows() {
            self.first += self.batch.num_rows() as u64;
            self.at = 0;
            let Some(batch) = self.reader.next().transpose()? else {
                self.batch = self.batch.slice(0, 0);
                return Ok(());
            };
            (self.columns, self.says) = (self.keys.columns(&batch), Says::of(&batch));
            self.batch = batch;
        }
        Ok(())
    }
}
