//! Records that are none: told with their number and bytes, and no neighbour is lost with them.

use crate::folder::{HEADER, room, run};
use crate::lines::write;

fn good(number: usize) -> String {
    format!("2024;{};;{number:06};Germany;Exports;sea;kg;s;;1;2;", number % 12 + 1)
}

#[test]
fn a_bad_record_takes_no_neighbour_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    let bad = [
        (10, "2024;1;;000010;Germany;Exports;sea;kg;s;;1;2", "12 fields, expected 13"),
        (
            11,
            "2024;1;;000011;\"Germany;Exports;sea;kg;s;;1;2;",
            "a quote that its line does not close",
        ),
        (12, "2024;1;;000012;\"Ger\"many;Exports;sea;kg;s;;1;2;", "text after a closing quote"),
        (
            500,
            "2024;1;;00500;Germany;Exports;sea;kg;s;;1;2;",
            "unknown-label: `Product`: got `00500`, expected 6 digits",
        ),
        (
            501,
            "2024;1;;000501;Narnia;Exports;sea;kg;s;;1;2;",
            "unknown-label: `Partner`: got `Narnia`, expected a label of the layout or of lookups.toml",
        ),
        (502, "2024;13;;000502;Germany;Exports;sea;kg;s;;1;2;", "refused with its record"),
        (
            4_000,
            "2024;1;;004000;Germany;Exports;sea;kg;s;;1;12a;",
            "unreadable-number: got `12a`, expected a number",
        ),
        (
            4_001,
            "2024;1;;004001;Germany;Exports;sea;kg;s;;;3;",
            "blank-cell: got ``, expected a number: [table.sign] says nothing of a blank cell",
        ),
    ];
    let line = |number: usize| {
        let found = bad.iter().find(|(bad, ..)| *bad == number);
        found.map_or_else(|| good(number), |(_, line, _)| (*line).to_owned())
    };
    write(&file, std::iter::once(HEADER.to_owned()).chain((1..=9_000).map(line)));
    let outcome = run(&[file], &room(&folder.path().join("out"), 256 << 20, 2)).unwrap();
    let told = &outcome.read[0];
    assert_eq!((told.records, told.records_refused, told.cells_refused), (9_000, 8, 14));
    let seen: Vec<(u64, &str, &str)> = told
        .refused
        .iter()
        .map(|refused| (refused.record, refused.raw.as_str(), refused.why.as_str()))
        .collect();
    let expected: Vec<(u64, &str, &str)> =
        bad.iter().map(|(number, line, why)| (*number as u64, *line, *why)).collect();
    assert_eq!(seen, expected);
    assert_eq!(told.refused[6].cell.as_deref(), Some("Value"));
    assert_eq!(outcome.rows(), 2 * 9_000 - 14);
    assert!(!told.is_held());
}

#[test]
fn a_file_of_many_bad_records_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    let line = |number: usize| if number % 500 == 3 { "2024;1".to_owned() } else { good(number) };
    write(&file, std::iter::once(HEADER.to_owned()).chain((1..=2_000).map(line)));
    let out = folder.path().join("out");
    let outcome = run(&[file], &room(&out, 256 << 20, 2)).unwrap();
    assert!(outcome.read[0].is_held());
    assert_eq!((outcome.read[0].records_refused, outcome.rows()), (4, 0));
    assert_eq!(crate::folder::files(&out).len(), 0);
}

#[test]
fn one_observation_printed_differently_holds_its_partition() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    let lines = [
        HEADER,
        "2024;1;;000001;Germany;Exports;sea;kg;s;;1;2;",
        "2025;1;;000001;Germany;Exports;sea;kg;s;;1;2;",
        "2024;1;;000001;Germany;Exports;sea;kg;s;;1;3;",
    ];
    write(&file, lines.into_iter().map(str::to_owned));
    let out = folder.path().join("out");
    let outcome = run(&[file], &room(&out, 256 << 20, 2)).unwrap();
    let [held, whole] = &outcome.partitions[..] else { panic!("{outcome:?}") };
    assert_eq!((held.year, held.files.len(), held.duplicates, held.restated), (2024, 0, 1, 1));
    assert_eq!(
        (held.named[0].cell.as_str(), held.named[0].first, held.named[0].second),
        ("Value", (0, 1), (0, 3))
    );
    assert_eq!((whole.year, whole.files.len(), whole.duplicates), (2025, 1, 0));
    assert_eq!(crate::folder::files(&out).len(), 1);
}
