//! Sources are data: no Rust, every recorded body listed, every fixture used.

use std::collections::BTreeSet;
use std::path::PathBuf;

use portbook_tests::repository;

use crate::{has_end, none, rust, text};

#[test]
fn pipelines_hold_no_rust() {
    let rust = repository::files()
        .into_iter()
        .filter(|file| file.starts_with("pipelines") && has_end(file, "rs"));
    none(&rust.map(|file| file.display().to_string()).collect::<Vec<_>>());
}

#[test]
fn every_source_has_its_files() {
    let mut complaints = Vec::new();
    for source in repository::sources() {
        let folder = repository::root().join("pipelines").join(&source);
        for file in ["layout.toml", "lookups.toml", "README.md", "recording/README.md", "expected"]
        {
            if !folder.join(file).exists() {
                complaints.push(format!("{source}: no {file}"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_recorded_body_is_listed_and_there() {
    let mut complaints = Vec::new();
    for source in repository::sources() {
        let folder = PathBuf::from("pipelines").join(&source).join("recording");
        let index = folder.join("index.toml");
        let mut listed = BTreeSet::new();
        if repository::root().join(&index).is_file() {
            let index: toml::Table = text(&index).parse().expect("the index is TOML");
            let responses = index.get("response").and_then(toml::Value::as_array);
            let bodies = responses.into_iter().flatten().filter_map(|r| r.get("file")?.as_str());
            listed.extend(bodies.map(|body| folder.join(body)));
        }
        let there: BTreeSet<PathBuf> =
            repository::files().into_iter().filter(|file| file.starts_with(&folder)).collect();
        for missing in listed.difference(&there) {
            complaints.push(format!("{}: listed, not there", missing.display()));
        }
        for file in there.difference(&listed) {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let beside = |end: &str| file.with_file_name(format!("{name}{end}"));
            let explained = ["index.toml", "README.md"].contains(&name) || has_end(file, "py");
            let inbox = file.starts_with(folder.join("inbox"))
                && (there.contains(&beside(".toml")) || there.contains(&file.with_extension("")));
            if !explained && !inbox {
                complaints.push(format!("{}: neither listed nor in the inbox", file.display()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_fixture_is_used_by_a_test() {
    let rust = rust();
    let mut complaints = Vec::new();
    for file in repository::files() {
        let folder = file.iter().take_while(|part| *part != "fixtures").collect::<PathBuf>();
        let recipe = has_end(&file, "py") || file.ends_with("README.md");
        if folder == file || recipe {
            continue;
        }
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let used = rust.iter().any(|(by, text)| by.starts_with(&folder) && text.contains(name));
        if !used {
            complaints.push(format!("{}: used by no test", file.display()));
        }
    }
    none(&complaints);
}
