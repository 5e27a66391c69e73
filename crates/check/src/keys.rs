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
    Err(Failure {
        rule: RULE.to_owned(),
        said: format!("got {} cells that differ for {}, expected one", sorted.len(), review.named(least)),
        cells: sorted.iter().map(|cell| review.place(*cell)).collect(),
    })
}
