//! Workbooks that neither xlrd nor openpyxl reads, `.xlsb` and `.ods`: calamine, a reader of others,
//! sees the same cells in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader as _, Sheets, open_workbook_auto};
use portbook_tests::program::portbook;

use crate::{published_files, tell};

/// What a cell holds, in a form both readers can say. A date is compared by being one.
#[derive(Debug, PartialEq)]
enum Held {
    Number(f64),
    Text(String),
    Date,
    Bool(bool),
    Error,
}

/// Cells that differ, and why we are right.
const KNOWN: [(&str, usize, &str); 2] = [
    ("calamine_covered.ods", 1, "A3 lies under a merged cell, and what lies there is not shown"),
    (
        "sheetjs_number_format_russian.xlsb",
        7,
        "the format is [h]:mm:ss, an amount of time, no date",
    ),
];

/// Sheet and A1 name of a cell.
type At = (String, String);

fn theirs(sheets: &mut Sheets<impl std::io::Read + std::io::Seek>) -> BTreeMap<At, Held> {
    let mut cells = BTreeMap::new();
    for name in sheets.sheet_names() {
        let Ok(range) = sheets.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let held = match data {
                Data::Int(value) => {
                    Held::Number(f64::from(i32::try_from(*value).unwrap_or(i32::MAX)))
                }
                Data::Float(value) => Held::Number(*value),
                Data::String(text) if text.trim().is_empty() => continue,
                Data::String(text) => Held::Text(one_line(text)),
                Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Held::Date,
                Data::Bool(value) => Held::Bool(*value),
                Data::Error(_) => Held::Error,
                Data::Empty => continue,
            };
            let row = top as usize + row + 1;
            let column = column_name(left as usize + column);
            cells.insert((name.clone(), format!("{column}{row}")), held);
        }
    }
    cells
}

fn ours(file: &Path) -> Option<BTreeMap<At, Held>> {
    let file = file.to_str().expect("names of published files are UTF-8");
    let ended = portbook(["parse", file, "--raw", "--format", "csv"]);
    if ended.code != 0 {
        return None;
    }
    let mut reader = csv::Reader::from_reader(ended.stdout.as_bytes());
    let headers = reader.headers().expect("a header").clone();
    let at = |name: &str| headers.iter().position(|h| h == name).expect("a column of --raw");
    let (table, cell, kind) = (at("table"), at("cell"), at("type"));
    let (text, stored) = (at("text"), at("stored"));
    let mut cells = BTreeMap::new();
    for record in reader.records() {
        let record = record.expect("a CSV");
        let held = match &record[kind] {
            "number" => Held::Number(record[stored].parse().expect("a stored number")),
            "text" => Held::Text(one_line(&record[text])),
            "date" => Held::Date,
            "bool" => Held::Bool(record[text].eq_ignore_ascii_case("true")),
            "error" => Held::Error,
            _ => continue,
        };
        cells.insert((record[table].to_owned(), record[cell].to_owned()), held);
    }
    Some(cells)
}

/// Runs of blanks and line ends differ between readers of one text.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn column_name(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        let letter = u8::try_from(index % 26).expect("below 26") + b'A';
        name.insert(0, char::from(letter));
        if index < 26 {
            return name;
        }
        index = index / 26 - 1;
    }
}

fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let end = path.extension().unwrap_or_default().to_ascii_lowercase();
            if path.is_dir() {
                folders.push(path);
            } else if end == "xlsb" || end == "ods" {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn calamine_sees_the_same_cells() {
    let Some(folder) = published_files() else {
        return tell("skipped: PORTBOOK_REAL names no folder of published files");
    };
    let mut complaints = Vec::new();
    let mut differing: BTreeMap<String, usize> = BTreeMap::new();
    let (mut files, mut compared) = (0, 0);
    for file in workbooks(&folder) {
        let opened = std::panic::catch_unwind(|| open_workbook_auto(&file));
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut sheets = match opened {
            Ok(Ok(sheets)) => sheets,
            Ok(Err(error)) => {
                tell(&format!("{name}: calamine does not open it: {error}"));
                continue;
            }
            Err(_) => {
                tell(&format!("{name}: calamine panics"));
                continue;
            }
        };
        let Some(ours) = ours(&file) else {
            tell(&format!("{name}: refused by us"));
            continue;
        };
        let theirs = theirs(&mut sheets);
        files += 1;
        compared += theirs.len();
        let places: BTreeSet<&At> = ours.keys().chain(theirs.keys()).collect();
        for at in places {
            let (theirs, ours) = (theirs.get(at), ours.get(at));
            // Excel shows ###### for a negative number in a date format: that is no date.
            let before_time =
                matches!((theirs, ours), (Some(Held::Date), Some(Held::Number(n))) if *n < 0.0);
            if theirs != ours && !before_time {
                *differing.entry(name.clone()).or_default() += 1;
                complaints.push(format!("{name} {}!{}: {theirs:?}, ours {ours:?}", at.0, at.1));
            }
        }
    }
    let known = KNOWN.iter().map(|(name, count, _)| ((*name).to_owned(), *count)).collect();
    tell(&format!("{files} files, {compared} cells compared with calamine"));
    assert_eq!(differing, known, "cells differ:\n{}", complaints.join("\n"));
}
