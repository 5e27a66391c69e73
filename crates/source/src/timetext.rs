//! Periods and dates as publishers print them: `Mar 2026`, `January-February 2025`, `2.2026`,
//! `2025年1-11月`, `III кв. 2025`, `2026/04/08`. Texts are folded already. What is ambiguous is not
//! read.

use jiff::ToSpan as _;
use jiff::civil::Date;
use portbook_model::period::{Period, PeriodKind};

pub use language::{Language, Languages};

mod language;
#[cfg(test)]
mod tests;

/// Order of an all-digit date that does not start with the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    Dmy,
    Mdy,
}

/// `3`, `03`, `3月`, `3월`, `March`, `Mar.`; the names are the languages', digits are anyone's.
pub fn month(text: &str, languages: impl Into<Languages>) -> Option<i8> {
    let digits = text.strip_suffix(['月', '월']).unwrap_or(text);
    if let Some(month) = small(digits) {
        return Some(month).filter(|month| (1..=12).contains(month));
    }
    text.starts_with(char::is_alphabetic).then(|| languages.into().month_named(text)).flatten()
}

/// `2025`, `2025年`, `2025 г.`, a Japanese `令和7年`, and `2024-01-01`: a year cell typed as a date.
pub fn year(text: &str) -> Option<i16> {
    let bare = ["年", "년", "г.", "г"].iter().find_map(|mark| text.strip_suffix(mark));
    let text = bare.unwrap_or(text).trim_end();
    let text = text.strip_suffix("-01-01").unwrap_or(text);
    if let Some(year) = era_year(text) {
        return Some(year);
    }
    let right = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|year| right && (1800..2200).contains(year))
}

/// Japanese eras since 1868, newest first, and the year before their first.
const ERAS: [(&str, i16); 5] =
    [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867)];

fn era_year(text: &str) -> Option<i16> {
    let (before, of_era) =
        ERAS.iter().find_map(|(era, before)| Some((*before, text.strip_prefix(era)?)))?;
    let of_era = if of_era == "元" { 1 } else { i16::from(small(of_era)?) };
    (1..=64).contains(&of_era).then_some(before + of_era)
}

/// A year of the Republic of China: `114` or `114年` is 2025.
pub fn roc_year(text: &str) -> Option<i16> {
    let text = text.strip_suffix('年').unwrap_or(text);
    let right = (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let year: i16 = text.parse().ok().filter(|_| right)?;
    (1..300).contains(&year).then_some(1911 + year)
}

/// `1`, `Q1`, `1T`, `I` … `IV`, `III кв.`, `第3四半期`, `3분기`, `三季度`, `1. Çeyrek`.
pub fn quarter(text: &str) -> Option<i8> {
    const BEFORE: [&str; 4] = ["第", "q", "t", "qtr"];
    const AFTER: [&str; 16] = [
        "四半期",
        "季度",
        "季",
        "분기",
        "квартал",
        "кв.",
        "кв",
        "çeyrek",
        "trimestre",
        "trim.",
        "tri",
        "quarter",
        "quartal",
        "qtr",
        "q",
        "t",
    ];
    let lower = text.to_lowercase();
    let bare = BEFORE.iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower);
    let bare = AFTER.iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare).trim();
    let bare = ["st", "nd", "rd", "th", "er", "º", "."]
        .iter()
        .find_map(|mark| bare.strip_suffix(mark))
        .unwrap_or(bare);
    Some(match bare {
        "1" | "i" | "一" => 1,
        "2" | "ii" | "二" => 2,
        "3" | "iii" | "三" => 3,
        "4" | "iv" | "四" => 4,
        _ => return None,
    })
}

/// `2013-2014`, `2013-14`, `2023/24` or `2023/'24`: twelve months that begin in the first year.
pub fn fiscal_year(text: &str) -> Option<i16> {
    let (first, second) = text.split_once(['-', '/', '\u{2013}'])?;
    let begin = year(first.trim())?;
    let second = second.trim().trim_start_matches(['\'', '\u{2019}']);
    let end = (begin + 1).to_string();
    (second == end || second == &end[2..]).then_some(begin)
}

/// A day of a month: `1` to `31`, `20日`, `20일`, `20th`.
pub fn day(text: &str) -> Option<i8> {
    let marks = ["日", "일", "st", "nd", "rd", "th", "."];
    let bare = marks.iter().find_map(|mark| text.strip_suffix(mark)).unwrap_or(text);
    small(bare).filter(|day| (1..=31).contains(day))
}

/// A date: the year first, or the month named; `order` for digits that begin otherwise.
pub fn date(text: &str, languages: impl Into<Languages>, order: Option<DateOrder>) -> Option<Date> {
    if let Some(date) = named_month_date(text, languages.into()) {
        return Some(date);
    }
    let text = if text.as_bytes().get(10) == Some(&b'T') { &text[..10] } else { text };
    let marks = ['/', '-', '.', '年', '月', '日', '년', '월', '일', ' '];
    let parts: Vec<&str> = text.split(marks).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    if let Some(year) = year(a) {
        return Date::new(year, small(b)?, small(c)?).ok();
    }
    let (day, month) = match order? {
        DateOrder::Dmy => (a, b),
        DateOrder::Mdy => (b, a),
    };
    Date::new(year(c)?, small(month)?, small(day)?).ok()
}

/// One or two digits.
fn small(text: &str) -> Option<i8> {
    let right = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| right)
}

