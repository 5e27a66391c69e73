//! Whether a table that prints periods one after another leaves one out: a row or a column was
//! lost. Looked at is one printed table, and a single period that none of its series has. A longer
//! gap is a choice of the publisher's: tables begin with a few years from long ago.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use portbook_model::period::{Period, PeriodKind};

use crate::cell::Cells;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::{Failure, Place};

pub(crate) const RULE: &str = "missing-period";

/// Fewer periods are no run of them: a month and the same month a year before.
const PERIODS_MIN: usize = 5;

pub(crate) fn check(cells: &Cells, publication: &Publication, review: &mut Review<'_>) {
    for &number in &publication.prints {
        let mut printed: BTreeMap<PeriodKind, BTreeSet<Period>> = BTreeMap::new();
        for cell in cells.of_print(number) {
            let key = cells.key(cell);
            printed.entry(cells.kind(key)).or_default().insert(key.period);
        }
        let print = &cells.prints[number];
        for (kind, periods) in printed {
            let Some((after, next)) = left_out(kind, &periods) else { continue };
            let place = print.rows.iter().find(|row| row.period == next);
            review.fail(Failure {
                rule: RULE.to_owned(),
                said: said(kind, after, next),
                cells: place.map(|row| review.place_of(row)).into_iter().collect::<Vec<Place>>(),
            });
        }
    }
}

pub(crate) fn said(kind: PeriodKind, after: Period, next: Period) -> String {
    let shown = |period: Period| period.time_period(kind);
    format!(
        "got {} and {} one after the other, expected no {} left out",
        shown(after),
        shown(next),
        kind.code()
    )
}

/// Two neighbours among periods of one kind that have one between them.
pub(crate) fn left_out(kind: PeriodKind, periods: &BTreeSet<Period>) -> Option<(Period, Period)> {
    gap(periods, step(kind)?)
}

fn step(kind: PeriodKind) -> Option<Span> {
    match kind {
        PeriodKind::Month => Some(1.month()),
        PeriodKind::Quarter => Some(3.months()),
        PeriodKind::Year | PeriodKind::FiscalYear => Some(1.year()),
        PeriodKind::Ytd | PeriodKind::Rolling | PeriodKind::Days => None,
    }
}

/// Two neighbours with one period between them, where most have none.
fn gap(periods: &BTreeSet<Period>, step: Span) -> Option<(Period, Period)> {
    if periods.len() < PERIODS_MIN {
        return None;
    }
    let after = |period: &Period, steps: i64| -> Option<Date> {
        period.start.checked_add(step.checked_mul(steps).ok()?).ok()
    };
    let pairs = || periods.iter().zip(periods.iter().skip(1));
    let run = pairs().filter(|(one, two)| after(one, 1) == Some(two.start)).count();
    let (one, two) = pairs().find(|(one, two)| after(one, 2) == Some(two.start))?;
    (run * 2 > periods.len()).then_some((*one, *two))
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn a_month_left_out_holds_the_release() {
        let months = ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"];
        for (without, held) in
            [("2025-04", true), ("2025-06", false), ("2025-01", false), ("", false)]
        {
            let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
            let printed = months.iter().filter(|month| **month != without);
            page.rows = printed.map(|month| figure("X", month, 5, 6, 0)).collect();
            let checked = run(&Told::default(), vec![counted(page)]);
            assert_eq!(checked.verdicts[0].is_held(), held, "without {without}");
        }
    }
}
