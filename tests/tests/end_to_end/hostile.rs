//! The hostile files, if a folder of them is at hand, come to what their list demands: the figures
//! named there, or a refusal that says what is wrong.

use std::collections::BTreeMap;

use portbook_tests::program::portbook;
use portbook_tests::repository::root;
use serde_json::Value;
use toml::Table;

use crate::conformance::{published_files, tell};
use crate::survey::surveyed;
use crate::{count, list, text};

/// Sums of floats differ in their last digits by the order of adding.
const RELATIVE: f64 = 1e-12;

fn entries() -> Vec<Table> {
    let list = root().join("tests/tests/end_to_end/hostile.toml");
    let list = fs_err::read_to_string(list).expect("the list lies beside this file");
    let list: Table = list.parse().unwrap_or_else(|error| panic!("{error}"));
    let files = list["file"].as_array().expect("a list of files");
    files.iter().map(|file| file.as_table().expect("a table").clone()).collect()
}

#[test]
fn conformance_of_hostile_files() {
    let Some(folder) = published_files().map(|folder| folder.join("hostile")) else {
        tell("skipped: PORTBOOK_REAL names no folder of published files");
        return;
    };
    let folder = folder.to_string_lossy().into_owned();
    let lines: BTreeMap<String, Value> = surveyed(&folder)
        .into_iter()
        .map(|line| {
            let file = text(&line["file"]).trim_start_matches(&folder);
            (file.trim_start_matches('/').to_owned(), line)
        })
        .collect();
    let mut wrong = Vec::new();
    let entries = entries();
    for entry in &entries {
        let name = entry["name"].as_str().expect("a name");
        match lines.get(name) {
            None => tell(&format!("skipped: {name} is not in the folder")),
            Some(line) => wrong.extend(
                outcome(&folder, entry, line).into_iter().map(|fault| format!("{name}: {fault}")),
            ),
        }
    }
    let listed = |name: &String| entries.iter().any(|entry| entry["name"].as_str() == Some(name));
    let unlisted = lines.keys().filter(|name| !name.ends_with("SOURCES.md") && !listed(name));
    wrong.extend(unlisted.map(|name| format!("{name}: in the folder, not in hostile.toml")));
    tell(&format!("{} hostile files, {} wrong", entries.len(), wrong.len()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the outcome of one file.
fn outcome(folder: &str, entry: &Table, line: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let mib = entry.get("mib").and_then(toml::Value::as_integer).unwrap_or(1024);
    let held = line["memory_bytes"].as_u64().unwrap_or(0) >> 20;
    if held >= u64::try_from(mib).unwrap_or(0) {
        faults.push(format!("held {held} MiB, expected less than {mib}"));
    }
    let figures = ["tables", "total", "cells", "count", "members", "lengths", "dates", "errors"];
    let has_figures = figures.iter().any(|key| entry.contains_key(*key));
    let may_read = has_figures
        || ["readable", "text", "texts_only"].iter().any(|key| entry.contains_key(*key));
    match (line.get("refused"), entry.get("refused").and_then(toml::Value::as_table)) {
        (Some(refused), None) => faults.push(format!("refused: {}", text(&refused["reason"]))),
        (Some(refused), Some(expected)) => faults.extend(refusal(refused, expected)),
        (None, _) if !may_read => faults.push("read, expected a refusal".to_owned()),
        (None, _) => faults.extend(Seen::of(folder, entry).faults(entry, line)),
    }
    faults
}

fn refusal(refused: &Value, expected: &Table) -> Vec<String> {
    let (kind, reason) = (text(&refused["kind"]), text(&refused["reason"]));
    let mut faults = Vec::new();
    if expected["kind"].as_str() != Some(kind) {
        faults.push(format!("got class {kind} ({reason}), expected {}", expected["kind"]));
    }
    let words = expected["words"].as_array().expect("a list of words");
    for word in words.iter().filter_map(toml::Value::as_str) {
        if !reason.to_lowercase().contains(&word.to_lowercase()) {
            faults.push(format!("got `{reason}`, expected it to name `{word}`"));
        }
    }
    faults
}

/// The raw cells of one file.
struct Seen {
    cells: Vec<Value>,
    tables: usize,
    members: usize,
}

impl Seen {
    fn of(folder: &str, entry: &Table) -> Self {
        let file = format!("{folder}/{}", entry["name"].as_str().expect("a name"));
        let read = portbook(["parse", "--raw", "--json", &file]).json(0);
        let members = list(&read[0]["members"]);
        Self {
            cells: list(&read[0]["cells"]).to_vec(),
            tables: members.iter().map(|member| list(&member["tables"]).len()).sum(),
            members: members.iter().filter(|member| !member["member"].is_null()).count(),
        }
    }

    fn faults(&self, entry: &Table, line: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        let mut same = |what: &str, got: &str, expected: &str| {
            if got != expected {
                faults.push(format!("{what}: got `{got}`, expected `{expected}`"));
            }
        };
        let number = |key: &str| entry.get(key).map(ToString::to_string);
        if let Some(expected) = number("count") {
            same("tables", &self.tables.to_string(), &expected);
        }
        if let Some(expected) = number("members") {
            same("members", &self.members.to_string(), &expected);
        }
        if let Some(expected) = number("observations") {
            let seen = list(&line["observations"]).iter().map(|seen| count(&seen["rows"]));
            same("observations", &seen.sum::<u64>().to_string(), &expected);
        }
        for (cell, expected) in table(entry, "cells") {
            let expected = expected.as_str().expect("a text");
            same(cell, self.text(cell).trim(), expected);
        }
        for (cell, expected) in table(entry, "lengths") {
            same(cell, &self.text(cell).chars().count().to_string(), &expected.to_string());
        }
        if entry.contains_key("texts_only") {
            same("cells that are no text", &self.of_kind("number", None).to_string(), "0");
        }
        let dates: Vec<&str> =
            self.cells.iter().filter(|c| c["type"] == "date").map(|c| text(&c["text"])).collect();
        if let Some(expected) = texts(entry, "dates") {
            same("dates", &dates.join(" "), &expected.join(" "));
        }
        let errors: Vec<&str> =
            self.cells.iter().filter(|c| c["type"] == "error").map(|c| text(&c["cell"])).collect();
        if let Some(expected) = texts(entry, "errors") {
            same("error cells", &errors.join(" "), &expected.join(" "));
        }
        for words in texts(entry, "text").unwrap_or_default() {
            let found = self.cells.iter().any(|cell| text(&cell["text"]).contains(&words));
            same(&words, if found { "there" } else { "nowhere" }, "there");
        }
        let mut sheets: Vec<(Option<&str>, &Table)> = Vec::new();
        sheets.extend(entry.get("total").and_then(toml::Value::as_table).map(|t| (None, t)));
        for (name, value) in table(entry, "tables") {
            sheets.push((Some(name), value.as_table().expect("figures of a sheet")));
        }
        for (sheet, expected) in sheets {
            faults.extend(self.figures(sheet, expected));
        }
        faults
    }

    fn figures(&self, sheet: Option<&str>, expected: &Table) -> Vec<String> {
        let mut faults = Vec::new();
        let place = sheet.map_or(String::new(), |sheet| format!("sheet `{sheet}`, "));
        for (key, expected) in expected {
            if key == "sum" {
                let expected: f64 = expected.as_str().and_then(|s| s.parse().ok()).expect("a sum");
                let got = self.sum(sheet);
                if (got - expected).abs() > expected.abs() * RELATIVE {
                    faults.push(format!("{place}sum: got {got}, expected {expected}"));
                }
                continue;
            }
            let got = self.of_kind(key.trim_end_matches('s'), sheet);
            if got.to_string() != expected.to_string() {
                faults.push(format!("{place}{key}: got {got}, expected {expected}"));
            }
        }
        faults
    }

    fn in_sheet<'a>(&'a self, sheet: Option<&'a str>) -> impl Iterator<Item = &'a Value> {
        self.cells.iter().filter(move |cell| sheet.is_none_or(|sheet| cell["table"] == sheet))
    }

    fn of_kind(&self, kind: &str, sheet: Option<&str>) -> usize {
        self.in_sheet(sheet).filter(|cell| cell["type"] == kind).count()
    }

    fn sum(&self, sheet: Option<&str>) -> f64 {
        let numbers = self.in_sheet(sheet).filter(|cell| cell["type"] == "number");
        numbers.map(|cell| text(&cell["stored"]).parse::<f64>().expect("a number")).sum()
    }

    /// The text of the first cell of that name.
    fn text(&self, name: &str) -> &str {
        let cell = self.cells.iter().find(|cell| cell["cell"] == name);
        cell.map_or("", |cell| text(&cell["text"]))
    }
}

fn table<'a>(entry: &'a Table, key: &str) -> impl Iterator<Item = (&'a str, &'a toml::Value)> {
    let table = entry.get(key).and_then(toml::Value::as_table);
    table.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn texts(entry: &Table, key: &str) -> Option<Vec<String>> {
    let list = entry.get(key)?.as_array()?;
    Some(list.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect())
}
