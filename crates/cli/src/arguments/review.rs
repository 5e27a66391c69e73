//! What `portbook review` and its decisions take.

use clap::{Args, Subcommand};

use super::examples;

#[derive(Debug, Args)]
pub(crate) struct Review {
    /// One of what is held, in full: as the list names it, and the folders under output/review
    pub(crate) id: Option<String>,
    #[command(subcommand)]
    pub(crate) decide: Option<Decide>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Decide {
    /// Let rules pass in one release, with the reason, in `accepted.toml` of the source
    #[command(override_usage = examples::ACCEPT_USAGE, after_help = examples::ACCEPT)]
    Accept(Accept),
    /// Keep a release held and tell no more of it, with the reason, in `accepted.toml` of the source
    #[command(override_usage = examples::REJECT_USAGE, after_help = examples::REJECT)]
    Reject(Decided),
    /// Leave a file out that is none of the source's, with the reason; its bytes stay
    #[command(override_usage = examples::DISCARD_USAGE, after_help = examples::DISCARD)]
    Discard(Discarded),
}

#[derive(Debug, Args)]
pub(crate) struct Discarded {
    /// Source whose inbox or page brought the file
    pub(crate) source: String,
    /// What its digest begins with, as `portbook review` shows it
    pub(crate) snapshot: String,
    /// Why, for whoever asks later
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
}

#[derive(Debug, Args)]
pub(crate) struct Accept {
    #[command(flatten)]
    pub(crate) what: Decided,
    /// The rule that may fail, as the list names it (may be repeated)
    #[arg(long, required = true)]
    pub(crate) rule: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Decided {
    /// Source of the release
    pub(crate) source: String,
    /// The release, as 2025-12 or us-census-ft900:2025-12
    pub(crate) release: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) dataset: String,
    /// Why, for whoever asks later
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
    /// Who decides
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
}
