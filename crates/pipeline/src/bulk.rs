//! A source whose files are read in bulk: the same path as any other's, with sorted files in the
//! place of rows.
//!
//! ```text
//! captures ─► prints ─────────► publications ─► verdicts ─► vintages
//!             rows on disk,     which prints    counts      merged year by year,
//!             each read once    make a release  judged      oldest release first
//! ```
//!
//! What was merged before is remembered by what it was made from: where the releases then are the
//! first of those now, the others are taken into what stands; else all are, from nothing. Either
//! way the same files come of it.

mod control;
mod family;
mod fold;
mod judge;
mod prints;
mod since;

use std::collections::BTreeMap;
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_bulk::vintage::Sorted;
use portbook_check::Checked;
use portbook_model::digest::Digest;
use portbook_publish::Finished;
use portbook_source::dataset::Dataset;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::build::{Built, inputs, without_discarded};
use crate::bulk::fold::{Fold, Stepped};
use crate::bulk::prints::Prints;
use crate::error::Error;
use crate::settings::Settings;

/// Files by year, oldest first.
type Years = BTreeMap<i16, Vec<Sorted>>;

/// What the last build made of a source in bulk.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    datasets: BTreeMap<String, DatasetMemory>,
    /// Whether two captures of one file say the same, by what names both.
    same: BTreeMap<String, bool>,
}

/// The releases of a dataset that were taken in, and the files that came of them, below `output`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct DatasetMemory {
    steps: Vec<Stepped>,
    years: Years,
    /// Year -> the print whose rows are those of it that are not superseded.
    printed: BTreeMap<i16, Digest>,
}

/// Builds a source from its captures; `before` is what the last build left, where what it published
/// stands. What is made on the way is kept in a folder.
///
/// # Errors
/// Where the archive cannot be read, or this machine fails; never for what was printed.
pub(crate) fn build(
    settings: &Settings,
    source: &Source,
    archive: &Archive,
    captures: &[Capture],
    before: Option<&Memory>,
    folder: &Path,
) -> Result<(Built, Memory), Error> {
    let mut prints = Prints::new(settings, source, archive, folder);
    let (inputs, discarded) = without_discarded(source, inputs(captures));
    prints.add_all(&inputs)?;
    let mut memory = Memory::default();
    let mut same = before.map(|before| before.same.clone()).unwrap_or_default();
    let mut checked = Checked::default();
    let mut files = Vec::new();
    let mut publications = BTreeMap::new();
    for name in source.datasets.keys() {
        publications.insert(name.clone(), family::all(&mut prints, name, &mut same)?);
    }
    for dataset in source.datasets.values() {
        let known = before.and_then(|before| before.datasets.get(&dataset.name));
        let mut fold = Fold::new(dataset, &mut prints, known);
        fold.all(&publications, &mut checked)?;
        let Fold { steps, years, printed, .. } = fold;
        let finished = finished(dataset, &years);
        let years = remembered(&source.column(), years, &finished);
        memory.datasets.insert(dataset.name.clone(), DatasetMemory { steps, years, printed });
        files.extend(finished);
    }
    memory.same = same;
    let Prints { all, unplaced, files_read, .. } = prints;
    let left_out = all.iter().flat_map(|held| {
        held.print.left_out.iter().map(|member| format!("{}: {member}", held.print.url))
    });
    let unrecognised = discarded.into_iter().chain(left_out).collect();
    let held = checked.verdicts.iter().filter(|verdict| verdict.is_held()).count();
    let rows = files.iter().map(|file| file.rows).sum::<u64>();
    tracing::info!(stage = "check", source = source.id, rows, held);
    Ok((Built { checked, files, unplaced, files_read, unrecognised }, memory))
}

fn finished(dataset: &Dataset, years: &Years) -> Vec<Finished> {
    let all = years.iter().flat_map(|(year, files)| files.iter().map(|file| (*year, file)));
    let finished = all.map(|(year, file)| Finished {
        dataset: dataset.name.clone(),
        freq: dataset.freq.clone(),
        year,
        path: file.path.clone(),
        digest: file.digest,
        rows: file.rows,
        bytes: file.bytes,
    });
    finished.collect()
}

/// The same files where they lie once they are published.
fn remembered(source: &str, mut years: Years, finished: &[Finished]) -> Years {
    for (file, finished) in years.values_mut().flatten().zip(finished) {
        file.path = finished.published_path(source).into();
    }
    years
}

/// Gives up the rows that were kept for a build that was stopped: what they came to is published.
///
/// # Errors
/// Where the archive's folder cannot be written.
pub(crate) fn forget(archive: &Archive, sources: &[Source]) -> Result<(), Error> {
    for source in sources.iter().filter(|source| source.is_bulk()) {
        portbook_bulk::print::forget_rows(&archive.bulk_folder(&source.column()))?;
    }
    Ok(())
}
