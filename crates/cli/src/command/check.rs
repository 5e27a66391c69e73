//! `check`: every identity of what the archive holds, computed again; nothing is published.

use portbook_pipeline::checked::{Asked, Computed, Line, Release, Show, Term, checked};
use portbook_pipeline::summary::Reason;

use super::settings;
use crate::arguments::{Check, Shared};
use crate::output::{self, Lines};

/// Exit code where a release is held; see docs/exit-codes.md.
const HELD: u8 = 10;

pub(crate) fn check(shared: &Shared, arguments: &Check) -> anyhow::Result<u8> {
    let asked = Asked {
        source: arguments.source.clone(),
        dataset: arguments.dataset.clone(),
        release: arguments.release.clone(),
        show: if arguments.show { Show::Arithmetic } else { Show::Counts },
    };
    let releases = checked(&settings(shared)?, &asked)?;
    let code = if releases.iter().any(|release| release.held) { HELD } else { 0 };
    if shared.json {
        output::json(&serde_json::to_value(&releases)?);
        return Ok(code);
    }
    let mut lines = Lines::open();
    for release in &releases {
        people(release, &mut lines)?;
    }
    lines.say(&total(&releases))?;
    lines.close()?;
    Ok(code)
}

fn people(release: &Release, lines: &mut Lines) -> std::io::Result<()> {
    let ruling = if release.held { "held" } else { "passed" };
    let Release { dataset, release: id, released_at, observations, .. } = release;
    lines.say(&format!(
        "{id} {dataset}: {ruling}, {observations} figures, released {released_at}"
    ))?;
    for (of, count) in [
        ("prints in other editions agree", release.editions_agreed),
        ("controls agree with what was held", release.controls_agreed),
        ("controls have nothing to agree with", release.controls_unchecked),
    ] {
        if count > 0 {
            lines.say(&format!("  {count} {of}"))?;
        }
    }
    for identity in &release.identities {
        lines.say(&format!("  {}", counted(identity)))?;
        for line in identity.arithmetic.iter().flatten() {
            lines.say(&format!("    {}", shown(line)))?;
        }
    }
    for (word, reasons) in [
        ("holds it", &release.reasons),
        ("accepted", &release.accepted),
        ("finding", &release.findings),
    ] {
        for Reason { rule, said, .. } in reasons {
            lines.say(&format!("  {word}: {rule}: {said}"))?;
        }
    }
    Ok(())
}

fn counted(identity: &Computed) -> String {
    let Computed { name, kind, held, broken, incomplete, not_computable, .. } = identity;
    format!(
        "{kind} `{name}`: {held} held, {broken} broken, {incomplete} incomplete, \
         {not_computable} not computable"
    )
}

/// One computation with the places of all that took part.
fn shown(line: &Line) -> String {
    let Line { outcome, of, printed, expected, difference, allowance, terms } = line;
    let cells: Vec<String> = terms.iter().map(term).collect();
    let cells = cells.join("; ");
    let printed = format!("{} ({})", printed.value, printed.address);
    if expected.is_empty() {
        return format!("{outcome}: {of}: {printed}, from {cells}");
    }
    format!(
        "{outcome}: {of}: {printed}, expected {expected}; off by {difference}, rounding allows \
         {allowance}; from {cells}"
    )
}

fn term(term: &Term) -> String {
    let factor = if term.factor == 1 { String::new() } else { format!("{} × ", term.factor) };
    let release = term.release.as_ref().map(|id| format!("{id}, ")).unwrap_or_default();
    format!("{factor}{} ({release}{})", term.cell.value, term.cell.address)
}

fn total(releases: &[Release]) -> String {
    let sum = |of: fn(&Computed) -> u64| -> u64 {
        releases.iter().flat_map(|release| &release.identities).map(of).sum()
    };
    let held = releases.iter().filter(|release| release.held).count();
    format!(
        "{} releases of datasets, {held} held; identities: {} held, {} broken, {} incomplete, {} not \
         computable",
        releases.len(),
        sum(|i| i.held),
        sum(|i| i.broken),
        sum(|i| i.incomplete),
        sum(|i| i.not_computable),
    )
}
