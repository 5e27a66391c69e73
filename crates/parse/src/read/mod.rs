//! The readers: bytes of one snapshot to [`contents::Contents`]. Which reader is decided by content.

pub mod contents;
pub mod delimited;
mod depth;
pub mod html;
pub mod number_format;
mod ole;
mod package;
mod placement;
pub mod sdmx_csv;
mod stored;
mod workbook;
mod xls;
mod xls_guard;
