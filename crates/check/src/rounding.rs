//! What printed rounding allows: the only tolerance there is (contract 4 and 7).

use portbook_model::observation::{Observation, VALUE_SCALE};
use portbook_model::status::ObsStatus;

/// The printed step, 10^(`unit_mult` − `decimals`), in the scale of `value`; at least one unit of
/// that scale, to which digits beyond the ninth were rounded.
pub(crate) fn step(observation: &Observation) -> i128 {
    let exponent =
        i32::from(VALUE_SCALE) + i32::from(observation.unit_mult) - i32::from(observation.decimals);
    // A step of 10^37 is beyond every value of 38 digits.
    10_i128.pow(exponent.clamp(0, 37).unsigned_abs())
}

/// Twice what a printed figure may have been less, or more: a step. Nil is exactly nothing.
pub(crate) fn open_twice(observation: &Observation) -> i128 {
    if observation.status == ObsStatus::Nil { 0 } else { step(observation) }
}

/// What the observation adds to a sum: nil adds nothing, other nulls cannot be added.
pub(crate) fn addend(observation: &Observation) -> Option<i128> {
    match observation.value {
        None if observation.status == ObsStatus::Nil => Some(0),
        value => value,
    }
}

/// Whether two prints of one figure can be the same figure. Rounding to the finer step keeps a
/// figure inside the interval that rounds to the coarser one, so half of the coarser step is the
/// whole tolerance; two prints of one step must be equal.
pub(crate) fn agree(one: &Observation, two: &Observation) -> bool {
    match (addend(one), addend(two)) {
        (Some(a), Some(b)) if step(one) == step(two) => a == b,
        (Some(a), Some(b)) => {
            let off = a.abs_diff(b).saturating_mul(2);
            off <= step(one).max(step(two)).unsigned_abs()
        }
        (None, None) => one.status == two.status,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// An observation's value for people: in base units, or its status where there is none.
pub(crate) fn value(observation: &Observation) -> String {
    let status = || format!("`{}`", observation.status.code());
    observation.value.map_or_else(status, plain)
}

/// A value in base units as plain digits, without trailing zeros.
pub fn plain(value: i128) -> String {
    let one = 10_u128.pow(u32::from(VALUE_SCALE));
    let (whole, fraction) = (value.unsigned_abs() / one, value.unsigned_abs() % one);
    let sign = if value < 0 { "-" } else { "" };
    if fraction == 0 {
        return format!("{sign}{whole}");
    }
    let digits = format!("{fraction:0width$}", width = usize::from(VALUE_SCALE));
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::{figure, nil};

    /// 300,514.3 in 100 million yuan and 3,005,143,012.4567 in 10,000 yuan are one figure.
    #[test]
    fn the_coarser_step_is_the_tolerance() {
        let figure =
            |digits, unit_mult, decimals| figure("X", "2025-11", digits, unit_mult, decimals);
        assert!(agree(&figure(3_005_143, 8, 1), &figure(30_051_430_124_567, 4, 4)));
        assert!(!agree(&figure(3_005_144, 8, 1), &figure(30_051_430_124_567, 4, 4)));
        assert!(agree(&figure(5, 0, 1), &figure(1, 0, 0)), "0.5 may have been 0.5001");
        assert!(!agree(&figure(4, 0, 1), &figure(1, 0, 0)));
        assert!(!agree(&figure(182_146, 6, 0), &figure(182_147, 6, 0)), "one step: equal or not");
        assert!(agree(&nil("X", "2025-11"), &figure(0, 6, 0)));
    }

    #[test]
    fn values_are_written_plainly() {
        assert_eq!(plain(-1_500_000_000), "-1.5");
        assert_eq!(plain(182_146 * 10_i128.pow(15)), "182146000000");
        assert_eq!(plain(1), "0.000000001");
    }
}
