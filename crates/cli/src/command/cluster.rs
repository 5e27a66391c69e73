//! `cluster`: this process as a machine of a cluster.

use portbook_bulk::room::{BATCH_RECORDS, Room};
use portbook_cluster::address::Network;
use portbook_cluster::error::Result;
use portbook_cluster::machine;

use super::{memory_bytes, threads};
use crate::arguments::{Cluster, Executor, Scheduler, Shared};
use crate::output;

pub(crate) async fn cluster(shared: &Shared, asked: &Cluster) -> anyhow::Result<u8> {
    match asked {
        Cluster::Scheduler(asked) => schedule(asked).await?,
        Cluster::Executor(asked) => execute(shared, asked).await?,
    }
    Ok(0)
}

async fn schedule(asked: &Scheduler) -> Result<()> {
    network(asked.private_network).check(asked.address)?;
    let (address, host) = (asked.address, asked.host.clone());
    let scheduler = machine::Scheduler { address, host, lost_after_s: asked.lost_after };
    output::note(&format!("scheduler at {address}, until it is stopped"));
    scheduler.serve().await
}

async fn execute(shared: &Shared, asked: &Executor) -> Result<()> {
    network(asked.private_network).check(asked.address)?;
    let room = Room {
        memory_bytes: memory_bytes(shared),
        threads: threads(shared).get(),
        batch_records: BATCH_RECORDS,
        to: asked.work.clone(),
    };
    let scheduler = asked.scheduler.clone();
    let address = asked.address;
    output::note(&format!("executor at {address} for {scheduler}, until it is stopped"));
    machine::Executor { address, scheduler, room }.serve().await
}

fn network(is_private: bool) -> Network {
    if is_private { Network::Private } else { Network::Loopback }
}
