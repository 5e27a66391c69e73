//! Loads that are killed at any moment before their end: readers of the sink see whole commits.

#![expect(
    clippy::disallowed_methods,
    reason = "kills come at moments of the clock; a test has no options"
)]

use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use portbook_tests::postgres::{Server, installed};
use portbook_tests::seed::Seed;

use crate::{Settings, of, published};

/// Kills that count, of each engine; `make faults` asks for the whole of them.
pub(crate) fn kills() -> usize {
    if std::env::var("PORTBOOK_FAULTS").is_ok_and(|asked| asked == "whole") { 100 } else { 10 }
}

/// Which commit the sink says it holds, and what its rows come to, in one look.
const STATE: &str = "select (select max(commit) from portbook._commits), count(*), sum(obs_value), \
    count(distinct (source, freq, year)), max(_commit) from portbook.observation_all";

#[test]
fn kills_leave_no_state_between_commits() {
    for programs in installed() {
        let server = Server::start(&programs);
        let settings = Settings::new("sinks-killed", &server.url());
        let whole = ["1", "3"].map(|commit| {
            settings.feed(&["--rebuild", "--commit", commit]);
            server.ask(STATE)
        });
        // From commit 1 to 3, and back by taking out all that is there.
        let steps = [&["warehouse"][..], &["warehouse", "--rebuild", "--commit", "1"]];
        let longest = steps.map(|step| {
            settings.feed(&["--rebuild", "--commit", if step.len() == 1 { "1" } else { "3" }]);
            let began = Instant::now();
            settings.command(step).expect(0);
            began.elapsed()
        });
        let seed = Seed::fresh();
        let mut random = Seed::of(seed);
        let stop = AtomicBool::new(false);
        let (mut landed, mut late, mut looks) = (0, 0, 0);
        std::thread::scope(|scope| {
            let ending = Ending(&stop);
            let reader = scope.spawn(|| read_until(&stop, &server, &whole));
            for (step, longest) in steps.iter().zip(longest).cycle() {
                let after = Duration::from_micros(
                    random.below(u64::try_from(longest.as_micros()).unwrap()),
                );
                if killed(of(published(), &settings.file(), step), after) {
                    landed += 1;
                } else {
                    late += 1;
                }
                let state = server.ask(STATE);
                assert!(whole.contains(&state), "{state}, expected one of {whole:#?}; seed {seed}");
                until_free(&server);
                // The next run comes to the commit that this one was on its way to.
                settings.command(step).expect(0);
                if landed == kills() {
                    break;
                }
            }
            drop(ending);
            looks = reader.join().unwrap();
        });
        println!(
            "{}: {landed} kills before the end of loads of {longest:?}, {late} after it, 0 inconsistent; \
             {looks} looks of another reader, all at whole commits; seed {seed}",
            programs.display()
        );
        settings.feed(&["--verify"]);
    }
}

/// Ends the other reader, when all was looked at or a test has failed.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Starts a load and kills it after a while, with what it started; whether it was still running.
pub(crate) fn killed(mut load: Command, after: Duration) -> bool {
    load.stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let mut load = load.spawn().unwrap();
    std::thread::sleep(after);
    let running = load.try_wait().unwrap().is_none();
    let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", load.id())]).output();
    load.wait().unwrap();
    running
}

/// The server notices that nobody is there any more, and takes back what was not committed.
fn until_free(server: &Server) {
    let others =
        "select count(*) from pg_stat_activity where application_name like 'portbook sink%'";
    while server.ask(others) != "0" {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Looks at the sink again and again; how often.
fn read_until(stop: &AtomicBool, server: &Server, whole: &[String]) -> usize {
    let mut looks = 0;
    while !stop.load(Ordering::Relaxed) {
        let state = server.ask(STATE);
        assert!(whole.contains(&state), "{state}, expected one of {whole:#?}");
        looks += 1;
        std::thread::sleep(Duration::from_millis(10));
    }
    looks
}
