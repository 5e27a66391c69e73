//! On a terminal of eighty columns what is printed fits, and there is no colour where none is wanted.

use std::process::Command;

use portbook_tests::program;
use portbook_tests::python::script;

use crate::scene::replayed;

const COLUMNS: usize = 80;
const WORKBOOK: &str = "pipelines/us/census-ft900/recording/exh12_2025-12.xlsx";

/// Commands with wide tables or long lines.
const WIDE: [&[&str]; 13] = [
    &["status"],
    &["sources"],
    &["calendar", "--now", "2026-02-01"],
    &["calendar", "--backtest", "--only", "us/census-ft900"],
    &["check", "us/census-ft900", "--dataset", "exhibit-12", "--show"],
    &["codelist"],
    &["explain", "79a595de8d2ea8fa5d6e2dd424e6e26a/2025-11"],
    &["layout", "explain", WORKBOOK, "--source", "us/census-ft900"],
    &["parse", WORKBOOK, "--source", "us/census-ft900"],
    &["revisions", "us/census-ft900", "--bias"],
    &["sql", "select * from latest limit 2"],
    &["survey", "pipelines/tr/turkstat/recording/inbox"],
    &["verify", "--cells"],
];

/// What is left on the screen: a spinner draws over itself, and then wipes itself out.
fn shown(printed: &str) -> Vec<String> {
    let wiped = printed.replace("\u{1b}[?25l", "").replace("\u{1b}[?25h", "");
    let last = |line: &str| {
        let after = line.rsplit(['\r']).next().unwrap_or_default();
        after.rsplit("\u{1b}[2K").next().unwrap_or_default().to_owned()
    };
    wiped.lines().map(last).collect()
}

/// A line that is one word, an address, is as long as that; so is one with a digest.
fn fits(line: &str) -> bool {
    let words = line.trim().trim_end_matches('\\').trim_end();
    let is_digest = |word: &str| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit());
    line.chars().count() <= COLUMNS || !words.contains(' ') || words.split(' ').any(is_digest)
}

#[test]
fn tables_fit_a_terminal() {
    let folder = replayed().folder.path();
    let mut wide = Vec::new();
    for arguments in WIDE {
        let mut terminal: Command = script("tests/tests/book/terminal.py");
        terminal.arg(program::path()).args(arguments).env("NO_COLOR", "1");
        let ended = program::run_in(&mut terminal, folder);
        ended.expect(0);
        let lines = shown(&ended.stdout);
        assert!(lines.len() > 2, "{arguments:?}: {ended}");
        for line in lines {
            if !fits(&line) {
                wide.push(format!("{arguments:?}: {} columns: {line}", line.chars().count()));
            }
            assert!(!line.contains('\u{1b}'), "{arguments:?}: NO_COLOR is set: {line:?}");
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}
