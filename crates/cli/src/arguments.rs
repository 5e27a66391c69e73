//! What can be typed. Every command's help ends in an example: `examples.rs`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use portbook_cluster::address::Engine;
use portbook_query::as_of::AsOf;

use crate::command::PARSE_WORKER;
use crate::size::Size;

mod ask;
mod catalog;
mod cluster;
mod commits;
mod examples;
mod review;
mod sink;

pub(crate) use ask::{Explain, Revisions, Sql};
pub(crate) use catalog::Catalog;
pub(crate) use cluster::{Cluster, Executor, Scheduler};
pub(crate) use commits::{Changes, Cite, Diff, Export, Lock, Reproduce, Rows};
pub(crate) use review::{Decide, Review};
pub(crate) use sink::{OneSink, ScriptDialect, Scripts, Sink, SinkAdd, SinkCommand};

/// Watches release pages of customs and statistics bureaus, keeps every byte, and publishes their
/// tables as Parquet in which every number can be followed to its cell and asked "as of when?".
#[derive(Debug, Parser)]
#[command(name = "portbook", version, arg_required_else_help = true, max_term_width = 80)]
#[command(after_help = examples::PORTBOOK)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) shared: Shared,
    /// Say more on stderr: -v what each stage does, -vv what each request does
    #[arg(short, long, action = clap::ArgAction::Count, global = true)]
    pub(crate) verbose: u8,
    /// How logs are written on stderr
    #[arg(long, global = true, value_enum, value_name = "FORM", default_value_t = LogForm::Text)]
    pub(crate) log: LogForm,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// `2026-02-01T12:00:00Z`, or a date, which is the end of that day, UTC.
