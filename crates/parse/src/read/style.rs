//! What a cell's style says of its content; borders and colours are not read.

use crate::grid::Cell;
use crate::read::number_format::{Shows, shows};
use portbook_model::text::Text;

#[derive(Clone, Debug)]
pub(super) struct Style {
    /// The number format's code; `None` where none is known.
    pub(super) code: Option<Text>,
    /// What the code shows, read once for all its cells.
    pub(super) shows: Shows,
    pub(super) indent: Option<u8>,
    pub(super) is_bold: Option<bool>,
}

impl Style {
    /// Of a cell whose style is not known.
    pub(super) const UNKNOWN: Self =
        Self { code: None, shows: Shows::General, indent: None, is_bold: None };

    pub(super) fn of_code(code: impl Into<Text>) -> Self {
        let code = code.into();
        Self { shows: shows(&code), code: Some(code), ..Self::UNKNOWN }
    }

    /// The cell with what the style adds to it.
    pub(super) fn dress(&self, cell: Cell) -> Cell {
        Cell { indent: self.indent, is_bold: self.is_bold, ..cell }
    }
}
