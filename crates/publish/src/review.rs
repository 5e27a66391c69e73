//! What a person needs to decide on held releases, beside the commits: `review/<id>.md` and `.json`
//! for each, and `review/index.json`, which names their digests. It shows the build that stands, so
//! what is no longer held is no longer there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};

use crate::aside;
use crate::error::{Error, Result};

/// Of one held (dataset, release).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// `us-census-ft900/2025-12/exhibit-12`: its path, without an end.
    pub id: String,
    pub markdown: String,
    pub json: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Index {
    /// File, relative to `review/` -> its digest.
    files: BTreeMap<String, Digest>,
}

/// An index with the digest of its text, so that a changed byte in it is found.
#[derive(Serialize, Deserialize)]
struct Sealed {
    #[serde(flatten)]
    index: Index,
    digest: Digest,
}

impl Index {
    fn text(&self) -> Result<String> {
        let digest = Digest::of(serde_json::to_string(self)?.as_bytes());
        let mut text = serde_json::to_string_pretty(&Sealed { index: self.clone(), digest })?;
        text.push('\n');
        Ok(text)
    }

    fn read(output: &Path) -> Result<Option<Self>> {
        let path = index_path(output);
        let text = match fs_err::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let bad = |problem: String| Error::BadCommit { path: path.clone(), problem };
        let sealed: Sealed =
            serde_json::from_slice(&text).map_err(|error| bad(error.to_string()))?;
        if sealed.index.text()?.as_bytes() != text {
            return Err(bad("its text is not what its digest was made from".to_owned()));
        }
        Ok(Some(sealed.index))
    }
}

fn folder(output: &Path) -> PathBuf {
    output.join("review")
}

fn index_path(output: &Path) -> PathBuf {
    folder(output).join("index.json")
}

/// Makes `review/` hold these bundles, what it has of the sources that stand as they are, and
/// nothing else. What is there already is not written again.
///
/// # Errors
/// `Io` and its kin; `SameName` is a fault of the caller.
pub fn show(output: &Path, bundles: &[Bundle], standing: &BTreeSet<String>) -> Result<()> {
    let folder = folder(output);
    let held = Index::read(output)?.unwrap_or_default();
    let mut index = held.clone();
    let source = |name: &str| name.split('/').next().unwrap_or_default().to_owned();
    index.files.retain(|name, _| standing.contains(&source(name)));
    let mut texts = Vec::new();
    for bundle in bundles {
        for (end, text) in [("md", &bundle.markdown), ("json", &bundle.json)] {
            let name = format!("{}.{end}", bundle.id);
            if index.files.insert(name.clone(), Digest::of(text.as_bytes())).is_some() {
                return Err(Error::SameName { name });
            }
            texts.push((name, text));
        }
    }
    // First the index of what stays as it is: whenever a run is killed below, what the index names
    // lies there.
    let mut stays = held.clone();
    stays.files.retain(|name, digest| index.files.get(name) == Some(digest));
    if stays != held {
        write(&index_path(output), stays.text()?.as_bytes())?;
    }
    for (name, text) in texts {
        write(&folder.join(name), text.as_bytes())?;
    }
    if !index.files.is_empty() {
        write(&index_path(output), index.text()?.as_bytes())?;
    }
    if !folder.is_dir() {
        return Ok(());
    }
    let mut keep: BTreeSet<PathBuf> = index.files.keys().map(|name| folder.join(name)).collect();
    keep.extend((!keep.is_empty()).then(|| index_path(output)));
    sweep(&folder, &keep)?;
    aside::sync_folder(output)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs_err::read(path).is_ok_and(|held| held == bytes) {
        return Ok(());
    }
    aside::write(path, bytes, |_| Ok(()))
}

/// Removes what is not kept, and folders that are empty then.
fn sweep(folder: &Path, keep: &BTreeSet<PathBuf>) -> Result<()> {
    let mut is_empty = true;
    for entry in fs_err::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sweep(&path, keep)?;
            is_empty &= !path.exists();
        } else if keep.contains(&path) {
            is_empty = false;
        } else {
            fs_err::remove_file(&path)?;
        }
    }
    if is_empty {
        fs_err::remove_dir(folder)?;
    }
    Ok(())
}

/// The JSON of every bundle, by id.
///
/// # Errors
/// `BadCommit` where the index is damaged, `ReadBack` where a bundle is not what it names.
pub fn bundles(output: &Path) -> Result<BTreeMap<String, String>> {
    let index = Index::read(output)?.unwrap_or_default();
    let mut bundles = BTreeMap::new();
    for (name, digest) in &index.files {
        let Some(id) = name.strip_suffix(".json") else { continue };
        bundles.insert(id.to_owned(), read(output, name, *digest)?);
    }
    Ok(bundles)
}

