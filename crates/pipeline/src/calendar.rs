//! What is expected when and why, and how well that held: the calendar of every dataset as the last
//! build left it.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use portbook_archive::archive::Archive;
use portbook_source::load::Source;
use serde::Serialize;

use crate::due::{self, Basis, Due, Expected};
use crate::error::Error;
use crate::judged::Judged;
use crate::memory::Memory;
use crate::run::plan;
use crate::settings::Settings;

pub mod backtest;
mod ics;

/// The calendar of a span of days.
#[derive(Clone, Debug, Serialize)]
pub struct Calendar {
    /// In order of their first day.
    pub expected: Vec<Entry>,
    /// Datasets of which nothing says when: they are asked once a night.
    pub unsaid: Vec<Unsaid>,
    /// Sources whose announced dates ran out.
    pub ran_out: Vec<RanOut>,
}

/// A release that is expected.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    pub source: String,
    pub dataset: String,
    pub period: String,
    /// Days of the publisher's.
    pub first: Date,
    pub last: Date,
    /// The instant at which it may first be out.
    pub opens: Timestamp,
    pub basis: Basis,
    pub why: String,
    /// Whether the last day has passed.
    pub overdue: bool,
    /// Whether today is one of its days.
    pub is_open: bool,
    pub title: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unsaid {
    pub source: String,
    pub dataset: String,
    pub why: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RanOut {
    pub source: String,
    /// The last date that was announced.
    pub last: Date,
}

/// The calendar from now until a day, or for a month.
///
/// # Errors
/// Where pipelines or archive cannot be read.
pub fn calendar(settings: &Settings, until: Option<Date>) -> Result<Calendar, Error> {
    let now = settings.now.unwrap_or(settings.clock);
    let mut calendar = Calendar { expected: Vec::new(), unsaid: Vec::new(), ran_out: Vec::new() };
    for (source, judged) in judged(settings)? {
        let today = source.timing.time_zone.to_datetime(now).date();
        let until = until.unwrap_or(today.saturating_add(31.days()));
        if let Some(why) = &source.paused {
            calendar.unsaid(&source, &judged, &format!("paused: {why}"));
            continue;
        }
        if let Some(last) = due::ran_out(&source.timing, now) {
            calendar.ran_out.push(RanOut { source: source.id.clone(), last });
        }
        for dataset in &judged {
            let (timing, newest) = (&source.timing, dataset.newest.as_deref());
            let next = due::expected(timing, &dataset.arrivals, newest);
            if next.is_none() {
                let why = match newest {
                    None => "no release is held",
                    Some(_) => "no date is announced, and the source has no calendar",
                };
                calendar.unsaid(&source, std::slice::from_ref(dataset), why);
                continue;
            }
            let all = due::until(timing, &dataset.arrivals, newest, until);
            let is_over = |expected: &Expected| today > expected.last;
            // Of what is long overdue only the first: the next ones hang on it.
            let overdue = all.iter().take_while(|expected| is_over(expected)).count();
            for expected in all.into_iter().skip(overdue.saturating_sub(1)) {
                calendar.expected.push(entry(&source, &dataset.dataset, expected, today));
            }
        }
    }
    calendar.expected.sort_by(|a, b| {
        let key = |entry: &Entry| (entry.first, entry.source.clone(), entry.dataset.clone());
        key(a).cmp(&key(b))
    });
    Ok(calendar)
}

/// The datasets of the chosen sources, as the last build left them.
fn judged(settings: &Settings) -> Result<Vec<(Source, Vec<Judged>)>, Error> {
    let archive = Archive::open(&settings.archive)?;
    let mut memory = Memory::of(&archive)
        .ok_or_else(|| Error::NothingHeld { archive: settings.archive.clone() })?;
    let chosen = |source: &Source| settings.only.is_empty() || settings.only.contains(&source.id);
    let sources = plan(settings)?.into_iter().filter(chosen);
    let of = |source: Source| {
        let judged = memory.sources.remove(&source.column()).map(|source| source.judged);
        (source, judged.unwrap_or_default())
    };
    Ok(sources.map(of).collect())
}

fn entry(source: &Source, dataset: &str, expected: Expected, today: Date) -> Entry {
    let opens = expected.opens(&source.timing);
    let why = why(source, &expected);
    Entry {
        source: source.id.clone(),
        dataset: dataset.to_owned(),
        opens,
        why,
        overdue: today > expected.last,
        is_open: (expected.first..=expected.last).contains(&today),
        title: source.datasets.get(dataset).map_or(String::new(), |d| d.title.clone()),
        period: expected.period,
        first: expected.first,
        last: expected.last,
        basis: expected.basis,
    }
}

/// What says when a release is expected, for people.
pub(crate) fn why(source: &Source, expected: &Expected) -> String {
    match expected.basis {
        Basis::Announced => match expected.moved_from {
            Some(before) => format!("announced, moved from {before}"),
            None => "announced".to_owned(),
        },
        Basis::Learned { releases } => format!("learned from {releases} releases"),
        Basis::Formula => {
            let calendar = source.timing.calendar.as_ref();
            let (lag, grace) = calendar.map_or((0, 0), |c| (c.lag_days, c.grace_days));
            format!("{lag} days after the period, and {grace} more")
        }
    }
}

impl Calendar {
    fn unsaid(&mut self, source: &Source, judged: &[Judged], why: &str) {
        self.unsaid.extend(judged.iter().map(|dataset| Unsaid {
            source: source.id.clone(),
            dataset: dataset.dataset.clone(),
            why: why.to_owned(),
        }));
    }

    /// RFC 5545: a day or some for each release, under a name that does not change.
    pub fn ics(&self, now: Timestamp) -> String {
        ics::text(&self.expected, now)
    }
}

/// Whether a release that was out on a day was early, in time or late by what was known before.
pub(crate) fn kept(expected: &Expected, out: Date) -> Due {
    match () {
        () if out < expected.first => Due::Not(expected.first),
        () if out > expected.last => Due::Over(expected.last),
        () => Due::Open,
    }
}
