//! Two machines that write at the same time: one wins, the other goes on from there or says that it
//! cannot, and nothing of either is lost.

use std::path::Path;
use std::process::{Child, Stdio};
use std::thread::park_timeout;
use std::time::{Duration, Instant};

use portbook_tests::folder::Folder;
use portbook_tests::program::run;
use portbook_tests::seed::Seed;
use serde_json::Value;

use crate::scene::{BOTH, FT900, HS8, Machine, Store, captures, contents, in_folders};
use crate::servers::{Kind, Server};
use crate::versions::is_whole;
use crate::{is_whole as is_every, seed};

const ROUNDS: u64 = 5;
const ROUNDS_WHOLE: u64 = 200;
/// The second begins at most so much later.
const LATER_MAX_MS: u64 = 400;

#[derive(Debug, Default)]
struct Figures {
    /// Both came through without waiting for one another.
    at_once: u64,
    /// One was refused and built again on what the other wrote.
    again: u64,
    /// One ended with 75, and its second try came through.
    stopped: u64,
    commits: u64,
}

fn started(machine: &Machine, store: &Store<'_>, source: &str) -> Child {
    let mut command = machine.replaying(store, &["--only", source]);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// One round at an address where nothing lies; what is expected lies in a folder.
fn race(store: &Store<'_>, folder: &Folder, expected: &Path, after: Duration, to: &mut Figures) {
    let pipelines = expected.join("pipelines");
    let machines = [("one", FT900), ("two", HS8)]
        .map(|(name, source)| (Machine::new(folder, name, &pipelines), source));
    let [(one, first), (two, second)] = &machines;
    let begun = started(one, store, first);
    let instant = Instant::now();
    while let Some(left) = after.checked_sub(instant.elapsed()).filter(|left| !left.is_zero()) {
        park_timeout(left);
    }
    let begun = [begun, started(two, store, second)];
    let ended = begun.map(|child| child.wait_with_output().expect("it ends"));
    let mut was_again = false;
    for (ended, (machine, source)) in ended.iter().zip(&machines) {
        let said = String::from_utf8_lossy(&ended.stderr);
        was_again |= said.contains("another run wrote there meanwhile");
        match ended.status.code() {
            Some(0) => {}
            Some(75) => {
                assert!(said.contains("was written by another run meanwhile"), "{said}");
                run(&mut machine.replaying(store, &["--only", source])).expect(0);
                to.stopped += 1;
            }
            code => panic!("{source} ended with {code:?}: {said}"),
        }
    }
    to.again += u64::from(was_again);
    to.at_once += u64::from(!was_again);

    let there = folder.path().join("there");
    store.download(&there);
    // Every capture of both, once: lines name the one before, of their source.
    assert_eq!(captures(&there), captures(expected), "{}", store.address(""));
    let commits = is_whole(&there.join("output")).unwrap_or_else(|why| panic!("{why}"));
    assert!((1..=2).contains(&commits), "{commits} commits");
    to.commits += commits as u64;
    assert_eq!(last(&there), last(expected), "{}", store.address(""));
    let objects = |place: &Path| -> Vec<String> {
        contents(place).into_keys().filter(|name| name.starts_with("archive/objects")).collect()
    };
    assert_eq!(objects(&there), objects(expected));
}

/// The tables of the last commit, by the names of the view; each with its digest.
fn last(place: &Path) -> Vec<(String, String)> {
    let records = portbook_tests::folder::digests(&place.join("output/commits"));
    let (record, _) = records.last_key_value().expect("something was published");
    let text = fs_err::read(place.join("output/commits").join(record)).unwrap();
    let commit: Value = serde_json::from_slice(&text).unwrap();
    let field = |file: &Value, name: &str| file[name].as_str().unwrap().to_owned();
    let files = commit["files"].as_array().unwrap().iter();
    let mut files: Vec<(String, String)> =
        files.map(|file| (field(file, "view"), field(file, "digest"))).collect();
    files.retain(|(view, _)| {
        ["observation/", "dimension/", "audit/"].iter().any(|begin| view.starts_with(begin))
    });
    files.sort();
    files
}

#[test]
fn two_machines_lose_nothing() {
    let expected = in_folders("races-expected", &BOTH, &[&[]]);
    let rounds = if is_every() { ROUNDS_WHOLE } else { ROUNDS };
    for server in Kind::ALL.into_iter().filter_map(Server::start) {
        server.probe();
        let name = server.kind.name();
        let folder = Folder::new(&format!("store/races-{name}"));
        let container = Store::new(&server, "races");
        let number = seed();
        let (mut draw, mut figures) = (Seed::of(number), Figures::default());
        for round in 0..rounds {
            // Half of them at the same moment.
            let later = if round % 2 == 0 { 0 } else { draw.below(LATER_MAX_MS) };
            let store = container.below(&format!("{round:04}"));
            let later = Duration::from_millis(later);
            race(&store, &folder, expected.folder.path(), later, &mut figures);
            store.clear();
        }
        eprintln!("two machines, {name}: {rounds} rounds, {figures:?}, seed {number}");
    }
}
