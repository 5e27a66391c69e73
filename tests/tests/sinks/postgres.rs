//! `PostgreSQL`: Debian's and the newest, loaded, asked by `psql`, altered, and refused.

use portbook_tests::postgres::{PASSWORD, Server, installed};
use portbook_tests::program::run;

use crate::{INSTANTS, Settings, as_of_parquet, check_prints, of, published};

/// Every row with every column, in one digest.
const ROWS: &str = "select count(*), md5(string_agg(o::text, chr(10) order by o::text)) \
                    from portbook.observation_all o";

/// What stood at an instant, a line a partition, as `as_of.py` prints it of the Parquet.
pub(crate) fn as_of(server: &Server, instant: &str) -> String {
    server.ask(&format!(
        "select source, freq, year, count(*), coalesce(sum(obs_value), 0) \
         from portbook.observation_as_of('{instant}') \
         group by source, freq, year order by source collate \"C\", freq collate \"C\", year"
    ))
}

#[test]
fn commits_one_by_one_at_once_and_anew_leave_the_same_rows() {
    for programs in installed() {
        let server = Server::start(&programs);
        let mut seen = Vec::new();
        for (name, steps) in [
            ("stepwise", &[&["--commit", "1"][..], &["--commit", "2"], &["--commit", "3"]][..]),
            ("at_once", &[&["--commit", "1"][..], &[]]),
            ("first", &[&[][..]]),
            ("anew", &[&["--commit", "2"][..], &["--rebuild"]]),
        ] {
            server.ask(&format!("create database {name}"));
            let url = server.url().replace("/postgres", &format!("/{name}"));
            let settings = Settings::new(&format!("sinks-{name}"), &url);
            for step in steps {
                settings.feed(step);
            }
            settings.feed(&["--verify"]);
            let unchanged = settings.feed(&[]).json(0);
            assert_eq!(unchanged["done"], "unchanged");
            let head = "select max(commit) from portbook._commits";
            assert_eq!(server.ask_in(name, head), "3");
            seen.push(server.ask_in(name, ROWS));
        }
        let rows = seen[0].split('|').next().unwrap();
        assert!(rows.parse::<u64>().unwrap() > 20_000, "{rows} rows");
        seen.dedup();
        assert_eq!(seen.len(), 1, "{}", programs.display());
    }
}

#[test]
fn the_server_and_the_parquet_agree_as_of_any_instant() {
    for programs in installed() {
        let server = Server::start(&programs);
        Settings::new("sinks-as-of", &server.url()).feed(&[]);
        let mut sizes = Vec::new();
        for instant in INSTANTS {
            let of_parquet = as_of_parquet(instant);
            assert_eq!(as_of(&server, instant), of_parquet, "as of {instant}");
            sizes.push(of_parquet.lines().count());
        }
        assert!(sizes[0] > 20 && sizes[1] >= sizes[0] && sizes[2] == 0, "{sizes:?}");
        check_prints(|view| server.ask(&format!("select obs_value from {view}")));
        let plan = server.ask("explain select * from portbook.observation_as_of(now())");
        assert!(!plan.contains("Function Scan"), "the planner looks into it: {plan}");
        let label = "select obj_description('portbook.observation_all'::regclass), label from portbook._commits";
        let label = server.ask(label);
        let (comment, told) = label.split_once('|').unwrap();
        assert!(comment.starts_with("portbook commit 3 ") && comment == told, "{label}");
    }
}

#[test]
fn what_is_ahead_or_was_altered_is_told_and_left_alone() {
    for programs in installed() {
        let server = Server::start(&programs);
        let settings = Settings::new("sinks-altered", &server.url());
        settings.feed(&["--commit", "1"]);
        let refused = |arguments: &[&str], words: &str| {
            let before = server.ask(ROWS);
            let mut all = vec!["warehouse"];
            all.extend(arguments);
            let ended = settings.command(&all);
            assert_eq!(ended.code, 65, "{ended}");
            assert!(ended.stderr.contains(words), "{words}: {ended}");
            assert_eq!(server.ask(ROWS), before);
        };
        // A partition that commit 2 replaces: found on the way. Any other: found by --verify.
        let revised = "source = 'us-census-ft900' and year = 2025";
        server.ask(&format!(
            "update portbook.observation_all set obs_value = obs_value + 1 where ctid = \
             (select min(ctid) from portbook.observation_all where {revised})"
        ));
        refused(&[], "altered: source=us-census-ft900/freq=M/year=2025");
        refused(&["--verify"], "altered: source=us-census-ft900/freq=M/year=2025");
        settings.feed(&["--rebuild", "--commit", "1"]);
        settings.feed(&["--verify"]);
        server.ask(
            "delete from portbook.observation_all where ctid = \
            (select min(ctid) from portbook.observation_all where source = 'cn-gacc-express')",
        );
        refused(&["--verify"], "altered: source=cn-gacc-express");
        settings.feed(&["--rebuild"]);
        refused(&["--commit", "1"], "holds commit 3, which is later than commit 1");
        let again = server.try_to("insert into portbook._commits select * from portbook._commits");
        assert!(again.stderr.contains("_commits_pkey"), "{again}");
        server.ask("update portbook._commits set digest = repeat('0', 64)");
        refused(&[], "written by another archive");
    }
}

#[test]
fn a_dry_run_writes_nothing_and_a_second_load_waits_for_nobody() {
    for programs in installed() {
        let server = Server::start(&programs);
        let settings = Settings::new("sinks-dry", &server.url());
        let would = settings.feed(&["--dry-run"]).json(0);
        assert_eq!((would["done"].as_str(), would["before"].as_u64()), (Some("would_load"), None));
        assert!(would["loaded"].as_array().unwrap().len() > 20);
        assert_eq!(server.ask("select count(*) from pg_namespace where nspname = 'portbook'"), "0");
        settings.feed(&["--commit", "2"]);
        let would = settings.feed(&["--dry-run"]).json(0);
        let loaded: Vec<&str> =
            would["loaded"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
        assert!(loaded.iter().all(|key| key.starts_with("source=sg-singstat/")), "{loaded:?}");
    }
}

#[test]
fn a_password_comes_as_other_secrets_do_and_is_told_nobody() {
    let canary = "c4n4ry";
    for programs in installed() {
        let server = Server::start_as(&programs, "scram-sha-256");
        let settings = Settings::new("sinks-password", &server.url());
        let with = |password: Option<&str>| {
            let mut command =
                of(published(), &settings.file(), &["warehouse", "-vv", "--log", "json"]);
            command.env("RUST_BACKTRACE", "1").env_remove("PORTBOOK_SINK_WAREHOUSE_PASSWORD");
            if let Some(password) = password {
                command.env("PORTBOOK_SINK_WAREHOUSE_PASSWORD", password);
            }
            run(&mut command)
        };
        for wrong in [None, Some(canary)] {
            let ended = with(wrong);
            assert_eq!(ended.code, 75, "{ended}");
            assert!(!ended.said().contains(canary), "{ended}");
        }
        let right = with(Some(PASSWORD));
        right.expect(0);
        assert!(!right.said().contains(PASSWORD), "{right}");
        assert_eq!(server.ask("select max(commit) from portbook._commits"), "3");
    }
}
