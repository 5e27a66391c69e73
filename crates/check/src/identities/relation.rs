//! What an identity says of one group of cells, and by how much it is off: exact numbers and what
//! printed rounding leaves open of them.

use portbook_model::observation::Observation;

use super::Term;
use crate::ratio::{Interval, Ratio};
use crate::review::Review;
use crate::rounding::{addend, agree, open_twice, plain, step, value};

/// `printed` should be what is expected.
pub(crate) struct Relation<'a> {
    pub(crate) printed: Term<'a>,
    pub(crate) expected: Expected<'a>,
}

pub(crate) enum Expected<'a> {
    /// The sum of the terms, each with its factor.
    Sum(Vec<(i64, Term<'a>)>),
    /// part / whole × 100 − less.
    Percent { part: Term<'a>, whole: Term<'a>, less: i128 },
    /// What the level grew by over the sum of the terms before they grew: each with its factor, its
    /// level, and the rate it grew by. A rate and `less` are 100 where nothing grew.
    Grown { level: Term<'a>, terms: Vec<(i64, Term<'a>, Term<'a>)>, less: i128 },
    /// What is printed, per unit of this, lies between two bounds.
    Rate { per: Term<'a>, between: [i128; 2] },
    /// This figure.
    Same(Term<'a>),
}

/// By how much a relation is off; values in the scale of published values.
pub(crate) struct Off {
    pub(crate) expected: i128,
    /// Printed less expected.
    pub(crate) difference: i128,
    /// Twice what rounding allows: halves of steps stay whole numbers.
    pub(crate) allowance_twice: i128,
    pub(crate) within: bool,
}

impl<'a> Relation<'a> {
    /// All that takes part, what is printed first.
    pub(crate) fn terms(&self) -> impl Iterator<Item = Term<'a>> {
        let others = match &self.expected {
            Expected::Sum(terms) => terms.iter().map(|(_, term)| *term).collect(),
            Expected::Percent { part, whole, .. } => vec![*part, *whole],
            Expected::Grown { level, terms, .. } => {
                let pairs = terms.iter().flat_map(|(_, level, rate)| [*level, *rate]);
                std::iter::once(*level).chain(pairs).collect()
            }
            Expected::Rate { per, .. } => vec![*per],
            Expected::Same(other) => vec![*other],
        };
        std::iter::once(self.printed).chain(others)
    }

    /// The arithmetic in one line, with at most `terms_max` terms of a sum.
    pub(crate) fn computed(&self, off: &Off, terms_max: usize) -> String {
        let said = |term: &Term<'_>| match term.of {
            Some(release) => format!("{} ({})", value(term.observation), release.id),
            None => value(term.observation),
        };
        let result = plain(off.expected);
        match &self.expected {
            Expected::Sum(terms) if terms.len() <= terms_max => {
                let word = |(factor, term): &(i64, Term<'_>)| {
                    let sign = if *factor < 0 { "−" } else { "+" };
                    let times = match factor.abs() {
                        1 => String::new(),
                        times => format!("{times} × "),
                    };
                    format!("{sign} {times}{}", said(term))
                };
                // What is added before what is taken away.
                let (added, taken): (Vec<_>, Vec<_>) =
                    terms.iter().partition(|(factor, _)| *factor >= 0);
                let words: Vec<String> = added.into_iter().chain(taken).map(word).collect();
                format!("{} = {result}", words.join(" ").trim_start_matches("+ "))
            }
            Expected::Sum(terms) => {
                format!("{result}, the sum of {} cells", terms.len())
            }
            Expected::Percent { part, whole, less } => {
                let less = if *less == 0 { String::new() } else { format!(" − {less}") };
                format!("{} / {} × 100{less} = {result}", said(part), said(whole))
            }
            Expected::Grown { level, terms, .. } => {
                let of = terms.len();
                format!("{result}, {} over the bases that {of} rates imply", said(level))
            }
            Expected::Rate { per, between: [low, high] } => {
                format!("{} to {} per unit of {}", plain(*low), plain(*high), said(per))
            }
            Expected::Same(other) => said(other),
        }
    }

    /// Why it is broken.
    pub(crate) fn said(&self, off: &Off, review: &Review<'_>) -> String {
        /// More terms than these are told by their sum and their number.
        const TERMS_MAX: usize = 4;
        format!(
            "{}: got {}, expected {}; off by {}, rounding allows {}",
            review.named_key(self.printed.key),
            value(self.printed.observation),
            self.computed(off, TERMS_MAX),
            plain(off.difference),
            half(off.allowance_twice),
        )
    }
}

/// `None` where a term has no value, may be 0 where it divides, or more digits are needed than
/// there are.
pub(crate) fn off(relation: &Relation<'_>) -> Option<Off> {
    let printed = relation.printed;
    match &relation.expected {
        Expected::Sum(terms) => sum(printed, terms),
        Expected::Percent { part, whole, less } => percent(printed, *part, *whole, *less),
        Expected::Grown { level, terms, less } => grown(printed, *level, terms, *less),
        Expected::Rate { per, between } => rate(printed, *per, *between),
        Expected::Same(other) => same(printed.observation, other.observation),
    }
}

fn sum(printed: Term<'_>, terms: &[(i64, Term<'_>)]) -> Option<Off> {
    let mut expected: i128 = 0;
    let mut allowance_twice = open_twice(printed.observation);
    for (factor, term) in terms {
        let (term, factor) = (term.observation, i128::from(*factor));
        expected = expected.checked_add(addend(term)?.checked_mul(factor)?)?;
        allowance_twice =
            allowance_twice.checked_add(open_twice(term).checked_mul(factor.abs())?)?;
    }
    let difference = addend(printed.observation)?.checked_sub(expected)?;
    let within = difference.checked_mul(2)?.abs() <= allowance_twice;
    Some(Off { expected, difference, allowance_twice, within })
}

