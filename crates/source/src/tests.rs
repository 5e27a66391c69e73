//! Mistakes in pipeline files, each reported with its place.

use std::path::PathBuf;

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
    let without = SOURCE.replace("valuation = \"_Z\"\n", "");
    let said = mistake(&without, LAYOUT, LOOKUPS);
    assert!(said.starts_with("cn/a-b/source.toml:22:1:"), "{said}");
    assert!(said.contains("series column `valuation` is not set"), "{said}");
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
