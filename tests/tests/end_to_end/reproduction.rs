//! What a commit was made from is pinned, and makes the same bytes again: here, from an archive that
//! has gone on since, and elsewhere, from one file.

use std::path::{Path, PathBuf};
use std::process::Command;

use portbook_tests::folder::{copy, digests};
use portbook_tests::program::{self, Ended, Place};
use serde_json::Value;

use crate::{count, list, text};

/// The FT-900 and two pages of customs: two kinds of files, and a release that comes by hand.
const ONLY: [&str; 4] = ["--only", "us/census-ft900", "--only", "cn/gacc-express"];

/// Between the two releases of the FT-900 that are recorded.
const BETWEEN: &str = "2026-02-01T00:00:00Z";

fn collected(name: &str, arguments: &[&str]) -> Place {
    let place = Place::with_own_pipelines(name);
    run(&place, arguments);
    place
}

fn run(place: &Place, arguments: &[&str]) {
    let ended = place.portbook([&["run", "--replay", "--json"], &ONLY[..], arguments].concat());
    assert!([0, 10].contains(&ended.code), "only what is due may differ: {ended}");
}

fn named(place: &Place, name: &str) -> String {
    place.folder.path().join(name).to_string_lossy().into_owned()
}

fn lock(place: &Place, name: &str) -> String {
    let file = named(place, name);
    place.portbook(["lock", &file]).expect(0);
    file
}

fn reproduce(place: &Place, lock: &str, to: &str) -> Ended {
    place.portbook(["reproduce", lock, "--to", &named(place, to), "--json"])
}

#[test]
fn a_lock_is_made_again_though_the_archive_went_on() {
    let place = collected("reproduced-later", &["--now", BETWEEN]);
    let first = lock(&place, "first.lock");
    let published = digests(&place.output().join("views/000001"));
    run(&place, &[]);
    let second = lock(&place, "second.lock");
    let text = |file: &str| fs_err::read_to_string(file).unwrap();
    assert_ne!(text(&first), text(&second));
    let held = digests(&place.archive());

    for (lock, to, view) in [(&first, "again-1", Some(&published)), (&second, "again-2", None)] {
        let seen = reproduce(&place, lock, to).json(0);
        assert_eq!(count(&seen["files"]), count(&seen["same"]), "{seen:#}");
        assert!(count(&seen["files"]) > 10, "{seen:#}");
        if let Some(view) = view {
            let made = place.folder.path().join(to).join("output/views/000001");
            assert_eq!(digests(&made), *view);
        }
    }
    assert_eq!(digests(&place.archive()), held, "reproducing writes nothing into the archive");
    // A folder with something in it is not built over.
    reproduce(&place, &first, "again-1").expect(64);
}

#[test]
fn a_lock_is_the_same_text_wherever_it_is_made() {
    let place = collected("locked-twice", &[]);
    let other = Place::with_own_pipelines("locked-elsewhere");
    copy(&place.archive(), &other.archive());
    other.portbook(["build", "--replay", "--threads", "1"]).expect(0);
    let texts = [&place, &other].map(|place| fs_err::read_to_string(lock(place, "portbook.lock")));
    let [one, two] = texts.map(Result::unwrap);
    assert_eq!(one, two);
    let toml: toml::Table = one.parse().unwrap();
    let sources = toml["source"].as_array().unwrap();
    assert_eq!(sources.len(), portbook_tests::repository::sources().len());
    // Two releases of Exhibit 12, and Exhibit 1 of the second.
    let ft900 = sources.iter().find(|source| source["id"].as_str() == Some("us/census-ft900"));
    assert_eq!(ft900.unwrap()["captures"].as_array().unwrap().len(), 3);
}

#[test]
fn what_is_not_built_is_not_pinned() {
    let place = collected("locked-unbuilt", &["--now", BETWEEN]);
    place.portbook(["collect", "--replay"]).expect(0);
    let file = named(&place, "portbook.lock");
    let refused = place.portbook(["lock", &file]);
    refused.expect(65);
    assert!(refused.stderr.contains("`portbook build` first"), "{refused}");
    assert!(!Path::new(&file).exists());
    let empty = Place::new("locked-nothing");
    empty.portbook(["lock", &named(&empty, "portbook.lock")]).expect(75);
}

