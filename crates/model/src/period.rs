//! Periods: the two dates are the truth, `time_period` is how SDMX writes them (contract 3).

use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::status::UnknownCode;

/// What a period is; part of a series' identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodKind {
    Month,
    Quarter,
    Year,
    /// From January to the month it ends in; the joint January and February too.
    Ytd,
    FiscalYear,
    Rolling,
    Days,
}

impl PeriodKind {
    pub fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Ytd => "ytd",
            Self::FiscalYear => "fiscal_year",
            Self::Rolling => "rolling",
            Self::Days => "days",
        }
    }
}

impl FromStr for PeriodKind {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        Ok(match text {
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "ytd" => Self::Ytd,
            "fiscal_year" => Self::FiscalYear,
            "rolling" => Self::Rolling,
            "days" => Self::Days,
            _ => {
                let expected = "month quarter year ytd fiscal_year rolling days";
                return Err(UnknownCode { got: text.to_owned(), expected });
            }
        })
    }
}

/// First and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    pub start: Date,
    pub end: Date,
}

impl Period {
    /// A calendar month; `None` unless `month` is 1 to 12 and the year is one of a calendar.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let start = Date::new(year, month, 1).ok()?;
        Some(Self { start, end: start.last_of_month() })
    }

    pub fn ytd(year: i16, month: i8) -> Option<Self> {
        let end = Self::month(year, month)?.end;
        Some(Self { start: Date::new(year, 1, 1).ok()?, end })
    }

    pub fn quarter(year: i16, quarter: i8) -> Option<Self> {
        if !(1..=4).contains(&quarter) {
            return None;
        }
        let start = Date::new(year, 3 * quarter - 2, 1).ok()?;
        Some(Self { start, end: Date::new(year, 3 * quarter, 1).ok()?.last_of_month() })
    }

    pub fn year(year: i16) -> Option<Self> {
        Self::ytd(year, 12)
    }

    /// Twelve months from the first of `first_month`.
    pub fn fiscal_year(year: i16, first_month: i8) -> Option<Self> {
        let start = Date::new(year, first_month, 1).ok()?;
        let end = start.checked_add(1.year()).ok()?.yesterday().ok()?;
        Some(Self { start, end })
    }

    /// The same days a year before; a month's end stays a month's end.
    #[must_use]
    pub fn a_year_before(&self) -> Option<Self> {
        let start = self.start.checked_sub(1.year()).ok()?;
        let ends_month = self.end == self.end.last_of_month();
        let end = self.end.checked_sub(1.year()).ok()?;
        Some(Self { start, end: if ends_month { end.last_of_month() } else { end } })
    }

    /// The month, quarter or year before; `None` for what does not follow upon itself.
    #[must_use]
    pub fn one_before(&self, kind: PeriodKind) -> Option<Self> {
        let last = self.start.yesterday().ok()?;
        match kind {
            PeriodKind::Month => Self::month(last.year(), last.month()),
            PeriodKind::Quarter => Self::quarter(last.year(), (last.month() + 2) / 3),
            PeriodKind::Year | PeriodKind::FiscalYear => self.a_year_before(),
            PeriodKind::Ytd | PeriodKind::Rolling | PeriodKind::Days => None,
        }
    }

    /// SDMX time period: the month, quarter or year it ends in, else `start/duration`.
    pub fn time_period(&self, kind: PeriodKind) -> String {
        let (year, month) = (self.end.year(), self.end.month());
        match kind {
            PeriodKind::Month | PeriodKind::Ytd => format!("{year:04}-{month:02}"),
            PeriodKind::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
            PeriodKind::Year => format!("{year:04}"),
            PeriodKind::FiscalYear => format!("{}/P1Y", self.start),
            // Whole months that roll on end in a month as a year to date does.
            PeriodKind::Rolling
                if self.start.day() == 1 && self.end == self.end.last_of_month() =>
            {
                format!("{year:04}-{month:02}")
            }
            PeriodKind::Rolling | PeriodKind::Days => {
                let days = (self.end - self.start).get_days() + 1;
                format!("{}/P{days}D", self.start)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_contracts_examples() {
        let ytd = Period::ytd(2025, 11).unwrap();
        assert_eq!(ytd.start.to_string(), "2025-01-01");
        assert_eq!(ytd.end.to_string(), "2025-11-30");
        assert_eq!(ytd.time_period(PeriodKind::Ytd), "2025-11");
        let quarter = Period::quarter(2025, 3).unwrap();
        assert_eq!(quarter.time_period(PeriodKind::Quarter), "2025-Q3");
        assert_eq!(Period::year(2025).unwrap().time_period(PeriodKind::Year), "2025");
        let india = Period::fiscal_year(2013, 4).unwrap();
        assert_eq!(india.end.to_string(), "2014-03-31");
        assert_eq!(india.time_period(PeriodKind::FiscalYear), "2013-04-01/P1Y");
        let days =
            Period { start: "2026-08-01".parse().unwrap(), end: "2026-08-20".parse().unwrap() };
        assert_eq!(days.time_period(PeriodKind::Days), "2026-08-01/P20D");
    }

    #[test]
    fn periods_before() {
        let of = |month| Period::month(2024, month).unwrap();
        let february = of(2);
        assert_eq!(february.a_year_before(), Period::month(2023, 2), "2024 is a leap year");
        assert_eq!(Period::month(2025, 2).unwrap().a_year_before(), Some(february));
        assert_eq!(of(1).one_before(PeriodKind::Month), Period::month(2023, 12));
        let first = Period::quarter(2024, 1).unwrap();
        assert_eq!(first.one_before(PeriodKind::Quarter), Period::quarter(2023, 4));
        assert_eq!(Period::ytd(2024, 3).unwrap().one_before(PeriodKind::Ytd), None);
    }

    proptest! {
        #[test]
        fn a_month_is_inside_its_year_to_date(year in 1900_i16..2200, month in 1_i8..=12) {
            let (one, ytd) = (Period::month(year, month).unwrap(), Period::ytd(year, month).unwrap());
            prop_assert_eq!(one.end, ytd.end);
            prop_assert!(ytd.start <= one.start);
            prop_assert_eq!(one.time_period(PeriodKind::Month), ytd.time_period(PeriodKind::Ytd));
        }
    }
}
