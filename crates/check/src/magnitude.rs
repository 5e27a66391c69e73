//! Whether figures are of the size they were: a column in thousands that is read as millions, or
//! cumulatives read as months, pass every sum among themselves. Looked at are levels of a series,
//! against what was held of it: the same period, else the latest one before it, else the one before
//! it in the same release; and a month against the average month of the cumulative beside it. The
//! periods of a series are looked at together, and what is measured of all members in one period.
//!
//! The bound is stated, not learned: more than half of at least [`PAIRS_MIN`] figures are larger, or
//! smaller, by a factor of [`FACTOR`]. No economy moves like that; a unit does.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::observation::Observation;
use portbook_model::period::{Period, PeriodKind};

use crate::cell::{CellId, Cells, Key};
use crate::edition::United;
use crate::identities::index::Index;
use crate::inside::flows;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;
use crate::vintage::Ledger;

pub(crate) const RULE: &str = "magnitude";

const PAIRS_MIN: usize = 5;
const FACTOR: i128 = 5;

/// Columns that tell the members of a table apart, not what is measured or in which unit.
pub(crate) const MEMBERS: [Concept; 8] = [
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

/// A release, and what the size of its figures is compared with.
pub(crate) struct Sizes<'a> {
    pub(crate) cells: &'a Cells,
    pub(crate) ledger: &'a Ledger,
    pub(crate) publication: &'a Publication,
    pub(crate) united: &'a United,
    /// Series that differ by the kind of period.
    pub(crate) kinds: &'a Index,
    /// Series that differ by member.
    pub(crate) measures: &'a Index,
}

pub(crate) fn check(sizes: &Sizes<'_>, review: &mut Review<'_>) {
    let mut of_series: BTreeMap<usize, Group> = BTreeMap::new();
    let mut of_measure: BTreeMap<(usize, Period), Group> = BTreeMap::new();
    let mut of_cumulative: BTreeMap<(usize, Period), Group> = BTreeMap::new();
    for (key, standing) in &sizes.united.cells {
        if sizes.cells.series(*key).get(Concept::Transformation) != "N" {
            continue;
        }
        let (cell, of) = (standing.cell, (sizes.measures.of(*key), key.period));
        let now = sizes.cells.observation(cell);
        let held = sizes.held(*key);
        if let Some(moved) = held.and_then(|before| moved(now, before, 1)) {
            of_series.entry(key.series).or_default().add(cell, moved);
        }
        let before = held.or_else(|| sizes.printed_before(*key));
        if let Some(moved) = before.and_then(|before| moved(now, before, 1)) {
            of_measure.entry(of).or_default().add(cell, moved);
        }
        let months = i128::from(key.period.end.month());
        if let Some(moved) = sizes.cumulative(*key).and_then(|whole| moved(now, whole, months)) {
            of_cumulative.entry(of).or_default().add(cell, moved);
        }
    }
    let told = [
        (of_measure.values().chain(of_series.values()).find_map(Group::out), "what was held"),
        (of_cumulative.values().find_map(Group::out), "the average month of their cumulative"),
    ];
    for (out, than) in told {
        let Some((direction, moved, pairs)) = out else { continue };
        let first = moved[0];
        review.fail(Failure {
            rule: RULE.to_owned(),
            said: format!(
                "got {} of {pairs} figures {direction} than {than} by a factor of {FACTOR} or more, \
                 the first {}: {}; expected at most half",
                moved.len(),
                review.named(first),
                review.value(first),
            ),
            cells: moved.iter().take(PAIRS_MIN).map(|cell| review.place_at(*cell)).collect(),
        });
    }
}

