//! Whether a dataset's next release is due: announced dates first, then the source's formula.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use portbook_source::access::Timing;

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

/// Judges by the period of the newest release held (`2025-11`), at an instant.
pub fn due(timing: &Timing, newest: Option<&str>, now: Timestamp) -> Due {
    let today = timing.time_zone.to_datetime(now).date();
    let Some(newest) = newest else { return Due::Open };
    let announced = timing.announced.range(newest.to_owned()..).find(|(p, _)| p.as_str() > newest);
    if let Some((_, date)) = announced {
        return if today < *date { Due::Not(*date) } else { Due::Over(*date) };
    }
    let Some(calendar) = timing.calendar else { return Due::Open };
    let Some(first_of_newest) = month(newest) else { return Due::Open };
    let next = first_of_newest.saturating_add(i32::from(calendar.every_months).months());
    let expected = next.last_of_month().saturating_add(i32::from(calendar.lag_days).days());
    let latest = expected.saturating_add(i32::from(calendar.grace_days).days());
    match () {
        () if today < expected => Due::Not(expected),
        () if today > latest => Due::Over(latest),
        () => Due::Open,
    }
}

/// The first day of a release period that is a month.
fn month(period: &str) -> Option<Date> {
    let (year, month) = period.split_once('-')?;
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use portbook_source::access::{Calendar, PeriodFrom};

    fn timing(calendar: Option<Calendar>) -> Timing {
        Timing {
            period: PeriodFrom::Title,
            time_zone: jiff::tz::TimeZone::get("Asia/Shanghai").unwrap(),
            time: "11:00".parse().unwrap(),
            announced: [("2025-11".to_owned(), "2025-12-18".parse().unwrap())].into(),
            calendar,
        }
    }

    /// Customs announced its monthly tables for the 18th in 2025; the day begins in Beijing.
    #[test]
    fn announced_dates_come_before_the_formula() {
        let at = |now: &str| due(&timing(None), Some("2025-10"), now.parse().unwrap());
        let day = "2025-12-18".parse().unwrap();
        assert_eq!(at("2025-12-17T15:59:00Z"), Due::Not(day));
        assert_eq!(at("2025-12-17T16:00:00Z"), Due::Over(day));
        assert_eq!(
            due(&timing(None), Some("2025-11"), "2026-06-01T00:00:00Z".parse().unwrap()),
            Due::Open
        );
    }

    #[test]
    fn the_formula_opens_a_window() {
        let calendar = Calendar { lag_days: 18, grace_days: 4, every_months: 1 };
        let at = |now: &str| due(&timing(Some(calendar)), Some("2025-11"), now.parse().unwrap());
        assert_eq!(at("2026-01-17T00:00:00Z"), Due::Not("2026-01-18".parse().unwrap()));
        assert_eq!(at("2026-01-20T00:00:00Z"), Due::Open);
        assert_eq!(at("2026-01-23T00:00:00Z"), Due::Over("2026-01-22".parse().unwrap()));
    }
}
