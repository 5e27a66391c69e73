//! The form of some bytes, by their first ones; the form a file's name promises.

use url::Url;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Empty,
    Html,
    Xml,
    /// Also xlsx, xlsb, ods.
    Zip,
    /// Old Excel workbooks, and encrypted new ones.
    Ole,
    Pdf,
    Text,
    Binary,
}

impl Form {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Empty => "nothing",
            Self::Html => "HTML",
            Self::Xml => "XML",
            Self::Zip => "a zip file",
            Self::Ole => "an OLE file",
            Self::Pdf => "a PDF",
            Self::Text => "text",
            Self::Binary => "bytes of no known form",
        }
    }
}

/// The form of `body`; a text is HTML where the server says so.
pub(crate) fn of(body: &[u8], content_type: Option<&str>) -> Form {
    if body.starts_with(b"PK\x03\x04") || body.starts_with(b"PK\x05\x06") {
        return Form::Zip;
    }
    if body.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Form::Ole;
    }
    if body.starts_with(b"%PDF-") {
        return Form::Pdf;
    }
    let start = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let start = start[..start.len().min(4096)].trim_ascii_start().to_ascii_lowercase();
    let contains = |word: &[u8]| start.windows(word.len()).any(|window| window == word);
    let marks: [&[u8]; 7] =
        [b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<table", b"<meta"];
    if start.starts_with(b"<") && marks.iter().any(|mark| start.starts_with(mark)) {
        return Form::Html;
    }
    if start.starts_with(b"<?xml") || start.starts_with(b"<!--") {
        return if contains(b"<html") { Form::Html } else { Form::Xml };
    }
    let says_html = content_type.is_some_and(|t| t.to_ascii_lowercase().contains("html"));
    let wide = body.starts_with(b"\xFF\xFE") || body.starts_with(b"\xFE\xFF");
    match () {
        () if start.is_empty() => Form::Empty,
        () if !wide && start.contains(&0) => Form::Binary,
        () if says_html => Form::Html,
        () if start.starts_with(b"<") => Form::Xml,
        () => Form::Text,
    }
}

/// What the name of a file promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// `.xlsx` and its like: also old or encrypted workbooks are found under that name.
    Workbook,
    /// `.xls`: also zip, HTML tables, XML and older formats are found under that name.
    OldWorkbook,
    Zip,
    Text,
    Xml,
    Pdf,
    Anything,
}

pub(crate) fn expected(url: &Url) -> Expected {
    let path = url.path().to_ascii_lowercase();
    match path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end) {
        Some("xlsx" | "xlsm" | "xlsb" | "ods") => Expected::Workbook,
        Some("zip") => Expected::Zip,
        Some("xls") => Expected::OldWorkbook,
        Some("csv" | "tsv" | "txt" | "json") => Expected::Text,
        Some("xml") => Expected::Xml,
        Some("pdf") => Expected::Pdf,
        _ => Expected::Anything,
    }
}

impl Expected {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Workbook | Self::OldWorkbook => "a workbook",
            Self::Zip => "a zip file",
            Self::Text => "text",
            Self::Xml => "XML",
            Self::Pdf => "a PDF",
            Self::Anything => "a table",
        }
    }

    pub(crate) fn allows(self, form: Form) -> bool {
        match self {
            Self::Zip => form == Form::Zip,
            Self::Workbook => matches!(form, Form::Zip | Form::Ole),
            Self::OldWorkbook => !matches!(form, Form::Empty | Form::Text | Form::Pdf),
            Self::Text => form == Form::Text,
            Self::Xml => form == Form::Xml,
            Self::Pdf => form == Form::Pdf,
            Self::Anything => form != Form::Empty,
        }
    }
}

