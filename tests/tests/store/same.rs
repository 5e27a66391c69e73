//! What lies in a store is what a folder would hold, whoever wrote it and from whatever machine.

use portbook_tests::folder::Folder;
use portbook_tests::program::run;

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

        // Nothing new is nothing written, on that machine, on the first, and on one that has nothing.
        let before = store.seen();
        let third = Machine::new(folder, "third", pipelines);
        for (machine, what) in [(&other, "again"), (&machine, "first again"), (&third, "third")] {
            let asked = machine.replay(store, &[]);
            assert_eq!(asked.bytes_written, 0, "{}, {what}: {asked:?}", store.name());
            assert_eq!(store.seen(), before, "{}, {what}", store.name());
        }
        run(&mut third.command(store, &["verify"])).expect(0);
    });
}
