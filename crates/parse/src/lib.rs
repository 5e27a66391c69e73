//! Bytes in, raw records out. Pure: no file system, clock, network or environment.
//!
//! `read` turns the bytes of one snapshot into grids or records, whatever they are named;
//! `layout` turns those into raw records by a source's dictionary.

pub mod cell_at;
pub mod error;
pub mod grid;
pub mod layout;
pub mod left_out;
pub mod limits;
pub mod raw;
pub mod read;
pub mod record_set;
pub mod refusal;
pub mod sniff;
pub mod text;

#[cfg(test)]
mod hostile_texts;
