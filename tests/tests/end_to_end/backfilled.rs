//! Order of arrival never matters: an old release that is fetched last gives the table it would have
//! given first, but for when it was seen.

use portbook_tests::edit;
use portbook_tests::program::Place;
use portbook_tests::published::{Row, rows};

use crate::replayed;

/// The rows of the FT-900 without the column that may differ, in one order.
fn rows_of(place: &Place) -> Vec<Row> {
    let mut rows = rows(&place.output());
    rows.retain(|row| row.get("source") == "us-census-ft900");
    for row in &mut rows {
        row.0.remove("first_seen_at");
    }
    rows.sort();
    rows
}

/// The page and workbook of November 2025 are met in March, after those of December.
#[test]
fn an_old_release_that_comes_last_gives_the_same_table() {
    let place = Place::of_source("backfilled", "us/census-ft900");
    let index = place.pipelines.join("us/census-ft900/recording/index.toml");
    edit::text(&index, "2026-01-29T14:00:00Z", "2026-03-29T14:00:00Z");
    let first = place.portbook(["run", "--replay", "--json", "--now", "2026-03-01"]);
    assert!([0, 10].contains(&first.code), "only what is due may differ: {first}");
    let december: Vec<Row> = rows_of(&place);
    assert!(december.iter().all(|row| row.get("release").ends_with(":2025-12")));
    let second = place.portbook(["run", "--replay", "--json"]);
    assert!([0, 10].contains(&second.code), "only what is due may differ: {second}");
    let expected = rows_of(&replayed().place);
    assert!(expected.len() > december.len());
    assert_eq!(rows_of(&place), expected);

    // Until it was seen, December's figure of November was no revision.
    let question = "select obs_value, revision from latest where dataset = 'exhibit-12' and trade_flow \
                    = 'X' and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
    for (known_at, revision) in [("2026-03-01", 0), ("2026-04-01", 1)] {
        let rows = place.portbook(["sql", question, "--known-at", known_at, "--json"]).json(0);
        assert_eq!(rows[0]["obs_value"], "183135000000", "{rows:#}");
        assert_eq!(rows[0]["revision"], revision, "known at {known_at}");
    }
}
