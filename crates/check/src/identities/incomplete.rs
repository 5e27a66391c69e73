//! What an identity lacks. A sum without a term is not broken, so a row that was dropped would pass
//! it: here it is asked whether what is missing should be there. It should, where most of the
//! identity is printed, and
//!
//! - it was printed for an earlier period of the same line: a table may begin late, it does not
//!   stop;
//! - or the table is printed whole, and other lines have it: few lack the total, which a publisher
//!   may have no use for, and no more than half lack a term of a total he does print;
//! - or no line has it, in a table that is printed whole: then it is not what is declared. Of sums
//!   over much the same terms, ten members and eleven, one is enough.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::period::Period;
use portbook_source::identity::Rule;

use super::{Plan, Scope, Term};
use crate::cell::Key;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "incomplete";

/// Lines that lack a total are few where so many times as many have it.
const FEW: usize = 5;

/// What is not printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    Term,
    Total,
    /// What must be there, by what is printed beside it.
    Surely,
}

/// One group of cells of which most are printed.
pub(super) struct Lack<'a> {
    pub(super) missing: Missing,
    /// What the cells share beside the period.
    pub(super) line: usize,
    pub(super) period: Period,
    /// What is not printed, for people.
    pub(super) what: String,
    /// One that is.
    pub(super) beside: Term<'a>,
}

/// What was printed of one identity.
pub(super) struct Seen<'a> {
    plan: &'a Plan<'a>,
    /// Lines that are complete, each from this period on.
    complete: BTreeMap<usize, Period>,
    pub(super) lacks: Vec<Lack<'a>>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(plan: &'a Plan<'a>) -> Self {
        Self { plan, complete: BTreeMap::new(), lacks: Vec::new() }
    }

    pub(super) fn complete(&mut self, printed: Key) {
        let since = self.complete.entry(self.plan.index.of(printed)).or_insert(printed.period);
        *since = (*since).min(printed.period);
    }

    fn lost(&self, all: &[Seen<'_>], is_whole: bool) -> Vec<&Lack<'a>> {
        let without = |missing: Missing| {
            let lacks = self.lacks.iter().filter(|lack| lack.missing == missing);
            let lines: BTreeSet<usize> = lacks.map(|lack| lack.line).collect();
            lines.iter().filter(|line| !self.complete.contains_key(line)).count()
        };
        let (terms, totals) = (without(Missing::Term), without(Missing::Total));
        let nowhere = is_whole && !all.iter().any(|other| self.is_told_by(other));
        // A level is printed in every line of a table, or in none.
        let by_level = matches!(self.plan.identity.rule, Rule::Parts { .. } | Rule::Members { .. });
        let is_lost = |lack: &&Lack<'_>| match (lack.missing, self.complete.get(&lack.line)) {
            (Missing::Surely, _) => true,
            (_, Some(since)) => *since < lack.period,
            (_, None) if self.complete.is_empty() => nowhere,
            (Missing::Term, None) => is_whole && terms <= self.complete.len(),
            (Missing::Total, None) => by_level || is_whole && totals * FEW <= self.complete.len(),
        };
        self.lacks.iter().filter(is_lost).collect()
    }

    /// Whether another sum over much the same terms is complete.
    fn is_told_by(&self, other: &Seen<'_>) -> bool {
        let terms = |seen: &Seen<'_>| match &seen.plan.identity.rule {
            Rule::Linear { column, terms, .. } => {
                Some((*column, terms.keys().cloned().collect::<BTreeSet<_>>()))
            }
            _ => None,
        };
        let (Some((column, ours)), Some((of, theirs))) = (terms(self), terms(other)) else {
            return false;
        };
        column == of
            && !other.complete.is_empty()
            && (ours.is_subset(&theirs) || theirs.is_subset(&ours))
    }
}

