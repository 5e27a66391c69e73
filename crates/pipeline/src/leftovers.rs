//! What runs left that did not end: flushed by the next, removed a day later.

use std::time::{Duration, SystemTime};

use portbook_archive::writer::Writer;
use portbook_publish::leftovers;

use crate::error::Error;
use crate::settings::Settings;

/// A reader may still have them open, a person may still look at them.
const AGE_MIN: Duration = Duration::from_hours(24);

/// Makes what an unended run left under `output` as durable as it looks; the archive did so when
/// its lock was taken.
pub(crate) fn settle(settings: &Settings, writer: &Writer) -> Result<(), Error> {
    if writer.is_after_unended_run() {
        tracing::warn!(
            event = "run_before_unended",
            "the run before did not end; what it left is checked and written over"
        );
        leftovers::settle(&settings.output)?;
    }
    Ok(())
}

/// Removes old leftovers from archive and output.
pub(crate) fn sweep(settings: &Settings, writer: &Writer) -> Result<(), Error> {
    let clock = u64::try_from(settings.clock.as_second()).unwrap_or(0);
    let before = SystemTime::UNIX_EPOCH + Duration::from_secs(clock).saturating_sub(AGE_MIN);
    let mut removed = writer.sweep(before)?;
    match leftovers::sweep(&settings.output, before) {
        Ok(also) => removed.extend(also),
        // A damaged record of an earlier commit cannot say which files it needs: nothing goes.
        Err(error) => {
            tracing::warn!(event = "leftovers_unknown", stage = "publish", %error, "no leftovers were looked for");
        }
    }
    for path in removed {
        tracing::info!(event = "leftover_removed", path = %path.display(), "a leftover of a killed run is removed");
    }
    Ok(())
}
