//! Gzip files: one member, however many gzip members it was written in (RFC 1952, 2.2).

use std::io::{BufReader, Read};

use flate2::bufread::MultiGzDecoder;

use super::Visit;
use crate::error::Error;

/// What the content is called where the file does not say.
const UNNAMED: &str = "content";
const BUFFER_BYTES: usize = 1 << 18;

/// `bytes` is the length of the file.
pub(super) fn each(source: impl Read, bytes: u64, visit: Visit<'_>) -> Result<(), Error> {
    let mut decoder = MultiGzDecoder::new(BufReader::with_capacity(BUFFER_BYTES, source));
    let header = decoder.header().and_then(|header| header.filename().map(<[u8]>::to_vec));
    let name = header.unwrap_or_else(|| UNNAMED.as_bytes().to_vec());
    visit(&name, bytes, &mut decoder).map(drop)
}
