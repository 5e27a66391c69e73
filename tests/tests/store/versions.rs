//! The log of a Delta table, read as it lies there: what each version adds and removes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use portbook_tests::folder::{digests, sha256};
use serde_json::Value;

/// What one version of the table changes, by paths; values are the partitions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) added: BTreeMap<String, String>,
    pub(crate) removed: BTreeMap<String, String>,
    /// The commit that it says it is.
    pub(crate) commit: Option<u64>,
}

/// Every version of the table of a downloaded output, from 0 on; empty if there is no table.
///
/// # Errors
/// If one is missing, is no JSON, or says that it is another commit.
pub(crate) fn versions(output: &Path) -> Result<Vec<Version>, String> {
    let folder = output.join("_delta_log");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let names = digests(&folder).into_keys().filter(|name| name.ends_with(".json"));
    let mut versions = Vec::new();
    for (number, name) in names.enumerate() {
        if name != format!("{number:020}.json") {
            return Err(format!("version {number} is missing: {name} comes next"));
        }
        let text = fs_err::read_to_string(folder.join(&name)).map_err(|e| e.to_string())?;
        let version = version(&text).map_err(|error| format!("{name}: {error}"))?;
        let expected = (number > 0).then_some(number as u64);
        if version.commit != expected {
            return Err(format!("version {number} says that it is commit {:?}", version.commit));
        }
        versions.push(version);
    }
    Ok(versions)
}

fn version(text: &str) -> Result<Version, serde_json::Error> {
    let mut version = Version::default();
    for line in text.lines() {
        let action: Value = serde_json::from_str(line)?;
        let path = |action: &Value| action["path"].as_str().unwrap_or_default().to_owned();
        let partition = |action: &Value| {
            let values = action["partitionValues"].as_object().into_iter().flatten();
            let mut values: Vec<String> = values.map(|(k, v)| format!("{k}={v}")).collect();
            values.sort();
            values.join(" ")
        };
        if let Some(add) = action.get("add") {
            version.added.insert(path(add), partition(add));
        }
        if let Some(remove) = action.get("remove") {
            version.removed.insert(path(remove), partition(remove));
        }
        if let Some(transaction) = action.get("txn") {
            version.commit = transaction["version"].as_u64();
        }
    }
    Ok(version)
}

/// What readers see of a downloaded output is whole: of each version every file is there under the
/// digest of its bytes, its commit is on record, and follows the one before. The number of versions
/// after 0 is given back.
///
/// # Errors
/// What is not so.
pub(crate) fn is_whole(output: &Path) -> Result<usize, String> {
    let versions = versions(output)?;
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    let mut parent = Value::Null;
    for (number, version) in versions.iter().enumerate().skip(1) {
        for path in version.removed.keys() {
            if !shown.remove(path.as_str()) {
                return Err(format!("version {number} removes {path}, which is not shown"));
            }
        }
        shown.extend(version.added.keys().map(String::as_str));
        for path in &shown {
            let bytes = fs_err::read(output.join(path)).map_err(|error| error.to_string())?;
            if !path.contains(&sha256(&bytes)) {
                return Err(format!("version {number} shows {path}, which has other bytes"));
            }
        }
        let record = output.join(format!("commits/{number:06}.json"));
        let text = fs_err::read(record).map_err(|error| error.to_string())?;
        let commit: Value = serde_json::from_slice(&text).map_err(|error| error.to_string())?;
        let files = commit["files"].as_array().into_iter().flatten();
        let files = files.filter_map(|file| file["path"].as_str());
        let recorded: BTreeSet<&str> =
            files.filter(|path| path.starts_with("observation/")).collect();
        if recorded != shown {
            return Err(format!("commit {number} has {recorded:?}, its version shows {shown:?}"));
        }
        if commit["parent"]["digest"] != parent {
            return Err(format!("the parent of commit {number} is not the one before: {commit}"));
        }
        parent = Value::from(sha256(&text));
    }
    Ok(versions.len().saturating_sub(1))
}
