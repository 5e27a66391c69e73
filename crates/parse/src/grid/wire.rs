//! A grid between processes. A text that cells share is sent once, and shared again at the other
//! end: a shared string of a megabyte under ten thousand cells stays a megabyte. Cells are bytes,
//! one behind the other, so that a sheet is one value to serde and not a million.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use portbook_model::address::Cell as Place;
use portbook_model::text::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::{Cell, Grid, Kind, Span};

mod decode;
mod encode;

#[derive(Serialize, Deserialize)]
struct Wire<'a> {
    name: String,
    hidden: bool,
    text_before: Vec<String>,
    covered_count: u32,
    /// Texts that cells share.
    #[serde(borrow)]
    shared: Vec<&'a str>,
    /// The short texts of all cells, one behind the other.
    short: &'a str,
    styles: Vec<Style>,
    cell_count: usize,
    #[serde(borrow)]
    cells: Bytes<'a>,
    spans: Vec<[u32; 4]>,
}

/// Bytes as serde's bytes.
#[derive(Deserialize)]
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// What many cells have alike.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
struct Style {
    indent: Option<u8>,
    is_bold: Option<bool>,
    decimals: Option<u8>,
    shift: i8,
    format: Option<Text>,
}

/// What the first byte of a cell says: its kind in the lower bits, and these.
mod head {
    pub(super) const KIND: u8 = 0b0111;
    pub(super) const BLANK: u8 = 0;
    pub(super) const TEXT: u8 = 1;
    pub(super) const NUMBER: u8 = 2;
    pub(super) const DATE: u8 = 3;
    pub(super) const FALSE: u8 = 4;
    pub(super) const TRUE: u8 = 5;
    pub(super) const ERROR: u8 = 6;
    /// The text is one of those that cells share.
    pub(super) const TEXT_SHARED: u8 = 1 << 3;
    /// The stored number is its text.
    pub(super) const STORED_ALIKE: u8 = 1 << 4;
    pub(super) const STORED_SHARED: u8 = 1 << 5;
    /// It stands right of the cell before.
    pub(super) const NEXT: u8 = 1 << 6;
    /// It has the style of the cell before.
    pub(super) const STYLE_ALIKE: u8 = 1 << 7;
}

impl Serialize for Grid {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut encoder = encode::Encoder::new();
        self.cells().for_each(|(place, cell)| encoder.cell(place, cell));
        let spans = self.spans.all().map(|span| {
            let Place { row_index, column_index } = span.origin;
            [row_index, column_index, span.row_count, span.column_count]
        });
        encoder.wire(self, spans.collect()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Grid {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode::grid(Wire::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