impl<'a> Sizes<'a> {
    /// A cumulative grows until the year ends: only the same one is like it.
    fn held(&self, key: Key) -> Option<&'a Observation> {
        let released_at = self.publication.release.released_at;
        let is_cumulative = self.cells.kind(key) == PeriodKind::Ytd;
        let before = self.ledger.before(key, released_at).or_else(|| {
            (!is_cumulative).then(|| self.ledger.period_before(key, released_at)).flatten()
        });
        before.map(|row| &row.observation)
    }

    /// One series may grow fivefold year after year, as prices did in Venezuela; all members of a
    /// table do not.
    fn printed_before(&self, key: Key) -> Option<&'a Observation> {
        let period = key.period.one_before(self.cells.kind(key))?;
        self.printed(Key { period, ..key })
    }

    /// The year to date that ends with a month.
    fn cumulative(&self, key: Key) -> Option<&'a Observation> {
        if self.cells.kind(key) != PeriodKind::Month || !flows(self.cells.series(key)) {
            return None;
        }
        let period = Period::ytd(key.period.end.year(), key.period.end.month())?;
        let ranks = self.kinds.ranks(self.kinds.of(key)).iter();
        let mut keys = ranks.map(|series| Key { series: *series, period });
        let whole = keys.find(|key| self.cells.kind(*key) == PeriodKind::Ytd)?;
        self.printed(whole)
    }

    fn printed(&self, key: Key) -> Option<&'a Observation> {
        Some(self.cells.observation(self.united.cells.get(&key)?.cell))
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Moved {
    Larger,
    Smaller,
    Little,
}

/// `None` where there is nothing to compare with: on another base, or nothing.
fn moved(now: &Observation, before: &Observation, times: i128) -> Option<Moved> {
    let size = |observation: &Observation| observation.value.map(i128::abs).filter(|v| *v > 0);
    if before.base_period != now.base_period {
        return None;
    }
    let (now, before) = (size(now)?.checked_mul(times)?, size(before)?);
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
    use std::sync::Arc;

    use portbook_model::concept::Concept;
    use portbook_model::observation::Observation;
    use portbook_model::status::Level;

    use crate::printing::{Told, area, counted, figure, print, run, ytd};

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

    /// China's exports by regime of April 2023, and since January, in 1,000 dollars: total, ordinary
    /// trade, aid, other donation, processing and assembling, with imported materials (bulletin,
    /// table 5).
    const REGIMES: [(i128, i128); 6] = [
        (295_417_981, 1_116_956_792),
        (194_070_072, 729_141_305),
        (43_478, 182_506),
        (2_994, 5_379),
        (5_849_854, 22_408_292),
        (50_920_453, 206_150_445),
    ];

    #[test]
    fn months_of_another_unit_than_their_cumulatives_hold_the_release() {
        for (month_times, cumulative_times, held) in
            [(1, 1, false), (10, 1, true), (1, 10, true), (10, 10, false)]
        {
            let mut page = print("page", "2023-04", "2023-05-18T03:00:00Z");
            for (code, (of_month, since_january)) in AREAS.into_iter().zip(REGIMES) {
                for cell in [
                    figure("X", "2023-04", of_month * month_times, 3, 0),
                    ytd("X", "2023-04", since_january * cumulative_times, 3, 0),
                ] {
                    let series = cell.series.with(Concept::CounterpartArea, code);
                    page.rows.push(Observation { series: Arc::new(series), ..cell });
                }
            }
            let checked = run(&Told::default(), vec![counted(page)]);
            let rules: Vec<_> =
                checked.verdicts[0].reasons().iter().map(|reason| reason.rule.as_str()).collect();
            assert_eq!(rules.contains(&super::RULE), held, "{rules:?}");
        }
    }

    /// One month of a table that prints many is ten times the one before it.
    #[test]
    fn a_column_of_another_unit_than_its_neighbour_holds_a_first_release() {
        for (times, held) in [(1, false), (10, true)] {
            let mut page = print("page", "2025-11", "2025-12-18T03:00:00Z");
            for (at, code) in (3..).zip(AREAS) {
                for (month, times) in [("2025-09", 1), ("2025-10", 1), ("2025-11", times)] {
                    let cell = figure("X", month, at * times, 6, 0);
                    let series = cell.series.with(Concept::CounterpartArea, code);
                    page.rows.push(Observation { series: Arc::new(series), ..cell });
                }
            }
            let checked = run(&Told::default(), vec![counted(page)]);
            assert_eq!(checked.verdicts[0].is_held(), held, "times {times}");
        }
    }
}
