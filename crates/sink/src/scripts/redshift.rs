//! Redshift: all of a load in one transaction, COPY too. An error ends the transaction, whatever
//! the client does next.

use super::Job;
use crate::columns::{self, Column, Kind};
use crate::words::{
    Load, commit_columns, commit_lines, commit_row, condition, file_columns, folder, lines, names,
    text, views, wrong,
};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "varchar(65535)",
        Kind::Code => "varchar(256)",
        Kind::Date => "date",
        Kind::Instant => "timestamptz",
        Kind::Decimal => "numeric(38, 9)",
        Kind::Int8 | Kind::Int16 => "smallint",
        Kind::Int32 => "integer",
        Kind::Int64 => "bigint",
    }
}

/// `snapshot` is a word of Redshift's own.
fn quoted(name: &str) -> String {
    if name == "snapshot" { format!("\"{name}\"") } else { name.to_owned() }
}

fn column(column: &Column) -> String {
    let null = if column.nullable { "" } else { " not null" };
    format!("{} {}{null}", quoted(column.name), spelled(column.kind))
}

/// As COPY takes them from Parquet: instants without their zone, which is UTC.
fn copied(column: &Column) -> String {
    let spelled = if column.kind == Kind::Instant { "timestamp" } else { spelled(column.kind) };
    format!("{} {spelled}", quoted(column.name))
}

pub(super) fn schema() -> String {
    let all = columns::columns();
    let comments = all.iter().map(|column| {
        let meaning = column.meaning.replace('\'', "''");
        format!(
            "comment on column portbook.observation_all.{} is '{meaning}';\n",
            quoted(column.name)
        )
    });
    format!(
        "create schema if not exists portbook;
create table if not exists portbook.observation_all (
{columns}
)
diststyle even
compound sortkey (source, freq, year, dataset);
{comments}create table if not exists portbook._commits (
{commits}
);
{views}-- Redshift has no functions that give tables. As of t: released_at <= t and (superseded_at is null or superseded_at > t)
",
        columns = lines(&all, column),
        comments = comments.collect::<String>(),
        commits = commit_lines('"', spelled),
        views = views("portbook"),
    )
}

pub(super) fn load(job: &Job) -> String {
    let held = job.since.unwrap_or(0);
    let files: String = job.load.iter().map(|load| from_files(job, load)).collect();
    let commits = commit_columns('"');
    let names = names(quoted);
    format!(
        "-- For iam_role, name the role that may read the files if it is not the cluster's default one.
-- A division by zero means: {refused};
-- the second one, that what was loaded is not what was published.

begin;
lock table portbook._commits;
select 1 / case when coalesce(max(\"commit\"), 0) = {held} then 1 else 0 end as goes_on from portbook._commits;
create temporary table copied (
{copied}
);
create temporary table loaded (like portbook.observation_all);
{files}select 1 / case when (
{wrong}
) = 0 then 1 else 0 end as comes_to_the_same;
delete from portbook.observation_all where {out};
insert into portbook.observation_all ({names})
  select {names} from loaded;
insert into portbook._commits ({commits}) values ({row});
drop table copied;
drop table loaded;
commit;
",
        refused = job.refused(),
        copied = lines(&file_columns(), copied),
        wrong = wrong(&job.load, "loaded", "numeric(38, 9)"),
        out = condition(&job.out),
        row = commit_row(&job.commit),
    )
}

fn from_files(job: &Job, load: &Load) -> String {
    let held = file_columns().into_iter().map(|column| match column.kind {
        Kind::Instant => format!("{} at time zone 'UTC'", column.name),
        _ => quoted(column.name),
    });
    let held: Vec<String> = held.collect();
    let copies = job.files(load).map(|file| {
        format!("copy copied from {} iam_role default format as parquet;\n", text(&file))
    });
    format!(
        "{copies}insert into loaded ({names})\n  select {held}, {folder} from copied;\ndelete from copied;\n",
        copies = copies.collect::<String>(),
        names = names(quoted),
        held = held.join(", "),
        folder = folder(load, |year| year.to_string()),
    )
}
