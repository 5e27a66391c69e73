//! Bulk's plan on a cluster of processes, one scheduler and three executors over a folder that all
//! have: what it publishes is what one process publishes, to the byte, or nothing is published.
//!
//! They need a program that was built with the cluster: `make check-cluster`.

#![expect(
    clippy::print_stdout,
    reason = "what was killed when, and the seed, are for a person to read"
)]

mod equal;
mod killed;
mod machines;
mod made;
mod mounted;
mod refused;
mod run;
