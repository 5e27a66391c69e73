//! A run broken at every place where it touches the disk: killed, refused, cut off, raced, without
//! power. Each test says what it broke, how often that came before the run's end, and its seed.
//!
//! A short version is part of every test run, and draws the same each time: what was passed once is
//! not failed by luck. `make faults` runs the whole, from another seed each time; `PORTBOOK_SEED`
//! gives the seed of a run before.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]

mod clock;
mod disk;
mod flips;
mod handles;
mod killed;
mod leftovers;
mod power;
mod races;
mod reader;
mod refused;
mod scene;
mod strace;
mod torn;

use portbook_tests::seed::Seed;

/// What is asked of these tests by name.
#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn asked(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Seed of the short version.
const SEED_SHORT: u64 = 549_305_071;

/// How often: in every test run, and in `make faults`.
fn times(short: u64, whole: u64) -> u64 {
    if is_whole() { whole } else { short }
}

fn is_whole() -> bool {
    asked("PORTBOOK_FAULTS").as_deref() == Some("whole")
}

#[expect(clippy::print_stderr, reason = "figures and seed are what these tests are run for")]
fn tell(line: &str) {
    eprintln!("{line}");
}

/// What became of one fault.
enum Became {
    /// It came, and all that was promised held.
    Landed,
    /// The run had ended before, or there was nothing to break.
    Missed,
}

/// The figures of one row of the fault matrix.
struct Row {
    name: &'static str,
    number: u64,
    seed: Seed,
    landed: u64,
    missed: u64,
    failures: Vec<String>,
}

impl Row {
    fn new(name: &'static str) -> Self {
        let number = match asked("PORTBOOK_SEED") {
            Some(text) => text.parse().expect("PORTBOOK_SEED is a number"),
            None if is_whole() => Seed::fresh(),
            None => SEED_SHORT,
        };
        // Rows draw other numbers from the same seed.
        let own = name.bytes().fold(number, |sum, byte| sum.rotate_left(7) ^ u64::from(byte));
        Self { name, number, seed: Seed::of(own), landed: 0, missed: 0, failures: Vec::new() }
    }

    fn count(&mut self, fault: &str, became: Result<Became, String>) {
        match became {
            Ok(Became::Landed) => self.landed += 1,
            Ok(Became::Missed) => self.missed += 1,
            Err(why) => {
                let (name, number) = (self.name, self.number);
                tell(&format!("{name}: seed {number}: {fault}: {why}"));
                self.landed += 1;
                self.failures.push(fault.to_owned());
            }
        }
    }

    /// Prints the figures.
    ///
    /// # Panics
    /// If a promise was broken, or too few faults came to say anything.
    fn close(self, expected: u64) {
        let Self { name, number, landed, missed, failures, .. } = self;
        tell(&format!(
            "{name:<58} {landed:>5} landed {missed:>4} ended before {:>3} failed  seed {number}",
            failures.len()
        ));
        assert!(failures.is_empty(), "{name}: seed {number}: {failures:#?}");
        assert!(landed >= expected, "{name}: {landed} faults came, expected {expected}");
    }
}