/// Why the bytes cannot be whole, where the form tells: a body without a declared length may end
/// anywhere.
pub(crate) fn cut(body: &[u8], form: Form) -> Option<String> {
    match form {
        Form::Zip => {
            // The end record has 22 bytes and a comment of at most 65,535.
            let tail = &body[body.len().saturating_sub(22 + 65_535)..];
            let end = tail.windows(4).any(|window| window == b"PK\x05\x06");
            (!end).then(|| "the zip file has no end record".to_owned())
        }
        Form::Ole => ole_cut(body),
        Form::Pdf => {
            let tail = &body[body.len().saturating_sub(1024)..];
            let end = tail.windows(5).any(|window| window == b"%%EOF");
            (!end).then(|| "the PDF has no end mark".to_owned())
        }
        Form::Empty | Form::Html | Form::Xml | Form::Text | Form::Binary => None,
    }
}

/// [MS-CFB] 2.2: the header lists the sectors of the allocation table; all lie within the file.
fn ole_cut(body: &[u8]) -> Option<String> {
    let short = || Some("the OLE file is shorter than its allocation table says".to_owned());
    let number = |at: usize| {
        body.get(at..at + 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
    };
    if body.len() < 512 {
        return short();
    }
    let sector_bytes = if body[30] == 12 { 4096 } else { 512 };
    let sectors = body.len().div_ceil(sector_bytes) - 1;
    let mut last_used = 0;
    for (i, at) in (76..512).step_by(4).enumerate() {
        let Some(table) = number(at).filter(|table| *table < 0xFFFF_FFFA) else { break };
        if table >= sectors {
            return short();
        }
        for entry in 0..sector_bytes / 4 {
            match number((table + 1) * sector_bytes + 4 * entry) {
                Some(0xFFFF_FFFF) => {}
                Some(_) => last_used = i * (sector_bytes / 4) + entry,
                None => return short(),
            }
        }
    }
    if last_used < sectors { None } else { short() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_by_content() {
        assert_eq!(of(b"PK\x03\x04...", None), Form::Zip);
        assert_eq!(of(b"\xEF\xBB\xBF \r\n<!DOCTYPE html>", None), Form::Html);
        assert_eq!(of(b"<?xml version='1.0'?><Workbook/>", None), Form::Xml);
        assert_eq!(of(b"<?xml version='1.0'?>\n<!DOCTYPE html><html>", None), Form::Html);
        assert_eq!(of(b"date,value\n", Some("text/csv")), Form::Text);
        assert_eq!(of(b"Not found", Some("text/html; charset=utf-8")), Form::Html);
        assert_eq!(of(b" \n", None), Form::Empty);
        assert_eq!(of(b"a\0b", None), Form::Binary);
    }

    #[test]
    fn names_promise_a_form() {
        let expected = |path: &str| expected(&Url::parse("http://h/").unwrap().join(path).unwrap());
        assert_eq!(expected("a/exh12.XLSX"), Expected::Workbook);
        assert_eq!(expected("7-en-2025-1-2_N21(2).xls"), Expected::OldWorkbook);
        assert_eq!(expected("Statics/d11e30df.html"), Expected::Anything);
        assert_eq!(expected("indexEn?x=1.csv"), Expected::Anything);
        assert_eq!(expected("exports.csv"), Expected::Text);
    }

    #[test]
    fn a_cut_workbook_is_known_by_its_own_tables() {
        assert!(cut(b"PK\x03\x04 no end", Form::Zip).is_some());
        assert!(cut(b"PK\x03\x04PK\x05\x06..................", Form::Zip).is_none());
        // One allocation table in sector 0, which says that sectors 0 and 1 are used.
        let mut ole = vec![0; 512 + 2 * 512];
        ole[76..512].fill(0xFF);
        ole[76..80].copy_from_slice(&0_u32.to_le_bytes());
        ole[512..1024].fill(0xFF);
        ole[512..516].copy_from_slice(&0xFFFF_FFFD_u32.to_le_bytes());
        ole[516..520].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
        assert_eq!(cut(&ole, Form::Ole), None);
        assert!(cut(&ole[..1024], Form::Ole).is_some());
        assert!(cut(&ole[..700], Form::Ole).is_some());
    }
}
