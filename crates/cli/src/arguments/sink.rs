//! What `portbook sink` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::examples;

/// Dialects whose warehouses have to be told where the files lie.
const PLACED: [(&str, &str); 5] = [
    ("dialect", "bigquery"),
    ("dialect", "databricks"),
    ("dialect", "redshift"),
    ("dialect", "snowflake"),
    ("dialect", "trino"),
];

#[derive(Debug, Args)]
pub(crate) struct Sink {
    #[command(flatten)]
    pub(crate) one: OneSink,
    #[command(subcommand)]
    pub(crate) command: Option<SinkCommand>,
}

#[derive(Debug, Args)]
pub(crate) struct OneSink {
    /// Bring this sink to the commit that is published; without a name, list the sinks
    pub(crate) name: Option<String>,
    /// Another commit: a file of `output/commits`
    #[arg(long, value_name = "COMMIT", requires = "name")]
    pub(crate) commit: Option<u64>,
    /// Compare every partition with the commit that the sink says it holds; write nothing
    #[arg(long, requires = "name", conflicts_with_all = ["rebuild", "dry_run"])]
    pub(crate) verify: bool,
    /// Take out all it holds and load the whole commit; readers see the one or the other
    #[arg(long, requires = "name", conflicts_with = "dry_run")]
    pub(crate) rebuild: bool,
    /// Say what would be loaded and taken out
    #[arg(long, requires = "name")]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SinkCommand {
    /// Name a sink in the settings; every run then feeds it
    #[command(after_help = examples::SINK_ADD)]
    Add(SinkAdd),
    /// The sinks of the settings
    #[command(after_help = examples::SINK_LIST)]
    List,
    /// Write SQL that brings a warehouse to a commit, or views for `DuckDB`
    #[command(after_help = examples::SCRIPTS)]
    Scripts(Scripts),
}

#[derive(Debug, Args)]
pub(crate) struct Scripts {
    /// Whose SQL
    #[arg(long, value_enum)]
    pub(crate) dialect: ScriptDialect,
    /// Folder for the scripts
    #[arg(long, value_name = "DIR")]
    pub(crate) to: PathBuf,
    /// Where the warehouse finds what lies in the folder of what is published: `s3://bucket/output`,
    /// or a stage; `DuckDB` finds it where it lies
    #[arg(long, value_name = "PLACE", required_if_eq_any = PLACED)]
    pub(crate) files: Option<String>,
    /// The commit; without it, the one that is published
    #[arg(long, value_name = "COMMIT")]
    pub(crate) commit: Option<u64>,
    /// The commit that the warehouse holds; without it, none
    #[arg(long, value_name = "COMMIT")]
    pub(crate) since: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lowercase")]
pub(crate) enum ScriptDialect {
    BigQuery,
    Databricks,
    DuckDb,
    Redshift,
    Snowflake,
    Trino,
}

#[derive(Debug, Args)]
pub(crate) struct SinkAdd {
    /// Its name: lower-case letters, digits and `-`
    pub(crate) name: String,
    /// Its address, without a password
    pub(crate) url: String,
}
