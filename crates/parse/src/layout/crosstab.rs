//! Unpivots a cross-tab: one raw record per value cell, with the words that stand by it.

use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_model::issue::Issue;
use portbook_schema::raw::{self, Builder, RawRecords};
use portbook_source::layout::Entry;
use portbook_source::layout::table::Table;
use portbook_source::load::Source;
use portbook_source::nearest::nearest;
use portbook_source::pattern::fold;
use portbook_source::timetext;
use portbook_source::vocabulary::Vocabulary;

use super::frame::Frame;
use super::places::{self, Place};
use super::recognise::{Words, candidates, nearest_layout};
use super::texts::{self, Unit, Where};
use super::{FileIssue, Origin, Parsed};
use crate::grid::{Cell, Grid, Kind};
use crate::read::number_format::shifted;

/// Reads every grid that a layout recognises.
pub(super) fn read_grids(
    grids: &[Grid],
    page: &[&str],
    origin: Origin<'_>,
    source: &Source,
    parsed: &mut Parsed,
) {
    let vocabulary = &source.vocabulary;
    let all_words: Vec<Words> = grids.iter().map(|grid| Words::of(grid, page)).collect();
    let mut expired = Vec::new();
    for (grid, words) in grids.iter().zip(&all_words) {
        let mut tables = Vec::new();
        for table in candidates(words, &source.layout.tables, vocabulary) {
            let records = Reader { grid, page, origin, table, vocabulary }.read();
            match period(&records, origin, vocabulary) {
                Some(period) if !table.common.valid.holds(&period) => {
                    let at = Where { file: origin.file, sheet: Some(&grid.name) };
                    let expected =
                        format!("a release of {}, for which the layout holds", table.common.valid);
                    let issue = at.issue("layout-not-valid", None, &period, expected);
                    expired.push(FileIssue { dataset: Some(table.common.dataset.clone()), issue });
                }
                _ => tables.push(records),
            }
        }
        match <[_; 1]>::try_from(tables) {
            Ok([table]) => parsed.tables.push(table),
            Err(tables) if tables.is_empty() => parsed.unrecognised.push(grid.name.clone()),
            Err(tables) => {
                let at = Where { file: origin.file, sheet: Some(&grid.name) };
                let seen = tables.iter().map(|t| t.dataset.as_str()).collect::<Vec<_>>().join(", ");
                let expected = "one layout that recognises the table".to_owned();
                let issue = at.issue("layout-ambiguous", None, &seen, expected);
                parsed.issues.push(FileIssue { dataset: None, issue });
            }
        }
    }
    if parsed.tables.is_empty() {
        parsed.issues.append(&mut expired);
    }
    if parsed.tables.is_empty() && parsed.issues.is_empty() {
        parsed.issues.push(nearest_layout(&all_words, &source.layout.tables, vocabulary, origin));
    }
}

/// The release period that the text, or else the listing, names.
pub(super) fn period(
    records: &RawRecords,
    origin: Origin<'_>,
    vocabulary: &Vocabulary,
) -> Option<String> {
    let printed = records.text.get("{period}").map(|said| said.value.as_str());
    let (kind, period) = timetext::period(printed.or(origin.period)?, vocabulary.language)?;
    Some(period.time_period(kind))
}

struct Reader<'a> {
    grid: &'a Grid,
    page: &'a [&'a str],
    origin: Origin<'a>,
    table: &'a Table,
    vocabulary: &'a Vocabulary,
}

/// Value columns by index: what the headings above say, `None` where one is not understood.
type Heads = BTreeMap<u32, Option<Place>>;

impl<'a> Reader<'a> {
    fn read(&self) -> RawRecords {
        let common = &self.table.common;
        let mut records = RawRecords {
            dataset: common.dataset.clone(),
            layout: common.id.clone(),
            sheet: Some(self.grid.name.clone()),
            member: None,
            precision: common.precision,
            decimal_mark: common.decimal_mark,
            grouping_mark: common.grouping_mark,
            all: common.all.columns.clone(),
            text: BTreeMap::new(),
            signs: common.signs.clone(),
            batch: Builder::default().finish(),
            refused_cells: 0,
            ignored_cells: 0,
            issues: Vec::new(),
        };
        let frame = match Frame::of(self.grid, &self.table.grid) {
            Ok(frame) => frame,
            Err(none) => {
                let seen: Vec<String> = none.found.iter().map(At::to_string).collect();
                let seen = if seen.is_empty() { "none".to_owned() } else { seen.join(", ") };
                records.issues.push(self.at().issue("head-missing", None, &seen, none.expected));
                return records;
            }
        };
        let units = self.units(&frame);
        records.text =
            texts::read(common, &units, self.vocabulary, &self.at(), &mut records.issues);
        let heads = self.heads(&frame, &mut records.issues);
        let mut body =
            Body { blocks: BTreeMap::new(), labelled: None, builder: Builder::default() };
        for row in frame.body_rows.clone() {
            self.line(row, &frame, &heads, &mut body, &mut records);
        }
        records.batch = body.builder.finish();
        records
    }

