//! Sums over partners by level: leaves and subtotals to the total, leaves to their subtotal.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;

use super::{Group, Level, Shared, Sum, shared};
use crate::cell::{CellId, Cells};

const OVER: [Concept; 1] = [Concept::CounterpartArea];

/// Each row of level `total` against the rows of the levels `of` that share all but the partner.
/// Where subtotals are added, leaves that are part of one are in it already.
pub(super) fn of_total(
    cells: &Cells,
    levels: &[Level<'_>],
    total: &str,
    of: &[String],
) -> Vec<Group> {
    let subtotals_added = of.iter().any(|level| level == "subtotal");
    let mut by_shared: BTreeMap<Shared, (Vec<CellId>, Vec<CellId>)> = BTreeMap::new();
    for level in levels {
        let observation = cells.observation(level.cell);
        let code = observation.level.code();
        let inside_subtotal = subtotals_added && observation.part_of.is_some();
        let group = || (shared(level.series, &OVER), level.key.period);
        if code == total {
            by_shared.entry(group()).or_default().0.push(level.cell);
        } else if of.iter().any(|level| level == code) && !(code == "leaf" && inside_subtotal) {
            by_shared.entry(group()).or_default().1.push(level.cell);
        }
    }
    let mut groups = Vec::new();
    for (totals, parts) in by_shared.into_values() {
        if totals.is_empty() || parts.is_empty() {
            groups.push(Group::Incomplete);
            continue;
        }
        let terms: Vec<_> = parts.iter().map(|cell| (1, *cell)).collect();
        let sums = totals.into_iter().map(|total| Sum { total, terms: terms.clone() });
        groups.extend(sums.map(Group::Complete));
    }
    groups
}

/// Each subtotal against the leaves that say they are part of it.
pub(super) fn of_subtotals(cells: &Cells, levels: &[Level<'_>]) -> Vec<Group> {
    let mut subtotals = Vec::new();
    let mut leaves: BTreeMap<(Shared, &str), Vec<(i64, CellId)>> = BTreeMap::new();
    for level in levels {
        let observation = cells.observation(level.cell);
        let group = || (shared(level.series, &OVER), level.key.period);
        match (observation.level.code(), &observation.part_of) {
            ("subtotal", _) => {
                let area = level.series.get(Concept::CounterpartArea);
                subtotals.push(((group(), area), level.cell));
            }
            ("leaf", Some(part_of)) => {
                leaves.entry((group(), part_of)).or_default().push((1, level.cell));
            }
            _ => {}
        }
    }
    let group = |(group, total)| match leaves.get(&group) {
        Some(terms) => Group::Complete(Sum { total, terms: terms.clone() }),
        None => Group::Incomplete,
    };
    subtotals.into_iter().map(group).collect()
}

#[cfg(test)]
mod tests {
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

    fn told(of: &[&str]) -> Told {
        let of = of.iter().map(|level| (*level).to_owned()).collect();
        let total = Rule::Parts { total: "total".to_owned(), of };
        Told::default().identity(identity("parts = total", Kind::Gate, total)).identity(identity(
            "members = subtotal",
            Kind::Gate,
            Rule::Members,
        ))
    }

    /// Continents and the leaves outside them, or all leaves: nothing is counted twice.
    #[test]
    fn leaves_inside_an_added_subtotal_are_not_added_again() {
        for of in [&["subtotal", "leaf"][..], &["leaf"]] {
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
        let checked = run(&told(&["subtotal", "leaf"]), vec![counted(page)]);
        let rules: Vec<_> =
            checked.verdicts[0].reasons().iter().map(|reason| reason.rule.as_str()).collect();
        assert_eq!(rules, ["members = subtotal"]);
    }
}
