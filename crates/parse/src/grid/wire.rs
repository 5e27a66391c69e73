//! A grid between processes. A text that cells share is sent once, and shared again at the other
//! end: a shared string of a megabyte under ten thousand cells stays a megabyte.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use jiff::civil::DateTime;
use portbook_model::address::Cell as Place;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::text::Text;
use super::{Cell, Grid, Kind, Span};

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    name: String,
    hidden: bool,
    text_before: Vec<String>,
    #[serde(borrow)]
    texts: Vec<&'a str>,
    cells: Vec<WireCell>,
    spans: Vec<[u32; 4]>,
}

/// Texts are their places in the table of texts.
#[derive(Serialize, Deserialize)]
struct WireCell {
    row_index: u32,
    column_index: u32,
    text: u32,
    kind: WireKind,
    indent: Option<u8>,
    is_bold: Option<bool>,
}

#[derive(Serialize, Deserialize)]
enum WireKind {
    Blank,
    Text,
    Number { decimals: Option<u8>, shift: i8, stored: u32, format: Option<u32> },
    Date { year: i16, month: i8, day: i8, hour: i8, minute: i8, second: i8, nanosecond: i32 },
    Bool(bool),
    Error(String),
}

#[derive(Default)]
struct Texts<'a> {
    list: Vec<&'a str>,
    places: HashMap<(*const u8, usize), u32, FixedState>,
}

impl<'a> Texts<'a> {
    /// The place of a text; the same memory has one place.
    fn place(&mut self, text: &'a str) -> u32 {
        *self.places.entry((text.as_ptr(), text.len())).or_insert_with(|| {
            self.list.push(text);
            u32::try_from(self.list.len() - 1).expect("limits allow fewer cells than that")
        })
    }
}

impl Serialize for Grid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut texts = Texts::default();
        let cells = self.cells().map(|(place, cell)| WireCell {
            row_index: place.row_index,
            column_index: place.column_index,
            text: texts.place(&cell.text),
            kind: match &cell.kind {
                Kind::Blank => WireKind::Blank,
                Kind::Text => WireKind::Text,
                Kind::Number { decimals, shift, stored, format } => WireKind::Number {
                    decimals: *decimals,
                    shift: *shift,
                    stored: texts.place(stored),
                    format: format.as_ref().map(|format| texts.place(format)),
                },
                Kind::Date(date) => WireKind::Date {
                    year: date.year(),
                    month: date.month(),
                    day: date.day(),
                    hour: date.hour(),
                    minute: date.minute(),
                    second: date.second(),
                    nanosecond: date.subsec_nanosecond(),
                },
                Kind::Bool(value) => WireKind::Bool(*value),
                Kind::Error(what) => WireKind::Error(what.clone()),
            },
            indent: cell.indent,
            is_bold: cell.is_bold,
        });
        let cells = cells.collect();
        let spans = self.spans.all().map(|span| {
            let Place { row_index, column_index } = span.origin;
            [row_index, column_index, span.row_count, span.column_count]
        });
        let wire = Wire {
            name: self.name.clone(),
            hidden: self.hidden,
            text_before: self.text_before.clone(),
            texts: texts.list,
            cells,
            spans: spans.collect(),
        };
        wire.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Grid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wire = Wire::deserialize(deserializer)?;
        let texts: Vec<Text> = wire.texts.iter().map(|text| Text::from(*text)).collect();
        let text = |place: u32| {
            let text = texts.get(place as usize).cloned();
            text.ok_or_else(|| D::Error::custom("a text that was not sent"))
        };
        let mut grid = Self::new(wire.name);
        grid.hidden = wire.hidden;
        grid.text_before = wire.text_before;
        for cell in wire.cells {
            let kind = match cell.kind {
                WireKind::Blank => Kind::Blank,
                WireKind::Text => Kind::Text,
                WireKind::Number { decimals, shift, stored, format } => Kind::Number {
                    decimals,
                    shift,
                    stored: text(stored)?,
                    format: format.map(&text).transpose()?,
                },
                WireKind::Date { year, month, day, hour, minute, second, nanosecond } => {
                    DateTime::new(year, month, day, hour, minute, second, nanosecond)
                        .map(Kind::Date)
                        .map_err(D::Error::custom)?
                }
                WireKind::Bool(value) => Kind::Bool(value),
                WireKind::Error(what) => Kind::Error(what),
            };
            let place = Place { row_index: cell.row_index, column_index: cell.column_index };
            let WireCell { indent, is_bold, .. } = cell;
            grid.put(place, Cell { text: text(cell.text)?, kind, indent, is_bold });
        }
        for [row_index, column_index, row_count, column_count] in wire.spans {
            let origin = Place { row_index, column_index };
            grid.cover(Span { origin, row_count, column_count });
        }
        Ok(grid)
    }
}
