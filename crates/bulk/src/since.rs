//! What a file prints, told by what an earlier one printed: of a dump that is published again with
//! a few values revised, only the lines in which it differs are read as records.
//!
//! ```text
//! earlier file ─┐            ┌─► records that are gone ─┐
//!               ├─ lines ────┤                          ├─► by year, sorted
//! this file ────┘  differing └─► records that have come ┘
//! ```
//!
//! What its other lines say is what the earlier print says of them, so that must have been taken as
//! a whole: nothing refused, nothing printed twice. Where that is not so, or the files differ too
//! much, the file is read as any other is.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use fs_err::File;
use portbook_model::digest::Digest;
use portbook_normalize::release::Occasion;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::added;
use crate::block::Block;
use crate::differ::{Stands, differing};
use crate::error::{Error, Result};
use crate::group::Rows;
use crate::head;
use crate::mapping::Mapping;
use crate::print::Print;
use crate::refused::Told;
use crate::room::Room;
use crate::run_file::{self, RunFile};
use crate::scan::Scanner;
use crate::sort_write::KEPT_ROWS;
use crate::store::Store;
use crate::vintage::Lens;

/// In what a print differs from an earlier one of the same file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Since {
    /// What the earlier print is kept under.
    pub before: Digest,
    /// Records of lines that only the earlier file has, by year.
    pub gone: BTreeMap<i32, RunFile>,
    /// Records of lines that only this file has.
    pub come: BTreeMap<i32, RunFile>,
}

impl Since {
    pub(crate) fn runs_mut(&mut self) -> impl Iterator<Item = &mut RunFile> {
        self.gone.values_mut().chain(self.come.values_mut())
    }

    /// Whether its records lie where it says.
    pub fn is_there(&self) -> bool {
        self.gone.values().chain(self.come.values()).all(RunFile::is_there)
    }
}

/// A print that came before, and the file it was read from.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    pub key: Digest,
    pub print: &'a Print,
    pub path: &'a Path,
}

impl Print {
    /// Reads in what a file differs from an earlier one, into a folder of its own; `None` where it
    /// has to be read as a whole.
    ///
    /// # Errors
    /// As [`Print::read`].
    pub fn read_since(
        earlier: Earlier<'_>,
        path: &Path,
        source: &Source,
        occasion: &Occasion,
        room: &Room,
    ) -> Result<Option<(Self, Lens)>> {
        if !earlier.print.is_taken_as_a_whole(source) {
            return Ok(None);
        }
        let (heads, mapping, left_out) = head::mapping(path, source, occasion)?;
        let [head] = heads.as_slice() else { return Ok(None) };
        let mut print = Self::of_nothing(&mapping, occasion)?;
        let is_alike = head.member.is_none()
            && left_out.is_empty()
            && (&print.dataset, &print.layout) == (&earlier.print.dataset, &earlier.print.layout);
        if !is_alike {
            return Ok(None);
        }
        let failed = |source| Error::NotWritten { path: room.to.clone(), source };
        fs_err::create_dir_all(&room.to).map_err(failed)?;
        let mapping = Arc::new(mapping);
        let Some([gone, come]) = compared(earlier, (path, occasion), head.body_at, &mapping, room)?
        else {
            return Ok(None);
        };
        let before = earlier.print;
        let years: BTreeSet<i32> = before.years.keys().chain(come.years.keys()).copied().collect();
        for year in years {
            let rows = |years: &BTreeMap<i32, RunFile>| years.get(&year).map_or(0, |run| run.rows);
            let rows = rows(&before.years) + rows(&come.years) - rows(&gone.years);
            if rows > 0 {
                let path = room.to.join(format!("{year}.run"));
                print.years.insert(year, RunFile { path, rows, bytes: 0 });
            }
        }
        print.told = before.told.after(&gone.told, &come.told);
        let rows = print.years.values().map(|run| run.rows).sum();
        let Some(tally) = &print.told.tally else { return Ok(None) };
        print.outline = tally.outline(&mapping, rows);
        print.since = Some(Since { before: earlier.key, gone: gone.years, come: come.years });
        print.write(&room.to)?;
        let lens = print.lens_of(mapping)?;
        Ok(Some((print, lens)))
    }

    /// Whether each of its lines is known to be a record whose rows were given out once.
    fn is_taken_as_a_whole(&self, source: &Source) -> bool {
        let Told { cells_refused, records_refused, tally, .. } = &self.told;
        self.members == [None]
            && self.left_out.is_empty()
            && cells_refused + records_refused + self.restated + self.duplicates == 0
            && tally.is_some()
            && added::asked(&source.identities, &self.dataset).is_empty()
    }
}

