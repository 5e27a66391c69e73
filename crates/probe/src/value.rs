//! What stands by each figure of a table: its period and the words of head, groups and line.

use crate::period::Part;
use crate::sheet::{Seen, Sheet};
use crate::tables::{Panel, Table};

/// A figure and what stands by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub row: usize,
    pub column: usize,
    /// `2016-01/2016-03`; `None` where no word beside it dates it.
    pub span: Option<String>,
    /// Texts of the line's labels, then of the groups above, then of the headings: those that do
    /// not date.
    pub labels: Vec<String>,
}

/// The heading cells over each column: row and column of the text that stands there, perhaps
/// written once for several columns.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// Value column -> its heading cells from above.
    pub cells: Vec<(usize, Vec<(usize, usize)>)>,
    /// The heading has fewer cells than there are columns; it was spread over them.
    pub is_spread: bool,
}

/// The headings over the columns of a panel.
pub fn heading(sheet: &Sheet, table: &Table, panel: &Panel) -> Heading {
    if let Some(heading) = spread(sheet, table, panel) {
        return heading;
    }
    let own = |row: usize, column: usize| !sheet.get(row, column).is_blank();
    let leftmost = panel.values.first().copied().unwrap_or(0);
    let over = |column: usize| -> Vec<(usize, usize)> {
        let mut cells = Vec::new();
        for (at, row) in table.heads.iter().enumerate() {
            if own(*row, column) {
                cells.push((*row, column));
                continue;
            }
            // Written once for several columns: only over a text of the column's own.
            if table.heads[at + 1..].iter().any(|below| own(*below, column)) {
                let left = (leftmost..column).rev().find(|left| own(*row, *left));
                cells.extend(left.map(|left| (*row, left)));
            }
        }
        cells
    };
    Heading {
        cells: panel.values.iter().map(|column| (*column, over(*column))).collect(),
        is_spread: false,
    }
}

/// A heading whose spans were lost: `Year | Quarters | Jan | Feb …` over `| I II III IV`, where the
/// figures have as many columns as both together.
fn spread(sheet: &Sheet, table: &Table, panel: &Panel) -> Option<Heading> {
    let [upper, lower] = table.heads.as_slice() else { return None };
    let filled = |row: usize| -> Vec<usize> {
        let columns = 0..sheet.column_count;
        columns.filter(|column| !sheet.get(row, *column).is_blank()).collect()
    };
    let (above, below) = (filled(*upper), filled(*lower));
    let (first, start) = (*above.first()?, *below.first()?);
    let is_run = |columns: &[usize]| columns.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    let values = panel.values.as_slice();
    let width = values.last()? + 1 - first;
    let right = is_run(&above) && is_run(&below) && above.contains(&start) && below.len() > 1;
    let is_narrow = above.len() < width && above.len() + below.len() > width;
    if !right || !is_narrow || *above.last()? <= start {
        return None;
    }
    let wider = below.len() - 1;
    let over = |column: usize| -> Vec<(usize, usize)> {
        if column < start {
            vec![(*upper, column)]
        } else if column < start + below.len() {
            vec![(*upper, start), (*lower, column)]
        } else {
            vec![(*upper, column - wider)]
        }
    };
    let cells = values.iter().map(|column| (*column, over(*column))).collect();
    Some(Heading { cells, is_spread: true })
}

/// Every figure of a table, row by row; blank cells of the columns of figures are none.
pub fn values(sheet: &Sheet, table: &Table) -> Vec<Value> {
    let mut values = Vec::new();
    let years = HeadDates::of(sheet, table);
    let title = title_part(sheet, table);
    let above = table
        .above
        .last()
        .and_then(|row| sheet.rows[*row].iter().find(|cell| !cell.is_blank()).map(Seen::text));
    for panel in &table.panels {
        let heading = heading(sheet, table, panel);
        // A division called Mayo is no month: a column dates if most of its labels do.
        let dates = |column: &usize| {
            let cells = table.body.iter().map(|row| sheet.get(*row, *column));
            let (mut filled, mut parts) = (0_usize, 0_usize);
            for cell in cells.filter(|cell| !cell.is_blank()) {
                filled += 1;
                parts += usize::from(cell.part().is_some());
            }
            parts * 2 > filled
        };
        let dating: Vec<usize> = panel.stub.iter().copied().filter(dates).collect();
        for row in &table.body {
            let line: Vec<(&Seen, bool)> = panel
                .stub
                .iter()
                .map(|column| (sheet.get(*row, *column), dating.contains(column)))
                .filter(|(cell, _)| !cell.is_blank())
                .collect();
            let groups = groups(sheet, table, *row);
            // A share or growth column takes the period of the dated column to its left.
            let mut left: Option<String> = None;
            for (column, cells) in &heading.cells {
                let cell = sheet.get(*row, *column);
                if !cell.is_figure() && !cell.is_digits() {
                    continue;
                }
                let heads = cells.iter().map(|(row, column)| sheet.get(*row, *column));
                let mut labels: Vec<String> = Vec::new();
                let mut parts: Vec<Part> = Vec::new();
                for (cell, dates) in &line {
                    if *dates {
                        say(cell, None, &mut labels, &mut parts);
                    } else {
                        labels.push(cell.text());
                    }
                }
                for cell in &groups {
                    say(cell, None, &mut labels, &mut parts);
                }
                let stub_heads = table.heads.last().map(|last| {
                    panel.stub.iter().map(|column| sheet.get(*last, *column)).collect::<Vec<_>>()
                });
                for cell in heads.rev() {
                    say(cell, Some(&years), &mut labels, &mut parts);
                }
                for cell in stub_heads.into_iter().flatten().filter(|cell| !cell.is_blank()) {
                    labels.push(cell.text());
                }
                labels.extend(above.clone());
                parts.extend(title);
                let span = Part::span(&parts).or_else(|| left.clone());
                left.clone_from(&span);
                values.push(Value { row: *row, column: *column, span, labels });
            }
        }
    }
    values
}

