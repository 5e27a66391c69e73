//! The pages of a catalog in a store. They are made from the rest, and replaced: a list beside them
//! says which stand, by their digests, and is written last.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::{StreamExt as _, TryStreamExt as _};
use portbook_model::digest::Digest;

use crate::bucket::Bucket;
use crate::error::{Error, Result};
use crate::index::AT_ONCE;

/// Folder of the pages below an output.
const FOLDER: &str = "catalog";
const LIST: &str = "catalog/pages.json";

/// Makes the store's pages those of the folder, if it has any.
pub(crate) async fn take(bucket: &Bucket, output: &Path) -> Result<()> {
    let mut here = BTreeMap::new();
    walk(output, &output.join(FOLDER), &mut here)?;
    if here.is_empty() {
        return Ok(());
    }
    let there: BTreeMap<String, String> = match bucket.get(LIST).await? {
        Some(text) => serde_json::from_slice(&text).unwrap_or_default(),
        None => BTreeMap::new(),
    };
    if there == here {
        return Ok(());
    }
    let new = here.iter().filter(|(path, digest)| there.get(*path) != Some(digest));
    let sent = futures_util::stream::iter(new)
        .map(async |(path, _)| bucket.replace(path, fs_err::read(output.join(path))?.into()).await);
    sent.buffer_unordered(AT_ONCE).try_collect::<Vec<()>>().await?;
    let gone = there.keys().filter(|path| !here.contains_key(*path));
    bucket.remove(gone.map(|path| object_store::path::Path::from(path.as_str())).collect()).await?;
    let text = serde_json::to_vec(&here).map_err(|error| Error::Copy(Box::new(error)))?;
    bucket.replace(LIST, text.into()).await
}

fn walk(output: &Path, folder: &Path, found: &mut BTreeMap<String, String>) -> Result<()> {
    let entries = match fs_err::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            walk(output, &path, found)?;
            continue;
        }
        let name = path.strip_prefix(output).unwrap_or(&path).to_string_lossy().into_owned();
        if !name.contains("/.aside-") {
            found.insert(name, Digest::of(&fs_err::read(&path)?).to_string());
        }
    }
    Ok(())
}
