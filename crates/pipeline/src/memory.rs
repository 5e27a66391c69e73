//! The memory of the last build: what each source was made from and came to. With the same inputs
//! nothing of it is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use portbook_archive::archive::Archive;
use portbook_archive::index::IndexFile;
use portbook_model::digest::Digest;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::build::inputs;
use crate::bulk;
use crate::error::Error;
use crate::judged::Judged;
use crate::kept::reader;

/// What the last build left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    pub commit: u64,
    /// Digest of its record: another machine may have made the commit of that number.
    pub record: Digest,
    /// By the name of the source's folder.
    pub sources: BTreeMap<String, SourceMemory>,
}

/// One source as the last build left it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceMemory {
    /// Digest of all that its tables were made from.
    pub inputs: Digest,
    /// The archive's index of it, by file.
    pub index: Index,
    pub findings: usize,
    /// Sheets and tables that no layout recognised, as `file: table`: listed, no issue.
    pub unrecognised: Vec<String>,
    pub judged: Vec<Judged>,
    /// Snapshots that its published rows were read from.
    pub snapshots: BTreeSet<Digest>,
    /// What was merged of a source that is read in bulk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bulk: Option<bulk::Memory>,
}

/// Index files by name.
pub type Index = BTreeMap<String, Month>;

/// Of each source, by the name of its folder.
pub type Indices = BTreeMap<String, Index>;

/// One index file as it lay there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    bytes: u64,
    modified: u128,
    /// Digest of the captures in it that a build depends on.
    inputs: Digest,
    /// Every snapshot it names.
    pub snapshots: BTreeSet<Digest>,
}

impl Memory {
    /// What the last build left, if it left anything this program understands.
    pub fn of(archive: &Archive) -> Option<Self> {
        archive.memory()
    }

    /// Whether it is of the commit that stands.
    pub fn is_of_commit(&self, standing: Option<(u64, Digest)>) -> bool {
        standing == Some((self.commit, self.record))
    }

    /// The digest of every dataset, as the last build left it.
    pub fn fingerprints(&self) -> BTreeMap<(String, String), String> {
        let entry = |j: &Judged| ((j.source.clone(), j.dataset.clone()), j.fingerprint.clone());
        self.sources.values().flat_map(|source| &source.judged).map(entry).collect()
    }

    /// A source as it stands, if nothing that it depends on has changed.
    pub fn standing(
        &self,
        source: &Source,
        indices: &Indices,
        build: &str,
    ) -> Option<&SourceMemory> {
        let column = source.column();
        let inputs = inputs_digest(source, indices.get(&column)?, build);
        self.sources.get(&column).filter(|memory| memory.inputs == inputs)
    }

    /// Whether these sources, and no others, stand as they are.
    pub fn is_of(&self, sources: &[Source], indices: &Indices, build: &str) -> bool {
        let stands = |source| self.standing(source, indices, build).is_some();
        self.sources.len() == sources.len() && sources.iter().all(stands)
    }

    fn index_of(&self, source: &str) -> Option<&Index> {
        self.sources.get(source).map(|source| &source.index)
    }
}

/// The indices of these sources.
///
/// # Errors
/// Where a line of an index is damaged.
pub fn indices(
    archive: &Archive,
    sources: &[Source],
    before: Option<&Memory>,
) -> Result<Indices, Error> {
    let columns = sources.iter().map(Source::column);
    columns.map(|column| Ok((column.clone(), index(archive, &column, before)?))).collect()
}

/// The index of a source; only files that changed since the last build are read.
///
/// # Errors
/// Where a line of the index is damaged.
pub fn index(archive: &Archive, source: &str, before: Option<&Memory>) -> Result<Index, Error> {
    let before = before.and_then(|memory| memory.index_of(source));
    let files = archive.index(source)?.into_iter().map(|file| {
        let known = before.and_then(|index| index.get(&file.name));
        let same = known.filter(|k| k.bytes == file.bytes && k.modified == file.modified);
        // Index files only grow. Of one that did not, the whole chain is asked what it lost.
        if known.is_some_and(|known| file.bytes < known.bytes) {
            archive.captures(source)?;
        }
        let month = match same {
            Some(month) => month.clone(),
            None => read(&file)?,
        };
        Ok((file.name, month))
    });
    files.collect()
}

fn read(file: &IndexFile) -> Result<Month, Error> {
    let captures = file.captures()?;
    let mut text = String::new();
    for capture in inputs(&captures) {
        let _ = writeln!(text, "{capture:?}");
    }
    Ok(Month {
        bytes: file.bytes,
        modified: file.modified,
        inputs: Digest::of(text.as_bytes()),
        snapshots: captures.iter().filter_map(|capture| capture.snapshot).collect(),
    })
}

/// Digest of everything a source's tables depend on: program, code lists, pipeline files, captures.
pub fn inputs_digest(source: &Source, index: &Index, build: &str) -> Digest {
    let mut text = reader(source, build).to_string();
    for (file, month) in index {
        let _ = write!(text, "\n{file} {}", month.inputs);
    }
    Digest::of(text.as_bytes())
}
