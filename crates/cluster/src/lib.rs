//! Bulk's plan on the machines of a cluster. The engine is Ballista: its scheduler, its executors and
//! its shuffle; ours are the nodes, how they travel, and the check that all that was read is written.
//!
//! ```text
//! client                        scheduler            executors
//! surveys files, plans ────────► deals tasks ───────► RangeScan ─► shuffle ─► SortWrite, aside
//! counts, compares, names files ◄─────────────────────────────── a summary a range, a year
//! ```
//!
//! What machines do needs the feature `cluster`, which is off: see docs/cluster.md.

pub mod address;
pub mod error;
pub mod machine;

#[cfg(feature = "cluster")]
pub mod client;
#[cfg(feature = "cluster")]
pub mod codec;
#[cfg(feature = "cluster")]
mod executor;
#[cfg(feature = "cluster")]
mod scheduler;
#[cfg(feature = "cluster")]
mod session;

#[cfg(not(feature = "cluster"))]
#[path = "absent.rs"]
pub mod client;
