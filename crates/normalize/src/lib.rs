//! Raw records in, typed observations out, and an issue for everything refused.
//!
//! Adds up what the places beside a value say (rule 4 of the layout grammar), turns labels into
//! codes by the source's lookups, words into periods, texts into exact numbers, and names the
//! release. It never guesses: what is not said is an issue with its cell.

mod correct;
pub mod explain;
pub mod figure;
mod known;
pub mod meaning;
pub mod period;
pub mod print;
pub mod release;
mod shape;

#[cfg(test)]
mod tests;
