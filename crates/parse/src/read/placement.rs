//! The rows of an HTML table laid out in columns, as browsers do: the table model of the HTML
//! standard, 4.9.12. A `rowspan` ends with its row group; `<tfoot>` comes last.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid, Span};
use crate::read::budget::Budget;

/// Most columns one cell may span, as browsers have it.
const COLSPAN_MAX: u32 = 1000;
/// Most rows one cell may span, as browsers have it.
const ROWSPAN_MAX: u32 = 65_534;

/// A `<thead>`, `<tbody>` or `<tfoot>`.
#[derive(Debug, Default)]
pub(super) struct Group {
    pub(super) is_foot: bool,
    pub(super) rows: Vec<Vec<Slot>>,
}

/// A `<td>` or `<th>`.
#[derive(Debug)]
pub(super) struct Slot {
    /// Lines of text, one per block.
    pub(super) lines: Vec<String>,
    pub(super) column_span: u32,
    /// Zero: to the end of the row group.
    pub(super) row_span: u32,
}

impl Slot {
    pub(super) fn new(colspan: Option<&str>, rowspan: Option<&str>) -> Self {
        let column_span = match number(colspan) {
            Some(0) | None => 1,
            Some(span) => span.min(COLSPAN_MAX),
        };
        let row_span = number(rowspan).map_or(1, |span| span.min(ROWSPAN_MAX));
        Self { lines: Vec::new(), column_span, row_span }
    }

    fn cell(&self) -> Cell {
        let mut cell = Cell::text(self.lines.join("\n"));
        let indent = cell.text.chars().take_while(|c| *c == '\u{a0}').count();
        cell.indent = u8::try_from(indent).ok();
        cell
    }
}

/// The leading digits, as browsers read an attribute that should be a number.
fn number(attribute: Option<&str>) -> Option<u32> {
    let text = attribute?.trim_ascii_start();
    let text = text.strip_prefix('+').unwrap_or(text);
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().ok()
}

/// Puts every cell of the groups into the grid.
pub(super) fn place(
    groups: &[Group],
    grid: &mut Grid,
    budget: &mut Budget<'_>,
) -> Result<(), Error> {
    // Per column, the first row that no cell above reaches into.
    let mut free_from: Vec<u32> = Vec::new();
    let mut row_index: u32 = 0;
    let mut spans = Vec::new();
    let heads_and_bodies = groups.iter().filter(|group| !group.is_foot);
    for group in heads_and_bodies.chain(groups.iter().filter(|group| group.is_foot)) {
        let group_end =
            row_index.saturating_add(u32::try_from(group.rows.len()).unwrap_or(u32::MAX));
        for row in &group.rows {
            let mut column: usize = 0;
            for slot in row {
                while free_from.get(column).is_some_and(|free| *free > row_index) {
                    column += 1;
                }
                let rows_left = group_end - row_index;
                let row_count = match slot.row_span {
                    0 => rows_left,
                    span => span.min(rows_left),
                };
                let end = column + slot.column_span as usize;
                free_from.resize(free_from.len().max(end), 0);
                for free in &mut free_from[column..end] {
                    budget.count(&grid.name)?;
                    *free = (*free).max(row_index + row_count);
                }
                let column_index = u32::try_from(column).unwrap_or(u32::MAX);
                let origin = Place { row_index, column_index };
                let cell = slot.cell();
                budget.hold(&grid.name, &cell)?;
                grid.put(origin, cell);
                spans.push(Span { origin, row_count, column_count: slot.column_span });
                column = end;
            }
            row_index += 1;
        }
    }
    for span in spans {
        grid.cover(span);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn span_attributes_as_browsers_read_them() {
        for (text, expected) in [
            (Some("3"), Some(3)),
            (Some(" +2px"), Some(2)),
            (Some("-1"), None),
            (Some("x"), None),
            (None, None),
        ] {
            assert_eq!(number(text), expected);
        }
        assert_eq!(Slot::new(Some("0"), Some("0")).column_span, 1);
        assert_eq!(Slot::new(Some("99999"), None).column_span, COLSPAN_MAX);
    }
}
