//! What a look at an unknown file may cost.

/// Bounds of a probe.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Rows looked at on one sheet.
    pub rows_max: usize,
    /// Columns looked at on one sheet.
    pub columns_max: usize,
    /// Cells looked at on one sheet.
    pub cells_max: usize,
    /// Tables told of one file.
    pub tables_max: usize,
    /// Bytes of a text that may be a period, a unit or a code.
    pub word_bytes_max: usize,
    /// Texts kept of one table's surroundings.
    pub texts_max: usize,
}

impl Limits {
    pub const fn standard() -> Self {
        Self {
            rows_max: 50_000,
            columns_max: 4_000,
            cells_max: 2_000_000,
            tables_max: 500,
            word_bytes_max: 120,
            texts_max: 60,
        }
    }
}
