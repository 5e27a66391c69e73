//! What flowed in a period is part of what flowed in a longer one around it: a month is no more
//! than its year to date. A column of months that stands under the heading of cumulatives is seen here,
//! though each adds up by itself. Balances may do otherwise: they are not looked at.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::period::PeriodKind;
use portbook_model::series::Series;

use crate::cell::{CellId, Cells, Key};
use crate::edition::United;
use crate::identities::index::Index;
use crate::review::Review;
use crate::rounding::{addend, open_twice};
use crate::verdict::Failure;

pub(crate) const RULE: &str = "more-than-cumulative";

/// What is counted or weighed as it crosses a border is never less than nothing.
const FLOWS: [&str; 6] = ["X", "M", "XM", "RX", "RM", "DX"];
const MEASURES: [&str; 4] = ["VALUE", "VALUE_BOP", "NET_WEIGHT", "QUANTITY"];

pub(crate) fn check(cells: &Cells, kinds: &Index, united: &United, review: &mut Review<'_>) {
    // By what they share and the year they end in.
    let mut years: BTreeMap<(usize, i16), Vec<(Key, CellId)>> = BTreeMap::new();
    for (key, standing) in &united.cells {
        if flows(cells.series(*key)) {
            let year = (kinds.of(*key), key.period.end.year());
            years.entry(year).or_default().push((*key, standing.cell));
        }
    }
    let mut greater = Vec::new();
    for printed in years.values().filter(|printed| printed.len() > 1) {
        let is_whole = |(key, _): &&(Key, CellId)| {
            matches!(cells.kind(*key), PeriodKind::Ytd | PeriodKind::Year | PeriodKind::Quarter)
        };
        for (whole, whole_cell) in printed.iter().filter(is_whole) {
            let inside = |(key, _): &&(Key, CellId)| {
                whole.period.start <= key.period.start
                    && key.period.end <= whole.period.end
                    && key.period != whole.period
            };
            for (_, cell) in printed.iter().filter(inside) {
                if is_greater(cells, *cell, *whole_cell) {
                    greater.push((*cell, *whole_cell));
                }
            }
        }
    }
    let Some((part, whole)) = greater.first() else { return };
    review.fail(Failure {
        rule: RULE.to_owned(),
        said: format!(
            "got {} for {} and {} for {}, in {} places, expected no more than the longer period",
            review.value(*part),
            review.named(*part),
            review.value(*whole),
            review.named(*whole),
            greater.len(),
        ),
        cells: vec![review.place_at(*part), review.place_at(*whole)],
    });
}

pub(crate) fn flows(series: &Series) -> bool {
    FLOWS.contains(&series.get(Concept::TradeFlow))
        && MEASURES.contains(&series.get(Concept::Measure))
        && series.get(Concept::Transformation) == "N"
}

/// By more than rounding allows.
fn is_greater(cells: &Cells, part: CellId, whole: CellId) -> bool {
    let (part, whole) = (cells.observation(part), cells.observation(whole));
    let more = || addend(part)?.checked_sub(addend(whole)?)?.checked_mul(2);
    more().is_some_and(|more| more > open_twice(part) + open_twice(whole))
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run, ytd};

    /// China's exports of November 2025: 234,563,444.6194 in 10,000 yuan, 2,445,787,768.7576 since
    /// January (bulletin, row 总值).
    #[test]
    fn a_month_under_the_heading_of_cumulatives_is_held() {
        let (month, since_january) = (2_345_634_446_194, 24_457_877_687_576);
        for (month, cumulative, held) in
            [(month, since_january, false), (since_january, month, true), (month, month, false)]
        {
            let mut page = print("page", "2025-11", "2025-12-18T03:00:00Z");
            page.rows =
                vec![figure("X", "2025-11", month, 4, 4), ytd("X", "2025-11", cumulative, 4, 4)];
            let checked = run(&Told::default(), vec![counted(page)]);
            assert_eq!(checked.verdicts[0].is_held(), held);
            if held {
                let reason = &checked.verdicts[0].reasons()[0];
                assert_eq!((reason.rule.as_str(), reason.cells.len()), (super::RULE, 2));
            }
        }
    }

    /// Balances of the United States: −89,229 in January 2022, −178,414 since January in February
    /// (FT-900 of February 2022, Exhibit 1, B38 and B39).
    #[test]
    fn a_balance_is_not_looked_at() {
        let mut page = print("page", "2022-02", "2022-04-05T12:30:00Z");
        page.rows =
            vec![figure("B", "2022-01", -89_229, 6, 0), ytd("B", "2022-02", -178_414, 6, 0)];
        assert!(!run(&Told::default(), vec![counted(page)]).verdicts[0].is_held());
    }
}
