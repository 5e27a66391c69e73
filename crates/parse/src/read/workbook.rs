//! `.xlsx` workbooks, a cell at a time: the sheet's declared dimension is never asked, and what is
//! between the cells costs nothing.

use std::io::Cursor;

use calamine::{DataRef, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx, XlsxError};
use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid, Kind, Span};
use crate::limits::Limits;
use crate::read::contents::Workbook;
use crate::read::number_format::BUILT_IN;
use crate::read::{package, stored};
use crate::sniff::Format;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads a zip package as a workbook.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, Error> {
    let package = package::inspect(bytes, limits)?;
    if package.format != Format::Xlsx {
        return Err(Error::Unsupported { seen: package.format });
    }
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Error::Encrypted { what: "workbook" },
        error => Error::Workbook { reason: error.to_string() },
    })?;
    let sheets = book.sheets_metadata().to_vec();
    let (seen, max) = (sheets.len() as u64, limits.sheets_max as u64);
    if seen > max {
        return Err(Error::Limit { what: "sheets", place: "the workbook".into(), seen, max });
    }
    let mut budget = Budget::new(limits);
    let mut workbook = Workbook { format: Format::Xlsx, grids: Vec::new(), skipped: Vec::new() };
    for sheet in sheets {
        let mut grid = Grid::new(&sheet.name);
        grid.hidden = sheet.visible != SheetVisible::Visible;
        if sheet.typ != SheetType::WorkSheet {
            workbook.skipped.push(sheet.name);
            continue;
        }
        match fill(&mut book, &mut grid, &mut budget) {
            Err(Fault::NoSheet) => workbook.skipped.push(sheet.name),
            Err(Fault::Of(error)) => return Err(error),
            Ok(()) => {
                if package.has_formulas {
                    mark_formulas(&mut book, &mut grid)
                        .map_err(|error| sheet_fault(&grid.name, &error))?;
                }
                let merges = book
                    .merge_cells_by_sheet_name(&grid.name)
                    .map_err(|error| sheet_fault(&grid.name, &error))?;
                cover(&mut grid, &merges, limits)?;
                workbook.grids.push(grid);
            }
        }
    }
    Ok(workbook)
}

enum Fault {
    /// A chart or dialog that the workbook lists as a worksheet.
    NoSheet,
    Of(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Of(error)
    }
}

fn sheet_fault(sheet: &str, error: &XlsxError) -> Error {
    Error::Sheet { sheet: sheet.to_owned(), reason: error.to_string() }
}

/// Puts the sheet's cells that hold something.
fn fill(book: &mut Book<'_>, grid: &mut Grid, budget: &mut Budget<'_>) -> Result<(), Fault> {
    let name = grid.name.clone();
    let fault = |error| Fault::Of(sheet_fault(&name, &error));
    let mut reader = match book.worksheet_cells_reader(&name) {
        Err(XlsxError::NotAWorksheet(_)) => return Err(Fault::NoSheet),
        other => other.map_err(fault)?,
    };
    while let Some((cell, style_id)) = reader.next_cell_with_style_id().map_err(fault)? {
        budget.count(&name)?;
        let (row_index, column_index) = cell.get_position();
        let place = Place { row_index, column_index };
        let style = reader.styles().get(style_id);
        let format = || {
            let Some(format) = style.and_then(|style| style.number_format.as_ref()) else {
                return "General".to_owned();
            };
            match format.format_id {
                // The reader calls built-in formats that differ by language `General`.
                Some(id @ 1..164) if format.format_code == "General" => format!("{BUILT_IN}{id}"),
                _ => format.format_code.clone(),
            }
        };
        let mut value = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(value) => stored::integer(*value, Some(format())),
            DataRef::Float(value) => stored::number(*value, Some(format())),
            DataRef::String(text) | DataRef::DurationIso(text) => Cell::text(text.as_str()),
            DataRef::SharedString(text) => Cell::text(*text),
            DataRef::Bool(value) => stored::bool(*value),
            DataRef::DateTime(value) => stored::date(*value, Some(format())),
            DataRef::DateTimeIso(text) => stored::iso_date(text.clone()),
            DataRef::Error(error) => stored::error(error),
        };
        if value.text.is_empty() {
            continue;
        }
        budget.hold(&name, &value)?;
        value.indent = style.and_then(|style| style.alignment.as_ref()?.indent);
        if grid.put(place, value).is_some() {
            let reason = "stands twice in the sheet";
            return Err(Error::Cell { sheet: name, cell: place.to_string(), reason }.into());
        }
    }
    Ok(())
}

