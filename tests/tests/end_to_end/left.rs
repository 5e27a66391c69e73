//! What a run leaves beside its record: metrics, a heartbeat, lineage.

use std::collections::{BTreeMap, BTreeSet};

use portbook_tests::edit;
use portbook_tests::program::{Place, run};
use portbook_tests::python::script;
use serde_json::Value;

use crate::{count, list, replayed, text};

const FT900: &str = "us/census-ft900";

fn left(place: &Place, name: &str) -> String {
    fs_err::read_to_string(place.archive().join("runs").join(name)).unwrap()
}

fn heartbeat(place: &Place) -> Value {
    serde_json::from_str(&left(place, "heartbeat.json")).unwrap()
}

fn events(place: &Place) -> Vec<Value> {
    let text = left(place, "lineage.ndjson");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A sample of `portbook.prom`, by its name and labels as written.
fn samples(place: &Place) -> BTreeMap<String, f64> {
    let text = left(place, "portbook.prom");
    let samples = text.lines().filter(|line| !line.starts_with('#'));
    samples
        .map(|line| line.rsplit_once(' ').unwrap())
        .map(|(series, value)| (series.to_owned(), value.parse().unwrap()))
        .collect()
}

/// `paused`, in a source's own file.
fn pause(place: &Place, source: &str) {
    let file = place.pipelines.join(source).join("source.toml");
    let before = fs_err::read_to_string(&file).unwrap();
    fs_err::write(&file, format!("paused = \"the site is rebuilt\"\n{before}")).unwrap();
}

#[test]
fn metrics_say_what_the_summary_says() {
    let run = replayed();
    let samples = samples(&run.place);
    for line in list(&run.summary["lines"]) {
        let (source, dataset) = (text(&line["source"]), text(&line["dataset"]));
        let labels = format!("source=\"{source}\",dataset=\"{dataset}\"");
        let states: Vec<&str> =
            ["published", "unchanged", "not_due", "overdue", "held", "failed", "paused"]
                .into_iter()
                .filter(|s| {
                    samples[&format!("portbook_dataset_state{{{labels},state=\"{s}\"}}")] > 0.0
                })
                .collect();
        assert_eq!(states, [text(&line["state"])], "{labels}");
        let rows = samples[&format!("portbook_rows{{{labels},outcome=\"published\"}}")];
        assert_eq!(rows.to_string(), count(&line["rows"]).to_string(), "{labels}");
    }
    let requests = samples.iter().filter(|(name, _)| name.starts_with("portbook_fetch_requests{"));
    let asked: u64 =
        run.summary["collected"].as_object().unwrap().values().map(|c| count(&c["asked"])).sum();
    let counted: f64 = requests.map(|(_, value)| value).sum();
    assert_eq!(counted.to_string(), asked.to_string());
    assert!(samples["portbook_archive_bytes"] > 0.0);
    assert!((samples["portbook_commit"] - 1.0).abs() < 0.5);
    let (start, end) = (
        samples["portbook_run_start_timestamp_seconds"],
        samples["portbook_run_completion_timestamp_seconds"],
    );
    assert!(start <= end && start > 1.7e9);
}

#[test]
fn a_heartbeat_ends_as_its_run_did() {
    let run = replayed();
    let heartbeat = heartbeat(&run.place);
    assert_eq!(heartbeat["state"], "finished");
    assert_eq!(heartbeat["run"], run.summary["run"]);
    assert_eq!(heartbeat["exit_code"], run.summary["exit_code"]);
    assert_eq!(heartbeat["succeeded_at"], heartbeat["ended_at"]);
    assert_eq!(heartbeat["commit"], 1);
}

#[test]
fn lineage_leads_from_snapshots_to_a_commit() {
    let run = replayed();
    let events = events(&run.place);
    let mut kinds: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for event in &events {
        let id = text(&event["run"]["runId"]);
        assert_eq!((id.len(), &id[14..15]), (36, "5"), "version 5: {id}");
        kinds.entry(id).or_default().push(text(&event["eventType"]));
    }
    for (id, kinds) in &kinds {
        assert_eq!(kinds, &["START", "COMPLETE"], "{id}");
    }
    let sources: BTreeSet<&str> =
        list(&run.summary["lines"]).iter().map(|line| text(&line["source"])).collect();
    assert_eq!(kinds.len(), sources.len() + 1, "each source, and the run");

    let commit = run.place.output().join("commits/000001.json");
    let commit: Value = serde_json::from_str(&fs_err::read_to_string(commit).unwrap()).unwrap();
    let ended = events.iter().find(|event| {
        event["job"]["name"] == format!("{FT900}/build") && event["eventType"] == "COMPLETE"
    });
    let ended = ended.unwrap();
    let output = &ended["outputs"][0];
    assert!(text(&output["name"]).ends_with("/current/observation/source=us-census-ft900"));
    assert_eq!(output["facets"]["version"]["datasetVersion"], "1");
    let files = list(&commit["files"]).iter();
    let ours =
        files.filter(|file| text(&file["view"]).starts_with("observation/source=us-census-ft900/"));
    let rows: u64 = ours.map(|file| count(&file["rows"])).sum();
    assert_eq!(output["outputFacets"]["outputStatistics"]["rowCount"], rows);
    assert!(!list(&ended["inputs"]).is_empty());
    for input in list(&ended["inputs"]) {
        let digest = text(&input["facets"]["version"]["datasetVersion"]);
        assert!(commit["inputs"].get(format!("snapshot {digest}")).is_some(), "{input}");
        assert_eq!(input["namespace"], "https://www.census.gov", "{input}");
    }
}

/// The classes of `openlineage-python` take every event and facet, the parser of
/// `prometheus-client` every family, and `promtool`, where it is installed, finds nothing.
#[test]
fn clients_of_others_read_what_a_run_leaves() {
    let replayed = replayed();
    let mut python = script("tests/tests/end_to_end/left.py");
    let seen = run(python.arg(replayed.place.archive().join("runs"))).json(0);
    assert_eq!(count(&seen["events"]), events(&replayed.place).len() as u64);
    let facets: Vec<&str> = list(&seen["facets"]).iter().map(text).collect();
    let expected = [
        "DataQualityAssertionsDatasetFacet",
        "DatasetVersionDatasetFacet",
        "DatasourceDatasetFacet",
        "NominalTimeRunFacet",
        "OutputStatisticsOutputDatasetFacet",
        "ParentRunFacet",
        "SchemaDatasetFacet",
    ];
    assert_eq!(facets, expected);
    assert_eq!(count(&seen["samples"]), samples(&replayed.place).len() as u64);
    if seen["promtool"].is_null() {
        crate::conformance::tell("promtool is not installed: its check is skipped");
    } else {
        assert_eq!(seen["promtool"], 0, "{seen}");
    }
}

/// The cells of a printed table and the identities of a release are told where it was printed.
#[test]
fn lineage_tells_how_an_input_was_judged() {
    let events = events(&replayed().place);
    let ended = events.iter().find(|event| {
        event["job"]["name"] == "cn/gacc-express/build" && event["eventType"] == "COMPLETE"
    });
    let assertions: Vec<&Value> = list(&ended.unwrap()["inputs"])
        .iter()
        .filter_map(|input| input["inputFacets"]["dataQualityAssertions"]["assertions"].as_array())
        .flatten()
        .collect();
    let of = |name: &str| {
        let begins = |one: &&&Value| text(&one["assertion"]).starts_with(name);
        assertions.iter().filter(begins).map(|one| one["success"] == true).collect::<Vec<bool>>()
    };
    let conserved = of("cells are conserved: ");
    assert!(!conserved.is_empty() && conserved.iter().all(|held| *held));
    let identity = of("exports + imports = total trade: partners of ");
    assert!(!identity.is_empty() && identity.iter().all(|held| *held), "{assertions:?}");
}

#[test]
fn a_paused_source_is_not_asked_and_never_alarms() {
    let place = Place::of_source("left-paused", FT900);
    pause(&place, FT900);
    let skipped = place.portbook(["run", "--replay", "--json", "--skip-code"]);
    let summary = skipped.json(99);
    assert_eq!(summary["collected"][FT900]["asked"], 0);
    for line in list(&summary["lines"]) {
        assert_eq!(line["state"], "paused");
        assert!(text(&line["because"][0]).contains("the site is rebuilt"), "{line}");
    }
    assert_eq!(summary["exit_code"], 0, "what is skipped is well");
    let samples = samples(&place);
    let paused = samples.iter().filter(|(name, _)| name.contains("state=\"paused\""));
    assert!(paused.map(|(_, value)| *value).all(|value| value > 0.5));
}

#[test]
fn a_quiet_night_is_two_lines_and_a_due_one_is_not_skipped() {
    let place = Place::of_source("left-quiet", FT900);
    place.replay().json(0);
    let before = events(&place).len();
    let quiet = place.portbook(["run", "--replay", "--json", "--skip-code", "77"]).json(77);
    assert!(list(&quiet["lines"]).iter().all(|line| line["state"] == "not_due"), "{quiet}");
    assert_eq!(events(&place).len(), before + 2);
    let late = place.portbook(["run", "--replay", "--json", "--skip-code", "--now", "2027-01-01"]);
    let late = late.json(10);
    assert!(list(&late["lines"]).iter().all(|line| line["state"] == "overdue"), "{late}");
}

#[test]
fn a_run_that_stops_says_so_and_what_succeeded_before_stays() {
    let place = Place::of_source("left-stopped", FT900);
    place.replay().json(0);
    let well = heartbeat(&place);
    // A byte of a capture's line is changed: the run cannot go on.
    let captures = place.archive().join("captures/us-census-ft900");
    let file = fs_err::read_dir(captures).unwrap().next().unwrap().unwrap().path();
    edit::text(&file, "\"status\":200", "\"status\":201");
    place.replay().expect(65);
    let stopped = heartbeat(&place);
    assert_eq!((&stopped["state"], &stopped["exit_code"]), (&"stopped".into(), &65.into()));
    assert_eq!(stopped["succeeded_at"], well["succeeded_at"]);
    assert!(text(&stopped["error"]).contains("captures"), "{stopped}");
    let last = events(&place).pop().unwrap();
    assert_eq!(last["eventType"], "FAIL");
    assert_eq!(last["run"]["facets"]["errorMessage"]["message"], stopped["error"]);
    let samples = samples(&place);
    assert!((samples["portbook_run_exit_code"] - 65.0).abs() < 0.5);
    assert!(samples["portbook_run_success_timestamp_seconds"] > 0.0);
}

#[test]
fn a_killed_run_is_ended_by_the_next() {
    let place = Place::of_source("left-killed", FT900);
    place.replay().json(0);
    // As it lies there while a run works: its start, and no end.
    let text_of = left(&place, "lineage.ndjson");
    let started = text_of.lines().next().unwrap().replace("\"runId\":\"", "\"runId\":\"dead");
    let file = place.archive().join("runs/lineage.ndjson");
    fs_err::write(file, format!("{text_of}{started}\n")).unwrap();
    place.replay().json(0);
    let aborted: Vec<Value> =
        events(&place).into_iter().filter(|event| event["eventType"] == "ABORT").collect();
    assert_eq!(aborted.len(), 1);
    assert!(text(&aborted[0]["run"]["runId"]).starts_with("dead"));
}
