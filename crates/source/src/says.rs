//! What a place of a layout says: columns of the contract and words about periods and blocks.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::concept::Concept;
use portbook_model::status::{Level, ObsStatus};
use portbook_schema::codelist;

use crate::error::{Error, File};
use crate::nearest::nearest;

/// Attributes that a layout or lookup may set beside the series columns.
const ATTRIBUTES: [&str; 6] =
    ["level", "unit_mult", "decimals", "obs_status", "conf_status", "base_period"];
/// Kinds of period, and three words that point at one: `week` ends on the date beside it, `left`
/// is the nearest heading to the left, `last before` the latest such month before the newest.
const PERIODS: [&str; 10] = [
    "month",
    "quarter",
    "year",
    "ytd",
    "fiscal_year",
    "rolling",
    "days",
    "week",
    "left",
    "last before",
];

/// What one pattern says about the values it stands beside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Says {
    /// Column of the contract -> code.
    pub columns: BTreeMap<String, String>,
    /// One of the words of `period`.
    pub period: Option<String>,
    /// The line has no values and opens the block of that name.
    pub opens: Option<String>,
    /// The line counts only inside the block of that name.
    pub within: Option<String>,
    /// `label = "above"`: the nearest labelled row above says the rest.
    pub label_above: bool,
    /// The publisher marks the period as revised; compared with the revisions found.
    pub revised: bool,
    /// A text that need not be there.
    pub optional: bool,
}

/// Whether a layout may set that column: the source and the period belong to the engine.
pub(crate) fn settable(column: &str) -> bool {
    let engine = ["source", "dataset", "freq", "period_kind"];
    ATTRIBUTES.contains(&column) || (Concept::named(column).is_some() && !engine.contains(&column))
}

/// Checks a code against its closed list, if the column has one.
pub(crate) fn check_code(column: &str, code: &str) -> Result<(), String> {
    let listed = match column {
        "level" => code.parse::<Level>().map(|_| ()).map_err(|e| e.to_string()),
        "obs_status" => code.parse::<ObsStatus>().map(|_| ()).map_err(|e| e.to_string()),
        "unit_mult" | "decimals" => {
            code.parse::<i8>().map(|_| ()).map_err(|_| format!("got `{code}`, expected a number"))
        }
        _ => Ok(()),
    };
    listed?;
    let Some(list) = Concept::named(column).and_then(codelist::of) else { return Ok(()) };
    if list.codes.contains_key(code) {
        return Ok(());
    }
    let near = nearest(code, list.codes.keys().map(String::as_str)).join(", ");
    let near = if near.is_empty() { String::new() } else { format!(" (nearest: {near})") };
    Err(format!("got `{code}`, expected a code of schemas/codelists/{}.csv{near}", list.name))
}

/// Reads an inline table of a pattern.
pub(crate) fn read(
    file: &File<'_>,
    span: &Range<usize>,
    table: &toml::Table,
) -> Result<Says, Error> {
    let mut says = Says::default();
    for (key, value) in table {
        let text = scalar(value).ok_or_else(|| {
            file.mistake(span, format!("`{key}` is neither a text, a number nor true"))
        })?;
        match key.as_str() {
            "period" if PERIODS.contains(&text.as_str()) => says.period = Some(text),
            "period" => {
                let expected = PERIODS.join(", ");
                let message = format!("period: got `{text}`, expected one of {expected}");
                return Err(file.mistake(span, message));
            }
            "opens" => says.opens = Some(text),
            "within" => says.within = Some(text),
            "label" if text == "above" => says.label_above = true,
            "label" => {
                return Err(file.mistake(span, format!("label: got `{text}`, expected `above`")));
            }
            "revised" => says.revised = text == "true",
            "optional" => says.optional = text == "true",
            column if settable(column) => {
                check_code(column, &text)
                    .map_err(|message| file.mistake(span, format!("{column}: {message}")))?;
                says.columns.insert(column.to_owned(), text);
            }
            other => {
                let known = Concept::ALL.iter().map(|c| c.name()).chain(ATTRIBUTES);
                let words = ["period", "opens", "within", "label", "revised", "optional"];
                let near = nearest(other, known.chain(words)).join(", ");
                let hint = (!near.is_empty()).then(|| format!("did you mean {near}?"));
                let message =
                    format!("got key `{other}`, expected a column or a word of the grammar");
                return Err(file.mistake_with_hint(span, message, hint));
            }
        }
    }
    Ok(says)
}

/// A text, number or truth value as text.
pub(crate) fn scalar(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(truth) => Some(truth.to_string()),
        _ => None,
    }
}