/// The Markdown of one bundle; `None` if there is none of that id.
///
/// # Errors
/// As [`bundles`].
pub fn markdown(output: &Path, id: &str) -> Result<Option<String>> {
    let index = Index::read(output)?.unwrap_or_default();
    let name = format!("{id}.md");
    index.files.get(&name).map(|digest| read(output, &name, *digest)).transpose()
}

fn read(output: &Path, name: &str, expected: Digest) -> Result<String> {
    let path = folder(output).join(name);
    let text = fs_err::read_to_string(&path)?;
    let found = Digest::of(text.as_bytes());
    if found == expected {
        Ok(text)
    } else {
        Err(crate::error::wrong_digest(path, found, expected))
    }
}

/// The files of the review and their digests, relative to `output`.
pub(crate) fn files(output: &Path) -> Result<Vec<(PathBuf, Option<Digest>)>> {
    let Some(index) = Index::read(output)? else { return Ok(Vec::new()) };
    let files = index
        .files
        .into_iter()
        .map(|(name, digest)| (Path::new("review").join(name), Some(digest)));
    Ok(files.chain([(PathBuf::from("review/index.json"), None)]).collect())
}

/// Replaces a file that a person may be reading, whole or not at all: a decision is written so.
///
/// # Errors
/// `Io` and its kin.
pub fn decide(path: &Path, text: &str) -> Result<()> {
    aside::write(path, text.as_bytes(), |_| Ok(()))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::verify::verify;

    fn bundle(id: &str, said: &str) -> Bundle {
        let (markdown, json) = (format!("# {said}\n"), format!("\"{said}\"\n"));
        Bundle { id: id.to_owned(), markdown, json }
    }

    #[test]
    fn what_is_no_longer_held_is_no_longer_there() {
        let output = TempDir::new().unwrap();
        show(output.path(), &[], &BTreeSet::new()).unwrap();
        assert!(!folder(output.path()).exists(), "nothing to show");
        let (november, december) = (bundle("a/2025-11/t", "one"), bundle("a/2025-12/t", "two"));
        show(output.path(), &[november.clone(), december.clone()], &BTreeSet::new()).unwrap();
        let shown = bundles(output.path()).unwrap();
        assert_eq!(shown.keys().collect::<Vec<_>>(), ["a/2025-11/t", "a/2025-12/t"]);
        assert_eq!(markdown(output.path(), "a/2025-12/t").unwrap().as_deref(), Some("# two\n"));
        assert_eq!(markdown(output.path(), "a/2026-01/t").unwrap(), None);
        let other = BTreeSet::from(["a".to_owned()]);
        show(output.path(), &[bundle("b/2025-12/t", "three")], &other).unwrap();
        assert_eq!(bundles(output.path()).unwrap().len(), 3, "those of `a` stand");
        show(output.path(), &[december], &BTreeSet::new()).unwrap();
        assert!(!folder(output.path()).join("a/2025-11").exists());
        assert_eq!(bundles(output.path()).unwrap().len(), 1);
        show(output.path(), &[], &BTreeSet::new()).unwrap();
        assert!(!folder(output.path()).exists());
        let twice =
            show(output.path(), &[november.clone(), november], &BTreeSet::new()).unwrap_err();
        assert!(matches!(twice, Error::SameName { .. }));
    }

    #[test]
    fn every_changed_byte_is_found_and_leftovers_are_no_damage() {
        let output = TempDir::new().unwrap();
        show(output.path(), &[bundle("a/2025-11/t", "one")], &BTreeSet::new()).unwrap();
        assert_eq!(verify(output.path()).unwrap().damage, []);
        assert_eq!(verify(output.path()).unwrap().orphans, Vec::<PathBuf>::new());
        for name in ["a/2025-11/t.md", "a/2025-11/t.json", "index.json"] {
            let path = folder(output.path()).join(name);
            let whole = fs_err::read(&path).unwrap();
            for at in 0..whole.len() {
                let mut torn = whole.clone();
                torn[at] ^= 1;
                fs_err::write(&path, &torn).unwrap();
                assert_ne!(verify(output.path()).unwrap().damage, [], "{name} at {at}");
            }
            fs_err::remove_file(&path).unwrap();
            let gone = verify(output.path()).unwrap();
            assert!(name == "index.json" || !gone.damage.is_empty(), "{name}");
            fs_err::write(&path, &whole).unwrap();
        }
        fs_err::write(folder(output.path()).join("a/left"), "x").unwrap();
        let verified = verify(output.path()).unwrap();
        assert_eq!((verified.damage, verified.orphans.len()), (vec![], 1));
    }
}
