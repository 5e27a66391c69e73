//! A run with nothing new: conditional requests, nothing written, and it says so.

use std::collections::BTreeSet;
use std::path::Path;

use portbook_tests::folder::{copy, listing};
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{count, list, replayed};

/// Every line of every `captures/*/*.jsonl`.
fn captures(archive: &Path) -> BTreeSet<String> {
    let folder = archive.join("captures");
    let files = listing(&folder).into_keys();
    files
        .flat_map(|file| {
            let text =
                fs_err::read_to_string(folder.join(file)).expect("a listed file can be read");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn a_second_run_asks_conditionally_and_writes_nothing() {
    let place = Place::new("nothing-new");
    copy(replayed().place.folder.path(), place.folder.path());
    let (before, captured_before) = (listing(&place.output()), captures(&place.archive()));

    let summary = place.portbook(["run", "--replay", "--json"]).json(0);
    assert_eq!(listing(&place.output()), before, "not a file, not a time");
    assert_eq!(summary["files_new"], 0);
    let collected = summary["collected"].as_object().unwrap();
    assert!(!collected.is_empty());
    let mut asked = 0;
    for (source, collected) in collected {
        assert_eq!(count(&collected["new"]), 0, "{source}: {collected:#}");
        assert_eq!(collected["unchanged"], collected["asked"], "{source}: {collected:#}");
        assert_eq!(list(&collected["troubles"]).len(), 0, "{source}: {collected:#}");
        asked += count(&collected["asked"]);
    }
    assert!(asked > 0, "{summary:#}");

    let captured: Vec<Value> = captures(&place.archive())
        .difference(&captured_before)
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(captured.len(), usize::try_from(asked).unwrap(), "each request leaves a line");
    for capture in &captured {
        assert_eq!(capture["status"], 304, "{capture:#}");
        assert_eq!(capture["outcome"], "unchanged", "{capture:#}");
    }
    for line in list(&summary["lines"]) {
        assert!(["unchanged", "not_due"].contains(&line["state"].as_str().unwrap()), "{line:#}");
    }

    let people = place.portbook(["run", "--replay"]);
    people.expect(0);
    assert!(people.stdout.contains("nothing was written"), "{people}");
    assert_eq!(listing(&place.output()), before);
}

#[test]
fn a_run_leaves_archive_and_output_undamaged() {
    replayed().place.portbook(["verify"]).expect(0);
}
