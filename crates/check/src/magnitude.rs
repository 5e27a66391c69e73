//! Whether figures are of the size they were: a column in thousands that is read as millions, or
//! cumulatives read as months, pass every sum among themselves. Looked at are levels of a series,
//! against what was held of it: the same period, else the latest one before it; the periods of a
//! series together, and what is measured of all members in one period.
//!
//! The bound is stated, not learned: more than half of at least [`PAIRS_MIN`] figures are larger, or
//! smaller, by a factor of [`FACTOR`]. No economy moves like that; a unit does.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::observation::Observation;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::series::Series;

use crate::cell::{CellId, Cells, Key};
use crate::edition::United;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;
use crate::vintage::Ledger;

pub(crate) const RULE: &str = "magnitude";

const PAIRS_MIN: usize = 5;
const FACTOR: i128 = 5;

/// Columns that tell the members of a table apart, not what is measured or in which unit.
const MEMBERS: [Concept; 8] = [
    Concept::RefArea,
    Concept::CounterpartArea,
    Concept::CounterpartArea2,
    Concept::Region,
    Concept::CustomsOffice,
    Concept::Commodity,
    Concept::SeriesCode,
    Concept::Breakdown,
];

/// Figures that are compared with what was held.
#[derive(Default)]
struct Group {
    pairs: usize,
    larger: Vec<CellId>,
    smaller: Vec<CellId>,
}

pub(crate) fn check(
    cells: &Cells,
    ledger: &Ledger,
    publication: &Publication,
    united: &United,
    review: &mut Review<'_>,
) {
    let mut of_series: BTreeMap<usize, Group> = BTreeMap::new();
    let mut of_measure: BTreeMap<(Series, Period), Group> = BTreeMap::new();
    for (key, standing) in &united.cells {
        let Some(moved) = moved(cells, ledger, publication, *key, standing.cell) else { continue };
        let measure =
            MEMBERS.iter().fold(cells.series(*key).clone(), |series, c| series.with(*c, ""));
        of_series.entry(key.series).or_default().add(standing.cell, moved);
        of_measure.entry((measure, key.period)).or_default().add(standing.cell, moved);
    }
    let mut groups = of_measure.values().chain(of_series.values());
    if let Some((direction, moved, pairs)) = groups.find_map(Group::out) {
        let first = moved[0];
        let failure = Failure {
            rule: RULE.to_owned(),
            said: format!(
                "got {} of {pairs} figures {direction} than what was held by a factor of {FACTOR} or \
                 more, the first {}: {}; expected at most half",
                moved.len(),
                review.named(first),
                review.value(first),
            ),
            cells: moved.iter().take(PAIRS_MIN).map(|cell| review.place_at(*cell)).collect(),
        };
        review.fail(failure);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    Larger,
    Smaller,
    Little,
}

/// `None` where there is nothing to compare with.
fn moved(
    cells: &Cells,
    ledger: &Ledger,
    publication: &Publication,
    key: Key,
    cell: CellId,
) -> Option<Moved> {
    if cells.series(key).get(Concept::Transformation) != "N" {
        return None;
    }
    let now = cells.observation(cell);
    let released_at = publication.release.released_at;
    let before = ledger.before(key, released_at).or_else(|| {
        // A cumulative grows until the year ends: only the same one is like it.
        let is_cumulative = cells.kind(key) == PeriodKind::Ytd;
        (!is_cumulative).then(|| ledger.period_before(key, released_at)).flatten()
    })?;
    let size = |observation: &Observation| observation.value.map(i128::abs).filter(|v| *v > 0);
    if before.observation.base_period != now.base_period {
        return None;
    }
    let (now, before) = (size(now)?, size(&before.observation)?);
    Some(match () {
        () if now >= before.checked_mul(FACTOR)? => Moved::Larger,
        () if before >= now.checked_mul(FACTOR)? => Moved::Smaller,
        () => Moved::Little,
    })
}

impl Group {
    fn add(&mut self, cell: CellId, moved: Moved) {
        self.pairs += 1;
        match moved {
            Moved::Larger => self.larger.push(cell),
            Moved::Smaller => self.smaller.push(cell),
            Moved::Little => {}
        }
    }

    fn out(&self) -> Option<(&'static str, &[CellId], usize)> {
        let many = |cells: &Vec<CellId>| cells.len() * 2 > self.pairs && self.pairs >= PAIRS_MIN;
        match () {
            () if many(&self.larger) => Some(("larger", &self.larger, self.pairs)),
            () if many(&self.smaller) => Some(("smaller", &self.smaller, self.pairs)),
            () => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use portbook_model::status::Level;

    use crate::printing::{Told, area, counted, print, run};

    const AREAS: [&str; 6] = ["JPN", "CHN", "FRA", "DEU", "USA", "BRA"];

    /// Six partners of November, and of December with each value times ten to a power.
    fn two_months(times: i128) -> crate::Checked {
        let mut november = print("one", "2025-11", "2025-12-18T02:00:00Z");
        let mut december = print("two", "2025-12", "2026-01-18T02:00:00Z");
        for (at, code) in (3..).zip(AREAS) {
            november.rows.push(area(code, Level::Leaf, None, at));
            let mut next = area(code, Level::Leaf, None, at);
            next.value = next.value.map(|value| value * times);
            december.rows.push(next);
        }
        run(&Told::default(), vec![counted(november), counted(december)])
    }

    #[test]
    fn a_unit_misread_holds_and_growth_does_not() {
        for (times, held) in [(1, false), (4, false), (5, true), (10, true), (10_000, true)] {
            let checked = two_months(times);
            let rules: Vec<_> =
                checked.verdicts[1].reasons().iter().map(|reason| reason.rule.as_str()).collect();
            assert_eq!(rules.contains(&super::RULE), held, "times {times}: {rules:?}");
        }
    }
}
