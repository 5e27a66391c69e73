//! Zip archives, whose members `package::inspect` has read through and found sound: names that are
//! unique, checksums that agree, no links, nothing encrypted, nothing past a bound.

use std::io::Cursor;

use zip::ZipArchive;

use super::{Taker, unpack};
use crate::error::Error;
use crate::limits::Limits;

pub(super) fn each(bytes: &[u8], limits: &Limits, taker: &mut Taker<'_>) -> Result<(), Error> {
    let unreadable =
        |error: zip::result::ZipError| Error::Archive { kind: "zip", reason: error.to_string() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(unreadable)?;
        let name = taker.name(member.name_raw())?;
        if member.is_dir() {
            continue;
        }
        let packed_bytes = member.compressed_size();
        let left_bytes = &mut taker.room.left_bytes;
        let content = unpack(member, &name, packed_bytes, limits, left_bytes)?;
        taker.take(name, &content)?;
    }
    Ok(())
}
