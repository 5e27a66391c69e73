//! What the pages need that the published files do not say: plain values, handed in by whoever knows
//! the sources, the archive and the claims. They serialize so that a digest tells whether they changed.

use std::collections::BTreeMap;

use portbook_model::address::Address;
use serde::Serialize;

/// Everything about the sources that stand.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    pub sources: Vec<Source>,
    /// What is to come, in order of the first day.
    pub expected: Vec<Expected>,
    /// Releases that wait for a person.
    pub held: Vec<Held>,
    /// What each run came to, the newest first.
    pub runs: Vec<Run>,
}

/// A folder under `pipelines/`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Source {
    /// `us/census-ft900`.
    pub id: String,
    /// `us-census-ft900`: the value of the column, and of the partition.
    pub column: String,
    pub title: String,
    pub publisher: String,
    pub homepage: String,
    pub licence: Licence,
    /// Why it is not asked for now.
    pub paused: Option<String>,
    /// What its README says below `## Quirks`: Markdown.
    pub quirks: String,
    pub datasets: Vec<Dataset>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Licence {
    pub name: String,
    /// Where and how it is stated.
    pub stated: String,
    pub allows: String,
    /// `yes`, `attribution`, `non-commercial` or `no`.
    pub redistribute: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Dataset {
    pub name: String,
    pub title: String,
}

/// When a release is expected, and what says so.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Expected {
    /// `us/census-ft900`.
    pub source: String,
    pub dataset: String,
    pub period: String,
    /// Days, the publisher's.
    pub first: String,
    pub last: String,
    pub why: String,
}

/// A review bundle: why a release is held, for a person to decide.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Held {
    /// `us-census-ft900/2025-12/exhibit-12`.
    pub id: String,
    pub markdown: String,
}

/// What a night did.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Run {
    pub id: String,
    /// `finished`, `stopped` or `running`.
    pub state: String,
    pub started_at: String,
    pub ended_at: Option<String>,
    pub exit_code: u64,
    pub commit: Option<u64>,
    pub committed: bool,
    pub error: Option<String>,
    /// Addresses asked, and how many of them brought something new.
    pub asked: u64,
    pub new: u64,
    pub findings: u64,
    /// State -> how many datasets ended in it.
    pub states: BTreeMap<String, u64>,
    /// Releases that changed a figure, were held, or failed.
    pub lines: Vec<RunLine>,
}

/// One dataset of a run that a reader would ask about.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RunLine {
    pub source: String,
    pub dataset: String,
    pub state: String,
    /// Figures of the releases that this run judged.
    pub new: u64,
    pub revised: u64,
    pub because: Vec<String>,
}

/// An article whose figures are tested.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Article {
    /// Name of its file without the end: `2025-12-trillion-surplus`.
    pub name: String,
    pub title: String,
    /// The day its figures are tested on.
    pub date: String,
    pub claims: Vec<Claim>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Claim {
    pub id: String,
    pub verdict: String,
    pub statement: String,
    /// In the article's words.
    pub published: String,
    pub then: Option<Came>,
    pub now: Option<Came>,
    pub readings: Vec<Reading>,
    pub notes: Vec<String>,
    pub cells: Vec<Cell>,
}

/// What a figure came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Came {
    /// In base units of `unit`, times 10^9.
    pub value: i128,
    pub unit: String,
    /// For people: `1,075,848.1 US$ million`.
    pub text: String,
    pub as_printed: bool,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Reading {
    pub name: String,
    pub verdict: String,
    pub expected: String,
    /// What rounds to the figure printed, times 10^9; `None` where the claim names one side.
    pub band: Option<[i128; 2]>,
    pub then: Option<Came>,
    pub now: Option<Came>,
    pub notes: Vec<String>,
    /// The figure as it was computed, then and, where it is another, today.
    pub figures: Vec<Figure>,
}

/// One computed figure: its question and its arithmetic.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Figure {
    pub name: String,
    pub sql: String,
    pub steps: Vec<Step>,
}

/// An aggregate, and what went into it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Step {
    /// `sum(obs_value) = 1,075,848,100,000`.
    pub headline: String,
    pub terms: Vec<Term>,
    /// Terms that are not listed here.
    pub left_out: usize,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Term {
    /// With its sign.
    pub value: String,
    /// Places in the claim's `cells`.
    pub cells: Vec<usize>,
}

/// A published row that a claim rests on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Cell {
    pub source: String,
    pub dataset: String,
    pub series: String,
    pub release: String,
    pub released_at: String,
    pub snapshot: String,
    pub address: Address,
    pub time_period: String,
    pub period_kind: String,
    /// In base units of `unit`, in full.
    pub value: Option<String>,
    pub unit: String,
    pub printed: Option<String>,
}

/// A table as printed, or the part of it that holds published values.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// ``sheet `12` ``.
    pub title: String,
    /// Letters of the columns, or names of a record file.
    pub columns: Vec<String>,
    pub rows: Vec<PrintedRow>,
    /// Rows and columns that the file has and the page leaves out.
    pub hidden_rows: u64,
    pub hidden_columns: u64,
}

#[derive(Clone, Debug, Default)]
pub struct PrintedRow {
    /// Number of the row or record.
    pub name: String,
    /// Rows before it are left out.
    pub is_after_gap: bool,
    pub cells: Vec<PrintedCell>,
}

#[derive(Clone, Debug, Default)]
pub struct PrintedCell {
    pub text: String,
    /// The number that is stored, of a figure that is shown with fewer digits.
    pub stored: Option<String>,
    pub row_span: u32,
    pub column_span: u32,
    /// Places, in the list of addresses asked for, of those that stand here.
    pub published: Vec<usize>,
    pub is_bold: bool,
    pub indent: u8,
}

/// A file whose tables are to be shown.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// `us-census-ft900`.
    pub source: String,
    pub snapshot: String,
    /// Of each of its tables, the addresses at which values are published.
    pub tables: Vec<Vec<Address>>,
}

/// What a snapshot holds, and where it came from.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Where it was asked for; empty if it was handed in without saying.
    pub url: String,
    pub captured_at: String,
    /// In the order of the tables asked for; `None` where the table is no longer found.
    pub tables: Vec<Option<Printed>>,
}
