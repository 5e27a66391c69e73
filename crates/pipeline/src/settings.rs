//! What a run is told. Everything that could differ between machines is passed in.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use portbook_bulk::error::Error;
use portbook_bulk::job::{Job, Outcome};
use portbook_sink::sink::Sink;
use portbook_source::load::Texts;

use crate::parser::Parser;
use crate::tell::Tell;

/// Others who read and sort a file that is read in bulk, and keep its records in a folder.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Where they are.
    pub at: String,
    pub sort: Sort,
}

/// Has somebody at an address do a job that was planned from these texts.
pub type Sort = fn(at: &str, job: &Job, texts: &Texts, to: &Path) -> Result<Outcome, Error>;

/// Settings of one run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Bytes as received, and the index of captures.
    pub archive: PathBuf,
    /// What is published.
    pub output: PathBuf,
    /// How readers name it, if it lies in an object store and `output` is a copy.
    pub address: Option<String>,
    /// Source folders.
    pub pipelines: PathBuf,
    /// Files fetched by hand: `<inbox>/<area>/<source>/`.
    pub inbox: PathBuf,
    /// Sources to take; all if empty.
    pub only: Vec<String>,
    /// Serve each source's recording instead of asking the network.
    pub replay: bool,
    /// Ask only what the calendar says, once: a night as it is live. Otherwise all is asked, and under
    /// replay every session that was recorded.
    pub paced: bool,
    /// The instant that decides due and overdue; under replay that of a table's newest release
    /// unless given.
    pub now: Option<Timestamp>,
    /// The wall clock at the start: names the run record, and stamps live captures.
    pub clock: Timestamp,
    /// Reads the wall clock again: how long a stage took, and when a run ended.
    pub wall: fn() -> Timestamp,
    /// Name of this machine, for lineage.
    pub host: String,
    /// Fed after publishing.
    pub sinks: Vec<Sink>,
    /// Who is told what a run came to.
    pub tell: Tell,
    /// Threads that parse. The published bytes do not depend on it.
    pub threads: NonZeroUsize,
    /// Most memory that reading in bulk takes. The published bytes do not depend on it.
    pub memory_bytes: u64,
    /// Who does it instead, if not this process. Nor do they depend on that.
    pub elsewhere: Option<Elsewhere>,
    /// Which build of the program this is: another one reads everything anew. Nothing published
    /// depends on it.
    pub build: String,
    /// Reads files in processes of their own.
    pub parser: Parser,
    /// How publishers can reach whoever runs this, part of the user agent.
    pub contact: String,
}
