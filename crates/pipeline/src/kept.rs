//! Captures as an earlier build read them: the same capture, read by the same program by the same
//! files of its source, is not read again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_archive::kept::Kept as Records;
use portbook_archive::writer::Writer;
use portbook_model::digest::Digest;
use portbook_model::observation::Observation;
use portbook_model::print::Print;
use portbook_model::series::Series;
use portbook_schema::codelist;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::printed::Printed;
use crate::published::program;

/// What earlier builds read of one source, and what this one does.
pub struct Kept {
    reader: Digest,
    before: Records,
    /// Key -> place in `before`.
    places: BTreeMap<Digest, usize>,
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    read: usize,
    new: Vec<(Digest, Vec<u8>)>,
    live: BTreeSet<Digest>,
}

/// Observations name their series by number: a table prints few series and many periods.
#[derive(Serialize, Deserialize)]
struct Content {
    printed: Printed,
    series: Vec<Series>,
    /// Of each observation, print by print, rows before controls before corrected cells.
    numbers: Vec<u32>,
}

/// Digest of what reads a capture: program, code lists, the source's files.
pub fn reader(source: &Source, build: &str) -> Digest {
    let mut text = format!("{} {build}", program());
    for list in codelist::all() {
        let _ = write!(text, "\n{} {}", list.name, Digest::of(list.csv.as_bytes()));
    }
    for (file, digest) in &source.files {
        let _ = write!(text, "\n{file} {digest}");
    }
    Digest::of(text.as_bytes())
}

impl Kept {
    /// # Errors
    /// Where the archive's folder cannot be read.
    pub fn of(source: &Source, archive: &Archive, build: &str) -> Result<Self, Error> {
        let before = archive.kept(&source.column())?;
        let places =
            before.records.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
        Ok(Self { reader: reader(source, build), before, places, now: Mutex::default() })
    }

    fn key(&self, capture: &Capture) -> Digest {
        Digest::of(format!("{} {capture:?}", self.reader).as_bytes())
    }

    /// A capture as it was read before.
    pub fn recall(&self, capture: &Capture) -> Option<Printed> {
        let key = self.key(capture);
        let (_, content) = &self.before.records[*self.places.get(&key)?];
        let printed = unpacked(content)?;
        self.now.lock().unwrap_or_else(PoisonError::into_inner).live.insert(key);
        Some(printed)
    }

    /// Keeps a capture as it was just read.
    pub fn add(&self, capture: &Capture, printed: &Printed) {
        let content = packed(printed);
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        now.read += 1;
        let Some(content) = content else { return };
        let key = self.key(capture);
        now.live.insert(key);
        now.new.push((key, content));
    }

    /// How many captures were read and not recalled.
    pub fn read(&self) -> usize {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).read
    }

    /// Writes what is new.
    ///
    /// # Errors
    /// Where the archive's folder cannot be written.
    pub fn write(self, source: &Source, writer: &Writer) -> Result<(), Error> {
        let mut now = self.now.into_inner().unwrap_or_else(PoisonError::into_inner);
        now.new.sort();
        Ok(writer.keep(&source.column(), &self.before, &now.new, &now.live)?)
    }
}

/// `None` where an observation is of another snapshot than its print: then it is not kept.
fn packed(printed: &Printed) -> Option<Vec<u8>> {
    let mut known: HashMap<&Series, u32> = HashMap::new();
    let (mut series, mut numbers) = (Vec::new(), Vec::new());
    for print in &printed.prints {
        let corrected = print.corrected.iter().map(|corrected| &corrected.observation);
        for observation in print.rows.iter().chain(&print.controls).chain(corrected) {
            if observation.snapshot != print.snapshot {
                return None;
            }
            let next = u32::try_from(series.len()).ok()?;
            let number = *known.entry(&observation.series).or_insert_with(|| {
                series.push((*observation.series).clone());
                next
            });
            numbers.push(number);
        }
    }
    postcard::to_stdvec(&ContentRef { printed, series: &series, numbers: &numbers }).ok()
}

/// [`Content`], borrowed.
#[derive(Serialize)]
struct ContentRef<'a> {
    printed: &'a Printed,
    series: &'a [Series],
    numbers: &'a [u32],
}

fn unpacked(content: &[u8]) -> Option<Printed> {
    let Content { mut printed, series, numbers } = postcard::from_bytes(content).ok()?;
    let series: Vec<Arc<Series>> = series.into_iter().map(Arc::new).collect();
    let mut numbers = numbers.into_iter();
    for print in &mut printed.prints {
        let Print { rows, controls, corrected, snapshot, .. } = print;
        let corrected = corrected.iter_mut().map(|corrected| &mut corrected.observation);
        for observation in rows.iter_mut().chain(controls).chain(corrected) {
            let number = usize::try_from(numbers.next()?).ok()?;
            give(observation, series.get(number)?, *snapshot);
        }
    }
    numbers.next().is_none().then_some(printed)
}

fn give(observation: &mut Observation, series: &Arc<Series>, snapshot: Digest) {
    observation.series = Arc::clone(series);
    observation.snapshot = snapshot;
}
