//! The records of an `.xls` before its reader sees them: what that reader would hide, cut short,
//! or ask gigabytes for is refused here, by name; and the number formats, which it does not give,
//! are read. After [MS-XLS]; BIFF5 and BIFF8.

use std::collections::BTreeMap;

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::limits::Limits;
use crate::read::number_format;
use crate::read::ole::{u16_at, u32_at};

/// Number formats of a sound workbook stream.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// Per cell style: the format's code.
    codes: Vec<String>,
    /// Per sheet, in the workbook's order: the style of each numeric cell.
    styles: Vec<BTreeMap<Place, u16>>,
}

impl Formats {
    /// The number format of a cell, if the sheet's records name it.
    pub(super) fn code(&self, sheet_index: usize, place: Place) -> Option<String> {
        let style = *self.styles.get(sheet_index)?.get(&place)?;
        self.codes.get(usize::from(style)).cloned()
    }
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
    /// The record goes on in the next one.
    is_continued: bool,
}

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;
const FILEPASS: u16 = 0x002F;
const BOUNDSHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const DIMENSIONS: u16 = 0x0200;
const NUMBER: u16 = 0x0203;
const RK: u16 = 0x027E;
const MULRK: u16 = 0x00BD;
const FORMULA: u16 = 0x0006;
const STRING: u16 = 0x0207;
/// BIFF3 and BIFF4 formulas: in a later workbook a writer's error that readers skip, row and all.
const OLD_FORMULAS: [u16; 2] = [0x0206, 0x0406];
const LABELS: [u16; 4] = [0x0204, 0x00D6, 0x0205, 0x00FD];

/// Looks through a workbook stream.
pub(super) fn inspect(stream: &[u8], limits: &Limits) -> Result<Formats, Error> {
    let mut formats = Formats::default();
    let mut custom = BTreeMap::new();
    let mut style_formats = Vec::new();
    let mut sheets = Vec::new();
    let mut is_biff8 = true;
    for record in records(stream) {
        let Record { kind, data, .. } = record?;
        match kind {
            BOF => is_biff8 = u16_at(data, 0) == Some(0x0600),
            FILEPASS => return Err(Error::Encrypted { what: "workbook" }),
            BOUNDSHEET => {
                let start = u32_at(data, 0).ok_or_else(|| short(kind))?;
                let name = data.get(6..).and_then(|rest| short_text(rest, is_biff8));
                sheets.push((start as usize, name.ok_or_else(|| short(kind))?));
            }
            FORMAT => {
                let id = u16_at(data, 0).ok_or_else(|| short(kind))?;
                let code =
                    if is_biff8 { long_text(&data[2..]) } else { short_text(&data[2..], false) };
                custom.insert(id, code.ok_or_else(|| short(kind))?);
            }
            XF => style_formats.push(u16_at(data, 2).ok_or_else(|| short(kind))?),
            EOF => break,
            _ => {}
        }
    }
    let code = |id: u16| match custom.get(&id) {
        Some(code) => code.clone(),
        None => number_format::built_in(id),
    };
    formats.codes = style_formats.into_iter().map(code).collect();
    for (start, name) in sheets {
        let sheet = stream.get(start..).ok_or_else(|| Error::Sheet {
            sheet: name.clone(),
            reason: "it begins past the end of the workbook".to_owned(),
        })?;
        formats.styles.push(sheet_styles(sheet, &name, limits)?);
    }
    Ok(formats)
}

fn short(kind: u16) -> Error {
    Error::Ole { reason: format!("a record of kind {kind:#06x} is too short") }
}

/// One sheet's records: its extent and the styles of its numbers.
fn sheet_styles(sheet: &[u8], name: &str, limits: &Limits) -> Result<BTreeMap<Place, u16>, Error> {
    let fault = |cell: Place, reason| Error::Cell {
        sheet: name.to_owned(),
        cell: cell.to_string(),
        reason,
    };
    let mut styles = BTreeMap::new();
    let mut depth = 0_usize;
    let mut extent = Extent::default();
    let mut last = Place { row_index: 0, column_index: 0 };
    for record in records(sheet) {
        let Record { kind, data, is_continued } = record?;
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            _ if depth != 1 => {} // a chart inside the sheet
            DIMENSIONS => extent.declare(data),
            NUMBER | RK | FORMULA => {
                last = place(data).ok_or_else(|| short(kind))?;
                extent.meet(last);
                styles.insert(last, u16_at(data, 4).ok_or_else(|| short(kind))?);
            }
            MULRK => {
                let first = place(data).ok_or_else(|| short(kind))?;
                let count = data.len().saturating_sub(6) / 6;
                for (at, column_index) in (0..count).zip(first.column_index..) {
                    last = Place { column_index, ..first };
                    extent.meet(last);
                    styles.insert(last, u16_at(data, 4 + 6 * at).ok_or_else(|| short(kind))?);
                }
            }
            STRING if is_continued => {
                let reason = "the text of its formula is longer than its reader can take";
                return Err(fault(last, reason));
            }
            _ if LABELS.contains(&kind) => {
                extent.meet(place(data).ok_or_else(|| short(kind))?);
            }
            _ if OLD_FORMULAS.contains(&kind) => {
                let cell = place(data).ok_or_else(|| short(kind))?;
                return Err(fault(cell, "a formula record of an older format, which readers skip"));
            }
            _ => {}
        }
    }
    let (seen, max) = (extent.area(), limits.xls_area_cells_max);
    if seen > max {
        let place = format!("sheet `{name}`");
        return Err(Error::Limit { what: "cells from corner to corner", place, seen, max });
    }
    Ok(styles)
}

