//! What a run came to: one line per dataset, in exactly one state, and the exit code.

use std::collections::BTreeMap;

use jiff::Timestamp;
use portbook_check::conservation::Conservation;
use portbook_check::verdict::{Failure, Verdict};
use portbook_sink::sink::Done;
use serde::{Deserialize, Serialize};

use crate::collect::Collected;
use crate::notice::Notice;

/// How a dataset ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Published,
    Unchanged,
    NotDue,
    Overdue,
    Held,
    Failed,
    /// Its source says that it is not to be asked.
    Paused,
}

impl State {
    /// Every state, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Published,
        Self::Unchanged,
        Self::NotDue,
        Self::Overdue,
        Self::Held,
        Self::Failed,
        Self::Paused,
    ];

    /// For programs: `not_due`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Unchanged => "unchanged",
            Self::NotDue => "not_due",
            Self::Overdue => "overdue",
            Self::Held => "held",
            Self::Failed => "failed",
            Self::Paused => "paused",
        }
    }

    /// For people: `not due`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Unchanged => "unchanged",
            Self::NotDue => "not due",
            Self::Overdue => "overdue",
            Self::Held => "held",
            Self::Failed => "failed",
            Self::Paused => "paused",
        }
    }
}

/// One dataset of one source.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// `cn/gacc-express`.
    pub source: String,
    pub dataset: String,
    pub state: State,
    /// Releases that passed.
    pub releases: usize,
    /// Published rows, all vintages.
    pub rows: u64,
    /// Issues and broken gates that hold something.
    pub issues: usize,
    /// Refused cells, rows and tables: entries of the table `quarantine`.
    pub quarantined: u64,
    /// Period of the newest release that passed.
    pub newest: Option<String>,
    /// When that came out.
    pub newest_at: Option<Timestamp>,
    /// When its period ended, where the publisher is.
    pub period_end: Option<Timestamp>,
    /// When the release after it is expected.
    pub due_at: Option<Timestamp>,
    /// Why it is held, failed, overdue or paused; that it came early.
    pub because: Vec<String>,
    /// Of what this run built; of a dataset that stands as it was, what is held.
    pub verdicts: Vec<Ruling>,
    /// Of what this run built.
    pub conservation: Vec<Cells>,
}

/// The verdict on one release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ruling {
    pub release: String,
    pub released_at: String,
    pub held: bool,
    /// Held because a person found it to be wrong: told no more.
    pub rejected: bool,
    pub observations: u64,
    pub new: u64,
    pub revised: u64,
    pub vanished: u64,
    pub restated: u64,
    pub controls_agreed: u64,
    pub controls_unchecked: u64,
    /// Values that corrections changed or left out.
    pub corrected: u64,
    /// Identity -> computed and found to hold, broken, incomplete.
    pub identities: BTreeMap<String, [u64; 3]>,
    pub reasons: Vec<Reason>,
    /// Rules that failed and that a review accepts.
    pub accepted: Vec<Reason>,
}

/// A broken rule, its arithmetic and its cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub rule: String,
    pub said: String,
    pub cells: Vec<String>,
}

/// Where the value cells of one printed table went: contract 9.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cells {
    pub release: String,
    pub file: String,
    pub sheet: Option<String>,
    pub value_cells: u64,
    pub rows: u64,
    pub restated: u64,
    pub controls: u64,
    pub refused: u64,
    pub ignored: u64,
    pub held: u64,
}

impl Cells {
    /// Whether every cell is somewhere.
    pub fn are_conserved(&self) -> bool {
        let kept = self.rows + self.restated + self.controls + self.held;
        self.value_cells == kept + self.refused + self.ignored
    }
}

/// What became of one sink.
#[derive(Clone, Debug, Serialize)]
pub struct SinkLine {
    pub sink: String,
    pub engine: &'static str,
    pub state: SinkState,
    /// The commit it holds; `None` where that is not known.
    pub commit: Option<u64>,
    /// Rows that it was given.
    pub rows: u64,
    /// Why it failed.
    pub because: Option<String>,
}

/// How a sink ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SinkState {
    Loaded,
    Unchanged,
    Failed,
}

impl SinkState {
    pub fn words(self) -> &'static str {
        match self {
            Self::Loaded => "loaded",
            Self::Unchanged => "unchanged",
            Self::Failed => "failed",
        }
    }

    /// Of a load that did not fail.
    pub(crate) fn of(done: Done) -> Self {
        if done == Done::Unchanged { Self::Unchanged } else { Self::Loaded }
    }
}

