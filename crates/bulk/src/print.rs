//! What one file prints, as sorted rows on disk: made once, and found again by a run that follows
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

use crate::error::{Error, Result};
use crate::group::Duplicate;
use crate::job::Job;
use crate::progress::Progress;
use crate::refused::Told;
use crate::room::Room;
use crate::vintage::{Outline, Sorted};

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
    /// Its rows by the year their periods end in.
    pub years: BTreeMap<i32, Vec<Sorted>>,
    pub outline: Outline,
    pub told: Told,
    /// Rows printed again with the same figure.
    pub restated: u64,
    /// Observations printed again with another, and the first of them.
    pub duplicates: u64,
    /// Figures of a record, at most.
    pub measures: u64,
    pub named: Vec<Duplicate>,
}

impl Print {
    /// As it was read into a folder before, whether its rows still lie there or not.
    pub fn recalled(folder: &Path) -> Option<Self> {
        let text = fs_err::read(folder.join(SAID)).ok()?;
        let mut print: Self = serde_json::from_slice(&text).ok()?;
        for file in print.years.values_mut().flatten() {
            file.path = folder.join(&file.path);
        }
        Some(print)
    }

    /// Whether its rows lie where it says.
    pub fn is_there(&self) -> bool {
        let is_whole = |file: &Sorted| {
            fs_err::metadata(&file.path).is_ok_and(|found| found.len() == file.bytes)
        };
        self.years.values().flatten().all(is_whole)
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
    ) -> Result<Self> {
        let job = Job::of(path, source, occasion)?;
        let input = &job.inputs[0];
        if input.digest != occasion.snapshot {
            let (path, found) = (path.to_owned(), input.digest);
            return Err(Error::OtherBytes { path, found, expected: occasion.snapshot });
        }
        let outcome = job.run(room, progress)?;
        let mut print = Self {
            dataset: job.dataset().to_owned(),
            layout: job.layout.clone(),
            release: job.release()?,
            captured_at: occasion.captured_at,
            snapshot: occasion.snapshot,
            url: occasion.file.clone(),
            bytes: input.bytes,
            years: BTreeMap::new(),
            outline: Outline::default(),
            told: outcome.read.into_iter().next().unwrap_or_default(),
            restated: 0,
            duplicates: 0,
            measures: job.measures() as u64,
            named: Vec::new(),
        };
        for partition in outcome.partitions {
            print.restated += partition.restated;
            print.duplicates += partition.duplicates;
            print.named.extend(partition.named);
            let files = print.years.entry(partition.year).or_default();
            for file in partition.files {
                let path = PathBuf::from(file.path);
                files.push(Sorted {
                    path,
                    digest: file.digest,
                    rows: file.rows,
                    bytes: file.bytes,
                });
            }
        }
        let rows = print.years.values().flatten().map(|file| file.rows).sum();
        print.outline = match job.outline(&print.told, rows) {
            Some(outline) => outline,
            None => print.outlined(&room.to)?,
        };
        print.told.tally = None;
        print.write(&room.to)?;
        for file in print.years.values_mut().flatten() {
            file.path = room.to.join(&file.path);
        }
        Ok(print)
    }

    /// What its rows have, read again.
    fn outlined(&self, folder: &Path) -> Result<Outline> {
        let mut outline = Outline::default();
        for file in self.years.values().flatten() {
            let file = Sorted { path: folder.join(&file.path), ..file.clone() };
            outline.add(&Outline::of(&file)?);
        }
        Ok(outline)
    }

    /// Written last: what it names is there. Paths are below the folder.
    fn write(&self, folder: &Path) -> Result<()> {
        let failed = |source| Error::NotWritten { path: folder.join(SAID), source };
        let text = serde_json::to_vec(self).map_err(|error| failed(error.into()))?;
        let aside = folder.join(format!(".aside-{SAID}"));
        fs_err::write(&aside, text).map_err(failed)?;
        fs_err::rename(&aside, folder.join(SAID)).map_err(failed)
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
