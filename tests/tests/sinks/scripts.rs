//! Scripts for warehouses that nobody here has: parsed by sqlglot, in each dialect; Snowflake's run in
//! an emulator too, where `make check-sinks` installed it.

use std::path::Path;

use portbook_tests::edit;
use portbook_tests::folder::{Folder, listing};
use portbook_tests::program::{Ended, run};
use portbook_tests::python::script;
use serde_json::Value;

use crate::{as_of_parquet, published, tool};

/// Dialects, where the files lie, and words that begin statements which sqlglot does not know: the
/// scripts' own heads say the same.
const DIALECTS: [(&str, &str, &[&str]); 5] = [
    ("bigquery", "gs://bucket/output", &["create", "drop"]),
    ("databricks", "s3://bucket/output", &[]),
    ("redshift", "s3://bucket/output", &["lock"]),
    ("snowflake", "@portbook.files", &[]),
    ("trino", "s3://bucket/output", &["call"]),
];

/// Scripts of a commit, after another or into nothing.
fn write(folder: &Path, dialect: &str, files: &str, since: Option<&str>, commit: &str) {
    let to = folder.display().to_string();
    let mut arguments =
        vec!["sink", "scripts", "--dialect", dialect, "--files", files, "--to", &to];
    arguments.extend(["--commit", commit]);
    arguments.extend(since.iter().flat_map(|since| ["--since", since]));
    run(&mut published().command(arguments)).expect(0);
}

fn parsed(dialect: &str, folder: &Path) -> Ended {
    let mut python = script("tests/tests/sinks/parsed.py");
    python.arg(dialect);
    run(python.args(listing(folder).into_keys().map(|file| folder.join(file))))
}

#[test]
fn every_dialect_is_parsed_by_another_program() {
    for (dialect, files, unknown) in DIALECTS {
        let folder = Folder::new(&format!("sinks-scripts-{dialect}"));
        write(folder.path(), dialect, files, None, "1");
        write(folder.path(), dialect, files, Some("1"), "3");
        let ended = parsed(dialect, folder.path());
        ended.expect(0);
        let statements: Vec<Value> =
            ended.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(statements.len() >= 12, "{dialect}: {statements:?}");
        let mut kept: Vec<String> = statements
            .iter()
            .filter(|statement| statement["known"] == false)
            .map(|statement| statement["words"][0].as_str().unwrap().to_lowercase())
            .collect();
        kept.sort();
        kept.dedup();
        assert_eq!(kept, unknown, "{dialect}: {statements:?}");
        for file in listing(folder.path()).into_keys() {
            let text = fs_err::read_to_string(folder.path().join(&file)).unwrap();
            for word in unknown {
                let said = word.to_uppercase();
                let told = text.lines().nth(1).unwrap_or_default();
                assert!(told.contains(&said), "{dialect}: {file}: {told}");
            }
        }
        let schema = folder.path().join("schema.sql");
        edit::text(&schema, "create schema if not exists", "create schema if nott exists");
        let misspelt = parsed(dialect, folder.path());
        let noticed = misspelt.code != 0 || misspelt.stdout != ended.stdout;
        assert!(noticed, "{dialect}: a mistake was not noticed: {misspelt}");
    }
}

#[test]
fn snowflakes_are_run_by_an_emulator() {
    let Some(mut python) = tool("snowflake", "python") else { return };
    python.arg("tests/tests/sinks/emulated.py");
    let folder = Folder::new("sinks-scripts-emulated");
    write(folder.path(), "snowflake", "@portbook.files", None, "1");
    write(folder.path(), "snowflake", "@portbook.files", Some("1"), "3");
    let instant = "2026-02-01T23:59:59Z";
    let ended = run(python.arg(published().output()).arg(folder.path()).arg(instant));
    ended.expect(0);
    assert_eq!(ended.stdout.trim_end(), as_of_parquet(instant));
}
