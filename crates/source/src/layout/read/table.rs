//! Reads `[[table]]`.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{RawNumber, Reader, Shared};
use crate::error::Mistake;
use crate::layout::Entry;
use crate::layout::table::{Anchor, Depth, Find, Grid, HeadRow, StubColumn, Table};
use crate::pattern::fold;
use crate::value::{Place, Value, Words};

/// Rows of a heading.
const HEAD_ROW_COUNT_MAX: u32 = 64;
/// Label columns of a grid.
const STUB_COLUMN_COUNT_MAX: u32 = 16;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTable {
    id: Spanned<String>,
    /// Taken before this is read; here so that a message lists it.
    #[serde(rename = "like")]
    _like: Option<serde::de::IgnoredAny>,
    dataset: Option<Spanned<String>>,
    valid: Option<Spanned<String>>,
    find: RawFind,
    grid: Spanned<RawGrid>,
    decimals: Option<Spanned<u8>>,
    precision: Option<Spanned<String>>,
    number: Option<RawNumber>,
    future: Option<Spanned<String>>,
    #[serde(default)]
    text: Place,
    #[serde(default)]
    sheet: Place,
    #[serde(default)]
    head: Place,
    #[serde(default)]
    head_row: BTreeMap<Spanned<String>, Place>,
    #[serde(default)]
    line: Place,
    #[serde(default)]
    stub: BTreeMap<Spanned<String>, Place>,
    #[serde(default)]
    sign: Place,
    #[serde(default)]
    all: Place,
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
    head: Spanned<Value>,
    head_rows: Option<Spanned<u32>>,
    head_until: Option<Spanned<String>>,
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

impl Reader<'_> {
    pub(super) fn table(&self, raw: RawTable) -> Result<Table, Mistake> {
        let common = self.common(&Shared {
            id: &raw.id,
            dataset: raw.dataset.as_ref(),
            valid: raw.valid.as_ref(),
            decimals: raw.decimals.as_ref(),
            precision: raw.precision.as_ref(),
            number: raw.number.as_ref(),
            future: raw.future.as_ref(),
            text: &raw.text,
            sign: &raw.sign,
            all: &raw.all,
        });
        let find = Find {
            text: raw.find.text.folded(),
            head: raw.find.head.folded(),
            sheet: raw.find.sheet.as_ref().and_then(|sheet| self.file.keep(self.pattern(sheet))),
        };
        self.check_find(&[&raw.find.text, &raw.find.head]);
        let head_rows = raw.head_row.iter().filter_map(|(name, rows)| self.head_row(name, rows));
        let stub = raw.stub.iter().filter_map(|(name, column)| self.stub_column(name, column));
        let line = self.place(&raw.line);
        self.check_lines(&raw.line, &line);
        Ok(Table {
            common,
            find,
            head_rows: head_rows.collect(),
            stub: stub.collect(),
            head: self.place(&raw.head),
            line,
            sheet: self.place(&raw.sheet),
            grid: self.grid(raw.grid)?,
        })
    }

    fn grid(&self, raw: Spanned<RawGrid>) -> Result<Grid, Mistake> {
        let span = raw.span();
        let raw = raw.into_inner();
        let depth = match (raw.head_rows, raw.head_until) {
            (Some(rows), None) => {
                self.between("head_rows", &rows, HEAD_ROW_COUNT_MAX).map(Depth::Rows)
            }
            (None, Some(until)) => Ok(Depth::Until(fold(until.get_ref()))),
            (rows, until) => {
                let message = "grid: expected one of `head_rows` and `head_until`";
                let hint = "write `head_rows = 2`, or `head_until = \"Series ID\"`";
                let at = rows.and(until).map_or(span, |until| until.span());
                Err(self.file.mistake(&at, message).hint(hint))
            }
        };
        let head = self.anchor(&raw.head);
        let letters = |key, written: Option<&Spanned<String>>| {
            written.and_then(|letters| self.file.keep(self.letters(key, letters)))
        };
        let (left, right) =
            (letters("left", raw.left.as_ref()), letters("right", raw.right.as_ref()));
        let stub = self.between("stub", &raw.stub, STUB_COLUMN_COUNT_MAX);
        // Each is told; the first ends it.
        let (depth, head, stub) = match (depth, head, stub) {
            (Ok(depth), Ok(head), Ok(stub)) => (depth, head, stub),
            (depth, head, stub) => {
                let mut wrong = [depth.err(), head.err(), stub.err()].into_iter().flatten();
                let first = wrong.next();
                wrong.for_each(|mistake| self.file.tell(mistake));
                return Err(first.expect("one of the three is a mistake"));
            }
        };
        Ok(Grid {
            left: left.or_else(|| matches!(head, Anchor::Row(_)).then_some(0)),
            right,
            head,
            depth,
            stub,
            label: raw.label.as_deref().map(fold),
            until: raw.until.folded(),
            fill_right: raw.fill_right,
            repeat: raw.repeat,
            columns: raw.columns.iter().map(Words::folded).collect(),
        })
    }

    /// A text, or a row by its number.
    fn anchor(&self, written: &Spanned<Value>) -> Result<Anchor, Mistake> {
        let span = written.span();
        let row = match written.get_ref() {
            Value::Text(text) => {
                return Ok(Anchor::Text(self.pattern(&Spanned::new(span, text.clone()))?));
            }
            Value::Table(table) if table.len() == 1 => table.get("row"),
            _ => None,
        };
        let row = row.and_then(|row| match row.get_ref() {
            Value::Number(row) => u32::try_from(*row).ok(),
            _ => None,
        });
        let wrong = |message: String| {
            let hint =
                "write `head = \"Partner\"`, or `head = { row = 4 }` where no word stands there";
            self.file.mistake(&span, message).hint(hint)
        };
        match row {
            Some(row) if row > 0 => Ok(Anchor::Row(row - 1)),
            Some(_) => Err(wrong("grid.head: got row 0, rows count from 1".to_owned())),
            None => {
                let seen = written.get_ref();
                let expected = "expected a text or { row = 1 }";
                Err(wrong(format!("grid.head: got `{seen}`, {expected}")))
            }
        }
    }

    /// A count of the grid's key: at least 1, within its bound.
    fn between(&self, key: &str, count: &Spanned<u32>, max: u32) -> Result<u32, Mistake> {
        let seen = *count.get_ref();
        if (1..=max).contains(&seen) {
            return Ok(seen);
        }
        let message = format!("grid.{key}: got {seen}, expected 1 to {max}");
        let hint = match key {
            "stub" => "the label columns to the left of the values, `stub = 1`",
            _ => "the rows of the heading, `head_rows = 2`",
        };
        Err(self.file.mistake(&count.span(), message).hint(hint))
    }

    /// A column of the grid's key, by its letters.
    fn letters(&self, key: &str, letters: &Spanned<String>) -> Result<u32, Mistake> {
        column_index(letters.get_ref()).ok_or_else(|| {
            let seen = letters.get_ref();
            let message = format!("grid.{key}: got `{seen}`, expected a column by its letter");
            let hint = format!("write `{key} = \"K\"`");
            self.file.mistake(&letters.span(), message).hint(hint)
        })
    }

    /// `[table.head_row.NAME]`: patterns, and `rows` where they are for rows of other names; rows
    /// without a pattern mean nothing.
    fn head_row(&self, name: &Spanned<String>, raw: &Place) -> Option<HeadRow> {
        let mut patterns = raw.clone();
        let names = match patterns.remove("rows") {
            Some(rows) => self.file.keep(self.row_names(&rows))?,
            None => vec![fold(name.get_ref())],
        };
        let entries = self.place(&patterns);
        Some(HeadRow { names, entries: (!entries.is_empty()).then_some(entries) })
    }

    fn row_names(&self, rows: &Spanned<Value>) -> Result<Vec<String>, Mistake> {
        let names = match rows.get_ref() {
            Value::List(rows) => rows.iter().map(|row| row.get_ref().text().map(fold)).collect(),
            _ => None,
        };
        names.ok_or_else(|| {
            let message =
                format!("rows: got `{}`, expected a list of texts of the stub", rows.get_ref());
            self.file.mistake(&rows.span(), message).hint("write `rows = [\"Series Start\"]`")
        })
    }

    fn stub_column(&self, name: &Spanned<String>, raw: &Place) -> Option<StubColumn> {
        let mut patterns = raw.clone();
        let fill_down = match patterns.remove("fill_down") {
            None => false,
            Some(value) => match value.get_ref() {
                Value::Truth(fill) => *fill,
                other => {
                    let message = format!("fill_down: got `{other}`, expected `true` or `false`");
                    let mistake = self.file.mistake(&value.span(), message);
                    self.file.tell(mistake.hint("write `fill_down = true`"));
                    return None;
                }
            },
        };
        let entries = self.place(&patterns);
        let block = |entry: &&Entry| entry.says.opens.is_some() || entry.says.within.is_some();
        if let Some(entry) = entries.iter().find(block) {
            let written = entry.pattern.to_string();
            let key = patterns.keys().find(|key| *key.get_ref() == written);
            let span = key.map_or_else(|| name.span(), Spanned::span);
            let message = format!("`{written}`: blocks are opened in [table.line]");
            let hint = "fill_down = true repeats what a label column says";
            self.file.tell(self.file.mistake(&span, message).hint(hint));
        }
        Some(StubColumn { name: fold(name.get_ref()), fill_down, entries })
    }
}

/// `A` is 0, `AB` is 27.
pub(crate) fn column_index(letters: &str) -> Option<u32> {
    let right = (1..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let fold = |index: u32, byte: u8| index * 26 + u32::from(byte - b'A') + 1;
    right.then(|| letters.bytes().fold(0, fold) - 1)
}
