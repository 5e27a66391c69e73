//! What the December FT-900 did to the November one.

use std::collections::BTreeMap;

use portbook_tests::published::{Row, rows};

use crate::{count, line, replayed, verdict};

const DECEMBER: &str = "us-census-ft900:2025-12";

fn exhibit_12() -> Vec<Row> {
    let rows = rows(&replayed().place.output());
    rows.into_iter()
        .filter(|row| row.get("source") == "us-census-ft900" && row.get("dataset") == "exhibit-12")
        .collect()
}

#[test]
fn the_verdict_counts_what_changed() {
    let line = line(&replayed().summary, "us/census-ft900", "exhibit-12");
    let verdict = verdict(line, DECEMBER);
    let counted = |name: &str| count(&verdict[name]);
    assert_eq!(counted("revised"), 7, "{verdict:#}");
    assert_eq!(counted("new"), 16, "{verdict:#}");
    assert_eq!(counted("vanished"), 0, "{verdict:#}");
    assert_eq!(counted("controls_agreed"), 8, "{verdict:#}");
    assert_eq!(counted("controls_unchecked"), 0, "{verdict:#}");
    assert_eq!(verdict["held"], false, "{verdict:#}");
}

#[test]
fn seven_values_change_all_of_november() {
    let rows = exhibit_12();
    let revised: Vec<&Row> = rows.iter().filter(|row| row.get("revision") != "0").collect();
    assert_eq!(revised.len(), 7);
    for row in &revised {
        assert_eq!(row.get("time_period"), "2025-11");
        assert_eq!(row.get("period_kind"), "month");
        assert_eq!(row.get("release"), DECEMBER);
        assert_eq!(row.get("superseded_at"), "");
    }
    let superseded: Vec<&Row> =
        rows.iter().filter(|row| !row.get("superseded_at").is_empty()).collect();
    assert_eq!(superseded.len(), 7);
    let of = |rows: &[&Row]| -> BTreeMap<Vec<String>, String> {
        let key = |row: &Row| row.observation().into_iter().map(str::to_owned).collect();
        rows.iter().map(|row| (key(row), row.get("obs_value").to_owned())).collect()
    };
    let (before, after) = (of(&superseded), of(&revised));
    assert!(before.keys().eq(after.keys()), "the seven replace the seven");
    assert!(before.iter().all(|(key, value)| after[key] != *value), "each value changed");
}

#[test]
fn sixteen_are_new_and_none_vanishes() {
    let rows = exhibit_12();
    let new = |row: &&Row| row.get("release") == DECEMBER && row.get("revision") == "0";
    let new: Vec<&Row> = rows.iter().filter(new).collect();
    assert_eq!(new.len(), 16);
    for row in new {
        let period = (row.get("time_period"), row.get("period_kind"));
        assert!([("2025-12", "month"), ("2025", "year")].contains(&period), "{row:?}");
    }
    assert_eq!(rows.iter().filter(|row| row.get("obs_value").is_empty()).count(), 0);
}

#[test]
fn cumulatives_no_longer_printed_stay_current() {
    let rows = exhibit_12();
    let cumulative = rows.iter().filter(|row| row.get("period_kind") == "ytd");
    let cumulative: Vec<&Row> = cumulative.collect();
    assert_eq!(cumulative.len(), 24);
    assert!(cumulative.iter().all(|row| row.get("superseded_at").is_empty()));
}

#[test]
fn rows_of_the_whole_table_are_unique_and_chained() {
    let rows = rows(&replayed().place.output());
    let mut vintages: BTreeMap<Vec<&str>, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        vintages.entry(row.observation()).or_default().push(row);
    }
    for rows in vintages.values_mut() {
        rows.sort_by_key(|row| row.get("revision").parse::<u32>().unwrap());
        for (index, row) in rows.iter().enumerate() {
            assert_eq!(row.get("revision"), index.to_string(), "{row:?}");
            let next = rows.get(index + 1).map_or("", |next| next.get("released_at"));
            assert_eq!(row.get("superseded_at"), next, "{row:?}");
        }
    }
}
