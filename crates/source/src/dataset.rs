//! `[dataset.NAME]` of `source.toml`: a printed table, its constant columns and its bounds.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{File, Mistake};
use crate::follows::{self, Follows};
use crate::series::Series;
use crate::value::Place;

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
    /// Whether its files hold too many records to be held as rows: they are read, sorted and merged
    /// on disk. Declared, so that what is published depends on no size and no machine.
    pub bulk: bool,
    /// The dataset of another source whose later print this is.
    pub follows: Option<Follows>,
    /// Constant columns; the others come from the layout.
    pub constants: BTreeMap<Concept, String>,
}

/// Bounds on the observations of one release.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    pub min: usize,
    pub max: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    title: String,
    rows: Spanned<Vec<usize>>,
    #[serde(default = "yes")]
    vanish: bool,
    #[serde(default)]
    bulk: bool,
    follows: Option<follows::Raw>,
    series: Option<Spanned<Place>>,
}

fn yes() -> bool {
    true
}

/// Reads a dataset; `all` is what the source says of every series, if it could be read.
pub(crate) fn read(file: &File<'_>, name: &str, raw: Raw, all: Option<&Series>) -> Dataset {
    let own = raw.series.as_ref().map(|own| Series::read(file, own));
    let series = match (own, all) {
        (Some(own), Some(all)) => own.over(file, all),
        (None, Some(all)) => all.clone(),
        (own, None) => own.unwrap_or_default(),
    };
    if all.is_some() {
        series.check_complete(file);
    }
    let mut constants = series.constants();
    Dataset {
        name: name.to_owned(),
        title: raw.title,
        freq: constants.remove(&Concept::Freq).unwrap_or_default(),
        rows: file.keep(rows(file, &raw.rows)).unwrap_or(Rows { min: 0, max: 0 }),
        vanish: raw.vanish,
        bulk: raw.bulk,
        follows: raw.follows.and_then(|raw| file.keep(follows::read(file, &raw))),
        constants,
    }
}

/// `[100, 5000]`: at least and at most.
fn rows(file: &File<'_>, raw: &Spanned<Vec<usize>>) -> Result<Rows, Mistake> {
    let seen = raw.get_ref();
    let wrong =
        |message: String| file.mistake(&raw.span(), message).hint("write `rows = [100, 5000]`");
    match *seen.as_slice() {
        [min, max] if min <= max => Ok(Rows { min, max }),
        [min, max] => {
            Err(wrong(format!("rows: got at least {min} and at most {max}, which is never")))
        }
        _ => Err(wrong(format!(
            "rows: got {} numbers, expected two, at least and at most",
            seen.len()
        ))),
    }
}
