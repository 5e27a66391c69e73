//! The SQL of `ClickHouse`.

use crate::columns::{self, Column, Kind};
use crate::commit::Key;
use crate::words::{as_of, commit_lines, file_columns, lines, names, said, text};

fn spelled(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "String",
        Kind::Code => "LowCardinality(String)",
        Kind::Date => "Date32",
        Kind::Instant => "DateTime64(6, 'UTC')",
        Kind::Decimal => "Decimal(38, 9)",
        Kind::Int8 => "Int8",
        Kind::Int16 => "Int16",
        Kind::Int32 => "Int32",
        Kind::Int64 => "Int64",
    }
}

fn plain(column: &Column) -> String {
    let spelled = match (column.kind, column.nullable) {
        (Kind::Code, true) => "LowCardinality(Nullable(String))".to_owned(),
        (kind, true) => format!("Nullable({})", spelled(kind)),
        (kind, false) => spelled(kind).to_owned(),
    };
    format!("{} {spelled}", column.name)
}

/// A text between quotes, in which a backslash stands for itself.
pub(super) fn quoted(words: &str) -> String {
    said(&words.replace('\\', "\\\\"), "\\'")
}

/// A table of one commit.
pub(super) fn made_table(table: &str) -> String {
    let columns = lines(&columns::columns(), |column| {
        format!("{} COMMENT {}", plain(column), quoted(column.meaning))
    });
    format!(
        "CREATE TABLE {table} (\n{columns}\n)
ENGINE = MergeTree PARTITION BY (source, freq, year)
ORDER BY (source, dataset, trade_flow, ref_area, counterpart_area, commodity, measure, period_start, released_at)"
    )
}

/// Commits as they were loaded, each with its attempt; what was not shown in the end is in it too.
pub(super) fn made_log(log: &str) -> String {
    // Of these `parent` alone may be missing.
    let of = |kind| if kind == Kind::Int64 { "Nullable(UInt64)" } else { "String" };
    let columns = commit_lines('`', of).replace(" not null", "");
    format!(
        "CREATE TABLE IF NOT EXISTS {log} (\n{columns},\n  `attempt` UInt64,\n  `loaded_at` DateTime DEFAULT now()\n) ENGINE = MergeTree ORDER BY tuple()"
    )
}

/// Takes a file of Parquet, and adds what its folder says.
pub(super) fn inserted(table: &str, key: &Key, commit: u64) -> String {
    let held = file_columns();
    let structure: Vec<String> = held.iter().map(plain).collect();
    let held: Vec<&str> = held.iter().map(|column| column.name).collect();
    let Key { source, freq, year } = key;
    format!(
        "INSERT INTO {table} ({}) SELECT {}, {}, {}, {year}, {commit} FROM input({}) FORMAT Parquet",
        names(str::to_owned),
        held.join(", "),
        text(source),
        text(freq),
        quoted(&structure.join(", "))
    )
}

/// Views that stand on `observation_all`, whichever table that reads.
pub(super) fn views(database: &str) -> [(&'static str, String); 5] {
    let all = format!("SELECT * FROM {database}.observation_all");
    // The comment of the view that is shown says which attempts count, so that it moves with it.
    let shown = |field: &str| {
        format!(
            "(SELECT JSONExtractUInt(comment, '{field}') FROM system.tables
            WHERE database = {} AND name = 'observation_all')",
            text(database)
        )
    };
    let commits = format!(
        "SELECT * EXCEPT attempt FROM {database}._commit_log
        WHERE attempt BETWEEN {} AND {} ORDER BY commit",
        shown("begun"),
        shown("attempt")
    );
    [
        ("observation", format!("{all} WHERE superseded_at IS NULL")),
        ("latest", format!("{all} WHERE superseded_at IS NULL")),
        ("first_print", format!("{all} WHERE revision = 0")),
        ("observation_as_of", format!("{all} WHERE {}", as_of("{t:DateTime64(6, 'UTC')}"))),
        ("_commits", commits),
    ]
}
