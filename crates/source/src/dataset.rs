//! `[dataset.NAME]` of `source.toml`: a printed table, its constant columns and its bounds.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{Error, File};
use crate::nearest::nearest;
use crate::says::check_code;

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
    rows: Rows,
    #[serde(default = "yes")]
    vanish: bool,
    series: Spanned<BTreeMap<Spanned<String>, Spanned<Column>>>,
}

fn yes() -> bool {
    true
}

/// A constant, or `{ from = "layout" }`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Column {
    Constant(String),
    From { from: String },
}

/// Columns that the engine or the dataset's own keys set.
const ELSEWHERE: [Concept; 4] =
    [Concept::Source, Concept::Dataset, Concept::Freq, Concept::PeriodKind];

pub(crate) fn read(file: &File<'_>, name: &str, raw: Raw) -> Result<Dataset, Error> {
    check_code("freq", raw.freq.get_ref())
        .map_err(|message| file.mistake(&raw.freq.span(), format!("freq: {message}")))?;
    let mut unset: Vec<Concept> =
        Concept::ALL.into_iter().filter(|concept| !ELSEWHERE.contains(concept)).collect();
    let mut constants = BTreeMap::new();
    let series_span = raw.series.span();
    for (key, column) in raw.series.into_inner() {
        let known = Concept::named(key.get_ref()).filter(|concept| !ELSEWHERE.contains(concept));
        let Some(concept) = known else {
            let near = nearest(key.get_ref(), Concept::ALL.iter().map(|c| c.name())).join(", ");
            let message = format!("got `{}`, expected a series column", key.get_ref());
            return Err(file.mistake_with_hint(&key.span(), message, Some(near)));
        };
        unset.retain(|c| *c != concept);
        let span = column.span();
        match column.into_inner() {
            Column::Constant(code) => {
                check_code(concept.name(), &code)
                    .map_err(|message| file.mistake(&span, message))?;
                constants.insert(concept, code);
            }
            Column::From { from } if from == "layout" => {}
            Column::From { from } => {
                let message = format!("from: got `{from}`, expected `layout`");
                return Err(file.mistake(&span, message));
            }
        }
    }
    if let Some(concept) = unset.first() {
        let message = format!("dataset `{name}`: series column `{}` is not set", concept.name());
        let hint =
            "give a constant, `_Z` if it does not apply, or { from = \"layout\" }".to_owned();
        return Err(file.mistake_with_hint(&series_span, message, Some(hint)));
    }
    Ok(Dataset {
        name: name.to_owned(),
        title: raw.title,
        freq: raw.freq.into_inner(),
        rows: raw.rows,
        vanish: raw.vanish,
        constants,
    })
}
