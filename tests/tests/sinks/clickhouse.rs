//! `ClickHouse`: the engine itself, chDB, behind HTTP on loopback (clickhouse.py says what of a server
//! that is not): a small build of it, and the whole under `make check-sinks`; and what becomes of a load when answers are cut
//! off, by a server that is written here.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use portbook_tests::folder::Folder;
use portbook_tests::program::{Ended, run};
use portbook_tests::python::script;
use portbook_tests::repository::root;
use portbook_tests::seed::Seed;

use crate::killed::{killed, kills};
use crate::{Settings, check_prints, of, published, tool};

/// Every row with every column, in one figure.
const ROWS: &str =
    "select count(), sum(cityHash64(toString(tuple(*)))) from portbook.observation_all";

/// Which commit is shown, by each of the places that say it, and what its rows come to.
const STATE: &str = "select (select max(commit) from portbook._commits), count(), sum(obs_value), \
    uniqExact(source, freq, year), max(_commit) from portbook.observation_all";

pub(crate) const AS_OF: &str = "select source, freq, year, count(), \
    coalesce(toDecimalString(sum(obs_value), 9), '0.000000000') from portbook.observation_as_of(t = '{t}') \
    group by source, freq, year order by source, freq, year";

/// The engine, and a sink in it.
pub(crate) struct Engine {
    process: Child,
    port: u16,
    _folder: Folder,
    pub(crate) settings: Settings,
}

