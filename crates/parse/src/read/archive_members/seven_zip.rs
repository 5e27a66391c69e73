//! 7z archives. A solid block is unpacked in order; checksums are the library's to compare, sizes
//! are counted here.

use std::io::Cursor;

use sevenz_rust2::{ArchiveReader, Password};

use super::{Taker, unpack};
use crate::error::Error;
use crate::limits::{Limits, within};

/// Memory for headers and dictionaries; 7-Zip's strongest setting takes 64 MiB.
const MEMORY_KIB_MAX: usize = 256 * 1024;

pub(super) fn each(bytes: &[u8], limits: &Limits, taker: &mut Taker<'_>) -> Result<(), Error> {
    let source = Cursor::new(bytes);
    let password = Password::empty();
    let mut archive = ArchiveReader::new_with_memory_limit(source, password, MEMORY_KIB_MAX)
        .map_err(|error| fault(None, &error))?;
    archive.set_thread_count(1);
    within("members", archive.archive().files.len() as u64, limits.members_max as u64, || {
        "the archive".to_owned()
    })?;
    // The callback can only fail in the library's own words.
    let mut failed = None;
    let mut at = None;
    let walked = archive.for_each_entries(|entry, content| {
        at = Some(entry.name().to_owned());
        if entry.is_directory() {
            return Ok(true);
        }
        let took = taker.name(entry.name().as_bytes()).and_then(|name| {
            let left_bytes = &mut taker.room.left_bytes;
            // Members share their block's packed bytes, so that is what the ratio is taken of.
            let content = unpack(content, &name, bytes.len() as u64, limits, left_bytes)?;
            taker.take(name, &content)
        });
        let is_sound = took.is_ok();
        failed = failed.take().or(took.err());
        if is_sound { Ok(true) } else { Err(sevenz_rust2::Error::FileNotFound) }
    });
    match (failed, walked) {
        (Some(error), _) => Err(error),
        (None, Err(error)) => Err(fault(at, &error)),
        (None, Ok(())) => Ok(()),
    }
}

fn fault(member: Option<String>, error: &sevenz_rust2::Error) -> Error {
    use sevenz_rust2::Error as Fault;
    let reason = match error {
        Fault::PasswordRequired | Fault::MaybeBadPassword(_) => {
            return Error::Encrypted { what: "archive" };
        }
        // AES is left out of the library, so that is how it meets a password.
        Fault::UnsupportedCompressionMethod(method) if method.contains("AES") => {
            return Error::Encrypted { what: "archive" };
        }
        Fault::ChecksumVerificationFailed => "the checksum is wrong".to_owned(),
        Fault::NextHeaderCrcMismatch => "the checksum of the header is wrong".to_owned(),
        other => other.to_string(),
    };
    match member {
        Some(member) => Error::Member { member, reason },
        None => Error::Archive { kind: "7z", reason },
    }
}
