//! What a build found of each dataset.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use portbook_archive::capture::{Capture, Outcome, Via};
use portbook_check::verdict::{Failure, Verdict};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::Row;
use portbook_publish::Finished;
use portbook_source::load::Source;
use serde::{Deserialize, Serialize};

use crate::build::{Built, Unplaced};
use crate::due::Arrival;
use crate::quarantine;
use crate::summary::{Cells, Ruling};

/// A dataset as the build left it, before the calendar and the network have their say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    pub source: String,
    pub dataset: String,
    /// Releases that passed.
    pub releases: usize,
    pub rows: u64,
    /// First and last day of all its periods, or first and last year of what is read in bulk.
    #[serde(default)]
    pub covers: Option<(String, String)>,
    pub issues: usize,
    /// Entries of the table `quarantine`.
    pub quarantined: u64,
    /// Period of the newest release that passed.
    pub newest: Option<String>,
    /// When it came out.
    pub newest_at: Option<Timestamp>,
    /// When each release came, the oldest first.
    #[serde(default)]
    pub arrivals: Vec<Arrival>,
    pub held: bool,
    pub because: Vec<String>,
    pub verdicts: Vec<Ruling>,
    pub conservation: Vec<Cells>,
    /// Digest of the published rows: tells whether a build moved the dataset.
    pub fingerprint: String,
}

impl Judged {
    /// What is said again while the dataset stands: what holds it. How releases passed is in the
    /// record of the run that built them, and no night repeats it.
    pub(crate) fn forget_passed(&mut self) {
        self.verdicts.retain(|verdict| verdict.held);
        self.conservation.clear();
    }
}

/// What a build found of every dataset of a source, whose captures these are.
pub fn judge(source: &Source, captures: &[Capture], built: &Built) -> Vec<Judged> {
    let nothing_new = |capture: &&Capture| {
        capture.via == Via::Http && matches!(capture.outcome, Outcome::Unchanged | Outcome::NotYet)
    };
    let checks: Vec<Timestamp> =
        captures.iter().filter(nothing_new).map(|capture| capture.captured_at).collect();
    source.datasets.keys().map(|name| one(source, name, &checks, built)).collect()
}

fn one(source: &Source, dataset: &str, checks: &[Timestamp], built: &Built) -> Judged {
    let verdicts: Vec<&Verdict> =
        built.checked.verdicts.iter().filter(|verdict| verdict.dataset == dataset).collect();
    // What a person has rejected is held, and told no more.
    let is_told = |verdict: &&&Verdict| verdict.is_held() && !verdict.is_rejected();
    let held: Vec<&&Verdict> = verdicts.iter().filter(is_told).collect();
    let mut because: Vec<String> = Vec::new();
    for verdict in &held {
        because.extend(verdict.reasons().iter().map(|reason| why(verdict, reason)));
    }
    // A file that no layout came near to could be of any dataset: all of the source are told.
    let ours =
        |unplaced: &&Unplaced| unplaced.file.dataset.as_deref().is_none_or(|name| name == dataset);
    let unplaced: Vec<&Unplaced> = built.unplaced.iter().filter(ours).collect();
    because.extend(unplaced.iter().map(|unplaced| unplaced.file.issue.to_string()));
    let of_dataset = |row: &&Row| row.observation.series.get(Concept::Dataset) == dataset;
    let rows: Vec<&Row> = built.checked.rows.iter().filter(of_dataset).collect();
    let files: Vec<&Finished> = built.files.iter().filter(|f| f.dataset == dataset).collect();
    let in_files = files.iter().map(|file| file.rows).sum::<u64>();
    let passed = verdicts.iter().filter(|verdict| !verdict.is_held());
    let reasons = held.iter().map(|verdict| verdict.reasons().len()).sum::<usize>();
    let conserved = built.checked.conservation.iter().filter(|cells| cells.dataset == dataset);
    Judged {
        source: source.id.clone(),
        dataset: dataset.to_owned(),
        releases: passed.clone().count(),
        rows: rows.len() as u64 + in_files,
        covers: covers(&rows, &files),
        issues: reasons + unplaced.len(),
        quarantined: quarantine::count(built, dataset),
        arrivals: arrivals(dataset, checks, built),
        newest: passed.clone().map(|verdict| verdict.release.id.period().to_owned()).max(),
        newest_at: passed.map(|verdict| verdict.release.released_at).max(),
        held: !held.is_empty() || !unplaced.is_empty(),
        because,
        verdicts: verdicts.into_iter().map(Ruling::from).collect(),
        conservation: conserved.map(Cells::from).collect(),
        fingerprint: fingerprint(&rows, &files),
    }
}

fn covers(rows: &[&Row], files: &[&Finished]) -> Option<(String, String)> {
    let periods = rows.iter().map(|row| row.observation.period);
    let days = periods.clone().map(|p| p.start).min().zip(periods.map(|p| p.end).max());
    let years = files.iter().map(|file| file.year);
    let years = years.clone().min().zip(years.max());
    days.map(|(from, to)| (from.to_string(), to.to_string()))
        .or_else(|| years.map(|(from, to)| (from.to_string(), to.to_string())))
}

/// When each release was first seen, whatever became of it; a silent replacement is none.
fn arrivals(dataset: &str, checks: &[Timestamp], built: &Built) -> Vec<Arrival> {
    let mut first: BTreeMap<&str, (Timestamp, Timestamp)> = BTreeMap::new();
    for cells in built.checked.conservation.iter().filter(|cells| cells.dataset == dataset) {
        let release = &cells.release;
        let seen =
            first.entry(release.id.period()).or_insert((release.released_at, cells.captured_at));
        *seen = (seen.0.min(release.released_at), seen.1.min(cells.captured_at));
    }
    let arrival = |(period, (released_at, seen_at)): (&str, _)| {
        Arrival::new(period, released_at, seen_at, checks)
    };
    first.into_iter().map(arrival).collect()
}

/// One broken rule for people: release, rule, the first cell it names, and what was seen there.
fn why(verdict: &Verdict, reason: &Failure) -> String {
    let place = reason.cells.first().map_or(String::new(), |place| {
        let address = place.address.to_string();
        let address = if address.is_empty() { address } else { format!(", {address}") };
        format!(" {}{address}:", place.file)
    });
    format!("{} {}:{place} {}", verdict.release.id, reason.rule, reason.said)
}

/// Digest of rows in order: series, period, value, release and place of each; and of files of rows.
fn fingerprint(rows: &[&Row], files: &[&Finished]) -> String {
    let mut text = String::new();
    for file in files {
        let _ = writeln!(text, "{} {}", file.year, file.digest);
    }
    let mut series = None;
    for row in rows {
        let observation = &row.observation;
        if series.is_none_or(|before| !Arc::ptr_eq(before, &observation.series)) {
            let _ = writeln!(text, "{}", observation.series.id());
            series = Some(&observation.series);
        }
        let _ = writeln!(
            text,
            "{} {:?} {:?} {} {} {:?} {} {}",
            observation.period.end,
            observation.value,
            observation.status,
            row.release.id,
            row.release.released_at,
            row.superseded_at,
            observation.snapshot,
            observation.address,
        );
    }
    Digest::of(text.as_bytes()).to_string()
}
