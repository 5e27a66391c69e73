//! Vintages of rows too many to hold (contract 8): what stands, in files sorted as published, is
//! merged with the sorted rows of a new release. One pass over both; what says the same is no row.
//!
//! ```text
//! standing      release      comes to
//! X 2025-01 5   X 2025-01 5  nothing: said again
//! X 2025-02 6   X 2025-02 7  a row, and the instant in `superseded_at` of the one before
//! X 2025-03 8   –            a row without a value, where the release prints that month
//! –             X 2025-04 9  a row
//! ```
//!
//! The rows that a release adds lie in a file of their own; of the files that stand, only the
//! column `superseded_at` is written anew. A file takes in those before it that are no larger, so
//! that a year has few of them: which ones follows from the releases alone.

mod changes;
mod cursor;
mod encoded;
mod interleave;
mod keys;
mod numbering;
mod outline;
mod printed;
mod rewrite;
mod said;
mod since;
mod stamp;
mod statistics;
mod written;

use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use portbook_model::release::Release;
use serde::{Deserialize, Serialize};

pub use changes::{Changes, Counts, Step, Twice, say_the_same};
pub use outline::{Month, Outline};
pub use printed::{Lens, Printed};
pub use since::Since;
pub use stamp::Absence;

use crate::error::Result;
use crate::vintage::interleave::Part;
use crate::vintage::stamp::Stamped;

/// A finished file of rows of one dataset and year, sorted as they are published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorted {
    pub path: PathBuf,
    pub digest: Digest,
    pub rows: u64,
    pub bytes: u64,
}

/// What takes a release in, and where.
#[derive(Clone, Copy)]
pub struct Taking<'a> {
    pub release: &'a Release,
    pub absence: &'a Absence,
    /// What is merged is written there.
    pub folder: &'a Path,
    /// Row groups that are encoded at once.
    pub groups: usize,
}

impl Taking<'_> {
    /// Takes a release into one year of a dataset: the files that stand then, and what it changed.
    ///
    /// # Errors
    /// Where a file cannot be read, or a new one not written.
    pub fn take(&self, step: Step<'_>) -> Result<(Vec<Sorted>, Changes)> {
        let Step { standing, prints, .. } = step;
        if let ([], [print]) = (standing, prints) {
            return Ok((self.encode(*print, None)?, Changes::all_new(print.run.rows)));
        }
        let changes = Changes::of(step)?;
        let files = self.taken(&changes, standing, prints)?;
        Ok((files, changes))
    }

    /// The same of a print that tells itself by what stands; `None` where the whole print has to be
    /// read.
    ///
    /// # Errors
    /// As [`Taking::take`].
    pub fn take_since(&self, since: Since<'_>) -> Result<Option<(Vec<Sorted>, Changes)>> {
        let Some(changes) = Changes::since(since)? else { return Ok(None) };
        let files = self.taken(&changes, since.standing, since.come.as_slice())?;
        Ok(Some((files, changes)))
    }

    /// The files that stand once changes are taken in.
    fn taken(
        &self,
        changes: &Changes,
        standing: &[Sorted],
        prints: &[Printed<'_>],
    ) -> Result<Vec<Sorted>> {
        if changes.twice.is_some() || changes.rows() == 0 {
            return Ok(standing.to_vec());
        }
        if standing.is_empty() {
            let files = prints.iter().map(|print| self.encode(*print, None));
            return Ok(files.collect::<Result<Vec<_>>>()?.concat());
        }
        let mut files = self.supersede(changes, standing)?;
        let from = files.len() - taken_in(&files, changes.rows());
        let own = files.split_off(from);
        files.push(self.write(changes, (standing, prints), &own)?);
        Ok(files)
    }

    /// What a release adds as one file, together with the rows of those that it takes in.
    fn write(
        &self,
        changes: &Changes,
        (standing, prints): (&[Sorted], &[Printed<'_>]),
        taken_in: &[Sorted],
    ) -> Result<Sorted> {
        let (release, absence) = (self.release, self.absence);
        let mut parts = Vec::new();
        let part =
            |file: &'_ Sorted, only, stamped| Part { file: file.path.clone(), only, stamped };
        for (print, rows) in prints.iter().zip(&changes.added) {
            // Of several files the first has the first rows.
            let mut left = rows.as_slice();
            for file in self.encode(*print, Some(rows))? {
                let own = usize::try_from(file.rows).expect("a file's rows fit an address");
                let (rows, others) = left.split_at(own);
                left = others;
                parts.push(part(&file, None, Stamped::Added { rows }));
            }
        }
        for (file, rows) in standing.iter().zip(&changes.gone) {
            let only = rows.iter().map(|gone| gone.row).collect::<Vec<_>>();
            parts.push(part(file, Some(only), Stamped::Gone { release, rows, absence }));
        }
        parts.retain(|part| part.only.as_ref().is_none_or(|rows| !rows.is_empty()));
        parts.extend(taken_in.iter().map(|file| part(file, None, Stamped::Kept)));
        interleave::write(parts, self.folder)
    }

    /// The standing files with what is superseded in them; those of which nothing is, are left
    /// alone.
    fn supersede(&self, changes: &Changes, standing: &[Sorted]) -> Result<Vec<Sorted>> {
        let at = self.release.released_at;
        let anew =
            standing.iter().zip(&changes.superseded).map(|(file, rows)| match rows.as_slice() {
                [] => Ok(file.clone()),
                rows => rewrite::superseded(file, rows, at, self.folder),
            });
        anew.collect()
    }
}

/// How many of the files that stand, from the last, a file of so many rows takes in: those that are
/// no larger than all that comes after them.
fn taken_in(standing: &[Sorted], mut rows: u64) -> usize {
    let mut count = 0;
    for file in standing.iter().rev() {
        if file.rows > rows || rows > TAKEN_IN_ROWS_MAX {
            break;
        }
        rows += file.rows;
        count += 1;
    }
    count
}

/// Rows that a file takes in no others beyond: it is large enough for readers to skip.
const TAKEN_IN_ROWS_MAX: u64 = 16 << 20;
