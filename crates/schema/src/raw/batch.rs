//! The values of a table and the words beside them. Many values stand beside the same words: those
//! of a row beside its labels, those of a column below its heading. Each list of words is held once.

use std::collections::{BTreeMap, BTreeSet};

use portbook_model::text::Text;

/// A value cell.
#[derive(Clone, Debug)]
pub struct Value {
    /// As printed, blanks folded.
    pub text: Text,
    pub kind: Kind,
    /// What the cell's number format shows, where the reader has one.
    pub shown: Option<Shown>,
    pub role: Role,
    /// A1 name, or the column name of a record file.
    pub cell: Text,
    /// One-based record number of a record file.
    pub record: Option<i64>,
    /// The mark that stands beside the number, in a column of its own without a heading.
    pub note: Option<Text>,
    /// The publisher marks the period as revised.
    pub is_revised: bool,
    /// What stands beside it: of its block, its row, its heading.
    pub words: [WordsId; 3],
}

/// What the reader found in the cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Blank,
    Text,
    Number,
    /// A number whose format shows it as a percentage.
    Percentage,
    /// A date, a truth value, an error.
    Other,
}

/// Digits after the point that a number format shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Decimals(u8),
    /// As many as are stored.
    General,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Row,
    /// A figure printed again to be compared.
    Control,
}

impl Role {
    pub fn name(self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Control => "control",
        }
    }
}

/// A list of words of a [`Batch`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsId(u32);

impl WordsId {
    /// Nothing is said.
    pub const NONE: Self = Self(0);
}

/// A column in which words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(u32);

/// Words that stand together beside a value, each with its column.
pub type Words = Vec<(ColumnId, Text)>;

/// The values of a table, in the order of its cells.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    values: Vec<Value>,
    by_name: BTreeMap<String, ColumnId>,
    lists: Vec<Words>,
}

impl Batch {
    pub fn len(&self) -> usize {
        self.values.len()
    }

    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The names of all columns in which words stand, sorted.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// The word in a column beside a value; `None` if it says nothing.
    pub fn word(&self, column: &str, row: usize) -> Option<&str> {
        self.said(self.column(column)?, row)
    }

    /// The same, for who asks for many of one column.
    pub fn said(&self, column: ColumnId, row: usize) -> Option<&str> {
        let lists = self.values[row].words.map(|id| &self.lists[id.0 as usize]);
        let said = lists.into_iter().flatten().find(|(of, _)| *of == column);
        said.map(|(_, text)| text.as_str())
    }

    /// All words of a column.
    pub fn words(&self, column: &str) -> BTreeSet<&str> {
        let Some(column) = self.by_name.get(column) else { return BTreeSet::new() };
        let mut is_used = vec![false; self.lists.len()];
        self.values
            .iter()
            .flat_map(|value| value.words)
            .for_each(|id| is_used[id.0 as usize] = true);
        let used = self.lists.iter().zip(is_used).filter_map(|(list, is)| is.then_some(list));
        used.flatten().filter(|(of, _)| of == column).map(|(_, text)| text.as_str()).collect()
    }

    /// A number for each list, by `number` of its words; those of a value are looked up in it.
    pub fn numbered<T: Copy>(&self, number: impl FnMut(&Words) -> T) -> Numbered<T> {
        Numbered(self.lists.iter().map(number).collect())
    }

    /// The column of that name, as lists of words name it.
    pub fn column(&self, name: &str) -> Option<ColumnId> {
        self.by_name.get(name).copied()
    }
}

/// Something for each list of words of a [`Batch`].
pub struct Numbered<T>(Vec<T>);

impl<T: Copy> Numbered<T> {
    /// Of the lists beside a value.
    pub fn of(&self, value: &Value) -> [T; 3] {
        value.words.map(|id| self.0[id.0 as usize])
    }
}

/// Gathers values, and words under names that need not be known in advance.
pub struct Builder {
    batch: Batch,
}

impl Default for Builder {
    fn default() -> Self {
        // The first list is that of `WordsId::NONE`.
        Self { batch: Batch { lists: vec![Words::new()], ..Batch::default() } }
    }
}

impl Builder {
    /// Keeps a list of words, by the names of their columns; the first word of a column stays.
    pub fn words(&mut self, words: impl IntoIterator<Item = (String, String)>) -> WordsId {
        let mut list = Words::new();
        for (name, text) in words {
            let next = u32::try_from(self.batch.by_name.len()).expect("limits allow fewer");
            let column = *self.batch.by_name.entry(name).or_insert(ColumnId(next));
            if list.iter().all(|(of, _)| *of != column) {
                list.push((column, Text::from(text)));
            }
        }
        self.batch.lists.push(list);
        WordsId(u32::try_from(self.batch.lists.len() - 1).expect("limits allow fewer cells"))
    }

    /// Appends a value; its words are lists of this builder.
    pub fn push(&mut self, value: Value) {
        self.batch.values.push(value);
    }

    pub fn finish(self) -> Batch {
        self.batch
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[(&str, &str)]) -> Vec<(String, String)> {
        list.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_value_has_the_words_of_its_row_and_of_its_heading() {
        let mut builder = Builder::default();
        let head = builder.words(words(&[("head:flow", "X"), ("head:flow", "M")]));
        let unused = builder.words(words(&[("head:flow", "B")]));
        for (cell, label) in [("B2", "Total"), ("B3", "Germany")] {
            let line = builder.words(words(&[("line:{area}", label)]));
            builder.push(Value {
                text: "7".into(),
                kind: Kind::Number,
                shown: None,
                role: Role::Row,
                cell: cell.into(),
                record: None,
                note: None,
                is_revised: false,
                words: [WordsId::NONE, line, head],
            });
        }
        let batch = builder.finish();
        assert_ne!(unused, head);
        assert_eq!(batch.word("head:flow", 1), Some("X"), "the first word of a column stays");
        assert_eq!(batch.word("line:{area}", 1), Some("Germany"));
        assert_eq!(batch.word("line:{year}", 1), None);
        assert_eq!(batch.words("head:flow").into_iter().collect::<Vec<_>>(), ["X"]);
        assert_eq!(batch.columns().collect::<Vec<_>>(), ["head:flow", "line:{area}"]);
        let counts = batch.numbered(Words::len);
        assert_eq!(counts.of(&batch.values()[0]), [0, 1, 1]);
    }
}
