//! `lineage.ndjson`: `OpenLineage` 2-0-2. A run, and in it a run of each source that came to
//! something: one START and one of COMPLETE, FAIL, ABORT each. docs/lineage.md says what is in them.

use std::collections::{BTreeMap, BTreeSet};

use portbook_archive::archive::Archive;
use portbook_archive::capture::{Capture, Via};
use portbook_model::digest::Digest;
use portbook_publish::record::{Commit, current};
use portbook_schema::observation;
use portbook_source::load::Source;
use serde_json::{Map, Value, json};
use url::Url;

use crate::error::Error;
use crate::left::run_id;
use crate::memory::Memory;
use crate::settings::Settings;
use crate::summary::{Line, State, Summary};

const PRODUCER: &str =
    concat!("https://github.com/portbook/portbook/tree/v", env!("CARGO_PKG_VERSION"));
const EVENT: &str = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
const NAMESPACE: &str = "portbook";
/// The job of a whole run.
const JOB: &str = "run";

/// Most bytes of the file: whole runs, the oldest go first.
pub const BYTES_MAX: usize = 4 << 20;
/// Most inputs of an event, the newest.
pub const INPUTS_MAX: usize = 500;

/// The events with which a run begins: an end for each that was killed, and its own start.
pub fn begun(settings: &Settings, before: &str, summary: &Summary) -> Vec<Value> {
    let mut open: Vec<(String, Value, Value)> = Vec::new();
    for event in before.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        let id = event["run"]["runId"].as_str().unwrap_or_default().to_owned();
        if event["eventType"] == "START" {
            open.push((id, event["run"].clone(), event["job"].clone()));
        } else {
            open.retain(|(other, ..)| *other != id);
        }
    }
    let at = settings.clock.to_string();
    let mut events: Vec<Value> =
        open.into_iter().map(|(_, run, job)| event("ABORT", &at, &run, &job, &[], &[])).collect();
    let (run, job) = of_run(settings, summary);
    events.push(event("START", &summary.started_at.to_string(), &run, &job, &[], &[]));
    events
}

/// The events with which a run ends: both of each source that came to something, then its own.
///
/// # Errors
/// Where archive or output cannot be read.
pub fn ended(
    settings: &Settings,
    archive: &Archive,
    sources: &[Source],
    memory: Option<&Memory>,
    summary: &Summary,
) -> Result<Vec<Value>, Error> {
    let (started, at) = (summary.started_at, summary.ended_at.unwrap_or(summary.started_at));
    let (started, at) = (started.to_string(), at.to_string());
    let commit = match memory {
        Some(_) => current(&settings.output)?,
        None => None,
    };
    let mut events = Vec::new();
    for source in sources {
        let lines: Vec<&Line> = summary.lines.iter().filter(|l| l.source == source.id).collect();
        let any = |state| lines.iter().any(|line| line.state == state);
        let (published, failed) = (any(State::Published), any(State::Failed));
        if !published && !failed && !any(State::Held) {
            continue;
        }
        let job = json!({ "namespace": NAMESPACE, "name": format!("{}/build", source.id) });
        let run = |why: Option<String>| of_source(summary, source, why);
        events.push(event("START", &started, &run(None), &job, &[], &[]));
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        let snapshots = memory.and_then(|memory| memory.sources.get(&source.column()));
        if let (true, Some(memory), Some(commit)) = (published, snapshots, &commit) {
            inputs = read_by(archive, source, &memory.snapshots, &lines)?;
            outputs.push(table(settings, source, commit));
        }
        let because: Vec<&str> =
            lines.iter().flat_map(|line| line.because.iter().map(String::as_str)).collect();
        let (kind, why) =
            if failed { ("FAIL", Some(because.join("\n"))) } else { ("COMPLETE", None) };
        events.push(event(kind, &at, &run(why), &job, &inputs, &outputs));
    }
    let (mut run, job) = of_run(settings, summary);
    let kind = match (&summary.error, summary.exit_code) {
        (Some(error), _) => {
            run["facets"]["errorMessage"] = error_message(error);
            "FAIL"
        }
        (None, 0 | 10) => "COMPLETE",
        (None, code) => {
            run["facets"]["errorMessage"] = error_message(&format!("exit code {code}"));
            "FAIL"
        }
    };
    events.push(event(kind, &at, &run, &job, &[], &[]));
    Ok(events)
}

