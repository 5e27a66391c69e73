//! What can go wrong in the archive.

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
    #[error("another run holds the lock ({by})\n  hint: try again when it has ended")]
    Held { by: String },
    #[error("`{}` is damaged: got digest `{found}`, expected `{expected}`", path.display())]
    WrongDigest { path: PathBuf, expected: Digest, found: Digest },
    #[error("`{}` is damaged: got {found_bytes} bytes, expected {expected_bytes}", path.display())]
    WrongSize { path: PathBuf, expected_bytes: u64, found_bytes: u64 },
    #[error("`{}` is missing", path.display())]
    MissingObject { path: PathBuf, digest: Digest },
    #[error("`{}` line {line}: {problem}", path.display())]
    BadLine { path: PathBuf, line: u64, problem: String },
    /// The lines of one source do not form one chain, so nothing can be appended to it.
    #[error("`{}`: got {ends} ends of the chain of captures, expected 1", path.display())]
    BrokenChain { path: PathBuf, ends: usize },
    #[error("got {what} `{name}`, expected letters, digits, `-`, `_` and `.`")]
    BadName { what: &'static str, name: String },
    #[error("run record `{}` is there already", path.display())]
    RunExists { path: PathBuf },
    #[error("run record `{}` was never opened", path.display())]
    RunNotOpen { path: PathBuf },
    #[error("`{}`: {problem}", path.display())]
    BadBundle { path: PathBuf, problem: String },
    #[error("cannot write as JSON")]
    Json(#[from] serde_json::Error),
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            Self::Held { .. } => Class::Transient,
            Self::Io(_)
            | Self::NotWritten { .. }
            | Self::NotMoved { .. }
            | Self::WrongDigest { .. }
            | Self::WrongSize { .. }
            | Self::MissingObject { .. }
            | Self::BadLine { .. }
            | Self::BrokenChain { .. }
            | Self::BadBundle { .. } => Class::Environment,
            Self::BadName { .. }
            | Self::RunExists { .. }
            | Self::RunNotOpen { .. }
            | Self::Json(_) => Class::Defect,
        }
    }
}
