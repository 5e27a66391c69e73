//! `portbook verify --cells`: every published value against the stored bytes it was read from.
//!
//! Each snapshot is read once, by the reader alone. A row's address says where to look, its value,
//! `unit_mult`, `decimals` and `raw_text` what must stand there. No layout is asked, so a fault of
//! one is not repeated here; the absence of what vanished is the one thing that layouts say.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_parse::cell_at::{Shelf, Standing};
use portbook_parse::layout::Origin;
use portbook_parse::read::contents::Contents;
use portbook_publish::record::{File, current};
use portbook_source::load::{Source, ids};
use serde::Serialize;

use crate::error::Error;
use crate::printed::charset;
use crate::settings::Settings;

mod absent;
mod agree;
mod portion;
mod rows;

use agree::{Basis, MarkSet, agree, prevailing};
use portion::Held;
use rows::{Place, PrintedRow, SourceRows, told};

/// What the look at every cell found.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CellsVerified {
    /// Rows looked up in the stored bytes, and how each was found to be printed.
    pub sources: BTreeMap<String, Tally>,
    /// Rows that the stored bytes do not print.
    pub differing: Vec<Differing>,
}

/// Rows of one source, by how their cell prints them.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Tally {
    pub snapshots: u64,
    pub rows: u64,
    /// Text: the digits of the value.
    pub text: u64,
    /// A number, as its format shows it.
    pub shown: u64,
    /// A number, every digit that is stored.
    pub stored: u64,
    /// A number, rounded to decimals that the layout declares.
    pub declared: u64,
    /// A sign or a blank, where no value is published.
    pub sign: u64,
    /// The printed text of a corrected value.
    pub corrected: u64,
    /// Vanished: the layouts find nothing of it in the later print.
    pub absent: u64,
    pub differing: u64,
}

/// A row that is not what its cell prints.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Differing {
    pub source: String,
    pub dataset: String,
    pub release: String,
    /// What `portbook explain` takes.
    pub key: String,
    pub snapshot: String,
    /// Where the bytes came from, if a capture names them.
    pub url: Option<String>,
    /// Member, sheet, cell or record.
    pub address: String,
    /// The value as it would be printed; `None` where none is published.
    pub published: Option<String>,
    /// What stands there, if anything could be found there.
    pub printed: Option<String>,
    pub problem: String,
}

/// How far the look has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    pub source: &'a str,
    pub snapshots: usize,
    pub of: usize,
}

/// Looks up every row of the commit that stands.
///
/// # Errors
/// Where archive or output cannot be read; what does not agree is in the result.
pub fn verify_cells(
    settings: &Settings,
    progress: &(dyn Fn(Progress<'_>) + Sync),
) -> Result<CellsVerified, Error> {
    let mut verified = CellsVerified::default();
    let Some(commit) = current(&settings.output)? else { return Ok(verified) };
    let archive = Archive::open(&settings.archive)?;
    let mut files: BTreeMap<&str, Vec<&File>> = BTreeMap::new();
    for file in commit.files.iter().filter(|file| file.is_observations()) {
        files.entry(file.partition("source").unwrap_or_default()).or_default().push(file);
    }
    let known = ids(&settings.pipelines)?;
    let chosen = |id: &str| settings.only.is_empty() || settings.only.iter().any(|o| o == id);
    for (column, files) in files {
        let id = known.iter().find(|id| id.replace('/', "-") == column);
        if !id.is_none_or(|id| chosen(id)) {
            continue;
        }
        // Of a source whose folder is gone everything but absence can be looked up.
        let source = id.map(|id| Source::load(&settings.pipelines, id)).transpose()?;
        let captures = archive.captures(column)?;
        let (source, captures) = (source.as_ref(), captures.as_slice());
        // Rows that are more than are held are held some records of a file at a time.
        let is_bulk = source.is_some_and(Source::is_bulk);
        let at_once = if is_bulk { 1 } else { files.len() };
        let tally = verified.sources.entry(column.to_owned()).or_default();
        for files in files.chunks(at_once) {
            let mut window = is_bulk.then(portion::first);
            loop {
                let only = window.as_ref();
                let rows = &SourceRows::read(&settings.output, files, only)?;
                let desk =
                    Desk { settings, archive: &archive, source, captures, files, rows, only };
                let (looked, differing) = desk.look(column, progress)?;
                tally.join(&looked);
                verified.differing.extend(desk.told(differing)?);
                match &window {
                    Some(looked) if rows.has_later => window = Some(portion::after(looked)),
                    _ => break,
                }
            }
        }
    }
    verified.differing.sort();
    Ok(verified)
}

/// All that is known of one source while its rows are looked up.
struct Desk<'a> {
    settings: &'a Settings,
    archive: &'a Archive,
    source: Option<&'a Source>,
    captures: &'a [Capture],
    files: &'a [&'a File],
    rows: &'a SourceRows,
    /// Of a source in bulk, the records whose rows these are.
    only: Option<&'a Range<i64>>,
}