fn percent(printed: Term<'_>, part: Term<'_>, whole: Term<'_>, less: i128) -> Option<Off> {
    let open = interval(part)?.over(interval(whole)?)?.percent(less)?;
    let middle = Ratio::new(addend(part.observation)?, addend(whole.observation)?)?;
    percent_off(printed, open, middle.times(100)?.less(less)?)
}

/// A printed percentage against what is left open of it.
fn percent_off(printed: Term<'_>, open: Interval, middle: Ratio) -> Option<Off> {
    let expected = middle.value()?;
    let difference = printed.observation.value?.checked_sub(expected)?;
    // A quotient is open to one side more than to the other: what counts is the side it is off to.
    let side = if difference < 0 {
        expected - open.low.value_below()?
    } else {
        open.high.value_above()? - expected
    };
    Some(Off {
        expected,
        difference,
        allowance_twice: side.checked_mul(2)?.checked_add(open_twice(printed.observation))?,
        within: open.meets(interval(printed)?),
    })
}

/// The bases are rounded outward to the last digit that values have.
fn grown(
    printed: Term<'_>,
    level: Term<'_>,
    terms: &[(i64, Term<'_>, Term<'_>)],
    less: i128,
) -> Option<Off> {
    let (mut low, mut high) = (0_i128, 0_i128);
    for (factor, level, rate) in terms {
        let base = interval(*level)?.over(interval(*rate)?.plus(less)?.above_nothing()?)?;
        let (least, most) =
            (base.low.times(100)?.value_below()?, base.high.times(100)?.value_above()?);
        let factor = i128::from(*factor);
        let (least, most) = if factor < 0 { (most, least) } else { (least, most) };
        low = low.checked_add(least.checked_mul(factor)?)?;
        high = high.checked_add(most.checked_mul(factor)?)?;
    }
    let bases = Interval { low: Ratio::of_value(low)?, high: Ratio::of_value(high)? };
    let open = interval(level)?.over(bases)?.percent(less)?;
    let middle = Ratio::new(addend(level.observation)?, low.checked_add(high)?.div_euclid(2))?;
    percent_off(printed, open, middle.times(100)?.less(less)?)
}

/// Off by what lies beyond the nearer bound.
fn rate(printed: Term<'_>, per: Term<'_>, [low, high]: [i128; 2]) -> Option<Off> {
    let open = interval(printed)?.over(interval(per)?)?;
    let middle = Ratio::new(printed.observation.value?, per.observation.value?)?.value()?;
    let expected = middle.clamp(low, high);
    let side = if middle < expected {
        open.high.value_above()? - middle
    } else {
        middle - open.low.value_below()?
    };
    let band = Interval { low: Ratio::of_value(low)?, high: Ratio::of_value(high)? };
    Some(Off {
        expected,
        difference: middle - expected,
        allowance_twice: side.checked_mul(2)?,
        within: open.meets(band),
    })
}

fn same(printed: &Observation, other: &Observation) -> Option<Off> {
    let expected = addend(other)?;
    let difference = addend(printed)?.checked_sub(expected)?;
    let (one, two) = (step(printed), step(other));
    let allowance_twice = if one == two { 0 } else { one.max(two) };
    Some(Off { expected, difference, allowance_twice, within: agree(printed, other) })
}

/// What a term may have been.
fn interval(term: Term<'_>) -> Option<Interval> {
    Interval::around(addend(term.observation)?, open_twice(term.observation))
}

/// Half of an odd number of smallest units has a tenth decimal.
pub(crate) fn half(twice: i128) -> String {
    if twice % 2 == 0 { plain(twice / 2) } else { format!("{} / 2", plain(twice)) }
}
