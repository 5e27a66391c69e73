//! Questions put to small published tables: SQL and its views, `explain`, claims.

mod article;
mod claims;
mod explain;
mod published;
mod sql;
