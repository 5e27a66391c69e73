//! What a release changes in one year of a dataset: the merge of what stands with what it prints.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::vintage::Sorted;
use crate::vintage::cursor::Cursor;
use crate::vintage::keys::{Keys, constants_of};
use crate::vintage::numbering::Numbering;
use crate::vintage::outline::Month;
use crate::vintage::printed::Printed;

/// One release and one year of a dataset.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// What was published before, oldest first: of each observation one row is not superseded.
    pub standing: &'a [Sorted],
    /// What the release prints, by print.
    pub prints: &'a [Printed<'a>],
    /// Of a silent replacement, what the prints said that it replaced: the rest of the release was
    /// printed at an earlier instant and says nothing again.
    pub replaced: Option<&'a [Printed<'a>]>,
    /// The months that are printed completely: what of them is missing has vanished.
    pub covered: &'a BTreeSet<Month>,
}

/// What became of observations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: u64,
    pub revised: u64,
    pub vanished: u64,
    pub restated: u64,
}

/// A print's row that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Added {
    pub(crate) row: u64,
    pub(crate) revision: i32,
    pub(crate) is_rebased: bool,
}

impl Added {
    /// A print's row after the last of its observation, unless that says the same.
    pub(crate) fn after(last: &Cursor, now: &Cursor) -> Option<Self> {
        let (held, says) = (last.says().at(last.at()), now.says().at(now.at()));
        (held != says).then(|| Self {
            row: now.number(),
            revision: last.says().revision(last.at()) + 1,
            is_rebased: held.2 != says.2,
        })
    }
}

/// A standing row that is no longer printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Gone {
    pub(crate) row: u64,
    pub(crate) revision: i32,
}

/// An observation that two prints of one release print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Twice {
    /// Number of the print, and of the row in it.
    pub one: (usize, u64),
    pub two: (usize, u64),
}

/// What the merge found. Nothing is written yet.
#[derive(Debug, Default)]
pub struct Changes {
    pub counts: Counts,
    /// By print: rows that say nothing new.
    pub restated: Vec<u64>,
    /// The first observation that two prints print.
    pub twice: Option<Twice>,
    /// By print.
    pub(crate) added: Vec<Vec<Added>>,
    /// By standing file.
    pub(crate) gone: Vec<Vec<Gone>>,
    /// By standing file: rows that are no longer the last of their observation.
    pub(crate) superseded: Vec<Vec<u64>>,
}

impl Changes {
    /// # Errors
    /// Where a file cannot be read.
    pub fn of(step: Step<'_>) -> Result<Self> {
        let prints = step.prints.iter().chain(step.replaced.unwrap_or_default());
        match Self::numbered(step, Numbering::shared(prints.map(Printed::codes))) {
            Err(Error::ForeignCode) => Self::numbered(step, Numbering::default()),
            changes => changes,
        }
    }

    fn numbered(step: Step<'_>, numbering: Numbering) -> Result<Self> {
        let replaced = step.replaced.unwrap_or_default();
        let standing = step.standing.iter().map(|file| constants_of(&file.path));
        let mut constants = standing.collect::<Result<Vec<_>>>()?;
        constants.extend(step.prints.iter().chain(replaced).map(Printed::constants));
        let keys = Keys::of_observations(constants, numbering);
        let standing = step.standing.iter().map(|file| Cursor::of_file(&file.path, &keys));
        let mut merge = Merge {
            step,
            standing: standing.collect::<Result<_>>()?,
            prints: open(step.prints, &keys)?,
            replaced: open(replaced, &keys)?,
            changes: Self {
                restated: vec![0; step.prints.len()],
                added: vec![Vec::new(); step.prints.len()],
                gone: vec![Vec::new(); step.standing.len()],
                superseded: vec![Vec::new(); step.standing.len()],
                ..Self::default()
            },
        };
        for cursor in &mut merge.standing {
            skip_superseded(cursor)?;
        }
        while merge.alike()? || merge.next()? {}
        Ok(merge.changes)
    }

