//! What moved between two commits: rows that came, went or say something else, file by file. Only
//! files that differ are read; the caller names them.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::PathBuf;

use arrow::array::RecordBatch;
use datafusion::logical_expr::{ident, lit};
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionConfig};
use jiff::civil::Date;
use portbook_model::concept::Concept;
use portbook_model::series::Series;

use crate::error::{Error, unreadable};
use crate::published_row::PublishedRow;
use crate::revisions::Pair;
use crate::table;

pub mod text;

/// A folder of rows in two commits: the file that held it before, and the one that does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub source: String,
    pub freq: String,
    pub before: Option<PathBuf>,
    pub after: Option<PathBuf>,
}

/// What is different of a row that is in both; the first of these that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    Value,
    Status,
    /// Unit and decimals as printed, level, base, release, revision …
    Attributes,
    /// A later row came: nothing else.
    Superseded,
    /// Snapshot, sheet and cell: the figure stands elsewhere.
    Address,
}

impl Change {
    pub const ALL: [Self; 5] =
        [Self::Value, Self::Status, Self::Attributes, Self::Superseded, Self::Address];

    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Status => "status",
            Self::Attributes => "attributes",
            Self::Superseded => "superseded",
            Self::Address => "address",
        }
    }
}

/// What moved in one dataset.
#[derive(Debug, Default)]
pub struct Moved {
    pub added: u64,
    pub removed: u64,
    pub changed: BTreeMap<Change, u64>,
    /// The largest changes of value, in proportion.
    pub largest: Vec<Pair>,
}

impl Moved {
    pub fn count(&self) -> u64 {
        self.added + self.removed + self.changed.values().sum::<u64>()
    }
}

/// What moved, by source and dataset.
pub type ByDataset = BTreeMap<(String, String), Moved>;

/// Compares the files of each part row by row; of each dataset so many of the largest are kept.
///
/// # Errors
/// `Table` if a file cannot be read as published rows.
pub async fn compare(parts: &[Part], largest_max: usize) -> Result<ByDataset, Error> {
    let mut moved = ByDataset::new();
    for part in parts {
        let before = rows_of(part, part.before.as_ref()).await?;
        let after = rows_of(part, part.after.as_ref()).await?;
        merge(&before, &after, largest_max, &mut moved)?;
    }
    Ok(moved)
}

/// The rows of one file in its order, with the columns its folder names.
async fn rows_of(part: &Part, file: Option<&PathBuf>) -> Result<Vec<RecordBatch>, Error> {
    let Some(file) = file else { return Ok(Vec::new()) };
    // One partition keeps the order of the file.
    let context = table::context_of(SessionConfig::new().with_target_partitions(1));
    let path = file.to_string_lossy().into_owned();
    let read = async {
        let frame: DataFrame = context.read_parquet(path, ParquetReadOptions::default()).await?;
        let mut columns = vec![lit(&part.source).alias("source"), lit(&part.freq).alias("freq")];
        let names: Vec<String> =
            frame.schema().fields().iter().map(|field| field.name().clone()).collect();
        columns.extend(names.into_iter().map(ident));
        frame.select(columns)?.collect().await
    };
    read.await.map_err(unreadable)
}

/// Walks two sorted lists at once.
fn merge(
    before: &[RecordBatch],
    after: &[RecordBatch],
    largest_max: usize,
    moved: &mut ByDataset,
) -> Result<(), Error> {
    let (mut old, mut new) = (read(before), read(after));
    let (mut one, mut two) = (old.next().transpose()?, new.next().transpose()?);
    loop {
        let order = match (&one, &two) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(two)) => key(one).cmp(&key(two)),
        };
        match order {
            Ordering::Less => {
                if let Some(row) = one.take() {
                    of(moved, &row).removed += 1;
                }
                one = old.next().transpose()?;
            }
            Ordering::Greater => {
                if let Some(row) = two.take() {
                    of(moved, &row).added += 1;
                }
                two = new.next().transpose()?;
            }
            Ordering::Equal => {
                if let Some((before, after)) = one.take().zip(two.take()) {
                    changed(before, after, largest_max, moved);
                }
                (one, two) = (old.next().transpose()?, new.next().transpose()?);
            }
        }
    }
}

fn read(batches: &[RecordBatch]) -> impl Iterator<Item = Result<PublishedRow, Error>> {
    batches
        .iter()
        .flat_map(|batch| (0..batch.num_rows()).map(move |row| PublishedRow::of_batch(batch, row)))
}

fn key(row: &PublishedRow) -> (&Series, Date, Date, jiff::Timestamp) {
    (&row.series, row.period_start, row.period_end, row.released_at)
}

fn of<'a>(moved: &'a mut ByDataset, row: &PublishedRow) -> &'a mut Moved {
    let name = |concept| row.series.get(concept).to_owned();
    moved.entry((name(Concept::Source), name(Concept::Dataset))).or_default()
}

fn changed(before: PublishedRow, after: PublishedRow, largest_max: usize, moved: &mut ByDataset) {
    let Some(change) = change(&before, &after) else { return };
    let moved = of(moved, &after);
    *moved.changed.entry(change).or_default() += 1;
    if change == Change::Value {
        moved.largest.push(Pair { before, after });
        moved.largest.sort_by_key(|pair| std::cmp::Reverse(size(pair)));
        moved.largest.truncate(largest_max);
    }
}

/// A figure that came or went is larger than any proportion.
fn size(pair: &Pair) -> (bool, i128, i128) {
    let difference = pair.difference().map(i128::saturating_abs);
    let ratio = pair.ratio_ppm().map(i128::saturating_abs);
    (difference.is_none(), ratio.unwrap_or(0), difference.unwrap_or(0))
}

/// What the second row says otherwise.
fn change(before: &PublishedRow, after: &PublishedRow) -> Option<Change> {
    let address = |row: &PublishedRow| (row.snapshot.clone(), row.address.clone());
    let attributes = |row: &PublishedRow| PublishedRow {
        superseded_at: None,
        snapshot: String::new(),
        address: after.address.clone(),
        ..row.clone()
    };
    if before == after {
        None
    } else if before.value != after.value {
        Some(Change::Value)
    } else if before.obs_status != after.obs_status {
        Some(Change::Status)
    } else if attributes(before) != attributes(after) {
        Some(Change::Attributes)
    } else if address(before) != address(after) {
        Some(Change::Address)
    } else {
        Some(Change::Superseded)
    }
}
