//! Cells from bytes.

use jiff::civil::DateTime;

use super::{Cell, Grid, Kind, Place, Span, Style, Text, Wire, head};

/// What was sent is no grid.
const DAMAGED: &str = "a grid that is cut short, or names what was not sent";

pub(super) fn grid(wire: Wire<'_>) -> Result<Grid, &'static str> {
    let mut grid = Grid::new(wire.name);
    grid.hidden = wire.hidden;
    grid.text_before = wire.text_before;
    grid.covered_count = wire.covered_count;
    // A cell is two bytes at least.
    grid.cells.reserve(wire.cell_count.min(wire.cells.0.len()));
    let mut decoder = Decoder {
        shared: wire.shared.iter().map(|text| Text::from(*text)).collect(),
        styles: &wire.styles,
        short: wire.short,
        bytes: wire.cells.0,
        next: Place { row_index: 0, column_index: 0 },
        style: Style::default(),
    };
    for _ in 0..wire.cell_count {
        let (place, cell) = decoder.cell().ok_or(DAMAGED)?;
        grid.put(place, cell);
    }
    for [row_index, column_index, row_count, column_count] in wire.spans {
        let origin = Place { row_index, column_index };
        grid.cover(Span { origin, row_count, column_count });
    }
    Ok(grid)
}

struct Decoder<'a> {
    shared: Vec<Text>,
    styles: &'a [Style],
    /// What is left of the short texts.
    short: &'a str,
    /// What is left of the cells.
    bytes: &'a [u8],
    next: Place,
    style: Style,
}

impl Decoder<'_> {
    fn cell(&mut self) -> Option<(Place, Cell)> {
        let head = self.byte()?;
        let place = if head & head::NEXT == 0 {
            Place { row_index: self.index()?, column_index: self.index()? }
        } else {
            self.next
        };
        self.next = Place { column_index: place.column_index.wrapping_add(1), ..place };
        if head & head::STYLE_ALIKE == 0 {
            let style = self.number()?;
            self.style = self.styles.get(usize::try_from(style).ok()?)?.clone();
        }
        let text = self.text(head & head::TEXT_SHARED != 0)?;
        let kind = match head & head::KIND {
            head::BLANK => Kind::Blank,
            head::TEXT => Kind::Text,
            head::NUMBER => Kind::Number {
                decimals: self.style.decimals,
                shift: self.style.shift,
                stored: match head & head::STORED_ALIKE {
                    0 => self.text(head & head::STORED_SHARED != 0)?,
                    _ => text.clone(),
                },
                format: self.style.format.clone(),
            },
            head::DATE => Kind::Date(self.date()?),
            head::FALSE => Kind::Bool(false),
            head::TRUE => Kind::Bool(true),
            head::ERROR => {
                let length = self.number()?;
                Kind::Error(self.short(length)?.to_owned())
            }
            _ => return None,
        };
        Some((place, Cell { text, kind, indent: self.style.indent, is_bold: self.style.is_bold }))
    }

    fn text(&mut self, is_shared: bool) -> Option<Text> {
        let number = self.number()?;
        if is_shared {
            return self.shared.get(usize::try_from(number).ok()?).cloned();
        }
        self.short(number).map(Text::from)
    }

    fn short(&mut self, length: u64) -> Option<&str> {
        let (text, rest) = self.short.split_at_checked(usize::try_from(length).ok()?)?;
        self.short = rest;
        Some(text)
    }

    fn date(&mut self) -> Option<DateTime> {
        let [low, high] = self.some()?;
        let [month, day, hour, minute, second] = self.some()?.map(u8::cast_signed);
        let nanosecond = i32::from_le_bytes(self.some()?);
        let year = i16::from_le_bytes([low, high]);
        DateTime::new(year, month, day, hour, minute, second, nanosecond).ok()
    }

    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*byte)
    }

    fn some<const COUNT: usize>(&mut self) -> Option<[u8; COUNT]> {
        let (bytes, rest) = self.bytes.split_first_chunk()?;
        self.bytes = rest;
        Some(*bytes)
    }

    fn index(&mut self) -> Option<u32> {
        u32::try_from(self.number()?).ok()
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}
