//! Sorted rows of several files as one sorted file.

use std::path::{Path, PathBuf};

use arrow::array::RecordBatch;
use arrow::compute::{BatchCoalescer, interleave_record_batch};
use portbook_schema::observation::schema;

use crate::error::Result;
use crate::vintage::cursor::reader;
use crate::vintage::keys::{Columns, Keys, constants_of};
use crate::vintage::numbering::Dictionaries;
use crate::vintage::stamp::Stamped;
use crate::vintage::{Sorted, written};

/// Rows of every batch but the last, whatever the files they come from: pages are cut by batches.
const BATCH_ROWS: usize = 65_536;
/// Batches that are held for rows not yet written.
const HELD_MAX: usize = 64;

/// Some rows of a file, and what is to be said anew in them.
pub(crate) struct Part<'a> {
    pub(crate) file: PathBuf,
    /// Their numbers, ascending; all where there are none.
    pub(crate) only: Option<Vec<u64>>,
    pub(crate) stamped: Stamped<'a>,
}

/// Writes the rows of all parts, in their order, into a new file of a folder.
pub(crate) fn write(parts: Vec<Part<'_>>, folder: &Path) -> Result<Sorted> {
    let files = parts.iter().map(|part| constants_of(&part.file));
    let keys = Keys::of_rows(files.collect::<Result<_>>()?);
    let mut streams = Vec::new();
    for part in parts {
        streams.push(Stream::open(part, &keys)?);
    }
    let mut file = written::Writing::new(folder)?;
    let mut batches = BatchCoalescer::new(schema(), BATCH_ROWS);
    let mut held: Vec<RecordBatch> = Vec::new();
    let mut rows: Vec<(usize, usize)> = Vec::new();
    // Which of the held batches a stream stands in.
    let mut places: Vec<Option<usize>> = vec![None; streams.len()];
    while let Some(least) = least(&streams) {
        let stream = &mut streams[least];
        let place = *places[least].get_or_insert_with(|| {
            held.push(stream.batch.clone());
            held.len() - 1
        });
        rows.push((place, stream.at));
        if stream.advance(&keys)? {
            places[least] = None;
        }
        if rows.len() >= BATCH_ROWS || held.len() >= HELD_MAX {
            take(&mut batches, &held, &rows)?;
            held.clear();
            rows.clear();
            places.fill(None);
        }
        while let Some(batch) = batches.next_completed_batch() {
            file.write(&batch)?;
        }
    }
    take(&mut batches, &held, &rows)?;
    batches.finish_buffered_batch()?;
    while let Some(batch) = batches.next_completed_batch() {
        file.write(&batch)?;
    }
    file.close()
}

fn take(batches: &mut BatchCoalescer, held: &[RecordBatch], rows: &[(usize, usize)]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let held: Vec<&RecordBatch> = held.iter().collect();
    Ok(batches.push_batch(interleave_record_batch(&held, rows)?)?)
}

/// Where the reading of a part stands.
struct Stream<'a> {
    reader: parquet::arrow::arrow_reader::ParquetRecordBatchReader,
    stamped: Stamped<'a>,
    /// Rows read of it so far, those of the batch not counted.
    first: usize,
    batch: RecordBatch,
    keys: Columns,
    at: usize,
}

impl<'a> Stream<'a> {
    fn open(part: Part<'a>, keys: &Keys) -> Result<Self> {
        let reader = reader(&part.file, None::<std::iter::Empty<&str>>, part.only.as_deref())?;
        let batch = RecordBatch::new_empty(schema());
        let mut stream = Self {
            reader,
            stamped: part.stamped,
            first: 0,
            keys: keys.columns(&batch, &mut Dictionaries::default())?,
            batch,
            at: 0,
        };
        stream.fill(keys)?;
        Ok(stream)
    }

    fn advance(&mut self, keys: &Keys) -> Result<bool> {
        self.at += 1;
        if self.at < self.batch.num_rows() {
            return Ok(false);
        }
        self.fill(keys)?;
        Ok(true)
    }

    fn fill(&mut self, keys: &Keys) -> Result<()> {
        while self.at >= self.batch.num_rows() {
            self.first += self.batch.num_rows();
            self.at = 0;
            let Some(batch) = self.reader.next().transpose()? else {
                self.batch = self.batch.slice(0, 0);
                return Ok(());
            };
            self.batch = self.stamped.batch(&batch, self.first)?;
            self.keys = keys.columns(&self.batch, &mut Dictionaries::default())?;
        }
        Ok(())
    }
}

/// Which of the streams stands first.
fn least(streams: &[Stream<'_>]) -> Option<usize> {
    let left = streams.iter().enumerate().filter(|(_, stream)| stream.at < stream.batch.num_rows());
    let order = |one: &Stream<'_>, two: &Stream<'_>| one.keys.compare(one.at, &two.keys, two.at);
    left.min_by(|(_, one), (_, two)| order(one, two)).map(|(at, _)| at)
}
