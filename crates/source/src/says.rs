//! What a place of a layout says: columns of the contract and words about periods and blocks.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::concept::Concept;
use portbook_model::status::{Level, ObsStatus};
use portbook_schema::codelist;

use crate::error::{Error, File};
use crate::nearest::nearest;
use crate::pattern::fold;

/// Attributes that a layout or lookup may set beside the series columns.
const ATTRIBUTES: [&str; 7] =
    ["level", "unit_mult", "decimals", "precision", "obs_status", "conf_status", "base_period"];
/// Words of the grammar that are no columns.
const WORDS: [&str; 12] = [
    "period", "opens", "within", "below", "under", "label", "only", "revised", "optional",
    "ignore", "blank", "instead",
];
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
    /// The line counts only where the labelled row above has this text, folded.
    pub below: Option<String>,
    /// The line counts only where the nearest label above that is less indented has this text.
    pub under: Option<String>,
    /// How the row's label and the ones around it belong together.
    pub label: Label,
    /// Columns and codes that the other words must say for this to count.
    pub only: BTreeMap<String, String>,
    /// Column -> code, in place of what farther places and the entry's own labels say.
    pub instead: BTreeMap<String, String>,
    /// Lookup table -> label, as if a hole had taken it.
    pub labels: BTreeMap<String, String>,
    /// The publisher marks the period as revised; compared with the revisions found.
    pub revised: bool,
    /// A text that need not be there.
    pub optional: bool,
    /// The value cells are read and mean nothing.
    pub ignore: bool,
    /// A row whose cells are all blank means nothing.
    pub blank_ignored: bool,
}

/// What a label takes from the ones around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Label {
    #[default]
    Own,
    /// `above`: the nearest labelled row above says the rest.
    Above,
    /// `continues`: a row without values, whose text goes before that of the next.
    Continues,
}

impl Says {
    /// Whether the two never count for the same row.
    pub(crate) fn excludes(&self, other: &Self) -> bool {
        let differ = |one: &Option<String>, two: &Option<String>| {
            one.is_some() && two.is_some() && one != two
        };
        differ(&self.below, &other.below)
            || differ(&self.under, &other.under)
            || differ(&self.within, &other.within)
    }
}

/// Adds `name=code` pairs to others: sorted, each name once.
///
/// # Errors
/// The name that has two codes.
pub fn merge_breakdown(one: &str, two: &str) -> Result<String, String> {
    let mut merged: BTreeMap<&str, &str> = BTreeMap::new();
    for pair in [one, two].into_iter().flat_map(|pairs| pairs.split(';')) {
        let (name, code) = pair.split_once('=').unwrap_or((pair, ""));
        if merged.insert(name, code).is_some_and(|before| before != code) {
            return Err(name.to_owned());
        }
    }
    let pairs = merged.iter().map(|(name, code)| {
        if code.is_empty() { (*name).to_owned() } else { format!("{name}={code}") }
    });
    Ok(pairs.collect::<Vec<_>>().join(";"))
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
        "precision" if code == "stored" || code == "format" => Ok(()),
        "precision" => Err(format!("got `{code}`, expected `stored` or `format`")),
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
        if key == "only" {
            says.only = codes(file, span, key, value)?;
            continue;
        }
        if key == "instead" {
            says.instead = codes(file, span, key, value)?;
            continue;
        }
        let text = scalar(value).ok_or_else(|| {
            file.mistake(span, format!("`{key}` is neither a text, a number nor true"))
        })?;
        let wrong = |expected: &str| {
            file.mistake(span, format!("{key}: got `{text}`, expected {expected}"))
        };
        match key.as_str() {
            "period" if PERIODS.contains(&text.as_str()) => says.period = Some(text),
            "period" => return Err(wrong(&format!("one of {}", PERIODS.join(", ")))),
            "opens" => says.opens = Some(text),
            "within" => says.within = Some(text),
            "below" => says.below = Some(fold(&text)),
            "under" => says.under = Some(fold(&text)),
            "label" if text == "above" => says.label = Label::Above,
            "label" if text == "continues" => says.label = Label::Continues,
            "label" => return Err(wrong("`above` or `continues`")),
            "revised" => says.revised = text == "true",
            "optional" => says.optional = text == "true",
            "ignore" => says.ignore = text == "true",
            "blank" if text == "ignored" => says.blank_ignored = true,
            "blank" => return Err(wrong("`ignored`")),
            column if settable(column) => {
                check_code(column, &text)
                    .map_err(|message| file.mistake(span, format!("{column}: {message}")))?;
                says.columns.insert(column.to_owned(), text);
            }
            other => {
                let known = Concept::ALL.iter().map(|c| c.name()).chain(ATTRIBUTES);
                let near = nearest(other, known.chain(WORDS)).join(", ");
                let hint = (!near.is_empty()).then(|| format!("did you mean {near}?"));
                let message =
                    format!("got key `{other}`, expected a column or a word of the grammar");
                return Err(file.mistake_with_hint(span, message, hint));
            }
        }
    }
    Ok(says)
}

/// `only = { measure = "QUANTITY" }`, `instead = { counterpart_area = "_W" }`.
fn codes(
    file: &File<'_>,
    span: &Range<usize>,
    key: &str,
    value: &toml::Value,
) -> Result<BTreeMap<String, String>, Error> {
    let wrong = |message: String| file.mistake(span, format!("{key}: {message}"));
    let table = value.as_table().filter(|table| !table.is_empty());
    let table = table.ok_or_else(|| wrong("expected { column = \"code\" }".to_owned()))?;
    let mut codes = BTreeMap::new();
    for (column, value) in table {
        let code = scalar(value).filter(|_| settable(column));
        let code = code.ok_or_else(|| wrong(format!("got `{column}`, expected a column")))?;
        check_code(column, &code).map_err(|message| wrong(format!("{column}: {message}")))?;
        codes.insert(column.clone(), code);
    }
    Ok(codes)
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
