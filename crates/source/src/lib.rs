//! Sources are data: reads `pipelines/<area>/<agency>-<what>/*.toml` into a checked
//! [`load::Source`].
//!
//! Everything a publisher does differently is said in those files and nowhere else. A mistake in
//! them is reported as a compiler would: file, line, column, what was expected.
//! The grammar of `layout.toml` is described in `docs/layouts.md`.

pub mod access;
mod bulk;
pub mod correction;
pub mod dataset;
mod document;
pub mod error;
mod examples;
pub mod follows;
pub mod identity;
pub mod layout;
mod like;
pub mod load;
pub mod lookup;
pub mod nearest;
pub mod pattern;
pub mod printed;
pub mod says;
mod series;
pub mod timetext;
pub mod timing;
pub mod validity;
mod value;
pub mod vocabulary;

#[cfg(test)]
mod tests;
