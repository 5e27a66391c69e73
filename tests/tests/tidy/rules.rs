//! docs/rules.md has every rule that an issue or a failure may be called by, and no other.

use std::collections::BTreeSet;
use std::path::Path;

use crate::{before_tests, is_test, rust, text};

const PAGE: &str = "docs/rules.md";
/// Where cells and releases are judged.
const JUDGES: [&str; 6] = [
    "crates/parse/src/layout",
    "crates/parse/src/layout.rs",
    "crates/normalize/src",
    "crates/check/src",
    "crates/bulk/src",
    "crates/pipeline/src",
];
/// Words of that form there that are none: a folder of bundles, a file's name, a source of tests.
const NONE: [&str; 3] = ["no-release", "portion-", "us-test"];

/// Texts in quotes.
fn quoted(code: &str) -> impl Iterator<Item = &str> {
    code.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn is_kebab(word: &str) -> bool {
    let mut parts = word.split('-');
    word.contains('-')
        && parts.all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase()))
}

#[test]
fn the_page_of_rules_is_their_list() {
    let mut named = BTreeSet::new();
    for (file, code) in rust() {
        if is_test(&file) || !JUDGES.iter().any(|judge| file.starts_with(judge)) {
            continue;
        }
        let code = before_tests(&code);
        named.extend(quoted(code).filter(|word| is_kebab(word)).map(str::to_owned));
        // Rules of one word are known by where they stand.
        for before in ["rule: \"", "RULE: &str = \""] {
            let after = code.split(before).skip(1).filter_map(|rest| rest.split('"').next());
            named.extend(after.map(str::to_owned));
        }
    }
    named.retain(|word| !NONE.contains(&word.as_str()));
    let page = text(Path::new(PAGE));
    let listed = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let listed: BTreeSet<String> = listed.map(str::to_owned).collect();
    assert_eq!(named, listed, "{PAGE}");
}
