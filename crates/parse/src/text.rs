//! Bytes to text. The charset is declared, marked or proven, never guessed; which of these it was
//! is kept. The order is that of browsers: a byte-order mark, what the server declared, what the
//! page says of itself (WHATWG prescan), else strict UTF-8.

use std::fmt;

use encoding_rs::{DecoderResult, Encoding, UTF_8};

use crate::error::Error;

/// Where a charset was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A byte-order mark.
    Mark,
    /// The caller: a `charset` parameter, or a source that says so.
    Declared,
    /// A `<meta>` of the page.
    Meta,
    /// Nothing said so, but every byte is UTF-8.
    Proven,
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mark => "by its byte-order mark",
            Self::Declared => "declared",
            Self::Meta => "by its `<meta>`",
            Self::Proven => "assumed, nothing is declared",
        })
    }
}

/// The charset a text was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    /// WHATWG name: `UTF-8`, `GBK`, `gb18030`.
    pub name: &'static str,
    pub basis: Basis,
}

/// Decodes all of `bytes`.
///
/// # Errors
/// `UnknownCharset`, `Malformed` at the first byte that is no text, `Nul`.
pub fn decode(
    bytes: &[u8],
    declared: Option<&str>,
    meta: Option<&'static Encoding>,
) -> Result<(String, Charset), Error> {
    let (encoding, basis, skip) = if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        (encoding, Basis::Mark, length)
    } else if let Some(label) = declared {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(|| {
            Error::UnknownCharset { label: label.to_owned(), basis: Basis::Declared }
        })?;
        (encoding, Basis::Declared, 0)
    } else if let Some(encoding) = meta {
        (encoding, Basis::Meta, 0)
    } else {
        (UTF_8, Basis::Proven, 0)
    };
    let charset = Charset { name: encoding.name(), basis };
    let text = strict(encoding, &bytes[skip..]).map_err(|offset| Error::Malformed {
        charset: charset.name,
        basis,
        offset: (offset + skip) as u64,
    })?;
    if let Some(at) = text.find('\0') {
        return Err(Error::Nul { line: line_of(&text, at) });
    }
    Ok((text, charset))
}

/// The one-based line of a byte offset.
pub(crate) fn line_of(text: &str, at: usize) -> u64 {
    1 + text.as_bytes()[..at].split(|byte| *byte == b'\n').skip(1).count() as u64
}

/// Decodes without replacement characters; the error is the offset after the malformed bytes.
fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    match decoder.decode_to_string_without_replacement(bytes, &mut text, true) {
        (DecoderResult::InputEmpty, _) => Ok(text),
        (DecoderResult::Malformed(length, after), read) => {
            Err(read.saturating_sub(usize::from(length) + usize::from(after)))
        }
        (DecoderResult::OutputFull, read) => Err(read),
    }
}

/// A browser looks at the first 1,024 bytes, and starts anew where it meets a `<meta>` later.
const PRESCAN_BYTES: usize = 16 * 1024;

/// What a page says of its charset: the WHATWG prescan.
pub fn meta_charset(page: &[u8]) -> Option<&'static Encoding> {
    let mut scan = Prescan { bytes: &page[..page.len().min(PRESCAN_BYTES)], at: 0 };
    while scan.at < scan.bytes.len() {
        let rest = &scan.bytes[scan.at..];
        if rest.starts_with(b"<!--") {
            let end = rest.windows(3).skip(2).position(|w| w == b"-->")?;
            scan.at += end + 4;
        } else if rest.len() > 5
            && rest[..5].eq_ignore_ascii_case(b"<meta")
            && (rest[5].is_ascii_whitespace() || rest[5] == b'/')
        {
            scan.at += 5;
            if let Some(encoding) = scan.meta() {
                return Some(encoding);
            }
        } else if rest[0] == b'<' && is_tag(rest) {
            while !matches!(scan.peek()?, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' | b'>') {
                scan.at += 1;
            }
            while scan.attribute().is_some() {}
        } else if matches!(rest, [b'<', b'!' | b'/' | b'?', ..]) {
            scan.at += rest.iter().position(|byte| *byte == b'>')?;
        }
        scan.at += 1;
    }
    None
}

fn is_tag(rest: &[u8]) -> bool {
    let letter = if rest.get(1) == Some(&b'/') { rest.get(2) } else { rest.get(1) };
    letter.is_some_and(u8::is_ascii_alphabetic)
}

