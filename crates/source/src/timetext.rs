//! Periods and dates as publishers print them: `Mar 2026`, `January-February 2025`, `2.2026`,
//! `2025年1-11月`, `2026/04/08`. Texts are folded already. What is ambiguous is not read.

use jiff::civil::Date;
use portbook_model::period::{Period, PeriodKind};

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A language that names months in tables and titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Zh,
}

/// Order of an all-digit date that does not start with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    Dmy,
    Mdy,
}

/// `3`, `03`, `3月`, `March`, `Mar.`; the names are the language's, digits are anyone's.
pub fn month(text: &str, language: Language) -> Option<i8> {
    let digits = match language {
        Language::Zh => text.strip_suffix('月').unwrap_or(text),
        Language::En => text,
    };
    if (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits.parse().ok().filter(|month| (1..=12).contains(month));
    }
    let name = text.strip_suffix('.').unwrap_or(text);
    let found = MONTHS_EN.iter().position(|full| {
        name == *full
            || (name.len() == 3 && full.starts_with(name))
            || (name == "Sept" && *full == "September")
    })?;
    (language == Language::En).then(|| i8::try_from(found + 1).expect("twelve months"))
}

pub fn year(text: &str) -> Option<i16> {
    let text = text.strip_suffix('年').unwrap_or(text);
    let right = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| right && (1800..2200).contains(year))
}

/// `1`, `Q1`, `I` … `IV`.
pub fn quarter(text: &str) -> Option<i8> {
    Some(match text {
        "1" | "Q1" | "I" => 1,
        "2" | "Q2" | "II" => 2,
        "3" | "Q3" | "III" => 3,
        "4" | "Q4" | "IV" => 4,
        _ => return None,
    })
}

/// `2013-2014` or `2013-14`: twelve months that begin in the first year.
pub fn fiscal_year(text: &str) -> Option<i16> {
    let (first, second) = text.split_once('-')?;
    let begin = year(first)?;
    let end = (begin + 1).to_string();
    (second == end || second == &end[2..]).then_some(begin)
}

/// A date: the year first, or the month named; `order` for digits that begin otherwise.
pub fn date(text: &str, language: Language, order: Option<DateOrder>) -> Option<Date> {
    if language == Language::En
        && let Some(date) = named_month_date(text)
    {
        return Some(date);
    }
    let parts: Vec<&str> =
        text.split(['/', '-', '.', '年', '月', '日']).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let small = |text: &str| -> Option<i8> {
        let right = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| right)
    };
    if let Some(year) = year(a) {
        return Date::new(year, small(b)?, small(c)?).ok();
    }
    let (day, month) = match order? {
        DateOrder::Dmy => (a, b),
        DateOrder::Mdy => (b, a),
    };
    Date::new(year(c)?, small(month)?, small(day)?).ok()
}

/// `January 29, 2026`, `29 January 2026`.
fn named_month_date(text: &str) -> Option<Date> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let [a, b, c] = words.as_slice() else { return None };
    let named = |text: &str| {
        text.starts_with(|c: char| c.is_alphabetic()).then(|| month(text, Language::En)).flatten()
    };
    let (month, day) = match (named(a), named(b)) {
        (Some(month), _) => (month, b),
        (None, Some(month)) => (month, a),
        (None, None) => return None,
    };
    Date::new(year(c)?, month, day.parse().ok()?).ok()
}

/// A period that a title prints; joint months from January are a year to date.
pub fn period(text: &str, language: Language) -> Option<(PeriodKind, Period)> {
    let (year, first, last) = months(text, language)?;
    if first == last {
        return Some((PeriodKind::Month, Period::month(year, last)?));
    }
    (first == 1 && last > 1).then(|| Period::ytd(year, last))?.map(|p| (PeriodKind::Ytd, p))
}

/// Year, first and last month of `Mar 2026`, `1-7.2026`, `2025年1至11月`, `2025-11` …
fn months(text: &str, language: Language) -> Option<(i16, i8, i8)> {
    let range = |text: &str| -> Option<(i8, i8)> {
        let text = text.trim_end_matches(['月', '.']);
        let (first, last) = text
            .split_once('-')
            .or_else(|| text.split_once('至'))
            .or_else(|| text.split_once(" to "))
            .unwrap_or((text, text));
        Some((month(first.trim(), language)?, month(last.trim(), language)?))
    };
    if let Some((year_text, rest)) = text.split_once('年') {
        let (first, last) = range(rest.trim())?;
        return Some((year(year_text.trim())?, first, last));
    }
    if let Some((year_text, rest)) = text.split_once('-')
        && let Some(year) = year(year_text)
    {
        let month = month(rest, language).filter(|_| rest.len() == 2)?;
        return Some((year, month, month));
    }
    let at = text.rfind([' ', '.'])?;
    let (first, last) = range(text[..at].trim())?;
    Some((year(text[at + 1..].trim())?, first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_printed() {
        let read = |text, language| {
            period(text, language).map(|(kind, p)| (kind.code(), p.time_period(kind)))
        };
        for (text, kind, time_period) in [
            ("Mar 2026", "month", "2026-03"),
            ("January-February 2025", "ytd", "2025-02"),
            ("Jan. 2018", "month", "2018-01"),
            ("2.2026", "month", "2026-02"),
            ("1-7.2026", "ytd", "2026-07"),
            ("2. 2019", "month", "2019-02"),
            ("November 2025", "month", "2025-11"),
            ("2025-11", "month", "2025-11"),
        ] {
            assert_eq!(read(text, Language::En), Some((kind, time_period.to_owned())), "{text}");
        }
        for (text, kind, time_period) in [
            ("2025年1-11月", "ytd", "2025-11"),
            ("2025年1至2月", "ytd", "2025-02"),
            ("2026年7月", "month", "2026-07"),
        ] {
            assert_eq!(read(text, Language::Zh), Some((kind, time_period.to_owned())), "{text}");
        }
        for text in ["Mar", "2026", "13.2026", "March-May 2026", "2025-2026", "Mars 2026"] {
            assert_eq!(read(text, Language::En), None, "{text}");
        }
    }

    #[test]
    fn dates_are_read_only_where_one_reading_exists() {
        let en = |text| date(text, Language::En, None).map(|d| d.to_string());
        assert_eq!(en("2026/04/08"), Some("2026-04-08".into()));
        assert_eq!(en("January 29, 2026"), Some("2026-01-29".into()));
        assert_eq!(en("29 January 2026"), Some("2026-01-29".into()));
        assert_eq!(en("03/08/2018"), None);
        assert_eq!(
            date("03/08/2018", Language::En, Some(DateOrder::Mdy)).map(|d| d.to_string()),
            Some("2018-03-08".into())
        );
        assert_eq!(
            date("2025年12月8日", Language::Zh, None).map(|d| d.to_string()),
            Some("2025-12-08".into())
        );
    }

    #[test]
    fn fiscal_years() {
        assert_eq!(fiscal_year("2013-2014"), Some(2013));
        assert_eq!(fiscal_year("2013-14"), Some(2013));
        assert_eq!(fiscal_year("2013-2015"), None);
    }
}
