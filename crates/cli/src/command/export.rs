//! `export`: one file from which someone else makes the table again.

use portbook_pipeline::export;

use super::reproduce::{OTHER, troubles};
use super::settings;
use crate::arguments::{Export, Shared};
use crate::{output, progress};

pub(crate) fn export(shared: &Shared, arguments: &Export) -> anyhow::Result<u8> {
    let spinner = progress::spinner("reading what is pinned, packing it");
    let exported = export::export(&settings(shared)?, &arguments.lock, &arguments.to);
    spinner.finish_and_clear();
    let exported = exported?;
    let code = if exported.inputs.is_empty() { 0 } else { OTHER };
    if shared.json {
        output::json(&serde_json::to_value(&exported)?);
        return Ok(code);
    }
    if !exported.inputs.is_empty() {
        output::print(&troubles(&exported.inputs));
        let count = exported.inputs.len();
        output::print(&format!("{count} inputs are not as pinned, and nothing was written"));
        return Ok(code);
    }
    let file = arguments.to.display();
    let (sources, captures) = (exported.sources, exported.captures);
    let (files, bytes) = (exported.packed.files, exported.packed.bytes);
    output::print(&format!(
        "{file}: {sources} sources, {captures} captures, {files} files of {bytes} bytes\n\
         to make it again: portbook reproduce {file}"
    ));
    Ok(code)
}
