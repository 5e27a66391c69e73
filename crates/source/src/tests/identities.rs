//! Identities as they are written: what is read, and what is refused with its place.

use super::{LAYOUT, LOOKUPS, SOURCE, mistake, read};
use crate::identity::{Base, Kind, Rule};

fn with(rule: &str) -> String {
    let line = |key: &str, value: &str| format!("{key} = \"{value}\"\n");
    let head = line("name", "adds up") + &line("dataset", "partners");
    format!("{SOURCE}\n[[identity]]\n{head}{rule}\n")
}

/// Line of `rule`'s first line in the file.
fn line_of_rule() -> usize {
    SOURCE.lines().count() + 6
}

fn check(rule: &str, said: &str) {
    let found = mistake(&with(rule), LAYOUT, LOOKUPS);
    assert!(found.contains(said), "expected `{said}` in: {found}");
}

#[test]
fn every_kind_of_rule_is_read() {
    for rule in [
        "flow = { column = \"trade_flow\", total = \"B\", terms = { X = 1, M = -1 } }",
        "parts = { over = \"customs_proc\", total = \"total\", of = [\"leaf\"] }",
        "parts = { over = \"commodity\", members = true, only = { measure = \"VALUE\" } }",
        "months = true",
        "quarters = true",
        "cumulatives = \"printed\"",
        "share = { share = { measure = \"SHARE\" }, part = { measure = \"VALUE\" }, whole = { commodity = \"_T\" } }",
        "growth = { rate = \"GY\", base = \"printed\" }",
        "implied_rate = { of = \"CNY\", per = \"USD\", between = [\"6.05\", \"8.73\"] }",
        "same = { dataset = \"partners\", ignore = [\"classification\"] }",
    ] {
        let source = read(&with(&format!("kind = \"gate\"\n{rule}")), LAYOUT, LOOKUPS);
        let identity = source.unwrap().identities.remove(0);
        assert_eq!((identity.kind, identity.is_across_releases()), (Kind::Gate, false), "{rule}");
    }
    let band = "kind = \"gate\"\nimplied_rate = { of = \"CNY\", per = \"USD\", between = [\"6.05\", \"8.73\"] }";
    let identity = read(&with(band), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    let Rule::ImpliedRate { between, .. } = identity.rule else { panic!("{identity:?}") };
    assert_eq!(between, [6_050_000_000, 8_730_000_000]);
}

#[test]
fn what_compares_releases_is_no_gate() {
    for rule in ["cumulatives = \"held\"", "growth = { rate = \"GY\", base = \"held\" }"] {
        check(
            &format!("kind = \"gate\"\n{rule}"),
            "identity `adds up`: got a gate, expected a finding",
        );
        let finding = read(&with(&format!("kind = \"finding\"\n{rule}")), LAYOUT, LOOKUPS).unwrap();
        assert!(finding.identities[0].is_across_releases());
    }
    let held = "kind = \"finding\"\ncumulatives = \"held\"";
    let identity = read(&with(held), LAYOUT, LOOKUPS).unwrap().identities.remove(0);
    assert!(matches!(identity.rule, Rule::Cumulatives { before: Base::Held }));
}

#[test]
fn mistakes_are_told_with_their_place() {
    let line = line_of_rule();
    let gate = |rule: &str| format!("kind = \"gate\"\n{rule}");
    check(
        &gate("parts = { over = \"comodity\", members = true }"),
        &format!("source.toml:{line}:18: got `comodity`, expected a series column"),
    );
    check(
        &gate("parts = { over = \"commodity\", total = \"all\", of = [\"leaf\"] }"),
        &format!("source.toml:{line}:39: level: got `all`, expected one of total subtotal"),
    );
    check(
        &gate("parts = { over = \"commodity\", total = \"total\" }"),
        "expected `total` and `of`",
    );
    check(
        &gate("flow = { column = \"trade_flow\", total = \"B\", terms = { EX = 1 } }"),
        &format!("source.toml:{line}:56: trade_flow: got `EX`, expected a code"),
    );
    check(
        &gate("flow = { column = \"trade_flow\", total = \"B\", terms = { X = 0 } }"),
        "terms: got the factor 0 for `X`",
    );
    check(
        &gate("growth = { rate = \"YOY\", base = \"printed\" }"),
        "rate: got `YOY`, expected one of GY G1 RY R1 DY D1",
    );
    let rate = |low: &str, high: &str| {
        gate(&format!(
            "implied_rate = {{ of = \"CNY\", per = \"USD\", between = [\"{low}\", \"{high}\"] }}"
        ))
    };
    check(&rate("six", "7"), "between: got `six`, expected a number above 0");
    check(&rate("8", "7"), "between: expected the lower bound before the upper one");
    check(&gate("same = { dataset = \"partner\" }"), "got dataset `partner`");
    check(&gate("months = true\nquarters = true"), "expected exactly one of `flow`");
    let twice = gate("months = true");
    let second = with(&twice).replace(SOURCE, "");
    let found = mistake(&format!("{}{second}", with(&twice)), LAYOUT, LOOKUPS);
    assert!(found.contains("identity `adds up` stands twice for its dataset"), "{found}");
}
