//! From an observation back to where it was printed: series, value, release, vintages, address.
//!
//! The capture and the cells around the figure come from the caller, who knows archive and
//! readers; this module says only what the published table knows, and how all of it is shown.

use std::str::FromStr;

use jiff::Timestamp;
use portbook_model::concept::Concept;
use serde_json::{Value, json};

use crate::as_of::View;
use crate::error::Error;
use crate::published_row::{self, PublishedRow, quoted};
use crate::table::{Session, Table};

pub mod text;

/// Observations explained at once; a wider question is answered for the first of them.
pub const EXPLAINED_MAX: usize = 20;

/// Hexadecimal digits of a series id.
const SERIES_ID_DIGITS: usize = 32;

/// What is to be explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Every period of a series, or one.
    Key { series_id: String, time_period: Option<String> },
    /// A condition over `observation`.
    Where(String),
}

/// `<series_id>` or `<series_id>/<time_period>`.
impl FromStr for Ask {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (series_id, period) = match text.split_once('/') {
            Some((series_id, period)) => (series_id, Some(period)),
            None => (text, None),
        };
        let hexadecimal = series_id.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if series_id.len() != SERIES_ID_DIGITS || !hexadecimal || period == Some("") {
            return Err(Error::Key { got: text.to_owned() });
        }
        Ok(Self::Key { series_id: series_id.to_owned(), time_period: period.map(str::to_owned) })
    }
}

impl Ask {
    fn condition(&self) -> String {
        match self {
            Self::Key { series_id, time_period: None } => format!("series_id = '{series_id}'"),
            Self::Key { series_id, time_period: Some(period) } => {
                format!("series_id = '{series_id}' and time_period = {}", quoted(period))
            }
            Self::Where(condition) => condition.clone(),
        }
    }

    fn shown(&self) -> String {
        match self {
            Self::Key { series_id, time_period: None } => format!("series `{series_id}`"),
            Self::Key { series_id, time_period: Some(period) } => {
                format!("series `{series_id}` in `{period}`")
            }
            Self::Where(condition) => format!("`{condition}`"),
        }
    }
}

/// One observation, the row of it that was asked for, and all its vintages.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    pub series_id: String,
    /// The latest of the rows that match the question.
    pub row: PublishedRow,
    /// Every row of the observation, first print first.
    pub vintages: Vec<PublishedRow>,
}

/// What was found, at most [`EXPLAINED_MAX`] of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub explained: Vec<Explained>,
    /// Observations that match, explained or not.
    pub observation_count: usize,
}

/// The capture that brought the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaptureInfo {
    pub url: String,
    pub captured_at: Timestamp,
    /// What is said of it, such as where a file fetched by hand is from.
    pub note: Option<String>,
    /// Why the value is other than printed.
    pub correction: Option<CorrectionInfo>,
}

/// What `corrections.toml` says of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionInfo {
    /// `drop`, `override`, `scale` or `flag`.
    pub action: String,
    /// What the publisher prints.
    pub expect: String,
    pub reason: String,
    pub reference: String,
    pub by: String,
    pub date: String,
    /// `us/census-ft900/corrections.toml:1`.
    pub place: String,
}

/// A cell near the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// A1 name, or the column name of a record file.
    pub cell: String,
    pub text: String,
    pub mark: Mark,
}

/// What a neighbour is to the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The figure itself.
    Value,
    /// Gave the figure its meaning.
    Heading,
    /// Stands near it.
    Near,
}

/// Cells around the figure, row by row, left to right; rows and columns may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbourhood {
    pub rows: Vec<Vec<Neighbour>>,
}

