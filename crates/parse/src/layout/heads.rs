//! What stands above each value column of a frame.

use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_model::issue::Issue;
use portbook_model::shape;
use portbook_schema::raw::RawRecords;
use portbook_source::layout::Entry;
use portbook_source::pattern::fold;

use super::context::Context;
use super::frame::Frame;
use super::places::{self, Met, Place, TIMES};

/// A value column: a heading stands above it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) index: u32,
    pub(super) head: Head,
}

/// What the headings of a column come to.
#[derive(Clone, Debug)]
pub(super) enum Head {
    Read(Place),
    /// Its cells are read and mean nothing, as the layout says.
    Ignored,
    /// A heading is not understood: `issues` says which.
    Unknown,
    /// Nothing stands above it.
    None,
}

impl Head {
    /// This heading and the nearer one of an opening row.
    pub(super) fn under(&self, nearer: &Self) -> Self {
        match (self, nearer) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (_, Self::Ignored) | (Self::Ignored, _) => Self::Ignored,
            (head, Self::None) | (Self::None, head) => head.clone(),
            (Self::Read(head), Self::Read(near)) => {
                let mut both = head.clone();
                both.overlay(near.clone());
                Self::Read(both)
            }
        }
    }
}

/// A heading cell and the patterns that read it.
struct Heading<'a> {
    place: At,
    text: String,
    entries: &'a [Entry],
    row: u32,
}

/// Reads the headings of a frame, column by column.
pub(super) fn read(context: &Context<'_>, frame: &Frame, records: &mut RawRecords) -> Vec<Column> {
    let RawRecords { issues, shape, .. } = records;
    let mut reader = Heads { context, issues, unknown: Vec::new(), dated: BTreeMap::new() };
    let rows = reader.named_rows(frame);
    let mut columns = Vec::new();
    for (at, index) in frame.value_columns.clone().enumerate() {
        let headings = match context.table.grid.columns.get(at) {
            Some(texts) => reader.declared(texts, frame),
            None => reader.printed(index, &rows, frame),
        };
        shape.column(headings.iter().map(|heading| reader.shape(heading)).collect());
        let head = reader.head(headings);
        columns.push(Column { index, head });
    }
    columns
}

struct Heads<'a, 'b> {
    context: &'a Context<'a>,
    issues: &'b mut Vec<Issue>,
    /// Cells an issue names already.
    unknown: Vec<At>,
    /// Heading row -> the period that the nearest heading so far says for itself.
    dated: BTreeMap<u32, Place>,
}

