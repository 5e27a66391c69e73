//! Rows on their way to a reader: one file in the form that its name asks for, with a word on where
//! they are from, and the citation from which anybody gets the same rows again.
//!
//! Rows come in batches and are written as they come; none is looked for here, and none is left
//! out.

pub mod citation;
pub mod cited;
mod csv;
pub mod error;
pub mod file;
pub mod provenance;
mod sdmx_csv;
mod values;
mod xlsx;

#[cfg(test)]
mod tests;
