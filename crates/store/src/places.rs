//! An archive and an output as a command has them: folders, or stores with the copies that this machine
//! keeps of them. A copy may be lost at any time, but for what a run collected and could not take to
//! the store yet.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use portbook_model::digest::Digest;

use crate::address::Address;
use crate::bucket::Bucket;
use crate::error::Result;
use crate::index::Bytes;
use crate::settings::Settings;
use crate::shown::Shown;
use crate::traffic::{Taken, Traffic};
use crate::verified::Verified;
use crate::{index, outputs, pages, verify, view};

/// Where archive and output lie; a folder is nothing to this crate.
#[derive(Clone, Debug)]
pub struct Places {
    archive: Option<Copy>,
    output: Option<Copy>,
}

/// A folder of a store, and what this machine keeps of it.
#[derive(Clone, Debug)]
struct Copy {
    bucket: Bucket,
    folder: PathBuf,
}

impl Copy {
    fn of(address: &Address, settings: &Settings, copies: &Path) -> Result<Self> {
        let folder = copies.join(address.name());
        Ok(Self { bucket: Bucket::open(address, settings)?, folder })
    }

    fn copy(&self) -> PathBuf {
        self.folder.join("copy")
    }

    fn segments(&self) -> PathBuf {
        self.folder.join("segments")
    }
}

impl Places {
    /// Nothing is asked yet; `copies` is the folder of all copies.
    ///
    /// # Errors
    /// `Store` if the settings do not suffice.
    pub fn open(
        archive: Option<&Address>,
        output: Option<&Address>,
        settings: &Settings,
        copies: &Path,
    ) -> Result<Self> {
        let open = |address| Copy::of(address, settings, copies);
        let (archive, output) = (archive.map(open).transpose()?, output.map(open).transpose()?);
        Ok(Self { archive, output })
    }

    /// Where the archive lies here, if it lies in a store.
    pub fn archive(&self) -> Option<PathBuf> {
        self.archive.as_ref().map(Copy::copy)
    }

    /// Where the output lies here, if it lies in a store.
    pub fn output(&self) -> Option<PathBuf> {
        self.output.as_ref().map(Copy::copy)
    }

    /// How the archive is addressed, if it lies in a store.
    pub fn archive_address(&self) -> Option<String> {
        self.archive.as_ref().map(|archive| archive.bucket.address().to_string())
    }

    /// How the output is addressed, if it lies in a store.
    pub fn output_address(&self) -> Option<String> {
        self.output.as_ref().map(|output| output.bucket.address().to_string())
    }

    /// Brings the copies to what the stores hold: an archive with all its bytes, an output with all
    /// its commits.
    ///
    /// # Errors
    /// As the stores have, and `Copy` if a copy cannot be written.
    pub async fn bring(&self, now: Timestamp) -> Result<()> {
        if let Some(archive) = &self.archive {
            let (bucket, kept) = (&archive.bucket, archive.segments());
            index::bring(bucket, &archive.copy(), &kept, Bytes::All, now).await?;
        }
        if let Some(output) = &self.output {
            outputs::bring(&output.bucket, &output.copy()).await?;
        }
        Ok(())
    }

    /// Brings the index of the archive, and of the bytes it names only these.
    ///
    /// # Errors
    /// As [`Self::bring`].
    pub async fn bring_bytes(&self, of: &BTreeSet<Digest>, now: Timestamp) -> Result<()> {
        let Some(archive) = &self.archive else { return Ok(()) };
        let (bucket, kept) = (&archive.bucket, archive.segments());
        index::bring(bucket, &archive.copy(), &kept, Bytes::Of(of), now).await
    }

    /// Takes to the stores what is only here: first what was collected, then the commits made of it.
    ///
    /// # Errors
    /// As [`Self::bring`].
    pub async fn take(&self) -> Result<Taken> {
        if let Some(archive) = &self.archive
            && !index::take(&archive.bucket, &archive.copy(), &archive.segments()).await?
        {
            return Ok(Taken::Raced);
        }
        if let Some(output) = &self.output
            && !outputs::take(&output.bucket, &output.copy()).await?
        {
            return Ok(Taken::Raced);
        }
        Ok(Taken::There)
    }

    /// Takes the pages of a catalog to the store, once they are made of what is there.
    ///
    /// # Errors
    /// As [`Self::bring`].
    pub async fn take_pages(&self) -> Result<()> {
        match &self.output {
            Some(output) => pages::take(&output.bucket, &output.copy()).await,
            None => Ok(()),
        }
    }

    /// The commit that the output shows, to be read where it lies; `None` if it lies in a folder.
    ///
    /// # Errors
    /// `NotPublished` if there is none yet.
    pub async fn shown(&self) -> Result<Option<Shown>> {
        match &self.output {
            Some(output) => view::shown(&output.bucket).await.map(Some),
            None => Ok(None),
        }
    }

    /// Reads every byte of the stores again, and holds it against what names it.
    ///
    /// # Errors
    /// As the stores have; what is damaged is no error.
    pub async fn verify(&self) -> Result<Verified> {
        let mut verified = Verified::default();
        if let Some(archive) = &self.archive {
            verify::archive(&archive.bucket, &mut verified).await?;
        }
        if let Some(output) = &self.output {
            verify::output(&output.bucket, &mut verified).await?;
        }
        Ok(verified)
    }

    /// What was asked of the stores so far; `None` if there are none.
    pub fn traffic(&self) -> Option<Traffic> {
        let copies: Vec<&Copy> = self.archive.iter().chain(&self.output).collect();
        if copies.is_empty() {
            return None;
        }
        let mut traffic = Traffic::default();
        for counts in copies.iter().map(|copy| copy.bucket.counts()) {
            traffic.requests += counts.requests.load(Ordering::Relaxed);
            traffic.bytes_read += counts.bytes_read.load(Ordering::Relaxed);
            traffic.bytes_written += counts.bytes_written.load(Ordering::Relaxed);
        }
        Some(traffic)
    }
}
