//! Whether one table prints an observation twice, and differently (contract 8).

use crate::cell::{CellId, Cells, said};
use crate::review::Review;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "duplicate-key";

/// The cell that stands for an observation that one edition prints in `printed`, never empty:
/// the least address, where all say the same.
///
/// # Errors
/// The failure, with every cell that prints it.
pub(crate) fn one_of(
    cells: &Cells,
    printed: &[CellId],
    review: &Review<'_>,
) -> Result<CellId, Failure> {
    let least = printed.iter().copied().min_by(|a, b| cells.by_address(*a, *b));
    let least = least.expect("an observation is printed in at least one cell");
    let says = |cell| said(cells.observation(cell));
    if printed.iter().all(|cell| says(*cell) == says(least)) {
        return Ok(least);
    }
    let mut sorted = printed.to_vec();
    sorted.sort_by(|a, b| cells.by_address(*a, *b));
    let prints = sorted.iter().take(2).map(|cell| {
        let place = review.place_at(*cell);
        format!("{}, {} prints {}", place.file, place.address, place.value)
    });
    let prints = prints.collect::<Vec<_>>().join("; ");
    Err(Failure {
        rule: RULE.to_owned(),
        said: format!(
            "got {} cells that differ for {}, expected one: {prints}",
            sorted.len(),
            review.named(least)
        ),
        cells: sorted.iter().map(|cell| review.place_at(*cell)).collect(),
    })
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    #[test]
    fn two_cells_that_say_the_same_are_one_row() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 5, 6, 0), figure("X", "2025-11", 5, 6, 0)];
        let checked = run(&Told::default(), vec![counted(page)]);
        assert_eq!(checked.rows[0].observation.address.cell.as_deref(), Some("B1"));
        assert_eq!((checked.conservation[0].rows, checked.conservation[0].restated), (1, 1));
    }

    /// Accepted, the figure stays out: which of the two cells is right is not said.
    #[test]
    fn two_cells_that_differ_are_held_and_both_named() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![
            figure("X", "2025-11", 5, 6, 0),
            figure("M", "2025-11", 7, 6, 0),
            figure("X", "2025-11", 6, 6, 0),
        ];
        let prints = vec![counted(page)];
        let held = run(&Told::default(), prints.clone());
        let reason = &held.verdicts[0].reasons()[0];
        let cells: Vec<_> = reason.cells.iter().map(|p| p.address.cell.as_deref()).collect();
        assert_eq!((reason.rule.as_str(), cells), ("duplicate-key", vec![Some("B1"), Some("B3")]));
        let both = "cell B1 prints 5000000; page, sheet `1`, cell B3 prints 6000000";
        assert!(reason.said.contains(both), "{}", reason.said);
        assert_eq!(held.conservation[0].held, 3);
        let accepted = run(&Told::default().accept("us-test:2025-11", "duplicate-key"), prints);
        assert_eq!(accepted.rows.len(), 1);
        assert_eq!((accepted.conservation[0].rows, accepted.conservation[0].refused), (1, 2));
    }
}
