//! Whether what a source promises to agree does (contract 9). The tolerance is half the printed
//! step of every term, propagated; nothing is chosen.

mod before;
mod control_total;
mod cumulatives;
mod exchanged;
mod growth;
mod incomplete;
pub(crate) mod index;
mod linear;
mod parts;
mod periods;
mod rate;
pub(crate) mod relation;
mod same;
mod share;

use std::collections::BTreeMap;
use std::sync::Arc;

use portbook_model::concept::Concept;
use portbook_model::observation::Observation;
use portbook_model::period::Period;
use portbook_model::release::Release;
use portbook_source::identity::{Base, Codes, Identity, Rule};

use crate::Table;
use crate::arithmetic::{Arithmetic, Implied, Outcome};
use crate::cell::{CellId, Cells, Key};
use crate::edition::United;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::{Computed, Failure};
use crate::vintage::Ledger;
use before::Rates;
use exchanged::{Exchanged, other_flows};
use incomplete::{Lack, Missing, Seen};
use index::Index;
use relation::{Relation, off};

/// An identity applied to one group of cells.
enum Group<'a> {
    Complete(Relation<'a>),
    /// A term is not printed, or not held.
    Incomplete,
    /// So is this one, and most of it is printed.
    Lacks(Lack<'a>),
}

/// An observation that takes part in an identity.
#[derive(Clone, Copy)]
pub(crate) struct Term<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) key: Key,
    pub(crate) observation: &'a Observation,
    /// The release that printed it, where that is not the one under review.
    pub(crate) of: Option<&'a Arc<Release>>,
}

/// An identity made ready for the series of one dataset.
pub(crate) struct Plan<'a> {
    pub(crate) identity: &'a Identity,
    index: Index,
    /// By rank of a series: whether its rows take part; for `share` and `growth`, as what is printed.
    among: Vec<bool>,
    /// By rank of a series: what else it is compared with; see the rule's file.
    links: Vec<Vec<usize>>,
    /// The dataset that `same` and `control_total` compare with.
    other: Option<&'a str>,
    /// Of a sum: the rates of change printed beside its levels.
    rates: Rates,
    /// By rank of a series: the same of the other flow; of what compares with what was held.
    other_flows: Vec<Option<usize>>,
}

/// What a release prints, and what it may be compared with.
pub(crate) struct Scope<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) united: &'a United,
    pub(crate) ledger: &'a Ledger,
    pub(crate) publication: &'a Publication,
    /// All datasets of the source, by name.
    pub(crate) tables: &'a BTreeMap<String, Table>,
    /// Whether a release prints the whole table, not a selection that somebody asked for.
    pub(crate) is_whole: bool,
}

/// The identities that say something of a dataset.
pub(crate) fn plans<'a>(
    identities: &'a [Identity],
    dataset: &str,
    tables: &BTreeMap<String, Table>,
) -> Vec<Plan<'a>> {
    let compared: Vec<&str> = identities
        .iter()
        .filter(|identity| identity.dataset == dataset)
        .filter_map(|identity| match identity.rule {
            Rule::Growth { rate, base: Base::Printed, .. } => Some(rate.code),
            _ => None,
        })
        .collect();
    let plan = |identity: &'a Identity| {
        let other = match identity.beside() {
            Some(other) if other == dataset => Some(identity.dataset.as_str()),
            other if identity.dataset == dataset => other,
            _ => return None,
        };
        let cells = &tables.get(dataset)?.cells;
        let theirs = other.and_then(|other| tables.get(other));
        Some(Plan::new(identity, cells, other, theirs, &compared))
    };
    identities.iter().filter_map(plan).collect()
}

