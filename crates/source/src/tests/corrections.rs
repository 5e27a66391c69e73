//! `corrections.toml`: what is read, and every mistake in it with its place.

use std::path::PathBuf;

use portbook_model::concept::Concept;

use super::{LAYOUT, LOOKUPS, SOURCE};
use crate::correction::{Action, Key};
use crate::load::{Source, Texts};

const OVERRIDE: &str = r#"[[correction]]
action    = "override"
dataset   = "partners"
release   = "cn-a-b:2025-11"
series    = { trade_flow = "X", counterpart_area = "DEU" }
period    = "2025-11"
expect    = "38,171.6"
value     = "3817.16"
reason    = "the point stands one digit too far right"
reference = "https://example.org/erratum"
by        = "maintainers"
date      = "2026-11-29"
"#;

fn read(corrections: &str) -> Result<Source, String> {
    let texts = Texts {
        source: SOURCE.to_owned(),
        layout: LAYOUT.to_owned(),
        lookups: LOOKUPS.to_owned(),
        corrections: Some(corrections.to_owned()),
        ..Texts::default()
    };
    Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts).map_err(|error| error.to_string())
}

#[test]
fn a_correction_is_read_and_is_an_input() {
    let source = read(OVERRIDE).unwrap();
    assert!(source.files.contains_key("cn/a-b/corrections.toml"));
    let [correction] = source.corrections.as_slice() else { panic!("one is written") };
    assert!(
        matches!(&correction.action, Action::Override(amount) if amount.to_string() == "3817.16")
    );
    assert_eq!((correction.action(), correction.line), ("override", 1));
    let Key::Series { columns, time_period, .. } = &correction.key else { panic!("by series") };
    assert_eq!(
        (columns[&Concept::CounterpartArea].as_str(), time_period.as_str()),
        ("DEU", "2025-11")
    );
}

#[test]
fn a_cell_of_some_bytes_is_a_key_too() {
    let series = "release   = \"cn-a-b:2025-11\"\nseries    = { trade_flow = \"X\", counterpart_area = \"DEU\" }\nperiod    = \"2025-11\"\n";
    assert!(OVERRIDE.contains(series));
    let cell = format!("snapshot = \"{}\"\nsheet = \"table 1\"\ncell = \"B7\"\n", "0".repeat(64));
    let source = read(&OVERRIDE.replace(series, &cell)).unwrap();
    let Key::Cell { address, .. } = &source.corrections[0].key else { panic!("by cell") };
    assert_eq!(address.cell.as_deref(), Some("B7"));
}

#[test]
fn mistakes_are_told_with_their_place() {
    let value = "value     = \"3817.16\"";
    for (from, to, said) in [
        (
            "\"override\"",
            "\"overide\"",
            "corrections.toml:2:13: `overide`: expected drop, override",
        ),
        ("\"partners\"", "\"partner\"", "corrections.toml:3:13: got dataset `partner`"),
        ("\"partners\"", "\"partner\"", "did you mean `partners`?"),
        (
            "cn-a-b:2025-11",
            "cn-a-c:2025-11",
            "corrections.toml:4:13: release: got `cn-a-c:2025-11`",
        ),
        ("cn-a-b:2025-11", "cn-a-b:2025-11.2", "without the number of a replacement"),
        ("trade_flow", "trade_flw", "corrections.toml:5:15: series: got `trade_flw`"),
        ("trade_flow", "trade_flw", "did you mean `trade_flow`"),
        ("\"X\"", "\"EX\"", "corrections.toml:5:28: trade_flow: got `EX`"),
        ("period  ", "perod   ", "unknown key `perod`"),
        ("period    = \"2025-11\"", "", "corrections.toml:1:1: a correction names"),
        (value, "", "corrections.toml:2:13: `override`: expected `value` and no `status`"),
        (value, "value = \"3,817.16\"", "value: got `3,817.16`, expected a number"),
        ("\"override\"", "\"scale\"", "expected `1000`, `0.01` or another power of ten"),
        ("\"override\"", "\"drop\"", "`drop`: expected neither `value` nor `status`"),
        (value, "status = \"P\"", "`override`: expected `value` and no `status`"),
        ("https://example.org/erratum", "an erratum", "got `an erratum`, expected an address"),
        ("\"maintainers\"", "\"\"", "expected who says so and why"),
        ("2026-11-29", "29.11.2026", "corrections.toml:12:13"),
    ] {
        let changed = OVERRIDE.replace(from, to);
        assert_ne!(changed, OVERRIDE, "`{from}` is not in it");
        let found = read(&changed).unwrap_err();
        assert!(found.contains(said), "expected `{said}` in: {found}");
    }
    let flag = OVERRIDE.replace("\"override\"", "\"flag\"");
    let null = flag.replace(value, "status = \"M\"");
    assert!(read(&null).unwrap_err().contains("status: got `M`, expected one of a value"));
    assert!(read(&flag.replace(value, "status = \"E\"")).is_ok());
}