impl<'a> Heads<'a, '_> {
    /// The heading rows that mean something, each with the patterns that read it.
    fn named_rows(&mut self, frame: &Frame) -> Vec<(u32, &'a [Entry])> {
        let table = self.context.table;
        let mut rows: Vec<(u32, &'a [Entry])> = Vec::new();
        for row in frame.head_rows.clone() {
            if table.head_rows.is_empty() {
                rows.push((row, &table.head));
                continue;
            }
            let (place, name) = self.context.first_text(row, frame.stub_columns.clone());
            let named = table.head_rows.iter().find(|named| named.names.contains(&name));
            match named.map(|named| named.entries.as_deref()) {
                Some(Some(entries)) => rows.push((row, entries)),
                Some(None) => {}
                None if !table.head.is_empty() => rows.push((row, &table.head)),
                None => {
                    let known: Vec<&str> = table
                        .head_rows
                        .iter()
                        .flat_map(|named| named.names.iter().map(String::as_str))
                        .collect();
                    self.issues.push(self.context.at.unknown_name(
                        "unknown-heading-row",
                        Some(place.to_string()),
                        &name,
                        &known,
                    ));
                }
            }
        }
        rows
    }

    /// The headings printed above a column.
    fn printed(&self, column: u32, rows: &[(u32, &'a [Entry])], frame: &Frame) -> Vec<Heading<'a>> {
        let read = |(row, entries): &(u32, &'a [Entry])| {
            let (place, text) = self.heading(*row, column, frame)?;
            Some(Heading { place, text, entries, row: *row })
        };
        rows.iter().filter_map(read).collect()
    }

    /// The heading that stands above a column in a row: its own, what spans it, or with
    /// `fill_right` the nearest to the left.
    fn heading(&self, row: u32, column: u32, frame: &Frame) -> Option<(At, String)> {
        let grid = self.context.grid;
        let mut column = column;
        loop {
            let text = fold(grid.text(row, column));
            if !text.is_empty() {
                return Some((grid.origin(row, column), text));
            }
            if !self.context.table.grid.fill_right || column == frame.value_columns.start {
                return None;
            }
            column -= 1;
        }
    }

    /// The headings that the layout gives a column by its position. Each must be printed.
    fn declared(&mut self, texts: &[String], frame: &Frame) -> Vec<Heading<'a>> {
        let grid = self.context.grid;
        let mut headings = Vec::new();
        for text in texts {
            let printed = |row: u32| grid.row(row).find(|(_, cell)| fold(&cell.text) == *text);
            let found = frame.head_rows.clone().find_map(printed);
            let Some((place, _)) = found else {
                let expected = format!("a heading `{text}`, as `grid.columns` says");
                self.issues.push(self.context.at.issue("heading-missing", None, "none", expected));
                continue;
            };
            let (text, row) = (text.clone(), place.row_index);
            headings.push(Heading { place, text, entries: &self.context.table.head, row });
        }
        headings
    }

    /// A heading without what dates it.
    fn shape(&self, heading: &Heading<'_>) -> shape::Heading {
        let Heading { place, text, entries, .. } = heading;
        let span = self.context.grid.span(place.row_index, place.column_index);
        shape::Heading {
            text: places::undated(entries, text, self.context.vocabulary),
            is_spanned: span.is_some_and(|span| span.column_count > 1),
        }
    }

    /// Every heading above a value adds what it says.
    fn head(&mut self, headings: Vec<Heading<'a>>) -> Head {
        if headings.is_empty() {
            return Head::None;
        }
        let mut head = Head::Read(Place::default());
        for heading in headings {
            let said = match self.one(&heading) {
                Head::Read(said) => said,
                Head::Ignored => return Head::Ignored,
                other => {
                    head = other;
                    continue;
                }
            };
            if let Head::Read(head) = &mut head
                && let Err(both) = head.add(said)
            {
                let expected = format!("`{}` for {}, as above it", both.before, both.column);
                let cell = Some(heading.place.to_string());
                self.issues.push(self.context.at.issue(
                    "heading-conflict",
                    cell,
                    &both.seen,
                    expected,
                ));
            }
        }
        head
    }

    fn one(&mut self, heading: &Heading<'a>) -> Head {
        let Heading { place, text, entries, row } = heading;
        let Some(Met { says, holes }) =
            places::read(entries, text, self.context.vocabulary, |_| true)
        else {
            if !self.unknown.contains(place) {
                self.unknown.push(*place);
                let issue = self.context.unknown("unknown-heading", *place, text, entries);
                self.issues.push(issue);
            }
            return Head::Unknown;
        };
        if says.ignore {
            return Head::Ignored;
        }
        let points_left = says.period.as_deref() == Some("left");
        let mut said = places::place(says, holes, place.to_string());
        if points_left {
            said.words.remove("period");
            let Some(left) = self.dated.get(row) else {
                let expected = "a heading with a period of its own to the left".to_owned();
                let cell = Some(place.to_string());
                self.issues.push(self.context.at.issue("period-unknown", cell, text, expected));
                return Head::Unknown;
            };
            said.words.extend(left.words.clone());
            said.cells.extend(left.cells.iter().cloned());
            return Head::Read(said);
        }
        let times: BTreeMap<String, String> = said
            .words
            .iter()
            .filter(|(word, _)| *word == "period" || TIMES.contains(&word.as_str()))
            .map(|(word, value)| (word.clone(), value.clone()))
            .collect();
        if !times.is_empty() {
            let dated = Place { words: times, cells: said.cells.clone(), ..Place::default() };
            self.dated.insert(*row, dated);
        }
        Head::Read(said)
    }
}
