//! What a page, a workbook, or we ourselves may get wrong in a table that still looks like one.
//! Every mutation changes the cells as a reader hands them on.

use std::collections::BTreeSet;

use portbook_model::address::Cell as Place;
use portbook_parse::grid::{Cell, Grid, Kind};

/// The value cells of the table that is changed.
#[derive(Default)]
pub(crate) struct Values {
    pub(crate) places: BTreeSet<Place>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mutation {
    DropRow,
    DuplicateRow,
    Scale(i32),
    SwapColumns,
    SwapCurrency,
    ShiftHeading,
    Truncate,
    ChangeDigit,
}

pub(crate) const ALL: [Mutation; 11] = [
    Mutation::DropRow,
    Mutation::DuplicateRow,
    Mutation::Scale(1),
    Mutation::Scale(2),
    Mutation::Scale(3),
    Mutation::Scale(4),
    Mutation::SwapColumns,
    Mutation::SwapCurrency,
    Mutation::ShiftHeading,
    Mutation::Truncate,
    Mutation::ChangeDigit,
];

/// Words for yuan and dollars that are swapped wherever they stand.
const CURRENCIES: [(&str, &str); 6] = [
    ("(in CNY)", "(in USD)"),
    ("人民币", "美元"),
    ("RMB", "USD"),
    ("US$", "RMB"),
    ("US $", "Rs."),
    ("dollars", "yuan"),
];

impl Mutation {
    pub(crate) fn name(self) -> String {
        match self {
            Self::DropRow => "row dropped".to_owned(),
            Self::DuplicateRow => "row twice".to_owned(),
            Self::Scale(power) => format!("column × 10^{power}"),
            Self::SwapColumns => "columns swapped".to_owned(),
            Self::SwapCurrency => "currency swapped".to_owned(),
            Self::ShiftHeading => "heading shifted".to_owned(),
            Self::Truncate => "truncated".to_owned(),
            Self::ChangeDigit => "digit changed".to_owned(),
        }
    }

