//! Which periods and areas the records of a range have, counted while they are read: enough to judge
//! a release by, where rows need not be read again for it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::dates::{Dated, KINDS};
use crate::learn::Feed;
use crate::mapping::{Mapping, place};
use crate::vintage::{Month, Outline};

/// What some records have; `None` where only the rows can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Kind, first day and days of a period, and its figures.
    periods: Vec<((u8, i32, u16), u64)>,
    partners: BTreeSet<String>,
}

/// Counts on the way.
pub(crate) struct Counter<'a> {
    /// The codes of the column that names the partner, or the one of all records.
    codes: Option<(Option<usize>, &'a [Option<String>])>,
    periods: BTreeMap<(u8, i32, u16), u64>,
    last: ((u8, i32, u16), u64),
    seen: Vec<bool>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(mapping: &'a Mapping) -> Self {
        let codes = codes(mapping);
        let seen = vec![false; codes.map_or(0, |(_, codes)| codes.len())];
        let nothing = ((u8::MAX, 0, 0), 0);
        Self { codes, periods: BTreeMap::new(), last: nothing, seen }
    }

    /// A record with so many figures.
    pub(crate) fn count(&mut self, found: &[u32], dated: &Dated, figures: u64) {
        let Some((column, _)) = self.codes else { return };
        self.seen[column.map_or(0, |column| found[column] as usize)] = true;
        let period = (dated.kind, dated.start, dated.days);
        if self.last.0 != period {
            self.flush();
            self.last = (period, 0);
        }
        self.last.1 += figures;
    }

    fn flush(&mut self) {
        let (period, figures) = self.last;
        if period.0 != u8::MAX {
            *self.periods.entry(period).or_default() += figures;
        }
    }

    pub(crate) fn finish(&mut self) -> Option<Tally> {
        self.flush();
        self.last = ((u8::MAX, 0, 0), 0);
        let (_, codes) = self.codes?;
        let seen = codes.iter().zip(&self.seen).filter(|(_, seen)| **seen);
        Some(Tally {
            periods: std::mem::take(&mut self.periods).into_iter().collect(),
            partners: seen.filter_map(|(code, _)| code.clone()).collect(),
        })
    }
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
    pub(crate) fn add(&mut self, other: Self) {
        let mut periods: BTreeMap<_, u64> = std::mem::take(&mut self.periods).into_iter().collect();
        for (period, figures) in other.periods {
            *periods.entry(period).or_default() += figures;
        }
        self.periods = periods.into_iter().collect();
        self.partners.extend(other.partners);
    }

    /// The same as rows would show it.
    pub(crate) fn outline(&self, mapping: &Mapping, rows: u64) -> Outline {
        let month = |((kind, start, days), figures): &((u8, i32, u16), u64)| {
            let kind = KINDS[usize::from(*kind)].code().to_owned();
            (Month { kind, start: *start, end: start + i32::from(*days) }, *figures)
        };
        let area = match &mapping.measures[0].feeds[place("ref_area")] {
            Feed::Always(Some(area)) => area.clone(),
            _ => String::new(),
        };
        let mut months: Vec<_> = self.periods.iter().map(month).collect();
        months.sort();
        let areas = self.partners.iter().map(|partner| (area.clone(), partner.clone()));
        Outline { rows, months, areas: areas.collect() }
    }
}
