//! `valid = "2018-02.."`: from and to which release period something holds.

use std::fmt;
use std::ops::Range;

use crate::error::{File, Mistake};

/// A closed range of release periods; either side may be open. Periods compare as text, which is
/// right within one source, whose periods are all of one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    from: Option<String>,
    to: Option<String>,
}

/// What is wrong with a text that should be a range of periods.
#[derive(Debug)]
pub struct Wrong(String);

impl Wrong {
    pub(crate) fn at(self, file: &File<'_>, span: &Range<usize>) -> Mistake {
        let hint = "write `valid = \"2018-02..\"`, `\"..2025-Q3\"` or `\"2019..2020\"`";
        file.mistake(span, format!("valid: {}", self.0)).hint(hint)
    }
}

/// Whether a text is a period as releases are named by: `2025`, `2025-Q3`, `2025-11`, `2025-11-30`.
fn is_period(text: &str) -> bool {
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let Some((year, rest)) = text.split_once('-') else { return digits(text, 4) };
    let in_year = match rest.split_once('-') {
        None if rest.starts_with('Q') => matches!(rest, "Q1" | "Q2" | "Q3" | "Q4"),
        None => digits(rest, 2) && ("01"..="12").contains(&rest),
        Some(_) => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
    };
    digits(year, 4) && in_year
}

impl Validity {
    /// # Errors
    /// `Wrong` says which side is no period.
    pub fn parse(text: &str) -> Result<Self, Wrong> {
        let Some((from, to)) = text.split_once("..") else {
            let expected = format!("got `{text}`, expected `from..to`, either side may be empty");
            return Err(Wrong(expected));
        };
        let side = |text: &str| match text {
            "" => Ok(None),
            period if is_period(period) => Ok(Some(period.to_owned())),
            other => Err(Wrong(format!("got `{other}`, expected a year, quarter, month or day"))),
        };
        let validity = Self { from: side(from)?, to: side(to)? };
        match (&validity.from, &validity.to) {
            (Some(from), Some(to)) if from > to => Err(Wrong(format!("`{text}` holds never"))),
            (None, None) => Err(Wrong(format!("`{text}` holds always, expected a period in it"))),
            _ => Ok(validity),
        }
    }

    pub fn holds(&self, period: &str) -> bool {
        self.from.as_deref().is_none_or(|from| from <= period)
            && self.to.as_deref().is_none_or(|to| period <= to)
    }

    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_after = |a: &Self, b: &Self| match (&a.from, &b.to) {
            (Some(from), Some(to)) => from > to,
            _ => false,
        };
        !begins_after(self, other) && !begins_after(other, self)
    }
}

impl fmt::Display for Validity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |side: &Option<String>| side.clone().unwrap_or_default();
        write!(f, "{}..{}", side(&self.from), side(&self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_include_their_ends() {
        let early = Validity::parse("..2025-09").unwrap();
        let late = Validity::parse("2025-10..").unwrap();
        assert!(early.holds("2025-09") && !early.holds("2025-10"));
        assert!(late.holds("2025-10") && !late.overlaps(&early));
        assert!(Validity::parse("2025").is_err() && Validity::parse("2026..2025").is_err());
        assert!(Validity::default().overlaps(&late));
    }

    #[test]
    fn an_end_is_a_period_that_is_in_the_calendar() {
        for right in ["2019..", "..2025-Q3", "2018-02..2018-12", "..2020-01-31"] {
            assert!(Validity::parse(right).is_ok(), "{right}");
        }
        for wrong in ["2019-13..", "..2025-Q5", "2019-1..", "..2020-02-30", "19..", "x..", ".."] {
            assert!(Validity::parse(wrong).is_err(), "{wrong}");
        }
    }
}
