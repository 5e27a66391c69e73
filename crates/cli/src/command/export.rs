//! `export`: rows as one file, or one file from which someone else makes the table again.

use std::path::Path;

use portbook_export::provenance::LeftOut;
use portbook_pipeline::export;
use portbook_pipeline::selection::Selection;

use super::reproduce::{OTHER, troubles};
use super::{cited, question, settings};
use crate::arguments::{Export, Shared};
use crate::{output, progress};

/// How a bundle's name ends.
const BUNDLE: &str = ".tar.zst";

pub(crate) async fn export(shared: &Shared, arguments: &Export) -> anyhow::Result<u8> {
    if arguments.to.to_string_lossy().ends_with(BUNDLE) {
        return bundle(shared, arguments);
    }
    let spinner = progress::spinner("reading rows, writing them");
    let written = rows(shared, arguments, &arguments.to).await;
    spinner.finish_and_clear();
    let (selection, rows) = written?;
    let provenance = &selection.provenance;
    tell_left_out(&provenance.left_out);
    if shared.json {
        let mut told = provenance.json();
        told["rows"] = rows.into();
        told["file"] = arguments.to.display().to_string().into();
        output::json(&told);
        return Ok(0);
    }
    output::print(&format!(
        "{}: {rows} rows of commit {}\ncited as {}",
        arguments.to.display(),
        provenance.cited.commit,
        provenance.cited
    ));
    Ok(0)
}

async fn rows(shared: &Shared, arguments: &Export, to: &Path) -> anyhow::Result<(Selection, u64)> {
    let selection = if let Some(given) = &arguments.cited {
        Selection::cited(&shared.output, &cited(given)?).await?
    } else {
        let rows = &arguments.rows;
        Selection::of(&shared.output, rows.commit, question(shared, rows)).await?
    };
    let written = selection.write(to).await?;
    Ok((selection, written))
}

/// On stderr: what was asked for and may not be passed on.
pub(super) fn tell_left_out(left_out: &[LeftOut]) {
    for LeftOut { source, dataset, redistribute } in left_out {
        output::note(&format!("left out: {source}/{dataset} (redistribution: {redistribute})"));
    }
}

fn bundle(shared: &Shared, arguments: &Export) -> anyhow::Result<u8> {
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
