//! When the next release of a dataset is expected, and whether it is due. Four layers, the first that
//! says something: an announced date, a window learned from the archive, the source's formula, none.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use portbook_source::timing::{Calendar, Timing};
use serde::{Deserialize, Serialize};

/// Releases from which a window is learned.
const LEARNED_MIN: usize = 6;
/// Of so many of the newest.
const LEARNED_MAX: usize = 24;
/// A check that said "not yet" longer ago than this tells nothing of when the release came.
const BETWEEN_MAX_HOURS: i64 = 48;

/// When a release was first seen. It came out in between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// `2025-11`.
    pub period: String,
    /// As published.
    pub released_at: Timestamp,
    /// The last check before that said there was nothing new; `None` where there was none shortly
    /// before, as of what was fetched later or first.
    pub absent_at: Option<Timestamp>,
    pub seen_at: Timestamp,
}

impl Arrival {
    /// `checks`: instants, in order, at which the source had nothing new.
    pub fn new(
        period: &str,
        released_at: Timestamp,
        seen_at: Timestamp,
        checks: &[Timestamp],
    ) -> Self {
        let before = checks.partition_point(|check| *check < seen_at).checked_sub(1);
        let absent_at = before.map(|at| checks[at]);
        let recent = |at: &Timestamp| seen_at.duration_since(*at).as_hours() < BETWEEN_MAX_HOURS;
        Self {
            period: period.to_owned(),
            released_at,
            absent_at: absent_at.filter(recent),
            seen_at,
        }
    }
}

/// Where a dataset stands on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// The next release is expected on that date, which has not come.
    Not(Date),
    /// Expected about now, or nobody said when.
    Open,
    /// Expected by that date, which has passed.
    Over(Date),
}

/// What says when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The publisher did.
    Announced,
    /// So many releases did.
    Learned { releases: usize },
    /// The source's file did, and not enough releases were seen.
    Formula,
}

/// When a release is expected: between two days, the publisher's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Of the release: `2025-12`.
    pub period: String,
    pub first: Date,
    pub last: Date,
    pub basis: Basis,
    /// The date that was announced before it was moved.
    pub moved_from: Option<Date>,
}

impl Expected {
    /// The instant at which it may first be out.
    pub fn opens(&self, timing: &Timing) -> Timestamp {
        let at = self.first.to_datetime(timing.time);
        timing.time_zone.to_timestamp(at).unwrap_or(Timestamp::MAX)
    }
}

/// Judges by the period of the newest release held (`2025-11`), at an instant.
pub fn due(timing: &Timing, arrivals: &[Arrival], newest: Option<&str>, now: Timestamp) -> Due {
    let today = timing.time_zone.to_datetime(now).date();
    match expected(timing, arrivals, newest) {
        Some(expected) if today < expected.first => Due::Not(expected.first),
        Some(expected) if today > expected.last => Due::Over(expected.last),
        Some(_) | None => Due::Open,
    }
}

/// When the release after the newest one held is expected; `None` where nothing says.
pub fn expected(timing: &Timing, arrivals: &[Arrival], newest: Option<&str>) -> Option<Expected> {
    let newest = newest?;
    let Some(calendar) = &timing.calendar else {
        // Nothing says which release is the next one, but a date that is announced.
        let mut after = timing.announced.iter().filter(|(period, _)| period.as_str() > newest);
        let (period, _) = after.next()?;
        return announced(timing, period.clone());
    };
    let next = month(newest)?.saturating_add(i32::from(calendar.every_months).months());
    let name = |month: Date| month.strftime("%Y-%m").to_string();
    if let Some(expected) = announced(timing, name(next)) {
        return Some(expected);
    }
    // Comes with the month after: not due before that is.
    let next =
        if calendar.joint.contains(&next.month()) { next.saturating_add(1.month()) } else { next };
    if let Some(expected) = announced(timing, name(next)) {
        return Some(expected);
    }
    let end = next.last_of_month();
    let after = |days: i64| end.saturating_add(days.days());
    let period = name(next);
    Some(match learned(timing, calendar, arrivals, next) {
        Some((least, most, releases)) => Expected {
            period,
            first: after(least - 1),
            last: after(most + 1),
            basis: Basis::Learned { releases },
            moved_from: None,
        },
        None => Expected {
            period,
            first: after(i64::from(calendar.lag_days)),
            last: after(i64::from(calendar.lag_days) + i64::from(calendar.grace_days)),
            basis: Basis::Formula,
            moved_from: None,
        },
    })
}

