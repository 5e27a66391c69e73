//! The state in which each dataset ends a run.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portbook_source::load::Source;

use crate::due::{Due, due, early, expected, period_end};
use crate::judged::Judged;
use crate::memory::Memory;
use crate::run::CollectedBySource;
use crate::settings::Settings;
use crate::summary::{Line, State};

/// One line for each dataset of each source. `before` is what the build before this one left.
pub fn lines(
    settings: &Settings,
    sources: &[Source],
    judged: Vec<Judged>,
    collected: &CollectedBySource,
    before: Option<&Memory>,
) -> Vec<Line> {
    let before = before.map(Memory::fingerprints).unwrap_or_default();
    let by_id: BTreeMap<&str, &Source> =
        sources.iter().map(|source| (source.id.as_str(), source)).collect();
    let mut lines = Vec::new();
    let chosen =
        |judged: &Judged| settings.only.is_empty() || settings.only.contains(&judged.source);
    for judged in judged.into_iter().filter(chosen) {
        let key = (judged.source.clone(), judged.dataset.clone());
        let moved = before.get(&key) != Some(&judged.fingerprint) && judged.rows > 0;
        let now = now(settings, &judged);
        lines.push(line(by_id[judged.source.as_str()], judged, collected, moved, now));
    }
    lines
}

/// The instant that decides what is due. A recording holds some releases of each table: under
/// replay nothing is late unless an instant is given.
fn now(settings: &Settings, judged: &Judged) -> Timestamp {
    let recorded = judged.newest_at.filter(|_| settings.replay);
    settings.now.or(recorded).unwrap_or(settings.clock)
}

fn line(
    source: &Source,
    judged: Judged,
    collected: &CollectedBySource,
    moved: bool,
    now: Timestamp,
) -> Line {
    let trouble = collected.get(&source.id).map_or(&[][..], |c| &c.troubles);
    let troubles = trouble.iter().map(|t| format!("{}: {} ({})", t.outcome, t.url, t.why));
    let mut because: Vec<String> = troubles.chain(judged.because).collect();
    let newest = judged.newest.as_deref();
    let state = match due(&source.timing, &judged.arrivals, newest, now) {
        _ if !trouble.is_empty() => State::Failed,
        _ if source.paused.is_some() => {
            because.insert(0, format!("paused: {}", source.paused.as_deref().unwrap_or_default()));
            State::Paused
        }
        _ if judged.held => State::Held,
        _ if moved => {
            if let Some(first) = early(&source.timing, &judged.arrivals) {
                let newest = judged.newest.as_deref().unwrap_or_default();
                because.push(format!("early: {newest} was expected from {first}"));
            }
            State::Published
        }
        Due::Over(by) => {
            let newest = judged.newest.as_deref().unwrap_or("none");
            let today = now.strftime("%Y-%m-%d");
            because.push(format!("the release after {newest} was due by {by}, and it is {today}"));
            State::Overdue
        }
        Due::Not(_) => State::NotDue,
        Due::Open => State::Unchanged,
    };
    Line {
        source: judged.source,
        dataset: judged.dataset,
        state,
        releases: judged.releases,
        rows: judged.rows,
        issues: judged.issues,
        quarantined: judged.quarantined,
        period_end: newest.and_then(|period| period_end(&source.timing, period)),
        due_at: expected(&source.timing, &judged.arrivals, newest)
            .map(|expected| expected.opens(&source.timing)),
        newest_at: judged.newest_at,
        newest: judged.newest,
        because,
        verdicts: judged.verdicts,
        conservation: judged.conservation,
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
