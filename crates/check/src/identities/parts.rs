//! Sums over the codes of one column by level: leaves and subtotals to the total, leaves to their
//! subtotal.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::Period;
use portbook_model::status::Level;

use super::relation::{Expected, Relation};
use super::{Group, Lack, Missing, Plan, Scope, Term};

/// Each row of level `total` against the rows of the levels `of` that share all but the column.
/// Where subtotals are added, leaves that are part of one are in it already.
pub(super) fn of_total<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    total: Level,
    of: &[Level],
) -> Vec<Group<'a>> {
    let subtotals_added = of.contains(&Level::Subtotal);
    let mut by_shared: BTreeMap<(usize, Period), (Vec<Term<'a>>, Terms<'a>)> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope) {
        let term = scope.term(cell);
        let level = term.observation.level;
        let inside = subtotals_added && level == Level::Leaf && term.observation.part_of.is_some();
        if level == total {
            by_shared.entry((shared, key.period)).or_default().0.push(term);
        } else if of.contains(&level) && !inside {
            by_shared.entry((shared, key.period)).or_default().1.push((1, term));
        }
    }
    let mut groups = Vec::new();
    for ((line, period), (totals, parts)) in by_shared {
        match parts.as_slice() {
            [(_, beside), _, ..] if totals.is_empty() => {
                let what = format!("level {}", total.code());
                let (missing, beside) = (Missing::Total, *beside);
                groups.push(Group::Lacks(Lack { missing, line, period, what, beside }));
                continue;
            }
            parts if totals.is_empty() || parts.is_empty() => {
                groups.push(Group::Incomplete);
                continue;
            }
            _ => {}
        }
        groups.extend(totals.into_iter().map(|printed| {
            Group::Complete(Relation { printed, expected: Expected::Sum(parts.clone()) })
        }));
    }
    groups
}

/// Terms, each with its factor.
type Terms<'a> = Vec<(i64, Term<'a>)>;

/// Each subtotal against the leaves that say they are part of it.
pub(super) fn of_subtotals<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    over: Concept,
) -> Vec<Group<'a>> {
    let mut subtotals = Vec::new();
    let mut leaves: BTreeMap<(usize, Period, &str), Terms<'a>> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope) {
        let term = scope.term(cell);
        match (term.observation.level, &term.observation.part_of) {
            (Level::Subtotal, _) => {
                let code = scope.cells.series(key).get(over);
                subtotals.push(((shared, key.period, code), term));
            }
            (Level::Leaf, Some(part_of)) => {
                leaves.entry((shared, key.period, part_of)).or_default().push((1, term));
            }
            _ => {}
        }
    }
    let mut groups = Vec::new();
    for (group, printed) in subtotals {
        groups.push(match leaves.remove(&group) {
            Some(terms) => Group::Complete(Relation { printed, expected: Expected::Sum(terms) }),
            None => Group::Incomplete,
        });
    }
    // What is left has no subtotal.
    for ((line, period, code), terms) in leaves {
        let [(_, beside), _, ..] = terms.as_slice() else { continue };
        let what = format!("{} {code}", over.name());
        let (missing, beside) = (Missing::Total, *beside);
        groups.push(Group::Lacks(Lack { missing, line, period, what, beside }));
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_model::status::Level;
    use portbook_source::identity::{Kind, Rule};

    use crate::printing::{Told, area, counted, identity, print, run};

    fn world() -> Vec<Observation> {
        vec![
            area("_W", Level::Total, None, 10),
            area("_ASIA", Level::Subtotal, None, 7),
            area("JPN", Level::Leaf, Some("_ASIA"), 3),
            area("CHN", Level::Leaf, Some("_ASIA"), 4),
            area("_EUR", Level::Subtotal, None, 2),
            area("FRA", Level::Leaf, Some("_EUR"), 2),
            area("_X", Level::Leaf, None, 1),
            area("_ASEAN10", Level::Group, None, 99),
        ]
    }

    fn told(of: &[Level]) -> Told {
        let over = Concept::CounterpartArea;
        let of = of.to_vec();
        let total = Rule::Parts { over, total: Level::Total, of, only: BTreeMap::new() };
        let members = Rule::Members { over, only: BTreeMap::new() };
        Told::default().identity(identity("parts = total", Kind::Gate, total)).identity(identity(
            "members = subtotal",
            Kind::Gate,
            members,
        ))
    }

    /// Continents and the leaves outside them, or all leaves: nothing is counted twice.
    #[test]
    fn leaves_inside_an_added_subtotal_are_not_added_again() {
        for of in [&[Level::Subtotal, Level::Leaf][..], &[Level::Leaf]] {
            let mut page = print("page", "2025-11", "2025-12-18T02:00:00Z");
            page.rows = world();
            let checked = run(&told(of), vec![counted(page)]);
            assert_eq!(checked.rows.len(), 8, "{:?}", checked.verdicts[0].ruling);
            let counts = &checked.verdicts[0].counts.identities;
            assert_eq!((counts["parts = total"].held, counts["members = subtotal"].held), (1, 2));
        }
    }

    #[test]
    fn a_lost_leaf_breaks_its_subtotal() {
        let mut page = print("page", "2025-11", "2025-12-18T02:00:00Z");
        page.rows = world();
        page.rows.remove(2);
        let checked = run(&told(&[Level::Subtotal, Level::Leaf]), vec![counted(page)]);
        let rules: Vec<_> =
            checked.verdicts[0].reasons().iter().map(|reason| reason.rule.as_str()).collect();
        assert_eq!(rules, ["members = subtotal"]);
    }
}
