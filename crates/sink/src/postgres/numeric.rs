//! `numeric` on the wire: digits of base ten thousand, from the scaled integer that is published. No
//! float stands between.

/// Digits after the point of what is published, and of what is sent.
const DECIMALS: u16 = 9;
const UNIT: u128 = 1_000_000_000;
/// Nine decimals are three digits of base ten thousand once three zeros are added.
const FILL: u128 = 1_000;
const BASE: u128 = 10_000;
const NEGATIVE: u16 = 0x4000;
/// 2^128 has 39 decimal digits: 8 of ours before the point, 3 after it.
const DIGITS_MAX: usize = 16;

/// Appends the value of `scaled` × 10^-9, its length before it.
pub(super) fn put(into: &mut Vec<u8>, scaled: i128) {
    let (whole, mut part) = (scaled.unsigned_abs() / UNIT, scaled.unsigned_abs() % UNIT * FILL);
    // From the last digit to the first.
    let mut digits = [0_u16; DIGITS_MAX];
    for digit in &mut digits[..3] {
        *digit = digit_of(&mut part);
    }
    let (mut rest, mut used) = (whole, 3);
    while rest > 0 {
        digits[used] = digit_of(&mut rest);
        used += 1;
    }
    let mut first = used;
    while first > 0 && digits[first - 1] == 0 {
        first -= 1;
    }
    let last = digits[..first].iter().take_while(|digit| **digit == 0).count();
    let count = u16::try_from(first - last).expect("at most sixteen digits");
    // How many digits stand before the point, less one; of zero it says nothing.
    let weight = if count == 0 { 0 } else { i16::try_from(first).expect("sixteen") - 4 };
    let sign = if scaled < 0 { NEGATIVE } else { 0 };
    into.extend_from_slice(&(8 + 2 * u32::from(count)).to_be_bytes());
    into.extend_from_slice(&count.to_be_bytes());
    into.extend_from_slice(&weight.to_be_bytes());
    into.extend_from_slice(&sign.to_be_bytes());
    into.extend_from_slice(&DECIMALS.to_be_bytes());
    for digit in digits[last..first].iter().rev() {
        into.extend_from_slice(&digit.to_be_bytes());
    }
}

/// Splits off the last digit.
fn digit_of(rest: &mut u128) -> u16 {
    // Most figures fit 64 bits, which divide several times as fast.
    let (quotient, digit) = match u64::try_from(*rest) {
        Ok(small) => (u128::from(small / 10_000), u128::from(small % 10_000)),
        Err(_) => (*rest / BASE, *rest % BASE),
    };
    *rest = quotient;
    u16::try_from(digit).expect("less than ten thousand")
}

/// The scaled integer of a decimal text of at most nine decimals, as the server prints a sum.
pub(crate) fn parse(text: &str) -> Option<i128> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > usize::from(DECIMALS) || !digits(whole) || !digits(part) {
        return None;
    }
    format!("{whole}{part:0<9}").parse::<i128>().ok().map(|scaled| sign * scaled)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Length, count, weight, sign, scale and digits, as `numeric_send` of `PostgreSQL` orders them.
    #[track_caller]
    fn check_put(scaled: i128, weight: i16, sign: u16, digits: &[u16]) {
        let mut got = Vec::new();
        put(&mut got, scaled);
        let count = u16::try_from(digits.len()).unwrap();
        let mut expected = Vec::new();
        expected.extend_from_slice(&(8 + 2 * u32::from(count)).to_be_bytes());
        expected.extend_from_slice(&count.to_be_bytes());
        expected.extend_from_slice(&weight.to_be_bytes());
        expected.extend_from_slice(&sign.to_be_bytes());
        expected.extend_from_slice(&9_u16.to_be_bytes());
        for digit in digits {
            expected.extend_from_slice(&digit.to_be_bytes());
        }
        assert_eq!(got, expected, "{scaled}");
    }

    #[test]
    fn numbers_are_digits_of_base_ten_thousand() {
        check_put(0, 0, 0, &[]);
        check_put(1_000_000_000, 0, 0, &[1]);
        check_put(-1_000_000_000, 0, NEGATIVE, &[1]);
        // 182,146,000,000: the zeros at its end are not sent.
        check_put(182_146_000_000 * 1_000_000_000, 2, 0, &[1821, 4600]);
        // 12345.6789, and the least there is: 0.000000001.
        check_put(12_345_678_900_000, 1, 0, &[1, 2345, 6789]);
        check_put(1, -3, 0, &[1000]);
        check_put(-500_000_000, -1, NEGATIVE, &[5000]);
        // 38 nines: 29 before the point, and nine after it.
        let digits = [9, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9000];
        check_put(10_i128.pow(38) - 1, 7, 0, &digits);
    }

    #[test]
    fn sums_are_read_as_they_are_printed() {
        assert_eq!(parse("149846388857203994.475"), Some(149_846_388_857_203_994_475_000_000));
        assert_eq!(parse("-0.000000001"), Some(-1));
        assert_eq!(parse("0"), Some(0));
        for wrong in ["", ".", "1e3", "0.0000000001", "NaN", "--1", "1.-1"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