/// The records in which two files differ, gone and come; `None` where that does not tell the one by
/// the other.
fn compared(
    earlier: Earlier<'_>,
    (path, occasion): (&Path, &Occasion),
    body_at: u64,
    mapping: &Arc<Mapping>,
    room: &Room,
) -> Result<Option<[Sorted; 2]>> {
    let (mut before, mut now) = (Hashed::open(earlier.path)?, Hashed::open(path)?);
    if before.head(body_at)? != now.head(body_at)? {
        return Ok(None);
    }
    let mut gone = Records::new(mapping, room)?;
    let mut come = Records::new(mapping, room)?;
    let is_whole = differing(
        (earlier.path, &mut before),
        (path, &mut now),
        |stands, line, number| match stands {
            Stands::Before => gone.line(line, number),
            Stands::Now => come.line(line, number),
        },
    )?;
    if !is_whole {
        return Ok(None);
    }
    before.expect(earlier.print.snapshot)?;
    now.expect(occasion.snapshot)?;
    let both = [gone.sorted("gone", &room.to)?, come.sorted("come", &room.to)?];
    let are_whole = both.iter().all(|read| read.told.records_refused == 0 && !read.is_twice);
    Ok(are_whole.then_some(both))
}

/// Records of one of the files, on their way into runs.
struct Records<'a> {
    mapping: &'a Arc<Mapping>,
    scanner: Scanner<'a>,
    store: Store,
    years: BTreeSet<i32>,
    /// Where they go meanwhile.
    _spill: tempfile::TempDir,
}

/// Records of one of the files, sorted.
struct Sorted {
    told: Told,
    years: BTreeMap<i32, RunFile>,
    /// Two of them print one observation.
    is_twice: bool,
}

impl<'a> Records<'a> {
    fn new(mapping: &'a Arc<Mapping>, room: &Room) -> Result<Self> {
        let failed = |source| Error::NotWritten { path: room.to.clone(), source };
        let spill =
            tempfile::Builder::new().prefix(".aside-sort-").tempdir_in(&room.to).map_err(failed)?;
        let folder = spill.path().to_owned();
        Ok(Self {
            mapping,
            scanner: Scanner::new(mapping, 0, room.batch_records),
            store: Store::new(mapping.form.clone(), room.store_bytes() / 2, folder),
            years: BTreeSet::new(),
            _spill: spill,
        })
    }

    fn line(&mut self, line: &[u8], number: u64) -> Result<()> {
        match self.scanner.line(line, number) {
            Some((year, block)) => self.push(year, &block),
            None => Ok(()),
        }
    }

    fn push(&mut self, year: i32, block: &Block) -> Result<()> {
        self.years.insert(year);
        let sorted = block.sorted(&self.mapping.form);
        self.store.push(year, Block::of_bytes(&sorted, &block.heap))
    }

    fn sorted(mut self, name: &str, folder: &Path) -> Result<Sorted> {
        for (year, block) in self.scanner.finish() {
            self.push(year, &block)?;
        }
        let told = std::mem::take(&mut self.scanner.told);
        let mut sorted = Sorted { told, years: BTreeMap::new(), is_twice: false };
        for year in &self.years {
            let path = folder.join(format!("{name}-{year}.run"));
            let records = self.store.take(*year)?;
            let mut rows = Rows::new(Arc::clone(self.mapping), records, KEPT_ROWS);
            let run = run_file::write(&mut rows, &self.mapping.form, &path)?;
            sorted.is_twice |= rows.twice.restated + rows.twice.duplicates > 0;
            sorted.years.insert(*year, run);
        }
        Ok(sorted)
    }
}

/// A file that is hashed as it is read.
struct Hashed<'a> {
    path: &'a Path,
    file: File,
    sha: Sha256,
}

impl<'a> Hashed<'a> {
    fn open(path: &'a Path) -> Result<Self> {
        let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
        Ok(Self { path, file: File::open(path).map_err(unreadable)?, sha: Sha256::new() })
    }

    fn head(&mut self, bytes: u64) -> Result<Vec<u8>> {
        let mut head = Vec::new();
        let path = self.path;
        let read = self.by_ref().take(bytes).read_to_end(&mut head);
        read.map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
        Ok(head)
    }

    /// All was read: it must have that digest.
    fn expect(self, expected: Digest) -> Result<()> {
        let found = Digest::from(<[u8; 32]>::from(self.sha.finalize()));
        if found == expected {
            return Ok(());
        }
        Err(Error::OtherBytes { path: self.path.to_owned(), found, expected })
    }
}

impl Read for Hashed<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        self.sha.update(&into[..read]);
        Ok(read)
    }
}
