//! A pipeline file as TOML, its parts read one by one, so that a mistake in one hides none in the
//! others. What the reader of TOML says is put in the words of a person who writes such files.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, ValueDeserializer};

use crate::error::{File, Mistake};
use crate::examples::example;
use crate::like;
use crate::nearest::nearest;

/// Where the keys are described: the hint where no other helps.
const PAGES: &str = "docs/layouts.md and docs/contract.md describe the keys";

/// The parts of a file that were not read yet.
pub(crate) struct Document<'f, 'a> {
    file: &'f File<'a>,
    /// The whole file, to name the key at a place.
    whole: DeTable<'a>,
    parts: DeTable<'a>,
    /// Keys that were asked for, and those of them that must be there and are not.
    known: Vec<&'static str>,
    absent: Vec<&'static str>,
}

impl<'f, 'a> Document<'f, 'a> {
    /// `None` where the text is no TOML: nothing else can be said of such a file.
    pub(crate) fn of(file: &'f File<'a>) -> Option<Self> {
        let read = DeTable::parse(file.text).map_err(|error| {
            let message = format!("no TOML: {}", error.message().trim_end());
            file.mistake(&error.span().unwrap_or(0..0), message)
        });
        let whole = file.keep(read)?.into_inner();
        Some(Self { file, parts: whole.clone(), whole, known: Vec::new(), absent: Vec::new() })
    }

    /// A part that may be absent.
    pub(crate) fn take<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        self.known.push(key);
        let value = self.parts.remove(key)?;
        self.read(value)
    }

    /// A part that must be there.
    pub(crate) fn need<T: DeserializeOwned>(&mut self, key: &'static str) -> Option<T> {
        if self.parts.contains_key(key) {
            return self.take(key);
        }
        self.known.push(key);
        self.absent.push(key);
        None
    }

    /// `[[key]]`: each of its tables that could be read.
    pub(crate) fn each<T: DeserializeOwned>(&mut self, key: &'static str) -> Vec<T> {
        self.known.push(key);
        let Some(value) = self.parts.remove(key) else { return Vec::new() };
        let span = value.span();
        if let DeValue::Array(list) = value.into_inner() {
            list.into_iter().filter_map(|part| self.read(part)).collect()
        } else {
            let message = format!("`{key}`: expected a list of tables");
            self.file.tell(self.file.mistake(&span, message).hint(format!("[[{key}]]")));
            Vec::new()
        }
    }

    /// `[[key]]`, of which a table may be `like = "ID"`: whatever it does not say itself is what the
    /// table of that id before it says. In the parts `by_name` that holds name by name.
    pub(crate) fn each_like<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        by_name: &[&str],
    ) -> Vec<T> {
        if let Some(DeValue::Array(list)) = self.parts.get_mut(key).map(Spanned::get_mut) {
            *list = like::filled_in(self.file, std::mem::replace(list, DeArray::new()), by_name);
        }
        self.each(key)
    }

    /// `[key.NAME]`: every name, and its table if that could be read.
    pub(crate) fn named<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
    ) -> BTreeMap<String, Option<T>> {
        self.known.push(key);
        let Some(value) = self.parts.remove(key) else {
            self.absent.push(key);
            return BTreeMap::new();
        };
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            let mistake = self.file.mistake(&span, format!("`{key}`: expected a table"));
            self.file.tell(mistake.hint(format!("[{key}.NAME]")));
            return BTreeMap::new();
        };
        let read = |(name, value): (Spanned<_>, _)| (name.into_inner(), self.read(value));
        let names: Vec<_> = table.into_iter().map(read).collect();
        names.into_iter().map(|(name, part)| (String::from(name), part)).collect()
    }

    /// `[key]`: names, and after each a table or a list of several, in the order of the file. It may
    /// be absent.
    pub(crate) fn entries<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
    ) -> Vec<(Spanned<String>, T)> {
        self.known.push(key);
        let Some(value) = self.parts.remove(key) else { return Vec::new() };
        let span = value.span();
        let DeValue::Table(table) = value.into_inner() else {
            let mistake = self.file.mistake(&span, format!("`{key}`: expected a table"));
            self.file.tell(mistake.hint(format!("write `[{key}]`, and names below it")));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (name, value) in table {
            let name = Spanned::new(name.span(), name.into_inner().into_owned());
            let several = match value.get_ref() {
                DeValue::Array(list) => list.iter().cloned().collect(),
                _ => vec![value],
            };
            let several = several.into_iter().filter_map(|value| self.read(value));
            entries.extend(several.map(|value| (name.clone(), value)));
        }
        entries.sort_by_key(|(name, _): &(Spanned<String>, T)| name.span().start);
        entries
    }

    /// Every part that is left, a table each, by its name.
    pub(crate) fn rest<T: DeserializeOwned>(mut self) -> BTreeMap<String, Option<T>> {
        let mut tables = BTreeMap::new();
        for (name, value) in std::mem::take(&mut self.parts) {
            let name = name.into_inner().into_owned();
            let table = if matches!(value.get_ref(), DeValue::Table(_)) {
                self.read(value)
            } else {
                let mistake =
                    self.file.mistake(&value.span(), format!("`{name}`: expected a table"));
                self.file.tell(mistake.hint(format!("write `[{name}]`, and its labels below it")));
                None
            };
            tables.insert(name, table);
        }
        tables
    }

    /// What is left is unknown. A key that is absent because it is misspelt is told once.
    pub(crate) fn close(mut self) {
        for key in self.parts.keys() {
            let near = nearest(key.get_ref(), self.known.iter().copied());
            let expected = self.known.join("`, `");
            let message = format!("unknown key `{}`, expected one of `{expected}`", key.get_ref());
            let mistake = self.file.mistake(&key.span(), message).hint(PAGES);
            self.file.tell(mistake.did_you_mean(&near));
            self.absent.retain(|absent| !near.iter().any(|near| near == absent));
        }
        for key in &self.absent {
            self.file.tell(self.missing(&(0..0), &[], key));
        }
    }

    fn read<T: DeserializeOwned>(&self, value: Spanned<DeValue<'a>>) -> Option<T> {
        let span = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(read) => Some(read),
            Err(error) => {
                let at = error.span().unwrap_or(span);
                self.file.tell(self.reworded(&at, error.message().trim_end()));
                None
            }
        }
    }

    fn missing(&self, span: &Range<usize>, path: &[String], key: &str) -> Mistake {
        let mistake = self.file.mistake(span, format!("key `{key}` is missing"));
        let parent = path.last().map_or("", String::as_str);
        match example(parent, key) {
            Some(example) => mistake.hint(format!("write `{example}`")),
            None => mistake,
        }
    }

    /// What the reader of TOML says of a value at a place. Its four sentences are told apart by how
    /// they begin; `tests/mistakes` would notice if they changed.
    fn reworded(&self, span: &Range<usize>, said: &str) -> Mistake {
        let path = path(&self.whole, span).unwrap_or_default();
        let quoted = |text: &str| -> Vec<String> {
            text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
        };
        if let Some(words) = said.strip_prefix("missing field ") {
            let key = quoted(words).into_iter().next().unwrap_or_default();
            return self.missing(span, &path, &key);
        }
        for (begins, what) in [("unknown field ", "unknown key"), ("unknown variant ", "got")] {
            let Some(words) = said.strip_prefix(begins) else { continue };
            let words = quoted(words);
            let Some((seen, known)) = words.split_first() else { continue };
            let near = nearest(seen, known.iter().map(String::as_str));
            let message = format!("{what} `{seen}`, expected one of `{}`", known.join("`, `"));
            let key = path.last().map_or("", String::as_str);
            let hint =
                example("", key).map_or(PAGES.to_owned(), |shown| format!("write `{shown}`"));
            return self.file.mistake(span, message).hint(hint).did_you_mean(&near);
        }
        let key = path.last().map_or("", String::as_str);
        let parent = path.len().checked_sub(2).and_then(|at| path.get(at));
        let message =
            match said.strip_prefix("invalid type: ").or(said.strip_prefix("invalid value: ")) {
                Some(words) => format!("`{key}`: got {}", kinds(words)),
                None => said.to_owned(),
            };
        let mistake = self.file.mistake(span, message);
        match example(parent.map_or("", String::as_str), key) {
            Some(example) => mistake.hint(format!("write `{example}`")),
            None => mistake,
        }
    }
}

