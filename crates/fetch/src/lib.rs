//! Stage 1: a source's access rules → bytes, or a typed outcome with its evidence.
//!
//! Asks politely (`politeness`), asks again sparingly ([`retry`]), asks only what the source
//! declares ([`address`]), and says what came of it ([`outcome`]). A block is reported, never
//! evaded. [`discover`] reads index pages. [`replay`] serves recordings as an origin: a run under
//! replay differs from a live one in the resolver and the root certificate, and in nothing else.
//!
//! It keeps nothing: storing is the archive's, reading tables is the parser's.

pub mod address;
pub mod client;
pub mod discover;
pub mod error;
pub mod fetcher;
pub mod inbox;
pub mod limits;
pub mod outcome;
mod page;
mod politeness;
pub mod push;
pub mod replay;
pub mod retry;

#[cfg(test)]
mod tests;
