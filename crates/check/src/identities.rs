//! Whether what a source promises to add up does, between the cells of one release (contract 9).
//! The tolerance is half the printed step of every term; nothing is chosen.

mod linear;
mod months;
mod parts;

use portbook_model::concept::Concept;
use portbook_model::period::Period;
use portbook_model::series::Series;
use portbook_source::identity::{Identity, Kind, Rule};

use crate::cell::{CellId, Cells, Key};
use crate::edition::United;
use crate::review::Review;
use crate::rounding::{addend, plain, step};
use crate::verdict::Failure;

/// An identity applied to one group of cells.
enum Group {
    Complete(Sum),
    /// A term is not printed.
    Incomplete,
}

/// `total` should be the sum of `terms`, each with its factor.
struct Sum {
    total: CellId,
    terms: Vec<(i64, CellId)>,
}

/// A cell that identities look at: levels only, rates do not add.
struct Level<'a> {
    key: Key,
    cell: CellId,
    series: &'a Series,
}

pub(crate) fn check(identity: &Identity, cells: &Cells, united: &United, review: &mut Review<'_>) {
    let all = united.cells.iter().map(|(key, standing)| Level {
        key: *key,
        cell: standing.cell,
        series: cells.series(*key),
    });
    let levels: Vec<Level<'_>> =
        all.filter(|level| level.series.get(Concept::Transformation) == "N").collect();
    let groups = match &identity.rule {
        Rule::Linear { column, total, terms, ignore, only } => {
            linear::groups(&levels, &linear::Linear { column: *column, total, terms, ignore, only })
        }
        Rule::Parts { total, of } => parts::of_total(cells, &levels, total, of),
        Rule::Members => parts::of_subtotals(cells, &levels),
        Rule::Months => months::groups(cells, &levels),
    };
    let mut computed = review.counts.identities.remove(&identity.name).unwrap_or_default();
    for group in groups {
        let Group::Complete(sum) = group else {
            computed.incomplete += 1;
            continue;
        };
        match off(cells, &sum) {
            None => computed.not_computable += 1,
            Some(Off { within: true, .. }) => computed.held += 1,
            Some(off) => {
                computed.broken += 1;
                let failure = broken(identity, &sum, &off, review);
                match identity.kind {
                    Kind::Gate => review.fail(failure),
                    Kind::Finding => review.find(failure),
                }
            }
        }
    }
    review.counts.identities.insert(identity.name.clone(), computed);
}

/// By how much a sum is off.
struct Off {
    /// Sum of the terms, in the scale of values.
    sum: i128,
    /// Total less sum.
    difference: i128,
    /// Twice what rounding allows: halves of steps stay whole numbers.
    tolerance_twice: i128,
    within: bool,
}

/// `None` where a term has no value, or the sum needs more digits than there are.
fn off(cells: &Cells, sum: &Sum) -> Option<Off> {
    let total = cells.observation(sum.total);
    let mut added: i128 = 0;
    let mut tolerance_twice = step(total);
    for (factor, cell) in &sum.terms {
        let (term, factor) = (cells.observation(*cell), i128::from(*factor));
        added = added.checked_add(addend(term)?.checked_mul(factor)?)?;
        tolerance_twice = tolerance_twice.checked_add(step(term).checked_mul(factor.abs())?)?;
    }
    let difference = addend(total)?.checked_sub(added)?;
    let within = difference.checked_mul(2)?.abs() <= tolerance_twice;
    Some(Off { sum: added, difference, tolerance_twice, within })
}

fn broken(identity: &Identity, sum: &Sum, off: &Off, review: &Review<'_>) -> Failure {
    /// More terms than these are told by their sum and their number.
    const TERMS_MAX: usize = 4;
    let terms = if sum.terms.len() <= TERMS_MAX {
        let term = |(factor, cell): &(i64, CellId)| {
            let sign = if *factor < 0 { "−" } else { "+" };
            let times =
                if factor.abs() == 1 { String::new() } else { format!("{} × ", factor.abs()) };
            format!("{sign} {times}{}", review.value(*cell))
        };
        // What is added before what is taken away.
        let (added, taken): (Vec<_>, Vec<_>) =
            sum.terms.iter().partition(|(factor, _)| *factor >= 0);
        let words: Vec<String> = added.into_iter().chain(taken).map(term).collect();
        format!("{} = {}", words.join(" ").trim_start_matches("+ "), plain(off.sum))
    } else {
        format!("{}, the sum of {} cells", plain(off.sum), sum.terms.len())
    };
    let said = format!(
        "{}: got {}, expected {terms}; off by {}, rounding allows {}",
        review.named(sum.total),
        review.value(sum.total),
        plain(off.difference),
        half(off.tolerance_twice),
    );
    let involved = std::iter::once(sum.total).chain(sum.terms.iter().map(|(_, cell)| *cell));
    Failure {
        rule: identity.name.clone(),
        said,
        cells: involved.map(|cell| review.place(cell)).collect(),
    }
}

/// Half of an odd number of smallest units has a tenth decimal.
fn half(twice: i128) -> String {
    if twice % 2 == 0 { plain(twice / 2) } else { format!("{} / 2", plain(twice)) }
}

/// The series with some columns blanked: what the rows of one group share.
fn shared(series: &Series, blanked: &[Concept]) -> Series {
    blanked.iter().fold(series.clone(), |series, concept| series.with(*concept, ""))
}

/// What the rows of one group share.
type Shared = (Series, Period);