/// A row by its index, what stands there, and what is wrong.
struct Fault {
    row: usize,
    printed: Option<String>,
    problem: String,
}

/// What became of the rows of one snapshot.
#[derive(Default)]
struct Looked {
    agreed: BTreeMap<Basis, u64>,
    absent: u64,
    faults: Vec<Fault>,
}

impl Desk<'_> {
    /// Looks up all rows, snapshot by snapshot, side by side.
    fn look(
        &self,
        column: &str,
        progress: &(dyn Fn(Progress<'_>) + Sync),
    ) -> Result<(Tally, Vec<Fault>), Error> {
        let groups: Vec<(&Digest, &Vec<usize>)> = self.rows.by_snapshot.iter().collect();
        let next = AtomicUsize::new(0);
        let done: Mutex<Vec<Result<Looked, Error>>> = Mutex::default();
        std::thread::scope(|scope| {
            for _ in 0..self.settings.threads.get().min(groups.len()) {
                scope.spawn(|| {
                    while let Some((snapshot, rows)) =
                        groups.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let looked = self.snapshot(snapshot, rows);
                        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                        done.push(looked);
                        progress(Progress {
                            source: column,
                            snapshots: done.len(),
                            of: groups.len(),
                        });
                    }
                });
            }
        });
        let mut tally = Tally {
            snapshots: groups.len() as u64,
            rows: self.rows.rows.len() as u64,
            ..Tally::default()
        };
        let mut faults = Vec::new();
        for looked in done.into_inner().unwrap_or_else(PoisonError::into_inner) {
            let looked = looked?;
            tally.add(&looked);
            faults.extend(looked.faults);
        }
        Ok((tally, faults))
    }

    /// Every row that was read from one snapshot.
    fn snapshot(&self, snapshot: &Digest, rows: &[usize]) -> Result<Looked, Error> {
        let capture = self.captures.iter().find(|capture| capture.snapshot == Some(*snapshot));
        let none = |problem: &str| Looked {
            faults: rows.iter().map(|row| Fault::of(*row, problem.to_owned())).collect(),
            ..Looked::default()
        };
        let Some(capture) = capture else {
            return Ok(none("no capture of this source names the snapshot"));
        };
        let said = charset(capture.content_type.as_deref());
        let origin = Origin { file: &capture.url, charset: said, period: None };
        let charset = self.source.map_or(said, |source| origin.charset_for(source));
        let mut looked = Looked::default();
        let (vanished, printed): (Vec<usize>, Vec<usize>) =
            rows.iter().copied().partition(|row| self.rows.rows[*row].place == Place::Nowhere);
        let reader = (&self.settings.parser, charset);
        let path = self.archive.object_path(snapshot);
        if let Some(only) = self.only.filter(|_| vanished.is_empty() && path.is_file()) {
            let names = self.names(&printed);
            match portion::read(&path, only, &names, reader) {
                Ok(Some((contents, held))) => {
                    self.cells((&contents, held), &printed, &mut looked);
                    return Ok(looked);
                }
                Ok(None) => {}
                Err(Error::Parse(error)) => {
                    return Ok(none(&format!("no reader takes it: {error}")));
                }
                Err(error) => return Err(error),
            }
        }
        let bytes = match self.archive.get(snapshot) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(none(&format!("the snapshot cannot be read: {error}"))),
        };
        let contents = match self.settings.parser.read(&bytes, charset) {
            Ok(contents) => contents,
            Err(Error::Parse(error)) => return Ok(none(&format!("no reader takes it: {error}"))),
            Err(error) => return Err(error),
        };
        self.cells((&contents, Held::WHOLE), &printed, &mut looked);
        if !vanished.is_empty() {
            self.absence(&contents, capture, &vanished, &mut looked)?;
        }
        Ok(looked)
    }

    /// The columns of records that rows stand in.
    fn names(&self, rows: &[usize]) -> BTreeSet<&str> {
        rows.iter().filter_map(|row| self.rows.rows[*row].column()).collect()
    }

    /// Rows that a cell prints, table by table.
    fn cells(&self, (contents, held): (&Contents, Held), rows: &[usize], looked: &mut Looked) {
        let mut tables: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for row in rows {
            tables.entry(self.rows.rows[*row].table).or_default().push(*row);
        }
        for (table, rows) in tables {
            let table = &self.rows.tables[table as usize];
            let names = self.names(&rows);
            let (member, sheet) = (table.member.as_deref(), table.sheet.as_deref());
            match Shelf::open(contents, member, sheet, &names, self.source) {
                Ok(shelf) => self.table((&shelf, held), &rows, looked),
                Err(problem) => {
                    looked.faults.extend(rows.iter().map(|row| Fault::of(*row, problem.clone())));
                }
            }
        }
    }

    fn table(&self, shelf: (&Shelf<'_>, Held), rows: &[usize], looked: &mut Looked) {
        let mut agreed: Vec<(usize, Basis, MarkSet, String)> = Vec::new();
        for index in rows {
            let row: &PrintedRow = &self.rows.rows[*index];
            let standing = match row.standing(shelf) {
                Ok(standing) => standing,
                Err(problem) => {
                    looked.faults.push(Fault::of(*index, problem));
                    continue;
                }
            };
            match agree(row.published(), &standing) {
                Ok((basis, marks)) => agreed.push((*index, basis, marks, standing.text)),
                Err(problem) => {
                    let printed = Some(standing.text);
                    looked.faults.push(Fault { row: *index, printed, problem });
                }
            }
        }
        let marks = prevailing(agreed.iter().map(|(_, _, marks, _)| *marks));
        for (row, basis, own, printed) in agreed {
            if own & marks == 0 {
                let problem =
                    "its marks between digits are read otherwise than in the rest of the table"
                        .to_owned();
                looked.faults.push(Fault { row, printed: Some(printed), problem });
            } else {
                *looked.agreed.entry(basis).or_default() += 1;
            }
        }
    }

    /// The faults with all that their rows say.
    fn told(&self, mut faults: Vec<Fault>) -> Result<Vec<Differing>, Error> {
        faults.sort_by_key(|fault| fault.row);
        let wanted: Vec<usize> = faults.iter().map(|fault| fault.row).collect();
        let rows = told(&self.settings.output, self.files, self.rows, &wanted)?;
        let differing = faults.into_iter().zip(rows).map(|(fault, row)| {
            let digest = row.snapshot.parse::<Digest>().ok();
            let capture = self.captures.iter().find(|c| digest.is_some() && c.snapshot == digest);
            Differing {
                source: row.series.get(Concept::Source).to_owned(),
                dataset: row.series.get(Concept::Dataset).to_owned(),
                release: row.release.clone(),
                key: format!("{}/{}", row.series.id(), row.time_period),
                snapshot: row.snapshot.clone(),
                url: capture.map(|capture| capture.url.clone()),
                address: row.address.to_string(),
                published: row.value_text(),
                printed: fault.printed,
                problem: fault.problem,
            }
        });
        Ok(differing.collect())
    }
}

