//! `status`: what the last run left: published, late, held.

use anyhow::Context as _;
use portbook_pipeline::growth::{Growth, growth};

use super::settings;
use crate::arguments::Shared;
use crate::output;

/// Reasons told of one dataset.
const REASONS_MAX: usize = 3;

pub(crate) fn status(shared: &Shared) -> anyhow::Result<u8> {
    let Some(record) = last_run(shared)? else {
        anyhow::bail!("no run in {}\n  hint: run `portbook run` first", shared.archive.display());
    };
    let growth = growth(&settings(shared)?)?;
    if shared.json {
        let mut record = record;
        record["growth"] = serde_json::to_value(&growth)?;
        output::json(&record);
        return Ok(0);
    }
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut rows = vec![
        ["source", "dataset", "state", "releases", "rows", "issues"].map(str::to_owned).to_vec(),
    ];
    let lines = record["lines"].as_array().cloned().unwrap_or_default();
    for line in &lines {
        let row = ["source", "dataset", "state", "releases", "rows", "issues"];
        let words = |key| match key {
            "state" => text(&line[key]).replace('_', " "),
            _ => text(&line[key]),
        };
        rows.push(row.map(words).to_vec());
    }
    // A run that was killed cannot close its record.
    let state = match record["state"].as_str() {
        Some("running") => "not finished: running, or killed".to_owned(),
        _ => text(&record["state"]),
    };
    let commit = record["commit"].as_u64().map_or("none".to_owned(), |commit| commit.to_string());
    output::print(&format!("run {} ({state}), commit {commit}\n", text(&record["run"])));
    output::print(&output::columns(&rows, &[3, 4, 5]));
    output::print(&told(&growth));
    let quarantined = lines.iter().filter_map(|line| line["quarantined"].as_u64()).sum::<u64>();
    if quarantined > 0 {
        output::print(&format!("quarantine: {quarantined} refused cells, rows and tables"));
    }
    for line in &lines {
        let (source, dataset) = (text(&line["source"]), text(&line["dataset"]));
        let because = line["because"].as_array().cloned().unwrap_or_default();
        for why in because.iter().take(REASONS_MAX) {
            output::print(&format!("{source} {dataset}: {}", text(why)));
        }
        if let Some(more) = because.len().checked_sub(REASONS_MAX).filter(|more| *more > 0) {
            output::print(&format!(
                "{source} {dataset}: and {more} more: `portbook review` has all"
            ));
        }
    }
    Ok(0)
}

/// Sizes, leftovers, age, and what is to be expected, a line each.
fn told(growth: &Growth) -> String {
    let mib = |bytes: u64| {
        let tenths = bytes.saturating_mul(10) >> 20;
        format!("{}.{} MiB", tenths / 10, tenths % 10)
    };
    let Growth { archive_bytes, output_bytes, orphans, orphan_bytes, .. } = growth;
    let age = match growth.success_age_hours {
        None => "no run ended well yet".to_owned(),
        Some(hours) => format!("the last run that ended well is {hours:.1} hours old"),
    };
    let list = |of: &[String]| if of.is_empty() { "none".to_owned() } else { of.join(", ") };
    format!(
        "archive {}, output {}; {orphans} orphans of {}\n{age}\ndue now: {}\nlate: {}",
        mib(*archive_bytes),
        mib(*output_bytes),
        mib(*orphan_bytes),
        list(&growth.due),
        list(&growth.late),
    )
}

/// The newest run record; their names order as their times.
fn last_run(shared: &Shared) -> anyhow::Result<Option<serde_json::Value>> {
    let folder = shared.archive.join("runs");
    if !folder.is_dir() {
        return Ok(None);
    }
    let mut records = Vec::new();
    for entry in fs_err::read_dir(&folder)? {
        let path = entry?.path();
        // Records begin with a year; what a run leaves beside them does not.
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".json") {
            records.push(path);
        }
    }
    records.sort();
    let Some(path) = records.last() else { return Ok(None) };
    let text = fs_err::read_to_string(path)?;
    let record = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
    Ok(Some(record))
}
