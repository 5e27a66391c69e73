//! The readers: bytes of one snapshot to [`contents::Contents`]. Which reader is decided by content.

pub mod archive_members;
mod biff;
mod budget;
pub mod contents;
mod dbf;
pub mod delimited;
mod depth;
mod dif;
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
mod sylk;
mod workbook;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
