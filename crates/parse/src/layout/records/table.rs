//! A record set as raw records: several values in a record, and a table for each date of release
//! that its columns name.

use std::collections::BTreeMap;

use portbook_model::address::Address;
use portbook_model::issue::{Issue, Refusal};
use portbook_model::shape::Heading;
use portbook_model::text::Text;
use portbook_schema::raw::batch::{self, Builder, Role, Shown, WordsId};
use portbook_schema::raw::{RawRecords, Said};
use portbook_source::layout::records::Records;
use portbook_source::nearest::nearest;
use portbook_source::pattern::{fold, folded};
use portbook_source::vocabulary::Vocabulary;

use super::cells::Cells;
use super::plan::{Head, Line, Plan, Value, plan};
use crate::layout::Origin;
use crate::layout::crosstab::blank;
use crate::layout::places::Place;
use crate::layout::texts::{self, Unit, Where};
use crate::record_set::{Kind, Record, RecordSet};

/// The hole that parts records by date of release.
const RELEASED_AT: &str = "{released_at}";

/// Reads the set by a layout that takes it.
pub(super) fn read(
    layout: &Records,
    set: &RecordSet,
    origin: Origin<'_>,
    vocabulary: &Vocabulary,
) -> Vec<RawRecords> {
    let mut whole = blank(&layout.common, set.name.clone());
    for name in set.columns() {
        whole.shape.column(vec![Heading { text: fold(name), is_spanned: false }]);
    }
    let units = units(layout, set, vocabulary);
    let at = Where { file: origin.file, sheet: set.name.as_deref() };
    whole.text = texts::read(&layout.common, &units, vocabulary, &at, &mut whole.issues);
    let plan = plan(layout, set, origin, vocabulary, &mut whole.issues);
    let mut reader = Reader {
        plan: &plan,
        set,
        origin,
        vocabulary,
        cells: Cells::new(vocabulary),
        tables: BTreeMap::new(),
        refused: BTreeMap::new(),
        refused_cells: 0,
        ignored_cells: 0,
    };
    for record in set.records() {
        reader.record(&record);
    }
    reader.finish(&whole)
}

/// Texts around the records, and what the holes of `find.path` took from the set's name.
fn units(layout: &Records, set: &RecordSet, vocabulary: &Vocabulary) -> Vec<Unit> {
    let around = set.around.iter().map(|around| Unit::new(&around.text, around.place.clone()));
    let mut units: Vec<Unit> = around.collect();
    let name = fold(set.name.as_deref().unwrap_or_default());
    let path = layout.find.path.as_ref().and_then(|path| path.captures(&name, vocabulary));
    let named = path.into_iter().flatten();
    units.extend(named.map(|c| Unit::new(&format!("{}: {}", c.hole, c.text), name.clone())));
    units
}

/// Why a record's cells are refused: column, text, and what was expected.
type Why = (String, String, &'static str);

struct Reader<'a> {
    plan: &'a Plan<'a>,
    set: &'a RecordSet,
    origin: Origin<'a>,
    vocabulary: &'a Vocabulary,
    cells: Cells<'a>,
    /// By date of release, as printed; where the columns say none, by the empty text.
    tables: BTreeMap<String, Table>,
    /// The first record refused so, and the number of cells.
    refused: BTreeMap<Why, (u64, u64)>,
    refused_cells: u64,
    ignored_cells: u64,
}

/// A table being built.
struct Table {
    builder: Builder,
    /// What the plan says above its values, by their number.
    heads: BTreeMap<usize, WordsId>,
    /// The last record, and what it says.
    line: Option<(u64, WordsId)>,
    /// Where the date of release stands.
    released_at: Option<Said>,
}

impl Table {
    fn new(released_at: Option<Said>) -> Self {
        Self { builder: Builder::default(), heads: BTreeMap::new(), line: None, released_at }
    }

    fn push(&mut self, record: &Record<'_>, value: &Value<'_>, words: [WordsId; 3]) {
        let field = record.field(value.column);
        let text = folded(field.text);
        let kind = match field.kind {
            _ if text.is_empty() => batch::Kind::Blank,
            Kind::Number => batch::Kind::Number,
            Kind::Text | Kind::Null => batch::Kind::Text,
            Kind::Bool => batch::Kind::Other,
        };
        self.builder.push(batch::Value {
            text: Text::from(&*text),
            kind,
            shown: (kind == batch::Kind::Number).then_some(Shown::General),
            role: Role::Row,
            cell: value.cell.clone(),
            record: i64::try_from(record.number).ok(),
            note: None,
            is_revised: false,
            words,
        });
    }

    /// What a record says, kept once for all its values.
    fn line(&mut self, number: u64, line: &[(String, String)]) -> WordsId {
        if let Some((of, words)) = self.line
            && of == number
        {
            return words;
        }
        let words = self.builder.words(line.iter().cloned());
        self.line = Some((number, words));
        words
    }
}

/// What became of a cell beside the values.
enum Added {
    Place,
    /// What it speaks of means nothing.
    Ignored,
    /// Nothing is known of it, or it contradicts.
    Unknown,
}

