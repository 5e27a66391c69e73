//! What a file is, by its bytes. Names and media types lie (a `.xls` may be HTML, CSV or UTF-16
//! text) and are never asked.

use std::fmt;

use encoding_rs::Encoding;

use crate::error::Kind;
use crate::text::utf16_by_nuls;

/// What the readers take, for messages.
pub const READABLE: &str = "a workbook (xlsx, xlsm, xlsb, xls, ods, SpreadsheetML 2003, SYLK, DIF, \
                            dBASE), HTML, delimited text, or an archive of these";

/// A format that can be told by content; only some can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// Text that spreadsheets exchanged: one record per cell.
    Sylk,
    /// Data Interchange Format, text too: pairs of lines per cell.
    Dif,
    /// dBASE III to Visual `FoxPro`: fixed fields of typed columns.
    Dbf,
    Tar,
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
            Self::Sylk => "sylk",
            Self::Dif => "dif",
            Self::Dbf => "dbf",
            Self::Tar => "tar",
            Self::Binary => "binary",
        }
    }

    /// What a refusal of this format counts as.
    pub fn refusal(self) -> Kind {
        match self {
            Self::Pdf => Kind::Pdf,
            Self::Image => Kind::Image,
            Self::Empty => Kind::Empty,
            Self::LfsPointer => Kind::Metadata,
            Self::Binary => Kind::Unknown,
            _ => Kind::Unsupported,
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
            Self::Sylk => "a SYLK sheet",
            Self::Dif => "a DIF sheet",
            Self::Dbf => "a dBASE table",
            Self::Tar => "a tar archive",
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
        None => declared
            .and_then(|label| Encoding::for_label(label.as_bytes()))
            .or_else(|| utf16_by_nuls(bytes)),
    };
    if encoding.is_none() && is_dbf(bytes) {
        return Format::Dbf;
    }
    let (text, _, _) = encoding.unwrap_or(encoding_rs::UTF_8).decode(head);
    if encoding.is_none() && text.contains('\0') {
        let is_tar = bytes.get(257..262) == Some(b"ustar");
        return if is_tar { Format::Tar } else { Format::Binary };
    }
    sniff_text(&text)
}

/// A dBASE header: a known version, a date, and lengths that agree with the bytes that are there.
fn is_dbf(bytes: &[u8]) -> bool {
    let [version, _, month, day, ..] = bytes else { return false };
    let known = [0x02, 0x03, 0x04, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5, 0xFB];
    let number = |at: usize| {
        bytes.get(at..at + 2).map_or(0, |b| usize::from(u16::from_le_bytes([b[0], b[1]])))
    };
    let (header_bytes, record_bytes) = (number(8), number(10));
    known.contains(version)
        && *month <= 12
        && *day <= 31
        && header_bytes > 32
        && record_bytes > 1
        && bytes.len() >= header_bytes
}

fn sniff_text(text: &str) -> Format {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() {
        return Format::Empty;
    }
    if start.starts_with(['{', '[']) {
        return Format::Json;
    }
    if start.starts_with("ID;P") {
        return Format::Sylk;
    }
    let mut lines = start.lines().map(str::trim_end);
    if lines.next() == Some("TABLE") && lines.next().is_some_and(|line| line.starts_with("0,")) {
        return Format::Dif;
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
    if is_html(&lower) { Format::Html } else { Format::Xml }
}

/// Elements that a page, or a table cut out of one, begins with.
const HTML: [&str; 22] = [
    "html", "head", "body", "table", "title", "div", "script", "meta", "style", "link", "center",
    "p", "span", "h1", "h2", "h3", "font", "tr", "td", "th", "tbody", "thead",
];

/// Whether a text in lower case that begins with `<` is HTML: by its document type, else by its
/// first element. XML may have elements of any name further in.
fn is_html(text: &str) -> bool {
    let mut rest = text;
    let is_xml = text.starts_with("<?xml");
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(after) = rest.strip_prefix("<?") {
            rest = after.split_once("?>").map_or("", |(_, after)| after);
        } else if let Some(after) = rest.strip_prefix("<!doctype") {
            return after.trim_start().starts_with("html");
        } else {
            break;
        }
    }
    let tag = rest.strip_prefix('<').unwrap_or_default();
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric() && c != ':').next();
    let name = name.unwrap_or_default();
    let has_namespaces = tag.split('>').next().is_some_and(|tag| tag.contains("xmlns"));
    if HTML.contains(&name) || is_xml || has_namespaces {
        return HTML.contains(&name);
    }
    ["<html", "<body", "<table", "<div"].iter().any(|tag| text.contains(tag))
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
            (b"<?xml version='1.0'?><doc><title>x</title><table/></doc>", Format::Xml),
            (b"<GenericData><Header/></GenericData>", Format::Xml),
            (b"<!DOCTYPE bomb [<!ENTITY a '<html>'>]><bomb/>", Format::Xml),
            (b"<!-- saved --><custom><table><tr><td>1", Format::Html),
            (b"{\"a\":1}", Format::Json),
            (b"date,value\n2025,1\n", Format::Delimited),
            (b"a\0\0\0b\0c\0", Format::Binary),
            (b"\xFF\xFEa\0,\0b\0", Format::Delimited),
            (b"\x09\x02\x06\x00\x00\x00", Format::OldBiff),
        ] {
            assert_eq!(sniff(bytes, None), format, "{}", String::from_utf8_lossy(bytes));
        }
        assert_eq!(sniff(b"a\0,\0b\0", Some("utf-16le")), Format::Delimited);
        assert_eq!(sniff(b"a\0,\0b\0\n\0", None), Format::Delimited);
        assert_eq!(sniff(b"ID;PWXL;N;E\r\nC;Y1;X1;K1\r\nE\r\n", None), Format::Sylk);
        assert_eq!(sniff(b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n", None), Format::Dif);
        let mut tar = vec![b'a'; 512];
        tar[3..262].fill(0);
        tar[257..262].copy_from_slice(b"ustar");
        assert_eq!(sniff(&tar, None), Format::Tar);
    }
}
