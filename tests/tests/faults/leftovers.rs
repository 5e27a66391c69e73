//! What killed runs leave: `verify` tells every file of it, a run keeps it while it is young and
//! removes it once it is old, and nothing that is named by anything ever goes.

use std::collections::BTreeSet;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portbook_tests::folder::listing;
use portbook_tests::program::run;

use crate::reader::Reader;
use crate::scene::{Beginning, Scene, Trial};
use crate::strace::{self, broken, calls, log_of};
use crate::{Became, Row, times};

/// Files aside below a trial, as they lie there.
fn asides(trial: &Trial<'_>) -> BTreeSet<PathBuf> {
    let files = listing(&trial.at).into_keys().map(|file| trial.at.join(file));
    files.filter(|file| file.to_string_lossy().contains("/.aside-")).collect()
}

/// What `verify` tells.
fn told(trial: &Trial<'_>) -> BTreeSet<PathBuf> {
    let verified = trial.verify().json(0);
    let orphans = verified["orphans"].as_array().expect("a list").iter();
    orphans.map(|orphan| PathBuf::from(orphan.as_str().expect("a path"))).collect()
}

/// As if a run had left it 25 hours ago.
fn age(path: &Path) {
    run(Command::new("touch").args(["-h", "-d", "25 hours ago"]).arg(path)).expect(0);
}

#[test]
fn leftovers_are_told_and_go_when_old() {
    if !strace::is_allowed() {
        return;
    }
    let mut row = Row::new("1 leftovers of kills, told, kept young, gone old");
    let mut reader = Reader::open();
    let scene = Scene::new("leftovers", Beginning::FirstRelease, &mut reader);
    // Killed before a file aside comes to its name: it stays.
    let mut calls = calls(&scene, "counted");
    calls.retain(|call| ["rename", "renameat", "linkat"].contains(&&*call.name));
    let committed = calls.iter().position(|call| call.line.contains("/output/current\""));
    let committed = committed.expect("a run makes its commit the current one");
    let mut young = scene.trial("place");
    for number in 0..times(4, 60) {
        // The first two before the commit: what they leave is not of luck.
        let among = if number < 2 { committed } else { calls.len() };
        let call = &calls[row.seed.index(among)];
        let next = young.copied(&format!("place-{number}"));
        let mut killed =
            broken(&next.run(), &call.name, call.number, "signal=KILL", &log_of(&next.at));
        let status = killed.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
        let untold: Vec<PathBuf> = asides(&next).difference(&told(&next)).cloned().collect();
        let all = match status.signal() {
            _ if !untold.is_empty() => Err(format!("untold: {untold:?}")),
            // It was killed after its commit: what is to be made by the last run would be there.
            Some(_) if next.is_after().is_err() => {
                std::mem::replace(&mut young, next).clear();
                Ok(Became::Landed)
            }
            _ => {
                next.clear();
                Ok(Became::Missed)
            }
        };
        row.count(&format!("{} {}", call.name, call.number), all);
    }
    let left = asides(&young);
    let old = young.copied("old");
    for path in asides(&old) {
        // The folder aside too, and what lies in it.
        let own = path.ancestors().take_while(|path| *path != old.at);
        own.for_each(age);
    }
    let kept = young.converges().and_then(|()| {
        let after = asides(&young);
        let gone: Vec<_> = left.difference(&after).collect();
        let overwritten = |path: &&&PathBuf| {
            let path = path.to_string_lossy();
            path.contains("/.aside-current") || path.contains("/views/.aside-")
        };
        let lost: Vec<_> = gone.iter().filter(|path| !overwritten(path)).collect();
        if lost.is_empty() { Ok(Became::Landed) } else { Err(format!("gone young: {lost:?}")) }
    });
    row.count("young", kept);
    let swept = old.converges().and_then(|()| {
        let left = asides(&old);
        if left.is_empty() { Ok(Became::Landed) } else { Err(format!("kept old: {left:?}")) }
    });
    row.count("old", swept);
    assert!(!left.is_empty(), "no killed run left anything");
    row.close(times(3, 20));
}
