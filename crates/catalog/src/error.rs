//! What can go wrong while pages are made.

use std::net::SocketAddr;
use std::path::PathBuf;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The message names the path, as `fs-err` does.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    #[error(transparent)]
    Publish(#[from] portbook_publish::error::Error),
    #[error(
        "`{}` holds nothing that was published\n  hint: `portbook run` publishes",
        output.display()
    )]
    NotPublished { output: PathBuf },
    #[error("`{path}`: {problem}")]
    Rows { path: String, problem: String },
    #[error("cannot move a finished page to `{}`", path.display())]
    NotMoved { path: PathBuf, source: std::io::Error },
    #[error(
        "`{}` is there and is no catalog\n  hint: name an empty folder, or one that `portbook \
         catalog` made", folder.display()
    )]
    NotACatalog { folder: PathBuf },
    #[error("got address `{got}`, expected one of this machine alone, as 127.0.0.1:8017")]
    NotLoopback { got: SocketAddr },
    #[error("cannot listen on {at}\n  hint: another address, or none, with --serve")]
    NotListening { at: SocketAddr, source: std::io::Error },
    #[error("cannot write what pages were made from as JSON")]
    Json(#[from] serde_json::Error),
    /// Whoever shows the printed tables could not.
    #[error("cannot show the tables of snapshot {snapshot}")]
    Shown { snapshot: String, source: Box<dyn std::error::Error + Send + Sync> },
}
