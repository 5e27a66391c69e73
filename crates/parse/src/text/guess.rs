//! What charset undeclared bytes are in. A guess is made only from enough letters, and only if all
//! the bytes are text in it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Bytes looked at for the pattern of 16-bit text.
const SAMPLE_BYTES: usize = 16 * 1024;
/// Of so many 16-bit units at least one is ASCII, in any text with tags, digits or line ends.
const UNITS_PER_ASCII_MAX: usize = 8;

/// UTF-16 without a byte-order mark: nearly every NUL is on the same side of its unit, and
/// there are enough of them. `None` for text of 8-bit units and for binary files.
pub fn utf16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE_BYTES)];
    let (mut first, mut second) = (0, 0);
    for unit in sample.chunks_exact(2) {
        match *unit {
            [0, 0] => return None,
            [0, letter] if is_ascii_text(letter) => first += 1,
            [letter, 0] if is_ascii_text(letter) => second += 1,
            _ => {}
        }
    }
    let enough = |count: usize| count > 0 && count * UNITS_PER_ASCII_MAX >= sample.len() / 2;
    // Letters of other scripts have a NUL on the other side: U+6100 is `00 61` in UTF-16LE.
    let outweighs =
        |count: usize, other: usize| enough(count) && other * UNITS_PER_ASCII_MAX < count;
    match (first, second) {
        (other, count) if outweighs(count, other) => Some(UTF_16LE),
        (count, other) if outweighs(count, other) => Some(UTF_16BE),
        _ => None,
    }
}

fn is_ascii_text(byte: u8) -> bool {
    (b' '..=b'~').contains(&byte) || matches!(byte, b'\t' | b'\n' | b'\r')
}

/// With fewer bytes that are no ASCII any charset will do.
const LETTER_BYTES_MIN: usize = 16;

/// The charset that the letters' frequencies speak for, without regard to where the bytes come
/// from; `None` if there are too few, if they are no text in it, or if the text would hold control
/// characters or letters for private use, which is what bytes of another charset turn into.
pub(super) fn charset(bytes: &[u8]) -> Option<&'static Encoding> {
    let letters = bytes.iter().filter(|byte| !byte.is_ascii()).take(LETTER_BYTES_MIN).count();
    if letters < LETTER_BYTES_MIN {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let text = guess.decode_without_bom_handling_and_without_replacement(bytes)?;
    (!text.chars().any(is_no_text)).then_some(guess)
}

fn is_no_text(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' | '\u{c}' => false,
        '\u{e000}'..='\u{f8ff}' | '\u{fffe}' | '\u{ffff}' => true,
        _ => c.is_control(),
    }
}
