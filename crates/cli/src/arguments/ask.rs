//! What commands take that ask the published table.

use std::path::PathBuf;

use clap::Args;

use super::Format;

#[derive(Debug, Args)]
pub(crate) struct Sql {
    /// One select statement
    pub(crate) query: String,
    /// Only what had been released by then: a date (the end of that day, UTC) or an instant
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Only what we had seen by then, whenever it had been released
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<String>,
    /// How to print
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Series id, or series id and period: `0123…/2025-11`
    #[arg(required_unless_present_any = ["condition", "claim", "sql"])]
    pub(crate) key: Option<String>,
    /// A condition over `observation` instead
    #[arg(long = "where", value_name = "CONDITION", conflicts_with = "key")]
    pub(crate) condition: Option<String>,
    /// Explain the sum of what the condition finds in `latest`
    #[arg(long, requires = "condition")]
    pub(crate) sum: bool,
    /// Explain a claim: all its readings, their arithmetic and their cells
    #[arg(long, value_name = "ID", conflicts_with_all = ["key", "condition", "sql", "as_of"])]
    pub(crate) claim: Option<String>,
    /// The file of the claim
    #[arg(long, value_name = "FILE", default_value = "claims/2025-12-trillion-surplus.toml")]
    pub(crate) claims: PathBuf,
    /// Explain the answer to a select statement that gives one row
    #[arg(long, value_name = "SQL", conflicts_with_all = ["key", "condition"])]
    pub(crate) sql: Option<String>,
    /// Write a page that shows the printed tables with the cells marked
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,
    /// Only what had been released by then
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Only what we had seen by then
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Revisions {
    /// The source, as `portbook sources` lists it
    #[arg(value_name = "SOURCE")]
    pub(crate) source: String,
    /// Only this dataset
    #[arg(long, value_name = "NAME")]
    pub(crate) dataset: Option<String>,
    /// Only this release: its id, or what follows the colon
    #[arg(long, value_name = "RELEASE")]
    pub(crate) release: Option<String>,
    /// How many of the largest revisions to show of each dataset
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) largest: usize,
    /// One series by period and release; the key is what `explain` prints
    #[arg(long, value_name = "KEY", conflicts_with_all = ["dataset", "release", "bias", "follows"])]
    pub(crate) triangle: Option<String>,
    /// Mean revision from first print to latest and its standard error, by dataset and series
    #[arg(long, conflicts_with_all = ["release", "follows"])]
    pub(crate) bias: bool,
    /// Compare with the datasets that this source follows
    #[arg(long, conflicts_with = "release")]
    pub(crate) follows: bool,
}
