//! Where a grid's heading, stub and body are (rule 5). Sizes come from printed words, never from
//! a sheet's declared dimension.

use portbook_model::address::Cell as Place;
use portbook_source::layout::table::{Depth, Grid as Rule};
use portbook_source::pattern::fold;

use crate::grid::{Grid, Kind};

/// The parts of a grid, in zero-based rows and columns; ends are excluded.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) head_rows: std::ops::Range<u32>,
    pub(super) stub_columns: std::ops::Range<u32>,
    pub(super) value_columns: std::ops::Range<u32>,
    pub(super) body_rows: std::ops::Range<u32>,
}

/// Why there is no frame: what was looked for, and the cells where it was found instead.
pub(super) struct NoFrame {
    pub(super) expected: String,
    pub(super) found: Vec<Place>,
}

impl Frame {
    pub(super) fn of(grid: &Grid, rule: &Rule) -> Result<Self, NoFrame> {
        let hits: Vec<Place> = grid
            .cells()
            .filter(|(_, cell)| fold(&cell.text) == rule.head)
            .map(|(place, _)| place)
            .collect();
        let [head] = hits.as_slice() else {
            let expected = format!("exactly one cell `{}`, where the heading starts", rule.head);
            return Err(NoFrame { expected, found: hits });
        };
        let (top, left) = (head.row_index, head.column_index);
        let head_end = match &rule.depth {
            Depth::Rows(rows) => top + rows,
            Depth::Until(word) => {
                let last = (top..grid.row_count()).find(|row| fold(grid.text(*row, left)) == *word);
                last.map(|row| row + 1).ok_or_else(|| NoFrame {
                    expected: format!("a heading row `{word}` below it"),
                    found: hits.clone(),
                })?
            }
        };
        let first_value = left + rule.stub;
        let filled = |row: u32, column: u32| !fold(grid.text(row, column)).is_empty();
        let right = (first_value..grid.column_count())
            .rev()
            .find(|column| (top..head_end).any(|row| filled(row, *column)))
            .map_or(first_value, |column| column + 1);
        let body_end = Self::end(grid, rule, head_end, first_value..right);
        Ok(Self {
            head_rows: top..head_end,
            stub_columns: left..first_value,
            value_columns: first_value..right,
            body_rows: head_end..body_end,
        })
    }

    /// Before the first row that begins with a word of `until`, else after the last value.
    fn end(grid: &Grid, rule: &Rule, from: u32, values: std::ops::Range<u32>) -> u32 {
        let ends = |row: u32| {
            let first = grid.row(row).find(|(_, cell)| cell.kind != Kind::Blank);
            first.is_some_and(|(_, cell)| {
                let text = fold(&cell.text);
                rule.until.iter().any(|word| text.starts_with(word.as_str()))
            })
        };
        if let Some(row) = (from..grid.row_count()).find(|row| ends(*row)) {
            return row;
        }
        let has_value = |row: u32| values.clone().any(|c| !fold(grid.text(row, c)).is_empty());
        (from..grid.row_count()).rev().find(|row| has_value(*row)).map_or(from, |row| row + 1)
    }

    /// Whether a cell is part of the grid, rather than text around it.
    pub(super) fn holds(&self, place: Place) -> bool {
        (self.head_rows.start..self.body_rows.end).contains(&place.row_index)
            && (self.stub_columns.start..self.value_columns.end).contains(&place.column_index)
    }
}
