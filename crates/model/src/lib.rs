//! The field's nouns, in SDMX and IMTS terms: series, period, amount, status, release, provenance,
//! issue. They know nothing of files, tables, clocks or networks.
//!
//! What each means is fixed in `docs/contract.md`; the Arrow shape of an observation is in the
//! crate `schema`.

pub mod address;
pub mod amount;
pub mod class;
pub mod concept;
pub mod digest;
pub mod issue;
pub mod licence;
pub mod observation;
pub mod period;
pub mod print;
pub mod release;
pub mod secret;
pub mod series;
pub mod shape;
pub mod status;
pub mod text;
