//! Crates: which may know which, and who may write, ask the network or name a heavy library.

use std::collections::BTreeMap;
use std::process::Command;

use portbook_tests::program::run;
use portbook_tests::repository;
use serde_json::Value;

use crate::{before_tests, is_test, none, rust, text};

/// Packages in flow order, and ours that each may depend on, in tests too.
const MAY_DEPEND: [(&str, &[&str]); 20] = [
    ("model", &[]),
    ("schema", &["model"]),
    ("source", &["model", "schema"]),
    ("fetch", FOUNDATION),
    ("archive", FOUNDATION),
    ("parse", FOUNDATION),
    ("normalize", FOUNDATION),
    ("check", FOUNDATION),
    ("publish", FOUNDATION),
    ("probe", &["model", "schema", "source", "parse"]),
    ("bulk", &["model", "schema", "source", "parse", "normalize", "publish"]),
    ("cluster", &["model", "source", "bulk"]),
    ("store", &["model", "schema", "archive", "publish"]),
    ("sink", &["model", "schema", "publish"]),
    ("export", &["model", "schema", "publish"]),
    ("catalog", &["model", "schema", "publish"]),
    ("query", FOUNDATION),
    (
        "pipeline",
        &[
            "model",
            "schema",
            "source",
            "fetch",
            "archive",
            "parse",
            "normalize",
            "check",
            "publish",
            "probe",
            "bulk",
            "sink",
            "export",
            "catalog",
            "query",
        ],
    ),
    (
        "cli",
        &[
            "model", "schema", "source", "bulk", "cluster", "store", "sink", "export", "catalog",
            "query", "pipeline",
        ],
    ),
    ("tests", &[]),
];

const FOUNDATION: &[&str] = &["model", "schema", "source"];

/// Heavy libraries, and the crates that isolate them; tests of any crate may name them too.
const ISOLATED: [(&str, &[&str]); 19] = [
    ("axum", &["catalog", "fetch"]),
    ("backoff", &["fetch"]),
    ("ballista-core", &["cluster"]),
    ("ballista-executor", &["cluster"]),
    ("ballista-scheduler", &["cluster"]),
    ("calamine", &["tests"]),
    ("clap", &["cli"]),
    ("datafusion", &["bulk", "cluster", "query"]),
    ("datafusion-proto", &["cluster"]),
    ("deltalake-core", &["store"]),
    ("indicatif", &["cli"]),
    ("object_store", &["store"]),
    ("parquet", &["bulk", "publish", "tests"]),
    ("rcgen", &["fetch"]),
    ("reqwest", &["fetch", "sink"]),
    ("rust_xlsxwriter", &["export"]),
    ("scraper", &["fetch", "parse"]),
    ("tar", &["archive"]),
    ("zstd", &["archive", "bulk"]),
];

/// What the pure stages do without: files, async, clocks, processes.
const IMPURE: [&str; 5] = ["fs-err", "object_store", "reqwest", "tempfile", "tokio"];

/// Calls that write.
const WRITES: [&str; 13] = [
    "fs_err::write",
    "fs_err::create_dir",
    "fs_err::copy",
    "fs_err::hard_link",
    "fs_err::os::unix::fs::symlink",
    "fs_err::remove_",
    "fs_err::rename",
    "fs_err::set_permissions",
    "fs_err::File::create",
    "fs_err::OpenOptions",
    "File::create",
    "OpenOptions::new",
    "tempfile::",
];

struct Dependency {
    /// Without `portbook-`.
    of: String,
    name: String,
    is_dev: bool,
}

fn metadata() -> Value {
    let arguments = ["metadata", "--no-deps", "--format-version", "1"];
    run(Command::new(env!("CARGO")).args(arguments)).json(0)
}

fn short(name: &Value) -> String {
    let name = name.as_str().expect("packages have names");
    name.strip_prefix("portbook-").unwrap_or(name).to_owned()
}

fn dependencies() -> Vec<Dependency> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("the workspace has packages");
    packages
        .iter()
        .flat_map(|package| {
            let of = short(&package["name"]);
            let list = package["dependencies"].as_array().expect("a list of dependencies");
            list.iter().map(move |dependency| Dependency {
                of: of.clone(),
                name: dependency["name"].as_str().expect("dependencies have names").to_owned(),
                is_dev: dependency["kind"] == "dev",
            })
        })
        .collect()
}

fn may_depend(of: &str) -> &'static [&'static str] {
    let allowed = MAY_DEPEND.iter().find(|(name, _)| *name == of);
    allowed.unwrap_or_else(|| panic!("say in MAY_DEPEND what `{of}` may depend on")).1
}

#[test]
fn dependencies_point_downwards() {
    let complaints: Vec<String> = dependencies()
        .iter()
        .filter_map(|dependency| {
            let on = dependency.name.strip_prefix("portbook-")?;
            let allowed = may_depend(&dependency.of).contains(&on);
            (!allowed).then(|| format!("{} may not depend on {on}", dependency.of))
        })
        .collect();
    none(&complaints);
}

#[test]
fn heavy_libraries_are_named_where_they_are_isolated() {
    let complaints: Vec<String> = dependencies()
        .iter()
        .filter(|dependency| !dependency.is_dev)
        .filter_map(|dependency| {
            let (_, by) = ISOLATED.iter().find(|(name, _)| *name == dependency.name)?;
            let allowed = by.contains(&dependency.of.as_str());
            (!allowed).then(|| format!("{} may not name {}", dependency.of, dependency.name))
        })
        .collect();
    none(&complaints);
}

