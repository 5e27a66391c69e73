//! A figure of a period that had not ended when it was published: a block's year read wrong, or a
//! month pre-filled. Forecasts say so (status `F`) and may lie ahead; so may a null that says there
//! is no figure. A nil counts as zero, and is a figure.

use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::status::ObsStatus;

use crate::cell::Cells;
use crate::edition::United;
use crate::publication::Publication;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "period-not-ended";

pub(crate) fn check(
    cells: &Cells,
    publication: &Publication,
    united: &United,
    review: &mut Review<'_>,
) {
    let (released, latest) = latest(publication.release.released_at);
    let ahead: Vec<_> = united
        .cells
        .values()
        .map(|standing| standing.cell)
        .filter(|cell| {
            let observation = cells.observation(*cell);
            let says_nothing = observation.status.is_null() && observation.status != ObsStatus::Nil;
            let may_lie_ahead = says_nothing || observation.status == ObsStatus::Forecast;
            observation.period.end > latest && !may_lie_ahead
        })
        .collect();
    let Some(first) = ahead.first() else { return };
    let period = cells.observation(*first).period;
    review.fail(Failure {
        rule: RULE.to_owned(),
        said: said(ahead.len() as u64, released, period.end),
        cells: vec![review.place_at(*first)],
    });
}

/// The day of publication, and the last that a period may end on.
pub(crate) fn latest(released_at: Timestamp) -> (Date, Date) {
    let released = jiff::tz::Offset::UTC.to_datetime(released_at).date();
    // A day's slack: the day of publication begins earlier in the east than in UTC.
    (released, released.tomorrow().unwrap_or(released))
}

pub(crate) fn said(figures: u64, released: Date, first: Date) -> String {
    format!(
        "got {figures} figures of periods after {released}, the first to {first}, expected periods that had ended"
    )
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn a_month_that_had_not_ended_holds_the_release() {
        let mut early = print("page", "2025-11", "2025-12-09T03:00:00Z");
        early.rows = vec![figure("X", "2025-11", 5, 6, 0), figure("X", "2025-12", 5, 6, 0)];
        let checked = run(&Told::default(), vec![counted(early)]);
        assert_eq!(checked.rows.len(), 0);
        assert_eq!(checked.verdicts[0].reasons()[0].rule, super::RULE);
        assert!(checked.verdicts[0].reasons()[0].said.contains("the first to 2025-12-31"));
    }
}