/// The file with these events behind what it has, cut to whole runs from the front.
pub fn appended(before: &str, events: &[Value]) -> String {
    let mut text = before.to_owned();
    for event in events {
        text.push_str(&event.to_string());
        text.push('\n');
    }
    if text.len() <= BYTES_MAX {
        return text;
    }
    let (mut at, mut begins) = (0, Vec::new());
    for line in text.split_inclusive('\n') {
        let event: Value = serde_json::from_str(line).unwrap_or_default();
        if event["eventType"] == "START" && event["job"]["name"] == JOB {
            begins.push(at);
        }
        at += line.len();
    }
    // The last run stays whole, however long it is.
    let fits = begins.iter().find(|begin| text.len() - **begin <= BYTES_MAX);
    text.split_off(*fits.or(begins.last()).unwrap_or(&0))
}

fn event(
    kind: &str,
    at: &str,
    run: &Value,
    job: &Value,
    inputs: &[Value],
    outputs: &[Value],
) -> Value {
    json!({
        "eventType": kind,
        "eventTime": at,
        "producer": PRODUCER,
        "schemaURL": EVENT,
        "run": run,
        "job": job,
        "inputs": inputs,
        "outputs": outputs,
    })
}

/// A facet with what every facet has.
fn facet(version: &str, name: &str, fields: Value) -> Value {
    let mut facet = Map::new();
    facet.insert("_producer".to_owned(), PRODUCER.into());
    let schema = format!("https://openlineage.io/spec/facets/{version}/{name}.json#/$defs/{name}");
    facet.insert("_schemaURL".to_owned(), schema.into());
    if let Value::Object(fields) = fields {
        facet.extend(fields);
    }
    Value::Object(facet)
}

fn error_message(message: &str) -> Value {
    let fields = json!({ "message": message, "programmingLanguage": "Rust" });
    facet("1-0-1", "ErrorMessageRunFacet", fields)
}

fn of_run(settings: &Settings, summary: &Summary) -> (Value, Value) {
    // The instant that decides what is due.
    let start = settings.now.unwrap_or(settings.clock).to_string();
    let nominal = facet("1-0-1", "NominalTimeRunFacet", json!({ "nominalStartTime": start }));
    let run = json!({
        "runId": run_id::of(&summary.run, None),
        "facets": { "nominalTime": nominal },
    });
    (run, json!({ "namespace": NAMESPACE, "name": JOB }))
}

/// A source's part of a run.
fn of_source(summary: &Summary, source: &Source, why: Option<String>) -> Value {
    let parent = json!({
        "run": { "runId": run_id::of(&summary.run, None) },
        "job": { "namespace": NAMESPACE, "name": JOB },
    });
    let mut facets = Map::new();
    facets.insert("parent".to_owned(), facet("1-1-0", "ParentRunFacet", parent));
    if let Some(why) = why {
        facets.insert("errorMessage".to_owned(), error_message(&why));
    }
    json!({ "runId": run_id::of(&summary.run, Some(&source.id)), "facets": facets })
}

/// Where the rows that stand were read from: one dataset an address, its version the bytes. The
/// newest of an address carries how what was printed there was judged.
fn read_by(
    archive: &Archive,
    source: &Source,
    snapshots: &BTreeSet<Digest>,
    lines: &[&Line],
) -> Result<Vec<Value>, Error> {
    let captures = archive.captures(&source.column())?;
    let mut named = BTreeSet::new();
    let newest = captures.iter().rev().filter_map(|capture| Some((capture, capture.snapshot?)));
    let newest = newest.filter(|(_, digest)| snapshots.contains(digest) && named.insert(*digest));
    let mut told = BTreeSet::new();
    let input = |(capture, digest): (&Capture, Digest)| {
        let mut input = input(capture, &digest);
        let assertions = assertions(lines, &capture.url);
        if told.insert(capture.url.clone()) && !assertions.is_empty() {
            let fields = json!({ "assertions": assertions });
            let facet = facet("1-0-1", "DataQualityAssertionsDatasetFacet", fields);
            input["inputFacets"] = json!({ "dataQualityAssertions": facet });
        }
        input
    };
    Ok(newest.take(INPUTS_MAX).map(input).collect())
}

