//! What a place of a layout says: columns of the contract and words about periods and blocks.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_model::concept::Concept;
use portbook_model::status::{Level, ObsStatus, UnknownCode};
use portbook_schema::codelist;
use toml::Spanned;

use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::pattern::fold;
use crate::value::{Place, Value};

/// Attributes that a layout or lookup may set beside the series columns.
pub(crate) const ATTRIBUTES: [&str; 7] =
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

/// A code that its column does not take.
pub(crate) struct WrongCode {
    message: String,
    near: Vec<String>,
    /// What a person may write, where no code is near.
    hint: String,
}

impl WrongCode {
    pub(crate) fn at(self, file: &File<'_>, span: &Range<usize>, column: &str) -> Mistake {
        let mistake = file.mistake(span, format!("{column}: {}", self.message));
        mistake.hint(self.hint).did_you_mean(&self.near)
    }
}

/// Checks a code against its closed list, if the column has one.
pub(crate) fn check_code(column: &str, code: &str) -> Result<(), WrongCode> {
    let of_list = |unknown: UnknownCode| {
        let hint = format!("one of {}", unknown.expected);
        let near = nearest(code, unknown.expected.split(' '));
        WrongCode { message: unknown.to_string(), near, hint }
    };
    let wrong = |expected: &str, hint: String| {
        let message = format!("got `{code}`, expected {expected}");
        WrongCode { message, near: Vec::new(), hint }
    };
    match column {
        "level" => {
            code.parse::<Level>().map_err(of_list)?;
        }
        "obs_status" => {
            code.parse::<ObsStatus>().map_err(of_list)?;
        }
        "unit_mult" | "decimals" => {
            let hint = || format!("write `{column} = 6`");
            code.parse::<i8>().map_err(|_| wrong("a whole number", hint()))?;
        }
        "precision" if code != "stored" && code != "format" => {
            let hint = "write `precision = \"stored\"`".to_owned();
            return Err(wrong("`stored` or `format`", hint));
        }
        _ => {}
    }
    let Some(list) = Concept::named(column).and_then(codelist::of) else { return Ok(()) };
    if list.codes.contains_key(code) {
        return Ok(());
    }
    let near = nearest(code, list.codes.keys().map(String::as_str));
    let first = list.codes.keys().next().map(String::as_str).unwrap_or_default();
    let hint = format!("a code such as `{first}`; the list is schemas/codelists/{}.csv", list.name);
    let expected = format!("a code of schemas/codelists/{}.csv", list.name);
    Err(WrongCode { near, ..wrong(&expected, hint) })
}

/// Reads an inline table of a pattern; every mistake in it is kept.
pub(crate) fn read(file: &File<'_>, table: &Place) -> Says {
    let mut says = Says::default();
    for (key, value) in table {
        file.keep(read_one(file, key, value, &mut says));
    }
    says
}

fn read_one(
    file: &File<'_>,
    key: &Spanned<String>,
    value: &Spanned<Value>,
    says: &mut Says,
) -> Result<(), Mistake> {
    let name = key.get_ref().as_str();
    let span = value.span();
    match name {
        "only" => says.only = codes(file, name, value)?,
        "instead" => says.instead = codes(file, name, value)?,
        "revised" => says.revised = truth(file, name, value)?,
        "optional" => says.optional = truth(file, name, value)?,
        "ignore" => says.ignore = truth(file, name, value)?,
        _ => {}
    }
    if ["only", "instead", "revised", "optional", "ignore"].contains(&name) {
        return Ok(());
    }
    let text = value.get_ref().scalar().ok_or_else(|| {
        let seen = value.get_ref();
        let message = format!("{name}: got `{seen}`, expected a text in quotes");
        file.mistake(&span, message).hint(format!("write `{name} = \"…\"`"))
    })?;
    let wrong =
        |expected: &str| file.mistake(&span, format!("{name}: got `{text}`, expected {expected}"));
    match name {
        "period" if PERIODS.contains(&text.as_str()) => says.period = Some(text),
        "period" => {
            let near = nearest(&text, PERIODS);
            return Err(wrong(&format!("one of {}", PERIODS.join(", "))).did_you_mean(&near));
        }
        "opens" => says.opens = Some(text),
        "within" => says.within = Some(text),
        "below" => says.below = Some(fold(&text)),
        "under" => says.under = Some(fold(&text)),
        "label" if text == "above" => says.label = Label::Above,
        "label" if text == "continues" => says.label = Label::Continues,
        "label" => return Err(wrong("`above` or `continues`")),
        "blank" if text == "ignored" => says.blank_ignored = true,
        "blank" => return Err(wrong("`ignored`")),
        column if settable(column) => {
            let code = check_code(column, &text);
            code.map_err(|wrong| wrong.at(file, &span, column))?;
            says.columns.insert(column.to_owned(), text);
        }
        other => {
            let known = Concept::ALL.iter().map(|c| c.name()).chain(ATTRIBUTES);
            let near = nearest(other, known.chain(WORDS));
            let message = format!("got key `{other}`, expected a column or a word of the grammar");
            let hint = "a column such as `trade_flow`, or one of ".to_owned() + &WORDS.join(", ");
            return Err(file.mistake(&key.span(), message).hint(hint).did_you_mean(&near));
        }
    }
    Ok(())
}

/// `revised = true`.
fn truth(file: &File<'_>, key: &str, value: &Spanned<Value>) -> Result<bool, Mistake> {
    match value.get_ref() {
        Value::Truth(truth) => Ok(*truth),
        other => {
            let message = format!("{key}: got `{other}`, expected `true` or `false`");
            Err(file.mistake(&value.span(), message).hint(format!("write `{key} = true`")))
        }
    }
}

/// `only = { measure = "QUANTITY" }`, `instead = { counterpart_area = "_W" }`.
fn codes(
    file: &File<'_>,
    key: &str,
    value: &Spanned<Value>,
) -> Result<BTreeMap<String, String>, Mistake> {
    let table = value.get_ref().table().filter(|table| !table.is_empty());
    let table = table.ok_or_else(|| {
        let message = format!("{key}: expected {{ column = \"code\" }}");
        file.mistake(&value.span(), message)
            .hint(format!("write `{key} = {{ measure = \"QUANTITY\" }}`"))
    })?;
    let mut codes = BTreeMap::new();
    for (column, value) in table {
        let name = column.get_ref();
        let code = value.get_ref().scalar().filter(|_| settable(name));
        let code = code.ok_or_else(|| {
            let near = nearest(name, Concept::ALL.iter().map(|c| c.name()).chain(ATTRIBUTES));
            file.mistake(&column.span(), format!("{key}: got `{name}`, expected a column"))
                .did_you_mean(&near)
        })?;
        check_code(name, &code)
            .map_err(|wrong| wrong.at(file, &value.span(), &format!("{key}: {name}")))?;
        codes.insert(name.clone(), code);
    }
    Ok(codes)
}
