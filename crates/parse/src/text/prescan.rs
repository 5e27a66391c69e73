//! What a page or an XML file says of its own charset: the prescan of the WHATWG HTML standard,
//! and the XML declaration.

use encoding_rs::{Encoding, UTF_8};

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

/// What an XML declaration at the start names: `<?xml version="1.0" encoding="Shift_JIS"?>`.
/// Text that can be read so far is in no 16-bit charset, so such a name counts as UTF-8.
pub fn xml_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let end = rest.iter().take(DECLARATION_BYTES).position(|byte| *byte == b'>')?;
    let rest = &rest[..end];
    let at = rest.windows(8).position(|w| w == b"encoding")?;
    let rest = rest[at + 8..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let quote = *rest.first().filter(|byte| matches!(byte, b'"' | b'\''))?;
    let end = rest[1..].iter().position(|byte| *byte == quote)?;
    let encoding = Encoding::for_label_no_replacement(&rest[1..=end])?;
    Some(if [encoding_rs::UTF_16BE, encoding_rs::UTF_16LE].contains(&encoding) {
        UTF_8
    } else {
        encoding
    })
}

const DECLARATION_BYTES: usize = 1024;
