//! Which layout recognises a table.

use std::collections::HashSet;

use portbook_model::address::Cell;
use portbook_source::layout::table::{Anchor, Table};
use portbook_source::pattern::{Pattern, fold};
use portbook_source::vocabulary::Vocabulary;

use super::near;
use crate::grid::Grid;
use crate::read::contents;

/// A table's words: what `find` looks at.
pub(super) struct Words {
    /// Folded texts of the page around the cells.
    pub(super) page: Vec<String>,
    /// Folded texts of whole cells, each once: where it stands first.
    pub(super) cells: Vec<(Cell, String)>,
    pub(super) sheet: String,
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

impl Words {
    pub(super) fn of(grid: &Grid, units: &[contents::Unit]) -> Self {
        let mut seen = HashSet::new();
        let cells = grid.cells().filter(|(_, cell)| seen.insert(cell.text.as_str()));
        let cells = cells.map(|(place, cell)| (place, fold(&cell.text))).collect();
        let page = units.iter().map(|unit| fold(&unit.text)).collect();
        Self { page, cells, sheet: grid.name.clone() }
    }

    /// All texts, those of cells last.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.page.iter().chain(self.cells.iter().map(|(_, text)| text)).map(String::as_str)
    }

    pub(super) fn hold(&self, condition: Condition<'_>, vocabulary: &Vocabulary) -> bool {
        let in_cells = |is: &dyn Fn(&str) -> bool| self.cells.iter().any(|(_, text)| is(text));
        match condition {
            Condition::Sheet(pattern) => pattern.captures(&fold(&self.sheet), vocabulary).is_some(),
            Condition::Text(word) => self.texts().any(|text| text.contains(word)),
            Condition::Head(word) => in_cells(&|text| text == word),
            Condition::Start(pattern) => {
                in_cells(&|text| pattern.captures(text, vocabulary).is_some())
            }
        }
    }
}

/// The layouts whose `find` words are all there. On a page of several tables the words around them
/// count for all: a table is meant if its own cells hold one of them, or the start of the heading.
pub(super) fn candidates<'a>(
    words: &Words,
    tables: &'a [Table],
    vocabulary: &Vocabulary,
) -> Vec<&'a Table> {
    let own = |word: &String| words.cells.iter().any(|(_, text)| text.contains(word.as_str()));
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
