//! xlrd and openpyxl read every workbook of a folder of published files, and see the same cells as
//! we do: value, type and date. What differs is listed, with a reason, in `differences.tsv`.

mod calamine;

use std::path::PathBuf;

use portbook_tests::program::{path, run};
use portbook_tests::python::script;
use portbook_tests::repository::root;

/// A folder of published files, named by whoever has one.
#[expect(
    clippy::disallowed_methods,
    reason = "a test has no command line to be told the folder on"
)]
fn published_files() -> Option<PathBuf> {
    let folder = root().join(std::env::var_os("PORTBOOK_REAL")?);
    folder.is_dir().then_some(folder)
}

#[expect(clippy::print_stderr, reason = "a person asked what was compared and what was skipped")]
fn tell(what: &str) {
    eprintln!("{what}");
}

#[test]
fn other_readers_see_the_same_cells() {
    let Some(folder) = published_files() else {
        return tell("skipped: PORTBOOK_REAL names no folder of published files");
    };
    let differences = root().join("tests/tests/differential/differences.tsv");
    let mut python = script("tests/tests/differential/readers.py");
    python.arg(path()).arg(folder).arg(differences);
    let ended = run(&mut python);
    tell(&ended.to_string());
    assert_eq!(ended.code, 0, "cells differ that differences.tsv does not explain");
}

#[test]
fn differences_are_few_and_explained() {
    let list = root().join("tests/tests/differential/differences.tsv");
    let text = fs_err::read_to_string(list).expect("the list is there");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(lines.len() <= 20, "{} lines, expected at most 20", lines.len());
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        assert_eq!(columns.len(), 5, "{line}");
        assert!(columns[3].parse::<u32>().is_ok() && columns[4].len() > 20, "{line}");
    }
}
