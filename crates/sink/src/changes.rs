//! Rows that differ between two commits, for those who load by themselves. Whoever takes out rows
//! that were withdrawn, replaces those that were superseded and adds those that were inserted holds
//! the later commit. Only partitions whose bytes differ are read, two files side by side.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, AsArray as _, Int16Array, Int64Array, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use portbook_publish::single::Rows;

use crate::columns::columns;
use crate::commit::{Commit, Key, Output, Partition};
use crate::error::{Error, Result};

mod side;

use side::Side;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// In the earlier commit, and not as it was in the later one: rare, since history stays.
    Withdrawn,
    /// In both; a later row came, nothing else.
    Superseded,
    /// In the later commit, and not as it is in the earlier one.
    Inserted,
}

impl Change {
    pub const ALL: [Self; 3] = [Self::Withdrawn, Self::Superseded, Self::Inserted];

    pub fn name(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Superseded => "superseded",
            Self::Inserted => "inserted",
        }
    }
}

/// How many rows of each kind, by source and dataset.
pub type Counts = BTreeMap<(String, String), BTreeMap<Change, u64>>;

/// The columns of what is handed on: the change, then those of a sink.
pub fn schema() -> SchemaRef {
    let files = portbook_schema::observation::schema();
    let fields = columns().into_iter().map(|column| {
        let known = files.field_with_name(column.name).ok();
        known.cloned().unwrap_or_else(|| {
            let data_type = match column.name {
                "year" => DataType::Int16,
                "_commit" => DataType::Int64,
                _ => DataType::Utf8,
            };
            Field::new(column.name, data_type, false)
        })
    });
    let change = Field::new("_change", DataType::Utf8, false);
    Arc::new(Schema::new(std::iter::once(change).chain(fields).collect::<Vec<_>>()))
}

/// Hands on every row that differs, in batches of [`schema`]; within a partition in the order of rows.
///
/// # Errors
/// `Rows` where a file is not in its order, and what `visit` returns.
pub fn between(
    output: &Output,
    since: &Commit,
    to: &Commit,
    visit: &mut dyn FnMut(RecordBatch) -> Result<()>,
) -> Result<Counts> {
    let mut telling = Telling { schema: schema(), counts: Counts::new(), visit };
    let changed = output.changed(Some(since), to)?;
    for partition in &changed.removed {
        telling.partition(output, [Some(partition), None], to.number)?;
    }
    for load in changed.load() {
        let before = since.partitions.get(&load.partition.key);
        telling.partition(output, [before, Some(&load.partition)], load.commit)?;
    }
    Ok(telling.counts)
}

/// Writes the rows that differ as one file of Parquet.
///
/// # Errors
/// As [`between`]; the file is whole or not there.
pub fn write(output: &Output, since: &Commit, to: &Commit, path: &Path) -> Result<Counts> {
    let mut rows = Rows::begin(path, "changes", &schema())?;
    let counts = between(output, since, to, &mut |batch| Ok(rows.push(&batch)?))?;
    rows.finish()?;
    Ok(counts)
}

/// Rows on their way to whoever asked.
struct Telling<'a> {
    schema: SchemaRef,
    counts: Counts,
    visit: &'a mut dyn FnMut(RecordBatch) -> Result<()>,
}

/// Rows that follow one another in a batch and became the same.
struct Stretch {
    change: Change,
    batch: RecordBatch,
    first: usize,
    count: usize,
}

impl Telling<'_> {
    /// Walks the two sorted forms of a partition at once.
    fn partition(
        &mut self,
        output: &Output,
        [before, after]: [Option<&Partition>; 2],
        commit: u64,
    ) -> Result<()> {
        let Some(key) = before.or(after).map(|partition| &partition.key) else { return Ok(()) };
        let (mut old, mut new) = (Side::open(output, before)?, Side::open(output, after)?);
        let mut open: Option<Stretch> = None;
        while let Some(order) = side::order(&old, &new) {
            match order {
                Ordering::Less => self.tell(&mut open, Change::Withdrawn, &old, key, commit)?,
                Ordering::Greater => self.tell(&mut open, Change::Inserted, &new, key, commit)?,
                Ordering::Equal if old.says_the_same_as(&new) => {}
                Ordering::Equal if old.is_superseded_in(&new) => {
                    self.tell(&mut open, Change::Superseded, &new, key, commit)?;
                }
                Ordering::Equal => {
                    self.tell(&mut open, Change::Withdrawn, &old, key, commit)?;
                    self.tell(&mut open, Change::Inserted, &new, key, commit)?;
                }
            }
            if order != Ordering::Greater {
                old.advance()?;
            }
            if order != Ordering::Less {
                new.advance()?;
            }
        }
        match open {
            Some(stretch) => self.hand_on(&stretch, key, commit),
            None => Ok(()),
        }
    }

    /// Adds the row a side stands at to the open stretch, or opens another.
    fn tell(
        &mut self,
        open: &mut Option<Stretch>,
        change: Change,
        side: &Side,
        key: &Key,
        commit: u64,
    ) -> Result<()> {
        let Some((batch, row)) = side.row() else { return Ok(()) };
        if let Some(stretch) = open {
            let follows = stretch.change == change && stretch.first + stretch.count == row;
            if follows && Arc::ptr_eq(stretch.batch.column(0), batch.column(0)) {
                stretch.count += 1;
                return Ok(());
            }
            self.hand_on(stretch, key, commit)?;
        }
        *open = Some(Stretch { change, batch: batch.clone(), first: row, count: 1 });
        Ok(())
    }

    fn hand_on(&mut self, stretch: &Stretch, key: &Key, commit: u64) -> Result<()> {
        let rows = stretch.batch.slice(stretch.first, stretch.count);
        let wrong = |problem: String| Error::Rows { path: key.to_string(), problem };
        let datasets = rows.column_by_name("dataset").and_then(|c| c.as_string_opt::<i32>());
        let datasets = datasets.ok_or_else(|| wrong("got no column `dataset`".to_owned()))?;
        for dataset in datasets.iter().flatten() {
            let counts = self.counts.entry((key.source.clone(), dataset.to_owned())).or_default();
            *counts.entry(stretch.change).or_default() += 1;
        }
        let commit = i64::try_from(commit).map_err(|error| wrong(error.to_string()))?;
        let count = rows.num_rows();
        let same = |text: &str| -> ArrayRef { Arc::new(StringArray::from(vec![text; count])) };
        let columns = self.schema.fields().iter().map(|field| match field.name().as_str() {
            "_change" => Ok(same(stretch.change.name())),
            "source" => Ok(same(&key.source)),
            "freq" => Ok(same(&key.freq)),
            "year" => Ok(Arc::new(Int16Array::from(vec![key.year; count])) as ArrayRef),
            "_commit" => Ok(Arc::new(Int64Array::from(vec![commit; count])) as ArrayRef),
            name => rows
                .column_by_name(name)
                .cloned()
                .ok_or_else(|| wrong(format!("got no column `{name}`"))),
        });
        let columns = columns.collect::<Result<Vec<_>>>()?;
        let batch = RecordBatch::try_new(self.schema.clone(), columns);
        (self.visit)(batch.map_err(|error| wrong(error.to_string()))?)
    }
}
