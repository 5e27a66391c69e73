//! Grids that hold no value at all: what ended them. A layout that takes a table and reads nothing
//! of it is as wrong as one that does not take it.

use portbook_model::address::Cell as At;
use portbook_schema::raw::RawRecords;

use super::context::Context;
use super::frame::{self, Frame, is_figure};

/// An issue for a table without a value, and for each grid that ends at its first row.
pub(super) fn without_values(context: &Context<'_>, frames: &[Frame], records: &mut RawRecords) {
    let value_count = records.batch.len() as u64 + records.refused_cells + records.ignored_cells;
    for (at, frame) in frames.iter().enumerate() {
        let ended = ended_at_once(context, frame);
        if ended.is_none() && (value_count > 0 || at > 0) {
            continue;
        }
        let head = At { row_index: frame.head_rows.start, column_index: frame.stub_columns.start };
        let seen = match (ended, swallowed(context, frame)) {
            (Some(end), _) => {
                let text = context.grid.text(end.row_index, end.column_index);
                format!("a grid that `{}` in {end} ends at its first row", text.trim())
            }
            (None, Some(figure)) => {
                format!("a grid whose {} label columns hold the figures, as {figure}", stub(frame))
            }
            (None, None) if frame.value_columns.is_empty() => {
                format!("a grid without a heading right of its {} label columns", stub(frame))
            }
            (None, None) => "a grid without a figure below its heading".to_owned(),
        };
        let expected = format!(
            "values below and right of it; `{}` sets `head_rows`, `stub`, `until`, `right`",
            context.table.common.id
        );
        let issue = context.at.issue("no-values", Some(head.to_string()), &seen, expected);
        records.issues.push(issue);
    }
}

fn stub(frame: &Frame) -> usize {
    frame.stub_columns.len()
}

/// The cell that begins with a word of `until` in the row below the heading.
fn ended_at_once(context: &Context<'_>, frame: &Frame) -> Option<At> {
    let row = frame.body_rows.start;
    let rule = &context.table.grid;
    frame.body_rows.is_empty().then(|| frame::ending(context.grid, rule, row)).flatten()
}

/// The first cell that looks like a figure below a heading and in a label column but the first.
fn swallowed(context: &Context<'_>, frame: &Frame) -> Option<At> {
    let grid = context.grid;
    let rest = frame.stub_columns.start.saturating_add(1)..frame.stub_columns.end;
    let below = frame.head_rows.end..grid.row_count();
    below
        .flat_map(|row| grid.row(row))
        .find(|(place, cell)| rest.contains(&place.column_index) && is_figure(cell))
        .map(|(place, _)| place)
}
