//! No layout takes a table: which came nearest, the first of its conditions that failed, and the
//! cell where it was probably meant. How near is a number, so that layouts of several sources can be
//! compared: what `find` asks for, what the layout's own patterns know, and which labels it lists.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use portbook_model::address::{Address, Cell};
use portbook_model::issue::Issue;
use portbook_model::text::Text;
use portbook_source::layout::Entry;
use portbook_source::layout::table::Table;
use portbook_source::nearest::{alike, nearest};
use portbook_source::pattern::Pattern;
use portbook_source::vocabulary::Vocabulary;

use super::recognise::{Condition, Words, conditions};
use super::{FileIssue, Origin, Parsed};

/// Texts of a table that are compared with the patterns of a layout.
const TEXTS_MAX: usize = 4_000;
/// Letters under which the words of a pattern tell nothing.
const LETTERS_MIN: usize = 2;
/// Labels of a layout that make it as sure as more would.
const LABELS_ENOUGH: usize = 20;
/// Bytes at the head of a text in which the words of a layout are looked for.
const HEAD_BYTES: usize = 64 * 1024;
/// Characters of a text that a message shows.
const SHOWN_MAX: usize = 80;

/// A part of a whole, in thousandths of some weight.
fn share(part: usize, whole: usize, weight: usize) -> usize {
    (weight * part.min(whole)).checked_div(whole).unwrap_or(0)
}

/// How near a layout came to a table.
struct Nearness<'a> {
    words: &'a Words<'a>,
    table: &'a Table,
    wanted: usize,
    missed: Vec<Condition<'a>>,
    /// Of a thousand.
    score: usize,
    is_near: bool,
}

impl<'a> Nearness<'a> {
    fn of(words: &'a Words<'a>, table: &'a Table, vocabulary: &Vocabulary) -> Self {
        let conditions = conditions(table);
        let wanted = conditions.len();
        let fails = |condition: &Condition<'_>| !words.hold(*condition, vocabulary);
        let missed: Vec<Condition<'_>> = conditions.into_iter().filter(fails).collect();
        let texts = words.texts().filter(|text| text.contains(char::is_alphabetic));
        let texts: Vec<&str> = texts.take(TEXTS_MAX).collect();
        let telling: Vec<&Pattern> = telling(table).collect();
        let is_met = |pattern: &&&Pattern| {
            texts.iter().any(|text| pattern.captures(text, vocabulary).is_some())
        };
        let met = telling.iter().filter(is_met).count();
        let distinct: HashSet<&str> = texts.iter().copied().collect();
        let holes: BTreeSet<&str> =
            entries(table).flat_map(|entry| entry.pattern.holes()).collect();
        let labels: BTreeSet<&str> =
            holes.into_iter().flat_map(|hole| vocabulary.labels(hole)).collect();
        let printed = labels.iter().filter(|label| distinct.contains(*label)).count();
        let held = wanted - missed.len();
        Self {
            words,
            table,
            wanted,
            missed,
            score: share(held, wanted, 500)
                + share(met, telling.len(), 300)
                + share(printed, labels.len().min(LABELS_ENOUGH), 200),
            is_near: (held > 0 && held * 2 >= wanted) || (met > 2 && met * 4 >= telling.len() * 3),
        }
    }
}

fn entries(table: &Table) -> impl Iterator<Item = &Entry> {
    let common = &table.common;
    let text = common.text.iter().chain(common.one_of.iter().flatten());
    let head = table.head_rows.iter().filter_map(|row| row.entries.as_ref()).flatten();
    let stub = table.stub.iter().flat_map(|column| &column.entries);
    text.chain(&table.head).chain(head).chain(&table.line).chain(stub)
}

/// Patterns with words of their own.
fn telling(table: &Table) -> impl Iterator<Item = &Pattern> {
    let patterns = entries(table).map(|entry| &entry.pattern);
    patterns.filter(|pattern| pattern.literals().any(is_word))
}

fn is_word(literal: &str) -> bool {
    literal.chars().filter(|letter| letter.is_alphabetic()).count() >= LETTERS_MIN
}

/// Whether the head of a text, folded, has half of the words of a layout's patterns.
pub(super) fn is_spoken(whole: &str, table: &Table) -> bool {
    let end = (0..=HEAD_BYTES.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at));
    let head = &whole[..end.unwrap_or_default()];
    let mut telling = telling(table).peekable();
    let (mut there, mut all) = (0_usize, 0_usize);
    for pattern in telling.by_ref() {
        all += 1;
        let mut words = pattern.literals().filter(|literal| is_word(literal));
        there += usize::from(words.all(|literal| head.contains(literal)));
    }
    there > 1 && there * 2 >= all
}

