//! Rows 1, 2, 3, 12 and 49: killed at random times, at every call, twice, and asked to end.

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use portbook_tests::seed::Seed;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::strace::{self, broken, calls, log_of};
use crate::{Became, Row, times};

const KILL: i32 = 9;
const TERMINATE: i32 = 15;

/// Every beginning.
pub(crate) fn scenes(name: &str, reader: &mut Reader) -> [Scene; 3] {
    let beginnings = [
        ("nothing", Beginning::Nothing),
        ("release", Beginning::FirstRelease),
        ("held", Beginning::Held),
    ];
    beginnings.map(|(beginning, of)| Scene::new(&format!("{name}-{beginning}"), of, reader))
}

/// Waits, as nothing is there to be awaited.
pub(crate) fn wait(time: Duration) {
    let (_open, nothing) = channel::<()>();
    let _ = nothing.recv_timeout(time);
}

/// A time within an unbroken run, or a little after.
fn moment(scene: &Scene, seed: &mut Seed) -> Duration {
    let longest = scene.duration.as_micros() * 21 / 20;
    Duration::from_micros(seed.below(u64::try_from(longest).expect("a run is short")))
}

/// Starts it, sends it the signal after that time, and says how it ended.
fn signalled(command: &mut Command, after: Duration, signal: i32) -> ExitStatus {
    let mut child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    wait(after);
    if signal == KILL {
        child.kill().expect("it can be killed");
    } else {
        let (signal, process) = (format!("-{signal}"), child.id().to_string());
        let _ = Command::new("kill").args([signal, process]).stderr(Stdio::null()).status();
    }
    child.wait().expect("it ends")
}

/// What must hold of a run that a signal ended: whether it did is what its status says.
fn became(
    status: ExitStatus,
    signal: i32,
    trial: Trial<'_>,
    reader: &mut Reader,
) -> Result<Became, String> {
    trial.is_whole(reader)?;
    trial.converges()?;
    trial.clear();
    Ok(match (status.signal(), status.code()) {
        (Some(found), _) if found == signal => Became::Landed,
        (None, Some(0)) => Became::Missed,
        _ => return Err(format!("ended by itself: {status}")),
    })
}

#[test]
fn killed_at_random_times() {
    let mut row = Row::new("1 killed at a random time");
    let (mut reader, wanted) = (Reader::open(), times(8, 1000));
    let scenes = scenes("killed", &mut reader);
    for number in 0..wanted * 2 {
        if row.landed == wanted {
            break;
        }
        let scene = &scenes[row.seed.index(scenes.len())];
        let (trial, after) = (scene.trial("trial"), moment(scene, &mut row.seed));
        let status = signalled(&mut trial.run(), after, KILL);
        let ended = became(status, KILL, trial, &mut reader);
        row.count(&format!("{number}: after {after:?}"), ended);
    }
    row.close(wanted);
}

#[test]
fn killed_at_every_call() {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new("2 killed at every call that changes something");
    let (mut reader, wanted) = (Reader::open(), times(15, u64::MAX));
    let mut least = 0;
    for scene in scenes("calls", &mut reader) {
        let mut calls = calls(&scene, "counted");
        least += (calls.len() as u64 * 9 / 10).min(wanted / 3);
        let until = row.landed.saturating_add(wanted / 3);
        while row.landed < until && !calls.is_empty() {
            let call = calls.swap_remove(row.seed.index(calls.len()));
            let trial = scene.trial("trial");
            let log = log_of(&trial.at);
            let mut killed = broken(&trial.run(), &call.name, call.number, "signal=KILL", &log);
            let status = killed.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
            let ended = became(status, KILL, trial, &mut reader);
            row.count(&format!("{} {}: {}", call.name, call.number, call.line), ended);
        }
    }
    row.close(least);
}

#[test]
fn killed_again_during_recovery() {
    let mut row = Row::new("3 killed at a random time, and again");
    let (mut reader, wanted) = (Reader::open(), times(4, 200));
    let scenes = scenes("again", &mut reader);
    for number in 0..wanted * 3 {
        if row.landed == wanted {
            break;
        }
        let scene = &scenes[row.seed.index(scenes.len())];
        let trial = scene.trial("trial");
        let (first, second) = (moment(scene, &mut row.seed), moment(scene, &mut row.seed));
        let fault = format!("{number}: after {first:?}, then after {second:?}");
        let status = signalled(&mut trial.run(), first, KILL);
        if status.signal() != Some(KILL) {
            row.count(&fault, Ok(Became::Missed));
            continue;
        }
        let status = signalled(&mut trial.run(), second, KILL);
        row.count(&fault, became(status, KILL, trial, &mut reader));
    }
    row.close(wanted);
}

#[test]
fn asked_to_end_at_random_times() {
    const TIME_MAX: Duration = Duration::from_secs(10);
    let mut row = Row::new("49 asked to end (SIGTERM) at a random time");
    let (mut reader, wanted) = (Reader::open(), times(4, 200));
    let scenes = scenes("asked", &mut reader);
    for number in 0..wanted * 2 {
        if row.landed == wanted {
            break;
        }
        let scene = &scenes[row.seed.index(scenes.len())];
        let (trial, after) = (scene.trial("trial"), moment(scene, &mut row.seed));
        let begun = Instant::now();
        let status = signalled(&mut trial.run(), after, TERMINATE);
        let took = begun.elapsed().saturating_sub(after);
        let ended = became(status, TERMINATE, trial, &mut reader);
        let in_time = if took < TIME_MAX { ended } else { Err(format!("ended after {took:?}")) };
        row.count(&format!("{number}: after {after:?}"), in_time);
    }
    row.close(wanted);
}

/// The lock is the operating system's: what its file says holds nobody up.
#[test]
fn a_killed_holder_leaves_the_lock() {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new("12 the holder of the lock is killed");
    let mut reader = Reader::open();
    let scene = Scene::new("holder", Beginning::FirstRelease, &mut reader);
    for call in 1..=times(1, 7) {
        let trial = scene.trial("trial");
        let log = log_of(&trial.at);
        let mut killed = broken(&trial.run(), "fsync", call * 3, "signal=KILL", &log);
        let status = killed.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        let holder = fs_err::read_to_string(trial.archive().join("runs/lock")).unwrap();
        let ended = became(status, KILL, trial, &mut reader);
        let named = holder.starts_with("process ");
        row.count(&holder, if named { ended } else { Err("the lock names nobody".to_owned()) });
    }
    row.close(times(1, 7));
}
