//! What a person should be told: once when it begins, then once a week while it lasts.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::due::ran_out;
use crate::settings::Settings;
use crate::summary::{Line, State, Summary};

/// The file that remembers what was told.
pub const TOLD: &str = "told.json";

const AGAIN: SignedDuration = SignedDuration::from_hours(7 * 24 - 4);
/// Reasons given of one dataset.
const REASONS_MAX: usize = 5;

/// One thing to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    pub source: String,
    /// Empty where it concerns the source.
    pub dataset: String,
    /// `held`, `overdue`, `failed`, `calendar_ran_out`.
    pub state: &'static str,
    /// Since which run.
    pub since: Timestamp,
    pub reasons: Vec<String>,
    pub what_to_do: &'static str,
    /// What the decision on a held release needs, below `output`.
    pub bundle: Option<String>,
}

/// What was told of a dataset, and what lasts since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub state: String,
    /// Which release, which date: another one is another matter.
    pub of: String,
    pub since: Timestamp,
    pub told_at: Timestamp,
}

/// By source and dataset.
pub type Memory = BTreeMap<String, Told>;

/// What is to be told now, and what will have been told then.
pub fn notices(
    settings: &Settings,
    sources: &[Source],
    summary: &Summary,
    before: &Memory,
) -> (Vec<Notice>, Memory) {
    let now = settings.now.unwrap_or(settings.clock);
    let mut after = before.clone();
    let mut notices = Vec::new();
    let mut tell = |key: String, of: String, mut notice: Notice, weekly: bool| {
        let same = before.get(&key).filter(|told| told.state == notice.state && told.of == of);
        notice.since = same.map_or(now, |told| told.since);
        let is_due = |told: &Told| weekly && now.duration_since(told.told_at) >= AGAIN;
        if same.is_none_or(is_due) {
            let (state, since) = (notice.state.to_owned(), notice.since);
            after.insert(key, Told { state, of, since, told_at: now });
            notices.push(notice);
        }
    };
    let mut well = Vec::new();
    for line in &summary.lines {
        let key = format!("{} {}", line.source, line.dataset);
        match of_line(line) {
            Some((of, notice)) => tell(key, of, notice, true),
            None => well.push(key),
        }
    }
    let chosen = |source: &&Source| settings.only.is_empty() || settings.only.contains(&source.id);
    for source in sources.iter().filter(chosen) {
        match ran_out(&source.timing, now).filter(|_| source.paused.is_none()) {
            Some(last) => {
                let reasons = vec![format!("the last date that was announced is {last}")];
                let what_to_do = "put the dates of the next notice into source.toml";
                let state = "calendar_ran_out";
                let (source, dataset) = (source.id.clone(), String::new());
                let key = source.clone();
                let notice = Notice {
                    source,
                    dataset,
                    state,
                    since: now,
                    reasons,
                    what_to_do,
                    bundle: None,
                };
                tell(key, last.to_string(), notice, false);
            }
            None => well.push(source.id.clone()),
        }
    }
    after.retain(|key, _| !well.contains(key));
    (notices, after)
}

/// The matter of a dataset that a person should look at.
fn of_line(line: &Line) -> Option<(String, Notice)> {
    let held = || line.verdicts.iter().filter(|verdict| verdict.held && !verdict.rejected);
    let mut bundle = None;
    let (of, what_to_do) = match line.state {
        State::Held => {
            bundle = held().next().map(|verdict| {
                let release = verdict.release.rsplit(':').next().unwrap_or_default();
                format!("review/{}/{release}/{}.md", line.source.replace('/', "-"), line.dataset)
            });
            let releases: Vec<&str> = held().map(|verdict| verdict.release.as_str()).collect();
            (releases.join(" "), "portbook review shows why, and takes a decision")
        }
        State::Overdue => (
            line.newest.clone().unwrap_or_default(),
            "look at the publisher's page; portbook calendar says why it was expected",
        ),
        State::Failed => (String::new(), "the README of the source says what to do when it breaks"),
        State::Published | State::Unchanged | State::NotDue | State::Paused => return None,
    };
    let notice = Notice {
        source: line.source.clone(),
        dataset: line.dataset.clone(),
        state: line.state.name(),
        since: Timestamp::UNIX_EPOCH,
        reasons: line.because.iter().take(REASONS_MAX).cloned().collect(),
        what_to_do,
        bundle,
    };
    Some((of, notice))
}
