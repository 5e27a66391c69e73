//! The house in order: what no compiler checks.

use std::path::{Path, PathBuf};

use portbook_tests::repository;

mod crates;
mod documents;
mod files;
mod keys;
mod links;
mod pipelines;
mod rules;

/// Every committed Rust file and its text.
fn rust() -> Vec<(PathBuf, String)> {
    let files = repository::files().into_iter().filter(|file| has_end(file, "rs"));
    files.map(|file| (file.clone(), text(&file))).collect()
}

fn has_end(file: &Path, end: &str) -> bool {
    file.extension().is_some_and(|extension| extension == end)
}

fn text(file: &Path) -> String {
    repository::text(file).unwrap_or_else(|| panic!("{} is not text", file.display()))
}

/// Whether a file holds tests or examples only.
fn is_test(file: &Path) -> bool {
    file.starts_with("tests")
        || file
            .iter()
            .any(|part| ["tests", "tests.rs", "examples"].iter().any(|name| part == *name))
}

/// The part of a file before its tests.
fn before_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

/// Fails with every complaint, not with the first.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}
