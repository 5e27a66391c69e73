//! Mistakes in pipeline files, each reported with its place.

use std::path::PathBuf;

use crate::load::{Source, Texts};

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

fn read(source: &str, layout: &str, lookups: &str) -> Result<Source, String> {
    let text = str::to_owned;
    let texts = Texts {
        source: text(source),
        layout: text(layout),
        lookups: text(lookups),
        accepted: None,
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
fn a_code_outside_its_list_is_refused_at_load() {
    let said = mistake(&SOURCE.replace("\"CHN\"", "\"CHI\""), LAYOUT, LOOKUPS);
    assert!(said.starts_with("cn/a-b/source.toml:23:12: got `CHI`"), "{said}");
    let said = mistake(SOURCE, &LAYOUT.replace("\"X\"", "\"EX\""), LOOKUPS);
    assert!(said.starts_with("cn/a-b/layout.toml:7:1: trade_flow: got `EX`"), "{said}");
    let said = mistake(SOURCE, LAYOUT, &LOOKUPS.replace("DEU", "GER"));
    assert!(said.starts_with("cn/a-b/lookups.toml:3:1: counterpart_area: got `GER`"), "{said}");
}

#[test]
fn an_unknown_key_and_an_unknown_hole_are_refused() {
    let said = mistake(&SOURCE.replace("delay_ms", "delay"), LAYOUT, LOOKUPS);
    assert!(said.starts_with("cn/a-b/source.toml:12:1: unknown field `delay`"), "{said}");
    let said = mistake(SOURCE, &LAYOUT.replace("trade_flow =", "tradeflow ="), LOOKUPS);
    assert!(said.contains("got key `tradeflow`") && said.contains("trade_flow"), "{said}");
    let said = mistake(SOURCE, &LAYOUT.replace("{area}", "{country}"), LOOKUPS);
    assert!(said.starts_with("cn/a-b/layout.toml:9:1: got hole `{country}`"), "{said}");
}

#[test]
fn patterns_that_overlap_are_refused_when_the_file_is_loaded() {
    let twice = format!("{LAYOUT}\"{{partner}}\" = {{}}\n");
    let lookups = format!("{LOOKUPS}[partner]\n\"Germany\" = {{ counterpart_area = \"DEU\" }}\n");
    let said = mistake(SOURCE, &twice, &lookups);
    assert!(said.contains("both match `Germany` and neither is closer"), "{said}");
}

#[test]
fn meanings_of_one_label_must_not_overlap_in_time() {
    let two = r#"
[area]
"ASEAN" = [ { counterpart_area = "_ASEAN10", level = "group", valid = "..2025-10" },
            { counterpart_area = "_ASEAN11", level = "group", valid = "2025-10.." } ]
"#;
    let said = mistake(SOURCE, LAYOUT, two);
    assert!(said.starts_with("cn/a-b/lookups.toml:3:1: meanings valid ..2025-10"), "{said}");
}

#[test]
fn an_address_outside_the_declared_hosts_is_refused() {
    let page = "[[access.page]]\nurl = \"http://elsewhere.example/\"\n[release]";
    let said = mistake(&SOURCE.replace("[release]", page), LAYOUT, LOOKUPS);
    assert!(said.contains("expected an http address on one of `hosts`"), "{said}");
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
