//! The state in which each dataset ends a run.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_archive::capture::Via;
use portbook_source::load::Source;

use crate::due::{Due, due};
use crate::error::Error;
use crate::judged::Judged;
use crate::memory::Memory;
use crate::run::CollectedBySource;
use crate::settings::Settings;
use crate::summary::{Line, State};

/// One line for each dataset of each source. `before` is what the build before this one left.
pub fn lines(
    settings: &Settings,
    sources: &[Source],
    archive: &Archive,
    judged: Vec<Judged>,
    collected: &CollectedBySource,
    before: Option<&Memory>,
) -> Result<Vec<Line>, Error> {
    let before = before.map(Memory::fingerprints).unwrap_or_default();
    let mut nows = BTreeMap::new();
    for source in sources {
        nows.insert(source.id.clone(), (source, now(settings, source, archive)?));
    }
    let mut lines = Vec::new();
    let chosen =
        |judged: &Judged| settings.only.is_empty() || settings.only.contains(&judged.source);
    for judged in judged.into_iter().filter(chosen) {
        let key = (judged.source.clone(), judged.dataset.clone());
        let moved = before.get(&key) != Some(&judged.fingerprint) && judged.rows > 0;
        let (source, now) = &nows[&judged.source];
        lines.push(line(source, judged, collected, moved, *now));
    }
    Ok(lines)
}

/// The instant that decides what is due: given, or under replay when the source was last asked. A
/// file fetched by hand says nothing of when its page was looked at.
fn now(settings: &Settings, source: &Source, archive: &Archive) -> Result<Timestamp, Error> {
    if let Some(now) = settings.now {
        return Ok(now);
    }
    if !settings.replay {
        return Ok(settings.clock);
    }
    let captures = archive.captures(&source.column())?;
    let asked = captures.iter().rev().find(|capture| capture.via == Via::Http);
    Ok(asked.map_or(settings.clock, |capture| capture.captured_at))
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
    let state = match due(&source.timing, judged.newest.as_deref(), now) {
        _ if !trouble.is_empty() => State::Failed,
        _ if judged.held => State::Held,
        _ if moved => State::Published,
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
