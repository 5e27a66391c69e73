//! Records of a part of an `.xlsb`.

use crate::error::Error;
use crate::read::ole::{u16_at, u32_at};

#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    data: &'a [u8],
    part: &'a str,
}

/// The records of a part.
pub(super) fn records<'a>(
    bytes: &'a [u8],
    part: &'a str,
) -> impl Iterator<Item = Result<Record<'a>, Error>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let record = (|| {
            let kind = variable(bytes, &mut at, 2)?;
            let length = variable(bytes, &mut at, 4)? as usize;
            let data = bytes.get(at..at.checked_add(length)?)?;
            at += length;
            Some(Record { kind: u16::try_from(kind).ok()?, data, part })
        })();
        Some(record.ok_or_else(|| {
            at = bytes.len();
            let reason = format!("the record at byte {start} is cut short");
            Error::Member { member: part.to_owned(), reason }
        }))
    })
}

/// A number in groups of seven bits, the lowest first.
fn variable(bytes: &[u8], at: &mut usize, bytes_max: usize) -> Option<u32> {
    let mut value = 0;
    for group in 0..bytes_max {
        let byte = *bytes.get(*at)?;
        *at += 1;
        value |= u32::from(byte & 0x7F) << (7 * group);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(value)
}

impl Record<'_> {
    fn short(&self) -> Error {
        let reason = format!("a record of kind {} is too short", self.kind);
        Error::Member { member: self.part.to_owned(), reason }
    }

    pub(super) fn u8(&self, at: usize) -> Result<u8, Error> {
        self.data.get(at).copied().ok_or_else(|| self.short())
    }

    pub(super) fn u16(&self, at: usize) -> Result<u16, Error> {
        u16_at(self.data, at).ok_or_else(|| self.short())
    }

    pub(super) fn u32(&self, at: usize) -> Result<u32, Error> {
        u32_at(self.data, at).ok_or_else(|| self.short())
    }

    pub(super) fn f64(&self, at: usize) -> Result<f64, Error> {
        let bytes = self.data.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map(f64::from_le_bytes).ok_or_else(|| self.short())
    }

    /// UTF-16 after its length in four bytes, all ones for none; and where it ends.
    pub(super) fn text(&self, at: usize) -> Result<(String, usize), Error> {
        let length = match self.u32(at)? {
            u32::MAX => 0,
            length => length as usize,
        };
        let end = length.checked_mul(2).and_then(|bytes| bytes.checked_add(at + 4));
        let bytes = end.and_then(|end| self.data.get(at + 4..end)).ok_or_else(|| self.short())?;
        let units: Vec<u16> =
            bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).collect();
        Ok((String::from_utf16_lossy(&units), at + 4 + length * 2))
    }
}
