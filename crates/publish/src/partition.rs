//! Which rows lie in which folder: source, freq, and the year the period ends in (contract 1).

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::PeriodKind;

use crate::error::{Error, Result, check_name};

/// The partition columns: in folder names only, never in files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Partition {
    source: String,
    freq: String,
    year: i16,
}

impl Partition {
    pub(crate) fn folder(&self) -> String {
        Self::folder_of(&self.source, &self.freq, self.year)
    }

    pub(crate) fn folder_of(source: &str, freq: &str, year: i16) -> String {
        format!("observation/source={source}/freq={freq}/year={year}")
    }
}

/// The rows by partition, each sorted as they are published.
pub(crate) fn split(source: &str, rows: Vec<Row>) -> Result<BTreeMap<Partition, Vec<Row>>> {
    let mut partitions: BTreeMap<Partition, Vec<Row>> = BTreeMap::new();
    for row in rows {
        let series = &row.observation.series;
        let found = series.get(Concept::Source);
        if found != source {
            let (found, expected) = (found.to_owned(), source.to_owned());
            return Err(Error::ForeignRow { found, expected });
        }
        let freq = series.get(Concept::Freq).to_owned();
        check_name("freq", &freq)?;
        let year = row.observation.period.end.year();
        let partition = Partition { source: source.to_owned(), freq, year };
        partitions.entry(partition).or_default().push(row);
    }
    for rows in partitions.values_mut() {
        rows.sort_by(|a, b| key(a).cmp(&key(b)));
        if let Some([_, second, ..]) = rows.windows(2).find(|two| key(&two[0]) == key(&two[1])) {
            return Err(duplicate(second));
        }
    }
    Ok(partitions)
}

/// What orders rows and is unique among them: observation and `released_at` (contract 2).
fn key(row: &Row) -> impl Ord + use<'_> {
    (&row.observation.series, row.observation.period, row.release.released_at)
}

fn duplicate(row: &Row) -> Error {
    let series = &row.observation.series;
    let kind = series.get(Concept::PeriodKind).parse::<PeriodKind>();
    let period = kind.map(|kind| row.observation.period.time_period(kind)).unwrap_or_default();
    Error::DuplicateRow {
        release: row.release.id.to_string(),
        observation: format!("series {}, {period}", series.id()),
    }
}
