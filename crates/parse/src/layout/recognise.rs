//! Which layout recognises a table, and which came nearest if none does.

use std::collections::HashSet;

use portbook_model::address::{Address, Cell};
use portbook_model::issue::Issue;
use portbook_source::layout::table::{Anchor, Find, Table};
use portbook_source::nearest::nearest;
use portbook_source::pattern::fold;
use portbook_source::vocabulary::Vocabulary;

use super::{FileIssue, Origin};
use crate::grid::Grid;
use crate::read::contents;

/// A table's words: what `find` looks at.
pub(super) struct Words {
    /// Folded texts of the page around the cells.
    page: Vec<String>,
    /// Folded texts of whole cells, each once: where it stands first.
    cells: Vec<(Cell, String)>,
    sheet: String,
}

impl Words {
    pub(super) fn of(grid: &Grid, units: &[contents::Unit]) -> Self {
        let mut seen = HashSet::new();
        let cells = grid.cells().filter(|(_, cell)| seen.insert(cell.text.as_str()));
        let cells = cells.map(|(place, cell)| (place, fold(&cell.text))).collect();
        let page = units.iter().map(|unit| fold(&unit.text)).collect();
        Self { page, cells, sheet: grid.name.clone() }
    }

    /// The words of `find` that are not there.
    fn missing(&self, find: &Find, vocabulary: &Vocabulary) -> Vec<String> {
        let texts = || self.page.iter().chain(self.cells.iter().map(|(_, text)| text));
        let absent_text = find.text.iter().filter(|word| !texts().any(|text| text.contains(*word)));
        let printed = |word: &String| self.cells.iter().any(|(_, text)| text == word);
        let absent_head = find.head.iter().filter(|word| !printed(word));
        let mut missing: Vec<String> = absent_text.chain(absent_head).cloned().collect();
        if let Some(sheet) = &find.sheet
            && sheet.captures(&fold(&self.sheet), vocabulary).is_none()
        {
            missing.push(format!("sheet {sheet}"));
        }
        missing
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
        starts(words, table, vocabulary) || find.text.iter().chain(&find.head).any(own)
    };
    let found = |table: &&Table| words.missing(&table.find, vocabulary).is_empty();
    tables.iter().filter(found).filter(meant).collect()
}

/// Whether a cell is the one where the table's heading starts.
fn starts(words: &Words, table: &Table, vocabulary: &Vocabulary) -> bool {
    match &table.grid.head {
        Anchor::Row(_) => true,
        Anchor::Text(head) => {
            words.cells.iter().any(|(_, text)| head.captures(text, vocabulary).is_some())
        }
    }
}

/// No table of the file was recognised: which layout came nearest, what it misses, and the cell
/// that was probably meant.
pub(super) fn nearest_layout(
    all_words: &[Words],
    tables: &[Table],
    vocabulary: &Vocabulary,
    origin: Origin<'_>,
) -> FileIssue {
    let mut best: Option<(usize, &Words, &Table, Vec<String>)> = None;
    for words in all_words {
        for table in tables {
            let mut missing = words.missing(&table.find, vocabulary);
            if !starts(words, table, vocabulary)
                && let Anchor::Text(head) = &table.grid.head
            {
                missing.push(head.to_string());
            }
            let found = word_count(table).saturating_sub(missing.len());
            if is_near(found, table) && best.as_ref().is_none_or(|(most, ..)| found > *most) {
                best = Some((found, words, table, missing));
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
    let Some((found, words, table, missing)) = best else {
        return FileIssue { dataset: None, issue };
    };
    let wanted = word_count(table);
    issue.expected = format!(
        "a table of layout.toml; `{}` came nearest with {found} of {wanted} words, it misses `{}`",
        table.common.id,
        missing.join("`, `"),
    );
    issue.address.sheet = Some(words.sheet.clone());
    let like = missing.iter().find_map(|word| {
        let near = nearest(word, words.cells.iter().map(|(_, text)| text.as_str()));
        words.cells.iter().find(|(_, text)| Some(text) == near.first())
    });
    if let Some((cell, text)) = like {
        issue.address.cell = Some(cell.to_string());
        text.clone_into(&mut issue.seen);
    }
    FileIssue { dataset: Some(table.common.dataset.clone()), issue }
}

/// Words that a layout looks for in print; a heading given by its row is none.
fn word_count(table: &Table) -> usize {
    let Find { text, head, sheet } = &table.find;
    let starts = matches!(table.grid.head, Anchor::Text(_));
    text.len() + head.len() + usize::from(sheet.is_some()) + usize::from(starts)
}

/// A layout of which less than half is there has not come near.
fn is_near(found: usize, table: &Table) -> bool {
    found > 0 && found * 2 >= word_count(table)
}

/// Whether a text, folded as a whole, may hold a table's words; with `near`, half of them. It asks
/// for no more than the cells cut from the text will.
pub(super) fn could_hold(whole: &str, table: &Table, near: bool) -> bool {
    // A quote in a cell is two in the text.
    let is_absent = |word: &&String| !word.contains('"') && !whole.contains(word.as_str());
    let absent = table.find.text.iter().chain(&table.find.head).filter(is_absent).count();
    absent == 0 || (near && is_near(word_count(table).saturating_sub(absent), table))
}
