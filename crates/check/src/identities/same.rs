//! One figure in two tables of one source: the release of the same name says the same in both.
//! Whichever of the two comes later is compared, or both where they come together.

use std::collections::BTreeMap;

use portbook_model::series::Series;

use super::index::Index;
use super::relation::{Expected, Relation};
use super::{Group, Plan, Scope, Term};
use crate::Table;
use crate::cell::{CellId, Cells, Key};
use crate::publication::Publication;
use crate::rounding::step;

/// By rank of a series: ranks of the other dataset's series that share all but what is ignored.
pub(super) fn links(cells: &Cells, index: &Index, theirs: Option<&Table>) -> Vec<Vec<usize>> {
    let Some(theirs) = theirs else { return vec![Vec::new(); cells.all_series().count()] };
    let mut by_id: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (rank, series) in theirs.cells.all_series().enumerate() {
        if let Some(id) = index.find(series) {
            by_id.entry(id).or_default().push(rank);
        }
    }
    let of = |series: &Series| index.find(series).and_then(|id| by_id.get(&id)).cloned();
    cells.all_series().map(|series| of(series).unwrap_or_default()).collect()
}

pub(super) fn groups<'a>(plan: &Plan<'_>, scope: &Scope<'a>) -> Vec<Group<'a>> {
    let Some(theirs) = plan.other.and_then(|other| scope.tables.get(other)) else {
        return Vec::new();
    };
    let Some(printed) = printed_beside(theirs, scope.publication) else { return Vec::new() };
    let term = |key: Key, cell: CellId| Term {
        cells: &theirs.cells,
        key,
        observation: theirs.cells.observation(cell),
        of: None,
    };
    let mut groups = Vec::new();
    for (_, key, cell) in plan.among(scope) {
        let keys = plan.links[key.series].iter().map(|series| Key { series: *series, ..key });
        let others: Vec<Term<'a>> =
            keys.filter_map(|key| Some(term(key, *printed.get(&key)?))).collect();
        match others.as_slice() {
            // A figure that only one of the tables has is no business of the other.
            [] => {}
            [other] => groups.push(Group::Complete(Relation {
                printed: scope.term(cell),
                expected: Expected::Same(*other),
            })),
            _ => groups.push(Group::Incomplete),
        }
    }
    groups
}

/// What the release of that name prints in the other dataset; of two prints of a figure the finer.
pub(super) fn printed_beside(theirs: &Table, ours: &Publication) -> Option<BTreeMap<Key, CellId>> {
    let publication = beside(theirs, ours)?;
    let mut printed: BTreeMap<Key, CellId> = BTreeMap::new();
    let finer = |one: CellId, two: CellId| {
        let step = |cell| step(theirs.cells.observation(cell));
        step(one).cmp(&step(two)).then_with(|| theirs.cells.by_address(one, two))
    };
    for &print in &publication.prints {
        for cell in theirs.cells.of_print(print) {
            let stands = printed.entry(theirs.cells.key(cell)).or_insert(cell);
            if finer(cell, *stands).is_lt() {
                *stands = cell;
            }
        }
    }
    Some(printed)
}

/// The last publication of that release in the other dataset that was out when this one was.
fn beside<'a>(theirs: &'a Table, ours: &Publication) -> Option<&'a Publication> {
    let name = |publication: &Publication| {
        let id = &publication.release.id;
        (id.source().to_owned(), id.period().to_owned())
    };
    let out = |p: &&Publication| p.release.released_at <= ours.release.released_at;
    theirs.publications.iter().filter(out).rfind(|theirs| name(theirs) == name(ours))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::print::Print;
    use portbook_source::identity::{Codes, Kind, Rule};

    use crate::printing::{Told, counted, figure, identity, print, run};

    const RULE: &str = "table = other table";

    fn told() -> Told {
        let ignore = vec![Concept::Classification];
        let rule = Rule::Same { dataset: "other".to_owned(), ignore, only: Codes::new() };
        Told::default().beside("other").identity(identity(RULE, Kind::Gate, rule))
    }

    fn in_other(mut page: Print) -> Print {
        page.dataset = "other".to_owned();
        for row in &mut page.rows {
            let series = row.series.with(Concept::Dataset, "other");
            row.series = Arc::new(series.with(Concept::Classification, "BPM6"));
        }
        page
    }

    fn page(released_at: &str, digits: i128, decimals: i8) -> Print {
        let mut page = print(&format!("page {decimals}"), "2025-11", released_at);
        page.rows = vec![figure("X", "2025-11", digits, 6, decimals)];
        counted(page)
    }

    /// Both come out together: both say so, and neither stands.
    #[test]
    fn two_tables_that_differ_are_both_held() {
        let at = "2025-12-09T03:00:00Z";
        let agree = run(&told(), vec![page(at, 51, 1), in_other(page(at, 5, 0))]);
        assert_eq!(agree.rows.len(), 2, "{:?}", agree.verdicts);
        for verdict in &agree.verdicts {
            assert_eq!(verdict.counts.identities[RULE].held, 1, "{verdict:?}");
        }
        let differ = run(&told(), vec![page(at, 51, 1), in_other(page(at, 6, 0))]);
        assert!(differ.rows.is_empty());
        let reason = &differ.verdicts[0].reasons()[0];
        assert!(
            reason
                .said
                .ends_with("got 6000000, expected 5100000; off by 900000, rounding allows 500000"),
            "{}",
            reason.said
        );
    }

    /// What came out later is held; what stood before it is not judged by what was still to come.
    #[test]
    fn the_later_table_is_compared_with_the_earlier_one() {
        let first = page("2025-12-09T03:00:00Z", 51, 1);
        let later = in_other(page("2025-12-19T03:00:00Z", 6, 0));
        let checked = run(&told(), vec![first, later]);
        let held: Vec<_> =
            checked.verdicts.iter().map(|v| (v.dataset.as_str(), v.is_held())).collect();
        assert_eq!(held, [("other", true), ("table", false)]);
    }
}
