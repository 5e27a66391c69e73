//! One archive, one list of digests: whatever the clock, the folder, the threads, the place.

use std::collections::BTreeMap;

use portbook_tests::folder::{copy, digests};
use portbook_tests::program::{Place, run};

use crate::replayed;

/// What is published: file -> SHA-256, commits and views too. Pages are of no commit: they tell of
/// runs, and where the folder lies.
fn published(place: &Place) -> BTreeMap<String, String> {
    let mut published = digests(&place.output());
    published.retain(|file, _| !file.starts_with("catalog/"));
    published
}

#[test]
fn parquet_is_byte_identical_from_one_archive() {
    let mut lists = vec![published(&replayed().place)];
    for (name, now, threads, zone) in [
        ("reproducible-one", "2026-11-24T00:00:00Z", "1", "UTC"),
        ("reproducible-eight", "2036-11-24T00:00:00Z", "8", "Asia/Shanghai"),
    ] {
        let place = Place::new(name);
        copy(&replayed().place.archive(), &place.archive());
        // What the run that made it has read is not to be recalled here.
        fs_err::remove_dir_all(place.archive().join("runs")).unwrap();
        let mut command =
            place.command(["build", "--replay", "--json", "--now", now, "--threads", threads]);
        let ended = run(command.env("TZ", zone));
        assert!([0, 10].contains(&ended.code), "only what is due may differ: {ended}");
        lists.push(published(&place));
    }
    assert!(lists[0].keys().any(|file| file.ends_with(".parquet")));
    assert_eq!(lists[0], lists[1]);
    assert_eq!(lists[0], lists[2]);
}

#[test]
fn a_second_collection_of_the_same_recordings_gives_the_same_bytes() {
    let place = Place::new("reproducible-collected");
    let now = "2036-11-24T00:00:00Z";
    let arguments = ["run", "--replay", "--json", "--now", now, "--threads", "8"];
    let ended = run(place.command(arguments).env("TZ", "Pacific/Auckland"));
    assert!([0, 10].contains(&ended.code), "only what is due may differ: {ended}");
    assert_eq!(published(&place), published(&replayed().place));
}