impl Table {
    /// The observations a key or a condition names.
    ///
    /// # Errors
    /// `NothingFound` if no published row matches.
    pub async fn explain(&self, ask: &Ask, view: impl Into<View>) -> Result<Found, Error> {
        let session = self.session_for(&ask.condition(), view).await?;
        let matching = select(&session, &ask.condition()).await?;
        let mut latest: Vec<PublishedRow> = Vec::new();
        for row in matching {
            match latest.last_mut().filter(|last| last.same_observation(&row)) {
                Some(last) => *last = row,
                None => latest.push(row),
            }
        }
        if latest.is_empty() {
            return Err(Error::NothingFound { what: ask.shown() });
        }
        let observation_count = latest.len();
        latest.truncate(EXPLAINED_MAX);
        let mut explained = Vec::with_capacity(latest.len());
        for row in latest {
            let vintages = select(&session, &observation_condition(&row)).await?;
            explained.push(Explained { series_id: row.series.id(), row, vintages });
        }
        Ok(Found { explained, observation_count })
    }
}

async fn select(session: &Session, condition: &str) -> Result<Vec<PublishedRow>, Error> {
    let (columns, order) = (published_row::columns(), published_row::order());
    let text = format!("select {columns} from observation where ({condition}) order by {order}");
    PublishedRow::all(&session.sql(&text).await?)
}

/// Names one observation; the partition columns come first, so that one file is read.
fn observation_condition(row: &PublishedRow) -> String {
    let series = Concept::ALL
        .iter()
        .map(|concept| format!("{} = {}", concept.name(), quoted(row.series.get(*concept))));
    let period = [
        format!("year = {}", row.period_end.year()),
        format!("period_start = date '{}'", row.period_start),
        format!("period_end = date '{}'", row.period_end),
    ];
    series.chain(period).collect::<Vec<_>>().join(" and ")
}

impl Explained {
    /// The figure to look for around its cell: what the row prints at its own address.
    pub fn address_shown(&self) -> String {
        self.row.address.to_string()
    }

    /// The same as [`text::render`], as an object.
    pub fn json(
        &self,
        capture: Option<&CaptureInfo>,
        neighbourhood: Option<&Neighbourhood>,
    ) -> Value {
        let capture = capture.map(|capture| {
            let correction = capture.correction.as_ref().map(CorrectionInfo::json);
            json!({
                "url": capture.url,
                "captured_at": capture.captured_at.to_string(),
                "note": capture.note,
                "correction": correction,
                "snapshot": self.row.snapshot,
            })
        });
        json!({
            "series_id": self.series_id,
            "observation_id": self.row.observation_id(),
            "key": self.key(),
            "printed": self.row.printed(),
            "row": self.row.json(),
            "vintages": self.vintages.iter().map(PublishedRow::json).collect::<Vec<_>>(),
            "capture": capture,
            "neighbourhood": neighbourhood.map(Neighbourhood::json),
        })
    }

    /// What `explain` takes to come back here.
    pub fn key(&self) -> String {
        self.row.key_text()
    }
}

impl CorrectionInfo {
    fn json(&self) -> Value {
        json!({
            "action": self.action,
            "expect": self.expect,
            "reason": self.reason,
            "reference": self.reference,
            "by": self.by,
            "date": self.date,
            "place": self.place,
        })
    }
}

impl Neighbourhood {
    /// Rows of cells, each with its text and what it is to the figure.
    pub fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            row.iter()
                .map(|cell| json!({"cell": cell.cell, "text": cell.text, "mark": cell.mark.name()}))
                .collect::<Vec<_>>()
        });
        rows.collect::<Vec<_>>().into()
    }
}

impl Mark {
    fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Heading => "heading",
            Self::Near => "near",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let id = "6f04a97534deaf7c4a8867a14e70ce5c";
        let series_id = id.to_owned();
        assert_eq!(
            id.parse::<Ask>().unwrap(),
            Ask::Key { series_id: series_id.clone(), time_period: None }
        );
        let india = Some("2013-04-01/P1Y".to_owned());
        assert_eq!(
            format!("{id}/2013-04-01/P1Y").parse::<Ask>().unwrap(),
            Ask::Key { series_id, time_period: india }
        );
        for wrong in ["6f04", &format!("{id}/"), "source = 'x'"] {
            assert!(wrong.parse::<Ask>().is_err(), "{wrong}");
        }
    }
}
