//! DIF sheets (Data Interchange Format): two lines a cell, the type and number, then the text.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::contents::Workbook;
use crate::read::stored::{self, DateSystem};
use crate::read::style::Style;
use crate::sniff::Format;

const SHEET: &str = "sheet";

/// Reads a DIF sheet. Its declared size (`VECTORS`, `TUPLES`) is never asked.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Workbook, Error> {
    let mut budget = Budget::new(limits);
    let mut grid = Grid::new(SHEET);
    let mut lines = text.lines().map(str::trim_end).enumerate();
    let fault = |line: usize, reason: &str| Error::Sheet {
        sheet: SHEET.to_owned(),
        reason: format!("line {line}: {reason}"),
    };
    let data = lines.find(|(_, line)| *line == "DATA");
    let (start, _) = data.ok_or_else(|| fault(1, "no `DATA` below it"))?;
    lines.next();
    lines.next();
    let (mut row, mut column) = (None, 0);
    let mut end = start;
    while let (Some((at, first)), Some((_, second))) = (lines.next(), lines.next()) {
        end = at + 1;
        let (kind, number) = first.split_once(',').ok_or_else(|| fault(end, "no type"))?;
        let cell = match (kind, second) {
            ("-1", "BOT") => {
                (row, column) = (Some(row.map_or(0, |row| row + 1)), 0);
                continue;
            }
            ("-1", "EOD") => {
                let grids = vec![grid];
                return Ok(Workbook { format: Format::Dif, grids, skipped: Vec::new() });
            }
            ("0", "TRUE") => stored::bool(true),
            ("0", "FALSE") => stored::bool(false),
            ("0", "NA" | "ERROR") => stored::error(second),
            // Dates stand as they were shown.
            ("0", "V") => {
                let number = number.trim();
                stored::written(number, &Style::UNKNOWN, DateSystem::From1900)
                    .unwrap_or_else(|| Cell::text(number))
            }
            ("1", text) => Cell::text(unquoted(text)),
            _ => return Err(fault(end, "a type that is none of `-1`, `0`, `1`")),
        };
        let row_index = row.ok_or_else(|| fault(end, "a cell before the first row"))?;
        let place = Place { row_index, column_index: column };
        column += 1;
        budget.count(SHEET)?;
        budget.hold(SHEET, &cell)?;
        grid.put(place, cell);
    }
    Err(fault(end, "cut off, no `EOD` below it"))
}

fn unquoted(text: &str) -> String {
    let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    inner.unwrap_or(text).replace("\"\"", "\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    #[test]
    fn two_lines_are_a_cell() {
        let text = "TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n0,900\r\n\"\"\r\nDATA\r\n0,0\r\n\"\"\r\n\
                    -1,0\r\nBOT\r\n0,1.50\r\nV\r\n1,0\r\n\"say \"\"a\"\"\"\r\n0,2/19/14\r\nV\r\n\
                    -1,0\r\nBOT\r\n0,1\r\nTRUE\r\n-1,0\r\nEOD\r\n";
        let grid = read(text, &Limits::standard()).unwrap().grids.remove(0);
        assert_eq!((grid.row_count(), grid.column_count()), (2, 3));
        let texts = [(0, 0), (0, 1), (0, 2), (1, 0)].map(|(r, c)| grid.text(r, c));
        assert_eq!(texts, ["1.5", "say \"a\"", "2/19/14", "TRUE"]);
        assert_eq!(grid.get(0, 2).unwrap().kind, Kind::Text);
    }

    #[test]
    fn a_sheet_that_is_cut_off_is_refused() {
        let text = "TABLE\n0,1\n\"\"\nDATA\n0,0\n\"\"\n-1,0\nBOT\n0,1\nV\n";
        let refused = read(text, &Limits::standard()).unwrap_err().to_string();
        assert_eq!(refused, "sheet `sheet`: line 9: cut off, no `EOD` below it");
    }
}
