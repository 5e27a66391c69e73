//! What can go wrong between a folder and a store.

use std::io;

use crate::address::Mistake;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "this program was built without object stores\n  hint: cargo build --workspace --features portbook-cli/store, which takes some minutes"
    )]
    NotBuilt,
    #[error(transparent)]
    Address(#[from] Mistake),
    /// What the store's client says, without credentials.
    #[error("{place}: {problem}{hint}")]
    Store { place: String, problem: String, hint: &'static str },
    #[error("{place}: the answer is cut off or not what was stored: {problem}")]
    Damaged { place: String, problem: String },
    /// Another writer was there first.
    #[error(
        "{place} was written by another run meanwhile, {tries} times in a row\n  hint: what was collected is kept here, and the next run takes it there"
    )]
    Raced { place: String, tries: u32 },
    /// Something that is written once is there with other bytes.
    #[error("{place} is there already, and holds other bytes")]
    Other { place: String },
    #[error(
        "{place}: version {version} of the Delta table is not commit {version}: {problem}\n  hint: nothing but portbook may write to this table; readers may read it with anything"
    )]
    Foreign { place: String, version: u64, problem: String },
    #[error("{output} holds no commit yet\n  hint: portbook run --archive … --output {output}")]
    NotPublished { output: String },
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Of the copy that this machine keeps.
    #[error(transparent)]
    Copy(Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// Exit code, as docs/exit-codes.md lists them.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NotBuilt | Self::Address(_) => 64,
            Self::Damaged { .. } | Self::Other { .. } | Self::Foreign { .. } => 65,
            Self::NotPublished { .. }
            | Self::Store { .. }
            | Self::Raced { .. }
            | Self::Io(_)
            | Self::Copy(_) => 75,
        }
    }
}
