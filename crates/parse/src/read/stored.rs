//! A number stored in a workbook, as a cell: its digits without a float in between.

use calamine::ExcelDateTime;
use jiff::civil::DateTime;
use portbook_model::amount::{Amount, Marks};

use crate::grid::{Cell, Kind};
use crate::read::number_format::{Shows, shows};

const PLAIN: Marks = Marks { decimal: '.', grouping: None };

/// The cell of a stored number, its text rounded half to even to what the format shows.
pub(super) fn number(value: f64, format: Option<String>) -> Cell {
    if !value.is_finite() {
        let kind = Kind::Error("not a finite number".to_owned());
        return Cell { text: value.to_string(), kind, indent: None };
    }
    // `+ 0.0` turns a negative zero into zero. Display never writes an exponent.
    digits((value + 0.0).to_string(), format)
}

/// The cell of a number stored as an integer.
pub(super) fn integer(value: i64, format: Option<String>) -> Cell {
    digits(value.to_string(), format)
}

fn digits(stored: String, format: Option<String>) -> Cell {
    let decimals = match format.as_deref().map(shows) {
        Some(Shows::Decimals(decimals)) => Some(decimals),
        Some(Shows::General | Shows::Date | Shows::Unclear) | None => None,
    };
    let rounded = decimals.and_then(|decimals| {
        Some(Amount::parse(&stored, PLAIN).ok()?.rounded(decimals)?.to_string())
    });
    let text = rounded.unwrap_or_else(|| stored.clone());
    Cell { text, kind: Kind::Number { decimals, stored, format }, indent: None }
}

/// The cell of a stored date. What is none (an elapsed time, a time of day, 29 February 1900) and
/// what the format does not show as one is a number.
pub(super) fn date(value: ExcelDateTime, format: Option<String>) -> Cell {
    let is_date = match format.as_deref().map(shows) {
        // The reader takes conditional formats such as `[Red][<-25]General` for dates.
        Some(Shows::General | Shows::Decimals(_) | Shows::Unclear) => false,
        Some(Shows::Date) | None => true,
    };
    let civil = civil(value).filter(|_| is_date && value.is_datetime() && value.as_f64() >= 1.0);
    let Some(civil) = civil else { return number(value.as_f64(), format) };
    Cell { text: iso(civil), kind: Kind::Date(civil), indent: None }
}

fn civil(value: ExcelDateTime) -> Option<DateTime> {
    let (year, month, day, hour, minute, second, millis) = value.to_ymd_hms_milli();
    DateTime::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
        i8::try_from(hour).ok()?,
        i8::try_from(minute).ok()?,
        i8::try_from(second).ok()?,
        i32::from(millis) * 1_000_000,
    )
    .ok()
}

/// A date written as ISO 8601 in the file; text if it is none.
pub(super) fn iso_date(text: String) -> Cell {
    match text.trim_end_matches('Z').parse::<DateTime>() {
        Ok(civil) => Cell { text: iso(civil), kind: Kind::Date(civil), indent: None },
        Err(_) => Cell::text(text),
    }
}

fn iso(civil: DateTime) -> String {
    let is_day = civil.time() == jiff::civil::Time::midnight();
    if is_day { civil.date().to_string() } else { civil.to_string() }
}

pub(super) fn bool(value: bool) -> Cell {
    let text = if value { "TRUE" } else { "FALSE" };
    Cell { text: text.to_owned(), kind: Kind::Bool(value), indent: None }
}

pub(super) fn error(error: &calamine::CellErrorType) -> Cell {
    let text = error.to_string();
    Cell { text: text.clone(), kind: Kind::Error(text), indent: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;
    use proptest::prelude::*;

    #[test]
    fn text_is_what_the_format_shows_and_stored_is_what_is_there() {
        for (value, format, text, stored) in [
            (41046.38, Some("#,##0.0"), "41046.4", "41046.38"),
            (-104_567.0, Some("#,##0"), "-104567", "-104567"),
            (2.5, Some("0"), "2", "2.5"),
            (0.1 + 0.2, Some("General"), "0.30000000000000004", "0.30000000000000004"),
            (0.052, Some("0.0%"), "0.052", "0.052"),
            (1e15, None, "1000000000000000", "1000000000000000"),
            (1e-7, None, "0.0000001", "0.0000001"),
            (-0.0, Some("0.0"), "0.0", "0"),
        ] {
            let cell = number(value, format.map(str::to_owned));
            assert_eq!(cell.text, text);
            let Kind::Number { stored: seen, .. } = cell.kind else { panic!("{cell:?}") };
            assert_eq!(seen, stored);
        }
        assert!(matches!(number(f64::NAN, None).kind, Kind::Error(_)));
    }

    #[test]
    fn dates_are_dates_only_where_the_format_says_so() {
        let serial =
            |value, is_1904| ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
        let read = |value, format: Option<&str>| date(value, format.map(str::to_owned));
        assert_eq!(read(serial(45688.0, false), Some("mmm-yy")).text, "2025-01-31");
        assert_eq!(read(serial(35064.0, true), None).text, "2000-01-01");
        assert_eq!(read(serial(45688.5, false), None).text, "2025-01-31T12:00:00");
        assert_eq!(read(serial(12.0, false), Some("0.0")).text, "12.0");
        assert_eq!(read(serial(12.0, false), Some("[Red][<-25]General;General")).text, "12");
        assert!(matches!(read(serial(60.0, false), None).kind, Kind::Number { .. }));
        assert!(matches!(read(serial(0.5, false), None).kind, Kind::Number { .. }));
    }

    proptest! {
        #[test]
        fn stored_digits_read_back(value in proptest::num::f64::NORMAL) {
            let Kind::Number { stored, .. } = number(value, None).kind else { unreachable!() };
            prop_assert!(!stored.contains(['e', 'E']));
            prop_assert_eq!(stored.parse::<f64>().unwrap().to_bits(), value.to_bits());
        }
    }
}
