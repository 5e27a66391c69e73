//! `portbook.prom`: Prometheus' classic text, without timestamps, since a collector skips a whole
//! file for one. docs/metrics.md lists the families.

use std::fmt::Write as _;

use jiff::Timestamp;

use crate::summary::{Line, Ruling, SinkLine, SinkState, State, Summary};

/// A family: name, type, help.
pub type Family = (&'static str, &'static str, &'static str);

const START: Family =
    ("portbook_run_start_timestamp_seconds", "gauge", "When the last run began, Unix time.");
const COMPLETION: Family =
    ("portbook_run_completion_timestamp_seconds", "gauge", "When the last run ended, Unix time.");
const SUCCESS: Family = (
    "portbook_run_success_timestamp_seconds",
    "gauge",
    "When a run last ended with 0 or 10, Unix time.",
);
const EXIT_CODE: Family =
    ("portbook_run_exit_code", "gauge", "Exit code of the last run, see exit-codes.md.");
const DURATION: Family =
    ("portbook_run_duration_seconds", "gauge", "How long each stage of the last run took.");
const STATE: Family =
    ("portbook_dataset_state", "gauge", "1 for the state each dataset ended in, 0 for the others.");
const DUE: Family = (
    "portbook_dataset_due_timestamp_seconds",
    "gauge",
    "When the next release is expected, Unix time; absent where nothing says.",
);
const LAST_RELEASE: Family = (
    "portbook_dataset_last_release_timestamp_seconds",
    "gauge",
    "When the newest published release came out, Unix time.",
);
const PERIOD_END: Family = (
    "portbook_dataset_period_end_timestamp_seconds",
    "gauge",
    "End of the period that the newest published release is of, Unix time.",
);
const ROWS: Family = (
    "portbook_rows",
    "gauge",
    "Rows that stand published, and rows of the releases this run judged, by what became of them.",
);
const QUARANTINED: Family =
    ("portbook_quarantined_cells", "gauge", "Cells, rows and tables that are refused.");
const REQUESTS: Family =
    ("portbook_fetch_requests", "gauge", "Addresses asked by the last run, by outcome.");
const ARCHIVE: Family =
    ("portbook_archive_bytes", "gauge", "Length of all snapshots and index files.");
const COMMIT: Family = ("portbook_commit", "gauge", "Number of the commit that readers see.");
const SINK_COMMIT: Family = (
    "portbook_sink_commit",
    "gauge",
    "Number of the commit that each sink holds; absent where the last run could not tell.",
);
const SINK_FAILED: Family =
    ("portbook_sink_failed", "gauge", "1 for a sink that the last run could not feed, else 0.");
const BUILD: Family = ("portbook_build_info", "gauge", "1, with the program's version and commit.");

/// All of them, in the order of the file.
pub const FAMILIES: [Family; 17] = [
    START,
    COMPLETION,
    SUCCESS,
    EXIT_CODE,
    DURATION,
    STATE,
    DUE,
    LAST_RELEASE,
    PERIOD_END,
    ROWS,
    QUARANTINED,
    REQUESTS,
    ARCHIVE,
    COMMIT,
    SINK_COMMIT,
    SINK_FAILED,
    BUILD,
];

/// Commit of the program, where whoever built it said so.
const BUILD_COMMIT: &str = match option_env!("PORTBOOK_BUILD_COMMIT") {
    Some(commit) => commit,
    None => "unknown",
};

/// An instant of a dataset.
type InstantOf = fn(&Line) -> Option<Timestamp>;

/// One sample: labels, value.
type Sample<'a> = (Vec<(&'static str, &'a str)>, String);

/// The file of a run that ended.
pub fn text(summary: &Summary) -> String {
    let mut text = String::new();
    of_run(&mut text, summary);
    of_datasets(&mut text, &summary.lines);
    let requests = summary.collected.values().flat_map(|collected| &collected.requests);
    let mut by_host = std::collections::BTreeMap::new();
    for (host, outcomes) in requests {
        for (outcome, count) in outcomes {
            *by_host.entry((host.as_str(), *outcome)).or_insert(0) += count;
        }
    }
    let samples = by_host.into_iter().map(|((host, outcome), count): (_, u64)| {
        (vec![("host", host), ("outcome", outcome)], count.to_string())
    });
    family(&mut text, REQUESTS, samples);
    family(&mut text, ARCHIVE, [(vec![], summary.archive_bytes.to_string())]);
    family(&mut text, COMMIT, summary.commit.map(|commit| (vec![], commit.to_string())));
    of_sinks(&mut text, &summary.sinks);
    let build = vec![("version", env!("CARGO_PKG_VERSION")), ("commit", BUILD_COMMIT)];
    family(&mut text, BUILD, [(build, "1".to_owned())]);
    text
}

fn of_sinks(text: &mut String, sinks: &[SinkLine]) {
    fn sample(sink: &SinkLine, value: u64) -> Sample<'_> {
        (vec![("sink", &sink.sink)], value.to_string())
    }
    let held = sinks.iter().filter_map(|sink| Some(sample(sink, sink.commit?)));
    family(text, SINK_COMMIT, held);
    let failed = |sink: &SinkLine| u64::from(sink.state == SinkState::Failed);
    family(text, SINK_FAILED, sinks.iter().map(|sink| sample(sink, failed(sink))));
}