/// Tells which layout came nearest to a table of the file.
pub(super) fn tell(
    all_words: &[Words<'_>],
    tables: &[Table],
    vocabulary: &Vocabulary,
    origin: Origin<'_>,
    parsed: &mut Parsed,
) {
    let mut best: Option<Nearness<'_>> = None;
    for words in all_words {
        for table in tables {
            let one = Nearness::of(words, table, vocabulary);
            if one.is_near && best.as_ref().is_none_or(|best| one.score > best.score) {
                best = Some(one);
            }
        }
    }
    let mut issue = Issue {
        rule: "no-layout".to_owned(),
        file: origin.file.to_owned(),
        address: Address::default(),
        seen: format!("{} tables", all_words.len()),
        expected: "a table of layout.toml".to_owned(),
        nearest: Vec::new(),
    };
    let Some(best) = best else {
        parsed.issues.push(FileIssue { dataset: None, issue });
        return;
    };
    let common = &best.table.common;
    issue.address.sheet = Some(best.words.sheet).filter(|sheet| !sheet.is_empty()).map(Text::from);
    let missed: Vec<String> = best.missed.iter().map(|condition| word(*condition)).collect();
    let came = format!(
        "`{}` came nearest with {} of {} words, it misses `{}`",
        common.id,
        best.wanted - best.missed.len(),
        best.wanted,
        missed.join("`, `"),
    );
    match best.missed.first() {
        Some(first) => {
            let found = Found::of(*first, &best, vocabulary);
            issue.seen = found.seen;
            issue.address.cell = found.cell.map(Text::from);
            issue.expected = format!("{}; {came}", found.expected);
        }
        None => issue.expected = came,
    }
    parsed.nearness = parsed.nearness.max(best.score.max(1));
    parsed.issues.push(FileIssue { dataset: Some(common.dataset.clone()), issue });
}

fn word(condition: Condition<'_>) -> String {
    match condition {
        Condition::Sheet(pattern) => format!("sheet {pattern}"),
        Condition::Start(pattern) => pattern.to_string(),
        Condition::Text(word) | Condition::Head(word) => word.to_owned(),
    }
}

/// Where a condition that failed was looked for, and what stands there.
struct Found {
    cell: Option<String>,
    seen: String,
    expected: String,
}

impl Found {
    fn of(condition: Condition<'_>, near: &Nearness<'_>, vocabulary: &Vocabulary) -> Self {
        let words = near.words;
        let at = |(cell, text): &(Cell, Cow<'_, str>)| (Some(cell.to_string()), cut(text));
        let inside = |word: &str| {
            let page = words.page.iter().map(|text| (Some("page".to_owned()), text.as_str()));
            let cells = words.cells.iter().map(|(cell, text)| (Some(cell.to_string()), &**text));
            let scored = page.chain(cells).filter_map(|one| Some((alike(word, one.1)?, one)));
            let first_best = |a: &(f64, _), b: &(f64, _)| a.0.total_cmp(&b.0);
            let best = scored.collect::<Vec<_>>().into_iter().rev().max_by(first_best);
            best.map(|(_, (cell, text))| (cell, cut(text)))
        };
        let like = |word: &str| {
            let near = nearest(word, words.cells.iter().map(|(_, text)| &**text));
            let whole =
                words.cells.iter().find(|(_, text)| near.first().is_some_and(|n| n == text));
            whole.map(at).or_else(|| inside(word))
        };
        let heading = |word: &str| like(word).or_else(|| near.unknown_heading(vocabulary).map(at));
        let (found, expected) = match condition {
            Condition::Sheet(pattern) => {
                let expected = format!("a sheet named `{pattern}`");
                return Self { cell: None, seen: words.sheet.to_owned(), expected };
            }
            Condition::Text(word) => (inside(word), format!("a text that holds `{word}`")),
            Condition::Head(word) => (heading(word), format!("a cell `{word}`")),
            Condition::Start(pattern) => {
                let expected = format!("a cell `{pattern}`, where the heading starts");
                (heading(&pattern.to_string()), expected)
            }
        };
        if let Some((cell, seen)) = found {
            return Self { cell, seen, expected };
        }
        // Nothing is like it: what stands first, and how far was looked.
        let mut filled = words.cells.iter().filter(|(_, text)| !text.is_empty());
        let first = filled.next();
        let last = filled.next_back().or(first).map(|(cell, _)| cell.row_index + 1);
        match (first, last) {
            (Some(first), Some(last)) => {
                let (cell, seen) = at(first);
                Self { cell, seen, expected: format!("{expected} there or down to row {last}") }
            }
            _ => Self { cell: None, seen: "no cell".to_owned(), expected },
        }
    }
}

impl<'a> Nearness<'a> {
    /// In the rows of the heading, a text that the layout does not know.
    fn unknown_heading(&self, vocabulary: &Vocabulary) -> Option<&(Cell, Cow<'a, str>)> {
        let heads = &self.table.find.head;
        let is_head = |text: &str| heads.iter().any(|head| head == text);
        let known = |text: &str| {
            is_head(text)
                || entries(self.table)
                    .any(|entry| entry.pattern.captures(text, vocabulary).is_some())
        };
        let cells = &self.words.cells;
        let (head, _) = cells.iter().find(|(_, text)| is_head(text))?;
        let is_beside = |cell: &Cell| cell.row_index.abs_diff(head.row_index) <= 1;
        cells.iter().find(|(cell, text)| is_beside(cell) && !text.is_empty() && !known(text))
    }
}

/// The beginning of a text.
pub(super) fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN_MAX) {
        Some((at, _)) => format!("{} …", &text[..at]),
        None => text.to_owned(),
    }
}
