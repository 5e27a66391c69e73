//! Two rows that say something of one observation: what was printed before, and after.

use portbook_model::concept::Concept;
use portbook_model::observation::VALUE_SCALE;

use crate::published_row::{PublishedRow, decimal_text};

/// Ratios are told in millionths.
const MILLION: i128 = 1_000_000;

/// What stood before, and what came after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    pub before: PublishedRow,
    pub after: PublishedRow,
}

impl Pair {
    /// After less before, times 10^9; `None` where one has no value, or stands on another base.
    pub fn difference(&self) -> Option<i128> {
        if self.is_rebased() {
            return None;
        }
        self.after.value?.checked_sub(self.before.value?)
    }

    /// The difference in millionths of what stood before; `None` for rates, and where that was nil.
    pub fn ratio_ppm(&self) -> Option<i128> {
        if self.is_rate() {
            return None;
        }
        ratio_ppm(self.difference()?, self.before.value?)
    }

    pub fn is_rebased(&self) -> bool {
        self.before.base_period != self.after.base_period
    }

    /// A percentage: its change is told in points, never in per cent of itself.
    pub fn is_rate(&self) -> bool {
        self.after.series.get(Concept::UnitMeasure) == "PT"
    }
}

/// `part` in millionths of the size of `whole`, rounded half away from nil.
pub(crate) fn ratio_ppm(part: i128, whole: i128) -> Option<i128> {
    let whole = whole.checked_abs().filter(|whole| *whole != 0)?;
    let twice = part.checked_mul(2 * MILLION)?;
    let rounded = (twice.checked_abs()?.checked_add(whole)?) / whole.checked_mul(2)?;
    Some(if part < 0 { -rounded } else { rounded })
}

/// A value times 10^9 in units of 10^`unit_mult`, in full.
pub(crate) fn in_units(value: i128, unit_mult: i8) -> String {
    let places = i32::from(VALUE_SCALE) + i32::from(unit_mult);
    let Ok(places) = usize::try_from(places) else { return decimal_text(value) };
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0width$}", value.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    crate::rows::plain(&format!("{sign}{whole}.{fraction}")).to_owned()
}

/// Millionths as per cent with two places: `5430` is `0.54`.
pub(crate) fn percent(ppm: i128) -> String {
    let hundredths = (ppm.abs() + 50) / 100;
    let sign = if ppm < 0 && hundredths > 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_rounded_once_and_symmetric() {
        // 989 of 182,146 is 0.542970 %.
        assert_eq!(ratio_ppm(989, 182_146), Some(5_430));
        assert_eq!(ratio_ppm(-989, 182_146), Some(-5_430));
        assert_eq!(ratio_ppm(989, -182_146), Some(5_430));
        assert_eq!(ratio_ppm(1, 0), None);
        assert_eq!((percent(5_430), percent(-5_430)), ("0.54".to_owned(), "-0.54".to_owned()));
        assert_eq!(
            (percent(49), percent(-49), percent(50)),
            ("0.00".into(), "0.00".into(), "0.01".into())
        );
    }

    #[test]
    fn values_are_told_in_their_units() {
        for (value, unit_mult, text) in [
            (989_000_000_000_000_000, 6, "989"),
            (-28_700_000_000, 0, "-28.7"),
            (-1_500_000_000, 3, "-0.0015"),
            (0, 6, "0"),
        ] {
            assert_eq!(in_units(value, unit_mult), text);
        }
    }
}
