//! `sql`: one question to the published table.

use portbook_store::places::Places;

use super::{table, view};
use crate::arguments::{Format, Shared, Sql};
use crate::output;

pub(crate) async fn sql(shared: &Shared, places: &Places, arguments: &Sql) -> anyhow::Result<u8> {
    let view = view(arguments.as_of.as_deref(), arguments.known_at.as_deref())?;
    let rows = table(shared, places).await?.sql(&arguments.query, view).await?;
    match (shared.json, arguments.format) {
        (true, _) | (_, Format::Json) => output::json(&rows.json()?),
        (_, Format::Csv) => output::verbatim(&rows.csv()?),
        (_, Format::Table) => output::verbatim(&rows.text(output::width())?),
    }
    Ok(0)
}
