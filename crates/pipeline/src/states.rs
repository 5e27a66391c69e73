//! The state in which each dataset ends a run.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_check::verdict::Verdict;
use portbook_source::load::Source;

use crate::build::Built;
use crate::due::{Due, due};
use crate::error::Error;
use crate::published::{Published, fingerprints};
use crate::run::CollectedBySource;
use crate::settings::Settings;
use crate::summary::{Cells, Line, Ruling, State};

/// One line for each dataset of each source.
pub fn lines(
    settings: &Settings,
    sources: &[Source],
    built: &[Built],
    collected: &CollectedBySource,
    published: &Published,
) -> Result<Vec<Line>, Error> {
    let mut lines = Vec::new();
    for (source, built) in sources.iter().zip(built) {
        let now = now(settings, source)?;
        let changed = fingerprints(source, built);
        for dataset in source.datasets.keys() {
            let key = format!("{}#{dataset}", source.id);
            let moved = published.before.get(&key) != changed.get(&key);
            lines.push(line(source, dataset, built, collected, moved, now));
        }
    }
    Ok(lines)
}

/// The instant that decides what is due: given, or under replay the source's last capture.
fn now(settings: &Settings, source: &Source) -> Result<Timestamp, Error> {
    if let Some(now) = settings.now {
        return Ok(now);
    }
    if !settings.replay {
        return Ok(settings.clock);
    }
    let captures = Archive::open(&settings.archive)?.captures(&source.column())?;
    Ok(captures.last().map_or(settings.clock, |capture| capture.captured_at))
}

fn line(
    source: &Source,
    dataset: &str,
    built: &Built,
    collected: &CollectedBySource,
    moved: bool,
    now: Timestamp,
) -> Line {
    let verdicts: Vec<&Verdict> =
        built.checked.verdicts.iter().filter(|verdict| verdict.dataset == dataset).collect();
    let held: Vec<&&Verdict> = verdicts.iter().filter(|verdict| verdict.is_held()).collect();
    let mut because = Vec::new();
    let trouble = collected.get(&source.id).map_or(&[][..], |c| &c.troubles);
    because.extend(trouble.iter().map(|t| format!("{}: {} ({})", t.outcome, t.url, t.why)));
    for verdict in &held {
        let reasons = verdict.reasons().iter();
        because.extend(reasons.map(|r| format!("{}: {}", verdict.release.id, r.said)));
    }
    // A file that names no release could be of any dataset: all of the source are told.
    because.extend(built.unplaced.iter().map(ToString::to_string));
    let newest = verdicts.iter().filter(|v| !v.is_held()).map(|v| v.release.id.period()).max();
    let due = due(&source.timing, newest, now);
    let state = match due {
        _ if !trouble.is_empty() => State::Failed,
        _ if !held.is_empty() || !built.unplaced.is_empty() => State::Held,
        _ if moved => State::Published,
        Due::Over(by) => {
            because.push(format!("the release after {} was due by {by}", newest.unwrap_or("none")));
            State::Overdue
        }
        Due::Not(_) => State::NotDue,
        Due::Open => State::Unchanged,
    };
    let rows = built.checked.rows.iter();
    let rows = rows
        .filter(|row| {
            row.observation.series.get(portbook_model::concept::Concept::Dataset) == dataset
        })
        .count();
    Line {
        source: source.id.clone(),
        dataset: dataset.to_owned(),
        state,
        releases: verdicts.len() - held.len(),
        rows: rows as u64,
        issues: held.iter().map(|verdict| verdict.reasons().len()).sum::<usize>()
            + built.unplaced.len(),
        because,
        verdicts: verdicts.into_iter().map(Ruling::from).collect(),
        conservation: built
            .checked
            .conservation
            .iter()
            .filter(|cells| cells.dataset == dataset)
            .map(Cells::from)
            .collect(),
    }
}

/// States by word, for the last line of a report.
pub fn tally(lines: &[Line]) -> BTreeMap<&'static str, usize> {
    let mut tally = BTreeMap::new();
    for line in lines {
        *tally.entry(line.state.words()).or_default() += 1;
    }
    tally
}