/// A formula without a stored result is an error cell: neither blank nor zero.
fn mark_formulas(book: &mut Book<'_>, grid: &mut Grid) -> Result<(), XlsxError> {
    let mut reader = book.worksheet_cells_reader(&grid.name)?;
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        if record.formula.is_some() && record.value == DataRef::Empty {
            let (row_index, column_index) = record.pos;
            let kind = Kind::Error("formula without a stored result".to_owned());
            let cell = Cell { text: "=".to_owned(), kind, indent: None };
            grid.put(Place { row_index, column_index }, cell);
        }
    }
    Ok(())
}

/// Lets merged cells cover what they cover.
pub(super) fn cover(grid: &mut Grid, merges: &[Dimensions], limits: &Limits) -> Result<(), Error> {
    let (seen, max) = (merges.len() as u64, limits.merges_max as u64);
    if seen > max {
        let place = format!("sheet `{}`", grid.name);
        return Err(Error::Limit { what: "merged regions", place, seen, max });
    }
    for merge in merges {
        let ((top, left), (bottom, right)) = (merge.start, merge.end);
        let (Some(rows), Some(columns)) = (bottom.checked_sub(top), right.checked_sub(left)) else {
            let reason = "a merged region that ends before it begins".to_owned();
            return Err(Error::Sheet { sheet: grid.name.clone(), reason });
        };
        grid.cover(Span {
            origin: Place { row_index: top, column_index: left },
            row_count: rows.saturating_add(1),
            column_count: columns.saturating_add(1),
        });
    }
    Ok(())
}

/// What all cells of a snapshot may cost together.
pub(super) struct Budget<'a> {
    limits: &'a Limits,
    cells: u64,
    text_bytes: u64,
}

impl<'a> Budget<'a> {
    pub(super) fn new(limits: &'a Limits) -> Self {
        Self { limits, cells: 0, text_bytes: 0 }
    }

    /// Counts a cell that was met, blank or not.
    pub(super) fn count(&mut self, sheet: &str) -> Result<(), Error> {
        self.cells += 1;
        let (seen, max) = (self.cells, self.limits.cells_max);
        if seen > max {
            let place = format!("sheet `{sheet}`");
            return Err(Error::Limit { what: "cells", place, seen, max });
        }
        Ok(())
    }

