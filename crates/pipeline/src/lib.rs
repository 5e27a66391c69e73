//! One run: plan, the six stages, quarantine, summary. The only crate that knows two stages.
//!
//! [`run`] is the table of contents: collect (fetch → archive), then build (parse → normalize →
//! check → publish).

pub mod asking;
pub mod build;
pub mod bulk;
pub mod calendar;
pub mod catalog;
pub mod cells;
pub mod checked;
pub mod collect;
pub mod decided;
pub mod diff;
pub mod due;
pub mod error;
pub mod explained;
pub mod export;
mod findings;
pub mod formats;
pub mod gc;
pub mod growth;
pub mod handed_in;
mod implied;
pub mod judged;
pub mod kept;
pub mod left;
mod leftovers;
pub mod local;
pub mod lock;
pub mod memory;
pub mod neighbourhood;
pub mod notice;
pub mod parser;
pub mod printed;
pub mod printed_table;
pub mod probed;
pub mod published;
mod quarantine;
pub mod raw;
mod releases;
pub mod reproduce;
mod reviewed;
pub mod run;
pub mod selection;
pub mod settings;
mod side_by_side;
mod sinks;
mod stages;
pub mod states;
pub mod summary;
pub mod survey;
pub mod tell;
pub mod verify;
