//! A source that is added is a folder and nothing else: one from `tests/fixtures` is put beside
//! nothing, collected, published, and what `parse` leaves out of its files is told.

use portbook_tests::folder::{Folder, copy};
use portbook_tests::program::{Place, portbook};
use portbook_tests::published::rows;
use portbook_tests::repository::root;

use crate::{count, line, list, text};

/// A place of its own whose only source is the one of the fixture.
fn place(name: &str) -> Place {
    let folder = Folder::new(name);
    let pipelines = folder.path().join("pipelines");
    copy(&root().join("tests/fixtures/added_source"), &pipelines.join("xx/exports"));
    Place { folder, pipelines }
}

/// Of `recording/exports.csv`, by eye: thousands of dollars in dollars, `-` is a missing figure.
const EXPECTED: [[&str; 5]; 6] = [
    ["B4", "2024-01", "_W", "total", "30500"],
    ["B5", "2024-01", "DEU", "leaf", "10250"],
    ["B6", "2024-01", "FRA", "leaf", "20250"],
    ["C4", "2024-02", "_W", "total", "20000"],
    ["C5", "2024-02", "DEU", "leaf", "20000"],
    ["C6", "2024-02", "FRA", "leaf", ""],
];

#[test]
fn a_source_added_as_a_folder_is_collected_and_published() {
    let place = place("added");
    let summary = place.replay().json(0);
    assert_eq!(list(&summary["lines"]).len(), 1, "{summary:#}");
    let line = line(&summary, "xx/exports", "exports");
    assert_eq!((text(&line["state"]), count(&line["rows"])), ("published", 6), "{line:#}");

    let rows = rows(&place.output());
    let columns = ["cell", "time_period", "counterpart_area", "level", "obs_value"];
    let mut seen: Vec<[&str; 5]> =
        rows.iter().map(|row| columns.map(|column| row.get(column))).collect();
    seen.sort_unstable();
    assert_eq!(seen, EXPECTED);
    for row in &rows {
        let basis = ["source", "trade_flow", "currency", "released_at", "released_basis"];
        let basis = basis.map(|column| row.get(column));
        assert_eq!(basis[..3], ["xx-exports", "X", "USD"], "{row:?}");
        assert!(basis[3].starts_with("2024-03-20"), "captured then, and no date printed: {row:?}");
        assert_eq!(basis[4], "captured", "{row:?}");
    }
}

#[test]
fn parse_tells_the_tables_and_figures_that_it_left_out() {
    let place = place("added-left-out");
    let file = place.folder.path().join("exports.html");
    let row = |cells: [&str; 3]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    let page = format!(
        "<html><head><meta charset=utf-8></head><body><p>Exports by country</p>\
         <p>Thousand US dollars</p><table>{}{}{}</table><table>{}{}</table></body></html>",
        row(["Country", "Jan 2024", "Feb 2024"]),
        row(["World", "30.5", "20"]),
        row(["Source: Bureau of Ruritania", "", "77"]),
        row(["Ships", "built", "sunk"]),
        row(["of wood", "1,200", "7"]),
    );
    fs_err::write(&file, page).unwrap();
    let file = file.to_str().expect("test folders are named in ASCII");
    let pipelines = place.pipelines.to_str().expect("test folders are named in ASCII");

    let people = portbook(["parse", file, "--pipelines", pipelines]);
    people.expect(0);
    assert!(people.stdout.contains("2 observations"), "{people}");
    let told = ["table 2: no layout, 2 figures from B2 on", "no grid: C3"];
    for told in told {
        assert!(people.stderr.contains(told), "{told}: {people}");
    }

    let json = portbook(["parse", file, "--pipelines", pipelines, "--json"]).json(0);
    assert_eq!(list(&json["observations"]).len(), 2, "{json:#}");
    let [of_file] = list(&json["files"]) else { panic!("one file was read: {json:#}") };
    let unrecognised: Vec<&str> = list(&of_file["unrecognised"]).iter().map(text).collect();
    assert_eq!(unrecognised.len(), 2, "{json:#}");
    for (unrecognised, told) in unrecognised.iter().zip(told) {
        assert!(unrecognised.contains(told), "{told}: {json:#}");
    }
    assert_eq!((count(&of_file["value_cells"]), count(&of_file["refused"])), (2, 0), "{json:#}");
}
