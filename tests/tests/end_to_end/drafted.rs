//! An unknown file: `probe` drafts its source, a person answers, and the draft reads the file;
//! `layout explain` names the words that gave a value its meaning.

use std::path::{Path, PathBuf};

use portbook_tests::edit;
use portbook_tests::folder::Folder;
use portbook_tests::program::{Place, portbook};
use portbook_tests::repository;
use serde_json::Value;

use crate::{list, text};

/// Five figures and a mark, made here; decimal commas.
const FRUIT: &str = "Prices of fruit in Ruritania\n\
                     Fruit;2023;2024\n\
                     Apples;12,5;13,75\n\
                     Pears;9,25;-\n\
                     Quinces;20,5;21\n\
                     Source: Bureau of Ruritania\n";

fn utf8(path: &Path) -> &str {
    path.to_str().expect("test folders are named in ASCII")
}

fn recording(file: &str) -> PathBuf {
    repository::root().join("pipelines").join(file)
}

#[test]
fn a_draft_reads_its_file_once_its_questions_are_answered() {
    let folder = Folder::new("drafted");
    let file = folder.path().join("fruit.csv");
    fs_err::write(&file, FRUIT).unwrap();
    let pipelines = folder.path().join("pipelines");
    let source = pipelines.join("xx/fruit");
    portbook(["probe", utf8(&file), "--to", utf8(&source)]).expect(0);
    let arguments =
        ["parse", utf8(&file), "--source", "xx/fruit", "--pipelines", utf8(&pipelines), "--json"];

    // Nothing is guessed: the first question is named with its line.
    let unanswered = portbook(arguments);
    unanswered.expect(78);
    assert!(unanswered.stderr.contains("got `?`"), "{unanswered}");

    for (name, question, answer) in [
        ("source.toml", "ref_area = \"?\"", "ref_area = \"TUR\""),
        ("source.toml", "homepage  = \"?\"", "homepage  = \"https://bureau.example/\""),
        ("layout.toml", "currency = \"?\"", "currency = \"_Z\""),
        ("layout.toml", "unit_measure = \"?\"", "unit_measure = \"IX\""),
        ("layout.toml", "unit_mult = \"?\"", "unit_mult = 0"),
        ("layout.toml", "\"-\" = \"?\"", "\"-\" = \"missing\""),
    ] {
        edit::text(&source.join(name), question, answer);
    }
    let rows = portbook(arguments).json(0);
    let seen: Vec<(&str, &str, Option<&str>)> = list(&rows["observations"])
        .iter()
        .map(|row| (text(&row["cell"]), text(&row["time_period"]), row["obs_value"].as_str()))
        .collect();
    let expected = [
        ("B3", "2023", Some("12.5")),
        ("C3", "2024", Some("13.75")),
        ("B4", "2023", Some("9.25")),
        ("C4", "2024", None),
        ("B5", "2023", Some("20.5")),
        ("C5", "2024", Some("21")),
    ];
    assert_eq!(seen, expected);

    let again = portbook(["probe", utf8(&file), "--to", utf8(&source)]);
    again.expect(64);
    assert!(again.stderr.contains("a draft overwrites nothing"), "{again}");
}

/// The word of one column of the one value that `layout explain --cell` tells.
fn said<'a>(tables: &'a Value, column: &str) -> [Option<&'a str>; 5] {
    let words = list(&list(&list(tables)[0]["values"])[0]["words"]);
    let word = words.iter().find(|word| word["column"] == column);
    let word = word.unwrap_or_else(|| panic!("nothing said of {column}: {tables:#}"));
    ["code", "place", "cell", "pattern", "lookup"].map(|key| word[key].as_str())
}

#[test]
fn a_value_is_explained_by_the_words_around_it() {
    let place = Place::new("layout-explained");
    let file = recording("cn/gacc-express/recording/by_country_2026-03.html");
    let tables =
        place.portbook(["layout", "explain", utf8(&file), "--cell", "C8", "--json"]).json(0);
    let area = Some("[area] Netherlands");
    let line = [Some("NLD"), Some("line"), Some("A8"), Some("{area}"), area];
    assert_eq!(said(&tables, "counterpart_area"), line);
    let head = Some("Export & Import");
    assert_eq!(said(&tables, "trade_flow"), [Some("XM"), Some("head"), Some("C3"), head, None]);
    let unit = Some("[unit] CNY 100 Million");
    let text = [Some("8"), Some("text"), Some("A2"), Some("Unit: {unit}"), unit];
    assert_eq!(said(&tables, "unit_mult"), text);

    let file = recording("us/census-ft900/recording/exh12_2025-11.xlsx");
    let tables =
        place.portbook(["layout", "explain", utf8(&file), "--cell", "F47", "--json"]).json(0);
    let year = [Some("2025"), Some("block"), Some("A37"), Some("{year}"), None];
    assert_eq!(said(&tables, "{year}"), year);
    let month = [Some("September"), Some("line"), Some("A47"), Some("{month}"), None];
    assert_eq!(said(&tables, "{month}"), month);

    let none = place.portbook(["layout", "explain", utf8(&file), "--cell", "ZZ1"]);
    none.expect(65);
    assert!(none.stderr.contains("ZZ1"), "{none}");
}

/// `October data as published last month:` (A51) of the November release is of October 2025.
#[test]
fn a_control_is_dated_by_the_newest_month_of_its_table() {
    let place = Place::new("layout-control");
    let file = recording("us/census-ft900/recording/exh12_2025-11.xlsx");
    let tables =
        place.portbook(["layout", "explain", utf8(&file), "--cell", "D52", "--json"]).json(0);
    assert_eq!(said(&tables, "time_period")[0], Some("2025-10"), "{tables:#}");
}

#[test]
fn pages_for_people_fit_a_hundred_columns() {
    let file = recording("us/census-ft900/recording/exh12_2025-11.xlsx");
    let place = Place::new("layout-pages");
    for arguments in [
        &["layout", "explain", utf8(&file)][..],
        &["layout", "explain", utf8(&file), "--cell", "F47"],
    ] {
        let ended = place.portbook(arguments.iter().copied());
        ended.expect(0);
        let wide = ended.stdout.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{ended}");
        assert!(!ended.stdout.contains('\u{1b}'), "colours in a pipe: {ended}");
    }
}