    /// The changed grid and what was changed; `None` where there is nothing to change.
    #[expect(clippy::too_many_lines, reason = "one arm for each mutation")]
    pub(crate) fn of(
        self,
        grid: &Grid,
        values: &Values,
        random: &mut Random,
    ) -> Option<(Grid, String)> {
        let rows = values.rows();
        let columns = values.columns();
        let (first, last) = (*rows.first()?, *rows.last()?);
        match self {
            Self::DropRow => {
                let row = random.of(&rows);
                let keep =
                    |at: u32| if at == row { vec![] } else { vec![at - u32::from(at > row)] };
                Some((rebuilt(grid, keep, same), format!("row {}", row + 1)))
            }
            Self::DuplicateRow => {
                let row = random.of(&rows);
                let twice = |at: u32| match at {
                    at if at < row => vec![at],
                    at if at == row => vec![at, at + 1],
                    at => vec![at + 1],
                };
                Some((rebuilt(grid, twice, same), format!("row {}", row + 1)))
            }
            Self::Scale(power) => {
                let column = random.of(&columns);
                let scaled = |place: Place, cell: &Cell| {
                    let is_ours = place.column_index == column && values.places.contains(&place);
                    if is_ours { scaled(cell, power) } else { cell.clone() }
                };
                changed(grid, rebuilt(grid, stay, scaled), format!("column {}", letter(column)))
            }
            Self::SwapColumns => {
                let pairs: Vec<u32> = columns.windows(2).map(|two| two[0]).collect();
                let left = *pairs.get(random.below(pairs.len())?)?;
                let right = columns[columns.iter().position(|column| *column == left)? + 1];
                let swapped = |place: Place, cell: &Cell| {
                    let other = match place.column_index {
                        at if at == left => right,
                        at if at == right => left,
                        _ => return cell.clone(),
                    };
                    let there = Place { column_index: other, ..place };
                    let both = values.places.contains(&place) && values.places.contains(&there);
                    if !both {
                        return cell.clone();
                    }
                    grid.get(there.row_index, there.column_index).unwrap_or(cell).clone()
                };
                let what = format!("columns {} and {}", letter(left), letter(right));
                changed(grid, rebuilt(grid, stay, swapped), what)
            }
            Self::SwapCurrency => {
                let swapped = |_: Place, cell: &Cell| with_text(cell, &swap_currency(&cell.text));
                changed(grid, rebuilt(grid, stay, swapped), "currency words".to_owned())
            }
            Self::ShiftHeading => {
                let from = *columns.first()?;
                let mut shifted = Grid::new(grid.name.clone());
                shifted.text_before.clone_from(&grid.text_before);
                for (place, cell) in grid.cells() {
                    let is_heading = place.row_index < first && place.column_index >= from;
                    let by = u32::from(is_heading && is_near(grid, place.row_index, first));
                    put(
                        grid,
                        &mut shifted,
                        place,
                        Place { column_index: place.column_index + by, ..place },
                        cell.clone(),
                    );
                }
                changed(grid, shifted, format!("above row {}", first + 1))
            }
            Self::Truncate => {
                let row = rows[rows.len() - (rows.len() / 3).max(1)];
                let keep = |at: u32| if at >= row && at <= last { vec![] } else { vec![at] };
                Some((rebuilt(grid, keep, same), format!("rows {} to {}", row + 1, last + 1)))
            }
            Self::ChangeDigit => {
                let places: Vec<Place> = values.places.iter().copied().collect();
                let place = *places.get(random.below(places.len())?)?;
                let other = |at: Place, cell: &Cell| {
                    if at == place { other_digit(cell) } else { cell.clone() }
                };
                let what = format!("{}{}", letter(place.column_index), place.row_index + 1);
                changed(grid, rebuilt(grid, stay, other), what)
            }
        }
    }
}

/// Swaps the words for two currencies; unchanged where none stands.
pub(crate) fn swap_currency(text: &str) -> String {
    for (one, other) in CURRENCIES {
        if text.contains(one) {
            return text.replace(one, other);
        }
        if text.contains(other) {
            return text.replace(other, one);
        }
    }
    text.to_owned()
}

/// Headings stand in the rows right above the values, without a blank row between.
fn is_near(grid: &Grid, row: u32, first: u32) -> bool {
    (row..first).all(|row| grid.row(row).any(|(_, cell)| cell.kind != Kind::Blank))
}

fn changed(before: &Grid, after: Grid, what: String) -> Option<(Grid, String)> {
    let cells = |grid: &Grid| grid.cells().map(|(at, cell)| (at, cell.clone())).collect::<Vec<_>>();
    (cells(before) != cells(&after)).then_some((after, what))
}

fn stay(row: u32) -> Vec<u32> {
    vec![row]
}

fn same(_: Place, cell: &Cell) -> Cell {
    cell.clone()
}

fn rebuilt(
    grid: &Grid,
    rows: impl Fn(u32) -> Vec<u32>,
    edit: impl Fn(Place, &Cell) -> Cell,
) -> Grid {
    let mut other = Grid::new(grid.name.clone());
    other.hidden = grid.hidden;
    other.text_before.clone_from(&grid.text_before);
    for (place, cell) in grid.cells() {
        for row_index in rows(place.row_index) {
            put(grid, &mut other, place, Place { row_index, ..place }, edit(place, cell));
        }
    }
    other
}

fn put(from: &Grid, to: &mut Grid, before: Place, after: Place, cell: Cell) {
    to.put(after, cell);
    if let Some(span) = from.span(before.row_index, before.column_index) {
        to.cover(portbook_parse::grid::Span { origin: after, ..span });
    }
}

fn with_text(cell: &Cell, text: &str) -> Cell {
    if cell.text.as_str() == text {
        cell.clone()
    } else {
        Cell { text: text.into(), ..cell.clone() }
    }
}

fn scaled(cell: &Cell, power: i32) -> Cell {
    let Some(text) = moved(&cell.text, power) else { return cell.clone() };
    let kind = match &cell.kind {
        Kind::Number { decimals, shift, stored, format } => Kind::Number {
            decimals: *decimals,
            shift: *shift,
            stored: moved(stored, power).unwrap_or_else(|| stored.to_string()).into(),
            format: format.clone(),
        },
        kind => kind.clone(),
    };
    Cell { text: text.into(), kind, ..cell.clone() }
}

/// A plain number with its point moved to the right; `None` where it is none.
fn moved(text: &str, power: i32) -> Option<String> {
    let plain: String =
        text.trim().chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all(whole) || !all(fraction) {
        return None;
    }
    let mut whole = whole.to_owned();
    let mut fraction = fraction.to_owned();
    for _ in 0..power {
        whole.push(if fraction.is_empty() { '0' } else { fraction.remove(0) });
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    })
}

/// The first digit that counts, made another.
fn other_digit(cell: &Cell) -> Cell {
    let other = |text: &str| {
        let at = text.find(|c: char| matches!(c, '1'..='9'))?;
        let digit = if &text[at..=at] == "9" { "8" } else { "9" };
        Some(format!("{}{digit}{}", &text[..at], &text[at + 1..]))
    };
    let Some(text) = other(&cell.text) else { return cell.clone() };
    let kind = match &cell.kind {
        Kind::Number { decimals, shift, stored, format } => Kind::Number {
            decimals: *decimals,
            shift: *shift,
            stored: other(stored).unwrap_or_else(|| stored.to_string()).into(),
            format: format.clone(),
        },
        kind => kind.clone(),
    };
    Cell { text: text.into(), kind, ..cell.clone() }
}

fn letter(column: u32) -> String {
    let name = Place { row_index: 0, column_index: column }.to_string();
    name.trim_end_matches('1').to_owned()
}

impl Values {
    fn rows(&self) -> Vec<u32> {
        let rows: BTreeSet<u32> = self.places.iter().map(|place| place.row_index).collect();
        rows.into_iter().collect()
    }

    fn columns(&self) -> Vec<u32> {
        let columns: BTreeSet<u32> = self.places.iter().map(|place| place.column_index).collect();
        columns.into_iter().collect()
    }
}

/// `SplitMix64`: the same seed gives the same places on every machine.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, count: usize) -> Option<usize> {
        let count = u64::try_from(count).ok().filter(|count| *count > 0)?;
        usize::try_from(self.next() % count).ok()
    }

    fn of(&mut self, list: &[u32]) -> u32 {
        self.below(list.len()).map_or(0, |at| list[at])
    }
}
