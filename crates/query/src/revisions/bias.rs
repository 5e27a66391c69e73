//! Whether revisions lean to one side: the mean step from the first print to the latest, and its
//! standard error, by dataset and by series.
//!
//! Counted are observations that a later release could have changed: those first printed in the
//! newest release cannot have been revised and say nothing. One that no release changed counts as
//! nil. The error takes revisions as independent, which those of one release are not quite.
//! Means are statistics about published numbers and no such numbers themselves: they are floats.

use arrow::array::{Array as _, AsArray as _};
use arrow::datatypes::{Float64Type, Int64Type};
use portbook_model::concept::Concept;

use crate::as_of::AsOf;
use crate::error::{Error, unreadable};
use crate::published_row::quoted;
use crate::revisions::Question;
use crate::revisions::measure::Unit;
use crate::rows::Rows;
use crate::table::{Session, Table};

/// The lean of one dataset's figures of one unit, or of one series.
#[derive(Clone, Debug, PartialEq)]
pub struct Lean {
    pub dataset: String,
    pub unit: Unit,
    /// The series, if it is one.
    pub series: Option<Named>,
    pub observations: i64,
    pub revised: i64,
    /// In base units.
    pub mean: f64,
    /// `None` of fewer than two observations.
    pub standard_error: Option<f64>,
    /// Of what was first printed; `None` for rates, and where that is nil throughout.
    pub mean_percent: Option<f64>,
    pub standard_error_percent: Option<f64>,
}

/// A series by its id and what tells it from the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub series_id: String,
    pub columns: Vec<(Concept, String)>,
}

impl Lean {
    /// Mean in standard errors: beyond two, chance is a poor explanation.
    pub fn errors_from_nil(&self) -> Option<f64> {
        self.standard_error.filter(|error| *error > 0.0).map(|error| self.mean / error)
    }
}

impl Table {
    /// The lean of each dataset and each series of it, the datasets first.
    ///
    /// # Errors
    /// See [`Table::revisions`].
    pub async fn bias(&self, question: &Question) -> Result<Vec<Lean>, Error> {
        let session = self.session(AsOf::Everything).await?;
        let (source, datasets) = session.datasets(question).await?;
        let mut leans = Vec::new();
        for dataset in &datasets {
            leans.extend(session.lean(&source, dataset, By::Dataset).await?);
        }
        for dataset in &datasets {
            leans.extend(session.lean(&source, dataset, By::Series).await?);
        }
        Ok(leans)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Dataset,
    Series,
}

/// Series columns that say what a series is, beside its source, dataset and unit.
fn telling() -> impl Iterator<Item = Concept> {
    let apart = [
        Concept::Source,
        Concept::Dataset,
        Concept::UnitMeasure,
        Concept::Transformation,
        Concept::PeriodKind,
    ];
    Concept::ALL.into_iter().filter(move |concept| !apart.contains(concept))
}

impl Session {
    async fn lean(&self, source: &str, dataset: &str, by: By) -> Result<Vec<Lean>, Error> {
        let newest = self.listed(source, dataset).await?.last().map(|listed| listed.released_at);
        let Some(newest) = newest else { return Ok(Vec::new()) };
        let (source, of) = (quoted(source), quoted(dataset));
        let (names, group) = match by {
            By::Dataset => (String::new(), ""),
            By::Series => {
                let min = |concept: Concept| format!(", min({0}) as {0}", concept.name());
                (format!(", series_id{}", telling().map(min).collect::<String>()), ", series_id")
            }
        };
        let text = format!(
            "with figure as (
                select * from observation where source = {source} and dataset = {of}
            ), step as (
                select p.*, cast(l.obs_value - p.obs_value as double) as moved,
                    case when p.unit_measure <> 'PT' and p.obs_value <> 0
                        then cast(p.obs_value as double) end as printed
                from figure p join figure l on p.series_id = l.series_id
                    and p.period_start = l.period_start and p.period_end = l.period_end
                where p.revision = 0 and l.superseded_at is null
                    and p.released_at < timestamp '{newest}'
                    and p.base_period is not distinct from l.base_period
            )
            select unit_measure, transformation, period_kind, count(*) as observations,
                sum(case when moved <> 0 then 1 else 0 end) as revised,
                avg(moved) as mean, stddev(moved) as deviation, count(printed) as ratios,
                avg(100 * moved / abs(printed)) as mean_percent,
                stddev(100 * moved / abs(printed)) as deviation_percent{names}
            from step where moved is not null
            group by unit_measure, transformation, period_kind{group}
            order by unit_measure, transformation, period_kind{group}"
        );
        let rows = self.sql(&text).await?;
        leans(&rows, dataset, by).ok_or_else(|| unreadable("an answer has other columns"))
    }
}

fn leans(rows: &Rows, dataset: &str, by: By) -> Option<Vec<Lean>> {
    let mut leans = Vec::with_capacity(rows.row_count());
    for batch in &rows.batches {
        for row in 0..batch.num_rows() {
            let text = |name: &str| {
                Some(batch.column_by_name(name)?.as_string_opt::<i32>()?.value(row).to_owned())
            };
            let count = |name: &str| {
                Some(batch.column_by_name(name)?.as_primitive_opt::<Int64Type>()?.value(row))
            };
            let mean = |name: &str| {
                let column = batch.column_by_name(name)?.as_primitive_opt::<Float64Type>()?;
                column.is_valid(row).then(|| column.value(row))
            };
            let (observations, ratios) = (count("observations")?, count("ratios")?);
            let unit = Unit {
                unit_measure: text("unit_measure")?,
                transformation: text("transformation")?,
                period_kind: text("period_kind")?,
            };
            let series = match by {
                By::Dataset => None,
                By::Series => Some(Named {
                    series_id: text("series_id")?,
                    columns: telling()
                        .map(|concept| Some((concept, text(concept.name())?)))
                        .collect::<Option<_>>()?,
                }),
            };
            leans.push(Lean {
                dataset: dataset.to_owned(),
                unit,
                series,
                observations,
                revised: count("revised")?,
                mean: mean("mean")?,
                standard_error: standard_error(mean("deviation"), observations),
                mean_percent: mean("mean_percent"),
                standard_error_percent: standard_error(mean("deviation_percent"), ratios),
            });
        }
    }
    Some(leans)
}

/// Of a mean: deviation by the root of the count. One observation deviates from nothing.
fn standard_error(deviation: Option<f64>, count: i64) -> Option<f64> {
    let count = u32::try_from(count).ok().filter(|count| *count > 1)?;
    deviation.map(|deviation| deviation / f64::from(count).sqrt())
}