/// A whole run.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    pub run: String,
    /// `running` while it runs, `finished`, or `stopped` at an error.
    pub state: String,
    pub started_at: Timestamp,
    /// `None` while it runs.
    pub ended_at: Option<Timestamp>,
    /// When a run last ended with 0 or 10, this one included.
    pub succeeded_at: Option<Timestamp>,
    /// Why it stopped.
    pub error: Option<String>,
    /// Stage -> seconds.
    pub stages: BTreeMap<&'static str, f64>,
    /// Bytes of snapshots and index, once it has ended.
    pub archive_bytes: u64,
    pub lines: Vec<Line>,
    /// Source -> what was asked.
    pub collected: BTreeMap<String, Collected>,
    /// Commit that now stands, if any.
    pub commit: Option<u64>,
    /// Whether this run made it.
    pub committed: bool,
    /// Captured files that were read; what an earlier build read the same way is recalled.
    pub files_read: usize,
    /// Files this run added to `output/`.
    pub files_new: u64,
    /// The sinks that were fed.
    pub sinks: Vec<SinkLine>,
    pub findings: usize,
    /// Sheets and tables that no layout recognised.
    pub unrecognised: Vec<String>,
    /// What a person is told by this run, and was not told within a week.
    pub notices: Vec<Notice>,
    pub exit_code: u8,
}

impl Summary {
    /// Of a run that has begun.
    pub fn begun(run: String, started_at: Timestamp) -> Self {
        Self {
            run,
            state: "running".to_owned(),
            started_at,
            ended_at: None,
            succeeded_at: None,
            error: None,
            stages: BTreeMap::new(),
            archive_bytes: 0,
            lines: Vec::new(),
            collected: BTreeMap::new(),
            commit: None,
            committed: false,
            files_read: 0,
            files_new: 0,
            sinks: Vec::new(),
            findings: 0,
            unrecognised: Vec::new(),
            notices: Vec::new(),
            exit_code: 0,
        }
    }

    /// Its exit code: 75 if nobody answered, 11 if a source or a sink failed, 10 if something is held
    /// or overdue, else 0.
    pub fn judge(&mut self) {
        let any = |state: State| self.lines.iter().any(|line| line.state == state);
        let asked: u64 = self.collected.values().map(|collected| collected.asked).sum();
        let unanswered: u64 = self.collected.values().map(|collected| collected.unanswered).sum();
        let troubled = self.collected.values().any(|collected| !collected.troubles.is_empty());
        let unfed = self.sinks.iter().any(|sink| sink.state == SinkState::Failed);
        self.exit_code = match () {
            () if asked > 0 && asked == unanswered => 75,
            () if any(State::Failed) || troubled || unfed => 11,
            () if any(State::Held) || any(State::Overdue) => 10,
            () => 0,
        };
    }

    /// Whether no dataset was due: none had a release to wait for, and none changed.
    pub fn is_idle(&self) -> bool {
        let idle = |line: &Line| matches!(line.state, State::NotDue | State::Paused);
        self.exit_code == 0 && self.lines.iter().all(idle)
    }
}

impl From<&Failure> for Reason {
    fn from(failure: &Failure) -> Self {
        let cells = failure.cells.iter().map(|place| {
            let address = place.address.to_string();
            let at = if address.is_empty() { String::new() } else { format!(", {address}") };
            format!("{}{at}: {}", place.file, place.value)
        });
        Self { rule: failure.rule.clone(), said: failure.said.clone(), cells: cells.collect() }
    }
}

impl From<&Verdict> for Ruling {
    fn from(verdict: &Verdict) -> Self {
        let counts = &verdict.counts;
        let identities = counts.identities.iter().map(|(name, computed)| {
            (name.clone(), [computed.held, computed.broken, computed.incomplete])
        });
        Self {
            release: verdict.release.id.to_string(),
            released_at: verdict.release.released_at.to_string(),
            held: verdict.is_held(),
            rejected: verdict.is_rejected(),
            observations: counts.observations,
            new: counts.new,
            revised: counts.revised,
            vanished: counts.vanished,
            restated: counts.restated,
            controls_agreed: counts.controls_agreed,
            controls_unchecked: counts.controls_unchecked,
            corrected: counts.corrected,
            identities: identities.collect(),
            reasons: verdict.reasons().iter().map(Reason::from).collect(),
            accepted: verdict.accepted.iter().map(Reason::from).collect(),
        }
    }
}

impl From<&Conservation> for Cells {
    fn from(cells: &Conservation) -> Self {
        Self {
            release: cells.release.id.to_string(),
            file: cells.url.clone(),
            sheet: cells.sheet.clone(),
            value_cells: cells.value_cells,
            rows: cells.rows,
            restated: cells.restated,
            controls: cells.controls,
            refused: cells.refused,
            ignored: cells.ignored,
            held: cells.held,
        }
    }
}
