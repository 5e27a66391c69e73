//! Workbooks of records, BIFF2 to BIFF8: what lies in the stream of an `.xls`, and before Excel 5
//! was the file itself. A cell at a time: what is between the cells costs nothing, and what the
//! sheet says of its size is never asked. After [MS-XLS] and, for BIFF2 to BIFF4, OpenOffice.org's
//! documentation of the format.

mod globals;
mod records;
mod sheet;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::error::Error;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::contents::Workbook;
use crate::read::ole::u16_at;
use crate::sniff::Format;

use globals::{Globals, Listed};
use records::records;
pub(super) use sheet::rk;
use sheet::{Sheet, read as read_sheet};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    Biff2,
    Biff3,
    Biff4,
    /// Excel 5 and 95.
    Biff5,
    Biff8,
}

const EOF: u16 = 0x000A;
const BIFF4_SHEET_NAME: u16 = 0x008F;
const WORKBOOK_GLOBALS: u16 = 0x0005;
const BIFF4_WORKBOOK: u16 = 0x0100;

fn is_bof(kind: u16) -> bool {
    matches!(kind, 0x0009 | 0x0209 | 0x0409 | 0x0809)
}

fn version(stream: &[u8]) -> Option<Version> {
    match (u16_at(stream, 0)?, u16_at(stream, 4)?) {
        (0x0009, _) => Some(Version::Biff2),
        (0x0209, _) => Some(Version::Biff3),
        (0x0409, _) => Some(Version::Biff4),
        (0x0809, 0x0600) => Some(Version::Biff8),
        (0x0809, 0x0500) => Some(Version::Biff5),
        _ => None,
    }
}

/// Reads a stream of records as a workbook.
pub(super) fn read(stream: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let unknown = || Error::Workbook {
        reason: "its first record is none that begins BIFF2 to BIFF8".to_owned(),
    };
    let version = version(stream).ok_or_else(unknown)?;
    let kind = u16_at(stream, 6).ok_or_else(unknown)?;
    let is_list = matches!((version, kind), (Version::Biff5 | Version::Biff8, WORKBOOK_GLOBALS))
        || (version == Version::Biff4 && kind == BIFF4_WORKBOOK);
    let mut globals = Globals::new(version);
    if is_list {
        read_globals(stream, &mut globals, limits)?;
    } else {
        // The file is one sheet, and says of itself what a workbook else says of all.
        for record in records(stream) {
            globals.take(&record?, limits)?;
        }
        let name = "Sheet 1".to_owned();
        globals.sheets = vec![Listed { start: 0, name, is_hidden: false, is_worksheet: true }];
    }
    globals.finish();
    let mut workbook = Workbook { format: Format::Xls, grids: Vec::new(), skipped: Vec::new() };
    let mut budget = Budget::new(limits);
    let mut names = BTreeSet::new();
    for listed in &globals.sheets {
        let name = &listed.name;
        if !names.insert(name) {
            let reason = "two sheets have this name".to_owned();
            return Err(Error::Sheet { sheet: name.clone(), reason });
        }
        let records = stream.get(listed.start..).ok_or_else(|| Error::Sheet {
            sheet: name.clone(),
            reason: "it begins past the end of the workbook".to_owned(),
        })?;
        let mut grid = Grid::new(name);
        grid.hidden = listed.is_hidden;
        let is_grid = listed.is_worksheet
            && matches!(read_sheet(records, &globals, &mut grid, &mut budget)?, Sheet::Grid);
        if is_grid {
            workbook.grids.push(grid);
        } else {
            workbook.skipped.push(name.clone());
        }
    }
    Ok(workbook)
}

/// What stands before the sheets; of a BIFF4 workbook all of it, since its sheets are named in
/// between.
fn read_globals(stream: &[u8], globals: &mut Globals, limits: &Limits) -> Result<(), Error> {
    let mut named = None;
    let mut at = 0;
    for record in records(stream) {
        let record = record?;
        let start = at;
        at += 4 + record.data.len();
        match (globals.version, record.kind) {
            (Version::Biff5 | Version::Biff8, EOF) => return Ok(()),
            (Version::Biff4, BIFF4_SHEET_NAME) => {
                let length = usize::from(record.u8(4)?);
                named = record.parts(5).bytes_text(length, globals.page);
            }
            (Version::Biff4, kind) if is_bof(kind) => {
                if let Some(name) = named.take() {
                    let (is_hidden, is_worksheet) = (false, true);
                    globals.sheets.push(Listed { start, name, is_hidden, is_worksheet });
                }
            }
            _ => globals.take(&record, limits)?,
        }
    }
    match globals.version {
        Version::Biff4 => Ok(()),
        _ => Err(Error::Workbook { reason: "it ends before its first sheet".to_owned() }),
    }
}
