//! `DuckDB`, Polars, pandas and pyarrow read what is published, and see the same to the last digit.

use portbook_tests::program::run;
use portbook_tests::published::{Row, rows, scaled, sum};
use portbook_tests::python::script;
use serde_json::Value;

use crate::{count, list, replayed, text};

/// Between the two vintages of the November FT-900, as `released_at` prints it.
const INSTANT: &str = "2026-02-01T23:59:59Z";

/// What the four readers see.
fn read_by_others() -> Value {
    let mut python = script("tests/tests/end_to_end/readers.py");
    run(python.arg(replayed().place.output()).arg(INSTANT)).json(0)
}

#[test]
fn readers_see_the_same_table() {
    let rows = rows(&replayed().place.output());
    let values =
        |rows: &[&Row]| sum(rows.iter().map(|r| r.get("obs_value")).filter(|v| !v.is_empty()));
    let all: Vec<&Row> = rows.iter().collect();
    let as_of: Vec<&Row> = rows.iter().filter(|row| row.stood_at(INSTANT)).collect();
    assert!(as_of.len() < all.len() && !as_of.is_empty());

    let seen = read_by_others();
    let standing = all.iter().filter(|row| row.get("superseded_at").is_empty()).count();
    // Two figures of the Express, exports and imports to November 2025, have a follower; so have eight
    // of each of three months of the bulletin, and all 72 months of what hands it on: a level and a
    // rate, of the month and of the cumulative, both flows.
    let hidden = 2 + 24 + 576;
    assert_eq!(count(&seen["duckdb"]["best"]), standing as u64 - hidden, "schemas/best.sql");
    for reader in ["duckdb", "polars", "pandas", "pyarrow"] {
        let seen = &seen[reader];
        assert_eq!(count(&seen["rows"]), all.len() as u64, "{reader}");
        let present = all.iter().filter(|row| !row.get("obs_value").is_empty()).count();
        assert_eq!(count(&seen["values"]), present as u64, "{reader}");
        assert_eq!(scaled(text(&seen["sum"])), values(&all), "{reader}");
        assert_eq!(count(&seen["as_of_rows"]), as_of.len() as u64, "{reader}");
        assert_eq!(scaled(text(&seen["as_of_sum"])), values(&as_of), "{reader}");
        let exports: Vec<&str> = list(&seen["exports"]).iter().map(text).collect();
        assert_eq!(exports, ["182146000000"], "{reader}: as of {INSTANT}");
    }
}
