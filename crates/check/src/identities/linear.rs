//! Sums over the codes of one column: exports − imports = balance.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::Period;

use super::relation::{Expected, Relation};
use super::{Group, Lack, Missing, Plan, Scope, one};
use crate::cell::CellId;

pub(super) fn groups<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    column: Concept,
    total: &str,
    terms: &BTreeMap<String, i64>,
) -> Vec<Group<'a>> {
    let mut by_shared: BTreeMap<(usize, Period), BTreeMap<&str, Vec<CellId>>> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope) {
        let code = scope.cells.series(key).get(column);
        if code == total || terms.contains_key(code) {
            let by_code = by_shared.entry((shared, key.period)).or_default();
            by_code.entry(code).or_default().push(cell);
        }
    }
    // Complete where every code is there once.
    let group = |(line, period), by_code: BTreeMap<&str, Vec<CellId>>| {
        let term = |code: &str| one(by_code.get(code)).map(|cell| scope.term(cell));
        let sum: Option<Vec<_>> =
            terms.iter().map(|(code, factor)| Some((*factor, term(code)?))).collect();
        if let (Some(printed), Some(terms)) = (term(total), sum) {
            return Group::Complete(Relation { printed, expected: Expected::Sum(terms) });
        }
        let codes = terms.keys().map(String::as_str).chain([total]);
        let lacks: Vec<&str> = codes.filter(|code| !by_code.contains_key(code)).collect();
        let beside = by_code.values().flatten().next().map(|cell| scope.term(*cell));
        match beside.filter(|_| lacks.len() < by_code.len() && !lacks.is_empty()) {
            Some(beside) => {
                let what = format!("{} {}", column.name(), lacks.join(" "));
                let missing = if lacks.contains(&total) { Missing::Total } else { Missing::Term };
                Group::Lacks(Lack { missing, line, period, what, beside })
            }
            None => Group::Incomplete,
        }
    };
    by_shared.into_iter().map(|(shared, by_code)| group(shared, by_code)).collect()
}

#[cfg(test)]
mod tests {
    use portbook_source::identity::Kind;

    use crate::printing::{Told, counted, figure, linear, nil, print, run};

    fn balance() -> Told {
        Told::default().identity(linear("exports - imports = balance", Kind::Gate))
    }

    /// Figures of 2025-11 in the November FT-900: each rounded by itself, so off by one is right.
    #[test]
    fn rounding_of_every_term_is_allowed_and_no_more() {
        let mut page = print("page", "2025-11", "2026-01-29T13:30:00Z");
        page.rows = vec![
            figure("X", "2025-11", 182_146, 6, 0),
            figure("M", "2025-11", 262_571, 6, 0),
            figure("B", "2025-11", -80_426, 6, 0),
        ];
        let checked = run(&balance(), vec![counted(page.clone())]);
        assert_eq!(checked.verdicts[0].counts.identities["exports - imports = balance"].held, 1);
        page.rows[2] = figure("B", "2025-11", -80_427, 6, 0);
        let checked = run(&balance(), vec![counted(page)]);
        let reason = &checked.verdicts[0].reasons()[0];
        assert_eq!(reason.rule, "exports - imports = balance");
        assert!(reason.said.contains("got -80427000000, expected 182146000000 − 262571000000"));
        assert!(
            reason.said.ends_with("off by -2000000, rounding allows 1500000"),
            "{}",
            reason.said
        );
        assert_eq!(reason.cells.len(), 3);
    }

    #[test]
    fn nil_adds_nothing_and_what_is_not_printed_is_counted() {
        let mut page = print("page", "2025-11", "2026-01-29T13:30:00Z");
        page.rows = vec![
            figure("X", "2025-11", 5, 6, 0),
            nil("M", "2025-11"),
            figure("B", "2025-11", 5, 6, 0),
            figure("X", "2025-10", 5, 6, 0),
        ];
        let computed = run(&balance(), vec![counted(page)]).verdicts[0].counts.identities["exports - imports = balance"];
        assert_eq!((computed.held, computed.incomplete), (1, 1));
    }

    #[test]
    fn a_finding_holds_nothing() {
        let mut page = print("page", "2025-11", "2026-01-29T13:30:00Z");
        page.rows = vec![
            figure("X", "2025-11", 9, 6, 0),
            figure("M", "2025-11", 2, 6, 0),
            figure("B", "2025-11", 1, 6, 0),
        ];
        let told = Told::default().identity(linear("balance", Kind::Finding));
        let checked = run(&told, vec![counted(page)]);
        assert_eq!(checked.rows.len(), 3);
        assert_eq!(checked.findings[0].failure.rule, "balance");
    }
}
