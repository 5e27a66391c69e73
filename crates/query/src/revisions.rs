//! What each release of a source changed: how many figures are new, revised, vanished or merely
//! repeated, how large the revisions are beside those of earlier releases, and the largest of
//! them with the cells they were printed in.
//!
//! Only rows of observations that were ever revised are read one by one; the rest is counted.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use portbook_model::concept::Concept;

use crate::as_of::AsOf;
use crate::error::{Error, nearest};
use crate::published_row::{self, PublishedRow, quoted};
use crate::table::{Session, Table};

pub mod bias;
pub mod follows;
mod json;
pub mod measure;
mod pair;
pub mod text;
pub mod triangle;

use measure::Measure;
pub use pair::Pair;

/// What is asked about.
#[derive(Clone, Debug)]
pub struct Question {
    /// `us/census-ft900` or `us-census-ft900`.
    pub source: String,
    pub dataset: Option<String>,
    /// A release id, or what follows its colon: `2025-12`.
    pub release: Option<String>,
    /// How many of the largest revisions of a dataset are shown.
    pub largest_max: usize,
}

/// What the releases of a source changed, dataset by dataset.
#[derive(Debug)]
pub struct Report {
    /// `us-census-ft900`.
    pub source: String,
    pub datasets: Vec<DatasetReport>,
}

#[derive(Debug)]
pub struct DatasetReport {
    pub dataset: String,
    /// In order of publication; only the one that was asked for, if one was.
    pub releases: Vec<ReleaseReport>,
    /// The largest revisions of these releases: of each unit the largest, so that none hides another.
    pub largest: Vec<Pair>,
    /// Series columns whose values differ among the dataset's revised series.
    pub telling: Vec<Concept>,
}

/// What one release changed.
#[derive(Debug, PartialEq, Eq)]
pub struct ReleaseReport {
    pub release: String,
    pub released_at: Timestamp,
    pub counts: Counts,
    /// One entry per unit in which something was revised.
    pub measures: Vec<Measure>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Observations never printed before.
    pub new: u64,
    /// Observations printed otherwise than before.
    pub revised: u64,
    /// Of the revised, those that stand on another base.
    pub rebased: u64,
    pub vanished: u64,
    /// Observations printed as they were before; `None` if the commit does not tell.
    pub restated: Option<u64>,
}

/// A release of a dataset, as the table knows it.
pub(crate) struct Listed {
    release: String,
    pub(crate) released_at: Timestamp,
    counts: Counts,
}

impl Table {
    /// What each release changed.
    ///
    /// # Errors
    /// `Unknown` names the sources, datasets or releases most like one that is not there.
    pub async fn revisions(&self, question: &Question) -> Result<Report, Error> {
        let session = self.session(AsOf::Everything).await?;
        let (source, datasets) = session.datasets(question).await?;
        let mut reports = Vec::new();
        let mut known = BTreeSet::new();
        for dataset in datasets {
            let listed = session.listed(&source, &dataset).await?;
            known.extend(listed.iter().map(|listed| listed.release.clone()));
            let revised = session.revised(&source, &dataset).await?;
            let report = report(question, &dataset, listed, &revised);
            if question.release.is_none() || !report.releases.is_empty() {
                reports.push(report);
            }
        }
        if reports.is_empty() {
            let name = question.release.clone().unwrap_or_default();
            let nearest = nearest(&name, known.iter().map(|id| short(id)));
            return Err(Error::Unknown { what: "release", name, nearest });
        }
        Ok(Report { source, datasets: reports })
    }
}

/// What follows the colon of a release id.
pub fn short(release: &str) -> &str {
    release.split_once(':').map_or(release, |(_, rest)| rest)
}

fn report(
    question: &Question,
    dataset: &str,
    listed: Vec<Listed>,
    revised: &[Pair],
) -> DatasetReport {
    let wanted = |release: &str| {
        let asked = question.release.as_deref();
        asked.is_none_or(|asked| asked == release || asked == short(release))
    };
    let mut by_release: BTreeMap<&str, Vec<&Pair>> = BTreeMap::new();
    for pair in revised {
        by_release.entry(pair.after.release.as_str()).or_default().push(pair);
    }
    let mut usual = measure::Usual::default();
    let mut releases = Vec::new();
    let mut of_these: Vec<&Pair> = Vec::new();
    for listed in listed {
        let pairs = by_release.remove(listed.release.as_str()).unwrap_or_default();
        let measures = measure::of_release(&pairs, &usual);
        usual.learn(&pairs);
        if wanted(&listed.release) {
            of_these.extend(&pairs);
            let Listed { release, released_at, counts } = listed;
            releases.push(ReleaseReport { release, released_at, counts, measures });
        }
    }
    DatasetReport {
        dataset: dataset.to_owned(),
        releases,
        telling: telling(revised),
        largest: measure::largest(&of_these, question.largest_max),
    }
}