    /// Of the first print of a year.
    pub(crate) fn all_new(rows: u64) -> Self {
        let counts = Counts { new: rows, ..Counts::default() };
        Self { counts, restated: vec![0], ..Self::default() }
    }

    /// Rows that the release adds.
    pub fn rows(&self) -> u64 {
        let Counts { new, revised, vanished, .. } = self.counts;
        new + revised + vanished
    }
}

fn open(prints: &[Printed<'_>], keys: &Keys) -> Result<Vec<Cursor>> {
    prints.iter().map(|print| Cursor::of_print(*print, keys)).collect()
}

/// Whether two prints of a file say the same. That there is nothing is said by what is not there
/// too.
///
/// # Errors
/// Where a print cannot be read.
pub fn say_the_same(one: &[Printed<'_>], two: &[Printed<'_>]) -> Result<bool> {
    let both = || one.iter().chain(two);
    let numbering = Numbering::shared(both().map(Printed::codes));
    let keys = Keys::of_observations(both().map(Printed::constants).collect(), numbering);
    let (mut one, mut two) = (open(one, &keys)?, open(two, &keys)?);
    loop {
        let order = match (least(&one), least(&two)) {
            (None, None) => return Ok(true),
            (None, Some(_)) => return Ok(false),
            (Some(before), None) => (before, None),
            (Some(before), Some(now)) => match one[before].compare(&two[now]) {
                Ordering::Greater => return Ok(false),
                Ordering::Less => (before, None),
                Ordering::Equal => (before, Some(now)),
            },
        };
        let last = &one[order.0];
        match order.1 {
            Some(now) if last.says().at(last.at()) != two[now].says().at(two[now].at()) => {
                return Ok(false);
            }
            None if !last.says().is_missing(last.at()) => return Ok(false),
            Some(now) => two[now].advance(1)?,
            None => {}
        }
        one[order.0].advance(1)?;
    }
}

struct Merge<'a> {
    step: Step<'a>,
    standing: Vec<Cursor>,
    prints: Vec<Cursor>,
    replaced: Vec<Cursor>,
    changes: Changes,
}

/// Which of some cursors stands first.
fn least(cursors: &[Cursor]) -> Option<usize> {
    let left = cursors.iter().enumerate().filter(|(_, cursor)| !cursor.is_done());
    left.min_by(|(_, one), (_, two)| one.compare(two)).map(|(at, _)| at)
}

/// To the next row that is the last of its observation.
fn skip_superseded(cursor: &mut Cursor) -> Result<()> {
    while !cursor.is_done() && cursor.says().is_superseded(cursor.at()) {
        cursor.advance(1)?;
    }
    Ok(())
}

