//! What stops a job on a cluster, or a machine of it.

use std::net::SocketAddr;

use portbook_model::class::Class;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "this program was built without the cluster\n  hint: `cargo build --workspace --features \
         portbook-cli/cluster` builds it; it takes some minutes more"
    )]
    NotBuilt,
    #[error("got `{got}`, expected ballista://HOST:PORT")]
    Engine { got: String },
    #[error(
        "{address} is reached by other machines, and a cluster asks nobody who they are: who reaches \
         it reads and writes files as this program may\n  hint: say --private-network if only your \
         own machines reach it"
    )]
    Reachable { address: SocketAddr },
    #[error("the cluster at {at} did not do the job, and nothing is published: {why}")]
    Failed { at: String, why: String },
    #[error("stopped, and nothing is published")]
    Stopped,
    #[error("{address}: {why}")]
    Ended { address: SocketAddr, why: String },
    #[error(transparent)]
    Bulk(#[from] portbook_bulk::error::Error),
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl Error {
    pub fn class(&self) -> Class {
        match self {
            // Asked again, another machine may do it; what was published stands.
            Self::Failed { .. } | Self::Stopped | Self::Ended { .. } => Class::Transient,
            Self::NotBuilt | Self::Engine { .. } | Self::Reachable { .. } | Self::Io(_) => {
                Class::Environment
            }
            Self::Bulk(error) => error.class(),
        }
    }

    /// Whether it was typed wrongly.
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::NotBuilt | Self::Engine { .. } | Self::Reachable { .. })
    }
}
