//! What lies in a store is what a folder would hold, whoever wrote it and from whatever machine.

use portbook_tests::folder::Folder;
use portbook_tests::program::run;
use serde_json::Value;

use crate::scene::{BETWEEN, BOTH, Machine, Store, check_same, in_folders};
use crate::servers::{Kind, Server};

/// The servers that are there, and a folder.
pub(crate) fn everywhere(name: &str, check: impl Fn(&Store<'_>, &Folder)) {
    for kind in Kind::ALL {
        if let Some(server) = Server::start(kind) {
            let folder = Folder::new(&format!("store/{name}-{}", kind.name()));
            check(&Store::new(&server, "trade"), &folder);
        }
    }
    let folder = Folder::new(&format!("store/{name}-file"));
    check(&Store::Folder(folder.path().join("there")), &folder);
}

#[test]
fn a_store_holds_what_a_folder_would() {
    let first = in_folders("same-first", &BOTH, &[&["--now", BETWEEN]]);
    let both = in_folders("same-both", &BOTH, &[&["--now", BETWEEN], &[]]);
    let idle: [&[&str]; 5] = [&["--now", BETWEEN], &[], &[], &[], &[]];
    let idle = in_folders("same-idle", &BOTH, &idle);
    everywhere("same", |store, folder| {
        let pipelines = &both.pipelines;
        let machine = Machine::new(folder, "machine", pipelines);
        let there = folder.path().join("downloaded");
        let check = |what: &str, expected| {
            store.download(&there);
            check_same(&format!("{}: {what}", store.name()), &there, expected);
        };
        let asked = machine.replay(store, &["--now", BETWEEN]);
        assert!(asked.bytes_written > 0, "{asked:?}");
        check("one commit", first.folder.path());

        // Another machine goes on where this one stopped.
        let other = Machine::new(folder, "other", pipelines);
        let asked = other.replay(store, &[]);
        assert!(asked.bytes_read > 0, "it fetched what was there: {asked:?}");
        check("a second commit, of another machine", both.folder.path());

        // Nothing new: that it was looked for is a line of each address, as in a folder, in one segment.
        // Nothing else is written, on that machine, on the first, and on one that has nothing.
        let third = Machine::new(folder, "third", pipelines);
        for (number, machine) in [&other, &machine, &third].into_iter().enumerate() {
            let before = standing(store);
            machine.replay(store, &[]);
            let what = format!("{}: idle run {number}", store.name());
            assert_eq!(standing(store), before, "{what}");
        }
        check("three idle runs", idle.folder.path());
        run(&mut third.command(store, &["verify"])).expect(0);
    });
}

/// What an idle run changes nothing of: pages tell of the runs of whichever machine made them.
fn standing(store: &Store<'_>) -> Vec<(String, Value)> {
    let Value::Object(seen) = store.seen() else { panic!("names and tags") };
    let mut seen: Vec<(String, Value)> = seen.into_iter().collect();
    seen.retain(|(name, _)| {
        !name.contains("archive/captures/") && !name.contains("output/catalog/")
    });
    seen.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(seen.len() > 20);
    seen
}
