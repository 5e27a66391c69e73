//! A cell's text as an exact figure, or as what its sign means (contract 4 and 11).

use portbook_model::amount::{Amount, Marks};
use portbook_model::status::ObsStatus;
use portbook_schema::raw::{self, Columns, Precision, RawRecords};

/// What a value cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Value times 10^9 in base units, printed decimals, and the text where it is not plain.
    Value { value: i128, decimals: i8, raw_text: Option<String> },
    /// No value, and the status that says why; the printed sign.
    Null { status: ObsStatus, sign: String },
    /// Not yet published, or not begun: no observation.
    Ignored,
}

/// Why a cell is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    pub rule: &'static str,
    pub expected: String,
}

/// Reads the value cell of a record. `growth`: whether it is a rate of change.
pub fn figure(
    table: &RawRecords,
    columns: &Columns<'_>,
    row: usize,
    unit_mult: i8,
    growth: bool,
) -> Result<Figure, Unreadable> {
    let text = columns.get(raw::VALUE, row).unwrap_or_default();
    if let Some(sign) = table.signs.get(text) {
        let meaning = if growth { &sign.growth } else { &sign.level };
        return Ok(sign_figure(meaning, text));
    }
    let (amount, plain) = match columns.get(raw::KIND, row) {
        Some("number") => (number(table, columns, row, text)?, text.to_owned()),
        Some("text") => {
            let marks = Marks { decimal: table.decimal_mark, grouping: table.grouping_mark };
            let amount = Amount::parse(text, marks).map_err(|error| Unreadable {
                rule: "unreadable-number",
                expected: error.to_string(),
            })?;
            (amount, ungrouped(text, table))
        }
        Some("blank") => {
            let expected = "a number: [table.sign] says nothing of a blank cell".to_owned();
            return Err(Unreadable { rule: "blank-cell", expected });
        }
        _ => {
            let expected = "a number, not a date, a truth value or an error".to_owned();
            return Err(Unreadable { rule: "unreadable-number", expected });
        }
    };
    let too_long = || Unreadable {
        rule: "unreadable-number",
        expected: "a number of at most 38 digits with nine decimals".to_owned(),
    };
    let (value, rounded) = amount.base(unit_mult).ok_or_else(too_long)?;
    let decimals = i8::try_from(amount.decimals()).map_err(|_| too_long())?;
    let raw_text = (rounded || plain != amount.to_string()).then(|| text.to_owned());
    Ok(Figure::Value { value, decimals, raw_text })
}

/// The text with the grouping mark taken out and the decimal mark as a point.
fn ungrouped(text: &str, table: &RawRecords) -> String {
    text.chars()
        .filter(|c| Some(*c) != table.grouping_mark)
        .map(|c| if c == table.decimal_mark { '.' } else { c })
        .collect()
}

/// A number cell by what its format shows, or what the layout declares.
fn number(
    table: &RawRecords,
    columns: &Columns<'_>,
    row: usize,
    stored: &str,
) -> Result<Amount, Unreadable> {
    let marks = Marks { decimal: '.', grouping: None };
    let unreadable = |expected: String| Unreadable { rule: "unreadable-number", expected };
    let amount = Amount::parse(stored, marks).map_err(|error| unreadable(error.to_string()))?;
    let shown = columns.get(raw::DECIMALS, row);
    let decimals = match (table.precision, shown) {
        (Precision::Stored, _) | (Precision::Format, Some(raw::GENERAL)) => return Ok(amount),
        (Precision::Decimals(decimals), _) => decimals,
        (Precision::Format, Some(shown)) => {
            shown.parse().map_err(|_| unreadable("a number format with decimals".to_owned()))?
        }
        (Precision::Format, None) => {
            let expected = "a number format that says how many decimals are shown".to_owned();
            return Err(Unreadable { rule: "precision-unknown", expected });
        }
    };
    amount.rounded(decimals).ok_or_else(|| unreadable("a number of at most 38 digits".to_owned()))
}

fn sign_figure(meaning: &str, sign: &str) -> Figure {
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
