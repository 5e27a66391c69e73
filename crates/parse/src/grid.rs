//! A sheet or an HTML table as printed: sparse cells at their addresses, and what spans what.
//! It knows nothing of meaning; blank folding and patterns are the layout's.

mod cells;
mod spans;
#[cfg(test)]
mod tests;
mod wire;

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use jiff::civil::DateTime;
use portbook_model::address::Cell as Place;
use portbook_source::pattern::{fold, folded};

use cells::{Cells, Placed};
use portbook_model::text::Text;
use spans::Spans;

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
    /// Cells that hold something and stand under a merged region, which shows another in their place.
    pub covered_count: u32,
    cells: Cells,
    spans: Spans,
    row_count: u32,
    column_count: u32,
    /// See [`Grid::texts`]; filled when somebody asks.
    texts: OnceLock<Vec<(Place, Text)>>,
}

/// One row of a grid, for those who ask for many of its cells.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    grid: &'a Grid,
    index: u32,
    /// Its cells, if none of another row reaches into it.
    own: Option<&'a [Placed]>,
}

/// One cell's content.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// As displayed, unfolded. Blocks inside an HTML cell are lines; the number of a workbook is
    /// plain digits, rounded to the format's decimals, without grouping or currency signs.
    pub text: Text,
    pub kind: Kind,
    /// Indentation: of the cell's style in a workbook, the leading no-break spaces in HTML.
    pub indent: Option<u8>,
    /// Whether all of it is bold; `None` where the reader cannot tell.
    pub is_bold: Option<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Nothing but blanks, if anything.
    Blank,
    Text,
    Number {
        /// Decimals the number format shows; `None` where it has no fixed number of them
        /// (`General`, fraction, exponent) or where none is known.
        decimals: Option<u8>,
        /// Powers of ten by which what is shown exceeds what is stored: 2 for a percentage, -3 for
        /// `#,##0,`. The text is what is shown.
        shift: i8,
        /// Shortest decimal that reads back as the stored number; never an exponent.
        stored: Text,
        /// The number format's code, `General` if it is that; `None` where none is known.
        format: Option<Text>,
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
    pub fn text(text: impl Into<Text>) -> Self {
        let text = text.into();
        // Nearly every text begins with a letter: those need no folding to be told from blanks.
        let is_plain = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
        let is_blank = !is_plain && fold(&text).is_empty();
        Self::new(text, if is_blank { Kind::Blank } else { Kind::Text })
    }

    /// A cell of which no style is known.
    pub fn new(text: impl Into<Text>, kind: Kind) -> Self {
        Self { text: text.into(), kind, indent: None, is_bold: None }
    }

    pub fn is_number(&self) -> bool {
        matches!(self.kind, Kind::Number { .. })
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
        self.cells.get(self.origin(row_index, column_index))
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
        self.cells.all()
    }

    /// Each text once, folded, where it stands first; those of numbers are left out. Looked for once,
    /// however many sources look at the grid.
    pub fn texts(&self) -> &[(Place, Text)] {
        self.texts.get_or_init(|| {
            let mut seen: HashSet<&str, FixedState> = HashSet::default();
            let words = self.cells().filter(|(_, cell)| !cell.is_number());
            let first = words.filter(|(_, cell)| seen.insert(cell.text.as_str()));
            let folded = first.map(|(place, cell)| match folded(&cell.text) {
                Cow::Borrowed(_) => (place, cell.text.clone()),
                Cow::Owned(text) => (place, Text::from(text)),
            });
            folded.collect()
        })
    }

    /// The cells that begin in a row, from the left.
    pub fn row(&self, row_index: u32) -> impl Iterator<Item = (Place, &Cell)> {
        let at = |column_index| Place { row_index, column_index };
        self.cells.range(at(0), at(u32::MAX))
    }

    /// A row, to look up cells in.
    pub fn across(&self, row_index: u32) -> Row<'_> {
        let is_alone = !self.spans.may_reach(row_index);
        let own = is_alone.then(|| self.cells.row(row_index)).flatten();
        Row { grid: self, index: row_index, own }
    }

    /// Puts a cell; the one that stood there before, if any, is returned.
    pub fn put(&mut self, place: Place, cell: Cell) -> Option<Cell> {
        if cell.kind != Kind::Blank {
            self.row_count = self.row_count.max(place.row_index.saturating_add(1));
            self.column_count = self.column_count.max(place.column_index.saturating_add(1));
        }
        self.texts.take();
        self.cells.put(place, cell)
    }

    /// Lets the cell at the span's origin cover the rest of it, as printed: what the covered
    /// cells may hold is not shown. Put all cells first.
    pub fn cover(&mut self, span: Span) {
        let area = u64::from(span.row_count) * u64::from(span.column_count);
        if area < 2 {
            return;
        }
        let Place { row_index, column_index } = span.origin;
        let bottom = row_index.saturating_add(span.row_count);
        let right = column_index.saturating_add(span.column_count);
        let last = Place { row_index: bottom - 1, column_index: u32::MAX };
        let covered: Vec<Place> = self
            .cells
            .range(span.origin, last)
            .map(|(place, _)| place)
            .filter(|place| (column_index..right).contains(&place.column_index))
            .filter(|place| *place != span.origin)
            .collect();
        self.texts.take();
        for place in covered {
            let taken = self.cells.take(place);
            let is_filled = taken.is_some_and(|cell| cell.kind != Kind::Blank);
            self.covered_count += u32::from(is_filled);
        }
        if self.cells.get(span.origin).is_some_and(|cell| cell.kind != Kind::Blank) {
            self.row_count = self.row_count.max(bottom);
            self.column_count = self.column_count.max(right);
        }
        self.spans.insert(span);
    }
}

impl<'a> Row<'a> {
    /// As [`Grid::get`].
    pub fn get(&self, column_index: u32) -> Option<&'a Cell> {
        let Some(cells) = self.own else { return self.grid.get(self.index, column_index) };
        let (first, _) = cells.first()?;
        // Nearly every row is without gaps.
        let guess = column_index.checked_sub(first.column_index)? as usize;
        let column = |(place, _): &Placed| place.column_index;
        let hit = cells.get(guess).filter(|placed| column(placed) == column_index);
        let hit = hit.or_else(|| {
            let found = cells.binary_search_by_key(&column_index, column);
            found.ok().map(|at| &cells[at])
        });
        hit?.1.as_ref()
    }

    /// Whether something stands in a column.
    pub fn is_filled(&self, column_index: u32) -> bool {
        self.get(column_index).is_some_and(|cell| cell.kind != Kind::Blank)
    }

    /// As [`Grid::span`].
    pub fn span(&self, column_index: u32) -> Option<Span> {
        self.own.is_none().then(|| self.grid.span(self.index, column_index)).flatten()
    }

    /// As [`Grid::origin`].
    pub fn origin(&self, column_index: u32) -> Place {
        match self.own {
            Some(_) => Place { row_index: self.index, column_index },
            None => self.grid.origin(self.index, column_index),
        }
    }
}
