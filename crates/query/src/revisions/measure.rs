//! The size of revisions, unit by unit: the median and the largest, beside what is usual, the
//! median over the revisions of all earlier releases of the dataset.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;

use crate::revisions::pair::Pair;

/// What can be compared in size: figures of one unit, of one kind of period and transformation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    pub unit_measure: String,
    pub transformation: String,
    pub period_kind: String,
}

/// Sizes without sign, in base units times 10^9 and in millionths of what stood before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    pub unit: Unit,
    /// Power of ten that most of these figures are printed in.
    pub unit_mult: i8,
    /// Revisions that have a size: both figures are values on one base.
    pub count: usize,
    pub median: i128,
    pub largest: i128,
    pub median_ppm: Option<i128>,
    pub largest_ppm: Option<i128>,
    /// Medians of earlier releases; `None` where nothing was revised before.
    pub usual: Option<i128>,
    pub usual_ppm: Option<i128>,
}

/// Sizes of earlier releases.
#[derive(Default)]
pub(crate) struct Usual {
    sizes: BTreeMap<Unit, Sizes>,
}

#[derive(Default)]
struct Sizes {
    differences: Vec<i128>,
    ratios: Vec<i128>,
}

impl Unit {
    pub(crate) fn of(pair: &Pair) -> Self {
        let column = |concept| pair.after.series.get(concept).to_owned();
        Self {
            unit_measure: column(Concept::UnitMeasure),
            transformation: column(Concept::Transformation),
            period_kind: column(Concept::PeriodKind),
        }
    }
}

impl Usual {
    pub(crate) fn learn(&mut self, pairs: &[&Pair]) {
        for (unit, sizes) in sizes(pairs) {
            let known = self.sizes.entry(unit).or_default();
            known.differences.extend(sizes.differences);
            known.ratios.extend(sizes.ratios);
        }
    }
}

/// The sizes of one release's revisions.
pub(crate) fn of_release(pairs: &[&Pair], usual: &Usual) -> Vec<Measure> {
    let measured = sizes(pairs).into_iter().filter_map(|(unit, sizes)| {
        let earlier = usual.sizes.get(&unit);
        Some(Measure {
            unit_mult: unit_mult(pairs, &unit),
            count: sizes.differences.len(),
            median: median(&sizes.differences)?,
            largest: sizes.differences.iter().copied().max()?,
            median_ppm: median(&sizes.ratios),
            largest_ppm: sizes.ratios.iter().copied().max(),
            usual: earlier.and_then(|earlier| median(&earlier.differences)),
            usual_ppm: earlier.and_then(|earlier| median(&earlier.ratios)),
            unit,
        })
    });
    measured.collect()
}

fn sizes(pairs: &[&Pair]) -> BTreeMap<Unit, Sizes> {
    let mut by_unit: BTreeMap<Unit, Sizes> = BTreeMap::new();
    for pair in pairs {
        let Some(difference) = pair.difference() else { continue };
        let sizes = by_unit.entry(Unit::of(pair)).or_default();
        sizes.differences.push(difference.saturating_abs());
        sizes.ratios.extend(pair.ratio_ppm().map(i128::saturating_abs));
    }
    by_unit
}

/// The middle, or halfway between the two in the middle.
pub(crate) fn median(sizes: &[i128]) -> Option<i128> {
    let mut sorted = sizes.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = sorted[sorted.len() / 2 - 1];
    Some(lower + (upper - lower) / 2)
}

fn unit_mult(pairs: &[&Pair], unit: &Unit) -> i8 {
    let mut counted: BTreeMap<i8, usize> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| Unit::of(pair) == *unit) {
        *counted.entry(pair.after.unit_mult).or_default() += 1;
    }
    counted.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(unit_mult, _)| unit_mult)
}

/// The largest revisions: of each unit in turn the largest left, at most so many.
pub(crate) fn largest(pairs: &[&Pair], count_max: usize) -> Vec<Pair> {
    let mut by_unit: BTreeMap<Unit, Vec<(i128, &Pair)>> = BTreeMap::new();
    for pair in pairs {
        if let Some(difference) = pair.difference() {
            by_unit.entry(Unit::of(pair)).or_default().push((difference.saturating_abs(), pair));
        }
    }
    for sizes in by_unit.values_mut() {
        sizes.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    }
    let deepest = by_unit.values().map(Vec::len).max().unwrap_or(0);
    let ranks = (0..deepest).flat_map(|rank| {
        let of_rank = by_unit.values().filter_map(move |sizes| sizes.get(rank));
        of_rank.map(|(_, pair)| *pair)
    });
    let mut largest: Vec<Pair> = ranks.take(count_max).cloned().collect();
    let size = |pair: &Pair| std::cmp::Reverse(pair.difference().unwrap_or(0).saturating_abs());
    largest.sort_by_key(|pair| (Unit::of(pair), size(pair)));
    largest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        for (sizes, expected) in
            [(&[][..], None), (&[7], Some(7)), (&[9, 1, 5], Some(5)), (&[4, 1, 9, 2], Some(3))]
        {
            assert_eq!(median(sizes), expected);
        }
    }
}