/// What was asked of the releases that an address printed: that no cell is lost, each identity that
/// could be computed, and each rule that failed.
fn assertions(lines: &[&Line], url: &str) -> Vec<Value> {
    let mut asked = BTreeMap::<(String, Option<&str>), bool>::new();
    for line in lines {
        let mut releases = BTreeMap::<&str, bool>::new();
        for cells in line.conservation.iter().filter(|cells| cells.file == url) {
            *releases.entry(&cells.release).or_insert(true) &= cells.are_conserved();
        }
        for verdict in &line.verdicts {
            let Some(are_conserved) = releases.get(verdict.release.as_str()) else { continue };
            let mut put = |rule: &str, column, holds| {
                let name = format!("{rule}: {} of {}", line.dataset, verdict.release);
                *asked.entry((name, column)).or_insert(true) &= holds;
            };
            put("cells are conserved", None, *are_conserved);
            for (identity, [held, broken, _]) in &verdict.identities {
                if held + broken > 0 {
                    put(identity, Some("obs_value"), *broken == 0);
                }
            }
            for reason in verdict.reasons.iter().chain(&verdict.accepted) {
                put(&reason.rule, None, false);
            }
        }
    }
    let one = |((assertion, column), success): ((String, Option<&str>), bool)| match column {
        Some(column) => json!({ "assertion": assertion, "success": success, "column": column }),
        None => json!({ "assertion": assertion, "success": success }),
    };
    asked.into_iter().map(one).collect()
}

fn input(capture: &Capture, digest: &Digest) -> Value {
    let said = match (&capture.listing, capture.via) {
        (Some(listing), Via::Inbox) => &listing.page_url,
        _ => &capture.url,
    };
    let (namespace, name) = match Url::parse(said) {
        Ok(url) if url.has_host() => {
            let query = url.query().map_or(String::new(), |query| format!("?{query}"));
            let host = url.host_str().unwrap_or_default();
            (format!("{}://{host}", url.scheme()), format!("{}{query}", url.path()))
        }
        // Handed in, and nobody said from where.
        _ => ("inbox".to_owned(), capture.url.trim_start_matches("inbox:").to_owned()),
    };
    let version = json!({ "datasetVersion": digest.to_string() });
    let from = json!({ "name": namespace, "uri": format!("{namespace}{name}") });
    let mut facets = Map::new();
    facets.insert("version".to_owned(), facet("1-0-1", "DatasetVersionDatasetFacet", version));
    if namespace.contains("://") {
        facets.insert("dataSource".to_owned(), facet("1-0-1", "DatasourceDatasetFacet", from));
    }
    json!({ "namespace": namespace, "name": name, "facets": facets })
}

/// A source's part of the published table, as a commit shows it; its name is that of the folder,
/// which no commit changes.
fn table(settings: &Settings, source: &Source, commit: &Commit) -> Value {
    let column = source.column();
    let ours = || {
        let files = commit.files.iter().filter(|file| file.is_observations());
        files.filter(|file| file.partition("source") == Some(&column))
    };
    let rows: u64 = ours().map(|file| file.rows).sum();
    let bytes: u64 = ours().map(|file| file.bytes).sum();
    let fields: Vec<Value> = observation::schema()
        .fields()
        .iter()
        .map(|field| json!({ "name": field.name(), "type": field.data_type().to_string() }))
        .collect();
    let statistics = json!({ "rowCount": rows, "size": bytes, "fileCount": ours().count() });
    let output = std::path::absolute(&settings.output).unwrap_or(settings.output.clone());
    let version = json!({ "datasetVersion": commit.commit.to_string() });
    json!({
        "namespace": format!("file://{}", settings.host),
        "name": format!("{}/current/observation/source={column}", output.display()),
        "facets": {
            "version": facet("1-0-1", "DatasetVersionDatasetFacet", version),
            "schema": facet("1-2-0", "SchemaDatasetFacet", json!({ "fields": fields })),
        },
        "outputFacets": {
            "outputStatistics": facet("1-0-2", "OutputStatisticsOutputDatasetFacet", statistics),
        },
    })
}

#[cfg(test)]
mod tests;