fn instant(text: &str) -> Result<Timestamp, String> {
    match text.parse::<AsOf>() {
        Ok(AsOf::At(instant)) => Ok(instant),
        Ok(AsOf::Everything) => Err("got no instant".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Options of every command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Shared {
    /// Folder of the bytes as received, or a place in an object store: `s3://BUCKET/archive`
    #[arg(long, global = true, value_name = "DIR", default_value = "archive")]
    pub(crate) archive: PathBuf,
    /// Folder of what is published, or a place in an object store: `s3://BUCKET/output`
    #[arg(long, global = true, value_name = "DIR", default_value = "output")]
    pub(crate) output: PathBuf,
    /// How the output is addressed, where `output` is this machine's copy of it
    #[arg(skip)]
    pub(crate) address: Option<String>,
    /// Folder of the sources
    #[arg(long, global = true, value_name = "DIR", default_value = "pipelines")]
    pub(crate) pipelines: PathBuf,
    /// Folder of files fetched by hand
    #[arg(long, global = true, value_name = "DIR", default_value = "inbox")]
    pub(crate) inbox: PathBuf,
    /// Ask only this source (may be repeated)
    #[arg(long, global = true, value_name = "SOURCE")]
    pub(crate) only: Vec<String>,
    /// Serve each source's recording on loopback instead of asking the network
    #[arg(long, global = true)]
    pub(crate) replay: bool,
    /// The instant that decides what is due, as 2026-02-01 or 2026-02-01T12:00:00Z; under --replay
    /// recordings up to it are played
    #[arg(long, global = true, value_name = "TIME", value_parser = instant)]
    pub(crate) now: Option<Timestamp>,
    /// Threads that read files; the published bytes do not depend on it
    #[arg(long, global = true, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,
    /// The most memory that reading in bulk takes, `512MiB` or `2GiB`; else 1 GiB, or less if there
    /// is less. The published bytes do not depend on it
    #[arg(long, global = true, value_name = "SIZE")]
    pub(crate) memory: Option<Size>,
    /// How publishers can reach you, sent with every request
    #[arg(
        long,
        global = true,
        env = "PORTBOOK_CONTACT",
        hide_env_values = true,
        value_name = "ADDRESS"
    )]
    pub(crate) contact: Option<String>,
    /// File of settings: which sinks there are
    #[arg(long, global = true, value_name = "FILE", default_value = portbook_sink::settings::FILE)]
    pub(crate) settings: PathBuf,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Collect, build and publish, then say what became of each dataset and claim
    #[command(after_help = examples::RUN)]
    Run(Run),
    /// Ask the sources and keep what they answer
    #[command(after_help = examples::COLLECT)]
    Collect,
    /// Build and publish from what the archive holds, with the network off
    #[command(after_help = examples::BUILD)]
    Build,
    /// Print the observations of local files, or their raw cells
    #[command(after_help = examples::PARSE)]
    Parse(Parse),
    /// Read files for another process of this program: questions on stdin, answers on stdout
    #[command(name = PARSE_WORKER, hide = true)]
    ParseWorker,
    /// Say of each file of a folder who reads it, its cells, or why it is refused, and the cost
    #[command(after_help = examples::SURVEY)]
    Survey(SurveyFiles),
    /// Say how a layout reads a file
    #[command(subcommand, after_help = examples::LAYOUT)]
    Layout(Layout),
    /// Say what an unknown file or address holds, and draft a source folder for it
    #[command(after_help = examples::PROBE)]
    Probe(Probe),
    /// Files fetched by hand
    #[command(subcommand, after_help = examples::INBOX)]
    Inbox(Inbox),
    /// What is held and why, and a person's decision on it
    #[command(args_conflicts_with_subcommands = true, after_help = examples::REVIEW)]
    Review(Review),
    /// List the sources, and what is held of each
    #[command(after_help = examples::SOURCES)]
    Sources(Sources),
    /// Find a code by its name, and say which source prints it how
    #[command(after_help = examples::CODELIST)]
    Codelist(Codelist),
    /// Ask the published table; views: observation, latest, `first_print`, best
    #[command(after_help = examples::SQL)]
    Sql(Sql),
    /// Follow a published or computed number to the cells it was printed in
    #[command(after_help = examples::EXPLAIN)]
    Explain(Explain),
    /// Say what each release changed: counts, sizes beside the usual, the largest with their cells
    #[command(after_help = examples::REVISIONS)]
    Revisions(Revisions),
    /// Say what moved between two commits: rows added, removed, changed, and the inputs that did it
    #[command(after_help = examples::DIFF)]
    Diff(Diff),
    /// Print the rows that differ between a commit and what is published, or write them as Parquet
    #[command(after_help = examples::CHANGES)]
    Changes(Changes),
    /// Keep a replica of what is published in a warehouse
    #[command(after_help = examples::SINK)]
    Sink(Sink),
    /// Test an article's figures against what is published
    #[command(after_help = examples::CLAIMS)]
    Claims(Claims),
    /// Re-hash archive and output, and name every damaged file; look up every published value
    #[command(after_help = examples::VERIFY)]
    Verify(Verify),
    /// Pin everything the commit that stands was made from, and the digest of every file of it
    #[command(after_help = examples::LOCK)]
    Lock(Lock),
    /// Write rows as one file, or bundle what a lock pins so that someone else makes the table again
    #[command(after_help = examples::EXPORT)]
    Export(Export),
    /// Say how to cite rows, so that whoever reads it gets the same rows again
    #[command(after_help = examples::CITE)]
    Cite(Cite),
    /// Make what a lock or an export pins again, with the network off, and compare every file
    #[command(after_help = examples::REPRODUCE)]
    Reproduce(Reproduce),
    /// Compute every identity again from what the archive holds, and say what holds a release
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// What is expected when and why
    #[command(after_help = examples::CALENDAR)]
    Calendar(CalendarOf),
    /// Remove old views of earlier commits, and old bytes that no capture names
    #[command(after_help = examples::GC)]
    Gc(Gc),
    /// Write what is published as a static site, or serve it on this machine
    #[command(after_help = examples::CATALOG)]
    Catalog(Catalog),
    /// Machines that carry out what `--engine` sends; needs a build of its own
    #[command(subcommand, after_help = examples::CLUSTER)]
    Cluster(Cluster),
    /// What is published, late or held, as of the last run
    #[command(after_help = examples::STATUS)]
    Status,
    /// Print what a shell needs to complete commands and options
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Print the man page of the program, or of one of its commands
    #[command(after_help = examples::MAN)]
    Man(Man),
}

#[derive(Debug, Args)]
pub(crate) struct Run {
    /// Folder of claims to test after the run
    #[arg(long, value_name = "DIR", default_value = "claims")]
    pub(crate) claims: PathBuf,
    /// End with this code instead of 0 where no dataset was due
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "99")]
    pub(crate) skip_code: Option<u8>,
    /// With --replay and --now: one night as it would be live, which asks what the calendar says
    #[arg(long, requires_all = ["replay", "now"])]
    pub(crate) as_live: bool,
    /// Have the cluster at ballista://HOST:PORT read and sort new dumps of sources in bulk; archive
    /// and dumps must lie at the same place on all of its machines
    #[arg(long, value_name = "URL")]
    pub(crate) engine: Option<Engine>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// Whose
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// A command, and one of its own
    #[arg(value_name = "COMMAND")]
    pub(crate) path: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Gc {
    /// Only what was last written longer ago than this
    #[arg(long, value_name = "N", default_value_t = 30)]
    pub(crate) days: u32,
    /// Say what would be removed
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CalendarOf {
    /// Up to this day; without it, for a month
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<jiff::civil::Date>,
    /// Print iCalendar, to subscribe to
    #[arg(long, conflicts_with = "json")]
    pub(crate) ics: bool,
    /// Say how well the calendar would have done over the releases of the archive
    #[arg(long, conflicts_with_all = ["until", "ics"])]
    pub(crate) backtest: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Parse {
    /// The files, whatever they are called
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Print every cell as the reader left it: no layout is needed and none is used
    #[arg(long, conflicts_with = "source")]
    pub(crate) raw: bool,
    /// Source whose layouts to use; without it, the one that recognises the file
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// How to print; `--json` prints as well, of each file, what was left out
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
    /// Write the observations of record files of any size as Parquet below this folder
    #[arg(long, value_name = "DIR", requires = "source", conflicts_with_all = ["raw", "format"])]
    pub(crate) to: Option<PathBuf>,
    /// With `--to`: say what would be read and what it would take
    #[arg(long, requires = "to")]
    pub(crate) dry_run: bool,
    /// With `--to`: have the cluster at ballista://HOST:PORT do it; files and folder must lie at the
    /// same place on all of its machines
    #[arg(long, requires = "to", conflicts_with = "dry_run", value_name = "URL")]
    pub(crate) engine: Option<Engine>,
}

#[derive(Debug, Args)]
pub(crate) struct SurveyFiles {
    /// Files and folders
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Layout {
    /// Show which words gave each value its meaning, at which cells, by which patterns
    #[command(after_help = examples::LAYOUT_EXPLAIN)]
    Explain(LayoutExplain),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Inbox {
    /// Put a file fetched by hand where the next `collect` or `run` takes it
    #[command(override_usage = examples::INBOX_USAGE, after_help = examples::INBOX)]
    Add(InboxAdd),
}

#[derive(Debug, Args)]
pub(crate) struct InboxAdd {
    /// The file; its name is kept
    pub(crate) file: PathBuf,
    /// Source it belongs to
    #[arg(long, value_name = "ID")]
    pub(crate) source: String,
    /// Where it was fetched
    #[arg(long)]
    pub(crate) url: String,
    /// Day it was published, as 2025-01-15
    #[arg(long, value_name = "DATE")]
    pub(crate) released: jiff::civil::Date,
    /// Release period as the publisher's page prints it, where the file does not
    #[arg(long, value_name = "TEXT")]
    pub(crate) period: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Probe {
    /// A file, or an http(s) address
    #[arg(value_name = "FILE|URL")]
    pub(crate) what: String,
    /// Write the draft into this folder, which must not exist
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct LayoutExplain {
    /// The file
    pub(crate) file: PathBuf,
    /// Source whose layouts to use; without it, the one that recognises the file
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// One value in full: its A1 name, or in a record file its column or `column:record`
    #[arg(long, value_name = "CELL")]
    pub(crate) cell: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogForm {
    /// For people
    Text,
    /// One object a line: docs/events.md
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Table,
    Csv,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// Folder of claims, for which source serves which
    #[arg(long, value_name = "DIR", default_value = "claims")]
    pub(crate) claims: PathBuf,
    /// Print the table of README.md
    #[arg(long, conflicts_with = "json")]
    pub(crate) markdown: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Codelist {
    /// The list, as `area` or `areas`; without it, all lists
    pub(crate) list: Option<String>,
    /// A code, a name or part of one, or a label as some source prints it; without it, every code
    pub(crate) text: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Read every snapshot again and hold each published value against its cell
    #[arg(long)]
    pub(crate) cells: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Source to check; all without it
    #[arg(value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    /// One dataset
    #[arg(long, value_name = "NAME")]
    pub(crate) dataset: Option<String>,
    /// One release, with or without its source: `2025-12`
    #[arg(long, value_name = "RELEASE")]
    pub(crate) release: Option<String>,
    /// Print each identity with its arithmetic: terms, cells, sum, difference, allowance
    #[arg(long)]
    pub(crate) show: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Claims {
    /// File of claims
    #[arg(default_value = "claims/2025-12-trillion-surplus.toml")]
    pub(crate) file: PathBuf,
}
