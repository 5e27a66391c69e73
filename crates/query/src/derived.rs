//! A computed figure, down to every cell it comes from, with the arithmetic: a claim, a sum, or
//! any question that gives one row.
//!
//! The question's own plan is followed: which rows went into each `sum`, `count` or other aggregate,
//! and with which value. What is computed from those in turn is told by the question itself.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use serde_json::{Value, json};

use crate::as_of::View;
use crate::claims::Outcome;
use crate::error::Error;
use crate::explain::CaptureInfo;
use crate::published_row::PublishedRow;
use crate::table::Table;

pub(crate) mod follow;
pub mod text;

/// Cells that are followed; a wider question is refused, not cut.
pub(crate) const CELLS_MAX: usize = 100_000;

/// What was asked, what it came to, and the cells it rests on.
#[derive(Clone, Debug)]
pub struct Derived {
    pub title: String,
    pub figures: Vec<Figure>,
    /// Each once, in the order of first use; figures name them by index.
    pub cells: Vec<PublishedRow>,
}

/// One computed figure.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// The reading and the day, or empty.
    pub name: String,
    /// The question.
    pub sql: String,
    /// Columns of the answer's one row.
    pub answer: Vec<(String, Option<String>)>,
    /// The figure beside the one that was printed, for a claim.
    pub outcome: Option<Outcome>,
    pub expected: Option<String>,
    pub steps: Vec<Step>,
    /// All cells that went into it, by index.
    pub cells: Vec<usize>,
    pub notes: Vec<String>,
}

/// One aggregate of one group, and what was put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// `sum(obs_value)`.
    pub expression: String,
    /// Whether the terms are added up.
    pub is_sum: bool,
    /// What the group has in common.
    pub group: Vec<(String, String)>,
    pub value: Option<String>,
    pub terms: Vec<Term>,
}

/// What one row put into an aggregate, and the cells it was made from: one, unless tables were joined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub value: String,
    pub cells: Vec<usize>,
}

/// Cells met so far, each once.
#[derive(Default)]
pub(crate) struct Cells {
    pub(crate) rows: Vec<PublishedRow>,
    places: BTreeMap<(String, String, i32), usize>,
}

impl Cells {
    pub(crate) fn add(&mut self, row: PublishedRow) -> usize {
        let period = format!("{} {}", row.period_start, row.period_end);
        let key = (row.series.id(), period, row.revision);
        let next = self.rows.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.rows.push(row);
        }
        place
    }
}

impl Table {
    /// Follows one question to its cells.
    ///
    /// # Errors
    /// `Question` where the answer is not one row, or no row of the published table is in it.
    pub async fn derive(&self, sql: &str, view: impl Into<View>) -> Result<Derived, Error> {
        let session = self.session(view).await?;
        let mut cells = Cells::default();
        let mut figure = session.follow(sql, &mut cells).await?;
        if cells.rows.is_empty() {
            return Err(Error::NothingFound { what: format!("`{}`", one_line(sql)) });
        }
        figure.notes = mixed(&figure, &cells.rows);
        Ok(Derived { title: one_line(sql), figures: vec![figure], cells: cells.rows })
    }
}

/// The question that adds up what a condition finds.
pub fn sum_of(condition: &str) -> String {
    format!("select sum(obs_value) as sum from latest where ({condition})")
}

/// What a sum should not have in it together.
fn mixed(figure: &Figure, cells: &[PublishedRow]) -> Vec<String> {
    if !figure.steps.iter().any(|step| step.is_sum) {
        return Vec::new();
    }
    let mut notes = Vec::new();
    for (concept, what) in [
        (Concept::UnitMeasure, "units"),
        (Concept::Transformation, "transformations"),
        (Concept::PeriodKind, "kinds of period"),
    ] {
        let mut seen: Vec<&str> = cells.iter().map(|cell| cell.series.get(concept)).collect();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() > 1 {
            notes.push(format!("the cells are of {} {what}: {}", seen.len(), seen.join(", ")));
        }
    }
    let others = cells.iter().filter(|cell| cell.level != "leaf").count();
    if others > 0 && cells.len() > 1 {
        notes.push(format!(
            "{others} of {} cells are no leaves, and may count what other cells count",
            cells.len()
        ));
    }
    notes
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Derived {
    /// The same as [`text::render`], as an object. `captures` are those of the cells' snapshots.
    pub fn json(&self, captures: &BTreeMap<String, CaptureInfo>) -> Value {
        let cells = self.cells.iter().enumerate().map(|(at, row)| {
            let capture = captures.get(&row.snapshot).map(|capture| {
                json!({
                    "url": capture.url,
                    "captured_at": capture.captured_at.to_string(),
                    "snapshot": row.snapshot,
                })
            });
            json!({
                "number": at + 1,
                "key": key(row),
                "printed": row.printed(),
                "row": row.json(),
                "capture": capture,
            })
        });
        json!({
            "title": self.title,
            "figures": self.figures.iter().map(Figure::json).collect::<Vec<_>>(),
            "cells": cells.collect::<Vec<_>>(),
        })
    }
}

impl Figure {
    fn json(&self) -> Value {
        let answer: serde_json::Map<String, Value> =
            self.answer.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        let numbers = |cells: &[usize]| cells.iter().map(|cell| cell + 1).collect::<Vec<_>>();
        let steps = self.steps.iter().map(|step| {
            let group: serde_json::Map<String, Value> =
                step.group.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
            let terms = step
                .terms
                .iter()
                .map(|term| json!({ "value": term.value, "cells": numbers(&term.cells) }));
            json!({
                "expression": step.expression,
                "group": group,
                "value": step.value,
                "terms": terms.collect::<Vec<_>>(),
            })
        });
        json!({
            "name": self.name,
            "sql": self.sql,
            "answer": answer,
            "outcome": self.outcome,
            "expected": self.expected,
            "steps": steps.collect::<Vec<_>>(),
            "cells": numbers(&self.cells),
            "notes": self.notes,
        })
    }
}

/// What `portbook explain` takes to come to a row.
pub(crate) fn key(row: &PublishedRow) -> String {
    format!("{}/{}", row.series.id(), row.time_period)
}
