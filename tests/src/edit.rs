//! Changes one word of a recording, as a publisher might from one month to the next.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Replaces a text in a page or CSV file; every place where it stands.
///
/// # Panics
/// If it does not stand there: the test would test nothing.
pub fn text(file: &Path, from: &str, to: &str) {
    let before = fs_err::read_to_string(file).unwrap_or_else(|error| panic!("{error}"));
    assert!(before.contains(from), "{}: no `{from}`", file.display());
    fs_err::write(file, before.replace(from, to)).unwrap_or_else(|error| panic!("{error}"));
}

/// Replaces a text in the members of a workbook.
///
/// # Panics
/// If it does not stand in any.
pub fn xlsx(file: &Path, from: &str, to: &str) {
    let bytes = fs_err::read(file).unwrap_or_else(|error| panic!("{error}"));
    let wrong = |error: zip::result::ZipError| -> ! { panic!("{}: {error}", file.display()) };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap_or_else(|error| wrong(error));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut replaced = false;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).unwrap_or_else(|error| wrong(error));
        let name = member.name().unwrap_or_else(|error| wrong(error)).into_owned();
        let mut content = Vec::new();
        member.read_to_end(&mut content).unwrap_or_else(|error| panic!("{name}: {error}"));
        if let Ok(before) = std::str::from_utf8(&content)
            && before.contains(from)
        {
            replaced = true;
            content = before.replace(from, to).into_bytes();
        }
        writer.start_file(name, SimpleFileOptions::default()).unwrap_or_else(|error| wrong(error));
        writer.write_all(&content).unwrap_or_else(|error| panic!("{error}"));
    }
    assert!(replaced, "{}: no `{from}`", file.display());
    let written = writer.finish().unwrap_or_else(|error| wrong(error)).into_inner();
    fs_err::write(file, written).unwrap_or_else(|error| panic!("{error}"));
}

/// Replaces a text of a BIFF8 workbook by one of the same length, where it stands: as UTF-16.
///
/// # Panics
/// If it does not stand there, or the lengths differ.
pub fn xls(file: &Path, from: &str, to: &str) {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let (from_bytes, to_bytes) = (utf16(from), utf16(to));
    assert_eq!(from_bytes.len(), to_bytes.len(), "`{from}` and `{to}` differ in length");
    let mut bytes = fs_err::read(file).unwrap_or_else(|error| panic!("{error}"));
    let places: Vec<usize> = bytes
        .windows(from_bytes.len())
        .enumerate()
        .filter(|(_, window)| *window == from_bytes)
        .map(|(at, _)| at)
        .collect();
    assert!(!places.is_empty(), "{}: no `{from}`", file.display());
    for at in places {
        bytes[at..at + to_bytes.len()].copy_from_slice(&to_bytes);
    }
    fs_err::write(file, bytes).unwrap_or_else(|error| panic!("{error}"));
}
