//! `verify`: re-hashes archive and output.

use portbook_pipeline::verify;

use crate::arguments::Shared;
use crate::output;

/// Exit code if something is damaged.
const DAMAGED: u8 = 65;

pub(crate) fn verify(shared: &Shared) -> anyhow::Result<u8> {
    let verified = verify::verify(&shared.archive, &shared.output)?;
    let code = if verified.damaged.is_empty() { 0 } else { DAMAGED };
    if shared.json {
        output::json(&serde_json::to_value(&verified)?);
        return Ok(code);
    }
    for line in &verified.damaged {
        output::print(&format!("damaged: {line}"));
    }
    for orphan in &verified.orphans {
        output::print(&format!("orphan, harmless: {}", orphan.display()));
    }
    let (commits, files, damaged) = (verified.commits, verified.files, verified.damaged.len());
    output::print(&format!("{commits} commits, {files} published files, {damaged} damaged"));
    Ok(code)
}
