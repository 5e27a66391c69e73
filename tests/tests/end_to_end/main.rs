//! Proof across crates: the program over the repository's recordings, from release pages to what
//! any reader of Parquet sees. One file per question.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]

use std::sync::OnceLock;

use portbook_tests::program::Place;
use serde_json::Value;

mod added;
mod as_of;
mod backfilled;
mod browser;
mod bulk;
mod bulk_since;
mod bulk_totals;
mod catalog;
mod cells;
mod checks;
mod cited;
mod claims;
mod conformance;
mod conservation;
mod corrections;
mod damage;
mod described;
mod diff;
mod drafted;
mod envelopes;
mod exits;
mod expected;
mod explained;
mod gc;
mod held;
mod hostile;
mod inbox;
mod incremental;
mod known_at;
mod left;
mod listed;
mod manual;
mod nearest;
mod nothing_new;
mod parser_process;
mod quarantine;
mod readers;
mod reproducible;
mod reproduction;
mod review;
mod revisions;
mod ruritania;
mod survey;
mod telling;
mod vintages;
mod year;

/// One replayed run that all tests here look at and none changes.
struct Run {
    place: Place,
    summary: Value,
}

fn replayed() -> &'static Run {
    static RUN: OnceLock<Run> = OnceLock::new();
    RUN.get_or_init(|| {
        let place = Place::new("replayed");
        let summary = place.portbook(["run", "--replay", "--json"]).json(0);
        Run { place, summary }
    })
}

/// The elements of a JSON list.
fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("expected a list, got {value}"))
}

/// A JSON text.
fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected a text, got {value}"))
}

/// A JSON count.
fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("expected a count, got {value}"))
}

/// The line of one dataset in a summary.
fn line<'a>(summary: &'a Value, source: &str, dataset: &str) -> &'a Value {
    list(&summary["lines"])
        .iter()
        .find(|line| line["source"] == source && line["dataset"] == dataset)
        .unwrap_or_else(|| panic!("no line of {source} {dataset}: {summary:#}"))
}

/// The verdict on one release of a dataset.
fn verdict<'a>(line: &'a Value, release: &str) -> &'a Value {
    list(&line["verdicts"])
        .iter()
        .find(|verdict| verdict["release"] == release)
        .unwrap_or_else(|| panic!("no verdict on {release}: {line:#}"))
}
