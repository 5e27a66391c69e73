//! What moved between two commits, row by row.

use std::path::PathBuf;

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::status::ObsStatus;
use portbook_query::moved::{Change, Part, compare, text};

use crate::published::{Output, exhibit_12, wait};

fn parts(before: &Output, after: &Output) -> Vec<Part> {
    let file = |output: &Output| -> Option<PathBuf> {
        let folder =
            output.path().join("current/observation/source=us-census-ft900/freq=M/year=2025");
        let file = folder.join("part-0.parquet");
        file.is_file().then_some(file)
    };
    let (source, freq) = ("us-census-ft900".to_owned(), "M".to_owned());
    vec![Part { source, freq, before: file(before), after: file(after) }]
}

#[test]
fn every_row_is_counted_once_by_what_matters_most() {
    let rows = exhibit_12();
    let before = Output::of(&rows);
    let mut changed: Vec<Row> = rows.clone();
    // October: another value, status and address; November's first print: its cell alone; its second:
    // its decimals; December is gone, and another series has come.
    changed[0].observation.value = Some(95_000_000_000 * 10_i128.pow(9));
    changed[0].observation.status = ObsStatus::Provisional;
    changed[0].observation.address.cell = Some("F50".into());
    changed[1].observation.address.cell = Some("F51".into());
    changed[2].observation.decimals = 2;
    let imports = changed[3].observation.series.with(Concept::TradeFlow, "M");
    changed[3].observation.series = std::sync::Arc::new(imports);
    let after = Output::of(&changed);
    let moved = wait(compare(&parts(&before, &after), 5)).unwrap();
    let key = ("us-census-ft900".to_owned(), "exhibit-12".to_owned());
    let exhibit = &moved[&key];
    assert_eq!((exhibit.added, exhibit.removed, moved.len()), (1, 1, 1));
    let counts: Vec<(Change, u64)> = exhibit.changed.iter().map(|(c, n)| (*c, *n)).collect();
    assert_eq!(counts, [(Change::Value, 1), (Change::Attributes, 1), (Change::Address, 1)]);
    assert_eq!(exhibit.largest.len(), 1);
    assert_eq!(exhibit.largest[0].ratio_ppm(), Some(-500_000));
    let shown = text::people(&moved);
    assert!(shown.contains("190,000 → 95,000  -95,000  -50.00 %"), "{shown}");
    assert_eq!(text::json(&moved)[0]["changed"]["value"], 1);
}

#[test]
fn a_later_row_supersedes_and_a_whole_folder_may_come_or_go() {
    let rows = exhibit_12();
    let november: Vec<Row> = rows[..2].to_vec();
    let (before, after) = (Output::of(&november), Output::of(&rows));
    let moved = wait(compare(&parts(&before, &after), 5)).unwrap();
    let exhibit = moved.values().next().unwrap();
    assert_eq!((exhibit.added, exhibit.removed), (2, 0));
    assert_eq!(exhibit.changed.iter().collect::<Vec<_>>(), [(&Change::Superseded, &1)]);
    let nothing = Output::of(&[]);
    let come = wait(compare(&parts(&nothing, &after), 5)).unwrap();
    assert_eq!(come.values().next().unwrap().added, 4);
    let gone = wait(compare(&parts(&after, &nothing), 5)).unwrap();
    assert_eq!(gone.values().next().unwrap().removed, 4);
    assert!(wait(compare(&parts(&after, &after), 5)).unwrap().is_empty());
}
