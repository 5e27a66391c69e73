//! A cell's text as an exact figure, or as what its sign means (contract 4 and 11).

use std::borrow::Cow;

use portbook_model::amount::{self, Amount, Marks};
use portbook_model::status::ObsStatus;
use portbook_schema::raw::batch::{self, Kind};
use portbook_schema::raw::{Note, Precision, RawRecords, Sign};

/// What a value cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Value times 10^9 in base units, printed decimals, and the text where it is not plain.
    Value { value: i128, decimals: i8, raw_text: Option<String> },
    /// No value, and the status that says why; the printed sign.
    Null { status: ObsStatus, sign: String },
    /// A sign that means one thing inside its series and another at its ends; a number there may be
    /// one inside it.
    Edge { sign: String, number: Option<Box<Self>> },
    /// Not yet published, or not begun: no observation.
    Ignored,
}

/// Why a cell is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub rule: &'static str,
    pub expected: String,
}

/// What must be known of a value to read its figure.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    pub unit_mult: i8,
    pub precision: Precision,
    /// Whether it is a rate of change.
    pub growth: bool,
    pub measure: &'a str,
    /// Code of the unit.
    pub unit_measure: &'a str,
}

/// A figure and the marks on it.
pub struct Read<'a> {
    pub figure: Figure,
    pub notes: Vec<&'a Note>,
}

/// Reads the value cell of a record.
pub fn figure<'a>(
    table: &'a RawRecords,
    value: &batch::Value,
    frame: Frame<'_>,
) -> Result<Read<'a>, Unreadable> {
    let text = value.text.as_str();
    let mut notes = Vec::new();
    notes.extend(value.note.as_ref().and_then(|mark| table.notes.get(mark.as_str())));
    let read = |figure, notes| Ok(Read { figure, notes });
    let sign = table.signs.get(text);
    if let Some(sign) = sign.filter(|sign| !sign.level.is_empty() || text.is_empty()) {
        return read(sign_figure(sign, text, frame), notes);
    }
    let (amount, is_plain) = match value.kind {
        Kind::Percentage if frame.unit_measure != "PT" => {
            return Err(Unreadable {
                rule: "percentage-format",
                expected: "a figure in per cent (`PT`), since its number format shows a percentage"
                    .to_owned(),
            });
        }
        Kind::Number | Kind::Percentage => number(text, value.shown, frame.precision, table)?,
        Kind::Text => {
            let amount = if let Ok(amount) = parse(text, table) {
                amount
            } else {
                let (bare, marks) = without_notes(text, table)?;
                notes.extend(marks);
                if let Some(sign) = table.signs.get(bare).filter(|sign| !sign.level.is_empty()) {
                    return read(sign_figure(sign, text, frame), notes);
                }
                parse(bare, table).map_err(|error| Unreadable {
                    rule: "unreadable-number",
                    expected: expected(bare, &error, table),
                })?
            };
            (amount, amount.is_printed(&ungrouped(text, table)))
        }
        Kind::Blank => {
            let expected = "a number: [table.sign] says nothing of a blank cell".to_owned();
            return Err(Unreadable { rule: "blank-cell", expected });
        }
        Kind::Other => {
            let expected = "a number, not a date, a truth value or an error".to_owned();
            return Err(Unreadable { rule: "unreadable-number", expected });
        }
    };
    let too_long = || Unreadable {
        rule: "unreadable-number",
        expected: "a number of at most 38 digits with nine decimals".to_owned(),
    };
    let (value, rounded) = amount.base(frame.unit_mult).ok_or_else(too_long)?;
    let decimals = i8::try_from(amount.decimals()).map_err(|_| too_long())?;
    let raw_text = (rounded || !is_plain).then(|| text.to_owned());
    let figure = Figure::Value { value, decimals, raw_text };
    read(
        match sign {
            Some(_) => Figure::Edge { sign: text.to_owned(), number: Some(Box::new(figure)) },
            None => figure,
        },
        notes,
    )
}

fn parse(text: &str, table: &RawRecords) -> Result<Amount, amount::Error> {
    let marks = Marks { decimal: table.decimal_mark, grouping: table.grouping_mark };
    in_marks(text, marks, table.has_exponents)
}

fn in_marks(text: &str, marks: Marks, has_exponents: bool) -> Result<Amount, amount::Error> {
    if has_exponents {
        return Amount::parse_scientific(text, marks);
    }
    Amount::parse(text, marks)
}

/// What was expected of a text that is no number; of one with an exponent, the key that reads it.
fn expected(text: &str, error: &amount::Error, table: &RawRecords) -> String {
    let marks = Marks { decimal: table.decimal_mark, grouping: table.grouping_mark };
    match Amount::parse_scientific(text, marks) {
        Ok(_) => format!("{error}, or `number = {{ exponent = true }}` in the layout"),
        Err(_) => error.to_string(),
    }
}

/// Marks on one number.
const NOTES_MAX: usize = 4;

