//! The form of a printed table: what a publisher changes when he lays it out anew. Periods are left
//! out of it, so that one form is printed month after month.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A heading of a value column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Heading {
    /// Without what dates it: `Jan. - {month}`.
    pub text: String,
    /// It stands over several columns.
    pub is_spanned: bool,
}

/// Headings, units and indentation of a table as parsed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The headings of the value columns, from above down, in their order; columns of equal
    /// headings once. Of a record file, the names of its columns.
    pub columns: Vec<Vec<Heading>>,
    /// Labels of units and currencies that the table's texts and headings print.
    pub units: BTreeSet<String>,
    /// How far labels are indented.
    pub indents: BTreeSet<u32>,
}

impl Shape {
    /// Adds a column, if none has its headings.
    pub fn column(&mut self, headings: Vec<Heading>) {
        if !headings.is_empty() && !self.columns.contains(&headings) {
            self.columns.push(headings);
        }
    }

    /// Adds what another table of the same layout has.
    pub fn add(&mut self, other: &Self) {
        for column in &other.columns {
            self.column(column.clone());
        }
        self.units.extend(other.units.iter().cloned());
        self.indents.extend(&other.indents);
    }
}
