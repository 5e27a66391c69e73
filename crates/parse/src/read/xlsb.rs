//! `.xlsb` workbooks: an OOXML package whose parts are records. After [MS-XLSB]; a record is a
//! number and a length of up to two and four bytes of seven bits, then data.

mod records;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::limits::{Limits, within};
use crate::read::biff::rk;
use crate::read::budget::{Budget, Merge, cover};
use crate::read::contents::Workbook;
use crate::read::number_format;
use crate::read::package::Package;
use crate::read::relations::relations;
use crate::read::stored::{self, DateSystem};
use crate::read::style::Style;
use crate::read::xlsx::{Listed, check_list, part_of_kind, worksheets};
use crate::sniff::Format;
use portbook_model::text::Text;

use records::{Record, records};

const ROW: u16 = 0;
const BLANK: u16 = 1;
const RICH_TEXT: u16 = 62;
const SST_ITEM: u16 = 19;
const FONT: u16 = 43;
const FORMAT: u16 = 44;
const STYLE: u16 = 47;
const BEGIN_SHEET: u16 = 129;
const BEGIN_SHEET_DATA: u16 = 145;
const END_SHEET_DATA: u16 = 146;
const WORKBOOK_PROPERTIES: u16 = 153;
const BUNDLE_SHEET: u16 = 156;
const MERGE_CELL: u16 = 176;
const BEGIN_CELL_STYLES: u16 = 617;
const END_CELL_STYLES: u16 = 618;
const BOLD_WEIGHT_MIN: u16 = 600;

struct Shared {
    texts: Vec<Text>,
    styles: Vec<Style>,
    dates: DateSystem,
}

/// Reads the workbook whose main part is `part`.
pub(super) fn read(
    package: &mut Package<'_>,
    part: &str,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let bytes = package.bytes(part)?;
    let (mut sheets, mut dates) = (Vec::new(), DateSystem::From1900);
    for record in records(&bytes, part) {
        let record = record?;
        match record.kind {
            WORKBOOK_PROPERTIES if record.u32(0)? & 1 == 1 => dates = DateSystem::From1904,
            BUNDLE_SHEET => {
                let (relation, at) = record.text(8)?;
                let is_hidden = record.u32(0)? != 0;
                sheets.push(Listed { name: record.text(at)?.0, is_hidden, relation });
            }
            _ => {}
        }
    }
    check_list(&sheets, limits)?;
    let relations = relations(package, part)?;
    let texts = match part_of_kind(&relations, package, "sharedstrings") {
        Some(name) => shared_texts(package, &name, limits)?,
        None => Vec::new(),
    };
    let styles = match part_of_kind(&relations, package, "styles") {
        Some(name) => styles(package, &name)?,
        None => Vec::new(),
    };
    let shared = Shared { texts, styles, dates };
    worksheets(Format::Xlsb, sheets, &relations, limits, |part, grid, budget| {
        let bytes = package.bytes(part)?;
        Sheet { shared: &shared, grid, budget }.read(&bytes, part)
    })
}

fn shared_texts(
    package: &mut Package<'_>,
    part: &str,
    limits: &Limits,
) -> Result<Vec<Text>, Error> {
    let bytes = package.bytes(part)?;
    let mut texts = Vec::new();
    let mut seen: u64 = 0;
    for record in records(&bytes, part) {
        let record = record?;
        if record.kind == SST_ITEM {
            let (text, _) = record.text(1)?;
            // Each text costs memory besides its bytes.
            seen += text.len() as u64 + 1;
            let place = || format!("member `{part}`");
            within("bytes of text", seen, limits.cells_text_bytes_max, place)?;
            texts.push(Text::from(text));
        }
    }
    Ok(texts)
}

