//! Where a grid's heading, stub and body are (rule 5). Sizes come from printed words, never from
//! a sheet's declared dimension.

use std::ops::Range;

use portbook_model::address::Cell as Place;
use portbook_source::layout::table::{Anchor, Depth, Grid as Rule};
use portbook_source::pattern::{fold, folded};
use portbook_source::vocabulary::Vocabulary;

use crate::grid::{Cell, Grid, Kind};

/// The parts of a grid, in zero-based rows and columns; ends are excluded.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) head_rows: Range<u32>,
    pub(super) stub_columns: Range<u32>,
    pub(super) value_columns: Range<u32>,
    pub(super) body_rows: Range<u32>,
}

/// Why there is no frame: what was looked for, and the cells where it was found instead.
pub(super) struct NoFrame {
    pub(super) expected: String,
    pub(super) found: Vec<Place>,
}

/// What bounds a frame: the frames that begin below it and to its right.
struct Bounds {
    right: u32,
    bottom: u32,
}

impl Frame {
    /// Every grid of the rule: one, or with `repeat` each that its heading begins.
    pub(super) fn all(
        grid: &Grid,
        rule: &Rule,
        vocabulary: &Vocabulary,
    ) -> Result<Vec<Self>, NoFrame> {
        let anchors = anchors(grid, rule, vocabulary)?;
        let mut frames = Vec::new();
        for anchor in &anchors {
            let beside = |other: &&Place| {
                other.row_index == anchor.row_index && other.column_index > anchor.column_index
            };
            let below = |other: &&Place| other.row_index > anchor.row_index;
            let bounds = Bounds {
                right: anchors
                    .iter()
                    .find(beside)
                    .map_or(grid.column_count(), |other| other.column_index),
                bottom: anchors
                    .iter()
                    .find(below)
                    .map_or(grid.row_count(), |other| other.row_index),
            };
            frames.push(Self::at(grid, rule, *anchor, &bounds)?);
        }
        Ok(frames)
    }

    fn at(grid: &Grid, rule: &Rule, anchor: Place, bounds: &Bounds) -> Result<Self, NoFrame> {
        let (top, left) = (anchor.row_index, anchor.column_index);
        let first_value = left.saturating_add(rule.stub);
        let head_end = match &rule.depth {
            Depth::Rows(rows) => top.saturating_add(*rows),
            Depth::Until(word) => {
                let named =
                    |row: &u32| (left..first_value).any(|c| fold(grid.text(*row, c)) == *word);
                let last = (top..bounds.bottom).find(named);
                last.map(|row| row + 1).ok_or_else(|| NoFrame {
                    expected: format!("a heading row `{word}` below it"),
                    found: vec![anchor],
                })?
            }
        };
        let bound = rule.right.map_or(bounds.right, |last| bounds.right.min(last + 1));
        let right = if rule.columns.is_empty() {
            (first_value..bound)
                .rev()
                .find(|column| (top..head_end).any(|row| is_filled(grid, row, *column)))
                .map_or(first_value, |column| column + 1)
        } else {
            let declared = u32::try_from(rule.columns.len()).unwrap_or(u32::MAX);
            first_value.saturating_add(declared)
        };
        let values = first_value..right;
        let last = if rule.repeat { Last::Figure } else { Last::Filled };
        let body_end = end(grid, rule, head_end..bounds.bottom, &values, last);
        Ok(Self {
            head_rows: top..head_end,
            stub_columns: left..first_value,
            value_columns: first_value..right,
            body_rows: head_end..body_end,
        })
    }

    /// Ends the frame above the heading of another table, unless that stands beside it.
    pub(super) fn cut(&mut self, grid: &Grid, rule: &Rule, other: &Self) {
        let row = other.head_rows.start;
        if self.body_rows.contains(&row) && self.columns_meet(other) {
            let rows = self.body_rows.start..row;
            self.body_rows.end = end(grid, rule, rows, &self.value_columns, Last::Figure);
        }
    }

    /// Whether a cell is part of the grid, rather than text around it.
    pub(super) fn holds(&self, place: Place) -> bool {
        self.rows().contains(&place.row_index)
            && (self.stub_columns.start..self.value_columns.end).contains(&place.column_index)
    }

