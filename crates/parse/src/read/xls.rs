//! `.xls` workbooks (BIFF5 and BIFF8). The reader holds each sheet densely and whole, so
//! `xls_guard` looks first; number formats come from there too.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, SheetType, SheetVisible, Xls, XlsError};
use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::limits::Limits;
use crate::read::contents::Workbook;
use crate::read::ole::Ole;
use crate::read::workbook::{Budget, cover};
use crate::read::{stored, xls_guard};
use crate::sniff::Format;

/// Reads an OLE file as a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let ole = Ole::read(bytes)?;
    if ole.stream(&["EncryptedPackage"])?.is_some() {
        return Err(Error::Encrypted { what: "workbook" });
    }
    let Some(stream) = ole.stream(&["Workbook", "Book"])? else {
        return Err(Error::Unsupported { seen: Format::Ole });
    };
    let formats = xls_guard::inspect(&stream, limits)?;
    drop(stream);
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Error::Encrypted { what: "workbook" },
        error => Error::Workbook { reason: error.to_string() },
    })?;
    let sheets = book.sheets_metadata().to_vec();
    let (seen, max) = (sheets.len() as u64, limits.sheets_max as u64);
    if seen > max {
        return Err(Error::Limit { what: "sheets", place: "the workbook".into(), seen, max });
    }
    let mut workbook = Workbook { format: Format::Xls, grids: Vec::new(), skipped: Vec::new() };
    let mut budget = Budget::new(limits);
    let mut names = BTreeSet::new();
    for (index, sheet) in sheets.into_iter().enumerate() {
        if !names.insert(sheet.name.clone()) {
            let reason = "two sheets have this name".to_owned();
            return Err(Error::Sheet { sheet: sheet.name, reason });
        }
        if sheet.typ != SheetType::WorkSheet {
            workbook.skipped.push(sheet.name);
            continue;
        }
        let mut grid = Grid::new(&sheet.name);
        grid.hidden = sheet.visible != SheetVisible::Visible;
        fill(&mut book, &mut grid, &mut budget, |place| formats.code(index, place))?;
        let merges = book
            .merge_cells_by_sheet_name(&grid.name)
            .map_err(|error| sheet_fault(&grid.name, &error))?;
        cover(&mut grid, &merges, limits)?;
        workbook.grids.push(grid);
    }
    Ok(workbook)
}

fn sheet_fault(sheet: &str, error: &XlsError) -> Error {
    Error::Sheet { sheet: sheet.to_owned(), reason: error.to_string() }
}

/// Puts the sheet's cells that hold something.
fn fill(
    book: &mut Xls<Cursor<&[u8]>>,
    grid: &mut Grid,
    budget: &mut Budget<'_>,
    format: impl Fn(Place) -> Option<String>,
) -> Result<(), Error> {
    let range =
        book.worksheet_range(&grid.name).map_err(|error| sheet_fault(&grid.name, &error))?;
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, column, value) in range.used_cells() {
        budget.count(&grid.name)?;
        let at = |offset: usize, start| u32::try_from(offset).unwrap_or(u32::MAX) + start;
        let place = Place { row_index: at(row, top), column_index: at(column, left) };
        let cell = match value {
            Data::Empty => continue,
            Data::Int(value) => stored::integer(*value, format(place)),
            Data::Float(value) => stored::number(*value, format(place)),
            Data::String(text) | Data::DurationIso(text) => Cell::text(text.as_str()),
            Data::Bool(value) => stored::bool(*value),
            Data::DateTime(value) => stored::date(*value, format(place)),
            Data::DateTimeIso(text) => stored::iso_date(text.clone()),
            Data::Error(error) => stored::error(error),
        };
        if cell.text.is_empty() {
            continue;
        }
        if cell.text.contains(['\0', '\u{fffd}']) {
            let reason = "its text is broken: the workbook's code page is not the one it names";
            let cell = place.to_string();
            return Err(Error::Cell { sheet: grid.name.clone(), cell, reason });
        }
        budget.hold(&grid.name, &cell)?;
        grid.put(place, cell);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    #[test]
    fn cells_with_their_number_formats() {
        let bytes = include_bytes!("../../fixtures/two-sheets-formats.xls");
        let workbook = read(bytes, &Limits::standard()).unwrap();
        let [first, second] = &workbook.grids[..] else { panic!("{workbook:?}") };
        assert_eq!((first.name.as_str(), first.hidden, second.hidden), ("M139USD", false, true));
        assert_eq!(first.text(1, 4), "（2）2024年12月进出口商品国别（地区）总值表");
        assert_eq!(first.text(3, 1), "  亚洲");
        for (row, column, text, decimals) in [
            (3, 2, "41046.4", Some(1)),
            (3, 3, "-104567", Some(0)),
            (3, 4, "2.5", None),
            (5, 1, "100.00", Some(2)),
            (5, 4, "400.00", Some(2)),
        ] {
            let cell = first.get(row, column).unwrap();
            assert_eq!(cell.text, text);
            let Kind::Number { decimals: seen, .. } = cell.kind else { panic!("{cell:?}") };
            assert_eq!(seen, decimals);
        }
        assert_eq!(first.text(4, 4), "2025-01-31");
        assert_eq!(first.get(4, 3).unwrap().kind, Kind::Text);
        assert_eq!(second.text(0, 0), "TRUE");
    }

    #[test]
    fn a_cut_file_is_an_error() {
        let bytes = include_bytes!("../../fixtures/two-sheets-formats.xls");
        for length in [600, 1500, 3000] {
            assert!(read(&bytes[..length], &Limits::standard()).is_err(), "{length}");
        }
    }
}
