//! Questions put to small published tables: SQL and its views, `explain`, claims.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]

mod article;
mod claims;
mod derived;
mod explain;
mod published;
mod sql;
