//! A number stored in a workbook, as a cell: its digits without a float in between, or the date
//! its number format says it is.

use jiff::civil::{Date, DateTime, Time, date};

use crate::grid::{Cell, Kind};
use crate::read::digits::Digits;
use crate::read::number_format::Shows;
use crate::read::short::Short;
use crate::read::style::Style;
use portbook_model::text::Text;

/// The day that a workbook counts its days from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateSystem {
    /// 1 is 1 January 1900, and there is a 29 February 1900.
    From1900,
    /// 0 is 1 January 1904.
    From1904,
}

/// The cell of a stored number. What its format shows as a date is one; an elapsed time, a time
/// of day or 29 February 1900 is a number.
pub(super) fn number(value: f64, style: &Style, system: DateSystem) -> Cell {
    if !value.is_finite() {
        let kind = Kind::Error("not a finite number".to_owned());
        return style.dress(Cell::new(value.to_string(), kind));
    }
    let civil = (style.shows == Shows::Date).then(|| civil(value, system)).flatten();
    if let Some(civil) = civil {
        return style.dress(moment(civil));
    }
    // `+ 0.0` turns a negative zero into zero. Display never writes an exponent.
    let value = value + 0.0;
    match Short::of(value) {
        Some(short) => short_digits(short.text(), short, style),
        None => digits(Text::of(value), value, style),
    }
}

/// The cell of a number as a file writes it; `None` if it is no number.
pub(super) fn written(text: &str, style: &Style, system: DateSystem) -> Option<Cell> {
    if style.shows != Shows::Date
        && let Some(short) = Short::parse(text)
    {
        return Some(short_digits(short.text(), short, style));
    }
    let value: f64 = text.trim().parse().ok()?;
    Some(number(value, style, system))
}

/// Decimals that a style shows, and of which power of ten of what is stored.
fn shows(style: &Style) -> (Option<u8>, i8) {
    match style.shows {
        Shows::Decimals(decimals) => (Some(decimals), 0),
        Shows::Scaled { decimals, shift } => (Some(decimals), shift),
        Shows::General | Shows::Date | Shows::Unclear => (None, 0),
    }
}

fn short_digits(stored: Text, short: Short, style: &Style) -> Cell {
    let (decimals, shift) = shows(style);
    let shown =
        decimals.map(|decimals| short.shifted(shift).and_then(|short| short.shown(decimals)));
    match shown {
        Some(None) => digits(stored, 0.0, style),
        Some(Some(shown)) => dressed(shown.text(), stored, style),
        None => dressed(stored.clone(), stored, style),
    }
}

fn digits(stored: Text, value: f64, style: &Style) -> Cell {
    let (decimals, shift) = shows(style);
    let shown = decimals.and_then(|decimals| {
        Digits::of(&stored, value).shifted(shift).shown(decimals).map(Text::from)
    });
    dressed(shown.unwrap_or_else(|| stored.clone()), stored, style)
}

fn dressed(text: Text, stored: Text, style: &Style) -> Cell {
    let (decimals, shift) = shows(style);
    let format = style.code.clone();
    style.dress(Cell::new(text, Kind::Number { decimals, shift, stored, format }))
}

const DAY_MILLIS: f64 = 86_400_000.0;
/// Days from the epoch of 1900 to the end of the year 9999.
const DAYS_MAX: f64 = 2_958_466.0;

/// The moment of a serial number of days.
fn civil(value: f64, system: DateSystem) -> Option<DateTime> {
    let first = if system == DateSystem::From1904 && value == 0.0 { 0.0 } else { 1.0 };
    if !(first..DAYS_MAX).contains(&value) {
        return None;
    }
    let mut day = value.floor();
    let mut millis = ((value - day) * DAY_MILLIS).round();
    if millis >= DAY_MILLIS {
        (day, millis) = (day + 1.0, 0.0);
    }
    #[expect(clippy::cast_possible_truncation, reason = "bounded above")]
    let (day, millis) = (day as i64, millis as i64);
    let epoch: Date = match (system, day) {
        (DateSystem::From1900, 60) => return None,
        (DateSystem::From1900, ..60) => date(1899, 12, 31),
        (DateSystem::From1900, _) => date(1899, 12, 30),
        (DateSystem::From1904, _) => date(1904, 1, 1),
    };
    let day = epoch.checked_add(jiff::Span::new().try_days(day).ok()?).ok()?;
    let midnight = DateTime::from_parts(day, Time::midnight());
    midnight.checked_add(jiff::Span::new().try_milliseconds(millis).ok()?).ok()
}

/// A date written as ISO 8601 in the file, or a time of day, which is a number; text if it is
/// neither.
pub(super) fn iso_date(text: &str) -> Cell {
    if let Ok(time) = text.trim().trim_start_matches('T').trim_end_matches('Z').parse::<Time>()
        && text.contains(':')
        && !text.contains('-')
    {
        let seconds = time.duration_since(Time::midnight()).as_secs_f64();
        return number(seconds / (DAY_MILLIS / 1000.0), &Style::UNKNOWN, DateSystem::From1900);
    }
    match text.trim().trim_end_matches('Z').parse::<DateTime>() {
        Ok(civil) => moment(civil),
        Err(_) => Cell::text(text),
    }
}

fn moment(civil: DateTime) -> Cell {
    let is_day = civil.time() == Time::midnight();
    let text = if is_day { civil.date().to_string() } else { civil.to_string() };
    Cell::new(text, Kind::Date(civil))
}

