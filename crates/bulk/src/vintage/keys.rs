//! Keys of sorted rows, compared column by column as published rows are ordered. Codes are short, so
//! most compare as numbers: their bytes, the first the most significant.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{
    Array as _, AsArray as _, Date32Array, RecordBatch, StringArray, TimestampMicrosecondArray,
};
use arrow::datatypes::{DataType, Date32Type, TimestampMicrosecondType};
use portbook_model::concept::Concept;
use portbook_schema::observation::series_columns;

use crate::error::Result;
use crate::vintage::numbering::{Dictionaries, Numbering};
use crate::vintage::statistics::constants;

/// What columns say that are the same in all rows of a file, by their names.
pub(crate) type Constants = BTreeSet<(String, Vec<u8>)>;

/// Of a finished file.
pub(crate) fn constants_of(file: &Path) -> Result<Constants> {
    Ok(constants(file)?.into_iter().collect())
}

/// The columns that tell the rows of some files apart: those of the key that are not the same in
/// all of them.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    names: Vec<&'static str>,
    numbering: Arc<Numbering>,
}

impl Keys {
    /// Of what names an observation.
    pub(crate) fn of_observations(files: Vec<Constants>, numbering: Numbering) -> Self {
        let keys = Self::of(files, &["period_start", "period_end"]);
        Self { numbering: Arc::new(numbering), ..keys }
    }

    /// Of what names a row.
    pub(crate) fn of_rows(files: Vec<Constants>) -> Self {
        Self::of(files, &["period_start", "period_end", "released_at"])
    }

    pub(crate) fn named(names: &[&'static str]) -> Self {
        Self { names: names.to_vec(), numbering: Arc::default() }
    }

    fn of(files: Vec<Constants>, after: &[&'static str]) -> Self {
        let shared = files.into_iter().reduce(|one, two| &one & &two).unwrap_or_default();
        let same: BTreeSet<String> = shared.into_iter().map(|(name, _)| name).collect();
        let names = series_columns().map(Concept::name).chain(after.iter().copied());
        let names = names.filter(|name| !same.contains(*name)).collect();
        Self { names, numbering: Arc::default() }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().copied()
    }

    pub(crate) fn numbering(&self) -> &Numbering {
        &self.numbering
    }

    /// The keys of a batch.
    ///
    /// # Errors
    /// `ForeignCode` where a code has no number.
    pub(crate) fn columns(
        &self,
        batch: &RecordBatch,
        dictionaries: &mut Dictionaries,
    ) -> Result<Columns> {
        let column = |name: &&'static str| {
            let column = batch.column_by_name(name).expect("a column that was asked for is read");
            Ok(match column.data_type() {
                DataType::Date32 => Column::Days(column.as_primitive::<Date32Type>().clone()),
                DataType::Timestamp(..) => {
                    Column::Instants(column.as_primitive::<TimestampMicrosecondType>().clone())
                }
                DataType::Dictionary(..) => {
                    dictionaries.column(name, column.as_dictionary(), &self.numbering)?
                }
                _ => Column::Texts(column.as_string::<i32>().clone()),
            })
        };
        Ok(Columns(self.names.iter().map(column).collect::<Result<_>>()?))
    }
}

/// The keys of some rows.
pub(crate) struct Columns(Vec<Column>);

pub(crate) enum Column {
    /// Of all codes that there are.
    Numbers(Vec<u32>),
    /// Texts of at most sixteen bytes, as numbers that compare as they do.
    Words(Vec<u128>),
    Texts(StringArray),
    Days(Date32Array),
    Instants(TimestampMicrosecondArray),
}

impl Columns {
    pub(crate) fn of(columns: Vec<Column>) -> Self {
        Self(columns)
    }

    pub(crate) fn compare(&self, at: usize, other: &Self, other_at: usize) -> Ordering {
        let mut columns = self.0.iter().zip(&other.0);
        let order = columns.find_map(|(one, two)| match one.compare(at, two, other_at) {
            Ordering::Equal => None,
            other => Some(other),
        });
        order.unwrap_or(Ordering::Equal)
    }

    /// How many rows from these on have the same keys in both, of so many.
    pub(crate) fn run(&self, at: usize, other: &Self, other_at: usize, mut rows: usize) -> usize {
        let is_same = |rows| {
            let mut columns = self.0.iter().zip(&other.0).rev();
            columns.all(|(one, two)| one.is_same(at, two, other_at, rows))
        };
        while rows > 0 && !is_same(rows) {
            rows /= 2;
        }
        rows
    }

    /// All texts of the two columns there are.
    pub(crate) fn texts(&self) -> [Vec<Cow<'_, str>>; 2] {
        [0, 1].map(|column| self.0[column].all_texts())
    }
}

const WORD_BYTES: usize = size_of::<u128>();

/// A text as a number that compares as it does.
pub(crate) fn word(text: &[u8]) -> Option<u128> {
    if text.len() > WORD_BYTES || text.contains(&0) {
        return None;
    }
    let mut bytes = [0; WORD_BYTES];
    bytes[..text.len()].copy_from_slice(text);
    Some(u128::from_be_bytes(bytes))
}

impl Column {
    /// Of some texts, those of these numbers.
    pub(crate) fn coded(texts: &[&[u8]], numbers: &[u32]) -> Self {
        let words: Option<Vec<u128>> = texts.iter().map(|text| word(text)).collect();
        match words {
            Some(words) => {
                Self::Words(numbers.iter().map(|number| words[*number as usize]).collect())
            }
            None => Self::texts(numbers.iter().map(|number| texts[*number as usize])),
        }
    }

