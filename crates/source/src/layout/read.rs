//! Reads `layout.toml` into the shapes of [`super`], with a place for every mistake.

use std::collections::BTreeMap;

use portbook_schema::raw::{Precision, Sign};
use serde::Deserialize;
use toml::Spanned;

use self::records::RawRecords;
use self::table::RawTable;
use super::records::Records;
use super::table::Table;
use super::{Common, Entry, Layout, MEANINGS};
use crate::dataset::Dataset;
use crate::error::{Error, File};
use crate::pattern::{Pattern, fold};
use crate::says;
use crate::timetext::DateOrder;
use crate::validity::Validity;
use crate::vocabulary::Vocabulary;

mod records;
mod table;

type RawPlace = BTreeMap<Spanned<String>, toml::Value>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    dates: Option<RawDates>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawNumber {
    decimal: char,
    grouping: Option<char>,
}

/// One text or several.
#[derive(Deserialize, Default)]
#[serde(untagged)]
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
    Ok(Layout { tables, records })
}

/// The keys of a layout that `common` reads, whatever its shape.
struct Shared<'a> {
    id: &'a Spanned<String>,
    dataset: Option<&'a String>,
    valid: Option<&'a Spanned<String>>,
    decimals: Option<u8>,
    precision: Option<&'a Spanned<String>>,
    number: Option<&'a RawNumber>,
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
            dataset,
            valid,
            precision,
            decimal_mark: raw.number.map_or('.', |number| number.decimal),
            grouping_mark: raw.number.map_or(Some(','), |number| number.grouping),
            text,
            one_of,
            all: says::read(self.file, &raw.id.span(), raw.all)?,
            signs: self.signs(raw.sign)?,
        })
    }

    /// `[table.text]`: patterns, and the groups of `one_of`.
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
            let mut group = RawPlace::new();
            for choice in value.as_array().ok_or_else(wrong)? {
                for (pattern, says) in choice.as_table().ok_or_else(wrong)? {
                    group.insert(Spanned::new(key.span(), pattern.clone()), says.clone());
                }
            }
            one_of.push(self.place(&group)?);
        }
        Ok((self.place(&plain)?, one_of))
    }

    /// A place: its patterns, none of which can match the same text with the same rank.
    fn place(&self, raw: &RawPlace) -> Result<Vec<Entry>, Error> {
        let mut entries: Vec<Entry> = Vec::new();
        for (key, value) in raw {
            let span = key.span();
            let table = value
                .as_table()
                .ok_or_else(|| self.file.mistake(&span, "expected `{ … }` after the pattern"))?;
            let pattern = self.pattern(key)?;
            for other in &entries {
                if let Some(text) = self.overlap(&pattern, &other.pattern) {
                    let message = format!(
                        "patterns `{pattern}` and `{}` both match `{text}` and neither is closer",
                        other.pattern
                    );
                    return Err(self.file.mistake(&span, message));
                }
            }
            let says = says::read(self.file, &span, table)?;
            entries.push(Entry { pattern, says, line: self.file.line(&span) });
        }
        entries.sort_by_key(|a| a.pattern.rank());
        Ok(entries)
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

    fn signs(&self, raw: &RawPlace) -> Result<BTreeMap<String, Sign>, Error> {
        let mut signs = BTreeMap::new();
        for (key, value) in raw {
            let wrong = || {
                let expected = "a meaning, or { level = …, growth = … }";
                self.file.mistake(&key.span(), format!("sign: expected {expected}"))
            };
            let one = |value: &toml::Value| -> Result<String, Error> {
                let text = value.as_str().ok_or_else(wrong)?;
                if !MEANINGS.contains(&text) {
                    let message = format!("got `{text}`, expected one of {}", MEANINGS.join(", "));
                    return Err(self.file.mistake(&key.span(), message));
                }
                Ok(text.to_owned())
            };
            let sign = match value {
                toml::Value::Table(both) => Sign {
                    level: one(both.get("level").ok_or_else(wrong)?)?,
                    growth: one(both.get("growth").ok_or_else(wrong)?)?,
                },
                text => Sign { level: one(text)?, growth: one(text)? },
            };
            signs.insert(fold(key.get_ref()), sign);
        }
        Ok(signs)
    }
}
