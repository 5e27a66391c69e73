//! Record files too large to hold as rows: read in ranges, sorted in a stated memory, written as
//! the Parquet of the contract.
//!
//! ```text
//! work list ─► RangeScan ──────────► exchange ──► SortWrite
//! file, start,  lines → fields →      by year      blocks → store (memory, then disk) → merge →
//! end, first    packed records,                    rows → row groups → column chunks → files
//! record        sorted in blocks
//! ```
//!
//! What a column of a file means is learnt from the ordinary path (`mapping.rs`), so that the rows are
//! the same; what that path does and this one does not carry is refused, naming the key. The nodes
//! are those of the query engine: they read their child only, and a cluster can deal the list out.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "bits are taken out of words, and rows, pages and blocks are bounded"
)]

pub mod added;
mod agree;
mod block;
mod carried;
mod columns;
mod content;
mod dates;
mod differ;
pub mod encode;
pub mod error;
mod feeds;
mod fields;
mod figure;
pub mod file;
mod form;
mod frame;
pub mod group;
mod head;
pub mod job;
mod labels;
mod learn;
mod lines;
mod mapping;
mod merge;
mod odd;
mod portions;
pub mod print;
mod probe;
pub mod progress;
mod range_scan;
pub mod recipe;
pub mod refused;
pub mod room;
pub mod run_file;
mod scan;
pub mod since;
pub mod sort_write;
pub mod spread;
pub mod stages;
pub mod store;
mod tally;
pub mod vintage;
pub mod work;
