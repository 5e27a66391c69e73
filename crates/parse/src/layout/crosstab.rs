//! Unpivots cross-tabs: which layout reads which table, and what text belongs to which.

use std::collections::BTreeMap;

use portbook_model::address::Cell as At;
use portbook_model::shape::Shape;
use portbook_schema::raw::batch::Batch;
use portbook_schema::raw::{RawRecords, Said};
use portbook_source::layout::table::Table;
use portbook_source::layout::{Common, Sheets};
use portbook_source::load::Source;
use portbook_source::pattern::fold;
use portbook_source::timetext;
use portbook_source::timing::PeriodFrom;

use super::body::Body;
use super::bounds;
use super::context::Context;
use super::frame::{Frame, NoFrame};
use super::heads;
use super::near;
use super::recognise::{Words, candidates};
use super::texts::{self, Unit, Where};
use super::{FileIssue, Origin, Parsed};
use crate::error::Error;
use crate::grid::Grid;
use crate::limits::{Limits, within};
use crate::read::contents;

/// Cells outside a grid that are named one by one.
const OUTSIDE_MAX: usize = 100;

/// A table and a layout that recognises it.
struct Found<'a> {
    table: &'a Table,
    frames: Result<Vec<Frame>, NoFrame>,
}

/// Reads every grid that a layout recognises.
///
/// # Errors
/// `Limit`, with the sheet, where the grids hold more cells than a file may.
pub(super) fn read_grids(
    grids: &[Grid],
    page: &[contents::Unit],
    origin: Origin<'_>,
    source: &Source,
    limits: &Limits,
    parsed: &mut Parsed,
) -> Result<(), Error> {
    let vocabulary = &source.vocabulary;
    // The numbers of a sheet are looked at only where no layout takes it.
    let found: Vec<Vec<Found<'_>>> = grids
        .iter()
        .map(|grid| {
            let tables = candidates(&Words::of(grid, page), &source.layout.tables, vocabulary);
            let frames = |table: &Table| Frame::all(grid, &table.grid, vocabulary);
            let found = tables.into_iter().map(|table| Found { table, frames: frames(table) });
            apart(grid, found.collect())
        })
        .collect();
    let read: Vec<usize> = (0..grids.len()).filter(|at| !found[*at].is_empty()).collect();
    let mut cell_count = 0_u64;
    for (grid, found) in grids.iter().zip(&found) {
        let frames = found.iter().filter_map(|one| one.frames.as_ref().ok()).flatten();
        cell_count += frames.map(Frame::cell_count).sum::<u64>();
        let place = || format!("sheet `{}`", grid.name);
        within("cells in the grids of layouts", cell_count, limits.grid_cells_max, place)?;
    }
    let mut expired = Vec::new();
    for (at, (grid, found)) in grids.iter().zip(&found).enumerate() {
        let scope = Scope { page, read: &read, at };
        let sheet = Sheet { grid, scope, origin, source };
        sheet.read(found, &mut expired, parsed);
    }
    if parsed.tables.is_empty() {
        parsed.issues.append(&mut expired);
    }
    if parsed.tables.is_empty() && parsed.issues.is_empty() {
        let all: Vec<Words<'_>> = grids.iter().map(|grid| Words::all(grid, page)).collect();
        near::tell(&all, &source.layout.tables, vocabulary, origin, parsed);
    }
    Ok(())
}

/// The release period that the text, or else the listing, names.
pub(super) fn period(records: &RawRecords, origin: Origin<'_>, source: &Source) -> Option<String> {
    let vocabulary = &source.vocabulary;
    let said = |word: &str| records.text.get(word).map(|said| said.value.as_str());
    if source.timing.period == PeriodFrom::Date {
        let date =
            timetext::date(said("{released_at}")?, vocabulary.language, vocabulary.date_order)?;
        return Some(date.to_string());
    }
    let printed = said("{period}").or(origin.period)?;
    let (kind, period) = timetext::period(printed, vocabulary.language)?;
    Some(period.time_period(kind))
}

/// A grid ends where the heading of another layout's table begins.
fn apart<'a>(grid: &Grid, mut found: Vec<Found<'a>>) -> Vec<Found<'a>> {
    let frames = |one: &Found<'_>| -> Vec<Frame> { one.frames.iter().flatten().cloned().collect() };
    let all: Vec<Vec<Frame>> = found.iter().map(frames).collect();
    for (at, one) in found.iter_mut().enumerate() {
        let Ok(frames) = &mut one.frames else { continue };
        let others = all.iter().enumerate().filter(|(other, _)| *other != at);
        for other in others.flat_map(|(_, frames)| frames) {
            for frame in frames.iter_mut() {
                frame.cut(grid, &one.table.grid, other);
            }
        }
    }
    found
}

