//! `valid = "2018-02.."`: from and to which release period something holds.

use std::fmt;

/// A closed range of release periods; either side may be open. Periods compare as text, which is
/// right within one source, whose periods are all of one form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    from: Option<String>,
    to: Option<String>,
}

impl Validity {
    pub fn parse(text: &str) -> Result<Self, String> {
        let Some((from, to)) = text.split_once("..") else {
            return Err(format!("got `{text}`, expected `from..to`, either side may be empty"));
        };
        let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let validity = Self { from: side(from), to: side(to) };
        match (&validity.from, &validity.to) {
            (Some(from), Some(to)) if from > to => Err(format!("`{text}` holds never")),
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
}
