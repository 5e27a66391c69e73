//! Bytes of a page → text. The declared encoding wins, then a byte order mark, then `<meta>`, then
//! UTF-8. GB2312 and GBK are read as GB18030, which contains both.

use encoding_rs::{Encoding, UTF_8};

/// Browsers look at the first 1,024 bytes; some pages open with longer comments.
const META_BYTES_MAX: usize = 4096;

pub(crate) fn decode(body: &[u8], content_type: Option<&str>) -> String {
    let declared = content_type.and_then(|text| charset(text.as_bytes()));
    let encoding = declared
        .or_else(|| Encoding::for_bom(body).map(|(encoding, _)| encoding))
        .or_else(|| charset(&body[..body.len().min(META_BYTES_MAX)]))
        .unwrap_or(UTF_8);
    encoding.decode(body).0.into_owned()
}

/// The value of the first `charset=` that names an encoding.
fn charset(text: &[u8]) -> Option<&'static Encoding> {
    const KEY: &[u8] = b"charset=";
    let lower = text.to_ascii_lowercase();
    let mut rest = lower.as_slice();
    while let Some(at) = rest.windows(KEY.len()).position(|window| window == KEY) {
        rest = &rest[at + KEY.len()..];
        let value = rest.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or(value.strip_prefix(b"'")).unwrap_or(value);
        let ends = |byte: &u8| matches!(byte, b'"' | b'\'' | b' ' | b';' | b'>' | b'/');
        let end = value.iter().position(ends).unwrap_or(value.len());
        if let Some(encoding) = Encoding::for_label(&value[..end]) {
            return Some(encoding);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_by_header_then_mark_then_meta() {
        let chinese = "统计";
        let gb = encoding_rs::GB18030.encode(chinese).0.into_owned();
        assert_eq!(decode(&gb, Some("text/html; charset=\"GB2312\"")), chinese);
        let mut page = b"<meta http-equiv=Content-Type content='text/html; charset=gbk'>".to_vec();
        let head = page.len();
        page.extend_from_slice(&gb);
        assert_eq!(&decode(&page, Some("text/html"))[head..], chinese);
        assert_eq!(decode(chinese.as_bytes(), None), chinese);
        assert_eq!(decode(chinese.as_bytes(), Some("text/html; charset=nonsense")), chinese);
        let wide: Vec<u8> =
            [0xFEFF_u16, 0x7EDF, 0x8BA1].iter().flat_map(|u| u.to_le_bytes()).collect();
        assert_eq!(decode(&wide, None), chinese);
    }
}
