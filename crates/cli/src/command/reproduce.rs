//! `reproduce`: makes what is pinned again, and compares it.

use portbook_pipeline::reproduce::{self, Trouble};

use super::settings;
use crate::arguments::{Reproduce, Shared};
use crate::{output, progress};

/// Exit code if an input or a file is not as pinned.
pub(super) const OTHER: u8 = 65;

pub(crate) fn reproduce(shared: &Shared, arguments: &Reproduce) -> anyhow::Result<u8> {
    let spinner = progress::spinner("reading what is pinned, making it again");
    let settings = settings(shared)?;
    let reproduced = reproduce::reproduce(&settings, &arguments.file, &arguments.to);
    spinner.finish_and_clear();
    let reproduced = reproduced?;
    let code = if reproduced.is_same() { 0 } else { OTHER };
    if shared.json {
        output::json(&serde_json::to_value(&reproduced)?);
        return Ok(code);
    }
    let (sources, captures) = (reproduced.sources, reproduced.captures);
    if !reproduced.inputs.is_empty() {
        output::print(&troubles(&reproduced.inputs));
        let count = reproduced.inputs.len();
        output::print(&format!("{count} inputs are not as pinned, and nothing was made"));
        return Ok(code);
    }
    output::print(&format!("inputs: {sources} sources, {captures} captures, as pinned"));
    if !reproduced.differing.is_empty() {
        output::print(&troubles(&reproduced.differing));
    }
    let (files, same) = (reproduced.files, reproduced.same);
    let place = reproduced.output.display();
    let differing = reproduced.differing.len();
    output::print(&format!(
        "{place}: {same} of {files} files the same to the byte, {differing} differ"
    ));
    Ok(code)
}

/// What is wrong with each, and after those of one kind what to do.
pub(super) fn troubles(troubles: &[Trouble]) -> String {
    let mut text = String::new();
    for (at, one) in troubles.iter().enumerate() {
        text.push_str(&format!("{}: {}\n", one.what, one.problem));
        if troubles.get(at + 1).is_none_or(|next| next.hint != one.hint) {
            text.push_str(&format!("  hint: {}\n", one.hint));
        }
    }
    text
}
