//! Every value cell is accounted for: rows + restated + controls + refused + ignored + held
//! (contract 9).

use std::sync::Arc;

use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_model::release::Release;

use crate::cell::{CellId, Cells};
use crate::error::{Error, Result};
use crate::publication::Publication;

/// What became of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// Nothing decided yet: a defect if it stays.
    Open,
    Row,
    /// Equal to what is held.
    Restated,
    Control,
    Refused,
    Held,
}

/// The cells of one print, counted by what became of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Conservation {
    pub dataset: String,
    /// The publication the print came with: the suffix of a silent replacement included.
    pub release: Arc<Release>,
    pub captured_at: Timestamp,
    pub snapshot: Digest,
    pub url: String,
    pub member: Option<String>,
    pub sheet: Option<String>,
    pub value_cells: u64,
    pub rows: u64,
    pub restated: u64,
    pub controls: u64,
    pub refused: u64,
    pub ignored: u64,
    pub held: u64,
}

/// What became of every cell.
pub(crate) struct Fates(Vec<Vec<Fate>>);

impl Fates {
    pub(crate) fn new(cells: &Cells) -> Self {
        Self(cells.prints.iter().map(|print| vec![Fate::Open; print.rows.len()]).collect())
    }

    /// Cells of a print that were refused after they were read.
    pub(crate) fn refused(&self, print: usize) -> impl Iterator<Item = CellId> {
        let fates = self.0[print].iter().enumerate();
        let refused = fates.filter(|(_, fate)| **fate == Fate::Refused);
        refused.map(move |(row, _)| CellId { print, row })
    }

    pub(crate) fn set(&mut self, cell: CellId, fate: Fate) {
        self.0[cell.print][cell.row] = fate;
    }

    /// Cells of the prints that came with a publication. Those that may still become rows are
    /// restated until they do; a print that changed nothing restates by what it is.
    pub(crate) fn assign(
        &mut self,
        cells: &Cells,
        publication: &Publication,
        decided: &[(CellId, Fate)],
        held: bool,
    ) {
        let fate = if held { Fate::Held } else { Fate::Restated };
        for &print in &publication.arrived {
            for cell in cells.of_print(print) {
                self.set(cell, fate);
            }
        }
        let arrived = |cell: CellId| publication.arrived.binary_search(&cell.print).is_ok();
        for (cell, fate) in decided.iter().filter(|(cell, _)| arrived(*cell)) {
            if !held {
                self.set(*cell, *fate);
            }
        }
    }

    /// The counts per print, in the order of prints.
    ///
    /// # Errors
    /// `NotConserved` where they do not add up to the value cells that `parse` counted.
    pub(crate) fn conservation(
        &self,
        cells: &Cells,
        publications: &[Publication],
    ) -> Result<Vec<Conservation>> {
        let mut release_of = vec![None; cells.prints.len()];
        for publication in publications {
            for &print in &publication.arrived {
                release_of[print] = Some(&publication.release);
            }
        }
        let counted =
            cells.prints.iter().zip(&self.0).zip(release_of).map(|((print, fates), release)| {
                let count = |fate| {
                    let cells = fates.iter().filter(|f| **f == fate).count();
                    u64::try_from(cells).expect("a count of cells fits 64 bits")
                };
                let controls =
                    u64::try_from(print.controls.len()).expect("a count of cells fits 64 bits");
                let entry = Conservation {
                    dataset: print.dataset.clone(),
                    release: release.expect("every print came with a publication").clone(),
                    captured_at: print.captured_at,
                    snapshot: print.snapshot,
                    url: print.url.clone(),
                    member: print.member.clone(),
                    sheet: print.sheet.clone(),
                    value_cells: print.value_cells,
                    rows: count(Fate::Row),
                    restated: count(Fate::Restated),
                    controls: count(Fate::Control) + controls,
                    refused: count(Fate::Refused) + print.refused_cells,
                    ignored: print.ignored_cells,
                    held: count(Fate::Held),
                };
                let accounted = entry.rows
                    + entry.restated
                    + entry.controls
                    + entry.refused
                    + entry.ignored
                    + entry.held;
                if accounted == entry.value_cells {
                    return Ok(entry);
                }
                let (url, sheet) = (entry.url, entry.sheet);
                Err(Error::NotConserved { url, sheet, accounted, value_cells: entry.value_cells })
            });
        counted.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::check_promises;
    use crate::error::Error;
    use crate::printing::{Told, figure, print};

    #[test]
    fn a_lost_cell_is_a_defect() {
        let mut page = print("page", "2025-11", "2025-12-09T03:00:00Z");
        page.rows = vec![figure("X", "2025-11", 5, 6, 0)];
        page.ignored_cells = 2;
        page.value_cells = 4;
        let told = Told::default();
        let error = check_promises(told.promises(), vec![page]).unwrap_err();
        assert!(matches!(error, Error::NotConserved { accounted: 3, value_cells: 4, .. }));
        assert_eq!(error.class().name(), "defect");
    }
}
