//! What one file prints, as sorted records on disk: made once, and found again by a run that follows
//! upon one that was stopped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_model::release::Release;
use portbook_normalize::release::Occasion;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::added::{self, Added};
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::group::Duplicate;
use crate::head;
use crate::job::{Job, Outcome};
use crate::mapping::Mapping;
use crate::portions;
use crate::progress::Progress;
use crate::refused::Told;
use crate::room::Room;
use crate::run_file::RunFile;
use crate::since::Since;
use crate::vintage::{Lens, Outline, Printed};
use crate::work::Seal;

/// Its name below the folder of a print.
const SAID: &str = "print.json";

/// A file as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Print {
    pub dataset: String,
    pub layout: String,
    /// As this file alone tells it.
    pub release: Release,
    pub captured_at: Timestamp,
    pub snapshot: Digest,
    pub url: String,
    pub bytes: u64,
    /// By number of the text: the member that it is, where the file is an archive.
    pub members: Vec<Option<String>>,
    /// Members that no layout takes, and why.
    pub left_out: Vec<String>,
    /// Its records by the year their periods end in.
    pub years: BTreeMap<i32, RunFile>,
    pub outline: Outline,
    /// What its rows add up to, by the identity that compares it.
    added: BTreeMap<String, Vec<Added>>,
    pub told: Told,
    /// Too much of one of its texts is refused to publish the rest.
    pub is_held: bool,
    /// Rows printed again with the same figure.
    pub restated: u64,
    /// Observations printed again with another, and the first of them.
    pub duplicates: u64,
    /// Figures of a record, at most.
    pub measures: u64,
    pub named: Vec<Duplicate>,
    /// Where it was not read as a whole: its records by year then lie nowhere.
    pub since: Option<Since>,
}

impl Print {
    /// What its rows add up to for an identity.
    pub fn added(&self, identity: &str) -> &[Added] {
        self.added.get(identity).map(Vec::as_slice).unwrap_or_default()
    }

    /// The member that a text is, by its number.
    pub fn member(&self, file: u32) -> Option<&str> {
        self.members.get(file as usize)?.as_deref()
    }

    /// As it was read into a folder before, whether its rows still lie there or not.
    pub fn recalled(folder: &Path) -> Option<Self> {
        let text = fs_err::read(folder.join(SAID)).ok()?;
        let mut print: Self = serde_json::from_slice(&text).ok()?;
        for run in print.runs_mut() {
            run.path = folder.join(&run.path);
        }
        Some(print)
    }

    fn runs_mut(&mut self) -> impl Iterator<Item = &mut RunFile> {
        self.years.values_mut().chain(self.since.iter_mut().flat_map(Since::runs_mut))
    }

    /// Whether its records lie where it says.
    pub fn is_there(&self) -> bool {
        self.since.is_none() && self.years.values().all(RunFile::is_there)
    }

    /// How its records are read as rows.
    ///
    /// # Errors
    /// As [`Job::of`].
    pub fn lens(&self, path: &Path, source: &Source, occasion: &Occasion) -> Result<Lens> {
        let (_, mapping, _) = head::mapping(path, source, occasion)?;
        self.lens_of(Arc::new(mapping))
    }

    pub(crate) fn lens_of(&self, mapping: Arc<Mapping>) -> Result<Lens> {
        let file = |member: &Option<String>| (self.snapshot.to_string(), member.clone());
        let files = self.members.iter().map(file).collect();
        Ok(Lens(Arc::new(Frame::new(mapping, files)?)))
    }

    /// Reads a file into a folder of its own.
    ///
    /// # Errors
    /// As [`Job::of`] and [`Job::run`].
    pub fn read(
        path: &Path,
        source: &Source,
        occasion: &Occasion,
        room: &Room,
        progress: &Arc<Progress>,
    ) -> Result<(Self, Lens)> {
        let job = Self::job(path, source, occasion, Seal::Files)?;
        let outcome = job.sort(room, progress)?;
        Self::of(&job, outcome, source, occasion, &room.to)
    }

    /// The same where others read and sort: they leave its records in the folder.
    ///
    /// # Errors
    /// As [`Print::read`], and what they say.
    pub fn read_by(
        sort: impl FnOnce(&Job) -> Result<Outcome>,
        path: &Path,
        source: &Source,
        occasion: &Occasion,
        folder: &Path,
    ) -> Result<(Self, Lens)> {
        let job = Self::job(path, source, occasion, Seal::Ranges)?;
        Self::of(&job, sort(&job)?, source, occasion, folder)
    }

    fn job(path: &Path, source: &Source, occasion: &Occasion, seal: Seal) -> Result<Job> {
        let job = Job::captured(path, source, occasion, seal)?;
        let input = &job.inputs[0];
        if input.digest != occasion.snapshot {
            let (path, found) = (path.to_owned(), input.digest);
            return Err(Error::OtherBytes { path, found, expected: occasion.snapshot });
        }
        Ok(job)
    }