pub(super) fn check(all: &[Seen<'_>], scope: &Scope<'_>, review: &mut Review<'_>) {
    for seen in all {
        let lost = seen.lost(all, scope.is_whole);
        let Some(first) = lost.first() else { continue };
        let identity = seen.plan.identity;
        let failure = Failure {
            rule: RULE.to_owned(),
            said: format!(
                "`{}` lacks {} beside {}, in {} places, expected it as elsewhere",
                identity.name,
                first.what,
                review.named_key(first.beside.key),
                lost.len(),
            ),
            cells: vec![review.place(first.beside.cells, first.beside.observation)],
        };
        review.told(identity.kind, failure);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_model::status::Level;
    use portbook_source::identity::{Codes, Kind, PeriodParts, Rule};

    use crate::printing::{Told, area, counted, figure, identity, linear, print, run, ytd};

    fn reasons(told: &Told, rows: &[Observation]) -> Vec<String> {
        let mut page = print("page", "2025-11", "2025-12-18T03:00:00Z");
        page.rows = rows.to_vec();
        let checked = run(told, vec![counted(page)]);
        checked.verdicts[0].reasons().iter().map(|reason| reason.said.clone()).collect()
    }

    /// Exports of the United States: January 224,490, February 228,630, both 453,120 (FT-900 of
    /// February 2022, Exhibit 1, E38 to E40).
    #[test]
    fn a_month_of_a_cumulative_is_missed() {
        let rule = Rule::Periods { parts: PeriodParts::Months };
        let told = Told::default().identity(identity("months = ytd", Kind::Gate, rule));
        let rows = [
            ytd("X", "2022-02", 453_120, 6, 0),
            figure("X", "2022-01", 224_490, 6, 0),
            figure("X", "2022-02", 228_630, 6, 0),
        ];
        assert_eq!(reasons(&told, &rows), [] as [&str; 0]);
        let said = reasons(&told, &rows[..2]).remove(0);
        assert!(said.starts_with("`months = ytd` lacks month 2 beside"), "{said}");
        // January and February as one, a table that begins in February, and one without months.
        let december = figure("X", "2021-12", 228_347, 6, 0);
        assert_eq!(reasons(&told, &[december, rows[0].clone()]), [] as [&str; 0]);
        assert_eq!(reasons(&told, &[rows[0].clone(), rows[2].clone()]), [] as [&str; 0]);
        assert_eq!(reasons(&told, &rows[..1]), [] as [&str; 0]);
    }

    /// Balances −89,229 and −89,185, exports 224,490 and 228,630, imports 313,720 and 317,814 (same
    /// sheet, B39, B40, E39, E40, H39, H40).
    #[test]
    fn a_term_that_was_there_before_is_missed_and_one_that_begins_late_is_not() {
        let told = Told::default().identity(linear("balance", Kind::Gate));
        let january = [
            figure("B", "2022-01", -89_229, 6, 0),
            figure("X", "2022-01", 224_490, 6, 0),
            figure("M", "2022-01", 313_720, 6, 0),
        ];
        let february = [
            figure("B", "2022-02", -89_185, 6, 0),
            figure("X", "2022-02", 228_630, 6, 0),
            figure("M", "2022-02", 317_814, 6, 0),
        ];
        assert_eq!(reasons(&told, &[&january[..], &february].concat()), [] as [&str; 0]);
        assert_eq!(reasons(&told, &[&january[1..], &february].concat()), [] as [&str; 0]);
        let said = reasons(&told, &[&january[..], &february[..2]].concat()).remove(0);
        assert!(said.starts_with("`balance` lacks trade_flow M beside"), "{said}");
        // Nowhere in a table that is printed whole; a selection may leave it out.
        let without = [&january[1..], &february[1..]].concat();
        assert_eq!(reasons(&told, &without).len(), 1);
        let selection = told.vanish(false);
        assert_eq!(reasons(&selection, &without), [] as [&str; 0]);
    }

    fn parts(total: &str, terms: &[&str]) -> Rule {
        Rule::Linear {
            column: Concept::CounterpartArea,
            total: total.to_owned(),
            terms: terms.iter().map(|term| ((*term).to_owned(), 1)).collect(),
            ignore: Vec::new(),
            only: Codes::new(),
        }
    }

    #[test]
    fn of_two_sums_over_the_same_terms_one_is_enough() {
        let ten = identity("ten members", Kind::Gate, parts("_ASEAN10", &["SGP", "VNM"]));
        let eleven = parts("_ASEAN11", &["SGP", "VNM", "TLS"]);
        let told = Told::default().identity(ten).identity(identity("eleven", Kind::Gate, eleven));
        let rows = [
            area("_ASEAN11", Level::Group, None, 6),
            area("SGP", Level::Leaf, None, 3),
            area("VNM", Level::Leaf, None, 2),
            area("TLS", Level::Leaf, None, 1),
        ];
        assert_eq!(reasons(&told, &rows), [] as [&str; 0]);
        assert_eq!(reasons(&told, &rows[1..]).len(), 2);
    }

    #[test]
    fn a_total_whose_parts_are_printed_is_missed() {
        let over = Concept::CounterpartArea;
        let (total, of) = (Level::Total, vec![Level::Leaf]);
        let rule = Rule::Parts { over, total, of, only: BTreeMap::new() };
        let told = Told::default().identity(identity("parts = total", Kind::Gate, rule));
        let rows = [
            area("_W", Level::Total, None, 5),
            area("SGP", Level::Leaf, None, 3),
            area("VNM", Level::Leaf, None, 2),
        ];
        assert_eq!(reasons(&told, &rows), [] as [&str; 0]);
        let said = reasons(&told, &rows[1..]).remove(0);
        assert!(said.starts_with("`parts = total` lacks level total beside"), "{said}");
    }
}
