//! Records under named columns: what every reader of record files makes, whether they were cut at
//! commas, gathered from objects or resolved from the indexes of a cube.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::Limits;

/// What a field was in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    Text,
    /// A number of JSON: its digits as printed, a point as decimal mark.
    Number,
    Bool,
    /// `null`, or not there at all.
    Null,
}

/// One field of a record; its text as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field<'a> {
    pub text: &'a str,
    pub kind: Kind,
}

const ABSENT: Field<'static> = Field { text: "", kind: Kind::Null };

/// A text that stands around records, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    pub text: String,
    /// `line 3`, a JSON pointer, the path of an element.
    pub place: String,
}

/// Records of one kind. Fields lie in one text, so that a record costs no allocation.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RecordSet {
    /// Where the records are, in a file that may hold several sets: a JSON pointer, `DataSet 2`.
    pub name: Option<String>,
    /// The records delete what was sent before, and are no data.
    pub is_deletion: bool,
    pub around: Vec<Around>,
    columns: Vec<String>,
    /// End of each record in `slots`.
    ends: Vec<usize>,
    slots: Vec<Slot>,
    text: String,
    /// Records that delete what was sent before, in order.
    deletions: Vec<usize>,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Slot {
    column: u32,
    kind: Kind,
    start: u32,
    bytes: u32,
}

/// One record of a set.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    set: &'a RecordSet,
    slots: &'a [Slot],
    /// One-based, the header not counted.
    pub number: u64,
}

impl RecordSet {
    /// Headings in the order of the file; two may be alike.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Fields that are there, of all records.
    pub fn cell_count(&self) -> u64 {
        self.slots.len() as u64
    }

    /// Bytes of the texts of all fields.
    pub fn text_bytes(&self) -> u64 {
        self.text.len() as u64
    }

    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        self.ends.iter().enumerate().map(|(at, end)| {
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            Record { set: self, slots: &self.slots[start..*end], number: at as u64 + 1 }
        })
    }
}

impl RecordSet {
    /// The record of that number, from 1.
    pub fn record(&self, number: u64) -> Option<Record<'_>> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(Record { set: self, slots: &self.slots[start..end], number })
    }
}

impl<'a> Record<'a> {
    /// Whether it deletes what was sent before, and is no data.
    pub fn is_deletion(&self) -> bool {
        let at = usize::try_from(self.number - 1).unwrap_or(usize::MAX);
        self.set.deletions.binary_search(&at).is_ok()
    }

    /// The field of a column, by its place among the columns.
    pub fn field(&self, column: usize) -> Field<'a> {
        let is_it = |slot: &&Slot| slot.column as usize == column;
        let slot = self.slots.get(column).filter(is_it).or_else(|| {
            let found = self.slots.binary_search_by_key(&column, |slot| slot.column as usize);
            found.ok().map(|at| &self.slots[at])
        });
        slot.map_or(ABSENT, |slot| self.set.at(slot))
    }

    /// The fields that are there, with the place of their column.
    pub fn fields(&self) -> impl Iterator<Item = (usize, Field<'a>)> {
        let set = self.set;
        self.slots.iter().map(|slot| (slot.column as usize, set.at(slot)))
    }
}

impl RecordSet {
    fn at(&self, slot: &Slot) -> Field<'_> {
        let start = slot.start as usize;
        Field { text: &self.text[start..start + slot.bytes as usize], kind: slot.kind }
    }
}

/// Fills a set within the limits.
pub struct Writer<'a> {
    set: RecordSet,
    by_name: HashMap<String, usize>,
    limits: &'a Limits,
}

impl<'a> Writer<'a> {
    pub fn new(name: Option<String>, limits: &'a Limits) -> Self {
        let set = RecordSet { name, ..RecordSet::default() };
        Self { set, by_name: HashMap::new(), limits }
    }

    /// A column of that heading, another one if there is one already.
    pub fn add_column(&mut self, heading: &str) -> usize {
        self.set.columns.push(heading.to_owned());
        let at = self.set.columns.len() - 1;
        self.by_name.entry(heading.to_owned()).or_insert(at);
        at
    }

