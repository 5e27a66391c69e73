//! Re-hashes what is kept and what is published.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portbook_archive::archive::Archive;
use portbook_model::digest::Digest;
use portbook_publish::record::current;
use serde::Serialize;

use crate::error::Error;

/// What verifying found.
#[derive(Clone, Debug, Serialize)]
pub struct Verified {
    pub commits: u64,
    /// Published files re-hashed.
    pub files: u64,
    /// Damaged files of archive and output, each with what is wrong.
    pub damaged: Vec<String>,
    /// Files that no capture and no commit names: left by a run that was killed, harmless.
    pub orphans: Vec<PathBuf>,
}

/// Verifies archive and output.
///
/// # Errors
/// Where one of them cannot be read at all.
pub fn verify(archive: &Path, output: &Path) -> Result<Verified, Error> {
    for path in [archive, output] {
        if !path.is_dir() {
            let source = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(Error::Unreadable { path: path.to_owned(), source });
        }
    }
    let archive = Archive::open(archive)?;
    let kept = archive.verify()?;
    let published = portbook_publish::verify::verify(output)?;
    let damaged = kept.iter().map(ToString::to_string);
    let damaged = damaged.chain(published.damage.iter().map(ToString::to_string));
    let mut damaged: Vec<String> = damaged.collect();
    // What stands names the bytes it was built from; they must still be kept. A record that cannot be
    // read is among the damage already.
    let standing = current(output).ok().flatten();
    let inputs = standing.map(|commit| commit.inputs).unwrap_or_default();
    let captured = captured(&archive)?;
    for snapshot in inputs.keys().filter_map(|input| input.strip_prefix("snapshot ")) {
        let digest = snapshot.parse::<Digest>().ok();
        let wrong = match digest {
            Some(digest) if !archive.object_path(&digest).is_file() => "missing",
            Some(digest) if captured.as_ref().is_some_and(|all| !all.contains(&digest)) => {
                "and no capture names it: lines of the index are lost"
            }
            Some(_) => continue,
            None => "and is no SHA-256",
        };
        damaged.push(format!("snapshot {snapshot}: named by the commit that stands, {wrong}"));
    }
    let (commits, files) = (published.commits, published.files);
    let mut orphans = archive.leftovers()?;
    orphans.extend(published.orphans.iter().map(|orphan| output.join(orphan)));
    Ok(Verified { commits, files, damaged, orphans })
}

/// Every snapshot that a capture names; `None` where lines are damaged, which is told already.
fn captured(archive: &Archive) -> Result<Option<BTreeSet<Digest>>, Error> {
    let mut all = BTreeSet::new();
    for source in archive.sources()? {
        let Ok(captures) = archive.captures(&source) else { return Ok(None) };
        all.extend(captures.iter().filter_map(|capture| capture.snapshot));
    }
    Ok(Some(all))
}
