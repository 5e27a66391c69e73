//! Publishes checked rows: content-named Parquet files under Hive folders, then one commit, made
//! visible by one rename. Nothing here judges a figure, and nothing reads a clock.
//!
//! ```text
//! observation/source=S/freq=F/year=Y/part-<digest>.parquet   written once
//! dimension/<name>-<digest>.parquet                          written once
//! audit/<name>/source=S/part-<digest>.parquet                written once
//! metadata/<name>-<digest>.json, .ttl, …                     written once
//! views/000042/…                                             hard links, as readers want names
//! commits/000042.json                                        files, rows, inputs, program
//! current -> views/000042                                    flipped last
//! review/<source>/<release>/<dataset>.md, .json              what is held, to be decided
//! ```
//!
//! A run that dies leaves files that no commit names, and perhaps the record of a commit that
//! `current` never pointed to; the next run writes over both, and a later one removes what is old
//! (`leftovers.rs`). One writer at a time: the caller holds the lock.

mod aside;
mod encode;
pub mod error;
mod finished;
pub mod form;
pub mod leftovers;
pub mod metadata;
pub mod mirror;
mod partition;
pub mod record;
pub mod review;
pub mod single;
pub mod stored;
pub mod verify;
mod view;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use arrow::array::RecordBatch;
use arrow::datatypes::SchemaRef;
use portbook_model::observation::Row;

pub use crate::finished::Finished;

use crate::encode::Encoded;
use crate::error::{Error, Result, check_name};
use crate::record::{Commit, File, Parent};

/// What is to be shown of one source.
pub struct SourceTables {
    /// `cn-gacc-express`: rows of another source are refused.
    pub source: String,
    pub tables: Tables,
}

pub enum Tables {
    /// What the commit before shows of it.
    Standing,
    Built {
        /// Of every release that passed: what held releases leave standing too.
        rows: Vec<Row>,
        /// More of them than are held as rows, written before; in the order of their names.
        files: Vec<Finished>,
        /// What a build found of the figures, each without the column `source`.
        audit: Vec<Table>,
    },
}

/// A table published beside the observations.
pub struct Table {
    /// Name of the file or folder and, for readers, of the table.
    pub name: String,
    pub batch: RecordBatch,
}

/// What a commit was made from, recorded in it; no clock, no machine, no path of one.
pub struct Inputs {
    /// Name of an input (snapshot, pipeline file) -> its digest.
    pub digests: BTreeMap<String, String>,
    /// Package and schema version.
    pub program: String,
    /// How its sources are described in the files of metadata.
    pub sources: Vec<metadata::Source>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The current commit names exactly these files; nothing was written. Inputs may differ: what
    /// changes no row is the caller's to remember.
    Unchanged { commit: u64 },
    Committed {
        commit: u64,
        /// Files that the commit before does not name.
        files_new: u64,
        files_kept: u64,
        /// Rows of `observation`.
        rows: u64,
    },
}

/// Makes `output` show these tables: all sources, not only those that changed.
///
/// # Errors
/// `DuplicateRow` and `ForeignRow` are faults of the caller; nothing is visible after any error.
pub fn commit(
    output: &Path,
    sources: Vec<SourceTables>,
    dimensions: &[Table],
    inputs: Inputs,
) -> Result<Outcome> {
    let before = record::current(output)?;
    let number = before.as_ref().map_or(0, |commit| commit.commit) + 1;
    record::refuse_to_overwrite(output, number)?;
    let known = before.as_ref().map(Commit::by_path).unwrap_or_default();
    let mut files: Vec<File> = Vec::new();
    let mut columns: BTreeMap<String, SchemaRef> = BTreeMap::new();
    // A file the commit before does not name makes this a commit, so it is written at once and
    // its bytes need not be kept.
    let mut take = |encoded: Encoded| -> Result<()> {
        let file = encoded.file();
        if !known.contains_key(file.path.as_str()) {
            encoded.write(output)?;
        }
        files.push(file);
        Ok(())
    };
    let (mut standing, mut placed) = (Vec::new(), Vec::new());
    for SourceTables { source, tables } in sources {
        check_name("source", &source)?;
        let Tables::Built { rows, files: finished, audit } = tables else {
            standing.push(format!("/source={source}/"));
            continue;
        };
        for (partition, rows) in partition::split(&source, rows)? {
            take(encode::observations(&partition, &rows)?)?;
        }
        for table in &audit {
            columns.insert(table.name.clone(), table.batch.schema());
            take(encode::audit(&source, table)?)?;
        }
        for file in finished::place(&source, &finished, &known, output)? {
            placed.push(file);
        }
    }
    for table in dimensions {
        columns.insert(table.name.clone(), table.batch.schema());
        take(encode::dimension(table)?)?;
    }
    files.append(&mut placed);
    let before_files = before.iter().flat_map(|commit| &commit.files);
    let stands = |file: &&File| standing.iter().any(|folder| file.view.contains(folder));
    files.extend(before_files.filter(stands).cloned());
    files.sort_by(|a, b| a.view.cmp(&b.view));
    files.append(&mut describe(output, &inputs, &files, columns, &known)?);
    files.sort_by(|a, b| a.view.cmp(&b.view));
    if let Some(two) = files.windows(2).find(|two| two[0].view == two[1].view) {
        return Err(Error::SameName { name: two[0].view.clone() });
    }
    if let Some(before) = before.as_ref().filter(|before| before.files == files) {
        return Ok(Outcome::Unchanged { commit: before.commit });
    }
    let kept = files.iter().filter(|file| known.contains_key(file.path.as_str())).count();
    let (files_new, files_kept) = (count(files.len() - kept), count(kept));
    let commit = Commit {
        commit: number,
        parent: before.as_ref().map(Parent::of).transpose()?,
        schema: portbook_schema::VERSION,
        program: inputs.program,
        files,
        inputs: inputs.digests,
    };
    view::build(output, &commit)?;
    record::write(output, &commit)?;
    view::show(output, number)?;
    Ok(Outcome::Committed { commit: number, files_new, files_kept, rows: commit.rows() })
}

/// Shows a commit again whose view was removed, under the name it had. Costs links, no bytes.
///
/// # Errors
/// `NotLinked` where one of its files is gone.
pub fn restore_view(output: &Path, commit: &Commit) -> Result<()> {
    if output.join("views").join(record::name(commit.commit)).is_dir() {
        return Ok(());
    }
    view::build(output, commit)
}

/// The files of metadata of a commit of these tables, written where they are new. Columns that nothing
/// that was just built has are those of what stands.
fn describe(
    output: &Path,
    inputs: &Inputs,
    files: &[File],
    mut columns: BTreeMap<String, SchemaRef>,
    known: &BTreeMap<&str, &File>,
) -> Result<Vec<File>> {
    for file in files.iter().filter(|file| file.view.starts_with("audit/")) {
        let table = metadata::table_of(file);
        if !columns.contains_key(table) {
            columns.insert(table.to_owned(), stored::columns(output, file)?);
        }
    }
    let mut documents = Vec::new();
    for document in metadata::files(inputs, files, &columns)? {
        let file = document.file();
        if !known.contains_key(file.path.as_str()) {
            document.write(output)?;
        }
        documents.push(file);
    }
    Ok(documents)
}

fn count(files: usize) -> u64 {
    u64::try_from(files).expect("a count of files fits 64 bits")
}
