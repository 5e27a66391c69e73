//! Charsets: by mark, by word, by proof, by guess, and where the guess is refused.

use encoding_rs::Encoding;

use super::*;

#[test]
fn a_mark_beats_what_is_declared_and_the_rest_follows() {
    let charset = |bytes: &[u8], declared, stated| decode(bytes, declared, stated).unwrap().1;
    let marked = charset(b"\xEF\xBB\xBFa", Some("gbk"), None);
    assert_eq!(marked, Charset { name: "UTF-8", basis: Basis::Mark });
    let gbk = Encoding::for_label(b"gb2312").map(|encoding| (encoding, Basis::Meta));
    assert_eq!(charset(b"a", Some("UTF-8"), gbk).basis, Basis::Declared);
    assert_eq!(charset(b"a", None, gbk), Charset { name: "GBK", basis: Basis::Meta });
    assert_eq!(charset("年".as_bytes(), None, None).basis, Basis::Proven);
}

#[test]
fn nothing_is_replaced() {
    let malformed = decode(b"ab\xD6\xD0\xff", Some("utf-8"), None).unwrap_err();
    assert_eq!(malformed.to_string(), "byte 2 is no text in UTF-8 (declared)");
    assert_eq!(decode(b"\xD6\xD0", Some("gb18030"), None).unwrap().0, "中");
    assert!(matches!(decode(b"a", Some("klingon"), None), Err(Error::UnknownCharset { .. })));
    assert!(matches!(decode(b"a\n\0", None, None), Err(Error::Nul { line: 2 })));
    let odd = decode(b"\xFF\xFEa\0b", None, None).unwrap_err();
    assert_eq!(odd.to_string(), "byte 4 is no text in UTF-16LE (by its byte-order mark)");
    let marked_twice = decode(b"\xEF\xBB\xBF\xEF\xBB\xBFa", None, None).unwrap().0;
    assert_eq!(marked_twice, "a");
}

/// The text in a charset, by the table of the encoding standard.
fn bytes(label: &str, text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = Encoding::for_label(label.as_bytes()).unwrap().encode(text);
    assert!(!lossy, "{label} lacks a letter");
    bytes.into_owned()
}

const SENTENCES: &[(&str, &str)] = &[
    ("GBK", "海关总署今日公布今年前十一个月我国进出口商品总值,出口同比增长,进口下降。单位:亿元\n"),
    (
        "Big5",
        "財政部統計處今日公布海關進出口貿易初步統計,出口較上年同月增加,進口減少。單位:千美元\n",
    ),
    ("Shift_JIS", "財務省は本日、貿易統計を公表した。輸出は前年同月比で増加し、輸入は減少した。\n"),
    (
        "EUC-KR",
        "관세청은 오늘 수출입 통계를 발표했다. 수출은 지난해 같은 달보다 늘었고 수입은 줄었다.\n",
    ),
    (
        "windows-1251",
        "Экспорт товаров из России в страны дальнего зарубежья составил, млн долларов\n",
    ),
];

#[test]
fn undeclared_charsets_are_guessed_and_said_to_be() {
    for (label, sentence) in SENTENCES {
        let text = sentence.repeat(3);
        let (read, charset) = decode(&bytes(label, &text), None, None).unwrap();
        assert_eq!((read.as_str(), charset.name), (text.as_str(), *label));
        assert_eq!(charset.to_string(), format!("{label} (guessed, nothing is declared)"));
    }
    let utf16: Vec<u8> = "Länder;Wert\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (text, charset) = decode(&utf16, None, None).unwrap();
    assert_eq!((text.as_str(), charset.name), ("Länder;Wert\n", "UTF-16LE"));
    assert!(charset.is_guess());
    let utf16: Vec<u8> = "Länder;Wert\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(decode(&utf16, None, None).unwrap().1.name, "UTF-16BE");
}

#[test]
fn a_guess_from_a_letter_or_from_no_text_is_none() {
    let error = decode(b"M\xeas;1\n", None, None).unwrap_err().to_string();
    let expected = "encoding undetermined: byte 1 is no UTF-8, nothing is declared, and nothing \
                    can be guessed";
    assert_eq!(error, expected);
    assert!(decode(&b"\x81\xff\xfe\x01".repeat(9), None, None).is_err());
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

#[test]
fn xml_names_its_charset() {
    for (xml, name) in [
        ("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><a/>", Some("Shift_JIS")),
        ("<?xml version='1.0' encoding = 'utf-16'?><a/>", Some("UTF-8")),
        ("<?xml version='1.0'?><a encoding='gbk'/>", None),
        ("<a/>", None),
    ] {
        assert_eq!(xml_charset(xml.as_bytes()).map(Encoding::name), name, "{xml}");
    }
}
