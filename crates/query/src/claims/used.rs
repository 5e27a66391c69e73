//! The cells that a claim's readings used.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;

use crate::claims::CellUsed;
use crate::published_row::PublishedRow;

/// Cells used so far, each once, in the order of their first use.
#[derive(Default)]
pub(crate) struct Used {
    pub(crate) cells: Vec<CellUsed>,
    /// (key, release) -> its place in `cells`.
    places: BTreeMap<(String, String), usize>,
}

impl Used {
    pub(crate) fn add(&mut self, rows: &[PublishedRow], reading: &str) {
        for row in rows {
            let key = format!("{}/{}", row.series.id(), row.time_period);
            let place =
                *self.places.entry((key.clone(), row.release.clone())).or_insert_with(|| {
                    self.cells.push(cell_used(row, key));
                    self.cells.len() - 1
                });
            let readings = &mut self.cells[place].readings;
            if readings.last().is_none_or(|last| last != reading) {
                readings.push(reading.to_owned());
            }
        }
    }
}

fn cell_used(row: &PublishedRow, key: String) -> CellUsed {
    let series = |concept| row.series.get(concept).to_owned();
    let address = row.address.clone();
    CellUsed {
        source: series(Concept::Source),
        dataset: series(Concept::Dataset),
        release: row.release.clone(),
        released_at: row.released_at.to_string(),
        column: address.record.and_then(|_| address.cell.clone()).map(String::from),
        member: address.member.map(String::from),
        sheet: address.sheet.map(String::from),
        cell: address.cell.map(String::from),
        record: address.record,
        snapshot: row.snapshot.clone(),
        time_period: row.time_period.clone(),
        period_kind: series(Concept::PeriodKind),
        key,
        value: row.value_text(),
        unit: series(Concept::UnitMeasure),
        raw_text: row.raw_text.clone(),
        readings: Vec::new(),
    }
}
