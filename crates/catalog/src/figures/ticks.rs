//! Round numbers along an axis, as exact as the figures.

/// At most so many steps.
const STEPS_MAX: i128 = 5;

/// Ascending round values that enclose both; zero is one of them where it is near or between.
pub(crate) fn ticks(least: i128, most: i128) -> Vec<i128> {
    let (mut least, mut most) = (least.min(most), most.max(least));
    // Figures that reach down half the way to zero are drawn from zero.
    if least > 0 && least < most / 2 {
        least = 0;
    }
    if most < 0 && most > least / 2 {
        most = 0;
    }
    if least == most {
        (least, most) = (least - least.abs() / 10 - 1, most + most.abs() / 10 + 1);
    }
    let step = step((most - least + STEPS_MAX - 1) / STEPS_MAX);
    let first = least.div_euclid(step) * step;
    let mut ticks = vec![first];
    let mut at = first;
    // Twice the steps are never needed.
    for _ in 0..2 * STEPS_MAX {
        if at >= most {
            break;
        }
        at += step;
        ticks.push(at);
    }
    ticks
}

/// The least of 1, 2, 5 times a power of ten that is no less.
fn step(least: i128) -> i128 {
    let mut power = 1;
    while power * 10 <= least {
        power *= 10;
    }
    [1, 2, 5, 10].into_iter().map(|times| times * power).find(|step| *step >= least).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn axes_have_round_numbers() {
        assert_eq!(ticks(182, 205), [180, 185, 190, 195, 200, 205]);
        assert_eq!(ticks(3, 97), [0, 20, 40, 60, 80, 100]);
        assert_eq!(ticks(-7, 22), [-10, 0, 10, 20, 30]);
        assert_eq!(ticks(5, 5).first().zip(ticks(5, 5).last()), Some((&4, &6)));
    }

    proptest! {
        #[test]
        fn they_enclose_what_is_drawn(one in -10_i128.pow(30)..10_i128.pow(30), two in -10_i128.pow(30)..10_i128.pow(30)) {
            let ticks = ticks(one, two);
            prop_assert!(ticks[0] <= one.min(two) && ticks[ticks.len() - 1] >= one.max(two));
            prop_assert!(ticks.len() <= 8, "{:?}", ticks);
        }
    }
}
