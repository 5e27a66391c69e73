//! dBASE tables (`.dbf`, dBASE III to Visual `FoxPro`): typed fields of fixed width. The first row of
//! the grid is the fields' names. Memos stand in another file and are refused, binary types too.

use encoding_rs::Encoding;
use jiff::civil::DateTime;
use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::contents::Workbook;
use crate::read::stored::{self, DateSystem};
use crate::read::style::Style;
use crate::sniff::Format;
use crate::text;

const SHEET: &str = "table";
const FIELD_BYTES: usize = 32;

struct Field {
    name: String,
    kind: u8,
    bytes: usize,
    decimals: u8,
}

fn fault(reason: String) -> Error {
    Error::Sheet { sheet: SHEET.to_owned(), reason }
}

/// Reads a table. The charset is the declared one, else the one its language byte names.
pub(super) fn read(
    bytes: &[u8],
    declared: Option<&str>,
    limits: &Limits,
) -> Result<Workbook, Error> {
    let word = |at: usize| {
        let pair = bytes.get(at..at + 2).map(|b| usize::from(u16::from_le_bytes([b[0], b[1]])));
        pair.ok_or_else(|| fault("a header that is cut off".to_owned()))
    };
    let count = bytes.get(4..8).map_or(0, |b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let (header_bytes, record_bytes) = (word(8)?, word(10)?);
    let header = bytes.get(..header_bytes).unwrap_or(bytes);
    let charset = declared.or_else(|| label(*header.get(29)?));
    let fields = fields(header)?;
    let needed: usize = fields.iter().map(|field| field.bytes).sum::<usize>() + 1;
    if needed > record_bytes {
        return Err(fault(format!("got {needed} bytes of fields, expected {record_bytes}")));
    }
    let mut budget = Budget::new(limits);
    let mut grid = Grid::new(SHEET);
    let mut deleted = 0_u32;
    let mut put = |grid: &mut Grid, row_index, column, cell: Cell| {
        budget.count(SHEET)?;
        budget.hold(SHEET, &cell)?;
        let column_index = u32::try_from(column).unwrap_or(u32::MAX);
        grid.put(Place { row_index, column_index }, cell);
        Ok::<(), Error>(())
    };
    for (column, field) in fields.iter().enumerate() {
        put(&mut grid, 0, column, Cell::text(field.name.as_str()))?;
    }
    let mut rows = bytes.get(header_bytes..).unwrap_or_default().chunks_exact(record_bytes);
    for number in 1..=count {
        let row = rows.next().ok_or_else(|| {
            fault(format!("got {} records, expected {count} as declared", number - 1))
        })?;
        // Deleted ones keep their number, so that a record has the row its number says.
        if row[0] == b'*' {
            deleted += 1;
            continue;
        }
        let mut at = 1;
        for (column, field) in fields.iter().enumerate() {
            let cell = field.cell(&row[at..at + field.bytes], charset, number)?;
            at += field.bytes;
            put(&mut grid, number, column, cell)?;
        }
    }
    if deleted > 0 {
        grid.text_before.push(format!("{deleted} deleted records"));
    }
    Ok(Workbook { format: Format::Dbf, grids: vec![grid], skipped: Vec::new() })
}

fn fields(header: &[u8]) -> Result<Vec<Field>, Error> {
    let mut fields = Vec::new();
    for field in header[FIELD_BYTES.min(header.len())..].chunks(FIELD_BYTES) {
        if matches!(field.first(), None | Some(b'\r' | 0)) {
            break;
        }
        if field.len() < FIELD_BYTES {
            return Err(fault("a header that is cut off".to_owned()));
        }
        let name = field[..11].split(|byte| *byte == 0).next().unwrap_or_default();
        let name = String::from_utf8(name.to_vec())
            .map_err(|_| fault("a field's name that is no text".to_owned()))?;
        let kind = field[11];
        if !b"CNFDLI+".contains(&kind) {
            let reason = format!(
                "field `{name}`: got type `{}`, expected C, N, F, D, L or I",
                char::from(kind).escape_default()
            );
            return Err(fault(reason));
        }
        let long = if kind == b'C' { usize::from(field[17]) * 256 } else { 0 };
        let decimals = if kind == b'C' { 0 } else { field[17] };
        fields.push(Field { name, kind, bytes: usize::from(field[16]) + long, decimals });
    }
    Ok(fields)
}

impl Field {
    fn cell(&self, bytes: &[u8], charset: Option<&str>, number: u32) -> Result<Cell, Error> {
        if matches!(self.kind, b'I' | b'+') {
            let four = bytes.try_into().map_err(|_| self.fault(number, "an integer of no 4 bytes"));
            let four = i32::from_le_bytes(four?).to_string();
            return self.number(&four, number);
        }
        let end = bytes.iter().rposition(|byte| !matches!(byte, b' ' | 0)).map_or(0, |at| at + 1);
        if self.kind == b'C' {
            let at = |_| self.fault(number, "a text that is in no known charset");
            return Ok(Cell::text(text::decode(&bytes[..end], charset, None).map_err(at)?.0));
        }
        let printed = str::from_utf8(&bytes[..end])
            .map_err(|_| self.fault(number, "bytes that are no text"))?
            .trim_start();
        match self.kind {
            b'L' => Ok(match printed {
                "T" | "t" | "Y" | "y" => stored::bool(true),
                "F" | "f" | "N" | "n" => stored::bool(false),
                "" | "?" => Cell::text(""),
                _ => return Err(self.fault(number, "a truth value that is none")),
            }),
            b'D' if printed.is_empty() => Ok(Cell::text("")),
            b'D' => {
                let date = jiff::civil::Date::strptime("%Y%m%d", printed)
                    .map_err(|_| self.fault(number, "a date that is none"))?;
                Ok(stored::iso_date(&DateTime::from(date).to_string()))
            }
            // Stars stand for a number that is too long for its field.
            _ if printed.is_empty() || printed.starts_with('*') => Ok(Cell::text(printed)),
            _ => self.number(printed, number),
        }
    }

    /// A number with as many decimals as the field has.
    fn number(&self, printed: &str, record: u32) -> Result<Cell, Error> {
        let point = if self.decimals == 0 { "" } else { "." };
        let code = format!("0{point}{}", "0".repeat(usize::from(self.decimals)));
        stored::written(printed, &Style::of_code(code), DateSystem::From1900)
            .ok_or_else(|| self.fault(record, "a number that is none"))
    }

    fn fault(&self, number: u32, reason: &str) -> Error {
        fault(format!("record {number}, field `{}`: {reason}", self.name))
    }
}

/// The charset of a language byte; none for the code pages of DOS that no standard decodes.
fn label(language: u8) -> Option<&'static str> {
    let label = match language {
        0x03 | 0x57 | 0x58 | 0x59 => "windows-1252",
        0x26 | 0x65 => "ibm866",
        0x4D | 0x7A => "gbk",
        0x4E | 0x79 => "euc-kr",
        0x4F | 0x78 => "big5",
        0x13 | 0x7B => "shift_jis",
        0x50 | 0x7C => "windows-874",
        0xC8 => "windows-1250",
        0xC9 => "windows-1251",
        0xCA => "windows-1254",
        0xCB => "windows-1253",
        0xCC => "windows-1257",
        _ => return None,
    };
    Encoding::for_label(label.as_bytes()).map(Encoding::name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Kind;

    /// A table of a text, a number of two decimals and a date.
    fn table(language: u8, count: u32, records: &[&[u8]]) -> Vec<u8> {
        let mut bytes = vec![0x03, 124, 1, 31];
        bytes.extend(count.to_le_bytes());
        bytes.extend(u16::to_le_bytes(32 + 3 * 32 + 1));
        bytes.extend(u16::to_le_bytes(1 + 6 + 8 + 8));
        bytes.resize(32, 0);
        bytes[29] = language;
        for (name, kind, length, decimals) in
            [("AREA", b'C', 6, 0), ("VALUE", b'N', 8, 2), ("DAY", b'D', 8, 0)]
        {
            let mut field = name.as_bytes().to_vec();
            field.resize(FIELD_BYTES, 0);
            (field[11], field[16], field[17]) = (kind, length, decimals);
            bytes.extend(field);
        }
        bytes.push(b'\r');
        bytes.extend(records.concat());
        bytes.push(0x1A);
        bytes
    }

    #[test]
    fn records_are_rows_under_the_names() {
        let bytes = table(
            0xC9,
            3,
            &[
                b" \xD0\xEE\xF1\xF1\xE8\xFF   12.5020240131",
                b"*gone      9.0020240131",
                b" b                     ",
            ],
        );
        let grid = read(&bytes, None, &Limits::standard()).unwrap().grids.remove(0);
        let row = |row| [0, 1, 2].map(|column| grid.text(row, column).to_owned());
        assert_eq!(row(0), ["AREA", "VALUE", "DAY"]);
        assert_eq!(row(1), ["Россия", "12.50", "2024-01-31"]);
        assert_eq!(row(3), ["b", "", ""]);
        assert!(matches!(grid.get(1, 1).unwrap().kind, Kind::Number { decimals: Some(2), .. }));
        assert_eq!(grid.text_before, ["1 deleted records"]);
        assert_eq!(crate::sniff::sniff(&bytes, None), Format::Dbf);
    }

    #[test]
    fn what_is_missing_or_in_no_charset_is_refused() {
        let refused =
            |bytes: &[u8]| read(bytes, None, &Limits::standard()).unwrap_err().to_string();
        let short = refused(&table(0, 2, &[b" a     12345.6720240131"]));
        assert_eq!(short, "sheet `table`: got 1 records, expected 2 as declared");
        let dos = refused(&table(0x01, 1, &[b" \x84b    12345.6720240131"]));
        let expected = "sheet `table`: record 1, field `AREA`: a text that is in no known charset";
        assert_eq!(dos, expected);
    }
}