impl Reader<'_> {
    fn record(&mut self, record: &Record<'_>) {
        let plan = self.plan;
        let mut meant = plan.values.iter().filter(|value| holds(value, record)).peekable();
        let is_left_out = record.is_deletion()
            || plan.skip.iter().any(|test| test.holds(record))
            || !plan.keep.iter().all(|test| test.holds(record));
        if is_left_out {
            self.ignored_cells += meant.count() as u64;
            return;
        }
        if meant.peek().is_none() {
            let expected = "texts for which a measure is (`only`)";
            self.refuse(record, "the record", "no measure", expected, 1);
            return;
        }
        let mut line = Place::default();
        for column in &plan.lines {
            match self.add(&mut line, column, record) {
                Added::Place => {}
                Added::Ignored => {
                    self.ignored_cells += meant.count() as u64;
                    return;
                }
                Added::Unknown => {
                    self.refuse_line(record, column, meant.count() as u64);
                    return;
                }
            }
        }
        let released_at = line.words.get(RELEASED_AT).cloned();
        let line: Vec<(String, String)> = line.columns("line").collect();
        for value in meant {
            self.value(record, value, &line, released_at.as_deref());
        }
    }

    /// Adds what a cell says to the place.
    fn add(&mut self, line: &mut Place, column: &Line<'_>, record: &Record<'_>) -> Added {
        match self.cells.read(column, record) {
            Some(cell) if cell.is_ignored => Added::Ignored,
            Some(cell) if line.add(cell.place.clone()).is_ok() => Added::Place,
            _ => Added::Unknown,
        }
    }

    fn value(
        &mut self,
        record: &Record<'_>,
        value: &Value<'_>,
        line: &[(String, String)],
        released_at: Option<&str>,
    ) {
        let beside;
        let mut head = &value.head;
        if let Some(column) = &value.beside {
            let mut both = head.place.clone();
            match self.add(&mut both, column, record) {
                Added::Place => {}
                Added::Ignored => {
                    self.ignored_cells += 1;
                    return;
                }
                Added::Unknown => {
                    self.refuse_line(record, column, 1);
                    return;
                }
            }
            beside = Head::new(both);
            head = &beside;
        }
        let own = head.place.words.get(RELEASED_AT).map(String::as_str);
        let released_at = own.or(released_at).unwrap_or_default();
        if !self.tables.contains_key(released_at) {
            let said =
                Said { value: released_at.to_owned(), place: format!("record {}", record.number) };
            let table = Table::new((!released_at.is_empty()).then_some(said));
            self.tables.insert(released_at.to_owned(), table);
        }
        let table = self.tables.get_mut(released_at).expect("it was inserted where it was not");
        let line = table.line(record.number, line);
        let words = || head.columns.iter().cloned();
        let builder = &mut table.builder;
        let head = if value.beside.is_some() {
            builder.words(words())
        } else {
            *table.heads.entry(value.number).or_insert_with(|| builder.words(words()))
        };
        table.push(record, value, [WordsId::NONE, line, head]);
    }

    fn refuse_line(&mut self, record: &Record<'_>, line: &Line<'_>, cells: u64) {
        let text = fold(record.field(line.column).text);
        self.refuse(record, &line.heading, &text, "", cells);
    }

    fn refuse(
        &mut self,
        record: &Record<'_>,
        column: &str,
        seen: &str,
        expected: &'static str,
        cells: u64,
    ) {
        self.refused_cells += cells;
        let key = (column.to_owned(), seen.to_owned(), expected);
        self.refused.entry(key).or_insert((record.number, 0)).1 += cells;
    }

    /// One issue for each word that is not known, with the first record that has it.
    fn issues(&self) -> Vec<Issue> {
        let refused = self.refused.iter();
        let issue = |((column, seen, expected), (record, cells)): (&Why, &(u64, u64))| {
            let line = self.plan.lines.iter().find(|line| line.heading == *column);
            let besides = self.plan.values.iter().filter_map(|value| value.beside.as_ref());
            let line = line.or_else(|| besides.into_iter().find(|line| line.heading == *column));
            let entries = line.map(|line| line.entries).unwrap_or_default();
            let patterns: Vec<String> = entries.iter().map(|e| e.pattern.to_string()).collect();
            let holes = entries.iter().flat_map(|entry| entry.pattern.holes());
            let labels = holes.flat_map(|hole| self.vocabulary.labels(hole));
            let mut expected = match *expected {
                "" => format!("`{}`, with labels of lookups.toml", patterns.join("` or `")),
                said => said.to_owned(),
            };
            if *cells > self.plan.values.len() as u64 {
                expected.push_str(&format!("; {cells} cells in all"));
            }
            let address = Address {
                sheet: self.set.name.as_ref().map(Text::from),
                record: i64::try_from(*record).ok(),
                cell: Some(column.into()),
                ..Address::default()
            };
            let rule = if entries.is_empty() { "no-measure" } else { "unknown-label" };
            Issue {
                rule: rule.to_owned(),
                file: self.origin.file.to_owned(),
                address,
                seen: seen.clone(),
                expected,
                nearest: nearest(seen, labels),
            }
        };
        refused.map(issue).collect()
    }

    /// The tables; what is wrong, refused or left out is told with the first.
    fn finish(mut self, whole: &RawRecords) -> Vec<RawRecords> {
        let issues = self.issues();
        if self.tables.is_empty() {
            self.tables.insert(String::new(), Table::new(None));
        }
        let mut tables = Vec::new();
        for table in self.tables.into_values() {
            let mut read = whole.clone();
            read.batch = table.builder.finish();
            if let Some(said) = table.released_at {
                read.text.insert(RELEASED_AT.to_owned(), said);
            }
            if tables.is_empty() {
                read.issues.extend(issues.iter().cloned());
                let counts = self.refused.values().map(|(_, cells)| *cells);
                let refusals = issues.iter().cloned().zip(counts);
                read.refusals = refusals.map(|(issue, cells)| Refusal { issue, cells }).collect();
                read.refused_cells = self.refused_cells;
                read.ignored_cells = self.ignored_cells;
            } else {
                read.issues.clear();
            }
            tables.push(read);
        }
        tables
    }
}

fn holds(value: &Value<'_>, record: &Record<'_>) -> bool {
    value.only.is_empty() || value.only.iter().all(|test| test.holds(record))
}
