//! The tables in which explained cells stand, as printed, for a page that shows them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_model::address::{Address, Cell};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_parse::cell_at::member;
use portbook_parse::grid::{Cell as GridCell, Grid, Kind};
use portbook_parse::layout::{Origin, Parsed, interpret, record_sets};
use portbook_parse::limits::Limits;
use portbook_parse::read::contents::Contents;
use portbook_parse::record_set::RecordSet;
use portbook_query::explain::{CaptureInfo, Mark};
use portbook_query::page::{PrintedCell, PrintedRow, PrintedTable};
use portbook_query::published_row::PublishedRow;
use portbook_schema::raw;
use portbook_source::load::Source;

use crate::error::Error;
use crate::neighbourhood::words_of;
use crate::parser::Parser;
use crate::printed::charset;

/// A table of more rows or columns is shown around what is marked.
const ROWS_WHOLE_MAX: u32 = 400;
const COLUMNS_WHOLE_MAX: u32 = 60;
/// Rows at the top of a larger one, and on each side of a mark.
const ROWS_TOP: u32 = 8;
const AROUND: u32 = 2;

/// Where snapshots came from: digest -> the first capture that brought it.
///
/// # Errors
/// Where the archive's index is damaged.
pub fn captures(
    archive: &Path,
    rows: &[PublishedRow],
) -> Result<BTreeMap<String, CaptureInfo>, Error> {
    let found = found(&Archive::open(archive)?, rows)?;
    Ok(found.into_iter().map(|(digest, capture)| (digest, info(&capture))).collect())
}

/// Of the bytes, whatever was read from them.
fn info(capture: &Capture) -> CaptureInfo {
    CaptureInfo {
        url: capture.url.clone(),
        captured_at: capture.captured_at,
        note: capture.note.clone(),
        correction: None,
    }
}

fn found(archive: &Archive, rows: &[PublishedRow]) -> Result<BTreeMap<String, Capture>, Error> {
    let sources: BTreeSet<&str> = rows.iter().map(|row| row.series.get(Concept::Source)).collect();
    let wanted: BTreeSet<&str> = rows.iter().map(|row| row.snapshot.as_str()).collect();
    let mut found = BTreeMap::new();
    for source in sources {
        for capture in archive.captures(source)? {
            let Some(digest) = capture.snapshot.map(|digest| digest.to_string()) else { continue };
            if wanted.contains(digest.as_str()) {
                found.entry(digest).or_insert(capture);
            }
        }
    }
    Ok(found)
}

/// The tables in which these rows stand, each snapshot read once; a row's number is its place, from 1.
///
/// # Errors
/// Where the archive no longer holds the bytes, or a reader refuses them.
pub fn printed_tables(
    archive: &Path,
    sources: &[Source],
    rows: &[PublishedRow],
    parser: &Parser,
) -> Result<Vec<PrintedTable>, Error> {
    let archive = Archive::open(archive)?;
    let captures = found(&archive, rows)?;
    let mut by_snapshot: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let source = row.series.get(Concept::Source);
        by_snapshot.entry((source, &row.snapshot)).or_default().push(at);
    }
    let mut tables: Vec<(usize, PrintedTable)> = Vec::new();
    for ((column, snapshot), places) in by_snapshot {
        let source = sources.iter().find(|source| source.column() == column);
        let (Some(source), Some(capture)) = (source, captures.get(snapshot)) else { continue };
        let Ok(digest) = snapshot.parse::<Digest>() else { continue };
        let bytes = archive.get(&digest)?;
        let said = charset(capture.content_type.as_deref());
        let period = capture.listing.as_ref().and_then(|listing| listing.period.as_deref());
        let origin = Origin { file: &capture.url, charset: said, period };
        let contents = parser.read(&bytes, origin.charset_for(source));
        let contents = contents.map_err(|error| error.of_file(&capture.url))?;
        let parsed = interpret(&contents, origin, source, &Limits::standard())?;
        let file = Shown { contents: &contents, parsed: &parsed, origin, source };
        let mut by_table: BTreeMap<(Option<&str>, Option<&str>), Vec<usize>> = BTreeMap::new();
        for at in places {
            let Address { member, sheet, .. } = &rows[at].address;
            by_table.entry((member.as_deref(), sheet.as_deref())).or_default().push(at);
        }
        for (_, places) in by_table {
            let marked: Vec<(usize, &Address)> =
                places.iter().map(|at| (at + 1, &rows[*at].address)).collect();
            let Some(mut table) = file.table(&marked) else { continue };
            snapshot.clone_into(&mut table.snapshot);
            table.capture = Some(info(capture));
            tables.push((marked[0].0, table));
        }
    }
    tables.sort_by_key(|(first, _)| *first);
    Ok(tables.into_iter().map(|(_, table)| table).collect())
}

/// A file, read and understood.
struct Shown<'a> {
    contents: &'a Contents,
    parsed: &'a Parsed,
    origin: Origin<'a>,
    source: &'a Source,
}

