//! What the tests across crates stand on: the program as a person starts it, what it wrote as any
//! reader sees it, and recordings with one word changed. No crate of ours is used here, so that a
//! mistake in one of them cannot hide itself.

pub mod browser;
pub mod edit;
pub mod expected;
pub mod folder;
pub mod postgres;
pub mod program;
pub mod published;
pub mod python;
pub mod repository;
pub mod seed;
