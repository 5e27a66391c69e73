//! Raw records: what `parse` says and `normalize` reads. One row per printed value, its headings
//! and labels as text columns, its address beside it. From here on nobody knows whether it was a
//! sheet, a page or a record file.

use std::collections::BTreeMap;

use arrow::array::{
    Array as _, ArrayBuilder as _, ArrayRef, RecordBatch, RecordBatchOptions, StringArray,
    StringBuilder,
};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::issue::{Issue, Refusal};
use portbook_model::shape::Shape;
use std::sync::Arc;

/// The cell's text as printed, blanks folded.
pub const VALUE: &str = "_value";
/// `text`, `number`, `percentage` (a number whose format shows it as one) or `blank`: what the
/// reader found in the cell.
pub const KIND: &str = "_kind";
/// Digits after the point in the cell's number format, where the reader has one; [`GENERAL`] for
/// the format that shows what is stored.
pub const DECIMALS: &str = "_decimals";
pub const GENERAL: &str = "general";
/// `row`, or `control` for a figure printed again to be compared.
pub const ROLE: &str = "_role";
/// A1 name, or the column name of a record file.
pub const CELL: &str = "_cell";
/// One-based record number of a record file.
pub const RECORD: &str = "_record";
/// The mark that stands beside the number, in a column of its own without a heading.
pub const NOTE: &str = "_note";
/// `true` where the publisher marks the period as revised.
pub const REVISED: &str = "_revised";

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
    /// Text columns; a null means that nothing was said.
    pub batch: RecordBatch,
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

/// Gathers rows of named text columns that need not be known in advance.
#[derive(Default)]
pub struct Builder {
    by_name: BTreeMap<String, usize>,
    columns: Vec<StringBuilder>,
    rows: usize,
}

/// A column of a [`Builder`], for callers that write it in many rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnId(usize);

impl Builder {
    /// The column of that name; one met for the first time is null in the rows before.
    pub fn column(&mut self, name: &str) -> ColumnId {
        if let Some(at) = self.by_name.get(name) {
            return ColumnId(*at);
        }
        self.columns.push(StringBuilder::new());
        self.by_name.insert(name.to_owned(), self.columns.len() - 1);
        ColumnId(self.columns.len() - 1)
    }

    /// Writes a text into the row that is open; the first text of a column and row stays.
    pub fn set(&mut self, column: ColumnId, text: &str) {
        let builder = &mut self.columns[column.0];
        if builder.len() > self.rows {
            return;
        }
        builder.append_nulls(self.rows - builder.len());
        builder.append_value(text);
    }

    /// Ends the open row; what was not set is null.
    pub fn end_row(&mut self) {
        self.rows += 1;
    }

    /// Rows ended so far.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Appends one record.
    pub fn push(&mut self, record: impl IntoIterator<Item = (String, String)>) {
        for (name, value) in record {
            let column = self.column(&name);
            self.set(column, &value);
        }
        self.end_row();
    }

    pub fn finish(mut self) -> RecordBatch {
        let mut fields = Vec::new();
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for (name, at) in &self.by_name {
            let column = &mut self.columns[*at];
            column.append_nulls(self.rows - column.len());
            fields.push(Field::new(name, DataType::Utf8, true));
            arrays.push(Arc::new(column.finish()));
        }
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
            .expect("all columns have as many rows as were ended")
    }
}

/// Reads text columns of a batch by name.
pub struct Columns<'a> {
    by_name: BTreeMap<&'a str, &'a StringArray>,
}

impl<'a> Columns<'a> {
    pub fn of(batch: &'a RecordBatch) -> Self {
        let by_name = batch
            .schema_ref()
            .fields()
            .iter()
            .zip(batch.columns())
            .filter_map(|(field, array)| {
                let text = array.as_any().downcast_ref::<StringArray>()?;
                Some((field.name().as_str(), text))
            })
            .collect();
        Self { by_name }
    }

    /// The text in that column and row; `None` if the column is absent or null there.
    pub fn get(&self, name: &str, row: usize) -> Option<&'a str> {
        let column = self.by_name.get(name)?;
        column.is_valid(row).then(|| column.value(row))
    }

    pub fn names(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.by_name.keys().copied()
    }

    /// A column for callers that read many of its rows.
    pub fn column(&self, name: &str) -> Column<'a> {
        Column(self.by_name.get(name).copied())
    }
}

/// One text column of a batch; empty if the batch has none of that name.
#[derive(Clone, Copy)]
pub struct Column<'a>(Option<&'a StringArray>);

impl<'a> Column<'a> {
    /// The text in that row; `None` if it is null.
    pub fn get(&self, row: usize) -> Option<&'a str> {
        let column = self.0?;
        column.is_valid(row).then(|| column.value(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_met_late_are_null_before() {
        let mut builder = Builder::default();
        builder.push([("a".to_owned(), "1".to_owned())]);
        builder.push([("b".to_owned(), "2".to_owned())]);
        let batch = builder.finish();
        let columns = Columns::of(&batch);
        assert_eq!(columns.get("a", 0), Some("1"));
        assert_eq!(columns.get("b", 0), None);
        assert_eq!(columns.get("a", 1), None);
        assert_eq!(columns.get("b", 1), Some("2"));
    }
}
