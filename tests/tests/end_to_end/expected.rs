//! Each recording normalizes to exactly what its `expected/` says, and that is what is published.

use std::collections::BTreeMap;

use portbook_tests::expected::{Figure, all};
use portbook_tests::folder::sha256;
use portbook_tests::program::portbook;
use portbook_tests::published::{Row, plain, rows};
use portbook_tests::repository::{root, sources};
use serde_json::Value;

use crate::{list, replayed};

/// The observations of one file, as `portbook parse` prints them.
pub(crate) fn parsed(file: &str, source: &str) -> Vec<Row> {
    let ended = portbook(["parse", file, "--source", source, "--format", "json"]);
    list(&ended.json(0)).iter().map(|row| parsed_row(row, source)).collect()
}

fn parsed_row(row: &Value, source: &str) -> Row {
    let object = row.as_object().unwrap_or_else(|| panic!("expected an object, got {row}"));
    let values = object.iter().filter_map(|(name, value)| match value {
        Value::Null => None,
        Value::String(text) => Some((name.clone(), text.clone())),
        other => Some((name.clone(), other.to_string())),
    });
    let mut row: BTreeMap<String, String> = values.collect();
    row.insert("source".to_owned(), source.replace('/', "-"));
    Row(row)
}

/// The one element, or what is wrong.
fn only<'a>(found: &[&'a Row]) -> Result<&'a Row, String> {
    match found {
        [row] => Ok(row),
        rows => Err(format!("got {} observations, expected one", rows.len())),
    }
}

fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} figures differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_source_has_figures_read_by_eye() {
    let figures = all();
    for source in sources() {
        let count = figures.iter().filter(|figure| figure.source == source).count();
        assert!(count >= 10, "{source}: {count} expected figures");
    }
}

#[test]
fn recordings_normalize_to_what_was_read_by_eye() {
    let mut files: BTreeMap<(String, String), Vec<Figure>> = BTreeMap::new();
    for figure in all() {
        files.entry((figure.path(), figure.source.clone())).or_default().push(figure);
    }
    let mut wrong = Vec::new();
    for ((file, source), figures) in files {
        let rows = parsed(&file, &source);
        for figure in figures {
            let found: Vec<&Row> = rows.iter().filter(|row| figure.picks(row)).collect();
            let problem = match only(&found) {
                Ok(row) => figure.differs(row),
                Err(problem) => Some(problem),
            };
            wrong.extend(problem.map(|problem| format!("{}: {problem}", figure.line)));
        }
    }
    none_wrong(&wrong);
}

/// The row of a figure in the published table: the one of that file, or, where the file only
/// repeats what was held, the one that stood when it came out.
fn published<'a>(figure: &Figure, rows: &'a [Row], snapshot: &str) -> Result<&'a Row, String> {
    let of_observation: Vec<&Row> = rows.iter().filter(|row| figure.picks(row)).collect();
    let of_file: Vec<&Row> =
        of_observation.iter().copied().filter(|row| row.get("snapshot") == snapshot).collect();
    if !of_file.is_empty() {
        return only(&of_file);
    }
    let released = rows
        .iter()
        .find(|row| row.get("snapshot") == snapshot)
        .map(|row| row.get("released_at"))
        .ok_or_else(|| format!("nothing of {} is published", figure.file))?;
    let stood: Vec<&Row> =
        of_observation.into_iter().filter(|row| row.stood_at(released)).collect();
    only(&stood)
}

#[test]
fn what_was_read_by_eye_is_published() {
    let rows = rows(&replayed().place.output());
    let mut wrong = Vec::new();
    for figure in all() {
        let bytes = fs_err::read(root().join(figure.path())).unwrap();
        let snapshot = sha256(&bytes);
        let problem = match published(&figure, &rows, &snapshot) {
            Err(problem) => Some(problem),
            Ok(row) if row.get("snapshot") == snapshot => figure.differs(row),
            Ok(row) if row.get("obs_value") != plain(&figure.value) => {
                Some(format!("got {}, expected {}", row.get("obs_value"), figure.value))
            }
            Ok(_) => None,
        };
        wrong.extend(problem.map(|problem| format!("{}: {problem}", figure.line)));
    }
    none_wrong(&wrong);
}
