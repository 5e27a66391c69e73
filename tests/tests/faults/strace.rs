//! Faults at an exact call, by `strace --inject`: the program is not changed, and the same number
//! gives the same fault. Only the main thread is followed: it alone writes (asserted here).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::program::run;

use crate::scene::Scene;

/// The calls by which a run changes what is on disk, and the flush of each.
const CHANGES: [&str; 20] = [
    "write",
    "pwrite64",
    "writev",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "rmdir",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "mkdir",
    "mkdirat",
    "openat",
    "ftruncate",
    "flock",
];

/// Whether calls can be traced here; says so if not.
pub(crate) fn is_allowed() -> bool {
    let tried = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    let allowed = tried.is_ok_and(|tried| tried.status.success());
    if !allowed {
        crate::tell("skipped: strace is not installed, or tracing is not allowed");
    }
    allowed
}

/// One call of a run, as traced: its name, how many of that name came before it, and its line.
pub(crate) struct Call {
    pub(crate) name: String,
    /// One-based, among calls of that name.
    pub(crate) number: u64,
    pub(crate) line: String,
}

/// The calls of an unbroken run that change something, in order.
///
/// # Panics
/// If another thread than the main one changes something.
pub(crate) fn calls(scene: &Scene, name: &str) -> Vec<Call> {
    let trial = scene.trial(name);
    let log = trial.at.join("trace");
    let mut traced = traced(&trial.run(), &log, &["-f".to_owned(), changes()]);
    run(&mut traced).expect(0);
    let text = fs_err::read_to_string(&log).unwrap();
    let place = trial.at.to_string_lossy().into_owned();
    let process = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let main = process(text.lines().next().expect("a run makes calls"));
    let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
    let mut calls = Vec::new();
    for line in text.lines() {
        let Some(call) = line.split_whitespace().nth(1) else { continue };
        let Some((call, _)) = call.split_once('(') else { continue };
        if process(line) != main {
            let reads = line.contains("O_RDONLY") || !line.contains(&place);
            assert!(reads, "another thread changes something: {line}");
            continue;
        }
        let number = numbers.entry(call.to_owned()).or_default();
        *number += 1;
        calls.push(Call { name: call.to_owned(), number: *number, line: line.to_owned() });
    }
    trial.clear();
    calls
}

impl Call {
    /// Whether it is about something below this folder.
    pub(crate) fn is_below(&self, folder: &Path) -> bool {
        self.line.contains(&*folder.to_string_lossy())
    }
}

fn changes() -> String {
    format!("--trace={}", CHANGES.join(","))
}

/// The command with one fault, at the `number`th call of that name: `signal=KILL`, `error=EIO`.
pub(crate) fn broken(
    command: &Command,
    call: &str,
    number: u64,
    fault: &str,
    log: &Path,
) -> Command {
    let inject = format!("--inject={call}:{fault}:when={number}");
    traced(command, log, &[changes(), inject])
}

/// The command under strace, which logs to a file, with paths beside descriptors.
pub(crate) fn traced(command: &Command, log: &Path, options: &[String]) -> Command {
    let mut traced = Command::new("strace");
    traced.args(["-qq", "-y", "-s", "64"]).args(options).arg("-o").arg(log);
    traced.arg("--").arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        traced.current_dir(folder);
    }
    traced
}

/// The command, killed with all it started if it has not ended in a minute.
pub(crate) fn bounded(command: &Command) -> Command {
    let mut bounded = Command::new("timeout");
    bounded.args(["--signal=KILL", "60"]).arg(command.get_program()).args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        bounded.current_dir(folder);
    }
    bounded
}

/// The call at which an error was given, and those after it.
pub(crate) fn injected(log: &Path) -> Option<(String, Vec<String>)> {
    let text = fs_err::read_to_string(log).ok()?;
    let mut lines = text.lines().skip_while(|line| !line.contains("(INJECTED)"));
    Some((lines.next()?.to_owned(), lines.map(str::to_owned).collect()))
}

/// Where a trial's calls are logged: beside it, as what lies in it is looked at.
pub(crate) fn log_of(at: &Path) -> PathBuf {
    at.with_extension("trace")
}
