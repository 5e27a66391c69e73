//! A job that other machines carry out: its plan, and what becomes of what they wrote. They write
//! into a folder of this job alone; from there files get their names once everything agrees.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::RecordBatch;
use datafusion::physical_plan::ExecutionPlan;
use portbook_source::load::Texts;

use crate::agree::{Agreed, agree};
use crate::error::{Error, Result};
use crate::job::{Job, Outcome, plan, summaries};
use crate::recipe::{Made, Recipe};
use crate::sort_write::Target;
use crate::store::Spilled;

/// How folders of such jobs are named, beside what is published; and on their way out.
const ASIDE: &str = ".aside-cluster-";
const GONE: &str = ".aside-gone-";
/// Tasks that read, at most: what is read again where one is lost is a small part.
const HANDS_MAX: usize = 1024;
/// Partitions of the plan's second half: more than years, so that few share one.
const BUCKETS: usize = 64;

/// A job on its way.
pub struct Spread<'a> {
    job: &'a Job,
    to: PathBuf,
    aside: Aside,
    made: Made,
}

/// The folder of a job: gone when this is dropped with all that is left in it, and tasks that still
/// run then fail.
struct Aside(PathBuf);

impl Drop for Aside {
    fn drop(&mut self) {
        // What cannot be removed now is by the next job.
        let _ = discard(&self.0);
    }
}

impl<'a> Spread<'a> {
    /// Of a job that was planned from these texts, [`Job::plan_sealed`]. What killed jobs left in
    /// the folder is removed.
    ///
    /// # Errors
    /// `NotWritten`.
    pub fn begin(job: &'a Job, texts: &Texts, to: &Path) -> Result<Self> {
        Self::into(Target::Files, job, texts, to)
    }

    /// The same for a file whose records are kept as they were sorted, [`Print::read_by`].
    ///
    /// # Errors
    /// `NotWritten`.
    ///
    /// [`Print::read_by`]: crate::print::Print::read_by
    pub fn begin_sort(job: &'a Job, texts: &Texts, to: &Path) -> Result<Self> {
        Self::into(Target::Runs, job, texts, to)
    }

    fn into(into: Target, job: &'a Job, texts: &Texts, to: &Path) -> Result<Self> {
        let failed = |source| Error::NotWritten { path: to.to_owned(), source };
        fs_err::create_dir_all(to).map_err(failed)?;
        let to = fs_err::canonicalize(to).map_err(failed)?;
        sweep(&to)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(ASIDE);
        open_to_all(&mut builder);
        let aside = Aside(builder.tempdir_in(&to).map_err(failed)?.keep());
        let recipe = Recipe::of(job, texts, aside.0.clone(), into);
        Ok(Self { job, to, made: Made::of(recipe)?, aside })
    }

    /// What no other job is called.
    pub fn name(&self) -> String {
        self.aside.0.to_string_lossy().into_owned()
    }

    /// The nodes, to be sent.
    ///
    /// # Errors
    /// `Unreadable`.
    pub fn plan(&self) -> Result<Arc<dyn ExecutionPlan>> {
        let mut works = self.job.works();
        for work in &mut works {
            let whole = fs_err::canonicalize(&work.path);
            work.path =
                whole.map_err(|source| Error::Unreadable { path: work.path.clone(), source })?;
        }
        let hands = works.len().clamp(1, HANDS_MAX);
        let shared = Arc::new(self.made.clone().shared(None, BUCKETS)?);
        plan(&works, hands, Arc::new(self.made.clone().reading()), BUCKETS, &shared)
    }

    /// Gives the files their names, if all that was told agrees.
    ///
    /// # Errors
    /// `Disagreement`: nothing is published then.
    pub fn finish(self, batches: &[RecordBatch]) -> Result<Outcome> {
        let asked: BTreeSet<_> =
            self.job.works().iter().map(|work| (work.file, work.range.start)).collect();
        let Agreed { read: told, partitions } = agree(&asked, summaries(batches)?)?;
        let mut read = self.job.nothing_read();
        for told in told {
            read[told.file as usize].add(told);
        }
        let outcome = self.job.outcome(read, partitions, Spilled::default());
        let mut outcome = outcome.without_held(&self.aside.0)?;
        let files = outcome.partitions.iter().flat_map(|partition| &partition.files);
        let files = files.map(|file| (PathBuf::from(&file.path), file.bytes));
        let mut files: Vec<(PathBuf, u64)> = files.collect();
        for run in outcome.partitions.iter_mut().filter_map(|partition| partition.run.as_mut()) {
            let name = PathBuf::from(run.path.file_name().unwrap_or_default());
            run.path = self.to.join(&name);
            files.push((name, run.bytes));
        }
        for (path, bytes) in &files {
            self.check(path, *bytes)?;
        }
        for (path, _) in &files {
            self.publish(path)?;
        }
        Ok(outcome)
    }

    /// Whether all of a file is there.
    fn check(&self, path: &Path, told: u64) -> Result<()> {
        let path = self.aside.0.join(path);
        let bytes = fs_err::metadata(&path).map(|metadata| metadata.len());
        let bytes = bytes.map_err(|source| Error::Unreadable { path: path.clone(), source })?;
        if bytes == told {
            return Ok(());
        }
        let path = path.display();
        Err(Error::Disagreement {
            why: format!("{path}: {bytes} bytes are there, {told} were told"),
        })
    }

    fn publish(&self, path: &Path) -> Result<()> {
        let to = self.to.join(path);
        let failed = |source| Error::NotWritten { path: to.clone(), source };
        fs_err::create_dir_all(to.parent().unwrap_or(&self.to)).map_err(failed)?;
        fs_err::rename(self.aside.0.join(path), &to).map_err(failed)
    }
}

/// Removes what killed jobs left.
fn sweep(to: &Path) -> Result<()> {
    let failed = |source| Error::NotWritten { path: to.to_owned(), source };
    for entry in fs_err::read_dir(to).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with(ASIDE) || name.starts_with(GONE) {
            discard(&path).map_err(failed)?;
        }
    }
    Ok(())
}

/// Under another name first: tasks that still run find no folder, and put nothing into one that is
/// being emptied.
fn discard(path: &Path) -> std::io::Result<()> {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let gone = path.with_file_name(format!("{GONE}{}", name.trim_start_matches(GONE)));
    if gone != path {
        fs_err::rename(path, &gone)?;
    }
    fs_err::remove_dir_all(&gone)
}

/// Executors of another account of the group write here too.
#[cfg(unix)]
fn open_to_all(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o775));
}
