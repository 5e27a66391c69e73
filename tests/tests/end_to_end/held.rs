//! One word of a recording changed: that dataset's release is held, the others go on.

use std::collections::BTreeMap;
use std::path::Path;

use portbook_tests::edit;
use portbook_tests::folder::digests;
use portbook_tests::program::Place;
use portbook_tests::published::rows;
use serde_json::Value;

use crate::{line, list, replayed, text, verdict};

/// A word that a publisher changes, and what must be said of it.
struct Change {
    name: &'static str,
    source: &'static str,
    dataset: &'static str,
    release: &'static str,
    file: &'static str,
    edit: fn(&Path, &str, &str),
    from: &'static str,
    to: &'static str,
    /// As the address names the file.
    said_file: &'static str,
    sheet: &'static str,
    cell: &'static str,
    seen: &'static str,
    /// Some words of what would have been understood.
    expected: &'static str,
}

const PAGE: &str = "2e61c8a1-17b2-4074-b909-c039ccf8c8fb.html";

const CHANGES: [Change; 6] = [
    Change {
        name: "label-page",
        source: "cn/gacc-express",
        dataset: "partners",
        release: "cn-gacc-express:2026-03",
        file: "by_country_2026-03.html",
        edit: edit::text,
        from: "R. O. Korea",
        to: "Korea Rep.",
        said_file: PAGE,
        sheet: "table 1",
        cell: "A21",
        seen: "Korea Rep.",
        expected: "{area}",
    },
    Change {
        name: "label-xlsx",
        source: "us/census-ft900",
        dataset: "exhibit-12",
        release: "us-census-ft900:2025-12",
        file: "exh12_2025-12.xlsx",
        edit: edit::xlsx,
        from: "Total Census Basis",
        to: "Census Basis, Total",
        said_file: "exh12.xlsx",
        sheet: "12",
        cell: "C6",
        seen: "Census Basis, Total",
        expected: "Total Census Basis",
    },
    Change {
        name: "unit-xlsx",
        source: "us/census-ft900",
        dataset: "exhibit-12",
        release: "us-census-ft900:2025-12",
        file: "exh12_2025-12.xlsx",
        edit: edit::xlsx,
        from: "In millions of dollars",
        to: "In billions of dollars",
        said_file: "exh12.xlsx",
        sheet: "12",
        cell: "A4",
        seen: "billions of dollars",
        expected: "millions of dollars",
    },
    Change {
        name: "unit-page",
        source: "cn/gacc-express",
        dataset: "partners",
        release: "cn-gacc-express:2026-03",
        file: "by_country_2026-03.html",
        edit: edit::text,
        from: "Unit: CNY 100 Million",
        to: "Unit: CNY 10 Million",
        said_file: PAGE,
        sheet: "table 1",
        cell: "",
        seen: "CNY 10 Million",
        expected: "CNY 100 Million",
    },
    Change {
        name: "currency-page",
        source: "cn/gacc-express",
        dataset: "partners",
        release: "cn-gacc-express:2026-03",
        file: "by_country_2026-03.html",
        edit: edit::text,
        from: "Mar 2026 (in CNY)",
        to: "Mar 2026 (in USD)",
        said_file: PAGE,
        sheet: "table 1",
        cell: "",
        seen: "USD",
        expected: "CNY",
    },
    Change {
        name: "currency-xls",
        source: "cn/gacc-bulletin",
        dataset: "countries",
        release: "cn-gacc-bulletin:2025-12",
        file: "countries_2025-12.xls",
        edit: edit::xls,
        from: "万元人民币",
        to: "万元人民元",
        said_file: ".xls",
        sheet: "M102RMB",
        cell: "",
        seen: "人民元",
        expected: "人民币",
    },
];

/// Published files of all sources but one, by name in the commit.
fn others(output: &Path, source: &str) -> BTreeMap<String, String> {
    let mut files = digests(&output.join("observation"));
    let own = format!("source={}/", source.replace('/', "-"));
    files.retain(|file, _| !file.starts_with(&own));
    files
}

fn changed(change: &Change) -> (Place, Value) {
    let place = Place::with_own_pipelines(&format!("held-{}", change.name));
    let file = place.pipelines.join(change.source).join("recording").join(change.file);
    (change.edit)(&file, change.from, change.to);
    let summary = place.replay().json(10);
    (place, summary)
}

