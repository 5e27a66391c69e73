//! The cells of one dataset's prints under short keys, so that observations compare cheaply.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use portbook_model::address::{self, Address};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::Observation;
use portbook_model::period::{Period, PeriodKind};
use portbook_model::print::Print;
use portbook_model::series::Series;
use portbook_model::status::ObsStatus;

use crate::error::{Error, Result};

/// An observation's identity. Keys order as published rows do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Rank of the series among the dataset's.
    pub(crate) series: usize,
    pub(crate) period: Period,
}

/// A value cell: which print, which of its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CellId {
    pub(crate) print: usize,
    pub(crate) row: usize,
}

/// What a row says: it exists only where this differs from the row before (contract 8).
pub(crate) type Said<'a> = (Option<i128>, ObsStatus, Option<&'a str>);

pub(crate) fn said(observation: &Observation) -> Said<'_> {
    (observation.value, observation.status, observation.base_period.as_deref())
}

/// The prints of one dataset, sorted, with keys for their cells.
pub(crate) struct Cells {
    pub(crate) prints: Vec<Print>,
    series: Vec<Arc<Series>>,
    kinds: Vec<PeriodKind>,
    keys: Vec<Vec<Key>>,
    control_keys: Vec<Vec<Key>>,
    corrected_keys: Vec<Vec<Key>>,
    meanings: Vec<usize>,
    editions: Vec<usize>,
}

impl Cells {
    pub(crate) fn new(mut prints: Vec<Print>) -> Result<Self> {
        prints.sort_by(order_of_prints);
        let all = prints.iter().flat_map(|print| {
            let corrected = print.corrected.iter().map(|corrected| &corrected.observation);
            print.rows.iter().chain(&print.controls).chain(corrected)
        });
        let distinct: BTreeSet<&Series> = all.map(|o| o.series.as_ref()).collect();
        let rank: BTreeMap<&Series, usize> =
            distinct.iter().enumerate().map(|(rank, series)| (*series, rank)).collect();
        let key = |o: &Observation| Key { series: rank[o.series.as_ref()], period: o.period };
        let keys_of = |rows: &[Observation]| rows.iter().map(key).collect::<Vec<_>>();
        let keys: Vec<_> = prints.iter().map(|print| keys_of(&print.rows)).collect();
        let control_keys: Vec<_> = prints.iter().map(|print| keys_of(&print.controls)).collect();
        let corrected =
            |print: &Print| print.corrected.iter().map(|c| key(&c.observation)).collect();
        let corrected_keys: Vec<_> = prints.iter().map(corrected).collect();
        let series: Vec<Arc<Series>> = distinct.iter().map(|s| Arc::new((*s).clone())).collect();
        let kinds = series
            .iter()
            .map(|series| Ok(series.get(Concept::PeriodKind).parse()?))
            .collect::<Result<_>>()?;
        for print in &prints {
            let mut datasets = print.rows.iter().map(|o| o.series.get(Concept::Dataset));
            if let Some(found) = datasets.find(|found| *found != print.dataset) {
                return Err(Error::WrongDataset {
                    url: print.url.clone(),
                    found: found.to_owned(),
                    expected: print.dataset.clone(),
                });
            }
        }
        let meanings = numbered(prints.iter().map(|print| &print.meaning));
        let editions =
            numbered(prints.iter().map(|print| (&print.url, &print.member, &print.sheet)));
        Ok(Self { prints, series, kinds, keys, control_keys, corrected_keys, meanings, editions })
    }

    pub(crate) fn observation(&self, cell: CellId) -> &Observation {
        &self.prints[cell.print].rows[cell.row]
    }

    pub(crate) fn key(&self, cell: CellId) -> Key {
        self.keys[cell.print][cell.row]
    }

    pub(crate) fn series(&self, key: Key) -> &Series {
        &self.series[key.series]
    }

    /// The series of the dataset, by rank.
    pub(crate) fn all_series(&self) -> impl Iterator<Item = &Series> {
        self.series.iter().map(AsRef::as_ref)
    }

    pub(crate) fn kind(&self, key: Key) -> PeriodKind {
        self.kinds[key.series]
    }

    /// An observation for people: what its series says beyond `_Z` and `_T`, and its period.
    pub(crate) fn named(&self, key: Key) -> String {
        let series = self.series(key);
        let plain = [Concept::Source, Concept::Dataset, Concept::Freq, Concept::PeriodKind];
        let columns = Concept::ALL.into_iter().filter(|concept| !plain.contains(concept));
        let mut words: Vec<String> = columns
            .filter(|concept| !["_Z", "_T"].contains(&series.get(*concept)))
            .map(|concept| format!("{}={}", concept.name(), series.get(concept)))
            .collect();
        let kind = self.kind(key);
        words.push(format!("{} {}", kind.code(), key.period.time_period(kind)));
        words.join(" ")
    }

