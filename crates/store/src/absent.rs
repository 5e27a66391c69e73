//! What stands in for stores in a program that was built without them: archive and output are folders.
#![expect(clippy::unused_async, reason = "they are asked as those of a program that has stores")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use portbook_model::digest::Digest;

use crate::address::Address;
use crate::error::{Error, Result};
use crate::settings::Settings;
use crate::shown::Shown;
use crate::traffic::{Taken, Traffic};
use crate::verified::Verified;

#[derive(Clone, Debug)]
pub struct Places;

impl Places {
    /// # Errors
    /// `NotBuilt` if one of them lies in a store.
    pub fn open(
        archive: Option<&Address>,
        output: Option<&Address>,
        _: &Settings,
        _: &Path,
    ) -> Result<Self> {
        match archive.or(output) {
            Some(_) => Err(Error::NotBuilt),
            None => Ok(Self),
        }
    }

    pub fn archive(&self) -> Option<PathBuf> {
        None
    }

    pub fn output(&self) -> Option<PathBuf> {
        None
    }

    pub fn archive_address(&self) -> Option<String> {
        None
    }

    pub fn output_address(&self) -> Option<String> {
        None
    }

    pub async fn bring(&self, _: Timestamp) -> Result<()> {
        Ok(())
    }

    pub async fn bring_bytes(&self, _: &BTreeSet<Digest>, _: Timestamp) -> Result<()> {
        Ok(())
    }

    pub async fn take(&self) -> Result<Taken> {
        Ok(Taken::There)
    }

    pub async fn take_pages(&self) -> Result<()> {
        Ok(())
    }

    pub async fn shown(&self) -> Result<Option<Shown>> {
        Ok(None)
    }

    pub async fn verify(&self) -> Result<Verified> {
        Ok(Verified::default())
    }

    pub fn traffic(&self) -> Option<Traffic> {
        None
    }
}