/// Which texts of a page belong to a table of it: what stands before the first that is read, what
/// stands between the one before and it, and below the last what follows.
struct Scope<'a> {
    page: &'a [contents::Unit],
    /// Tables that a layout reads, by their index.
    read: &'a [usize],
    at: usize,
}

impl Scope<'_> {
    fn units(&self) -> impl Iterator<Item = &contents::Unit> {
        let first = self.read.first().copied().unwrap_or_default();
        let before = self.read.iter().copied().filter(|other| *other < self.at).max();
        let is_last = self.read.last().is_none_or(|last| *last <= self.at);
        self.page.iter().filter(move |unit| {
            let tables = unit.tables_before;
            tables <= first
                || (tables <= self.at && before.is_none_or(|before| tables > before))
                || (is_last && tables > self.at)
        })
    }
}

struct Sheet<'a> {
    grid: &'a Grid,
    scope: Scope<'a>,
    origin: Origin<'a>,
    source: &'a Source,
}

impl<'a> Sheet<'a> {
    /// `None` for a text, which is no sheet.
    fn name(&self) -> Option<&'a str> {
        Some(self.grid.name.as_str()).filter(|name| !name.is_empty())
    }

    fn at(&self) -> Where<'a> {
        Where { file: self.origin.file, sheet: self.name() }
    }

    fn read(&self, found: &[Found<'a>], expired: &mut Vec<FileIssue>, parsed: &mut Parsed) {
        let mut tables = Vec::new();
        for one in found {
            let (records, outside) = self.table(one, found);
            match period(&records, self.origin, self.source) {
                Some(period) if !one.table.common.valid.holds(&period) => {
                    let common = &one.table.common;
                    let expected =
                        format!("a release of {}, for which the layout holds", common.valid);
                    let issue = self.at().issue("layout-not-valid", None, &period, expected);
                    expired.push(FileIssue { dataset: Some(common.dataset.clone()), issue });
                }
                _ => tables.push((one, records, outside)),
            }
        }
        let meet = |a: &Found<'_>, b: &Found<'_>| match (&a.frames, &b.frames) {
            (Ok(a), Ok(b)) => a.iter().any(|one| b.iter().any(|two| one.overlaps(two))),
            _ => true,
        };
        let ambiguous = tables
            .iter()
            .enumerate()
            .any(|(i, (one, ..))| tables[i + 1..].iter().any(|(two, ..)| meet(one, two)));
        if ambiguous {
            let seen: Vec<&str> =
                tables.iter().map(|(one, ..)| one.table.common.id.as_str()).collect();
            let expected = "one layout that recognises the table".to_owned();
            let issue = self.at().issue("layout-ambiguous", None, &seen.join(", "), expected);
            parsed.issues.push(FileIssue { dataset: None, issue });
            return;
        }
        if tables.is_empty() {
            self.unrecognised(parsed);
        }
        for (_, records, outside) in tables {
            if !outside.is_empty() {
                let cells = outside.iter().take(OUTSIDE_MAX).map(At::to_string).collect();
                parsed.outside.push((self.grid.name.clone(), cells));
            }
            parsed.tables.push(records);
        }
    }

    /// A sheet that no layout recognises: listed, or an issue where the layout wants all.
    fn unrecognised(&self, parsed: &mut Parsed) {
        let Some(name) = self.name() else { return };
        parsed.unrecognised.push(name.to_owned());
        let Sheets::AllBut(known) = &self.source.layout.sheets else { return };
        let vocabulary = &self.source.vocabulary;
        if known.iter().any(|known| known.captures(&fold(name), vocabulary).is_some())
            || self.grid.cells().next().is_none()
        {
            return;
        }
        let expected = "a layout that recognises it, as `sheets` says".to_owned();
        let issue = self.at().issue("sheet-unread", None, name, expected);
        parsed.issues.push(FileIssue { dataset: None, issue });
    }

    /// Reads a table by one layout; and the cells with figures that stand outside its grids.
    fn table(&self, one: &Found<'a>, found: &[Found<'a>]) -> (RawRecords, Vec<At>) {
        let common = &one.table.common;
        let mut records = blank(common, self.name().map(str::to_owned));
        let frames = match &one.frames {
            Ok(frames) => frames,
            Err(none) => {
                let seen: Vec<String> = none.found.iter().map(At::to_string).collect();
                let seen = if seen.is_empty() { "none".to_owned() } else { seen.join(", ") };
                let expected = none.expected.clone();
                records.issues.push(self.at().issue("head-missing", None, &seen, expected));
                return (records, Vec::new());
            }
        };
        let vocabulary = &self.source.vocabulary;
        let context = Context { grid: self.grid, table: one.table, vocabulary, at: self.at() };
        let others: Vec<&Frame> = found
            .iter()
            .filter_map(|other| other.frames.as_ref().ok())
            .flatten()
            .filter(|other| frames.iter().all(|own| !own.overlaps(other)))
            .collect();
        let units = self.units(&context, frames, &others);
        records.text = texts::read(common, &units, vocabulary, &self.at(), &mut records.issues);
        self.sheet_name(&context, &mut records);
        let mut body = Body::new(&context);
        let mut before = 0;
        for frame in frames {
            if one.table.grid.repeat {
                body.above(before, frame);
            }
            (before..frame.head_rows.end).for_each(|row| body.right_of(row, frame));
            let columns = heads::read(&context, frame, &mut records);
            body.frame(frame, &columns, &mut records);
            before = frame.body_rows.end;
            let below = |other: &&&Frame| other.head_rows.start >= before;
            let next = frames.iter().chain(others.iter().copied());
            let next = next.filter(|other| below(&other)).map(|other| other.head_rows.start);
            body.below(frame, next.min().unwrap_or(self.grid.row_count()), &columns);
        }
        let mut outside = std::mem::take(&mut body.outside);
        outside.retain(|place| !others.iter().any(|other| other.holds(*place)));
        // What lies between two grids is right of both.
        outside.sort_unstable();
        outside.dedup();
        body.finish(&mut records);
        bounds::without_values(&context, frames, &mut records);
        (records, outside)
    }

    /// Texts around the grid: of the page, and of cells outside the frames, each counted once. A
    /// cell of a page is a text for each of its blocks.
    fn units(&self, context: &Context<'_>, frames: &[Frame], others: &[&Frame]) -> Vec<Unit> {
        let page = self.scope.units();
        let mut units: Vec<Unit> = page.map(|unit| Unit::new(&unit.text, "page")).collect();
        let start = |frames: &mut dyn Iterator<Item = &Frame>| {
            frames.map(|frame| frame.head_rows.start).min().unwrap_or_default()
        };
        let own_start = start(&mut frames.iter());
        let first =
            own_start.min(others.iter().map(|f| f.head_rows.start).min().unwrap_or(own_start));
        let own_end = frames.iter().map(|frame| frame.body_rows.end).max().unwrap_or_default();
        let ends = others.iter().map(|other| other.body_rows.end);
        let before = ends.filter(|end| *end <= own_start).max().unwrap_or_default();
        let is_last = others.iter().all(|other| other.head_rows.start < own_end);
        let belongs = |row: u32| {
            row < first || (before..own_end).contains(&row) || (is_last && row >= own_end)
        };
        for (place, cell) in self.grid.cells() {
            let frame = frames.iter().find(|frame| frame.holds(place));
            if frame.is_some_and(|frame| !context.is_spanned_text(place, frame))
                || others.iter().any(|other| other.holds(place))
                || !belongs(place.row_index)
            {
                continue;
            }
            if self.scope.page.is_empty() {
                units.push(Unit::new(&cell.text, place.to_string()));
            } else {
                units.extend(cell.text.lines().map(|line| Unit::new(line, place.to_string())));
            }
        }
        units
    }

    /// What the sheet's name says.
    fn sheet_name(&self, context: &Context<'_>, records: &mut RawRecords) {
        let entries = &context.table.sheet;
        if entries.is_empty() {
            return;
        }
        let name = fold(&self.grid.name);
        let Some(met) = super::places::read(entries, &name, context.vocabulary, |_| true) else {
            let patterns: Vec<String> = entries.iter().map(|e| e.pattern.to_string()).collect();
            let known: Vec<&str> = patterns.iter().map(String::as_str).collect();
            records.issues.push(self.at().unknown_name("unknown-sheet", None, &name, &known));
            return;
        };
        for (word, value) in super::places::words(met.says, met.holes) {
            let said = Said { value, place: "sheet".to_owned() };
            let before = records.text.insert(word.clone(), said.clone());
            if let Some(before) = before.filter(|before| before.value != said.value) {
                let expected = format!("`{}` for {word}, as in {}", before.value, before.place);
                let issue = self.at().issue("text-conflict", None, &said.value, expected);
                records.issues.push(issue);
            }
        }
    }
}

/// A table of a layout before anything of it is read.
pub(super) fn blank(common: &Common, sheet: Option<String>) -> RawRecords {
    RawRecords {
        dataset: common.dataset.clone(),
        layout: common.id.clone(),
        sheet,
        member: None,
        precision: common.precision,
        decimal_mark: common.decimal_mark,
        grouping_mark: common.grouping_mark,
        has_exponents: common.has_exponents,
        all: super::places::words(&common.all, BTreeMap::new()),
        text: BTreeMap::new(),
        signs: common.signs.clone(),
        notes: common.notes.clone(),
        future: common.future,
        shape: Shape::default(),
        batch: Batch::default(),
        refused_cells: 0,
        refusals: Vec::new(),
        ignored_cells: 0,
        issues: Vec::new(),
    }
}
