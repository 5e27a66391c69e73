//! `cite`: how to cite rows, and whether cited rows are still the same.

use portbook_export::citation;
use portbook_pipeline::selection::Selection;

use super::export::tell_left_out;
use super::reproduce::OTHER;
use super::{cited, question};
use crate::arguments::{Cite, Shared};
use crate::output;

pub(crate) async fn cite(shared: &Shared, arguments: &Cite) -> anyhow::Result<u8> {
    if let Some(given) = &arguments.check {
        return check(shared, given).await;
    }
    let rows = &arguments.rows;
    let mut selection = Selection::of(&shared.output, rows.commit, question(shared, rows)).await?;
    selection.provenance.cited.answer = Some(selection.count().await?);
    let provenance = &selection.provenance;
    tell_left_out(&provenance.left_out);
    let text = match (shared.json, arguments.bibtex, arguments.cff) {
        (true, ..) => {
            output::json(&provenance.json());
            return Ok(0);
        }
        (_, true, _) => citation::bibtex(provenance),
        (_, _, true) => citation::cff(provenance),
        _ => citation::words(provenance),
    };
    output::print(text.trim_end());
    Ok(0)
}

/// Asks again, of the commit that is cited or of one with the same tables.
async fn check(shared: &Shared, given: &str) -> anyhow::Result<u8> {
    let cited = cited(given)?;
    let selection = Selection::cited(&shared.output, &cited).await?;
    let (rows, csv) = selection.count().await?;
    let is_same = cited.answer.map(|answer| answer == (rows, csv));
    if shared.json {
        output::json(&serde_json::json!({
            "cited_as": cited.to_string(), "same": is_same, "rows": rows, "csv_sha256": csv.to_string(),
        }));
        return Ok(if is_same == Some(false) { OTHER } else { 0 });
    }
    let told = format!("{rows} rows, as CSV of SHA-256 {csv}");
    let (Some((rows, csv)), Some(is_same)) = (cited.answer, is_same) else {
        output::print(&format!("{told}; the citation does not say what they were"));
        return Ok(0);
    };
    if is_same {
        output::print(&format!("the same: {told}"));
        return Ok(0);
    }
    output::print(&format!(
        "got {told}, expected {rows} of {csv}\n  hint: another version of the program may read or write rows \
         otherwise; `program` of {}/commits says which",
        shared.output.display()
    ));
    Ok(OTHER)
}
