//! `survey`: what each file of a folder is, a line each: reader, cells, observations or the reason
//! of its refusal, time and memory. Every file in a parser process of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use portbook_pipeline::survey::{Outcome, Survey, survey};
use portbook_source::load::{all, ids};
use serde_json::{Value, json};

use crate::arguments::{Shared, SurveyFiles};
use crate::output::{self, Lines};

pub(crate) fn files(shared: &Shared, arguments: &SurveyFiles) -> anyhow::Result<u8> {
    let now = shared.now.unwrap_or_else(super::clock);
    let parser = super::parser()?;
    let chosen = if shared.only.is_empty() { ids(&shared.pipelines)? } else { shared.only.clone() };
    let sources = all(&shared.pipelines, &chosen)?;
    let mut files = Vec::new();
    for path in &arguments.paths {
        below(path, &mut files)?;
    }
    let mut lines = Lines::open();
    let mut total = Total::default();
    for file in &files {
        let bytes = fs_err::read(file)?;
        let found = survey(file, &bytes, &sources, now, &parser)
            .with_context(|| file.display().to_string())?;
        let object = object(file, &found);
        if shared.json {
            lines.put(&object.to_string())?;
        } else {
            lines.say(&people(&object))?;
        }
        lines.flush()?;
        total.add(&found);
    }
    lines.close()?;
    output::note(&total.told());
    Ok(0)
}

/// What all files came to.
#[derive(Default)]
struct Total {
    read: u64,
    refused: u64,
    cells: u64,
    observations: u64,
    wall: Duration,
}

impl Total {
    fn add(&mut self, found: &Survey) {
        self.wall += found.wall;
        match &found.outcome {
            Outcome::Read { cells, observations, .. } => {
                self.read += 1;
                self.cells += cells;
                self.observations += observations.iter().map(|seen| seen.rows).sum::<u64>();
            }
            Outcome::Refused { .. } => self.refused += 1,
        }
    }

    fn told(&self) -> String {
        let Self { read, refused, cells, observations, wall } = self;
        format!(
            "{} files: {read} read, {refused} refused; {cells} cells, {observations} observations; \
             {:.1} s",
            read + refused,
            wall.as_secs_f64()
        )
    }
}

/// Files below a folder, by name; a file itself.
fn below(path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut entries = Vec::new();
    for entry in fs_err::read_dir(path)? {
        entries.push(entry?.path());
    }
    entries.sort();
    entries.iter().try_for_each(|entry| below(entry, files))
}

/// One file as JSON, on one line.
fn object(file: &Path, found: &Survey) -> Value {
    let mut object = json!({
        "file": file.to_string_lossy(),
        "bytes": found.bytes,
        "seen": found.seen.name(),
        "start_ms": u64::try_from(found.start.as_millis()).unwrap_or(u64::MAX),
        "read_ms": u64::try_from(found.read.as_millis()).unwrap_or(u64::MAX),
        "ms": u64::try_from(found.wall.as_millis()).unwrap_or(u64::MAX),
        "memory_bytes": found.memory_bytes,
    });
    match &found.outcome {
        Outcome::Read { heads, cells, observations } => {
            object["readers"] = heads.iter().map(|head| head.format.name()).collect();
            object["tables"] = json!(heads.iter().map(|head| head.tables.len()).sum::<usize>());
            object["cells"] = json!(cells);
            object["observations"] = observations
                .iter()
                .map(|seen| {
                    json!({
                        "source": seen.source, "value_cells": seen.value_cells,
                        "rows": seen.rows, "controls": seen.controls, "ignored": seen.ignored,
                        "refused": seen.refused, "issues": seen.issues, "lost": seen.lost,
                    })
                })
                .collect();
        }
        Outcome::Refused { kind, reason } => {
            object["refused"] = json!({ "kind": kind, "reason": reason });
        }
    }
    object
}

/// The same for people.
fn people(object: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let memory = object["memory_bytes"].as_u64().map_or("-".to_owned(), |b| (b >> 20).to_string());
    let cost = format!("{} ms, {memory} MiB", object["ms"]);
    let file = text(&object["file"]);
    if let Some(refused) = object.get("refused") {
        let (kind, reason) = (text(&refused["kind"]), text(&refused["reason"]));
        return format!("{file}: refused, {kind}: {reason} ({cost})");
    }
    let mut readers: Vec<String> = list(&object["readers"]).iter().map(text).collect();
    readers.dedup();
    let seen = list(&object["observations"])
        .into_iter()
        .map(|seen| format!(", {} observations by {}", seen["rows"], text(&seen["source"])));
    let seen: String = seen.collect();
    format!("{file}: {}, {} cells{seen} ({cost})", readers.join(" "), object["cells"])
}