impl Engine {
    pub(crate) fn start(name: &str) -> Self {
        let file = "tests/tests/sinks/clickhouse.py";
        let mut python = match tool("clickhouse", "python") {
            Some(mut whole) => {
                whole.arg(file).current_dir(root());
                whole
            }
            None => script(file),
        };
        let folder = Folder::new(&format!("{name}-engine"));
        python.arg(folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut process = python.spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
        let port = said.trim().parse().unwrap_or_else(|_| panic!("the engine said `{said}`"));
        let settings = Settings::new(name, &format!("clickhouse://127.0.0.1:{port}/portbook"));
        Self { process, port, _folder: folder, settings }
    }

    /// What the engine answers, columns between `|`.
    pub(crate) fn ask(&self, sql: &str) -> String {
        let answer = post(self.port, sql).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{sql}: {answer}");
        body.trim_end().replace('\t', "|")
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn post(port: u16, sql: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    let length = sql.len();
    write!(
        stream,
        "POST / HTTP/1.1\r\nHost: engine\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{sql}"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
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
        let engine = Engine::start(&format!("sinks-clickhouse-{name}"));
        for step in steps {
            engine.settings.feed(step);
        }
        engine.settings.feed(&["--verify"]);
        let began = Instant::now();
        assert_eq!(engine.settings.feed(&[]).json(0)["done"], "unchanged");
        println!("{name}: an unchanged commit took {:?}", began.elapsed());
        assert_eq!(engine.ask("select max(commit) from portbook._commits"), "3");
        check_prints(|view| {
            let view = view.replace("as_of('", "as_of(t = '").replace("02-01'", "02-01 23:59:59'");
            engine.ask(&format!("select toDecimalString(obs_value, 9) from {view}"))
        });
        seen.push(engine.ask(ROWS));
    }
    let rows = seen[0].split('|').next().unwrap();
    assert!(rows.parse::<u64>().unwrap() > 20_000, "{rows} rows");
    seen.dedup();
    assert_eq!(seen.len(), 1);
}

#[test]
fn one_table_is_kept_beside_the_one_shown() {
    let engine = Engine::start("sinks-clickhouse-kept");
    for commit in ["1", "2", "3"] {
        engine.settings.feed(&["--commit", commit]);
    }
    engine.ask("create table portbook.observation_000009_77 (dead UInt8) engine = Memory");
    let tables = "select name from system.tables where database = 'portbook' \
        and match(name, '^(observation_[0-9]|_lease)') order by name";
    let before = engine.ask(tables);
    assert!(before.contains("observation_000002_2\nobservation_000003_3"), "{before}");
    engine.settings.feed(&["--rebuild", "--commit", "2"]);
    engine.settings.feed(&["--commit", "3"]);
    // What was shown before the one before goes when the next load begins.
    let after = engine.ask(tables);
    let expected = "_lease_5\nobservation_000002_4\nobservation_000003_3\nobservation_000003_5";
    assert_eq!(after, expected);
    let label = engine.ask("select label from portbook._commits order by commit");
    assert!(label.starts_with("portbook commit 2 "), "{label}");
}

#[test]
fn what_is_ahead_or_was_altered_is_told_and_left_alone() {
    let engine = Engine::start("sinks-clickhouse-altered");
    let settings = &engine.settings;
    settings.feed(&["--commit", "1"]);
    let refused = |arguments: &[&str], words: &str| {
        let before = engine.ask(ROWS);
        let ended = settings.command(&[&["warehouse"], arguments].concat());
        assert_eq!(ended.code, 65, "{ended}");
        assert!(ended.stderr.contains(words), "{words}: {ended}");
        assert_eq!(engine.ask(ROWS), before);
    };
    // A partition that commit 2 replaces: found on the way. Any other: found by --verify.
    let altered = "alter table portbook.observation_000001_1 delete where source = '{s}' and year = 2025 \
        settings mutations_sync = 2";
    engine.ask(&altered.replace("{s}", "us-census-ft900"));
    refused(&[], "altered: source=us-census-ft900/freq=M/year=2025");
    refused(&["--verify"], "altered: source=us-census-ft900/freq=M/year=2025");
    settings.feed(&["--rebuild", "--commit", "1"]);
    settings.feed(&["--verify"]);
    let shown = engine.ask(
        "select JSONExtractString(comment, 'table') from system.tables \
        where database = 'portbook' and name = 'observation_all'",
    );
    let sql = altered.replace("observation_000001_1", &shown).replace("{s}", "cn-gacc-express");
    engine.ask(&sql);
    refused(&["--verify"], "altered: source=cn-gacc-express");
    settings.feed(&["--rebuild"]);
    refused(&["--commit", "1"], "holds commit 3, which is later than commit 1");
    let view = engine.ask(
        "select as_select from system.tables where database = 'portbook' \
        and name = 'observation_all'",
    );
    let other = format!(
        "{{\"commit\":3,\"digest\":\"{}\",\"table\":\"t\",\"before\":null,\"begun\":1,\"attempt\":1}}",
        "0".repeat(64)
    );
    engine.ask(&format!(
        "create or replace view portbook.observation_all as {view} comment '{other}'"
    ));
    refused(&[], "written by another archive");
}

#[test]
fn a_lease_that_is_held_elsewhere_is_waited_for_by_nobody() {
    let engine = Engine::start("sinks-clickhouse-lease");
    engine.settings.feed(&["--commit", "1"]);
    let until = engine.ask("select toUnixTimestamp(now()) + 3600");
    engine.ask(&format!("alter table portbook._lease_1 modify comment 'until {until}'"));
    let busy = engine.settings.command(&["warehouse"]);
    assert_eq!(busy.code, 75, "{busy}");
    assert!(busy.stderr.contains("another load of this sink is running"), "{busy}");
    engine.ask("alter table portbook._lease_1 modify comment 'until 1'");
    engine.settings.feed(&[]);
}

#[test]
fn a_commit_that_was_never_shown_is_never_told() {
    let engine = Engine::start("sinks-clickhouse-log");
    let told =
        || engine.ask("select arrayStringConcat(groupArray(commit), ',') from portbook._commits");
    engine.settings.feed(&["--commit", "1"]);
    // As a load leaves it that was killed before it moved the view.
    engine.ask(
        "insert into portbook._commit_log
        select * replace (2 as commit, attempt + 1 as attempt) from portbook._commit_log",
    );
    assert_eq!(told(), "1");
    engine.settings.feed(&[]);
    assert_eq!(told(), "1,3");
    engine.settings.feed(&["--rebuild", "--commit", "1"]);
    assert_eq!(told(), "1");
    engine.settings.feed(&[]);
    assert_eq!(told(), "1,3");
    assert_eq!(engine.ask("select count() from portbook._commit_log"), "2");
}

#[test]
fn kills_leave_no_state_between_commits() {
    let engine = Engine::start("sinks-clickhouse-killed");
    let settings = &engine.settings;
    let whole = ["1", "3"].map(|commit| {
        settings.feed(&["--rebuild", "--commit", commit]);
        engine.ask(STATE)
    });
    let steps = [&["warehouse"][..], &["warehouse", "--rebuild", "--commit", "1"]];
    let longest = steps.map(|step| {
        settings.feed(&["--rebuild", "--commit", if step.len() == 1 { "1" } else { "3" }]);
        let began = Instant::now();
        settings.command(step).expect(0);
        began.elapsed()
    });
    let seed = Seed::fresh();
    let mut random = Seed::of(seed);
    let (mut landed, mut late) = (0, 0);
    for (step, longest) in steps.iter().zip(longest).cycle() {
        let after =
            Duration::from_micros(random.below(u64::try_from(longest.as_micros()).unwrap()));
        if killed(of(published(), &settings.file(), step), after) {
            landed += 1;
        } else {
            late += 1;
        }
        let state = engine.ask(STATE);
        assert!(whole.contains(&state), "{state}, expected one of {whole:#?}; seed {seed}");
        // The next run comes to the commit that this one was on its way to, at once.
        settings.command(step).expect(0);
        if landed == kills() {
            break;
        }
    }
    settings.feed(&["--verify"]);
    println!(
        "{landed} kills before the end of loads of {longest:?}, {late} after it, 0 inconsistent; seed {seed}"
    );
}

/// What a server says to every request, before it is gone.
fn server_that_says(answer: &'static str) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut asked = [0; 4096];
            let _ = stream.read(&mut asked);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    port
}

#[test]
fn answers_that_are_none_end_the_load_and_tell_no_secret() {
    let canary = "c4n4ry";
    for (name, answer, words) in [
        ("closed", "", "ClickHouse: "),
        ("cut", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nobservation_all\t{", "ClickHouse: "),
        (
            "no-json",
            "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\nobservation_all\t{\n",
            "is not what a sink leaves",
        ),
        (
            "refused",
            "HTTP/1.1 403 Forbidden\r\nX-ClickHouse-Exception-Code: 516\r\nContent-Length: 22\r\n\r\nAuthentication failed.",
            "status 403: Authentication failed.",
        ),
        (
            "elsewhere",
            "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
            "status 302",
        ),
    ] {
        let port = server_that_says(answer);
        let url = format!("clickhouse://trade@127.0.0.1:{port}/portbook");
        let settings = Settings::new(&format!("sinks-clickhouse-{name}"), &url);
        let mut command: Command = of(published(), &settings.file(), &["warehouse", "-vv"]);
        command.env("PORTBOOK_SINK_WAREHOUSE_PASSWORD", canary).env("RUST_BACKTRACE", "1");
        let ended: Ended = run(&mut command);
        assert!(matches!(ended.code, 75 | 65), "{name}: {ended}");
        assert!(ended.stderr.contains(words), "{name}: {ended}");
        assert!(!ended.said().contains(canary), "{name}: {ended}");
    }
}
