//! The schema `portbook` of a database: one table, its commits, and the views that people ask.
//! docs/decisions/011-postgres-indexes.md says why these indexes.

use std::fmt::Write as _;

use tokio_postgres::Transaction;

use super::while_;
use crate::columns::{Column, Kind, columns};
use crate::error::Result;

/// Never waits longer than this for what others have locked.
const LOCK_TIMEOUT: &str = "60s";

const COMMITS: &str = "
create table portbook._commits (
    commit bigint primary key,
    digest text not null,
    parent bigint,
    schema integer not null,
    program text not null,
    partitions integer not null,
    rows bigint not null,
    label text not null,
    loaded_at timestamptz not null default now()
);
comment on table portbook._commits is 'The commits this schema has held; the latest is the one it holds';
comment on column portbook._commits.digest is 'SHA-256 of the record of the commit: commits/<commit>.json';
comment on column portbook._commits.parent is 'The commit before, not necessarily loaded here';
comment on column portbook._commits.schema is 'Version of the published schema';
comment on column portbook._commits.program is 'What made the commit';
comment on column portbook._commits.partitions is 'Partitions of the commit';
comment on column portbook._commits.rows is 'Rows of observation_all at that commit';
comment on column portbook._commits.label is 'The commit in one word: also the comment of observation_all';
comment on column portbook._commits.loaded_at is 'When it was loaded, by the clock of this server';
";

const VIEWS: &str = "
create view portbook.observation as select * from portbook.observation_all where superseded_at is null;
comment on view portbook.observation is 'What stands now: rows that nothing has superseded';
create view portbook.latest as select * from portbook.observation;
comment on view portbook.latest is 'The same as observation, by the name that portbook sql has for it';
create view portbook.first_print as select * from portbook.observation_all where revision = 0;
comment on view portbook.first_print is 'Every figure as it was printed first';
";

/// Most keys of a first load are sorted in memory then.
const SORT: &str = "set local maintenance_work_mem = '256MB';";

const INDEXES: &str = "
create index observation_all_place on portbook.observation_all
    using brin (source, year, period_start) with (pages_per_range = 32, autosummarize = on);
create index observation_all_commodity on portbook.observation_all (commodity, counterpart_area);
";

/// Of the columns that most conditions are of; until the server gathers those of all, its plans would be
/// guesses, that of our own check among them.
const STATISTICS: &str = "
analyze portbook.observation_all (source, dataset, freq, year, ref_area, counterpart_area, trade_flow,
    commodity, measure, currency, period_start, released_at, superseded_at);
";

/// Sets up the transaction, and makes the table where there is none; whether it is new.
pub(super) async fn prepare(transaction: &Transaction<'_>, commit: u64) -> Result<bool> {
    let failed = while_("preparing the table");
    let set = format!(
        "set local lock_timeout = '{LOCK_TIMEOUT}'; set local application_name = 'portbook sink, commit {commit}'"
    );
    transaction.batch_execute(&set).await.map_err(&failed)?;
    let there = "select to_regclass('portbook.observation_all') is not null";
    let there: bool = transaction.query_one(there, &[]).await.map_err(&failed)?.get(0);
    if !there {
        transaction.batch_execute(&create()).await.map_err(&failed)?;
    }
    Ok(!there)
}

/// Indexes, statistics and views, once rows are there: faster than row by row.
pub(super) async fn finish(transaction: &Transaction<'_>) -> Result<()> {
    let failed = while_("making indexes, statistics and views");
    let there = "select to_regclass('portbook.observation') is not null";
    let there: bool = transaction.query_one(there, &[]).await.map_err(&failed)?.get(0);
    if there {
        return Ok(());
    }
    let text = format!("{SORT}{INDEXES}{STATISTICS}{VIEWS}{}", as_of());
    transaction.batch_execute(&text).await.map_err(&failed)
}

/// Takes rows in the order of the columns. Rows of a table that nobody else has seen are marked as seen
/// by all at once, not page by page when they are read first.
pub(super) fn copy(is_new: bool) -> String {
    let names: Vec<String> = columns().iter().map(quoted).collect();
    let freeze = if is_new { ", freeze" } else { "" };
    let names = names.join(", ");
    format!("copy portbook.observation_all ({names}) from stdin (format binary{freeze})")
}

fn create() -> String {
    let mut text =
        "create schema if not exists portbook;\ncreate table portbook.observation_all (".to_owned();
    let columns = columns();
    for (place, column) in columns.iter().enumerate() {
        let comma = if place == 0 { "" } else { "," };
        let not_null = if column.nullable { "" } else { " not null" };
        let _ =
            write!(text, "{comma}\n    {} {}{not_null}", quoted(column), data_type(column.kind));
    }
    text.push_str("\n);\n");
    for column in &columns {
        let _ = writeln!(
            text,
            "comment on column portbook.observation_all.{} is '{}';",
            quoted(column),
            column.meaning.replace('\'', "''")
        );
    }
    text.push_str(COMMITS);
    text
}

/// A function that the planner looks into: a condition on its rows becomes one on the table.
fn as_of() -> String {
    let columns: Vec<String> = columns()
        .iter()
        .map(|column| match column.name {
            "superseded_at" => {
                "case when superseded_at > $1 then null else superseded_at end".to_owned()
            }
            _ => quoted(column),
        })
        .collect();
    format!(
        "
create function portbook.observation_as_of(instant timestamptz) returns setof portbook.observation_all
language sql stable parallel safe rows 1000000 as $$
    select {} from portbook.observation_all
    where released_at <= $1 and (superseded_at is null or superseded_at > $1)
$$;
comment on function portbook.observation_as_of is
    'What stood at an instant: rows released by then, and not superseded by then';
",
        columns.join(", ")
    )
}

fn quoted(column: &Column) -> String {
    format!("\"{}\"", column.name)
}

fn data_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "text",
        Kind::Date => "date",
        Kind::Instant => "timestamptz",
        Kind::Decimal => "numeric(38, 9)",
        Kind::Int8 | Kind::Int16 => "smallint",
        Kind::Int32 => "integer",
        Kind::Int64 => "bigint",
    }
}