/// The day that the publisher said, and said last.
fn announced(timing: &Timing, period: String) -> Option<Expected> {
    let said = timing.announced.get(&period).or(timing.noticed.get(&period)).copied();
    let moved = timing.moved.get(&period).copied();
    let first = moved.or(said)?;
    let moved_from = moved.and(said);
    Some(Expected { period, first, last: first, basis: Basis::Announced, moved_from })
}

/// Whether the newest release came before its window as it was known when the one before it was
/// held: the day from which it was expected.
pub fn early(timing: &Timing, arrivals: &[Arrival]) -> Option<Date> {
    let [known @ .., newest] = arrivals else { return None };
    let expected = expected(timing, known, Some(&known.last()?.period))?;
    let out = timing.time_zone.to_datetime(newest.released_at).date();
    (expected.period == newest.period && out < expected.first).then_some(expected.first)
}

/// The least and most days from the end of a period to its release, of releases of the same class.
fn learned(
    timing: &Timing,
    calendar: &Calendar,
    arrivals: &[Arrival],
    next: Date,
) -> Option<(i64, i64, usize)> {
    let class = |month: i8| calendar.classes.iter().position(|class| class.contains(&month));
    let lag = |arrival: &Arrival| {
        let month = month(&arrival.period)?;
        let seen = timing.time_zone.to_datetime(arrival.seen_at).date();
        let same = class(month.month()) == class(next.month());
        let between = same && arrival.absent_at.is_some();
        between.then(|| i64::from(month.last_of_month().until(seen).unwrap_or_default().get_days()))
    };
    let lags: Vec<i64> = arrivals.iter().rev().filter_map(lag).take(LEARNED_MAX).collect();
    let releases = lags.len();
    let (least, most) = (lags.iter().min()?, lags.iter().max()?);
    (releases >= LEARNED_MIN).then_some((*least, *most, releases))
}

/// All that is expected until a day, in order, beginning after the newest release held.
pub fn until(
    timing: &Timing,
    arrivals: &[Arrival],
    newest: Option<&str>,
    last: Date,
) -> Vec<Expected> {
    let mut all: Vec<Expected> = Vec::new();
    let mut newest = newest.map(str::to_owned);
    while let Some(next) = expected(timing, arrivals, newest.as_deref()) {
        let goes_on = newest.as_ref().is_some_and(|newest| next.period > *newest);
        if next.first > last || !goes_on {
            break;
        }
        newest = Some(next.period.clone());
        all.push(next);
    }
    all
}

/// The last announced date, if some were announced and none is later than an instant.
pub fn ran_out(timing: &Timing, now: Timestamp) -> Option<Date> {
    let today = timing.time_zone.to_datetime(now).date();
    let last = timing.announced.values().chain(timing.noticed.values());
    let last = last.chain(timing.moved.values()).max()?;
    (*last < today).then_some(*last)
}

/// The instant at which a release period ended: a day, a month, a quarter or a year.
pub fn period_end(timing: &Timing, period: &str) -> Option<Timestamp> {
    let last = match period.split_once("-Q") {
        Some((year, quarter)) => {
            let month = quarter.parse::<i8>().ok()?.checked_mul(3)?;
            Date::new(year.parse().ok()?, month, 1).ok()?.last_of_month()
        }
        None if period.len() == 4 => Date::new(period.parse().ok()?, 12, 31).ok()?,
        None => month(period).map(Date::last_of_month).or_else(|| period.parse().ok())?,
    };
    let next = last.tomorrow().ok()?;
    timing.time_zone.to_timestamp(next.at(0, 0, 0, 0)).ok()
}

/// The first day of a release period that is a month.
fn month(period: &str) -> Option<Date> {
    let (year, month) = period.split_once('-')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

#[cfg(test)]
mod tests;
