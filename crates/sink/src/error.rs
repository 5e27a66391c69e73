//! Why a sink was not fed. No message holds an address with its password.

use std::path::PathBuf;

use portbook_model::class::Class;
use portbook_model::digest::Digest;
use portbook_publish::error::Error as Unpublished;

use crate::commit::Key;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("output")]
    Publish(#[from] Unpublished),
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error("no commit in {}\n  hint: run `portbook run` first", output.display())]
    NotPublished { output: PathBuf },
    #[error("no commit {got}, there are {known}")]
    NoSuchCommit { got: u64, known: String },
    #[error("{path}: {problem}")]
    Rows { path: String, problem: String },
    /// What stands in the settings; the place, never the line itself.
    #[error("{}: {problem}", path.display())]
    Settings { path: PathBuf, problem: String },
    #[error("got sink `{got}`, expected {known}\n  hint: `portbook sink add NAME URL`")]
    NoSuchSink { got: String, known: String },
    #[error("got {what}, expected {expected}")]
    Address { what: String, expected: &'static str },
    #[error("another load of this sink is running")]
    Busy,
    #[error(
        "the sink holds commit {held}, which is later than commit {asked}\n  hint: `--rebuild` makes it a \
         replica of that one"
    )]
    Ahead { held: u64, asked: u64 },
    #[error(
        "this sink was written by another archive: its commit {commit} is {held}, here it is {ours}\n  \
         hint: another sink, or `--rebuild` to start it over"
    )]
    OtherArchive { commit: u64, held: Digest, ours: Digest },
    #[error(
        "the sink was altered: {partition}: got {got}, expected {expected}\n  hint: `--verify` names every \
         partition that was, `--rebuild` starts the sink over"
    )]
    Altered { partition: Key, got: String, expected: String },
    #[error("{partition}: the sink took {got}, expected {expected}")]
    Taken { partition: Key, got: String, expected: String },
    #[error("{what} is not what a sink leaves: {problem}")]
    Foreign { what: &'static str, problem: String },
    #[error(
        "the program `{program}` is not to be found\n  hint: install it, or write views by `portbook \
         sink scripts --dialect duckdb`"
    )]
    NoProgram { program: &'static str },
    /// In the engine's own words.
    #[error("{engine}: {said}")]
    Engine { engine: &'static str, said: String },
    #[error("{doing}")]
    Postgres { doing: &'static str, source: tokio_postgres::Error },
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            Self::Publish(error) => error.class(),
            Self::Io(_)
            | Self::NotPublished { .. }
            | Self::NoSuchCommit { .. }
            | Self::Settings { .. }
            | Self::NoSuchSink { .. }
            | Self::Address { .. }
            | Self::NoProgram { .. } => Class::Environment,
            Self::Busy | Self::Engine { .. } | Self::Postgres { .. } => Class::Transient,
            Self::Rows { .. }
            | Self::Ahead { .. }
            | Self::OtherArchive { .. }
            | Self::Altered { .. }
            | Self::Taken { .. }
            | Self::Foreign { .. } => Class::Defect,
        }
    }

    /// Exit code of a command that ends with this error (see `docs/exit-codes.md`).
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Settings { .. } | Self::NoSuchSink { .. } | Self::Address { .. } => 78,
            Self::NoSuchCommit { .. } => 64,
            Self::Publish(Unpublished::BadCommit { .. } | Unpublished::BadCurrent { .. }) => 65,
            other => match other.class() {
                Class::Transient | Class::Environment => 75,
                Class::SourceChanged | Class::Defect => 65,
            },
        }
    }
}

/// An error and what it came from, in one line.
pub fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(&format!(": {source}"));
        next = source.source();
    }
    text
}
