//! The instant a question is put to: contract 8. A date means the end of that day, UTC.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::error::Error;

/// What is seen: every row ever published, or only what had been released by an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    Everything,
    /// `released_at` up to and including this instant.
    At(Timestamp),
}

/// From where the table is looked at: what had been released, and what we had seen of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    pub as_of: AsOf,
    /// `first_seen_at` up to and including this instant.
    pub known_at: AsOf,
}

impl From<AsOf> for View {
    fn from(as_of: AsOf) -> Self {
        Self { as_of, known_at: AsOf::Everything }
    }
}

impl AsOf {
    pub(crate) fn microsecond(self) -> Option<i64> {
        match self {
            Self::Everything => None,
            Self::At(at) => Some(at.as_microsecond()),
        }
    }

    /// The last microsecond of that day, UTC; `None` beyond the calendar.
    pub fn end_of(date: Date) -> Option<Self> {
        let midnight = date.tomorrow().ok()?.to_datetime(jiff::civil::Time::midnight());
        let end = TimeZone::UTC.to_timestamp(midnight).ok()?;
        Timestamp::from_microsecond(end.as_microsecond() - 1).ok().map(Self::At)
    }
}

impl FromStr for AsOf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || Error::AsOf { got: text.to_owned() };
        if text.len() == "2026-02-01".len() {
            let date: Date = text.parse().map_err(|_| wrong())?;
            return Self::end_of(date).ok_or_else(wrong);
        }
        text.parse().map(Self::At).map_err(|_| wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_end_of_its_day() {
        let AsOf::At(at) = "2026-02-01".parse().unwrap() else { panic!("an instant") };
        assert_eq!(at.to_string(), "2026-02-01T23:59:59.999999Z");
        let exact: AsOf = "2026-02-01T12:00:00Z".parse().unwrap();
        assert_eq!(exact, AsOf::At("2026-02-01T12:00:00Z".parse().unwrap()));
        for wrong in ["2026-02", "yesterday", "2026-02-30", ""] {
            assert!(wrong.parse::<AsOf>().is_err(), "{wrong}");
        }
    }
}
