//! What can go wrong while publishing.

use std::io;
use std::path::PathBuf;

use portbook_model::class::Class;
use portbook_model::digest::Digest;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The message names the path, as `fs-err` does.
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error("cannot write `{}`", path.display())]
    NotWritten { path: PathBuf, source: io::Error },
    #[error("cannot move a finished file to `{}`", path.display())]
    NotMoved { path: PathBuf, source: io::Error },
    #[error(
        "cannot link `{}`\n  hint: output needs a file system with hard links", path.display()
    )]
    NotLinked { path: PathBuf, source: io::Error },
    #[error("`{}` reads back wrong: got {found}, expected {expected}", path.display())]
    ReadBack { path: PathBuf, found: String, expected: String },
    #[error("`{}` is damaged: {problem}", path.display())]
    BadCommit { path: PathBuf, problem: String },
    #[error("`{}` is no link to a commit's view: {problem}", path.display())]
    BadCurrent { path: PathBuf, problem: String },
    #[error(
        "current is commit {current}, but commit {newest} is there\n  hint: point `current` at the newest view, or move the later commits away"
    )]
    CurrentBehind { current: u64, newest: u64 },
    #[error("got two rows of {release} for one observation and instant: {observation}")]
    DuplicateRow { release: String, observation: String },
    #[error("got a row of source `{found}`, expected `{expected}`")]
    ForeignRow { found: String, expected: String },
    #[error("got two files named `{name}`")]
    SameName { name: String },
    #[error("got {what} `{name}`, expected letters, digits, `-` and `_`")]
    BadName { what: &'static str, name: String },
    #[error("cannot write as Arrow")]
    Arrow(#[from] arrow::error::ArrowError),
    #[error("cannot write as Parquet")]
    Parquet(#[from] parquet::errors::ParquetError),
    #[error("cannot write as JSON")]
    Json(#[from] serde_json::Error),
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            Self::Io(_)
            | Self::NotWritten { .. }
            | Self::NotMoved { .. }
            | Self::NotLinked { .. }
            | Self::ReadBack { .. }
            | Self::BadCommit { .. }
            | Self::BadCurrent { .. }
            | Self::CurrentBehind { .. } => Class::Environment,
            Self::DuplicateRow { .. }
            | Self::ForeignRow { .. }
            | Self::SameName { .. }
            | Self::BadName { .. }
            | Self::Arrow(_)
            | Self::Parquet(_)
            | Self::Json(_) => Class::Defect,
        }
    }
}

/// Names become folders and files: nothing else than these characters.
pub(crate) fn check_name(what: &'static str, name: &str) -> Result<()> {
    let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if !name.is_empty() && name.chars().all(safe) {
        return Ok(());
    }
    Err(Error::BadName { what, name: name.to_owned() })
}

/// `found` is not what was written as `expected`.
pub(crate) fn wrong_digest(path: PathBuf, found: Digest, expected: Digest) -> Error {
    Error::ReadBack { path, found: format!("digest {found}"), expected: expected.to_string() }
}
