//! What every reader of a grid's parts needs: the grid, the layout, and how to say what is wrong.

use std::ops::Range;

use portbook_model::address::Cell as At;
use portbook_model::issue::Issue;
use portbook_source::layout::Entry;
use portbook_source::layout::table::Table;
use portbook_source::nearest::nearest;
use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use super::frame::Frame;
use super::texts::Where;
use crate::grid::Grid;

pub(super) struct Context<'a> {
    pub(super) grid: &'a Grid,
    pub(super) table: &'a Table,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) at: Where<'a>,
}

impl Context<'_> {
    /// The first non-blank text of some columns in a row; blank, at the first column, if none is.
    pub(super) fn first_text(&self, row: u32, columns: Range<u32>) -> (At, String) {
        for column in columns.clone() {
            let text = fold(self.grid.text(row, column));
            if !text.is_empty() {
                return (self.grid.origin(row, column), text);
            }
        }
        (At { row_index: row, column_index: columns.start }, String::new())
    }

    /// A row of the body that is one cell spanning stub and values is text.
    pub(super) fn is_spanned_text(&self, place: At, frame: &Frame) -> bool {
        frame.body_rows.contains(&place.row_index)
            && self.grid.span(place.row_index, place.column_index).is_some_and(|span| {
                span.origin.column_index <= frame.stub_columns.start
                    && span.origin.column_index + span.column_count >= frame.value_columns.end
            })
    }

    /// A text that no entry of its place meets: the word in it that is not known, and what it may
    /// have been meant for.
    pub(super) fn unknown(&self, rule: &str, place: At, seen: &str, entries: &[Entry]) -> Issue {
        let mut patterns: Vec<String> =
            entries.iter().map(|entry| entry.pattern.to_string()).collect();
        patterns.dedup();
        // In a text of a pattern's shape it is one word that is not known.
        let word = entries.iter().find_map(|entry| {
            let captured = entry.pattern.shape(seen)?;
            captured.into_iter().find(|c| !self.vocabulary.accepts(&c.hole, &c.text))
        });
        let mut near = match &word {
            Some(word) => nearest(&word.text, self.vocabulary.labels(&word.hole)),
            None => Vec::new(),
        };
        if near.is_empty() {
            near = nearest(seen, patterns.iter().map(String::as_str));
        }
        let expected = format!("one of `{}`, with labels of lookups.toml", patterns.join("`, `"));
        let mut issue = self.at.issue(rule, Some(place.to_string()), seen, expected);
        issue.nearest = near;
        issue
    }
}
