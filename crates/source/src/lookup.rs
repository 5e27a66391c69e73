//! `lookups.toml`: every label that may occur and what it means. An unknown one is an issue.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::concept::Concept;
use toml::Spanned;

use crate::document::Document;
use crate::error::{File, Mistake};
use crate::nearest::nearest;
use crate::pattern::fold;
use crate::says::{ATTRIBUTES, check_code, settable};
use crate::validity::Validity;
use crate::value::{Place, Value};

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
    /// Every label, with no meaning where that has a mistake; `None` where the file is no TOML.
    pub(crate) fn read(file: &File<'_>) -> Option<Self> {
        let mut tables = BTreeMap::new();
        for (table, labels) in Document::of(file)?.rest::<Place>() {
            let mut meanings: BTreeMap<String, Vec<Meaning>> = BTreeMap::new();
            let mut spans = BTreeMap::new();
            for (label, value) in labels.into_iter().flatten() {
                let read = file.keep(read_meanings(file, &label, &table, &value));
                let folded = fold(label.get_ref());
                if let Some(other) = spans.insert(folded.clone(), label.span()) {
                    let later = if other.start > label.span().start { other } else { label.span() };
                    let message = format!("`{}` is there twice once blanks fold", label.get_ref());
                    let hint = "write it once, with a list of meanings if it has several";
                    file.tell(file.mistake(&later, message).hint(hint));
                }
                meanings.insert(folded, read.unwrap_or_default());
            }
            tables.insert(table, meanings);
        }
        Some(Self { tables })
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

    /// Every label with its meanings, and the table it stands in.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str, &Meaning)> {
        self.tables.iter().flat_map(|(table, labels)| {
            labels.iter().flat_map(move |(label, meanings)| {
                meanings.iter().map(move |meaning| (table.as_str(), label.as_str(), meaning))
            })
        })
    }

    /// Every label of a table with its meanings: for the published dimension tables.
    pub fn table(&self, name: &str) -> impl Iterator<Item = (&str, &[Meaning])> {
        let labels = self.tables.get(name).into_iter().flatten();
        labels.map(|(label, meanings)| (label.as_str(), meanings.as_slice()))
    }
}

/// What a label may mean, as it is written.
const SHAPE: &str = "write `\"Germany\" = { counterpart_area = \"DEU\", level = \"leaf\" }`";

fn read_meanings<'v>(
    file: &File<'_>,
    label: &Spanned<String>,
    table: &str,
    value: &'v Spanned<Value>,
) -> Result<Vec<Meaning>, Mistake> {
    let wrong = |value: &Spanned<Value>| {
        let seen = value.get_ref();
        let message =
            format!("got `{seen}`, expected {{ column = \"code\", … }} or a list of them");
        file.mistake(&value.span(), message).hint(SHAPE)
    };
    let entries: Vec<&Place> = match value.get_ref() {
        Value::Table(entry) => vec![entry],
        Value::List(entries) => {
            let entry =
                |entry: &'v Spanned<Value>| entry.get_ref().table().ok_or_else(|| wrong(entry));
            entries.iter().map(entry).collect::<Result<_, _>>()?
        }
        _ => return Err(wrong(value)),
    };
    let meanings: Vec<Meaning> =
        entries.into_iter().map(|entry| read_meaning(file, table, entry)).collect();
    for (i, one) in meanings.iter().enumerate() {
        if let Some(two) = meanings[i + 1..].iter().find(|two| one.valid.overlaps(&two.valid)) {
            let message = format!("meanings valid {} and {} overlap", one.valid, two.valid);
            let hint = "give each its own `valid = \"from..to\"`, ends included";
            return Err(file.mistake(&label.span(), message).hint(hint));
        }
    }
    Ok(meanings)
}

fn read_meaning(file: &File<'_>, table: &str, entry: &Place) -> Meaning {
    let mut meaning = Meaning::default();
    for (key, value) in entry {
        file.keep(read_one(file, table, key, value, &mut meaning));
    }
    meaning
}

fn read_one(
    file: &File<'_>,
    table: &str,
    key: &Spanned<String>,
    value: &Spanned<Value>,
    meaning: &mut Meaning,
) -> Result<(), Mistake> {
    let (name, span) = (key.get_ref().as_str(), value.span());
    if name == "requires" {
        let expected = || {
            let message = "requires: expected { hole = \"code\" }";
            file.mistake(&span, message).hint("write `requires = { asean = \"_ASEAN10\" }`")
        };
        for (hole, code) in value.get_ref().table().ok_or_else(expected)? {
            let code = code.get_ref().scalar().ok_or_else(expected)?;
            meaning.requires.insert(hole.get_ref().clone(), code);
        }
        return Ok(());
    }
    let text = value.get_ref().scalar().ok_or_else(|| {
        let seen = value.get_ref();
        let message = format!("{name}: got `{seen}`, expected a text in quotes");
        file.mistake(&span, message).hint(SHAPE)
    })?;
    match name {
        "valid" => {
            meaning.valid = Validity::parse(&text).map_err(|wrong| wrong.at(file, &span))?;
        }
        "part_of" => {
            let code = check_code("counterpart_area", &text);
            code.map_err(|wrong| wrong.at(file, &span, name))?;
            meaning.part_of = Some(text);
        }
        column if settable(column) || column == table => {
            if settable(column) {
                check_code(column, &text).map_err(|wrong| wrong.at(file, &span, column))?;
            }
            meaning.columns.insert(column.to_owned(), text);
        }
        other => {
            let expected = "a column of the contract, `valid`, `part_of` or `requires`";
            let columns = Concept::ALL.iter().map(|concept| concept.name());
            let near =
                nearest(other, columns.chain(ATTRIBUTES).chain(["valid", "part_of", "requires"]));
            let message = format!("got key `{other}`, expected {expected}");
            return Err(file.mistake(&key.span(), message).hint(SHAPE).did_you_mean(&near));
        }
    }
    Ok(())
}
