//! What a printed word says of a period, in any of the languages of `month.rs`: a year, months, a
//! quarter, or parts of them that other words complete. What is ambiguous says nothing.

use crate::month::{is_period_word, month, quarter};

/// What one text says of the period; several texts beside a value add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Part {
    pub year: Option<i16>,
    /// First and last month. A last month before the first ends in the printed year.
    pub months: Option<(i8, i8)>,
    /// Quarter of the year.
    pub quarter: Option<i8>,
    /// A whole year is meant (`Year`, `Total ano`): no month of another place counts.
    pub whole: bool,
}

/// Years a table may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2100;

impl Part {
    pub fn is_dated(&self) -> bool {
        self.year.is_some() && (self.months.is_some() || self.quarter.is_some())
    }

    /// The period that this part says, completed by those farther off: first and last month as
    /// `2016-01/2016-03`, or one year as `2016-01/2016-12`. `None` without a year.
    pub fn span(parts: &[Self]) -> Option<String> {
        let year = parts.iter().find_map(|part| part.year)?;
        let fine = parts
            .iter()
            .take_while(|part| !part.whole)
            .find(|part| part.months.is_some() || part.quarter.is_some());
        let (first, last) = match fine {
            Some(Self { months: Some(months), .. }) => *months,
            Some(Self { quarter: Some(quarter), .. }) => (quarter * 3 - 2, quarter * 3),
            _ => (1, 12),
        };
        let begin = if first > last { year - 1 } else { year };
        Some(format!("{begin:04}-{first:02}/{year:04}-{last:02}"))
    }
}

/// A year of four digits.
pub fn year(text: &str) -> Option<i16> {
    let digits = text.strip_suffix('年').unwrap_or(text);
    let right = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|year| right && YEARS.contains(year))
}

/// `20142)`, `2014*`, `2014 (R)`: the year under a note or a mark of revision.
fn noted_year(text: &str) -> Option<i16> {
    let (digits, rest) = (text.get(..4)?, text.get(4..)?);
    let note = rest.strip_suffix(')').unwrap_or(rest).trim_start_matches('(');
    let is_mark = ["*", "r", "R", "p", "P"].contains(&note);
    let is_number = rest.ends_with(')') && note.len() == 1 && note.as_bytes()[0].is_ascii_digit();
    (is_mark || is_number).then(|| year(digits)).flatten()
}

enum Token {
    Year(i16),
    Month(i8),
    Quarter(i8),
    Half,
    Dash,
    Word,
}

/// Reads a whole text; `None` if any word of it is of something else.
pub fn read(text: &str) -> Option<Part> {
    if text.len() > 80 || text.is_empty() {
        return None;
    }
    if let Some(part) = coded(text) {
        return Some(part);
    }
    let mut tokens = Vec::new();
    for word in words(text) {
        tokens.push(token(&word)?);
    }
    let mut part = Part::default();
    let mut months: Vec<i8> = Vec::new();
    let mut is_range = false;
    for token in &tokens {
        match token {
            Token::Year(year) if part.year.is_none_or(|before| before == *year) => {
                part.year = Some(*year);
            }
            Token::Quarter(quarter) if part.quarter.is_none_or(|before| before == *quarter) => {
                part.quarter = Some(*quarter);
            }
            Token::Year(_) | Token::Quarter(_) => return None,
            Token::Month(month) => months.push(*month),
            Token::Dash => is_range |= !months.is_empty(),
            Token::Half => part.months = Some((1, 6)),
            Token::Word => {}
        }
    }
    part.months = joined(&months, is_range).or(part.months);
    if !months.is_empty() && part.months.is_none() {
        return None;
    }
    let says = part.year.is_some() || part.months.is_some() || part.quarter.is_some();
    part.whole = !says || part.months == Some((1, 12));
    // Words alone name a whole year only where one of them says so.
    let is_whole = tokens.iter().any(|token| matches!(token, Token::Word));
    (says || (is_whole && names_year(text))).then_some(part)
}

