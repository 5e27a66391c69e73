//! Bytes to text. No byte is replaced, and how the charset was learnt is kept with the text: a
//! byte-order mark, what the source or the server declares, what the file says of itself, strict
//! UTF-8, and only then a guess, from enough letters.

use std::fmt;

use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use crate::error::Error;

mod guess;
mod prescan;

pub use guess::utf16_by_nuls;
pub use prescan::{meta_charset, xml_charset};

/// Where a charset was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// A byte-order mark.
    Mark,
    /// The caller: a `charset` parameter, or a source that says so.
    Declared,
    /// A `<meta>` of the page.
    Meta,
    /// The XML declaration.
    Xml,
    /// Nothing said so, but every byte is UTF-8.
    Proven,
    /// A guess from the bytes. What is read by it is shown, and published by nobody.
    Detected,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mark => "by its byte-order mark",
            Self::Declared => "declared",
            Self::Meta => "by its `<meta>`",
            Self::Xml => "by its XML declaration",
            Self::Proven => "assumed, nothing is declared",
            Self::Detected => "guessed, nothing is declared",
        })
    }
}

/// The charset a text was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Charset {
    /// WHATWG name: `UTF-8`, `GBK`, `gb18030`.
    pub name: &'static str,
    pub basis: Basis,
}

impl Charset {
    /// Whether the charset is a guess.
    pub fn is_guess(self) -> bool {
        self.basis == Basis::Detected
    }
}

impl fmt::Display for Charset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.basis)
    }
}

impl<'de> Deserialize<'de> for Charset {
    /// The name is the standard's own, not the sender's copy of it.
    fn deserialize<D: Deserializer<'de>>(sent: D) -> Result<Self, D::Error> {
        let (label, basis) = <(String, Basis)>::deserialize(sent)?;
        let encoding = Encoding::for_label(label.as_bytes());
        let encoding = encoding.ok_or_else(|| D::Error::custom("no charset's name"))?;
        Ok(Self { name: encoding.name(), basis })
    }
}

/// Decodes all of `bytes`; `stated` is what the file says of itself.
///
/// # Errors
/// `UnknownCharset`, `Malformed` at the first byte that is no text, `Undetermined` where nothing
/// is declared and nothing can be guessed, `Nul`.
pub fn decode(
    bytes: &[u8],
    declared: Option<&str>,
    stated: Option<(&'static Encoding, Basis)>,
) -> Result<(String, Charset), Error> {
    let (encoding, basis, skip) = if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        (encoding, Basis::Mark, length)
    } else if let Some(label) = declared {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(|| {
            Error::UnknownCharset { label: label.to_owned(), basis: Basis::Declared }
        })?;
        (encoding, Basis::Declared, 0)
    } else if let Some((encoding, basis)) = stated {
        (encoding, basis, 0)
    } else if let Some(encoding) = utf16_by_nuls(bytes) {
        (encoding, Basis::Detected, 0)
    } else {
        (UTF_8, Basis::Proven, 0)
    };
    let decoded = strict(encoding, &bytes[skip..]);
    if let Err(offset) = decoded
        && basis == Basis::Proven
    {
        let guess = guess::charset(bytes).ok_or(Error::Undetermined { offset: offset as u64 })?;
        let charset = Charset { name: guess.name(), basis: Basis::Detected };
        let text =
            strict(guess, bytes).map_err(|offset| Error::Undetermined { offset: offset as u64 })?;
        return plain(text, charset);
    }
    let charset = Charset { name: encoding.name(), basis };
    let text = decoded.map_err(|offset| Error::Malformed {
        charset: charset.name,
        basis,
        offset: (offset + skip) as u64,
    })?;
    plain(text, charset)
}

/// Text without NULs; a mark that was written twice is no text either.
fn plain(mut text: String, charset: Charset) -> Result<(String, Charset), Error> {
    if let Some(at) = text.find('\0') {
        return Err(Error::Nul { line: line_of(&text, at) });
    }
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok((text, charset))
}

/// The one-based line of a byte offset.
pub(crate) fn line_of(text: &str, at: usize) -> u64 {
    1 + text.as_bytes()[..at].split(|byte| *byte == b'\n').skip(1).count() as u64
}

/// Decodes without replacement characters; the error is the offset of the malformed bytes.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) if is_utf16(encoding) && bytes.len() % 2 == 1 => {
            Err(bytes.len() - 1)
        }
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(length, after), read) => {
            Err(read.saturating_sub(usize::from(length) + usize::from(after)))
        }
        (DecoderResult::OutputFull, read) => Err(read),
    }
}

fn is_utf16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

#[cfg(test)]
mod tests;
