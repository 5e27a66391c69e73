//! What can be typed after `cluster`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Subcommand};
use portbook_cluster::address::Engine;

use super::examples;

#[derive(Debug, Subcommand)]
pub(crate) enum Cluster {
    /// Deal out the tasks of jobs, until it is stopped; one for a cluster
    #[command(after_help = examples::SCHEDULER)]
    Scheduler(Scheduler),
    /// Read, sort and write what a scheduler deals out, until it is stopped: `--threads` tasks at a
    /// time in `--memory`
    #[command(after_help = examples::EXECUTOR)]
    Executor(Executor),
}

#[derive(Debug, Args)]
pub(crate) struct Scheduler {
    /// Where it is reached
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50050")]
    pub(crate) address: SocketAddr,
    /// What executors call this machine, where the address is 0.0.0.0
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Option<String>,
    /// Only trusted machines reach that address: nothing is encrypted, and nobody is asked for a
    /// password
    #[arg(long)]
    pub(crate) private_network: bool,
    /// Give an executor up after so many seconds of silence
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    pub(crate) lost_after: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Executor {
    /// Whose tasks it does
    #[arg(long, value_name = "ballista://HOST:PORT", default_value = "ballista://127.0.0.1:50050")]
    pub(crate) scheduler: Engine,
    /// Where it is reached, at this port and the one after it
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:50051")]
    pub(crate) address: SocketAddr,
    /// Only trusted machines reach that address: nothing is encrypted, and nobody is asked for a
    /// password
    #[arg(long)]
    pub(crate) private_network: bool,
    /// Folder for what it needs meanwhile; a disk of its own machine, twice the size of the data
    #[arg(long, value_name = "DIR")]
    pub(crate) work: PathBuf,
}
