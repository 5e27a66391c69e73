//! `layout.toml`: which table is which, and what its words mean by the place they stand in.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_schema::raw::{Future, Note, Precision, Sign};

use self::records::Records;
use self::table::Table;
use crate::pattern::Pattern;
use crate::says::Says;
use crate::validity::Validity;

pub(crate) mod read;
pub mod records;
pub mod table;

/// All layouts of a source.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    pub tables: Vec<Table>,
    pub records: Vec<Records>,
    /// Sheets that no layout recognises.
    pub sheets: Sheets,
    /// Words of a file that says that nothing was published, folded.
    pub empty: Vec<String>,
}

/// What becomes of a sheet or table that no layout recognises.
#[derive(Clone, Debug, Default)]
pub enum Sheets {
    /// It is listed in the run record.
    #[default]
    Listed,
    /// It is an issue, unless its name is one of these.
    AllBut(Vec<Pattern>),
}

/// A pattern and what it says.
#[derive(Clone, Debug)]
pub struct Entry {
    pub pattern: Pattern,
    pub says: Says,
    /// One-based line of `layout.toml`, for messages and `layout explain`.
    pub line: usize,
}

/// What cross-tabs and record files share.
#[derive(Clone, Debug)]
pub struct Common {
    pub id: String,
    /// Where the id stands in the file, in bytes.
    pub(crate) id_span: Range<usize>,
    pub dataset: String,
    pub valid: Validity,
    pub precision: Precision,
    pub decimal_mark: char,
    pub grouping_mark: Option<char>,
    /// Numbers may be printed with an exponent.
    pub has_exponents: bool,
    /// Texts around the grid, or in the preamble.
    pub text: Vec<Entry>,
    /// Groups of texts of which exactly one stands there.
    pub one_of: Vec<Vec<Entry>>,
    /// Set for every value.
    pub all: Says,
    /// Folded texts of cells that are no numbers.
    pub signs: BTreeMap<String, Sign>,
    /// Marks that may be glued to a number or stand beside it, folded.
    pub notes: BTreeMap<String, Note>,
    /// What a figure is whose period ends after its release.
    pub future: Option<Future>,
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
