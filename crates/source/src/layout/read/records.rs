//! Reads `[[records]]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::measure::Written;
use super::{RawNumber, Reader, Shared};
use crate::error::Mistake;
use crate::layout::Entry;
use crate::layout::records::{Column, Condition, Find, FixedColumn, Measure, Reads, Records};
use crate::nearest::nearest;
use crate::pattern::{Pattern, fold};
use crate::value::{Place, Value, Words};

/// Letters of a line that columns may speak of.
const LETTERS_MAX: usize = 10_000;

/// Words that speak of the rows around.
const OF_CROSSTABS: [&str; 8] =
    ["opens", "within", "below", "under", "label", "revised", "optional", "blank"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRecords {
    id: Spanned<String>,
    /// Taken before this is read; here so that a message lists it.
    #[serde(rename = "like")]
    _like: Option<serde::de::IgnoredAny>,
    dataset: Option<Spanned<String>>,
    valid: Option<Spanned<String>>,
    find: RawRecordsFind,
    #[serde(default)]
    preamble: u32,
    #[serde(default)]
    fixed: Vec<Spanned<FixedColumn>>,
    #[serde(default)]
    until: Words,
    #[serde(default)]
    skip: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    keep: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    optional: Vec<Spanned<String>>,
    decimals: Option<Spanned<u8>>,
    precision: Option<Spanned<String>>,
    number: Option<RawNumber>,
    future: Option<Spanned<String>>,
    #[serde(default)]
    text: Place,
    #[serde(default)]
    columns: Place,
    /// Columns that are seen and mean nothing.
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    measure: Place,
    #[serde(default)]
    sign: Place,
    #[serde(default)]
    all: Place,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecordsFind {
    name: Option<String>,
    path: Option<Spanned<String>>,
    #[serde(default)]
    columns: Words,
    #[serde(default)]
    without: Words,
    #[serde(default)]
    text: Words,
}

impl Reader<'_> {
    pub(super) fn records(&self, raw: &RawRecords) -> Records {
        let common = self.common(&Shared {
            id: &raw.id,
            dataset: raw.dataset.as_ref(),
            valid: raw.valid.as_ref(),
            decimals: raw.decimals.as_ref(),
            precision: raw.precision.as_ref(),
            number: raw.number.as_ref(),
            future: raw.future.as_ref(),
            text: &raw.text,
            sign: &raw.sign,
            all: &raw.all,
        });
        let find = Find {
            name: raw.find.name.clone(),
            path: raw.find.path.as_ref().and_then(|path| self.file.keep(self.pattern(path))),
            columns: raw.find.columns.folded(),
            without: raw.find.without.folded(),
            text: raw.find.text.folded(),
        };
        self.check_find(&[&raw.find.text, &raw.find.columns]);
        let fixed = self.file.keep(self.fixed(raw)).unwrap_or_default();
        // What follows speaks of columns and measures: one with a mistake would make others.
        let columns: Vec<Option<(&Spanned<String>, Column)>> = headings(raw)
            .into_iter()
            .map(|(name, reads)| self.file.keep(self.column(name, reads)).map(|read| (name, read)))
            .collect();
        let measures = self.measures(&raw.measure);
        let columns = columns.into_iter().collect::<Option<Vec<_>>>();
        let (columns, measures) = match (columns, measures) {
            (Some(columns), Some(measures)) => (columns, measures),
            _ => (Vec::new(), Vec::new()),
        };
        self.check_headings(&columns, &measures);
        let columns: Vec<Column> = columns.into_iter().map(|(_, column)| column).collect();
        if !columns.is_empty() || !measures.is_empty() {
            for written in &measures {
                self.file.keep(self.check_status(written, &columns));
            }
            for optional in &raw.optional {
                self.file.keep(self.check_column("optional", optional, &columns));
            }
        }
        Records {
            common,
            fixed,
            find,
            preamble: raw.preamble,
            until: raw.until.folded(),
            skip: self.conditions(&raw.skip, &columns),
            keep: self.conditions(&raw.keep, &columns),
            optional: raw.optional.iter().map(|column| fold(column.get_ref())).collect(),
            columns,
            measures: measures.into_iter().map(|written| written.measure).collect(),
        }
    }

    /// A key of the columns, as it is written there.
    pub(super) fn check_column<'c>(
        &self,
        key: &str,
        written: &Spanned<String>,
        columns: &'c [Column],
    ) -> Result<&'c Column, Mistake> {
        let folded = fold(written.get_ref());
        let named = |column: &&Column| fold(&column.heading.to_string()) == folded;
        columns.iter().find(named).ok_or_else(|| {
            let names: Vec<String> =
                columns.iter().map(|column| column.heading.to_string()).collect();
            let near = nearest(&folded, names.iter().map(String::as_str));
            let message = format!("{key}: got `{folded}`, expected a key of the columns");
            let hint = format!("list it in [records.columns]: `{folded} = \"{{label}}\"`");
            self.file.mistake(&written.span(), message).hint(hint).did_you_mean(&near)
        })
    }

    /// Columns of a fixed width follow one another; no header tells such a file from another.
    fn fixed(&self, raw: &RawRecords) -> Result<Vec<FixedColumn>, Mistake> {
        let mut end = 0;
        for column in &raw.fixed {
            let FixedColumn { name, from, to } = column.get_ref();
            if !(end < *from && from <= to && *to <= LETTERS_MAX) {
                let message = format!(
                    "fixed: got `{name}` from {from} to {to}, expected letters after {end}, at most \
                     to {LETTERS_MAX}"
                );
                let hint = "write `fixed = [ { name = \"year\", from = 1, to = 4 }, … ]` from left to right";
                return Err(self.file.mistake(&column.span(), message).hint(hint));
            }
            end = *to;
        }
        if let Some(first) = raw.fixed.first()
            && raw.find.name.is_none()
            && raw.find.text.folded().is_empty()
        {
            let message = "fixed: got no header, expected `name` or `text` in `find`".to_owned();
            let hint = "write `find = { name = \"exports.txt\" }`";
            return Err(self.file.mistake(&first.span(), message).hint(hint));
        }
        Ok(raw.fixed.iter().map(|column| column.get_ref().clone()).collect())
    }

    /// A pattern, a list of patterns, or a table of patterns and what they say; nothing of a column
    /// that is ignored.
    fn column(
        &self,
        heading: &Spanned<String>,
        reads: Option<&Spanned<Value>>,
    ) -> Result<Column, Mistake> {
        let Some(reads) = reads else {
            return Ok(Column { heading: self.pattern(heading)?, reads: Reads::Ignore });
        };
        let wrong = |at: &Spanned<Value>| {
            let expected = "a pattern, a list of patterns, or a table of patterns";
            let message =
                format!("{}: got `{}`, expected {expected}", heading.get_ref(), at.get_ref());
            let hint =
                format!("write `{} = \"{{label}}\"`, or list it in `ignore`", heading.get_ref());
            self.file.mistake(&at.span(), message).hint(hint)
        };
        let says_nothing = |at: &Spanned<Value>| match at.get_ref() {
            Value::Text(text) => {
                let nothing = Spanned::new(at.span(), Value::Table(Place::new()));
                Ok((Spanned::new(at.span(), text.clone()), nothing))
            }
            _ => Err(wrong(at)),
        };
        let place: Place = match reads.get_ref() {
            Value::Text(text) if text == "ignore" => return Err(wrong(reads)),
            Value::Text(_) => Place::from([says_nothing(reads)?]),
            Value::List(list) => list.iter().map(says_nothing).collect::<Result<_, _>>()?,
            Value::Table(table) => table.clone(),
            _ => return Err(wrong(reads)),
        };
        self.check_words(&place);
        let entries: Vec<Entry> = self.place(&place);
        Ok(Column { heading: self.pattern(heading)?, reads: Reads::Entries(entries) })
    }

    /// Rows above and below mean something to a cross-tab; a record stands alone.
    fn check_words(&self, place: &Place) {
        let tables = place.values().filter_map(|value| value.get_ref().table());
        for key in tables.flat_map(BTreeMap::keys) {
            if OF_CROSSTABS.contains(&key.get_ref().as_str()) {
                let message =
                    format!("got `{}`, expected a word that speaks of one record", key.get_ref());
                let hint =
                    "a column of records takes codes, `period`, `only`, `instead` and `ignore`";
                self.file.tell(self.file.mistake(&key.span(), message).hint(hint));
            }
        }
    }

    /// A heading is claimed once: by a column, or by measures that part it among them.
    fn check_headings(&self, columns: &[(&Spanned<String>, Column)], measures: &[Written<'_>]) {
        let parted = |one: &Measure, two: &Measure| {
            (one.nth.is_some() && two.nth.is_some() && one.nth != two.nth)
                || (!one.keep.is_empty() && !two.keep.is_empty())
        };
        for (i, Written { heading, measure, .. }) in measures.iter().enumerate() {
            let others = measures[..i].iter().map(|other| &other.measure);
            let others = others.filter(|other| !parted(other, measure)).map(|other| &other.heading);
            let others = others.chain(columns.iter().map(|(_, column)| &column.heading));
            self.check_apart(heading, &measure.heading, others);
        }
        for (i, (written, column)) in columns.iter().enumerate() {
            let others = columns[..i].iter().map(|(_, other)| &other.heading);
            self.check_apart(written, &column.heading, others);
        }
    }

    fn check_apart<'p>(
        &self,
        written: &Spanned<String>,
        one: &Pattern,
        others: impl Iterator<Item = &'p Pattern>,
    ) {
        for other in others {
            if let Some(text) = self.overlap(one, other) {
                let message =
                    format!("headings `{one}` and `{other}` both match `{text}`, neither closer");
                let hint = "two measures of one heading take `nth = 1` and `nth = 2`, or `keep`";
                self.file.tell(self.file.mistake(&written.span(), message).hint(hint));
            }
        }
    }

    pub(super) fn conditions(
        &self,
        raw: &BTreeMap<Spanned<String>, Words>,
        columns: &[Column],
    ) -> Vec<Condition> {
        let read = |(column, words): (&Spanned<String>, &Words)| {
            let (heading, texts) = (fold(column.get_ref()), words.folded());
            let takes =
                |known: &Column| known.heading.captures(&heading, self.vocabulary).is_some();
            if !columns.is_empty() && !columns.iter().any(takes) {
                let names: Vec<String> =
                    columns.iter().map(|column| column.heading.to_string()).collect();
                let near = nearest(&heading, names.iter().map(String::as_str));
                let message = format!("got column `{heading}`, expected one of the columns");
                return Err(self.file.mistake(&column.span(), message).did_you_mean(&near));
            }
            if texts.is_empty() {
                let message = format!("`{heading}`: expected the texts it must have");
                let hint = format!("write `{heading} = [\"A\", \"B\"]`");
                return Err(self.file.mistake(&column.span(), message).hint(hint));
            }
            Ok(Condition { column: heading, texts })
        };
        raw.iter().filter_map(|one| self.file.keep(read(one))).collect()
    }
}

/// Columns that are read, and with nothing those that are ignored, in the order of the alphabet.
fn headings(raw: &RawRecords) -> Vec<(&Spanned<String>, Option<&Spanned<Value>>)> {
    let read = raw.columns.iter().map(|(name, reads)| (name, Some(reads)));
    let mut headings: Vec<_> = read.chain(raw.ignore.iter().map(|name| (name, None))).collect();
    headings.sort_by_key(|(name, _)| *name);
    headings
}
