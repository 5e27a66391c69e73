//! 7z archives. A solid block is unpacked in order; checksums are the library's to compare, sizes
//! are counted here.

use std::io::{Read, Seek};

use sevenz_rust2::{ArchiveReader, Password};

use super::Visit;
use crate::error::Error;
use crate::limits::{Limits, within};

/// Memory for headers and dictionaries; 7-Zip's strongest setting takes 64 MiB.
const MEMORY_KIB_MAX: usize = 256 * 1024;

/// `bytes` is the length of the file.
pub(super) fn each(
    source: impl Read + Seek,
    bytes: u64,
    limits: &Limits,
    visit: Visit<'_>,
) -> Result<(), Error> {
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
        // Members share their block's packed bytes, so that is what the ratio is taken of.
        match visit(entry.name().as_bytes(), bytes, content) {
            Ok(goes_on) => Ok(goes_on),
            Err(error) => {
                failed = Some(error);
                Err(sevenz_rust2::Error::FileNotFound)
            }
        }
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
