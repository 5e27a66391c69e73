//! Cells by place. They come row by row from nearly every file, so they are a list in that order;
//! an index is made only once one comes out of order.

use std::collections::BTreeMap;

use portbook_model::address::Cell as Place;

use super::Cell;

/// A cell at its place. `None`: taken out.
pub(super) type Placed = (Place, Option<Cell>);

#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// As they came.
    list: Vec<Placed>,
    /// Rows, each with the index of its first cell, while the list is in order.
    rows: Vec<(u32, usize)>,
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
            None => Some(self.first_from(place)).filter(|at| self.is_at(*at, place)),
        }
    }

    /// Of cells in order, the index of the first that is not before a place.
    fn first_from(&self, place: Place) -> usize {
        let at = self.rows.partition_point(|(row, _)| *row < place.row_index);
        let start = |at: usize| self.rows.get(at).map_or(self.list.len(), |(_, start)| *start);
        let row = match self.rows.get(at) {
            Some((row, _)) if *row == place.row_index => &self.list[start(at)..start(at + 1)],
            _ => return start(at),
        };
        start(at) + row.partition_point(|(other, _)| *other < place)
    }

    fn is_at(&self, at: usize, place: Place) -> bool {
        self.list.get(at).is_some_and(|(other, _)| *other == place)
    }

    /// Puts a cell; gives the one that stood there.
    pub(super) fn put(&mut self, place: Place, cell: Cell) -> Option<Cell> {
        if self.index.is_none() && self.list.last().is_none_or(|(last, _)| *last < place) {
            if self.rows.last().is_none_or(|(row, _)| *row < place.row_index) {
                self.rows.push((place.row_index, self.list.len()));
            }
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

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, count: usize) {
        self.list.reserve(count);
    }

    /// The cells of a row from the left, if all lie in order.
    pub(super) fn row(&self, row_index: u32) -> Option<&[Placed]> {
        let in_order = self.index.is_none().then_some(self.list.as_slice())?;
        let first = |row_index| self.first_from(Place { row_index, column_index: 0 });
        let end = row_index.checked_add(1).map_or(in_order.len(), first);
        Some(&in_order[first(row_index)..end])
    }

    pub(super) fn take(&mut self, place: Place) -> Option<Cell> {
        let at = self.position(place)?;
        self.list[at].1.take()
    }

    /// The cells from one place to another, both included, row by row.
    pub(super) fn range(&self, from: Place, to: Place) -> impl Iterator<Item = (Place, &Cell)> {
        let in_order = if self.index.is_some() {
            &[]
        } else {
            let end = self.first_from(to);
            &self.list[self.first_from(from)..end + usize::from(self.is_at(end, to))]
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
