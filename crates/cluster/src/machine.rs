//! The machines of a cluster, as they are asked for. What they do is in a program that was built
//! with it.

use std::net::SocketAddr;

use portbook_bulk::room::Room;

use crate::address::Engine;

/// Who deals out tasks.
#[derive(Clone, Debug)]
pub struct Scheduler {
    pub address: SocketAddr,
    /// What executors call it; its address, if nothing is said.
    pub host: Option<String>,
    /// Seconds of silence after which an executor is given up: some of its heartbeats.
    pub lost_after_s: u64,
}

/// Who reads, sorts and writes.
#[derive(Clone, Debug)]
pub struct Executor {
    /// Where rows are fetched; tasks come at the port after it.
    pub address: SocketAddr,
    pub scheduler: Engine,
    /// Its threads are tasks at a time; `room.to` is a folder for what it needs meanwhile.
    pub room: Room,
}
