//! Reads `layout.toml` into the shapes of [`super`], with a place for every mistake.

use std::collections::BTreeMap;
use std::ops::Range;

use portbook_schema::raw::Precision;
use serde::Deserialize;
use toml::Spanned;

use self::records::RawRecords;
use self::table::RawTable;
use super::records::Records;
use super::table::Table;
use super::{Common, Entry, Layout, Sheets};
use crate::dataset::Dataset;
use crate::error::{Error, File};
use crate::nearest::nearest;
use crate::pattern::{Pattern, fold};
use crate::says::{self, Says};
use crate::timetext::DateOrder;
use crate::validity::Validity;
use crate::vocabulary::Vocabulary;

mod records;
mod sign;
pub(crate) mod table;

type RawPlace = BTreeMap<Spanned<String>, toml::Value>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    dates: Option<RawDates>,
    sheets: Option<Spanned<RawSheets>>,
    #[serde(default)]
    empty: Words,
    #[serde(default)]
    table: Vec<RawTable>,
    #[serde(default)]
    records: Vec<RawRecords>,
}

impl Raw {
    pub(crate) fn date_order(&self) -> Option<DateOrder> {
        self.dates.as_ref().and_then(|dates| dates.order)
    }

    pub(crate) fn fiscal_first_month(&self) -> Option<i8> {
        self.dates.as_ref().and_then(|dates| dates.fiscal_first_month)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDates {
    order: Option<DateOrder>,
    /// Month in which fiscal years begin.
    fiscal_first_month: Option<i8>,
}

/// `"all"`, or `{ all_but = ["Index"] }`.
#[derive(Deserialize)]
#[serde(untagged, expecting = "sheets: expected \"all\" or { all_but = [\"Index\"] }")]
enum RawSheets {
    Word(String),
    AllBut(RawAllBut),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAllBut {
    all_but: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNumber {
    decimal: Option<char>,
    grouping: Option<char>,
    #[serde(default)]
    exponent: bool,
    #[serde(default)]
    notes: RawPlace,
}

/// One text or several.
#[derive(Deserialize, Default)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum Words {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Words {
    fn folded(&self) -> Vec<String> {
        match self {
            Self::None => Vec::new(),
            Self::One(text) => vec![fold(text)],
            Self::Many(texts) => texts.iter().map(|text| fold(text)).collect(),
        }
    }
}

/// What every reader of places needs.
struct Reader<'a> {
    file: &'a File<'a>,
    vocabulary: &'a Vocabulary,
    datasets: &'a BTreeMap<String, Dataset>,
}

pub(crate) fn read(
    file: &File<'_>,
    raw: Raw,
    vocabulary: &Vocabulary,
    datasets: &BTreeMap<String, Dataset>,
) -> Result<Layout, Error> {
    let reader = Reader { file, vocabulary, datasets };
    let tables: Vec<Table> =
        raw.table.into_iter().map(|table| reader.table(table)).collect::<Result<_, _>>()?;
    let records: Vec<Records> =
        raw.records.into_iter().map(|records| reader.records(records)).collect::<Result<_, _>>()?;
    let eras = |commons: Vec<&Common>| reader.eras(&commons);
    eras(tables.iter().map(|table| &table.common).collect())?;
    eras(records.iter().map(|records| &records.common).collect())?;
    let sheets = raw.sheets.map(|sheets| reader.sheets(sheets)).transpose()?.unwrap_or_default();
    Ok(Layout { tables, records, sheets, empty: raw.empty.folded() })
}

/// The keys of a layout that `common` reads, whatever its shape.
struct Shared<'a> {
    id: &'a Spanned<String>,
    dataset: Option<&'a String>,
    valid: Option<&'a Spanned<String>>,
    decimals: Option<u8>,
    precision: Option<&'a Spanned<String>>,
    number: Option<&'a RawNumber>,
    future: Option<&'a Spanned<String>>,
    text: &'a RawPlace,
    sign: &'a RawPlace,
    all: &'a toml::Table,
}

impl Reader<'_> {
    fn common(&self, raw: &Shared<'_>) -> Result<Common, Error> {
        let dataset = raw.dataset.unwrap_or(raw.id.get_ref()).clone();
        if !self.datasets.contains_key(&dataset) {
            let known = self.datasets.keys().cloned().collect::<Vec<_>>().join(", ");
            let message = format!("got dataset `{dataset}`, expected one of source.toml: {known}");
            return Err(self.file.mistake(&raw.id.span(), message));
        }
        let precision = match (raw.decimals, raw.precision.map(|p| p.get_ref().as_str())) {
            (None, None) => Precision::Format,
            (Some(decimals), None) => Precision::Decimals(decimals),
            (None, Some("stored")) => Precision::Stored,
            _ => {
                let message = "expected `decimals = n` or `precision = \"stored\"`, or neither";
                return Err(self.file.mistake(&raw.id.span(), message));
            }
        };
        let valid = match raw.valid {
            Some(text) => Validity::parse(text.get_ref())
                .map_err(|message| self.file.mistake(&text.span(), message))?,
            None => Validity::default(),
        };
        let (text, one_of) = self.text(raw.text)?;
        Ok(Common {
            id: raw.id.get_ref().clone(),
            id_span: raw.id.span(),
            dataset,
            valid,
            precision,
            decimal_mark: raw.number.and_then(|number| number.decimal).unwrap_or('.'),
            grouping_mark: match raw.number {
                Some(RawNumber { decimal: Some(_), grouping, .. }) => *grouping,
                Some(RawNumber { grouping: Some(mark), .. }) => Some(*mark),
                _ => Some(','),
            },
            has_exponents: raw.number.is_some_and(|number| number.exponent),
            text,
            one_of,
            all: self.says(&raw.id.span(), raw.all)?,
            signs: self.signs(raw.sign)?,
            notes: raw
                .number
                .map(|number| self.notes(&number.notes))
                .transpose()?
                .unwrap_or_default(),
            future: raw.future.map(|word| self.future(word)).transpose()?,
        })
    }

