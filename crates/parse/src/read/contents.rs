//! What the bytes of a snapshot turned out to hold.

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::grid::Grid;
use crate::limits::{Limits, within};
use crate::read::archive_members::{self, Archive, Room};
use crate::read::{
    biff, dbf, delimited, dif, html, json, ods, spreadsheetml, sylk, workbook, xls, xml_file,
};
use crate::record_set::RecordSet;
use crate::sniff::{self, Format};
use crate::text::{self, Charset};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Contents {
    /// A workbook.
    Workbook(Workbook),
    /// An HTML page, with or without tables.
    Page(Page),
    /// Delimited text, not yet cut: the layout says how many lines precede the header.
    Text(delimited::Text),
    /// A container that is no workbook, with what its members hold.
    Archive(Archive),
    /// Records under named columns: JSON and XML.
    Records(RecordFile),
    /// Says how data is built and holds none.
    Structure(Structure),
}

/// A file that is cut into records by itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecordFile {
    pub format: Format,
    /// The shape it turned out to have: `SDMX-JSON`.
    pub what: String,
    pub charset: Charset,
    pub sets: Vec<RecordSet>,
}

/// Code lists, data structures and other metadata.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Structure {
    pub format: Format,
    /// What it is, with an article: `an SDMX-ML structure message`.
    pub what: String,
    pub charset: Charset,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Workbook {
    pub format: Format,
    /// Worksheets in the order of the workbook, hidden ones too.
    pub grids: Vec<Grid>,
    /// Names of sheets that are no worksheets: charts, macros, dialogs.
    pub skipped: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Page {
    pub charset: Charset,
    /// The n-th `<table>` in document order, inner ones too, is `grids[n - 1]`.
    pub grids: Vec<Grid>,
    /// All text of the page that is in no cell of a table, in order.
    pub units: Vec<Unit>,
    /// `<img>` elements: a page of images and no tables is a release that cannot be read.
    pub image_count: u32,
}

/// Text between two block boundaries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// ASCII blanks are runs of one space, as a browser shows them; no-break spaces are kept.
    pub text: String,
    /// Tables that begin before it. With 2, it stands before `grids[2]`.
    pub tables_before: usize,
    /// The table around it (`grids[n]`), if that one only holds others, for the page's looks.
    pub inside: Option<usize>,
}

/// Reads a snapshot by its content.
///
/// `charset` is what the server or the source declared; a byte-order mark beats it.
///
/// # Errors
/// Says what the bytes are, where they are not what a reader takes; the member, sheet, cell or
/// line where they are damaged; the bound they pass.
pub fn read(bytes: &[u8], charset: Option<&str>, limits: &Limits) -> Result<Contents, Error> {
    read_within(bytes, charset, limits, &mut Room::new(limits))
}

/// Reads a file, or a member with what its archives have left.
pub(super) fn read_within(
    bytes: &[u8],
    charset: Option<&str>,
    limits: &Limits,
    room: &mut Room,
) -> Result<Contents, Error> {
    let text = || text(bytes, charset, limits);
    match sniff::sniff(bytes, charset) {
        Format::Zip => match workbook::read(bytes, limits) {
            Err(Error::Unsupported { seen: Format::Zip }) => {
                archive_members::read(bytes, Format::Zip, charset, limits, room)
                    .map(Contents::Archive)
            }
            read => read.map(Contents::Workbook),
        },
        format @ (Format::Gzip | Format::SevenZip) => {
            archive_members::read(bytes, format, charset, limits, room).map(Contents::Archive)
        }
        Format::Ole => Ok(Contents::Workbook(xls::read(bytes, limits)?)),
        Format::OldBiff => Ok(Contents::Workbook(biff::read(bytes, limits)?)),
        Format::SpreadsheetMl => Ok(Contents::Workbook(spreadsheetml::read(bytes, limits)?)),
        Format::Ods => Ok(Contents::Workbook(ods::read_flat(bytes, limits)?)),
        Format::Html => Ok(Contents::Page(html::read(bytes, charset, limits)?)),
        Format::Delimited => text().map(Contents::Text),
        Format::Sylk => sylk::read(&text()?.content, limits).map(Contents::Workbook),
        Format::Dif => dif::read(&text()?.content, limits).map(Contents::Workbook),
        Format::Dbf => dbf::read(bytes, charset, limits).map(Contents::Workbook),
        Format::Json => json::read(bytes, charset, limits),
        Format::Xml => xml_file::read(bytes, charset, limits),
        Format::Empty => Err(Error::Empty),
        Format::Binary => Err(Error::Unknown { seen: first_bytes(bytes) }),
        seen @ (Format::Xlsx
        | Format::Xls
        | Format::Xlsb
        | Format::Pdf
        | Format::Image
        | Format::Tar
        | Format::Parquet
        | Format::LfsPointer) => Err(Error::Unsupported { seen }),
    }
}

fn text(bytes: &[u8], charset: Option<&str>, limits: &Limits) -> Result<delimited::Text, Error> {
    within("bytes", bytes.len() as u64, limits.text_bytes_max, || "the text".to_owned())?;
    let (content, charset) = text::decode(bytes, charset, None)?;
    Ok(delimited::Text::new(content, charset))
}

fn first_bytes(bytes: &[u8]) -> String {
    let hex: Vec<String> = bytes.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    hex.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named() {
        let read = |bytes: &[u8]| read(bytes, None, &Limits::standard()).unwrap_err().to_string();
        let readable = format!("expected {}", sniff::READABLE);
        assert_eq!(read(b"%PDF-1.7"), format!("got a PDF, {readable}"));
        assert_eq!(read(b" \n"), format!("got an empty file, {readable}"));
        assert!(read(b"\0\x01").contains("they begin `00 01`"));
    }
}
