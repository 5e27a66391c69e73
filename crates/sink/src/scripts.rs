//! Scripts that bring a warehouse from one commit to another: for warehouses that this program does
//! not speak to, and that were never run for it. Each says in its head how far it was checked.
//!
//! ```text
//! bigquery.rs, databricks.rs, redshift.rs, snowflake.rs, trino.rs      one dialect each
//! ../words.rs                 what is spelled the same everywhere
//! ```

mod bigquery;
mod databricks;
mod redshift;
mod snowflake;
mod trino;

#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::commit::{Commit, Key, Output};
use crate::error::{Error, Result};
use crate::words::Load;

/// A warehouse, as its scripts are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    BigQuery,
    Databricks,
    Redshift,
    Snowflake,
    Trino,
}

/// One file to run there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    pub name: String,
    pub text: String,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub dialect: Dialect,
    /// Where the warehouse finds what lies below `output`: `s3://…`, `gs://…`, or a stage.
    pub location: String,
    pub commit: u64,
    /// The commit that the warehouse holds; `None` of an empty one.
    pub since: Option<u64>,
}

/// What a script does, in no dialect.
struct Job {
    location: String,
    commit: Commit,
    since: Option<u64>,
    load: Vec<Load>,
    /// Partitions of the warehouse that go, those that are replaced among them.
    out: Vec<Key>,
}

impl Dialect {
    pub const ALL: [Self; 5] =
        [Self::BigQuery, Self::Databricks, Self::Redshift, Self::Snowflake, Self::Trino];

    /// As it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::BigQuery => "bigquery",
            Self::Databricks => "databricks",
            Self::Redshift => "redshift",
            Self::Snowflake => "snowflake",
            Self::Trino => "trino",
        }
    }

    /// How far its scripts were checked: every one of them says so.
    fn checked(self) -> &'static str {
        match self {
            Self::BigQuery => {
                "parsed by sqlglot, but for CREATE and DROP EXTERNAL TABLE, which it does not know; never run on BigQuery"
            }
            Self::Databricks => "parsed by sqlglot; never run on Databricks",
            Self::Redshift => {
                "parsed by sqlglot, but for LOCK, which it does not know; never run on Redshift"
            }
            Self::Snowflake => {
                "parsed by sqlglot and, but for ALTER SESSION and the function, run by fakesnow, an emulator; never run on Snowflake"
            }
            Self::Trino => {
                "parsed by sqlglot, but for CALL, which it does not know; never run on Trino"
            }
        }
    }

    /// Its tables and views, to be made once.
    fn schema(self) -> String {
        match self {
            Self::BigQuery => bigquery::schema(),
            Self::Databricks => databricks::schema(),
            Self::Redshift => redshift::schema(),
            Self::Snowflake => snowflake::schema(),
            Self::Trino => trino::schema(),
        }
    }

    fn load(self, job: &Job) -> String {
        match self {
            Self::BigQuery => bigquery::load(job),
            Self::Databricks => databricks::load(job),
            Self::Redshift => redshift::load(job),
            Self::Snowflake => snowflake::load(job),
            Self::Trino => trino::load(job),
        }
    }

    /// Whether a script shows all of a commit anew, whatever was there.
    fn is_whole(self) -> bool {
        self == Self::Trino
    }
}

/// The two scripts of a commit: what is made once, and what is run for it.
///
/// # Errors
/// `Address` where it has marks that end a text; what [`Output::commit`] refuses.
pub fn scripts(output: &Output, wanted: &Wanted) -> Result<Vec<Script>> {
    let Wanted { dialect, location, commit, since } = wanted;
    let location = location.trim_end_matches('/').to_owned();
    if location.is_empty() || location.contains(['\'', '"', '`', '\\', '\n', ';']) {
        let what = format!("`{location}` as the place of the files");
        return Err(Error::Address { what, expected: "one like `s3://bucket/output`" });
    }
    let commit = output.commit(*commit)?;
    let since = since.filter(|_| !dialect.is_whole());
    let before = since.map(|since| output.commit(since)).transpose()?;
    let changed = output.changed(before.as_ref(), &commit)?;
    let out = changed.out().cloned().collect();
    let load = Load::of(output, &changed)?;
    let job = Job { location, commit, since, load, out };
    let schema = format!(
        "{}-- Run once, before the first load.\n\n{}",
        head(*dialect, "the table and its views"),
        dialect.schema()
    );
    let told = format!("{}, {}", job.told(), told_size(&job));
    let load = format!("{}{}", head(*dialect, &told), dialect.load(&job));
    Ok(vec![
        Script { name: "schema.sql".to_owned(), text: schema },
        Script { name: job.name(), text: load },
    ])
}

/// Writes scripts into a folder, in the place of those of their names.
///
/// # Errors
/// Where the folder cannot be written to.
pub fn write(folder: &Path, scripts: &[Script]) -> Result<Vec<PathBuf>> {
    let written = scripts.iter().map(|script| {
        let path = folder.join(&script.name);
        portbook_publish::single::write(&path, script.text.as_bytes())?;
        Ok(path)
    });
    written.collect()
}

fn head(dialect: Dialect, what: &str) -> String {
    let (name, checked) = (dialect.name(), dialect.checked());
    format!("-- Portbook for {name}: {what}.\n-- Checked how far: {checked}.\n")
}

fn told_size(job: &Job) -> String {
    let rows: u64 = job.load.iter().map(|load| load.measure.rows).sum();
    format!("{} partitions of {rows} rows to load, {} to take out", job.load.len(), job.out.len())
}

impl Job {
    /// `load-000041-000042.sql`, or `load-000042.sql` into an empty table.
    fn name(&self) -> String {
        let since = self.since.map(|since| format!("{since:06}-")).unwrap_or_default();
        format!("load-{since}{:06}.sql", self.commit.number)
    }

    fn told(&self) -> String {
        let since = self.since.map(|since| format!(" after commit {since}")).unwrap_or_default();
        format!("commit {}{since}", self.commit.number)
    }

    /// What stands in the way if the warehouse holds another commit than this goes on from.
    fn refused(&self) -> String {
        let held = self.since.map_or("no commit".to_owned(), |since| format!("commit {since}"));
        format!("this script goes on from {held}, and the table holds another")
    }

    /// Addresses of a partition's files.
    fn files<'a>(&'a self, load: &'a Load) -> impl Iterator<Item = String> + 'a {
        let files = &load.since.partition.files;
        files.iter().map(|file| format!("{}/{}", self.location, file.path))
    }
}
