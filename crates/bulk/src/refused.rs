//! Records that are no rows, and why: kept with their bytes, so that none is lost unseen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::encode::Sum;
use crate::tally::Tally;

/// A record, or one cell of it, that is not published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// Number of the file in the work list.
    pub file: u32,
    /// One-based, the header not counted.
    pub record: u64,
    /// The column of the value, where the others of the record are published.
    pub cell: Option<String>,
    pub why: String,
    /// The line as it stands in the file, its bytes as hexadecimal digits where they are no UTF-8.
    pub raw: String,
}

/// Refused records that are kept; of a file with more, the number is told.
pub(crate) const KEPT_MAX: usize = 10_000;
/// Records in a thousand that may be refused before a file is held.
pub(crate) const HELD_FROM_PER_MILLE: u64 = 1;

/// What one range came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub file: u32,
    pub records: u64,
    /// Value cells of rows.
    pub cells_placed: u64,
    /// Value cells left out by a written rule.
    pub cells_ignored: u64,
    pub cells_refused: u64,
    pub records_refused: u64,
    pub refused: Vec<Refused>,
    /// Periods and areas; `None` where only the rows can tell.
    pub tally: Option<Tally>,
}

/// What one range came to as it was read, before anything of it was sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Report {
    pub(crate) told: Told,
    /// Its first byte.
    pub(crate) start: u64,
    /// By year and measure what its rows add up to, where it was asked.
    pub(crate) sums: BTreeMap<i32, Vec<Sum>>,
}

impl Told {
    pub(crate) fn add(&mut self, other: Self) {
        self.tally = match (self.tally.take(), other.tally) {
            (Some(mut tally), Some(other)) => {
                tally.add(&other);
                Some(tally)
            }
            _ => None,
        };
        self.records += other.records;
        self.cells_placed += other.cells_placed;
        self.cells_ignored += other.cells_ignored;
        self.cells_refused += other.cells_refused;
        self.records_refused += other.records_refused;
        self.refused.extend(other.refused);
        self.refused.sort_by(|one, two| (one.record, &one.cell).cmp(&(two.record, &two.cell)));
        self.refused.truncate(KEPT_MAX);
    }

    /// Without some records of it, and with others: none of them is refused.
    pub(crate) fn after(&self, gone: &Self, come: &Self) -> Self {
        let mut tally = self.tally.clone();
        if let (Some(tally), Some(gone), Some(come)) = (&mut tally, &gone.tally, &come.tally) {
            tally.add(come);
            tally.take_away(gone);
        }
        Self {
            records: self.records + come.records - gone.records,
            cells_placed: self.cells_placed + come.cells_placed - gone.cells_placed,
            cells_ignored: self.cells_ignored + come.cells_ignored - gone.cells_ignored,
            tally,
            ..Self::default()
        }
    }

    /// Whether too much of the file is refused to publish the rest.
    pub fn is_held(&self) -> bool {
        self.records_refused * 1_000 > self.records * HELD_FROM_PER_MILLE
            || self.records_refused > KEPT_MAX as u64
    }
}

/// A line as it is told.
pub(crate) fn raw(line: &[u8]) -> String {
    match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => line.iter().fold(String::new(), |mut raw, byte| {
            raw.push(char::from(b"0123456789abcdef"[usize::from(byte >> 4)]));
            raw.push(char::from(b"0123456789abcdef"[usize::from(byte & 15)]));
            raw
        }),
    }
}
