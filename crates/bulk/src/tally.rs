//! Which periods and areas the records of a range have, counted while they are read: enough to judge
//! a release by, where rows need not be read again for it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::dates::{Dated, KINDS};
use crate::learn::Feed;
use crate::mapping::{Mapping, place};
use crate::vintage::{Month, Outline};

/// Kind, first day and days of a period.
type Period = (u8, i32, u16);

/// What some records have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Records and figures of each period.
    periods: Vec<(Period, [u64; 2])>,
    /// Records by partner.
    partners: BTreeMap<String, u64>,
}

/// Counts on the way.
pub(crate) struct Counter<'a> {
    /// The codes of the column that names the partner, or the one of all records.
    codes: Option<(Option<usize>, &'a [Option<String>])>,
    periods: BTreeMap<Period, [u64; 2]>,
    last: (Period, [u64; 2]),
    seen: Vec<u64>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(mapping: &'a Mapping) -> Self {
        let codes = codes(mapping);
        let seen = vec![0; codes.map_or(0, |(_, codes)| codes.len())];
        let nothing = ((u8::MAX, 0, 0), [0; 2]);
        Self { codes, periods: BTreeMap::new(), last: nothing, seen }
    }

    /// A record with so many figures.
    pub(crate) fn count(&mut self, found: &[u32], dated: &Dated, figures: u64) {
        let Some((column, _)) = self.codes else { return };
        self.seen[column.map_or(0, |column| found[column] as usize)] += 1;
        let period = (dated.kind, dated.start, dated.days);
        if self.last.0 != period {
            self.flush();
            self.last = (period, [0; 2]);
        }
        let [records, all] = &mut self.last.1;
        (*records, *all) = (*records + 1, *all + figures);
    }

    fn flush(&mut self) {
        let (period, counts) = self.last;
        if period.0 != u8::MAX {
            let known = self.periods.entry(period).or_default();
            *known = both(*known, counts, u64::strict_add);
        }
    }

    pub(crate) fn finish(&mut self) -> Option<Tally> {
        self.flush();
        self.last = ((u8::MAX, 0, 0), [0; 2]);
        let (_, codes) = self.codes?;
        let mut partners: BTreeMap<String, u64> = BTreeMap::new();
        for (code, seen) in codes.iter().zip(&self.seen).filter(|(_, seen)| **seen > 0) {
            // Two labels may have one code.
            if let Some(code) = code {
                *partners.entry(code.clone()).or_default() += seen;
            }
        }
        let periods = std::mem::take(&mut self.periods).into_iter().collect();
        Some(Tally { periods, partners })
    }
}

fn both(one: [u64; 2], two: [u64; 2], with: fn(u64, u64) -> u64) -> [u64; 2] {
    [with(one[0], two[0]), with(one[1], two[1])]
}

/// Where every figure is one, of one area, and the partner is named by one column.
fn codes(mapping: &Mapping) -> Option<(Option<usize>, &[Option<String>])> {
    let feed = |name: &str| &mapping.measures[0].feeds[place(name)];
    let normal = Feed::Always(Some("A".to_owned()));
    let are_figures =
        mapping.measures.iter().all(|measure| measure.feeds[place("obs_status")] == normal);
    if !are_figures || !matches!(feed("ref_area"), Feed::Always(_)) {
        return None;
    }
    match feed("counterpart_area") {
        Feed::Always(code) => Some((None, std::slice::from_ref(code))),
        Feed::Label { column, codes } => Some((Some(*column), codes)),
        Feed::Text { .. } => None,
    }
}

impl Tally {
    pub(crate) fn add(&mut self, other: &Self) {
        self.change(other, u64::strict_add);
    }

    /// Without some of its records.
    pub(crate) fn take_away(&mut self, some: &Self) {
        self.change(some, u64::strict_sub);
    }

    fn change(&mut self, other: &Self, with: fn(u64, u64) -> u64) {
        let mut periods: BTreeMap<_, _> = std::mem::take(&mut self.periods).into_iter().collect();
        for (period, counts) in &other.periods {
            let known = periods.entry(*period).or_default();
            *known = both(*known, *counts, with);
        }
        self.periods = periods.into_iter().filter(|(_, [records, _])| *records > 0).collect();
        for (partner, records) in &other.partners {
            let known = self.partners.entry(partner.clone()).or_default();
            *known = with(*known, *records);
        }
        self.partners.retain(|_, records| *records > 0);
    }

    /// The same as rows would show it.
    pub(crate) fn outline(&self, mapping: &Mapping, rows: u64) -> Outline {
        let month = |((kind, start, days), [_, figures]): &(Period, [u64; 2])| {
            let kind = KINDS[usize::from(*kind)].code().to_owned();
            (Month { kind, start: *start, end: start + i32::from(*days) }, *figures)
        };
        let area = match &mapping.measures[0].feeds[place("ref_area")] {
            Feed::Always(Some(area)) => area.clone(),
            _ => String::new(),
        };
        let mut months: Vec<_> = self.periods.iter().map(month).collect();
        months.sort();
        let areas = self.partners.keys().map(|partner| (area.clone(), partner.clone()));
        Outline { rows, months, areas: areas.collect() }
    }
}
