//! What a page of text looks like.

use super::*;

fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn lines_are_folded_between_words_and_indented() {
    assert_eq!(fold("  one two three", 10), "  one two\n    three\n");
    assert_eq!(fold("short\n\nshort", 10), "short\n\nshort\n");
    assert_eq!(fold("  https://example.org/long x", 10), "  https://example.org/long\n    x\n");
}

#[test]
fn a_command_stays_one() {
    let folded = fold("  bin/portbook sql \"select a from b\"", 24);
    assert_eq!(folded, "  bin/portbook sql \\\n      \"select a from \\\n      b\"\n");
}

#[test]
fn a_table_that_fits_is_aligned() {
    let rows = table(&[&["name", "rows"], &["a", "10"]]);
    assert_eq!(columns(&rows, &[1], Some(80)), "name  rows\na       10\n");
}

#[test]
fn cells_are_folded_numbers_are_not() {
    let rows = table(&[&["source", "dataset", "rows"], &["gb/ons", "services-region", "1440"]]);
    let expected = "source  dataset    rows\ngb/ons  services-  1440\n        region\n";
    assert_eq!(columns(&rows, &[2], Some(23)), expected);
}

#[test]
fn a_row_too_wide_to_fold_is_lines_of_its_own() {
    let rows = table(&[&["source", "snapshots", "rows"], &["gb-ons", "12345678", "87654321"]]);
    let expected = "gb-ons\n  snapshots 12345678,\n    rows 87654321\n";
    assert_eq!(columns(&rows, &[1, 2], Some(24)), expected);
}
