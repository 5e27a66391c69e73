//! The rules of the text format, and ours.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::{FAMILIES, escaped, seconds, text};
use crate::collect::Collected;
use crate::summary::{Line, SinkLine, SinkState, State, Summary};

fn line(dataset: &str, state: State) -> Line {
    Line {
        source: "cn/gacc-express".to_owned(),
        dataset: dataset.to_owned(),
        state,
        releases: 2,
        rows: 40,
        issues: 0,
        quarantined: 3,
        newest: Some("2025-11".to_owned()),
        newest_at: Some("2025-12-08T03:00:00Z".parse().unwrap()),
        period_end: Some("2025-11-30T16:00:00Z".parse().unwrap()),
        due_at: None,
        because: Vec::new(),
        verdicts: Vec::new(),
        conservation: Vec::new(),
    }
}

fn summary() -> Summary {
    let at: Timestamp = "2025-12-09T02:00:00.25Z".parse().unwrap();
    let mut summary = Summary::begun("20251209T020000.000000Z-1".to_owned(), at);
    summary.lines = vec![line("partners", State::Held), line("a \"b\" \\", State::Paused)];
    summary.ended_at = Some(at);
    summary.succeeded_at = Some(at);
    summary.stages = [("collect", 1.5), ("publish", 0.25)].into();
    summary.commit = Some(7);
    let mut collected = Collected::default();
    for (host, outcome) in [("a.gov", "new"), ("a.gov", "unchanged"), ("b.gov", "failed")] {
        let outcomes = collected.requests.entry(host.to_owned()).or_default();
        *outcomes.entry(outcome).or_default() += 1;
    }
    let sink = |name: &str, state, commit| SinkLine {
        sink: name.to_owned(),
        engine: "PostgreSQL",
        state,
        commit,
        rows: 0,
        because: None,
    };
    summary.sinks =
        vec![sink("near", SinkState::Unchanged, Some(7)), sink("away", SinkState::Failed, None)];
    summary.collected = [("cn/gacc-express", &collected), ("cn/gacc-bulletin", &collected)]
        .map(|(source, collected)| (source.to_owned(), collected.clone()))
        .into();
    summary
}

/// The rules of the text format, and ours: HELP and TYPE once before the samples, no timestamp, no
/// sample twice, names in base units, no label that could take any number of values.
#[test]
fn every_rule_is_kept() {
    let text = text(&summary());
    let labels_known =
        ["source", "dataset", "state", "stage", "host", "outcome", "version", "commit", "sink"];
    let (mut helps, mut types) = (BTreeSet::new(), BTreeMap::new());
    let mut samples = BTreeSet::new();
    assert!(text.ends_with('\n'));
    for line in text.lines() {
        if let Some(help) = line.strip_prefix("# HELP ") {
            assert!(helps.insert(help.split_once(' ').unwrap().0.to_owned()), "{line}");
            continue;
        }
        if let Some(kind) = line.strip_prefix("# TYPE ") {
            let (name, kind) = kind.split_once(' ').unwrap();
            assert!(
                helps.contains(name) && types.insert(name.to_owned(), kind.to_owned()).is_none()
            );
            continue;
        }
        let (series, value) = line.rsplit_once(' ').unwrap();
        assert!(value.parse::<f64>().is_ok(), "{line}");
        let name = series.split('{').next().unwrap();
        // With a timestamp the name would end in a value.
        assert!(types.contains_key(name) && !name.contains(' '), "{line}");
        assert!(!name.ends_with("_total") || types[name] == "counter", "{line}");
        assert!(samples.insert(series.to_owned()), "twice: {line}");
        let labels = series.strip_prefix(name).unwrap().trim_matches(['{', '}']);
        for label in labels.split("\",").filter(|label| !label.is_empty()) {
            assert!(labels_known.contains(&label.split('=').next().unwrap()), "{line}");
        }
    }
}

#[test]
fn a_dataset_is_in_one_of_seven_states() {
    let text = text(&summary());
    let states = text.lines().filter(|line| line.starts_with("portbook_dataset_state{"));
    let partners: Vec<&str> = states.filter(|line| line.contains("\"partners\"")).collect();
    assert_eq!(partners.len(), 7);
    let on: Vec<&&str> = partners.iter().filter(|line| line.ends_with(" 1")).collect();
    assert_eq!(on.len(), 1);
    assert!(on[0].contains("state=\"held\""), "{on:?}");
}

#[test]
fn of_a_sink_that_failed_no_commit_is_claimed() {
    let text = text(&summary());
    assert!(text.contains("\nportbook_sink_commit{sink=\"near\"} 7\n"), "{text}");
    assert!(!text.contains("portbook_sink_commit{sink=\"away\"}"), "{text}");
    assert!(text.contains("\nportbook_sink_failed{sink=\"away\"} 1\n"), "{text}");
}

#[test]
fn requests_of_one_host_are_added_up_over_sources() {
    let text = text(&summary());
    assert!(text.contains("portbook_fetch_requests{host=\"a.gov\",outcome=\"new\"} 2\n"), "{text}");
}

#[test]
fn values_are_written_as_the_format_wants() {
    assert_eq!(escaped("a \"b\" \\\n"), r#"a \"b\" \\\n"#);
    assert_eq!(seconds("2025-12-09T02:00:00.25Z".parse().unwrap()), "1765245600.250");
    assert_eq!(seconds("1969-12-31T23:59:59.75Z".parse().unwrap()), "-0.250");
}

#[test]
fn the_page_lists_every_family() {
    let page = include_str!("../../../../../docs/metrics.md");
    for (name, kind, help) in FAMILIES {
        let row = format!("| `{name}` | {kind} | ");
        assert!(page.contains(&row), "docs/metrics.md has no row that begins `{row}`: {help}");
    }
    assert_eq!(page.matches("| `portbook_").count(), FAMILIES.len());
}
