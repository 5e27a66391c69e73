//! Archive and output of a command: folders, or object stores, of which this machine keeps copies.

use std::path::{Path, PathBuf};

use portbook_store::address::Address;
use portbook_store::error::{Error, Result};
use portbook_store::places::Places;
use portbook_store::traffic::{Taken, Traffic};

use crate::arguments::{Command, Shared};
use crate::command::clock;
use crate::{output, progress, secrets};

/// How often what a run made is made again because another writer was there first.
const TRIES_MAX: u32 = 20;

/// What a command has of archive and output.
pub(crate) fn open(shared: &Shared) -> Result<Places> {
    let (archive, output) = (address(&shared.archive)?, address(&shared.output)?);
    let copies = secrets::cache().join("portbook");
    Places::open(archive.as_ref(), output.as_ref(), &secrets::stores(), &copies)
}

fn address(given: &Path) -> Result<Option<Address>> {
    match given.to_str().filter(|text| Address::is_meant(text)) {
        Some(text) => Ok(Some(text.parse()?)),
        None => Ok(None),
    }
}

/// The options of a command, with the folders in which archive and output lie here.
pub(crate) fn local(shared: &Shared, places: &Places) -> Shared {
    let mut local = shared.clone();
    let here = |there: &mut PathBuf, here: Option<PathBuf>| {
        if let Some(here) = here {
            *there = here;
        }
    };
    here(&mut local.archive, places.archive());
    here(&mut local.output, places.output());
    local.address = places.output_address();
    local
}

/// Whether a command reads copies, which are brought before it: others read stores where they lie, or
/// no archive at all.
pub(crate) fn reads_copies(command: &Command) -> bool {
    match command {
        Command::Revisions(_)
        | Command::Changes(_)
        | Command::Sink(_)
        | Command::Diff(_)
        | Command::Claims(_)
        | Command::Lock(_)
        | Command::Reproduce(_)
        | Command::Export(_)
        | Command::Cite(_)
        | Command::Check(_)
        | Command::Catalog(_)
        | Command::Calendar(_)
        | Command::Sources(_)
        | Command::Review(_)
        | Command::Status => true,
        // Runs bring and take themselves, and may do so again; what is removed lies here alone.
        Command::Run(_)
        | Command::Collect
        | Command::Build
        | Command::Gc(_)
        | Command::Sql(_)
        | Command::Explain(_)
        | Command::Verify(_)
        | Command::Parse(_)
        | Command::ParseWorker
        | Command::Survey(_)
        | Command::Layout(_)
        | Command::Probe(_)
        | Command::Inbox(_)
        | Command::Codelist(_)
        | Command::Cluster(_)
        | Command::Completions(_)
        | Command::Man(_) => false,
    }
}

/// Brings the copies to what the stores hold.
pub(crate) async fn bring(places: &Places) -> Result<()> {
    if places.traffic().is_none() {
        return Ok(());
    }
    let spinner = progress::spinner("fetching what the store holds");
    let brought = places.bring(clock()).await;
    spinner.finish_and_clear();
    brought
}

/// Takes what a run made to the stores. Where another writer was there first, what it wrote is
/// brought, and `again` makes the rest on that.
pub(crate) async fn take(
    places: &Places,
    mut again: impl AsyncFnMut() -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    for _ in 0..TRIES_MAX {
        if places.take().await? == Taken::There {
            return Ok(());
        }
        output::note("another run wrote there meanwhile: building again on what it wrote");
        places.bring(clock()).await?;
        again().await?;
    }
    let place = "the store".to_owned();
    Err(Error::Raced { place, tries: TRIES_MAX }.into())
}

/// Says what was asked of stores, on stderr.
pub(crate) fn tell(places: &Places) {
    if let Some(Traffic { requests, bytes_read, bytes_written }) = places.traffic() {
        tracing::info!(event = "store_asked", requests, bytes_read, bytes_written);
    }
}