impl Fault {
    fn of(row: usize, problem: String) -> Self {
        Self { row, printed: None, problem }
    }
}

impl Tally {
    /// With what was found of other files: a snapshot that both were read from was read twice.
    fn join(&mut self, other: &Self) {
        self.snapshots += other.snapshots;
        self.rows += other.rows;
        self.text += other.text;
        self.shown += other.shown;
        self.stored += other.stored;
        self.declared += other.declared;
        self.sign += other.sign;
        self.corrected += other.corrected;
        self.absent += other.absent;
        self.differing += other.differing;
    }

    fn add(&mut self, looked: &Looked) {
        for (basis, count) in &looked.agreed {
            *match basis {
                Basis::Text => &mut self.text,
                Basis::Shown => &mut self.shown,
                Basis::Stored => &mut self.stored,
                Basis::Declared => &mut self.declared,
                Basis::Sign => &mut self.sign,
                Basis::Corrected => &mut self.corrected,
            } += count;
        }
        self.absent += looked.absent;
        self.differing += looked.faults.len() as u64;
    }
}

impl PrintedRow {
    fn standing(&self, (shelf, held): (&Shelf<'_>, Held)) -> Result<Standing, String> {
        match &self.place {
            Place::Cell(cell) => shelf.at(cell, None),
            Place::Field { column, record } => shelf.at(column, Some(held.place(*record))),
            Place::Nowhere => Err("the row names no cell".to_owned()),
        }
    }
}
