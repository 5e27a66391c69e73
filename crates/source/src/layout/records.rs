//! `[[records]]`: a record file, by the names of its columns.

use super::{Common, Entry};
use crate::pattern::Pattern;
use crate::says::Says;
use crate::vocabulary::Vocabulary;

/// A record file: one header, then records of as many fields.
#[derive(Clone, Debug)]
pub struct Records {
    pub common: Common,
    pub find: Find,
    /// Lines before the header, or before the records where columns have a fixed width.
    pub preamble: u32,
    /// Columns by their place in the line, where no delimiter parts them and no header names them.
    pub fixed: Vec<FixedColumn>,
    /// The file ends before the first record whose first non-blank field begins with one of these.
    pub until: Vec<String>,
    /// What the cells of a column mean, by the column's heading.
    pub columns: Vec<Column>,
    pub measures: Vec<Measure>,
    /// Records left out: any condition that holds.
    pub skip: Vec<Condition>,
    /// Records that stay: every condition holds.
    pub keep: Vec<Condition>,
    /// Columns that may be absent, as the keys are written.
    pub optional: Vec<String>,
}

/// Where a field stands in every line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixedColumn {
    pub name: String,
    /// First letter of the decoded line, one-based.
    pub from: usize,
    /// Last letter, included.
    pub to: usize,
}

/// What must be there for the layout to take a file.
#[derive(Clone, Debug, Default)]
pub struct Find {
    /// Last segment of the address, where nothing in the file says which file it is.
    pub name: Option<String>,
    /// Where the records are in a file of several record sets: `/data`, `/indicators/{label}`.
    pub path: Option<Pattern>,
    /// Columns the header must have, folded.
    pub columns: Vec<String>,
    /// Columns it must not have, folded: another layout's, whose columns are these and more.
    pub without: Vec<String>,
    /// Words inside a text around the records, folded.
    pub text: Vec<String>,
}

/// Columns of one heading, or of a family of headings, and what their cells mean.
#[derive(Clone, Debug)]
pub struct Column {
    pub heading: Pattern,
    pub reads: Reads,
}

/// What a column's cells are read by.
#[derive(Clone, Debug)]
pub enum Reads {
    /// Seen, means nothing.
    Ignore,
    /// The entries that a cell's text may match, in order of preference.
    Entries(Vec<Entry>),
}

/// Columns whose cells are values.
#[derive(Clone, Debug)]
pub struct Measure {
    /// One heading, or a family of headings whose holes stand above the value.
    pub heading: Pattern,
    /// Which of several columns of one heading, from 1; every one if `None`.
    pub nth: Option<u32>,
    pub says: Says,
    /// Label looked up in `[unit]`.
    pub unit: Option<String>,
    /// The measure is for records in which all of these hold.
    pub keep: Vec<Condition>,
    /// The column beside it that speaks of this value alone.
    pub status: Option<Beside>,
}

/// A heading made from that of a value: `{period}_flag` beside `{period}_value`.
#[derive(Clone, Debug)]
pub struct Beside {
    written: String,
}

/// A column whose cell is one of some texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Heading, folded.
    pub column: String,
    /// Folded texts.
    pub texts: Vec<String>,
}

impl Beside {
    pub(crate) fn new(written: &str) -> Self {
        Self { written: crate::pattern::fold(written) }
    }

    /// The heading, with what the value's own heading took in its holes.
    pub fn heading(&self, captured: &[crate::pattern::Captured]) -> String {
        let fill = |text: String, hole: &crate::pattern::Captured| {
            text.replace(&format!("{{{}}}", hole.hole), &hole.text)
        };
        captured.iter().fold(self.written.clone(), fill)
    }
}

impl Records {
    /// The column rule for a folded heading: the one with the fewest holes, then most characters.
    pub fn column(&self, heading: &str, vocabulary: &Vocabulary) -> Option<&Column> {
        let takes = |column: &&Column| column.heading.captures(heading, vocabulary).is_some();
        self.columns.iter().filter(takes).min_by_key(|column| column.heading.rank())
    }
}
