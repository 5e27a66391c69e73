//! One printed table as understood: what `normalize` hands to `check`. Not a release: several
//! prints may be editions of one, or captures of one edition.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::issue::{Issue, Refusal};
use crate::observation::Observation;
use crate::release::Release;
use crate::shape::Shape;

/// One printed table of one capture, after `normalize`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Print {
    pub dataset: String,
    /// As this capture alone tells it: no replacement suffix, `released_at` as known here.
    pub release: Release,
    pub captured_at: Timestamp,
    pub snapshot: Digest,
    /// With `member` and `sheet` it names the edition: a later capture of the same three is the
    /// same table printed again. Never empty: a file fetched by hand has its name here.
    pub url: String,
    pub member: Option<String>,
    pub sheet: Option<String>,
    /// What text, sheet and request say, as codes: currency, country, flow. Only prints of equal
    /// meaning can show that a series has vanished.
    pub meaning: BTreeMap<String, String>,
    /// As the layout found it.
    pub shape: Shape,
    /// Length of the file it was read from.
    pub file_bytes: u64,
    /// Every part of the table was captured and it is no selection of the publisher's rows.
    pub complete: bool,
    /// Value cells as `parse` counted them, before any judgement.
    pub value_cells: u64,
    pub rows: Vec<Observation>,
    /// Figures printed again to be compared, never published.
    pub controls: Vec<Observation>,
    /// Cells ignored by a written rule (signs such as "not yet published").
    pub ignored_cells: u64,
    /// Cells refused, each with an issue.
    pub refused_cells: u64,
    /// Each with its own address; they add up to `refused_cells`.
    pub refusals: Vec<Refusal>,
    pub issues: Vec<Issue>,
    /// Cells that `corrections.toml` means, those it left out or no longer fits among them.
    pub corrected: Vec<Corrected>,
}

/// A cell that a correction means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    /// Its number in `corrections.toml`, from 0.
    pub correction: usize,
    /// As corrected; as printed where the correction could not be made; without a value where it
    /// is left out.
    pub observation: Observation,
}
