//! The files of metadata, read by those who will read them: foreign validators, and checks of ours for what
//! those let pass. Each finds nothing in what is published, and finds every one of the faults below.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::folder::{copy, digests};
use portbook_tests::program::{Place, run};
use portbook_tests::python;
use portbook_tests::repository::root;
use serde_json::Value;

/// Two kinds of licences: public domain, and none that is stated.
const ONLY: [&str; 4] = ["--only", "us/census-ft900", "--only", "cn/gacc-express"];

/// Part of a file, what it is changed to, and who finds that.
const FAULTS: [(&str, &str, &str, &str); 14] = [
    ("SHA256SUMS", "  dimension/area.parquet", "  dimension/aera.parquet", "ours"),
    ("datapackage.json", "\"redistribute\":\"yes\"", "\"redistribute\":\"no\"", "ours"),
    ("datapackage.json", "\"hash\":\"sha256:", "\"hash\":\"sha256:0", "ours"),
    ("metadata/schema-observation.json", "\"name\":\"ref_area\"", "\"name\":\"aera\"", "ours"),
    ("croissant.json", "\"column\":\"ref_area\"", "\"column\":\"aera\"", "ours"),
    ("croissant.json", "\"license\": [", "\"licence\": [", "ours"),
    ("ro-crate-metadata.json", "\"sha256\":\"", "\"sha256\":\"0", "ours"),
    ("CITATION.cff", "value: \"sha256:", "value: \"sha256:0", "ours"),
    (
        "ro-crate-metadata.json",
        "{\"@id\":\"#program\",\"@type\"",
        "{\"@id\":\"#programme\",\"@type\"",
        "rocrate",
    ),
    ("metadata/dcat.ttl", "spdx:checksumValue \"", "spdx:checksumValue \"0", "rdflib"),
    ("metadata/structures.xml", "<str:Code id=\"X\">", "<str:Code id=\"EX\">", "sdmx1"),
    (
        "metadata/schema-observation.json",
        "\"type\":\"number\"",
        "\"type\":\"date\"",
        "frictionless",
    ),
    ("croissant.json", "{\"@id\":\"observation-files\"}", "{\"@id\":\"files\"}", "mlcroissant"),
    ("CITATION.cff", "date-released: \"", "date-released: \"on ", "cffconvert"),
];

/// Validators and the environment of `make check-metadata` that they are in; those without one are in the
/// environment of all tests.
const VALIDATORS: [(&str, Option<&str>); 7] = [
    ("ours", None),
    ("rdflib", None),
    ("rocrate", None),
    ("sdmx1", None),
    ("frictionless", Some("metadata")),
    ("mlcroissant", Some("metadata")),
    ("cffconvert", Some("citation")),
];

const SCRIPT: &str = "tests/tests/end_to_end/described.py";

/// Where `make check-metadata` has put what is large.
#[expect(clippy::disallowed_methods, reason = "the Makefile says where")]
fn tools() -> Option<PathBuf> {
    std::env::var_os("PORTBOOK_VALIDATORS").map(PathBuf::from)
}

/// What a validator finds in a view; `None` where it is not at hand.
fn found(validator: &str, view: &Path) -> Option<Vec<Value>> {
    let environment = VALIDATORS.iter().find(|(name, _)| *name == validator).unwrap().1;
    let mut python = match environment {
        None => python::script(SCRIPT),
        Some(environment) => {
            let mut python = Command::new(tools()?.join(environment).join("bin/python"));
            python.arg(root().join(SCRIPT));
            python
        }
    };
    let told = run(python.arg(view).arg(validator)).json(0);
    Some(told["found"].as_array().unwrap().clone())
}

fn published(name: &str) -> Place {
    let place = Place::new(name);
    let ended = place.portbook([&["run", "--replay", "--json"], &ONLY[..]].concat());
    assert!([0, 10].contains(&ended.code), "only what is due may differ: {ended}");
    place
}

#[test]
fn validators_pass_what_is_published_and_no_fault() {
    let place = published("described");
    let view = place.output().join("current").canonicalize().unwrap();
    let mut skipped = Vec::new();
    for (validator, _) in VALIDATORS {
        match found(validator, &view) {
            Some(found) => assert!(found.is_empty(), "{validator}: {found:#?}"),
            None => skipped.push(validator),
        }
    }
    for (file, from, to, validator) in FAULTS.iter().filter(|fault| !skipped.contains(&fault.3)) {
        let broken = place.folder.path().join("broken");
        copy(&view, &broken);
        let text = fs_err::read_to_string(view.join(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs_err::remove_file(broken.join(file)).unwrap();
        fs_err::write(broken.join(file), text.replacen(from, to, 1)).unwrap();
        let found = found(validator, &broken).unwrap();
        assert!(!found.is_empty(), "{validator} passes {file} with {to}");
        fs_err::remove_dir_all(&broken).unwrap();
    }
    if !skipped.is_empty() {
        tell(&format!("skipped, `make check-metadata` has them: {}", skipped.join(", ")));
    }
}

#[expect(clippy::print_stderr, reason = "what was not looked at is told")]
fn tell(what: &str) {
    eprintln!("{what}");
}

/// A file of metadata says the same of the same tables, whenever and from whatever archive they were made:
/// without the number of the commit, its digest or a clock.
#[test]
fn the_same_tables_are_described_the_same() {
    let at_once = published("described-at-once");
    let later = Place::new("described-later");
    for now in ["2026-02-01T00:00:00Z", "2027-02-01T00:00:00Z"] {
        let arguments = [&["run", "--replay", "--json", "--now", now], &ONLY[..]].concat();
        let ended = later.portbook(arguments);
        assert!([0, 10].contains(&ended.code), "{ended}");
    }
    let described = |place: &Place| -> BTreeMap<String, String> {
        let mut files = digests(&place.output().join("current").canonicalize().unwrap());
        files.retain(|file, _| !file.ends_with(".parquet"));
        files
    };
    assert!(later.output().join("commits/000002.json").is_file());
    let (one, two) = (described(&at_once), described(&later));
    assert_eq!(one.len(), 12, "{:?}", one.keys());
    assert_eq!(one, two);
}

/// Terms by dataset, in SQL and in a file of their own.
#[test]
fn terms_travel_with_the_dataset() {
    let place = published("described-terms");
    let text = "select distinct source, redistribute, licence from dataset \
                where source in ('us-census-ft900', 'cn-gacc-express', 'gb-ons-trade') order by 1";
    let told = place.portbook(["sql", text, "--format", "csv"]);
    // `[licence]` of the three: cn/gacc-express, gb/ons-trade, us/census-ft900.
    let expected = "source,redistribute,licence\n\
        cn-gacc-express,no,not stated\n\
        gb-ons-trade,attribution,Open Government Licence v3.0\n\
        us-census-ft900,yes,Public domain (work of the United States Government)\n";
    assert_eq!(told.expect(0).stdout, expected);
}
