//! How many observations a release may have: fewer is a hold, more is told.

use portbook_source::dataset::Rows;

use crate::edition::United;
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "rows";

pub(crate) fn check(bounds: Rows, united: &United, review: &mut Review<'_>) {
    let rows = united.cells.len();
    review.counts.observations = u64::try_from(rows).expect("a count of cells fits 64 bits");
    let expected = |bound: &str, rows_bound| Failure {
        rule: RULE.to_owned(),
        said: format!("got {rows} observations, expected {bound} {rows_bound}"),
        cells: Vec::new(),
    };
    if rows < bounds.min {
        review.fail(expected("at least", bounds.min));
    }
    if rows > bounds.max {
        review.find(expected("at most", bounds.max));
    }
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
