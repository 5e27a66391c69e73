//! All that the nodes of a job are made of, as plain values: what travels to other machines. They
//! make the same mapping of it without reading a file, and open no folder of sources.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use datafusion::physical_plan::ExecutionPlan;
use portbook_normalize::release::Occasion;
use portbook_source::load::{Source, Texts};
use serde::{Deserialize, Serialize};
use tempfile::TempDir;

use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::head::{self, Head};
use crate::job::Job;
use crate::progress::Progress;
use crate::range_scan::{RangeScan, Reading};
use crate::room::{BATCH_RECORDS, Room};
use crate::sort_write::{Shared, SortWrite, Target};
use crate::store::Store;

/// Another version may pack records otherwise.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");
/// How nodes begin: no message of the engine's own has a first field of number 10 and type 0.
const SCAN: &[u8] = b"PBscan1:";
const WRITE: &[u8] = b"PBwrite1:";
/// Of texts that are much alike.
const ZSTD_LEVEL: i32 = 3;

#[derive(Serialize, Deserialize)]
pub(crate) struct Recipe {
    program: String,
    /// Id of the source.
    source: String,
    texts: Texts,
    layout: String,
    occasion: Occasion,
    head: Head,
    /// By number of the file: its digest, and the member that is read.
    files: Vec<(String, Option<String>)>,
    batch_records: usize,
    /// Folder the files are written below.
    to: PathBuf,
    into: Target,
}

/// A recipe as it is sent, and what was made of it.
#[derive(Clone)]
pub(crate) struct Made {
    packed: Arc<[u8]>,
    recipe: Arc<Recipe>,
    pub(crate) frame: Arc<Frame>,
}

impl Recipe {
    /// Of a job that was planned from these texts.
    pub(crate) fn of(job: &Job, texts: &Texts, to: PathBuf, into: Target) -> Self {
        Self {
            program: PROGRAM.to_owned(),
            source: job.mapping.probe.source.id.clone(),
            texts: texts.clone(),
            layout: job.layout.clone(),
            occasion: job.mapping.probe.occasion.clone(),
            head: Head::clone(&job.head),
            files: job.files(),
            batch_records: BATCH_RECORDS,
            to,
            into,
        }
    }

    fn packed(&self) -> Result<Vec<u8>> {
        let json = serde_json::to_vec(self).expect("numbers and texts are JSON");
        zstd::encode_all(json.as_slice(), ZSTD_LEVEL).map_err(|error| foreign(&error))
    }

    fn unpacked(packed: &[u8]) -> Result<Self> {
        let json = zstd::decode_all(packed).map_err(|error| foreign(&error))?;
        serde_json::from_slice(&json).map_err(|error| foreign(&error))
    }

    fn frame(&self) -> Result<Frame> {
        if self.program != PROGRAM {
            let (sent, own) = (&self.program, PROGRAM);
            return Err(foreign(&format!("it is of version {sent}, this program is {own}")));
        }
        let folder = PathBuf::from(&self.source);
        let source =
            Source::read(&self.source, folder, &self.texts).map_err(|error| foreign(&error))?;
        let layout = source.layout.records.iter().find(|known| known.common.id == self.layout);
        let layout = layout.ok_or_else(|| foreign(&format!("no layout `{}`", self.layout)))?;
        let mapping = head::compile(&self.head, &source, layout, &self.occasion)?;
        Frame::new(Arc::new(mapping), self.files.clone())
    }
}

fn foreign(why: &dyn std::fmt::Display) -> Error {
    Error::Foreign { why: why.to_string() }
}

impl Made {
    pub(crate) fn of(recipe: Recipe) -> Result<Self> {
        let packed = recipe.packed()?.into();
        let frame = Arc::new(recipe.frame()?);
        Ok(Self { packed, recipe: Arc::new(recipe), frame })
    }

    fn received(packed: &[u8]) -> Result<Self> {
        let recipe = Recipe::unpacked(packed)?;
        let frame = Arc::new(recipe.frame()?);
        Ok(Self { packed: packed.into(), recipe: Arc::new(recipe), frame })
    }

