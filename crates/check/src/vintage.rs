//! Vintages: which prints make a row, and how rows of an observation follow one another
//! (contract 8). Publications are recorded in the order of their instants, each instant at once.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::Period;
use portbook_model::status::RevisionReason;

use crate::cell::{Cells, Key, said};
use crate::conservation::{Fate, Fates};
use crate::edition::{Standing, United};
use crate::publication::Publication;
use crate::review::Review;
use crate::vanished::{self, Pages};
use crate::verdict::{Counts, Failure};

pub(crate) const SAME_INSTANT: &str = "same-instant";

/// The rows of a dataset as held so far.
#[derive(Default)]
pub(crate) struct Ledger {
    rows: BTreeMap<Key, Vec<Row>>,
    pages: Pages,
    /// Release id without suffix -> what its last passed publication says.
    stated: BTreeMap<(String, String), BTreeMap<Key, Standing>>,
}

/// A publication that passed, at the instant being recorded.
pub(crate) struct Passed<'a> {
    pub(crate) publication: &'a Publication,
    /// What it says that its release had not said before: all of it, for a release itself; for a
    /// silent replacement what was replaced, since the rest was printed at an earlier instant.
    pub(crate) says: BTreeMap<Key, Standing>,
    /// What it no longer says, though its release did; `None` where its release had not passed
    /// before.
    pub(crate) dropped: Option<BTreeSet<Key>>,
    pub(crate) united: BTreeMap<Key, Standing>,
    /// Number of its verdict among those of the instant.
    pub(crate) verdict: usize,
}

/// What recording a print came to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pushed {
    /// The observation was never held.
    New,
    /// It says something else than before.
    Next,
    Same,
}

fn family(publication: &Publication) -> (String, String) {
    let id = &publication.release.id;
    (id.source().to_owned(), id.period().to_owned())
}

impl Ledger {
    /// The latest row of an observation that was released before an instant.
    pub(crate) fn before(&self, key: Key, instant: Timestamp) -> Option<&Row> {
        let rows = self.rows.get(&key)?;
        rows.iter().rev().find(|row| row.release.released_at < instant)
    }

    /// The latest row of the latest period of the series before this one, as released before an
    /// instant.
    pub(crate) fn period_before(&self, key: Key, instant: Timestamp) -> Option<&Row> {
        let earlier =
            Key { series: key.series, period: Period { start: Date::MIN, end: Date::MIN } };
        let mut periods = self.rows.range(earlier..key).rev();
        periods.find_map(|(key, _)| self.before(*key, instant))
    }

