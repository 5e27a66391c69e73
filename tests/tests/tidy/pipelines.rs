//! Sources are data: no Rust, every recorded body listed, every fixture used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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

/// TOML files of every source's folder, its lookups aside.
fn short_files() -> BTreeMap<PathBuf, Vec<PathBuf>> {
    let mut folders: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    let sources: Vec<PathBuf> = repository::sources()
        .iter()
        .map(|source| PathBuf::from("pipelines").join(source))
        .collect();
    for file in repository::files() {
        let folder = file.parent().filter(|folder| sources.iter().any(|source| source == folder));
        if let Some(folder) =
            folder.filter(|_| has_end(&file, "toml") && !file.ends_with("lookups.toml"))
        {
            folders.entry(folder.to_owned()).or_default().push(file);
        }
    }
    folders
}

/// A line says something if it is neither blank nor a comment.
fn said(text: &str) -> usize {
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    text.lines().filter(says).count()
}

/// The grammar says each thing once: half of the folders are no longer than this.
const MEDIAN_LINES_MAX: usize = 80;

#[test]
fn the_readme_states_the_median_length_of_a_folder() {
    let length = |files: &Vec<PathBuf>| files.iter().map(|file| said(&text(file))).sum();
    let mut lengths: Vec<usize> = short_files().values().map(length).collect();
    lengths.sort_unstable();
    let twice = lengths[(lengths.len() - 1) / 2] + lengths[lengths.len() / 2];
    let median = format!("{}{}", twice / 2, if twice.is_multiple_of(2) { "" } else { ".5" });
    assert!(twice <= 2 * MEDIAN_LINES_MAX, "{median} lines, expected at most {MEDIAN_LINES_MAX}");
    let stated = format!("The median folder has {median} lines of TOML");
    assert!(text(Path::new("README.md")).contains(&stated), "README.md, expected: {stated}");
}

/// Columns of a line; an address or a printed text in it counts as no more than `QUOTED_MAX`.
const COLUMNS_MAX: usize = 120;
const QUOTED_MAX: usize = 40;

#[test]
fn lines_of_pipelines_are_no_wider_than_a_page() {
    let mut complaints = Vec::new();
    for file in short_files().into_values().flatten() {
        for (number, line) in text(&file).lines().enumerate() {
            let width = line.chars().count();
            let quoted = line.split('"').skip(1).step_by(2).map(|part| part.chars().count());
            let longest = quoted.max().unwrap_or(0);
            if width > COLUMNS_MAX && width + QUOTED_MAX.min(longest) - longest > COLUMNS_MAX {
                complaints.push(format!("{}:{}: {width} columns", file.display(), number + 1));
            }
        }
    }
    none(&complaints);
}
