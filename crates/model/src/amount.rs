//! A printed number: digits and the place of the decimal point. No float on the way (contract 4).

use std::fmt;

use crate::observation::VALUE_SCALE;

/// `digits × 10^-decimals`, exactly as printed: `41,046.4` is 410464 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    digits: i128,
    decimals: u8,
}

/// The marks a publisher writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub decimal: char,
    /// Stands between groups of three digits; `None` if the publisher uses none.
    pub grouping: Option<char>,
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("a number")]
    NotANumber,
    #[error("groups of three digits between `{0}`")]
    Grouping(char),
    #[error("a number of at most 38 digits")]
    TooLong,
}

impl Amount {
    /// Reads a number whose blanks are folded already. A leading `-`, `−` or `+` is a sign.
    ///
    /// # Errors
    /// `Grouping` where the mark does not stand between groups of three, so that a decimal comma
    /// is never read as a grouping one.
    pub fn parse(text: &str, marks: Marks) -> Result<Self, Error> {
        let unsigned = text.strip_prefix(['-', '\u{2212}']);
        let negative = unsigned.is_some();
        let body = unsigned.or_else(|| text.strip_prefix('+')).unwrap_or(text);
        let (whole, fraction) = match body.split_once(marks.decimal) {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return Err(Error::NotANumber),
            None => (body, ""),
        };
        let mut digits: i128 = 0;
        let mut push = |text: &str| -> Result<(), Error> {
            // Up to eighteen digits are one small number: few are longer.
            for part in text.as_bytes().chunks(18) {
                let (mut number, mut power) = (0_u64, 1_u64);
                for byte in part {
                    if !byte.is_ascii_digit() {
                        return Err(Error::NotANumber);
                    }
                    number = number * 10 + u64::from(byte - b'0');
                    power *= 10;
                }
                digits = digits
                    .checked_mul(i128::from(power))
                    .and_then(|digits| digits.checked_add(i128::from(number)))
                    .ok_or(Error::TooLong)?;
            }
            Ok(())
        };
        if whole.is_empty() && fraction.is_empty() {
            return Err(Error::NotANumber);
        }
        match marks.grouping.filter(|mark| whole.contains(*mark)) {
            Some(mark) => {
                for (i, group) in whole.split(mark).enumerate() {
                    let right =
                        if i == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
                    push(group)?;
                    if !right {
                        return Err(Error::Grouping(mark));
                    }
                }
            }
            None => push(whole)?,
        }
        push(fraction)?;
        let decimals = u8::try_from(fraction.len()).map_err(|_| Error::TooLong)?;
        Ok(Self { digits: if negative { -digits } else { digits }, decimals })
    }