    fn at(&self) -> Where<'a> {
        Where { file: self.origin.file, sheet: Some(&self.grid.name) }
    }

    /// Texts around the grid: of the page, and of cells outside the frame, each counted once. A
    /// cell of a page is a text for each of its blocks.
    fn units(&self, frame: &Frame) -> Vec<Unit> {
        let mut units: Vec<Unit> = self.page.iter().map(|text| Unit::new(text, "page")).collect();
        for (place, cell) in self.grid.cells() {
            if frame.holds(place) && !self.is_spanned_text(place, frame) {
                continue;
            }
            if self.page.is_empty() {
                units.push(Unit::new(&cell.text, place.to_string()));
            } else {
                units.extend(cell.text.lines().map(|line| Unit::new(line, place.to_string())));
            }
        }
        units
    }

    /// A row of the body that is one cell spanning stub and values is text.
    fn is_spanned_text(&self, place: At, frame: &Frame) -> bool {
        frame.body_rows.contains(&place.row_index)
            && self.grid.span(place.row_index, place.column_index).is_some_and(|span| {
                span.origin.column_index <= frame.stub_columns.start
                    && span.origin.column_index + span.column_count >= frame.value_columns.end
            })
    }

    fn heads(&self, frame: &Frame, issues: &mut Vec<Issue>) -> Heads {
        let mut unknown = Vec::new();
        let mut heads = Heads::new();
        for column in frame.value_columns.clone() {
            let mut head = Some(Place::default());
            for row in frame.head_rows.clone() {
                let Some((place, text)) = self.heading(row, column, frame) else { continue };
                let read = places::read(&self.table.head, &text, self.vocabulary, |_| true);
                let Some((says, holes)) = read else {
                    if !unknown.contains(&place) {
                        unknown.push(place);
                        issues.push(self.unknown(
                            "unknown-heading",
                            place,
                            &text,
                            &self.table.head,
                        ));
                    }
                    head = None;
                    continue;
                };
                let said = places::place(says, holes, place.to_string());
                if let Some(head) = &mut head
                    && let Err(both) = head.add(said)
                {
                    let expected = format!("`{}` for {}, as above it", both.before, both.column);
                    let cell = Some(place.to_string());
                    issues.push(self.at().issue("heading-conflict", cell, &both.seen, expected));
                }
            }
            heads.insert(column, head);
        }
        heads
    }

    /// The heading that stands above a column in a row: its own, what spans it, or with
    /// `fill_right` the nearest to the left.
    fn heading(&self, row: u32, column: u32, frame: &Frame) -> Option<(At, String)> {
        let mut column = column;
        loop {
            let place = self.grid.origin(row, column);
            let text = fold(self.grid.text(row, column));
            if !text.is_empty() {
                return Some((place, text));
            }
            if !self.table.grid.fill_right || column == frame.value_columns.start {
                return None;
            }
            column -= 1;
        }
    }

    fn line(
        &self,
        row: u32,
        frame: &Frame,
        heads: &Heads,
        body: &mut Body,
        records: &mut RawRecords,
    ) {
        let (place, label) = self.label(row, frame);
        let filled = |column: &u32| !fold(self.grid.text(row, *column)).is_empty();
        let has_values = frame.value_columns.clone().any(|column| filled(&column));
        if (label.is_empty() && !has_values) || self.is_spanned_text(place, frame) {
            return;
        }
        let allowed = |says: &portbook_source::says::Says| match &says.within {
            Some(block) => body.blocks.contains_key(block),
            None => true,
        };
        let Some((says, holes)) = places::read(&self.table.line, &label, self.vocabulary, allowed)
        else {
            records.issues.push(self.unknown("unknown-label", place, &label, &self.table.line));
            records.refused_cells += u64::from(frame.value_columns.end - frame.value_columns.start);
            return;
        };
        let mut line = places::place(says, holes, place.to_string());
        if let Some(block) = &says.opens {
            body.blocks.insert(block.clone(), line);
            return;
        }
        if says.label_above {
            line = match &body.labelled {
                // Its own words are the nearer ones.
                Some(above) => {
                    let mut words = above.words.clone();
                    words.extend(line.words);
                    let cells = above.cells.iter().cloned().chain(line.cells).collect();
                    Place { words, cells, revised: above.revised }
                }
                None => line,
            };
        } else {
            body.labelled = Some(line.clone());
        }
        let control = says.within.as_deref() == Some("control");
        self.values(row, &line, control, heads, body, records);
    }

    fn values(
        &self,
        row: u32,
        line: &Place,
        control: bool,
        heads: &Heads,
        body: &mut Body,
        records: &mut RawRecords,
    ) {
        let blank = Cell::text("");
        for (column, head) in heads {
            let place = self.grid.origin(row, *column);
            let cell = self.grid.get(row, *column).unwrap_or(&blank);
            let Some(head) = head else {
                records.refused_cells += 1;
                continue;
            };
            let mut block = Place::default();
            let open = body.blocks.iter().filter(|(name, _)| control || *name != "control");
            for (_, said) in open {
                if let Err(both) = block.add(said.clone()) {
                    let expected = format!("`{}` for {}", both.before, both.column);
                    let cell = Some(place.to_string());
                    records.issues.push(self.at().issue(
                        "block-conflict",
                        cell,
                        &both.seen,
                        expected,
                    ));
                }
            }
            let role = if control { "control" } else { "row" };
            let mut record = vec![
                (raw::CELL.to_owned(), place.to_string()),
                (raw::ROLE.to_owned(), role.to_owned()),
            ];
            record.extend(value_columns(cell));
            if line.revised || head.revised {
                record.push((raw::REVISED.to_owned(), "true".to_owned()));
            }
            record.extend(
                block.columns("block").chain(head.columns("head")).chain(line.columns("line")),
            );
            body.builder.push(record);
        }
    }

    /// The text of the stub: its first non-blank cell from the left.
    fn label(&self, row: u32, frame: &Frame) -> (At, String) {
        for column in frame.stub_columns.clone() {
            let text = fold(self.grid.text(row, column));
            if !text.is_empty() {
                return (self.grid.origin(row, column), text);
            }
        }
        (At { row_index: row, column_index: frame.stub_columns.start }, String::new())
    }

    fn unknown(&self, rule: &str, place: At, seen: &str, entries: &[Entry]) -> Issue {
        let patterns: Vec<String> = entries.iter().map(|entry| entry.pattern.to_string()).collect();
        // In a text of a pattern's shape it is one word that is not known.
        let word = entries.iter().find_map(|entry| {
            let captured = entry.pattern.shape(seen)?;
            captured.into_iter().find(|c| !self.vocabulary.accepts(&c.hole, &c.text))
        });
        let mut near = match &word {
            Some(word) => nearest(&word.text, self.vocabulary.labels(&word.hole)),
            None => Vec::new(),
        };
        if near.is_empty() {
            near = nearest(seen, patterns.iter().map(String::as_str));
        }
        let expected = format!("one of `{}`, with labels of lookups.toml", patterns.join("`, `"));
        let mut issue = self.at().issue(rule, Some(place.to_string()), seen, expected);
        issue.nearest = near;
        issue
    }
}

