//! The label columns of a frame: which is which, and what they say of a row.

use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_model::issue::Issue;
use portbook_source::layout::Entry;
use portbook_source::layout::table::StubColumn;
use portbook_source::pattern::fold;

use super::context::Context;
use super::frame::{Frame, is_figure};
use super::places::{self, Place};

/// The label columns of a frame, found by name.
pub(super) struct Stub<'a> {
    /// Columns with patterns of their own.
    named: Vec<(u32, &'a StubColumn)>,
    /// The column whose text the lines read, where the layout names one.
    label: Option<u32>,
    /// Columns whose first non-blank text is the label else.
    rest: Vec<u32>,
    /// Column -> the text that fills down.
    above: BTreeMap<u32, (At, String)>,
}

/// What the named label columns say of a row.
pub(super) enum Said {
    Place {
        place: Place,
        ignored: bool,
    },
    /// A cell that no pattern meets.
    Unknown(Box<Issue>),
}

impl<'a> Stub<'a> {
    pub(super) fn of(context: &Context<'a>, frame: &Frame, issues: &mut Vec<Issue>) -> Self {
        let mut find = |name: &str| {
            let found = column(context, frame, name);
            if found.is_none() {
                let heads = frame.stub_columns.clone().filter_map(|column| {
                    frame.head_rows.clone().find_map(|row| {
                        let text = fold(context.grid.text(row, column));
                        (!text.is_empty()).then_some(text)
                    })
                });
                let heads: Vec<String> = heads.collect();
                let known: Vec<&str> = heads.iter().map(String::as_str).collect();
                issues.push(context.at.unknown_name("stub-missing", None, name, &known));
            }
            found
        };
        let table = context.table;
        let named: Vec<(u32, &StubColumn)> =
            table.stub.iter().filter_map(|stub| Some((find(&stub.name)?, stub))).collect();
        let label = table.grid.label.as_deref().and_then(find);
        let is_named = |column: &u32| named.iter().any(|(at, _)| at == column);
        let rest = frame.stub_columns.clone().filter(|column| !is_named(column)).collect();
        Self { named, label, rest, above: BTreeMap::new() }
    }

    /// The text that the lines read, and where it stands.
    pub(super) fn label(&self, context: &Context<'_>, row: u32) -> (At, String) {
        let named = self.label.into_iter();
        for column in named.chain(self.rest.iter().copied()) {
            let text = fold(context.grid.text(row, column));
            if !text.is_empty() {
                return (context.grid.origin(row, column), text);
            }
        }
        let column_index = self.label.or(self.rest.first().copied()).unwrap_or_default();
        (At { row_index: row, column_index }, String::new())
    }

    /// Whether no named column has a text of its own in a row.
    pub(super) fn is_blank(&self, context: &Context<'_>, row: u32) -> bool {
        self.named.iter().all(|(column, _)| fold(context.grid.text(row, *column)).is_empty())
    }

    /// Figures of a row in label columns that neither patterns nor the lines read.
    pub(super) fn unread_figures<'s>(
        &'s self,
        context: &'s Context<'_>,
        row: u32,
        label: At,
    ) -> impl Iterator<Item = At> + 's {
        let unread = self
            .rest
            .iter()
            .filter(move |column| **column != label.column_index && Some(**column) != self.label);
        let places = unread.map(move |column| At { row_index: row, column_index: *column });
        places.filter(|at| context.grid.get(at.row_index, at.column_index).is_some_and(is_figure))
    }

    /// What the named columns say of a row. A blank cell says nothing, unless a pattern is blank.
    pub(super) fn read(&mut self, context: &Context<'_>, row: u32) -> Said {
        let mut line = Place::default();
        let mut ignored = false;
        for (column, stub) in &self.named {
            let mut place = context.grid.origin(row, *column);
            let mut text = fold(context.grid.text(row, *column));
            if stub.fill_down && text.is_empty() {
                if let Some(above) = self.above.get(column) {
                    (place, text) = above.clone();
                }
            } else if stub.fill_down {
                self.above.insert(*column, (place, text.clone()));
            }
            let met = places::read(&stub.entries, &text, context.vocabulary, |_| true);
            let Some(met) = met else {
                if text.is_empty() {
                    continue;
                }
                let issue = context.unknown("unknown-label", place, &text, &stub.entries);
                return Said::Unknown(Box::new(issue));
            };
            ignored |= met.says.ignore;
            let said = places::place(met.says, met.holes, place.to_string());
            if let Err(both) = line.add(said) {
                let expected = format!("`{}` for {}, as beside it", both.before, both.column);
                let cell = Some(place.to_string());
                let issue = context.at.issue("label-conflict", cell, &both.seen, expected);
                return Said::Unknown(Box::new(issue));
            }
        }
        Said::Place { place: line, ignored }
    }

    /// A new block begins: nothing fills down into it.
    pub(super) fn cut(&mut self) {
        self.above.clear();
    }
}

/// A label column by a text of its heading, by its number in the stub, or by its letter.
fn column(context: &Context<'_>, frame: &Frame, name: &str) -> Option<u32> {
    let titled = |column: &u32| {
        frame.head_rows.clone().any(|row| fold(context.grid.text(row, *column)) == name)
    };
    if let Some(column) = frame.stub_columns.clone().find(titled) {
        return Some(column);
    }
    let numbered = name.parse::<u32>().ok().filter(|number| *number > 0);
    let column = match numbered {
        Some(number) => frame.stub_columns.start.checked_add(number - 1)?,
        None => frame.stub_columns.clone().find(|column| {
            At { row_index: 0, column_index: *column }.to_string() == format!("{name}1")
        })?,
    };
    frame.stub_columns.contains(&column).then_some(column)
}

/// Texts of rows whose indentation is less than the next one's: the groups a row stands in.
#[derive(Default)]
pub(super) struct Groups {
    open: Vec<(u32, String)>,
}

impl Groups {
    /// The nearest label above that is less indented.
    pub(super) fn around(&self, indent: u32) -> Option<&str> {
        let group = self.open.iter().rev().find(|(other, _)| *other < indent);
        group.map(|(_, text)| text.as_str())
    }

    pub(super) fn label(&mut self, indent: u32, text: &str) {
        self.open.retain(|(other, _)| *other < indent);
        self.open.push((indent, text.to_owned()));
    }
}

/// How far a label is indented: by its style, else by the blanks before it.
pub(super) fn indent(context: &Context<'_>, place: At) -> u32 {
    let Some(cell) = context.grid.get(place.row_index, place.column_index) else { return 0 };
    match cell.indent {
        Some(indent) if indent > 0 => u32::from(indent),
        _ => {
            let blanks = cell.text.chars().take_while(|c| c.is_whitespace()).count();
            u32::try_from(blanks).unwrap_or(u32::MAX)
        }
    }
}

/// Entries that may open a block.
pub(super) fn openers(entries: &[Entry]) -> Vec<Entry> {
    entries.iter().filter(|entry| entry.says.opens.is_some()).cloned().collect()
}
