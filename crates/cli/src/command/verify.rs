//! `verify`: re-hashes archive and output.

use portbook_archive::archive::Archive;

use crate::arguments::Shared;
use crate::output;

/// Exit code if something is damaged.
const DAMAGED: u8 = 65;

pub(crate) fn verify(shared: &Shared) -> anyhow::Result<u8> {
    let archive = Archive::open(&shared.archive)?.verify()?;
    let output = portbook_publish::verify::verify(&shared.output)?;
    let damaged: Vec<String> = archive
        .iter()
        .map(ToString::to_string)
        .chain(output.damage.iter().map(ToString::to_string))
        .collect();
    let code = if damaged.is_empty() { 0 } else { DAMAGED };
    if shared.json {
        output::json(&serde_json::json!({
            "commits": output.commits,
            "files": output.files,
            "damaged": damaged,
            "orphans": output.orphans,
        }));
        return Ok(code);
    }
    for line in &damaged {
        output::print(&format!("damaged: {line}"));
    }
    for orphan in &output.orphans {
        output::print(&format!("orphan, harmless: {}", orphan.display()));
    }
    output::print(&format!(
        "{} commits, {} published files, {} damaged",
        output.commits,
        output.files,
        damaged.len()
    ));
    Ok(code)
}
