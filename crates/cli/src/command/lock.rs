//! `lock`: pins the commit that stands.

use portbook_pipeline::lock;
use serde_json::json;

use super::settings;
use crate::arguments::{Lock, Shared};
use crate::output;

pub(crate) fn lock(shared: &Shared, arguments: &Lock) -> anyhow::Result<u8> {
    let (lock, commit) = lock::Lock::of(&settings(shared)?)?;
    lock.write(&arguments.file)?;
    let (sources, captures, files) = (lock.source.len(), lock.capture_count(), lock.output.len());
    let file = arguments.file.display();
    if shared.json {
        output::json(&json!({
            "file": file.to_string(),
            "commit": commit,
            "sources": sources,
            "captures": captures,
            "files": files,
        }));
    } else {
        output::print(&format!(
            "{file}: commit {commit}, {sources} sources, {captures} captures, {files} files"
        ));
    }
    Ok(0)
}