    /// Whether a publication contradicts another of the same instant: the greater id is held.
    pub(crate) fn same_instant(
        &self,
        cells: &Cells,
        passed: &[Passed<'_>],
        publication: &Publication,
        united: &United,
        review: &mut Review<'_>,
    ) {
        if passed.is_empty() {
            return;
        }
        let says = self.news(cells, publication, &united.cells);
        for other in passed {
            let shared = says.iter().filter_map(|(key, mine)| {
                let theirs = other.says.get(key)?;
                let differ =
                    said(cells.observation(mine.cell)) != said(cells.observation(theirs.cell));
                differ.then_some((mine.cell, theirs.cell))
            });
            for (mine, theirs) in shared {
                review.fail_always(Failure {
                    rule: SAME_INSTANT.to_owned(),
                    said: format!(
                        "{}: got {}, expected {} as in {} of the same instant",
                        review.named(mine),
                        review.value(mine),
                        review.value(theirs),
                        other.publication.release.id,
                    ),
                    cells: vec![review.place_at(mine), review.place_at(theirs)],
                });
            }
        }
    }

    fn news(
        &self,
        cells: &Cells,
        publication: &Publication,
        united: &BTreeMap<Key, Standing>,
    ) -> BTreeMap<Key, Standing> {
        let mut says = united.clone();
        let before = (publication.number > 1).then(|| self.stated.get(&family(publication)));
        if let Some(before) = before.flatten() {
            let observation = |standing: &Standing| cells.observation(standing.cell);
            says.retain(|key, now| {
                let then = before.get(key);
                then.is_none_or(|then| said(observation(then)) != said(observation(now)))
            });
        }
        says
    }

    pub(crate) fn passed<'a>(
        &mut self,
        cells: &Cells,
        publication: &'a Publication,
        united: United,
        verdict: usize,
    ) -> Passed<'a> {
        let says = self.news(cells, publication, &united.cells);
        let before = self.stated.insert(family(publication), united.cells.clone());
        let gone = |key: &Key| !united.cells.contains_key(key);
        let dropped = before.map(|before| before.into_keys().filter(gone).collect());
        Passed { publication, says, dropped, united: united.cells, verdict }
    }

    /// Records all that passed at one instant.
    pub(crate) fn record(
        &mut self,
        cells: &Cells,
        vanish: bool,
        passed: &[Passed<'_>],
        fates: &mut Fates,
        counts: &mut [&mut Counts],
    ) {
        let mut printed: BTreeMap<Key, Vec<(&Passed<'_>, Standing)>> = BTreeMap::new();
        for one in passed {
            for (key, standing) in &one.says {
                printed.entry(*key).or_default().push((one, *standing));
            }
        }
        for (key, prints) in printed {
            let least = prints.iter().min_by(|a, b| cells.by_address(a.1.cell, b.1.cell));
            let (stands, standing) = least.expect("an observation has a print");
            for (other, _) in prints.iter().filter(|(one, _)| one.verdict != stands.verdict) {
                counts[other.verdict].restated += 1;
            }
            let row = row_of(cells.observation(standing.cell), stands.publication, *standing);
            let is_corrected = cells.is_corrected(standing.cell);
            let reason =
                if is_corrected { RevisionReason::Correction } else { RevisionReason::Source };
            match self.push(key, row, reason) {
                Pushed::New => counts[stands.verdict].new += 1,
                Pushed::Next => counts[stands.verdict].revised += 1,
                Pushed::Same => {
                    counts[stands.verdict].restated += 1;
                    continue;
                }
            }
            fates.set(standing.cell, Fate::Row);
        }
        for one in passed {
            let unsaid = one.united.len() - one.says.len();
            counts[one.verdict].restated += u64::try_from(unsaid).expect("a count of cells");
        }
        let gone = if vanish { vanished::find(cells, &self.pages, passed) } else { Vec::new() };
        for (one, key, print) in gone {
            let before = self.rows[&key].last().expect("an observation has a row");
            let row = vanished::row(before, one.publication, &cells.prints[print]);
            if self.push(key, row, RevisionReason::Vanished) == Pushed::Next {
                counts[one.verdict].vanished += 1;
            }
            self.pages.forget(key);
        }
        self.pages.turn(cells, passed);
    }

    /// Appends a row where it says something else than the row before it.
    fn push(&mut self, key: Key, mut row: Row, reason: RevisionReason) -> Pushed {
        let rows = self.rows.entry(key).or_default();
        let Some(before) = rows.last_mut() else {
            let corrected = reason == RevisionReason::Correction;
            row.revision_reason = corrected.then_some(reason);
            rows.push(row);
            return Pushed::New;
        };
        if said(&before.observation) == said(&row.observation) {
            return Pushed::Same;
        }
        let rebased = reason == RevisionReason::Source
            && before.observation.base_period != row.observation.base_period;
        row.revision = before.revision + 1;
        row.revision_reason = Some(if rebased { RevisionReason::Rebase } else { reason });
        before.superseded_at = Some(row.release.released_at);
        rows.push(row);
        Pushed::Next
    }

    pub(crate) fn into_rows(self) -> impl Iterator<Item = Row> {
        self.rows.into_values().flatten()
    }
}

fn row_of(observation: &Observation, publication: &Publication, standing: Standing) -> Row {
    Row {
        observation: observation.clone(),
        release: publication.release.clone(),
        first_seen_at: standing.first_seen_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

#[cfg(test)]
mod tests;
