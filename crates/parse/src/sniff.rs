//! What a file is, by its bytes. Names and media types lie (a `.xls` may be HTML, CSV or UTF-16
//! text) and are never asked.

use std::fmt;

use encoding_rs::Encoding;

/// What the readers take, for messages.
pub const READABLE: &str =
    "a workbook (xlsx, xlsm, xlsb, xls, ods, SpreadsheetML 2003), HTML or delimited text";

/// A format that can be told by content; only some can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Xlsx,
    Xls,
    Html,
    Delimited,
    /// A zip archive, a workbook or not: its members tell.
    Zip,
    /// An OLE file, a workbook or not: its streams tell.
    Ole,
    Xlsb,
    Ods,
    /// BIFF2 to BIFF4, from before workbooks were OLE files.
    OldBiff,
    SpreadsheetMl,
    Json,
    Xml,
    Pdf,
    Image,
    Gzip,
    SevenZip,
    Parquet,
    LfsPointer,
    Empty,
    Binary,
}

impl Format {
    /// One word, for tables and programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Html => "html",
            Self::Delimited => "delimited",
            Self::Zip => "zip",
            Self::Ole => "ole",
            Self::Xlsb => "xlsb",
            Self::Ods => "ods",
            Self::OldBiff => "biff2-4",
            Self::SpreadsheetMl => "spreadsheetml",
            Self::Json => "json",
            Self::Xml => "xml",
            Self::Pdf => "pdf",
            Self::Image => "image",
            Self::Gzip => "gzip",
            Self::SevenZip => "7z",
            Self::Parquet => "parquet",
            Self::LfsPointer => "lfs-pointer",
            Self::Empty => "empty",
            Self::Binary => "binary",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Xlsx => "an xlsx workbook",
            Self::Xls => "an xls workbook",
            Self::Html => "an HTML page",
            Self::Delimited => "delimited text",
            Self::Zip => "a zip archive that is no workbook",
            Self::Ole => "an OLE file that is no workbook",
            Self::Xlsb => "an xlsb workbook",
            Self::Ods => "an ods workbook",
            Self::OldBiff => "a workbook of BIFF2 to BIFF4",
            Self::SpreadsheetMl => "a SpreadsheetML 2003 workbook",
            Self::Json => "JSON",
            Self::Xml => "XML",
            Self::Pdf => "a PDF",
            Self::Image => "an image",
            Self::Gzip => "a gzip file",
            Self::SevenZip => "a 7z archive",
            Self::Parquet => "a Parquet file",
            Self::LfsPointer => "a git-lfs pointer",
            Self::Empty => "an empty file",
            Self::Binary => "bytes of no known format",
        })
    }
}

const HEAD_BYTES: usize = 64 * 1024;

const MAGIC: &[(&[u8], Format)] = &[
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Ole),
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"%PDF-", Format::Pdf),
    (b"\x89PNG\r\n", Format::Image),
    (b"\xFF\xD8\xFF", Format::Image),
    (b"GIF8", Format::Image),
    (b"II*\0", Format::Image),
    (b"MM\0*", Format::Image),
    (b"\x1F\x8B", Format::Gzip),
    (b"7z\xBC\xAF\x27\x1C", Format::SevenZip),
    (b"PAR1", Format::Parquet),
    (b"\x09\x00\x04\x00", Format::OldBiff),
    (b"\x09\x02\x06\x00", Format::OldBiff),
    (b"\x09\x04\x06\x00", Format::OldBiff),
    (b"version https://git-lfs.github.com/spec/", Format::LfsPointer),
];

/// Tells the format; `declared` is the charset the server named, if any.
pub fn sniff(bytes: &[u8], declared: Option<&str>) -> Format {
    for (magic, format) in MAGIC {
        if bytes.starts_with(magic) {
            return *format;
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Format::Image;
    }
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let encoding = match Encoding::for_bom(head) {
        Some((encoding, _)) => Some(encoding),
        None => declared.and_then(|label| Encoding::for_label(label.as_bytes())),
    };
    let (text, _, _) = encoding.unwrap_or(encoding_rs::UTF_8).decode(head);
    if encoding.is_none() && text.contains('\0') {
        return Format::Binary;
    }
    sniff_text(&text)
}

fn sniff_text(text: &str) -> Format {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() {
        return Format::Empty;
    }
    if start.starts_with(['{', '[']) {
        return Format::Json;
    }
    if !start.starts_with('<') {
        return Format::Delimited;
    }
    let lower = start.to_ascii_lowercase();
    if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") && lower.starts_with("<?xml")
    {
        return Format::SpreadsheetMl;
    }
    if lower.contains("<office:document") && lower.contains("opendocument.spreadsheet") {
        return Format::Ods;
    }
    let html = ["<!doctype html", "<html", "<head", "<body", "<table", "<title", "<div", "<script"];
    if html.iter().any(|tag| lower.contains(tag)) { Format::Html } else { Format::Xml }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_content() {
        for (bytes, format) in [
            (&b""[..], Format::Empty),
            (b" \r\n", Format::Empty),
            (b"\xEF\xBB\xBF", Format::Empty),
            (b"%PDF-1.7", Format::Pdf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::Ole),
            (b"version https://git-lfs.github.com/spec/v1\noid", Format::LfsPointer),
            (b"\n<!-- x --><HTML>", Format::Html),
            (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC ''><html xmlns=''>", Format::Html),
            (b"<table><tr><td>1", Format::Html),
            (b"<?xml version='1.0'?><message:Structure>", Format::Xml),
            (b"<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>", Format::Ods),
            (b"{\"a\":1}", Format::Json),
            (b"date,value\n2025,1\n", Format::Delimited),
            (b"a\0b\0", Format::Binary),
            (b"\xFF\xFEa\0,\0b\0", Format::Delimited),
            (b"\x09\x02\x06\x00\x00\x00", Format::OldBiff),
        ] {
            assert_eq!(sniff(bytes, None), format, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(sniff(b"a\0,\0b\0", Some("utf-16le")), Format::Delimited);
    }
}
