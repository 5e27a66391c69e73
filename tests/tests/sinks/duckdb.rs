//! `DuckDB`: a database file as a replica, and views over the published files themselves; both asked
//! by the `duckdb` command.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, run};
use portbook_tests::python::package;
use portbook_tests::seed::Seed;

use crate::killed::{killed, kills};
use crate::{INSTANTS, Settings, as_of_parquet, check_prints, of, published};

/// Every row with every column, in one figure.
const ROWS: &str = "select count(*), bit_xor(hash(o)) from portbook.observation_all o";

pub(crate) const AS_OF: &str = "select source, freq, year, count(*), coalesce(sum(obs_value), 0) \
    from portbook.observation_as_of('{t}') group by all order by all";

/// A database file that does not exist yet, and the settings that name it.
pub(crate) struct File {
    pub(crate) settings: Settings,
    folder: Folder,
}

impl File {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Folder::new(&format!("{name}-file"));
        let file = folder.path().join("trade.duckdb");
        let settings = Settings::new(name, &format!("duckdb://{}", file.display()));
        Self { settings, folder }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("trade.duckdb")
    }

    /// `portbook sink warehouse …`, which starts `duckdb`.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let all = [&["warehouse", "--json"], arguments].concat();
        let mut command = of(published(), &self.settings.file(), &all);
        command.env("PATH", path_with_duckdb());
        command
    }

    pub(crate) fn feed(&self, arguments: &[&str]) -> Ended {
        let ended = run(&mut self.command(arguments));
        ended.expect(0);
        ended
    }

    pub(crate) fn ask(&self, sql: &str) -> String {
        ask(&["-readonly", &self.path().display().to_string()], sql)
    }

    pub(crate) fn write(&self, sql: &str) {
        ask(&[&self.path().display().to_string()], sql);
    }
}

/// The command, as `PyPI` has it.
fn duckdb() -> PathBuf {
    package("duckdb_cli").expect("tests/requirements.txt names it").join("duckdb")
}

/// Where the program finds `duckdb`, and all else.
#[expect(clippy::disallowed_methods, reason = "what is on the path here has to stay there")]
fn path_with_duckdb() -> std::ffi::OsString {
    let own = duckdb().parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(own).chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap()
}

/// What `duckdb` answers, columns between `|`.
fn ask(arguments: &[&str], sql: &str) -> String {
    let sql = format!("set timezone = 'UTC'; {sql}");
    let mut command = Command::new(duckdb());
    command.args(["-bail", "-noheader", "-list", "-init", "/dev/null"]).args(arguments);
    let ended = run(command.args(["-c", &sql]));
    ended.expect(0);
    ended.stdout.trim_end().to_owned()
}

#[test]
fn commits_one_by_one_at_once_and_anew_leave_the_same_rows() {
    let mut seen = Vec::new();
    for (name, steps) in [
        ("stepwise", &[&["--commit", "1"][..], &["--commit", "2"], &["--commit", "3"]][..]),
        ("at-once", &[&["--commit", "1"][..], &[]]),
        ("first", &[&[][..]]),
        ("anew", &[&["--commit", "2"][..], &["--rebuild"]]),
    ] {
        let file = File::new(&format!("sinks-duckdb-{name}"));
        for step in steps {
            file.feed(step);
        }
        file.feed(&["--verify"]);
        assert_eq!(file.feed(&[]).json(0)["done"], "unchanged");
        assert_eq!(file.ask("select max(\"commit\") from portbook._commits"), "3");
        seen.push(file.ask(ROWS));
    }
    let rows = seen[0].split('|').next().unwrap();
    assert!(rows.parse::<u64>().unwrap() > 20_000, "{rows} rows");
    seen.dedup();
    assert_eq!(seen.len(), 1);
}

#[test]
fn what_is_ahead_or_was_altered_is_told_and_left_alone() {
    let file = File::new("sinks-duckdb-altered");
    file.feed(&["--commit", "1"]);
    let refused = |arguments: &[&str], words: &str| {
        let before = file.ask(ROWS);
        let ended = run(&mut file.command(arguments));
        assert_eq!(ended.code, 65, "{ended}");
        assert!(ended.stderr.contains(words), "{words}: {ended}");
        assert_eq!(file.ask(ROWS), before);
    };
    // A partition that commit 2 replaces: found on the way. Any other: found by --verify.
    let revised = "source = 'us-census-ft900' and year = 2025";
    let first = |rows: &str| {
        format!("rowid = (select min(rowid) from portbook.observation_all where {rows})")
    };
    file.write(&format!(
        "update portbook.observation_all set obs_value = obs_value + 1 where {}",
        first(revised)
    ));
    refused(&[], "altered: source=us-census-ft900/freq=M/year=2025");
    refused(&["--verify"], "altered: source=us-census-ft900/freq=M/year=2025");
    file.feed(&["--rebuild", "--commit", "1"]);
    file.feed(&["--verify"]);
    let gone = first("source = 'cn-gacc-express'");
    file.write(&format!("delete from portbook.observation_all where {gone}"));
    refused(&["--verify"], "altered: source=cn-gacc-express");
    file.write("create table of_somebody_else as select 1");
    file.feed(&["--rebuild"]);
    assert_eq!(file.ask("select * from of_somebody_else"), "1");
    refused(&["--commit", "1"], "holds commit 3, which is later than commit 1");
    file.write("update portbook._commits set digest = repeat('0', 64)");
    refused(&[], "written by another archive");
}

