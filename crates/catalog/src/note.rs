//! What is kept of pages that stand, so that lists can name them without reading anything again.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::concept::Concept;
use serde::{Deserialize, Serialize};

use crate::facts::{Article, Source};
use crate::pages::{claims, release_name};
use crate::place::{TableKey, Tables};
use crate::releases::Release;
use crate::rows::{Datasets, SeriesRows};
use crate::words;

/// Words of one dataset that the search knows.
const WORDS_MAX: usize = 3000;

/// Of the pages of a source.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct SourceNote {
    pub(crate) column: String,
    pub(crate) title: String,
    pub(crate) publisher: String,
    pub(crate) licence: String,
    pub(crate) datasets: Vec<DatasetNote>,
    /// Whether its series have pages.
    pub(crate) has_series: bool,
    /// Snapshot -> its tables, in the order of their pages.
    pub(crate) tables: BTreeMap<String, Vec<TableKey>>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct DatasetNote {
    pub(crate) name: String,
    pub(crate) title: String,
    /// The newest release and its instant; empty if none passed.
    pub(crate) release: String,
    pub(crate) released_at: String,
    pub(crate) series: usize,
    /// `2023-01 to 2025-12`.
    pub(crate) span: String,
    /// Areas and commodities that it has figures of.
    pub(crate) words: BTreeSet<String>,
}

/// Of the page of an article.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct ArticleNote {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) date: String,
    /// Verdict -> how many claims.
    pub(crate) tally: Vec<(String, usize)>,
}

impl ArticleNote {
    pub(crate) fn of(article: &Article) -> Self {
        let tally = claims::tally(article);
        let Article { name, title, date, .. } = article.clone();
        Self { name, title, date, tally }
    }
}

impl SourceNote {
    /// Of a source and what was read of it.
    pub(crate) fn of(
        source: &Source,
        series: &Datasets,
        releases: &BTreeMap<String, Vec<Release>>,
        tables: &Tables,
        has_series: bool,
    ) -> Self {
        let datasets = source.datasets.iter().filter_map(|dataset| {
            let series = series.get(&dataset.name).map_or(&[][..], Vec::as_slice);
            let newest = releases.get(&dataset.name).and_then(|releases| releases.last());
            if series.is_empty() && newest.is_none() {
                return None;
            }
            Some(DatasetNote {
                name: dataset.name.clone(),
                title: dataset.title.clone(),
                release: newest.map_or(String::new(), |r| release_name(&r.id).to_owned()),
                released_at: newest.map_or(String::new(), |r| r.released_at.to_string()),
                series: series.len(),
                span: span(series),
                words: search_words(series),
            })
        });
        Self {
            column: source.column.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            licence: source.licence.name.clone(),
            datasets: datasets.collect(),
            has_series,
            tables: tables.keys(),
        }
    }
}

/// From the first period of all series to the last.
fn span(series: &[SeriesRows]) -> String {
    let first = series.iter().filter_map(|series| series.rows.first()).min_by_key(|row| row.end);
    let last = series.iter().filter_map(|series| series.rows.last()).max_by_key(|row| row.end);
    match first.zip(last) {
        Some((first, last)) if first.end != last.end => {
            format!("{} to {}", first.time_period, last.time_period)
        }
        Some((first, _)) => first.time_period.clone(),
        None => String::new(),
    }
}

/// Names and codes of its areas and commodities.
fn search_words(series: &[SeriesRows]) -> BTreeSet<String> {
    const SEARCHED: [Concept; 4] =
        [Concept::RefArea, Concept::CounterpartArea, Concept::CounterpartArea2, Concept::Commodity];
    let mut words = BTreeSet::new();
    for concept in SEARCHED {
        let codes: BTreeSet<&str> = series.iter().map(|s| s.series.get(concept)).collect();
        for code in codes.into_iter().filter(|code| !["_Z", "_T"].contains(code)) {
            let name = words::code(concept, code);
            let word = if name == code { name } else { format!("{name} ({code})") };
            words.insert(word);
            if words.len() == WORDS_MAX {
                return words;
            }
        }
    }
    words
}
