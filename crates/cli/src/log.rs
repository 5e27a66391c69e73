//! Logs as one JSON object a line: `ts`, `level`, `event` of a closed list (docs/events.md), `run`,
//! `stage`, `msg`, then what the event says.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde_json::{Map, Value};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::command::clock;

/// Fields that stand first, in this order.
const FIRST: [&str; 7] = ["event", "stage", "run", "source", "dataset", "state", "msg"];

/// Writes events as JSON.
pub(crate) struct Json {
    /// False under a journal, which stamps each line itself.
    pub(crate) stamped: bool,
    /// The run that an event named, for those after it.
    pub(crate) run: Mutex<Option<Value>>,
}

#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, field: &Field, value: Value) {
        let name = if field.name() == "message" { "msg" } else { field.name() };
        self.0.insert(name.to_owned(), value);
    }
}

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.put(field, format!("{value:?}").into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value.into());
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.put(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value.into());
    }
}

impl<S, N> FormatEvent<S, N> for Json
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(
        &self,
        _: &FmtContext<'_, S, N>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let mut fields = fields.0;
        let mut known = self.run.lock().unwrap_or_else(PoisonError::into_inner);
        match (fields.get("run"), &*known) {
            (Some(run), _) => *known = Some(run.clone()),
            (None, Some(run)) => {
                fields.insert("run".to_owned(), run.clone());
            }
            (None, None) => {}
        }
        drop(known);
        // What a library says has a message and no name.
        fields.entry("event").or_insert_with(|| "said".into());
        let mut line = Map::new();
        if self.stamped {
            line.insert(
                "ts".to_owned(),
                clock().strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string().into(),
            );
        }
        let level = event.metadata().level().as_str().to_lowercase();
        line.insert("level".to_owned(), level.into());
        for name in FIRST {
            line.extend(fields.shift_remove_entry(name));
        }
        line.extend(fields);
        writeln!(writer, "{}", Value::Object(line))
    }
}
