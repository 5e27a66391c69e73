//! docs/keys.md has every key that the program reads from a file written by hand, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::{before_tests, none, rust, text};

const PAGE: &str = "docs/keys.md";
/// Files that the program itself writes, and reads again.
const WRITTEN: [&str; 2] = ["crates/pipeline/src/lock.rs", "crates/archive/src/capture.rs"];
/// How `crates/source` reads the parts of a file one by one.
const READS: [&str; 6] = ["take", "need", "each", "each_like", "named", "entries"];

/// Keys by the place in the code that reads them: `access.rs RawPage`.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// Fields of structures that refuse unknown ones.
fn of_structures(file: &Path, code: &str, keys: &mut Keys) {
    for part in code.split("deny_unknown_fields").skip(1) {
        let (_, rest) = part.split_once("struct ").expect("an attribute of a structure");
        let name = rest.split([' ', '<', '{']).next().unwrap_or_default();
        let body = rest.split("\n}").next().unwrap_or_default();
        let mut fields = BTreeSet::new();
        let mut renamed = None;
        for line in body.lines().skip(1).map(str::trim) {
            if let Some((_, name)) = line.split_once("rename = \"") {
                renamed = name.split('"').next();
            }
            let field = line.trim_start_matches("pub ").split_once(": ").map(|(field, _)| field);
            if let Some(field) = field.filter(|_| !line.starts_with(['/', '#'])) {
                fields.insert(renamed.take().unwrap_or(field).to_owned());
            }
        }
        keys.insert(format!("{} {name}", file.display()), fields);
    }
}

/// Parts that are asked for by name.
fn of_documents(file: &Path, code: &str, keys: &mut Keys) {
    let code: String = code.split_whitespace().collect();
    for read in READS {
        for part in code.split(&format!("document.{read}(\"")).skip(1) {
            let key = part.split('"').next().unwrap_or_default().to_owned();
            keys.entry(file.display().to_string()).or_default().insert(key);
        }
    }
}

/// Below `<!-- place -->`, the first cells of a table, as `` `key` ``.
fn of_page() -> Keys {
    let mut keys = Keys::new();
    let page = text(Path::new(PAGE));
    let mut place = None;
    for line in page.lines() {
        if let Some(named) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->")) {
            keys.insert(named.to_owned(), BTreeSet::new());
            place = Some(named.to_owned());
        }
        let key = line.strip_prefix("| `").and_then(|line| line.split('`').next());
        if let (Some(place), Some(key)) = (&place, key) {
            keys.entry(place.clone()).or_default().insert(key.to_owned());
        }
    }
    keys
}

#[test]
fn the_page_of_keys_is_their_list() {
    let mut read = Keys::new();
    for (file, code) in rust() {
        let by_hand = !WRITTEN.iter().any(|written| file == Path::new(written));
        if by_hand && file.starts_with("crates") && !crate::is_test(&file) {
            of_structures(&file, before_tests(&code), &mut read);
            of_documents(&file, before_tests(&code), &mut read);
        }
    }
    let listed = of_page();
    let places: BTreeSet<&String> = read.keys().chain(listed.keys()).collect();
    let none_there = BTreeSet::new();
    let mut complaints = Vec::new();
    for place in places {
        let read = read.get(place).unwrap_or(&none_there);
        let listed = listed.get(place).unwrap_or(&none_there);
        let missing = read.difference(listed).map(|key| format!("{PAGE}: {place}: no `{key}`"));
        let unread = listed.difference(read);
        let unread = unread.map(|key| format!("{PAGE}: {place} reads no `{key}`"));
        complaints.extend(missing.chain(unread));
    }
    none(&complaints);
}
