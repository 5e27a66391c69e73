//! The rows of a frame: labels, blocks, and one raw record for each value cell.

use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_schema::raw::RawRecords;
use portbook_schema::raw::batch::{Builder, Role, WordsId};
use portbook_source::pattern::fold;
use portbook_source::says::{Label, Says};

use super::context::Context;
use super::frame::{Frame, is_figure};
use super::heads::{Column, Head};
use super::order::{Order, Step};
use super::places::{self, Contradiction, Met, Place};
use super::stub::{self, Groups, Said, Stub};
use super::value::{Beside, Values};

/// Reads the rows of frames into one batch.
pub(super) struct Body<'a> {
    context: &'a Context<'a>,
    builder: Builder,
    /// Open blocks by name.
    blocks: BTreeMap<String, Block>,
    /// What they say together, of rows and of controls, until one of them changes.
    said: [Option<SaidOfBlocks>; 2],
    /// Whether a blank label means something.
    has_blank_line: bool,
    /// Cells with something in them that no heading stands over.
    pub(super) outside: Vec<At>,
}

/// What an opening row says, and the headings it gives to the columns below it.
#[derive(Clone, Default)]
struct Block {
    place: Place,
    heads: BTreeMap<u32, Head>,
}

/// What open blocks say together, and the contradictions among them.
struct SaidOfBlocks {
    words: WordsId,
    conflicts: Vec<Contradiction>,
}

/// What goes on from row to row of one frame.
struct Frames<'a, 'b> {
    frame: &'b Frame,
    columns: &'b [Column],
    stub: Stub<'a>,
    values: Values,
    /// What the nearest row above with a meaning of its own says.
    labelled: Option<Place>,
    /// Text of the nearest labelled row above.
    label: String,
    /// A label that goes on in the next row.
    begun: Option<(At, String)>,
    groups: Groups,
    order: Order,
    /// Figures in label columns that nothing reads: by column, the first and how many.
    swallowed: BTreeMap<u32, (At, usize)>,
}

impl Frames<'_, '_> {
    /// Figures of a row beside its label that nothing reads.
    fn note_swallowed(&mut self, context: &Context<'_>, row: u32, label: At) {
        for at in self.stub.unread_figures(context, row, label) {
            self.swallowed.entry(at.column_index).or_insert((at, 0)).1 += 1;
        }
    }
}