fn styles(package: &mut Package<'_>, part: &str) -> Result<Vec<Style>, Error> {
    let bytes = package.bytes(part)?;
    let mut codes: BTreeMap<u16, Text> = BTreeMap::new();
    let mut is_bold = Vec::new();
    let mut styles = Vec::new();
    let mut is_of_cells = false;
    for record in records(&bytes, part) {
        let record = record?;
        match record.kind {
            FORMAT => {
                codes.insert(record.u16(0)?, Text::from(record.text(2)?.0));
            }
            FONT => is_bold.push(record.u16(4)? >= BOLD_WEIGHT_MIN),
            BEGIN_CELL_STYLES => is_of_cells = true,
            END_CELL_STYLES => is_of_cells = false,
            STYLE if is_of_cells => {
                let id = record.u16(2)?;
                let code = codes.get(&id).cloned();
                let style =
                    Style::of_code(code.unwrap_or_else(|| number_format::built_in(id).into()));
                let is_bold = is_bold.get(usize::from(record.u16(4)?)).copied();
                styles.push(Style { indent: Some(record.u8(11)?), is_bold, ..style });
            }
            _ => {}
        }
    }
    Ok(styles)
}

struct Sheet<'a, 'b> {
    shared: &'a Shared,
    grid: &'a mut Grid,
    budget: &'a mut Budget<'b>,
}

impl Sheet<'_, '_> {
    /// Reads the part; says whether it is a worksheet.
    fn read(&mut self, bytes: &[u8], part: &str) -> Result<bool, Error> {
        let mut merges = Vec::new();
        let mut at = Place { row_index: 0, column_index: 0 };
        let (mut is_first, mut is_data) = (true, false);
        for record in records(bytes, part) {
            let record = record?;
            if is_first && record.kind != BEGIN_SHEET {
                return Ok(false);
            }
            is_first = false;
            match record.kind {
                BEGIN_SHEET_DATA => is_data = true,
                END_SHEET_DATA => is_data = false,
                ROW if is_data => at = Place { row_index: record.u32(0)?, column_index: 0 },
                BLANK..=18 | RICH_TEXT if is_data => {
                    self.budget.count(&self.grid.name)?;
                    // Kinds from 12 on leave the column out: it is the next one.
                    let is_short = matches!(record.kind, 12..=18);
                    if !is_short {
                        at.column_index = record.u32(0)?;
                    }
                    let style = record.u32(if is_short { 0 } else { 4 })? & 0x00FF_FFFF;
                    self.cell(&record, if is_short { 4 } else { 8 }, at, style)?;
                    at.column_index = at.column_index.saturating_add(1);
                }
                MERGE_CELL if merges.len() <= self.budget.limits.merges_max => {
                    merges.push(Merge {
                        top: record.u32(0)?,
                        bottom: record.u32(4)?,
                        left: record.u32(8)?,
                        right: record.u32(12)?,
                    });
                }
                _ => {}
            }
        }
        cover(self.grid, &merges, self.budget.limits)?;
        Ok(true)
    }

    fn cell(
        &mut self,
        record: &Record<'_>,
        from: usize,
        place: Place,
        style: u32,
    ) -> Result<(), Error> {
        let style = self.shared.styles.get(style as usize).unwrap_or(&Style::UNKNOWN);
        let number = |value: f64| stored::number(value, style, self.shared.dates);
        let cell = match record.kind {
            2 | 13 => number(rk(record.u32(from)?)),
            3 | 11 | 14 => style.dress(stored::error_code(record.u8(from)?)),
            4 | 10 | 15 => style.dress(stored::bool(record.u8(from)? != 0)),
            5 | 9 | 16 => number(record.f64(from)?),
            6 | 8 | 17 => style.dress(Cell::text(record.text(from)?.0)),
            7 | 18 => {
                let index = record.u32(from)?;
                let count = self.shared.texts.len();
                let text = self.shared.texts.get(index as usize).ok_or_else(|| {
                    let reason =
                        format!("it names shared text {index}, of which there are {count}");
                    self.fault_of_cell(place, reason)
                })?;
                style.dress(Cell::text(text))
            }
            RICH_TEXT => style.dress(Cell::text(record.text(from + 1)?.0)),
            _ => return Ok(()),
        };
        self.budget.put(self.grid, place, cell)
    }

    fn fault_of_cell(&self, place: Place, reason: impl Into<String>) -> Error {
        let (sheet, cell) = (self.grid.name.clone(), place.to_string());
        Error::Cell { sheet, cell, reason: reason.into() }
    }
}
