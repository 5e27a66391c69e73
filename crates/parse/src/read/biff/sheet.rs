//! The cells of one sheet of a BIFF stream.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::read::budget::{Budget, Merge, cover};
use crate::read::stored;
use crate::read::style::Style;

use super::globals::Globals;
use super::records::{Record, records, short};
use super::{EOF, Version, is_bof};

const BIFF2_INTEGER: u16 = 0x0002;
const BIFF2_NUMBER: u16 = 0x0003;
const BIFF2_LABEL: u16 = 0x0004;
const BIFF2_BOOL_ERROR: u16 = 0x0005;
/// BIFF2, 5 and 8; then BIFF3 and 4. Writers confuse them.
const FORMULAS: [u16; 3] = [0x0006, 0x0206, 0x0406];
const STRINGS: [u16; 2] = [0x0007, 0x0207];
const WSBOOL: u16 = 0x0081;
const MULRK: u16 = 0x00BD;
const MULBLANK: u16 = 0x00BE;
const RSTRING: u16 = 0x00D6;
const MERGED: u16 = 0x00E5;
const LABELSST: u16 = 0x00FD;
const BLANKS: [u16; 2] = [0x0001, 0x0201];
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const BOOL_ERROR: u16 = 0x0205;
const RK: u16 = 0x027E;

/// A worksheet, or something else that is no table.
pub(super) enum Sheet {
    Grid,
    Other,
}

/// Reads the records of one sheet, from its first.
pub(super) fn read(
    stream: &[u8],
    globals: &Globals,
    grid: &mut Grid,
    budget: &mut Budget<'_>,
) -> Result<Sheet, Error> {
    let mut reader =
        Reader { globals, grid, budget, pending: None, merges: Vec::new(), is_dialog: false };
    let mut depth = 0_usize;
    for record in records(stream) {
        let record = record.map_err(|error| reader.in_sheet(&error))?;
        match record.kind {
            kind if is_bof(kind) => {
                depth += 1;
                let kind_of_sheet = record.u16(2)?;
                if depth == 1 && kind_of_sheet != 0x0010 {
                    return Ok(Sheet::Other);
                }
            }
            EOF if depth <= 1 => {
                reader.end()?;
                return Ok(if reader.is_dialog { Sheet::Other } else { Sheet::Grid });
            }
            EOF => depth -= 1,
            _ if depth == 0 => return Err(reader.fault("it does not begin where it should")),
            _ if depth > 1 => {} // a chart inside the sheet
            _ => reader.take(&record)?,
        }
    }
    Err(reader.fault("it ends without its end record: the workbook is cut short"))
}

struct Reader<'a, 'b> {
    globals: &'a Globals,
    grid: &'a mut Grid,
    budget: &'a mut Budget<'b>,
    /// A formula whose text comes in a later record.
    pending: Option<(Place, &'a Style)>,
    merges: Vec<Merge>,
    is_dialog: bool,
}

impl<'a> Reader<'a, '_> {
    fn fault(&self, reason: impl Into<String>) -> Error {
        Error::Sheet { sheet: self.grid.name.clone(), reason: reason.into() }
    }

    fn in_sheet(&self, error: &Error) -> Error {
        self.fault(error.to_string())
    }

    fn take(&mut self, record: &Record<'_>) -> Result<(), Error> {
        let kind = record.kind;
        match kind {
            _ if STRINGS.contains(&kind) => return self.text_of_formula(record),
            MERGED => {
                for at in 0..usize::from(record.u16(0)?) {
                    let corner = |n: usize| record.u16(2 + 8 * at + 2 * n).map(u32::from);
                    self.merges.push(Merge {
                        top: corner(0)?,
                        bottom: corner(1)?,
                        left: corner(2)?,
                        right: corner(3)?,
                    });
                }
                return Ok(());
            }
            WSBOOL => {
                self.is_dialog = record.u16(0)? & 0x0010 != 0;
                return Ok(());
            }
            MULRK => return self.many_numbers(record),
            MULBLANK => {
                return self.budget.count_many(&self.grid.name, record.data.len() as u64 / 2);
            }
            _ if BLANKS.contains(&kind) => return self.budget.count(&self.grid.name),
            _ => {}
        }
        let is_cell = matches!(
            kind,
            BIFF2_INTEGER | BIFF2_NUMBER | BIFF2_LABEL | BIFF2_BOOL_ERROR | RSTRING | LABELSST
        ) || matches!(kind, NUMBER | LABEL | BOOL_ERROR | RK)
            || FORMULAS.contains(&kind);
        if !is_cell {
            return Ok(());
        }
        self.settle()?;
        let place = place(record)?;
        let style = self.style(record)?;
        let cell = match kind {
            BIFF2_INTEGER => self.number(f64::from(record.u16(7)?), style),
            BIFF2_NUMBER => self.number(record.f64(7)?, style),
            BIFF2_BOOL_ERROR => style.dress(truth_or_error(record, 7)?),
            NUMBER => self.number(record.f64(6)?, style),
            RK => self.number(rk(record.u32(6)?), style),
            BOOL_ERROR => style.dress(truth_or_error(record, 6)?),
            LABELSST => style.dress(self.shared(record, place)?),
            BIFF2_LABEL | LABEL | RSTRING => style.dress(self.label(record, place)?),
            _ => match self.formula(record, place, style)? {
                Some(cell) => cell,
                None => return Ok(()),
            },
        };
        self.put(place, cell)
    }

