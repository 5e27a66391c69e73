//! `gc`: removes old views and bytes that nothing names.

use portbook_pipeline::gc::{Removed, gc as remove};

use super::settings;
use crate::arguments::{Gc, Shared};
use crate::output;

pub(crate) fn gc(shared: &Shared, asked: &Gc) -> anyhow::Result<u8> {
    let removed = remove(&settings(shared)?, asked.days, asked.dry_run)?;
    if shared.json {
        output::json(&serde_json::to_value(&removed)?);
        return Ok(0);
    }
    let Removed { views, orphans, bytes, dry_run } = &removed;
    for path in views.iter().chain(orphans) {
        output::print(&path.display().to_string());
    }
    let (views, orphans, days) = (views.len(), orphans.len(), asked.days);
    let done = if *dry_run { "would be removed" } else { "removed" };
    output::print(&format!(
        "{done}, older than {days} days: {views} views of earlier commits, {orphans} orphans of {bytes} bytes"
    ));
    Ok(0)
}
