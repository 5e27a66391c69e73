//! Whether what stands in a cell is what was published from it. It undoes what `normalize` did,
//! from the published columns alone; no layout is asked.
//!
//! Which marks a publisher writes between digits is not asked either. All are tried, and one pair
//! must do for all cells of a table, so `1,234` cannot be read as 1.234 where its neighbours are not.

use portbook_model::amount::{Amount, Marks};
use portbook_parse::cell_at::{Standing, StandingKind};

/// What a row says of its figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Published<'a> {
    /// In base units, times 10^9.
    pub(super) value: Option<i128>,
    pub(super) unit_mult: i8,
    pub(super) decimals: i8,
    pub(super) raw_text: Option<&'a str>,
    /// The value is a correction of ours: the printed text alone must be there.
    pub(super) is_corrected: bool,
}

/// How the cell prints the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Basis {
    /// Its digits, whatever marks stand between them.
    Text,
    /// A number, as its format shows it.
    Shown,
    /// A number, every digit that is stored.
    Stored,
    /// A number, rounded to decimals that only a layout can have declared.
    Declared,
    /// A sign or nothing, where no value is published.
    Sign,
    /// The printed text of a value that was corrected.
    Corrected,
}

/// The marks of numbers: one bit for each pair under which a cell prints what was published.
pub(super) type MarkSet = u16;

/// Pairs of decimal and grouping mark that are tried.
const MARKS: [Marks; 10] = [
    Marks { decimal: '.', grouping: None },
    Marks { decimal: '.', grouping: Some(',') },
    Marks { decimal: '.', grouping: Some(' ') },
    Marks { decimal: '.', grouping: Some('\'') },
    Marks { decimal: '.', grouping: Some('\u{2019}') },
    Marks { decimal: ',', grouping: None },
    Marks { decimal: ',', grouping: Some('.') },
    Marks { decimal: ',', grouping: Some(' ') },
    Marks { decimal: ',', grouping: Some('\'') },
    Marks { decimal: ',', grouping: Some('\u{2019}') },
];

/// A cell that agrees, and under which marks; every bit where marks play no part.
pub(super) type Agreed = (Basis, MarkSet);

const ANY: MarkSet = MarkSet::MAX;

/// Compares a row with its cell.
///
/// # Errors
/// What does not agree.
pub(super) fn agree(row: Published<'_>, cell: &Standing) -> Result<Agreed, String> {
    if let Some(raw) = row.raw_text
        && raw != cell.text
    {
        return Err(format!("raw_text is `{raw}`"));
    }
    if row.is_corrected {
        let missing = || "corrected, and raw_text does not say what was printed".to_owned();
        return row.raw_text.map(|_| (Basis::Corrected, ANY)).ok_or_else(missing);
    }
    let Some(value) = row.value else {
        let is_told = row.raw_text.is_some() || cell.text.is_empty();
        let untold = || "no value is published, and raw_text does not say why".to_owned();
        return is_told.then_some((Basis::Sign, ANY)).ok_or_else(untold);
    };
    let plain =
        Amount::of_base(value, row.unit_mult, row.decimals).map(|amount| amount.to_string());
    if let (None, None) = (row.raw_text, &plain) {
        return Err("it has more digits than unit_mult and decimals allow".to_owned());
    }
    match cell.kind {
        StandingKind::Number { shown_decimals } => number(row, value, cell, shown_decimals),
        StandingKind::Text => text(row, value, plain.as_deref(), &cell.text),
        StandingKind::Digits => number(row, value, cell, None),
        StandingKind::Other => Err("it is a date, a truth value or an error".to_owned()),
    }
}

