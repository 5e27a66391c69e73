//! `[[table]]`: a cross-tab, by the words around and above its values.

use super::{Common, Entry};
use crate::pattern::Pattern;

/// A cross-tab.
#[derive(Clone, Debug)]
pub struct Table {
    pub common: Common,
    pub find: Find,
    pub grid: Grid,
    /// What headings mean, in whatever heading row they stand.
    pub head: Vec<Entry>,
    /// What headings mean in the heading rows of one name; these come first.
    pub head_rows: Vec<HeadRow>,
    /// What the label of a row means.
    pub line: Vec<Entry>,
    /// What the cells of one label column mean, where a row has several.
    pub stub: Vec<StubColumn>,
    /// What the sheet's name says.
    pub sheet: Vec<Entry>,
}

/// Words by which a table is recognised, folded.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// Each must stand inside a text of the table or page.
    pub text: Vec<String>,
    /// Each must be the whole text of a cell.
    pub head: Vec<String>,
    pub sheet: Option<Pattern>,
}

/// Where the heading is and what ends the grid.
#[derive(Clone, Debug)]
pub struct Grid {
    pub head: Anchor,
    pub depth: Depth,
    /// First label column, zero-based; `None`: the one where the heading starts.
    pub left: Option<u32>,
    /// Last value column, zero-based; `None`: the last that has a heading.
    pub right: Option<u32>,
    /// Label columns left of the values.
    pub stub: u32,
    /// The label column whose text `[table.line]` reads; `None`: the first that is not blank.
    pub label: Option<String>,
    /// The grid ends before the first row whose first non-blank cell begins with one of these.
    pub until: Vec<String>,
    /// A blank heading repeats the one to its left.
    pub fill_right: bool,
    /// The heading stands several times; each begins a grid.
    pub repeat: bool,
    /// Headings by position, the last resort: for each value column the texts above it.
    pub columns: Vec<Vec<String>>,
}

/// Where a heading starts.
#[derive(Clone, Debug)]
pub enum Anchor {
    /// At the one cell with this whole text; with holes, at the first that matches.
    Text(Pattern),
    /// At this row, zero-based.
    Row(u32),
}

/// How deep a heading is.
#[derive(Clone, Debug)]
pub enum Depth {
    Rows(u32),
    /// Down to the row whose stub cell has this text.
    Until(String),
}

/// Heading rows that have a name in the stub.
#[derive(Clone, Debug)]
pub struct HeadRow {
    /// Folded texts of the stub; blank where the row has none.
    pub names: Vec<String>,
    /// `None`: the rows are read and mean nothing.
    pub entries: Option<Vec<Entry>>,
}

/// A label column.
#[derive(Clone, Debug)]
pub struct StubColumn {
    /// Its heading's text, or its letter, or its number from the grid's left edge, from 1.
    pub name: String,
    /// A blank cell repeats the one above.
    pub fill_down: bool,
    pub entries: Vec<Entry>,
}
