//! Sorted blocks by partition, in memory up to a budget and beyond it in runs on disk. The largest
//! partition goes to disk first; what comes back does not depend on when that was.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use crate::block::Block;
use crate::error::Result;
use crate::form::Form;
use crate::merge::{Merge, Run};
use crate::run_file;

/// What a job keeps while it sorts.
pub(crate) struct Store {
    form: Form,
    budget_bytes: u64,
    held_bytes: AtomicU64,
    folder: PathBuf,
    partitions: Mutex<BTreeMap<i32, Arc<Mutex<Partition>>>>,
    spilled: Mutex<Spilled>,
    /// The folder, where it goes with this.
    _owned: Option<TempDir>,
}

/// What went to disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spilled {
    pub runs: u64,
    pub records: u64,
    pub bytes: u64,
}

#[derive(Default)]
struct Partition {
    blocks: Vec<Block>,
    bytes: u64,
    runs: Vec<PathBuf>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// `folder` is there and empty.
    pub(crate) fn new(form: Form, budget_bytes: u64, folder: PathBuf) -> Self {
        Self {
            form,
            budget_bytes,
            held_bytes: AtomicU64::new(0),
            folder,
            partitions: Mutex::default(),
            spilled: Mutex::default(),
            _owned: None,
        }
    }

    /// Which removes its folder.
    pub(crate) fn removing(self, folder: TempDir) -> Self {
        Self { _owned: Some(folder), ..self }
    }

    /// Takes a sorted block; makes room first where there is none.
    pub(crate) fn push(&self, year: i32, block: Block) -> Result<()> {
        let bytes = block.bytes();
        while self.held_bytes.load(Ordering::Relaxed) + bytes > self.budget_bytes {
            if !self.spill_largest()? {
                break;
            }
        }
        let partition = Arc::clone(lock(&self.partitions).entry(year).or_default());
        let mut partition = lock(&partition);
        partition.blocks.push(block);
        partition.bytes += bytes;
        self.held_bytes.fetch_add(bytes, Ordering::Relaxed);
        Ok(())
    }

    /// The partition's records in order; it is empty then.
    pub(crate) fn take(&self, year: i32) -> Result<Merge> {
        let partition = lock(&self.partitions).remove(&year).unwrap_or_default();
        let partition = std::mem::take(&mut *lock(&partition));
        self.held_bytes.fetch_sub(partition.bytes, Ordering::Relaxed);
        let mut runs: Vec<Run> = partition.blocks.into_iter().map(Run::of_block).collect();
        for path in partition.runs {
            runs.push(Run::open(path)?);
        }
        Merge::new(self.form.clone(), runs)
    }

    pub(crate) fn spilled(&self) -> Spilled {
        *lock(&self.spilled)
    }

    /// Writes the blocks of the largest partition as one run; `false` if there is nothing to write.
    fn spill_largest(&self) -> Result<bool> {
        let largest = {
            let partitions = lock(&self.partitions);
            let sizes = partitions.values().map(|partition| (lock(partition).bytes, partition));
            sizes.max_by_key(|(bytes, _)| *bytes).map(|(_, partition)| Arc::clone(partition))
        };
        let Some(partition) = largest else { return Ok(false) };
        let mut partition = lock(&partition);
        if partition.blocks.is_empty() {
            return Ok(false);
        }
        let blocks = std::mem::take(&mut partition.blocks);
        let bytes = std::mem::take(&mut partition.bytes);
        let number = {
            let mut spilled = lock(&self.spilled);
            spilled.runs += 1;
            spilled.runs
        };
        let path = self.folder.join(format!("{number:06}.run"));
        let written = self.write(&path, blocks)?;
        partition.runs.push(path);
        self.held_bytes.fetch_sub(bytes, Ordering::Relaxed);
        let mut spilled = lock(&self.spilled);
        spilled.records += written.records;
        spilled.bytes += written.bytes;
        Ok(true)
    }

    fn write(&self, path: &Path, blocks: Vec<Block>) -> Result<Spilled> {
        let mut merge =
            Merge::new(self.form.clone(), blocks.into_iter().map(Run::of_block).collect())?;
        let (records, bytes) = run_file::write_all(&mut merge, &self.form, path)?;
        Ok(Spilled { runs: 1, records, bytes })
    }
}
