//! An error of a reader as it travels between processes: its words and its kind, not its parts.

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};

/// What is left of an [`Error`] that was told by another process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// The error's message.
    pub message: String,
    pub kind: Kind,
}

impl Refusal {
    pub fn of(error: &Error) -> Self {
        Self { message: error.to_string(), kind: error.kind() }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Told { refusal }
    }
}
