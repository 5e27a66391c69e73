//! How archive and output grow, how old the last success is, and what is due and late.

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_publish::leftovers;
use serde::Serialize;

use crate::calendar::calendar;
use crate::error::Error;
use crate::left::{HEARTBEAT, heartbeat};
use crate::settings::Settings;

#[derive(Clone, Debug, Serialize)]
pub struct Growth {
    /// Snapshots and index.
    pub archive_bytes: u64,
    /// Published files of all commits, each once.
    pub output_bytes: u64,
    /// What killed runs left, and bytes that no capture names.
    pub orphans: usize,
    pub orphan_bytes: u64,
    /// When a run last ended with 0 or 10.
    pub succeeded_at: Option<Timestamp>,
    pub success_age_hours: Option<f64>,
    /// Datasets in the window of their next release.
    pub due: Vec<String>,
    /// Datasets past it.
    pub late: Vec<String>,
}

/// As it lies there now.
///
/// # Errors
/// Where archive, output or pipelines cannot be read.
pub fn growth(settings: &Settings) -> Result<Growth, Error> {
    let archive = Archive::open(&settings.archive)?;
    let orphans = archive.leftovers()?;
    let lengths = orphans.iter().filter_map(|path| fs_err::symlink_metadata(path).ok());
    let orphan_bytes = lengths.map(|found| found.len()).sum();
    let now = settings.now.unwrap_or(settings.clock);
    let succeeded_at = heartbeat::succeeded_at(archive.left(HEARTBEAT).as_deref());
    let (mut due, mut late) = (Vec::new(), Vec::new());
    // Before anything was built there is no calendar.
    let expected = match calendar(settings, None) {
        Err(Error::NothingHeld { .. }) => Vec::new(),
        calendar => calendar?.expected,
    };
    for entry in expected {
        let name = format!("{} {}", entry.source, entry.dataset);
        if entry.overdue {
            late.push(name);
        } else if entry.is_open && !late.contains(&name) {
            due.push(name);
        }
    }
    Ok(Growth {
        archive_bytes: archive.bytes()?,
        output_bytes: leftovers::bytes(&settings.output)?,
        orphans: orphans.len(),
        orphan_bytes,
        success_age_hours: succeeded_at.map(|at| now.duration_since(at).as_secs_f64() / 3600.0),
        succeeded_at,
        due,
        late,
    })
}
