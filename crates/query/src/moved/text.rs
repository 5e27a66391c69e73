//! What moved, for people and for programs.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::moved::{ByDataset, Change, Moved};
use crate::revisions::text::pair_lines;
use crate::text_table::{Heading, render};

const WIDTH: usize = 100;

/// A line per dataset, those that moved most first, then the largest changes of value.
pub fn people(moved: &ByDataset) -> String {
    if moved.is_empty() {
        return "no row moved\n".to_owned();
    }
    let mut sorted: Vec<(&(String, String), &Moved)> = moved.iter().collect();
    sorted.sort_by_key(|(_, moved)| std::cmp::Reverse(moved.count()));
    let names = ["source", "dataset", "added", "removed"].into_iter();
    let names = names.chain(Change::ALL.map(Change::name));
    let headings: Vec<Heading> = names
        .enumerate()
        .map(|(column, name)| Heading { name: name.to_owned(), number: column > 1 })
        .collect();
    let rows: Vec<Vec<Option<String>>> = sorted
        .iter()
        .map(|((source, dataset), moved)| {
            let changed = |change| moved.changed.get(&change).copied().unwrap_or(0);
            let counts = [moved.added, moved.removed].into_iter().chain(Change::ALL.map(changed));
            let names = [source.clone(), dataset.clone()].into_iter();
            names.chain(counts.map(|count| count.to_string())).map(Some).collect()
        })
        .collect();
    let mut text =
        "rows (changed: value, status, attributes, superseded, address only)\n".to_owned();
    text.push_str(&render(&headings, &rows, WIDTH));
    for ((source, dataset), moved) in sorted.iter().filter(|(_, moved)| !moved.largest.is_empty()) {
        let _ = writeln!(text, "\n{source} {dataset}, the largest changes of value in proportion");
        for pair in &moved.largest {
            pair_lines(&mut text, pair, &[]);
        }
    }
    text
}

pub fn json(moved: &ByDataset) -> Value {
    let datasets = moved.iter().map(|((source, dataset), moved)| {
        let changed: Map<String, Value> = Change::ALL
            .iter()
            .map(|change| {
                let count = moved.changed.get(change).copied().unwrap_or(0);
                (change.name().to_owned(), count.into())
            })
            .collect();
        json!({
            "source": source,
            "dataset": dataset,
            "added": moved.added,
            "removed": moved.removed,
            "changed": changed,
            "largest": moved.largest.iter().map(crate::revisions::Pair::json).collect::<Vec<_>>(),
        })
    });
    datasets.collect()
}
