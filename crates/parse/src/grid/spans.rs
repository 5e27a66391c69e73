//! Spans by origin. Looking one up walks the rows above no further than the tallest span of its
//! class, so a few tall ones do not slow down all.

use std::collections::BTreeMap;
use std::fmt;

use portbook_model::address::Cell as Place;

use super::Span;

#[derive(Clone, Debug, Default)]
pub(super) struct Spans {
    low: BTreeMap<Place, Span>,
    low_row_count_max: u32,
    tall: Vec<Span>,
}

const LOW_ROWS_MAX: u32 = 32;

impl Spans {
    pub(super) fn insert(&mut self, span: Span) {
        if span.row_count > LOW_ROWS_MAX {
            self.tall.push(span);
        } else {
            self.low_row_count_max = self.low_row_count_max.max(span.row_count);
            self.low.entry(span.origin).or_insert(span);
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = Span> {
        self.low.values().chain(&self.tall).copied()
    }

    /// Whether a span may reach into a row.
    pub(super) fn may_reach(&self, row_index: u32) -> bool {
        let at = |row_index, column_index| Place { row_index, column_index };
        let first = row_index.saturating_sub(self.low_row_count_max);
        !self.tall.is_empty()
            || self.low.range(at(first, 0)..=at(row_index, u32::MAX)).next().is_some()
    }

    pub(super) fn covering(&self, place: Place) -> Option<Span> {
        for back in 0..self.low_row_count_max {
            let Some(row_index) = place.row_index.checked_sub(back) else { break };
            let from = Place { row_index, column_index: 0 };
            let to = Place { row_index, column_index: place.column_index };
            // Within a row the nearest origin to the left that reaches this far is the one.
            let hit = self.low.range(from..=to).rev().find(|(_, span)| span.covers(place));
            if let Some((_, span)) = hit {
                return Some(*span);
            }
        }
        self.tall.iter().find(|span| span.covers(place)).copied()
    }
}

impl fmt::Display for Span {
    /// `B7:C8`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { row_index, column_index } = self.origin;
        let last = Place {
            row_index: row_index.saturating_add(self.row_count.saturating_sub(1)),
            column_index: column_index.saturating_add(self.column_count.saturating_sub(1)),
        };
        write!(f, "{}:{last}", self.origin)
    }
}

impl Span {
    fn covers(&self, place: Place) -> bool {
        let down = place.row_index.checked_sub(self.origin.row_index);
        let across = place.column_index.checked_sub(self.origin.column_index);
        down.is_some_and(|rows| rows < self.row_count)
            && across.is_some_and(|columns| columns < self.column_count)
    }
}
