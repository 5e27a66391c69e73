//! The address of an output is a Delta table, which clients of others read: the same rows as the view of
//! a folder, commit by commit.

use std::collections::BTreeMap;
use std::path::Path;

use portbook_tests::folder::Folder;
use portbook_tests::program::{Place, run};
use portbook_tests::published::{rows, scaled, sum};
use serde_json::Value;

use crate::scene::{BETWEEN, BOTH, Machine, Store, in_folders};
use crate::servers::{Kind, Server};
use crate::versions::{is_whole, versions};

/// Rows and exact sum of each source, and the columns, of what a folder shows.
fn expected(place: &Place) -> (BTreeMap<String, (u64, i128)>, Vec<String>) {
    let rows = rows(&place.output());
    let mut sources: BTreeMap<String, (u64, i128)> = BTreeMap::new();
    for row in &rows {
        let (count, total) = sources.entry(row.get("source").to_owned()).or_default();
        *count += 1;
        *total += sum([row.get("obs_value")].into_iter().filter(|value| !value.is_empty()));
    }
    let mut columns: Vec<String> = rows.iter().flat_map(|row| row.0.keys().cloned()).collect();
    columns.sort();
    columns.dedup();
    (sources, columns)
}

/// What readers see of a version, beside the folder of the same commit.
fn check(server: &Server, store: &Store<'_>, version: &str, place: &Place) -> u64 {
    let mut python = server.python("delta.py");
    python.arg(store.address("output")).arg(version);
    python.arg(place.output().join("current/observation"));
    python.envs(server.environment(server.port));
    let read = run(&mut python).json(0);
    assert_eq!(read["partitions"], serde_json::json!(["source", "freq", "year"]));
    let (sources, columns) = expected(place);
    assert!(!sources.is_empty());
    let readers = read["seen"].as_object().unwrap();
    assert_eq!(readers.len(), 6);
    let all: &Value = &readers["local pyarrow"]["columns"];
    for (reader, seen) in readers {
        let found: BTreeMap<String, (u64, i128)> = seen["sources"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(source, seen)| {
                let total = scaled(seen[1].as_str().unwrap());
                (source.clone(), (seen[0].as_u64().unwrap(), total))
            })
            .collect();
        assert_eq!(found, sources, "{reader}");
        assert_eq!(&seen["columns"], all, "{reader}");
    }
    // A column of nulls alone is in no row of ours.
    let all: Vec<&str> = all.as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(columns.iter().all(|column| all.contains(&column.as_str())), "{columns:?} of {all:?}");
    read["version"].as_u64().unwrap()
}

#[test]
fn others_read_the_same_rows_commit_by_commit() {
    let first = in_folders("delta-first", &BOTH, &[&["--now", BETWEEN]]);
    let both = in_folders("delta-both", &BOTH, &[&["--now", BETWEEN], &[]]);
    for server in Kind::ALL.into_iter().filter_map(Server::start) {
        let folder = Folder::new(&format!("store/delta-{}", server.kind.name()));
        let store = Store::new(&server, "delta");
        let machine = Machine::new(&folder, "machine", &both.pipelines);
        machine.replay(&store, &["--now", BETWEEN]);
        assert_eq!(check(&server, &store, "-", &first), 1);
        machine.replay(&store, &[]);
        assert_eq!(check(&server, &store, "-", &both), 2);
        assert_eq!(check(&server, &store, "1", &first), 1);
        let there = folder.path().join("there");
        store.download(&there);
        check_log(&there.join("output"), &both);
    }
}

/// A partition that is replaced goes and comes in one version; the rest is not touched.
fn check_log(output: &Path, both: &Place) {
    assert_eq!(is_whole(output), Ok(2));
    let versions = versions(output).unwrap();
    assert_eq!(versions.len(), 3, "the table, and a version for each commit");
    assert!(versions[0].added.is_empty() && versions[0].removed.is_empty());
    let [before, after] = [1, 2].map(|commit| {
        let record = both.output().join(format!("commits/{commit:06}.json"));
        let record: Value = serde_json::from_slice(&fs_err::read(record).unwrap()).unwrap();
        let files = record["files"].as_array().unwrap().iter();
        let files = files.map(|file| file["path"].as_str().unwrap().to_owned());
        files.filter(|path| path.starts_with("observation/")).collect::<Vec<String>>()
    });
    assert!(versions[1].added.keys().eq(&before) && versions[1].removed.is_empty());
    let new: Vec<&String> = after.iter().filter(|path| !before.contains(path)).collect();
    let gone: Vec<&String> = before.iter().filter(|path| !after.contains(path)).collect();
    assert!(versions[2].added.keys().eq(new) && versions[2].removed.keys().eq(gone));
    // December's FT-900 revises figures of 2025.
    let revised = |files: &BTreeMap<String, String>| {
        let of = files.iter().filter(|(path, _)| path.contains("source=us-census-ft900"));
        let of: Vec<&String> =
            of.filter(|(path, _)| path.contains("/year=2025/")).map(|(_, values)| values).collect();
        of.into_iter().cloned().collect::<Vec<String>>()
    };
    let (added, removed) = (revised(&versions[2].added), revised(&versions[2].removed));
    assert_eq!(added.len(), 1, "{:?}", versions[2]);
    assert_eq!(added, removed, "the same partition: {:?}", versions[2]);
    assert_eq!(added[0], "freq=\"M\" source=\"us-census-ft900\" year=\"2025\"");
}
