//! An archive and an output in an object store: S3, Google's, Azure's, or a folder. There every object
//! is written once, under a condition that the store itself keeps, and nothing is replaced:
//!
//! ```text
//! archive   objects/sha256/ab/<digest>       bytes as received
//!           captures/000017.jsonl            what one run added to the index: a segment
//! output    observation/source=S/…           files as they lie in a folder, named by their digests
//!           commits/000042.json              the record of a commit: who writes it has made it
//!           _delta_log/00…042.json           version 42 of a Delta table is commit 42: now it is shown
//!           catalog/…                        pages, which are replaced
//! ```
//!
//! A run works on copies in folders, which may be lost: [`places`] brings them up to date before and
//! takes what is new to the stores after. [`shown`] is a commit as readers of Parquet see it, without a
//! copy. All but addresses and errors needs the feature `store`, which is off: docs/object-stores.md.

pub mod address;
pub mod error;
pub mod hidden;
pub mod settings;
pub mod shown;
pub mod traffic;
pub mod verified;

#[cfg(feature = "store")]
mod bucket;
#[cfg(feature = "store")]
mod counted;
#[cfg(feature = "store")]
mod delta;
#[cfg(feature = "store")]
mod index;
#[cfg(feature = "store")]
mod outputs;
#[cfg(feature = "store")]
mod pages;
#[cfg(feature = "store")]
pub mod places;
#[cfg(feature = "store")]
mod verify;
#[cfg(feature = "store")]
mod view;

#[cfg(not(feature = "store"))]
#[path = "absent.rs"]
pub mod places;
