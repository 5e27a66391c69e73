//! Two currencies of one table: what they imply as exchange rate lies in a band. A page that is
//! titled in one currency and filled in the other is seen here.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::Period;

use super::relation::{Expected, Relation};
use super::{Group, Plan, Scope, one};
use crate::cell::CellId;

pub(super) fn groups<'a>(
    plan: &Plan<'_>,
    scope: &Scope<'a>,
    of: &str,
    per: &str,
    between: [i128; 2],
) -> Vec<Group<'a>> {
    let mut by_shared: BTreeMap<(usize, Period), [Vec<CellId>; 2]> = BTreeMap::new();
    for (shared, key, cell) in plan.among(scope) {
        let series = scope.cells.series(key);
        let currency = series.get(Concept::Currency);
        // Money only: a quantity or a share is behind both currencies alike.
        let side = [of, per].iter().position(|code| *code == currency);
        if let Some(side) = side.filter(|_| series.get(Concept::UnitMeasure) == currency) {
            by_shared.entry((shared, key.period)).or_default()[side].push(cell);
        }
    }
    // A release in one currency has nothing to compare.
    if [0, 1].iter().any(|side| by_shared.values().all(|both| both[*side].is_empty())) {
        return Vec::new();
    }
    let group = |[of, per]: &[Vec<CellId>; 2]| match (one(Some(of)), one(Some(per))) {
        (Some(printed), Some(per)) => Group::Complete(Relation {
            printed: scope.term(printed),
            expected: Expected::Rate { per: scope.term(per), between },
        }),
        _ => Group::Incomplete,
    };
    by_shared.values().map(group).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_source::identity::{Kind, Rule};

    use crate::Checked;
    use crate::printing::{Told, counted, identity, print, run, ytd};

    const RULE: &str = "yuan and dollars imply an exchange rate";

    fn in_currency(currency: &str, digits: i128, unit_mult: i8) -> Observation {
        let cell = ytd("X", "2025-11", digits, unit_mult, 1);
        let series = cell.series.with(Concept::Currency, currency);
        Observation { series: Arc::new(series.with(Concept::UnitMeasure, currency)), ..cell }
    }

    /// A page in 100 million yuan beside one in million dollars.
    fn beside_dollars(yuan_digits: i128) -> Checked {
        let between = [6_050_900_000, 8_725_100_000];
        let rule = Rule::ImpliedRate { of: "CNY".to_owned(), per: "USD".to_owned(), between };
        let told = Told::default().identity(identity(RULE, Kind::Gate, rule));
        let mut yuan = print("yuan", "2025-11", "2025-12-08T03:00:00Z");
        yuan.rows = vec![in_currency("CNY", yuan_digits, 8)];
        let mut dollars = print("dollars", "2025-11", "2025-12-08T03:00:00Z");
        dollars.rows = vec![in_currency("USD", 34_147_328, 6)];
        run(&told, vec![counted(yuan), counted(dollars)])
    }

    /// China's exports of January to November 2025: 244,578.8 in 100 million yuan (bulletin, row
    /// 总值: 2,445,787,768.7576 in 10,000), 3,414,732.8 in million dollars (release of 8 December).
    #[test]
    fn two_currencies_of_one_table_imply_a_rate() {
        let checked = beside_dollars(2_445_788);
        assert_eq!(checked.verdicts[0].counts.identities[RULE].held, 1, "{:?}", checked.verdicts);
        assert_eq!(checked.rows.len(), 2);
    }

    /// As in June 2025: the page titled in yuan carries the dollars.
    #[test]
    fn a_page_in_the_other_currency_is_held() {
        let checked = beside_dollars(341_473);
        assert!(checked.rows.is_empty());
        let reason = &checked.verdicts[0].reasons()[0];
        assert_eq!((reason.rule.as_str(), reason.cells.len()), (RULE, 2));
        let expected = "got 3414730000000, expected 6.0509 to 8.7251 per unit of 3414732800000";
        assert!(reason.said.contains(expected), "{}", reason.said);
    }
}
