//! Decimals of at most 15 digits, as numbers: what nearly every cell holds. What has more digits is
//! taken apart in [`super::digits`].

use portbook_model::text::Text;

/// Largest number of digits of which every decimal has a float of its own.
const OWN_FLOAT: f64 = 1e15;

/// A decimal of at most 15 digits, `digits × 10^-scale`: what nearly every cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Short {
    is_negative: bool,
    digits: u64,
    scale: u32,
}

impl Short {
    /// The shortest decimal that reads back as `value`, if it is such.
    pub(super) fn of(value: f64) -> Option<Self> {
        let size = value.abs();
        let mut power = 1.0;
        for scale in 0..=15 {
            let whole = (size * power).round();
            if whole >= OWN_FLOAT {
                return None;
            }
            // Both are exact, so the quotient is the float nearest to the decimal; and a float is
            // nearest to one decimal of that many digits at most.
            #[expect(clippy::float_cmp, reason = "whether it is the same float")]
            if whole / power == size {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "bounded"
                )]
                let digits = whole as u64;
                return Some(Self { is_negative: value < 0.0, digits, scale });
            }
            power *= 10.0;
        }
        None
    }

    /// Of plain digits, without zeros that end a fraction; `None` if they are too many.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix('-').unwrap_or(text);
        let (mut digits, mut scale, mut is_fraction) = (0_u64, 0, false);
        if body.len() > 16 || !body.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        for byte in body.bytes() {
            match byte {
                b'.' if !is_fraction => is_fraction = true,
                b'0'..=b'9' => {
                    digits = digits * 10 + u64::from(byte - b'0');
                    scale += u32::from(is_fraction);
                }
                _ => return None,
            }
        }
        let is_whole = is_fraction && scale == 0;
        let is_negative = body.len() < text.len() && digits != 0;
        let short = Self { is_negative, digits, scale };
        (digits < 1_000_000_000_000_000 && !is_whole).then(|| short.shifted(0)).flatten()
    }

    /// Times ten to the `shift`, without zeros that end a fraction.
    pub(super) fn shifted(self, shift: i8) -> Option<Self> {
        let mut shifted = self;
        let scale = i64::from(self.scale) - i64::from(shift);
        if let Ok(scale) = u32::try_from(scale) {
            shifted.scale = scale;
        } else {
            let power = 10_u64.checked_pow(u32::try_from(-scale).ok()?)?;
            (shifted.digits, shifted.scale) = (self.digits.checked_mul(power)?, 0);
        }
        while shifted.scale > 0 && shifted.digits.is_multiple_of(10) {
            shifted.digits /= 10;
            shifted.scale -= 1;
        }
        Some(shifted)
    }

    /// With exactly so many decimals, rounded half away from zero.
    pub(super) fn shown(self, decimals: u8) -> Option<Self> {
        let decimals = u32::from(decimals);
        let digits = if self.scale > decimals {
            let power = 10_u64.checked_pow(self.scale - decimals)?;
            (self.digits + power / 2) / power
        } else {
            self.digits.checked_mul(10_u64.checked_pow(decimals - self.scale)?)?
        };
        Some(Self { is_negative: self.is_negative && digits != 0, digits, scale: decimals })
    }

    pub(super) fn text(self) -> Text {
        // Decimals are 15 and what nine of a shift and a power of ten in 64 bits add, 43 at most.
        let mut text = [b'0'; 64];
        let mut start = text.len();
        let mut rest = self.digits;
        let mut at = 0;
        while rest > 0 || at <= self.scale {
            if at == self.scale && at > 0 {
                start -= 1;
                text[start] = b'.';
            }
            start -= 1;
            text[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            at += 1;
        }
        if self.is_negative {
            start -= 1;
            text[start] = b'-';
        }
        Text::from(std::str::from_utf8(&text[start..]).expect("digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::digits::Digits;
    use proptest::prelude::*;

    #[test]
    fn what_has_more_digits_is_none() {
        assert_eq!(Short::of(0.1 + 0.2), None);
        assert_eq!(Short::of(1e15), None);
        assert_eq!(Short::of(1e-17), None);
        assert_eq!(Short::of(-41046.38).map(Short::text), Some(Text::from("-41046.38")));
        for (text, plain) in [("1.0", "1"), ("-0.00", "0"), ("007.50", "7.5"), ("-12", "-12")] {
            assert_eq!(Short::parse(text).map(Short::text), Some(Text::from(plain)));
        }
        for text in ["", "-", ".", "1.", ".5", "+1", " 1", "1e3", "1.2.3", "1234567890123456"] {
            assert_eq!(Short::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn digits_taken_apart_agree(
            digits in -999_999_999_999_999_i64..=999_999_999_999_999,
            cut in 0_u32..12, scale in 0_usize..9, shift in -9_i8..=4, decimals in 0_u8..7,
        ) {
            let written = format!("{}e-{scale}", digits / 10_i64.pow(cut));
            let value: f64 = written.parse().unwrap();
            let stored = (value + 0.0).to_string();
            if let Some(short) = Short::of(value + 0.0) {
                prop_assert_eq!(short.text().to_string(), stored.clone());
                prop_assert_eq!(Short::parse(&stored), Some(short));
                let shown = short.shifted(shift).and_then(|short| short.shown(decimals));
                let apart = Digits::of(&stored, value).shifted(shift).shown(decimals);
                // Where the digits shown need more than 64 bits they are taken apart.
                if let Some(shown) = shown {
                    prop_assert_eq!(Some(shown.text().to_string()), apart);
                }
            }
        }

        #[test]
        fn what_is_written_is_the_shortest(value in -1e12_f64..1e12, decimals in 0_usize..8) {
            let text = format!("{value:.decimals$}");
            if let Some(short) = Short::parse(&text) {
                let value = text.parse::<f64>().unwrap() + 0.0;
                prop_assert_eq!(short.text().to_string(), value.to_string());
            }
        }

        #[test]
        fn any_float_that_is_one_is_the_shortest(value in proptest::num::f64::NORMAL) {
            if let Some(short) = Short::of(value) {
                prop_assert_eq!(short.text().to_string(), value.to_string());
            }
        }
    }
}
