//! What all cells of a snapshot may cost together, and what their merging may.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid, Kind, Span};
use crate::limits::{Limits, within};

/// What was met so far.
pub(super) struct Budget<'a> {
    pub(super) limits: &'a Limits,
    cells: u64,
    text_bytes: u64,
}

impl<'a> Budget<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, text_bytes: 0 }
    }

    /// Counts a cell that was met, blank or not.
    pub(super) fn count(&mut self, sheet: &str) -> Result<(), Error> {
        self.count_many(sheet, 1)
    }

    /// Counts cells that stand in the file as one.
    pub(super) fn count_many(&mut self, sheet: &str, cells: u64) -> Result<(), Error> {
        self.cells = self.cells.saturating_add(cells);
        within("cells", self.cells, self.limits.cells_max, || format!("sheet `{sheet}`"))?;
        Ok(())
    }

    /// Counts what a cell holds.
    pub(super) fn hold(&mut self, sheet: &str, cell: &Cell) -> Result<(), Error> {
        self.text_bytes += cell.text.len() as u64;
        within("bytes of text", self.text_bytes, self.limits.cells_text_bytes_max, || {
            format!("sheet `{sheet}`")
        })?;
        Ok(())
    }
}

impl Budget<'_> {
    /// Puts a cell that holds something; two at one place are damage.
    pub(super) fn put(&mut self, grid: &mut Grid, place: Place, cell: Cell) -> Result<(), Error> {
        if cell.kind == Kind::Blank && cell.text.is_empty() {
            return Ok(());
        }
        self.hold(&grid.name, &cell)?;
        match grid.put(place, cell) {
            Some(_) => Err(Error::Cell {
                sheet: grid.name.clone(),
                cell: place.to_string(),
                reason: "it stands twice in the sheet".to_owned(),
            }),
            None => Ok(()),
        }
    }
}

/// The corners of a merged region, all included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) left: u32,
    pub(super) bottom: u32,
    pub(super) right: u32,
}

/// Lets merged cells cover what they cover.
pub(super) fn cover(grid: &mut Grid, merges: &[Merge], limits: &Limits) -> Result<(), Error> {
    within("merged regions", merges.len() as u64, limits.merges_max as u64, || {
        format!("sheet `{}`", grid.name)
    })?;
    for merge in merges {
        let rows = merge.bottom.checked_sub(merge.top);
        let (Some(rows), Some(columns)) = (rows, merge.right.checked_sub(merge.left)) else {
            let reason = "a merged region that ends before it begins".to_owned();
            return Err(Error::Sheet { sheet: grid.name.clone(), reason });
        };
        grid.cover(Span {
            origin: Place { row_index: merge.top, column_index: merge.left },
            row_count: rows.saturating_add(1),
            column_count: columns.saturating_add(1),
        });
    }
    Ok(())
}