impl<'a> Body<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self {
            context,
            builder: Builder::default(),
            blocks: BTreeMap::new(),
            said: [None, None],
            has_blank_line: context.table.line.iter().any(|entry| entry.pattern.is_blank()),
            outside: Vec::new(),
        }
    }

    /// Lines above a repeated heading open its blocks; those `within` one are of the table's body.
    pub(super) fn above(&mut self, from: u32, frame: &Frame) {
        let openers = stub::openers(&self.context.table.line);
        let columns = frame.stub_columns.start..frame.value_columns.end;
        for row in from..frame.head_rows.start {
            let (place, text) = self.context.first_text(row, columns.clone());
            let is_free = |says: &Says| says.within.is_none();
            let met = places::read(&openers, &text, self.context.vocabulary, is_free);
            if let Some(Met { says, holes }) = met.filter(|_| !text.is_empty()) {
                let said = places::place(says, holes, place.to_string());
                let name = says.opens.clone().unwrap_or_default();
                self.set_block(name, Block { place: said, ..Block::default() });
            }
        }
    }

    pub(super) fn frame(&mut self, frame: &Frame, columns: &[Column], records: &mut RawRecords) {
        let mut state = Frames {
            frame,
            columns,
            stub: Stub::of(self.context, frame, &mut records.issues),
            values: Values::default(),
            labelled: None,
            label: String::new(),
            begun: None,
            groups: Groups::default(),
            order: Order::default(),
            swallowed: BTreeMap::new(),
        };
        state.values.set_heads(columns, &self.heads(), &mut self.builder);
        for row in frame.body_rows.clone() {
            self.row(row, &mut state, records);
        }
        for (first, count) in state.swallowed.values() {
            let name = first.column_name();
            let mut expected = format!(
                "a label: a smaller `stub`, or [table.stub.{name}] that says what it is \
                 (`\"{{_}}\" = {{}}`: a number of the line)"
            );
            if *count > 1 {
                expected.push_str(&format!("; {count} cells in all"));
            }
            let seen = fold(self.context.grid.text(first.row_index, first.column_index));
            let cell = Some(first.to_string());
            records.issues.push(self.context.at.issue("figure-in-stub", cell, &seen, expected));
        }
    }

    pub(super) fn finish(self, records: &mut RawRecords) {
        records.batch = self.builder.finish();
    }

    /// Headings that open blocks give, by column.
    fn heads(&self) -> BTreeMap<u32, Head> {
        let mut heads: BTreeMap<u32, Head> = BTreeMap::new();
        for (column, head) in self.blocks.values().flat_map(|block| &block.heads) {
            let before = heads.remove(column).unwrap_or(Head::None);
            heads.insert(*column, before.under(head));
        }
        heads
    }

    #[expect(clippy::too_many_lines, reason = "a row from left to right")]
    fn row(&mut self, row: u32, state: &mut Frames<'a, '_>, records: &mut RawRecords) {
        let context = self.context;
        let (mut place, mut text) = state.stub.label(context, row);
        if place.row_index < row && self.has_blank_line {
            // A label that spans rows down stands in the first of them.
            (place.row_index, text) = (row, String::new());
        }
        let across = context.grid.across(row);
        let has_values = state.values.any(|column| across.is_filled(column));
        let is_blank = text.is_empty() && state.stub.is_blank(context, row);
        if (is_blank && !has_values) || context.is_spanned_text(place, state.frame) {
            self.note_outside(row, state);
            return;
        }
        if let Some((begun_at, begun)) = state.begun.take() {
            text = fold(&format!("{begun} {text}"));
            place = begun_at;
        }
        let own = Says::default();
        let Some(Met { says, holes }) = self.met(place, &text, has_values, &own, state) else {
            let issue = context.unknown("unknown-label", place, &text, &context.table.line);
            records.issues.push(issue);
            records.refuse(state.values.count());
            return;
        };
        if says.label == Label::Continues {
            state.begun = Some((place, text));
            return;
        }
        let line = places::place(says, holes, place.to_string());
        if !text.is_empty() {
            let indent = stub::indent(context, place);
            records.shape.indents.insert(indent);
            state.groups.label(indent, &text);
        }
        if let Some(name) = &says.opens {
            self.open(name, line, row, state, records);
            state.label = text;
            return;
        }
        self.note_outside(row, state);
        if has_values {
            state.note_swallowed(context, row, place);
        }
        let line = self.above_and_beside(says, line, row, state, records);
        if says.label == Label::Own {
            state.labelled.clone_from(&line.as_ref().map(|(line, _)| line.clone()));
        }
        let labelled = !text.is_empty();
        if labelled {
            state.label.clone_from(&text);
        }
        let Some((line, stub_ignored)) = line else {
            records.refuse(state.values.count());
            return;
        };
        if says.ignore || stub_ignored || (says.blank_ignored && !has_values) {
            records.ignored_cells += state.values.count();
        } else if !has_values && labelled && says.label == Label::Above {
            // The rest of the label above.
        } else if !has_values && !context.table.common.signs.contains_key("") {
            let expected = "values, or `opens` in the layout".to_owned();
            let cell = Some(place.to_string());
            records.issues.push(context.at.issue("row-without-values", cell, &text, expected));
            records.refuse(state.values.count());
        } else {
            let control = says.within.as_deref() == Some("control");
            let is_ordered = !control && says.label == Label::Own;
            if is_ordered && !self.is_of_a_year(row, place, &line, state, records) {
                records.refused_cells += state.values.count();
                return;
            }
            self.values(row, &line, control, state, records);
        }
    }

    /// Whether the months of the year go on with this row, or a word says another year.
    fn is_of_a_year(
        &self,
        row: u32,
        place: At,
        line: &Place,
        state: &mut Frames<'a, '_>,
        records: &mut RawRecords,
    ) -> bool {
        let context = self.context;
        let block = || {
            let mut block = Place::default();
            self.blocks.values().for_each(|open| block.overlay(open.place.clone()));
            block
        };
        let step = state.order.step(row, block, line, context.vocabulary);
        if step == Step::Lost {
            let expected = "a word for the year before it: a year is at its end above".to_owned();
            let seen = fold(context.grid.text(place.row_index, place.column_index));
            let cell = Some(place.to_string());
            records.issues.push(context.at.issue("year-unsaid", cell, &seen, expected));
        }
        step == Step::Right
    }

    /// The entry that a row's label meets, of those that count where it stands. A layout without
    /// lines reads its label columns alone: `own` says nothing.
    fn met<'s>(
        &self,
        place: At,
        text: &str,
        has_values: bool,
        own: &'s Says,
        state: &Frames<'a, '_>,
    ) -> Option<Met<'s>>
    where
        'a: 's,
    {
        let context = self.context;
        if context.table.line.is_empty() {
            return Some(Met { says: own, holes: BTreeMap::new() });
        }
        let group = state.groups.around(stub::indent(context, place));
        let allowed = |says: &Says| {
            says.within.as_ref().is_none_or(|block| self.blocks.contains_key(block))
                && says.below.as_ref().is_none_or(|above| *above == state.label)
                && says.under.as_ref().is_none_or(|above| Some(above.as_str()) == group)
                && (says.label != Label::Continues || !has_values)
        };
        places::read(&context.table.line, text, context.vocabulary, allowed)
    }

    /// A row's place: what the row above lends, what its label says, what stands beside the label.
    /// `None` if a label beside it is not understood.
    fn above_and_beside(
        &self,
        says: &Says,
        line: Place,
        row: u32,
        state: &mut Frames<'a, '_>,
        records: &mut RawRecords,
    ) -> Option<(Place, bool)> {
        let (beside, ignored) = match state.stub.read(self.context, row) {
            Said::Place { place, ignored } => (place, ignored),
            Said::Unknown(issue) => {
                records.issues.push(*issue);
                return None;
            }
        };
        let mut place = match (says.label, &state.labelled) {
            (Label::Above, Some(above)) => above.clone(),
            _ => Place::default(),
        };
        let mut own = beside;
        let cell = line.cells.first().cloned();
        if let Err(both) = own.add(line) {
            let expected = format!("`{}` for {}, as beside it", both.before, both.column);
            let issue = self.context.at.issue("label-conflict", cell, &both.seen, expected);
            records.issues.push(issue);
            return None;
        }
        place.overlay(own);
        Some((place, ignored))
    }

    /// An opening row: what it says holds for the rows below, and a text over a value column is a
    /// heading of that column.
    fn open(
        &mut self,
        name: &str,
        line: Place,
        row: u32,
        state: &mut Frames<'a, '_>,
        records: &mut RawRecords,
    ) {
        let context = self.context;
        let mut block = Block { place: line, heads: BTreeMap::new() };
        state.stub.cut();
        match state.stub.read(context, row) {
            Said::Place { place, .. } => block.place.overlay(place),
            Said::Unknown(issue) => records.issues.push(*issue),
        }
        for column in state.frame.value_columns.clone() {
            let text = fold(context.grid.text(row, column));
            let place = context.grid.origin(row, column);
            if text.is_empty() || place.row_index < row {
                continue;
            }
            let head = &context.table.head;
            let met = places::read(head, &text, context.vocabulary, |_| true);
            let head = if let Some(Met { says, holes }) = met {
                let said = places::place(says, holes, place.to_string());
                if says.ignore { Head::Ignored } else { Head::Read(said) }
            } else {
                records.issues.push(context.unknown("unknown-heading", place, &text, head));
                Head::Unknown
            };
            block.heads.insert(column, head);
        }
        self.set_block(name.to_owned(), block);
        state.values.set_heads(state.columns, &self.heads(), &mut self.builder);
        state.labelled = None;
    }

    fn set_block(&mut self, name: String, block: Block) {
        self.blocks.insert(name, block);
        self.said = [None, None];
    }

    /// What the open blocks say; two that contradict are an issue, once for a row.
    fn block(&mut self, control: bool, place: At, records: &mut RawRecords) -> WordsId {
        let said = self.said[usize::from(control)].get_or_insert_with(|| {
            let mut all = Place::default();
            let mut conflicts = Vec::new();
            let open = self.blocks.iter().filter(|(name, _)| control || *name != "control");
            for (_, block) in open {
                conflicts.extend(all.add(block.place.clone()).err());
            }
            SaidOfBlocks { words: self.builder.words(all.columns("block")), conflicts }
        });
        for both in &said.conflicts {
            let expected = format!("`{}` for {}", both.before, both.column);
            let cell = Some(place.to_string());
            let issue = self.context.at.issue("block-conflict", cell, &both.seen, expected);
            records.issues.push(issue);
        }
        said.words
    }

    fn values(
        &mut self,
        row: u32,
        line: &Place,
        control: bool,
        state: &Frames<'a, '_>,
        records: &mut RawRecords,
    ) {
        let place = At { row_index: row, column_index: state.frame.stub_columns.start };
        let block = self.block(control, place, records);
        let line_words = self.builder.words(line.columns("line"));
        let role = if control { Role::Control } else { Role::Row };
        let beside = Beside { block, line: line_words, role, is_revised: line.revised };
        let rows = &state.frame.body_rows;
        state.values.write(self.context, row, rows, beside, &mut self.builder, records);
    }

    /// Cells of a row in columns without a heading, or right of the last one.
    fn note_outside(&mut self, row: u32, state: &Frames<'_, '_>) {
        let context = self.context;
        let notes = &context.table.common.notes;
        let across = context.grid.across(row);
        for (place, cell) in context.grid.row(row) {
            let column = place.column_index;
            let is_value = || state.values.hold(column);
            if column < state.frame.value_columns.start || is_value() || !across.is_filled(column) {
                continue;
            }
            let is_inside = column < state.frame.value_columns.end;
            let is_note = notes.contains_key(&fold(&cell.text));
            if !is_note && (is_inside || is_figure(cell)) {
                self.outside.push(place);
            }
        }
    }

    /// Figures below a frame's end, under its value columns or right of them.
    pub(super) fn below(&mut self, frame: &Frame, until: u32, columns: &[Column]) {
        let grid = self.context.grid;
        for row in frame.body_rows.end..until {
            for column in columns.iter().filter(|column| !matches!(column.head, Head::None)) {
                if grid.get(row, column.index).is_some_and(is_figure) {
                    self.outside.push(At { row_index: row, column_index: column.index });
                }
            }
            self.right_of(row, frame);
        }
    }

    /// Figures of a row, none of the body's, right of a frame's value columns.
    pub(super) fn right_of(&mut self, row: u32, frame: &Frame) {
        let is_right = |place: &At| place.column_index >= frame.value_columns.end;
        let cells = self.context.grid.row(row);
        let figures = cells.filter(|(place, cell)| is_right(place) && is_figure(cell));
        self.outside.extend(figures.map(|(place, _)| place));
    }
}
