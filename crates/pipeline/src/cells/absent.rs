//! What vanished is not there: the later print, read by the layouts, has nothing of it.

use std::collections::BTreeSet;

use portbook_archive::capture::Capture;
use portbook_model::period::Period;
use portbook_model::series::Series;
use portbook_parse::read::contents::Contents;

use super::rows::told;
use super::{Desk, Fault, Looked};
use crate::build::occasion;
use crate::error::Error;
use crate::printed;

impl Desk<'_> {
    /// Rows without a cell of one snapshot. Only the layouts know what a place means, so only they
    /// can say that nothing means this.
    pub(super) fn absence(
        &self,
        contents: &Contents,
        capture: &Capture,
        rows: &[usize],
        looked: &mut Looked,
    ) -> Result<(), Error> {
        let Some(source) = self.source else {
            let problem = "its absence cannot be checked: the source has no folder";
            looked.faults.extend(rows.iter().map(|row| Fault::of(*row, problem.to_owned())));
            return Ok(());
        };
        let said = printed::charset(capture.content_type.as_deref());
        let printed = printed::interpreted(contents, said, source, &occasion(capture))?;
        let cells =
            printed.prints.iter().flat_map(|print| print.rows.iter().chain(&print.controls));
        let there: BTreeSet<(&Series, Period)> =
            cells.map(|cell| (&*cell.series, cell.period)).collect();
        let full = told(&self.settings.output, self.files, self.rows, rows)?;
        for (row, full) in rows.iter().zip(full) {
            let period = Period { start: full.period_start, end: full.period_end };
            match full.value {
                Some(_) => looked.faults.push(Fault::of(*row, "a value, and no cell".to_owned())),
                None if there.contains(&(&full.series, period)) => {
                    looked.faults.push(Fault::of(*row, "vanished, and printed".to_owned()));
                }
                None => looked.absent += 1,
            }
        }
        Ok(())
    }
}
