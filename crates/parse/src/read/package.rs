//! A zip package before any workbook reader sees it. Workbook readers stop where the XML they need
//! ends, so a damaged member passes them unnoticed; here every member is read to its end, against
//! its checksum and our bounds. Nothing is ever unpacked to a disk.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::error::Error;
use crate::limits::Limits;
use crate::sniff::Format;

/// What the members say of a sound package.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) format: Format,
    /// Some worksheet has a formula.
    pub(super) has_formulas: bool,
}

/// Reads every member to its end.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<Package, Error> {
    let unreadable = |error: zip::result::ZipError| Error::Archive { reason: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let (seen, max) = (archive.len() as u64, limits.members_max as u64);
    if seen > max {
        return Err(Error::Limit { what: "members", place: "the archive".into(), seen, max });
    }
    if archive.has_duplicate_names() {
        let reason = "two members have one name".to_owned();
        return Err(Error::Archive { reason });
    }
    let mut names = BTreeSet::new();
    let mut package = Package { format: Format::Zip, has_formulas: false };
    let mut left_bytes = limits.archive_bytes_max;
    for index in 0..archive.len() {
        let (name, raw_name) = check_member(&mut archive, index)?;
        let folded = name.replace('\\', "/").to_ascii_lowercase();
        package.has_formulas |=
            read_member(&mut archive, index, &name, &folded, &mut left_bytes, limits)?;
        package.format = match folded.as_str() {
            _ if folded.ends_with("workbook.bin") => Format::Xlsb,
            "content.xml" => Format::Ods,
            _ if folded.ends_with("workbook.xml") => Format::Xlsx,
            _ => package.format,
        };
        if !names.insert(raw_name) {
            return Err(Error::DuplicateMember { member: name });
        }
    }
    if archive.has_overlapping_entries().map_err(unreadable)? {
        return Err(Error::Archive { reason: "members overlap".to_owned() });
    }
    Ok(package)
}

/// Refuses what is no plain file; gives the member's name, and its bytes for comparing: names may
/// be in any charset.
fn check_member(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
) -> Result<(String, Vec<u8>), Error> {
    let raw = archive.by_index_raw(index).map_err(|e| Error::Archive { reason: e.to_string() })?;
    let name = String::from_utf8_lossy(raw.name_raw()).into_owned();
    if raw.encrypted() {
        return Err(Error::Encrypted { what: "archive" });
    }
    if raw.is_symlink() {
        return Err(Error::Member { member: name, reason: "a symbolic link".to_owned() });
    }
    let slashed = raw.name_raw().iter().map(|byte| if *byte == b'\\' { b'/' } else { *byte });
    let raw_name = slashed.map(|byte| byte.to_ascii_lowercase()).collect();
    Ok((name, raw_name))
}

const CHUNK_BYTES: usize = 64 * 1024;
/// The longest text looked for may be cut by a chunk's end: so much is looked at twice.
const OVERLAP_BYTES: usize = 16;

/// Reads one member through; says whether it is a worksheet with formulas.
fn read_member(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    folded: &str,
    left_bytes: &mut u64,
    limits: &Limits,
) -> Result<bool, Error> {
    let fault = |reason: String| Error::Member { member: name.to_owned(), reason };
    let mut member = archive.by_index(index).map_err(|error| fault(error.to_string()))?;
    let (declared_bytes, packed_bytes) = (member.size(), member.compressed_size());
    let is_xml = folded.rsplit('.').next().is_some_and(|end| matches!(end, "xml" | "rels"));
    let is_sheet = is_xml && folded.contains("worksheets/");
    let mut has_formulas = false;
    let mut window: Vec<u8> = Vec::with_capacity(CHUNK_BYTES + OVERLAP_BYTES);
    let mut chunk = vec![0; CHUNK_BYTES];
    let mut seen: u64 = 0;
    loop {
        let read = member.read(&mut chunk).map_err(|error| fault(error.to_string()))?;
        if read == 0 {
            break;
        }
        seen += read as u64;
        *left_bytes = left_bytes.saturating_sub(read as u64);
        let ratio_bytes = packed_bytes.saturating_mul(limits.ratio_max);
        let max = limits.member_bytes_max.min(ratio_bytes.max(limits.ratio_floor_bytes));
        if seen > max || *left_bytes == 0 {
            let place = format!("member `{name}`");
            return Err(Error::Limit { what: "unpacked bytes", place, seen, max });
        }
        if is_xml {
            let kept = window.len().saturating_sub(OVERLAP_BYTES);
            window.drain(..kept);
            // Without NULs, so that UTF-16 hides nothing.
            window.extend(chunk[..read].iter().filter(|byte| **byte != 0));
            if contains(&window, b"<!DOCTYPE") || contains(&window, b"<!ENTITY") {
                return Err(Error::DocumentType { member: name.to_owned() });
            }
            has_formulas |=
                is_sheet && [&b"<f"[..], b":f>", b":f "].iter().any(|mark| contains(&window, mark));
        }
    }
    if seen != declared_bytes {
        return Err(fault(format!("got {seen} bytes, expected {declared_bytes} as declared")));
    }
    Ok(has_formulas)
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    // `<` and `:` are rare enough that this is fast.
    bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == mark[0])
        .any(|(at, _)| bytes[at..].starts_with(mark))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    /// A zip of the given members.
    pub(in crate::read) fn zip_of(members: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn inspect(bytes: &[u8]) -> Result<Package, Error> {
        super::inspect(bytes, &Limits::standard())
    }

    fn message(bytes: &[u8]) -> String {
        inspect(bytes).unwrap_err().to_string()
    }

    #[test]
    fn a_damaged_member_is_named() {
        let mut bytes = zip_of(&[("xl/workbook.xml", "<workbook/>"), ("xl/a.xml", "<a>7</a>")]);
        // A stored digit would be caught by the checksum alone: change the checksum itself, in the
        // local header and in the central directory.
        let crc = inspect_crc(&bytes, 1);
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == crc {
                bytes[at] ^= 1;
            }
        }
        assert_eq!(message(&bytes), "member `xl/a.xml`: Invalid checksum");
    }

    fn inspect_crc(bytes: &[u8], index: usize) -> [u8; 4] {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        archive.by_index_raw(index).unwrap().crc32().to_le_bytes()
    }

    #[test]
    fn one_name_twice_is_refused() {
        let bytes = zip_of(&[("xl/sheet1.xml", "<a/>"), ("XL\\Sheet1.xml", "<b/>")]);
        assert!(message(&bytes).contains("but for case or slashes"), "{}", message(&bytes));
    }

    #[test]
    fn a_bomb_stops_at_its_ratio() {
        let bytes = zip_of(&[("a.xml", &" ".repeat(9 * 1024 * 1024))]);
        assert!(matches!(inspect(&bytes), Err(Error::Limit { what: "unpacked bytes", .. })));
    }

    #[test]
    fn no_document_types() {
        let bytes =
            zip_of(&[("xl/workbook.xml", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>")]);
        assert!(matches!(inspect(&bytes), Err(Error::DocumentType { .. })));
    }

    #[test]
    fn members_tell_the_format() {
        let format = |name| inspect(&zip_of(&[(name, "<a/>")])).unwrap().format;
        assert_eq!(format("xl\\workbook.xml"), Format::Xlsx);
        assert_eq!(format("xl/workbook.bin"), Format::Xlsb);
        assert_eq!(format("content.xml"), Format::Ods);
        assert_eq!(format("readme.txt"), Format::Zip);
    }
}
