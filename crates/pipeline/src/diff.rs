//! Two commits side by side: which of their files differ, and which of their inputs.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use portbook_publish::record::{self, Commit, File};
use portbook_query::moved::Part;
use serde::Serialize;

use crate::error::Error;

/// What is different between two commits, before a row is read.
#[derive(Debug, Serialize)]
pub struct Diff {
    pub before: u64,
    pub after: u64,
    /// Package and schema version, where they differ.
    pub program: Option<[String; 2]>,
    /// Kind of input (`snapshot`, `pipeline`, `codelist`) -> its names.
    pub inputs: BTreeMap<String, Inputs>,
    /// Tables beside the observations that differ.
    pub tables: Vec<String>,
    /// Folders of observations that differ.
    #[serde(skip)]
    pub parts: Vec<Part>,
}

/// Inputs of one kind.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub struct Inputs {
    pub added: Vec<String>,
    pub removed: Vec<String>,
    pub changed: Vec<String>,
}

/// Compares the records of two commits.
///
/// # Errors
/// `NoSuchCommit` names those there are; `Publish` where a record is damaged.
pub fn diff(output: &Path, before: u64, after: u64) -> Result<Diff, Error> {
    let (old, new) = (commit(output, before)?, commit(output, after)?);
    let mut parts = Vec::new();
    let mut tables = Vec::new();
    for (view, [old, new]) in both(by_view(&old), by_view(&new)) {
        if old.map(|file| file.digest) == new.map(|file| file.digest) {
            continue;
        }
        let path = |file: Option<&File>| file.map(|file| output.join(&file.path));
        match part(view, path(old), path(new)) {
            Some(part) => parts.push(part),
            None => tables.push(view.trim_end_matches(".parquet").to_owned()),
        }
    }
    let program = (old.program != new.program).then(|| [old.program.clone(), new.program.clone()]);
    let inputs = inputs(&old.inputs, &new.inputs);
    Ok(Diff { before, after, program, inputs, tables, parts })
}

pub(crate) fn commit(output: &Path, number: u64) -> Result<Commit, Error> {
    let known = record::numbers(output)?;
    if known.contains(&number) {
        return Ok(record::read(output, number)?);
    }
    let known = match known.as_slice() {
        [] => "none".to_owned(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first} to {last}"),
    };
    Err(Error::NoSuchCommit { got: number, known })
}

fn by_view(commit: &Commit) -> BTreeMap<&str, &File> {
    let tables = commit.files.iter().filter(|file| file.is_table());
    tables.map(|file| (file.view.as_str(), file)).collect()
}

/// Every name of either map, with what each says of it.
fn both<'a, T: Copy>(
    before: BTreeMap<&'a str, T>,
    after: BTreeMap<&'a str, T>,
) -> BTreeMap<&'a str, [Option<T>; 2]> {
    let mut both: BTreeMap<&str, [Option<T>; 2]> = BTreeMap::new();
    for (name, value) in before {
        both.entry(name).or_default()[0] = Some(value);
    }
    for (name, value) in after {
        both.entry(name).or_default()[1] = Some(value);
    }
    both
}

/// `observation/source=S/freq=F/year=Y/part-0.parquet`; `None` for a table beside.
fn part(view: &str, before: Option<PathBuf>, after: Option<PathBuf>) -> Option<Part> {
    let mut folders = view.strip_prefix("observation/")?.split('/');
    let source = folders.next()?.strip_prefix("source=")?.to_owned();
    let freq = folders.next()?.strip_prefix("freq=")?.to_owned();
    Some(Part { source, freq, before, after })
}

fn inputs(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> BTreeMap<String, Inputs> {
    fn borrowed(inputs: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
        inputs.iter().map(|(name, digest)| (name.as_str(), digest.as_str())).collect()
    }
    let mut kinds: BTreeMap<String, Inputs> = BTreeMap::new();
    for (input, [old, new]) in both(borrowed(before), borrowed(after)) {
        let (kind, name) = input.split_once(' ').unwrap_or(("input", input));
        if old == new {
            continue;
        }
        let kind = kinds.entry(kind.to_owned()).or_default();
        let list = match (old, new) {
            (None, _) => &mut kind.added,
            (_, None) => &mut kind.removed,
            _ => &mut kind.changed,
        };
        list.push(name.to_owned());
    }
    kinds
}