    /// From the heading to the last row of the body.
    pub(super) fn rows(&self) -> Range<u32> {
        self.head_rows.start..self.body_rows.end
    }

    /// Value cells, blank ones too.
    pub(super) fn cell_count(&self) -> u64 {
        self.body_rows.len() as u64 * self.value_columns.len() as u64
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        meet(&self.rows(), &other.rows()) && self.columns_meet(other)
    }

    fn columns_meet(&self, other: &Self) -> bool {
        let columns = |frame: &Self| frame.stub_columns.start..frame.value_columns.end;
        meet(&columns(self), &columns(other))
    }
}

fn meet(a: &Range<u32>, b: &Range<u32>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The cells where headings start, moved to their first label column.
fn anchors(grid: &Grid, rule: &Rule, vocabulary: &Vocabulary) -> Result<Vec<Place>, NoFrame> {
    let moved =
        |place: Place| Place { column_index: rule.left.unwrap_or(place.column_index), ..place };
    let pattern = match &rule.head {
        Anchor::Row(row_index) => {
            return Ok(vec![moved(Place { row_index: *row_index, column_index: 0 })]);
        }
        Anchor::Text(pattern) => pattern,
    };
    let may_be_digits = pattern.may_be_digits();
    let has_holes = pattern.holes().next().is_some();
    let mut hits: Vec<Place> = grid
        .cells()
        .filter(|(_, cell)| match cell.kind {
            Kind::Blank => false,
            Kind::Number { .. } => may_be_digits,
            _ => true,
        })
        .filter(|(_, cell)| pattern.captures(&folded(&cell.text), vocabulary).is_some())
        .map(|(place, _)| place)
        .collect();
    if has_holes || rule.left.is_some() {
        // Many headings may be of one shape: the first of its heading is meant.
        hits.dedup_by(|next, first| next.row_index == first.row_index);
    }
    match hits.as_slice() {
        [] => {}
        [one] => return Ok(vec![moved(*one)]),
        [first, ..] if has_holes && !rule.repeat => return Ok(vec![moved(*first)]),
        several if rule.repeat => return Ok(several.iter().copied().map(moved).collect()),
        _ => {}
    }
    let expected = format!("exactly one cell `{pattern}`, where the heading starts");
    Err(NoFrame { expected, found: hits })
}

/// What the last row of a grid has. What stands above the next heading belongs to that one.
#[derive(Clone, Copy)]
enum Last {
    Filled,
    Figure,
}

/// Before the first row that begins with a word of `until`, else after the last value.
fn end(grid: &Grid, rule: &Rule, rows: Range<u32>, values: &Range<u32>, last: Last) -> u32 {
    if !rule.until.is_empty()
        && let Some(row) = rows.clone().find(|row| ending(grid, rule, *row).is_some())
    {
        return row;
    }
    let has_value = |row: u32| {
        let row = grid.across(row);
        values.clone().any(|column| match last {
            Last::Filled => row.is_filled(column),
            Last::Figure => row.get(column).is_some_and(is_figure),
        })
    };
    rows.clone().rev().find(|row| has_value(*row)).map_or(rows.start, |row| row + 1)
}

/// The first cell of a row, if it begins with a word of `until`.
pub(super) fn ending(grid: &Grid, rule: &Rule, row: u32) -> Option<Place> {
    let (place, cell) = grid.row(row).find(|(_, cell)| cell.kind != Kind::Blank)?;
    let text = fold(&cell.text);
    rule.until.iter().any(|word| text.starts_with(word.as_str())).then_some(place)
}

pub(super) fn is_filled(grid: &Grid, row: u32, column: u32) -> bool {
    grid.get(row, column).is_some_and(|cell| cell.kind != Kind::Blank)
}

/// Whether a cell looks like a figure, whatever stands around it.
pub(super) fn is_figure(cell: &Cell) -> bool {
    match &cell.kind {
        Kind::Number { .. } | Kind::Error(_) => true,
        Kind::Text => {
            let text = cell.text.trim();
            let body = text.trim_start_matches(['-', '\u{2212}', '+', '(']);
            let digits = body.starts_with(|c: char| c.is_ascii_digit());
            digits && !body.contains(char::is_alphabetic)
        }
        Kind::Blank | Kind::Date(_) | Kind::Bool(_) => false,
    }
}
