//! Sorted rows one after another: of a file that stands, or of what a print says.

use std::cmp::Ordering;
use std::path::Path;
use std::sync::Arc;

use arrow::datatypes::{DataType, Field, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder, RowSelection,
    RowSelector,
};
use portbook_schema::observation;

use crate::error::{Error, Result};
use crate::vintage::keys::{Columns, Keys};
use crate::vintage::numbering::Dictionaries;
use crate::vintage::printed::{Printed, Stream};
use crate::vintage::said::{STANDING, Says};

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

/// What a standing file says beside its keys. Codes stay numbers: a batch has few of them.
fn standing(file: &Path, keys: &Keys) -> Result<ParquetRecordBatchReader> {
    let is_coded = |name: &str| name == "obs_status" || keys.names().any(|key| key == name);
    let dictionary = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let schema = observation::schema();
    let fields = schema.fields().iter().map(|field| match field.data_type() {
        DataType::Utf8 if is_coded(field.name()) => {
            Arc::new(Field::new(field.name(), dictionary(), field.is_nullable()))
        }
        _ => Arc::clone(field),
    });
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let options = ArrowReaderOptions::new().with_schema(schema);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(open(file)?, options)?;
    let columns = keys.names().chain(STANDING);
    let mask = ProjectionMask::columns(builder.parquet_schema(), columns);
    Ok(builder.with_projection(mask).with_batch_size(BATCH_ROWS).build()?)
}

/// Where rows come from.
enum From {
    Standing(ParquetRecordBatchReader),
    Print(Box<Stream>),
}

/// Where the reading of rows stands.
pub(crate) struct Cursor {
    keys: Keys,
    dictionaries: Dictionaries,
    from: From,
    columns: Columns,
    says: Says,
    at: usize,
    /// Number of the first of the rows at hand.
    first: u64,
}

impl Cursor {
    /// At the first row of a file that stands.
    pub(crate) fn of_file(file: &Path, keys: &Keys) -> Result<Self> {
        Self::open(From::Standing(standing(file, keys)?), keys)
    }

    /// At the first row of what a print says.
    pub(crate) fn of_print(print: Printed<'_>, keys: &Keys) -> Result<Self> {
        Self::open(From::Print(Box::new(print.stream()?)), keys)
    }

    fn open(from: From, keys: &Keys) -> Result<Self> {
        let (columns, says) = (Columns::of(Vec::new()), Says::nothing());
        let (keys, dictionaries) = (keys.clone(), Dictionaries::default());
        let mut cursor = Self { keys, dictionaries, from, columns, says, at: 0, first: 0 };
        cursor.fill()?;
        Ok(cursor)
    }

    /// Whether there is no row left.
    pub(crate) fn is_done(&self) -> bool {
        self.at >= self.says.rows()
    }

    pub(crate) fn says(&self) -> &Says {
        &self.says
    }

    /// Place of the row among those at hand.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Rows from this one to the last at hand.
    pub(crate) fn left(&self) -> usize {
        self.says.rows() - self.at
    }

    /// Number of the row among all.
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

    /// Whether a row is left, and it has the key of that of another.
    pub(crate) fn is_at(&self, other: &Self) -> bool {
        !self.is_done() && self.compare(other) == Ordering::Equal
    }

    /// Past all rows that stand before the row of another.
    pub(crate) fn seek(&mut self, other: &Self) -> Result<()> {
        let mut step = 1;
        while !self.is_done() {
            let rows = self.left().min(step);
            let before = self.before(other, rows);
            self.advance(before)?;
            if before < rows {
                break;
            }
            step *= 2;
        }
        Ok(())
    }

    /// So many rows on, at most to the end of those at hand.
    pub(crate) fn advance(&mut self, rows: usize) -> Result<()> {
        self.at += rows;
        if self.at < self.says.rows() { Ok(()) } else { self.fill() }
    }

    fn fill(&mut self) -> Result<()> {
        while self.at >= self.says.rows() {
            self.first += self.says.rows() as u64;
            self.at = 0;
            let next = match &mut self.from {
                From::Standing(reader) => match reader.next().transpose()? {
                    Some(batch) => {
                        let columns = self.keys.columns(&batch, &mut self.dictionaries)?;
                        Some((columns, Says::standing(&batch)))
                    }
                    None => None,
                },
                From::Print(stream) => {
                    stream.next(&self.keys)?.map(|(_, columns, says)| (columns, says))
                }
            };
            let Some((columns, says)) = next else {
                self.says = Says::nothing();
                return Ok(());
            };
            (self.columns, self.says) = (columns, says);
        }
        Ok(())
    }
}
