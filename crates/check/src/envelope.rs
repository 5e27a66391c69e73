//! How many observations a release may have: fewer is a hold, more is told.

use portbook_source::dataset::Rows;

use crate::edition::United;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "rows";

pub(crate) fn check(bounds: Rows, united: &United, review: &mut Review<'_>) {
    let rows = u64::try_from(united.cells.len()).expect("a count of cells fits 64 bits");
    review.counts.observations = rows;
    let (fewer, more) = bounded(bounds, rows);
    if let Some(fewer) = fewer {
        review.fail(fewer);
    }
    if let Some(more) = more {
        review.find(more);
    }
}

/// What is wrong with so many observations, if they are too few, or too many.
pub(crate) fn bounded(bounds: Rows, rows: u64) -> (Option<Failure>, Option<Failure>) {
    let expected = |bound: &str, rows_bound| Failure {
        rule: RULE.to_owned(),
        said: format!("got {rows} observations, expected {bound} {rows_bound}"),
        cells: Vec::new(),
    };
    let fewer = (rows < bounds.min as u64).then(|| expected("at least", bounds.min));
    (fewer, (rows > bounds.max as u64).then(|| expected("at most", bounds.max)))
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn fewer_rows_hold_and_more_are_told() {
        let mut two = print("page", "2025-11", "2025-12-09T03:00:00Z");
        two.rows = vec![figure("X", "2025-11", 5, 6, 0), figure("M", "2025-11", 3, 6, 0)];
        let few = run(&Told::default().rows(3, 9), vec![counted(two.clone())]);
        assert_eq!(few.verdicts[0].reasons()[0].said, "got 2 observations, expected at least 3");
        assert_eq!(few.conservation[0].held, 2);
        let many = run(&Told::default().rows(0, 1), vec![counted(two)]);
        assert_eq!(many.rows.len(), 2);
        assert_eq!(many.findings[0].failure.rule, "rows");
    }
}
