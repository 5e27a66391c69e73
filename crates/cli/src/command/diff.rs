//! `diff`: what moved between two commits, and which inputs did.

use std::fmt::Write as _;

use portbook_pipeline::diff::{Diff, diff as compare};
use portbook_query::moved::{self, text};

use crate::arguments::{Diff as Asked, Shared};
use crate::output;

/// Names of inputs shown of a kind; `--json` has them all.
const SHOWN_MAX: usize = 10;

pub(crate) async fn diff(shared: &Shared, arguments: &Asked) -> anyhow::Result<u8> {
    let diff = compare(&shared.output, arguments.before, arguments.after)?;
    let moved = moved::compare(&diff.parts, arguments.largest).await?;
    if shared.json {
        let mut json = serde_json::to_value(&diff)?;
        json["datasets"] = text::json(&moved);
        output::json(&json);
    } else {
        output::print(&format!("{}\n{}", inputs(&diff), text::people(&moved)));
    }
    Ok(0)
}

/// The inputs and tables that differ, a line each.
fn inputs(diff: &Diff) -> String {
    let mut text = format!("commit {} to {}\n", diff.before, diff.after);
    if let Some([before, after]) = &diff.program {
        let _ = writeln!(text, "  program {before}, then {after}");
    }
    for (kind, inputs) in &diff.inputs {
        for (what, names) in
            [("added", &inputs.added), ("removed", &inputs.removed), ("changed", &inputs.changed)]
        {
            for name in names.iter().take(SHOWN_MAX) {
                let _ = writeln!(text, "  {what} {kind} {name}");
            }
            if names.len() > SHOWN_MAX {
                let _ = writeln!(text, "  {what} {kind}: {} more", names.len() - SHOWN_MAX);
            }
        }
    }
    if !diff.tables.is_empty() {
        let _ = writeln!(text, "  other tables: {}", diff.tables.join(", "));
    }
    text
}
