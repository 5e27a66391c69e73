//! What is kept is not what was kept: named, refused, and nothing published over it.

use portbook_tests::folder::{copy, listing};
use portbook_tests::program::Place;

use crate::replayed;

/// A copy of the replayed run, to be damaged.
fn place(name: &str) -> Place {
    let place = Place::new(name);
    copy(replayed().place.folder.path(), place.folder.path());
    place
}

#[test]
fn another_archive_takes_nothing_away() {
    let place = place("another-archive");
    fs_err::remove_dir_all(place.archive()).unwrap();
    fs_err::create_dir(place.archive()).unwrap();
    let before = listing(&place.output());
    let refused = place.portbook(["build"]);
    refused.expect(65);
    assert!(refused.stderr.contains("it is another archive"), "{refused}");
    assert_eq!(listing(&place.output()), before);
    let verified = place.portbook(["verify"]);
    verified.expect(65);
    assert!(verified.stdout.contains("named by the commit that stands, missing"), "{verified}");
}

#[test]
fn a_capture_taken_out_of_the_index_is_refused() {
    let place = place("a-line-less");
    let index = place.archive().join("captures/us-census-ft900/2026-01.jsonl");
    let text = fs_err::read_to_string(&index).unwrap();
    let kept: Vec<&str> = text.lines().skip(1).collect();
    fs_err::write(&index, kept.join("\n") + "\n").unwrap();
    let refused = place.portbook(["build"]);
    refused.expect(65);
    assert!(refused.stderr.contains("2026-01.jsonl"), "{refused}");
    place.portbook(["verify"]).expect(65);
}

#[test]
fn verifying_what_is_not_there_is_no_success() {
    let place = Place::new("nothing-there");
    place.portbook(["verify"]).expect(65);
}

#[test]
fn a_changed_record_of_the_commit_that_stands_is_named_and_not_pinned() {
    let place = place("a-changed-record");
    let record = place.output().join("commits/000001.json");
    let text = fs_err::read_to_string(&record).unwrap();
    fs_err::write(&record, text.replacen("portbook", "portbooK", 1)).unwrap();
    let verified = place.portbook(["verify", "--cells"]);
    verified.expect(65);
    assert!(verified.stdout.contains("damaged: `commits/000001.json`"), "{verified}");
    let lock = place.folder.path().join("portbook.lock");
    let refused = place.portbook(["lock", &lock.to_string_lossy()]);
    refused.expect(65);
    assert!(refused.stderr.contains("000001.json"), "{refused}");
}
