//! Control totals: what a publisher says that a detailed table adds up to, printed in another one.
//! Whichever of the two comes later is compared, or both where they come together.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::Period;
use portbook_model::status::Level;
use portbook_source::identity::Codes;

use super::relation::{Expected, Relation};
use super::{Group, Plan, Scope, Term};
use crate::identities::same::printed_beside;

/// By what they share once the summed columns are left out.
type Rows<'a> = BTreeMap<usize, Vec<Term<'a>>>;

pub(super) fn groups<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    of_totals: &str,
    over: &[Concept],
    only: &Codes,
) -> Vec<Group<'a>> {
    let Some(theirs) = plan.other.and_then(|other| scope.tables.get(other)) else {
        return Vec::new();
    };
    let Some(printed) = printed_beside(theirs, scope.publication) else { return Vec::new() };
    let is_detail = plan.other == Some(of_totals);
    let mut ours: Rows<'a> = BTreeMap::new();
    for (shared, _, cell) in plan.among(scope) {
        ours.entry(shared).or_default().push(scope.term(cell));
    }
    let mut beside: Rows<'a> = BTreeMap::new();
    for (key, cell) in printed {
        let series = theirs.cells.series(key);
        let is_one = is_detail || only.iter().all(|(column, code)| series.get(*column) == code);
        if let Some(shared) = plan.index.find(series).filter(|_| is_one) {
            let (cells, observation) = (&theirs.cells, theirs.cells.observation(cell));
            beside.entry(shared).or_default().push(Term { cells, key, observation, of: None });
        }
    }
    let (totals, mut parts) = if is_detail { (beside, ours) } else { (ours, beside) };
    for rows in parts.values_mut() {
        rows.retain(|row| row.observation.level == Level::Leaf);
    }
    let is_within = |part: Period, total: Period| {
        let is_inside = total.start <= part.start && part.end <= total.end;
        if over.contains(&Concept::PeriodKind) { is_inside } else { part == total }
    };
    let mut groups = Vec::new();
    for (shared, totals) in totals {
        for printed in totals {
            let rows = parts.get(&shared).into_iter().flatten();
            let of_it = rows.filter(|part| is_within(part.key.period, printed.key.period));
            let terms: Vec<(i64, Term<'a>)> = of_it.map(|part| (1, *part)).collect();
            groups.push(if terms.is_empty() {
                Group::Incomplete
            } else {
                Group::Complete(Relation { printed, expected: Expected::Sum(terms) })
            });
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::print::Print;
    use portbook_model::status::Level;
    use portbook_source::identity::{Codes, Kind, Rule};

    use crate::printing::{Told, area, counted, figure, identity, print, run};

    const RULE: &str = "file = official control total";

    fn told(over: &[Concept]) -> Told {
        let (dataset, over) = ("totals".to_owned(), over.to_vec());
        let rule = Rule::ControlTotal { dataset, over, only: Codes::new() };
        Told::default().beside("totals").identity(identity(RULE, Kind::Gate, rule))
    }

    /// The page of the totals: one row, in the other dataset.
    fn totals(released_at: &str, mut row: portbook_model::observation::Observation) -> Print {
        let mut page = print("totals", "2025-11", released_at);
        page.dataset = "totals".to_owned();
        row.series = Arc::new(row.series.with(Concept::Dataset, "totals"));
        row.level = Level::Total;
        page.rows = vec![row];
        counted(page)
    }

    fn detail(released_at: &str, values: [i128; 2]) -> Print {
        let mut page = print("detail", "2025-11", released_at);
        page.rows = vec![
            area("JPN", Level::Leaf, None, values[0]),
            area("FRA", Level::Leaf, None, values[1]),
            area("_EUR", Level::Subtotal, None, values[1]),
        ];
        counted(page)
    }

    #[test]
    fn the_leaves_of_a_file_are_its_control_total() {
        let at = "2025-12-18T02:00:00Z";
        let told = told(&[Concept::CounterpartArea]);
        let world = area("_W", Level::Total, None, 7);
        let agree = run(&told, vec![detail(at, [3, 4]), totals(at, world.clone())]);
        assert_eq!(agree.rows.len(), 4, "{:?}", agree.verdicts);
        for verdict in &agree.verdicts {
            assert_eq!(verdict.counts.identities[RULE].held, 1, "{verdict:?}");
        }
        // Further off than the rounding of three figures.
        let differ = run(&told, vec![detail(at, [3, 9]), totals(at, world)]);
        assert!(differ.rows.is_empty(), "{:?}", differ.verdicts);
        assert_eq!(differ.verdicts[0].reasons()[0].rule, RULE);
    }

    /// Months are added where the totals are of years.
    #[test]
    fn months_are_added_to_the_total_of_their_year() {
        let told = told(&[Concept::PeriodKind]);
        let mut months = print("detail", "2025-11", "2025-12-18T02:00:00Z");
        months.rows = vec![figure("X", "2025-10", 5, 6, 0), figure("X", "2025-11", 6, 6, 0)];
        let year = |digits| {
            let mut year = figure("X", "2025-11", digits, 6, 0);
            year.period = portbook_model::period::Period::year(2025).unwrap();
            year.series = Arc::new(year.series.with(Concept::PeriodKind, "year"));
            totals("2026-01-19T02:00:00Z", year)
        };
        let agree = run(&told, vec![counted(months.clone()), year(11)]);
        assert!(agree.verdicts.iter().all(|verdict| !verdict.is_held()), "{:?}", agree.verdicts);
        let differ = run(&told, vec![counted(months), year(13)]);
        let held: Vec<_> =
            differ.verdicts.iter().map(|v| (v.dataset.as_str(), v.is_held())).collect();
        assert_eq!(held, [("table", false), ("totals", true)]);
    }
}
