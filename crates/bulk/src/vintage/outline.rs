//! What a print has of which periods and areas: enough to judge it by, without its rows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use arrow::array::{Array as _, RecordBatch};
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::vintage::Sorted;
use crate::vintage::cursor::reader;
use crate::vintage::said::{dates, decimals, texts};
use crate::vintage::statistics::{constants, nulls};

/// A period as rows have it: its kind, and its dates as days since 1970.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    pub kind: String,
    pub start: i32,
    pub end: i32,
}

/// What some rows have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    pub rows: u64,
    /// Each period once, and how many figures it has: neither forecasts nor blanks.
    pub months: Vec<(Month, u64)>,
    pub areas: BTreeSet<(String, String)>,
}

const COLUMNS: [&str; 5] =
    ["period_kind", "period_start", "period_end", "ref_area", "counterpart_area"];
/// What tells figures from others.
const FIGURES: [&str; 2] = ["obs_value", "obs_status"];

impl Outline {
    /// # Errors
    /// Where the file cannot be read.
    pub fn of(file: &Sorted) -> Result<Self> {
        let are_figures = are_figures(&file.path)?;
        let mut outline = Self::default();
        let mut months: BTreeMap<(i32, i32), BTreeMap<String, u64>> = BTreeMap::new();
        let figures = if are_figures { [].as_slice() } else { &FIGURES };
        let columns = COLUMNS.iter().chain(figures).copied();
        for batch in reader(&file.path, Some(columns), None)? {
            let batch = batch?;
            outline.rows += batch.num_rows() as u64;
            outline.add_areas(&batch);
            let kinds = texts(&batch, "period_kind");
            let (starts, ends) = (dates(&batch, "period_start"), dates(&batch, "period_end"));
            for row in 0..batch.num_rows() {
                let of = months.entry((starts.value(row), ends.value(row))).or_default();
                if !of.contains_key(kinds.value(row)) {
                    of.insert(kinds.value(row).to_owned(), 0);
                }
                let count = of.get_mut(kinds.value(row)).expect("it was put there");
                *count += u64::from(are_figures || is_figure(&batch, row));
            }
        }
        for ((start, end), kinds) in months {
            let month = |(kind, figures)| (Month { kind, start, end }, figures);
            outline.months.extend(kinds.into_iter().map(month));
        }
        Ok(outline)
    }

    /// Neighbours are of one area.
    fn add_areas(&mut self, batch: &RecordBatch) {
        let (areas, partners) = (texts(batch, "ref_area"), texts(batch, "counterpart_area"));
        let area = |row: usize| (areas.value(row), partners.value(row));
        for row in 0..batch.num_rows() {
            if row == 0 || area(row - 1) != area(row) {
                let (area, partner) = area(row);
                self.areas.insert((area.to_owned(), partner.to_owned()));
            }
        }
    }

    /// With what another file of the same print has.
    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        let mut months: BTreeMap<Month, u64> =
            std::mem::take(&mut self.months).into_iter().collect();
        for (month, figures) in &other.months {
            *months.entry(month.clone()).or_default() += figures;
        }
        self.months = months.into_iter().collect();
        self.areas.extend(other.areas.iter().cloned());
    }
}

fn is_figure(batch: &RecordBatch, row: usize) -> bool {
    match texts(batch, "obs_status").value(row) {
        "F" => false,
        "N" => true,
        _ => decimals(batch, "obs_value").is_valid(row),
    }
}

/// Whether all rows are normal figures, by the statistics.
fn are_figures(file: &Path) -> Result<bool> {
    let always = constants(file)?;
    Ok(always.get("obs_status").is_some_and(|status| status == b"A")
        && nulls(file, "obs_value")? == Some(0))
}
