//! Numbers in the place of a key's codes: those that a layout can give are known, and compare as their
//! numbers do. What stands is numbered by its dictionaries, a code at a time and not a row.

use std::collections::BTreeMap;

use arrow::array::{AsArray as _, DictionaryArray, StringArray};
use arrow::datatypes::Int32Type;

use crate::error::{Error, Result};
use crate::vintage::keys::{Column, word};

/// Digits that always fit a number.
pub(crate) const DIGITS_MAX: usize = 9;

/// The codes of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Codes {
    /// As they sort; their number is their place.
    Texts(Vec<Vec<u8>>),
    /// So many digits, at most [`DIGITS_MAX`].
    Digits(usize),
}

impl Codes {
    pub(crate) fn text(&self, number: u32) -> String {
        match self {
            Self::Texts(texts) => String::from_utf8_lossy(&texts[number as usize]).into_owned(),
            Self::Digits(width) => format!("{number:0width$}"),
        }
    }

    fn number(&self, code: &[u8]) -> Option<u32> {
        match self {
            Self::Texts(texts) => {
                let at = texts.binary_search_by(|text| text.as_slice().cmp(code)).ok()?;
                u32::try_from(at).ok()
            }
            Self::Digits(width) => {
                let is_one = code.len() == *width && code.iter().all(u8::is_ascii_digit);
                let number = |number, digit: &u8| number * 10 + u32::from(digit - b'0');
                is_one.then(|| code.iter().fold(0, number))
            }
        }
    }
}

/// By column.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbering(BTreeMap<&'static str, Codes>);

impl Numbering {
    /// Of what all of some prints say alike.
    pub(crate) fn shared(prints: impl Iterator<Item = BTreeMap<&'static str, Codes>>) -> Self {
        let shared = prints.reduce(|mut one, two| {
            one.retain(|name, codes| two.get(name) == Some(codes));
            one
        });
        Self(shared.unwrap_or_default())
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// What the codes of a dictionary are.
enum Table {
    Numbers(Vec<u32>),
    Words(Vec<u128>),
    /// Some are too long for that.
    Texts,
}

/// The dictionaries of columns at hand: a row group has one of each.
#[derive(Default)]
pub(crate) struct Dictionaries(BTreeMap<&'static str, (StringArray, Table)>);

impl Dictionaries {
    /// The rows of a column.
    ///
    /// # Errors
    /// `ForeignCode` where a code has no number.
    pub(crate) fn column(
        &mut self,
        name: &'static str,
        coded: &DictionaryArray<Int32Type>,
        numbering: &Numbering,
    ) -> Result<Column> {
        let codes = coded.values().as_string::<i32>();
        // The one at hand is held, so no other lies where it does.
        let is_same = |known: &StringArray| {
            std::ptr::eq(known.value_data(), codes.value_data())
                && std::ptr::eq(known.value_offsets(), codes.value_offsets())
        };
        if !self.0.get(name).is_some_and(|(known, _)| is_same(known)) {
            let table = table(codes, numbering.0.get(name))?;
            self.0.insert(name, (codes.clone(), table));
        }
        let keys = coded.keys().values().iter().map(|key| key.cast_unsigned() as usize);
        Ok(match &self.0[name].1 {
            Table::Numbers(numbers) => Column::Numbers(keys.map(|key| numbers[key]).collect()),
            Table::Words(words) => Column::Words(keys.map(|key| words[key]).collect()),
            Table::Texts => Column::texts(keys.map(|key| codes.value(key).as_bytes())),
        })
    }
}

fn table(codes: &StringArray, known: Option<&Codes>) -> Result<Table> {
    let texts = || codes.iter().map(|code| code.unwrap_or_default().as_bytes());
    if let Some(known) = known {
        let numbers: Option<Vec<u32>> = texts().map(|code| known.number(code)).collect();
        return numbers.map(Table::Numbers).ok_or(Error::ForeignCode);
    }
    let words: Option<Vec<u128>> = texts().map(word).collect();
    Ok(words.map_or(Table::Texts, Table::Words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_as_codes_and_foreign_codes_have_none() {
        let texts = ["AFG", "BRA", "_T"].map(|text| text.as_bytes().to_vec());
        let texts = Codes::Texts(texts.into());
        assert_eq!(
            ["AFG", "_T", "BRB"].map(|text| texts.number(text.as_bytes())),
            [Some(0), Some(2), None]
        );
        let digits = Codes::Digits(8);
        assert_eq!(
            ["01012100", "1012100", "0101210x"].map(|d| digits.number(d.as_bytes())),
            [Some(1_012_100), None, None]
        );
    }

    #[test]
    fn what_prints_say_otherwise_is_not_numbered() {
        let codes = |width| BTreeMap::from([("commodity", Codes::Digits(width))]);
        assert!(Numbering::shared([codes(8), codes(8)].into_iter()).has("commodity"));
        assert!(!Numbering::shared([codes(8), codes(6)].into_iter()).has("commodity"));
        assert!(!Numbering::shared(std::iter::empty()).has("commodity"));
    }
}
