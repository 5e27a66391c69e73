//! `[[records]]`: a record file, by the names of its columns.

use std::collections::BTreeMap;

use super::Common;
use crate::pattern::Pattern;
use crate::says::Says;

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
