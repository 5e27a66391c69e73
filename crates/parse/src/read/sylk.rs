//! SYLK sheets: one record a line, fields after `;`, a doubled `;;` for one in a text. Only what a
//! cell shows is read (`C` and the formats of `F` and `P`), never its expression (`E`).

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

/// Reads a SYLK sheet; dates are what their number format shows as one.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Workbook, Error> {
    let mut budget = Budget::new(limits);
    let mut reader = Reader { grid: Grid::new(SHEET), ..Reader::default() };
    for (index, line) in text.lines().flat_map(|line| line.split('\r')).enumerate() {
        if line == "E" {
            let grids = vec![reader.grid];
            return Ok(Workbook { format: Format::Sylk, grids, skipped: Vec::new() });
        }
        let fault = |reason: &str| Error::Sheet {
            sheet: SHEET.to_owned(),
            reason: format!("line {}: {reason}", index + 1),
        };
        let put = reader.record(&fields(line)).map_err(fault)?;
        if let Some((place, cell)) = put {
            budget.count(SHEET)?;
            budget.hold(SHEET, &cell)?;
            reader.grid.put(place, cell);
        }
    }
    Err(Error::Sheet { sheet: SHEET.to_owned(), reason: "cut off, no record `E`".to_owned() })
}

#[derive(Default)]
struct Reader {
    grid: Grid,
    formats: Vec<String>,
    /// One-based, as in the file; a record without `X` or `Y` stays where the last one was.
    row: u32,
    column: u32,
    /// The format the last `F` gave, and where.
    format: Option<(u32, u32, usize)>,
    is_1904: bool,
}

impl Reader {
    fn record(&mut self, fields: &[String]) -> Result<Option<(Place, Cell)>, &'static str> {
        let Some((kind, fields)) = fields.split_first() else { return Ok(None) };
        let field = |letter: char| fields.iter().find_map(|field| field.strip_prefix(letter));
        match kind.as_str() {
            "P" => self.formats.extend(field('P').map(str::to_owned)),
            "O" => self.is_1904 |= field('V') == Some("4"),
            "F" | "C" => {
                let at = |text: &str| text.parse().map_err(|_| "a row or column that is no number");
                self.row = field('Y').map(at).transpose()?.unwrap_or(self.row);
                self.column = field('X').map(at).transpose()?.unwrap_or(self.column);
            }
            _ => {}
        }
        if kind == "F" && field('X').is_some() {
            let number = field('P').and_then(|number| number.parse().ok());
            self.format = number.map(|number| (self.row, self.column, number));
        }
        let Some(value) = field('K').filter(|_| kind == "C") else { return Ok(None) };
        let place = Place {
            row_index: self.row.checked_sub(1).ok_or("a cell without a row")?,
            column_index: self.column.checked_sub(1).ok_or("a cell without a column")?,
        };
        Ok(Some((place, self.cell(value)?)))
    }

    fn cell(&self, value: &str) -> Result<Cell, &'static str> {
        if value.contains('\u{1b}') {
            return Err("an escape sequence for a letter");
        }
        if let Some(text) = value.strip_prefix('"') {
            return Ok(Cell::text(text.strip_suffix('"').ok_or("a text without its end")?));
        }
        match value {
            "TRUE" => return Ok(stored::bool(true)),
            "FALSE" => return Ok(stored::bool(false)),
            _ if value.starts_with('#') => return Ok(stored::error(value)),
            _ => {}
        }
        let here =
            self.format.filter(|(row, column, _)| (*row, *column) == (self.row, self.column));
        let code = here.and_then(|(_, _, number)| self.formats.get(number));
        let style = code.map_or(Style::UNKNOWN, |code| Style::of_code(code.replace('\\', "")));
        let system = if self.is_1904 { DateSystem::From1904 } else { DateSystem::From1900 };
        stored::written(value, &style, system).ok_or("a value that is no number")
    }
}

/// The fields of a record, with `;;` made one.
fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != ';' {
            fields.last_mut().expect("there is one from the start").push(letter);
        } else if letters.next_if_eq(&';').is_some() {
            fields.last_mut().expect("there is one from the start").push(';');
        } else {
            fields.push(String::new());
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    fn grid(text: &str) -> Grid {
        read(text, &Limits::standard()).unwrap().grids.remove(0)
    }

    #[test]
    fn cells_stand_where_the_last_record_was() {
        let grid = grid(
            "ID;PWXL;N;E\r\nP;PGeneral\r\nP;Pyyyy\\-mm\\-dd\r\nB;Y99;X99\r\nC;Y1;X2;K\"a;;b\"\r\n\
             C;X3;KTRUE\r\nF;P1;FG0G;Y2;X1\r\nC;K45000\r\nC;X2;K-1.50;E1+1\r\nE\r\n",
        );
        assert_eq!((grid.row_count(), grid.column_count()), (2, 3));
        assert_eq!(grid.text(0, 1), "a;b");
        assert_eq!(grid.get(0, 2).unwrap().kind, Kind::Bool(true));
        // 2023-03-15 is day 45,000 of the 1900 system.
        assert_eq!(grid.text(1, 0), "2023-03-15");
        assert_eq!(grid.text(1, 1), "-1.5");
    }

    #[test]
    fn a_sheet_that_is_cut_off_is_refused() {
        let refused = |text: &str| read(text, &Limits::standard()).unwrap_err().to_string();
        assert_eq!(refused("ID;P\r\nC;Y1;X1;K1\r\n"), "sheet `sheet`: cut off, no record `E`");
        assert_eq!(refused("ID;P\nC;K1\nE\n"), "sheet `sheet`: line 2: a cell without a row");
        let text = refused("ID;P\nC;Y1;X1;K\"a\nE\n");
        assert_eq!(text, "sheet `sheet`: line 2: a text without its end");
    }
}
