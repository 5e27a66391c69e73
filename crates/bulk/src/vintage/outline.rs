//! What a print has of which periods and areas: enough to judge it by, without its rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

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

impl Outline {
    /// Whether no row is a forecast or a blank.
    pub fn is_all_figures(&self) -> bool {
        self.months.iter().map(|(_, figures)| figures).sum::<u64>() == self.rows
    }

    /// One more row; its neighbours are of one month more often than not.
    pub(crate) fn add_row(&mut self, month: Month, is_figure: bool) {
        self.rows += 1;
        let figures = u64::from(is_figure);
        match self.months.binary_search_by(|(known, _)| known.cmp(&month)) {
            Ok(at) => self.months[at].1 += figures,
            Err(at) => self.months.insert(at, (month, figures)),
        }
    }

    /// Areas of rows and of their partners. Neighbours are of one area.
    pub(crate) fn add_areas(&mut self, areas: &[Cow<'_, str>], partners: &[Cow<'_, str>]) {
        let mut last = None;
        for area in areas.iter().zip(partners) {
            if last != Some(area) {
                self.areas.insert((area.0.to_string(), area.1.to_string()));
                last = Some(area);
            }
        }
    }

    /// With what another year of the same print has.
    pub(crate) fn add(&mut self, other: Self) {
        self.rows += other.rows;
        let mut months: BTreeMap<Month, u64> =
            std::mem::take(&mut self.months).into_iter().collect();
        for (month, figures) in other.months {
            *months.entry(month).or_default() += figures;
        }
        self.months = months.into_iter().collect();
        self.areas.extend(other.areas);
    }
}