fn say(cell: &Seen, dates: Option<&HeadDates>, labels: &mut Vec<String>, parts: &mut Vec<Part>) {
    match (cell, dates) {
        (Seen::Blank, _) => {}
        (Seen::Date(year, ..), Some(HeadDates::Years)) => {
            parts.push(Part { year: Some(*year), ..Part::default() });
        }
        (Seen::Date(year, ..), None) if matches!(cell, Seen::Date(_, 1, 1)) => {
            parts.push(Part { year: Some(*year), ..Part::default() });
        }
        _ => match cell.part() {
            Some(part) => parts.push(part),
            None => labels.push(cell.text()),
        },
    }
}

/// What date cells in a heading mean, by their steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadDates {
    /// All are the first of January: years.
    Years,
    /// Months.
    Months,
}

impl HeadDates {
    pub fn of(sheet: &Sheet, table: &Table) -> Self {
        let cells = table.heads.iter().flat_map(|row| &sheet.rows[*row]);
        let is_other = |cell: &Seen| matches!(cell, Seen::Date(_, month, _) if *month != 1);
        if cells.into_iter().any(is_other) { Self::Months } else { Self::Years }
    }
}

/// The nearest texts between the rows, above a row: those that stand together.
pub fn groups<'a>(sheet: &'a Sheet, table: &Table, row: usize) -> Vec<&'a Seen> {
    let mut above: Vec<usize> = table.groups.iter().copied().filter(|group| *group < row).collect();
    let Some(last) = above.pop() else { return Vec::new() };
    let mut rows = vec![last];
    while let Some(next) = above.pop() {
        let between = (next + 1)..*rows.last().expect("it began with one");
        if between.into_iter().any(|row| table.body.contains(&row)) {
            break;
        }
        rows.push(next);
    }
    let first = |row: usize| sheet.rows[row].iter().find(|cell| !cell.is_blank());
    rows.into_iter().filter_map(first).collect()
}

/// The one year that the texts above name, if they name one.
fn title_part(sheet: &Sheet, table: &Table) -> Option<Part> {
    let texts = table.above.iter().flat_map(|row| &sheet.rows[*row]);
    let mut years: Vec<i16> = Vec::new();
    for cell in texts {
        let Seen::Text(text) = cell else { continue };
        // `1800.0` is a catalogue number, no year.
        let words = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        years.extend(words.map(|word| word.trim_matches('.')).filter_map(crate::period::year));
    }
    years.dedup();
    match years.as_slice() {
        [year] => Some(Part { year: Some(*year), ..Part::default() }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::tables::tables;

    #[test]
    fn digits_that_could_date_are_figures_among_figures() {
        let lines =
            ["REF_DATE,GEO,VALUE", "1925,Canada,503600", "1925,Quebec,192511", "1925,Ontario,87.9"];
        let fields = |line: &&str| line.split(',').map(str::to_owned).collect();
        let lines: Vec<Vec<String>> = lines.iter().map(fields).collect();
        let sheet = Sheet::of_lines(&lines, &Limits::standard());
        let tables = tables(&sheet, &Limits::standard());
        let found = values(&sheet, &tables[0]);
        let cells: Vec<(usize, usize)> = found.iter().map(|one| (one.row, one.column)).collect();
        assert_eq!(cells, [(1, 2), (2, 2), (3, 2)]);
        assert!(found.iter().all(|one| one.span.as_deref() == Some("1925-01/1925-12")));
    }
}