    pub(crate) fn texts<'t>(texts: impl Iterator<Item = &'t [u8]>) -> Self {
        let text = |bytes| std::str::from_utf8(bytes).expect("codes are text");
        Self::Texts(StringArray::from_iter_values(texts.map(text)))
    }

    /// Numbers of so many digits.
    pub(crate) fn digits(numbers: &[u64], width: usize) -> Self {
        let bytes = |mut number: u64| {
            let mut bytes = vec![0; width];
            for byte in bytes.iter_mut().rev() {
                *byte = b'0' + (number % 10) as u8;
                number /= 10;
            }
            bytes
        };
        if width > WORD_BYTES {
            let texts: Vec<Vec<u8>> = numbers.iter().map(|number| bytes(*number)).collect();
            return Self::texts(texts.iter().map(Vec::as_slice));
        }
        // Rows of a record stand together, and more that have one code.
        let mut last = (u64::MAX, 0);
        let word = |number: &u64| {
            if last.0 != *number {
                last = (*number, word(&bytes(*number)).expect("digits that fit"));
            }
            last.1
        };
        Self::Words(numbers.iter().map(word).collect())
    }

    fn text(&self, at: usize) -> Cow<'_, str> {
        match self {
            Self::Texts(texts) => Cow::Borrowed(texts.value(at)),
            Self::Words(words) => {
                let bytes = words[at].to_be_bytes();
                let length = bytes.iter().position(|byte| *byte == 0).unwrap_or(WORD_BYTES);
                Cow::Owned(String::from_utf8_lossy(&bytes[..length]).into_owned())
            }
            Self::Numbers(_) | Self::Days(_) | Self::Instants(_) => {
                unreachable!("one column has one type")
            }
        }
    }

    fn all_texts(&self) -> Vec<Cow<'_, str>> {
        let rows = match self {
            Self::Words(words) => words.len(),
            Self::Texts(texts) => texts.len(),
            Self::Numbers(_) | Self::Days(_) | Self::Instants(_) => 0,
        };
        (0..rows).map(|row| self.text(row)).collect()
    }

    fn compare(&self, at: usize, other: &Self, other_at: usize) -> Ordering {
        match (self, other) {
            (Self::Numbers(one), Self::Numbers(two)) => one[at].cmp(&two[other_at]),
            (Self::Words(one), Self::Words(two)) => one[at].cmp(&two[other_at]),
            (Self::Days(one), Self::Days(two)) => one.value(at).cmp(&two.value(other_at)),
            (Self::Instants(one), Self::Instants(two)) => one.value(at).cmp(&two.value(other_at)),
            _ => self.text(at).cmp(&other.text(other_at)),
        }
    }

    fn is_same(&self, at: usize, other: &Self, other_at: usize, rows: usize) -> bool {
        match (self, other) {
            (Self::Numbers(one), Self::Numbers(two)) => {
                one[at..at + rows] == two[other_at..other_at + rows]
            }
            (Self::Words(one), Self::Words(two)) => {
                one[at..at + rows] == two[other_at..other_at + rows]
            }
            (Self::Days(one), Self::Days(two)) => {
                one.values()[at..at + rows] == two.values()[other_at..other_at + rows]
            }
            (Self::Instants(one), Self::Instants(two)) => {
                one.values()[at..at + rows] == two.values()[other_at..other_at + rows]
            }
            _ => (0..rows).all(|row| self.text(at + row) == other.text(other_at + row)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_compare_as_texts() {
        let texts =
            ["", "0", "01", "1", "A", "AB", "BR-SP", "_T", "_Z", "a code of 16 b.", "\u{e9}"];
        let bytes: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
        let numbers: Vec<u32> = (0..).take(texts.len()).collect();
        let words = Column::coded(&bytes, &numbers);
        assert!(matches!(words, Column::Words(_)));
        let plain = Column::texts(bytes.iter().copied());
        for one in 0..texts.len() {
            assert_eq!(words.text(one), texts[one]);
            for two in 0..texts.len() {
                let expected = texts[one].cmp(texts[two]);
                assert_eq!(words.compare(one, &words, two), expected);
                assert_eq!(words.compare(one, &plain, two), expected);
            }
        }
        assert!(words.is_same(0, &plain, 0, texts.len()));
    }

    #[test]
    fn long_texts_stay_texts_and_digits_keep_their_noughts() {
        let long: &[u8] = b"more than sixteen bytes";
        assert!(matches!(Column::coded(&[long], &[0]), Column::Texts(_)));
        let digits = Column::digits(&[1_012_100, 7, 7], 8);
        assert_eq!(
            [0, 1, 2].map(|at| digits.text(at).into_owned()),
            ["01012100", "00000007", "00000007"]
        );
    }
}
