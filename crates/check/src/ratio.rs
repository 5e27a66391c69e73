//! Exact fractions, and what printed rounding leaves open of a quotient: intervals of them.

use std::cmp::Ordering;

use portbook_model::observation::VALUE_SCALE;

/// A fraction in lowest terms; the bottom is above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ratio {
    top: i128,
    bottom: i128,
}

/// From the least to the greatest a figure may have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) low: Ratio,
    pub(crate) high: Ratio,
}

/// One, in the scale of published values.
const ONE: i128 = 10_i128.pow(VALUE_SCALE as u32);

impl Ratio {
    /// `None` where the bottom is 0.
    pub(crate) fn new(top: i128, bottom: i128) -> Option<Self> {
        let divisor = i128::try_from(gcd(top.unsigned_abs(), bottom.unsigned_abs())).ok()?;
        let divisor = if bottom < 0 { divisor.checked_neg()? } else { divisor };
        (bottom != 0).then(|| Self { top: top / divisor, bottom: bottom / divisor })
    }

    /// A value in the scale of published values.
    pub(crate) fn of_value(value: i128) -> Option<Self> {
        Self::new(value, ONE)
    }

    /// `None` where it needs more digits than there are; so for the others.
    pub(crate) fn times(self, factor: i128) -> Option<Self> {
        Self::new(self.top.checked_mul(factor)?, self.bottom)
    }

    pub(crate) fn less(self, whole: i128) -> Option<Self> {
        Self::new(self.top.checked_sub(self.bottom.checked_mul(whole)?)?, self.bottom)
    }

    /// In the scale of published values, half to even.
    pub(crate) fn value(self) -> Option<i128> {
        let (whole, rest) = self.divided()?;
        let up = match rest.checked_mul(2)?.cmp(&self.bottom) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => whole % 2 != 0,
        };
        Some(whole + i128::from(up))
    }

    /// The same, the next below.
    pub(crate) fn value_below(self) -> Option<i128> {
        Some(self.divided()?.0)
    }

    /// The same, the next above.
    pub(crate) fn value_above(self) -> Option<i128> {
        let (whole, rest) = self.divided()?;
        Some(whole + i128::from(rest > 0))
    }

    /// Whole part and rest of the value in its scale; the rest is not negative.
    fn divided(self) -> Option<(i128, i128)> {
        let scaled = self.top.checked_mul(ONE)?;
        Some((scaled.div_euclid(self.bottom), scaled.rem_euclid(self.bottom)))
    }
}

impl Ord for Ratio {
    /// By whole parts, then by what remains upside down: no product, so nothing overflows.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut one, mut two) = (*self, *other);
        let mut turned = false;
        loop {
            let wholes = |r: Self| (r.top.div_euclid(r.bottom), r.top.rem_euclid(r.bottom));
            let ((whole_one, rest_one), (whole_two, rest_two)) = (wholes(one), wholes(two));
            let order = match whole_one.cmp(&whole_two) {
                Ordering::Equal if rest_one == 0 || rest_two == 0 => rest_one.cmp(&rest_two),
                Ordering::Equal => {
                    one = Self { top: one.bottom, bottom: rest_one };
                    two = Self { top: two.bottom, bottom: rest_two };
                    turned = !turned;
                    continue;
                }
                order => order,
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Interval {
    /// What a printed value may have been: half a step to each side.
    pub(crate) fn around(value: i128, step: i128) -> Option<Self> {
        let twice = value.checked_mul(2)?;
        Some(Self {
            low: Ratio::new(twice.checked_sub(step)?, 2 * ONE)?,
            high: Ratio::new(twice.checked_add(step)?, 2 * ONE)?,
        })
    }

    /// The quotient; `None` where the divisor may have been 0.
    pub(crate) fn over(self, divisor: Self) -> Option<Self> {
        if divisor.low.top.signum() * divisor.high.top.signum() <= 0 {
            return None;
        }
        let by = |part: Ratio, whole: Ratio| {
            let (first, second) =
                (Ratio::new(part.top, whole.top)?, Ratio::new(whole.bottom, part.bottom)?);
            // Reduced across before they are multiplied.
            let (one, two) =
                (Ratio::new(first.top, second.bottom)?, Ratio::new(second.top, first.bottom)?);
            Ratio::new(one.top.checked_mul(two.top)?, one.bottom.checked_mul(two.bottom)?)
        };
        let corners = [
            by(self.low, divisor.low)?,
            by(self.low, divisor.high)?,
            by(self.high, divisor.low)?,
            by(self.high, divisor.high)?,
        ];
        let low = corners.into_iter().min()?;
        let high = corners.into_iter().max()?;
        Some(Self { low, high })
    }

    /// Both ends × 100 − `less`.
    pub(crate) fn percent(self, less: i128) -> Option<Self> {
        let percent = |ratio: Ratio| ratio.times(100)?.less(less);
        Some(Self { low: percent(self.low)?, high: percent(self.high)? })
    }

    pub(crate) fn plus(self, whole: i128) -> Option<Self> {
        Some(Self { low: self.low.less(-whole)?, high: self.high.less(-whole)? })
    }

    /// `None` where it may have been nothing, or less.
    pub(crate) fn above_nothing(self) -> Option<Self> {
        (self.low.top > 0).then_some(self)
    }

    pub(crate) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

fn gcd(one: u128, two: u128) -> u128 {
    let (mut one, mut two) = (one, two);
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(top: i128, bottom: i128) -> Ratio {
        Ratio::new(top, bottom).unwrap()
    }

    #[test]
    fn fractions_are_reduced_and_round_to_the_even_ninth() {
        assert_eq!(ratio(6, -4), Ratio { top: -3, bottom: 2 });
        assert_eq!(Ratio::new(1, 0), None);
        let third = ratio(1, 3);
        let values = (third.value_below(), third.value(), third.value_above());
        assert_eq!(values, (Some(333_333_333), Some(333_333_333), Some(333_333_334)));
        assert_eq!(ratio(5, 10_i128.pow(10)).value(), Some(0), "half to even");
        assert_eq!(ratio(15, 10_i128.pow(10)).value(), Some(2), "half to even");
        assert_eq!(ratio(-1, 3).value_below(), Some(-333_333_334));
    }

    /// 1 to the unit by 3 to the unit: 0.5 / 3.5 to 1.5 / 2.5.
    #[test]
    fn a_quotient_is_as_open_as_its_terms() {
        let unit = |digits: i128| Interval::around(digits * ONE, ONE).unwrap();
        let quotient = unit(1).over(unit(3)).unwrap();
        assert_eq!((quotient.low, quotient.high), (ratio(1, 7), ratio(3, 5)));
        let loss = unit(-1).over(unit(3)).unwrap();
        assert_eq!((loss.low, loss.high), (ratio(-3, 5), ratio(-1, 7)));
        assert_eq!(unit(1).over(unit(0)), None, "the divisor may be 0");
    }

    proptest! {
        #[test]
        fn order_is_that_of_cross_products(
            a in -10_i128.pow(12)..10_i128.pow(12), b in 1..10_i128.pow(12),
            c in -10_i128.pow(12)..10_i128.pow(12), d in 1..10_i128.pow(12),
        ) {
            prop_assert_eq!(ratio(a, b).cmp(&ratio(c, d)), (a * d).cmp(&(c * b)));
        }
    }
}