impl<'a> Plan<'a> {
    fn new(
        identity: &'a Identity,
        cells: &Cells,
        other: Option<&'a str>,
        theirs: Option<&Table>,
        compared: &[&str],
    ) -> Self {
        let none = Codes::new();
        let rule = &identity.rule;
        let (blanked, only) = match rule {
            Rule::Linear { column, ignore, only, .. } => {
                (ignore.iter().copied().chain([*column]).collect(), only)
            }
            Rule::Parts { over, only, .. } | Rule::Members { over, only } => (vec![*over], only),
            Rule::Periods { .. } | Rule::Cumulatives { .. } => (vec![Concept::PeriodKind], &none),
            Rule::Share { share, ignore, .. } => (ignore.clone(), share),
            Rule::Growth { only, .. } => {
                (vec![Concept::Transformation, Concept::UnitMeasure], only)
            }
            Rule::ImpliedRate { .. } => (vec![Concept::Currency, Concept::UnitMeasure], &none),
            Rule::Same { ignore, only, .. } => {
                (ignore.iter().copied().chain([Concept::Dataset]).collect(), only)
            }
            Rule::ControlTotal { dataset, over, only } => {
                let blanked = over.iter().copied().chain([Concept::Dataset, Concept::Freq]);
                // The rows that are added have these codes; their total is another row.
                (blanked.collect(), if other == Some(dataset.as_str()) { only } else { &none })
            }
        };
        let transformation = match rule {
            Rule::Growth { rate, .. } => rate.code,
            _ => "N",
        };
        let among = |series: &portbook_model::series::Series| {
            (series.get(Concept::Transformation) == transformation || other.is_some())
                && only.iter().all(|(concept, code)| series.get(*concept) == code)
        };
        let among: Vec<bool> = cells.all_series().map(among).collect();
        let index = Index::new(cells, blanked);
        let links = match rule {
            Rule::Share { part, whole, .. } => share::links(cells, &index, &among, &[part, whole]),
            Rule::Growth { level, .. } => share::links(cells, &index, &among, &[level]),
            Rule::Same { .. } => same::links(cells, &index, theirs),
            _ => Vec::new(),
        };
        let rates = match rule {
            Rule::Linear { .. } | Rule::Parts { .. } | Rule::Members { .. } => {
                Rates::new(cells, compared)
            }
            _ => Rates::default(),
        };
        let is_across = identity.is_across_releases();
        let other_flows = if is_across { other_flows(cells) } else { Vec::new() };
        Self { identity, index, among, links, other, rates, other_flows }
    }

    fn groups<'b>(&self, scope: &Scope<'b>) -> Vec<Group<'b>> {
        match &self.identity.rule {
            Rule::Linear { column, total, terms, .. } => {
                linear::groups(self, scope, *column, total, terms)
            }
            Rule::Parts { total, of, .. } => parts::of_total(self, scope, *total, of),
            Rule::Members { over, .. } => parts::of_subtotals(self, scope, *over),
            Rule::Periods { parts } => periods::groups(self, scope, *parts),
            Rule::Cumulatives { before } => cumulatives::groups(self, scope, *before),
            Rule::Share { .. } => share::groups(self, scope),
            Rule::Growth { rate, base, .. } => growth::groups(self, scope, *rate, *base),
            Rule::ImpliedRate { of, per, between } => rate::groups(self, scope, of, per, *between),
            Rule::Same { .. } => same::groups(self, scope),
            Rule::ControlTotal { dataset, over, only } => {
                control_total::groups(self, scope, dataset, over, only)
            }
        }
    }

    /// The cells that take part, with what they share, in the order of keys.
    fn among<'b>(
        &'b self,
        scope: &'b Scope<'_>,
    ) -> impl Iterator<Item = (usize, Key, CellId)> + 'b {
        let standing = scope.united.cells.iter().filter(|(key, _)| self.among[key.series]);
        standing.map(|(key, standing)| (self.index.of(*key), *key, standing.cell))
    }
}

