//! A run's UUID: version 5 of the name of its record, so that the same run says the same anywhere.

use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

/// The namespace of addresses: RFC 9562, 6.6.
const ADDRESSES: [u8; 16] = [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
];

/// UUID of a run, or of one source's part of it.
pub fn of(run: &str, source: Option<&str>) -> String {
    let part = source.map_or(String::new(), |source| format!("#{source}"));
    uuid(&ADDRESSES, &format!("urn:portbook:run:{run}{part}"))
}

/// RFC 9562, 5.5.
fn uuid(namespace: &[u8; 16], name: &str) -> String {
    let named = [namespace.as_slice(), name.as_bytes()].concat();
    let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, &named);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.as_ref()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x50;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut text = String::new();
    for (place, byte) in bytes.iter().enumerate() {
        if matches!(place, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 9562, appendix A.4: `www.example.com` in the namespace of names.
    #[test]
    fn version_5_is_as_the_standard_shows_it() {
        let mut names = ADDRESSES;
        names[3] = 0x10;
        assert_eq!(uuid(&names, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    #[test]
    fn a_part_has_an_id_of_its_own() {
        let (run, part) = (of("20261130T020000.000000Z-1", None), of("x", Some("cn/gacc-express")));
        assert_ne!(run, part);
        assert_eq!(run, of("20261130T020000.000000Z-1", None));
    }
}
