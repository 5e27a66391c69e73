//! The triangle of a series: its periods down, its releases across, in each field what that release
//! printed anew.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::as_of::AsOf;
use crate::error::Error;
use crate::explain::Ask;
use crate::published_row::{self, PublishedRow, quoted};
use crate::revisions::Question;
use crate::table::Table;

/// One series by period and release.
#[derive(Debug)]
pub struct Triangle {
    pub series_id: String,
    /// Releases that printed something of the series anew, in order of publication.
    pub releases: Vec<(String, Timestamp)>,
    /// Periods in order; of each its rows, first print first.
    pub periods: Vec<Vec<PublishedRow>>,
}

impl Table {
    /// The triangle of the series that a key names; a key with a period asks for that period alone.
    ///
    /// # Errors
    /// `NothingFound` if the source has no such series.
    pub async fn triangle(&self, question: &Question, key: &str) -> Result<Triangle, Error> {
        let ask: Ask = key.parse()?;
        let Ask::Key { series_id, time_period } = ask else {
            return Err(Error::Key { got: key.to_owned() });
        };
        let session = self.session(AsOf::Everything).await?;
        let (source, _) = session.datasets(question).await?;
        let (columns, order) = (published_row::columns(), published_row::order());
        let period = time_period
            .map(|period| format!("and time_period = {}", quoted(&period)))
            .unwrap_or_default();
        let text = format!(
            "select {columns} from observation where source = {} and series_id = {} {period} \
            order by {order}",
            quoted(&source),
            quoted(&series_id),
        );
        let rows = PublishedRow::all(&session.sql(&text).await?)?;
        if rows.is_empty() {
            let what = format!("series `{key}` in source `{source}`");
            return Err(Error::NothingFound { what });
        }
        let releases: BTreeSet<(Timestamp, String)> =
            rows.iter().map(|row| (row.released_at, row.release.clone())).collect();
        let periods = rows.chunk_by(PublishedRow::same_observation).map(<[_]>::to_vec).collect();
        let releases = releases.into_iter().map(|(at, release)| (release, at)).collect();
        Ok(Triangle { series_id, releases, periods })
    }
}