#[test]
fn a_file_of_other_tables_takes_a_replica_beside_them() {
    let file = File::new("sinks-duckdb-beside");
    file.write("create table mine as select 7");
    file.feed(&[]);
    file.feed(&["--verify"]);
    assert_eq!(file.ask("select * from mine"), "7");
}

#[test]
fn without_the_program_it_is_said_what_to_do() {
    let file = File::new("sinks-duckdb-absent");
    let ended = run(file.command(&[]).env("PATH", "/nowhere"));
    assert_eq!(ended.code, 75, "{ended}");
    assert!(ended.stderr.contains("sink scripts --dialect duckdb"), "{ended}");
    assert!(!file.path().exists());
}

/// Which commit is held, and what its rows come to; once nobody writes any more.
#[expect(clippy::disallowed_methods, reason = "another process has the file for a moment")]
fn state(file: &File) -> String {
    let question = "select (select max(\"commit\") from portbook._commits), count(*), sum(obs_value), \
        count(distinct (source, freq, year)), max(_commit) from portbook.observation_all";
    let path = file.path().display().to_string();
    loop {
        let mut command = Command::new(duckdb());
        command.args(["-bail", "-noheader", "-list", "-init", "/dev/null", "-readonly", &path]);
        let ended = run(command.args(["-c", question]));
        if !ended.said().contains("Could not set lock") {
            ended.expect(0);
            return ended.stdout.trim_end().to_owned();
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn kills_leave_no_state_between_commits() {
    let file = File::new("sinks-duckdb-killed");
    let whole = ["1", "3"].map(|commit| {
        file.feed(&["--rebuild", "--commit", commit]);
        state(&file)
    });
    let steps = [&[][..], &["--rebuild", "--commit", "1"]];
    let longest = steps.map(|step| {
        file.feed(&["--rebuild", "--commit", if step.is_empty() { "1" } else { "3" }]);
        let began = Instant::now();
        file.feed(step);
        began.elapsed()
    });
    let seed = Seed::fresh();
    let mut random = Seed::of(seed);
    let (mut landed, mut late) = (0, 0);
    for (step, longest) in steps.iter().zip(longest).cycle() {
        let after =
            Duration::from_micros(random.below(u64::try_from(longest.as_micros()).unwrap()));
        if killed(file.command(step), after) {
            landed += 1;
        } else {
            late += 1;
        }
        let state = state(&file);
        assert!(whole.contains(&state), "{state}, expected one of {whole:#?}; seed {seed}");
        // The next run comes to the commit that this one was on its way to.
        file.feed(step);
        if landed == kills() {
            break;
        }
    }
    file.feed(&["--verify"]);
    println!(
        "{landed} kills before the end of loads of {longest:?}, {late} after it, 0 inconsistent; seed {seed}"
    );
}

/// Views are read in from any folder, and see what readers of the files see.
#[test]
fn views_over_the_files_work_from_anywhere() {
    let folder = Folder::new("sinks-duckdb-views");
    let to = folder.path().display().to_string();
    let mut command = published().command(["sink", "scripts", "--dialect", "duckdb", "--to", &to]);
    run(&mut command).expect(0);
    let script = folder.path().join("portbook.sql");
    let ask = |sql: &str| {
        let mut command = Command::new(duckdb());
        command.args(["-bail", "-noheader", "-list", "-init"]).arg(&script).args(["-c", sql]);
        let ended = command.current_dir("/").output().unwrap();
        assert!(ended.status.success(), "{ended:?}");
        String::from_utf8(ended.stdout).unwrap().trim_end().to_owned()
    };
    for instant in INSTANTS {
        assert_eq!(ask(&AS_OF.replace("{t}", instant)), as_of_parquet(instant), "{instant}");
    }
    check_prints(|view| ask(&format!("select obs_value from {view}")));
    let chained = "select count(*) from portbook._commits c join portbook._commits p on p.\"commit\" = c.parent";
    assert_eq!(ask(chained), "2");
    let second = fs_err::read_to_string(published().output().join("commits/000003.json")).unwrap();
    let digest = ask("select digest from portbook._commits where \"commit\" = 2");
    assert!(second.contains(&digest), "{digest}");
    let counted = "select \"rows\" = (select count(*) from portbook.observation_all) from portbook._commits \
        where \"commit\" = 3";
    assert_eq!(ask(counted), "true");
    assert_eq!(ask("select name from portbook.area where code = 'USA'"), "United States");
    assert_eq!(ask("select count(*) > 0 from portbook.best"), "true");
    assert!(Path::new(&to).join("portbook.sql").is_file());
}