impl Shown<'_> {
    /// The one table in which all these addresses are.
    fn table(&self, marked: &[(usize, &Address)]) -> Option<PrintedTable> {
        table_of(self.contents, self.origin, self.source, marked, &self.words(marked))
    }

    /// The cells whose words gave the marked ones their meaning.
    fn words(&self, marked: &[(usize, &Address)]) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        let Some((_, first)) = marked.first() else { return words };
        let places: BTreeSet<(Option<&str>, Option<i64>)> =
            marked.iter().map(|(_, address)| (address.cell.as_deref(), address.record)).collect();
        let of_first = (first.sheet.as_deref(), first.member.as_deref());
        let same = |table: &&raw::RawRecords| {
            (table.sheet.as_deref(), table.member.as_deref()) == of_first
        };
        for table in self.parsed.tables.iter().filter(same) {
            for (row, value) in table.batch.values().iter().enumerate() {
                if places.contains(&(Some(value.cell.as_str()), value.record)) {
                    words.extend(words_of(table, row));
                }
            }
        }
        words
    }
}

/// The one table of a file in which all these addresses are, with the cells marked whose words are named.
pub(crate) fn table_of(
    contents: &Contents,
    origin: Origin<'_>,
    source: &Source,
    marked: &[(usize, &Address)],
    words: &BTreeSet<String>,
) -> Option<PrintedTable> {
    let (_, first) = marked.first()?;
    let inside = match &first.member {
        Some(name) => member(contents, name)?,
        None => contents,
    };
    let by_name = |grids: &[Grid]| {
        let grid = grids.iter().find(|grid| Some(grid.name.as_str()) == first.sheet.as_deref())?;
        Some(in_grid(grid, marked, words))
    };
    let mut table = match inside {
        Contents::Workbook(book) => by_name(&book.grids)?,
        Contents::Page(page) => by_name(&page.grids)?,
        Contents::Text(text) if first.record.is_none() => {
            in_grid(&text.grid(&Limits::standard()).ok()?, marked, words)
        }
        records => {
            let sets = record_sets(records, origin, source, &Limits::standard());
            let set = sets.iter().find(|set| set.name.as_deref() == first.sheet.as_deref())?;
            in_records(set, marked, words)
        }
    };
    let whole = Address { cell: None, record: None, ..(*first).clone() };
    table.title = whole.to_string();
    if table.title.is_empty() {
        "its records".clone_into(&mut table.title);
    }
    Some(table)
}

/// Which of so many lines are shown: all of few, of many those at the top and around what is marked.
fn shown(count: u32, whole_max: u32, top: u32, marked: impl Iterator<Item = u32>) -> Vec<u32> {
    if count <= whole_max {
        return (0..count).collect();
    }
    let mut lines: BTreeSet<u32> = (0..top).collect();
    for at in marked {
        lines.extend(at.saturating_sub(AROUND)..=(at + AROUND).min(count - 1));
    }
    lines.into_iter().collect()
}

fn in_grid(grid: &Grid, marked: &[(usize, &Address)], words: &BTreeSet<String>) -> PrintedTable {
    let place = |address: &Address| Cell::parse(address.cell.as_deref()?);
    let mut values: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
    for (number, address) in marked {
        let Some(place) = place(address) else { continue };
        let origin = grid.origin(place.row_index, place.column_index);
        values.entry(origin).or_default().push(*number);
    }
    let words: BTreeSet<Cell> = words.iter().filter_map(|word| Cell::parse(word)).collect();
    let marks = || values.keys().chain(&words);
    let (all_rows, all_columns) = (grid.row_count(), grid.column_count());
    let rows = shown(all_rows, ROWS_WHOLE_MAX, ROWS_TOP, marks().map(|place| place.row_index));
    let columns = shown(all_columns, COLUMNS_WHOLE_MAX, 1, marks().map(|place| place.column_index));
    let letters = |column: &u32| {
        let name = Cell { row_index: 0, column_index: *column }.to_string();
        name.trim_end_matches('1').to_owned()
    };
    let mut table = PrintedTable {
        columns: columns.iter().map(letters).collect(),
        hidden_rows: u64::from(all_rows) - rows.len() as u64,
        hidden_columns: u64::from(all_columns) - columns.len() as u64,
        ..PrintedTable::default()
    };
    for (at, row) in rows.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| rows[at]);
        let is_after_gap = before.map_or(*row > 0, |before| *row > before + 1);
        let is_first = |span_row: u32| {
            // The first line of a span that is shown, or the first below a gap.
            span_row == *row || is_after_gap || at == 0
        };
        let mut cells = Vec::new();
        for (across, column) in columns.iter().enumerate() {
            let (mut row_span, mut column_span) = (1, 1);
            if let Some(span) = grid.span(*row, *column) {
                let left = across.checked_sub(1).map(|across| columns[across]);
                let is_leftmost = left.is_none_or(|left| left < span.origin.column_index);
                if !is_leftmost || !is_first(span.origin.row_index) {
                    continue;
                }
                let bottom = span.origin.row_index + span.row_count;
                let right = span.origin.column_index + span.column_count;
                let together = rows[at..]
                    .iter()
                    .zip(*row..)
                    .take_while(|(row, next)| **row == *next && **row < bottom);
                row_span = u32::try_from(together.count()).unwrap_or(1);
                let beside = columns[across..].iter().filter(|column| **column < right).count();
                column_span = u32::try_from(beside).unwrap_or(1);
            }
            let origin = grid.origin(*row, *column);
            let cell = grid.get(*row, *column);
            let numbers = values.get(&origin).cloned().unwrap_or_default();
            let mark = match () {
                () if !numbers.is_empty() => Mark::Value,
                () if words.contains(&origin) => Mark::Heading,
                () => Mark::Near,
            };
            cells.push(PrintedCell {
                text: cell.map(|cell| cell.text.to_string()).unwrap_or_default(),
                stored: cell.filter(|_| mark == Mark::Value).and_then(stored),
                row_span,
                column_span,
                mark,
                numbers,
                is_bold: cell.and_then(|cell| cell.is_bold).unwrap_or(false),
                indent: cell.and_then(|cell| cell.indent).unwrap_or(0).min(INDENT_MAX),
            });
        }
        table.rows.push(PrintedRow { name: (row + 1).to_string(), is_after_gap, cells });
    }
    table
}

