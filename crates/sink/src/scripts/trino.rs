//! Trino: nothing is copied. A table of the commit's own stands on its folder of `views/`, and one
//! view is moved from the last commit's table to it.

use super::Job;
use crate::columns::{self, Column, Kind};
use crate::words::{commit_columns, commit_row, file_columns, lines, views, wrong};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "varchar",
        Kind::Date => "date",
        // The catalog knows no zones: what stands in the files is UTC.
        Kind::Instant => "timestamp(6)",
        Kind::Decimal => "decimal(38, 9)",
        Kind::Int8 => "tinyint",
        Kind::Int16 => "smallint",
        Kind::Int32 => "integer",
        Kind::Int64 => "bigint",
    }
}

fn plain(column: &Column) -> String {
    format!("{} {}", column.name, spelled(column.kind))
}

pub(super) fn schema() -> String {
    "-- Through the Hive catalog that reads the files: `trino --catalog hive`.
-- As of t: released_at <= t and (superseded_at is null or superseded_at > t)

create schema if not exists portbook;
"
    .to_owned()
}

pub(super) fn load(job: &Job) -> String {
    let number = job.commit.number;
    let table = format!("portbook.observation_{number:06}");
    let mut held = file_columns();
    held.extend(columns::columns().into_iter().filter(|c| FOLDER.contains(&c.name)));
    held.sort_by_key(|column| FOLDER.iter().position(|name| *name == column.name));
    let shown = columns::columns().into_iter().map(|column| match column.kind {
        Kind::Instant => format!("with_timezone({0}, 'UTC') as {0}", column.name),
        _ if column == columns::COMMIT => format!("bigint '{number}' as _commit"),
        _ => column.name.to_owned(),
    });
    format!(
        "-- Through the Hive catalog that reads the files: `trino --catalog hive`. It needs the folder
-- views/{number:06}, and nothing else of `output`. `_commit` is the commit shown, not the one that
-- last changed a partition. A table of a commit before holds no files: drop it when you like.

set session hive.timestamp_precision = 'MICROSECONDS';
create table if not exists {table} (
{columns}
)
with (format = 'PARQUET', external_location = '{location}/views/{number:06}/observation', partitioned_by = array['source', 'freq', 'year']);
call system.sync_partition_metadata('portbook', 'observation_{number:06}', 'FULL');
select if((
{wrong}
) = 0, true, fail('what is there is not what was published')) as comes_to_the_same;
create or replace view portbook.observation_all as
  select {shown}
  from {table};
create or replace view portbook._commits as
  select * from (values ({row})) as shown ({commits});
{views}",
        columns = lines(&held, plain),
        location = job.location,
        wrong = wrong(&job.load, &table, "decimal(38, 9)"),
        shown = shown.collect::<Vec<_>>().join(", "),
        commits = commit_columns('"'),
        row = commit_row(&job.commit),
        views = views("portbook"),
    )
}

/// Folder keys in the order of the folders.
const FOLDER: [&str; 3] = ["source", "freq", "year"];
