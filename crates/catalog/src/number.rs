//! Figures as text: exact, from the integer that is published; never by way of a float.

use portbook_model::amount::Amount;
use portbook_model::observation::VALUE_SCALE;

/// A value times 10^9, in full: `182146000000`.
pub(crate) fn plain(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let scale = usize::from(VALUE_SCALE);
    let digits = format!("{:0width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// The same with commas between groups of three, and the true minus sign.
pub(crate) fn grouped(value: i128) -> String {
    commas(&plain(value)).replace('-', "\u{2212}")
}

/// A plain decimal with commas between groups of three of its whole digits.
pub(crate) fn commas(decimal: &str) -> String {
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", decimal),
    };
    let whole = digits.split('.').next().unwrap_or_default();
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return decimal.to_owned();
    }
    let mut text = sign.to_owned();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(&digits[whole.len()..]);
    text
}

/// The figure as its publisher printed it, of a value and the unit it was printed in.
pub(crate) fn printed(value: i128, unit_mult: i8, decimals: i8) -> Option<String> {
    Amount::of_base(value, unit_mult, decimals).map(|amount| amount.to_string())
}

/// Change from one print to the next: `+0.54 %`, rounded half away from zero at two digits, or
/// nothing where the first is zero.
pub(crate) fn change(from: i128, to: i128) -> Option<String> {
    let base = from.checked_abs().filter(|base| *base > 0)?;
    let by = to.checked_sub(from)?.checked_mul(10_000)?;
    let (half, sign) = (base / 2, if by < 0 { "\u{2212}" } else { "+" });
    let hundredths = by.unsigned_abs().checked_add(half.unsigned_abs())? / base.unsigned_abs();
    Some(format!("{sign}{}.{:02} %", hundredths / 100, hundredths % 100))
}

/// What figures of that size are told in: the power of ten, and its word.
pub(crate) fn magnitude(most: i128) -> (u32, &'static str) {
    let whole = most.unsigned_abs() / 10_u128.pow(u32::from(VALUE_SCALE));
    match whole {
        _ if whole >= 10_u128.pow(12) * 2 => (12, "trillion"),
        _ if whole >= 10_u128.pow(9) * 2 => (9, "billion"),
        _ if whole >= 10_u128.pow(6) * 2 => (6, "million"),
        _ => (0, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_written_in_full() {
        for (value, text) in [
            (182_146_000_000_000_000_000, "182,146,000,000"),
            (-28_700_000_000, "\u{2212}28.7"),
            (1, "0.000000001"),
            (0, "0"),
            (999_000_000_000, "999"),
        ] {
            assert_eq!(grouped(value), text);
        }
        // F47 and F49 of the FT-900's Exhibit 12, of December and of November 2025.
        let (first, then) = (182_146_000_000_000_000_000, 183_135_000_000_000_000_000);
        assert_eq!(printed(first, 6, 0).as_deref(), Some("182146"));
        assert_eq!(change(first, then).as_deref(), Some("+0.54 %"));
        assert_eq!(change(then, first).as_deref(), Some("\u{2212}0.54 %"));
        assert_eq!(change(0, then), None);
        assert_eq!(magnitude(first), (9, "billion"));
    }

    proptest! {
        #[test]
        fn numbers_survive(value in -10_i128.pow(37)..10_i128.pow(37)) {
            let text = grouped(value).replace(',', "").replace('\u{2212}', "-");
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            let back: i128 = format!("{whole}{fraction:0<9}").parse().unwrap();
            prop_assert_eq!(back, value);
        }
    }
}
