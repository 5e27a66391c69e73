//! `verify`: re-hashes archive and output; with `--cells` looks up every published value as well.

use portbook_pipeline::cells::{CellsVerified, Differing, Progress, verify_cells};
use portbook_pipeline::verify;
use portbook_store::places::Places;
use serde_json::json;

use super::settings;
use crate::arguments::{Shared, Verify};
use crate::places::bring;
use crate::{output, progress};

/// Exit code if something is damaged, or a value is not what its cell prints.
const DAMAGED: u8 = 65;

/// Differing rows that people are shown; `--json` has them all.
const DIFFERING_SHOWN_MAX: usize = 100;

pub(crate) async fn verify(
    shared: &Shared,
    places: &Places,
    arguments: &Verify,
) -> anyhow::Result<u8> {
    if arguments.cells {
        bring(places).await?;
    }
    // What lies in a store is read there; a copy of it proves nothing.
    let mut verified = of_stores(places.verify().await?);
    if places.archive().is_none() || places.output().is_none() {
        bring(places).await?;
        let here = verify::verify(&shared.archive, &shared.output)?;
        verified.commits = verified.commits.max(here.commits);
        verified.files += here.files;
        verified.damaged.extend(here.damaged);
        verified.orphans.extend(here.orphans);
    }
    let cells = match arguments.cells.then(|| cells(shared)).transpose() {
        // What is damaged may be what the cells are found by: the damage is told all the same.
        Err(error) if !verified.damaged.is_empty() => {
            output::error(&error);
            None
        }
        cells => cells?,
    };
    let is_whole = verified.damaged.is_empty()
        && cells.as_ref().is_none_or(|cells| cells.differing.is_empty());
    let code = if is_whole { 0 } else { DAMAGED };
    if shared.json {
        let mut value = serde_json::to_value(&verified)?;
        if let Some(cells) = &cells {
            value["cells"] = json!(cells);
        }
        output::json(&value);
        return Ok(code);
    }
    for line in &verified.damaged {
        output::print(&format!("damaged: {line}"));
    }
    for orphan in &verified.orphans {
        output::print(&format!("orphan, harmless: {}", orphan.display()));
    }
    if let Some(cells) = &cells {
        output::print(&told(cells));
    }
    let (commits, files, damaged) = (verified.commits, verified.files, verified.damaged.len());
    output::print(&format!("{commits} commits, {files} published files, {damaged} damaged"));
    Ok(code)
}

fn of_stores(found: portbook_store::verified::Verified) -> verify::Verified {
    verify::Verified {
        commits: found.commits,
        files: found.files,
        damaged: found.damaged,
        orphans: found.orphans.into_iter().map(Into::into).collect(),
    }
}

fn cells(shared: &Shared) -> anyhow::Result<CellsVerified> {
    let spinner = progress::spinner("reading every snapshot again");
    let cells = verify_cells(&settings(shared)?, &|Progress { source, snapshots, of }| {
        spinner.set_message(format!("{source}: {snapshots} of {of} snapshots"));
    });
    spinner.finish_and_clear();
    Ok(cells?)
}

/// Per source how its cells print what was published, then what does not agree.
fn told(cells: &CellsVerified) -> String {
    let heading = [
        "source",
        "snapshots",
        "rows",
        "text",
        "shown",
        "stored",
        "declared",
        "sign",
        "corrected",
        "absent",
        "differing",
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for (source, tally) in &cells.sources {
        let counts = [
            tally.snapshots,
            tally.rows,
            tally.text,
            tally.shown,
            tally.stored,
            tally.declared,
            tally.sign,
            tally.corrected,
            tally.absent,
            tally.differing,
        ];
        let counts = counts.iter().map(ToString::to_string);
        rows.push(std::iter::once(source.clone()).chain(counts).collect());
    }
    let right: Vec<usize> = (1..heading.len()).collect();
    let mut text = output::columns(&rows, &right);
    for one in cells.differing.iter().take(DIFFERING_SHOWN_MAX) {
        text.push_str(&differing(one));
    }
    let hidden = cells.differing.len().saturating_sub(DIFFERING_SHOWN_MAX);
    if hidden > 0 {
        text.push_str(&format!("and {hidden} more; --json lists them all\n"));
    }
    let rows: u64 = cells.sources.values().map(|tally| tally.rows).sum();
    text.push_str(&format!("{rows} values looked up, {} differ", cells.differing.len()));
    text
}

fn differing(one: &Differing) -> String {
    let quoted = |text: &Option<String>| match text {
        Some(text) => format!("`{text}`"),
        None => "nothing".to_owned(),
    };
    let from = one.url.as_deref().unwrap_or(&one.snapshot);
    format!(
        "differs: {} {}: {from}, {}: got {}, published {}: {}\n",
        one.release,
        one.key,
        one.address,
        quoted(&one.printed),
        quoted(&one.published),
        one.problem,
    )
}