/// `January 29, 2026`, `29 January 2026`, `29-Jan-2026`, `8 de dezembro de 2025`, `8 мая 2025 г.`
fn named_month_date(text: &str, languages: Languages) -> Option<Date> {
    if !text.contains(char::is_alphabetic) {
        return None;
    }
    let filler = ["de", "del", "of", "г."];
    let words = text.split([' ', ',', '-', '/']).filter(|w| !w.is_empty() && !filler.contains(w));
    let words: Vec<&str> = words.collect();
    let [a, b, c] = words.as_slice() else { return None };
    let (month, day_text) = match (languages.month_named(a), languages.month_named(b)) {
        (Some(month), _) => (month, b),
        (None, Some(month)) => (month, a),
        (None, None) => return None,
    };
    Date::new(year(c)?, month, day(day_text.trim_end_matches("er"))?).ok()
}

/// A period that a title or heading prints: a month, a quarter, or joint months from January,
/// which are a year to date.
pub fn period(text: &str, languages: impl Into<Languages>) -> Option<(PeriodKind, Period)> {
    let languages = languages.into();
    for printed in dated(text) {
        let Dated { year, rest, mark } = printed;
        // `2026-01-08` is a date, and `2025-3` could be anything.
        let joint = if mark == '-' { None } else { month_span(rest, languages) };
        let alone = month(rest, languages).filter(|_| mark != '-' || rest.len() != 1);
        if let Some(month) = alone {
            return Some((PeriodKind::Month, Period::month(year, month)?));
        }
        if let Some((1, last)) = joint {
            return Some((PeriodKind::Ytd, Period::ytd(year, last)?));
        }
        if small(rest).is_none()
            && let Some(quarter) = quarter(rest)
        {
            return Some((PeriodKind::Quarter, Period::quarter(year, quarter)?));
        }
    }
    short_year(text, languages)
}

/// `Dec 25`, `Dec-25`, `Dec'25`: a month name and the last two digits of a year, 1970 to 2069.
fn short_year(text: &str, languages: Languages) -> Option<(PeriodKind, Period)> {
    let at = text.len().checked_sub(2).filter(|at| text.is_char_boundary(*at))?;
    let (name, digits) = text.split_at(at);
    let year = i16::from(small(digits).filter(|_| digits.len() == 2)?);
    let year = if year < 70 { 2000 + year } else { 1900 + year };
    let name = name.strip_suffix([' ', '-', '\'', '\u{2019}', '/'])?;
    let month = languages.month_named(name.trim_end())?;
    Some((PeriodKind::Month, Period::month(year, month)?))
}

/// A year at either end of a text, the rest, and the character between them.
struct Dated<'a> {
    year: i16,
    rest: &'a str,
    mark: char,
}

/// The ways to take a year off a text.
fn dated(text: &str) -> impl Iterator<Item = Dated<'_>> {
    const MARKS: [char; 9] = ['年', '년', ' ', '-', '/', '.', ',', 'г', '\u{2019}'];
    let front = || {
        let length = if text.as_bytes().first()?.is_ascii_digit() {
            text.bytes().take_while(u8::is_ascii_digit).count()
        } else {
            text.find('年')?
        };
        let (digits, rest) = text.split_at(length);
        // `202511` has no mark.
        if length == 6 && rest.is_empty() {
            return Some(Dated { year: year(&digits[..4])?, rest: &digits[4..], mark: 'm' });
        }
        let mark = rest.chars().next()?;
        let bare = rest.trim_start_matches(MARKS);
        // `M03` and `m03`, but not `Mar` and `May`.
        let coded = bare.strip_prefix(['M', 'm']);
        let coded = coded.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let bare = if mark == 'Q' || mark == 'q' { rest } else { coded.unwrap_or(bare) };
        Some(Dated { year: year(digits)?, rest: bare, mark })
    };
    let back = || {
        let bare = text.trim_end_matches(['г', '.', ' ', '年', '년']);
        let at = bare.len() - bare.bytes().rev().take_while(u8::is_ascii_digit).count();
        let (rest, digits) = bare.split_at(at);
        let mark = rest.chars().next_back()?;
        Some(Dated {
            year: year(digits)?,
            rest: rest.trim_end_matches([' ', '-', '/', '.', ',']),
            mark,
        })
    };
    [front(), back()].into_iter().flatten()
}

/// First and last month of `Jan.-Nov.`, `1至11月`, `1-7`, `Jan to Mar`.
fn month_span(text: &str, languages: Languages) -> Option<(i8, i8)> {
    let text = text.trim_end_matches(['.', ',']);
    let (first, last) =
        ["-", "\u{2013}", "至", "~", "～", " to "].iter().find_map(|mark| text.split_once(mark))?;
    let (first, last) = (month(first.trim(), languages)?, month(last.trim(), languages)?);
    (first != last).then_some((first, last))
}

/// Several whole months, told by first and last: `Jan-Mar 1971`, `Dec-Feb 1972` (the year is that
/// of the last), `Nov 2024 to Jan 2025`. What they are is for the layout to say.
pub fn months(text: &str, languages: impl Into<Languages>) -> Option<Period> {
    let languages = languages.into();
    for Dated { year, rest, mark } in dated(text) {
        if mark == '-' {
            continue;
        }
        if let Some((first, last)) = month_span(rest, languages) {
            let start = Period::month(if first > last { year - 1 } else { year }, first)?.start;
            return Some(Period { start, end: Period::month(year, last)?.end });
        }
    }
    let both = ["-", "\u{2013}", " to "].iter().find_map(|mark| text.split_once(mark))?;
    let month = |text: &str| match period(text.trim(), languages)? {
        (PeriodKind::Month, month) => Some(month),
        _ => None,
    };
    let (first, last) = (month(both.0)?, month(both.1)?);
    (first.start < last.start).then_some(Period { start: first.start, end: last.end })
}

/// The seven days that end on a date.
pub fn week_ending(date: Date) -> Option<Period> {
    Some(Period { start: date.checked_sub(6.days()).ok()?, end: date })
}
