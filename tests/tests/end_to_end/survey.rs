//! Every published file of the folder, if there is one, through its reader: a line each on stderr,
//! and nothing may crash, hang, swell, lose a cell or be refused without a class.

use std::collections::BTreeMap;

use portbook_tests::expected::{Figure, all};
use portbook_tests::program::portbook;
use portbook_tests::published::Row;
use serde_json::Value;

use crate::conformance::{published_files, tell};
use crate::expected::parsed;
use crate::{count, list, text};

/// Most time of one file, milliseconds, and most memory of its process, bytes.
const MS_MAX: u64 = 10_000;
const MEMORY_BYTES_MAX: u64 = 1 << 30;
/// Of the data files that are not there to be refused, at least so many in a hundred are read.
const READ_PERCENT_MIN: usize = 95;
/// The closed list of refusals.
const KINDS: [&str; 12] = [
    "damaged",
    "empty",
    "encoding",
    "encrypted",
    "image",
    "metadata",
    "no-table",
    "pdf",
    "reply",
    "too-large",
    "unknown",
    "unsupported",
];

/// One line of `portbook survey --json` for every file below a folder.
pub(crate) fn surveyed(folder: &str) -> Vec<Value> {
    let ended = portbook(["survey", folder, "--json"]);
    ended.expect(0);
    let line = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    ended.stdout.lines().map(line).collect()
}

#[test]
fn conformance_of_every_published_file() {
    let Some(folder) = published_files() else {
        tell("skipped: PORTBOOK_REAL names no folder of published files");
        return;
    };
    let folder = folder.to_string_lossy().into_owned();
    let mut wrong = Vec::new();
    let (mut data, mut read) = (0, 0);
    let mut by_source: BTreeMap<String, [u64; 6]> = BTreeMap::new();
    for line in surveyed(&folder) {
        let file = text(&line["file"]).trim_start_matches(&folder).trim_start_matches('/');
        // What says where the files are from is none of them.
        if file.ends_with("SOURCES.md") {
            continue;
        }
        tell(&described(file, &line));
        count_by_source(&line, &mut by_source);
        wrong.extend(faults(&line).into_iter().map(|fault| format!("{file}: {fault}")));
        let kind = line.get("refused").map(|refused| text(&refused["kind"]));
        let is_trap = file.starts_with("hostile/") || file.starts_with("nasty/");
        if !is_trap && kind != Some("metadata") {
            data += 1;
            read += usize::from(kind.is_none());
        }
    }
    tell(&format!("source: {}; figures exact of listed", COUNTED.join(", ")));
    for (source, counts) in &by_source {
        let (exact, listed) = figures(source);
        tell(&format!(
            "{source}: {}; {exact} of {listed}",
            counts.map(|n| n.to_string()).join(", ")
        ));
        if exact != listed {
            wrong.push(format!("{source}: {exact} of {listed} figures are exact"));
        }
    }
    tell(&format!("read as raw tables: {read} of {data} data files outside hostile/ and nasty/"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(read * 100 >= data * READ_PERCENT_MIN, "{read} of {data} are read");
}

const COUNTED: [&str; 6] = ["files", "value_cells", "rows", "controls", "refused", "ignored"];

fn count_by_source(line: &Value, by_source: &mut BTreeMap<String, [u64; 6]>) {
    let Some(observed) = line.get("observations") else { return };
    for seen in list(observed) {
        let counts = by_source.entry(text(&seen["source"]).to_owned()).or_default();
        counts[0] += 1;
        for (sum, name) in counts[1..].iter_mut().zip(&COUNTED[1..]) {
            *sum += count(&seen[*name]);
        }
    }
}

/// Figures read by eye from the recordings' originals: how many are exact, and how many there are.
fn figures(source: &str) -> (usize, usize) {
    let listed: Vec<Figure> = all().into_iter().filter(|figure| figure.source == source).collect();
    let mut rows: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    let exact = listed.iter().filter(|figure| {
        let file = figure.path();
        let rows = rows.entry(file.clone()).or_insert_with(|| parsed(&file, source));
        let mut found = rows.iter().filter(|row| figure.picks(row));
        found.next().is_some_and(|row| figure.differs(row).is_none()) && found.next().is_none()
    });
    (exact.count(), listed.len())
}

/// `cpb/x.xlsx  xlsx  12345 cells  100 observations of intl/cpb  12 ms  30 MiB`.
fn described(file: &str, line: &Value) -> String {
    let memory = line["memory_bytes"].as_u64().map_or("-".to_owned(), |b| (b >> 20).to_string());
    let cost = format!("{} ms  {memory} MiB", line["ms"]);
    if let Some(refused) = line.get("refused") {
        let (kind, reason) = (text(&refused["kind"]), text(&refused["reason"]));
        return format!("{file}  {}  refused ({kind}): {reason}  {cost}", text(&line["seen"]));
    }
    let mut readers: Vec<&str> = list(&line["readers"]).iter().map(text).collect();
    readers.dedup();
    let observed = list(&line["observations"]).iter().map(|seen| {
        let issues = match count(&seen["issues"]) {
            0 => String::new(),
            issues => format!(" and {issues} issues"),
        };
        format!("  {} observations{issues} of {}", seen["rows"], text(&seen["source"]))
    });
    let observed: String = observed.collect();
    format!("{file}  {}  {} cells{observed}  {cost}", readers.join(" "), line["cells"])
}

/// What no file may do, whatever it holds.
fn faults(line: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let ms = count(&line["ms"]);
    if ms > MS_MAX {
        faults.push(format!("took {ms} ms"));
    }
    if let Some(bytes) = line["memory_bytes"].as_u64().filter(|bytes| *bytes > MEMORY_BYTES_MAX) {
        faults.push(format!("held {bytes} bytes"));
    }
    if let Some(refused) = line.get("refused") {
        let (kind, reason) = (text(&refused["kind"]), text(&refused["reason"]));
        if !KINDS.contains(&kind) {
            faults.push(format!("got class `{kind}`, expected one of {KINDS:?}"));
        }
        if reason.contains("the parser process") {
            faults.push(reason.to_owned());
        }
        return faults;
    }
    for seen in list(&line["observations"]) {
        if seen["lost"] != 0 {
            faults.push(format!("{} lost {} cells", text(&seen["source"]), seen["lost"]));
        }
    }
    faults
}
