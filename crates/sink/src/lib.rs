//! Sinks: replicas of a commit in somebody's warehouse. A sink holds the rows of exactly one commit
//! and says of which; nothing is judged here, and nothing of a sink leads back to what is published.
//!
//! ```text
//! commit.rs     what a commit holds, partition by partition, and what changed since another one
//! measure.rs    what a partition's rows come to: what a sink is compared with after a load
//! columns.rs    the table in words that no dialect owns
//! changes.rs    rows that differ between two commits, for those who load by themselves
//! plan.rs       what a load will do, from what the sink says it holds
//! sink.rs       one sink, whatever its engine
//! settings.rs   which sinks there are
//! postgres.rs   a load as one transaction
//! clickhouse.rs a load as a table and a view that is moved to it
//! duckdb.rs     a transaction in a database file; views over the files themselves
//! scripts.rs    SQL for warehouses that are not spoken to
//! words.rs      SQL that is spelled the same everywhere
//! told.rs       what an engine says of its partitions
//! ```

pub mod address;
pub mod changes;
mod clickhouse;
pub mod columns;
pub mod commit;
pub mod duckdb;
pub mod error;
pub mod measure;
pub mod plan;
mod postgres;
pub mod scripts;
pub mod settings;
pub mod sink;
mod told;
mod words;

#[cfg(test)]
mod tests;
