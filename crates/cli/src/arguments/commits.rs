//! What commands on commits take: what differs between two, and what pins one.

use std::path::PathBuf;

use clap::Args;

use super::Format;

#[derive(Debug, Args)]
pub(crate) struct Changes {
    /// Number of the commit that is loaded already: a file of `output/commits`
    #[arg(long, value_name = "COMMIT")]
    pub(crate) since: u64,
    /// Write the rows into this file of Parquet; what is there is replaced
    #[arg(long, value_name = "FILE", conflicts_with = "format")]
    pub(crate) to: Option<PathBuf>,
    /// How to print: `table` counts the rows, `csv` and `json` are the rows
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// Number of the earlier commit: a file of `output/commits`
    #[arg(value_name = "COMMIT")]
    pub(crate) before: u64,
    /// Number of the later commit
    #[arg(value_name = "COMMIT")]
    pub(crate) after: u64,
    /// How many of the largest changes of value to show of each dataset
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) largest: usize,
}

#[derive(Debug, Args)]
pub(crate) struct Lock {
    /// The lock; what is there is replaced
    #[arg(value_name = "FILE", default_value = "portbook.lock")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Reproduce {
    /// A lock, or what `export` wrote
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Folder to make it in, which must be empty or not there
    #[arg(long, value_name = "DIR", default_value = "reproduced")]
    pub(crate) to: PathBuf,
}

/// Which rows, of which commit, as of when.
#[derive(Debug, Args)]
pub(crate) struct Rows {
    /// A condition over the columns of `observation`; without it, all rows
    #[arg(long = "where", value_name = "CONDITION")]
    pub(crate) condition: Option<String>,
    /// Only what had been released by then: a date (the end of that day, UTC) or an instant
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Only what we had seen by then, whenever it had been released
    #[arg(long, value_name = "DATE")]
    pub(crate) known_at: Option<String>,
    /// Every release's print of a figure, not only what stands
    #[arg(long)]
    pub(crate) vintages: bool,
    /// Only datasets that anybody may pass on; those left out are told
    #[arg(long)]
    pub(crate) redistributable: bool,
    /// A commit before the current one: a file of `output/commits`
    #[arg(long, value_name = "COMMIT")]
    pub(crate) commit: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) rows: Rows,
    /// The rows of a citation: its text, or a file in which it stands
    #[arg(long, value_name = "TEXT|FILE", conflicts_with_all = [
        "condition", "as_of", "known_at", "vintages", "redistributable", "commit",
    ])]
    pub(crate) cited: Option<String>,
    /// The lock of a bundle
    #[arg(long, value_name = "FILE", default_value = "portbook.lock")]
    pub(crate) lock: PathBuf,
    /// The file: .csv, .sdmx.csv, .xlsx, .parquet, .arrow for rows, else a bundle; what is there is replaced
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Cite {
    #[command(flatten)]
    pub(crate) rows: Rows,
    /// Print an entry for a .bib file
    #[arg(long, conflicts_with_all = ["cff", "check"])]
    pub(crate) bibtex: bool,
    /// Print a CITATION.cff
    #[arg(long, conflicts_with = "check")]
    pub(crate) cff: bool,
    /// Ask for the rows of a citation again and say whether they are the same: its text, or a file in
    /// which it stands
    #[arg(long, value_name = "TEXT|FILE", conflicts_with_all = [
        "condition", "as_of", "known_at", "vintages", "redistributable", "commit",
    ])]
    pub(crate) check: Option<String>,
}
