//! Reads `[[records]]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{RawNumber, RawPlace, Reader, Shared, Words};
use crate::error::Error;
use crate::layout::records::{Measure, Records};
use crate::pattern::fold;
use crate::says;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRecords {
    id: Spanned<String>,
    dataset: Option<String>,
    valid: Option<Spanned<String>>,
    find: RawRecordsFind,
    #[serde(default)]
    preamble: u32,
    decimals: Option<u8>,
    precision: Option<Spanned<String>>,
    number: Option<RawNumber>,
    #[serde(default)]
    text: RawPlace,
    columns: BTreeMap<Spanned<String>, String>,
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
    columns: Vec<String>,
    #[serde(default)]
    text: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMeasure {
    column: Spanned<String>,
    #[serde(default)]
    set: toml::Table,
}

impl Reader<'_> {
    pub(super) fn records(&self, raw: RawRecords) -> Result<Records, Error> {
        let mut columns = BTreeMap::new();
        for (column, meaning) in &raw.columns {
            let pattern = match meaning.as_str() {
                "ignore" => None,
                written => Some(self.pattern(&Spanned::new(column.span(), written.to_owned()))?),
            };
            columns.insert(column.get_ref().clone(), pattern);
        }
        let mut measures = Vec::new();
        for measure in &raw.measure {
            let span = measure.column.span();
            let mut set = measure.set.clone();
            let unit = set.remove("unit").as_ref().and_then(says::scalar).map(|unit| fold(&unit));
            if let Some(unit) = &unit
                && !self.vocabulary.accepts("unit", unit)
            {
                let message =
                    format!("unit: got `{unit}`, expected a label of [unit] in lookups.toml");
                return Err(self.file.mistake(&span, message));
            }
            let says = says::read(self.file, &span, &set)?;
            measures.push(Measure { column: measure.column.get_ref().clone(), says, unit });
        }
        Ok(Records {
            common: self.common(&Shared {
                id: &raw.id,
                dataset: raw.dataset.as_ref(),
                valid: raw.valid.as_ref(),
                decimals: raw.decimals,
                precision: raw.precision.as_ref(),
                number: raw.number.as_ref(),
                text: &raw.text,
                sign: &raw.sign,
                all: &raw.all,
            })?,
            name: raw.find.name,
            find_columns: raw.find.columns,
            find_text: raw.find.text.folded(),
            preamble: raw.preamble,
            columns,
            measures,
        })
    }
}
