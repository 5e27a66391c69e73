//! The files of a source as read: each once, and found again by whatever build comes after.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_archive::error::Error as Damage;
use portbook_bulk::error::Error as Unread;
use portbook_bulk::job::Job;
use portbook_bulk::print::Print;
use portbook_bulk::progress::Progress;
use portbook_bulk::room::{BATCH_RECORDS, MEMORY_BYTES_MIN, Room};
use portbook_bulk::since::{Earlier, Since};
use portbook_bulk::vintage::{Lens, Printed};
use portbook_model::address::Address;
use portbook_model::class::Class;
use portbook_model::digest::Digest;
use portbook_model::issue::Issue;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::FileIssue;
use portbook_source::load::{Source, Texts};

use crate::build::{Unplaced, occasion};
use crate::error::Error;
use crate::kept::reader;
use crate::settings::{Elsewhere, Settings};
use crate::side_by_side::side_by_side;

/// Files that are read at once: each takes its share of the memory.
const READ_AT_ONCE: u64 = 2;

/// A print, and the capture it was read from.
pub(super) struct Held {
    /// Of capture, program and pipeline files.
    pub(super) key: Digest,
    capture: Capture,
    pub(super) print: Print,
    /// None until its records are asked for.
    lens: Option<Lens>,
}

impl Held {
    /// How its records are read as rows. They were ensured.
    fn lens(&self) -> &Lens {
        self.lens.as_ref().expect("rows are asked for once they are ensured")
    }

    /// Its rows of a year.
    pub(super) fn year(&self, year: i32) -> Option<Printed<'_>> {
        Some(Printed { lens: self.lens(), run: self.print.years.get(&year)? })
    }

    /// In what of a year it differs from the print that tells it: what is gone and what has come.
    pub(super) fn since(&self, year: i32) -> [Option<Printed<'_>>; 2] {
        let Some(since) = &self.print.since else { return [None; 2] };
        [&since.gone, &since.come].map(|years| {
            let run = years.get(&year)?;
            Some(Printed { lens: self.lens(), run })
        })
    }
}

/// All of one source.
pub(super) struct Prints<'a> {
    settings: &'a Settings,
    pub(super) source: &'a Source,
    archive: &'a Archive,
    reader: Digest,
    folder: PathBuf,
    pub(super) all: Vec<Held>,
    pub(super) unplaced: Vec<Unplaced>,
    pub(super) files_read: usize,
}

impl<'a> Prints<'a> {
    pub(super) fn new(
        settings: &'a Settings,
        source: &'a Source,
        archive: &'a Archive,
        folder: &Path,
    ) -> Self {
        Self {
            settings,
            source,
            archive,
            reader: reader(source, &settings.build),
            folder: folder.to_owned(),
            all: Vec::new(),
            unplaced: Vec::new(),
            files_read: 0,
        }
    }

    pub(super) fn threads(&self) -> usize {
        self.settings.threads.get()
    }

    /// What was published before lies there.
    pub(super) fn published(&self, path: &Path) -> PathBuf {
        self.settings.output.join(path)
    }

    pub(super) fn room(&self, to: PathBuf) -> Room {
        let (memory_bytes, threads) = (self.settings.memory_bytes, self.threads());
        Room { memory_bytes, threads, batch_records: BATCH_RECORDS, to }
    }

    /// Where merged files are written.
    pub(super) fn merged(&self) -> PathBuf {
        self.folder.join("merged")
    }

    /// Takes captures as they were read before, and reads the others, some at once: what one thread
    /// does of a file is done beside what many do of the next.
    pub(super) fn add_all(&mut self, captures: &[&Capture]) -> Result<(), Error> {
        let known: Vec<(Digest, Option<Print>)> = captures
            .iter()
            .map(|capture| {
                let key = Digest::of(format!("{} {capture:?}", self.reader).as_bytes());
                (key, Print::recalled(&self.folder.join(key.to_string())))
            })
            .collect();
        let unread: Vec<(Digest, &Capture)> = known
            .iter()
            .zip(captures)
            .filter(|((_, print), _)| print.is_none())
            .map(|((key, _), capture)| (*key, *capture))
            .collect();
        let earlier: Vec<(&Capture, Digest, &Print)> = known
            .iter()
            .zip(captures)
            .filter_map(|((key, print), capture)| Some((*capture, *key, print.as_ref()?)))
            .collect();
        let at_once = self.settings.memory_bytes / (2 * MEMORY_BYTES_MIN);
        let at_once = at_once.min(unread.len() as u64).clamp(1, READ_AT_ONCE);
        let memory_bytes = self.settings.memory_bytes / at_once;
        let threads = usize::try_from(at_once).expect("there are few");
        let mut read = side_by_side(&unread, threads, |(key, capture)| {
            self.read_since(*key, capture, &earlier, memory_bytes)
        })
        .into_iter();
        for ((key, print), capture) in known.into_iter().zip(captures) {
            let (print, lens) = match print {
                Some(print) => (print, None),
                None => match self.took(read.next().expect("each of them was read")?) {
                    Some((print, lens)) => (print, Some(lens)),
                    None => continue,
                },
            };
            self.all.push(Held { key, capture: (*capture).clone(), print, lens });
        }
        Ok(())
    }

    /// Counts a file that was read, and keeps why it is of no release.
    fn took(&mut self, read: Result<(Print, Lens), Unplaced>) -> Option<(Print, Lens)> {
        self.files_read += 1;
        read.map_err(|unplaced| self.unplaced.push(unplaced)).ok()
    }

