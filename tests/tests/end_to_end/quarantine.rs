//! What was refused is stored with reason and address, counted, and replayed once layout or lookups
//! are mended: then the output is that of a clean rebuild, byte for byte.

use std::path::Path;

use portbook_tests::edit;
use portbook_tests::folder::digests;
use portbook_tests::program::{Place, portbook};

use crate::ruritania::{PAGE, answers, file, place};
use crate::{count, list, text};

fn quarantine(place: &Place) -> serde_json::Value {
    let columns = "source, dataset, release, rule, file, snapshot, sheet, cell, seen, expected, nearest, cells";
    let question = format!("select {columns} from quarantine order by cell");
    place.portbook(["sql", "--json", &question]).json(0)
}

/// The files readers see of a build into a fresh folder.
fn clean(place: &Place) -> std::collections::BTreeMap<String, String> {
    let output = place.folder.path().join("clean");
    let path = |path: &Path| path.to_str().expect("ASCII").to_owned();
    let folders = [path(&place.archive()), path(&output), path(&place.pipelines)];
    let [archive, clean, pipelines] = folders.each_ref();
    let options = ["--archive", archive, "--output", clean, "--pipelines", pipelines];
    let built = portbook(["build"].into_iter().chain(options.iter().map(AsRef::as_ref)));
    built.expect(0);
    digests(&output.join("views/000001"))
}

fn published(place: &Place) -> std::collections::BTreeMap<String, String> {
    let current = fs_err::read_link(place.output().join("current")).unwrap();
    digests(&place.output().join(current))
}

#[test]
fn a_label_learned_later_is_read_by_the_next_build() {
    let place = place("quarantine-label");
    let page = PAGE.replace("France,20.25,-", "Frnace,20.5,3").replace("10.25", "10.75");
    answers(&place, "2024-04-20T09:00:00Z", &page);
    let summary = place.replay().json(10);
    assert_eq!(count(&summary["lines"][0]["quarantined"]), 1, "{summary:#}");
    let told = quarantine(&place);
    let [entry] = list(&told) else { panic!("one row is refused: {told:#}") };
    for (column, expected) in [
        ("source", "xx-exports"),
        ("dataset", "exports"),
        ("release", "xx-exports:2024-04-20"),
        ("rule", "unknown-label"),
        ("file", "https://bureau.example/exports.csv"),
        ("cell", "A6"),
        ("seen", "Frnace"),
        ("nearest", "France"),
    ] {
        assert_eq!(text(&entry[column]), expected, "{column}: {told:#}");
    }
    assert_eq!(entry["cells"].to_string().trim_matches('"'), "2", "{told:#}");
    assert_eq!(text(&entry["snapshot"]).len(), 64);
    let status = place.portbook(["status"]);
    assert!(status.stdout.contains("quarantine: 1 refused"), "{status}");
    let run = place.portbook(["build"]);
    assert!(run.stdout.contains("quarantine: 1 refused"), "{run}");

    edit::text(
        &file(&place, "lookups.toml"),
        "\"France\"  =",
        "\"Frnace\"  = { counterpart_area = \"FRA\", level = \"leaf\" }\n\"France\"  =",
    );
    let mended = place.portbook(["build", "--json"]).json(0);
    assert_eq!(count(&mended["lines"][0]["quarantined"]), 0, "{mended:#}");
    assert_eq!(list(&quarantine(&place)).len(), 0);
    let question = "select cast(count(*) as text) as n from observation \
                    where release = 'xx-exports:2024-04-20'";
    let rows = place.portbook(["sql", "--json", question]).json(0);
    assert_eq!(rows[0]["n"], "3", "Germany in January, France in both: {rows:#}");
    assert_eq!(published(&place), clean(&place));
}

#[test]
fn a_sign_learned_later_is_read_by_the_next_build() {
    let place = place("quarantine-sign");
    answers(&place, "2024-04-20T09:00:00Z", &PAGE.replace("20.25,-", "n/a,n/a"));
    place.replay().json(10);
    let told = quarantine(&place);
    let cells: Vec<&str> = list(&told).iter().map(|entry| text(&entry["cell"])).collect();
    assert_eq!(cells, ["B6", "C6"], "each cell by itself: {told:#}");
    edit::text(
        &file(&place, "layout.toml"),
        "\"-\" = \"missing\"",
        "\"-\" = \"missing\"\n\"n/a\" = \"missing\"",
    );
    place.portbook(["build"]).expect(0);
    assert_eq!(list(&quarantine(&place)).len(), 0);
    assert_eq!(published(&place), clean(&place));
}

#[test]
fn a_file_that_no_layout_takes_waits_too() {
    let place = place("quarantine-file");
    let page = PAGE.replace("Exports by country", "Exports, by country");
    answers(&place, "2024-04-20T09:00:00Z", &page);
    place.replay().json(10);
    let told = quarantine(&place);
    let [entry] = list(&told) else { panic!("one file is refused: {told:#}") };
    assert_eq!((&entry["release"], text(&entry["rule"])), (&serde_json::Value::Null, "no-layout"));
    edit::text(&file(&place, "layout.toml"), "text = \"Exports by country\", ", "");
    place.portbook(["build"]).expect(0);
    assert_eq!(published(&place), clean(&place));
}
