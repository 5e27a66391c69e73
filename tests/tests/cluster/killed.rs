//! Kills at random moments: a load is whole, or nothing is published and the next try is whole.

#![expect(
    clippy::disallowed_methods,
    reason = "kills come at moments of the clock; a test has no options"
)]

use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use portbook_tests::program::{self, Ended};
use portbook_tests::seed::Seed;

use crate::machines::{Machines, kill};
use crate::made::{Scene, names};

/// Kills of each kind; `make faults` and `PORTBOOK_FAULTS=whole` ask for the whole of them.
fn kills() -> usize {
    if std::env::var("PORTBOOK_FAULTS").is_ok_and(|asked| asked == "whole") { 60 } else { 4 }
}

/// What became of loads that were disturbed.
#[derive(Debug, Default)]
struct Table {
    whole: usize,
    failed: usize,
    longest: Duration,
}

fn start(scene: &Scene, machines: &Machines, to: &Path) -> Child {
    let mut command = scene.parse(to, Some(&machines.engine()));
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

fn ended(child: Child) -> Ended {
    let output = child.wait_with_output().expect("a client ends");
    let text = |bytes| String::from_utf8(bytes).expect("a program prints UTF-8");
    let code = output.status.code().unwrap_or(-1);
    Ended { code, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Seconds that an undisturbed load takes.
fn longest(scene: &Scene, machines: &Machines) -> Duration {
    let to = scene.folder.path().join("undisturbed");
    let began = Instant::now();
    scene.check(&ended(start(scene, machines, &to)), &to);
    began.elapsed()
}

/// A moment of a load, drawn.
fn moment(random: &mut Seed, longest: Duration) -> Duration {
    let most = u64::try_from(longest.as_micros()).expect("a load takes minutes at most");
    Duration::from_micros(random.below(most))
}

/// Waits, and is not woken before.
fn wait(time: Duration) {
    let until = Instant::now() + time;
    while let Some(left) = until.checked_duration_since(Instant::now()) {
        park_timeout(left);
    }
}

impl Table {
    /// What came of one load: whole, or nothing; and the next is whole.
    fn judge(&mut self, scene: &Scene, machines: &Machines, to: &Path, load: &Ended) {
        if load.code == 0 {
            self.whole += 1;
            scene.check(load, to);
            return;
        }
        self.failed += 1;
        assert_eq!(load.code, 75, "{load}");
        assert_eq!(names(to), Vec::<String>::new(), "{load}");
        scene.check(&program::run(&mut scene.parse(to, Some(&machines.engine()))), to);
    }
}

#[test]
fn an_executor_is_killed_at_any_moment() {
    let scene = Scene::new("cluster-killed-executor");
    let mut machines = Machines::started(scene.folder.path(), 3);
    let longest = longest(&scene, &machines);
    let seed = Seed::fresh();
    let mut random = Seed::of(seed);
    let mut table = Table::default();
    for number in 0..kills() {
        let to = scene.folder.path().join(format!("load-{number}"));
        let began = Instant::now();
        let client = start(&scene, &machines, &to);
        wait(moment(&mut random, longest));
        machines.kill_executor(random.index(3));
        let load = ended(client);
        table.longest = table.longest.max(began.elapsed());
        machines.start_executors();
        table.judge(&scene, &machines, &to, &load);
        fs_err::remove_dir_all(&to).expect("a test's folder can be removed");
    }
    println!("executors killed, seed {seed}, a load takes {longest:?}: {table:?}");
}

#[test]
fn a_client_is_killed_at_any_moment() {
    let scene = Scene::new("cluster-killed-client");
    let machines = Machines::started(scene.folder.path(), 3);
    let longest = longest(&scene, &machines);
    let seed = Seed::fresh();
    let mut random = Seed::of(seed);
    let (mut before, mut within) = (0, 0);
    for number in 0..kills() {
        let to = scene.folder.path().join(format!("load-{number}"));
        let client = start(&scene, &machines, &to);
        wait(moment(&mut random, longest));
        kill(Some(client));
        if names(&to).iter().any(|name| name == "observation") {
            within += 1;
        } else {
            before += 1;
        }
        scene.check(&program::run(&mut scene.parse(&to, Some(&machines.engine()))), &to);
        fs_err::remove_dir_all(&to).expect("a test's folder can be removed");
    }
    println!(
        "clients killed, seed {seed}, a load takes {longest:?}: {before} before a file had its \
         name, {within} after; the next load of each was whole"
    );
}

#[test]
fn a_scheduler_is_killed_at_any_moment() {
    let scene = Scene::new("cluster-killed-scheduler");
    let mut machines = Machines::started(scene.folder.path(), 3);
    let longest = longest(&scene, &machines);
    let seed = Seed::fresh();
    let mut random = Seed::of(seed);
    let mut table = Table::default();
    for number in 0..kills() {
        let to = scene.folder.path().join(format!("load-{number}"));
        let client = start(&scene, &machines, &to);
        wait(moment(&mut random, longest));
        machines.kill_scheduler();
        let load = ended(client);
        machines.start_scheduler();
        machines.start_executors();
        table.judge(&scene, &machines, &to, &load);
        fs_err::remove_dir_all(&to).expect("a test's folder can be removed");
    }
    println!("schedulers killed, seed {seed}, a load takes {longest:?}: {table:?}");
}
