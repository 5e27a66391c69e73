//! Telling others: a heartbeat, notices, lineage. Best effort and bounded: what becomes of it is
//! logged, and changes neither the exit code nor anything that is published.

use portbook_fetch::push::{Pusher, Untold};
use portbook_model::secret::Secret;
use serde_json::{Value, json};

use crate::left::heartbeat;
use crate::notice::Notice;
use crate::summary::Summary;

const JSON: &str = "application/json";

/// Where to; nobody is told what has no address.
#[derive(Clone, Debug, Default)]
pub struct Tell {
    /// A dead man's switch: this address, below it `start` and `fail`.
    pub heartbeat: Option<Secret>,
    /// Takes `portbook.notice/1`.
    pub webhook: Option<Secret>,
    /// Takes `OpenLineage` events.
    pub lineage: Option<Secret>,
}

impl Tell {
    /// A run has begun.
    pub(crate) async fn begun(&self, summary: &Summary, events: &[Value]) {
        self.beat("start", summary).await;
        self.lineage(events).await;
    }

    /// A run has ended, by itself or at an error.
    pub(crate) async fn ended(&self, summary: &Summary, events: &[Value]) {
        let well = matches!(summary.exit_code, 0 | 10);
        self.beat(if well { "" } else { "fail" }, summary).await;
        self.lineage(events).await;
    }

    /// Whether whoever is to be told took it; true where nobody is.
    pub(crate) async fn notices(&self, summary: &Summary, notices: &[Notice]) -> bool {
        let Some(to) = self.webhook.as_ref().filter(|_| !notices.is_empty()) else { return true };
        let body = body(summary, notices).to_string();
        outcome("webhook", &push(to, "", &[], &body).await)
    }

    async fn beat(&self, below: &str, summary: &Summary) {
        let Some(to) = &self.heartbeat else { return };
        let beat = heartbeat::value(summary);
        let query = [("rid", beat["rid"].as_str().unwrap_or_default())];
        outcome("heartbeat", &push(to, below, &query, &beat.to_string()).await);
    }

    async fn lineage(&self, events: &[Value]) {
        let Some(to) = &self.lineage else { return };
        for event in events {
            // Nobody there for one: nobody there for the next.
            if !outcome("lineage", &push(to, "", &[], &event.to_string()).await) {
                return;
            }
        }
    }
}

/// The body of a webhook.
pub fn body(summary: &Summary, notices: &[Notice]) -> Value {
    json!({ "form": "portbook.notice/1", "run": summary.run, "notices": notices })
}

async fn push(to: &Secret, below: &str, query: &[(&str, &str)], body: &str) -> Result<(), Untold> {
    let pusher = Pusher::new().map_err(|error| Untold::Unanswered(error.to_string()))?;
    pusher.post(to, below, query, JSON, body).await
}

fn outcome(what: &'static str, pushed: &Result<(), Untold>) -> bool {
    match pushed {
        Ok(()) => tracing::info!(event = "told", what),
        Err(error) => tracing::warn!(event = "not_told", what, %error, "nobody took it"),
    }
    pushed.is_ok()
}