    fn sheets(&self, raw: Spanned<RawSheets>) -> Result<Sheets, Error> {
        let span = raw.span();
        match raw.into_inner() {
            RawSheets::Word(word) if word == "all" => Ok(Sheets::AllBut(Vec::new())),
            RawSheets::Word(word) => {
                let message = format!("sheets: got `{word}`, expected `all`");
                let hint = "or { all_but = [\"Index\"] }".to_owned();
                Err(self.file.mistake_with_hint(&span, message, Some(hint)))
            }
            RawSheets::AllBut(but) => {
                let names = but.all_but.into_iter();
                let names = names.map(|name| self.pattern(&Spanned::new(span.clone(), name)));
                Ok(Sheets::AllBut(names.collect::<Result<_, _>>()?))
            }
        }
    }

    /// Layouts of one id are eras of one table: their validity does not overlap.
    fn eras(&self, commons: &[&Common]) -> Result<(), Error> {
        for (at, one) in commons.iter().enumerate() {
            let same = |two: &&&Common| two.id == one.id && two.valid.overlaps(&one.valid);
            if let Some(two) = commons[at + 1..].iter().find(same) {
                let message = format!(
                    "id `{}` stands twice, valid {} and {}, which overlap",
                    one.id, one.valid, two.valid
                );
                let hint = "give each era its own `valid = \"from..to\"`".to_owned();
                return Err(self.file.mistake_with_hint(&two.id_span, message, Some(hint)));
            }
        }
        Ok(())
    }

    /// `[table.text]`: patterns, and the groups of `one_of`: a list of them, or a list of lists.
    fn text(&self, raw: &RawPlace) -> Result<(Vec<Entry>, Vec<Vec<Entry>>), Error> {
        let mut plain = RawPlace::new();
        let mut one_of = Vec::new();
        for (key, value) in raw {
            if key.get_ref() != "one_of" {
                plain.insert(key.clone(), value.clone());
                continue;
            }
            let wrong =
                || self.file.mistake(&key.span(), "one_of: expected [ { \"pattern\" = {} }, … ]");
            let list = value.as_array().ok_or_else(wrong)?;
            let nested = list.iter().map(toml::Value::as_array).collect::<Option<Vec<_>>>();
            for choices in nested.filter(|groups| !groups.is_empty()).unwrap_or_else(|| vec![list])
            {
                let mut group = RawPlace::new();
                for choice in choices {
                    for (pattern, says) in choice.as_table().ok_or_else(wrong)? {
                        group.insert(Spanned::new(key.span(), pattern.clone()), says.clone());
                    }
                }
                one_of.push(self.place(&group)?);
            }
        }
        Ok((self.place(&plain)?, one_of))
    }