/// `1960M01`, `2000m01`, `2025-11`, `2025/11`, `201511`, `2013-2014`: codes without a blank.
fn coded(text: &str) -> Option<Part> {
    let first = text.get(..4).and_then(year)?;
    let rest = text.get(4..)?;
    let month_of = |digits: &str| -> Option<i8> {
        let right = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|month| right && (1..=12).contains(month))
    };
    let rest = rest.strip_prefix(['M', 'm', '-', '/', '.']).unwrap_or(rest);
    if let Some(month) = month_of(rest) {
        return Some(Part { year: Some(first), months: Some((month, month)), ..Part::default() });
    }
    let rest = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
    let quarter = rest.strip_prefix(['Q', 'q'])?.parse().ok().filter(|q| (1..=4).contains(q))?;
    Some(Part { year: Some(first), quarter: Some(quarter), ..Part::default() })
}

fn names_year(text: &str) -> bool {
    words(text).iter().any(|word| is_period_word(word) && word.to_lowercase() != "total")
        && words(text).iter().all(|word| is_period_word(word))
}

/// Words between blanks, points, slashes and dashes; a dash is a word of its own.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        match c {
            '-' | '–' | '—' | '至' => words.extend(["-".to_owned(), String::new()]),
            c if c.is_whitespace() || ".,/'".contains(c) => words.push(String::new()),
            '年' => words.push(String::new()),
            _ => words.last_mut().expect("it began with one").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn token(word: &str) -> Option<Token> {
    if word == "-" {
        return Some(Token::Dash);
    }
    if let Some(year) = year(word).or_else(|| noted_year(word)) {
        return Some(Token::Year(year));
    }
    let bare = word.strip_suffix("1)").unwrap_or(word);
    let bare = bare.trim_start_matches('(').trim_end_matches(')');
    if ["R", "r", "p", "P", "*"].contains(&bare) {
        return Some(Token::Word);
    }
    if let Some(quarter) = quarter(bare) {
        return Some(Token::Quarter(quarter));
    }
    if ["полугод", "half"].contains(&bare) {
        return Some(Token::Half);
    }
    // Months met misspelt: a Latin c among Cyrillic letters, and `Sent` for September.
    let cyrillic = bare.replace('c', "с");
    let is_mixed = !bare.is_ascii() && bare.contains('c');
    if let Some(month) = month(if is_mixed { &cyrillic } else { bare }) {
        return Some(Token::Month(month));
    }
    if bare == "Sent" {
        return Some(Token::Month(9));
    }
    (is_period_word(bare) || bare == "1st").then_some(Token::Word)
}

/// Months of one text: one, a first and a last, or the same said in two languages.
fn joined(months: &[i8], is_range: bool) -> Option<(i8, i8)> {
    match (months, is_range) {
        ([month], _) => Some((*month, *month)),
        ([first, last], true) => Some((*first, *last)),
        ([one, two], false) if one == two => Some((*one, *one)),
        ([a, b, c, d], true) if a == c && b == d => Some((*a, *b)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_date() {
        for (text, span) in [
            ("Jan-Mar 1971", Some("1971-01/1971-03")),
            ("Nov-Jan 1972", Some("1971-11/1972-01")),
            ("1976 Jan", Some("1976-01/1976-01")),
            ("1960M01", Some("1960-01/1960-01")),
            ("2000m12", Some("2000-12/2000-12")),
            ("20142)", Some("2014-01/2014-12")),
            ("2008", Some("2008-01/2008-12")),
            ("2025年11月", Some("2025-11/2025-11")),
            ("Q3 2025", Some("2025-07/2025-09")),
            ("Янв-cент. Jan-Sent", None),
            ("Total", None),
        ] {
            let part = read(text);
            assert_eq!(part.and_then(|part| Part::span(&[part])).as_deref(), span, "{text}");
        }
    }

    #[test]
    fn parts_of_several_places_add_up() {
        let year = read("20152)").unwrap();
        let spans = |text: &str| Part::span(&[read(text).unwrap(), year]).unwrap();
        assert_eq!(spans("Янв. Jan."), "2015-01/2015-01");
        assert_eq!(spans("III"), "2015-07/2015-09");
        assert_eq!(spans("Год / Year"), "2015-01/2015-12");
        assert_eq!(spans("Янв-cент. Jan-Sent"), "2015-01/2015-09");
        assert_eq!(spans("I полугод. 1st half year"), "2015-01/2015-06");
        assert_eq!(spans("Jan-dez"), "2015-01/2015-12");
        assert_eq!(read("Energy"), None);
        assert_eq!(read("Total ano").map(|part| part.whole), Some(true));
        assert_eq!(read("Total"), None);
    }
}
