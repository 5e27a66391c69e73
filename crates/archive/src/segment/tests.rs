//! Two archives that share one index: whoever is second follows, and loses nothing.

use std::path::Path;

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;
use crate::capture::{Outcome, Role, Via};
use crate::error::Error;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

struct Machine {
    _folder: TempDir,
    archive: Archive,
}

impl Machine {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let archive = Archive::open(folder.path()).unwrap();
        Self { _folder: folder, archive }
    }

    fn writer(&self) -> Writer {
        self.archive.lock(at("2026-12-01T00:00:00Z")).unwrap()
    }

    /// One more line, of a month that need not be the last.
    fn captures(&self, source: &str, url: &str, day: &str) {
        let capture = Capture {
            source: source.to_owned(),
            url: url.to_owned(),
            captured_at: at(&format!("{day}T10:00:00Z")),
            role: Role::Data,
            outcome: Outcome::Missing,
            status: Some(404),
            snapshot: None,
            body_bytes: 0,
            content_type: None,
            etag: None,
            last_modified: None,
            via: Via::Http,
            listing: None,
            note: None,
        };
        self.writer().append(&capture).unwrap();
    }

    fn urls(&self, source: &str) -> Vec<String> {
        let captures = self.archive.captures(source).unwrap().into_iter();
        let mut urls: Vec<String> = captures.map(|capture| capture.url).collect();
        urls.sort();
        urls
    }

    /// Takes what only it has to a row of segments.
    fn takes_to(&self, segments: &mut Vec<Line>) {
        let text = text(&self.archive.lines_beyond(segments).unwrap());
        segments.append(&mut lines(&text, Path::new("segment")).unwrap());
    }
}

/// Two machines that know the same line, and one line each that the other does not know.
fn apart() -> (Machine, Machine, Vec<Line>) {
    let (one, two, mut segments) = (Machine::new(), Machine::new(), Vec::new());
    one.captures("a", "both", "2026-10-01");
    one.takes_to(&mut segments);
    two.writer().follow(&segments).unwrap();
    one.captures("a", "one", "2026-11-01");
    two.captures("a", "two", "2026-09-01");
    (one, two, segments)
}

#[test]
fn who_is_second_follows_and_loses_nothing() {
    let (one, two, mut segments) = apart();
    one.takes_to(&mut segments);
    assert_eq!(segments.len(), 2);
    two.writer().follow(&segments).unwrap();
    assert_eq!(two.urls("a"), ["both", "one", "two"]);
    assert_eq!(two.archive.verify().unwrap(), []);
    two.takes_to(&mut segments);
    assert_eq!(segments.len(), 3);
    one.writer().follow(&segments).unwrap();
    assert_eq!(one.urls("a"), two.urls("a"));
    assert_eq!(one.archive.lines_beyond(&segments).unwrap().len(), 0);
    assert_eq!(two.archive.lines_beyond(&segments).unwrap().len(), 0);
}

#[test]
fn lines_that_only_it_has_stay_where_nothing_is_new() {
    let (_, two, segments) = apart();
    let before = two.archive.index("a").unwrap();
    two.writer().follow(&segments).unwrap();
    assert_eq!(two.archive.index("a").unwrap(), before);
}

/// A machine that was killed between two files of the index has some lines as they were and some as
/// they follow.
#[test]
fn a_rewrite_that_was_cut_off_is_taken_up() {
    let (one, two, mut segments) = apart();
    two.captures("a", "three", "2026-08-01");
    one.takes_to(&mut segments);
    let file = two.archive.dir().join("captures/a/2026-09.jsonl");
    let before = fs_err::read(&file).unwrap();
    two.writer().follow(&segments).unwrap();
    fs_err::write(&file, before).unwrap();
    two.writer().follow(&segments).unwrap();
    assert_eq!(two.urls("a"), ["both", "one", "three", "two"]);
    assert_eq!(two.archive.verify().unwrap(), []);
}

#[test]
fn a_segment_that_is_missing_is_noticed() {
    let (one, two, mut segments) = apart();
    one.takes_to(&mut segments);
    one.captures("a", "later", "2026-11-02");
    one.takes_to(&mut segments);
    segments.remove(1);
    let refused = two.writer().follow(&segments).unwrap_err();
    assert!(matches!(refused, Error::BrokenChain { .. }), "{refused}");
    assert_eq!(two.urls("a"), ["both", "two"]);
}

#[test]
fn a_line_that_was_changed_is_refused() {
    let (one, _, mut segments) = apart();
    one.takes_to(&mut segments);
    let changed = String::from_utf8(text(&segments)).unwrap().replace("2026-11-01", "2026-11-02");
    let refused = lines(changed.as_bytes(), Path::new("captures/000002.jsonl")).unwrap_err();
    assert!(refused.to_string().contains("captures/000002.jsonl"), "{refused}");
}
