//! What can be typed after `catalog`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct Catalog {
    /// Write it there; without it, where each run does: `catalog` below the folder of what is
    /// published
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    /// Then serve it on this machine alone, until Ctrl-C
    #[arg(long, value_name = "ADDRESS", num_args = 0..=1, default_missing_value = "127.0.0.1:8017")]
    pub(crate) serve: Option<SocketAddr>,
    /// Folder of claims, each file of which is a page
    #[arg(long, value_name = "DIR", default_value = "claims")]
    pub(crate) claims: PathBuf,
}
