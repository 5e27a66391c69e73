//! Which release a table belongs to, and when it was published (contract 8).

use jiff::Timestamp;
use jiff::civil::Date;
use portbook_model::digest::Digest;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::status::ReleasedBasis;
use portbook_schema::raw::RawRecords;
use portbook_source::load::Source;
use portbook_source::timetext;
use portbook_source::timing::PeriodFrom;
use serde::{Deserialize, Serialize};

/// How a table came to us.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Occasion {
    /// Address or path of the snapshot.
    pub file: String,
    pub snapshot: Digest,
    /// Length of the snapshot.
    pub bytes: u64,
    pub captured_at: Timestamp,
    /// Text of the index page that names the period.
    pub listed_period: Option<String>,
    /// Date the index page gave.
    pub listed_date: Option<Date>,
    /// Names the release of a file that came without its index page (a local file).
    pub period_fallback: Option<String>,
}

/// Why a table belongs to no release.
#[derive(Debug, PartialEq, Eq)]
pub struct Nameless {
    pub expected: String,
    pub seen: String,
}

/// Names the release of a table.
pub fn release(
    raw: &RawRecords,
    source: &Source,
    occasion: &Occasion,
) -> Result<Release, Nameless> {
    let language = source.vocabulary.language;
    let printed_date = raw
        .text
        .get("{released_at}")
        .and_then(|said| timetext::date(&said.value, language, source.vocabulary.date_order));
    let printed_period = raw.text.get("{period}").map(|said| said.value.as_str());
    let read = |text: Option<&str>| -> Option<String> {
        let (kind, period) = timetext::period(text?, language)?;
        Some(period.time_period(kind))
    };
    let period = match source.timing.period {
        PeriodFrom::Title => {
            read(printed_period).or_else(|| read(occasion.listed_period.as_deref()))
        }
        PeriodFrom::Listing => read(occasion.listed_period.as_deref()),
        PeriodFrom::Date => None,
    };
    let period = period.or_else(|| occasion.period_fallback.clone());
    let dated = |date: Date, basis: ReleasedBasis| {
        let local = date.to_datetime(source.timing.time);
        Some((source.timing.time_zone.to_timestamp(local).ok()?, basis))
    };
    let announced = period.as_ref().and_then(|period| source.timing.announced.get(period));
    let (released_at, released_basis) = printed_date
        .and_then(|date| dated(date, ReleasedBasis::PrintedDate))
        .or_else(|| occasion.listed_date.and_then(|date| dated(date, ReleasedBasis::Listed)))
        .or_else(|| announced.and_then(|date| dated(*date, ReleasedBasis::Announced)))
        .unwrap_or((occasion.captured_at, ReleasedBasis::Captured));
    let period = match (source.timing.period, period) {
        (PeriodFrom::Date, _) => released_at.strftime("%Y-%m-%d").to_string(),
        (_, Some(period)) => period,
        (from, None) => {
            let place =
                if from == PeriodFrom::Title { "the table's text" } else { "the index page" };
            let seen = printed_period.or(occasion.listed_period.as_deref()).unwrap_or("none");
            let expected = format!("a `{{period}}` in {place}, which names the release");
            return Err(Nameless { expected, seen: seen.to_owned() });
        }
    };
    Ok(Release { id: ReleaseId::new(&source.column(), &period), released_at, released_basis })
}
