//! Reads `[[table]]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{RawNumber, RawPlace, Reader, Shared, Words};
use crate::error::Error;
use crate::layout::Entry;
use crate::layout::table::{Anchor, Depth, Find, Grid, HeadRow, StubColumn, Table};
use crate::pattern::fold;

/// Rows of a heading.
const HEAD_ROW_COUNT_MAX: u32 = 64;
/// Label columns of a grid.
const STUB_COLUMN_COUNT_MAX: u32 = 16;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTable {
    id: Spanned<String>,
    dataset: Option<String>,
    valid: Option<Spanned<String>>,
    find: RawFind,
    grid: RawGrid,
    decimals: Option<u8>,
    precision: Option<Spanned<String>>,
    number: Option<RawNumber>,
    future: Option<Spanned<String>>,
    #[serde(default)]
    text: RawPlace,
    #[serde(default)]
    sheet: RawPlace,
    #[serde(default)]
    head: RawPlace,
    #[serde(default)]
    head_row: BTreeMap<Spanned<String>, RawPlace>,
    #[serde(default)]
    line: RawPlace,
    #[serde(default)]
    stub: BTreeMap<Spanned<String>, RawPlace>,
    #[serde(default)]
    sign: RawPlace,
    #[serde(default)]
    all: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFind {
    #[serde(default)]
    text: Words,
    #[serde(default)]
    head: Words,
    sheet: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGrid {
    head: Spanned<RawAnchor>,
    head_rows: Option<Spanned<u32>>,
    head_until: Option<String>,
    left: Option<Spanned<String>>,
    right: Option<Spanned<String>>,
    stub: Spanned<u32>,
    label: Option<String>,
    #[serde(default)]
    until: Words,
    #[serde(default)]
    fill_right: bool,
    #[serde(default)]
    repeat: bool,
    #[serde(default)]
    columns: Vec<Words>,
}

/// A text, or a row by its number.
#[derive(Deserialize)]
#[serde(untagged, expecting = "grid.head: expected a text or { row = 1 }")]
enum RawAnchor {
    Text(String),
    Row(RowNumber),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowNumber {
    /// One-based.
    row: u32,
}

impl Reader<'_> {
    pub(super) fn table(&self, raw: RawTable) -> Result<Table, Error> {
        let sheet = raw.find.sheet.as_ref().map(|sheet| self.pattern(sheet)).transpose()?;
        let grid = self.grid(&raw.id, raw.grid)?;
        let head_rows = raw.head_row.iter().map(|(name, rows)| self.head_row(name, rows));
        let stub = raw.stub.iter().map(|(name, column)| self.stub_column(name, column));
        Ok(Table {
            common: self.common(&Shared {
                id: &raw.id,
                dataset: raw.dataset.as_ref(),
                valid: raw.valid.as_ref(),
                decimals: raw.decimals,
                precision: raw.precision.as_ref(),
                number: raw.number.as_ref(),
                future: raw.future.as_ref(),
                text: &raw.text,
                sign: &raw.sign,
                all: &raw.all,
            })?,
            find: Find { text: raw.find.text.folded(), head: raw.find.head.folded(), sheet },
            grid,
            head_rows: head_rows.collect::<Result<_, _>>()?,
            stub: stub.collect::<Result<_, _>>()?,
            head: self.place(&raw.head)?,
            line: self.place(&raw.line)?,
            sheet: self.place(&raw.sheet)?,
        })
    }

    fn grid(&self, id: &Spanned<String>, raw: RawGrid) -> Result<Grid, Error> {
        let depth = match (raw.head_rows, raw.head_until) {
            (Some(rows), None) if *rows.get_ref() > 0 => {
                Depth::Rows(self.at_most("head_rows", &rows, HEAD_ROW_COUNT_MAX)?)
            }
            (None, Some(until)) => Depth::Until(fold(&until)),
            _ => {
                let message = "grid: expected one of `head_rows` (at least 1) and `head_until`";
                return Err(self.file.mistake(&id.span(), message));
            }
        };
        let span = raw.head.span();
        let head = match raw.head.into_inner() {
            RawAnchor::Text(text) => Anchor::Text(self.pattern(&Spanned::new(span, text))?),
            RawAnchor::Row(RowNumber { row }) if row > 0 => Anchor::Row(row - 1),
            RawAnchor::Row(_) => {
                return Err(self.file.mistake(&span, "grid.head: rows count from 1"));
            }
        };
        let left = match &raw.left {
            Some(letters) => Some(self.letters("left", letters)?),
            None => matches!(head, Anchor::Row(_)).then_some(0),
        };
        Ok(Grid {
            head,
            depth,
            left,
            right: raw.right.map(|letters| self.letters("right", &letters)).transpose()?,
            stub: self.at_most("stub", &raw.stub, STUB_COLUMN_COUNT_MAX)?,
            label: raw.label.as_deref().map(fold),
            until: raw.until.folded(),
            fill_right: raw.fill_right,
            repeat: raw.repeat,
            columns: raw.columns.iter().map(Words::folded).collect(),
        })
    }

    /// A count of the grid's key, within its bound.
    fn at_most(&self, key: &str, count: &Spanned<u32>, max: u32) -> Result<u32, Error> {
        let seen = *count.get_ref();
        if seen <= max {
            return Ok(seen);
        }
        let message = format!("grid.{key}: got {seen}, expected at most {max}");
        Err(self.file.mistake(&count.span(), message))
    }

    /// A column of the grid's key, by its letters.
    fn letters(&self, key: &str, letters: &Spanned<String>) -> Result<u32, Error> {
        column_index(letters.get_ref()).ok_or_else(|| {
            let seen = letters.get_ref();
            let message = format!("grid.{key}: got `{seen}`, expected a column by its letter");
            self.file.mistake(&letters.span(), message)
        })
    }

    /// `[table.head_row.NAME]`: patterns, and `rows` where they are for rows of other names; rows
    /// without a pattern mean nothing.
    fn head_row(&self, name: &Spanned<String>, raw: &RawPlace) -> Result<HeadRow, Error> {
        let mut names = vec![fold(name.get_ref())];
        let mut patterns = RawPlace::new();
        for (key, value) in raw {
            if key.get_ref() != "rows" {
                patterns.insert(key.clone(), value.clone());
                continue;
            }
            let listed = value.as_array().and_then(|rows| {
                rows.iter().map(|row| row.as_str().map(fold)).collect::<Option<Vec<_>>>()
            });
            names = listed.ok_or_else(|| {
                self.file.mistake(&key.span(), "rows: expected a list of texts of the stub")
            })?;
        }
        let entries = self.place(&patterns)?;
        Ok(HeadRow { names, entries: (!entries.is_empty()).then_some(entries) })
    }

    fn stub_column(&self, name: &Spanned<String>, raw: &RawPlace) -> Result<StubColumn, Error> {
        let mut patterns = RawPlace::new();
        let mut fill_down = false;
        for (key, value) in raw {
            match (key.get_ref().as_str(), value) {
                ("fill_down", toml::Value::Boolean(fill)) => fill_down = *fill,
                _ => {
                    patterns.insert(key.clone(), value.clone());
                }
            }
        }
        let entries = self.place(&patterns)?;
        let block = |entry: &&Entry| entry.says.opens.is_some() || entry.says.within.is_some();
        if let Some(entry) = entries.iter().find(block) {
            let message = format!("`{}`: blocks are opened in [table.line]", entry.pattern);
            let hint = "fill_down = true repeats what a label column says".to_owned();
            return Err(self.file.mistake_with_hint(&name.span(), message, Some(hint)));
        }
        Ok(StubColumn { name: fold(name.get_ref()), fill_down, entries })
    }
}

/// `A` is 0, `AB` is 27.
pub(crate) fn column_index(letters: &str) -> Option<u32> {
    let right = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let fold = |index: u32, byte: u8| index * 26 + u32::from(byte - b'A') + 1;
    right.then(|| letters.bytes().fold(0, fold) - 1)
}