fn of_run(text: &mut String, summary: &Summary) {
    let at = |instant: Timestamp| (vec![], seconds(instant));
    family(text, START, [at(summary.started_at)]);
    family(text, COMPLETION, summary.ended_at.map(at));
    family(text, SUCCESS, summary.succeeded_at.map(at));
    family(text, EXIT_CODE, [(vec![], summary.exit_code.to_string())]);
    let stages =
        summary.stages.iter().map(|(stage, took)| (vec![("stage", *stage)], took.to_string()));
    family(text, DURATION, stages);
}

fn of_datasets(text: &mut String, lines: &[Line]) {
    let states = lines.iter().flat_map(|line| {
        State::ALL.map(|state| {
            let mut labels = of(line);
            labels.push(("state", state.name()));
            (labels, u8::from(line.state == state).to_string())
        })
    });
    family(text, STATE, states);
    let instants: [(Family, InstantOf); 3] = [
        (DUE, |line| line.due_at),
        (LAST_RELEASE, |line| line.newest_at),
        (PERIOD_END, |line| line.period_end),
    ];
    for (name, at) in instants {
        family(text, name, lines.iter().filter_map(|line| Some((of(line), seconds(at(line)?)))));
    }
    let rows = lines.iter().flat_map(|line| {
        let sum = |of: fn(&Ruling) -> u64| line.verdicts.iter().map(of).sum::<u64>();
        let judged = [
            ("published", line.rows),
            ("new", sum(|ruling| ruling.new)),
            ("revised", sum(|ruling| ruling.revised)),
            ("restated", sum(|ruling| ruling.restated)),
            ("vanished", sum(|ruling| ruling.vanished)),
            ("corrected", sum(|ruling| ruling.corrected)),
        ];
        judged.map(|(outcome, count)| {
            let mut labels = of(line);
            labels.push(("outcome", outcome));
            (labels, count.to_string())
        })
    });
    family(text, ROWS, rows);
    family(text, QUARANTINED, lines.iter().map(|line| (of(line), line.quarantined.to_string())));
}

fn of(line: &Line) -> Vec<(&'static str, &str)> {
    vec![("source", &line.source), ("dataset", &line.dataset)]
}

/// Writes a family, if it has a sample.
fn family<'a>(
    text: &mut String,
    (name, kind, help): Family,
    samples: impl IntoIterator<Item = Sample<'a>>,
) {
    let mut samples = samples.into_iter().peekable();
    if samples.peek().is_none() {
        return;
    }
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
    for (labels, value) in samples {
        let labels: Vec<String> =
            labels.iter().map(|(label, value)| format!("{label}=\"{}\"", escaped(value))).collect();
        let labels =
            if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _ = writeln!(text, "{name}{labels} {value}");
    }
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

fn seconds(instant: Timestamp) -> String {
    let ms = instant.as_millisecond();
    let (sign, ms) = (if ms < 0 { "-" } else { "" }, ms.unsigned_abs());
    format!("{sign}{}.{:03}", ms / 1000, ms % 1000)
}

#[cfg(test)]
mod tests;