/// What goes on from line to line.
struct Body {
    /// Open blocks by name.
    blocks: BTreeMap<String, Place>,
    /// The nearest labelled line above.
    labelled: Option<Place>,
    builder: Builder,
}

/// A cell's text and what its reader knows of it.
fn value_columns(cell: &Cell) -> Vec<(String, String)> {
    let column = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    match &cell.kind {
        Kind::Blank => vec![column(raw::KIND, "blank"), column(raw::VALUE, "")],
        Kind::Text => vec![column(raw::KIND, "text"), column(raw::VALUE, &fold(&cell.text))],
        Kind::Number { decimals, stored, format, shift } => {
            let value = shifted(stored, *shift);
            let general = format.as_deref() == Some("General");
            let shown = decimals.map(|d| d.to_string());
            let shown = shown.or_else(|| general.then(|| raw::GENERAL.to_owned()));
            let mut columns = vec![column(raw::KIND, "number"), column(raw::VALUE, &value)];
            columns.extend(shown.map(|shown| (raw::DECIMALS.to_owned(), shown)));
            columns
        }
        Kind::Date(_) | Kind::Bool(_) | Kind::Error(_) => {
            vec![column(raw::KIND, "other"), column(raw::VALUE, &fold(&cell.text))]
        }
    }
}
