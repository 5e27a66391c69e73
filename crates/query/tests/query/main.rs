//! Questions put to small published tables: SQL and its views, `explain`, claims.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]

mod article;
mod best;
mod claims;
mod derived;
mod explain;
mod known_at;
mod moved;
mod published;
mod revisions;
mod sql;
