//! Raw records: what `parse` says and `normalize` reads. One for each printed value, its headings
//! and labels as texts of named columns, its address beside it. From here on nobody knows whether it was a
//! sheet, a page or a record file.

use std::collections::BTreeMap;

use portbook_model::issue::{Issue, Refusal};
use portbook_model::shape::Shape;

pub mod batch;

use batch::Batch;

/// Places whose words stand by a value, from far to near. What a place says is in the columns
/// `<place>:<column of the contract>`, what a hole took in `<place>:{hole}`, and `<place>@` has
/// the cells the words stand in. A word that counts only beside others is in
/// `<place>?<column>=<code>;…:<word>`. What all values of a table share is in [`RawRecords::text`].
pub const PLACES: [&str; 3] = ["block", "head", "line"];

/// Before the name of a column in a word: `line:!counterpart_area` is said in place of what farther
/// places say of it.
pub const INSTEAD: char = '!';

/// How number cells of a table become figures: contract 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// What the number format shows; a number without one is an issue.
    Format,
    /// The layout declares the digits.
    Decimals(u8),
    /// The stored digits are the data: the shortest decimal that reads back as the stored number.
    Stored,
}

/// One printed table as raw records.
#[derive(Clone, Debug)]
pub struct RawRecords {
    /// Dataset the table belongs to.
    pub dataset: String,
    /// Id of the layout that read it; the same through eras of one table.
    pub layout: String,
    /// Sheet name, `table 3`, or `None` for a record file.
    pub sheet: Option<String>,
    pub member: Option<String>,
    pub precision: Precision,
    pub decimal_mark: char,
    pub grouping_mark: Option<char>,
    /// Numbers may be printed with an exponent (`2.01E+11`).
    pub has_exponents: bool,
    /// Set by the layout for every value: column -> code.
    pub all: BTreeMap<String, String>,
    /// What the texts around the table say: column or `{hole}` -> what is said, and where.
    pub text: BTreeMap<String, Said>,
    /// Texts of value cells that are not numbers -> what they mean (`nil`, `missing`, …).
    pub signs: BTreeMap<String, Sign>,
    /// Marks glued to a number or beside it -> what they say.
    pub notes: BTreeMap<String, Note>,
    pub future: Option<Future>,
    /// Its headings and indentation; `normalize` knows which words are units.
    pub shape: Shape,
    /// Its values, and the words beside them.
    pub batch: Batch,
    /// Value cells that the layout could not place; `issues` says why.
    pub refused_cells: u64,
    /// Each with its own address; they add up to `refused_cells`.
    pub refusals: Vec<Refusal>,
    /// Value cells that the layout leaves out by a written rule.
    pub ignored_cells: u64,
    pub issues: Vec<Issue>,
}

impl RawRecords {
    /// Refuses value cells because of the issue that was told last.
    pub fn refuse(&mut self, cells: u64) {
        self.refused_cells += cells;
        let issue = self.issues.last().cloned();
        self.refusals.extend(issue.map(|issue| Refusal { issue, cells }));
    }
}

/// What a figure is whose period had not ended when it was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Future {
    /// Printed in advance, as zero or blank: an ignored cell.
    NotYetPublished,
    /// A projection: status `F`.
    Forecast,
}

/// What a mark glued to a number or beside it says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// `obs_status` and `conf_status`.
    pub columns: BTreeMap<String, String>,
}

/// A word of a table's text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub value: String,
    /// A1 name, `line 1` of a preamble, or `page`.
    pub place: String,
}

/// What a cell text that is no number means, for levels and for growth rates. A text that *is* a
/// number may mean something at the edges only: then `level` and `growth` are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    pub level: String,
    pub growth: String,
    /// Measure -> what it means there, whatever else it means.
    pub measures: BTreeMap<String, String>,
    /// What it means before the first and after the last value of its series.
    pub edge: Option<Edge>,
}

/// The meanings of a sign at the ends of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    pub leading: String,
    pub trailing: String,
}
