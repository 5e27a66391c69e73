//! `[release]` and `[calendar]` of `source.toml`: what names a release, and when it is out.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;

use crate::error::File;

/// When releases are published: `[release]` and `[calendar]`.
#[derive(Clone, Debug)]
pub struct Timing {
    pub period: PeriodFrom,
    /// IANA name of the publisher's zone.
    pub time_zone: jiff::tz::TimeZone,
    /// Local time of publication where only a date is printed.
    pub time: jiff::civil::Time,
    /// Release period -> announced date, which dates a release that prints none.
    pub announced: BTreeMap<String, Date>,
    /// Release period -> date by a yearly notice: says when to look, and dates nothing.
    pub noticed: BTreeMap<String, Date>,
    /// Release period -> the date to which its announced one was moved; that stays where it is.
    pub moved: BTreeMap<String, Date>,
    pub calendar: Option<Calendar>,
}

/// Where a release's period comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodFrom {
    /// The table's own text.
    Title,
    /// The index page.
    Listing,
    /// The date of `released_at`: query pages, mirrors.
    Date,
}

/// The release calendar where no date was announced: what is learned from the archive, by classes,
/// and before enough was seen a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Days from the end of a period to its usual publication.
    pub lag_days: u16,
    /// Days after that until the release is overdue.
    pub grace_days: u16,
    /// Months between releases.
    pub every_months: u8,
    /// Months, 1 to 12, whose figures come with those of the month after.
    pub joint: Vec<i8>,
    /// Months of the year whose releases take another time than the others, learned by themselves.
    pub classes: Vec<Vec<i8>>,
}

/// Of each month of the year 2025, the day on which the figures of the month before are out; 0 where
/// none are.
type Days = [i8; 12];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawCalendar {
    lag_days: u16,
    grace_days: u16,
    every_months: u8,
    #[serde(default)]
    joint: Vec<Spanned<i8>>,
    #[serde(default)]
    classes: Vec<Vec<Spanned<i8>>>,
    /// Year of publication -> its days.
    #[serde(default)]
    announced: BTreeMap<String, Spanned<Days>>,
    /// Release period -> the date it was moved to.
    #[serde(default)]
    moved: BTreeMap<String, Spanned<String>>,
}

/// Release periods and dates as a source's file writes them.
fn read_dates(
    file: &File<'_>,
    key: &str,
    raw: &BTreeMap<String, Spanned<String>>,
) -> BTreeMap<String, Date> {
    let mut dates = BTreeMap::new();
    for (period, date) in raw {
        let parsed = date.get_ref().parse().map_err(|_: jiff::Error| {
            let message = format!("{key}: got `{}`, expected a date", date.get_ref());
            file.mistake(&date.span(), message).hint("write `\"2026-02\" = \"2026-03-09\"`")
        });
        dates.extend(file.keep(parsed).map(|date| (period.clone(), date)));
    }
    dates
}

/// The calendar, the dates of its notices, and those that were moved.
fn read_calendar(
    file: &File<'_>,
    raw: RawCalendar,
) -> (Calendar, BTreeMap<String, Date>, BTreeMap<String, Date>) {
    let months = |months: Vec<Spanned<i8>>| -> Vec<i8> {
        for month in months.iter().filter(|month| !(1..=12).contains(month.get_ref())) {
            let message = format!("got month {}, expected 1 to 12", month.get_ref());
            file.tell(file.mistake(&month.span(), message).hint("write `joint = [1]`"));
        }
        months.into_iter().map(Spanned::into_inner).collect()
    };
    let mut announced = BTreeMap::new();
    for (year, days) in raw.announced {
        if let Some(dates) = dates(&year, *days.get_ref()) {
            announced.extend(dates);
        } else {
            let message = format!("announced: got {year} = {:?}", days.get_ref());
            let hint = "a year, and a day for each of its months, 0 where nothing comes out";
            file.tell(file.mistake(&days.span(), message).hint(hint));
        }
    }
    let calendar = Calendar {
        lag_days: raw.lag_days,
        grace_days: raw.grace_days,
        every_months: raw.every_months,
        joint: months(raw.joint),
        classes: raw.classes.into_iter().map(months).collect(),
    };
    (calendar, announced, read_dates(file, "moved", &raw.moved))
}

/// Release periods and their dates: a month of which nothing was out comes with the next. `None`
/// where there is no such day.
fn dates(year: &str, days: Days) -> Option<Vec<(String, Date)>> {
    let year: i16 = year.parse().ok()?;
    let (mut dates, mut waiting) = (Vec::new(), Vec::new());
    for (month, day) in (1..).zip(days) {
        let before = Date::new(year, month, 1).ok()?.saturating_sub(1.month());
        waiting.push(before.strftime("%Y-%m").to_string());
        if day != 0 {
            let date = Date::new(year, month, day).ok()?;
            dates.extend(waiting.drain(..).map(|period| (period, date)));
        }
    }
    Some(dates)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRelease {
    period: PeriodFrom,
    time_zone: Spanned<String>,
    time: Spanned<String>,
    #[serde(default)]
    announced: BTreeMap<String, Spanned<String>>,
}

pub(crate) fn read_timing(
    file: &File<'_>,
    raw: &RawRelease,
    calendar: Option<RawCalendar>,
) -> Option<Timing> {
    let zone = jiff::tz::TimeZone::get(raw.time_zone.get_ref()).map_err(|_| {
        let message =
            format!("time_zone: got `{}`, expected a zone's IANA name", raw.time_zone.get_ref());
        file.mistake(&raw.time_zone.span(), message).hint("write `time_zone = \"Asia/Shanghai\"`")
    });
    let time = raw.time.get_ref().parse().map_err(|_: jiff::Error| {
        let message = format!("time: got `{}`, expected hours and minutes", raw.time.get_ref());
        file.mistake(&raw.time.span(), message).hint("write `time = \"11:00\"`")
    });
    let announced = read_dates(file, "announced", &raw.announced);
    let (time_zone, time) = (file.keep(zone), file.keep(time));
    let (calendar, noticed, moved) = match calendar.map(|raw| read_calendar(file, raw)) {
        Some((calendar, noticed, moved)) => (Some(calendar), noticed, moved),
        None => (None, BTreeMap::new(), BTreeMap::new()),
    };
    let (time_zone, time) = (time_zone?, time?);
    Some(Timing { period: raw.period, time_zone, time, announced, noticed, moved, calendar })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The notice of China's customs for 2025: no release in February, two months in March.
    #[test]
    fn a_month_without_a_day_comes_with_the_next() {
        let dates: BTreeMap<_, _> =
            dates("2025", [13, 0, 7, 14, 9, 9, 14, 7, 8, 13, 7, 8]).unwrap().into_iter().collect();
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert_eq!(dates["2024-12"], day("2025-01-13"));
        assert_eq!((dates["2025-01"], dates["2025-02"]), (day("2025-03-07"), day("2025-03-07")));
        assert_eq!(dates["2025-11"], day("2025-12-08"));
        assert_eq!(dates.len(), 12);
    }

    #[test]
    fn a_day_that_is_none_is_refused() {
        assert_eq!(dates("2025", [13, 30, 7, 14, 9, 9, 14, 7, 8, 13, 7, 8]), None);
        assert_eq!(dates("next year", [0; 12]), None);
    }
}
