//! The reports as JSON: figures as text in full, ratios in per cent with four places, also text.

use serde_json::{Map, Value, json};

use crate::published_row::{PublishedRow, decimal_text};
use crate::revisions::bias::Lean;
use crate::revisions::follows::Comparison;
use crate::revisions::measure::{Measure, Unit};
use crate::revisions::triangle::Triangle;
use crate::revisions::{DatasetReport, Pair, ReleaseReport, Report};

impl Report {
    pub fn json(&self) -> Value {
        let datasets: Vec<Value> = self.datasets.iter().map(DatasetReport::json).collect();
        json!({ "source": self.source, "datasets": datasets })
    }
}

impl DatasetReport {
    fn json(&self) -> Value {
        json!({
            "dataset": self.dataset,
            "releases": self.releases.iter().map(ReleaseReport::json).collect::<Vec<_>>(),
            "largest": self.largest.iter().map(Pair::json).collect::<Vec<_>>(),
        })
    }
}

impl ReleaseReport {
    fn json(&self) -> Value {
        json!({
            "release": self.release,
            "released_at": self.released_at.to_string(),
            "new": self.counts.new,
            "revised": self.counts.revised,
            "rebased": self.counts.rebased,
            "vanished": self.counts.vanished,
            "restated": self.counts.restated,
            "sizes": self.measures.iter().map(Measure::json).collect::<Vec<_>>(),
        })
    }
}

impl Unit {
    fn json(&self) -> Map<String, Value> {
        let pairs = [
            ("unit_measure", &self.unit_measure),
            ("transformation", &self.transformation),
            ("period_kind", &self.period_kind),
        ];
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value.as_str().into())).collect()
    }
}

impl Measure {
    fn json(&self) -> Value {
        let mut object = self.unit.json();
        let rest = json!({
            "count": self.count,
            "median": decimal_text(self.median),
            "largest": decimal_text(self.largest),
            "usual": self.usual.map(decimal_text),
            "median_percent": self.median_ppm.map(percent),
            "largest_percent": self.largest_ppm.map(percent),
            "usual_percent": self.usual_ppm.map(percent),
        });
        extend(&mut object, rest);
        Value::Object(object)
    }
}

impl Pair {
    pub(crate) fn json(&self) -> Value {
        json!({
            "key": self.after.key_text(),
            "difference": self.difference().map(decimal_text),
            "difference_percent": self.ratio_ppm().map(percent),
            "before": { "printed": self.before.printed(), "row": self.before.json() },
            "after": { "printed": self.after.printed(), "row": self.after.json() },
        })
    }
}

impl Triangle {
    pub fn json(&self) -> Value {
        let releases: Vec<Value> = self
            .releases
            .iter()
            .map(|(release, at)| json!({ "release": release, "released_at": at.to_string() }))
            .collect();
        let periods: Vec<Value> = self
            .periods
            .iter()
            .map(|rows| {
                let first = rows.first().map(PublishedRow::key_text);
                json!({
                    "key": first,
                    "time_period": rows.first().map(|row| row.time_period.as_str()),
                    "prints": rows.iter().map(PublishedRow::json).collect::<Vec<_>>(),
                })
            })
            .collect();
        json!({ "series_id": self.series_id, "releases": releases, "periods": periods })
    }
}

impl Lean {
    pub fn json(&self) -> Value {
        let mut object = Map::new();
        object.insert("dataset".to_owned(), self.dataset.as_str().into());
        object.extend(self.unit.json());
        if let Some(series) = &self.series {
            object.insert("series_id".to_owned(), series.series_id.as_str().into());
            let columns = series.columns.iter();
            object.extend(columns.map(|(c, value)| (c.name().to_owned(), value.as_str().into())));
        }
        let rest = json!({
            "observations": self.observations,
            "revised": self.revised,
            "mean": self.mean,
            "standard_error": self.standard_error,
            "mean_percent": self.mean_percent,
            "standard_error_percent": self.standard_error_percent,
        });
        extend(&mut object, rest);
        Value::Object(object)
    }
}

impl Comparison {
    pub fn json(&self) -> Value {
        let link = &self.link;
        json!({
            "source": link.source,
            "dataset": link.dataset,
            "followed_source": link.followed_source,
            "followed_dataset": link.followed_dataset,
            "ignored": link.ignored.iter().map(|concept| concept.name()).collect::<Vec<_>>(),
            "agreed": self.agreed,
            "differing": self.differing,
            "not_comparable": self.not_comparable,
            "only_follower": self.only_follower,
            "only_followed": self.only_followed,
            "sizes": self.measures.iter().map(Measure::json).collect::<Vec<_>>(),
            "largest": self.largest.iter().map(Pair::json).collect::<Vec<_>>(),
        })
    }
}

fn extend(object: &mut Map<String, Value>, rest: Value) {
    if let Value::Object(rest) = rest {
        object.extend(rest);
    }
}

/// Millionths as per cent: `5430` is `0.5430`.
fn percent(ppm: i128) -> String {
    let sign = if ppm < 0 { "-" } else { "" };
    let size = ppm.unsigned_abs();
    format!("{sign}{}.{:04}", size / 10_000, size % 10_000)
}