    /// The first column of that heading, made where there is none.
    pub fn column(&mut self, heading: &str) -> usize {
        match self.by_name.get(heading) {
            Some(at) => *at,
            None => self.add_column(heading),
        }
    }

    /// Adds a field to the open record.
    ///
    /// # Errors
    /// `Limit`: cells or text of the set.
    pub fn push(&mut self, column: usize, text: &str, kind: Kind) -> Result<(), Error> {
        let place = || format!("record {}", self.set.ends.len() + 1);
        let seen = self.set.slots.len() as u64 + 1;
        if seen > self.limits.cells_max {
            let max = self.limits.cells_max;
            return Err(Error::Limit { what: "cells", place: place(), seen, max });
        }
        let max = self.limits.cells_text_bytes_max.min(u64::from(u32::MAX));
        let seen = self.set.text.len() as u64 + text.len() as u64;
        if seen > max {
            return Err(Error::Limit { what: "bytes of text", place: place(), seen, max });
        }
        let offset = |at: usize| u32::try_from(at).expect("the limit is below 4 GiB");
        let column = u32::try_from(column).expect("columns are cells, and those are bounded");
        let (start, bytes) = (offset(self.set.text.len()), offset(text.len()));
        self.set.slots.push(Slot { column, kind, start, bytes });
        self.set.text.push_str(text);
        Ok(())
    }

    /// Ends the open record.
    ///
    /// # Errors
    /// `Limit`: records of the set.
    pub fn end_record(&mut self) -> Result<(), Error> {
        let seen = self.set.ends.len() as u64 + 1;
        if seen > self.limits.records_max {
            let (place, max) = (format!("record {seen}"), self.limits.records_max);
            return Err(Error::Limit { what: "records", place, seen, max });
        }
        let start = self.set.ends.last().copied().unwrap_or(0);
        let slots = &mut self.set.slots[start..];
        if !slots.is_sorted_by_key(|slot| slot.column) {
            slots.sort_by_key(|slot| slot.column);
        }
        self.set.ends.push(self.set.slots.len());
        Ok(())
    }

    /// Ends the open record, which deletes what was sent before.
    ///
    /// # Errors
    /// `Limit`: records of the set.
    pub fn end_deletion(&mut self) -> Result<(), Error> {
        self.set.deletions.push(self.set.ends.len());
        self.end_record()
    }

    /// Notes a text that stands around the records.
    pub fn around(&mut self, place: impl Into<String>, text: impl Into<String>) {
        self.set.around.push(Around { place: place.into(), text: text.into() });
    }

    pub fn finish(self) -> RecordSet {
        self.set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_column_however_sparse() {
        let limits = Limits::standard();
        let mut writer = Writer::new(None, &limits);
        let (a, b) = (writer.column("a"), writer.column("b"));
        writer.push(a, "1", Kind::Number).unwrap();
        writer.end_record().unwrap();
        let c = writer.column("c");
        writer.push(c, "x", Kind::Text).unwrap();
        writer.push(b, "", Kind::Null).unwrap();
        writer.end_record().unwrap();
        assert_eq!(writer.column("b"), b);
        assert_ne!(writer.add_column("b"), b);
        let set = writer.finish();
        assert_eq!(set.columns(), ["a", "b", "c", "b"]);
        let records: Vec<Record<'_>> = set.records().collect();
        assert_eq!(records[0].field(0), Field { text: "1", kind: Kind::Number });
        assert_eq!(records[0].field(2), ABSENT);
        assert_eq!(records[1].field(2), Field { text: "x", kind: Kind::Text });
        assert_eq!((records[1].number, records[1].field(0)), (2, ABSENT));
    }

    #[test]
    fn cells_are_bounded() {
        let limits = Limits { cells_max: 1, ..Limits::standard() };
        let mut writer = Writer::new(None, &limits);
        let a = writer.column("a");
        writer.push(a, "1", Kind::Text).unwrap();
        let error = writer.push(a, "2", Kind::Text).unwrap_err();
        assert_eq!(error.to_string(), "record 1: got 2 cells, expected at most 1");
    }
}
