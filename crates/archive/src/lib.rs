//! Stage 2: captures → snapshots by SHA-256, and an append-only index of captures.
//!
//! The archive holds exactly the bytes received and never judges them: parsing, normalizing and
//! checking are downstream and can be repeated from here with the network off. It knows nothing of
//! networks, tables or sources' rules. Contract 9 says what of it a build depends on.
//!
//! ```text
//! archive/objects/sha256/ab/<64 hex digits>       bytes as received, named by their SHA-256
//! archive/captures/<source>/<YYYY-MM>.jsonl       one line per capture, chained by SHA-256
//! archive/runs/<id>.json, archive/runs/lock       what ran, and what is running
//! archive/runs/last-build/memory.json             what the last build was made from and came to
//! archive/runs/last-build/kept/<source>           its captures as they were read
//! ```

pub mod archive;
mod aside;
pub mod bundle;
pub mod capture;
mod chain;
pub mod error;
mod inbox;
pub mod index;
pub mod kept;
mod leftovers;
mod objects;
pub mod segment;
pub mod verify;
pub mod writer;

#[cfg(test)]
mod tests;