    /// Reads a number that may be printed with an exponent: `2.01E+11` is 201000000000.
    ///
    /// # Errors
    /// As [`Amount::parse`]; `TooLong` where the exponent needs more digits than a value has.
    pub fn parse_scientific(text: &str, marks: Marks) -> Result<Self, Error> {
        let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
            return Self::parse(text, marks);
        };
        let printed = Self::parse(mantissa, marks)?;
        let bare = exponent.strip_prefix(['+', '-', '\u{2212}']).unwrap_or(exponent);
        if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Error::NotANumber);
        }
        let power: i32 = bare.parse().map_err(|_| Error::TooLong)?;
        let power = if exponent.starts_with(['-', '\u{2212}']) { -power } else { power };
        let decimals = i32::from(printed.decimals).checked_sub(power).ok_or(Error::TooLong)?;
        if let Ok(decimals) = u8::try_from(decimals) {
            return Ok(Self { decimals, ..printed });
        }
        let (digits, _) =
            rescale(printed.digits, -decimals).filter(|_| decimals < 0).ok_or(Error::TooLong)?;
        Ok(Self { digits, decimals: 0 })
    }

    /// Whether a text is its plain print.
    pub fn is_printed(self, text: &str) -> bool {
        let Ok(mut rest) = u64::try_from(self.digits.unsigned_abs()) else {
            return self.to_string() == text;
        };
        let body = match text.strip_prefix('-') {
            Some(body) if self.digits < 0 => body,
            None if self.digits >= 0 => text,
            _ => return false,
        };
        let mut from_right = body.bytes().rev();
        for at in 1_u8.. {
            if from_right.next() != Some(b'0' + (rest % 10) as u8) {
                return false;
            }
            rest /= 10;
            if at == self.decimals && from_right.next() != Some(b'.') {
                return false;
            }
            if rest == 0 && at > self.decimals {
                break;
            }
        }
        from_right.next().is_none()
    }

    /// Digits printed after the decimal point.
    pub fn decimals(self) -> u8 {
        self.decimals
    }

    /// The same amount with exactly `decimals` digits, rounded half to even.
    #[must_use]
    pub fn rounded(self, decimals: u8) -> Option<Self> {
        let digits = rescale(self.digits, i32::from(decimals) - i32::from(self.decimals))?.0;
        Some(Self { digits, decimals })
    }

    /// The amount as a spreadsheet shows it with `decimals` digits: of the 15 significant digits it
    /// keeps, rounded half away from zero.
    #[must_use]
    pub fn displayed(self, decimals: u8) -> Option<Self> {
        let length = self.digits.unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
        let cut = length.saturating_sub(SIGNIFICANT_DIGITS_MAX);
        let kept = half_away(self.digits, cut)?;
        let beyond = i64::from(self.decimals) - i64::from(cut) - i64::from(decimals);
        let shift = u32::try_from(beyond.unsigned_abs()).ok()?;
        let digits = if beyond > 0 {
            half_away(kept, shift)?
        } else {
            kept.checked_mul(10_i128.checked_pow(shift)?)?
        };
        Some(Self { digits, decimals })
    }

    /// The value in base units times 10^9, and whether a digit beyond the ninth was rounded.
    pub fn base(self, unit_mult: i8) -> Option<(i128, bool)> {
        let shift = i32::from(VALUE_SCALE) + i32::from(unit_mult) - i32::from(self.decimals);
        rescale(self.digits, shift).filter(|(value, _)| value.unsigned_abs() < 10_u128.pow(38))
    }

    /// Reads a published value back as it was printed; `None` if it needs more digits.
    pub fn of_base(value: i128, unit_mult: i8, decimals: i8) -> Option<Self> {
        let decimals = u8::try_from(decimals).ok()?;
        let shift = i32::from(VALUE_SCALE) + i32::from(unit_mult) - i32::from(decimals);
        let (digits, rounded) = rescale(value, -shift)?;
        (!rounded).then_some(Self { digits, decimals })
    }
}

/// What a spreadsheet shows of a number, at most.
const SIGNIFICANT_DIGITS_MAX: u32 = 15;

/// `digits / 10^shift`, half away from zero.
fn half_away(digits: i128, shift: u32) -> Option<i128> {
    if shift == 0 {
        return Some(digits);
    }
    let Some(divisor) = 10_i128.checked_pow(shift) else { return Some(0) };
    let (quotient, rest) = divided(digits, divisor);
    let is_up = rest.unsigned_abs() * 2 >= divisor.unsigned_abs() && rest != 0;
    quotient.checked_add(if is_up { digits.signum() } else { 0 })
}

/// Quotient and rest. What fits into half the bits is divided much faster, and nearly all does.
fn divided(digits: i128, divisor: i128) -> (i128, i128) {
    match (i64::try_from(digits), i64::try_from(divisor)) {
        (Ok(digits), Ok(divisor)) => ((digits / divisor).into(), (digits % divisor).into()),
        _ => (digits / divisor, digits % divisor),
    }
}

/// Plain print: sign, digits, point, exactly the printed decimals. No grouping.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let width = usize::from(self.decimals) + 1;
        let digits = format!("{:0width$}", self.digits.unsigned_abs());
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.decimals));
        write!(f, "{sign}{whole}")?;
        if !fraction.is_empty() {
            write!(f, ".{fraction}")?;
        }
        Ok(())
    }
}

