//! A file that brings its reader down is refused by name, and the next one is read.

use portbook_tests::folder::Folder;
use portbook_tests::program::{portbook, run};

/// Sixteen mebibytes of empty paragraphs: a tree of more than a gibibyte.
#[test]
fn a_page_that_asks_for_all_memory_stops_only_itself() {
    let folder = Folder::new("parser_process");
    let page = folder.path().join("paragraphs.html");
    let bytes = [b"<table><tr><td>1</table>".as_slice(), &b"<p>".repeat(5_500_000)].concat();
    fs_err::write(&page, bytes).expect("a test's folder can be written");
    let page = page.to_string_lossy();
    let sound = "pipelines/us/census-ft900/recording/exh1_2025-12.xlsx";
    let ended = portbook(["parse", "--raw", "--format", "csv", &page, sound]);
    ended.expect(65);
    let named = format!("{page}: the parser process ");
    assert!(ended.stderr.contains(&named), "{}", ended.stderr);
    assert!(ended.stdout.contains("Exhibit 1. U.S. International Trade"), "{}", ended.stdout);
}

/// Nobody asks any more: the process ends by itself.
#[test]
fn a_parser_process_ends_with_its_input() {
    let mut command = std::process::Command::new(portbook_tests::program::path());
    let ended = run(command.arg("parse-worker").stdin(std::process::Stdio::null()));
    assert_eq!(ended.expect(0).stdout, "");
}
