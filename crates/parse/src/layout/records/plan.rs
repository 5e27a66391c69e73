//! Which column of a set is what: read for the record, a value, beside a value, or ignored.

use std::collections::BTreeMap;

use portbook_model::issue::Issue;
use portbook_model::text::Text;
use portbook_source::layout::Entry;
use portbook_source::layout::records::{Condition, Measure, Reads, Records};
use portbook_source::nearest::nearest;
use portbook_source::pattern::{Captured, fold};
use portbook_source::vocabulary::Vocabulary;

use super::issue;
use crate::layout::Origin;
use crate::layout::places::{self, Place};
use crate::record_set::{Record, RecordSet};

/// A layout laid over the columns of one set.
pub(super) struct Plan<'a> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) values: Vec<Value<'a>>,
    pub(super) skip: Vec<Test<'a>>,
    pub(super) keep: Vec<Test<'a>>,
}

/// A column whose cells are words.
pub(super) struct Line<'a> {
    pub(super) column: usize,
    pub(super) heading: String,
    pub(super) entries: &'a [Entry],
}

/// A column whose cells are values, under one measure.
pub(super) struct Value<'a> {
    pub(super) column: usize,
    /// The heading, and which of those alike it is: `2009`, `2009#2`.
    pub(super) cell: Text,
    /// Its number among the values.
    pub(super) number: usize,
    /// What measure and heading say.
    pub(super) head: Head,
    /// The column that speaks of this value alone.
    pub(super) beside: Option<Line<'a>>,
    pub(super) only: Vec<Test<'a>>,
}

/// What stands above a value, and the same as columns of a raw record.
pub(super) struct Head {
    pub(super) place: Place,
    pub(super) columns: Vec<(String, String)>,
}

impl Head {
    pub(super) fn new(place: Place) -> Self {
        Self { columns: place.columns("head").collect(), place }
    }
}

/// A condition, and the column it looks at.
pub(super) struct Test<'a> {
    column: Option<usize>,
    condition: &'a Condition,
}

impl Test<'_> {
    pub(super) fn holds(&self, record: &Record<'_>) -> bool {
        let Some(column) = self.column else { return false };
        let text = fold(record.field(column).text);
        self.condition.texts.contains(&text)
    }
}

/// Lays the layout over the set; a column nothing speaks of is an issue, and so is one missing.
pub(super) fn plan<'a>(
    layout: &'a Records,
    set: &RecordSet,
    origin: Origin<'_>,
    vocabulary: &Vocabulary,
    issues: &mut Vec<Issue>,
) -> Plan<'a> {
    let headings: Vec<String> = set.columns().iter().map(|column| fold(column)).collect();
    let mut planner = Planner { layout, set, headings, origin, vocabulary, claimed: Vec::new() };
    let values = planner.values();
    let lines = planner.lines(&values, issues);
    planner.check_missing(&values, issues);
    let tests = |conditions| planner.tests(conditions);
    Plan { lines, values, skip: tests(&layout.skip), keep: tests(&layout.keep) }
}

struct Planner<'a, 'b> {
    layout: &'a Records,
    set: &'b RecordSet,
    headings: Vec<String>,
    origin: Origin<'b>,
    vocabulary: &'b Vocabulary,
    /// Columns that are values.
    claimed: Vec<usize>,
}

