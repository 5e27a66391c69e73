//! A sheet or an HTML table as printed: sparse cells at their addresses, and what spans what.
//! It knows nothing of meaning; blank folding and patterns are the layout's.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use portbook_model::address::Cell as Place;
use portbook_source::pattern::fold;

/// One sheet, or one `<table>` with its spans laid out as a browser does.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Sheet name, or `table 3` for the third `<table>` of a page.
    pub name: String,
    /// Whether the workbook hides the sheet.
    pub hidden: bool,
    /// The units of page text between the table before (or the page's start) and this one, its
    /// `<caption>` included. HTML only.
    pub text_before: Vec<String>,
    cells: BTreeMap<Place, Cell>,
    spans: Spans,
    row_count: u32,
    column_count: u32,
}

/// One cell's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// As displayed, unfolded. Blocks inside an HTML cell are lines; the number of a workbook is
    /// plain digits, rounded to the format's decimals, without grouping or currency signs.
    pub text: String,
    pub kind: Kind,
    /// Indentation: of the cell's style in a workbook, the leading no-break spaces in HTML.
    pub indent: Option<u8>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Nothing but blanks, if anything.
    Blank,
    Text,
    Number {
        /// Decimals the number format shows; `None` where it has no fixed number of them
        /// (`General`, percent, fraction, exponent) or where none is known.
        decimals: Option<u8>,
        /// Shortest decimal that reads back as the stored number; never an exponent.
        stored: String,
        /// The number format's code, `General` if it is that; `None` where none is known.
        format: Option<String>,
    },
    /// The text is ISO 8601: `2025-01-31`, or `2025-01-31T08:30:00` if it has a time.
    Date(DateTime),
    Bool(bool),
    /// `#REF!`, or that a formula has no stored result.
    Error(String),
}

/// The rectangle a merged or spanning cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub origin: Place,
    pub row_count: u32,
    pub column_count: u32,
}

impl Cell {
    /// A text cell; blank if it folds to nothing.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        let kind = if fold(&text).is_empty() { Kind::Blank } else { Kind::Text };
        Self { text, kind, indent: None }
    }
}

impl Grid {
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Rows down to the last one with a cell that is not blank.
    pub fn row_count(&self) -> u32 {
        self.row_count
    }

    /// Columns up to the last one with a cell that is not blank.
    pub fn column_count(&self) -> u32 {
        self.column_count
    }

    /// The cell at a place, or the one that covers it. `None`: blank.
    pub fn get(&self, row_index: u32, column_index: u32) -> Option<&Cell> {
        self.cells.get(&self.origin(row_index, column_index))
    }

    /// The text at a place, that of the covering cell; empty where there is none.
    pub fn text(&self, row_index: u32, column_index: u32) -> &str {
        self.get(row_index, column_index).map_or("", |cell| cell.text.as_str())
    }

    /// Where the content of a place stands: the top left of what covers it, else itself.
    pub fn origin(&self, row_index: u32, column_index: u32) -> Place {
        let place = Place { row_index, column_index };
        self.span(row_index, column_index).map_or(place, |span| span.origin)
    }

    /// The span that covers a place, if one does.
    pub fn span(&self, row_index: u32, column_index: u32) -> Option<Span> {
        self.spans.covering(Place { row_index, column_index })
    }

    /// Every cell that is held, spanned ones once, row by row. Some may be blank.
    pub fn cells(&self) -> impl Iterator<Item = (Place, &Cell)> {
        self.cells.iter().map(|(place, cell)| (*place, cell))
    }

    /// The cells that begin in a row, from the left.
    pub fn row(&self, row_index: u32) -> impl Iterator<Item = (Place, &Cell)> {
        let at = |column_index| Place { row_index, column_index };
        self.cells.range(at(0)..=at(u32::MAX)).map(|(place, cell)| (*place, cell))
    }

    /// Puts a cell; the one that stood there before, if any, is returned.
    pub fn put(&mut self, place: Place, cell: Cell) -> Option<Cell> {
        if cell.kind != Kind::Blank {
            self.row_count = self.row_count.max(place.row_index.saturating_add(1));
            self.column_count = self.column_count.max(place.column_index.saturating_add(1));
        }
        self.cells.insert(place, cell)
    }

