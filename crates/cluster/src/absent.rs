//! What a program says that was built without the cluster.

use std::path::Path;

use portbook_bulk::job::{Job, Outcome};
use portbook_source::load::Texts;

use crate::address::Engine;
use crate::error::{Error, Result};
use crate::machine::{Executor, Scheduler};

/// # Errors
/// `NotBuilt`.
pub fn run(_: &Job, _: &Texts, _: &Path, _: &Engine) -> Result<Outcome> {
    Err(Error::NotBuilt)
}

/// # Errors
/// `NotBuilt`.
pub fn sort(_: &Job, _: &Texts, _: &Path, _: &Engine) -> Result<Outcome> {
    Err(Error::NotBuilt)
}

impl Scheduler {
    /// # Errors
    /// `NotBuilt`.
    pub async fn serve(&self) -> Result<()> {
        std::future::ready(Err(Error::NotBuilt)).await
    }
}

impl Executor {
    /// # Errors
    /// `NotBuilt`.
    pub async fn serve(self) -> Result<()> {
        std::future::ready(Err(Error::NotBuilt)).await
    }
}