/// `digits × 10^shift`, half to even; says whether anything was rounded away.
fn rescale(digits: i128, shift: i32) -> Option<(i128, bool)> {
    if shift >= 0 {
        let factor = 10_i128.checked_pow(shift.unsigned_abs())?;
        return Some((digits.checked_mul(factor)?, false));
    }
    let Some(divisor) = 10_i128.checked_pow(shift.unsigned_abs()) else {
        return Some((0, digits != 0));
    };
    let (quotient, rest) = divided(digits, divisor);
    let up = match (rest.unsigned_abs() * 2).cmp(&divisor.unsigned_abs()) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient % 2 != 0,
    };
    let step = if up { digits.signum() } else { 0 };
    Some((quotient + step, rest != 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ENGLISH: Marks = Marks { decimal: '.', grouping: Some(',') };

    #[test]
    fn printed_numbers() {
        for (text, plain) in [
            ("41,046.4", "41046.4"),
            ("-1,240,941", "-1240941"),
            ("0.0", "0.0"),
            ("-0.3", "-0.3"),
            ("2,445,787,768.7576", "2445787768.7576"),
            (".5", "0.5"),
            ("\u{2212}7", "-7"),
        ] {
            assert_eq!(Amount::parse(text, ENGLISH).unwrap().to_string(), plain);
        }
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in ["", "-", "1,2", "12,34", "1.2.3", "106,21)", "1e5", "#N/A", "(D)", "1."] {
            assert!(Amount::parse(text, ENGLISH).is_err(), "{text}");
        }
    }

    #[test]
    fn an_exponent_moves_the_point_and_loses_no_digit() {
        for (text, plain) in [
            ("4.45727471876004e+16", "44572747187600400"),
            ("2.01E+11", "201000000000"),
            ("1.5e-3", "0.0015"),
            ("-2e0", "-2"),
            ("1,200.5", "1200.5"),
            ("1.25e1", "12.5"),
        ] {
            let amount = Amount::parse_scientific(text, ENGLISH).unwrap();
            assert_eq!(amount.to_string(), plain);
        }
        for text in
            ["1e", "e5", "1e+", "1e++5", "1e5e5", "1e1.5", "1e99", "1e-999", "1e99999999999"]
        {
            assert!(Amount::parse_scientific(text, ENGLISH).is_err(), "{text}");
        }
    }

    #[test]
    fn spreadsheets_show_half_away_from_zero() {
        let shown = |text: &str, decimals| {
            let amount = Amount::parse(text, Marks { decimal: '.', grouping: None }).unwrap();
            amount.displayed(decimals).unwrap().to_string()
        };
        for (stored, decimals, text) in [
            ("0.125", 2, "0.13"),
            ("-0.125", 2, "-0.13"),
            ("2.5", 0, "3"),
            ("12", 2, "12.00"),
            ("0.004", 2, "0.00"),
            ("9.995", 2, "10.00"),
            // 0.285 × 100 as a float: its 15 digits are 28.5.
            ("28.499999999999996", 0, "29"),
            ("1234567890123456789", 0, "1234567890123460000"),
        ] {
            assert_eq!(shown(stored, decimals), text, "{stored}");
        }
    }

    #[test]
    fn base_units_round_half_to_even() {
        let read = |text| Amount::parse(text, ENGLISH).unwrap();
        assert_eq!(read("3,414,732.8").base(6), Some((3_414_732_800_000_000_000_000, false)));
        assert_eq!(read("0.0000000005").base(0), Some((0, true)));
        assert_eq!(read("0.0000000015").base(0), Some((2, true)));
        assert_eq!(read("-0.0000000015").base(0), Some((-2, true)));
    }

    proptest! {
        #[test]
        fn printing_and_reading_agree(digits in -10_i128.pow(20)..10_i128.pow(20), decimals in 0_u8..9) {
            let amount = Amount { digits, decimals };
            let printed = amount.to_string();
            prop_assert_eq!(Amount::parse(&printed, ENGLISH), Ok(amount));
            prop_assert!(amount.is_printed(&printed));
            let others = [format!("{printed}0"), format!("0{printed}"), printed[1..].to_owned()];
            prop_assert!(!others.iter().any(|other| amount.is_printed(other)));
        }

        #[test]
        fn unit_conversion_inverts(
            digits in -10_i128.pow(15)..10_i128.pow(15), decimals in 0_u8..9, mult in 0_i8..10,
        ) {
            let amount = Amount { digits, decimals };
            let (value, rounded) = amount.base(mult).unwrap();
            prop_assert!(!rounded);
            let back = Amount::of_base(value, mult, i8::try_from(decimals).unwrap());
            prop_assert_eq!(back, Some(amount));
        }
    }
}