impl<'a> Scope<'a> {
    fn term(&self, cell: CellId) -> Term<'a> {
        let (cells, key) = (self.cells, self.cells.key(cell));
        Term { cells, key, observation: cells.observation(cell), of: None }
    }

    /// What was held of an observation before this release.
    fn held(&self, key: Key) -> Option<Term<'a>> {
        let row = self.ledger.before(key, self.publication.release.released_at)?;
        let (observation, of) = (&row.observation, Some(&row.release));
        Some(Term { cells: self.cells, key, observation, of })
    }

    /// Whether figures of several periods add up: those of what flows, not of what stands.
    fn adds(&self, key: Key) -> bool {
        const STANDING: [&str; 6] = ["COUNT", "INDEX", "POSITION", "PRICE", "RATE", "SHARE"];
        !STANDING.contains(&self.cells.series(key).get(Concept::Measure))
    }

    /// The levels of a release, by what they share and their period.
    fn levels(&self, index: &Index) -> BTreeMap<(usize, Period), Vec<CellId>> {
        let mut levels: BTreeMap<_, Vec<CellId>> = BTreeMap::new();
        for (key, standing) in &self.united.cells {
            if self.cells.series(*key).get(Concept::Transformation) == "N" {
                levels.entry((index.of(*key), key.period)).or_default().push(standing.cell);
            }
        }
        levels
    }
}

/// The one cell there is; with ignored columns there may be two, and which is meant is not said.
fn one(cells: Option<&Vec<CellId>>) -> Option<CellId> {
    match cells.map(Vec::as_slice) {
        Some([cell]) => Some(*cell),
        _ => None,
    }
}

/// Computes all identities of a dataset for one release, then asks what they lack.
pub(crate) fn check(plans: &[Plan<'_>], scope: &Scope<'_>, review: &mut Review<'_>) {
    let mut exchanged = Exchanged::default();
    let each = plans.iter().map(|plan| check_one(plan, scope, &mut exchanged, review));
    let seen: Vec<Seen<'_>> = each.collect();
    exchanged.check(review);
    incomplete::check(&seen, scope, review);
}

fn check_one<'a>(
    plan: &'a Plan<'a>,
    scope: &Scope<'a>,
    exchanged: &mut Exchanged<'a>,
    review: &mut Review<'_>,
) -> Seen<'a> {
    let name = &plan.identity.name;
    let mut computed = review.counts.identities.remove(name).unwrap_or_default();
    let mut seen = Seen::new(plan);
    for group in plan.groups(scope) {
        match group {
            Group::Complete(relation) => {
                seen.complete(relation.printed.key);
                judge(plan.identity, name, &relation, &mut computed, review);
                if plan.identity.is_across_releases() {
                    exchanged.add(plan, scope, &relation);
                }
                for (name, before) in before::relations(plan, scope, &relation) {
                    let mut computed = review.counts.identities.remove(&name).unwrap_or_default();
                    judge(plan.identity, &name, &before, &mut computed, review);
                    review.counts.identities.insert(name, computed);
                }
            }
            Group::Incomplete => computed.incomplete += 1,
            Group::Lacks(lack) => {
                computed.incomplete += 1;
                seen.lacks.push(lack);
            }
        }
    }
    review.counts.identities.insert(name.clone(), computed);
    seen
}

fn judge(
    identity: &Identity,
    name: &str,
    relation: &Relation<'_>,
    computed: &mut Computed,
    review: &mut Review<'_>,
) {
    let off = off(relation);
    let outcome = match &off {
        None => Outcome::NotComputable,
        Some(off) if off.within => Outcome::Held,
        Some(_) => Outcome::Broken,
    };
    match outcome {
        Outcome::NotComputable => computed.not_computable += 1,
        Outcome::Held => computed.held += 1,
        Outcome::Broken => computed.broken += 1,
    }
    if review.keeps_arithmetic() {
        review.show(Arithmetic::of(identity, name, relation, off.as_ref(), outcome, review));
    }
    let Some(off) = off else { return };
    // What compares releases is published as a table of its own.
    if let Some(implied) = Implied::of(identity, relation, &off, review) {
        review.imply(implied);
    } else if outcome == Outcome::Broken {
        let said = relation.said(&off, review);
        let cells = relation.terms().map(|term| review.place(term.cells, term.observation));
        let failure = Failure { rule: name.to_owned(), said, cells: cells.collect() };
        review.told(identity.kind, failure);
    }
}
