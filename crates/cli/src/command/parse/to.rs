//! `parse --to`: record files of any size as the Parquet of the contract, without an archive.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use portbook_bulk::job::{Job, Outcome};
use portbook_bulk::progress::Progress;
use portbook_bulk::room::{BATCH_RECORDS, Room};
use portbook_cluster::address::Engine;
use portbook_model::amount::Amount;
use portbook_source::load::{Source, Texts};
use serde_json::{Value, json};

use super::REFUSED;
use crate::arguments::{Parse, Shared};
use crate::command::{memory_bytes, threads};
use crate::{output, progress};

/// Refused records and duplicates that are shown to a person.
const SHOWN_MAX: usize = 10;
/// Time between two looks at the progress.
const LOOK: Duration = Duration::from_millis(20);

pub(super) fn to(
    shared: &Shared,
    arguments: &Parse,
    folder: &Path,
    now: Timestamp,
) -> anyhow::Result<u8> {
    let Some(id) = &arguments.source else {
        anyhow::bail!("--to needs --source ID: no other source is tried on files of that size");
    };
    let texts = Texts::of(&shared.pipelines.join(id))?;
    let source = Source::read(id, shared.pipelines.join(id), &texts)?;
    let room = Room {
        memory_bytes: memory_bytes(shared),
        threads: threads(shared).get(),
        batch_records: BATCH_RECORDS,
        to: folder.to_owned(),
    };
    let jobs = {
        let spinner = progress::spinner("counting records");
        let plan = if arguments.engine.is_some() { Job::plan_sealed } else { Job::plan };
        let jobs = plan(&arguments.files, &source, now, room.threads);
        spinner.finish_and_clear();
        jobs?
    };
    if arguments.dry_run {
        for job in &jobs {
            output::print(&planned(job, &room)?);
        }
        return Ok(0);
    }
    let mut done = Vec::new();
    for job in &jobs {
        let outcome = match &arguments.engine {
            None => run(job, &room)?,
            Some(engine) => send(job, &texts, &room, engine)?,
        };
        done.push((job, outcome));
    }
    if shared.json {
        let jobs: Vec<Value> = done.iter().map(|(job, outcome)| told(job, outcome)).collect();
        output::json(&json!({ "jobs": jobs }));
    } else {
        for (job, outcome) in &done {
            output::print(&people(job, outcome));
        }
    }
    Ok(if done.iter().all(|(_, outcome)| outcome.is_whole()) { 0 } else { REFUSED })
}

fn run(job: &Job, room: &Room) -> anyhow::Result<Outcome> {
    let progress = Arc::new(Progress::default());
    let bar = progress::records(&job.layout, job.records());
    let outcome = std::thread::scope(|scope| {
        let running = scope.spawn(|| job.run(room, &progress));
        while !running.is_finished() {
            bar.set_position(progress.records_read());
            bar.set_message(said(&progress));
            std::thread::park_timeout(LOOK);
        }
        running.join()
    });
    bar.finish_and_clear();
    let outcome = outcome.map_err(|_| anyhow::anyhow!("a thread of the job panicked"))?;
    Ok(outcome?)
}

/// Has a cluster do it. It runs for itself, outside of this program's own tasks.
fn send(job: &Job, texts: &Texts, room: &Room, engine: &Engine) -> anyhow::Result<Outcome> {
    let spinner = progress::spinner(&format!("{} at {engine}", job.layout));
    let outcome = std::thread::scope(|scope| {
        scope.spawn(|| portbook_cluster::client::run(job, texts, &room.to, engine)).join()
    });
    spinner.finish_and_clear();
    Ok(outcome.map_err(|_| anyhow::anyhow!("a thread of the job panicked"))??)
}

fn said(progress: &Progress) -> String {
    let mebibytes = progress.bytes_read() >> 20;
    format!("{mebibytes} MiB read, {} rows written", progress.rows_written())
}

/// What a job will read and take, before it does.
fn planned(job: &Job, room: &Room) -> anyhow::Result<String> {
    let rows = job.records() * job.measures() as u64;
    let spill = job.spill_bytes_max(room) >> 20;
    let mut text = format!(
        "`{}`: {} files, {} MiB, {} records, at most {rows} rows; {} threads, {} MiB of memory, \
         at most {spill} MiB of sorted runs in {}\n",
        job.layout,
        job.inputs.len(),
        job.bytes() >> 20,
        job.records(),
        room.threads,
        room.memory_bytes >> 20,
        room.to.display(),
    );
    for input in &job.inputs {
        let (path, records) = (input.path.display(), input.records);
        text.push_str(&format!("  {path}: {records} records in {} ranges\n", input.ranges.len()));
    }
    text.push_str(&job.shown(room)?);
    Ok(text)
}

fn path(job: &Job, file: u32) -> PathBuf {
    job.inputs[file as usize].path.clone()
}

fn people(job: &Job, outcome: &Outcome) -> String {
    let files: usize = outcome.partitions.iter().map(|partition| partition.files.len()).sum();
    let mut text = format!(
        "`{}`: {} records, {} rows in {files} files, {} bytes\n",
        job.layout,
        outcome.read.iter().map(|told| told.records).sum::<u64>(),
        outcome.rows(),
        outcome.bytes(),
    );
    for (measure, sum) in outcome.measures.iter().zip(outcome.sums()) {
        text.push_str(&format!("  {measure}: {} rows, sum {}\n", sum.rows, plain(sum.value)));
    }
    let held = outcome.read.iter().filter(|told| told.is_held());
    for told in held {
        let path = path(job, told.file);
        text.push_str(&format!(
            "  {} is held: {} records refused\n",
            path.display(),
            told.records_refused
        ));
    }
    let refused = outcome.read.iter().flat_map(|told| &told.refused);
    for refused in refused.take(SHOWN_MAX) {
        let (path, record) = (path(job, refused.file), refused.record);
        text.push_str(&format!("  {}, record {record}: {}\n", path.display(), refused.why));
    }
    for partition in outcome.partitions.iter().filter(|partition| partition.duplicates > 0) {
        let (year, duplicates) = (partition.year, partition.duplicates);
        text.push_str(&format!(
            "  {year} is held: {duplicates} figures of an observation printed before\n"
        ));
        for twice in partition.named.iter().take(SHOWN_MAX) {
            let (first, second) = (path(job, twice.first.0), path(job, twice.second.0));
            text.push_str(&format!(
                "    {}: {}, record {}, and {}, record {}\n",
                twice.cell,
                first.display(),
                twice.first.1,
                second.display(),
                twice.second.1,
            ));
        }
    }
    text
}

/// A sum times 10^9 as a number.
fn plain(value: i128) -> String {
    let amount = Amount::of_base(value, 0, 9).map(|amount| amount.to_string());
    let text = amount.unwrap_or_default();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn told(job: &Job, outcome: &Outcome) -> Value {
    let sums = outcome.measures.iter().zip(outcome.sums());
    let sums: Vec<Value> = sums
        .map(|(cell, sum)| json!({ "cell": cell, "rows": sum.rows, "sum": plain(sum.value) }))
        .collect();
    let files: Vec<Value> = job
        .inputs
        .iter()
        .zip(&outcome.read)
        .map(|(input, read)| json!({ "path": input.path, "digest": input.digest, "held": read.is_held(), "read": read }))
        .collect();
    json!({
        "layout": job.layout,
        "rows": outcome.rows(),
        "bytes": outcome.bytes(),
        "sums": sums,
        "files": files,
        "partitions": outcome.partitions,
        "spilled": outcome.spilled,
    })
}
