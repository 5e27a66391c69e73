//! Sorted runs, in memory or on disk, as one.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;

use fs_err::File;

use crate::block::Block;
use crate::error::{Error, Result};
use crate::form::{Form, ODD};
use crate::odd::Odd;

/// Bytes read ahead of a run on disk.
const READ_BYTES: usize = 1 << 18;

/// Records in order, and the one at hand.
pub(crate) enum Run {
    Held { block: Block, at: usize },
    Stored(Stored),
}

/// A run on disk.
pub(crate) struct Stored {
    path: PathBuf,
    file: BufReader<File>,
    bytes: Vec<u8>,
    record: Vec<u64>,
    heap: Vec<u8>,
}

impl Run {
    pub(crate) fn of_block(block: Block) -> Self {
        Self::Held { block, at: 0 }
    }

    pub(crate) fn open(path: PathBuf) -> Result<Self> {
        let file =
            File::open(&path).map_err(|source| Error::Unreadable { path: path.clone(), source })?;
        let file = BufReader::with_capacity(READ_BYTES, file);
        let (bytes, record, heap) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self::Stored(Stored { path, file, bytes, record, heap }))
    }

    /// The record at hand, and the heap of its odd cells.
    fn peek(&self, stride: usize) -> (&[u64], &[u8]) {
        match self {
            Self::Held { block, at } => (&block.records[*at..*at + stride], &block.heap),
            Self::Stored(Stored { record, heap, .. }) => (record, heap),
        }
    }

    /// Goes to the first record; `false` if there is none.
    fn begin(&mut self, form: &Form) -> Result<bool> {
        match self {
            Self::Held { block, .. } => Ok(!block.records.is_empty()),
            Self::Stored(stored) => stored.read(form),
        }
    }

    /// Goes to the next record; `false` if there is none.
    fn advance(&mut self, form: &Form) -> Result<bool> {
        match self {
            Self::Held { block, at } => {
                *at += form.stride();
                Ok(*at < block.records.len())
            }
            Self::Stored(stored) => stored.read(form),
        }
    }
}

impl Stored {
    /// Reads the next record; `false` if there is none.
    fn read(&mut self, form: &Form) -> Result<bool> {
        let Self { path, file, bytes, record, heap } = self;
        let unreadable = |source| Error::Unreadable { path: path.clone(), source };
        record.clear();
        heap.clear();
        if file.fill_buf().map_err(unreadable)?.is_empty() {
            return Ok(false);
        }
        bytes.resize(form.stride() * size_of::<u64>(), 0);
        file.read_exact(bytes).map_err(unreadable)?;
        let word = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().expect("eight bytes"));
        record.extend(bytes.chunks_exact(size_of::<u64>()).map(word));
        for measure in 0..form.measures() {
            if form.tag(record, measure) == ODD {
                let place = heap.len() as u64;
                Odd::copy(file, heap).map_err(unreadable)?;
                form.set_odd(record, measure, place);
            }
        }
        Ok(true)
    }
}

/// The least record of several runs, again and again.
pub(crate) struct Merge {
    form: Form,
    runs: Vec<Run>,
    /// A heap of the runs that are not at their end, by their record at hand.
    heads: Vec<((u64, u64), usize)>,
}

impl Merge {
    pub(crate) fn new(form: Form, runs: Vec<Run>) -> Result<Self> {
        let mut merge = Self { form, runs, heads: Vec::new() };
        for run in 0..merge.runs.len() {
            if merge.runs[run].begin(&merge.form)? {
                let prefix = merge.form.prefix(merge.record(run));
                merge.heads.push((prefix, run));
            }
        }
        for at in (0..merge.heads.len() / 2).rev() {
            merge.sink(at);
        }
        Ok(merge)
    }

    /// The least record, and the heap of its odd cells.
    pub(crate) fn peek(&self) -> Option<(&[u64], &[u8])> {
        let (_, run) = self.heads.first()?;
        Some(self.runs[*run].peek(self.form.stride()))
    }

    /// Goes on to the one after it.
    pub(crate) fn next(&mut self) -> Result<()> {
        let Some((_, run)) = self.heads.first().copied() else { return Ok(()) };
        if self.runs[run].advance(&self.form)? {
            self.heads[0].0 = self.form.prefix(self.record(run));
        } else {
            // What was read is given back at once.
            self.runs[run] = Run::of_block(Block::default());
            self.heads.swap_remove(0);
        }
        self.sink(0);
        Ok(())
    }

    fn record(&self, run: usize) -> &[u64] {
        self.runs[run].peek(self.form.stride()).0
    }

    fn is_less(&self, one: usize, two: usize) -> bool {
        let ((one_prefix, one), (two_prefix, two)) = (self.heads[one], self.heads[two]);
        let order = one_prefix.cmp(&two_prefix);
        order.then_with(|| self.form.compare(self.record(one), self.record(two))).is_lt()
    }

    fn sink(&mut self, mut at: usize) {
        loop {
            let mut least = at;
            for child in [2 * at + 1, 2 * at + 2] {
                if child < self.heads.len() && self.is_less(child, least) {
                    least = child;
                }
            }
            if least == at {
                return;
            }
            self.heads.swap(at, least);
            at = least;
        }
    }
}
