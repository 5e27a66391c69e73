//! A file fetched by hand enters with the lineage of any other, and nothing else is let in.

use std::path::Path;

use portbook_tests::folder::{listing, sha256};
use portbook_tests::program::{Ended, Place};
use portbook_tests::published::rows;
use portbook_tests::repository::root;

use crate::{list, text};

const OLIVES: &str = "pipelines/tr/turkstat/recording/inbox/olives_2024.xls";
const URL: &str = "https://data.tuik.gov.tr/Kategori/GetKategori?p=tarim-111";

/// `portbook inbox add` of that file, as handed in on 11 January 2025.
fn add(place: &Place, file: &str, more: &[&str]) -> Ended {
    let inbox = place.folder.path().join("inbox");
    let inbox = inbox.to_str().expect("test folders are named in ASCII");
    let given = |option: &str| more.contains(&option);
    let mut arguments = vec!["inbox", "add", file, "--inbox", inbox];
    for (option, value) in [
        ("--source", "tr/turkstat"),
        ("--url", URL),
        ("--released", "2025-01-10"),
        ("--now", "2025-01-11T09:00:00Z"),
    ] {
        if !given(option) {
            arguments.extend([option, value]);
        }
    }
    arguments.extend(more);
    place.portbook(arguments)
}

/// `portbook` there, its inbox named.
fn portbook(place: &Place, arguments: &[&str]) -> Ended {
    let inbox = place.folder.path().join("inbox");
    let inbox = inbox.to_str().expect("test folders are named in ASCII");
    place.portbook(arguments.iter().copied().chain(["--inbox", inbox]))
}

#[test]
fn a_file_fetched_by_hand_has_the_lineage_of_any_other() {
    let place = Place::new("inbox");
    let added = add(&place, OLIVES, &["--json"]).json(0);
    assert_eq!(added["added"], true, "{added:#}");
    let bytes = fs_err::read(root().join(OLIVES)).unwrap();
    assert_eq!(text(&added["sha256"]), sha256(&bytes));
    let folder = place.folder.path().join("inbox/tr/turkstat");
    let there: Vec<String> = listing(&folder).into_keys().collect();
    assert_eq!(there, ["olives_2024.xls", "olives_2024.xls.toml"]);

    // This source asks no page: what it has, it has by hand, and no recording is played.
    let only = ["--only", "tr/turkstat"];
    let collected = portbook(&place, &["collect", "--json", only[0], only[1]]).json(0);
    assert_eq!(collected["collected"]["tr/turkstat"]["new"], 1, "{collected:#}");
    portbook(&place, &["build", only[0], only[1]]).expect(0);
    let rows = rows(&place.output());
    assert!(rows.len() > 50, "{} rows", rows.len());
    for row in &rows {
        let said = ["source", "dataset", "release", "released_basis", "snapshot"];
        let expected =
            ["tr-turkstat", "olives", "tr-turkstat:2025-01-10", "listed", text(&added["sha256"])];
        assert_eq!(said.map(|column| row.get(column)), expected);
        assert!(row.get("released_at").starts_with("2025-01-10T07:00:00"), "10:00 in Istanbul");
        assert!(row.get("first_seen_at").starts_with("2025-01-11T09:00:00"), "{row:?}");
    }
    let condition =
        format!("sheet = '{}' and cell = '{}'", rows[0].get("sheet"), rows[0].get("cell"));
    let explained = place.portbook(["explain", "--where", &condition, "--json"]).json(0);
    let capture = &list(&explained)[0]["capture"];
    assert_eq!(capture["url"], "inbox:olives_2024.xls", "{capture:#}");
    assert_eq!(text(&capture["note"]), format!("by hand from {URL}"), "{capture:#}");
    place.portbook(["verify"]).expect(0);
}

#[test]
fn the_same_file_is_taken_once_and_another_never_in_its_place() {
    let place = Place::new("inbox-twice");
    add(&place, OLIVES, &[]).expect(0);
    let inbox = place.folder.path().join("inbox");
    let before = listing(&inbox);
    let again = add(&place, OLIVES, &["--now", "2025-02-01", "--json"]).json(0);
    assert_eq!(again["added"], false, "{again:#}");
    let other = place.folder.path().join("olives_2024.xls");
    fs_err::write(&other, "another workbook").unwrap();
    let other = other.to_str().expect("test folders are named in ASCII");
    let refused = add(&place, other, &[]);
    refused.expect(65);
    assert!(refused.stderr.contains("olives_2024.xls: is there already: got sha256"), "{refused}");
    let refused = add(&place, OLIVES, &["--released", "2025-01-09"]);
    refused.expect(65);
    let words = ["got date `2025-01-09`", "expected date `2025-01-10`"];
    assert!(words.iter().all(|word| refused.stderr.contains(word)), "{refused}");
    assert_eq!(listing(&inbox), before);
}

#[test]
fn what_no_source_takes_is_refused_and_nothing_is_written() {
    let place = Place::new("inbox-refused");
    for (more, code, words) in [
        (
            &["--source", "us/census-ft900"][..],
            78,
            &["source.toml", "takes no file", "`inbox = "][..],
        ),
        (&["--source", "tr/turkstatt"], 78, &["did you mean `tr/turkstat`"]),
        (&["--url", "the data portal"], 64, &["--url", "the data portal", "an address"]),
        (&["--period", "2024"], 64, &["--period", "names a release by its date"]),
        (&["--released", "27.12.2024"], 64, &["--released"]),
        (&["--released", "2099-12-27"], 64, &["--released", "2099-12-27", "a day that has come"]),
    ] {
        let refused = add(&place, OLIVES, more);
        refused.expect(code);
        for word in words {
            assert!(refused.stderr.contains(word), "no `{word}`: {refused}");
        }
    }
    let missing = add(&place, "no/such/file.xls", &[]);
    missing.expect(65);
    assert!(missing.stderr.contains("no/such/file.xls"), "{missing}");
    assert!(!Path::new(&place.folder.path().join("inbox")).exists());
}
