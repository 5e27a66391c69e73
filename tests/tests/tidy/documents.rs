//! Documents that promise something about the code.

use std::collections::BTreeSet;
use std::path::Path;

use portbook_tests::repository;

use crate::{before_tests, none, rust, text};

const ARCHITECTURE_LINES_MAX: usize = 300;

#[test]
fn the_changelog_tells_software_from_data() {
    let changelog = text(Path::new("CHANGELOG.md"));
    for part in ["Software", "Data"] {
        let there = changelog
            .lines()
            .any(|l| l.starts_with('#') && l.trim_start_matches('#').trim() == part);
        assert!(there, "CHANGELOG.md: no part `{part}`");
    }
}

#[test]
fn the_architecture_is_short() {
    let lines = text(Path::new("ARCHITECTURE.md")).lines().count();
    assert!(lines < ARCHITECTURE_LINES_MAX, "ARCHITECTURE.md: {lines} lines");
}

/// One text per number: what holds, then the tests that hold it, as `crates/…/file.rs::test`.
fn invariants() -> Vec<String> {
    let text = text(Path::new("ARCHITECTURE.md"));
    let part = text.split("\n## Invariants\n").nth(1).expect("a part `## Invariants`");
    let part = part.split("\n## ").next().unwrap_or(part);
    let mut invariants: Vec<String> = Vec::new();
    for line in part.lines() {
        let number = line.split_once(". ").and_then(|(number, _)| number.parse::<usize>().ok());
        match (number, invariants.last_mut()) {
            (Some(number), _) => {
                invariants.push(line.to_owned());
                assert_eq!(number, invariants.len(), "numbered without gaps: {line}");
            }
            (None, Some(last)) => last.push_str(line),
            (None, None) => {}
        }
    }
    invariants
}

#[test]
fn every_invariant_names_a_test_that_exists() {
    let mut complaints = Vec::new();
    let invariants = invariants();
    assert!(invariants.len() >= 10, "{} invariants", invariants.len());
    for invariant in invariants {
        let named: Vec<(&str, &str)> =
            invariant.split('`').filter_map(|word| word.split_once(".rs::")).collect();
        if named.is_empty() {
            complaints.push(format!("no test is named: {invariant}"));
        }
        for (file, test) in named {
            let file = format!("{file}.rs");
            let there = repository::root().join(&file).is_file();
            let found = there && text(Path::new(&file)).contains(&format!("fn {test}("));
            if !found {
                complaints.push(format!("{file} has no test `{test}`: {invariant}"));
            }
        }
    }
    none(&complaints);
}

#[test]
fn the_page_of_events_is_their_list() {
    let page = text(Path::new("docs/events.md"));
    let listed = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    // What a library says has no name of ours.
    let listed: BTreeSet<&str> = listed.filter(|name| *name != "said").collect();
    let files = rust();
    let named = files.iter().filter(|(file, _)| file.starts_with("crates"));
    let named = named.flat_map(|(_, text)| before_tests(text).split("event = \"").skip(1));
    let named: BTreeSet<&str> = named.filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(named, listed, "docs/events.md");
}

#[test]
fn every_dependency_is_in_the_decision_log() {
    let manifest: toml::Table = text(Path::new("Cargo.toml")).parse().expect("cargo has read it");
    let log = text(Path::new("docs/decisions/006-dependencies.md"));
    let tables = log.lines().filter(|line| line.starts_with("| "));
    let named: Vec<&str> =
        tables.flat_map(|line| line.split('|').nth(1).unwrap_or_default().split(',')).collect();
    let listed = |name: &str| named.iter().any(|named| named.trim() == name);
    let dependencies = manifest["workspace"]["dependencies"].as_table().expect("a table");
    let complaints: Vec<String> = dependencies
        .keys()
        .filter(|name| !name.starts_with("portbook-") && !listed(name))
        .map(|name| format!("{name}: no line in docs/decisions/006-dependencies.md"))
        .collect();
    none(&complaints);
}
