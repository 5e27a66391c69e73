//! Cells that are words: each text is matched once, however many records print it.

use std::collections::HashMap;
use std::rc::Rc;

use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use super::plan::Line;
use crate::layout::places::{self, Place};
use crate::record_set::Record;

/// Texts kept per column; a column of more is one of names, where keeping them gains nothing.
const KEPT_MAX: usize = 10_000;

/// What a record's cell says.
pub(super) struct Cell {
    pub(super) place: Place,
    /// What it speaks of is read and means nothing.
    pub(super) is_ignored: bool,
}

/// What the texts of the columns were found to say.
pub(super) struct Cells<'a> {
    vocabulary: &'a Vocabulary,
    /// By column and text as printed.
    kept: HashMap<usize, HashMap<String, Option<Rc<Cell>>>>,
}

impl<'a> Cells<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self { vocabulary, kept: HashMap::new() }
    }

    /// What a record's cell says; `None` if no entry of its column matches it.
    pub(super) fn read(&mut self, line: &Line<'_>, record: &Record<'_>) -> Option<Rc<Cell>> {
        let text = record.field(line.column).text;
        let kept = self.kept.entry(line.column).or_default();
        if let Some(known) = kept.get(text) {
            return known.clone();
        }
        let read = places::read(line.entries, &fold(text), self.vocabulary, |_| true);
        let read = read.map(|places::Met { says, holes }| {
            // Several columns may hold labels that say nothing.
            let holes = holes.into_iter().filter(|(hole, _)| hole != "{label}").collect();
            let is_ignored = says.ignore;
            let place = places::place(says, holes, line.heading.clone());
            Rc::new(Cell { place, is_ignored })
        });
        if kept.len() < KEPT_MAX {
            kept.insert(text.to_owned(), read.clone());
        }
        read
    }
}
