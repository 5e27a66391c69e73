//! How the calendar would have done: every release of the archive against what was known before it,
//! how long it lay there before it was captured, and what that took in requests.

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_archive::capture::Via;
use serde::Serialize;

use super::{judged, kept};
use crate::due::{Basis, Due, expected};
use crate::error::Error;
use crate::settings::Settings;

/// One dataset over all its releases.
#[derive(Clone, Debug, Serialize)]
pub struct Kept {
    pub source: String,
    pub dataset: String,
    pub releases: usize,
    /// Releases that came on a day on which they were expected.
    pub in_window: usize,
    pub early: usize,
    /// Later than expected: it would have been told overdue.
    pub late: usize,
    /// Windows by what said them: announced, learned, formula.
    pub announced: usize,
    pub learned: usize,
    pub formula: usize,
    /// Releases that were seen to come: somebody had looked shortly before.
    pub watched: usize,
    /// Hours from release to capture of those, the middle one and the most.
    pub hours_median: Option<i64>,
    pub hours_most: Option<i64>,
    /// Requests to the source, over all its releases.
    pub requests: usize,
}

/// Every dataset of the chosen sources.
///
/// # Errors
/// Where pipelines or archive cannot be read.
pub fn backtest(settings: &Settings) -> Result<Vec<Kept>, Error> {
    let archive = Archive::open(&settings.archive)?;
    let mut all = Vec::new();
    for (source, judged) in judged(settings)? {
        let captures = archive.captures(&source.column())?;
        let requests = captures.iter().filter(|capture| capture.via == Via::Http).count();
        for dataset in judged {
            let arrivals = &dataset.arrivals;
            let mut found = Kept {
                source: source.id.clone(),
                dataset: dataset.dataset.clone(),
                releases: arrivals.len(),
                in_window: 0,
                early: 0,
                late: 0,
                announced: 0,
                learned: 0,
                formula: 0,
                watched: 0,
                hours_median: None,
                hours_most: None,
                requests,
            };
            for (number, pair) in arrivals.windows(2).enumerate() {
                let known = &arrivals[..=number];
                let Some(expected) = expected(&source.timing, known, Some(&pair[0].period)) else {
                    continue;
                };
                // Releases that are not held leave gaps, of which nothing can be said.
                if expected.period != pair[1].period {
                    continue;
                }
                let out = source.timing.time_zone.to_datetime(pair[1].released_at).date();
                match kept(&expected, out) {
                    Due::Not(_) => found.early += 1,
                    Due::Open => found.in_window += 1,
                    Due::Over(_) => found.late += 1,
                }
                match expected.basis {
                    Basis::Announced => found.announced += 1,
                    Basis::Learned { .. } => found.learned += 1,
                    Basis::Formula => found.formula += 1,
                }
            }
            let watched = arrivals.iter().filter(|arrival| arrival.absent_at.is_some());
            let mut hours: Vec<i64> =
                watched.map(|arrival| hours(arrival.released_at, arrival.seen_at)).collect();
            hours.sort_unstable();
            found.watched = hours.len();
            found.hours_median = hours.get(hours.len() / 2).copied();
            found.hours_most = hours.last().copied();
            all.push(found);
        }
    }
    Ok(all)
}

fn hours(from: Timestamp, to: Timestamp) -> i64 {
    to.duration_since(from).as_hours()
}
