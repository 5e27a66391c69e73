//! The files of `deploy/`, each read by the tool it is written for, and by a copy with one mistake
//! in it, so that the tool is known to look. A tool this machine lacks is told as skipped; `make
//! check-deploy` has Airflow and Dagster too, and skips nothing.

mod codes;
mod commands;
mod orchestrators;
mod systemd;

use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::edit;
use portbook_tests::folder::{Folder, copy};
use portbook_tests::program::{Ended, run};
use portbook_tests::python::script;
use portbook_tests::repository::root;

/// The source that stands for all: the smallest recording.
const ONLY: [&str; 3] = ["--replay", "--only", "us/census-ft900"];

/// Where the files say the sources lie.
const PIPELINES: &str = "/etc/portbook/pipelines";

/// The folder of tools too large for every test run, named by `make check-deploy`.
#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn tools() -> Option<PathBuf> {
    std::env::var_os("PORTBOOK_DEPLOY").map(PathBuf::from)
}

/// # Panics
/// If nothing may be skipped.
#[expect(clippy::print_stderr, reason = "a person asked what was checked and what was not")]
fn skipped(why: &str) {
    assert!(tools().is_none(), "`make check-deploy` skips nothing: {why}");
    eprintln!("skipped: {why}");
}

/// Whether a program can be started here; says so if not.
fn is_there(program: &str) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok();
    if !there {
        skipped(&format!("{program} is not installed"));
    }
    there
}

fn deploy() -> PathBuf {
    root().join("deploy")
}

/// A file of `deploy/` passes, and with one word of it misspelt does not.
fn check_reads(name: &str, file: &str, words: (&str, &str), read: impl Fn(&Path) -> Ended) {
    let (right, wrong) = words;
    read(&deploy().join(file)).expect(0);
    let folder = Folder::new(name);
    let misspelt = folder.path().join(file);
    copy(deploy().join(file).parent().expect("a folder"), misspelt.parent().expect("a folder"));
    edit::text(&misspelt, right, wrong);
    let ended = read(&misspelt);
    assert_ne!(ended.code, 0, "`{wrong}` was not noticed: {ended}");
}

#[test]
fn kubernetes_reads_the_cron_job() {
    check_reads(
        "deploy-kubernetes",
        "kubernetes/cronjob.yaml",
        ("backoffLimit", "backofLimit"),
        |file| run(script(".venv/bin/kubernetes-validate").arg("--strict").arg(file)),
    );
}

#[test]
fn github_reads_the_workflow() {
    let schema = ["--builtin-schema", "vendor.github-workflows"];
    check_reads("deploy-github", "github/nightly.yml", ("runs-on", "run-on"), |file| {
        run(script(".venv/bin/check-jsonschema").args(schema).arg(file))
    });
}

#[test]
fn cron_reads_its_line() {
    // Of the programs of this name Debian's alone has a dry run.
    if !is_there("crontab") {
        return;
    }
    if !run(Command::new("crontab").arg("-h")).said().contains("dry run") {
        return skipped("this crontab has no dry run");
    }
    check_reads("deploy-cron", "cron/portbook.crontab", ("17 22", "77 22"), |file| {
        run(Command::new("crontab").arg("-n").arg(file))
    });
}
