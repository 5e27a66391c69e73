//! What all cells of a snapshot may cost together, and what their merging may.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid, Span};
use crate::limits::Limits;

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
        let (seen, max) = (self.cells, self.limits.cells_max);
        if seen > max {
            let place = format!("sheet `{sheet}`");
            return Err(Error::Limit { what: "cells", place, seen, max });
        }
        Ok(())
    }

    /// Counts what a cell holds.
    pub(super) fn hold(&mut self, sheet: &str, cell: &Cell) -> Result<(), Error> {
        self.text_bytes += cell.text.len() as u64;
        let (seen, max) = (self.text_bytes, self.limits.cells_text_bytes_max);
        if seen > max {
            let place = format!("sheet `{sheet}`");
            return Err(Error::Limit { what: "bytes of text", place, seen, max });
        }
        Ok(())
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
    let (seen, max) = (merges.len() as u64, limits.merges_max as u64);
    if seen > max {
        let place = format!("sheet `{}`", grid.name);
        return Err(Error::Limit { what: "merged regions", place, seen, max });
    }
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
