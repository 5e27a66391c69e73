//! Judges what was printed and makes vintages of it: prints of one source in, published rows and a
//! verdict per (dataset, release) out. One file per question; contract 2, 4 and 6 to 9.
//!
//! Pure: no files, no clock, no order of arrival. Releases of a dataset are taken in the order of
//! their publication; each is judged against what was held before it, so that the answer for any
//! instant is the answer that was right then.

pub mod arithmetic;
mod cell;
pub mod conservation;
mod control;
mod correction;
mod edition;
mod envelope;
pub mod error;
mod future;
mod identities;
mod inside;
mod keys;
mod learned;
mod magnitude;
mod missing_period;
pub mod outlined;
mod publication;
pub mod quarantine;
mod ratio;
mod reach;
mod review;
pub mod rounding;
mod shape;
mod vanished;
pub mod verdict;
mod vintage;

#[cfg(test)]
mod exhibit_12;
#[cfg(test)]
mod history;
#[cfg(test)]
mod printing;

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::print::Print;
use portbook_source::correction::Correction;
use portbook_source::dataset::Dataset;
use portbook_source::identity::Identity;
use portbook_source::load::{Accepted, Rejected, Source};

use crate::arithmetic::{Arithmetic, Implied};
use crate::cell::Cells;
use crate::conservation::{Conservation, Fates};
use crate::error::{Error, Result};
use crate::identities::index::Index;
use crate::identities::{Plan, Scope};
use crate::learned::Learned;
use crate::magnitude::Sizes;
use crate::publication::Publication;
use crate::quarantine::Quarantined;
use crate::review::Review;
use crate::shape::Shapes;
use crate::verdict::{Counts, Finding, Verdict};
use crate::vintage::{Ledger, Passed};

/// What became of all prints of one source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Sorted: series column by column, period, `released_at`, release.
    pub rows: Vec<Row>,
    /// Per dataset, in order of publication.
    pub verdicts: Vec<Verdict>,
    /// What is told and holds nothing.
    pub findings: Vec<Finding>,
    /// Of releases that passed: what they imply was revised before them.
    pub implied: Vec<Implied>,
    /// Every identity computed, where that is asked for.
    pub arithmetic: Vec<Arithmetic>,
    /// One entry per print, sorted; its counts add up to the print's value cells.
    pub conservation: Vec<Conservation>,
    /// What was refused, each with its address; its cells add up to the refused of `conservation`.
    pub quarantine: Vec<Quarantined>,
}

/// The part of a source that its prints are judged by.
#[derive(Clone, Copy)]
pub(crate) struct Promises<'a> {
    pub(crate) datasets: &'a BTreeMap<String, Dataset>,
    pub(crate) identities: &'a [Identity],
    pub(crate) accepted: &'a [Accepted],
    pub(crate) rejected: &'a [Rejected],
    pub(crate) corrections: &'a [Correction],
    pub(crate) keep: Keep,
}

/// What is kept of the identities that hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// How many.
    Counts,
    /// The arithmetic of each.
    Arithmetic,
}

/// The prints of one dataset, and which of them make which publication.
pub(crate) struct Table {
    pub(crate) cells: Cells,
    pub(crate) publications: Vec<Publication>,
}

/// Judges all prints of a source, in whatever order they come.
///
/// # Errors
/// `NotConserved` where the cells of a print do not add up, and other faults of ours; never what
/// a publisher printed, which is in the verdicts.
pub fn check(source: &Source, prints: Vec<Print>, keep: Keep) -> Result<Checked> {
    let promises = Promises {
        datasets: &source.datasets,
        identities: &source.identities,
        accepted: &source.accepted,
        rejected: &source.rejected,
        corrections: &source.corrections,
        keep,
    };
    check_promises(promises, prints)
}

pub(crate) fn check_promises(promises: Promises<'_>, prints: Vec<Print>) -> Result<Checked> {
    let mut by_dataset: BTreeMap<String, Vec<Print>> = BTreeMap::new();
    for print in prints {
        by_dataset.entry(print.dataset.clone()).or_default().push(print);
    }
    let mut tables = BTreeMap::new();
    for (name, prints) in by_dataset {
        let cells = Cells::new(prints)?;
        let publications = publication::all(&cells);
        tables.insert(name, Table { cells, publications });
    }
    let mut checked = Checked::default();
    for name in tables.keys() {
        let Some(dataset) = promises.datasets.get(name) else {
            return Err(Error::UnknownDataset { dataset: name.clone() });
        };
        check_dataset(promises, dataset, &tables, &mut checked)?;
    }
    Ok(checked)
}

