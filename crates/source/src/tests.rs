//! Mistakes in pipeline files, each reported with its place.

use std::path::PathBuf;

use portbook_model::concept::Concept;

use crate::load::{Source, Texts};

mod corrections;
mod identities;
mod mistakes;

const SOURCE: &str = include_str!("../fixtures/partners-title-period.toml");

const LAYOUT: &str = r#"
[[table]]
id = "partners"
find = { text = "Trade" }
grid = { head = "Partner", head_rows = 1, stub = 1 }
[table.head]
"Exports" = { trade_flow = "X" }
[table.line]
"{area}" = {}
"#;

const LOOKUPS: &str = r#"
[area]
"Germany" = { counterpart_area = "DEU", level = "leaf" }
"#;

fn text(text: &str) -> String {
    text.to_owned()
}

fn read(source: &str, layout: &str, lookups: &str) -> Result<Source, String> {
    let texts = Texts {
        source: text(source),
        layout: text(layout),
        lookups: text(lookups),
        ..Texts::default()
    };
    Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts).map_err(|error| error.to_string())
}

fn mistake(source: &str, layout: &str, lookups: &str) -> String {
    read(source, layout, lookups).unwrap_err()
}

#[test]
fn a_right_folder_is_read() {
    let source = read(SOURCE, LAYOUT, LOOKUPS).unwrap();
    assert_eq!(source.column(), "cn-a-b");
    assert_eq!(source.files.len(), 3);
}

#[test]
fn a_column_left_unset_is_a_mistake() {
    let without = SOURCE.replace("\"valuation\", ", "");
    let said = mistake(&without, LAYOUT, LOOKUPS);
    assert!(said.starts_with("cn/a-b/source.toml:19:1:"), "{said}");
    assert!(said.contains("series column `valuation` is not set"), "{said}");
    // One dataset of two says it.
    let two = without
        + "series = { _Z = [\"valuation\"] }\n[dataset.more]\ntitle = \"More\"\nrows = [1, 9]\n";
    let said = mistake(&two, LAYOUT, LOOKUPS);
    assert!(said.starts_with("cn/a-b/source.toml:19:1:") && said.contains("valuation"), "{said}");
}

#[test]
fn a_dataset_says_only_what_differs_from_the_others() {
    let own = "series = { freq = \"Q\", commodity = \"G\", classification = \"BPM6\", valuation = \"FOB\" }";
    let source = SOURCE.replace("\"valuation\", ", "") + own;
    let dataset = read(&source, LAYOUT, LOOKUPS).unwrap().datasets.remove("partners").unwrap();
    let code = |name| dataset.constants[&Concept::named(name).unwrap()].clone();
    assert_eq!(dataset.freq, "Q");
    assert_eq!(["commodity", "classification", "valuation"].map(code), ["G", "BPM6", "FOB"]);
    assert_eq!([code("ref_area"), code("region"), code("breakdown")], ["CHN", "_Z", "_T"]);
    assert_eq!(
        dataset.constants.len(),
        Concept::ALL.len() - 4 - 4,
        "four of the engine, four of the layout"
    );
}

#[test]
fn charsets_are_declared_by_the_end_of_a_file_name() {
    let with = |line: &str| SOURCE.replace("delay_ms", &format!("{line}\ndelay_ms"));
    let source = with("charset = { \".csv\" = \"shift_jis\", \"d41.csv\" = \"utf-8\" }");
    let access = read(&source, LAYOUT, LOOKUPS).unwrap().access;
    let of = |name| access.charset_of(name);
    let found = (of("a.csv"), of("d41.csv"), of("a.xml"));
    assert_eq!(found, (Some("shift_jis"), Some("utf-8"), None));
    let access = read(&with("charset = \"gb18030\""), LAYOUT, LOOKUPS).unwrap().access;
    assert_eq!(access.charset_of("a.htm"), Some("gb18030"));
    let said = mistake(&with("charset = \"\""), LAYOUT, LOOKUPS);
    assert!(said.contains("expected a charset such as `gb18030`"), "{said}");
}

#[test]
fn what_a_dataset_follows_is_read_and_checked() {
    let with =
        |follows: &str| SOURCE.replace("rows = [1, 99]\n", &format!("rows = [1, 99]\n{follows}\n"));
    let told = "follows = { dataset = \"cn/express#partners\", ignore = [\"valuation\"] }";
    assert_ne!(with(told), SOURCE, "the small source has a dataset");
    let source = read(&with(told), LAYOUT, LOOKUPS).unwrap();
    let name = source.datasets.keys().next().unwrap().clone();
    let follows = source.datasets[&name].follows.clone().unwrap();
    assert_eq!((follows.source.as_str(), follows.dataset.as_str()), ("cn/express", "partners"));
    assert_eq!(follows.ignored, [Concept::Valuation]);

    let mistake = |follows: &str| mistake(&with(follows), LAYOUT, LOOKUPS);
    let said = mistake("follows = { dataset = \"cn/express\" }");
    assert!(said.contains("got `cn/express`, expected a source and its dataset"), "{said}");
    let said = mistake("follows = { dataset = \"cn/express#partners\", ignore = [\"valuatoin\"] }");
    assert!(
        said.contains("got `valuatoin`") && said.contains("did you mean `valuation`"),
        "{said}"
    );
    // What tells figures apart cannot be ignored.
    let said =
        mistake("follows = { dataset = \"cn/express#partners\", ignore = [\"trade_flow\"] }");
    assert!(said.contains("got `trade_flow`, expected a column that may differ"), "{said}");

    let check = |follows: &str| {
        let source = read(&with(follows), LAYOUT, LOOKUPS).unwrap();
        crate::follows::check(&[source]).map_err(|error| error.to_string())
    };
    let said = check(told).unwrap_err();
    assert!(said.contains("got source `cn/express`, expected one of this folder"), "{said}");
    assert!(said.starts_with("cn/a-b/source.toml:"), "{said}");
    let said = check("follows = { dataset = \"cn/a-b#partner\" }").unwrap_err();
    assert!(said.contains("got dataset `partner`, expected one of cn/a-b"), "{said}");
    let said = check(&format!("follows = {{ dataset = \"cn/a-b#{name}\" }}")).unwrap_err();
    assert!(said.contains("follows itself"), "{said}");
}
