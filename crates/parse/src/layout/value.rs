//! The value cells of a row as raw records. What a heading says is written out once for its
//! column, not once for its cells.

use std::collections::BTreeMap;

use portbook_model::issue::Refusal;
use portbook_schema::raw::{self, Builder, ColumnId, RawRecords};
use portbook_source::pattern::fold;

use super::context::Context;
use super::heads::{Column, Head};
use crate::grid::{Cell, Kind};
use crate::read::number_format::shifted;

/// The columns with a heading, and what it comes to.
pub(super) struct Values {
    columns: Vec<Value>,
    cell: ColumnId,
    kind: ColumnId,
    text: ColumnId,
    decimals: ColumnId,
    note: ColumnId,
    revised: ColumnId,
}

struct Value {
    index: u32,
    what: What,
}

enum What {
    /// Builder columns and texts of the heading.
    Read {
        words: Vec<(ColumnId, String)>,
        revised: bool,
    },
    Ignored,
    Unknown,
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
    pub(super) fn of(columns: &[Column], builder: &mut Builder) -> Self {
        let mut values = Self {
            columns: Vec::new(),
            cell: builder.column(raw::CELL),
            kind: builder.column(raw::KIND),
            text: builder.column(raw::VALUE),
            decimals: builder.column(raw::DECIMALS),
            note: builder.column(raw::NOTE),
            revised: builder.column(raw::REVISED),
        };
        values.set_heads(columns, &BTreeMap::new(), builder);
        values
    }

    /// Takes the printed headings, and over them those that open blocks give.
    pub(super) fn set_heads(
        &mut self,
        columns: &[Column],
        of_blocks: &BTreeMap<u32, Head>,
        builder: &mut Builder,
    ) {
        self.columns.clear();
        for Column { index, head } in columns {
            let what = match head.under(of_blocks.get(index).unwrap_or(&Head::None)) {
                Head::None => continue,
                Head::Unknown => What::Unknown,
                Head::Ignored => What::Ignored,
                Head::Read(head) => {
                    What::Read { words: head.interned("head", builder), revised: head.revised }
                }
            };
            self.columns.push(Value { index: *index, what });
        }
    }

    pub(super) fn any(&self, test: impl Fn(u32) -> bool) -> bool {
        self.columns.iter().any(|column| test(column.index))
    }

    /// How many value cells a row has.
    pub(super) fn count(&self) -> u64 {
        self.columns.len() as u64
    }

    /// Writes a record for each value cell of a row. `shared`: what block and line say.
    pub(super) fn write(
        &self,
        context: &Context<'_>,
        row: u32,
        shared: &[(ColumnId, String)],
        revised: bool,
        builder: &mut Builder,
        records: &mut RawRecords,
    ) {
        let blank = Cell::text("");
        for (at, column) in self.columns.iter().enumerate() {
            let (words, head_revised) = match &column.what {
                What::Read { words, revised } => (words, *revised),
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
            let cell = context.grid.get(row, column.index).unwrap_or(&blank);
            let place = context.grid.origin(row, column.index);
            builder.set(self.cell, &place.to_string());
            self.write_cell(cell, builder);
            if revised || head_revised {
                builder.set(self.revised, "true");
            }
            // A mark in the next column, where that has no heading.
            let next = self.columns.get(at + 1).map(|next| next.index);
            if next != Some(column.index + 1) && !context.table.common.notes.is_empty() {
                let mark = fold(context.grid.text(row, column.index + 1));
                if context.table.common.notes.contains_key(&mark) {
                    builder.set(self.note, &mark);
                }
            }
            for (name, text) in shared.iter().chain(words) {
                builder.set(*name, text);
            }
            builder.end_row();
        }
    }

    /// A cell's text and what its reader knows of it.
    fn write_cell(&self, cell: &Cell, builder: &mut Builder) {
        let kind = match &cell.kind {
            Kind::Blank => "blank",
            Kind::Text => "text",
            Kind::Number { shift, .. } if *shift > 0 => "percentage",
            Kind::Number { .. } => "number",
            Kind::Date(_) | Kind::Bool(_) | Kind::Error(_) => "other",
        };
        builder.set(self.kind, kind);
        let Kind::Number { decimals, stored, format, shift } = &cell.kind else {
            builder.set(self.text, &fold(&cell.text));
            return;
        };
        builder.set(self.text, &shifted(stored, *shift));
        match decimals {
            Some(decimals) => builder.set(self.decimals, &decimals.to_string()),
            None if format.as_deref() == Some("General") => {
                builder.set(self.decimals, raw::GENERAL);
            }
            None => {}
        }
    }
}
