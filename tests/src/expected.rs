//! `expected/*.csv`: figures read by eye from the published files, each with its place.

use std::collections::BTreeMap;

use crate::published::{Row, plain};
use crate::repository;

/// One line: what one cell of a recording must come to.
#[derive(Clone, Debug)]
pub struct Figure {
    /// `us/census-ft900`.
    pub source: String,
    /// Where it stands: `pipelines/…/exhibit-12.csv:3`.
    pub line: String,
    /// Below `recording/`.
    pub file: String,
    /// Empty for a record file.
    pub sheet: String,
    pub cell: String,
    /// The published file it was read from, and the place in it.
    pub original: String,
    /// Columns that pick one observation, `dataset`, `time_period` and `period_kind` among them.
    pub picked_by: BTreeMap<String, String>,
    /// Plain decimal in base units; empty for a null.
    pub value: String,
    /// One-based, where the note begins with it.
    pub record: Option<u64>,
}

impl Figure {
    /// The recording's file.
    pub fn path(&self) -> String {
        format!("pipelines/{}/recording/{}", self.source, self.file)
    }

    /// The published file's name, to the first blank after its extension: names may hold blanks.
    pub fn original_name(&self) -> &str {
        let dot = self.original.find('.').unwrap_or_default();
        let end = self.original[dot..].find(' ').map_or(self.original.len(), |blank| dot + blank);
        &self.original[..end]
    }

    /// Whether it stands elsewhere in the recording than in the published file: rows were cut.
    pub fn moved(&self) -> bool {
        let place = self.original.rsplit('!').next().unwrap_or_default();
        self.original.contains('!') && place != self.cell
    }

    /// Whether a row is of the observation that the line picks.
    pub fn picks(&self, row: &Row) -> bool {
        self.picked_by.iter().all(|(column, value)| row.get(column) == value)
    }

    /// Whether a row was read from the cell that the line names.
    pub fn stands_at(&self, row: &Row) -> bool {
        row.get("sheet") == self.sheet
            && row.get("cell") == self.cell
            && self.record.is_none_or(|record| row.get("record") == record.to_string())
    }

    /// What is wrong with a row as this figure, if anything.
    pub fn differs(&self, row: &Row) -> Option<String> {
        let got = (row.get("obs_value"), row.get("sheet"), row.get("cell"), row.get("record"));
        let right = got.0 == plain(&self.value) && self.stands_at(row);
        let (value, sheet, cell, record) = (&self.value, &self.sheet, &self.cell, self.record);
        (!right).then(|| format!("got {got:?}, expected {:?}", (value, sheet, cell, record)))
    }
}

/// Every line of every source.
pub fn all() -> Vec<Figure> {
    read("expected")
}

/// Lines of published files that no recording was set from: `file` is the published file's name.
pub fn unseen() -> Vec<Figure> {
    read("expected/unseen")
}

fn read(folder: &str) -> Vec<Figure> {
    let files = repository::files();
    let lists = files.iter().filter(|file| {
        file.starts_with("pipelines")
            && file.extension().is_some_and(|e| e == "csv")
            && file.parent().is_some_and(|parent| parent.ends_with(folder))
    });
    let mut figures = Vec::new();
    for list in lists {
        let name = list.to_string_lossy();
        let source = name.split('/').skip(1).take(2).collect::<Vec<_>>().join("/");
        let mut reader = csv::Reader::from_path(repository::root().join(list))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let headings: Vec<String> = reader
            .headers()
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .iter()
            .map(str::to_owned)
            .collect();
        for (index, record) in reader.records().enumerate() {
            let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
            let get = |column: &str| {
                let at = headings.iter().position(|heading| heading == column);
                at.and_then(|at| record.get(at)).unwrap_or_else(|| panic!("{name}: no `{column}`"))
            };
            figures.push(figure(&source, format!("{name}:{}", index + 2), get));
        }
    }
    figures
}

fn figure<'a>(source: &str, line: String, get: impl Fn(&str) -> &'a str) -> Figure {
    let pairs = get("filter").split_whitespace().map(|pair| {
        pair.split_once('=').unwrap_or_else(|| panic!("{line}: got `{pair}`, expected a=b"))
    });
    let mut picked_by: BTreeMap<String, String> =
        pairs.map(|(column, value)| (column.to_owned(), value.to_owned())).collect();
    for column in ["dataset", "time_period", "period_kind"] {
        picked_by.insert(column.to_owned(), get(column).to_owned());
    }
    picked_by.insert("source".to_owned(), source.replace('/', "-"));
    let digits = get("note")
        .strip_prefix("record ")
        .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
    Figure {
        source: source.to_owned(),
        file: get("file").to_owned(),
        sheet: get("sheet").to_owned(),
        cell: get("cell").to_owned(),
        original: get("original").to_owned(),
        picked_by,
        value: get("value").to_owned(),
        record: digits.and_then(|digits| digits.parse().ok()),
        line,
    }
}
