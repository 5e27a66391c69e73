//! The published table, asked: SQL with as-of views, `explain` (from an observation back to the
//! cell it was printed in), revisions (what each release changed), what moved between two commits, and claims (an article's figures
//! as executable tests).
//!
//! Reads `output/current/**` and nothing else. It knows neither the archive nor the readers of
//! files: what was captured, and the cells around a figure, are handed in by the caller. It writes
//! nothing; every statement that would is refused.

pub mod as_of;
pub mod claims;
pub mod derived;
pub mod error;
pub mod explain;
mod known_at;
pub mod moved;
pub mod page;
pub mod published_row;
pub mod revisions;
pub mod rows;
mod series_id;
pub mod table;
mod text_table;
