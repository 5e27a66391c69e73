//! Record files: one header line, one record per line, several values in a record.

use std::collections::BTreeMap;

use portbook_model::address::Address;
use portbook_model::issue::Issue;
use portbook_schema::raw::{self, Builder, RawRecords};
use portbook_source::layout::records::Records;
use portbook_source::load::Source;
use portbook_source::nearest::nearest;
use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use super::places::{self, Place};
use super::texts::{self, Unit, Where};
use super::{FileIssue, Origin, Parsed};
use crate::error::Error;
use crate::limits::Limits;
use crate::read::delimited::{Delimited, Text};

/// Reads delimited text by the `[[records]]` layouts of a source.
pub(super) fn read_text(
    text: &Text,
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<(), Error> {
    let mut misses = Vec::new();
    let mut damage = None;
    let mut found = Vec::new();
    for layout in &source.layout.records {
        let preamble = layout.preamble as usize;
        let file = match text.records(preamble, None, limits) {
            Ok(file) => file,
            Err(error) => {
                misses.push(format!("`{}`: {error}", layout.common.id));
                damage.get_or_insert(error);
                continue;
            }
        };
        match mismatch(layout, &file, origin) {
            Some(why) => misses.push(format!("`{}`: {why}", layout.common.id)),
            None => found.push((layout, file)),
        }
    }
    match found.as_slice() {
        [(layout, file)] => {
            parsed
                .tables
                .push(Reader { layout, file, origin, vocabulary: &source.vocabulary }.read());
        }
        // Cut as any layout says, the file is not whole.
        [] if damage.as_ref().is_some_and(Error::is_damage) && misses.len() == 1 => {
            return damage.map_or(Ok(()), Err);
        }
        [] => {
            let expected = match misses.as_slice() {
                [] => "a workbook or page: the source has no [[records]]".to_owned(),
                misses => format!("a file of [[records]]; {}", misses.join("; ")),
            };
            let issue = file_issue(origin, "no-layout", "delimited text", expected);
            parsed.issues.push(FileIssue { dataset: None, issue });
        }
        several => {
            let ids = several.iter().map(|(l, _)| l.common.id.as_str()).collect::<Vec<_>>();
            let expected = "one layout that recognises the file".to_owned();
            let issue = file_issue(origin, "layout-ambiguous", &ids.join(", "), expected);
            parsed.issues.push(FileIssue { dataset: None, issue });
        }
    }
    Ok(())
}

fn file_issue(origin: Origin<'_>, rule: &str, seen: &str, expected: String) -> Issue {
    Where { file: origin.file, sheet: None }.issue(rule, None, seen, expected)
}

/// Why a layout does not recognise the file.
fn mismatch(layout: &Records, file: &Delimited, origin: Origin<'_>) -> Option<String> {
    if let Some(name) = &layout.name
        && name != origin.name()
    {
        return Some(format!("the file is not named `{name}`"));
    }
    let preamble = file.preamble.iter().map(|line| fold(line)).collect::<Vec<_>>();
    let text = layout.find_text.iter().find(|word| !preamble.iter().any(|p| p.contains(*word)));
    if let Some(word) = text {
        return Some(format!("no line before the header holds `{word}`"));
    }
    let column = layout.find_columns.iter().find(|column| !file.columns.contains(column));
    column.map(|column| format!("no column `{column}`"))
}

struct Reader<'a> {
    layout: &'a Records,
    file: &'a Delimited,
    origin: Origin<'a>,
    vocabulary: &'a Vocabulary,
}

