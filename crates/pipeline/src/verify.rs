//! Re-hashes what is kept and what is published.

use std::path::{Path, PathBuf};

use portbook_archive::archive::Archive;
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
    for snapshot in inputs.keys().filter_map(|input| input.strip_prefix("snapshot ")) {
        let kept = snapshot.parse().is_ok_and(|digest| archive.object_path(&digest).is_file());
        if !kept {
            damaged.push(format!("snapshot {snapshot}: named by the commit that stands, missing"));
        }
    }
    let (commits, files) = (published.commits, published.files);
    let mut orphans = archive.leftovers()?;
    orphans.extend(published.orphans.iter().map(|orphan| output.join(orphan)));
    Ok(Verified { commits, files, damaged, orphans })
}
