//! What a page says is printed, beside what is.

/// Any text; alone in a line, any lines.
const ANY: char = '…';

/// The first line that is printed otherwise than a page says, as a complaint.
pub(crate) fn differs(expected: &[String], got: &str) -> Result<(), String> {
    let got: Vec<&str> = got.trim_end().lines().map(str::trim_end).collect();
    let last = expected.iter().rposition(|line| !line.trim().is_empty());
    let expected = &expected[..last.map_or(0, |last| last + 1)];
    let expected: Vec<&str> = expected.iter().map(|line| line.trim_end()).collect();
    if agree(&expected, &got) {
        return Ok(());
    }
    let begins = |count: &usize| agree(&[&expected[..*count], &["…"]].concat(), &got);
    let met = (0..=expected.len()).rev().find(begins).unwrap_or(0);
    let expected = expected.get(met).copied().unwrap_or("no more");
    Err(format!("expected `{expected}`, got\n{}", got.join("\n")))
}

fn agree(expected: &[&str], got: &[&str]) -> bool {
    match expected.split_first() {
        None => got.is_empty(),
        Some((&"…", rest)) => (0..=got.len()).any(|skipped| agree(rest, &got[skipped..])),
        Some((first, rest)) => {
            let met = got.split_first().filter(|(line, _)| is_like(first, line));
            met.is_some_and(|(_, left)| agree(rest, left))
        }
    }
}

/// Whether a line is as expected.
fn is_like(expected: &str, line: &str) -> bool {
    let mut parts = expected.split(ANY);
    let Some(mut left) = line.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return left.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return left.ends_with(part);
        }
        let Some(at) = left.find(part) else { return false };
        left = &left[at + part.len()..];
    }
    true
}

#[test]
fn lines_are_compared_and_left_out_where_it_says_so() {
    let check = |expected: &str, got: &str| {
        let expected: Vec<String> = expected.lines().map(str::to_owned).collect();
        differs(&expected, got).is_ok()
    };
    assert!(check("a\nb", "a\nb\n"));
    assert!(check("a\n\nb\n\n", "a\n\nb"));
    assert!(!check("a", "a\nb"), "more is printed");
    assert!(!check("a\nb", "a"), "less is printed");
    assert!(check("a\n…", "a\nb\nc"));
    assert!(check("…\nc", "a\nb\nc"));
    assert!(check("a\n…\nc\n…", "a\nc"));
    assert!(!check("…\nc\nd", "a\nc\nb"));
    assert!(check("run …, commit 1", "run 2026, at noon, commit 1"));
    assert!(!check("run …, commit 1", "run 2026, commit 12"));
    assert!(!check("rows 10", "rows 11"));
    assert!(check("… of … rows", "3 of 4 rows"));
    assert!(!check("", "something"), "nothing is expected");
}
