//! `lookups.toml`: every label that may occur and what it means. An unknown one is an issue.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use crate::error::{Error, File};
use crate::pattern::fold;
use crate::says::{check_code, scalar, settable};
use crate::validity::Validity;

/// One meaning of a label, perhaps for some releases only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meaning {
    /// Columns and attributes it sets.
    pub columns: BTreeMap<String, String>,
    /// The subtotal a leaf is part of.
    pub part_of: Option<String>,
    /// Release periods for which it holds.
    pub valid: Validity,
    /// What the page's text must say, where it prints it: the members of a group.
    pub requires: BTreeMap<String, String>,
}

/// The lookup tables of a source: table -> folded label -> meanings that exclude one another.
#[derive(Clone, Debug, Default)]
pub struct Lookups {
    tables: BTreeMap<String, BTreeMap<String, Vec<Meaning>>>,
}

impl Lookups {
    pub(crate) fn read(file: &File<'_>) -> Result<Self, Error> {
        type Raw = BTreeMap<String, BTreeMap<Spanned<String>, toml::Value>>;
        let raw: Raw = file.parse()?;
        let mut tables = BTreeMap::new();
        for (table, labels) in raw {
            let mut meanings = BTreeMap::new();
            for (label, value) in labels {
                let span = label.span();
                let read = read_meanings(file, &span, &table, &value)?;
                if meanings.insert(fold(label.get_ref()), read).is_some() {
                    let message = format!("`{}` is there twice once blanks fold", label.get_ref());
                    return Err(file.mistake(&span, message));
                }
            }
            tables.insert(table, meanings);
        }
        Ok(Self { tables })
    }

    /// What a label means in a release of that period.
    pub fn meaning(&self, table: &str, label: &str, period: &str) -> Option<&Meaning> {
        let meanings = self.tables.get(table)?.get(label)?;
        meanings.iter().find(|meaning| meaning.valid.holds(period))
    }

    /// The labels by table: what the holes of patterns accept.
    pub(crate) fn labels(&self) -> BTreeMap<String, BTreeSet<String>> {
        let keys = |labels: &BTreeMap<String, Vec<Meaning>>| labels.keys().cloned().collect();
        self.tables.iter().map(|(table, labels)| (table.clone(), keys(labels))).collect()
    }

    /// Every label of a table with its meanings: for the published dimension tables.
    pub fn table(&self, name: &str) -> impl Iterator<Item = (&str, &[Meaning])> {
        let labels = self.tables.get(name).into_iter().flatten();
        labels.map(|(label, meanings)| (label.as_str(), meanings.as_slice()))
    }
}

fn read_meanings(
    file: &File<'_>,
    span: &Range<usize>,
    table: &str,
    value: &toml::Value,
) -> Result<Vec<Meaning>, Error> {
    let entries = match value {
        toml::Value::Table(entry) => std::slice::from_ref(entry).to_vec(),
        toml::Value::Array(entries) => entries
            .iter()
            .map(|entry| entry.as_table().cloned())
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| file.mistake(span, "expected a list of tables `{ … }`"))?,
        _ => {
            return Err(file.mistake(span, "expected `{ column = \"code\", … }` or a list of them"));
        }
    };
    let meanings = entries
        .iter()
        .map(|entry| read_meaning(file, span, table, entry))
        .collect::<Result<Vec<_>, _>>()?;
    for (i, one) in meanings.iter().enumerate() {
        if let Some(two) = meanings[i + 1..].iter().find(|two| one.valid.overlaps(&two.valid)) {
            let message = format!("meanings valid {} and {} overlap", one.valid, two.valid);
            return Err(file.mistake(span, message));
        }
    }
    Ok(meanings)
}

fn read_meaning(
    file: &File<'_>,
    span: &Range<usize>,
    table: &str,
    entry: &toml::Table,
) -> Result<Meaning, Error> {
    let mut meaning = Meaning::default();
    for (key, value) in entry {
        if key == "requires" {
            let pairs = value.as_table().into_iter().flatten();
            for (name, value) in pairs {
                let code =
                    scalar(value).ok_or_else(|| file.mistake(span, "requires: expected texts"))?;
                meaning.requires.insert(name.clone(), code);
            }
            continue;
        }
        let text = scalar(value)
            .ok_or_else(|| file.mistake(span, format!("`{key}` is neither a text nor a number")))?;
        match key.as_str() {
            "valid" => {
                meaning.valid =
                    Validity::parse(&text).map_err(|message| file.mistake(span, message))?;
            }
            "part_of" => {
                check_code("counterpart_area", &text)
                    .map_err(|message| file.mistake(span, format!("part_of: {message}")))?;
                meaning.part_of = Some(text);
            }
            column if settable(column) || column == table => {
                if settable(column) {
                    check_code(column, &text)
                        .map_err(|message| file.mistake(span, format!("{column}: {message}")))?;
                }
                meaning.columns.insert(column.to_owned(), text);
            }
            other => {
                let expected = "a column of the contract, `valid`, `part_of` or `requires`";
                return Err(file.mistake(span, format!("got key `{other}`, expected {expected}")));
            }
        }
    }
    Ok(meaning)
}
