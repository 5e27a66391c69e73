//! Reads `[[records]]`.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::{RawNumber, RawPlace, Reader, Shared, Words};
use crate::error::Error;
use crate::layout::Entry;
use crate::layout::records::{
    Beside, Column, Condition, Find, FixedColumn, Measure, Reads, Records,
};
use crate::pattern::{Pattern, fold};
use crate::says;

/// Letters of a line that columns may speak of.
const LETTERS_MAX: usize = 10_000;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRecords {
    id: Spanned<String>,
    dataset: Option<String>,
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
    decimals: Option<u8>,
    precision: Option<Spanned<String>>,
    number: Option<RawNumber>,
    future: Option<Spanned<String>>,
    #[serde(default)]
    text: RawPlace,
    #[serde(default)]
    columns: RawPlace,
    measure: Vec<RawMeasure>,
    #[serde(default)]
    sign: RawPlace,
    #[serde(default)]
    all: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecordsFind {
    name: Option<String>,
    path: Option<Spanned<String>>,
    #[serde(default)]
    columns: Words,
    #[serde(default)]
    text: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMeasure {
    column: Spanned<String>,
    nth: Option<u32>,
    status: Option<Spanned<String>>,
    #[serde(default)]
    only: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    set: toml::Table,
}

impl Reader<'_> {
    pub(super) fn records(&self, raw: RawRecords) -> Result<Records, Error> {
        let common = self.common(&Shared {
            id: &raw.id,
            dataset: raw.dataset.as_ref(),
            valid: raw.valid.as_ref(),
            decimals: raw.decimals,
            precision: raw.precision.as_ref(),
            number: raw.number.as_ref(),
            future: raw.future.as_ref(),
            text: &raw.text,
            sign: &raw.sign,
            all: &raw.all,
        })?;
        let columns = raw.columns.iter().map(|(heading, reads)| self.column(heading, reads));
        let columns: Vec<Column> = columns.collect::<Result<_, _>>()?;
        let measures = raw.measure.iter().map(|measure| self.measure(measure));
        let measures: Vec<Measure> = measures.collect::<Result<_, _>>()?;
        self.check_headings(&raw, &columns, &measures)?;
        for measure in &raw.measure {
            self.check_status(measure, &columns)?;
        }
        for optional in &raw.optional {
            let folded = fold(optional.get_ref());
            if !columns.iter().any(|column| fold(&column.heading.to_string()) == folded) {
                let message = format!("optional: got `{folded}`, expected a key of the columns");
                return Err(self.file.mistake(&optional.span(), message));
            }
        }
        let fixed = self.fixed(&raw)?;
        Ok(Records {
            common,
            fixed,
            find: Find {
                name: raw.find.name,
                path: raw.find.path.as_ref().map(|path| self.pattern(path)).transpose()?,
                columns: raw.find.columns.folded(),
                text: raw.find.text.folded(),
            },
            preamble: raw.preamble,
            until: raw.until.folded(),
            skip: self.conditions(&raw.skip, &columns)?,
            keep: self.conditions(&raw.keep, &columns)?,
            optional: raw.optional.iter().map(|column| fold(column.get_ref())).collect(),
            columns,
            measures,
        })
    }

    /// Columns of a fixed width follow one another; no header tells such a file from another.
    fn fixed(&self, raw: &RawRecords) -> Result<Vec<FixedColumn>, Error> {
        let mut end = 0;
        for column in &raw.fixed {
            let FixedColumn { name, from, to } = column.get_ref();
            if !(end < *from && from <= to && *to <= LETTERS_MAX) {
                let message = format!(
                    "fixed: got `{name}` from {from} to {to}, expected letters after {end}, at most \
                     to {LETTERS_MAX}"
                );
                return Err(self.file.mistake(&column.span(), message));
            }
            end = *to;
        }
        if let Some(first) = raw.fixed.first()
            && raw.find.name.is_none()
            && raw.find.text.folded().is_empty()
        {
            let message = "fixed: got no header, expected `name` or `text` in `find`".to_owned();
            return Err(self.file.mistake(&first.span(), message));
        }
        Ok(raw.fixed.iter().map(|column| column.get_ref().clone()).collect())
    }

    /// `"ignore"`, a pattern, a list of patterns, or a table of patterns and what they say.
    fn column(&self, heading: &Spanned<String>, reads: &toml::Value) -> Result<Column, Error> {
        let span = heading.span();
        let place = |patterns: &[&str]| -> RawPlace {
            let empty = || toml::Value::Table(toml::Table::new());
            let keyed = |text: &&str| (Spanned::new(span.clone(), (*text).to_owned()), empty());
            patterns.iter().map(keyed).collect()
        };
        let raw = match reads {
            toml::Value::String(text) if text == "ignore" => {
                return Ok(Column { heading: self.pattern(heading)?, reads: Reads::Ignore });
            }
            toml::Value::String(text) => place(&[text]),
            toml::Value::Array(list) => {
                let texts: Option<Vec<&str>> = list.iter().map(toml::Value::as_str).collect();
                place(&texts.ok_or_else(|| self.reads_wrongly(&span))?)
            }
            toml::Value::Table(table) => table
                .iter()
                .map(|(text, says)| (Spanned::new(span.clone(), text.clone()), says.clone()))
                .collect(),
            _ => return Err(self.reads_wrongly(&span)),
        };
        let entries: Vec<Entry> = self.place(&raw)?;
        Ok(Column { heading: self.pattern(heading)?, reads: Reads::Entries(entries) })
    }

    fn reads_wrongly(&self, span: &Range<usize>) -> Error {
        let expected = "\"ignore\", a pattern, a list of patterns, or a table of patterns";
        self.file.mistake(span, format!("column: expected {expected}"))
    }

    fn measure(&self, raw: &RawMeasure) -> Result<Measure, Error> {
        let span = raw.column.span();
        let mut set = raw.set.clone();
        let unit = set.remove("unit").as_ref().and_then(says::scalar).map(|unit| fold(&unit));
        if let Some(unit) = &unit
            && !self.vocabulary.accepts("unit", unit)
        {
            let message = format!("unit: got `{unit}`, expected a label of [unit] in lookups.toml");
            return Err(self.file.mistake(&span, message));
        }
        if raw.nth == Some(0) {
            return Err(self.file.mistake(&span, "nth: got 0, expected 1 or more"));
        }
        Ok(Measure {
            heading: self.pattern(&raw.column)?,
            nth: raw.nth,
            says: says::read(self.file, &span, &set)?,
            unit,
            only: self.conditions(&raw.only, &[])?,
            status: raw.status.as_ref().map(|status| Beside::new(status.get_ref())),
        })
    }

    /// A heading is claimed once: by a column, or by measures that part it among them.
    fn check_headings(
        &self,
        raw: &RawRecords,
        columns: &[Column],
        measures: &[Measure],
    ) -> Result<(), Error> {
        let parted = |one: &Measure, two: &Measure| {
            (one.nth.is_some() && two.nth.is_some() && one.nth != two.nth)
                || (!one.only.is_empty() && !two.only.is_empty())
        };
        for (i, (measure, written)) in measures.iter().zip(&raw.measure).enumerate() {
            let others = measures[..i].iter().filter(|other| !parted(other, measure));
            let others = others.map(|other| &other.heading);
            let others = others.chain(columns.iter().map(|column| &column.heading));
            self.check_apart(&written.column, &measure.heading, others)?;
        }
        for (i, (column, written)) in columns.iter().zip(raw.columns.keys()).enumerate() {
            let others = columns[..i].iter().map(|other| &other.heading);
            self.check_apart(written, &column.heading, others)?;
        }
        Ok(())
    }

    fn check_apart<'p>(
        &self,
        written: &Spanned<String>,
        one: &Pattern,
        others: impl Iterator<Item = &'p Pattern>,
    ) -> Result<(), Error> {
        for other in others {
            if let Some(text) = self.overlap(one, other) {
                let message =
                    format!("headings `{one}` and `{other}` both match `{text}`, neither closer");
                return Err(self.file.mistake(&written.span(), message));
            }
        }
        Ok(())
    }

    /// What stands beside a value must be a column that is read.
    fn check_status(&self, raw: &RawMeasure, columns: &[Column]) -> Result<(), Error> {
        let Some(status) = &raw.status else { return Ok(()) };
        let folded = fold(status.get_ref());
        let known = columns.iter().find(|column| fold(&column.heading.to_string()) == folded);
        match known.map(|column| &column.reads) {
            Some(Reads::Entries(_)) => Ok(()),
            Some(Reads::Ignore) => {
                let message = format!("status: `{folded}` is ignored, expected one that is read");
                Err(self.file.mistake(&status.span(), message))
            }
            None => {
                let message = format!("status: got `{folded}`, expected a key of the columns");
                Err(self.file.mistake(&status.span(), message))
            }
        }
    }

    fn conditions(
        &self,
        raw: &BTreeMap<Spanned<String>, Words>,
        columns: &[Column],
    ) -> Result<Vec<Condition>, Error> {
        let mut conditions = Vec::new();
        for (column, words) in raw {
            let (heading, texts) = (fold(column.get_ref()), words.folded());
            let takes =
                |known: &Column| known.heading.captures(&heading, self.vocabulary).is_some();
            if !columns.is_empty() && !columns.iter().any(takes) {
                let message = format!("got column `{heading}`, expected one of the columns");
                return Err(self.file.mistake(&column.span(), message));
            }
            if texts.is_empty() {
                let message = format!("`{heading}`: expected the texts it must have");
                return Err(self.file.mistake(&column.span(), message));
            }
            conditions.push(Condition { column: heading, texts });
        }
        Ok(conditions)
    }
}
