//! One table in several editions: which print of a figure stands, and whether the others agree
//! (contract 7).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::cell::{CellId, Cells, Key, said};
use crate::conservation::Fate;
use crate::keys;
use crate::publication::Publication;
use crate::review::Review;
use crate::rounding;
use crate::verdict::Failure;

pub(crate) const RULE: &str = "edition";

/// What a publication says: one cell per observation.
pub(crate) struct United {
    pub(crate) cells: BTreeMap<Key, Standing>,
    /// What became of the cells that do not stand.
    pub(crate) fates: Vec<(CellId, Fate)>,
}

/// The cell that stands for an observation.
#[derive(Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) cell: CellId,
    /// Earliest capture of the publication that says the same.
    pub(crate) first_seen_at: Timestamp,
}

/// Unites the editions of a publication.
pub(crate) fn unite(cells: &Cells, publication: &Publication, review: &mut Review<'_>) -> United {
    let mut printed: BTreeMap<Key, BTreeMap<usize, Vec<CellId>>> = BTreeMap::new();
    for &print in &publication.prints {
        for cell in cells.of_print(print) {
            let editions = printed.entry(cells.key(cell)).or_default();
            editions.entry(cells.edition(print)).or_default().push(cell);
        }
    }
    let mut united = United { cells: BTreeMap::new(), fates: Vec::new() };
    for (key, editions) in printed {
        let mut candidates = Vec::new();
        for same_edition in editions.values() {
            match keys::one_of(cells, same_edition, review) {
                Ok(least) => {
                    let others = same_edition.iter().filter(|cell| **cell != least);
                    united.fates.extend(others.map(|cell| (*cell, Fate::Restated)));
                    candidates.push(least);
                }
                Err(failure) => {
                    united.fates.extend(same_edition.iter().map(|cell| (*cell, Fate::Refused)));
                    review.fail(failure);
                }
            }
        }
        candidates.sort_by(|a, b| finer(cells, *a, *b));
        let Some((&finest, controls)) = candidates.split_first() else { continue };
        for &control in controls {
            compare(cells, finest, control, review);
            united.fates.push((control, Fate::Control));
        }
        let says = |cell| said(cells.observation(cell));
        let captured_at = |cell: CellId| cells.prints[cell.print].captured_at;
        let same = candidates.iter().filter(|cell| says(**cell) == says(finest));
        let first_seen_at = same.map(|cell| captured_at(*cell)).min();
        let first_seen_at = first_seen_at.expect("the finest cell says what it says");
        united.cells.insert(key, Standing { cell: finest, first_seen_at });
    }
    united
}

/// Finest printed step first, ties by address.
fn finer(cells: &Cells, one: CellId, two: CellId) -> Ordering {
    let step = |cell| rounding::step(cells.observation(cell));
    step(one).cmp(&step(two)).then_with(|| cells.by_address(one, two))
}

fn compare(cells: &Cells, finest: CellId, control: CellId, review: &mut Review<'_>) {
    let (fine, coarse) = (cells.observation(finest), cells.observation(control));
    if rounding::agree(fine, coarse) {
        review.counts.editions_agreed += 1;
        return;
    }
    let (fine, coarse) = (review.value(finest), review.value(control));
    review.fail(Failure {
        rule: RULE.to_owned(),
        said: format!("{}: got {coarse} in one edition, expected {fine}", review.named(finest)),
        cells: vec![review.place_at(control), review.place_at(finest)],
    });
}

#[cfg(test)]
mod tests {
    use crate::printing::{Told, counted, figure, print, run};

    /// The express page in 100 million with one decimal, the workbook in 10,000 with four.
    #[test]
    fn the_finest_print_stands_and_the_others_are_controls() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 234_559, 8, 1)];
        let mut workbook = print("workbook", "2025-11", "2025-12-18T03:00:00Z");
        workbook.rows = vec![figure("X", "2025-11", 2_345_591_234_567, 4, 4)];
        let checked = run(&Told::default(), vec![counted(page), counted(workbook)]);
        assert_eq!(checked.rows.len(), 1);
        assert_eq!(checked.rows[0].observation.decimals, 4);
        assert_eq!(checked.rows[0].release.released_at.to_string(), "2025-12-09T03:00:00Z");
        assert_eq!(checked.rows[0].first_seen_at.to_string(), "2025-12-18T03:00:00Z");
        assert_eq!(checked.verdicts[0].counts.editions_agreed, 1);
        assert_eq!(checked.conservation[0].controls, 1);
    }

    #[test]
    fn editions_that_disagree_hold_the_release() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 234_561, 8, 1)];
        let mut workbook = print("workbook", "2025-11", "2025-12-18T03:00:00Z");
        workbook.rows = vec![figure("X", "2025-11", 2_345_591_234_567, 4, 4)];
        let prints = vec![counted(page), counted(workbook)];
        let checked = run(&Told::default(), prints.clone());
        assert!(checked.rows.is_empty());
        let reasons = checked.verdicts[0].reasons();
        assert_eq!(reasons[0].rule, "edition");
        assert_eq!(reasons[0].cells.len(), 2);
        let accepted = run(&Told::default().accept("us-test:2025-11", "edition"), prints);
        assert_eq!(accepted.rows.len(), 1);
        assert_eq!(accepted.verdicts[0].accepted[0].rule, "edition");
    }
}
