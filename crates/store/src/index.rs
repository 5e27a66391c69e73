//! An archive between a store and a folder: bytes by their digests, the index as segments.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use futures_util::{StreamExt as _, TryStreamExt as _};
use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_archive::segment::{self, Line};
use portbook_archive::writer::Writer;
use portbook_model::digest::Digest;
use tokio::runtime::Handle;

use crate::bucket::{Bucket, Made};
use crate::error::{Error, Result};

/// Objects asked for, or sent, at a time.
pub(crate) const AT_ONCE: usize = 8;

fn copy(error: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Copy(Box::new(error))
}

pub(crate) fn object(digest: &Digest) -> String {
    let name = digest.to_string();
    format!("objects/sha256/{}/{name}", &name[..2])
}

pub(crate) fn segment_path(number: u64) -> String {
    format!("captures/{number:06}.jsonl")
}

/// The index as it is in the store.
pub(crate) struct Index {
    pub(crate) lines: Vec<Line>,
    /// Number of the last segment; 0 if there is none.
    last: u64,
}

/// Reads the index. `kept` is a folder of segments read before: they never change.
pub(crate) async fn read(bucket: &Bucket, kept: &Path) -> Result<Index> {
    let listed = bucket.list("captures", None).await?;
    let mut index = Index { lines: Vec::new(), last: 0 };
    for found in &listed {
        let number = index.last + 1;
        let path = segment_path(number);
        if found.location.as_ref() != path {
            let problem = format!("got `{}`, expected `{path}`", found.location);
            return Err(Error::Damaged { place: bucket.place("captures"), problem });
        }
        let file = kept.join(format!("{number:06}.jsonl"));
        let text = match fs_err::read(&file) {
            Ok(text) if text.len() as u64 == found.size => text,
            _ => {
                let missing = || Error::Damaged {
                    place: bucket.place(&path),
                    problem: "it was listed and is not there".to_owned(),
                };
                let text = bucket.get(&path).await?.ok_or_else(missing)?;
                fs_err::create_dir_all(kept)?;
                let beside = file.with_extension("part");
                fs_err::write(&beside, &text)?;
                fs_err::rename(&beside, &file)?;
                text.to_vec()
            }
        };
        index.lines.append(&mut segment::lines(&text, &file).map_err(copy)?);
        index.last = number;
    }
    Ok(index)
}

/// Which bytes are fetched.
#[derive(Clone, Copy)]
pub(crate) enum Bytes<'a> {
    All,
    Of(&'a BTreeSet<Digest>),
}

/// Brings the folder up to date: its index holds what the store's does, then what is only here.
pub(crate) async fn bring(
    bucket: &Bucket,
    folder: &Path,
    kept: &Path,
    bytes: Bytes<'_>,
    now: Timestamp,
) -> Result<()> {
    let index = read(bucket, kept).await?;
    let archive = Archive::open(folder).map_err(copy)?;
    let mut missing = BTreeSet::new();
    for digest in index.lines.iter().filter_map(|line| line.capture().snapshot) {
        let is_asked = match bytes {
            Bytes::All => true,
            Bytes::Of(digests) => digests.contains(&digest),
        };
        if is_asked && !archive.object_path(&digest).is_file() {
            missing.insert(digest);
        }
    }
    let writer = archive.lock(now).map_err(copy)?;
    fetch(missing.into_iter().collect(), |digest| receive(bucket, &writer, digest))?;
    writer.follow(&index.lines).map_err(copy)
}

fn receive(bucket: &Bucket, writer: &Writer, digest: Digest) -> Result<()> {
    let path = object(&digest);
    let mut stream = Stream::open(bucket, path.clone())?;
    writer.receive(digest, &mut stream).map_err(|error| stream.failed.take().unwrap_or(copy(error)))
}

/// Takes what is only here to the store: bytes, then one segment. `false` if another writer was
/// there first: bring, and take again.
pub(crate) async fn take(bucket: &Bucket, folder: &Path, kept: &Path) -> Result<bool> {
    let index = read(bucket, kept).await?;
    let archive = Archive::open(folder).map_err(copy)?;
    let lines = archive.lines_beyond(&index.lines).map_err(copy)?;
    if lines.is_empty() {
        return Ok(true);
    }
    let snapshot = |line: &Line| line.capture().snapshot;
    let there: BTreeSet<Digest> = index.lines.iter().filter_map(snapshot).collect();
    let here: BTreeSet<Digest> = lines.iter().filter_map(snapshot).collect();
    let new = here.difference(&there);
    let sent = futures_util::stream::iter(new)
        .map(async |digest| bucket.make_named(&object(digest), &archive.object_path(digest)).await);
    sent.buffer_unordered(AT_ONCE).try_collect::<Vec<Made>>().await?;
    let text = segment::text(&lines);
    match bucket.make(&segment_path(index.last + 1), text.into()).await {
        Ok(_) => Ok(true),
        Err(Error::Other { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Calls `one` for each of them, some at a time.
pub(crate) fn fetch<T: Send>(wanted: Vec<T>, one: impl Fn(T) -> Result<()> + Sync) -> Result<()> {
    let handle = Handle::current();
    let left = Mutex::new(wanted);
    let failed: Mutex<Option<Error>> = Mutex::new(None);
    tokio::task::block_in_place(|| {
        std::thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(|| {
                    let _entered = handle.enter();
                    loop {
                        let next = left.lock().unwrap_or_else(PoisonError::into_inner).pop();
                        let Some(next) = next else { return };
                        if let Err(error) = one(next) {
                            left.lock().unwrap_or_else(PoisonError::into_inner).clear();
                            failed
                                .lock()
                                .unwrap_or_else(PoisonError::into_inner)
                                .get_or_insert(error);
                            return;
                        }
                    }
                });
            }
        });
    });
    match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// An object read part by part, so that only a part of it is held.
pub(crate) struct Stream<'a> {
    bucket: &'a Bucket,
    path: String,
    size: u64,
    at: u64,
    part: bytes::Bytes,
    /// Why reading stopped, as it was told.
    pub(crate) failed: Option<Error>,
}

impl<'a> Stream<'a> {
    /// Inside of [`fetch`].
    pub(crate) fn open(bucket: &'a Bucket, path: String) -> Result<Self> {
        let size = Handle::current().block_on(bucket.size(&path))?;
        let Some(size) = size else {
            let problem = "it is named and is not there".to_owned();
            return Err(Error::Damaged { place: bucket.place(&path), problem });
        };
        Ok(Self { bucket, path, size, at: 0, part: bytes::Bytes::new(), failed: None })
    }
}

impl Read for Stream<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.part.is_empty() && self.at < self.size {
            let part = self.bucket.part(&self.path, self.at, self.size);
            match Handle::current().block_on(part) {
                Ok(part) => {
                    self.at += part.len() as u64;
                    self.part = part;
                }
                Err(error) => {
                    let told = std::io::Error::other(error.to_string());
                    self.failed = Some(error);
                    return Err(told);
                }
            }
        }
        let length = into.len().min(self.part.len());
        into[..length].copy_from_slice(&self.part.split_to(length));
        Ok(length)
    }
}