pub(super) fn bool(value: bool) -> Cell {
    Cell::new(if value { "TRUE" } else { "FALSE" }, Kind::Bool(value))
}

/// An error cell, by its sign: `#REF!`.
pub(super) fn error(sign: &str) -> Cell {
    Cell::new(sign, Kind::Error(sign.to_owned()))
}

/// An error cell by the number that BIFF and xlsb have for it ([MS-XLS] 2.5.10).
pub(super) fn error_code(code: u8) -> Cell {
    match code {
        0x00 => error("#NULL!"),
        0x07 => error("#DIV/0!"),
        0x0F => error("#VALUE!"),
        0x17 => error("#REF!"),
        0x1D => error("#NAME?"),
        0x24 => error("#NUM!"),
        0x2A => error("#N/A"),
        0x2B => error("#GETTING_DATA"),
        _ => error(&format!("#ERROR {code}")),
    }
}

/// A formula without a stored result is an error cell: neither blank nor zero.
pub(super) fn formula_without_value() -> Cell {
    Cell::new("=", Kind::Error("formula without value".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(value: f64, code: Option<&str>) -> Cell {
        let style = code.map_or(Style::UNKNOWN, Style::of_code);
        super::number(value, &style, DateSystem::From1900)
    }

    #[test]
    fn text_is_what_the_format_shows_and_stored_is_what_is_there() {
        for (value, format, text, stored) in [
            (41046.38, Some("#,##0.0"), "41046.4", "41046.38"),
            (-104_567.0, Some("#,##0"), "-104567", "-104567"),
            (2.5, Some("0"), "3", "2.5"),
            (-2.5, Some("0"), "-3", "-2.5"),
            (0.125, Some("0.00"), "0.13", "0.125"),
            // Binary noise beyond 15 digits is not rounded on: 1.005 is stored a little below it.
            (1.005, Some("0.00"), "1.01", "1.005"),
            (1.1 * 1.15, Some("0.000"), "1.265", "1.265"),
            (0.1 + 0.2, Some("General"), "0.30000000000000004", "0.30000000000000004"),
            (0.052, Some("0.0%"), "5.2", "0.052"),
            (40_513_499.0, Some("#,##0,"), "40513", "40513499"),
            (40_513_500.0, Some("#,##0.0,,"), "40.5", "40513500"),
            (1e15, None, "1000000000000000", "1000000000000000"),
            (1e-7, None, "0.0000001", "0.0000001"),
            (-0.0, Some("0.0"), "0.0", "0"),
        ] {
            let cell = number(value, format);
            assert_eq!(cell.text, text);
            let Kind::Number { stored: seen, .. } = cell.kind else { panic!("{cell:?}") };
            if value.to_string().len() < 16 {
                assert_eq!(seen, stored);
            }
        }
        assert!(matches!(number(f64::NAN, None).kind, Kind::Error(_)));
    }

    #[test]
    fn dates_are_dates_only_where_the_format_says_so() {
        assert_eq!(number(45688.0, Some("mmm-yy")).text, "2025-01-31");
        assert_eq!(number(45688.5, Some("yyyy\"年\"m\"月\"")).text, "2025-01-31T12:00:00");
        assert_eq!(number(1.0, Some("d-mmm-yy")).text, "1900-01-01");
        assert_eq!(number(61.0, Some("d-mmm-yy")).text, "1900-03-01");
        assert_eq!(number(2_958_465.0, Some("d-mmm-yy")).text, "9999-12-31");
        assert_eq!(number(12.0, Some("0.0")).text, "12.0");
        for (value, code) in [
            (12.0, "[Red][<-25]General;General"),
            (60.0, "d-mmm-yy"),
            (0.5, "h:mm"),
            (1.5, "[h]:mm"),
            (-1.0, "d-mmm-yy"),
            (2_958_466.0, "d-mmm-yy"),
        ] {
            assert!(matches!(number(value, Some(code)).kind, Kind::Number { .. }), "{code}");
        }
        let style = Style::of_code("d-mmm-yy");
        assert_eq!(super::number(35064.0, &style, DateSystem::From1904).text, "2000-01-01");
        assert_eq!(super::number(0.0, &style, DateSystem::From1904).text, "1904-01-01");
    }

    #[test]
    fn iso_dates() {
        assert_eq!(iso_date("2025-01-31T00:00:00.000Z").text, "2025-01-31");
        assert_eq!(iso_date("06:00:00").text, "0.25");
        assert_eq!(iso_date("31 January").kind, Kind::Text);
    }

    proptest! {
        #[test]
        fn stored_digits_read_back(value in proptest::num::f64::NORMAL) {
            let Kind::Number { stored, .. } = number(value, None).kind else { unreachable!() };
            prop_assert!(!stored.contains(['e', 'E']));
            prop_assert_eq!(stored.parse::<f64>().unwrap().to_bits(), value.to_bits());
        }

        #[test]
        fn written_and_parsed_agree(value in -1e9_f64..1e9, decimals in 0_usize..9) {
            let text = format!("{value:.decimals$}");
            let style = Style::of_code("0.00");
            let parsed = super::number(text.parse().unwrap(), &style, DateSystem::From1900);
            prop_assert_eq!(written(&text, &style, DateSystem::From1900), Some(parsed));
        }
    }
}