    fn number(&self, value: f64, style: &Style) -> Cell {
        stored::number(value, style, self.globals.dates)
    }

    fn style(&self, record: &Record<'_>) -> Result<&'a Style, Error> {
        if self.globals.version == Version::Biff2 {
            let format = usize::from(record.u8(5)? & 0x3F);
            return Ok(self.globals.formats.get(format).unwrap_or(&Style::UNKNOWN));
        }
        Ok(self.globals.style_of(record.u16(4)?))
    }

    fn many_numbers(&mut self, record: &Record<'_>) -> Result<(), Error> {
        self.settle()?;
        let first = place(record)?;
        let count = record.data.len().saturating_sub(6) / 6;
        for (at, column_index) in (0..count).zip(first.column_index..) {
            let style = self.globals.style_of(record.u16(4 + 6 * at)?);
            let value = rk(record.u32(6 + 6 * at)?);
            let cell = self.number(value, style);
            self.put(Place { column_index, ..first }, cell)?;
        }
        Ok(())
    }

    fn shared(&self, record: &Record<'_>, place: Place) -> Result<Cell, Error> {
        let index = record.u32(6)?;
        if let Some(Some(text)) = self.globals.texts.get(index as usize) {
            return Ok(Cell::text(text));
        }
        let count = self.globals.texts.len();
        let reason = format!("it names shared text {index}, of which there are {count}");
        Err(self.fault_of_cell(place, reason))
    }

    fn label(&self, record: &Record<'_>, place: Place) -> Result<Cell, Error> {
        let page = self.globals.page;
        let text = match (record.kind, self.globals.version) {
            (BIFF2_LABEL, _) => record.parts(8).bytes_text(usize::from(record.u8(7)?), page),
            (_, Version::Biff8) => record.parts(6).wide_text(),
            _ => record.parts(8).bytes_text(usize::from(record.u16(6)?), page),
        };
        self.text(text, place)
    }

    fn text(&self, text: Option<String>, place: Place) -> Result<Cell, Error> {
        let text = text.ok_or_else(|| {
            let reason = "its text is cut short, or in another code page than the workbook names";
            self.fault_of_cell(place, reason)
        })?;
        if text.contains('\0') {
            let reason = "its text holds a NUL: it is in another code page than the workbook names";
            return Err(self.fault_of_cell(place, reason));
        }
        Ok(Cell::text(text))
    }

    /// The stored result of a formula; `None` if it comes in the next record.
    fn formula(
        &mut self,
        record: &Record<'_>,
        place: Place,
        style: &'a Style,
    ) -> Result<Option<Cell>, Error> {
        let at = if self.globals.version == Version::Biff2 { 7 } else { 6 };
        if record.u16(at + 6)? != 0xFFFF {
            return Ok(Some(self.number(record.f64(at)?, style)));
        }
        let value = record.u8(at + 2)?;
        Ok(Some(style.dress(match record.u8(at)? {
            0 => {
                self.pending = Some((place, style));
                return Ok(None);
            }
            1 => stored::bool(value != 0),
            2 => stored::error_code(value),
            _ => Cell::text(""),
        })))
    }

    fn text_of_formula(&mut self, record: &Record<'_>) -> Result<(), Error> {
        let Some((place, style)) = self.pending.take() else { return Ok(()) };
        let page = self.globals.page;
        let text = match (record.kind, self.globals.version) {
            (_, Version::Biff8) => record.parts(0).wide_text(),
            (0x0007, _) => record.parts(1).bytes_text(usize::from(record.u8(0)?), page),
            _ => record.parts(2).bytes_text(usize::from(record.u16(0)?), page),
        };
        let cell = style.dress(self.text(text, place)?);
        self.put(place, cell)
    }

    /// A formula whose text never came has no value.
    fn settle(&mut self) -> Result<(), Error> {
        match self.pending.take() {
            Some((place, style)) => self.put(place, style.dress(stored::formula_without_value())),
            None => Ok(()),
        }
    }

    fn put(&mut self, place: Place, cell: Cell) -> Result<(), Error> {
        self.budget.count(&self.grid.name)?;
        self.budget.put(self.grid, place, cell)
    }

    fn end(&mut self) -> Result<(), Error> {
        self.settle()?;
        cover(self.grid, &self.merges, self.budget.limits)
    }

    fn fault_of_cell(&self, place: Place, reason: impl Into<String>) -> Error {
        let (sheet, cell) = (self.grid.name.clone(), place.to_string());
        Error::Cell { sheet, cell, reason: reason.into() }
    }
}

fn place(record: &Record<'_>) -> Result<Place, Error> {
    let (row, column) = (record.u16(0)?, record.u16(2)?);
    Ok(Place { row_index: u32::from(row), column_index: u32::from(column) })
}

fn truth_or_error(record: &Record<'_>, at: usize) -> Result<Cell, Error> {
    let value = record.u8(at)?;
    match record.data.get(at + 1).ok_or_else(|| short(record.kind))? {
        0 => Ok(stored::bool(value != 0)),
        _ => Ok(stored::error_code(value)),
    }
}

/// The number in four bytes: an integer or the upper half of a float, a hundredth of it or whole.
pub(in crate::read) fn rk(word: u32) -> f64 {
    let value = if word & 2 == 0 {
        f64::from_bits(u64::from(word & !3) << 32)
    } else {
        f64::from(word.cast_signed() >> 2)
    };
    if word & 1 == 0 { value } else { value / 100.0 }
}
