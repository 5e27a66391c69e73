//! What is written about the program is true: every command of the README and of `docs/` runs, and
//! prints what stands there; so do SQL and Python for readers, and the examples of every help page.
//!
//! A block marked `sh` or `console` is run as it stands, page by page, each page in a folder of its own
//! in which the recordings were replayed. In `console`, what follows a line `$ command` is what it
//! prints; `…` stands for any text, alone in a line for any lines. A block that needs what is not here
//! says so: `sh elsewhere`.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]

mod block;
mod help;
mod pages;
mod printed;
mod reference;
mod scene;
mod snippets;
mod terminal;
