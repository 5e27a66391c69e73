//! Databricks: one Delta commit, `insert … replace where`. The row of `_commits` follows it, since
//! a Delta commit is of one table; a load that died between the two is run again and comes to the
//! same. The Delta commit itself says which commit it is.

use super::Job;
use crate::columns::{self, Column, Kind};
use crate::words::{
    Load, as_of, commit_columns, commit_lines, commit_row, condition, file_columns, folder, lines,
    names, said, views, wrong,
};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "string",
        Kind::Date => "date",
        Kind::Instant => "timestamp",
        Kind::Decimal => "decimal(38, 9)",
        Kind::Int8 => "tinyint",
        Kind::Int16 => "smallint",
        Kind::Int32 => "int",
        Kind::Int64 => "bigint",
    }
}

fn plain(column: &Column) -> String {
    format!("{} {}", column.name, spelled(column.kind))
}

fn column(column: &Column) -> String {
    let null = if column.nullable { "" } else { " not null" };
    let meaning = said(column.meaning, "\\'");
    format!("{}{null} comment {meaning}", plain(column))
}

pub(super) fn schema() -> String {
    let all = columns::columns();
    format!(
        "create schema if not exists portbook;
create table if not exists portbook.observation_all (
{columns}
)
using delta
partitioned by (source, freq, year);
create table if not exists portbook._commits (
{commits}
)
using delta;
{views}create or replace function portbook.observation_as_of(t timestamp)
returns table (
{returned}
)
return select * from portbook.observation_all where {as_of};
",
        columns = lines(&all, column),
        commits = commit_lines('`', spelled),
        views = views("portbook"),
        returned = lines(&all, plain),
        as_of = as_of("observation_as_of.t"),
    )
}

pub(super) fn load(job: &Job) -> String {
    let number = job.commit.number;
    let stage = format!("portbook._stage_{number:06}");
    let held = job.since.map_or("null".to_owned(), |since| since.to_string());
    let keys = job.load.iter().map(Load::key).chain(&job.out);
    let files: String = job.load.iter().map(|load| from_files(job, &stage, load)).collect();
    format!(
        "-- Run it so that the first error ends it.

select assert_true((select max(`commit`) from portbook._commits) <=> {held}, {refused});
create or replace table {stage} (
{columns}
)
using delta;
{files}select assert_true((
{wrong}
) = 0, 'what was loaded is not what was published');
set spark.databricks.delta.commitInfo.userMetadata = 'portbook commit {number}';
insert into portbook.observation_all replace where {keys}
  select {all} from {stage};
insert into portbook._commits ({commits}) values ({row});
drop table {stage};
",
        refused = said(&job.refused(), "\\'"),
        columns = lines(&columns::columns(), plain),
        wrong = wrong(&job.load, &stage, "decimal(38, 9)"),
        keys = condition(keys),
        all = in_order(),
        commits = commit_columns('`'),
        row = commit_row(&job.commit),
    )
}

/// Columns in the order of the table.
fn in_order() -> String {
    columns::columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ")
}

fn from_files(job: &Job, stage: &str, load: &Load) -> String {
    let held = file_columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let folder = folder(load, |year| format!("cast({year} as smallint)"));
    let files =
        job.files(load).map(|file| format!("  select {held}, {folder} from parquet.`{file}`"));
    let files = files.collect::<Vec<_>>().join(" union all\n");
    format!("insert into {stage} ({})\n{files};\n", names(str::to_owned))
}
