//! One transaction: what is there goes, what comes is compared, and the commit's own row.

use std::path::Path;

use super::views;
use crate::columns::{self, Column, Kind};
use crate::commit::{Key, Output};
use crate::error::Result;
use crate::plan::Plan;
use crate::words::{
    Load, commit_columns, commit_lines, commit_row, condition, file_columns, folder, label, lines,
    names, said, wrong,
};

/// What a sink that is started over held.
const EMPTIED: &str = "drop table if exists portbook.observation_all;
drop table if exists portbook._commits;
";

const DECIMAL: &str = "decimal(38, 9)";

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Code => "varchar",
        Kind::Date => "date",
        Kind::Instant => "timestamptz",
        Kind::Decimal => DECIMAL,
        Kind::Int8 => "tinyint",
        Kind::Int16 => "smallint",
        Kind::Int32 => "integer",
        Kind::Int64 => "bigint",
    }
}

fn column(column: &Column) -> String {
    let null = if column.nullable { "" } else { " not null" };
    format!("{} {}{null}", column.name, spelled(column.kind))
}

pub(super) fn script(output: &Output, plan: &Plan) -> Result<String> {
    let folder = fs_err::canonicalize(output.folder())?;
    let loads = Load::of(output, &plan.changed)?;
    let inserts: String = loads.iter().map(|load| insert(&folder, load)).collect();
    Ok(format!(
        "set timezone = 'UTC';
begin transaction;
create schema if not exists portbook;
{emptied}create table if not exists portbook.observation_all (
{columns}
);
create table if not exists portbook._commits (
{commit_lines},
  primary key (\"commit\")
);
delete from portbook.observation_all where {out};
{inserts}{taken}insert into portbook._commits ({commits}) values ({row});
{views}{comments}commit;
",
        emptied = if plan.from.is_none() { EMPTIED } else { "" },
        columns = lines(&columns::columns(), column),
        commit_lines = commit_lines('"', spelled),
        out = condition(plan.changed.out()),
        taken = compared(&loads),
        commits = commit_columns('"'),
        row = commit_row(&plan.to),
        views = views::over_all("portbook"),
        comments = comments(plan),
    ))
}

const OTHERWISE: &str = "what was loaded is not what was published";

/// Ends the transaction where partitions do not come to what was published.
fn compared(loads: &[Load]) -> String {
    if loads.is_empty() {
        return String::new();
    }
    let keys: Vec<&Key> = loads.iter().map(Load::key).collect();
    let rows = format!("(select * from portbook.observation_all where {})", condition(keys));
    let wrong = wrong(loads, &rows, DECIMAL);
    format!("select case when (\n{wrong}\n) = 0 then 0 else error('{OTHERWISE}') end;\n")
}

fn insert(output: &Path, load: &Load) -> String {
    let held = file_columns().iter().map(|column| column.name).collect::<Vec<_>>().join(", ");
    let files = load.since.partition.files.iter();
    let files = files.map(|file| said(&output.join(&file.path).to_string_lossy(), "''"));
    format!(
        "insert into portbook.observation_all ({names})\n  select {held}, {folder} from read_parquet([{files}], hive_partitioning = false);\n",
        names = names(str::to_owned),
        folder = folder(load, |year| year.to_string()),
        files = files.collect::<Vec<_>>().join(", "),
    )
}

/// What columns mean, and in the engine's own notes which commit this is.
fn comments(plan: &Plan) -> String {
    let table = "portbook.observation_all";
    let columns = columns::columns().into_iter().map(|column| {
        let meaning = said(column.meaning, "''");
        format!("comment on column {table}.{} is {meaning};\n", column.name)
    });
    let columns: String = columns.filter(|_| plan.from.is_none()).collect();
    format!("{columns}comment on table {table} is {};\n", said(&label(&plan.to), "''"))
}
