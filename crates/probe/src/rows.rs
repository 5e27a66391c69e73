//! What each row of a sheet looks like by itself: figures, a heading, one text, nothing.

use crate::sheet::{Seen, Sheet};

/// The look of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    Blank,
    /// One text, perhaps over many columns.
    Single,
    /// Several texts, or several periods, and no figure.
    Heading,
    /// The numbers of columns, 1 2 3 …, or nothing but codes of series.
    Numbering,
    /// Figures, or marks in their place.
    Data,
}

pub(crate) fn look(sheet: &Sheet, row: usize) -> Look {
    let cells = &sheet.rows[row];
    let filled: Vec<&Seen> = cells.iter().filter(|cell| !cell.is_blank()).collect();
    let Some(first) = filled.first() else { return Look::Blank };
    let words = || filled.iter().filter(|cell| cell.is_words());
    let one_text = words().all(|cell| cell.text() == first.text());
    let is_number = |cell: &&&Seen| matches!(cell, Seen::Number(_) | Seen::Sign(_));
    let numbers = filled.iter().filter(is_number).count();
    if numbers == 0 {
        let periods = filled.iter().filter(|cell| cell.part().is_some()).count();
        let dates = filled.iter().filter(|cell| matches!(cell, Seen::Date(..) | Seen::Year(_)));
        let spread = filled.len() > 1 && (dates.count() > 0 || !one_text);
        return match (spread, periods) {
            (true, _) => Look::Heading,
            (false, _) => Look::Single,
        };
    }
    if is_numbering(&filled) { Look::Numbering } else { Look::Data }
}

/// `1 2 3 …`: each the one before plus one, three at least, whatever stands first in the row.
fn is_numbering(filled: &[&Seen]) -> bool {
    let whole = |cell: &&Seen| match cell {
        Seen::Number(text) => text.parse::<u32>().ok(),
        _ => None,
    };
    let numbers: Vec<Option<u32>> = filled.iter().map(whole).collect();
    let tail = if filled.len() > 3 { &numbers[1..] } else { &numbers[..] };
    let follow = |pair: &[Option<u32>]| match pair {
        [Some(one), Some(two)] => one + 1 == *two,
        _ => false,
    };
    tail.len() >= 3 && tail.windows(2).all(follow)
}
