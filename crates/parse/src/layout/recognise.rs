//! Which layout recognises a table.

use std::borrow::Cow;
use std::collections::HashSet;

use foldhash::fast::FixedState;
use memchr::memmem;
use portbook_model::address::Cell;
use portbook_source::layout::table::{Anchor, Table};
use portbook_source::pattern::{Pattern, are_digits, fold, folded};
use portbook_source::vocabulary::Vocabulary;

use super::near;
use crate::grid::Grid;
use crate::read::contents;

/// A table's words: what `find` looks at.
pub(super) struct Words<'a> {
    /// Folded texts of the page around the cells.
    pub(super) page: Vec<String>,
    /// Folded texts of whole cells, each once: where it stands first.
    pub(super) cells: Vec<(Cell, Cow<'a, str>)>,
    pub(super) sheet: &'a str,
    /// The grid whose numbers `cells` leaves out: most cells are numbers, and few words can be.
    numbers: Option<&'a Grid>,
}

/// What must be there for a layout to take a table, in the order in which it is looked for.
#[derive(Clone, Copy)]
pub(super) enum Condition<'a> {
    Sheet(&'a Pattern),
    /// Inside a text of the table or page.
    Text(&'a str),
    /// The whole text of a cell.
    Head(&'a str),
    /// The cell where the heading starts.
    Start(&'a Pattern),
}

/// The conditions of a layout, each once; a heading given by its row is none.
pub(super) fn conditions(table: &Table) -> Vec<Condition<'_>> {
    let find = &table.find;
    let sheet = find.sheet.iter().map(Condition::Sheet);
    let text = find.text.iter().map(|word| Condition::Text(word));
    let head = find.head.iter().map(|word| Condition::Head(word));
    let start = match &table.grid.head {
        Anchor::Text(pattern) if !find.head.contains(&fold(&pattern.to_string())) => {
            Some(Condition::Start(pattern))
        }
        Anchor::Text(_) | Anchor::Row(_) => None,
    };
    sheet.chain(text).chain(head).chain(start).collect()
}

impl<'a> Words<'a> {
    /// To find its layout by.
    pub(super) fn of(grid: &'a Grid, units: &[contents::Unit]) -> Self {
        let cells = texts(grid).collect();
        let page = units.iter().map(|unit| fold(&unit.text)).collect();
        Self { page, cells, sheet: &grid.name, numbers: Some(grid) }
    }

    /// The same, numbers among the other cells.
    pub(super) fn all(grid: &'a Grid, units: &[contents::Unit]) -> Self {
        let mut seen: HashSet<&str, FixedState> = HashSet::default();
        let numbers = grid.cells().filter(|(_, cell)| cell.is_number());
        let numbers = numbers.map(|(place, cell)| (place, cell.text.as_str()));
        let numbers = numbers.filter(|(_, text)| seen.insert(text));
        let numbers = numbers.map(|(place, text)| (place, folded(text)));
        let mut cells: Vec<_> = texts(grid).chain(numbers).collect();
        cells.sort_by_key(|(place, _)| *place);
        let page = units.iter().map(|unit| fold(&unit.text)).collect();
        Self { page, cells, sheet: &grid.name, numbers: None }
    }

    /// All texts, those of cells last; no numbers that `cells` leaves out.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let cells = self.cells.iter().map(|(_, text)| &**text);
        self.page.iter().map(String::as_str).chain(cells)
    }

    pub(super) fn hold(&self, condition: Condition<'_>, vocabulary: &Vocabulary) -> bool {
        match condition {
            Condition::Sheet(pattern) => pattern.captures(&fold(self.sheet), vocabulary).is_some(),
            Condition::Text(word) => {
                self.page.iter().any(|text| text.contains(word)) || self.hold_inside(word)
            }
            Condition::Head(word) => self.any(are_digits(word), |text| text == word),
            Condition::Start(pattern) => self
                .any(pattern.may_be_digits(), |text| pattern.captures(text, vocabulary).is_some()),
        }
    }

    /// Whether a cell has a word in its text.
    fn hold_inside(&self, word: &str) -> bool {
        let finder = memmem::Finder::new(word);
        self.any(are_digits(word), |text| finder.find(text.as_bytes()).is_some())
    }

    /// Whether the text of a cell is such; of one that is a number, where that may be.
    fn any(&self, may_be_number: bool, is: impl Fn(&str) -> bool) -> bool {
        let mut numbers = self.numbers.filter(|_| may_be_number).into_iter().flat_map(Grid::cells);
        self.cells.iter().any(|(_, text)| is(text))
            || numbers.any(|(_, cell)| cell.is_number() && is(&cell.text))
    }
}

/// Each text that is no number's, once.
fn texts(grid: &Grid) -> impl Iterator<Item = (Cell, Cow<'_, str>)> {
    grid.texts().iter().map(|(place, text)| (*place, Cow::Borrowed(text.as_str())))
}

/// The layouts whose `find` words are all there. On a page of several tables the words around them
/// count for all: a table is meant if its own cells hold one of them, or the start of the heading.
pub(super) fn candidates<'a>(
    words: &Words<'_>,
    tables: &'a [Table],
    vocabulary: &Vocabulary,
) -> Vec<&'a Table> {
    let own = |word: &String| words.hold_inside(word);
    let meant = |table: &&Table| {
        let find = &table.find;
        let mut starts = conditions(table).into_iter();
        let start = starts.find(|condition| matches!(condition, Condition::Start(_)));
        start.is_none_or(|start| words.hold(start, vocabulary))
            || find.text.iter().chain(&find.head).any(own)
    };
    let found = |table: &&Table| {
        let of_find = |condition: &Condition<'_>| !matches!(condition, Condition::Start(_));
        let mut conditions = conditions(table).into_iter().filter(of_find);
        conditions.all(|condition| words.hold(condition, vocabulary))
    };
    tables.iter().filter(found).filter(meant).collect()
}

/// Whether a text, folded as a whole, may hold a table's words: it asks for no more than the cells
/// cut from the text will.
pub(super) fn could_hold(whole: &str, table: &Table) -> bool {
    // A quote in a cell is two in the text.
    let is_there = |word: &String| word.contains('"') || whole.contains(word.as_str());
    table.find.text.iter().chain(&table.find.head).all(is_there)
}

/// Whether a text is worth cutting into a grid to say how near it came to a table.
pub(super) fn could_be_near(whole: &str, table: &Table) -> bool {
    let words = table.find.text.iter().chain(&table.find.head);
    let there = words.clone().filter(|word| whole.contains(word.as_str())).count();
    (there > 0 && there * 2 >= words.count()) || near::is_spoken(whole, table)
}
