//! A zip package under a workbook. Every member is read to its end, against its checksum and our
//! bounds, before a byte of it is believed, and those nobody asks for as well. Nothing is ever
//! unpacked to a disk.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::error::Error;
use crate::limits::{Limits, within};
use crate::read::xml;

/// A package whose members have names that are told apart.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// By name, with slashes and in lower case.
    members: BTreeMap<String, Member>,
    left_bytes: u64,
    limits: &'a Limits,
}

struct Member {
    index: usize,
    /// As it stands in the file.
    name: String,
    is_read: bool,
}

fn folded(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Error> {
        let unreadable = |error: zip::result::ZipError| Error::Archive {
            kind: "zip",
            reason: error.to_string(),
        };
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
        within("members", archive.len() as u64, limits.members_max as u64, || {
            "the archive".to_owned()
        })?;
        if archive.has_duplicate_names() {
            let reason = "two members have one name".to_owned();
            return Err(Error::Archive { kind: "zip", reason });
        }
        let mut members = BTreeMap::new();
        for index in 0..archive.len() {
            let name = check_member(&mut archive, index)?;
            let member = Member { index, name: name.clone(), is_read: false };
            if members.insert(folded(&name), member).is_some() {
                return Err(Error::DuplicateMember { member: name });
            }
        }
        if archive.has_overlapping_entries().map_err(unreadable)? {
            return Err(Error::Archive { kind: "zip", reason: "members overlap".to_owned() });
        }
        Ok(Self { archive, members, left_bytes: limits.archive_bytes_max, limits })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members.contains_key(&folded(name))
    }

    /// All of a member, whatever the case and slashes of its name.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Vec<u8>, Error> {
        let folded = folded(name);
        let Some(member) = self.members.get_mut(&folded) else {
            let reason = "it is missing".to_owned();
            return Err(Error::Member { member: name.to_owned(), reason });
        };
        member.is_read = true;
        let mut bytes = Vec::new();
        let (index, name) = (member.index, member.name.clone());
        self.walk(index, &name, |chunk| {
            bytes.extend_from_slice(chunk);
            Ok(())
        })?;
        Ok(bytes)
    }

    /// All of a member, as text.
    pub(super) fn text(&mut self, name: &str) -> Result<String, Error> {
        xml::text_of(self.bytes(name)?, name)
    }

    /// Reads through what nobody asked for: a damaged package is not half believed.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let members = std::mem::take(&mut self.members);
        for (folded, member) in members.into_iter().filter(|(_, member)| !member.is_read) {
            let end = folded.rsplit('.').next().unwrap_or_default();
            let is_xml = matches!(end, "xml" | "rels");
            let mut window: Vec<u8> = Vec::new();
            self.walk(member.index, &member.name, |chunk| {
                if is_xml {
                    let kept = window.len().saturating_sub(OVERLAP_BYTES);
                    window.drain(..kept);
                    // Without NULs, so that UTF-16 hides nothing.
                    window.extend(chunk.iter().filter(|byte| **byte != 0));
                    if contains(&window, b"<!DOCTYPE") || contains(&window, b"<!ENTITY") {
                        return Err(Error::DocumentType { member: member.name.clone() });
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Reads one member to its end, a piece at a time.
    fn walk(
        &mut self,
        index: usize,
        name: &str,
        mut take: impl FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let fault = |reason: String| Error::Member { member: name.to_owned(), reason };
        let limits = self.limits;
        let mut member = self.archive.by_index(index).map_err(|error| fault(error.to_string()))?;
        let (declared_bytes, packed_bytes) = (member.size(), member.compressed_size());
        let mut chunk = vec![0; CHUNK_BYTES];
        let mut seen: u64 = 0;
        loop {
            let read = member.read(&mut chunk).map_err(|error| fault(error.to_string()))?;
            if read == 0 {
                break;
            }
            seen += read as u64;
            self.left_bytes = self.left_bytes.saturating_sub(read as u64);
            let place = || format!("member `{name}`");
            let max = limits.member_bytes_max;
            if seen > max || self.left_bytes == 0 {
                return Err(Error::Limit { what: "unpacked bytes", place: place(), seen, max });
            }
            let max = limits.ratio_max;
            let ratio = seen / packed_bytes.max(1);
            if seen > limits.ratio_floor_bytes && ratio > max {
                let what = "unpacked bytes for each packed one";
                return Err(Error::Limit { what, place: place(), seen: ratio, max });
            }
            take(&chunk[..read])?;
        }
        if seen != declared_bytes {
            return Err(fault(format!("got {seen} bytes, expected {declared_bytes} as declared")));
        }
        Ok(())
    }
}

/// Refuses what is no plain file; gives the member's name, of bytes in any charset.
fn check_member(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Result<String, Error> {
    let listed = archive.name_for_index(index).and_then(Result::ok).map(Cow::into_owned);
    let raw = archive.by_index_raw(index).map_err(|error| match listed {
        Some(member) => Error::Member { member, reason: error.to_string() },
        None => Error::Archive { kind: "zip", reason: error.to_string() },
    })?;
    let name = match std::str::from_utf8(raw.name_raw()) {
        Ok(name) => name.to_owned(),
        Err(_) => raw.name_raw().iter().map(|byte| char::from(*byte)).collect(),
    };
    if raw.encrypted() {
        return Err(Error::Encrypted { what: "archive" });
    }
    if raw.is_symlink() {
        return Err(Error::Member { member: name, reason: "a symbolic link".to_owned() });
    }
    Ok(name)
}

const CHUNK_BYTES: usize = 64 * 1024;
/// The longest text looked for may be cut by a chunk's end: so much is looked at twice.
const OVERLAP_BYTES: usize = 16;

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    // `<` is rare enough that this is fast.
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
    pub(in crate::read) fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn inspect(bytes: &[u8]) -> Result<(), Error> {
        Package::open(bytes, &Limits::standard())?.finish()
    }

    fn message(bytes: &[u8]) -> String {
        inspect(bytes).unwrap_err().to_string()
    }

    #[test]
    fn a_damaged_member_is_named() {
        let mut bytes = zip_of(&[("xl/workbook.xml", b"<workbook/>"), ("xl/a.xml", b"<a>7</a>")]);
        // A stored digit would be caught by the checksum alone: change the checksum itself, in the
        // local header and in the central directory.
        let mut archive = ZipArchive::new(Cursor::new(&bytes[..])).unwrap();
        let crc = archive.by_index_raw(1).unwrap().crc32().to_le_bytes();
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == crc {
                bytes[at] ^= 1;
            }
        }
        assert_eq!(message(&bytes), "member `xl/a.xml`: Invalid checksum");
        let limits = Limits::standard();
        let mut package = Package::open(&bytes, &limits).unwrap();
        assert_eq!(package.text("XL/a.xml").unwrap_err().to_string(), message(&bytes));
    }

    #[test]
    fn one_name_twice_is_refused() {
        let bytes = zip_of(&[("xl/sheet1.xml", b"<a/>"), ("XL\\Sheet1.xml", b"<b/>")]);
        assert!(message(&bytes).contains("but for case or slashes"), "{}", message(&bytes));
    }

    #[test]
    fn a_bomb_stops_at_its_ratio() {
        let bytes = zip_of(&[("a.xml", &vec![b' '; 17 * 1024 * 1024])]);
        let text = message(&bytes);
        assert!(
            text.contains("unpacked bytes for each packed one, expected at most 200"),
            "{text}"
        );
    }

    #[test]
    fn no_document_types() {
        let bytes =
            zip_of(&[("xl/workbook.xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]>")]);
        assert!(matches!(inspect(&bytes), Err(Error::DocumentType { .. })));
    }
}