/// The one dataset is held, and nothing else is other than in the run without the change.
fn only_that_release_is_held(change: &Change, summary: &Value) {
    for line in list(&summary["lines"]) {
        let of_change = line["source"] == change.source && line["dataset"] == change.dataset;
        let expected = if of_change { "held" } else { "published" };
        assert_eq!(line["state"], expected, "{}: {line:#}", change.name);
        for verdict in list(&line["verdicts"]) {
            let expected = of_change && verdict["release"] == change.release;
            assert_eq!(verdict["held"], expected, "{}: {verdict:#}", change.name);
        }
    }
}

/// The issue names file, sheet and cell, what was seen and what was expected.
fn the_issue_is_told(change: &Change, summary: &Value) {
    let line = line(summary, change.source, change.dataset);
    let verdict = verdict(line, change.release);
    let said: Vec<String> = list(&verdict["reasons"])
        .iter()
        .map(|reason| {
            let cells: Vec<&str> = list(&reason["cells"]).iter().map(text).collect();
            format!("{} {}", text(&reason["said"]), cells.join(" "))
        })
        .collect();
    let words = [change.said_file, change.sheet, change.cell, change.seen, change.expected];
    let told = said.iter().any(|said| words.iter().all(|word| said.contains(word)));
    assert!(told, "{}: no issue with all of {words:?}: {said:#?}", change.name);
    let because = list(&line["because"]).iter().map(text).collect::<Vec<_>>().join("\n");
    assert!(because.contains(change.seen), "{}: {because}", change.name);
}

/// The held release gives no row; what else was published keeps its bytes.
fn the_rest_stays_published(change: &Change, place: &Place) {
    let (base, output) = (replayed().place.output(), place.output());
    assert_eq!(others(&output, change.source), others(&base, change.source), "{}", change.name);
    let of_dataset = rows(&output);
    let of_dataset = of_dataset.iter().filter(|row| {
        row.get("source") == change.source.replace('/', "-") && row.get("dataset") == change.dataset
    });
    let mut count = 0;
    for row in of_dataset {
        assert_ne!(row.get("release"), change.release, "{}: {row:?}", change.name);
        count += 1;
    }
    assert!(count > 0, "{}: the releases before stay", change.name);
}

fn is_held(name: &str) {
    let change = CHANGES.iter().find(|change| change.name == name).expect("listed above");
    let (place, summary) = changed(change);
    only_that_release_is_held(change, &summary);
    the_issue_is_told(change, &summary);
    the_rest_stays_published(change, &place);
}

#[test]
fn a_changed_label_of_a_page_is_held() {
    is_held("label-page");
}

#[test]
fn a_changed_heading_of_a_workbook_is_held() {
    is_held("label-xlsx");
}

#[test]
fn a_changed_unit_of_a_workbook_is_held() {
    is_held("unit-xlsx");
}

#[test]
fn a_changed_unit_of_a_page_is_held() {
    is_held("unit-page");
}

#[test]
fn a_changed_currency_of_a_page_is_held() {
    is_held("currency-page");
}

#[test]
fn a_changed_currency_of_an_old_workbook_is_held() {
    is_held("currency-xls");
}

/// A word by which the layout finds its table: the file is of no table then, and that is told.
#[test]
fn a_changed_word_that_finds_a_table_is_held() {
    let place = Place::with_own_pipelines("held-find");
    let file = place.pipelines.join("us/census-ft900/recording/exh12_2025-12.xlsx");
    edit::xlsx(&file, "Net Adjustments", "Adjustments, Net");
    let summary = place.replay().json(10);
    let held = line(&summary, "us/census-ft900", "exhibit-12");
    assert_eq!(held["state"], "held", "{held:#}");
    let because = list(&held["because"]).iter().map(text).collect::<Vec<_>>().join("\n");
    for word in ["exh12.xlsx", "sheet `12`", "exhibit-12", "Net Adjustments"] {
        assert!(because.contains(word), "no `{word}`: {because}");
    }
    let base = replayed().place.output();
    let source = "us/census-ft900";
    assert_eq!(others(&place.output(), source), others(&base, source));
    for line in list(&summary["lines"]).iter().filter(|line| line["dataset"] != "exhibit-12") {
        assert_eq!(line["state"], "published", "the file is none of {line:#}");
    }
}

#[test]
fn people_are_told_too() {
    let place = Place::with_own_pipelines("held-people");
    let file = place.pipelines.join("us/census-ft900/recording/exh12_2025-12.xlsx");
    edit::xlsx(&file, "In millions of dollars", "In billions of dollars");
    let ended = place.portbook(["run", "--replay"]);
    ended.expect(10);
    for word in ["held", "exh12.xlsx", "sheet `12`", "A4", "billions", "millions"] {
        assert!(ended.said().contains(word), "no `{word}`: {ended}");
    }
}