    /// Lets the cell at the span's origin cover the rest of it, as printed: what the covered
    /// cells may hold is not shown. Put all cells first.
    pub fn cover(&mut self, span: Span) {
        if span.row_count == 0 || span.column_count == 0 || span.row_count * span.column_count == 1
        {
            return;
        }
        let Place { row_index, column_index } = span.origin;
        let bottom = row_index.saturating_add(span.row_count);
        let right = column_index.saturating_add(span.column_count);
        let last = Place { row_index: bottom - 1, column_index: u32::MAX };
        let covered: Vec<Place> = self
            .cells
            .range(span.origin..=last)
            .map(|(place, _)| *place)
            .filter(|place| (column_index..right).contains(&place.column_index))
            .filter(|place| *place != span.origin)
            .collect();
        for place in covered {
            self.cells.remove(&place);
        }
        if self.cells.get(&span.origin).is_some_and(|cell| cell.kind != Kind::Blank) {
            self.row_count = self.row_count.max(bottom);
            self.column_count = self.column_count.max(right);
        }
        self.spans.insert(span);
    }
}

/// Spans by origin. Looking one up walks the rows above no further than the tallest span of its
/// class, so a few tall ones do not slow down all.
#[derive(Clone, Debug, Default)]
struct Spans {
    low: BTreeMap<Place, Span>,
    low_row_count_max: u32,
    tall: Vec<Span>,
}

const LOW_ROWS_MAX: u32 = 32;

impl Spans {
    fn insert(&mut self, span: Span) {
        if span.row_count > LOW_ROWS_MAX {
            self.tall.push(span);
        } else {
            self.low_row_count_max = self.low_row_count_max.max(span.row_count);
            self.low.entry(span.origin).or_insert(span);
        }
    }

    fn covering(&self, place: Place) -> Option<Span> {
        for back in 0..self.low_row_count_max {
            let Some(row_index) = place.row_index.checked_sub(back) else { break };
            let from = Place { row_index, column_index: 0 };
            let to = Place { row_index, column_index: place.column_index };
            // Within a row the nearest origin to the left that reaches this far is the one.
            let hit = self.low.range(from..=to).rev().find(|(_, span)| span.covers(place));
            if let Some((_, span)) = hit {
                return Some(*span);
            }
        }
        self.tall.iter().find(|span| span.covers(place)).copied()
    }
}

impl std::fmt::Display for Span {
    /// `B7:C8`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Place { row_index, column_index } = self.origin;
        let last = Place {
            row_index: row_index.saturating_add(self.row_count.saturating_sub(1)),
            column_index: column_index.saturating_add(self.column_count.saturating_sub(1)),
        };
        write!(f, "{}:{last}", self.origin)
    }
}

impl Span {
    fn covers(&self, place: Place) -> bool {
        let down = place.row_index.checked_sub(self.origin.row_index);
        let across = place.column_index.checked_sub(self.origin.column_index);
        down.is_some_and(|rows| rows < self.row_count)
            && across.is_some_and(|columns| columns < self.column_count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn place(row_index: u32, column_index: u32) -> Place {
        Place { row_index, column_index }
    }

    #[test]
    fn a_merged_cell_repeats_its_text_and_counts_once() {
        let mut grid = Grid::new("1");
        grid.put(place(4, 1), Cell::text("Exports"));
        grid.put(place(4, 2), Cell::text("hidden under the merge"));
        grid.cover(Span { origin: place(4, 1), row_count: 1, column_count: 3 });
        assert_eq!(grid.text(4, 3), "Exports");
        assert_eq!(grid.origin(4, 3), place(4, 1));
        assert_eq!(grid.origin(4, 4), place(4, 4));
        assert_eq!(grid.get(4, 4), None);
        assert_eq!(grid.cells().count(), 1);
        assert_eq!((grid.row_count(), grid.column_count()), (5, 4));
    }

    #[test]
    fn blanks_do_not_stretch_a_grid() {
        let mut grid = Grid::new("1");
        grid.put(place(0, 0), Cell::text("a"));
        grid.put(place(9, 230), Cell::text("\u{a0} "));
        assert_eq!((grid.row_count(), grid.column_count()), (1, 1));
        assert_eq!(grid.get(9, 230).unwrap().kind, Kind::Blank);
    }

    proptest! {
        #[test]
        fn the_span_found_is_the_one_that_covers(
            row in 0_u32..50, column in 0_u32..20, rows in 1_u32..60, columns in 2_u32..10,
            at in (0_u32..120, 0_u32..40),
        ) {
            let mut grid = Grid::new("1");
            let span = Span { origin: place(row, column), row_count: rows, column_count: columns };
            grid.cover(span);
            let inside = (row..row + rows).contains(&at.0) && (column..column + columns).contains(&at.1);
            prop_assert_eq!(grid.span(at.0, at.1), inside.then_some(span));
        }
    }
}
