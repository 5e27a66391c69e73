//! Text as a grid, where its lines are the rows of a printed table: headings of several rows,
//! blocks, ragged lines. A cell's row is the line its record begins on.

use portbook_model::address::Cell as Place;

use crate::error::Error;
use crate::grid::{Cell, Grid};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::delimited::Text;

impl Text {
    /// All cells of the text that are not blank. The grid has no name: a text is no sheet.
    ///
    /// # Errors
    /// `LoneQuote`, `QuoteInField`, `Limit`, each with its line.
    pub fn grid(&self, limits: &Limits) -> Result<Grid, Error> {
        let mut grid = Grid::new("");
        let mut budget = Budget::new(limits);
        let mut passed = Ok(());
        self.each_record(limits, &mut |line, fields| {
            for (column_index, field) in (0..).zip(fields).filter(|(_, field)| !field.is_empty()) {
                let row_index = u32::try_from(line - 1).unwrap_or(u32::MAX);
                let cell = Cell::text(field.as_str());
                let counted = budget.count("").and_then(|()| budget.hold("", &cell));
                if passed.is_ok() {
                    passed = counted;
                }
                if passed.is_ok() {
                    grid.put(Place { row_index, column_index }, cell);
                }
            }
        })?;
        passed.map(|()| grid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Basis, Charset};

    fn text(content: &str) -> Text {
        let charset = Charset { name: "UTF-8", basis: Basis::Proven };
        Text::new(content.to_owned(), charset)
    }

    #[test]
    fn ragged_lines_keep_their_places() {
        let text =
            text("Exports by country\n\n\t2024\t\t2025\nArea\tJan\tFeb\tJan\nFrance\t1\t2\n");
        let grid = text.grid(&Limits::standard()).unwrap();
        assert_eq!((grid.row_count(), grid.column_count()), (5, 4));
        let texts = [(0, 0), (2, 1), (2, 3), (4, 2), (4, 3)].map(|(r, c)| grid.text(r, c));
        assert_eq!(texts, ["Exports by country", "2024", "2025", "2", ""]);
    }

    #[test]
    fn the_bounds_are_kept() {
        let limits = Limits { cells_max: 3, ..Limits::standard() };
        let error = text("a;b\n1;2\n").grid(&limits).unwrap_err().to_string();
        assert_eq!(error, "sheet ``: got 4 cells, expected at most 3");
    }
}