/// What the reader of TOML calls things -> what they are called in a file.
fn kinds(words: &str) -> String {
    let (got, expected) = words.split_once(", expected ").unwrap_or((words, "something else"));
    let got = [("string ", "the text "), ("sequence", "a list"), ("map", "a table")]
        .iter()
        .find_map(|(from, to)| Some(format!("{to}{}", got.strip_prefix(from)?)))
        .unwrap_or_else(|| got.to_owned());
    let expected = match expected {
        "a string" | "string" => "a text in quotes",
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number of 0 or more",
        "i8" | "i16" | "i32" | "i64" => "a whole number",
        "a boolean" => "`true` or `false`",
        "a character" => "one character in quotes",
        "a sequence" => "a list",
        "a map" => "a table",
        shape if shape.starts_with("struct ") => "a table",
        other => other,
    };
    format!("{got}, expected {expected}")
}

/// The keys down to the value at exactly that place.
fn path(table: &DeTable<'_>, span: &Range<usize>) -> Option<Vec<String>> {
    fn inside(value: &Spanned<DeValue<'_>>, span: &Range<usize>) -> Option<Vec<String>> {
        let deeper = match value.get_ref() {
            DeValue::Table(table) => path(table, span),
            DeValue::Array(list) => list.iter().find_map(|part| inside(part, span)),
            _ => None,
        };
        deeper.or_else(|| (value.span() == *span).then(Vec::new))
    }
    table.iter().find_map(|(key, value)| {
        let mut keys = vec![key.get_ref().to_string()];
        keys.extend(inside(value, span)?);
        Some(keys)
    })
}
