//! A large file is read in portions, each kept on disk once it is sorted: a run that follows upon
//! one that was stopped reads what is missing, and no more. How a file is cut depends on the file
//! alone, so that nothing else does on when it was stopped.
//!
//! ```text
//! ranges 0–3 ─► portion-0/ 2024.run 2025.run portion.json ─┐
//! ranges 4–7 ─► portion-1/ 2024.run 2025.run portion.json ─┼─► merged by year: 2024.run 2025.run
//! ranges 8–9 ─► portion-2/          2025.run portion.json ─┘
//! ```

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::group::Rows;
use crate::job::{Job, Outcome, parallel};
use crate::merge::{Merge, Run};
use crate::progress::Progress;
use crate::refused::Told;
use crate::room::Room;
use crate::run_file::{self, RunFile};
use crate::sort_write::{KEPT_ROWS, Partition, Target};
use crate::store::Spilled;

/// Bytes of a portion, about; a member of an archive is not parted.
const PORTION_BYTES: u64 = 64 << 20;
/// How folders of portions are named; and what was read of one, in its folder.
const PORTION: &str = "portion-";
const SAID: &str = "portion.json";

/// A portion as it was read.
#[derive(Serialize, Deserialize)]
struct Portion {
    /// By file.
    read: Vec<Told>,
    /// By year: the name of the run below the folder.
    years: BTreeMap<i32, RunFile>,
}

impl Job {
    /// Reads and sorts; of each year the records are kept as one run.
    ///
    /// # Errors
    /// As [`Job::run`].
    pub(crate) fn sort(&self, room: &Room, progress: &Arc<Progress>) -> Result<Outcome> {
        let portions = self.portions();
        if portions.len() < 2 {
            return self.execute(room, progress, Target::Runs);
        }
        let mut read: Vec<Told> = self.nothing_read();
        let mut runs: BTreeMap<i32, Vec<PathBuf>> = BTreeMap::new();
        for (number, job) in portions.iter().enumerate() {
            let folder = room.to.join(format!("{PORTION}{number}"));
            let portion = match Portion::recalled(&folder) {
                Some(portion) => portion,
                None => Portion::read(job, room, &folder, progress)?,
            };
            read.iter_mut().zip(portion.read).for_each(|(all, told)| all.add(told));
            for (year, run) in portion.years {
                runs.entry(year).or_default().push(run.path);
            }
        }
        let years: Vec<(i32, Vec<PathBuf>)> = runs.into_iter().collect();
        let merged = parallel(&years, room.threads, |(year, runs)| self.merge(*year, runs, room));
        let partitions = merged.into_iter().collect::<Result<Vec<_>>>()?;
        self.outcome(read, partitions, Spilled::default()).without_held(&room.to)
    }

    /// The job in parts, each of some of the ranges, with all inputs: these are named by number.
    fn portions(&self) -> Vec<Self> {
        let mut portions: Vec<Self> = Vec::new();
        let mut left = 0;
        for (number, input) in self.inputs.iter().enumerate() {
            for range in &input.ranges {
                if left == 0 {
                    let mut portion = self.clone();
                    portion.inputs.iter_mut().for_each(|input| input.ranges.clear());
                    portions.push(portion);
                    left = PORTION_BYTES;
                }
                let portion = portions.last_mut().expect("one was begun");
                portion.inputs[number].ranges.push(*range);
                left = left.saturating_sub(range.end - range.start);
            }
        }
        portions
    }

    /// The records of a year, of which each row is there once.
    fn merge(&self, year: i32, runs: &[PathBuf], room: &Room) -> Result<Partition> {
        let form = &self.mapping.form;
        let runs = runs.iter().map(|path| Run::open(path.clone())).collect::<Result<_>>()?;
        let merge = Merge::new(form.clone(), runs)?;
        let mut rows = Rows::new(Arc::clone(&self.mapping), merge, KEPT_ROWS);
        let path = room.to.join(format!("{year}.run"));
        let run = run_file::write(&mut rows, form, &path)?;
        Ok(Partition::of_run(year, rows.twice, run))
    }
}

/// Gives up the portions below a folder: what they came to is there.
pub(crate) fn forget(folder: &Path) -> Result<()> {
    let failed = |source| Error::NotWritten { path: folder.to_owned(), source };
    for entry in fs_err::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with(PORTION) {
            fs_err::remove_dir_all(&path).map_err(failed)?;
        }
    }
    Ok(())
}

impl Portion {
    /// As it was read before, if all of it lies there.
    fn recalled(folder: &Path) -> Option<Self> {
        let text = fs_err::read(folder.join(SAID)).ok()?;
        let mut portion: Self = serde_json::from_slice(&text).ok()?;
        for run in portion.years.values_mut() {
            run.path = folder.join(&run.path);
        }
        portion.years.values().all(RunFile::is_there).then_some(portion)
    }

    fn read(job: &Job, room: &Room, folder: &Path, progress: &Arc<Progress>) -> Result<Self> {
        let room = Room { to: folder.to_owned(), ..room.clone() };
        let outcome = job.execute(&room, progress, Target::Sorted)?;
        let runs = outcome.partitions.into_iter();
        let years = runs.filter_map(|partition| Some((partition.year, partition.run?)));
        let portion = Self { read: outcome.read, years: years.collect() };
        portion.write(folder)?;
        Ok(portion)
    }

    /// Written last: what it names is there.
    fn write(&self, folder: &Path) -> Result<()> {
        let failed = |source| Error::NotWritten { path: folder.join(SAID), source };
        let name = |run: &RunFile| RunFile {
            path: run.path.file_name().map(PathBuf::from).unwrap_or_default(),
            ..run.clone()
        };
        let years = self.years.iter().map(|(year, run)| (*year, name(run))).collect();
        let said = Self { read: self.read.clone(), years };
        let text = serde_json::to_vec(&said).map_err(|error| failed(error.into()))?;
        let aside = folder.join(format!(".aside-{SAID}"));
        fs_err::write(&aside, text).map_err(failed)?;
        fs_err::rename(&aside, folder.join(SAID)).map_err(failed)
    }
}
