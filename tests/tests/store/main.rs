//! Archive and output in object stores, beside servers that the tests start: moto for S3, azurite
//! for Azure. They need a program that was built with stores: `make check-store`. `PORTBOOK_STORE`
//! says `whole` for every race and every fault; `PORTBOOK_SEED` gives the seed of a run before.
//!
//! For Google's store no server was found that keeps `ifGenerationMatch=0`: `gs://` is not tested.

#![expect(clippy::unwrap_used, reason = "in a test, to unwrap is to assert")]
#![expect(clippy::print_stderr, reason = "a person asked what was checked and what was not")]

mod asked;
mod credentials;
mod delta;
mod faults;
mod proxy;
mod races;
mod same;
mod scene;
mod servers;
mod traffic;
mod versions;

use std::path::PathBuf;

use portbook_tests::seed::Seed;

/// What is asked of these tests by name.
#[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
fn asked_for(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// Whether everything is tried, or what was drawn once.
fn is_whole() -> bool {
    asked_for("PORTBOOK_STORE").as_deref() == Some("whole")
}

/// Seed of the short version: what was passed once is not failed by luck.
const SEED_SHORT: u64 = 549_305_071;

fn seed() -> u64 {
    match asked_for("PORTBOOK_SEED") {
        Some(text) => text.parse().expect("PORTBOOK_SEED is a number"),
        None if is_whole() => Seed::fresh(),
        None => SEED_SHORT,
    }
}

/// The folder of a tool that `make check-store` installs; `None`, and said to be, elsewhere.
fn tool(name: &str) -> Option<PathBuf> {
    let folder = asked_for("PORTBOOK_STORES").map(|tools| PathBuf::from(tools).join(name));
    let folder = folder.filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("skipped: {name} is not installed; `make check-store` does that");
    }
    folder
}
