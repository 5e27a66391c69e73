//! Whether exports stand where imports stood. A release whose two columns are exchanged in every row
//! passes every sum in it; compared with what was held before, by `cumulatives` and `growth` of base
//! `held`, its figures fit the base of the other flow and not their own.
//!
//! The bound is stated, not learned: more than half of at least [`COMPARED_MIN`] comparisons.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::series::Series;

use super::relation::{Expected, Relation, off};
use super::{Plan, Scope, Term};
use crate::cell::{Cells, Key};
use crate::review::Review;
use crate::verdict::Failure;

const RULE: &str = "exchanged";
const COMPARED_MIN: usize = 5;

/// By rank of a series: the rank of the same of the other flow, which is valued in another way.
pub(super) fn other_flows(cells: &Cells) -> Vec<Option<usize>> {
    let of = |series: &Series, flow: &str| {
        series.with(Concept::TradeFlow, flow).with(Concept::Valuation, "")
    };
    let own = |series: &Series| of(series, series.get(Concept::TradeFlow));
    let mut ranks: BTreeMap<Series, Vec<usize>> = BTreeMap::new();
    for (rank, series) in cells.all_series().enumerate() {
        ranks.entry(own(series)).or_default().push(rank);
    }
    let other = |series: &Series| {
        let flow = match series.get(Concept::TradeFlow) {
            "X" => "M",
            "M" => "X",
            _ => return None,
        };
        match ranks.get(&of(series, flow)).map(Vec::as_slice) {
            Some([rank]) => Some(*rank),
            _ => None,
        }
    };
    cells.all_series().map(other).collect()
}

/// Comparisons of a release with what was held before it.
#[derive(Default)]
pub(super) struct Exchanged<'a> {
    compared: usize,
    /// Figures that fit the other flow, and not their own.
    fitting: Vec<Term<'a>>,
}

impl<'a> Exchanged<'a> {
    pub(super) fn add(&mut self, plan: &Plan<'_>, scope: &Scope<'a>, relation: &Relation<'a>) {
        let Some(exchanged) = exchanged(plan, scope, relation) else { return };
        self.compared += 1;
        let fits = |relation| off(relation).is_none_or(|off| off.within);
        if fits(&exchanged) && !fits(relation) {
            self.fitting.push(relation.printed);
        }
    }

    pub(super) fn check(self, review: &mut Review<'_>) {
        let Self { compared, fitting } = self;
        let Some(first) = fitting.first() else { return };
        if compared < COMPARED_MIN || fitting.len() * 2 <= compared {
            return;
        }
        review.fail(Failure {
            rule: RULE.to_owned(),
            said: format!(
                "got {} of {compared} figures that follow upon what was held of the other flow, and \
                 not upon their own, the first {}; expected exports after exports and imports after \
                 imports",
                fitting.len(),
                review.named_key(first.key),
            ),
            cells: fitting
                .iter()
                .take(COMPARED_MIN)
                .map(|term| review.place(term.cells, term.observation))
                .collect(),
        });
    }
}

/// The same with what was held of the other flow.
fn exchanged<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    relation: &Relation<'a>,
) -> Option<Relation<'a>> {
    let other = |term: &Term<'a>| {
        if term.of.is_none() {
            return Some(*term);
        }
        let series = (*plan.other_flows.get(term.key.series)?)?;
        scope.held(Key { series, ..term.key })
    };
    let expected = match &relation.expected {
        Expected::Sum(terms) => {
            let terms = terms.iter().map(|(factor, term)| Some((*factor, other(term)?)));
            Expected::Sum(terms.collect::<Option<_>>()?)
        }
        Expected::Percent { part, whole, less } => {
            Expected::Percent { part: *part, whole: other(whole)?, less: *less }
        }
        _ => return None,
    };
    Some(Relation { printed: relation.printed, expected })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_source::identity::{Base, Kind, Rule};

    use super::RULE;
    use crate::printing::{Told, counted, figure, identity, print, run, ytd};

    const AREAS: [(&str, i128, i128); 3] = [("JPN", 10, 16), ("FRA", 20, 13), ("CHN", 50, 70)];

    fn of(area: &str, mut row: Observation) -> Observation {
        row.series = Arc::new(row.series.with(Concept::CounterpartArea, area));
        row
    }

    /// To November what is given, each month a tenth of it.
    fn releases(is_exchanged: bool) -> Vec<portbook_model::print::Print> {
        let mut november = print("november", "2024-11", "2024-12-18T03:00:00Z");
        let mut december = print("december", "2024-12", "2025-01-18T03:00:00Z");
        for (area, exports, imports) in AREAS {
            for (flow, whole) in [("X", exports), ("M", imports)] {
                november.rows.push(of(area, ytd(flow, "2024-11", whole * 10, 6, 0)));
                let printed = match (flow, is_exchanged) {
                    ("X", true) => "M",
                    ("M", true) => "X",
                    (flow, _) => flow,
                };
                december.rows.push(of(area, figure(printed, "2024-12", whole, 6, 0)));
                december.rows.push(of(area, ytd(printed, "2024-12", whole * 11, 6, 0)));
            }
        }
        vec![counted(november), counted(december)]
    }

    #[test]
    fn columns_exchanged_in_every_row_do_not_follow_upon_what_was_held() {
        let rule = Rule::Cumulatives { before: Base::Held };
        let told = Told::default().identity(identity("cumulative", Kind::Finding, rule));
        let right = run(&told, releases(false));
        assert!(right.verdicts.iter().all(|verdict| !verdict.is_held()), "{:?}", right.verdicts);
        let wrong = run(&told, releases(true));
        let held: Vec<&str> = wrong.verdicts[1].reasons().iter().map(|r| r.rule.as_str()).collect();
        assert_eq!(held, [RULE], "{:?}", wrong.verdicts);
        let said = &wrong.verdicts[1].reasons()[0].said;
        assert!(said.starts_with("got 6 of 6 figures that follow upon"), "{said}");
    }
}