fn check_dataset(
    promises: Promises<'_>,
    dataset: &Dataset,
    tables: &BTreeMap<String, Table>,
    checked: &mut Checked,
) -> Result<()> {
    let Table { cells, publications } = &tables[&dataset.name];
    let judge = Judge {
        promises,
        dataset,
        cells,
        tables,
        plans: identities::plans(promises.identities, &dataset.name, tables),
        kinds: Index::new(cells, vec![Concept::PeriodKind]),
        measures: Index::new(cells, magnitude::MEMBERS.to_vec()),
    };
    let mut ledger = Ledger::default();
    let mut learned = Learned::default();
    let mut shapes = Shapes::default();
    let mut fates = Fates::new(cells);
    for instant in publications.chunk_by(|a, b| a.release.released_at == b.release.released_at) {
        let mut passed = Vec::new();
        let mut verdicts = Vec::new();
        for publication in instant {
            let before =
                Before { ledger: &ledger, learned: &learned, shapes: &shapes, passed: &passed };
            let (mut review, united) = judge.review(before, publication);
            fates.assign(cells, publication, &united.fates, review.is_held());
            checked.quarantine.extend(quarantine::of(cells, publication, &fates));
            if !review.is_held() {
                passed.push(ledger.passed(cells, publication, united, verdicts.len()));
                checked.implied.append(&mut review.implied);
            }
            checked.findings.extend(review.findings.iter().cloned());
            checked.arithmetic.append(&mut review.arithmetic);
            verdicts.push(review.verdict());
        }
        for one in &passed {
            learned.learn(cells, one.publication);
            shapes.learn(cells, one.publication);
        }
        let mut counts: Vec<&mut Counts> = verdicts.iter_mut().map(|v| &mut v.counts).collect();
        ledger.record(cells, dataset.vanish, &passed, &mut fates, &mut counts);
        checked.verdicts.extend(verdicts);
    }
    checked.rows.extend(ledger.into_rows());
    checked.conservation.extend(fates.conservation(cells, publications)?);
    Ok(())
}

/// What a release is judged against: all that passed before it.
#[derive(Clone, Copy)]
struct Before<'a> {
    ledger: &'a Ledger,
    learned: &'a Learned,
    shapes: &'a Shapes,
    /// Of the same instant.
    passed: &'a [Passed<'a>],
}

/// What every publication of a dataset is judged by.
struct Judge<'a> {
    promises: Promises<'a>,
    dataset: &'a Dataset,
    cells: &'a Cells,
    tables: &'a BTreeMap<String, Table>,
    plans: Vec<Plan<'a>>,
    /// Series that differ by the kind of period.
    kinds: Index,
    /// Series that differ by member.
    measures: Index,
}

impl<'a> Judge<'a> {
    fn review(
        &self,
        before: Before<'_>,
        publication: &'a Publication,
    ) -> (Review<'a>, edition::United) {
        let Self { promises, dataset, cells, tables, plans, kinds, measures } = self;
        let Before { ledger, learned, shapes, passed } = before;
        let mut review = Review::new(cells, publication, promises.accepted, promises.keep);
        review.rejected(promises.rejected);
        review.issues();
        correction::check(promises.corrections, cells, publication, &mut review);
        let united = edition::unite(cells, publication, &mut review);
        envelope::check(dataset.rows, &united, &mut review);
        if dataset.vanish {
            learned.check(cells, publication, &mut review);
        }
        future::check(cells, publication, &united, &mut review);
        missing_period::check(cells, publication, &mut review);
        reach::check(dataset, cells, publication, &mut review);
        inside::check(cells, kinds, &united, &mut review);
        let sizes = Sizes { cells, ledger, publication, united: &united, kinds, measures };
        magnitude::check(&sizes, &mut review);
        let is_whole = dataset.vanish;
        let scope = Scope { cells, united: &united, ledger, publication, tables, is_whole };
        identities::check(plans, &scope, &mut review);
        shapes.check(cells, ledger, publication, &united, &mut review);
        control::check(cells, ledger, publication, &mut review);
        ledger.same_instant(cells, passed, publication, &united, &mut review);
        (review, united)
    }
}
