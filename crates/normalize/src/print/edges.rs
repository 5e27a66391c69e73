//! Signs that mean one thing inside their series and another at its ends.

use std::collections::BTreeMap;

use portbook_model::observation::Observation;
use portbook_model::period::Period;
use portbook_model::print::Print;
use portbook_model::series::Series;

use super::{Table, frame};
use crate::figure::{Figure, Side, edge_figure};
use crate::meaning::Trouble;

pub(super) struct EdgeCell {
    pub(super) row: usize,
    pub(super) observation: Observation,
    pub(super) sign: String,
}

impl Table<'_> {
    /// Reads the signs that depend on where the values of their series begin and end. In a series
    /// without a value they lead.
    pub(super) fn close_edges(
        &self,
        edges: Vec<EdgeCell>,
        print: &mut Print,
        refused: &mut BTreeMap<Trouble, Vec<usize>>,
    ) {
        if edges.is_empty() {
            return;
        }
        let mut ends: BTreeMap<&Series, (Period, Period)> = BTreeMap::new();
        for row in print.rows.iter().filter(|row| row.value.is_some()) {
            let ends = ends.entry(&row.series).or_insert((row.period, row.period));
            *ends = (ends.0.min(row.period), ends.1.max(row.period));
        }
        let mut sides = Vec::new();
        for edge in &edges {
            sides.push(match ends.get(&*edge.observation.series) {
                Some((_, last)) if edge.observation.period > *last => Side::Trailing,
                Some((first, _)) if edge.observation.period > *first => Side::Inner,
                _ => Side::Leading,
            });
        }
        for (edge, side) in edges.into_iter().zip(sides) {
            let EdgeCell { row, mut observation, sign } = edge;
            let frame = frame(&observation.series, observation.unit_mult, self.raw.precision);
            match edge_figure(&self.raw.signs[&sign], &sign, side, frame) {
                Some(Figure::Null { status, .. }) => {
                    (observation.value, observation.decimals) = (None, 0);
                    (observation.status, observation.raw_text) = (status, Some(sign));
                    self.keep(row, observation, print);
                }
                Some(_) => print.ignored_cells += 1,
                None if observation.value.is_some() => self.keep(row, observation, print),
                None => {
                    let expected = "a number: only at the ends of its series it may be blank";
                    let trouble = Trouble {
                        rule: "unreadable-number",
                        seen: sign,
                        expected: expected.to_owned(),
                        cell: None,
                    };
                    print.refused_cells += 1;
                    refused.entry(trouble).or_default().push(row);
                }
            }
        }
    }
}
