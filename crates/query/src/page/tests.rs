//! The page stands alone, and what is printed stays text.

use super::*;

/// Examples of RFC 4648, section 10.
#[test]
fn base64_is_that_of_the_rfc() {
    for (bytes, text) in [
        ("", ""),
        ("f", "Zg=="),
        ("fo", "Zm8="),
        ("foo", "Zm9v"),
        ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ] {
        assert_eq!(base64(bytes.as_bytes()), text);
    }
}

fn cell(text: &str, mark: Mark) -> PrintedCell {
    PrintedCell {
        text: text.to_owned(),
        stored: Some(text.to_owned()),
        row_span: 1,
        column_span: 2,
        mark,
        numbers: if mark == Mark::Value { vec![1] } else { Vec::new() },
        is_bold: false,
        indent: 0,
    }
}

/// A page of a table that tries to be more than text.
fn page(hostile: &str) -> String {
    let table = PrintedTable {
        title: hostile.to_owned(),
        snapshot: hostile.to_owned(),
        capture: Some(CaptureInfo {
            url: format!("https://example.org/{hostile}"),
            captured_at: jiff::Timestamp::UNIX_EPOCH,
            note: Some(hostile.to_owned()),
            correction: None,
        }),
        columns: vec![hostile.to_owned(), "B".to_owned()],
        rows: vec![PrintedRow {
            name: "1".to_owned(),
            is_after_gap: true,
            cells: vec![cell(hostile, Mark::Heading), cell(hostile, Mark::Value)],
        }],
        hidden_rows: 3,
        hidden_columns: 0,
    };
    let derived = Derived { title: hostile.to_owned(), figures: Vec::new(), cells: Vec::new() };
    of_derived(&derived, &[table])
}

#[test]
fn what_is_printed_stays_text() {
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><base href=//evil>",
        "&lt;\u{202e}\u{0}",
    ] {
        let page = page(hostile);
        let (_, body) = page.split_once("</style>").unwrap();
        let tags = body.matches('<').count();
        let plain = self::page("plain");
        let (_, plain) = plain.split_once("</style>").unwrap();
        assert_eq!(tags, plain.matches('<').count(), "{hostile}");
        assert_eq!(body.matches('"').count(), plain.matches('"').count(), "{hostile}");
        assert!(!body.contains('\'') && !body.contains('\u{202e}'), "{hostile}");
    }
}

#[test]
fn no_script_and_nothing_asked_of_a_server() {
    let page = page("plain");
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    for word in ["<script", "src=", "@import", "url(", "<link", "<iframe", "<form", "javascript:"] {
        assert!(!page.contains(word), "{word}");
    }
    let value = "<td colspan=\"2\" title=\"stored: plain\" class=\"value\"><a id=\"c1\"></a>";
    assert!(page.contains(value));
    assert!(page.contains("3 rows of it are left out"));
}
