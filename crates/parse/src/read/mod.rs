//! The readers: bytes of one snapshot to [`contents::Contents`]. Which reader is decided by content.

mod biff;
mod budget;
pub mod contents;
pub mod delimited;
mod depth;
mod digits;
pub mod html;
pub mod number_format;
mod ods;
mod ole;
mod package;
mod placement;
mod relations;
pub mod sdmx_csv;
mod spreadsheetml;
mod stored;
mod style;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
