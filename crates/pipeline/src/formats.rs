//! Stored files → their formats, each in one word.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use portbook_archive::archive::Archive;
use portbook_model::digest::Digest;
use portbook_parse::sniff::{Format, sniff};

use crate::error::Error;

/// The formats of snapshots.
///
/// # Errors
/// `Archive` where one is not there or cannot be read.
pub fn of(
    archive: &Path,
    snapshots: &BTreeSet<Digest>,
) -> Result<BTreeMap<Digest, &'static str>, Error> {
    if snapshots.is_empty() {
        return Ok(BTreeMap::new());
    }
    let archive = Archive::open(archive)?;
    let formats = snapshots.iter().map(|digest| Ok((*digest, format(&archive.get(digest)?))));
    formats.collect()
}

/// A container is the workbook that it holds.
fn format(bytes: &[u8]) -> &'static str {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    let format = match sniff(bytes, None) {
        Format::Ole => Format::Xls,
        Format::Zip if holds(b"xl/workbook.bin") => Format::Xlsb,
        Format::Zip if holds(b"xl/workbook.xml") => Format::Xlsx,
        Format::Zip if holds(b"opendocument.spreadsheet") => Format::Ods,
        other => other,
    };
    format.name()
}