/// A number of a workbook: as its format shows it, as it is stored, or rounded once more.
fn number(
    row: Published<'_>,
    value: i128,
    cell: &Standing,
    shown_decimals: Option<u8>,
) -> Result<Agreed, String> {
    let stored = Amount::parse_scientific(&cell.text, MARKS[0]).map_err(|_| unlike(row))?;
    let is_it = |amount: Option<Amount>| {
        amount.is_some_and(|amount| {
            let is_plain = amount.to_string() == cell.text;
            let base = amount.base(row.unit_mult);
            i8::try_from(amount.decimals()) == Ok(row.decimals)
                && base.is_some_and(|(base, rounded)| {
                    base == value && (row.raw_text.is_some() || (is_plain && !rounded))
                })
        })
    };
    let declared = || u8::try_from(row.decimals).ok().and_then(|d| stored.displayed(d));
    match () {
        () if is_it(shown_decimals.and_then(|decimals| stored.displayed(decimals))) => {
            Ok((Basis::Shown, ANY))
        }
        () if is_it(Some(stored)) => Ok((Basis::Stored, ANY)),
        () if is_it(declared()) => Ok((Basis::Declared, ANY)),
        () => Err(unlike(row)),
    }
}

/// A printed text under each pair of marks.
fn text(
    row: Published<'_>,
    value: i128,
    plain: Option<&str>,
    printed: &str,
) -> Result<Agreed, String> {
    let mut set = 0;
    for (bit, marks) in MARKS.into_iter().enumerate() {
        let is_printed = match row.raw_text {
            None => {
                let ungrouped = ungrouped(printed, marks);
                Some(ungrouped.as_str()) == plain && Amount::parse(printed, marks).is_ok()
            }
            Some(raw) => parts(raw).any(|part| {
                Amount::parse_scientific(part, marks).is_ok_and(|amount| {
                    i8::try_from(amount.decimals()) == Ok(row.decimals)
                        && amount.base(row.unit_mult).is_some_and(|(base, _)| base == value)
                })
            }),
        };
        set |= MarkSet::from(is_printed) << bit;
    }
    if set == 0 { Err(unlike(row)) } else { Ok((Basis::Text, set)) }
}

/// The text with the grouping mark taken out and a point as decimal mark.
fn ungrouped(text: &str, marks: Marks) -> String {
    let kept = text.chars().filter(|c| Some(*c) != marks.grouping);
    kept.map(|c| if c == marks.decimal { '.' } else { c }).collect()
}

/// Longest mark that may be glued to a number.
const GLUED_BYTES_MAX: usize = 16;

/// The text, and what is left of it without something glued to its ends.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let ends = |at: &usize| text.is_char_boundary(*at);
    let first = (0..=text.len().min(GLUED_BYTES_MAX)).filter(ends);
    first.flat_map(move |from| {
        let last = (text.len().saturating_sub(GLUED_BYTES_MAX).max(from)..=text.len()).rev();
        last.filter(ends).map(move |to| text[from..to].trim())
    })
}

fn unlike(row: Published<'_>) -> String {
    let printed = row.value.and_then(|v| Amount::of_base(v, row.unit_mult, row.decimals));
    let printed = printed.map_or("a number".to_owned(), |amount| format!("`{amount}`"));
    format!("it does not print {printed} in units of 10^{}", row.unit_mult)
}

