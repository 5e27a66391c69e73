//! Rows 4, 5 and 6: the disk is full, a flush fails, a rename is refused, at every call of one run.

use portbook_tests::program::run;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::strace::{self, Call, bounded, broken, calls, injected, log_of};
use crate::{Became, Row, times};

/// Exit code of what this machine cannot do.
const ENVIRONMENT: i32 = 75;

/// An error, as the kernel gives it and as it is told.
struct Refusal {
    error: &'static str,
    told: &'static str,
    of: fn(&Call) -> bool,
}

fn writes(call: &Call) -> bool {
    let makes = call.name == "openat" && call.line.contains("O_CREAT");
    makes || ["write", "mkdir", "linkat", "symlink", "rename", "renameat"].contains(&&*call.name)
}

fn flushes(call: &Call) -> bool {
    ["fsync", "fdatasync"].contains(&&*call.name)
}

fn moves(call: &Call) -> bool {
    ["rename", "renameat", "linkat"].contains(&&*call.name)
}

const FULL: Refusal = Refusal { error: "ENOSPC", told: "No space left on device", of: writes };
const UNFLUSHED: Refusal = Refusal { error: "EIO", told: "Input/output error", of: flushes };
const OTHER_MOUNT: Refusal = Refusal { error: "EXDEV", told: "Invalid cross-device", of: moves };
const FORBIDDEN: Refusal = Refusal { error: "EACCES", told: "Permission denied", of: moves };

/// The error at each call of a run that it can come to.
fn at_every_call(name: &'static str, folder: &str, refusal: &Refusal, short: u64) {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new(name);
    let (mut reader, wanted) = (Reader::open(), times(short, u64::MAX));
    let scene = Scene::new(folder, Beginning::FirstRelease, &mut reader);
    let counted = scene.trial("counted").at;
    let mut calls: Vec<Call> = calls(&scene, "counted");
    calls.retain(|call| call.is_below(&counted) && (refusal.of)(call));
    // Of some the number is that of another call in the trial: others are drawn in their place.
    let least = wanted.min(calls.len() as u64 / 2);
    while row.landed < wanted && !calls.is_empty() {
        let call = calls.swap_remove(row.seed.index(calls.len()));
        let trial = scene.trial("trial");
        let became = at_call(refusal, &call, trial, &mut reader);
        row.count(&format!("{} {}: {}", call.name, call.number, call.line), became);
    }
    row.close(least);
}

fn at_call(
    refusal: &Refusal,
    call: &Call,
    trial: Trial<'_>,
    reader: &mut Reader,
) -> Result<Became, String> {
    let log = log_of(&trial.at);
    let fault = format!("error={}", refusal.error);
    let ended = run(&mut bounded(&broken(&trial.run(), &call.name, call.number, &fault, &log)));
    let Some((refused, then)) = injected(&log) else { return Ok(Became::Missed) };
    // Numbers are not those of the counted run where threads wake one another, or a name was taken.
    // No disk refuses a wake-up (the threads may wait for one another for good), and a full one
    // refuses no reading.
    let refused = Call { name: call.name.clone(), number: call.number, line: refused };
    if !refused.is_below(&trial.at) || !(refusal.of)(&refused) {
        return Ok(Became::Missed);
    }
    let refused = refused.line;
    trial.is_whole(reader)?;
    match ended.code {
        // What was refused was not needed: a folder that is there already.
        0 if call.name == "mkdir" => trial.is_after()?,
        // Whoever opened no run says so by the last line of the lock, for nobody but the next run, which
        // looks twice without it.
        0 if refused.contains("/runs/lock>") && refused.contains("\"ended") => trial.is_after()?,
        // Pages are no part of a commit, which stands without them; making them takes the lock anew.
        0 if ended.stderr.contains("event=\"catalog_not_written\"")
            && is_told(&ended.stderr, refusal.told) =>
        {
            trial.is_after()?;
        }
        ENVIRONMENT if is_told(&ended.stderr, refusal.told) => {}
        _ => return Err(format!("{refused}: {ended}")),
    }
    if flushes(call) {
        let again = |line: &&String| line.starts_with("fsync") && same_file(line, &refused);
        if let Some(again) = then.iter().find(again) {
            return Err(format!("flushed again after {refused}: {again}"));
        }
    }
    if let Some(copied) = then.iter().find(|line| moves(call) && line.contains("O_TRUNC")) {
        return Err(format!("copied after {refused}: {copied}"));
    }
    trial.converges()?;
    trial.clear();
    Ok(Became::Landed)
}

/// The message names a file and the cause, and nothing panicked.
fn is_told(said: &str, cause: &str) -> bool {
    let names_a_file = said.contains("trial/archive") || said.contains("trial/output");
    said.contains(cause) && names_a_file && !said.contains("panicked")
}

/// Whether two traced calls are about one file: `fsync(7</folder/file>) = 0`.
fn same_file(one: &str, two: &str) -> bool {
    let file = |line: &str| Some(line.split_once('<')?.1.split_once('>')?.0.to_owned());
    file(one) == file(two)
}

#[test]
fn the_disk_is_full_at_every_call() {
    at_every_call("4 ENOSPC at every call that writes", "full", &FULL, 8);
}

#[test]
fn a_flush_fails_at_every_call() {
    at_every_call("5 EIO at every fsync", "unflushed", &UNFLUSHED, 6);
}

#[test]
fn a_rename_leads_to_another_mount() {
    at_every_call("6 EXDEV at every rename and link", "mounts", &OTHER_MOUNT, 4);
}

#[test]
fn a_rename_is_forbidden() {
    at_every_call("6 EACCES at every rename and link", "forbidden", &FORBIDDEN, 3);
}
