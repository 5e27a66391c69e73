//! What a commit holds, partition by partition, and what is to be done to a replica of another one.
//! Only records are read here: no row.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use portbook_publish::record::{self, File};

use crate::error::{Error, Result};

/// Where the rows of a partition lie: what folders are named for, and no file says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub source: String,
    pub freq: String,
    pub year: i16,
}

/// The rows of one source, frequency and year: the unit that sinks load and remove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    pub key: Key,
    /// In their order; paths below `output`.
    pub files: Vec<File>,
}

/// One commit, as its record tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    pub number: u64,
    /// Of its record: two archives never make the same.
    pub digest: Digest,
    pub parent: Option<u64>,
    /// Version of the published schema.
    pub schema: u32,
    /// Package and schema version that made it.
    pub program: String,
    pub partitions: BTreeMap<Key, Partition>,
}

/// What brings a replica of one commit to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// In the later commit alone.
    pub added: Vec<Since>,
    /// In both, with other bytes.
    pub replaced: Vec<Since>,
    /// In the earlier commit alone.
    pub removed: Vec<Partition>,
}

/// A partition to load, and the commit that first showed it as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    pub partition: Partition,
    /// What `_commit` says of its rows, in every sink and whichever way they came there.
    pub commit: u64,
}

/// A folder of commits.
#[derive(Clone, Debug)]
pub struct Output {
    folder: PathBuf,
}

impl Partition {
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }

    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Where its files lie.
    pub fn paths<'a>(&'a self, output: &'a Output) -> impl Iterator<Item = PathBuf> + 'a {
        self.files.iter().map(|file| output.folder.join(&file.path))
    }

    fn same_bytes(&self, other: &Self) -> bool {
        let digests = |partition: &Self| partition.files.iter().map(|f| f.digest).collect();
        let (one, two): (Vec<Digest>, Vec<Digest>) = (digests(self), digests(other));
        one == two
    }
}

impl Key {
    fn of(file: &File) -> Option<Self> {
        let part = |column| file.partition(column);
        let year = part("year")?.parse().ok()?;
        Some(Self { source: part("source")?.to_owned(), freq: part("freq")?.to_owned(), year })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "source={}/freq={}/year={}", self.source, self.freq, self.year)
    }
}

impl Changed {
    /// What is to be loaded.
    pub fn load(&self) -> impl Iterator<Item = &Since> {
        self.added.iter().chain(&self.replaced)
    }

    /// What is to be taken out before: what was replaced, and what was removed.
    pub fn out(&self) -> impl Iterator<Item = &Key> {
        let replaced = self.replaced.iter().map(|since| &since.partition.key);
        replaced.chain(self.removed.iter().map(|partition| &partition.key))
    }

    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }
}

impl Commit {
    /// Rows of all partitions.
    pub fn rows(&self) -> u64 {
        self.partitions.values().map(Partition::rows).sum()
    }
}

impl Output {
    pub fn open(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The commit that readers see.
    ///
    /// # Errors
    /// `NotPublished` where there is none yet.
    pub fn head(&self) -> Result<u64> {
        let head = record::current_number(&self.folder)?;
        head.ok_or_else(|| Error::NotPublished { output: self.folder.clone() })
    }

    /// Reads the record of a commit.
    ///
    /// # Errors
    /// `NoSuchCommit` names those there are; `Publish` where the record is damaged.
    pub fn commit(&self, number: u64) -> Result<Commit> {
        let known = record::numbers(&self.folder)?;
        if !known.contains(&number) {
            let known = match known.as_slice() {
                [] => "none".to_owned(),
                [only] => only.to_string(),
                [first, .., last] => format!("{first} to {last}"),
            };
            return Err(Error::NoSuchCommit { got: number, known });
        }
        let record = record::read(&self.folder, number)?;
        let digest = record.digest()?;
        let mut partitions: BTreeMap<Key, Partition> = BTreeMap::new();
        for file in record.files.into_iter().filter(File::is_observations) {
            let key = Key::of(&file).ok_or_else(|| misnamed(&file.view))?;
            let partition = Partition { key: key.clone(), files: Vec::new() };
            partitions.entry(key).or_insert(partition).files.push(file);
        }
        Ok(Commit {
            number,
            digest,
            parent: record.parent.map(|parent| parent.commit),
            schema: record.schema,
            program: record.program,
            partitions,
        })
    }

    /// What to do to a replica of `from`, or to one that holds nothing yet, to make it one of `to`.
    /// The records between are read too: what went and came back the same is loaded again, so that
    /// `_commit` does not depend on how many commits are taken at a time.
    ///
    /// # Errors
    /// `NoSuchCommit` where a record between the two is gone.
    pub fn changed(&self, from: Option<&Commit>, to: &Commit) -> Result<Changed> {
        if from.is_some_and(|from| from.number == to.number) {
            return Ok(Changed::default());
        }
        let mut since: BTreeMap<&Key, u64> =
            to.partitions.keys().map(|key| (key, to.number)).collect();
        let mut open: BTreeSet<&Key> = to.partitions.keys().collect();
        let mut parent = to.parent;
        let mut unchanged = BTreeSet::new();
        while let Some(number) = parent.filter(|_| !open.is_empty()) {
            let older = self.commit(number)?;
            open.retain(|key| {
                let same = older.partitions.get(key);
                same.is_some_and(|older| older.same_bytes(&to.partitions[key]))
            });
            if from.is_some_and(|from| from.number >= number) {
                unchanged = open;
                break;
            }
            for key in &open {
                since.insert(key, number);
            }
            parent = older.parent;
        }
        let mut changed = Changed::default();
        for (key, partition) in &to.partitions {
            if unchanged.contains(key) {
                continue;
            }
            let there = from.is_some_and(|from| from.partitions.contains_key(key));
            let list = if there { &mut changed.replaced } else { &mut changed.added };
            list.push(Since { partition: partition.clone(), commit: since[key] });
        }
        let gone = from.iter().flat_map(|from| from.partitions.values());
        changed.removed = gone.filter(|p| !to.partitions.contains_key(&p.key)).cloned().collect();
        Ok(changed)
    }
}

fn misnamed(view: &str) -> Error {
    let problem = "holds observations, expected source=, freq= and year= in its name".to_owned();
    Error::Rows { path: view.to_owned(), problem }
}
