//! `changes`: what is handed to those who load by themselves makes the one commit of the other.

use portbook_tests::folder::Folder;
use portbook_tests::program::run;
use portbook_tests::python::script;

use crate::published;

#[test]
fn applied_to_an_earlier_commit_they_make_the_later_one() {
    let folder = Folder::new("sinks-changes");
    for (since, rare) in [("1", false), ("2", false), ("3", true)] {
        let file = folder.path().join(format!("{since}.parquet"));
        let mut command = published().command(["changes", "--since", since, "--json"]);
        let counted = run(command.arg("--to").arg(&file)).json(0);
        let datasets = counted["datasets"].as_array().unwrap();
        assert_eq!(datasets.is_empty(), rare, "{counted:#}");
        let mut python = script("tests/tests/sinks/changes.py");
        let applied = run(python.arg(published().output()).arg(since).arg(&file));
        applied.expect(0);
        assert_eq!(applied.stdout.trim(), "0 missing, 0 too many", "since {since}");
    }
    let rows = published().portbook(["changes", "--since", "1", "--format", "csv"]);
    rows.expect(0);
    // The exports of November 2025 were revised in December: the row before is superseded, one is new.
    let census = |line: &&str| line.contains("us-census-ft900,exhibit-12,M,USA");
    let changed: Vec<&str> = rows.stdout.lines().filter(census).collect();
    let of = |change: &str| changed.iter().filter(|line| line.starts_with(change)).count();
    assert_eq!((of("withdrawn"), of("superseded"), of("inserted")), (0, 7, 7 + 16));
}
