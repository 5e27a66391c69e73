//! docs/commands.md is what `-h` of every command prints.

use portbook_tests::program::portbook;
use portbook_tests::repository;

use crate::help::commands;

const PAGE: &str = "docs/commands.md";
const BEGINNING: &str = "\
# Commands

What `portbook COMMAND -h` prints; `--help` says more of some options. A test compares this page with the program and writes
it anew: `UPDATE=1 cargo test --workspace --test book reference`.
";
/// The heading of options that every command has: they are printed once.
const SHARED: &str = "\nOptions of every command:\n";

/// Of the page a command prints: what is its own, options of every command, examples.
fn parts(path: &[String]) -> (String, String, String) {
    let printed = portbook(path.iter().map(String::as_str).chain(["-h"])).expect(0).stdout.clone();
    let (own, rest) = printed.split_once(SHARED).expect("options of every command");
    let (shared, examples) = rest.split_once("\n\n").unwrap_or((rest, ""));
    (own.to_owned(), shared.to_owned(), examples.trim_end().to_owned())
}

fn page() -> String {
    let mut page = BEGINNING.to_owned();
    for path in commands() {
        let (own, shared, examples) = parts(&path);
        if path.is_empty() {
            page.push_str(&format!("\n```text\n{own}```\n\n## Options of every command\n"));
            page.push_str(&format!("\n```text\n{shared}\n```\n"));
            continue;
        }
        let name = path.join(" ");
        page.push_str(&format!("\n## {name}\n\n```text\n{own}\n{examples}\n```\n"));
    }
    page
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn the_page_of_commands_is_their_help() {
    let page = page();
    let file = repository::root().join(PAGE);
    if std::env::var_os("UPDATE").is_some() {
        fs_err::write(&file, &page).unwrap();
    }
    let there = fs_err::read_to_string(&file).unwrap_or_default();
    let differing = there.lines().zip(page.lines()).position(|(there, now)| there != now);
    assert!(
        there == page,
        "{PAGE} differs from `portbook -h`, first in line {}; it is written anew by\n  \
         UPDATE=1 cargo test --workspace --test book reference",
        differing.map_or(0, |at| at + 1)
    );
}