/// The number of a cell that shows fewer digits of it than it stores, in the unit that is shown.
fn stored(cell: &GridCell) -> Option<String> {
    let Kind::Number { stored, shift, .. } = &cell.kind else { return None };
    if *stored == cell.text {
        return None;
    }
    Some(shifted(stored, *shift))
}

/// A plain decimal times a power of ten, digit for digit.
fn shifted(number: &str, shift: i8) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // Zeros on both sides, so that the point falls among the digits.
    let zeros = "0".repeat(usize::from(shift.unsigned_abs()));
    let all = format!("{zeros}{whole}{fraction}{zeros}");
    let point = zeros.len() + whole.len();
    let by = usize::from(shift.unsigned_abs());
    let (whole, fraction) = all.split_at(if shift < 0 { point - by } else { point + by });
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// Deeper is shown no deeper.
const INDENT_MAX: u8 = 12;

fn in_records(
    set: &RecordSet,
    marked: &[(usize, &Address)],
    words: &BTreeSet<String>,
) -> PrintedTable {
    let record = |address: &Address| u32::try_from(address.record?.checked_sub(1)?).ok();
    let count = u32::try_from(set.len()).unwrap_or(u32::MAX);
    let rows = shown(count, ROWS_WHOLE_MAX, 2, marked.iter().filter_map(|(_, a)| record(a)));
    let names = set.columns();
    let values: BTreeSet<&str> = marked.iter().filter_map(|(_, a)| a.cell.as_deref()).collect();
    let is_marked = |name: &String| words.contains(name) || values.contains(name.as_str());
    let all = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let marks = (0..all).filter(|at| is_marked(&names[*at as usize]));
    let columns = shown(all, COLUMNS_WHOLE_MAX, 1, marks);
    let mut table = PrintedTable {
        columns: columns.iter().map(|at| names[*at as usize].clone()).collect(),
        hidden_rows: u64::from(count) - rows.len() as u64,
        hidden_columns: u64::from(all) - columns.len() as u64,
        ..PrintedTable::default()
    };
    let mut by_record: BTreeMap<u32, Vec<(usize, &Address)>> = BTreeMap::new();
    for (number, address) in marked {
        if let Some(record) = record(address) {
            by_record.entry(record).or_default().push((*number, address));
        }
    }
    let mut before = None;
    for row in rows {
        let Some(printed) = set.record(u64::from(row) + 1) else { continue };
        let here = by_record.get(&row).map_or(&[][..], Vec::as_slice);
        let cells = columns.iter().map(|at| {
            let name = &names[*at as usize];
            let own =
                here.iter().filter(|(_, address)| address.cell.as_deref() == Some(name.as_str()));
            let numbers: Vec<usize> = own.map(|(number, _)| *number).collect();
            let mark = match () {
                () if !numbers.is_empty() => Mark::Value,
                () if !here.is_empty() && words.contains(name) => Mark::Heading,
                () => Mark::Near,
            };
            let text = printed.field(*at as usize).text.to_owned();
            PrintedCell {
                text,
                stored: None,
                row_span: 1,
                column_span: 1,
                mark,
                numbers,
                is_bold: false,
                indent: 0,
            }
        });
        table.rows.push(PrintedRow {
            name: (row + 1).to_string(),
            is_after_gap: before.map_or(row > 0, |before| row > before + 1),
            cells: cells.collect(),
        });
        before = Some(row);
    }
    table
}

/// Writes a page that someone asked for by name.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write_page(path: &Path, page: &str) -> Result<(), Error> {
    Ok(portbook_publish::single::write(path, page.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_shifted_digit_for_digit() {
        for (number, shift, expected) in [
            ("20171836", -3, "20171.836"),
            ("-1474288.2940568975", -3, "-1474.2882940568975"),
            ("0.123", 2, "12.3"),
            ("5", -3, "0.005"),
            ("12", 2, "1200"),
            ("0.5", 0, "0.5"),
        ] {
            assert_eq!(shifted(number, shift), expected, "{number} {shift}");
        }
    }
}