    /// A place: its patterns, none of which can match the same text with the same rank, unless
    /// they count below or within different things.
    fn place(&self, raw: &RawPlace) -> Result<Vec<Entry>, Error> {
        let mut entries: Vec<Entry> = Vec::new();
        for (key, value) in raw {
            let span = key.span();
            let wrong =
                || self.file.mistake(&span, "expected `{ … }` after the pattern, or a list");
            let tables = match value {
                toml::Value::Table(table) => vec![table],
                toml::Value::Array(list) => {
                    let tables = list.iter().map(toml::Value::as_table);
                    tables.collect::<Option<Vec<_>>>().ok_or_else(wrong)?
                }
                _ => return Err(wrong()),
            };
            for table in tables {
                let pattern = self.pattern(key)?;
                let says = self.says(&span, table)?;
                for other in &entries {
                    if says.excludes(&other.says) {
                        continue;
                    }
                    if let Some(text) = self.overlap(&pattern, &other.pattern) {
                        let message = format!(
                            "patterns `{pattern}` and `{}` both match `{text}` and neither is \
                             closer",
                            other.pattern
                        );
                        return Err(self.file.mistake(&span, message));
                    }
                }
                entries.push(Entry { pattern, says, line: self.file.line(&span) });
            }
        }
        entries.sort_by_key(|a| a.pattern.rank());
        Ok(entries)
    }

    /// What stands after a pattern. A key that names a table of `lookups.toml` is a label of it:
    /// `unit = "CNY 100 Million"` says what the label means, as if a hole had taken it.
    fn says(&self, span: &Range<usize>, table: &toml::Table) -> Result<Says, Error> {
        let mut rest = table.clone();
        let mut labels = BTreeMap::new();
        for (key, value) in table {
            let is_label = self.vocabulary.is_table(key) && !says::settable(key);
            if !is_label {
                continue;
            }
            let label = says::scalar(value).map(|label| fold(&label)).unwrap_or_default();
            if !self.vocabulary.accepts(key, &label) {
                let near = nearest(&label, self.vocabulary.labels(key)).join("`, `");
                let hint = (!near.is_empty()).then(|| format!("did you mean `{near}`?"));
                let message =
                    format!("{key}: got `{label}`, expected a label of [{key}] in lookups.toml");
                return Err(self.file.mistake_with_hint(span, message, hint));
            }
            labels.insert(key.clone(), label);
            rest.remove(key);
        }
        Ok(Says { labels, ..says::read(self.file, span, &rest)? })
    }

    /// A text both patterns match, if their ranks are equal.
    fn overlap(&self, one: &Pattern, two: &Pattern) -> Option<String> {
        if one.rank() != two.rank() {
            return None;
        }
        let both = |samples: Vec<String>, other: &Pattern| {
            samples.into_iter().find(|text| other.captures(text, self.vocabulary).is_some())
        };
        both(one.samples(self.vocabulary), two).or_else(|| both(two.samples(self.vocabulary), one))
    }

    fn pattern(&self, written: &Spanned<String>) -> Result<Pattern, Error> {
        let span = written.span();
        let pattern = Pattern::parse(written.get_ref())
            .map_err(|error| self.file.mistake(&span, error.to_string()))?;
        if let Some(hole) = pattern.holes().find(|hole| !self.vocabulary.knows(hole)) {
            let message =
                format!("got hole `{{{hole}}}`, expected a typed hole or a table of lookups.toml");
            return Err(self.file.mistake(&span, message));
        }
        Ok(pattern)
    }
}
