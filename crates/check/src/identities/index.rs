//! Series by what they share once some columns are left out: computed once a dataset, so that a
//! release is grouped by numbers.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::series::Series;

use crate::cell::{Cells, Key};

pub(crate) struct Index {
    blanked: Vec<Concept>,
    /// By rank of a series.
    of: Vec<usize>,
    ids: BTreeMap<Series, usize>,
    /// By id: ranks of series.
    ranks: Vec<Vec<usize>>,
}

impl Index {
    pub(crate) fn new(cells: &Cells, blanked: Vec<Concept>) -> Self {
        let mut index = Self { blanked, of: Vec::new(), ids: BTreeMap::new(), ranks: Vec::new() };
        for (rank, series) in cells.all_series().enumerate() {
            let next = index.ranks.len();
            let id = *index.ids.entry(index.shared(series)).or_insert(next);
            if id == next {
                index.ranks.push(Vec::new());
            }
            index.ranks[id].push(rank);
            index.of.push(id);
        }
        index
    }

    fn shared(&self, series: &Series) -> Series {
        self.blanked.iter().fold(series.clone(), |series, concept| series.with(*concept, ""))
    }

    /// What a row shares with others, as a number.
    pub(crate) fn of(&self, key: Key) -> usize {
        self.of[key.series]
    }

    /// The number of a series that may not be there.
    pub(crate) fn find(&self, series: &Series) -> Option<usize> {
        self.ids.get(&self.shared(series)).copied()
    }

    /// The series of a number.
    pub(crate) fn ranks(&self, id: usize) -> &[usize] {
        &self.ranks[id]
    }
}