    /// Counts what a cell holds.
    pub(super) fn hold(&mut self, sheet: &str, cell: &Cell) -> Result<(), Error> {
        self.text_bytes += cell.text.len() as u64;
        let (seen, max) = (self.text_bytes, self.limits.cells_text_bytes_max);
        if seen > max {
            let place = format!("sheet `{sheet}`");
            return Err(Error::Limit { what: "bytes of text", place, seen, max });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::package::tests::zip_of;

    const NS: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PKG: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// A workbook whose visible sheet `1` and hidden sheet `old` both hold `rows`.
    fn book(rows: &str) -> Vec<u8> {
        let sheet = format!(
            "<worksheet xmlns='{NS}'><dimension ref='A1:XFD1048576'/><sheetData>{rows}</sheetData>\
             <mergeCells count='1'><mergeCell ref='B1:D1'/></mergeCells></worksheet>"
        );
        let workbook = format!(
            "<workbook xmlns='{NS}' xmlns:r='{REL}'><sheets><sheet name='1' sheetId='1' r:id='r1'/>\
             <sheet name='old' sheetId='2' state='hidden' r:id='r2'/></sheets></workbook>"
        );
        let relation = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id='{id}' Type='{REL}/{kind}' Target='{target}'/>")
        };
        let formats = ["0", "3", "164", "10", "17", "7"]
            .map(|id| format!("<xf numFmtId='{id}'><alignment indent='2'/></xf>"))
            .concat();
        let styles = format!(
            "<styleSheet xmlns='{NS}'><numFmts count='1'><numFmt numFmtId='164' \
             formatCode='#,##0.0'/></numFmts><cellXfs count='5'>{formats}</cellXfs></styleSheet>"
        );
        let relations = [
            relation("r1", "worksheet", "worksheets/sheet1.xml"),
            relation("r2", "worksheet", "worksheets/sheet2.xml"),
            relation("r3", "styles", "styles.xml"),
        ]
        .concat();
        let office = relation("r1", "officeDocument", "xl/workbook.xml");
        let wrap = |inner: &str| format!("<Relationships xmlns='{PKG}'>{inner}</Relationships>");
        zip_of(&[
            ("_rels/.rels", &wrap(&office)),
            ("xl/workbook.xml", &workbook),
            ("xl/_rels/workbook.xml.rels", &wrap(&relations)),
            ("xl/styles.xml", &styles),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/worksheets/sheet2.xml", &sheet),
        ])
    }

    fn read(rows: &str) -> Result<Workbook, Error> {
        super::read(&book(rows), &Limits::standard())
    }

    #[test]
    fn numbers_carry_what_their_format_shows() {
        let rows = "<row r='1'><c r='B1' t='inlineStr'><is><t>Exports</t></is></c>\
            <c r='C1'><v>9</v></c></row>\
            <row r='3'><c r='A3' t='str' s='1'><v> Jan. </v></c><c r='B3' s='1'><v>-104567</v></c>\
            <c r='C3' s='2'><v>41046.38</v></c><c r='D3' s='3'><v>0.052</v></c>\
            <c r='E3' s='4'><v>45688</v></c><c r='F3' t='str'><v></v></c>\
            <c r='G3' t='e'><v>#REF!</v></c><c r='H3' s='5'><v>1</v></c>\
            <c r='I3'><f>A1+1</f></c><c r='XFD1048576' s='1'/></row>";
        let workbook = read(rows).unwrap();
        assert_eq!(workbook.grids.iter().map(|g| g.hidden).collect::<Vec<_>>(), [false, true]);
        let grid = &workbook.grids[0];
        assert_eq!(grid.text(0, 3), "Exports");
        assert_eq!(grid.get(2, 0).unwrap().indent, Some(2));
        assert_eq!((grid.row_count(), grid.column_count()), (3, 9));
        let number = |column, text: &str, decimals, code: &str| {
            let cell = grid.get(2, column).unwrap();
            assert_eq!(cell.text, text);
            let Kind::Number { decimals: seen, format, .. } = &cell.kind else {
                panic!("{cell:?}")
            };
            assert_eq!((*seen, format.as_deref()), (decimals, Some(code)));
        };
        number(1, "-104567", Some(0), "#,##0");
        number(2, "41046.4", Some(1), "#,##0.0");
        number(3, "0.052", None, "0.00%");
        number(7, "1", None, "built-in 7");
        assert_eq!(grid.text(2, 4), "2025-01-31");
        assert_eq!(grid.get(2, 5), None);
        assert_eq!(grid.get(2, 6).unwrap().kind, Kind::Error("#REF!".to_owned()));
        let formula = &grid.get(2, 8).unwrap().kind;
        assert_eq!(*formula, Kind::Error("formula without a stored result".to_owned()));
    }

    #[test]
    fn a_cell_that_stands_twice_is_refused() {
        let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>";
        let message = read(rows).unwrap_err().to_string();
        assert_eq!(message, "sheet `1`, cell A1: stands twice in the sheet");
    }

    #[test]
    fn cells_are_counted() {
        let limits = Limits { cells_max: 3, ..Limits::standard() };
        let bytes = book("<row r='1'><c r='A1'><v>1</v></c><c r='B1'/></row>");
        let error = super::read(&bytes, &limits).unwrap_err();
        assert_eq!(error.to_string(), "sheet `old`: got 4 cells, expected at most 3");
    }
}