impl Reader<'_> {
    fn read(&self) -> RawRecords {
        let common = &self.layout.common;
        let mut records = RawRecords {
            dataset: common.dataset.clone(),
            layout: common.id.clone(),
            sheet: None,
            member: None,
            precision: common.precision,
            decimal_mark: common.decimal_mark,
            grouping_mark: common.grouping_mark,
            all: common.all.columns.clone(),
            text: BTreeMap::new(),
            signs: common.signs.clone(),
            batch: Builder::default().finish(),
            refused_cells: 0,
            issues: Vec::new(),
        };
        let lines = self.file.preamble.iter().enumerate();
        let units: Vec<Unit> =
            lines.map(|(i, line)| Unit::new(line, format!("line {}", i + 1))).collect();
        let at = Where { file: self.origin.file, sheet: None };
        records.text = texts::read(common, &units, self.vocabulary, &at, &mut records.issues);
        self.check_header(&mut records.issues);
        let mut builder = Builder::default();
        for record in &self.file.records {
            self.record(record.number, &record.fields, &mut builder, &mut records);
        }
        records.batch = builder.finish();
        records
    }

    /// Every column is read, measured or ignored by name.
    fn check_header(&self, issues: &mut Vec<Issue>) {
        let measured = |column: &str| self.layout.measures.iter().any(|m| m.column == column);
        let known = self.layout.columns.keys().map(String::as_str);
        let known = known.chain(self.layout.measures.iter().map(|m| m.column.as_str()));
        let known: Vec<&str> = known.collect();
        for column in &self.file.columns {
            if !self.layout.columns.contains_key(column) && !measured(column) {
                let expected = format!("one of `{}`", known.join("`, `"));
                let mut issue = file_issue(self.origin, "unknown-heading", column, expected);
                issue.nearest = nearest(column, known.iter().copied());
                issues.push(issue);
            }
        }
        for column in known {
            if !self.file.columns.iter().any(|c| c == column) {
                let expected = format!("a column `{column}`");
                issues.push(file_issue(self.origin, "heading-missing", "no such column", expected));
            }
        }
    }

    fn record(
        &self,
        number: u64,
        fields: &[String],
        builder: &mut Builder,
        records: &mut RawRecords,
    ) {
        let mut line = Place::default();
        for (column, field) in self.file.columns.iter().zip(fields) {
            let Some(Some(pattern)) = self.layout.columns.get(column) else { continue };
            let text = fold(field);
            let Some(captured) = pattern.captures(&text, self.vocabulary) else {
                let labels = pattern.holes().flat_map(|hole| self.vocabulary.labels(hole));
                let mut issue = Issue {
                    rule: "unknown-label".to_owned(),
                    file: self.origin.file.to_owned(),
                    address: address(number, column),
                    seen: text.clone(),
                    expected: format!("`{pattern}`, with labels of lookups.toml"),
                    nearest: Vec::new(),
                };
                issue.nearest = nearest(&text, labels);
                records.issues.push(issue);
                records.refused_cells += self.layout.measures.len() as u64;
                return;
            };
            line.cells.push(column.clone());
            line.words.extend(captured.into_iter().map(|c| (format!("{{{}}}", c.hole), c.text)));
        }
        for measure in &self.layout.measures {
            let at = self.file.columns.iter().position(|column| *column == measure.column);
            let Some(field) = at.and_then(|at| fields.get(at)) else { continue };
            let mut head = places::place(&measure.says, BTreeMap::new(), measure.column.clone());
            head.words.extend(measure.unit.clone().map(|unit| ("{unit}".to_owned(), unit)));
            let text = fold(field);
            let kind = if text.is_empty() { "blank" } else { "text" };
            let fixed = [
                (raw::CELL, measure.column.clone()),
                (raw::RECORD, number.to_string()),
                (raw::ROLE, "row".to_owned()),
                (raw::KIND, kind.to_owned()),
                (raw::VALUE, text),
            ];
            let fixed = fixed.into_iter().map(|(name, text)| (name.to_owned(), text));
            builder.push(fixed.chain(head.columns("head")).chain(line.columns("line")));
        }
    }
}

fn address(number: u64, column: &str) -> Address {
    Address {
        record: i64::try_from(number).ok(),
        cell: Some(column.to_owned()),
        ..Address::default()
    }
}