    /// Where a snapshot of these prints was found.
    pub(crate) fn file(&self, snapshot: Digest) -> &str {
        let print = self.prints.iter().find(|print| print.snapshot == snapshot);
        print.map_or("", |print| print.url.as_str())
    }

    /// Cells of a print that are rows.
    pub(crate) fn of_print(&self, print: usize) -> impl Iterator<Item = CellId> + use<> {
        (0..self.prints[print].rows.len()).map(move |row| CellId { print, row })
    }

    pub(crate) fn controls(&self, print: usize) -> impl Iterator<Item = (Key, &Observation)> {
        self.control_keys[print].iter().copied().zip(&self.prints[print].controls)
    }

    /// Cells of a print that corrections mean: the number of each correction.
    pub(crate) fn corrected(&self, print: usize) -> impl Iterator<Item = (usize, Key)> {
        let numbers = self.prints[print].corrected.iter().map(|corrected| corrected.correction);
        numbers.zip(self.corrected_keys[print].iter().copied())
    }

    /// Whether a cell is other than printed.
    pub(crate) fn is_corrected(&self, cell: CellId) -> bool {
        let address = &self.observation(cell).address;
        let corrected = &self.prints[cell.print].corrected;
        corrected.iter().any(|corrected| corrected.observation.address == *address)
    }

    /// Number of the print's page meaning: equal numbers, equal meanings.
    pub(crate) fn meaning(&self, print: usize) -> usize {
        self.meanings[print]
    }

    /// The layout that read a print; empty where it is not known.
    pub(crate) fn layout(&self, print: usize) -> &str {
        self.prints[print].meaning.get("layout").map_or("", String::as_str)
    }

    /// Number of the print's edition: URL, member and sheet.
    pub(crate) fn edition(&self, print: usize) -> usize {
        self.editions[print]
    }

    /// Order of addresses among cells that say the same: snapshot, sheet, row, column.
    pub(crate) fn by_address(&self, one: CellId, two: CellId) -> Ordering {
        let place = |cell| {
            let observation = self.observation(cell);
            (observation.snapshot, Place::of(&observation.address))
        };
        place(one).cmp(&place(two)).then(one.cmp(&two))
    }
}

/// An address in reading order: `B9` before `AA9` before `A10`.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place<'a> {
    member: Option<&'a str>,
    sheet: Option<&'a str>,
    record: Option<i64>,
    cell: Option<address::Cell>,
    name: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn of(address: &'a Address) -> Self {
        let name = address.cell.as_deref();
        // A record file's column may look like an A1 name (`M2`): it is one only in a grid.
        let grid = name.filter(|_| address.record.is_none());
        Self {
            member: address.member.as_deref(),
            sheet: address.sheet.as_deref(),
            record: address.record,
            cell: grid.and_then(address::Cell::parse),
            name,
        }
    }
}

fn order_of_prints(one: &Print, two: &Print) -> Ordering {
    type Order<'a> = (
        &'a portbook_model::release::ReleaseId,
        jiff::Timestamp,
        Digest,
        (&'a str, Option<&'a str>, Option<&'a str>),
        &'a BTreeMap<String, String>,
        Option<Place<'a>>,
    );
    fn order(print: &Print) -> Order<'_> {
        let edition = (print.url.as_str(), print.member.as_deref(), print.sheet.as_deref());
        let first = print.rows.first().map(|o| Place::of(&o.address));
        (&print.release.id, print.captured_at, print.snapshot, edition, &print.meaning, first)
    }
    order(one).cmp(&order(two))
}

fn numbered<T: Ord + Clone>(values: impl Iterator<Item = T> + Clone) -> Vec<usize> {
    let distinct: BTreeSet<T> = values.clone().collect();
    let number: BTreeMap<T, usize> = distinct.into_iter().zip(0..).collect();
    values.map(|value| number[&value]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_in_reading_order() {
        let at = |cell: &str| Address {
            sheet: Some("12".into()),
            cell: Some(cell.into()),
            ..Address::default()
        };
        let addresses = ["B9", "AA9", "A10", "C10"].map(at);
        assert!(addresses.windows(2).all(|pair| Place::of(&pair[0]) < Place::of(&pair[1])));
        let record = |record, cell: &str| Address {
            record: Some(record),
            cell: Some(cell.into()),
            ..Address::default()
        };
        assert!(Place::of(&record(9, "value")) < Place::of(&record(10, "amount")));
    }
}
