//! Shares: what is printed as a share is part / whole × 100.

use portbook_model::concept::Concept;
use portbook_model::series::Series;
use portbook_source::identity::Codes;

use super::index::Index;
use super::relation::{Expected, Relation};
use super::{Group, Lack, Missing, Plan, Scope, one};
use crate::cell::{CellId, Cells, Key};

/// By rank of what is printed: the numbers of what it is computed from, each with these codes in the
/// place of its own. Where one of them is printed nowhere there are none.
pub(super) fn links(
    cells: &Cells,
    index: &Index,
    among: &[bool],
    from: &[&Codes],
) -> Vec<Vec<usize>> {
    let with = |series: &Series, codes: &Codes| {
        let with =
            |series: Series, (concept, code): (&Concept, &String)| series.with(*concept, code);
        index.find(&codes.iter().fold(series.clone(), with))
    };
    let of = |(series, among): (&Series, &bool)| {
        let all = || from.iter().map(|codes| with(series, codes)).collect::<Option<Vec<_>>>();
        if *among { all().unwrap_or_default() } else { Vec::new() }
    };
    cells.all_series().zip(among).map(of).collect()
}

pub(super) fn groups<'a>(plan: &Plan<'_>, scope: &Scope<'a>) -> Vec<Group<'a>> {
    let levels = scope.levels(&plan.index);
    let group = |(_, key, cell): (usize, Key, CellId)| {
        let lacks = |what: &str| {
            let (line, what) = (plan.index.of(key), what.to_owned());
            let (missing, beside) = (Missing::Total, scope.term(cell));
            Group::Lacks(Lack { missing, line, period: key.period, what, beside })
        };
        let [part, whole] = plan.links[key.series].as_slice() else {
            return lacks("the part or the whole");
        };
        let term = |id: &usize| one(levels.get(&(*id, key.period))).map(|cell| scope.term(cell));
        match (term(part), term(whole)) {
            (Some(part), Some(whole)) => Group::Complete(Relation {
                printed: scope.term(cell),
                expected: Expected::Percent { part, whole, less: 0 },
            }),
            (None, _) => lacks("the part"),
            (_, None) => lacks("the whole"),
        }
    };
    plan.among(scope).map(group).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_source::identity::{Kind, Rule};

    use crate::printing::{Told, counted, figure, identity, print, run};

    const RULE: &str = "share = chapter / all goods";

    fn told() -> Told {
        let codes = |codes: &[(Concept, &str)]| {
            codes.iter().map(|(concept, code)| (*concept, (*code).to_owned())).collect()
        };
        let value = (Concept::Measure, "VALUE");
        let rule = Rule::Share {
            share: codes(&[(Concept::Measure, "SHARE")]),
            part: codes(&[value]),
            whole: codes(&[value, (Concept::Commodity, "_T")]),
            ignore: vec![Concept::UnitMeasure],
        };
        Told::default().identity(identity(RULE, Kind::Gate, rule))
    }

    fn goods(commodity: &str, measure: &str, cell: Observation) -> Observation {
        let series = cell.series.with(Concept::Commodity, commodity);
        Observation { series: Arc::new(series.with(Concept::Measure, measure)), ..cell }
    }

    /// India's imports of chapter 27 in 2014-15: 156,400.01 of 448,033.41 million dollars, printed
    /// as 34.9081 (2015-16.asp, lines 1073, 1076 and 3868).
    #[test]
    fn a_share_is_part_of_its_whole_within_the_rounding_of_all_three() {
        let shares = |digits| {
            let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
            page.rows = vec![
                goods("27", "VALUE", figure("M", "2025-11", 15_640_001, 6, 2)),
                goods("_T", "VALUE", figure("M", "2025-11", 44_803_341, 6, 2)),
                goods("27", "SHARE", figure("M", "2025-11", digits, 0, 4)),
            ];
            run(&told(), vec![counted(page)])
        };
        let checked = shares(349_081);
        assert_eq!(checked.verdicts[0].counts.identities[RULE].held, 1, "{:?}", checked.verdicts);
        assert_eq!(
            checked.arithmetic[0].expected,
            "156400010000 / 448033410000 × 100 = 34.908113214"
        );
        let checked = shares(349_083);
        let reason = &checked.verdicts[0].reasons()[0];
        assert_eq!((reason.rule.as_str(), reason.cells.len()), (RULE, 3));
        assert!(reason.said.contains("got 34.9083, expected 156400010000 / 448033410000 × 100"));
    }

    #[test]
    fn a_share_without_its_whole_is_counted() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![goods("27", "SHARE", figure("M", "2025-11", 349_081, 0, 4))];
        let counts = run(&told(), vec![counted(page)]).verdicts[0].counts.identities.clone();
        assert_eq!(
            counts,
            BTreeMap::from([(
                RULE.to_owned(),
                crate::verdict::Computed { incomplete: 1, ..Default::default() }
            )])
        );
    }
}
