//! Which tables a sheet holds: a heading, then rows of figures, down to the next heading. Stacked
//! tables come out one by one; those side by side are strips of the sheet already.

use crate::limits::Limits;
use crate::records;
use crate::rows::{Look, look};
use crate::sheet::{Seen, Sheet};

/// A table as it lies on the sheet; rows and columns from zero.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Rows that head the columns.
    pub heads: Vec<usize>,
    /// Rows with figures.
    pub body: Vec<usize>,
    /// Rows of one text between them: they speak for the rows below.
    pub groups: Vec<usize>,
    /// Rows of text above, from the table before down to the heading.
    pub above: Vec<usize>,
    /// Rows of text below, up to the next table.
    pub below: Vec<usize>,
    /// Columns of labels and columns of figures.
    pub panels: Vec<Panel>,
    /// One header, then records of as many fields.
    pub is_records: bool,
}

/// Columns of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Panel {
    pub stub: Vec<usize>,
    pub values: Vec<usize>,
}

/// Blank rows that may stand between a heading and its figures.
const BLANKS_MAX: usize = 3;
/// Rows of figures under which nothing is a table.
const BODY_ROWS_MIN: usize = 2;
/// Numbers under which nothing is one: a list of contents is none.
const NUMBERS_MIN: usize = 3;

/// The tables of a strip of a sheet.
pub fn tables(sheet: &Sheet, limits: &Limits) -> Vec<Table> {
    if let Some(records) = records::table(sheet) {
        return vec![records];
    }
    let looks: Vec<Look> = (0..sheet.rows.len()).map(|row| look(sheet, row)).collect();
    let mut found: Vec<Table> = Vec::new();
    let mut table = Table::default();
    let mut singles: Vec<usize> = Vec::new();
    let mut blanks = 0;
    for (row, look) in looks.iter().enumerate() {
        match look {
            Look::Blank => {
                blanks += 1;
                if table.body.is_empty() && blanks > BLANKS_MAX {
                    singles.append(&mut table.heads);
                }
                continue;
            }
            Look::Single => singles.push(row),
            Look::Heading | Look::Numbering => {
                if !table.body.is_empty() {
                    let next = next(sheet, &table, row);
                    close(sheet, &mut table, &mut singles, &mut found);
                    table.heads = next;
                } else if table.heads.is_empty() {
                    table.above.append(&mut singles);
                }
                table.heads.push(row);
            }
            Look::Data => {
                if table.heads.is_empty() && table.body.is_empty() {
                    table.above.append(&mut singles);
                }
                table.groups.append(&mut singles);
                table.body.push(row);
            }
        }
        blanks = 0;
    }
    close(sheet, &mut table, &mut singles, &mut found);
    found.truncate(limits.tables_max);
    found
}

/// Ends a table; what was no table after all is text above the next.
fn close(sheet: &Sheet, table: &mut Table, singles: &mut Vec<usize>, found: &mut Vec<Table>) {
    let mut ended = std::mem::take(table);
    split(sheet, &mut ended);
    let has_heads = !ended.heads.is_empty();
    let is_dated = ended.body.iter().any(|row| sheet.rows[*row].iter().any(|c| c.part().is_some()));
    let values = ended.panels.iter().flat_map(|panel| &panel.values);
    let cells = values.flat_map(|column| ended.body.iter().map(|row| sheet.get(*row, *column)));
    let numbers = cells.filter(|cell| matches!(cell, Seen::Number(_))).count();
    let is_table = ended.body.len() >= BODY_ROWS_MIN
        && numbers >= NUMBERS_MIN
        && (has_heads || is_dated)
        && ended.panels.iter().any(|panel| !panel.stub.is_empty() || has_heads);
    if !is_table {
        let rows = [ended.above, ended.heads, ended.groups, ended.body].concat();
        table.above.extend(rows);
        table.above.append(singles);
        table.above.sort_unstable();
        return;
    }
    ended.below.clone_from(singles);
    table.above.append(singles);
    found.push(ended);
}

/// Headings of the table before that still hold under a heading that stands between its rows: all
/// but the one that stood in its place, or all if it heads few columns. None for a new table.
fn next(sheet: &Sheet, table: &Table, row: usize) -> Vec<usize> {
    let mut ended = table.clone();
    split(sheet, &mut ended);
    let filled = |row: usize| -> Vec<usize> {
        let columns = 0..sheet.column_count;
        columns.filter(|column| !sheet.get(row, *column).is_blank()).collect()
    };
    let stub = |row: usize| {
        let mut columns = ended.panels.iter().flat_map(|panel| &panel.stub);
        columns.any(|column| !sheet.get(row, *column).is_blank())
    };
    let values: usize = ended.panels.iter().map(|panel| panel.values.len()).sum();
    let is_labelled = stub(row) && !sheet.rows[row].iter().any(|cell| cell.part().is_some());
    let passed = |row: &usize| !matches!(look(sheet, *row), Look::Blank | Look::Single);
    let below = (row + 1..sheet.rows.len()).find(passed);
    let follows = below.is_some_and(|row| look(sheet, row) == Look::Data);
    if !is_labelled || !follows {
        return Vec::new();
    }
    let last = ended.heads.last().copied();
    match last {
        Some(last) if filled(last) == filled(row) || (stub(last) && ended.heads.len() > 1) => {
            ended.heads[..ended.heads.len() - 1].to_vec()
        }
        Some(_) if filled(row).len() * 2 < values => ended.heads,
        _ => Vec::new(),
    }
}

/// Which columns hold labels and which figures.
fn split(sheet: &Sheet, table: &mut Table) {
    let mut panel = Panel::default();
    let mut is_first = true;
    for column in 0..sheet.column_count {
        let cells = || table.body.iter().map(|row| sheet.get(*row, column));
        let filled = cells().filter(|cell| !cell.is_blank()).count();
        if filled == 0 {
            continue;
        }
        let words = cells().filter(|cell| cell.is_words() || matches!(cell, Seen::Date(..)));
        let years = cells().filter(|cell| matches!(cell, Seen::Year(_))).count();
        let labels = words.count() + if is_first { years } else { 0 };
        let is_stub = labels * 2 > filled || is_codes(sheet, table, column);
        // Words right of the figures are notes, unless they stand in most lines.
        if !is_stub {
            panel.values.push(column);
        } else if panel.values.is_empty() || labels * 2 > table.body.len() {
            panel.stub.push(column);
        }
        is_first = false;
    }
    table.panels = vec![panel];
    table.panels.retain(|panel| !panel.values.is_empty());
}

/// Codes of a classification: all of as many digits, and some begin with a zero.
fn is_codes(sheet: &Sheet, table: &Table, column: usize) -> bool {
    let texts: Vec<String> = table
        .body
        .iter()
        .map(|row| sheet.get(*row, column).text())
        .filter(|text| text.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    let Some(first) = texts.first() else { return false };
    let length = first.len();
    let is_code = |text: &String| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    length > 1 && texts.iter().all(is_code) && texts.iter().any(|text| text.starts_with('0'))
}
