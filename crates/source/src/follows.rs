//! `follows` of a dataset: the dataset of another source whose later print it is, and the series
//! columns in which the two differ by design.

use portbook_model::concept::Concept;
use serde::Deserialize;
use toml::Spanned;

use crate::error::{Error, File, Mistake};
use crate::load::Source;
use crate::nearest::nearest;

/// A dataset whose figures another printed before, as preliminary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follows {
    /// `cn/gacc-express`.
    pub source: String,
    /// `partners`.
    pub dataset: String,
    /// Columns that are not compared.
    pub ignored: Vec<Concept>,
    /// Where `source.toml` says so.
    line: usize,
    column: usize,
}

/// `{ dataset = "cn/gacc-express#partners", ignore = ["valuation"] }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Raw {
    dataset: Spanned<String>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
}

/// Columns that two prints of one figure may tell otherwise; any other makes it another figure.
pub const IGNORABLE: [Concept; 11] = [
    Concept::Freq,
    Concept::CounterpartArea2,
    Concept::Region,
    Concept::CustomsOffice,
    Concept::Classification,
    Concept::SeriesCode,
    Concept::Breakdown,
    Concept::Valuation,
    Concept::TradeSystem,
    Concept::CustomsProc,
    Concept::TransportMode,
];

pub(crate) fn read(file: &File<'_>, raw: &Raw) -> Result<Follows, Mistake> {
    let named = raw.dataset.get_ref();
    let Some((source, dataset)) = named.split_once('#') else {
        let message = format!("follows: got `{named}`, expected a source and its dataset");
        let hint = "write dataset = \"cn/gacc-express#partners\"";
        return Err(file.mistake(&raw.dataset.span(), message).hint(hint));
    };
    let mut ignored = Vec::new();
    for column in &raw.ignore {
        let name = column.get_ref();
        let Some(concept) = IGNORABLE.into_iter().find(|concept| concept.name() == name) else {
            let near = nearest(name, IGNORABLE.iter().map(|concept| concept.name()));
            let message = format!(
                "follows.ignore: got `{name}`, expected a column that may differ between two prints \
                 of one figure"
            );
            return Err(file.mistake(&column.span(), message).did_you_mean(&near));
        };
        ignored.push(concept);
    }
    let Mistake { line, column, .. } = file.mistake(&raw.dataset.span(), "");
    let (source, dataset) = (source.to_owned(), dataset.to_owned());
    Ok(Follows { source, dataset, ignored, line, column })
}

/// Checks that what is followed is there, and that nothing follows itself in the end.
///
/// # Errors
/// `Mistakes` names every `follows` that leads nowhere or round.
pub fn check(sources: &[Source]) -> Result<(), Error> {
    let mut mistakes = Vec::new();
    for source in sources {
        for dataset in source.datasets.values() {
            let Some(follows) = &dataset.follows else { continue };
            if let Some((seen, near)) = trouble(sources, &source.id, &dataset.name, follows) {
                let mistake = Mistake {
                    file: source.folder.join("source.toml"),
                    line: follows.line,
                    column: follows.column,
                    message: format!("follows: {seen}"),
                    hint: None,
                };
                mistakes.push(mistake.did_you_mean(&near));
            }
        }
    }
    if mistakes.is_empty() { Ok(()) } else { Err(Error::Mistakes(mistakes)) }
}

/// What is wrong with where a dataset leads, and what may have been meant.
fn trouble(
    sources: &[Source],
    id: &str,
    dataset: &str,
    follows: &Follows,
) -> Option<(String, Vec<String>)> {
    let of = |id: &str| sources.iter().find(|source| source.id == id);
    let Some(other) = of(&follows.source) else {
        let seen = format!("got source `{}`, expected one of this folder", follows.source);
        return Some((seen, nearest(&follows.source, sources.iter().map(|s| s.id.as_str()))));
    };
    if !other.datasets.contains_key(&follows.dataset) {
        let seen = format!("got dataset `{}`, expected one of {}", follows.dataset, other.id);
        let known = other.datasets.keys().map(String::as_str);
        return Some((seen, nearest(&follows.dataset, known)));
    }
    let mut next = Some(follows);
    for _ in 0..=sources.len() {
        let step = next?;
        if step.source == id && step.dataset == dataset {
            return Some((format!("`{dataset}` follows itself"), Vec::new()));
        }
        next = of(&step.source)?.datasets.get(&step.dataset)?.follows.as_ref();
    }
    None
}