    pub(crate) fn reading(self) -> Reading {
        Reading {
            mapping: Arc::clone(&self.frame.mapping),
            progress: Arc::default(),
            batch_records: self.recipe.batch_records,
            made: Some(self),
        }
    }

    /// What some partitions of the job share on one machine; without room they are only looked at.
    pub(crate) fn shared(self, room: Option<&Room>, partitions: usize) -> Result<Shared> {
        let form = self.frame.mapping.form.clone();
        let (store, share) = match room {
            None => (Store::new(form, 0, PathBuf::new()), self.room(0, 1)),
            Some(room) => {
                let spill = spill(room)?;
                let part = partitions.clamp(1, room.threads) as u64;
                let bytes = room.store_bytes() / room.threads as u64 * part;
                let folder = spill.path().to_owned();
                let store = Store::new(form, bytes, folder).removing(spill);
                (store, self.room(room.memory_bytes / room.threads as u64 * part, partitions))
            }
        };
        let frame = Arc::clone(&self.frame);
        let progress: Arc<Progress> = Arc::default();
        let shared = Shared::new(self.recipe.into, frame, store, &share, &progress)?;
        Ok(Shared { made: Some(self), ..shared })
    }

    fn room(&self, memory_bytes: u64, threads: usize) -> Room {
        let (to, batch_records) = (self.recipe.to.clone(), self.recipe.batch_records);
        Room { memory_bytes, threads, batch_records, to }
    }
}

fn spill(room: &Room) -> Result<TempDir> {
    let made = tempfile::Builder::new().prefix(".aside-sort-").tempdir_in(&room.to);
    made.map_err(|source| Error::NotWritten { path: room.to.clone(), source })
}

/// A node of ours as it travels; `None` if it is not ours. One that no recipe made stays here.
///
/// # Errors
/// `Foreign`.
pub fn encoded(node: &dyn ExecutionPlan) -> Result<Option<Vec<u8>>> {
    let (mark, made) = if let Some(scan) = node.downcast_ref::<RangeScan>() {
        (SCAN, &scan.reading.made)
    } else if let Some(write) = node.downcast_ref::<SortWrite>() {
        (WRITE, &write.shared.made)
    } else {
        return Ok(None);
    };
    let made = made.as_ref().ok_or_else(|| foreign(&"it was planned for this process"))?;
    Ok(Some([mark, &made.packed].concat()))
}

/// Whoever makes nodes of what travelled.
#[derive(Default)]
pub struct Host {
    /// Where and in how much nodes run; nothing where they are only looked at.
    room: Option<Room>,
    /// The job at hand: its tasks come one after another.
    known: Mutex<Option<Made>>,
}

impl Host {
    /// A machine that runs nodes: `room.to` is a folder of its own, for runs that are sorted.
    pub fn with_room(room: Room) -> Self {
        Self { room: Some(room), ..Self::default() }
    }

    /// The node that these bytes are; `None` if it is not ours.
    ///
    /// # Errors
    /// `Foreign` where it cannot be made here.
    pub fn decoded(
        &self,
        bytes: &[u8],
        child: Option<&Arc<dyn ExecutionPlan>>,
    ) -> Result<Option<Arc<dyn ExecutionPlan>>> {
        let child = || child.cloned().ok_or_else(|| foreign(&"a node without a child"));
        if let Some(packed) = bytes.strip_prefix(SCAN) {
            let reading = self.made(packed)?.reading();
            return Ok(Some(Arc::new(RangeScan::new(child()?, Arc::new(reading)))));
        }
        let Some(packed) = bytes.strip_prefix(WRITE) else { return Ok(None) };
        let child = child()?;
        let partitions = child.properties().output_partitioning().partition_count();
        let shared = self.made(packed)?.shared(self.room.as_ref(), partitions)?;
        Ok(Some(Arc::new(SortWrite::new(child, Arc::new(shared)))))
    }

    fn made(&self, packed: &[u8]) -> Result<Made> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = known.as_ref().filter(|made| *made.packed == *packed) {
            return Ok(made.clone());
        }
        let made = Made::received(packed)?;
        *known = Some(made.clone());
        Ok(made)
    }
}
