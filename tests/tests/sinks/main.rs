//! Sinks beside what is published: real servers, started for the test, asked by means that are not
//! ours. A server that this machine does not have is skipped, and said to be.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]
#![expect(clippy::print_stderr, reason = "a person asked what was checked and what was not")]
#![expect(clippy::print_stdout, reason = "what was measured is told with what was checked")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, Place, run};
use portbook_tests::python::script;

mod agree;
mod changes;
mod clickhouse;
mod dbt;
mod duckdb;
mod killed;
mod nightly;
mod postgres;
mod scripts;
mod tls;

/// Three commits that all tests here look at and none changes: releases known by 1 February 2026,
/// all of them, and another source beside.
fn published() -> &'static Place {
    static PLACE: OnceLock<Place> = OnceLock::new();
    PLACE.get_or_init(|| {
        let place = Place::new("sinks");
        let few = ["us/census-ft900", "cn/gacc-express", "cn/gacc-bulletin"];
        let mut only: Vec<&str> = few.iter().flat_map(|source| ["--only", source]).collect();
        let replay = |only: &[&str], more: &[&str]| {
            let begin = ["run", "--replay", "--json"];
            place.portbook(begin.iter().chain(only).chain(more).copied());
        };
        replay(&only, &["--now", "2026-02-01"]);
        replay(&only, &[]);
        only.extend(["--only", "sg/singstat"]);
        replay(&only, &[]);
        let commits = fs_err::read_dir(place.output().join("commits")).unwrap();
        assert_eq!(commits.count(), 3);
        place
    })
}

/// A file of settings with one sink, `warehouse`.
struct Settings {
    folder: Folder,
}

impl Settings {
    fn new(name: &str, url: &str) -> Self {
        let settings = Self { folder: Folder::new(name) };
        let added = settings.command(&["add", "warehouse", url]);
        added.expect(0);
        settings
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("portbook.toml")
    }

    /// `portbook sink …` with these settings, of what is published.
    fn command(&self, arguments: &[&str]) -> Ended {
        run(&mut of(published(), &self.file(), arguments))
    }

    /// `portbook sink warehouse …`, which ends well.
    fn feed(&self, arguments: &[&str]) -> Ended {
        let mut all = vec!["warehouse", "--json"];
        all.extend(arguments);
        let ended = self.command(&all);
        ended.expect(0);
        ended
    }
}

/// `portbook sink …` at a place, not yet started.
fn of(place: &Place, settings: &Path, arguments: &[&str]) -> Command {
    let mut command = place.command(["sink"]);
    command.args(arguments).arg("--settings").arg(settings);
    command
}

/// Before December's FT-900, after it, and before anything.
const INSTANTS: [&str; 3] =
    ["2026-02-01T23:59:59Z", "2026-03-01T00:00:00Z", "1990-01-01T00:00:00Z"];

/// What stood at an instant, of the Parquet: a line a partition, its rows and their sum.
fn as_of_parquet(instant: &str) -> String {
    let mut python = script("tests/tests/sinks/as_of.py");
    let parquet = run(python.arg(published().output()).arg(instant));
    parquet.expect(0);
    parquet.stdout.trim_end().to_owned()
}

/// US exports of November 2025 in every view, by the eye: F49 of November's workbook, F47 of December's.
/// `ask` gives `obs_value` of a view and a condition.
fn check_prints(ask: impl Fn(&str) -> String) {
    let exports = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
        and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
    for (view, value) in [
        ("portbook.first_print", "182146000000.000000000"),
        ("portbook.latest", "183135000000.000000000"),
        ("portbook.observation", "183135000000.000000000"),
        ("portbook.observation_as_of('2026-02-01')", "182146000000.000000000"),
    ] {
        assert_eq!(ask(&format!("{view} where {exports}")), value, "{view}");
    }
}

/// A program of an environment too large for every test run, which `make check-sinks` makes; `None`, and
/// said to be, elsewhere.
#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn tool(name: &str, program: &str) -> Option<Command> {
    let Some(tools) = std::env::var_os("PORTBOOK_SINKS").map(PathBuf::from) else {
        eprintln!("skipped: {name} is checked by `make check-sinks`");
        return None;
    };
    Some(Command::new(tools.join(name).join("bin").join(program)))
}