/// The pair that reads most cells of a table, as the set of it alone; every pair if none is needed.
pub(super) fn prevailing(sets: impl Iterator<Item = MarkSet>) -> MarkSet {
    let mut counts = [0_u64; MARKS.len()];
    let mut all = ANY;
    for set in sets {
        all &= set;
        for (bit, count) in counts.iter_mut().enumerate() {
            *count += u64::from((set >> bit) & 1);
        }
    }
    if all != 0 {
        return all;
    }
    let most = counts.iter().copied().max().unwrap_or_default();
    let bits = counts.iter().enumerate().filter(|(_, count)| **count == most);
    bits.map(|(bit, _)| 1 << bit).fold(0, |set, bit: MarkSet| set | bit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: i128, unit_mult: i8, decimals: i8, raw_text: Option<&str>) -> Published<'_> {
        Published { value: Some(value), unit_mult, decimals, raw_text, is_corrected: false }
    }

    fn cell(text: &str, kind: StandingKind) -> Standing {
        Standing { text: text.to_owned(), kind }
    }

    const NANO: i128 = 1_000_000_000;

    /// 182,146 million dollars: 182146 × 10^6.
    #[test]
    fn a_figure_agrees_with_its_own_print_and_with_no_other() {
        let millions = row(182_146_000_000 * NANO, 6, 0, None);
        for text in ["182146", "182,146", "182.146", "182 146"] {
            assert_eq!(agree(millions, &cell(text, StandingKind::Text)).unwrap().0, Basis::Text);
        }
        for text in ["182147", "182146.0", "18,2146", "182,146 e", "", "-182,146"] {
            assert!(agree(millions, &cell(text, StandingKind::Text)).is_err(), "{text}");
        }
        let digits = agree(millions, &cell("182146", StandingKind::Digits)).unwrap();
        assert_eq!(digits, (Basis::Stored, ANY));
        assert!(agree(millions, &cell("182,146", StandingKind::Digits)).is_err());
        assert!(agree(millions, &cell("182146", StandingKind::Other)).is_err());
    }

    #[test]
    fn numbers_agree_as_shown_as_stored_or_as_declared() {
        let number = |shown_decimals| StandingKind::Number { shown_decimals };
        let one = row(28 * NANO + 700_000_000, 0, 1, Some("28.6543"));
        let basis =
            |row, shown| agree(row, &cell("28.6543", number(shown))).map(|(basis, _)| basis);
        assert_eq!(basis(one, Some(1)), Ok(Basis::Shown));
        assert_eq!(basis(one, Some(2)), Ok(Basis::Declared));
        let four = row(28 * NANO + 654_300_000, 0, 4, None);
        assert_eq!(basis(four, None), Ok(Basis::Stored));
        // What was rounded away must be told.
        assert!(basis(row(28 * NANO + 700_000_000, 0, 1, None), Some(1)).is_err());
        assert!(basis(row(29 * NANO, 0, 1, Some("28.6543")), Some(1)).is_err());
    }

    #[test]
    fn marks_glued_to_a_number_and_exponents_are_read() {
        let glued = row(106 * NANO + 200_000_000, 0, 1, Some("106,21)"));
        let (_, set) = agree(glued, &cell("106,21)", StandingKind::Text)).unwrap();
        assert_eq!(set & 1, 0, "with a point as decimal mark it is no number");
        let exponent = row(201_000_000_000 * NANO, 0, 0, Some("2.01E+11"));
        assert!(agree(exponent, &cell("2.01E+11", StandingKind::Text)).is_ok());
        assert!(agree(exponent, &cell("2.01E+12", StandingKind::Text)).is_err());
    }

    #[test]
    fn a_sign_is_told_and_a_correction_keeps_its_print() {
        let null = Published { value: None, ..row(0, 0, 0, Some("-")) };
        assert_eq!(agree(null, &cell("-", StandingKind::Text)).unwrap().0, Basis::Sign);
        assert!(agree(null, &cell("0", StandingKind::Text)).is_err());
        let corrected = Published { is_corrected: true, ..row(5 * NANO, 0, 0, Some("50")) };
        assert_eq!(agree(corrected, &cell("50", StandingKind::Text)).unwrap().0, Basis::Corrected);
        assert!(agree(corrected, &cell("51", StandingKind::Text)).is_err());
    }

    #[test]
    fn one_pair_of_marks_does_for_a_table() {
        let comma_groups = agree(row(1_234 * NANO, 0, 0, None), &cell("1,234", StandingKind::Text));
        let comma_parts =
            agree(row(NANO + 234_000_000, 0, 3, None), &cell("1,234", StandingKind::Text));
        let (groups, parts) = (comma_groups.unwrap().1, comma_parts.unwrap().1);
        assert_eq!(groups & parts, 0);
        let best = prevailing([groups, groups, parts].into_iter());
        assert!(best & groups != 0 && best & parts == 0);
    }
}