struct Prescan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Prescan<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// The charset of a `<meta>` whose attributes start here.
    fn meta(&mut self) -> Option<&'static Encoding> {
        let mut seen = Vec::new();
        let (mut is_pragma, mut needs_pragma, mut charset) = (false, None, None);
        while let Some((name, value)) = self.attribute() {
            if seen.contains(&name) {
                continue;
            }
            match name.as_slice() {
                b"http-equiv" => is_pragma |= value == b"content-type",
                b"content" if charset.is_none() => {
                    if let Some(label) = charset_of_content(&value) {
                        charset = Encoding::for_label(&label);
                        needs_pragma = charset.map(|_| true).or(needs_pragma);
                    }
                }
                b"charset" => {
                    charset = Encoding::for_label(&value);
                    needs_pragma = Some(false);
                }
                _ => {}
            }
            seen.push(name);
        }
        if needs_pragma? && !is_pragma {
            return None;
        }
        let charset = charset?;
        if charset == encoding_rs::UTF_16BE || charset == encoding_rs::UTF_16LE {
            return Some(UTF_8);
        }
        if charset == encoding_rs::X_USER_DEFINED {
            return Some(encoding_rs::WINDOWS_1252);
        }
        (charset != encoding_rs::REPLACEMENT).then_some(charset)
    }

    /// The next attribute, name and value in lower case; `None` at the end of the tag.
    fn attribute(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || byte == b'/') {
            self.at += 1;
        }
        if self.peek()? == b'>' {
            return None;
        }
        let mut name = Vec::new();
        loop {
            match self.peek()? {
                b'=' if !name.is_empty() => break,
                b'/' | b'>' => return Some((name, Vec::new())),
                byte if byte.is_ascii_whitespace() => {
                    self.skip_blanks();
                    if self.peek()? != b'=' {
                        return Some((name, Vec::new()));
                    }
                    break;
                }
                byte => name.push(byte.to_ascii_lowercase()),
            }
            self.at += 1;
        }
        self.at += 1;
        self.skip_blanks();
        let quote = Some(self.peek()?).filter(|byte| matches!(byte, b'"' | b'\''));
        self.at += usize::from(quote.is_some());
        let mut value = Vec::new();
        loop {
            let byte = self.peek()?;
            if Some(byte) == quote {
                self.at += 1;
                break;
            }
            if quote.is_none() && (byte.is_ascii_whitespace() || byte == b'>') {
                break;
            }
            value.push(byte.to_ascii_lowercase());
            self.at += 1;
        }
        Some((name, value))
    }
}

/// `gb2312` of `text/html; charset=gb2312`.
fn charset_of_content(content: &[u8]) -> Option<Vec<u8>> {
    let mut rest = content;
    loop {
        let at = rest.windows(7).position(|w| w == b"charset")?;
        rest = rest[at + 7..].trim_ascii_start();
        if let Some(value) = rest.strip_prefix(b"=") {
            let value = value.trim_ascii_start();
            if let quote @ (b'"' | b'\'') = value.first()? {
                let end = value[1..].iter().position(|byte| byte == quote)?;
                return Some(value[1..=end].to_vec());
            }
            let end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b';';
            return Some(value[..value.iter().position(end).unwrap_or(value.len())].to_vec());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_beats_what_is_declared_and_the_rest_follows() {
        let charset = |bytes: &[u8], declared, meta| decode(bytes, declared, meta).unwrap().1;
        let marked = charset(b"\xEF\xBB\xBFa", Some("gbk"), None);
        assert_eq!(marked, Charset { name: "UTF-8", basis: Basis::Mark });
        let gbk = Encoding::for_label(b"gb2312");
        assert_eq!(charset(b"a", Some("UTF-8"), gbk).basis, Basis::Declared);
        assert_eq!(charset(b"a", None, gbk), Charset { name: "GBK", basis: Basis::Meta });
        assert_eq!(charset("年".as_bytes(), None, None).basis, Basis::Proven);
    }

    #[test]
    fn nothing_is_replaced() {
        let malformed = decode(b"ab\xD6\xD0", None, None).unwrap_err();
        assert_eq!(
            malformed.to_string(),
            "byte 2 is no text in UTF-8 (assumed, nothing is declared)"
        );
        assert_eq!(decode(b"\xD6\xD0", Some("gb18030"), None).unwrap().0, "中");
        assert!(matches!(decode(b"a", Some("klingon"), None), Err(Error::UnknownCharset { .. })));
        assert!(matches!(decode(b"a\n\0", None, None), Err(Error::Nul { line: 2 })));
    }

    #[test]
    fn pages_name_their_charset() {
        for (page, name) in [
            ("<meta charset=utf-8>", Some("UTF-8")),
            (
                "<!doctype html><meta http-equiv=Content-Type content='text/html; charset=gb2312'>",
                Some("GBK"),
            ),
            ("<!-- <meta charset=gbk> --><META CHARSET=\"Big5\"/>", Some("Big5")),
            ("<p title='<meta charset=gbk>'>", None),
            ("<meta content='text/html; charset=gb2312'>", None),
            ("<meta charset=utf-16le>", Some("UTF-8")),
        ] {
            assert_eq!(meta_charset(page.as_bytes()).map(Encoding::name), name, "{page}");
        }
    }
}
