//! `[dataset.NAME]` of `source.toml`: a printed table, its constant columns and its bounds.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{File, Mistake};
use crate::follows::{self, Follows};
use crate::nearest::nearest;
use crate::says::check_code;
use crate::value::{Place, Value};

/// One dataset of a source.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub name: String,
    pub title: String,
    /// SDMX frequency of its main periods.
    pub freq: String,
    /// Observations of one release: fewer is a hold, more a warning.
    pub rows: Rows,
    /// Whether a series that a complete later print lacks has vanished.
    pub vanish: bool,
    /// The dataset of another source whose later print this is.
    pub follows: Option<Follows>,
    /// Constant columns; the others come from the layout.
    pub constants: BTreeMap<Concept, String>,
}

/// Bounds on the observations of one release.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rows {
    pub min: usize,
    pub max: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    title: String,
    freq: Spanned<String>,
    rows: Spanned<Rows>,
    #[serde(default = "yes")]
    vanish: bool,
    follows: Option<follows::Raw>,
    series: Spanned<Place>,
}

fn yes() -> bool {
    true
}

/// Columns that the engine or the dataset's own keys set.
const ELSEWHERE: [Concept; 4] =
    [Concept::Source, Concept::Dataset, Concept::Freq, Concept::PeriodKind];

pub(crate) fn read(file: &File<'_>, name: &str, raw: Raw) -> Dataset {
    let freq = check_code("freq", raw.freq.get_ref());
    file.keep(freq.map_err(|wrong| wrong.at(file, &raw.freq.span(), "freq")));
    let Rows { min, max } = *raw.rows.get_ref();
    if min > max {
        let message = format!("rows: got at least {min} and at most {max}, which is never");
        file.tell(
            file.mistake(&raw.rows.span(), message)
                .hint("write `rows = { min = 100, max = 5000 }`"),
        );
    }
    let mut unset: Vec<Concept> =
        Concept::ALL.into_iter().filter(|concept| !ELSEWHERE.contains(concept)).collect();
    let mut constants = BTreeMap::new();
    for (key, column) in raw.series.get_ref() {
        let known = Concept::named(key.get_ref()).filter(|concept| !ELSEWHERE.contains(concept));
        let Some(concept) = known else {
            let columns = Concept::ALL.iter().filter(|concept| !ELSEWHERE.contains(concept));
            let near = nearest(key.get_ref(), columns.map(|concept| concept.name()));
            let message = format!("got `{}`, expected a series column", key.get_ref());
            let hint = "the columns are those of docs/contract.md";
            file.tell(file.mistake(&key.span(), message).hint(hint).did_you_mean(&near));
            // Misspelt, it is told once.
            unset.retain(|column| near.first().is_none_or(|near| column.name() != near));
            continue;
        };
        unset.retain(|c| *c != concept);
        if let Some(Some(code)) = file.keep(constant(file, concept, column)) {
            constants.insert(concept, code);
        }
    }
    if !unset.is_empty() {
        let names: Vec<&str> = unset.iter().map(|concept| concept.name()).collect();
        let names = names.join("`, `");
        let message = format!("dataset `{name}`: series column `{names}` is not set");
        let hint = "give a constant, `_Z` if it does not apply, or { from = \"layout\" }";
        file.tell(file.mistake(&raw.series.span(), message).hint(hint));
    }
    Dataset {
        name: name.to_owned(),
        title: raw.title,
        freq: raw.freq.into_inner(),
        rows: raw.rows.into_inner(),
        vanish: raw.vanish,
        follows: raw.follows.and_then(|raw| file.keep(follows::read(file, &raw))),
        constants,
    }
}

/// A constant, or `{ from = "layout" }`.
fn constant(
    file: &File<'_>,
    concept: Concept,
    column: &Spanned<Value>,
) -> Result<Option<String>, Mistake> {
    let (name, span) = (concept.name(), column.span());
    let from = match column.get_ref() {
        Value::Text(code) => {
            check_code(name, code).map_err(|wrong| wrong.at(file, &span, name))?;
            return Ok(Some(code.clone()));
        }
        Value::Table(table) if table.len() == 1 => table.get("from"),
        _ => None,
    };
    match from.map(Spanned::get_ref) {
        Some(Value::Text(from)) if from == "layout" => Ok(None),
        _ => {
            let seen = from
                .map_or_else(|| column.get_ref().to_string(), |from| from.get_ref().to_string());
            let message =
                format!("{name}: got `{seen}`, expected a code or {{ from = \"layout\" }}");
            let hint = format!("write `{name} = \"_Z\"` if it does not apply");
            Err(file.mistake(&from.map_or(span, Spanned::span), message).hint(hint))
        }
    }
}