    /// What a job came to that kept its records in the folder.
    fn of(
        job: &Job,
        outcome: Outcome,
        source: &Source,
        occasion: &Occasion,
        folder: &Path,
    ) -> Result<(Self, Lens)> {
        let mut print = Self {
            members: job.inputs.iter().map(|input| input.member.clone()).collect(),
            left_out: job.left_out.clone(),
            is_held: outcome.read.iter().any(Told::is_held),
            ..Self::of_nothing(&job.mapping, occasion)?
        };
        let mut read = outcome.read.into_iter();
        print.told = read.next().unwrap_or_default();
        read.for_each(|told| print.told.add(told));
        for partition in outcome.partitions {
            print.restated += partition.restated;
            print.duplicates += partition.duplicates;
            print.named.extend(partition.named);
            if let Some(run) = partition.run {
                print.years.insert(partition.year, run);
            }
        }
        let rows = print.years.values().map(|run| run.rows).sum();
        let lens = print.lens_of(Arc::clone(&job.mapping))?;
        print.outline = match &print.told.tally {
            Some(tally) => tally.outline(&job.mapping, rows),
            None => print.outlined(&lens)?,
        };
        for asked in added::asked(&source.identities, job.dataset()) {
            let sums = print.years.values().map(|run| asked.add(Printed { lens: &lens, run }));
            print.added.insert(asked.name.to_owned(), sums.collect::<Result<Vec<_>>>()?.concat());
        }
        print.write(folder)?;
        portions::forget(folder)?;
        Ok((print, lens))
    }

    /// A file of which nothing is read but its head.
    pub(crate) fn of_nothing(mapping: &Mapping, occasion: &Occasion) -> Result<Self> {
        let layout = &mapping.probe.layout().common;
        Ok(Self {
            dataset: layout.dataset.clone(),
            layout: layout.id.clone(),
            release: mapping.release()?,
            captured_at: occasion.captured_at,
            snapshot: occasion.snapshot,
            url: occasion.file.clone(),
            bytes: occasion.bytes,
            members: vec![None],
            left_out: Vec::new(),
            years: BTreeMap::new(),
            outline: Outline::default(),
            added: BTreeMap::new(),
            told: Told::default(),
            is_held: false,
            restated: 0,
            duplicates: 0,
            measures: mapping.measures.len() as u64,
            named: Vec::new(),
            since: None,
        })
    }

    /// What its rows have, read again.
    fn outlined(&self, lens: &Lens) -> Result<Outline> {
        let mut outline = Outline::default();
        for run in self.years.values() {
            outline.add(Printed { lens, run }.outline()?);
        }
        Ok(outline)
    }

    /// Written last: what it names is there. Paths are below the folder.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let failed = |source| Error::NotWritten { path: folder.join(SAID), source };
        let mut print = self.clone();
        for run in print.runs_mut() {
            run.path = run.path.file_name().map(PathBuf::from).unwrap_or_default();
        }
        let text = serde_json::to_vec(&print).map_err(|error| failed(error.into()))?;
        let aside = folder.join(format!(".aside-{SAID}"));
        fs_err::write(&aside, text).map_err(failed)?;
        fs_err::rename(&aside, folder.join(SAID)).map_err(failed)
    }
}

/// A folder for what is built only to be looked at: it is gone when this is dropped.
pub struct Scratch(tempfile::TempDir);

impl Scratch {
    /// # Errors
    /// `NotWritten` where this machine's folder for such things cannot be written.
    pub fn new() -> Result<Self> {
        let made = tempfile::Builder::new().prefix("portbook-").tempdir();
        let failed = |source| Error::NotWritten { path: std::env::temp_dir(), source };
        made.map(Self).map_err(failed)
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

/// Gives up the rows of all prints below a folder, and what was merged of them there; what the
/// prints said stays.
///
/// # Errors
/// `NotWritten` where something cannot be removed.
pub fn forget_rows(folder: &Path) -> Result<()> {
    let failed = |source| Error::NotWritten { path: folder.to_owned(), source };
    if !folder.is_dir() {
        return Ok(());
    }
    for print in fs_err::read_dir(folder).map_err(failed)? {
        let print = print.map_err(failed)?.path();
        for entry in fs_err::read_dir(&print).map_err(failed)? {
            let entry = entry.map_err(failed)?.path();
            if entry.is_dir() {
                fs_err::remove_dir_all(&entry).map_err(failed)?;
            } else if entry.file_name().is_some_and(|name| name != SAID) {
                fs_err::remove_file(&entry).map_err(failed)?;
            }
        }
    }
    Ok(())
}
