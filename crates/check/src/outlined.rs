//! Judges a release of which the rows are too many to hold: by how many it has of which periods and
//! areas, and by what was refused on the way. What needs single figures is not asked of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::release::Release;
use portbook_source::dataset::Dataset;
use portbook_source::identity::Kind;
use portbook_source::load::{Accepted, Rejected, Source};

use crate::learned::{Measures, Past};
use crate::verdict::{Counts, Failure, Finding, Place, REJECTED, Ruling, Verdict};
use crate::{envelope, future, missing_period, reach};

/// Records, not cells, that say one thing differently in one release.
pub const TWICE: &str = crate::keys::RULE;
/// Two releases of one instant.
pub const SAME_INSTANT: &str = crate::vintage::SAME_INSTANT;
/// More than the stated share of a file's records was refused.
pub const BAD_RECORDS: &str = "bad-records";

/// What a release has, as counted while it was read.
#[derive(Clone, Debug)]
pub struct Outlined {
    pub release: Arc<Release>,
    /// Name of the layout that reads it.
    pub layout: String,
    pub observations: u64,
    pub areas: u64,
    pub bytes: u64,
    /// By print, the periods it has, and how many figures of each: forecasts and blanks are none.
    pub prints: Vec<BTreeMap<(PeriodKind, Period), u64>>,
    /// Something was refused.
    pub is_partial: bool,
    /// What reading it found wrong.
    pub failures: Vec<Failure>,
    /// What does not hold it.
    pub findings: Vec<Failure>,
}

impl Outlined {
    /// An identity that is broken.
    pub fn told(&mut self, kind: Kind, broken: Vec<Failure>) {
        match kind {
            Kind::Gate => self.failures.extend(broken),
            Kind::Finding => self.findings.extend(broken),
        }
    }
}

/// Judges the releases of one dataset, one after another in the order of their publication.
pub struct Bench<'a> {
    dataset: &'a Dataset,
    accepted: &'a [Accepted],
    rejected: &'a [Rejected],
    learned: Past,
}

/// What is found of one release.
struct Found {
    held: Vec<Failure>,
    told: Vec<Failure>,
}

impl<'a> Bench<'a> {
    pub fn new(source: &'a Source, dataset: &'a Dataset) -> Self {
        let (accepted, rejected) = (&source.accepted, &source.rejected);
        Self { dataset, accepted, rejected, learned: Past::default() }
    }

    /// The verdict, its counts but for the observations left to whoever takes the rows in.
    pub fn verdict(&self, outlined: &Outlined) -> (Verdict, Vec<Finding>) {
        let id = outlined.release.id.to_string();
        let name = &self.dataset.name;
        let found = self.found(outlined);
        let is_accepted = |failure: &Failure| {
            let ours = |a: &&Accepted| a.release == id && a.dataset == *name;
            self.accepted.iter().filter(ours).any(|accepted| accepted.rule == failure.rule)
        };
        let (accepted, mut reasons): (Vec<_>, Vec<_>) =
            found.held.into_iter().partition(is_accepted);
        let rejected = self.rejected.iter().find(|r| r.release == id && r.dataset == *name);
        if let Some(Rejected { reason, by, date, .. }) = rejected {
            let said = format!("{by}, {date}: {reason}");
            reasons.push(Failure { rule: REJECTED.to_owned(), said, cells: Vec::new() });
        }
        let finding = |failure| Finding {
            dataset: name.clone(),
            release: Arc::clone(&outlined.release),
            failure,
        };
        let findings = found.told.into_iter().map(finding).collect();
        let ruling = if reasons.is_empty() { Ruling::Passed } else { Ruling::Held { reasons } };
        let counts = Counts { observations: outlined.observations, ..Counts::default() };
        let release = Arc::clone(&outlined.release);
        (Verdict { dataset: name.clone(), release, ruling, accepted, counts }, findings)
    }

    /// Of a release that passed.
    pub fn learn(&mut self, outlined: &Outlined) {
        self.learned.learn(&outlined.layout, measures(outlined));
    }

    fn found(&self, outlined: &Outlined) -> Found {
        let mut held = outlined.failures.clone();
        let mut told = outlined.findings.clone();
        let (fewer, more) = envelope::bounded(self.dataset.rows, outlined.observations);
        held.extend(fewer);
        told.extend(more);
        if self.dataset.vanish && !outlined.is_partial {
            let (fewer, more) = self.learned.compare(&outlined.layout, &measures(outlined));
            held.extend(fewer);
            told.extend(more);
        }
        held.extend(ahead(outlined));
        held.extend(outlined.prints.iter().flat_map(left_out));
        held.extend(ends_early(self.dataset, outlined));
        Found { held, told }
    }
}

fn measures(outlined: &Outlined) -> Measures {
    let periods: BTreeSet<_> = outlined.prints.iter().flat_map(BTreeMap::keys).collect();
    Measures {
        release: outlined.release.id.to_string(),
        rows: outlined.observations,
        areas: outlined.areas,
        periods: periods.len() as u64,
        bytes: outlined.bytes,
        is_partial: outlined.is_partial,
    }
}

fn broken(rule: &str, said: String) -> Failure {
    Failure { rule: rule.to_owned(), said, cells: Vec::<Place>::new() }
}

/// Figures of periods that had not ended.
fn ahead(outlined: &Outlined) -> Option<Failure> {
    let (released, latest) = future::latest(outlined.release.released_at);
    let periods = outlined.prints.iter().flatten();
    let ahead = periods.filter(|((_, period), figures)| **figures > 0 && period.end > latest);
    let (mut figures, mut first) = (0, None::<Date>);
    for ((_, period), of_period) in ahead {
        figures += of_period;
        first = Some(first.map_or(period.end, |first| first.min(period.end)));
    }
    first.map(|first| broken(future::RULE, future::said(figures, released, first)))
}

/// A period that a print leaves out among those it has.
fn left_out(print: &BTreeMap<(PeriodKind, Period), u64>) -> Vec<Failure> {
    let mut by_kind: BTreeMap<PeriodKind, BTreeSet<Period>> = BTreeMap::new();
    for (kind, period) in print.keys() {
        by_kind.entry(*kind).or_default().insert(*period);
    }
    let gap = |(kind, periods): (PeriodKind, BTreeSet<Period>)| {
        let (after, next) = missing_period::left_out(kind, &periods)?;
        Some(broken(missing_period::RULE, missing_period::said(kind, after, next)))
    };
    by_kind.into_iter().filter_map(gap).collect()
}

/// A release named for a period that it does not reach.
fn ends_early(dataset: &Dataset, outlined: &Outlined) -> Option<Failure> {
    let name = outlined.release.id.period();
    let period = reach::named(name, &dataset.freq)?;
    let ends = || outlined.prints.iter().flat_map(BTreeMap::keys).map(|(_, period)| period.end);
    let last = ends().max()?;
    let is_reached = ends().any(|end| end == period.end);
    (!is_reached).then(|| broken(reach::RULE, reach::said(last, period, name)))
}
