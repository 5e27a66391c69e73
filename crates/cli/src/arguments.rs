//! What can be typed. Every command's help ends in an example.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::Timestamp;
use portbook_query::as_of::AsOf;

use crate::command::PARSE_WORKER;
use crate::size::Size;

mod review;

pub(crate) use review::{Decide, Review};

/// Watches release pages of customs and statistics bureaus, keeps every byte, and publishes their
/// tables as Parquet in which every number can be followed to its cell and asked "as of when?".
#[derive(Debug, Parser)]
#[command(name = "portbook", version, arg_required_else_help = true, max_term_width = 100)]
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
#[derive(Debug, Args)]
pub(crate) struct Shared {
    /// Folder of the bytes as received
    #[arg(long, global = true, value_name = "DIR", default_value = "archive")]
    pub(crate) archive: PathBuf,
    /// Folder of what is published
    #[arg(long, global = true, value_name = "DIR", default_value = "output")]
    pub(crate) output: PathBuf,
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
    #[arg(long, global = true, env = "PORTBOOK_CONTACT", value_name = "ADDRESS")]
    pub(crate) contact: Option<String>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Collect, build and publish, then say what became of each dataset and claim
    #[command(after_help = "Example:\n  portbook run --replay --only us/census-ft900")]
    Run(Run),
    /// Ask the sources and keep what they answer
    #[command(after_help = "Example:\n  portbook collect --replay --now 2026-02-01T00:00:00Z")]
    Collect,
    /// Build and publish from what the archive holds, with the network off
    #[command(after_help = "Example:\n  portbook build --json")]
    Build,
    /// Print the observations of local files, or their raw cells
    #[command(
        after_help = "Examples:\n  portbook parse exh12.xlsx --source us/census-ft900 --format csv\n  \
        portbook parse anything.xls --raw"
    )]
    Parse(Parse),
    /// Read files for another process of this program: questions on stdin, answers on stdout
    #[command(name = PARSE_WORKER, hide = true)]
    ParseWorker,
    /// Say of each file of a folder who reads it, its cells, or why it is refused, and the cost
    #[command(after_help = "Example:\n  portbook survey downloads/ --json")]
    Survey(SurveyFiles),
    /// Say how a layout reads a file
    #[command(subcommand)]
    Layout(Layout),
    /// Say what an unknown file or address holds, and draft a source folder for it
    #[command(
        after_help = "Example:\n  portbook probe prices.xls --to pipelines/tr/turkstat-prices"
    )]
    Probe(Probe),
    /// Files fetched by hand
    #[command(subcommand)]
    Inbox(Inbox),
    /// What is held and why, and a person's decision on it
    #[command(
        args_conflicts_with_subcommands = true,
        after_help = "Examples:\n  portbook review\n  portbook review us-census-ft900/2025-12/exhibit-12\n  \
        portbook review accept us/census-ft900 2025-12 --dataset exhibit-12 --rule rows --reason \
        \"the year was cut\" --by NAME\n  portbook review --json"
    )]
    Review(Review),
    /// List the sources, and what is held of each
    #[command(
        after_help = "Examples:\n  portbook sources\n  portbook sources --only cn/gacc-express --json"
    )]
    Sources(Sources),
    /// Find a code by its name, and say which source prints it how
    #[command(
        after_help = "Examples:\n  portbook codelist\n  portbook codelist areas \"Viet Nam\"\n  \
        portbook codelist areas 越南 --json"
    )]
    Codelist(Codelist),
    /// Ask the published table; views: observation, latest, `first_print`, best
    #[command(
        after_help = "Example:\n  portbook sql --as-of 2026-02-01 \"select time_period, obs_value from latest \
        where source = 'us-census-ft900' and trade_flow = 'X' limit 5\""
    )]
    Sql(Sql),
    /// Follow a published or computed number to the cells it was printed in
    #[command(
        after_help = "Examples:\n  portbook explain --where \"source = 'us-census-ft900' and dataset = 'exhibit-12' \
        and trade_flow = 'X' and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'\"\n  \
        portbook explain --claim surplus-2025-11m --html surplus.html\n  \
        portbook explain --sum --where \"source = 'in-eidb' and dataset = 'commodity-wise' and level = 'leaf'\""
    )]
    Explain(Explain),
    /// Say what each release changed: counts, sizes beside the usual, the largest with their cells
    #[command(
        after_help = "Examples:\n  portbook revisions us/census-ft900 --dataset exhibit-12\n  \
        portbook revisions cn/gacc-bulletin --follows --json"
    )]
    Revisions(Revisions),
    /// Say what moved between two commits: rows added, removed, changed, and the inputs that did it
    #[command(after_help = "Example:\n  portbook diff 1 2 --json")]
    Diff(Diff),
    /// Test an article's figures against what is published
    #[command(
        after_help = "Example:\n  portbook claims claims/2025-12-trillion-surplus.toml --json"
    )]
    Claims(Claims),
    /// Re-hash archive and output, and name every damaged file; look up every published value
    #[command(after_help = "Examples:\n  portbook verify\n  portbook verify --cells --json")]
    Verify(Verify),
    /// Pin everything the commit that stands was made from, and the digest of every file of it
    #[command(after_help = "Example:\n  portbook lock portbook.lock")]
    Lock(Lock),
    /// Make what a lock or an export pins again, with the network off, and compare every file
    #[command(after_help = "Examples:\n  portbook reproduce portbook.lock --to reproduced\n  \
        portbook reproduce trade.tar.zst")]
    Reproduce(Reproduce),
    /// Bundle what a lock pins into one file from which someone else makes the table again
    #[command(after_help = "Example:\n  portbook export --lock portbook.lock --to trade.tar.zst")]
    Export(Export),
    /// Compute every identity again from what the archive holds, and say what holds a release
    #[command(
        after_help = "Example:\n  portbook check us/census-ft900 --dataset exhibit-12 --release 2025-12 --show"
    )]
    Check(Check),
    /// What is expected when and why
    #[command(
        after_help = "Examples:\n  portbook calendar --until 2026-12-31\n  portbook calendar --backtest"
    )]
    Calendar(CalendarOf),
    /// Remove old views of earlier commits, and old bytes that no capture names
    #[command(after_help = "Example:\n  portbook gc --days 90 --dry-run")]
    Gc(Gc),
    /// What is published, late or held, as of the last run
    #[command(after_help = "Example:\n  portbook status --json")]
    Status,
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
    #[command(
        after_help = "Example:\n  portbook layout explain exh12.xlsx --source us/census-ft900 --cell F47"
    )]
    Explain(LayoutExplain),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Inbox {
    /// Put a file fetched by hand where the next `collect` or `run` takes it
    #[command(after_help = "Example:\n  portbook inbox add citrus.xls --source tr/turkstat --url \
        https://data.tuik.gov.tr/ --released 2025-01-15")]
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

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The lock
    #[arg(long, value_name = "FILE", default_value = "portbook.lock")]
    pub(crate) lock: PathBuf,
    /// The bundle; what is there is replaced
    #[arg(long, value_name = "FILE")]
    pub(crate) to: PathBuf,
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
