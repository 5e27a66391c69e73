//! `heartbeat.json`: one small object that says whether the last run ended, how, and when one last
//! ended well.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::left::run_id;
use crate::states::tally;
use crate::summary::Summary;

/// The object, which ends in a line end.
pub fn text(summary: &Summary) -> String {
    format!("{:#}\n", value(summary))
}

/// What a heartbeat says, as it is also sent.
pub fn value(summary: &Summary) -> Value {
    let ended = summary.ended_at.is_some();
    json!({
        "form": "portbook.heartbeat/1",
        "run": summary.run,
        "rid": run_id::of(&summary.run, None),
        "state": summary.state,
        "started_at": summary.started_at,
        "ended_at": summary.ended_at,
        "exit_code": ended.then_some(summary.exit_code),
        "succeeded_at": summary.succeeded_at,
        "commit": summary.commit,
        "datasets": tally(&summary.lines),
        "error": summary.error,
    })
}

/// When a run last ended well, as the heartbeat before tells.
pub(crate) fn succeeded_at(before: Option<&str>) -> Option<Timestamp> {
    let before: Value = serde_json::from_str(before?).ok()?;
    before["succeeded_at"].as_str()?.parse().ok()
}