impl Merge<'_> {
    /// Decides on all observations that stand and are printed one after another alike; whether
    /// there were any. Most of a release says again what stood.
    fn alike(&mut self) -> Result<bool> {
        let (Some(stands), Some(print)) = (least(&self.standing), least(&self.prints)) else {
            return Ok(false);
        };
        if self.step.replaced.is_some() {
            return Ok(false);
        }
        let (last, now) = (&self.standing[stands], &self.prints[print]);
        let mut rows = last.left().min(now.left());
        let others = |cursors: &'_ [Cursor], not: usize| -> Vec<usize> {
            (0..cursors.len()).filter(|at| *at != not && !cursors[*at].is_done()).collect()
        };
        for other in others(&self.standing, stands) {
            rows = last.before(&self.standing[other], rows);
        }
        for other in others(&self.prints, print) {
            rows = now.before(&self.prints[other], rows);
        }
        let (at, now_at) = (last.at(), now.at());
        rows = last.says().lasting(at, rows);
        rows = last.run(now, rows);
        let mut restated = rows as u64;
        for row in 0..rows {
            let (held, says) = (last.says().at(at + row), now.says().at(now_at + row));
            if held == says {
                continue;
            }
            restated -= 1;
            let revision = last.says().revision(at + row) + 1;
            let (row_of, is_rebased) = (now.number() + row as u64, held.2 != says.2);
            self.changes.superseded[stands].push(last.number() + row as u64);
            self.changes.added[print].push(Added { row: row_of, revision, is_rebased });
            self.changes.counts.revised += 1;
        }
        self.changes.restated[print] += restated;
        self.changes.counts.restated += restated;
        self.standing[stands].advance(rows)?;
        skip_superseded(&mut self.standing[stands])?;
        self.prints[print].advance(rows)?;
        Ok(rows > 0)
    }

    /// Decides on one observation; whether there was one.
    fn next(&mut self) -> Result<bool> {
        let (stands, prints) = (least(&self.standing), least(&self.prints));
        let order = match (stands, prints) {
            (None, None) => return Ok(false),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(stands), Some(prints)) => self.standing[stands].compare(&self.prints[prints]),
        };
        let stands = stands.filter(|_| order.is_le());
        match prints.filter(|_| order.is_ge()) {
            Some(print) => self.printed(print, stands)?,
            None => self.missing(stands.expect("an observation stands or is printed"))?,
        }
        if let Some(stands) = stands {
            self.standing[stands].advance(1)?;
            skip_superseded(&mut self.standing[stands])?;
        }
        Ok(true)
    }

    /// An observation that a print has.
    fn printed(&mut self, print: usize, stands: Option<usize>) -> Result<()> {
        let now = &self.prints[print];
        let says = now.says().at(now.at());
        let before = replaced(&mut self.replaced, now)?.map(|before| &self.replaced[before]);
        let is_said_again = before.is_some_and(|b| b.says().at(b.at()) == says);
        let added = match stands.map(|stands| (stands, &self.standing[stands])) {
            _ if is_said_again => None,
            None => Some(Added { row: now.number(), revision: 0, is_rebased: false }),
            Some((at, last)) => Added::after(last, now).inspect(|_| {
                self.changes.superseded[at].push(last.number());
            }),
        };
        match added {
            None => {
                self.changes.counts.restated += 1;
                self.changes.restated[print] += 1;
            }
            Some(added) => {
                let counts = &mut self.changes.counts;
                *(if stands.is_none() { &mut counts.new } else { &mut counts.revised }) += 1;
                self.changes.added[print].push(added);
            }
        }
        self.pass(print)
    }

    /// Past an observation in every print that has it.
    fn pass(&mut self, print: usize) -> Result<()> {
        let (one, others) = (print, 0..self.prints.len());
        for two in others.filter(|two| *two != one) {
            let (first, second) = (&self.prints[one], &self.prints[two]);
            if second.is_done() || first.compare(second) != Ordering::Equal {
                continue;
            }
            let twice = Twice { one: (one, first.number()), two: (two, second.number()) };
            self.changes.twice.get_or_insert(twice);
            self.changes.restated[two] += 1;
            self.prints[two].advance(1)?;
        }
        self.prints[one].advance(1)?;
        Ok(())
    }

    /// An observation that stands and is not printed.
    fn missing(&mut self, stands: usize) -> Result<()> {
        let last = &self.standing[stands];
        let (says, row) = (last.says(), last.at());
        if says.is_vanished(row) {
            return Ok(());
        }
        if !says.month(row).is_some_and(|month| self.step.covered.contains(&month)) {
            return Ok(());
        }
        // What a replacement leaves out it must have printed before.
        let is_dropped =
            self.step.replaced.is_none() || replaced(&mut self.replaced, last)?.is_some();
        let last = &self.standing[stands];
        if is_dropped && !last.says().is_missing(row) {
            let revision = last.says().revision(row) + 1;
            self.changes.gone[stands].push(Gone { row: last.number(), revision });
            self.changes.superseded[stands].push(last.number());
            self.changes.counts.vanished += 1;
        }
        Ok(())
    }
}

/// Which of the replaced prints has the observation at which a cursor stands.
fn replaced(before: &mut [Cursor], at: &Cursor) -> Result<Option<usize>> {
    for cursor in before.iter_mut() {
        while !cursor.is_done() && cursor.compare(at) == Ordering::Less {
            cursor.advance(1)?;
        }
    }
    let has = |cursor: &Cursor| !cursor.is_done() && cursor.compare(at) == Ordering::Equal;
    Ok(before.iter().position(has))
}
