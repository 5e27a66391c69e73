//! One place beside a value: what its words say, gathered from one or several cells.

use std::collections::BTreeMap;

use portbook_source::layout::Entry;
use portbook_source::says::Says;
use portbook_source::vocabulary::Vocabulary;

/// What the words of a place say, and the cells they stand in.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Column, `period` or `{hole}` -> word.
    pub(super) words: BTreeMap<String, String>,
    pub(super) cells: Vec<String>,
    pub(super) revised: bool,
}

/// Two cells of one place that contradict each other.
pub(super) struct Contradiction {
    pub(super) column: String,
    pub(super) seen: String,
    pub(super) before: String,
}

impl Place {
    /// Adds what one cell says to the place.
    pub(super) fn add(&mut self, other: Self) -> Result<(), Contradiction> {
        for (column, word) in other.words {
            match self.words.get(&column) {
                Some(before) if *before != word => {
                    return Err(Contradiction { column, seen: word, before: before.clone() });
                }
                _ => {
                    self.words.insert(column, word);
                }
            }
        }
        for cell in other.cells {
            if !self.cells.contains(&cell) {
                self.cells.push(cell);
            }
        }
        self.revised |= other.revised;
        Ok(())
    }

    /// As columns of a raw record: `<place>:<word>`, and `<place>@` for the cells.
    pub(super) fn columns(&self, place: &str) -> impl Iterator<Item = (String, String)> {
        let words =
            self.words.iter().map(move |(word, value)| (format!("{place}:{word}"), value.clone()));
        let cells = (!self.cells.is_empty()).then(|| (format!("{place}@"), self.cells.join(" ")));
        words.chain(cells)
    }
}

/// A cell's text read by the entries of a place, which stand in order of preference.
pub(super) fn read<'a>(
    entries: &'a [Entry],
    text: &str,
    vocabulary: &Vocabulary,
    allowed: impl Fn(&Says) -> bool,
) -> Option<(&'a Says, BTreeMap<String, String>)> {
    for entry in entries.iter().filter(|entry| allowed(&entry.says)) {
        if let Some(captured) = entry.pattern.captures(text, vocabulary) {
            let holes = captured.into_iter().map(|c| (format!("{{{}}}", c.hole), c.text));
            return Some((&entry.says, holes.collect()));
        }
    }
    None
}

/// The place that one cell makes: its holes and what the entry says outright.
pub(super) fn place(says: &Says, holes: BTreeMap<String, String>, cell: String) -> Place {
    let mut words = holes;
    words.extend(says.columns.clone());
    words.extend(says.period.clone().map(|word| ("period".to_owned(), word)));
    Place { words, cells: vec![cell], revised: says.revised }
}