/// Takes declared marks off a text until a number or a sign is left. Where two marks could be
/// meant, `106,21)` with `1)` and `)`, it is not guessed which.
fn without_notes<'t, 'a>(
    text: &'t str,
    table: &'a RawRecords,
) -> Result<(&'t str, Vec<&'a Note>), Unreadable> {
    let is_read = |text: &str| parse(text, table).is_ok() || table.signs.contains_key(text);
    let mut bare = text;
    let mut notes = Vec::new();
    while !is_read(bare) && notes.len() < NOTES_MAX {
        let mut left: Vec<(&str, &Note)> = Vec::new();
        for (mark, note) in &table.notes {
            let rest = bare.strip_suffix(mark.as_str()).map(str::trim_end);
            let rest = rest.or_else(|| bare.strip_prefix(mark.as_str()).map(str::trim_start));
            left.extend(rest.filter(|rest| !rest.is_empty()).map(|rest| (rest, note)));
        }
        let read: Vec<(&str, &Note)> =
            left.iter().copied().filter(|(rest, _)| is_read(rest)).collect();
        let (rest, note) = match (read.as_slice(), left.as_slice()) {
            ([one], _) | ([], [one]) => *one,
            ([], _) => return Ok((text, Vec::new())),
            _ => {
                let expected = "a number with one of the marks of `notes`: two could be meant";
                let rule = "note-ambiguous";
                return Err(Unreadable { rule, expected: expected.to_owned() });
            }
        };
        bare = rest;
        notes.push(note);
    }
    Ok((bare, notes))
}

/// The text with the grouping mark taken out and the decimal mark as a point.
fn ungrouped<'t>(text: &'t str, table: &RawRecords) -> Cow<'t, str> {
    if table.decimal_mark == '.' && table.grouping_mark.is_none_or(|mark| !text.contains(mark)) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .filter(|c| Some(*c) != table.grouping_mark)
        .map(|c| if c == table.decimal_mark { '.' } else { c })
        .collect()
}

/// A number cell by what its format shows, or what the layout declares; and whether its text is the
/// plain print of that.
fn number(
    stored: &str,
    shown: Option<batch::Shown>,
    precision: Precision,
    table: &RawRecords,
) -> Result<(Amount, bool), Unreadable> {
    let marks = Marks { decimal: '.', grouping: None };
    let unreadable = |expected: String| Unreadable { rule: "unreadable-number", expected };
    let amount = in_marks(stored, marks, table.has_exponents)
        .map_err(|error| unreadable(expected(stored, &error, table)))?;
    let decimals = match (precision, shown) {
        (Precision::Stored, _) | (Precision::Format, Some(batch::Shown::General)) => {
            return Ok((amount, amount.is_printed(stored)));
        }
        (Precision::Decimals(decimals), _)
        | (Precision::Format, Some(batch::Shown::Decimals(decimals))) => decimals,
        (Precision::Format, None) => {
            let expected = "a number format that says how many decimals are shown".to_owned();
            return Err(Unreadable { rule: "precision-unknown", expected });
        }
    };
    let shown = amount.displayed(decimals);
    let shown = shown.ok_or_else(|| unreadable("a number of at most 38 digits".to_owned()))?;
    Ok((shown, shown == amount && amount.is_printed(stored)))
}

/// What a sign means in a figure of that kind.
fn sign_figure(sign: &Sign, printed: &str, frame: Frame<'_>) -> Figure {
    if sign.edge.is_some() {
        return Figure::Edge { sign: printed.to_owned(), number: None };
    }
    meant(inner(sign, frame), printed)
}

fn inner<'a>(sign: &'a Sign, frame: Frame<'_>) -> &'a str {
    match sign.measures.get(frame.measure) {
        Some(meaning) if !frame.growth => meaning,
        _ if frame.growth => &sign.growth,
        _ => &sign.level,
    }
}

/// Where a cell stands in its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Leading,
    Inner,
    Trailing,
}

/// What a sign with ends means, once the ends of its series are known; `None`: it is a number.
pub fn edge_figure(sign: &Sign, printed: &str, side: Side, frame: Frame<'_>) -> Option<Figure> {
    let meaning = match (&sign.edge, side) {
        (Some(edge), Side::Leading) => &edge.leading,
        (Some(edge), Side::Trailing) => &edge.trailing,
        _ => inner(sign, frame),
    };
    (!meaning.is_empty()).then(|| meant(meaning, printed))
}

fn meant(meaning: &str, sign: &str) -> Figure {
    let status = match meaning {
        "nil" => ObsStatus::Nil,
        "suppressed" => ObsStatus::Suppressed,
        "not collected" => ObsStatus::NotCollected,
        "cannot be computed" => ObsStatus::CannotExist,
        "not yet published" | "not begun" => return Figure::Ignored,
        // `missing`: the loader has refused every other word.
        _ => ObsStatus::Missing,
    };
    Figure::Null { status, sign: sign.to_owned() }
}

/// Value, decimals, status and text of a figure.
pub(crate) type Shown = (Option<i128>, i8, ObsStatus, Option<String>);

/// What a figure shows; `None` if it is no observation.
pub(crate) fn shown(figure: &Figure, status: ObsStatus) -> Option<Shown> {
    Some(match figure {
        Figure::Edge { number: Some(number), .. } => return shown(number, status),
        Figure::Value { value, decimals, raw_text } => {
            (Some(*value), *decimals, status, raw_text.clone())
        }
        Figure::Null { status, sign } => (None, 0, *status, Some(sign.clone())),
        Figure::Edge { sign, number: None } => (None, 0, status, Some(sign.clone())),
        Figure::Ignored => return None,
    })
}
