//! What no reader needs any more: views of earlier commits, and bytes that no capture names. Only when
//! a person asks for it, and never bytes that the archive's index names.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use portbook_archive::archive::Archive;
use portbook_publish::leftovers;
use serde::Serialize;

use crate::error::Error;
use crate::settings::Settings;

/// What was removed, or would be.
#[derive(Clone, Debug, Serialize)]
pub struct Removed {
    /// Views of earlier commits; their records and files stay.
    pub views: Vec<PathBuf>,
    /// Bytes of the archive that no capture names.
    pub orphans: Vec<PathBuf>,
    /// Length of the orphans: a view is links and takes none.
    pub bytes: u64,
    /// Whether it was only looked at.
    pub dry_run: bool,
}

/// Removes what is older than so many days.
///
/// # Errors
/// Where the lock is held, a line of the index cannot be read, or a file cannot be removed.
pub fn gc(settings: &Settings, days: u32, dry_run: bool) -> Result<Removed, Error> {
    let writer = Archive::open(&settings.archive)?.lock(settings.clock)?;
    let clock = u64::try_from(settings.clock.as_second()).unwrap_or(0);
    let age = Duration::from_hours(24 * u64::from(days));
    let before = SystemTime::UNIX_EPOCH + Duration::from_secs(clock).saturating_sub(age);
    let views = leftovers::old_views(&settings.output, before)?;
    let orphans = writer.orphans(before)?;
    let mut bytes = 0;
    for orphan in &orphans {
        bytes += fs_err::symlink_metadata(orphan)?.len();
    }
    if !dry_run {
        leftovers::remove_views(&views)?;
        writer.remove_orphans(&orphans)?;
    }
    Ok(Removed { views, orphans, bytes, dry_run })
}
