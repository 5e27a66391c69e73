//! Cells by place. They come row by row from nearly every file, so they are a list in that order;
//! an index is made only once one comes out of order.

use std::collections::BTreeMap;

use portbook_model::address::Cell as Place;

use super::Cell;

#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// As they came. `None`: taken out.
    list: Vec<(Place, Option<Cell>)>,
    /// Place -> its index in `list`, if the list is not in order.
    index: Option<BTreeMap<Place, usize>>,
}

impl Cells {
    pub(super) fn get(&self, place: Place) -> Option<&Cell> {
        self.list.get(self.position(place)?)?.1.as_ref()
    }

    fn position(&self, place: Place) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(&place).copied(),
            None => self.list.binary_search_by_key(&place, |(place, _)| *place).ok(),
        }
    }

    /// Puts a cell; gives the one that stood there.
    pub(super) fn put(&mut self, place: Place, cell: Cell) -> Option<Cell> {
        if self.index.is_none() && self.list.last().is_none_or(|(last, _)| *last < place) {
            self.list.push((place, Some(cell)));
            return None;
        }
        if let Some(at) = self.position(place) {
            return self.list[at].1.replace(cell);
        }
        let list = &self.list;
        let index = self.index.get_or_insert_with(|| {
            list.iter().enumerate().map(|(at, (place, _))| (*place, at)).collect()
        });
        index.insert(place, self.list.len());
        self.list.push((place, Some(cell)));
        None
    }

    pub(super) fn take(&mut self, place: Place) {
        if let Some(at) = self.position(place) {
            self.list[at].1 = None;
        }
    }

    /// The cells from one place to another, both included, row by row.
    pub(super) fn range(&self, from: Place, to: Place) -> impl Iterator<Item = (Place, &Cell)> {
        let in_order = if self.index.is_some() {
            &[]
        } else {
            let start = self.list.partition_point(|(place, _)| *place < from);
            let length = self.list[start..].partition_point(|(place, _)| *place <= to);
            &self.list[start..start + length]
        };
        let indexed = self.index.iter().flat_map(move |index| index.range(from..=to));
        in_order
            .iter()
            .chain(indexed.map(|(_, at)| &self.list[*at]))
            .filter_map(|(place, cell)| Some((*place, cell.as_ref()?)))
    }

    pub(super) fn all(&self) -> impl Iterator<Item = (Place, &Cell)> {
        let far = u32::MAX;
        self.range(
            Place { row_index: 0, column_index: 0 },
            Place { row_index: far, column_index: far },
        )
    }
}
