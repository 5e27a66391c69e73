//! Records of a BIFF stream: a number, a length, data; what does not fit goes on in `CONTINUE`
//! records, where a text says anew how wide its characters are.

use encoding_rs::Encoding;

use crate::error::Error;
use crate::read::ole::{u16_at, u32_at};

const CONTINUE: u16 = 0x003C;

/// One record, without what is continued.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    stream: &'a [u8],
    end: usize,
}

/// The records from the start of `stream` to its end; zeros after the last are padding.
pub(super) fn records(stream: &[u8]) -> impl Iterator<Item = Result<Record<'_>, Error>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = u16_at(stream, at + 2).map(usize::from);
        let start = at;
        let Some(data) = length.and_then(|length| stream.get(start + 4..start + 4 + length)) else {
            at = stream.len();
            let reason = format!(
                "the record {kind:#06x} at byte {start} is cut short: truncated record, got {} \
                 bytes, expected {}",
                stream.len().saturating_sub(start + 4),
                length.map_or_else(|| "a length".to_owned(), |length| length.to_string()),
            );
            return Some(Err(Error::Workbook { reason }));
        };
        at = start + 4 + data.len();
        Some(Ok(Record { kind, data, stream, end: at }))
    })
}

pub(super) fn short(kind: u16) -> Error {
    Error::Workbook { reason: format!("a record of kind {kind:#06x} is too short") }
}

impl<'a> Record<'a> {
    pub(super) fn u8(&self, at: usize) -> Result<u8, Error> {
        self.data.get(at).copied().ok_or_else(|| short(self.kind))
    }

    pub(super) fn u16(&self, at: usize) -> Result<u16, Error> {
        u16_at(self.data, at).ok_or_else(|| short(self.kind))
    }

    pub(super) fn u32(&self, at: usize) -> Result<u32, Error> {
        u32_at(self.data, at).ok_or_else(|| short(self.kind))
    }

    pub(super) fn f64(&self, at: usize) -> Result<f64, Error> {
        let bytes = self.data.get(at..at + 8).and_then(|bytes| bytes.try_into().ok());
        bytes.map(f64::from_le_bytes).ok_or_else(|| short(self.kind))
    }

    /// The data from a byte on, and that of the records that continue it.
    pub(super) fn parts(&self, from: usize) -> Parts<'a> {
        let mut parts = vec![self.data.get(from..).unwrap_or_default()];
        for next in records(&self.stream[self.end..]) {
            match next {
                Ok(next) if next.kind == CONTINUE => parts.push(next.data),
                _ => break,
            }
        }
        Parts { list: parts, part: 0, at: 0 }
    }
}

/// Data over several records.
pub(super) struct Parts<'a> {
    list: Vec<&'a [u8]>,
    part: usize,
    at: usize,
}

impl<'a> Parts<'a> {
    pub(super) fn is_at_end(&self) -> bool {
        self.list[self.part..].iter().map(|part| part.len()).sum::<usize>() <= self.at
    }

    /// What is left of the record at hand; at its end, the next one.
    fn rest(&mut self) -> Option<&'a [u8]> {
        while self.at >= self.list.get(self.part)?.len() {
            self.part += 1;
            self.at = 0;
            if self.part == self.list.len() {
                self.part -= 1;
                self.at = self.list[self.part].len();
                return None;
            }
        }
        self.list[self.part].get(self.at..)
    }

    fn u8(&mut self) -> Option<u8> {
        let byte = *self.rest()?.first()?;
        self.at += 1;
        Some(byte)
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.u8()?, self.u8()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        Some(u32::from(self.u16()?) | u32::from(self.u16()?) << 16)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = self.rest()?.len().min(count);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    /// A BIFF8 text after a length of two bytes, without its runs of fonts and its readings
    /// (furigana). `None` if it is cut short.
    pub(super) fn wide_text(&mut self) -> Option<String> {
        let length = usize::from(self.u16()?);
        self.wide_text_of(length)
    }

    pub(super) fn wide_text_of(&mut self, length: usize) -> Option<String> {
        let flags = self.u8()?;
        let run_count = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) };
        let reading_bytes = if flags & 4 == 0 { 0 } else { self.u32()? as usize };
        let text = self.characters(length, flags & 1 == 1)?;
        self.skip(run_count * 4)?;
        self.skip(reading_bytes)?;
        Some(text)
    }

    fn characters(&mut self, length: usize, mut is_wide: bool) -> Option<String> {
        let mut left = length;
        let mut units: Vec<u16> = Vec::new();
        while left > 0 {
            if self.at >= self.list[self.part].len() {
                // In a continuation the width stands again.
                is_wide = self.u8()? & 1 == 1;
            }
            let rest = self.rest()?;
            let count = left.min(if is_wide { rest.len() / 2 } else { rest.len() });
            if count == 0 {
                return None;
            }
            if is_wide {
                units.extend(
                    rest[..count * 2].chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])),
                );
            } else if count == length {
                // All of it in one record, one byte a character: ASCII mostly.
                self.at += count;
                return Some(encoding_rs::mem::decode_latin1(&rest[..count]).into_owned());
            } else {
                units.extend(rest[..count].iter().map(|byte| u16::from(*byte)));
            }
            self.at += if is_wide { count * 2 } else { count };
            left -= count;
        }
        Some(String::from_utf16_lossy(&units))
    }

    /// A text of so many bytes in the workbook's code page.
    pub(super) fn bytes_text(&mut self, length: usize, page: CodePage) -> Option<String> {
        let mut bytes = Vec::with_capacity(length.min(64 * 1024));
        while bytes.len() < length {
            let rest = self.rest()?;
            let step = rest.len().min(length - bytes.len());
            bytes.extend_from_slice(&rest[..step]);
            self.at += step;
        }
        page.decode(&bytes)
    }
}

/// What bytes of texts before BIFF8 mean.
#[derive(Clone, Copy, Debug)]
pub(super) enum CodePage {
    Known(&'static Encoding),
    /// Only ASCII can be read.
    Unknown,
}

impl CodePage {
    /// After [MS-XLS] 2.4.52; numbers are Windows' and those of older Macintosh versions.
    pub(super) fn of(number: u16) -> Self {
        let known = match number {
            866 => encoding_rs::IBM866,
            874 => encoding_rs::WINDOWS_874,
            932 => encoding_rs::SHIFT_JIS,
            936 => encoding_rs::GBK,
            949 => encoding_rs::EUC_KR,
            950 => encoding_rs::BIG5,
            1250 => encoding_rs::WINDOWS_1250,
            1251 => encoding_rs::WINDOWS_1251,
            1252 | 32_769 => encoding_rs::WINDOWS_1252,
            1253 => encoding_rs::WINDOWS_1253,
            1254 => encoding_rs::WINDOWS_1254,
            1255 => encoding_rs::WINDOWS_1255,
            1256 => encoding_rs::WINDOWS_1256,
            1257 => encoding_rs::WINDOWS_1257,
            1258 => encoding_rs::WINDOWS_1258,
            10_000 | 32_768 => encoding_rs::MACINTOSH,
            10_007 => encoding_rs::X_MAC_CYRILLIC,
            20_866 => encoding_rs::KOI8_R,
            65_001 => encoding_rs::UTF_8,
            _ => return Self::Unknown,
        };
        Self::Known(known)
    }

    fn decode(self, bytes: &[u8]) -> Option<String> {
        if bytes.is_ascii() {
            return Some(String::from_utf8_lossy(bytes).into_owned());
        }
        match self {
            Self::Known(encoding) => {
                let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
                Some(text.into_owned())
            }
            Self::Unknown => None,
        }
    }
}
