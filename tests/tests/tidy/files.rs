//! Files: their size, their names, their first line, and words that do not stay.

use portbook_tests::repository;

use crate::{before_tests, none, rust};

const LINES_MAX: usize = 500;

/// Names that say nothing of what a file holds.
const BANNED_NAMES: [&str; 8] =
    ["utils", "helpers", "common", "misc", "types", "manager", "base", "impl"];

/// In two halves, so that this list does not find itself.
const BANNED_WORDS: [(&str, &str); 3] = [("#[ign", "ore"), ("tod", "o!("), ("unimple", "mented!(")];

const MACHINE_PATHS: [(&str, &str); 4] =
    [("/wo", "rk/"), ("/ro", "ot/"), ("/tm", "p/"), ("/ho", "me/")];

#[test]
fn files_stay_small() {
    let complaints: Vec<String> = rust()
        .iter()
        .map(|(file, text)| (file, text.lines().count()))
        .filter(|(_, lines)| *lines > LINES_MAX)
        .map(|(file, lines)| format!("{}: {lines} lines, at most {LINES_MAX}", file.display()))
        .collect();
    none(&complaints);
}

#[test]
fn names_say_what_a_file_holds() {
    let banned = |part: &std::ffi::OsStr| BANNED_NAMES.iter().any(|name| part == *name);
    let complaints: Vec<String> = rust()
        .iter()
        .map(|(file, _)| file.with_extension(""))
        .filter(|file| file.iter().any(banned))
        .map(|file| format!("{}: a name that says nothing", file.display()))
        .collect();
    none(&complaints);
}

#[test]
fn modules_begin_with_what_they_are_for() {
    let complaints: Vec<String> = rust()
        .iter()
        .filter(|(file, text)| file.iter().any(|part| part == "src") && !text.starts_with("//! "))
        .map(|(file, _)| format!("{}: no `//!` header", file.display()))
        .collect();
    none(&complaints);
}

#[test]
fn nothing_is_left_undone() {
    let mut complaints = Vec::new();
    for (file, text) in rust() {
        for (first, second) in BANNED_WORDS {
            let word = format!("{first}{second}");
            if text.contains(&word) {
                complaints.push(format!("{}: {word}", file.display()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn no_path_of_one_machine_is_committed() {
    let mut complaints = Vec::new();
    for file in repository::files() {
        let Some(text) = repository::text(&file) else { continue };
        for (first, second) in MACHINE_PATHS {
            let path = format!("{first}{second}");
            // `…/wp-content/tmp/…` of an address is no path of a machine.
            let alone =
                |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.');
            if let Some((at, _)) = text.match_indices(&path).find(|(at, _)| alone(*at)) {
                let line = text[..at].lines().count().max(1);
                complaints.push(format!("{}:{line}: {path}", file.display()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_clock_is_read_by_the_cli_alone() {
    let calls = ["Timestamp::now", "Zoned::now", "SystemTime::now"];
    let complaints: Vec<String> = rust()
        .iter()
        .filter(|(file, text)| {
            let read = calls.iter().any(|call| before_tests(text).contains(call));
            read && !file.starts_with("crates/cli") && !file.starts_with("tests")
        })
        .map(|(file, _)| format!("{}: reads the clock", file.display()))
        .collect();
    none(&complaints);
}
