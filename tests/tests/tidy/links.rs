//! Pages: the book lists each, and links lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use portbook_tests::repository;

use crate::{has_end, none, text};

const CONTENTS: &str = "docs/SUMMARY.md";

fn pages() -> Vec<PathBuf> {
    repository::files().into_iter().filter(|file| has_end(file, "md")).collect()
}

/// Texts between `](` and `)`, code left out, with their lines.
fn links(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut code = false;
    for (at, line) in page.lines().enumerate() {
        if line.trim_start().starts_with("```") {
            code = !code;
        }
        if code {
            continue;
        }
        let words = line.split('`').step_by(2).collect::<Vec<_>>().join("`");
        let targets = words.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        found.extend(targets.map(|target| (at + 1, target.to_owned())));
    }
    found
}

/// What GitHub and mdBook call the headings of a page.
fn anchors(page: &str) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut anchors = BTreeSet::new();
    let mut code = false;
    for line in page.lines() {
        code ^= line.starts_with("```");
        let heading = line.trim_start_matches('#').strip_prefix(' ');
        let Some(heading) = heading.filter(|_| !code && line.starts_with('#')) else { continue };
        let kept = heading.to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
        let name = kept.collect::<String>().replace(' ', "-");
        let count = counts.entry(name.clone()).or_default();
        anchors.insert(if *count == 0 { name } else { format!("{name}-{count}") });
        *count += 1;
    }
    anchors
}

#[test]
fn the_book_lists_every_page_once() {
    let listed: Vec<PathBuf> = links(&text(Path::new(CONTENTS)))
        .into_iter()
        .map(|(_, target)| Path::new("docs").join(target))
        .collect();
    let mut complaints = Vec::new();
    for page in pages().iter().filter(|page| page.starts_with("docs") && **page != *CONTENTS) {
        let count = listed.iter().filter(|listed| *listed == page).count();
        if count != 1 {
            complaints.push(format!("{CONTENTS}: {} stands there {count} times", page.display()));
        }
    }
    none(&complaints);
}

#[test]
fn links_lead_somewhere() {
    let mut complaints = Vec::new();
    for file in pages() {
        for (line, link) in links(&text(&file)).into_iter().filter(|(_, link)| !link.contains(':'))
        {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let there = if path.is_empty() { file.clone() } else { file.with_file_name(path) };
            let whole = repository::root().join(&there);
            if !whole.exists() {
                complaints.push(format!("{}:{line}: no {path}", file.display()));
            } else if !anchor.is_empty()
                && has_end(&there, "md")
                && !anchors(&fs_err::read_to_string(&whole).expect("a page is text"))
                    .contains(anchor)
            {
                complaints.push(format!("{}:{line}: no heading for {link}", file.display()));
            }
        }
    }
    none(&complaints);
}

#[test]
fn headings_have_the_names_that_links_use() {
    let page = "# A, b: `c`\n```sh\n# no\n```\n## 5. Exit codes\n## 5. Exit codes\n";
    let expected = ["5-exit-codes", "5-exit-codes-1", "a-b-c"].map(str::to_owned);
    assert_eq!(anchors(page), BTreeSet::from(expected));
    assert_eq!(links("[a](b.md#c) `[d](e)`"), [(1, "b.md#c".to_owned())]);
}
