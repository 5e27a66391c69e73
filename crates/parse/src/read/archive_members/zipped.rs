//! Zip archives. Where they are held, `package::inspect` has read their members through and found them
//! sound: names that are unique, checksums that agree, no links, nothing encrypted, nothing past a bound.

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::Visit;
use crate::error::Error;
use crate::limits::{Limits, within};

pub(super) fn each(
    source: impl Read + Seek,
    limits: &Limits,
    visit: Visit<'_>,
) -> Result<(), Error> {
    let unreadable =
        |error: zip::result::ZipError| Error::Archive { kind: "zip", reason: error.to_string() };
    let mut archive = ZipArchive::new(source).map_err(unreadable)?;
    within("members", archive.len() as u64, limits.members_max as u64, || {
        "the archive".to_owned()
    })?;
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).map_err(unreadable)?;
        if member.is_dir() {
            continue;
        }
        let name = member.name_raw().to_vec();
        let packed_bytes = member.compressed_size();
        if !visit(&name, packed_bytes, &mut member)? {
            return Ok(());
        }
    }
    Ok(())
}
