//! What a grid promises its readers, in whatever order cells come.

use super::*;
use proptest::prelude::*;

fn place(row_index: u32, column_index: u32) -> Place {
    Place { row_index, column_index }
}

#[test]
fn a_merged_cell_repeats_its_text_and_counts_once() {
    let mut grid = Grid::new("1");
    grid.put(place(4, 1), Cell::text("Exports"));
    grid.put(place(4, 2), Cell::text("hidden under the merge"));
    grid.cover(Span { origin: place(4, 1), row_count: 1, column_count: 3 });
    assert_eq!(grid.text(4, 3), "Exports");
    assert_eq!(grid.origin(4, 3), place(4, 1));
    assert_eq!(grid.origin(4, 4), place(4, 4));
    assert_eq!(grid.get(4, 4), None);
    assert_eq!((grid.cells().count(), grid.covered_count), (1, 1));
    assert_eq!((grid.row_count(), grid.column_count()), (5, 4));
}

#[test]
fn blanks_do_not_stretch_a_grid() {
    let mut grid = Grid::new("1");
    grid.put(place(0, 0), Cell::text("a"));
    grid.put(place(9, 230), Cell::text("\u{a0} "));
    assert_eq!((grid.row_count(), grid.column_count()), (1, 1));
    assert_eq!(grid.get(9, 230).unwrap().kind, Kind::Blank);
}

proptest! {
    #[test]
    fn order_of_arrival_does_not_matter(places in prop::collection::vec((0_u32..9, 0_u32..9), 0..60)) {
        let mut grid = Grid::new("1");
        let mut model = std::collections::BTreeMap::new();
        for (at, (row, column)) in places.iter().enumerate() {
            let cell = Cell::text(at.to_string());
            let before = grid.put(place(*row, *column), cell.clone());
            prop_assert_eq!(before, model.insert(place(*row, *column), cell));
        }
        let held: Vec<(Place, Cell)> = grid.cells().map(|(at, cell)| (at, cell.clone())).collect();
        prop_assert_eq!(held, model.clone().into_iter().collect::<Vec<_>>());
        for (at, cell) in &model {
            prop_assert_eq!(grid.get(at.row_index, at.column_index), Some(cell));
        }
        let row = grid.row(4).count();
        prop_assert_eq!(row, model.keys().filter(|at| at.row_index == 4).count());
    }

    #[test]
    fn the_span_found_is_the_one_that_covers(
        row in 0_u32..50, column in 0_u32..20, rows in 1_u32..60, columns in 2_u32..10,
        at in (0_u32..120, 0_u32..40),
    ) {
        let mut grid = Grid::new("1");
        let span = Span { origin: place(row, column), row_count: rows, column_count: columns };
        grid.cover(span);
        let inside = (row..row + rows).contains(&at.0) && (column..column + columns).contains(&at.1);
        prop_assert_eq!(grid.span(at.0, at.1), inside.then_some(span));
    }
}

#[test]
fn texts_are_those_that_stand() {
    let number = |text: &str| {
        let kind = Kind::Number { decimals: None, shift: 0, stored: text.into(), format: None };
        Cell::new(text, kind)
    };
    let mut grid = Grid::new("sheet");
    for (column, cell) in [Cell::text("a  b"), number("7"), Cell::text("c"), Cell::text("a  b")]
        .into_iter()
        .enumerate()
    {
        grid.put(place(0, u32::try_from(column).unwrap()), cell);
    }
    let texts = |grid: &Grid| {
        let texts = grid.texts().iter().map(|(at, text)| format!("{at} {text}"));
        texts.collect::<Vec<_>>()
    };
    assert_eq!(texts(&grid), ["A1 a b", "C1 c"]);
    // What was found once does not outlast a change.
    grid.put(place(1, 0), Cell::text("d"));
    assert_eq!(texts(&grid), ["A1 a b", "C1 c", "A2 d"]);
    grid.cover(Span { origin: place(0, 0), row_count: 2, column_count: 1 });
    assert_eq!(texts(&grid), ["A1 a b", "C1 c"]);
}
