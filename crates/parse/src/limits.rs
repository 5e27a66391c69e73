//! What one file may cost. Everything a file can make us hold or walk has a bound here.

use crate::error::Error;

/// Bounds on one snapshot. There is no `Default`: the caller says which set it works under.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of a snapshot that is text (HTML has its own, lower bound).
    pub text_bytes_max: u64,
    /// Bytes of an HTML page before parsing.
    pub html_bytes_max: u64,
    /// Open elements, one inside the other, of an HTML page; the parser is quadratic in it.
    pub depth_max: usize,
    /// Archives in one another: 2 is an archive in an archive.
    pub archive_depth_max: usize,
    /// Members of an archive.
    pub members_max: usize,
    /// Unpacked bytes of one member, counted while reading, whatever is declared.
    pub member_bytes_max: u64,
    /// Unpacked bytes of all members together.
    pub archive_bytes_max: u64,
    /// Unpacked bytes per packed byte of a member, once it is past `ratio_floor_bytes`.
    pub ratio_max: u64,
    pub ratio_floor_bytes: u64,
    /// Sheets of a workbook, tables of a page.
    pub sheets_max: usize,
    /// Cells of a snapshot: of all sheets, tables or records, blank ones too.
    pub cells_max: u64,
    /// Cells of the grids that layouts read in a file, blank ones too: each is a value.
    pub grid_cells_max: u64,
    /// Merged regions of one sheet.
    pub merges_max: usize,
    /// Text of all cells of a snapshot together.
    pub cells_text_bytes_max: u64,
    /// One field of delimited text; more than this is a lone quote.
    pub field_bytes_max: usize,
    /// Lines of one record of delimited text; more than this is a lone quote.
    pub record_lines_max: u64,
    /// Records of delimited text, JSON or XML.
    pub records_max: u64,
    /// Values of a JSON text, which is held as a tree.
    pub json_values_max: u64,
    /// Elements of XML or brackets of JSON that are open one inside the other.
    pub markup_depth_max: usize,
    /// Attributes of one XML element.
    pub attributes_max: usize,
}

/// Refuses what passes a bound; `place` says where, and is asked only then.
pub(crate) fn within(
    what: &'static str,
    seen: u64,
    max: u64,
    place: impl FnOnce() -> String,
) -> Result<(), Error> {
    if seen > max { Err(Error::Limit { what, place: place(), seen, max }) } else { Ok(()) }
}

const MIB: u64 = 1024 * 1024;

impl Limits {
    /// The bounds a run works under: every file of the recorded sources needs less than a tenth.
    pub const fn standard() -> Self {
        Self {
            text_bytes_max: 512 * MIB,
            html_bytes_max: 16 * MIB,
            depth_max: 512,
            archive_depth_max: 2,
            members_max: 10_000,
            member_bytes_max: 512 * MIB,
            archive_bytes_max: 1024 * MIB,
            ratio_max: 200,
            ratio_floor_bytes: 16 * MIB,
            sheets_max: 1_000,
            cells_max: 20_000_000,
            grid_cells_max: 4_000_000,
            merges_max: 1_000_000,
            cells_text_bytes_max: 512 * MIB,
            field_bytes_max: 64 * 1024,
            record_lines_max: 100,
            records_max: 20_000_000,
            json_values_max: 8_000_000,
            markup_depth_max: 100,
            attributes_max: 1_000,
        }
    }
}
