//! What stops a bulk job. What is wrong with single records is no error: see [`crate::refused`].

use std::path::PathBuf;
use std::sync::Arc;

use datafusion::error::DataFusionError;
use portbook_model::class::Class;
use portbook_model::digest::Digest;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{}: {source}", path.display())]
    Unreadable { path: PathBuf, source: std::io::Error },
    #[error("{}: {source}", path.display())]
    NotWritten { path: PathBuf, source: std::io::Error },
    #[error(transparent)]
    Parse(#[from] portbook_parse::error::Error),
    #[error("{file}: {why}")]
    Unrecognised { file: String, why: String },
    /// The layout says something that is read only where a file is held as rows.
    #[error("[[records]] `{layout}`: {key}, which bulk reading does not carry")]
    NotCarried { layout: String, key: String },
    #[error("{file}: its header is not that of {first}")]
    OtherHeader { file: String, first: String },
    /// Never leaves the merge: rows are then compared by their texts.
    #[error("a code that the layout does not give")]
    ForeignCode,
    #[error("{}: got digest {found}, expected {expected}", path.display())]
    OtherBytes { path: PathBuf, found: Digest, expected: Digest },
    #[error("{rows} records share all that stands before the measure, expected at most {max}")]
    LongRun { rows: usize, max: usize },
    #[error("--memory: got {got} bytes, expected at least {least}")]
    Memory { got: u64, least: u64 },
    #[error("the job has failed elsewhere")]
    Stopped,
    #[error("a job that was sent here cannot be done: {why}")]
    Foreign { why: String },
    /// What others say who were asked to read and sort.
    #[error("{why}")]
    Elsewhere { why: String },
    #[error("nothing is published, because what was told of the job disagrees: {why}")]
    Disagreement { why: String },
    #[error(transparent)]
    Parquet(#[from] parquet::errors::ParquetError),
    #[error(transparent)]
    Arrow(#[from] arrow::error::ArrowError),
    #[error(transparent)]
    Engine(#[from] DataFusionError),
}

impl Error {
    /// Ours again, where the engine only carried it.
    pub(crate) fn of_engine(error: DataFusionError) -> Self {
        match error {
            DataFusionError::External(inner) => match inner.downcast::<Self>() {
                Ok(own) => *own,
                Err(other) => Self::Engine(DataFusionError::External(other)),
            },
            DataFusionError::Shared(shared) => match Arc::try_unwrap(shared) {
                Ok(error) => Self::of_engine(error),
                Err(shared) => Self::Engine(DataFusionError::Shared(shared)),
            },
            DataFusionError::Context(_, inner) => Self::of_engine(*inner),
            other => Self::Engine(other),
        }
    }

    pub fn class(&self) -> Class {
        match self {
            Self::Unreadable { .. } | Self::NotWritten { .. } | Self::Memory { .. } => {
                Class::Environment
            }
            // Of machines that were lost: another try may be whole.
            Self::Disagreement { .. } | Self::Elsewhere { .. } => Class::Transient,
            Self::Parse(error) => error.class(),
            Self::Unrecognised { .. } | Self::OtherHeader { .. } | Self::LongRun { .. } => {
                Class::SourceChanged
            }
            Self::NotCarried { .. }
            | Self::ForeignCode
            | Self::Stopped
            | Self::Foreign { .. }
            | Self::OtherBytes { .. }
            | Self::Parquet(_)
            | Self::Arrow(_)
            | Self::Engine(_) => Class::Defect,
        }
    }
}
