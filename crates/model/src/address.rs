//! Where a figure was printed: contract 10.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// A cell of a grid, counted from zero; printed as the spreadsheet does (`A1`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub row_index: u32,
    pub column_index: u32,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

impl Cell {
    /// Its A1 name.
    pub fn name(&self) -> Text {
        // Seven letters and ten digits at most, written from the right.
        let mut name = [0; 17];
        let mut start = name.len();
        let mut put = |byte: u8| {
            start -= 1;
            name[start] = byte;
        };
        let mut rest = u64::from(self.row_index) + 1;
        while rest > 0 {
            put(b'0' + (rest % 10) as u8);
            rest /= 10;
        }
        let mut rest = u64::from(self.column_index) + 1;
        while rest > 0 {
            rest -= 1;
            put(b'A' + (rest % 26) as u8);
            rest /= 26;
        }
        Text::from(std::str::from_utf8(&name[start..]).expect("letters and digits"))
    }

    /// The letters of its column.
    pub fn column_name(&self) -> String {
        self.to_string().trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
    }

    /// Reads an A1 name; `None` if the text is not one.
    pub fn parse(text: &str) -> Option<Self> {
        let digits_at = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = text.split_at(digits_at);
        if letters.is_empty() || letters.len() > 4 {
            return None;
        }
        let mut column: u32 = 0;
        for letter in letters.bytes() {
            if !letter.is_ascii_uppercase() {
                return None;
            }
            column = column * 26 + u32::from(letter - b'A') + 1;
        }
        let row: u32 = digits.parse().ok()?;
        Some(Self { row_index: row.checked_sub(1)?, column_index: column - 1 })
    }
}

/// The place of one printed figure inside a snapshot.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Member of an archive (`exh12.xlsx` of a zip). `None` for a bare file.
    pub member: Option<Text>,
    /// Sheet name, or `table 3` for the third `<table>` of a page. `None` for record files.
    pub sheet: Option<Text>,
    /// A1 name in a grid; column name or JSON pointer in a record file.
    pub cell: Option<Text>,
    /// Record number of a record file, one-based, the header not counted.
    pub record: Option<i64>,
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        if let Some(member) = &self.member {
            parts.push(format!("member `{member}`"));
        }
        if let Some(sheet) = &self.sheet {
            parts.push(format!("sheet `{sheet}`"));
        }
        if let Some(record) = self.record {
            parts.push(format!("record {record}"));
        }
        if let Some(cell) = &self.cell {
            parts.push(format!("cell {cell}"));
        }
        f.write_str(&parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_names() {
        for (row_index, column_index, name) in
            [(0, 0, "A1"), (48, 5, "F49"), (0, 25, "Z1"), (0, 26, "AA1"), (9, 16383, "XFD10")]
        {
            let cell = Cell { row_index, column_index };
            assert_eq!(cell.to_string(), name);
            assert_eq!(Cell::parse(name), Some(cell));
        }
        let last = Cell { row_index: u32::MAX, column_index: u32::MAX };
        assert_eq!(last.to_string(), "MWLQKWV4294967296");
        assert_eq!(Cell::parse("export_musd"), None);
        assert_eq!(Cell::parse("A0"), None);
    }
}
