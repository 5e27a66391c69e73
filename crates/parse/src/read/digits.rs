//! Decimal digits as a spreadsheet shows them: of the 15 significant digits it keeps, rounded half
//! away from zero. (Excel shows 0.125 as 0.13 and 1.005 as 1.01, though both floats and exact
//! decimals round otherwise.)

/// Significant digits that a spreadsheet shows of a number.
const SIGNIFICANT_MAX: usize = 15;

/// A decimal taken apart: `0.digits × 10^point`.
#[derive(Debug)]
pub(super) struct Digits {
    is_negative: bool,
    list: Vec<u8>,
    point: i64,
}

impl Digits {
    /// Of the shortest decimal that reads back as `value`; `value` is only asked where that has
    /// more digits than are shown.
    pub(super) fn of(stored: &str, value: f64) -> Self {
        let digits = Self::parse(stored, 0);
        if digits.list.len() <= SIGNIFICANT_MAX {
            return digits;
        }
        let exact = format!("{value:.14e}");
        match exact.split_once('e') {
            Some((mantissa, exponent)) => Self::parse(mantissa, exponent.parse().unwrap_or(0)),
            None => digits,
        }
    }

    fn parse(text: &str, exponent: i64) -> Self {
        let (is_negative, body) = match text.strip_prefix('-') {
            Some(body) => (true, body),
            None => (false, text),
        };
        let (whole, fraction) = body.split_once('.').unwrap_or((body, ""));
        let mut digits: Vec<u8> = Vec::with_capacity(whole.len() + fraction.len() + 1);
        let mut point = exponent;
        let whole = whole.trim_start_matches('0');
        point += i64::try_from(whole.len()).unwrap_or(i64::MAX);
        digits.extend(whole.bytes());
        let lead = if whole.is_empty() {
            fraction.len() - fraction.trim_start_matches('0').len()
        } else {
            0
        };
        point -= i64::try_from(lead).unwrap_or(i64::MAX);
        digits.extend(fraction.bytes().skip(lead));
        Self { is_negative, list: digits, point }
    }

    /// Times ten to the `shift`.
    pub(super) fn shifted(mut self, shift: i8) -> Self {
        self.point += i64::from(shift);
        self
    }

    /// With exactly so many decimals. `None` if that needs an absurd number of digits.
    pub(super) fn shown(mut self, decimals: u8) -> Option<String> {
        let keep = self.point + i64::from(decimals);
        match usize::try_from(keep) {
            Err(_) => self.list.clear(),
            Ok(keep) if keep < self.list.len() => {
                let up = self.list[keep] >= b'5';
                self.list.truncate(keep);
                if up {
                    self.carry();
                }
            }
            Ok(_) => {}
        }
        let is_zero = self.list.iter().all(|digit| *digit == b'0');
        let whole = usize::try_from(self.point.max(0)).ok().filter(|digits| *digits < 400)?;
        let mut text = String::with_capacity(whole + usize::from(decimals) + 3);
        if self.is_negative && !is_zero {
            text.push('-');
        }
        let digit = |at: i64| {
            let digit = usize::try_from(at).ok().and_then(|at| self.list.get(at));
            char::from(digit.copied().unwrap_or(b'0'))
        };
        if self.point <= 0 || is_zero {
            text.push('0');
        } else {
            (0..self.point).for_each(|at| text.push(digit(at)));
        }
        if decimals > 0 {
            text.push('.');
            let from = if is_zero { 0 } else { self.point };
            (from..from + i64::from(decimals)).for_each(|at| text.push(digit(at)));
        }
        Some(text)
    }

    /// Adds one to the last digit.
    fn carry(&mut self) {
        while let Some(digit) = self.list.pop() {
            if digit < b'9' {
                self.list.push(digit + 1);
                // Cut nines are zeros again where they are printed.
                return;
            }
        }
        self.list.push(b'1');
        self.point += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_goes_away_from_zero() {
        for (stored, decimals, text) in [
            ("0.125", 2, "0.13"),
            ("-0.125", 2, "-0.13"),
            ("0.5", 0, "1"),
            ("0.4", 0, "0"),
            ("-0.4", 0, "0"),
            ("9.95", 1, "10.0"),
            ("999.5", 0, "1000"),
            ("0.05", 1, "0.1"),
            ("0.005", 1, "0.0"),
            ("12", 2, "12.00"),
            ("0.00012", 2, "0.00"),
            ("0.006", 2, "0.01"),
            ("0", 1, "0.0"),
            ("1000000000000000000000", 0, "1000000000000000000000"),
        ] {
            let value: f64 = stored.parse().unwrap();
            assert_eq!(
                Digits::of(stored, value).shown(decimals).as_deref(),
                Some(text),
                "{stored}"
            );
        }
    }

    #[test]
    fn sixteenth_digits_are_cut_first() {
        // 0.285 × 100 is 28.499999999999996 as a float; 15 digits of it are 28.5.
        let value = 0.285 * 100.0;
        assert_eq!(Digits::of(&f64::to_string(&value), value).shown(0).unwrap(), "29");
    }

    proptest! {
        #[test]
        fn whole_numbers_show_themselves(value in -999_999_999_999_999_i64..=999_999_999_999_999) {
            let shown = Digits::of(&value.to_string(), 0.0).shown(0);
            prop_assert_eq!(shown, Some(value.to_string()));
        }
    }
}
