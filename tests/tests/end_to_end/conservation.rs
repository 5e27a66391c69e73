//! Nothing is lost between the cells of a table and what is published: contract 9.

use std::collections::BTreeMap;

use portbook_tests::published::rows;

use crate::{count, list, replayed, text};

#[test]
fn value_cells_are_accounted_for_in_every_table() {
    let mut tables = 0;
    for line in list(&replayed().summary["lines"]) {
        let cells = list(&line["conservation"]);
        assert!(!cells.is_empty(), "{line:#}");
        for table in cells {
            let part = |name: &str| count(&table[name]);
            let parts = ["rows", "restated", "controls", "refused", "ignored", "held"];
            let sum: u64 = parts.into_iter().map(part).sum();
            assert_eq!(part("value_cells"), sum, "{table:#}");
            assert!(part("value_cells") > 0, "{table:#}");
            tables += 1;
        }
    }
    assert!(tables >= 11, "{tables} tables of {} recorded", 11);
}

#[test]
fn rows_counted_are_rows_published() {
    let mut published: BTreeMap<(String, String), u64> = BTreeMap::new();
    // A row of a vanished series is printed in no cell.
    for row in rows(&replayed().place.output()).iter().filter(|row| !row.get("cell").is_empty()) {
        let key = (row.get("source").to_owned(), row.get("dataset").to_owned());
        *published.entry(key).or_default() += 1;
    }
    let mut counted = BTreeMap::new();
    for line in list(&replayed().summary["lines"]) {
        let rows: u64 = list(&line["conservation"]).iter().map(|table| count(&table["rows"])).sum();
        let key = (text(&line["source"]).replace('/', "-"), text(&line["dataset"]).to_owned());
        counted.insert(key, rows);
    }
    assert_eq!(counted, published);
}

#[test]
fn a_page_that_is_only_an_image_is_told_apart() {
    let noted = list(&replayed().summary["collected"]["cn/gacc-express"]["noted"]);
    let image =
        noted.iter().find(|noted| text(&noted["outcome"]).replace('_', " ") == "image only");
    assert!(image.is_some(), "{noted:#?}");
}