    /// Has in what a print differs from the one that tells it on disk; whether it lies there.
    pub(super) fn ensure_since(&mut self, number: usize) -> Result<bool, Error> {
        let Held { capture, print, lens, .. } = &self.all[number];
        if !print.since.as_ref().is_some_and(Since::is_there) {
            return Ok(false);
        }
        if lens.is_none() {
            let occasion = occasion(capture);
            let path = self.object(&occasion)?;
            self.all[number].lens = Some(print.lens(&path, self.source, &occasion)?);
        }
        Ok(true)
    }

    /// Has the rows of a print on disk, reading its file where they were given up or never read.
    pub(super) fn ensure(&mut self, number: usize) -> Result<(), Error> {
        let Held { key, capture, print, lens } = &self.all[number];
        match (print.is_there(), lens) {
            (true, Some(_)) => {}
            (true, None) => {
                let occasion = occasion(capture);
                let path = self.object(&occasion)?;
                self.all[number].lens = Some(print.lens(&path, self.source, &occasion)?);
            }
            (false, _) => {
                let (key, capture) = (*key, capture.clone());
                let read = self.read(key, &capture, self.settings.memory_bytes)?;
                if let Some((print, lens)) = self.took(read) {
                    let held = &mut self.all[number];
                    (held.print, held.lens) = (print, Some(lens));
                }
            }
        }
        Ok(())
    }

    fn object(&self, occasion: &Occasion) -> Result<PathBuf, Error> {
        let path = self.archive.object_path(&occasion.snapshot);
        if path.is_file() {
            return Ok(path);
        }
        Err(Damage::MissingObject { path, digest: occasion.snapshot }.into())
    }

    /// Reads a file, of one that was read before only in what it differs from that where this tells
    /// it.
    fn read_since(
        &self,
        key: Digest,
        capture: &Capture,
        known: &[(&Capture, Digest, &Print)],
        memory_bytes: u64,
    ) -> Result<Result<(Print, Lens), Unplaced>, Error> {
        let of_file = known.iter().filter(|(earlier, ..)| {
            earlier.url == capture.url && earlier.captured_at < capture.captured_at
        });
        if let Some((earlier, before, print)) = of_file.max_by_key(|(one, ..)| one.captured_at) {
            let path = self.object(&occasion(earlier))?;
            let occasion = occasion(capture);
            let room = self.room_of(key, memory_bytes);
            let earlier = Earlier { key: *before, print, path: &path };
            let file = self.object(&occasion)?;
            let read = Print::read_since(earlier, &file, self.source, &occasion, &room);
            if let Some(read) = told(read, capture)?.transpose() {
                let (source, told_by) = (&self.source.id, before.to_string());
                tracing::info!(stage = "parse", source, file = occasion.file, told_by);
                return Ok(read);
            }
        }
        self.read(key, capture, memory_bytes)
    }

    fn room_of(&self, key: Digest, memory_bytes: u64) -> Room {
        Room { memory_bytes, ..self.room(self.folder.join(key.to_string())) }
    }

    fn read(
        &self,
        key: Digest,
        capture: &Capture,
        memory_bytes: u64,
    ) -> Result<Result<(Print, Lens), Unplaced>, Error> {
        let occasion = occasion(capture);
        let path = self.object(&occasion)?;
        let room = self.room_of(key, memory_bytes);
        tracing::info!(stage = "parse", source = self.source.id, file = occasion.file);
        let progress = Arc::new(Progress::default());
        let elsewhere = self.settings.elsewhere.as_ref();
        let texts = elsewhere.map(|_| Texts::of(&self.settings.pipelines.join(&self.source.id)));
        let elsewhere = elsewhere.zip(texts.transpose()?);
        let read = || match &elsewhere {
            None => Print::read(&path, self.source, &occasion, &room, &progress),
            Some((Elsewhere { at, sort }, texts)) => {
                let sort = |job: &Job| sort(at, job, texts, &room.to);
                Print::read_by(sort, &path, self.source, &occasion, &room.to)
            }
        };
        // A job has a runtime of its own, and a run may be within one.
        let read = std::thread::scope(|scope| {
            let worker = scope.spawn(read);
            worker.join().expect("a panic of a reader is a defect and ends the run")
        });
        let (source, records_read) = (&self.source.id, progress.records_read());
        tracing::info!(stage = "parse", source, file = occasion.file, records_read);
        told(read, capture)
    }
}

/// What came of a file that was read; why it is of no release, where that lies with the file.
fn told<T>(read: Result<T, Unread>, capture: &Capture) -> Result<Result<T, Unplaced>, Error> {
    match read {
        Ok(read) => Ok(Ok(read)),
        Err(Unread::OtherBytes { path, found, expected }) => {
            Err(Damage::WrongDigest { path, expected, found }.into())
        }
        Err(error) if is_told(&error) => {
            Ok(Err(unplaced(capture, occasion(capture).snapshot, &error)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Whether it is the file that is not as expected.
fn is_told(error: &Unread) -> bool {
    matches!(error, Unread::NotCarried { .. } | Unread::Parse(_))
        || error.class() == Class::SourceChanged
}

fn unplaced(capture: &Capture, snapshot: Digest, error: &Unread) -> Unplaced {
    let issue = Issue {
        rule: "unreadable-file".to_owned(),
        file: capture.url.clone(),
        address: Address::default(),
        seen: error.to_string(),
        expected: "a file that a layout of the source takes in bulk".to_owned(),
        nearest: Vec::new(),
    };
    Unplaced { snapshot, file: FileIssue { dataset: None, issue } }
}
