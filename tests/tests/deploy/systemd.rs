//! The units, by `systemd-analyze`, and the sandbox against what a run does. No unit is started.

use std::collections::BTreeSet;
use std::process::Command;

use portbook_tests::edit;
use portbook_tests::folder::{Folder, copy};
use portbook_tests::program::{Ended, path, run};

use crate::{ONLY, deploy, is_there, skipped};

const SERVICES: [&str; 3] =
    ["portbook-nightly.service", "portbook-alert@.service", "portbook-heartbeat@.service"];

/// Ten times the exposure that is allowed, of 100.
const EXPOSURE_MAX: &str = "--threshold=15";

fn analyze<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Ended {
    run(Command::new("systemd-analyze").args(arguments))
}

/// The units as they would be installed, naming the program of these tests.
fn installed(name: &str) -> Folder {
    let folder = Folder::new(name);
    copy(&deploy().join("systemd"), folder.path());
    let (service, program) = (folder.path().join(SERVICES[0]), path());
    edit::text(&service, "/usr/local/bin/portbook", &program.to_string_lossy());
    folder
}

fn verify(folder: &Folder) -> Ended {
    let units = SERVICES.iter().chain(["portbook-nightly.timer"].iter());
    let units: Vec<String> =
        units.map(|unit| folder.path().join(unit).to_string_lossy().into_owned()).collect();
    analyze(["verify"].into_iter().chain(units.iter().map(String::as_str)))
}

#[test]
fn units_are_verified() {
    if !is_there("systemd-analyze") {
        return;
    }
    let folder = installed("deploy-units");
    assert_eq!(verify(&folder).expect(0).said(), "");
    edit::text(&folder.path().join(SERVICES[0]), "Restart=on-failure", "Restart=always");
    assert_ne!(verify(&folder).code, 0, "systemd starts no such unit of type oneshot");
}

#[test]
fn little_is_exposed() {
    if !is_there("systemd-analyze") {
        return;
    }
    let folder = installed("deploy-exposed");
    let security = |unit: &str| {
        let unit = folder.path().join(unit).to_string_lossy().into_owned();
        analyze(["security", "--no-pager", "--offline=true", EXPOSURE_MAX, &unit])
    };
    for unit in SERVICES {
        security(unit).expect(0);
    }
    fs_err::remove_dir_all(folder.path().join("portbook-.service.d")).expect("it is there");
    for unit in SERVICES {
        assert_ne!(security(unit).code, 0, "{unit}: it is the sandbox that is measured");
    }
}

#[test]
fn the_timer_names_an_instant() {
    if !is_there("systemd-analyze") {
        return;
    }
    let timer = fs_err::read_to_string(deploy().join("systemd/portbook-nightly.timer"));
    let timer = timer.expect("it is there");
    let instants: Vec<&str> =
        timer.lines().filter_map(|line| line.strip_prefix("OnCalendar=")).collect();
    assert_eq!(instants.len(), 1, "{timer}");
    analyze(["calendar", instants[0]]).expect(0);
}

/// System calls of a group, and of the groups in it.
fn group(name: &str) -> BTreeSet<String> {
    let listed = analyze(["syscall-filter", name]);
    let lines = listed.expect(0).stdout.lines().map(str::trim);
    let mut calls = BTreeSet::new();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#') && *line != name) {
        if line.starts_with('@') {
            calls.extend(group(line));
        } else {
            calls.insert(line.to_owned());
        }
    }
    calls
}

/// System calls that the sandbox allows.
fn allowed(sandbox: &str) -> BTreeSet<String> {
    let mut calls = BTreeSet::new();
    for filter in sandbox.lines().filter_map(|line| line.strip_prefix("SystemCallFilter=")) {
        let groups = filter.trim_start_matches('~').split(' ').map(group);
        for group in groups {
            if filter.starts_with('~') {
                calls = &calls - &group;
            } else {
                calls.extend(group);
            }
        }
    }
    calls
}

/// A denied call would end every run in a way that no test of the units shows.
#[test]
fn a_run_asks_nothing_that_the_sandbox_denies() {
    let traced = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
    if !is_there("systemd-analyze") || !traced.is_ok_and(|traced| traced.status.success()) {
        return skipped("what a run asks cannot be traced");
    }
    let folder = Folder::new("deploy-traced");
    let at = |name: &str| folder.path().join(name);
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qq", "-o"]).arg(at("trace")).arg(path()).arg("run").args(ONLY);
    strace.arg("--archive").arg(at("archive")).arg("--output").arg(at("output"));
    run(&mut strace).expect(0);

    let trace = fs_err::read_to_string(at("trace")).expect("strace wrote it");
    let calls = trace.lines().filter_map(|line| line.split_whitespace().nth(1)?.split_once('('));
    let asked: BTreeSet<String> = calls.map(|(call, _)| call.to_owned()).collect();
    assert!(asked.contains("execve") && asked.contains("rename"), "{asked:?}");
    let sandbox = deploy().join("systemd/portbook-.service.d/hardening.conf");
    let sandbox = fs_err::read_to_string(sandbox).expect("it is there");
    let denied = &asked - &allowed(&sandbox);
    assert!(denied.is_empty(), "{denied:?}");
    assert!(!trace.contains("PROT_WRITE|PROT_EXEC"), "MemoryDenyWriteExecute= denies it");
    let families = sandbox.lines().find_map(|line| line.strip_prefix("RestrictAddressFamilies="));
    let families: Vec<&str> = families.expect("it is there").split(' ').collect();
    let sockets = trace.split(" socket(").skip(1).filter_map(|rest| rest.split(',').next());
    for socket in sockets {
        assert!(families.contains(&socket), "{socket} is none of {families:?}");
    }
}
