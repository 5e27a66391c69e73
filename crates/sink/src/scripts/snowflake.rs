//! Snowflake: files into a side table, then one transaction. Statements that make tables end a
//! transaction there, so none stands in it.

use super::Job;
use crate::columns::{self, Column, Kind};
use crate::words::{
    Load, as_of, commit_columns, commit_lines, commit_row, condition, file_columns, folder, lines,
    names, said, text, views, wrong,
};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "varchar",
        Kind::Date => "date",
        Kind::Instant => "timestamp_tz(6)",
        Kind::Decimal => "number(38, 9)",
        Kind::Int8 | Kind::Int16 => "smallint",
        Kind::Int32 => "integer",
        Kind::Int64 => "bigint",
    }
}

fn plain(column: &Column) -> String {
    format!("{} {}", column.name, spelled(column.kind))
}

fn column(column: &Column) -> String {
    let null = if column.nullable { "" } else { " not null" };
    format!("{}{null} comment {}", plain(column), said(column.meaning, "''"))
}

pub(super) fn schema() -> String {
    let all = columns::columns();
    format!(
        "create schema if not exists portbook;
create table if not exists portbook.observation_all (
{columns}
)
cluster by (source, freq, year);
create table if not exists portbook._commits (
{commits}
);
{views}create or replace function portbook.observation_as_of(t timestamp_tz)
returns table (
{returned}
)
as
$$
  select {names} from portbook.observation_all where {as_of}
$$;
",
        columns = lines(&all, column),
        commits = commit_lines('"', spelled).to_uppercase(),
        views = views("portbook"),
        returned = lines(&all, plain),
        names = all.iter().map(|column| column.name).collect::<Vec<_>>().join(", "),
        as_of = as_of("t"),
    )
}

pub(super) fn load(job: &Job) -> String {
    let number = job.commit.number;
    let stage = format!("portbook._stage_{number:06}");
    let held = job.since.unwrap_or(0);
    let files: String = job.load.iter().map(|load| from_files(job, &stage, load)).collect();
    let names = names(str::to_owned);
    format!(
        "-- Run it so that the first error ends it: `snowsql -o exit_on_error=true`.
-- A division by zero means: {refused};
-- the second one, that what was loaded is not what was published.

alter session set timezone = 'UTC';
alter session set query_tag = 'portbook commit {number}';
select 1 / case when coalesce(max(\"COMMIT\"), 0) = {held} then 1 else 0 end as goes_on from portbook._commits;
create or replace transient table {stage} (
{columns}
);
{files}select 1 / case when (
{wrong}
) = 0 then 1 else 0 end as comes_to_the_same;
begin transaction;
delete from portbook.observation_all where {out};
insert into portbook.observation_all ({names})
  select {names} from {stage};
insert into portbook._commits ({commits}) values ({row});
commit;
drop table {stage};
",
        refused = job.refused(),
        columns = lines(&columns::columns(), plain),
        wrong = wrong(&job.load, &stage, "number(38, 9)"),
        out = condition(&job.out),
        commits = commit_columns('"').to_uppercase(),
        row = commit_row(&job.commit),
    )
}

/// COPY names at most a thousand files at a time.
fn from_files(job: &Job, stage: &str, load: &Load) -> String {
    let held = file_columns().into_iter();
    let held: Vec<String> =
        held.map(|column| format!("$1:{}::{}", column.name, spelled(column.kind))).collect();
    let (held, names) = (held.join(", "), names(str::to_owned));
    let folder = folder(load, |year| year.to_string());
    let files: Vec<String> =
        load.since.partition.files.iter().map(|file| text(&file.path)).collect();
    let copies = files.chunks(1000).map(|files| {
        format!(
            "copy into {stage} ({names})
  from (select {held}, {folder} from {location})
  files = ({files})
  file_format = (type = parquet use_logical_type = true) force = true;
",
            location = job.location,
            files = files.join(", "),
        )
    });
    copies.collect()
}
