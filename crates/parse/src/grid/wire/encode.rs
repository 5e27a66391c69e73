//! Cells as bytes.

use super::{Bytes, Cell, FixedState, Grid, HashMap, Kind, Place, Style, Text, Wire, head};

pub(super) struct Encoder<'a> {
    shared: Vec<&'a str>,
    /// The same memory has one place.
    places: HashMap<*const u8, u64, FixedState>,
    short: String,
    styles: Vec<Style>,
    by_style: HashMap<Style, usize, FixedState>,
    count: usize,
    bytes: Vec<u8>,
    /// Where a cell stands that is right of the one before.
    next: Place,
    style: usize,
}

impl<'a> Encoder<'a> {
    pub(super) fn new() -> Self {
        Self {
            shared: Vec::new(),
            places: HashMap::default(),
            short: String::new(),
            styles: Vec::new(),
            by_style: HashMap::default(),
            count: 0,
            bytes: Vec::new(),
            next: Place { row_index: 0, column_index: 0 },
            style: 0,
        }
    }

    pub(super) fn cell(&mut self, place: Place, cell: &'a Cell) {
        let (kind, decimals, shift, format) = match &cell.kind {
            Kind::Blank => (head::BLANK, None, 0, None),
            Kind::Text => (head::TEXT, None, 0, None),
            Kind::Number { decimals, shift, format, .. } => {
                (head::NUMBER, *decimals, *shift, format.as_ref())
            }
            Kind::Date(_) => (head::DATE, None, 0, None),
            Kind::Bool(false) => (head::FALSE, None, 0, None),
            Kind::Bool(true) => (head::TRUE, None, 0, None),
            Kind::Error(_) => (head::ERROR, None, 0, None),
        };
        let (indent, is_bold) = (cell.indent, cell.is_bold);
        let is_alike = self.styles.get(self.style).is_some_and(|style| {
            (style.indent, style.is_bold, style.decimals, style.shift)
                == (indent, is_bold, decimals, shift)
                && style.format.as_ref() == format
        });
        let start = self.bytes.len();
        self.bytes.push(kind);
        if place == self.next {
            self.bytes[start] |= head::NEXT;
        } else {
            self.number(u64::from(place.row_index));
            self.number(u64::from(place.column_index));
        }
        if is_alike {
            self.bytes[start] |= head::STYLE_ALIKE;
        } else {
            self.set_style(Style { indent, is_bold, decimals, shift, format: format.cloned() });
        }
        if self.text(&cell.text) {
            self.bytes[start] |= head::TEXT_SHARED;
        }
        match &cell.kind {
            Kind::Number { stored, .. } if *stored == cell.text => {
                self.bytes[start] |= head::STORED_ALIKE;
            }
            Kind::Number { stored, .. } => {
                if self.text(stored) {
                    self.bytes[start] |= head::STORED_SHARED;
                }
            }
            Kind::Date(date) => {
                self.bytes.extend_from_slice(&date.year().to_le_bytes());
                let parts = [date.month(), date.day(), date.hour(), date.minute(), date.second()];
                self.bytes.extend(parts.map(i8::cast_unsigned));
                self.bytes.extend_from_slice(&date.subsec_nanosecond().to_le_bytes());
            }
            Kind::Error(what) => {
                self.number(what.len() as u64);
                self.short.push_str(what);
            }
            Kind::Blank | Kind::Text | Kind::Bool(_) => {}
        }
        self.next = Place { column_index: place.column_index.wrapping_add(1), ..place };
        self.count += 1;
    }

    fn set_style(&mut self, style: Style) {
        let known = self.by_style.get(&style).copied();
        self.style = known.unwrap_or_else(|| {
            self.styles.push(style.clone());
            self.by_style.insert(style, self.styles.len() - 1);
            self.styles.len() - 1
        });
        self.number(self.style as u64);
    }

    /// Writes a text; whether it is one of those that cells share.
    fn text(&mut self, text: &'a Text) -> bool {
        if !text.is_shared() {
            self.number(text.len() as u64);
            self.short.push_str(text);
            return false;
        }
        let place = *self.places.entry(text.as_ptr()).or_insert_with(|| {
            self.shared.push(text);
            self.shared.len() as u64 - 1
        });
        self.number(place);
        true
    }

    /// Seven bits a byte, the last one below 128.
    fn number(&mut self, mut number: u64) {
        while number > 0x7F {
            self.bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push((number & 0x7F) as u8);
    }

    pub(super) fn wire<'w>(&'w self, grid: &Grid, spans: Vec<[u32; 4]>) -> Wire<'w> {
        Wire {
            name: grid.name.clone(),
            hidden: grid.hidden,
            text_before: grid.text_before.clone(),
            covered_count: grid.covered_count,
            shared: self.shared.clone(),
            short: &self.short,
            styles: self.styles.clone(),
            cell_count: self.count,
            cells: Bytes(&self.bytes),
            spans,
        }
    }
}
