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

/// A program that reads the JSON learns which file was refused, in which class, and why.
#[test]
fn a_refused_file_stands_in_the_json_with_its_class() {
    let folder = Folder::new("parser_process-refused");
    let series = folder.path().join("IMPCH.csv");
    fs_err::write(&series, "observation_date,IMPCH\n2025-01-01,\"41641.04\n2025-02-01,1\n")
        .expect("a test's folder can be written");
    let file = series.to_string_lossy();
    let sound = "pipelines/us/census-ft900/recording/exh1_2025-12.xlsx";
    let read = portbook(["parse", "--raw", "--json", &file, sound]).json(65);
    let objects = read.as_array().expect("a list of files");
    assert_eq!(objects.last().unwrap()["file"], sound);
    let refused = objects.iter().find(|object| object.get("refused").is_some()).unwrap();
    assert_eq!(
        (&refused["file"], &refused["refused"]["class"]),
        (&(*file).into(), &"damaged".into())
    );
    // Whose file it is cannot be told of one that cannot be cut: the damage is what is said first.
    let ended = portbook(["parse", &file]);
    let first = ended.expect(65).stderr.lines().nth(1).unwrap_or_default();
    assert!(first.starts_with("  the file itself: line 2: "), "{ended}");
}

/// Nobody asks any more: the process ends by itself.
#[test]
fn a_parser_process_ends_with_its_input() {
    let mut command = std::process::Command::new(portbook_tests::program::path());
    let ended = run(command.arg("parse-worker").stdin(std::process::Stdio::null()));
    assert_eq!(ended.expect(0).stdout, "");
}
