//! Kills at random moments: a load is whole, or nothing is published and the next try is whole.

#![expect(
    clippy::disallowed_methods,
    reason = "kills come at moments of the clock; a test has no options"
)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use portbook_tests::program::{self, Ended};
use portbook_tests::seed::Seed;

use crate::machines::{Half, Machines, comes, kill};
use crate::made::{Scene, names};

/// Kills of each kind; `make faults` and `PORTBOOK_FAULTS=whole` ask for the whole of them.
fn kills() -> usize {
    if std::env::var("PORTBOOK_FAULTS").is_ok_and(|asked| asked == "whole") { 30 } else { 2 }
}

/// After it was lost, an executor is started again: some time after it is known to be.
const AGAIN_AFTER: Duration = Duration::from_secs(8);

/// Of a message, what is told.
const WHY_CHARS: usize = 60;

/// Loads that are disturbed, one after another.
struct Trial {
    scene: Scene,
    machines: Machines,
    seed: u64,
    random: Seed,
    /// From the start of a load that nothing disturbs: until something is read, until something is
    /// written, and until it ends.
    reading: Duration,
    writing: Duration,
    whole: Duration,
    /// Jobs that were there before the load at hand.
    known: Vec<String>,
}

/// What became of them.
#[derive(Debug, Default)]
struct Table {
    whole: usize,
    failed: usize,
    longest: Duration,
    /// What was said of those that failed, up to where messages differ.
    why: BTreeSet<String>,
}

impl Trial {
    fn new(name: &str) -> Self {
        let scene = Scene::new(name);
        let machines = Machines::started(scene.folder.path(), 3);
        let (seed, none) = (Seed::fresh(), Duration::ZERO);
        let (random, known) = (Seed::of(seed), Vec::new());
        let [reading, writing, whole] = [none; 3];
        let mut trial = Self { scene, machines, seed, random, reading, writing, whole, known };
        trial.one(|trial, client, to| {
            let began = Instant::now();
            trial.wait_for(Half::Reading);
            trial.reading = began.elapsed();
            trial.wait_for(Half::Writing);
            trial.writing = began.elapsed();
            trial.scene.check(&ended(client), to);
            trial.whole = began.elapsed();
        });
        trial
    }

    /// Starts a load into a folder of its own.
    fn one(&mut self, disturb: impl FnOnce(&mut Self, Child, &Path)) {
        let to = self.scene.folder.path().join("load");
        self.known = self.machines.jobs().into_keys().collect();
        let mut command = self.scene.parse(&to, Some(&self.machines.engine()));
        let client = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        disturb(self, client.expect("the program starts"), &to);
        fs_err::remove_dir_all(&to).expect("a test's folder can be removed");
    }

    /// The half that the load at hand is in, or has ended in.
    fn half(&self) -> Option<Half> {
        let jobs = self.machines.jobs().into_iter();
        jobs.filter(|(job, _)| !self.known.contains(job)).map(|(_, half)| half).max()
    }

    fn wait_for(&self, half: Half) {
        assert!(
            comes(|| self.half() == Some(half)),
            "{half:?}: {}",
            self.machines.said("scheduler")
        );
    }

    /// Waits for a part of that time, drawn.
    fn wait_within(&mut self, time: Duration) {
        let most = u64::try_from(time.as_micros()).expect("a load takes minutes at most");
        wait(Duration::from_micros(self.random.below(most)));
    }

    /// What came of a load: whole, or nothing; and the next is whole.
    fn judge(&self, table: &mut Table, load: &Ended, to: &Path) {
        if load.code == 0 {
            table.whole += 1;
            self.scene.check(load, to);
            return;
        }
        table.failed += 1;
        assert_eq!(load.code, 75, "{load}");
        assert_eq!(names(to), Vec::<String>::new(), "{load}");
        let (_, why) = load.stderr.rsplit_once("published: ").unwrap_or_default();
        table.why.insert(why.chars().take(WHY_CHARS).collect());
        self.check_next(to);
    }

    fn check_next(&self, to: &Path) {
        let engine = self.machines.engine();
        self.scene.check(&program::run(&mut self.scene.parse(to, Some(&engine))), to);
    }
}

fn ended(child: Child) -> Ended {
    let output = child.wait_with_output().expect("a client ends");
    let text = |bytes| String::from_utf8(bytes).expect("a program prints UTF-8");
    let code = output.status.code().unwrap_or(-1);
    Ended { code, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Waits, and is not woken before.
fn wait(time: Duration) {
    let until = Instant::now() + time;
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        park_timeout(left);
    }
}

/// A kill that comes when its half is over is none of it: the load is whole, and another is drawn.
#[test]
fn an_executor_is_killed_in_each_half() {
    let mut trial = Trial::new("cluster-killed-executor");
    let Trial { reading, writing, whole, .. } = trial;
    for (half, length) in [(Half::Reading, writing - reading), (Half::Writing, whole - writing)] {
        let (mut table, mut late) = (Table::default(), 0);
        while table.whole + table.failed < kills() {
            assert!(late <= kills(), "{half:?} is over sooner than it was: {length:?}");
            trial.one(|trial, mut client, to| {
                let began = Instant::now();
                trial.wait_for(half);
                trial.wait_within(length);
                let is_within = trial.half() == Some(half) && matches!(client.try_wait(), Ok(None));
                if !is_within {
                    late += 1;
                    trial.scene.check(&ended(client), to);
                    return;
                }
                let number = trial.random.index(3);
                trial.machines.kill_executor(number);
                // As a service manager does: the engine may wait for it, docs/decisions/013-cluster.md.
                wait(AGAIN_AFTER);
                trial.machines.start_executors();
                let load = ended(client);
                table.longest = table.longest.max(began.elapsed());
                trial.judge(&mut table, &load, to);
            });
        }
        println!("executors killed, seed {}, {half:?} takes {length:?}: {table:?}", trial.seed);
    }
}

#[test]
fn a_client_is_killed_at_any_moment() {
    let mut trial = Trial::new("cluster-killed-client");
    let (mut before, mut within) = (0, 0);
    for _ in 0..kills() {
        trial.one(|trial, client, to| {
            trial.wait_within(trial.whole);
            kill(Some(client));
            let is_named = names(to).iter().any(|name| name == "observation");
            *(if is_named { &mut within } else { &mut before }) += 1;
            trial.check_next(to);
        });
    }
    println!(
        "clients killed, seed {}, a load takes {:?}: {before} before a file had its name, {within} \
         after; the next load of each was whole",
        trial.seed, trial.whole
    );
}

#[test]
fn a_scheduler_is_killed_at_any_moment() {
    let mut trial = Trial::new("cluster-killed-scheduler");
    let mut table = Table::default();
    for _ in 0..kills() {
        trial.one(|trial, client, to| {
            let began = Instant::now();
            trial.wait_within(trial.whole);
            trial.machines.kill_scheduler();
            let load = ended(client);
            table.longest = table.longest.max(began.elapsed());
            trial.machines.start_scheduler();
            trial.machines.start_executors();
            trial.judge(&mut table, &load, to);
        });
    }
    println!("schedulers killed, seed {}, a load takes {:?}: {table:?}", trial.seed, trial.whole);
}
