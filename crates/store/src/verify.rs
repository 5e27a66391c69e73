//! Whether stores hold what was written to them: every byte is read again, no copy is believed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use portbook_archive::segment;
use portbook_model::digest::{Digest, Hasher};
use portbook_publish::record::{Commit, File};

use crate::bucket::Bucket;
use crate::error::{Error, Result};
use crate::index::{Stream, fetch, object};
use crate::verified::Verified;
use crate::{delta, outputs};

/// Bytes of an object that are hashed at once.
const CHUNK_BYTES: usize = 1 << 20;

/// Looks at every object of an archive.
pub(crate) async fn archive(bucket: &Bucket, verified: &mut Verified) -> Result<()> {
    let mut named = BTreeSet::new();
    let mut ends: BTreeMap<String, Digest> = BTreeMap::new();
    for (number, found) in (1_u64..).zip(bucket.list("captures", None).await?) {
        let path = found.location.to_string();
        let place = bucket.place(&path);
        if path != crate::index::segment_path(number) {
            verified.damaged.push(format!("{place}: expected segment {number}"));
        }
        let text = bucket.get(&path).await?.unwrap_or_default();
        let lines = match segment::lines(&text, Path::new(&place)) {
            Ok(lines) => lines,
            Err(error) => {
                verified.damaged.push(error.to_string());
                continue;
            }
        };
        for line in &lines {
            let end = ends.insert(line.capture().source.clone(), line.digest());
            if line.previous() != end {
                let source = &line.capture().source;
                verified.damaged.push(format!("{place}: a line of {source} before it is missing"));
            }
            named.extend(line.capture().snapshot);
        }
    }
    let mut held = BTreeSet::new();
    let mut wanted = Vec::new();
    for found in bucket.list("objects", None).await? {
        let path = found.location.to_string();
        match found.location.filename().and_then(|name| name.parse::<Digest>().ok()) {
            Some(digest) if path == object(&digest) => {
                held.insert(digest);
                wanted.push((path, digest));
            }
            _ => verified.orphans.push(bucket.place(&path)),
        }
    }
    digests(bucket, wanted, verified)?;
    let lost = named.difference(&held).map(|digest| bucket.place(&object(digest)));
    verified.damaged.extend(lost.map(|place| format!("{place}: a capture names it, missing")));
    let unnamed = held.difference(&named).map(|digest| bucket.place(&object(digest)));
    verified.orphans.extend(unnamed);
    Ok(())
}

/// Looks at every record, at every file they name, and at what the Delta table shows.
pub(crate) async fn output(bucket: &Bucket, verified: &mut Verified) -> Result<()> {
    let newest = delta::version(bucket).await?.unwrap_or(0);
    let mut files: BTreeMap<String, File> = BTreeMap::new();
    let mut before: Option<(u64, Digest)> = None;
    let mut last: Option<Commit> = None;
    for number in 1..=newest {
        let (commit, text) = match outputs::shown(bucket, number).await {
            Ok(shown) => shown,
            Err(error @ Error::Damaged { .. }) => {
                verified.damaged.push(error.to_string());
                before = None;
                continue;
            }
            Err(error) => return Err(error),
        };
        verified.commits += 1;
        let parent = commit.parent.as_ref().map(|parent| (parent.commit, parent.digest));
        if number > 1 && before.is_some() && parent != before {
            let place = bucket.place(&outputs::record_path(number));
            verified.damaged.push(format!("{place}: its parent is not the commit before it"));
        }
        before = Some((number, Digest::of(&text)));
        files.extend(commit.files.iter().map(|file| (file.path.clone(), file.clone())));
        last = Some(commit);
    }
    let mut held = BTreeSet::new();
    for folder in ["observation", "dimension", "audit", "metadata"] {
        held.extend(bucket.list(folder, None).await?.iter().map(|it| it.location.to_string()));
    }
    let (there, lost): (Vec<&File>, Vec<&File>) =
        files.values().partition(|file| held.contains(&file.path));
    let lost = lost.into_iter().map(|file| format!("{}: missing", bucket.place(&file.path)));
    verified.damaged.extend(lost);
    digests(bucket, there.iter().map(|file| (file.path.clone(), file.digest)).collect(), verified)?;
    let unnamed = held.iter().filter(|path| !files.contains_key(*path));
    verified.orphans.extend(unnamed.map(|path| bucket.place(path)));
    let Some(commit) = last.filter(|commit| commit.commit == newest) else { return Ok(()) };
    let recorded = commit.files.into_iter().filter(File::is_observations);
    let recorded: BTreeSet<String> = recorded.map(|file| file.path).collect();
    let shown: BTreeSet<String> = delta::files(bucket, newest).await?.into_iter().collect();
    for path in recorded.difference(&shown) {
        let place = bucket.place(path);
        verified.damaged.push(format!("{place}: in commit {newest}, not in its Delta version"));
    }
    for path in shown.difference(&recorded) {
        let place = bucket.place(path);
        verified.damaged.push(format!("{place}: not in commit {newest}, in its Delta version"));
    }
    Ok(())
}

/// Reads objects to their ends.
fn digests(bucket: &Bucket, wanted: Vec<(String, Digest)>, verified: &mut Verified) -> Result<()> {
    verified.files += wanted.len() as u64;
    let damaged = std::sync::Mutex::new(Vec::new());
    fetch(wanted, |(path, expected)| {
        let mut stream = Stream::open(bucket, path.clone())?;
        let (mut hasher, mut chunk) = (Hasher::default(), vec![0; CHUNK_BYTES]);
        loop {
            match stream.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => hasher.update(&chunk[..read]),
                Err(error) => return Err(stream.failed.take().unwrap_or(error.into())),
            }
        }
        let found = hasher.finish();
        if found != expected {
            let place = bucket.place(&path);
            let said = format!("{place}: got digest {found}, expected {expected}");
            damaged.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(said);
        }
        Ok(())
    })?;
    let mut found = damaged.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    found.sort();
    verified.damaged.append(&mut found);
    Ok(())
}
