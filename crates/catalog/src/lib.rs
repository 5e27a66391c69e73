//! Facts in, pages out: what is published as a static site of plain HTML and SVG, in which every figure
//! links to the cell it was printed in. It works with scripts off and from `file://`, and asks no host
//! for anything.
//!
//! [`site::write`] is the table of contents. The published files are read once, source by source; what
//! they do not say comes as [`facts`]. Nothing here reads a clock, an archive or a pipeline.

pub mod error;
pub mod facts;
mod figures;
pub mod folder;
mod html;
mod note;
mod number;
mod pages;
mod place;
mod releases;
mod rows;
pub mod serve;
pub mod site;
mod words;

#[cfg(test)]
mod tests;
