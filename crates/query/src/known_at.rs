//! The published rows as we held them at an instant (contract 8): what was first seen later is
//! absent, and the rows that are left follow one another as if it had never come.
//!
//! A row whose predecessor was not yet held may say what the one before that says: then it was no
//! row. One that tells of a vanished figure we did not hold was none either.

use datafusion::common::ScalarValue;
use datafusion::error::DataFusionError;
use datafusion::logical_expr::{ident, lit};
use datafusion::prelude::{DataFrame, SessionContext};
use portbook_model::concept::Concept;
use portbook_schema::observation;

/// Names of the rows while they are worked on; nobody else sees it.
const HELD: &str = "rows seen until then";

/// The rows first seen until an instant, linked anew.
pub(crate) async fn held(
    context: &SessionContext,
    rows: DataFrame,
    instant: ScalarValue,
) -> Result<DataFrame, DataFusionError> {
    let seen = rows.filter(ident("first_seen_at").lt_eq(lit(instant)))?;
    context.register_table(HELD, seen.into_view())?;
    let held = context.sql(&text()).await;
    context.deregister_table(HELD)?;
    held
}

fn text() -> String {
    let series = Concept::ALL.iter().map(|concept| concept.name());
    let observation: Vec<&str> = series.clone().chain(["period_start", "period_end"]).collect();
    let published = observation::columns().into_iter().map(|column| match column.name {
        "superseded_at" => "lead(released_at) over vintages as superseded_at".to_owned(),
        "revision" => "cast(row_number() over vintages - 1 as int) as revision".to_owned(),
        "revision_reason" => "case when revision_reason = 'correction' then revision_reason
            when row_number() over vintages = 1 then null
            when revision_reason = 'vanished' then revision_reason
            when base_period is distinct from lag(base_period) over vintages then 'rebase'
            else 'source' end as revision_reason"
            .to_owned(),
        name => name.to_owned(),
    });
    let columns: Vec<String> = series.map(str::to_owned).chain(published).collect();
    let window = format!("partition by {} order by released_at", observation.join(", "));
    format!(
        "with prints as (
            select *, row_number() over vintages as place,
                lag(obs_value) over vintages as value_before,
                lag(obs_status) over vintages as status_before,
                lag(base_period) over vintages as base_before
            from \"{HELD}\" window vintages as ({window})
        )
        select {}, year from prints
        where case when place = 1 then revision_reason is distinct from 'vanished'
            else (obs_value is distinct from value_before)
                or (obs_status is distinct from status_before)
                or (base_period is distinct from base_before) end
        window vintages as ({window})",
        columns.join(", ")
    )
}
