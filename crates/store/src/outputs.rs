//! An output between a store and a folder: files by their digests, records, and then the version of
//! the Delta table that shows them.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::{StreamExt as _, TryStreamExt as _};
use portbook_model::digest::Digest;
use portbook_publish::mirror;
use portbook_publish::record::{self, Commit, File, current_number};

use crate::bucket::{Bucket, Made};
use crate::delta;
use crate::error::{Error, Result};
use crate::index::{AT_ONCE, Stream, fetch};

fn copy(error: portbook_publish::error::Error) -> Error {
    Error::Copy(Box::new(error))
}

pub(crate) fn record_path(number: u64) -> String {
    format!("commits/{}.json", record::name(number))
}

/// A record as it is in the store.
pub(crate) async fn text(bucket: &Bucket, number: u64) -> Result<Option<Vec<u8>>> {
    Ok(bucket.get(&record_path(number)).await?.map(|text| text.to_vec()))
}

pub(crate) fn commit(bucket: &Bucket, number: u64, text: &[u8]) -> Result<Commit> {
    let place = bucket.place(&record_path(number));
    record::of_text(text, Path::new(&place), number)
        .map_err(|error| Error::Damaged { place, problem: error.to_string() })
}

/// The record of a commit that must be there.
pub(crate) async fn shown(bucket: &Bucket, number: u64) -> Result<(Commit, Vec<u8>)> {
    let Some(text) = text(bucket, number).await? else {
        let problem = "the Delta table shows it, and it is not there".to_owned();
        return Err(Error::Damaged { place: bucket.place(&record_path(number)), problem });
    };
    Ok((commit(bucket, number, &text)?, text))
}

/// Shows what a writer made and did not live to show: its record is there, and so are its files.
pub(crate) async fn finish(bucket: &Bucket) -> Result<u64> {
    let mut number = delta::version(bucket).await?.unwrap_or(0);
    while let Some(made) = text(bucket, number + 1).await? {
        let before = match number {
            0 => None,
            number => Some(shown(bucket, number).await?.0),
        };
        delta::show(bucket, &commit(bucket, number + 1, &made)?, before.as_ref()).await?;
        number += 1;
    }
    Ok(number)
}

/// Brings the folder to what is shown in the store. What the folder has after that stays, to be
/// taken there.
pub(crate) async fn bring(bucket: &Bucket, folder: &Path) -> Result<()> {
    let newest = finish(bucket).await?;
    if newest == 0 {
        return Ok(());
    }
    // Each record names the one before: with the same last one all are the same. A copy that was cut off
    // while it was brought may have the record and not yet what it shows.
    let here = current_number(folder).map_err(copy)?.unwrap_or(0);
    let (_, last) = shown(bucket, newest).await?;
    let is_same = || fs_err::read(record::path(folder, newest)).is_ok_and(|text| text == last);
    if here >= newest && folder.join("current").is_dir() && is_same() {
        return Ok(());
    }
    let records = records(bucket, folder, newest, last).await?;
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    for (number, text) in (1..).zip(&records) {
        for file in commit(bucket, number, text)?.files {
            files.insert(file.path.clone(), file);
        }
    }
    let mut missing = Vec::new();
    for file in files.into_values() {
        if !mirror::is_held(folder, &file).map_err(copy)? {
            missing.push(file);
        }
    }
    fetch(missing, |file| {
        let mut stream = Stream::open(bucket, file.path.clone())?;
        mirror::receive(folder, &file, &mut stream)
            .map_err(|error| stream.failed.take().unwrap_or(copy(error)))
    })?;
    mirror::show(folder, &records).map_err(copy)
}

/// The records up to the last. Each names the digest of the one before it, so that of those that the
/// folder has, none is asked for that follows from a later one.
async fn records(
    bucket: &Bucket,
    folder: &Path,
    newest: u64,
    last: Vec<u8>,
) -> Result<Vec<Vec<u8>>> {
    let mut expected = commit(bucket, newest, &last)?.parent.map(|parent| parent.digest);
    let mut records = vec![last];
    for number in (1..newest).rev() {
        let here = fs_err::read(record::path(folder, number)).ok();
        let text = match here.filter(|text| expected == Some(Digest::of(text))) {
            Some(text) => text,
            None => shown(bucket, number).await?.1,
        };
        expected = commit(bucket, number, &text)?.parent.map(|parent| parent.digest);
        records.push(text);
    }
    records.reverse();
    Ok(records)
}

/// Takes the commits that are only here to the store. `false` if another writer was there first.
pub(crate) async fn take(bucket: &Bucket, folder: &Path) -> Result<bool> {
    let newest = finish(bucket).await?;
    let here = current_number(folder).map_err(copy)?.unwrap_or(0);
    let mut before = match newest {
        0 => None,
        newest => {
            let (shown, text) = shown(bucket, newest).await?;
            if fs_err::read(record::path(folder, newest)).ok() != Some(text) {
                return Ok(false);
            }
            Some(shown)
        }
    };
    for number in newest + 1..=here {
        let text = fs_err::read(record::path(folder, number))?;
        let commit = commit(bucket, number, &text)?;
        let held = before.iter().flat_map(|before| &before.files);
        let held: BTreeMap<&str, &File> = held.map(|file| (file.path.as_str(), file)).collect();
        let new = commit.files.iter().filter(|file| !held.contains_key(file.path.as_str()));
        let sent = futures_util::stream::iter(new)
            .map(async |file| bucket.make_named(&file.path, &folder.join(&file.path)).await);
        sent.buffer_unordered(AT_ONCE).try_collect::<Vec<Made>>().await?;
        match bucket.make(&record_path(number), text.into()).await {
            Ok(_) => {}
            Err(Error::Other { .. }) => return Ok(false),
            Err(error) => return Err(error),
        }
        delta::show(bucket, &commit, before.as_ref()).await?;
        before = Some(commit);
    }
    Ok(true)
}
