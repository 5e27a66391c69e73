//! What an identity came to, in full: told where someone asks for it (`portbook check --show`), and
//! published where it compares releases (`revision_implied`).

use std::sync::Arc;

use portbook_model::address::Address;
use portbook_model::digest::Digest;
use portbook_model::period::Period;
use portbook_model::release::Release;
use portbook_model::series::Series;
use portbook_source::identity::{Identity, Kind, Rule};

use crate::identities::Term;
use crate::identities::relation::{Expected, Off, Relation, half};
use crate::review::Review;
use crate::rounding::plain;
use crate::verdict::Place;

/// How one computation of an identity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Held,
    Broken,
    /// A term has no value, or may be 0 where it divides.
    NotComputable,
}

/// One identity, computed once.
#[derive(Clone, Debug, PartialEq)]
pub struct Arithmetic {
    pub dataset: String,
    pub release: Arc<Release>,
    pub identity: String,
    pub kind: Kind,
    pub outcome: Outcome,
    /// What is printed, for people: its series and period.
    pub named: String,
    pub printed: Place,
    /// What it should be, as arithmetic in one line; empty where it cannot be computed.
    pub expected: String,
    /// Printed less expected, in base units.
    pub difference: String,
    /// What printed rounding allows.
    pub allowance: String,
    pub terms: Vec<Used>,
}

/// A cell that an identity computes with.
#[derive(Clone, Debug, PartialEq)]
pub struct Used {
    /// Times which it is added; 1 where it is no sum.
    pub factor: i64,
    /// The release that printed it, where that is an earlier one.
    pub release: Option<String>,
    pub place: Place,
}

/// A comparison of a release with what was held before it: a revision that no cell prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Implied {
    pub identity: String,
    pub comparison: Comparison,
    /// Of what is printed.
    pub series: Arc<Series>,
    /// The cumulative, or the rate of change.
    pub printed: Stated,
    /// Printed beside it: the month, or the level.
    pub beside: Stated,
    /// Held before: the cumulative to the month before, or the base.
    pub held: Stated,
    /// In the scale of published values; so are the others.
    pub expected: i128,
    /// Printed less expected.
    pub difference: i128,
    /// What the rounding of the three allows, rounded up.
    pub tolerance: i128,
    /// Whether rounding explains the difference.
    pub within: bool,
}

/// What an implied revision compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// cumulative − cumulative before it, as held − month.
    Cumulative,
    /// printed growth − growth over the base, as held.
    Growth,
}

impl Comparison {
    pub fn code(self) -> &'static str {
        match self {
            Self::Cumulative => "cumulative",
            Self::Growth => "growth",
        }
    }
}

/// A figure, where it stands, and the release that printed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    pub value: Option<i128>,
    pub period: Period,
    pub snapshot: Digest,
    pub address: Address,
    pub release: Arc<Release>,
}

impl Arithmetic {
    pub(crate) fn of(
        identity: &Identity,
        name: &str,
        relation: &Relation<'_>,
        off: Option<&Off>,
        outcome: Outcome,
        review: &Review<'_>,
    ) -> Self {
        let used = |factor: i64, term: Term<'_>| Used {
            factor,
            release: term.of.map(|release| release.id.to_string()),
            place: review.place(term.cells, term.observation),
        };
        let terms = match &relation.expected {
            Expected::Sum(terms) => {
                terms.iter().map(|(factor, term)| used(*factor, *term)).collect()
            }
            _ => relation.terms().skip(1).map(|term| used(1, term)).collect(),
        };
        let told = |of: &dyn Fn(&Off) -> String| off.map(of).unwrap_or_default();
        Self {
            dataset: review.dataset().to_owned(),
            release: review.release().clone(),
            identity: name.to_owned(),
            kind: identity.kind,
            outcome,
            named: review.named_key(relation.printed.key),
            printed: review.place(relation.printed.cells, relation.printed.observation),
            expected: told(&|off| relation.computed(off, usize::MAX)),
            difference: told(&|off| plain(off.difference)),
            allowance: told(&|off| half(off.allowance_twice)),
            terms,
        }
    }
}

impl Implied {
    /// `None` where nothing held takes part.
    pub(crate) fn of(
        identity: &Identity,
        relation: &Relation<'_>,
        off: &Off,
        review: &Review<'_>,
    ) -> Option<Self> {
        if !identity.is_across_releases() {
            return None;
        }
        let comparison = match identity.rule {
            Rule::Cumulatives { .. } => Comparison::Cumulative,
            _ => Comparison::Growth,
        };
        let stated = |term: Term<'_>| Stated {
            value: term.observation.value,
            period: term.observation.period,
            snapshot: term.observation.snapshot,
            address: term.observation.address.clone(),
            release: term.of.unwrap_or(review.release()).clone(),
        };
        let others: Vec<Term<'_>> = relation.terms().skip(1).collect();
        let beside = *others.iter().find(|term| term.of.is_none())?;
        let held = *others.iter().find(|term| term.of.is_some())?;
        Some(Self {
            identity: identity.name.clone(),
            comparison,
            series: relation.printed.observation.series.clone(),
            printed: stated(relation.printed),
            beside: stated(beside),
            held: stated(held),
            expected: off.expected,
            difference: off.difference,
            tolerance: off.allowance_twice.div_euclid(2) + off.allowance_twice.rem_euclid(2),
            within: off.within,
        })
    }
}
