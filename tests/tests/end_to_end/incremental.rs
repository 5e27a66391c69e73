//! Work is proportional to what is new: what was read is recalled, what stands stays, and the table
//! is that of a build from nothing.

use std::collections::BTreeSet;

use portbook_tests::edit;
use portbook_tests::folder::copy;
use portbook_tests::program::Place;
use serde_json::Value;

use crate::{count, list, replayed};

/// Paths of the files that the current commit names: their digests are in them.
fn files(place: &Place) -> BTreeSet<String> {
    let view = fs_err::canonicalize(place.output().join("current")).unwrap();
    let record = place
        .output()
        .join("commits")
        .join(format!("{}.json", view.file_name().unwrap().to_str().unwrap()));
    let record: Value = serde_json::from_slice(&fs_err::read(record).unwrap()).unwrap();
    list(&record["files"]).iter().map(|f| f["path"].as_str().unwrap().to_owned()).collect()
}

/// The release of December came on 19 February 2026: two workbooks of U.S. Census.
#[test]
fn a_new_release_reads_itself_only_and_rewrites_what_it_touches() {
    let place = Place::new("incremental-release");
    let before = place.portbook(["run", "--replay", "--json", "--now", "2026-02-10"]);
    assert!([0, 10].contains(&before.code), "only what is due may differ: {before}");
    let stood = files(&place);
    let now = ["run", "--replay", "--json", "--only", "us/census-ft900", "--now", "2026-03-01"];
    let summary = place.portbook(now).json(0);
    let new = count(&summary["collected"]["us/census-ft900"]["new"]);
    assert!(new >= 2, "{summary:#}");
    assert!(count(&summary["files_read"]) <= new, "index pages are no data: {summary:#}");
    assert!(count(&summary["files_read"]) >= 2, "{summary:#}");
    let written: Vec<String> = files(&place).difference(&stood).cloned().collect();
    assert!(!written.is_empty());
    for file in &written {
        // What describes the commit describes all of it.
        let is_of = file.contains("source=us-census-ft900") || file.starts_with("metadata/");
        assert!(is_of, "{file} is of another source");
    }

    let clean = Place::new("incremental-clean");
    copy(&place.archive(), &clean.archive());
    fs_err::remove_dir_all(clean.archive().join("runs")).unwrap();
    let summary = clean.portbook(["build", "--replay", "--json", "--now", "2026-03-01"]);
    assert!([0, 10].contains(&summary.code), "{summary}");
    assert_eq!(files(&place), files(&clean));
}

/// Lost, torn or changed, what was kept is read again, and nothing else comes of it.
#[test]
fn what_is_kept_may_be_lost() {
    let place = Place::new("incremental-lost");
    copy(replayed().place.folder.path(), place.folder.path());
    let expected = files(&place);
    let kept = place.archive().join("runs/last-build/kept");
    let files_of = |name: &str| kept.join(name);
    fs_err::remove_file(files_of("us-census-ft900")).unwrap();
    let torn = fs_err::read(files_of("in-eidb")).unwrap();
    fs_err::write(files_of("in-eidb"), &torn[..torn.len() / 2]).unwrap();
    let mut changed = fs_err::read(files_of("tr-turkstat")).unwrap();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    fs_err::write(files_of("tr-turkstat"), changed).unwrap();
    fs_err::remove_dir_all(place.output()).unwrap();
    let ended = place.portbook(["build", "--replay", "--json"]);
    let summary = ended.json(0);
    assert!(count(&summary["files_read"]) > 0, "{summary:#}");
    assert_eq!(files(&place), expected);
}

/// A mended pipeline file reads its own source anew, and no other.
#[test]
fn a_changed_pipeline_reads_its_source_anew() {
    let place = Place::with_own_pipelines("incremental-pipeline");
    let all = count(&place.replay().json(0)["files_read"]);
    assert!(all > 20, "{all}");
    let file = place.pipelines.join("tr/turkstat/source.toml");
    edit::text(&file, "title     =", "# A remark changes no row.\ntitle     =");
    let summary = place.portbook(["build", "--replay", "--json"]).json(0);
    let read = count(&summary["files_read"]);
    assert!(0 < read && read < all / 4, "{read} of {all}");
    assert_eq!(summary["committed"], false, "{summary:#}");
}
