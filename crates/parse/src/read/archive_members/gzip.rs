//! Gzip files: one member, however many gzip members it was written in (RFC 1952, 2.2).

use flate2::read::MultiGzDecoder;

use super::{Taker, unpack};
use crate::error::Error;
use crate::limits::Limits;

/// What the content is called where the file does not say.
const UNNAMED: &str = "content";

pub(super) fn each(bytes: &[u8], limits: &Limits, taker: &mut Taker<'_>) -> Result<(), Error> {
    let mut decoder = MultiGzDecoder::new(bytes);
    let header = decoder.header().and_then(|header| header.filename().map(<[u8]>::to_vec));
    let name = taker.name(header.as_deref().unwrap_or(UNNAMED.as_bytes()))?;
    let packed_bytes = bytes.len() as u64;
    let left_bytes = &mut taker.room.left_bytes;
    let content = unpack(&mut decoder, &name, packed_bytes, limits, left_bytes)?;
    taker.take(name, &content)
}