#[test]
fn every_input_that_is_missing_or_other_is_named() {
    let place = collected("reproduced-from-others", &[]);
    let file = lock(&place, "portbook.lock");
    let layout = place.pipelines.join("us/census-ft900/layout.toml");
    let changed = fs_err::read_to_string(&layout).unwrap() + "\n# a word more\n";
    fs_err::write(&layout, changed).unwrap();
    fs_err::remove_dir_all(place.pipelines.join("sg/singstat")).unwrap();
    // The least object of all.
    let objects = digests(&place.archive().join("objects/sha256"));
    let express = fs_err::read_to_string(&file).unwrap();
    let pinned = objects.keys().find(|object| {
        let name = object.split('/').next_back().unwrap();
        express.split("id = \"cn/gacc-express\"").nth(1).unwrap().contains(name)
    });
    let pinned = pinned.expect("an object that the lock names");
    fs_err::remove_file(place.archive().join("objects/sha256").join(pinned)).unwrap();

    let seen = reproduce(&place, &file, "again").json(65);
    let inputs = list(&seen["inputs"]);
    let whats: Vec<&str> = inputs.iter().map(|one| text(&one["what"])).collect();
    assert!(whats.iter().any(|what| what.ends_with("us/census-ft900/layout.toml")), "{seen:#}");
    assert!(whats.iter().any(|what| what.ends_with("sg/singstat")), "{seen:#}");
    assert!(whats.iter().any(|what| what.starts_with("cn/gacc-express capture of ")), "{seen:#}");
    assert!(inputs.iter().all(|one| !text(&one["hint"]).is_empty()));
    assert!(!place.folder.path().join("again").exists(), "nothing is made from other inputs");
    let bundle = named(&place, "bundle.tar.zst");
    place.portbook(["export", "--lock", &file, "--to", &bundle]).expect(65);
    assert!(!Path::new(&bundle).exists());
}

#[test]
fn a_file_that_comes_out_otherwise_is_named() {
    let place = collected("reproduced-otherwise", &[]);
    let file = lock(&place, "portbook.lock");
    let text = fs_err::read_to_string(&file).unwrap();
    let line = text.lines().find(|line| line.contains("dimension/area.parquet")).unwrap();
    let digest = line.split("sha256 = \"").nth(1).unwrap().split('"').next().unwrap();
    fs_err::write(&file, text.replace(digest, &"0".repeat(64))).unwrap();
    let seen = reproduce(&place, &file, "again").json(65);
    let [one] = list(&seen["differing"]) else { panic!("{seen:#}") };
    assert_eq!(one["what"], "dimension/area.parquet");
    assert_eq!(count(&seen["same"]) + 1, count(&seen["files"]));
    fs_err::write(&file, text.replace("lock = 1", "lock = 2")).unwrap();
    reproduce(&place, &file, "never").expect(65);
}

/// A folder outside the repository, gone when the test is over.
struct Elsewhere(PathBuf);

impl Elsewhere {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        fs_err::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = fs_err::remove_dir_all(&self.0);
    }
}

#[test]
fn one_file_makes_the_table_again_elsewhere() {
    let place = collected("exported", &[]);
    let file = lock(&place, "portbook.lock");
    let bundle = |name: &str| {
        let to = named(&place, name);
        let seen = place.portbook(["export", "--lock", &file, "--to", &to, "--json"]).json(0);
        assert_eq!(list(&seen["inputs"]).len(), 0);
        fs_err::read(to).unwrap()
    };
    let bytes = bundle("bundle.tar.zst");
    assert_eq!(bytes, bundle("again.tar.zst"), "the same bytes from the same contents");

    let elsewhere = Elsewhere::new("portbook-exported");
    fs_err::write(elsewhere.0.join("trade.tar.zst"), &bytes).unwrap();
    let ended = Command::new(program::path())
        .args(["reproduce", "trade.tar.zst", "--json"])
        .current_dir(&elsewhere.0)
        .output()
        .unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let seen: Value = serde_json::from_slice(&ended.stdout).unwrap();
    assert_eq!(count(&seen["same"]), count(&seen["files"]));
    let made = digests(&elsewhere.0.join("reproduced/output/views/000001"));
    assert_eq!(made, digests(&place.output().join("views/000001")));
    let readme = fs_err::read_to_string(elsewhere.0.join("reproduced/README.md")).unwrap();
    assert!(readme.contains("portbook reproduce bundle.tar.zst"), "{readme}");
    assert!(readme.contains("Public domain"), "licences come along: {readme}");
    // Recordings are how the repository tests itself, and no part of what was captured.
    let unpacked = digests(&elsewhere.0.join("reproduced/pipelines"));
    assert!(
        unpacked.keys().all(|file| Path::new(file).extension().is_some_and(|end| end == "toml")),
        "{unpacked:#?}"
    );
}
