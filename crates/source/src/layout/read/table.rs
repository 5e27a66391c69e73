//! Reads `[[table]]`.

use serde::Deserialize;
use toml::Spanned;

use super::{RawNumber, RawPlace, Reader, Shared, Words};
use crate::error::Error;
use crate::layout::table::{Depth, Find, Grid, Table};
use crate::pattern::fold;

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
    #[serde(default)]
    text: RawPlace,
    #[serde(default)]
    head: RawPlace,
    #[serde(default)]
    line: RawPlace,
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
    head: String,
    head_rows: Option<u32>,
    head_until: Option<String>,
    stub: u32,
    #[serde(default)]
    until: Words,
    #[serde(default)]
    fill_right: bool,
}

impl Reader<'_> {
    pub(super) fn table(&self, raw: RawTable) -> Result<Table, Error> {
        let span = raw.id.span();
        let depth = match (raw.grid.head_rows, raw.grid.head_until) {
            (Some(rows), None) if rows > 0 => Depth::Rows(rows),
            (None, Some(until)) => Depth::Until(fold(&until)),
            _ => {
                let message = "grid: expected one of `head_rows` (at least 1) and `head_until`";
                return Err(self.file.mistake(&span, message));
            }
        };
        let sheet = raw.find.sheet.as_ref().map(|sheet| self.pattern(sheet)).transpose()?;
        Ok(Table {
            common: self.common(&Shared {
                id: &raw.id,
                dataset: raw.dataset.as_ref(),
                valid: raw.valid.as_ref(),
                decimals: raw.decimals,
                precision: raw.precision.as_ref(),
                number: raw.number.as_ref(),
                text: &raw.text,
                sign: &raw.sign,
                all: &raw.all,
            })?,
            find: Find { text: raw.find.text.folded(), head: raw.find.head.folded(), sheet },
            grid: Grid {
                head: fold(&raw.grid.head),
                depth,
                stub: raw.grid.stub,
                until: raw.grid.until.folded(),
                fill_right: raw.grid.fill_right,
            },
            head: self.place(&raw.head)?,
            line: self.place(&raw.line)?,
        })
    }
}
