//! `BigQuery`: one multi-statement transaction. A script stops at its first error, and what its
//! transaction did is undone.

use super::Job;
use crate::columns::{self, Column, Kind};
use crate::words::{
    Load, as_of, commit_columns, commit_lines, commit_row, condition, file_columns, lines, names,
    said, text, views, wrong,
};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "string",
        Kind::Date => "date",
        Kind::Instant => "timestamp",
        // NUMERIC is a decimal of 38 digits, nine after the point.
        Kind::Decimal => "numeric",
        Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => "int64",
    }
}

fn column(column: &Column) -> String {
    let null = if column.nullable { "" } else { " not null" };
    let meaning = said(column.meaning, "\\'");
    format!("{} {}{null} options (description = {meaning})", column.name, spelled(column.kind))
}

pub(super) fn schema() -> String {
    let columns = lines(&columns::columns(), column);
    format!(
        "create schema if not exists portbook;
create table if not exists portbook.observation_all (
{columns}
)
partition by range_bucket(year, generate_array(1900, 2100, 1))
cluster by source, freq, dataset;
create table if not exists portbook._commits (
{commits}
);
{views}create or replace table function portbook.observation_as_of(t timestamp) as
  select * from portbook.observation_all where {as_of};
",
        commits = commit_lines('`', spelled),
        views = views("portbook"),
        as_of = as_of("t"),
    )
}

pub(super) fn load(job: &Job) -> String {
    let number = job.commit.number;
    let table = format!("portbook._files_{number:06}");
    let held = job.since.map_or("null".to_owned(), |since| since.to_string());
    let refused = said(&job.refused(), "\\'");
    let out = condition(&job.out);
    let (names, row) = (names(str::to_owned), commit_row(&job.commit));
    let mut sql = format!(
        "-- Run it with the label portbook_commit:{number}, as `bq query --label`.

assert (select max(`commit`) from portbook._commits) is not distinct from {held} as {refused};
"
    );
    let (mut made, mut taken, mut dropped) = (String::new(), String::new(), String::new());
    if !job.load.is_empty() {
        let wrong = wrong(&job.load, &table, "numeric");
        made = files(job, &table);
        made += &format!(
            "assert (\n{wrong}\n) = 0 as 'what is to be loaded is not what was published';\n"
        );
        taken = format!(
            "insert into portbook.observation_all ({names})\n  select loaded.*, {} from {table} as loaded;\n",
            since(job)
        );
        dropped = format!("drop external table {table};\n");
    }
    sql += &format!(
        "{made}begin transaction;
delete from portbook.observation_all where {out};
{taken}insert into portbook._commits ({commits}) values ({row});
commit transaction;
{dropped}",
        commits = commit_columns('`'),
    );
    sql
}

/// An external table on the files, with what they hold and their folders say.
fn files(job: &Job, table: &str) -> String {
    let held = lines(&file_columns(), |c| format!("{} {}", c.name, spelled(c.kind)));
    let paths = job.load.iter().flat_map(|load| job.files(load));
    let paths: Vec<String> = paths.map(|path| format!("    {}", text(&path))).collect();
    format!(
        "create or replace external table {table} (
{held}
)
with partition columns (source string, freq string, year int64)
options (
  format = 'PARQUET',
  hive_partition_uri_prefix = '{location}/observation',
  uris = [
{uris}
  ]
);
",
        location = job.location,
        uris = paths.join(",\n"),
    )
}

/// The commit of each row: that of its partition.
fn since(job: &Job) -> String {
    let mut commits: Vec<u64> = job.load.iter().map(|load| load.since.commit).collect();
    commits.sort_unstable();
    commits.dedup();
    let newest = job.commit.number;
    let older = commits.iter().filter(|commit| **commit != newest).map(|commit| {
        let of = job.load.iter().filter(|load| load.since.commit == *commit);
        let keys = condition(of.map(Load::key));
        format!("when {keys} then {commit} ")
    });
    let older: String = older.collect();
    if older.is_empty() { newest.to_string() } else { format!("case {older}else {newest} end") }
}
