//! The value cells of a row as raw records. What a heading says is written out once for its
//! column, what a row says once for the row, and neither for its cells.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::address::Cell as At;
use portbook_model::issue::Refusal;
use portbook_model::text::Text;
use portbook_schema::raw::RawRecords;
use portbook_schema::raw::batch::{self, Builder, Role, Shown, WordsId};
use portbook_source::pattern::{fold, folded};

use super::context::Context;
use super::frame::is_figure;
use super::heads::{Column, Head};
use crate::grid::{Cell, Kind, Row, Span};
use crate::read::number_format::{shifted, with_words};

/// The columns with a heading, from the left, and what it comes to.
#[derive(Default)]
pub(super) struct Values(Vec<Value>);

struct Value {
    index: u32,
    what: What,
}

enum What {
    Read { words: WordsId, revised: bool },
    Ignored,
    Unknown,
}

/// What block and line say of a row.
#[derive(Clone, Copy)]
pub(super) struct Beside {
    pub(super) block: WordsId,
    pub(super) line: WordsId,
    pub(super) role: Role,
    pub(super) is_revised: bool,
}

/// A figure that stands in several value cells, and so belongs to none.
fn merged(context: &Context<'_>, span: Span, cell: &Cell) -> Refusal {
    let expected = format!("a figure in a cell of its own: it is merged over {span}");
    let place = Some(span.origin.to_string());
    let issue = context.at.issue("merged-figure", place, &fold(&cell.text), expected);
    Refusal { issue, cells: 1 }
}

/// A cell whose heading is not understood.
fn below_unknown(context: &Context<'_>, row: u32, column: u32) -> Refusal {
    let seen = fold(context.grid.text(row, column));
    let place = context.grid.origin(row, column).to_string();
    let expected = "a heading above it that is understood".to_owned();
    let issue = context.at.issue("unknown-heading", Some(place), &seen, expected);
    Refusal { issue, cells: 1 }
}

impl Values {
    /// Takes the printed headings, and over them those that open blocks give.
    pub(super) fn set_heads(
        &mut self,
        columns: &[Column],
        of_blocks: &BTreeMap<u32, Head>,
        builder: &mut Builder,
    ) {
        self.0.clear();
        for Column { index, head } in columns {
            let what = match head.under(of_blocks.get(index).unwrap_or(&Head::None)) {
                Head::None => continue,
                Head::Unknown => What::Unknown,
                Head::Ignored => What::Ignored,
                Head::Read(head) => {
                    What::Read { words: builder.words(head.columns("head")), revised: head.revised }
                }
            };
            self.0.push(Value { index: *index, what });
        }
    }

    pub(super) fn any(&self, test: impl Fn(u32) -> bool) -> bool {
        self.0.iter().any(|column| test(column.index))
    }

    /// Whether a column is one of them.
    pub(super) fn hold(&self, column: u32) -> bool {
        self.0.binary_search_by_key(&column, |value| value.index).is_ok()
    }

    /// How many value cells a row has.
    pub(super) fn count(&self) -> u64 {
        self.0.len() as u64
    }

    /// How many value cells of the body a span covers.
    fn covered(&self, span: Span, body_rows: &Range<u32>) -> usize {
        let At { row_index, column_index } = span.origin;
        let rows = row_index.max(body_rows.start)
            ..row_index.saturating_add(span.row_count).min(body_rows.end);
        let columns = column_index..column_index.saturating_add(span.column_count);
        rows.len() * self.0.iter().filter(|value| columns.contains(&value.index)).count()
    }

    /// Writes a record for each value cell of a row.
    pub(super) fn write(
        &self,
        context: &Context<'_>,
        row: u32,
        body_rows: &Range<u32>,
        beside: Beside,
        builder: &mut Builder,
        records: &mut RawRecords,
    ) {
        let blank = Cell::text("");
        let across = context.grid.across(row);
        for (at, column) in self.0.iter().enumerate() {
            let (words, head_revised) = match &column.what {
                What::Read { words, revised } => (*words, *revised),
                What::Ignored => {
                    records.ignored_cells += 1;
                    continue;
                }
                What::Unknown => {
                    records.refused_cells += 1;
                    records.refusals.push(below_unknown(context, row, column.index));
                    continue;
                }
            };
            let cell = across.get(column.index).unwrap_or(&blank);
            if let Some(span) = across.span(column.index)
                && is_figure(cell)
                && self.covered(span, body_rows) > 1
            {
                records.refused_cells += 1;
                records.refusals.push(merged(context, span, cell));
                continue;
            }
            let (kind, text, shown) = read(cell);
            builder.push(batch::Value {
                text,
                kind,
                shown,
                role: beside.role,
                cell: across.origin(column.index).name(),
                record: None,
                note: self.note(context, across, at),
                is_revised: beside.is_revised || head_revised,
                words: [beside.block, beside.line, words],
            });
        }
    }

    /// A mark in the next column, where that has no heading.
    fn note(&self, context: &Context<'_>, across: Row<'_>, at: usize) -> Option<Text> {
        let notes = &context.table.common.notes;
        let beside = self.0[at].index + 1;
        if notes.is_empty() || self.0.get(at + 1).is_some_and(|next| next.index == beside) {
            return None;
        }
        let mark = folded(across.get(beside).map_or("", |cell| cell.text.as_str()));
        notes.contains_key(&*mark).then(|| Text::from(&*mark))
    }
}

/// A cell's text and what its reader knows of it.
fn read(cell: &Cell) -> (batch::Kind, Text, Option<Shown>) {
    let Kind::Number { decimals, stored, format, shift } = &cell.kind else {
        let kind = match &cell.kind {
            Kind::Blank => batch::Kind::Blank,
            Kind::Text => batch::Kind::Text,
            _ => batch::Kind::Other,
        };
        return (kind, Text::from(&*folded(&cell.text)), None);
    };
    if let Some(code) = format
        && let Some(displayed) = with_words(code, stored, &cell.text)
    {
        return (batch::Kind::Text, Text::from(&*folded(&displayed)), None);
    }
    let kind = if *shift > 0 { batch::Kind::Percentage } else { batch::Kind::Number };
    let text = if *shift == 0 { stored.clone() } else { shifted(stored, *shift) };
    let shown = match decimals {
        Some(decimals) => Some(Shown::Decimals(*decimals)),
        None if format.as_deref() == Some("General") => Some(Shown::General),
        None => None,
    };
    (kind, text, shown)
}
