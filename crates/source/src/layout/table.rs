//! `[[table]]`: a cross-tab, by the words around and above its values.

use super::{Common, Entry};
use crate::pattern::Pattern;

/// A cross-tab.
#[derive(Clone, Debug)]
pub struct Table {
    pub common: Common,
    pub find: Find,
    pub grid: Grid,
    pub head: Vec<Entry>,
    pub line: Vec<Entry>,
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
    /// Whole text of the one cell where the heading starts.
    pub head: String,
    pub depth: Depth,
    /// Label columns left of the values.
    pub stub: u32,
    /// The grid ends before the first row whose first non-blank cell begins with one of these.
    pub until: Vec<String>,
    /// A blank heading repeats the one to its left.
    pub fill_right: bool,
}

/// How deep a heading is.
#[derive(Clone, Debug)]
pub enum Depth {
    Rows(u32),
    /// Down to the row whose stub cell has this text.
    Until(String),
}