fn place(data: &[u8]) -> Option<Place> {
    let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
    Some(Place { row_index: u32::from(row), column_index: u32::from(column) })
}

/// The corners of what a sheet holds, and of what it says it holds: the reader asks for memory by
/// both.
#[derive(Default)]
struct Extent {
    declared_cells: u64,
    top_left: Option<Place>,
    bottom_right: Option<Place>,
}

impl Extent {
    fn declare(&mut self, data: &[u8]) {
        let wide = |at| u32_at(data, at).map(u64::from);
        let narrow = |at| u16_at(data, at).map(u64::from);
        let corners = if data.len() < 14 {
            [narrow(0), narrow(2), narrow(4), narrow(6)]
        } else {
            [wide(0), wide(4), narrow(8), narrow(10)]
        };
        let [Some(top), Some(bottom), Some(left), Some(right)] = corners else { return };
        let rows = if bottom == 0 { 1 } else { bottom.wrapping_sub(top) };
        let columns = if left > 0xFF || right < left { right } else { right - left };
        self.declared_cells = rows.saturating_mul(columns);
    }

    fn meet(&mut self, place: Place) {
        let first = self.top_left.get_or_insert(place);
        first.row_index = first.row_index.min(place.row_index);
        first.column_index = first.column_index.min(place.column_index);
        let last = self.bottom_right.get_or_insert(place);
        last.row_index = last.row_index.max(place.row_index);
        last.column_index = last.column_index.max(place.column_index);
    }

    fn area(&self) -> u64 {
        let met = match (self.top_left, self.bottom_right) {
            (Some(first), Some(last)) => {
                let rows = u64::from(last.row_index - first.row_index) + 1;
                rows * (u64::from(last.column_index - first.column_index) + 1)
            }
            _ => 0,
        };
        met.max(self.declared_cells)
    }
}

/// A BIFF8 text after a length of two bytes.
fn long_text(data: &[u8]) -> Option<String> {
    wide_text(usize::from(u16_at(data, 0)?), data.get(2..)?)
}

/// A text after a length of one byte; in BIFF5 a code page's, of which only ASCII matters here.
fn short_text(data: &[u8], is_biff8: bool) -> Option<String> {
    let length = usize::from(*data.first()?);
    if is_biff8 {
        return wide_text(length, data.get(1..)?);
    }
    Some(String::from_utf8_lossy(data.get(1..=length)?).into_owned())
}

fn wide_text(length: usize, data: &[u8]) -> Option<String> {
    let body = data.get(1..)?;
    if data[0] & 1 == 0 {
        return Some(body.get(..length)?.iter().map(|byte| char::from(*byte)).collect());
    }
    let units: Vec<u16> = (0..length).map(|unit| u16_at(body, unit * 2)).collect::<Option<_>>()?;
    Some(String::from_utf16_lossy(&units))
}

fn records(stream: &[u8]) -> impl Iterator<Item = Result<Record<'_>, Error>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = u16_at(stream, at + 2).map(usize::from);
        let start = at;
        let Some(data) = length.and_then(|length| stream.get(start + 4..start + 4 + length)) else {
            at = stream.len();
            let reason = format!("the record at byte {start} of the workbook is cut short");
            return Some(Err(Error::Ole { reason }));
        };
        at = start + 4 + data.len();
        let is_continued = u16_at(stream, at) == Some(CONTINUE);
        Some(Ok(Record { kind, data, is_continued }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    /// A workbook stream of one sheet with the given records.
    fn stream(globals: &[u8], sheet: &[u8]) -> Vec<u8> {
        let bof = record(BOF, &[0, 6, 5, 0]);
        let start = bof.len() + globals.len() + 4 + 9 + 4;
        let mut bound = u32::try_from(start).unwrap().to_le_bytes().to_vec();
        bound.extend([0, 0, 1, 0, b'A']);
        let globals = [globals, &record(BOUNDSHEET, &bound), &record(EOF, &[])].concat();
        [&bof[..], &globals, &bof, sheet, &record(EOF, &[])].concat()
    }

    fn message(globals: &[u8], sheet: &[u8]) -> String {
        inspect(&stream(globals, sheet), &Limits::standard()).unwrap_err().to_string()
    }

    #[test]
    fn encryption_of_every_kind_is_named() {
        assert_eq!(message(&record(FILEPASS, &[0, 0, 1, 2]), &[]), "the workbook is encrypted");
    }

    #[test]
    fn corners_far_apart_are_refused_before_memory_is_asked() {
        let cell = |row: u16, column: u16| {
            let data = [row.to_le_bytes(), column.to_le_bytes(), [0; 2], [0; 2]].concat();
            record(0x0204, &data)
        };
        let text = message(&[], &[cell(0, 0), cell(65535, 255)].concat());
        let expected = "sheet `A`: got 16777216 cells from corner to corner";
        assert!(text.starts_with(expected), "{text}");
        let declared = [0, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 1, 0, 0];
        assert!(message(&[], &record(DIMENSIONS, &declared)).contains("corner to corner"));
    }

    #[test]
    fn texts_and_rows_the_reader_would_lose_are_refused() {
        let formula = record(FORMULA, &[142, 0, 40, 0, 0, 0]);
        let long = [formula, record(STRING, &[1, 0, 0, 65]), record(CONTINUE, &[65])].concat();
        assert!(message(&[], &long).starts_with("sheet `A`, cell AO143: the text"));
        let old = record(0x0406, &[3, 0, 0, 0, 0, 0]);
        assert!(message(&[], &old).starts_with("sheet `A`, cell A4: a formula record"));
    }
}
