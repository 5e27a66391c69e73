//! The file keeps to whole runs.

use serde_json::{Value, json};

use super::{BYTES_MAX, JOB, appended, error_message, event};

fn run(kind: &str, id: usize) -> Value {
    let run = json!({ "runId": id.to_string(), "facets": {} });
    let job = json!({ "namespace": "portbook", "name": JOB });
    event(kind, "2025-12-09T02:00:00Z", &run, &job, &[], &[])
}

#[test]
fn the_oldest_runs_go_first_and_whole() {
    let runs = BYTES_MAX / run("START", 0).to_string().len();
    let events: Vec<Value> =
        (0..runs).flat_map(|id| [run("START", id), run("COMPLETE", id)]).collect();
    let text = appended("", &events);
    assert!(text.len() <= BYTES_MAX && text.len() > BYTES_MAX - 2_000, "{}", text.len());
    let first: Value = serde_json::from_str(text.lines().next().unwrap()).unwrap();
    assert_eq!(first["eventType"], "START");
    let last: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(last["run"]["runId"], (runs - 1).to_string());
}

#[test]
fn a_run_larger_than_the_file_stays_whole() {
    let before = appended("", &[run("START", 1), run("COMPLETE", 1)]);
    let mut large = run("COMPLETE", 2);
    large["run"]["facets"]["errorMessage"] = error_message(&"x".repeat(BYTES_MAX));
    let text = appended(&before, &[run("START", 2), large]);
    assert_eq!(text.lines().count(), 2);
    assert!(text.starts_with(&run("START", 2).to_string()));
}
