//! `layout.toml`: which table is which, and what its words mean by the place they stand in.

use std::collections::BTreeMap;

use portbook_schema::raw::{Precision, Sign};

use crate::pattern::Pattern;
use crate::says::Says;
use crate::validity::Validity;

pub(crate) mod read;

/// All layouts of a source.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub tables: Vec<Table>,
    pub records: Vec<Records>,
}

/// A pattern and what it says.
#[derive(Clone, Debug)]
pub struct Entry {
    pub pattern: Pattern,
    pub says: Says,
}

/// What cross-tabs and record files share.
#[derive(Clone, Debug)]
pub struct Common {
    pub id: String,
    pub dataset: String,
    pub valid: Validity,
    pub precision: Precision,
    pub decimal_mark: char,
    pub grouping_mark: Option<char>,
    /// Texts around the grid, or in the preamble.
    pub text: Vec<Entry>,
    /// Groups of texts of which exactly one stands there.
    pub one_of: Vec<Vec<Entry>>,
    /// Set for every value.
    pub all: Says,
    /// Folded texts of cells that are no numbers.
    pub signs: BTreeMap<String, Sign>,
}

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

/// A record file with one header line.
#[derive(Clone, Debug)]
pub struct Records {
    pub common: Common,
    /// Last segment of the address, where nothing in the file says which file it is.
    pub name: Option<String>,
    /// Columns the header must have.
    pub find_columns: Vec<String>,
    /// Words inside a preamble line.
    pub find_text: Vec<String>,
    /// Lines before the header.
    pub preamble: u32,
    /// Column -> what its cells mean; `None` if it is read and means nothing.
    pub columns: BTreeMap<String, Option<Pattern>>,
    pub measures: Vec<Measure>,
}

/// A column whose cells are values.
#[derive(Clone, Debug)]
pub struct Measure {
    pub column: String,
    pub says: Says,
    /// Label looked up in `[unit]`.
    pub unit: Option<String>,
}

/// What a cell that is no number may mean. `not yet published` and `not begun` are ignored cells.
pub const MEANINGS: [&str; 7] = [
    "nil",
    "missing",
    "suppressed",
    "not collected",
    "cannot be computed",
    "not yet published",
    "not begun",
];