#[test]
fn pure_stages_know_no_files_and_no_network() {
    let complaints: Vec<String> = dependencies()
        .iter()
        .filter(|d| ["parse", "normalize", "check", "probe"].contains(&d.of.as_str()) && !d.is_dev)
        .filter(|dependency| IMPURE.contains(&dependency.name.as_str()))
        .map(|dependency| format!("{} is pure, yet names {}", dependency.of, dependency.name))
        .collect();
    none(&complaints);
}

#[test]
fn one_file_names_backoff_and_clients_are_made_in_two() {
    let only: [(&str, &[&str]); 2] = [
        ("backoff::", &["crates/fetch/src/retry.rs"]),
        // Publishers are asked by the one, a sink of our own by the other.
        ("Client::builder", &["crates/fetch/src/client.rs", "crates/sink/src/clickhouse/http.rs"]),
    ];
    for (word, allowed) in only {
        let files: Vec<String> = rust()
            .iter()
            .filter(|(file, text)| text.contains(word) && !file.starts_with("tests"))
            .map(|(file, _)| file.display().to_string())
            .collect();
        assert_eq!(files, allowed, "{word}");
    }
}

#[test]
fn only_archive_and_publish_write_files() {
    // A draft is no data: `probe --to` writes its four files itself. A survey writes no file, but to
    // the kernel's counter of peak memory. `bulk` writes what cannot be held: sorted runs and files.
    // A database file that is made aside gets its name.
    let writers = [
        "crates/archive",
        "crates/publish",
        // Pages are neither data nor bytes that were received: a commit is whole without them.
        "crates/catalog/src/folder.rs",
        "crates/bulk/benches",
        "crates/bulk/src/file.rs",
        "crates/bulk/src/job.rs",
        "crates/bulk/src/portions.rs",
        "crates/bulk/src/print.rs",
        "crates/bulk/src/recipe.rs",
        "crates/bulk/src/since.rs",
        "crates/bulk/src/spread.rs",
        "crates/bulk/src/store.rs",
        "crates/bulk/src/vintage/written.rs",
        "crates/bulk/src/run_file.rs",
        // The folder that an executor empties when it begins.
        "crates/cluster/src/executor.rs",
        "crates/pipeline/src/probed.rs",
        "crates/pipeline/src/survey.rs",
        "crates/sink/src/duckdb.rs",
        // What was read of a store's index, which may be lost.
        "crates/store/src/index.rs",
    ];
    let mut complaints = Vec::new();
    for (file, text) in rust() {
        if is_test(&file) || writers.iter().any(|writer| file.starts_with(writer)) {
            continue;
        }
        for word in WRITES {
            if before_tests(&text).contains(word) {
                complaints.push(format!("{}: writes, by `{word}`", file.display()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_crate_takes_the_workspaces_lints_and_versions() {
    let mut complaints = Vec::new();
    for file in repository::files().iter().filter(|file| file.ends_with("Cargo.toml")) {
        let manifest: toml::Table = text(file).parse().expect("cargo has read it");
        if manifest.contains_key("workspace") {
            continue;
        }
        let lints = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        if lints.and_then(toml::Value::as_bool) != Some(true) {
            complaints.push(format!("{}: no `[lints] workspace = true`", file.display()));
        }
        for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let list = manifest.get(table).and_then(toml::Value::as_table);
            for (name, dependency) in list.into_iter().flatten() {
                if dependency.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                    complaints.push(format!("{}: {name} has a version of its own", file.display()));
                }
            }
        }
    }
    none(&complaints);
}

#[test]
fn members_stand_in_flow_order_with_a_comment_each() {
    let manifest = text("Cargo.toml".as_ref());
    let members = manifest.split_once("members = [").and_then(|(_, rest)| rest.split_once("\n]"));
    let lines: Vec<&str> = members
        .expect("a list of members")
        .0
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    let names: Vec<&str> = lines
        .iter()
        .map(|line| line.split('"').nth(1).unwrap_or_default().trim_start_matches("crates/"))
        .collect();
    assert_eq!(names, MAY_DEPEND.map(|(name, _)| name));
    for line in lines {
        assert!(line.contains("# "), "no comment: {line}");
    }
}

/// Build, test, clippy and doc choose one set of features, or the query engine is compiled anew
/// for each of them.
#[test]
fn build_and_test_choose_the_same_features() {
    let chosen = |edges: &str| -> BTreeMap<String, String> {
        let tree = run(Command::new(env!("CARGO")).args([
            "tree",
            "--workspace",
            "--offline",
            "--prefix",
            "none",
            "--edges",
            edges,
            "--format",
            "{p} features: {f}",
        ]));
        let lines = tree.expect(0).stdout.lines();
        lines
            .map(|line| line.trim_end_matches(" (*)"))
            .filter_map(|line| line.split_once(" features: "))
            .map(|(package, features)| (package.to_owned(), features.to_owned()))
            .collect()
    };
    let (build, test) = (chosen("normal,build"), chosen("normal,build,dev"));
    let complaints: Vec<String> = build
        .iter()
        .filter(|(package, features)| test.get(*package) != Some(*features))
        .map(|(package, features)| {
            format!("{package}: {features}, in tests {:?}", test.get(package))
        })
        .collect();
    none(&complaints);
}
