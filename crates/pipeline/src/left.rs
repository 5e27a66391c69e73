//! What a run leaves beside its record, for whoever watches from outside: metrics, a heartbeat, and
//! lineage. One summary, three texts; each is written aside and renamed, before the run ends.

use portbook_archive::writer::Writer;
use portbook_source::load::Source;

use serde_json::Value;

use crate::error::Error;
use crate::memory::Memory;
use crate::settings::Settings;
use crate::summary::{State, Summary};

pub mod heartbeat;
pub mod lineage;
pub mod metrics;
pub mod run_id;

/// For the textfile collector of a node exporter.
pub const METRICS: &str = "portbook.prom";
/// What the last run came to, or that one runs.
pub const HEARTBEAT: &str = "heartbeat.json";
/// `OpenLineage`: the events of the last runs.
pub const LINEAGE: &str = "lineage.ndjson";

/// A run has begun: whoever sees no end of it knows that it hangs or was killed. The events of it.
pub(crate) fn begin(
    settings: &Settings,
    writer: &Writer,
    summary: &Summary,
) -> Result<Vec<Value>, Error> {
    let before = writer.archive().left(LINEAGE).unwrap_or_default();
    let events = lineage::begun(settings, &before, summary);
    writer.leave(LINEAGE, &lineage::appended(&before, &events))?;
    writer.leave(HEARTBEAT, &heartbeat::text(summary))?;
    Ok(events)
}

/// A run has ended, by itself or at an error. The events of it.
pub(crate) fn end(
    settings: &Settings,
    writer: &Writer,
    sources: &[Source],
    summary: &Summary,
) -> Result<Vec<Value>, Error> {
    let archive = writer.archive();
    let moved = summary.lines.iter().any(|line| line.state == State::Published);
    let memory = if moved { Memory::of(archive) } else { None };
    let before = archive.left(LINEAGE).unwrap_or_default();
    let events = lineage::ended(settings, archive, sources, memory.as_ref(), summary)?;
    writer.leave(LINEAGE, &lineage::appended(&before, &events))?;
    writer.leave(METRICS, &metrics::text(summary))?;
    writer.leave(HEARTBEAT, &heartbeat::text(summary))?;
    Ok(events)
}