impl<'a> Planner<'a, '_> {
    fn position(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|known| known == heading)
    }

    fn tests(&self, conditions: &'a [Condition]) -> Vec<Test<'a>> {
        let test =
            |condition: &'a Condition| Test { column: self.position(&condition.column), condition };
        conditions.iter().map(test).collect()
    }

    fn values(&mut self) -> Vec<Value<'a>> {
        let mut alike: BTreeMap<&str, u32> = BTreeMap::new();
        let mut values = Vec::new();
        let mut claimed = Vec::new();
        for (column, heading) in self.headings.iter().enumerate() {
            let nth = alike.entry(heading).or_insert(0);
            *nth += 1;
            for (measure, captured) in self.measures(heading, *nth) {
                let printed = &self.set.columns()[column];
                let cell = if *nth > 1 { format!("{printed}#{nth}") } else { printed.clone() };
                let beside = measure.status.as_ref().and_then(|status| {
                    let heading = status.heading(&captured);
                    self.line(self.position(&heading)?)
                });
                let head = head(measure, captured, &cell);
                let only = self.tests(&measure.keep);
                let (cell, number) = (Text::from(cell), values.len());
                values.push(Value { column, cell, number, head, beside, only });
                claimed.push(column);
            }
        }
        self.claimed = claimed;
        values
    }

    /// The measures that claim a heading, unless a column rule is closer.
    fn measures(&self, heading: &str, nth: u32) -> Vec<(&'a Measure, Vec<Captured>)> {
        let column = self.layout.column(heading, self.vocabulary);
        let claim = |measure: &'a Measure| {
            let captured = measure.heading.captures(heading, self.vocabulary)?;
            Some((measure, captured))
        };
        let claims: Vec<_> = self.layout.measures.iter().filter_map(claim).collect();
        let Some(rank) = claims.iter().map(|(measure, _)| measure.heading.rank()).min() else {
            return claims;
        };
        if column.is_some_and(|column| column.heading.rank() < rank) {
            return Vec::new();
        }
        let is_meant = |measure: &Measure| {
            measure.heading.rank() == rank && measure.nth.is_none_or(|wanted| wanted == nth)
        };
        claims.into_iter().filter(|(measure, _)| is_meant(measure)).collect()
    }

    /// The column as words, if the layout reads it.
    fn line(&self, column: usize) -> Option<Line<'a>> {
        let heading = &self.headings[column];
        match &self.layout.column(heading, self.vocabulary)?.reads {
            Reads::Entries(entries) => {
                Some(Line { column, heading: self.set.columns()[column].clone(), entries })
            }
            Reads::Ignore => None,
        }
    }

    /// Columns of words, those beside a value left out.
    fn lines(&self, values: &[Value<'_>], issues: &mut Vec<Issue>) -> Vec<Line<'a>> {
        let beside: Vec<usize> =
            values.iter().filter_map(|value| Some(value.beside.as_ref()?.column)).collect();
        let mut lines = Vec::new();
        for (column, heading) in self.headings.iter().enumerate() {
            if self.claimed.contains(&column) || beside.contains(&column) {
                continue;
            }
            if self.layout.column(heading, self.vocabulary).is_some() {
                lines.extend(self.line(column));
            } else if !(heading.is_empty() && self.is_blank(column)) {
                issues.push(self.unknown(heading));
            }
        }
        lines
    }

    fn is_blank(&self, column: usize) -> bool {
        self.set.records().all(|record| fold(record.field(column).text).is_empty())
    }

    fn known(&self) -> Vec<String> {
        let columns = self.layout.columns.iter().map(|column| column.heading.to_string());
        let measures = self.layout.measures.iter().map(|measure| measure.heading.to_string());
        columns.chain(measures).collect()
    }

    fn unknown(&self, heading: &str) -> Issue {
        let known = self.known();
        let expected = format!("one of `{}`", known.join("`, `"));
        let mut issue = issue(self.origin, self.set, "unknown-heading", heading, expected);
        issue.nearest = nearest(heading, known.iter().map(String::as_str));
        issue
    }

    fn check_missing(&self, values: &[Value<'_>], issues: &mut Vec<Issue>) {
        let columns = self.layout.columns.iter().map(|column| (&column.heading, false));
        let measures = self.layout.measures.iter().map(|measure| (&measure.heading, true));
        for (pattern, is_measure) in columns.chain(measures) {
            let written = pattern.to_string();
            let is_there = |heading: &String| pattern.captures(heading, self.vocabulary).is_some();
            // A family of words may be empty; a family of values may not.
            let is_needed = is_measure || pattern.holes().next().is_none();
            if is_needed
                && !self.layout.optional.contains(&fold(&written))
                && !self.headings.iter().any(is_there)
            {
                let expected = format!("a column `{written}`");
                let seen = "no such column";
                issues.push(issue(self.origin, self.set, "heading-missing", seen, expected));
            }
        }
        if values.is_empty() && issues.is_empty() {
            let expected = "a column of values that no column rule is closer to".to_owned();
            let seen = "no such column";
            issues.push(issue(self.origin, self.set, "heading-missing", seen, expected));
        }
    }
}

/// What a measure says above each of its values.
fn head(measure: &Measure, captured: Vec<Captured>, cell: &str) -> Head {
    let holes = captured.into_iter().map(|c| (format!("{{{}}}", c.hole), c.text)).collect();
    let mut head = places::place(&measure.says, holes, cell.to_owned());
    head.words.extend(measure.unit.clone().map(|unit| ("{unit}".to_owned(), unit)));
    Head::new(head)
}
