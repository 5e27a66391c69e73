//! One place beside a value: what its words say, gathered from one or several cells.

use std::collections::BTreeMap;

use portbook_schema::raw::INSTEAD;
use portbook_source::layout::Entry;
use portbook_source::says::{Says, merge_breakdown};
use portbook_source::vocabulary::Vocabulary;

/// What the words of a place say, and the cells they stand in.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// Column, `period` or `{hole}` -> word.
    pub(super) words: BTreeMap<String, String>,
    /// Words that count only where others say `column=code;…`: by that condition and their name.
    pub(super) only: BTreeMap<(String, String), String>,
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
            match self.words.get_mut(&column) {
                Some(before) if column == "breakdown" => match merge_breakdown(before, &word) {
                    Ok(merged) => *before = merged,
                    Err(_) => {
                        return Err(Contradiction { column, seen: word, before: before.clone() });
                    }
                },
                Some(before) if *before != word => {
                    return Err(Contradiction { column, seen: word, before: before.clone() });
                }
                _ => {
                    self.words.insert(column, word);
                }
            }
        }
        self.only.extend(other.only);
        for cell in other.cells {
            if !self.cells.contains(&cell) {
                self.cells.push(cell);
            }
        }
        self.revised |= other.revised;
        Ok(())
    }

    /// Adds what a nearer cell says: its own words win.
    pub(super) fn overlay(&mut self, nearer: Self) {
        self.words.extend(nearer.words);
        self.only.extend(nearer.only);
        self.cells.extend(nearer.cells);
        self.revised |= nearer.revised;
    }

    /// As columns of a raw record: `<place>:<word>`, and `<place>@` for the cells.
    pub(super) fn columns(&self, place: &str) -> impl Iterator<Item = (String, String)> {
        let words =
            self.words.iter().map(move |(word, value)| (format!("{place}:{word}"), value.clone()));
        let only = self.only.iter().map(move |((condition, word), value)| {
            (format!("{place}?{condition}:{word}"), value.clone())
        });
        let cells = (!self.cells.is_empty()).then(|| (format!("{place}@"), self.cells.join(" ")));
        words.chain(only).chain(cells)
    }
}

/// An entry that a text meets, and what its holes took.
pub(super) struct Met<'a> {
    pub(super) says: &'a Says,
    pub(super) holes: BTreeMap<String, String>,
}

/// A cell's text read by the entries of a place, which stand in order of preference.
pub(super) fn read<'a>(
    entries: &'a [Entry],
    text: &str,
    vocabulary: &Vocabulary,
    allowed: impl Fn(&Says) -> bool,
) -> Option<Met<'a>> {
    for entry in entries.iter().filter(|entry| allowed(&entry.says)) {
        if let Some(captured) = entry.pattern.captures(text, vocabulary) {
            let holes = captured.into_iter().map(|c| (format!("{{{}}}", c.hole), c.text));
            return Some(Met { says: &entry.says, holes: holes.collect() });
        }
    }
    None
}

/// A text without what dates it: the pattern that takes it, with what its other holes took.
pub(super) fn undated(entries: &[Entry], text: &str, vocabulary: &Vocabulary) -> String {
    let taken = entries.iter().find_map(|entry| {
        Some((entry.pattern.to_string(), entry.pattern.captures(text, vocabulary)?))
    });
    let Some((mut written, captured)) = taken else { return text.to_owned() };
    for captured in captured {
        let hole = format!("{{{}}}", captured.hole);
        if !TIMES.contains(&hole.as_str()) {
            written = written.replace(&hole, &captured.text);
        }
    }
    written
}

/// What an entry says: what its holes took, its labels, its columns and its word of the period.
pub(super) fn words(says: &Says, holes: BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut words = holes;
    words.extend(says.labels.iter().map(|(hole, label)| (format!("{{{hole}}}"), label.clone())));
    words.extend(says.columns.clone());
    let instead = says.instead.iter();
    words.extend(instead.map(|(column, code)| (format!("{INSTEAD}{column}"), code.clone())));
    words.extend(says.period.clone().map(|word| ("period".to_owned(), word)));
    words
}

/// The place that one cell makes: its holes and what the entry says outright.
pub(super) fn place(says: &Says, holes: BTreeMap<String, String>, cell: String) -> Place {
    let words = words(says, holes);
    let mut place = Place { cells: vec![cell], revised: says.revised, ..Place::default() };
    if says.only.is_empty() {
        place.words = words;
    } else {
        let condition: Vec<String> =
            says.only.iter().map(|(column, code)| format!("{column}={code}")).collect();
        let condition = condition.join(";");
        place.only =
            words.into_iter().map(|(word, value)| ((condition.clone(), word), value)).collect();
    }
    place
}

/// Names of holes that date a value.
pub(super) const TIMES: [&str; 10] = [
    "{year}",
    "{roc_year}",
    "{month}",
    "{months}",
    "{quarter}",
    "{fiscal_year}",
    "{day}",
    "{from_day}",
    "{date}",
    "{period}",
];