/// The series columns that tell these series apart.
fn telling(pairs: &[Pair]) -> Vec<Concept> {
    let Some(first) = pairs.first() else { return Vec::new() };
    let differs = |concept: &Concept| {
        let of_first = first.after.series.get(*concept);
        pairs.iter().any(|pair| pair.after.series.get(*concept) != of_first)
    };
    Concept::ALL.into_iter().filter(differs).collect()
}

impl Session {
    /// The source and datasets a question is about, as the table names them.
    pub(crate) async fn datasets(
        &self,
        question: &Question,
    ) -> Result<(String, Vec<String>), Error> {
        let source = question.source.replace('/', "-");
        let texts = self.sql("select distinct source, dataset from observation").await?.texts()?;
        let pairs: Vec<(String, String)> = texts
            .into_iter()
            .filter_map(|row| <[Option<String>; 2]>::try_from(row).ok())
            .filter_map(|[source, dataset]| Some((source?, dataset?)))
            .collect();
        let mut datasets: Vec<String> =
            pairs.iter().filter(|pair| pair.0 == source).map(|pair| pair.1.clone()).collect();
        datasets.sort();
        if datasets.is_empty() {
            let name = question.source.clone();
            let nearest = nearest(&source, pairs.iter().map(|pair| pair.0.as_str()));
            return Err(Error::Unknown { what: "source", name, nearest });
        }
        let Some(dataset) = &question.dataset else { return Ok((source, datasets)) };
        if !datasets.contains(dataset) {
            let nearest = nearest(dataset, datasets.iter().map(String::as_str));
            return Err(Error::Unknown { what: "dataset", name: dataset.clone(), nearest });
        }
        Ok((source, vec![dataset.clone()]))
    }

    /// The releases of a dataset in order of publication, those that changed nothing included if
    /// the commit lists them.
    pub(crate) async fn listed(&self, source: &str, dataset: &str) -> Result<Vec<Listed>, Error> {
        let of_dataset = format!("source = {} and dataset = {}", quoted(source), quoted(dataset));
        let counted = self
            .sql(&format!(
                "select release, released_at,
                    sum(case when revision = 0 then 1 else 0 end) as new,
                    sum(case when revision > 0 and revision_reason <> 'vanished' then 1 else 0 end) as revised,
                    sum(case when revision_reason = 'rebase' then 1 else 0 end) as rebased,
                    sum(case when revision_reason = 'vanished' then 1 else 0 end) as vanished
                from observation where {of_dataset} group by release, released_at"
            ))
            .await?;
        let mut listed = BTreeMap::new();
        for row in counted.texts()? {
            let [release, at, new, revised, rebased, vanished] = fields(row)?;
            let counts = Counts {
                new: number(&new)?,
                revised: number(&revised)?,
                rebased: number(&rebased)?,
                vanished: number(&vanished)?,
                restated: None,
            };
            listed.insert(release, (instant(&at)?, counts));
        }
        if self.has("release") {
            let text =
                format!("select release, released_at, restated from release where {of_dataset}");
            for row in self.sql(&text).await?.texts()? {
                let [release, at, restated] = fields(row)?;
                let at = instant(&at)?;
                let entry = listed.entry(release).or_insert((at, Counts::default()));
                entry.1.restated = Some(number(&restated)?);
            }
        }
        let mut listed: Vec<Listed> = listed
            .into_iter()
            .map(|(release, (released_at, counts))| Listed { release, released_at, counts })
            .collect();
        listed.sort_by_key(|listed| listed.released_at);
        Ok(listed)
    }

    /// Every revision of a dataset: two rows of one observation, one after the other.
    pub(crate) async fn revised(&self, source: &str, dataset: &str) -> Result<Vec<Pair>, Error> {
        let (columns, order) = (published_row::columns(), published_row::order());
        let text = format!(
            "select {columns} from observation where source = {} and dataset = {}
            and (revision > 0 or superseded_at is not null) order by {order}",
            quoted(source),
            quoted(dataset)
        );
        let rows = PublishedRow::all(&self.sql(&text).await?)?;
        let following = rows.windows(2).filter(|two| two[0].same_observation(&two[1]));
        Ok(following.map(|two| Pair { before: two[0].clone(), after: two[1].clone() }).collect())
    }
}

fn fields<const N: usize>(row: Vec<Option<String>>) -> Result<[String; N], Error> {
    let row: Vec<String> = row.into_iter().map(Option::unwrap_or_default).collect();
    row.try_into().map_err(|_| crate::error::unreadable("an answer has other columns"))
}

fn number(text: &str) -> Result<u64, Error> {
    text.parse().map_err(crate::error::unreadable)
}

fn instant(text: &str) -> Result<Timestamp, Error> {
    text.parse().map_err(crate::error::unreadable)
}
