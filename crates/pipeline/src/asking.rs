//! Whether a source is asked tonight: all of it where a release may be out; elsewhere one conditional
//! request a day, so that an early release is seen; and never twice within half an hour.

use jiff::{SignedDuration, Timestamp};
use portbook_source::load::Source;

use crate::due::{Due, due};
use crate::judged::Judged;

/// Less than a day, since nights are not on the minute.
const NIGHT: SignedDuration = SignedDuration::from_hours(20);
const HOUR: SignedDuration = SignedDuration::from_mins(55);
const HALF_HOUR: SignedDuration = SignedDuration::from_mins(25);
/// Days past the window in which a late release is looked for every hour.
const LATE_DAYS: i32 = 2;

/// What is asked of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Every page and what it leads to.
    All,
    /// One page; all if that is new.
    Probe,
    Nothing,
}

/// Judges by the datasets as the last build left them, and by when the source was last asked.
pub fn asking(
    source: &Source,
    judged: &[Judged],
    last_asked: Option<Timestamp>,
    now: Timestamp,
) -> Asking {
    let since = last_asked.map_or(SignedDuration::MAX, |last| now.duration_since(last));
    // Nothing was built of it yet.
    if judged.is_empty() {
        return if since < HALF_HOUR { Asking::Nothing } else { Asking::All };
    }
    let today = source.timing.time_zone.to_datetime(now).date();
    let mut probe = false;
    for dataset in judged {
        let newest = dataset.newest.as_deref();
        let says = crate::due::expected(&source.timing, &dataset.arrivals, newest).is_some();
        let pause = match due(&source.timing, &dataset.arrivals, newest, now) {
            Due::Not(_) => {
                probe = true;
                continue;
            }
            Due::Open if says || newest.is_none() => HALF_HOUR,
            Due::Over(by) if (today - by).get_days() <= LATE_DAYS => HOUR,
            // Long overdue, or nobody said when: once a night.
            Due::Over(_) | Due::Open => NIGHT,
        };
        if since >= pause {
            return Asking::All;
        }
    }
    if probe && since >= NIGHT { Asking::Probe } else { Asking::Nothing }
}
