//! `diff`: what a change of ours moved between two commits.

use portbook_tests::edit;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{count, list, text};

fn dataset<'a>(diff: &'a Value, name: &str) -> &'a Value {
    let found = list(&diff["datasets"]).iter().find(|dataset| dataset["dataset"] == name);
    found.unwrap_or_else(|| panic!("no {name}: {diff:#}"))
}

/// First the exhibit of November alone, then December's beside it, then a lookup that takes
/// millions for thousands.
#[test]
fn what_a_release_and_a_mistake_moved() {
    let place = Place::of_source("diff", "us/census-ft900");
    let ended = place.portbook(["run", "--replay", "--json", "--now", "2026-02-01T00:00:00Z"]);
    assert!([0, 10].contains(&ended.code), "{ended}");
    place.replay().json(0);
    let release = place.portbook(["diff", "1", "2", "--json"]).json(0);
    let exhibit = dataset(&release, "exhibit-12");
    // 16 new rows and 7 revisions come; the 7 that they revise are superseded and nothing else.
    assert_eq!((count(&exhibit["added"]), count(&exhibit["removed"])), (23, 0), "{exhibit:#}");
    assert_eq!(count(&exhibit["changed"]["superseded"]), 7, "{exhibit:#}");
    assert_eq!(count(&exhibit["changed"]["value"]), 0, "{exhibit:#}");
    let snapshots = list(&release["inputs"]["snapshot"]["added"]);
    assert_eq!(snapshots.len(), 2, "two workbooks of December: {release:#}");

    let lookups = place.pipelines.join("us/census-ft900/lookups.toml");
    edit::text(&lookups, "unit_mult = 6", "unit_mult = 3");
    place.portbook(["build", "--replay", "--json"]).json(0);
    let mistake = place.portbook(["diff", "2", "3", "--json"]).json(0);
    let exhibit = dataset(&mistake, "exhibit-12");
    assert_eq!(count(&exhibit["changed"]["value"]), 320 + 23, "{exhibit:#}");
    assert_eq!((count(&exhibit["added"]), count(&exhibit["removed"])), (0, 0), "{exhibit:#}");
    assert_eq!(
        text(&list(&mistake["inputs"]["pipeline"]["changed"])[0]),
        "us/census-ft900/lookups.toml"
    );
    let people = place.portbook(["diff", "2", "3"]);
    people.expect(0);
    assert!(people.stdout.lines().all(|line| line.chars().count() <= 100), "{people}");

    let missing = place.portbook(["diff", "2", "9"]);
    missing.expect(64);
    assert!(missing.stderr.contains("no commit 9, there are 1 to 3"), "{missing}");
}
