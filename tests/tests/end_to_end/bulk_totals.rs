//! Totals that a publisher prints beside its dumps, of a source that is read in bulk.

use portbook_tests::program::Place;
use serde_json::Value;

use crate::bulk::{YEAR_2024, hand_in, inbox, place, run};
use crate::{line, list, text, verdict};

const TOTALS: &str = r#"
[dataset.totals]
title = "What the months of a year add up to"
rows  = [1, 1000]
"#;

const GATE: &str = r#"
[gate]
"leaves = control total" = { in = "exports", control_total = { dataset = "totals", over = ["commodity", "counterpart_area", "period_kind"] } }
"#;

const LAYOUT_OF_TOTALS: &str = r#"
[[records]]
id      = "totals"
find    = { columns = ["TOTAL OF", "ALL VALUE", "ALL WEIGHT"] }
all     = { period = "year", level = "total", commodity = "_T", counterpart_area = "_W" }

[records.columns]
"TOTAL OF" = "{year}"

[records.measure]
"ALL VALUE"  = { measure = "VALUE", valuation = "FOB", unit = "dollar" }
"ALL WEIGHT" = { measure = "NET_WEIGHT", valuation = "_Z", unit = "ton" }
"#;

/// A place whose source prints totals beside its dumps.
fn place_with_totals(name: &str, bulk: bool) -> Place {
    let place = place(name, bulk);
    let folder = place.pipelines.join("xx/dumps");
    let add = |file: &str, more: &str| {
        let before = fs_err::read_to_string(folder.join(file)).unwrap();
        fs_err::write(folder.join(file), format!("{before}{more}")).unwrap();
    };
    let said = if bulk { "bulk = true\n" } else { "" };
    add("source.toml", &format!("{TOTALS}{said}{GATE}"));
    add("layout.toml", LAYOUT_OF_TOTALS);
    place
}

/// Leaves of December 2024: 5 + 7 dollars, 1.5 + 2 tons.
#[test]
fn control_totals_are_compared_as_of_rows_that_are_held() {
    for (total, is_held) in [("2024;12;3.5", false), ("2024;20;3.5", true)] {
        let name = format!("bulk-totals-{is_held}");
        let places =
            [place_with_totals(&format!("{name}-held"), false), place_with_totals(&name, true)];
        let [one, two] = places.each_ref().map(|place| {
            hand_in(place, &[("EXP_2024.csv", "2025-03-10T10:00:00Z", YEAR_2024)]);
            let inbox = inbox(place);
            let text = format!("TOTAL OF;ALL VALUE;ALL WEIGHT\n{total}\n");
            fs_err::write(inbox.join("TOTALS.csv"), text).unwrap();
            let sidecar = "captured_at = \"2025-03-10T10:00:00Z\"\n";
            fs_err::write(inbox.join("TOTALS.csv.toml"), sidecar).unwrap();
            run(place, "run").json(if is_held { 10 } else { 0 })
        });
        let [of_held, of_bulk] = places.each_ref().map(|place| {
            let ended = place.portbook(["check", "xx/dumps", "--json"]);
            let releases = ended.json(if is_held { 10 } else { 0 });
            let of = |release: &Value| {
                ["dataset", "release", "held", "observations", "identities"]
                    .map(|name| release[name].clone())
            };
            list(&releases).iter().map(of).collect::<Vec<_>>()
        });
        assert_eq!(of_bulk, of_held, "{total}");
        for dataset in ["exports", "totals"] {
            let verdicts = [&one, &two].map(|summary| {
                let line = line(summary, "xx/dumps", dataset);
                let verdict = verdict(line, "xx-dumps:2025-03-10");
                let rules: Vec<String> = list(&verdict["reasons"])
                    .iter()
                    .map(|reason| text(&reason["rule"]).to_owned())
                    .collect();
                (rules, verdict["counts"].clone())
            });
            assert_eq!(verdicts[1], verdicts[0], "{dataset}: {total}");
            assert_eq!(verdicts[1].0.is_empty(), !is_held, "{dataset}: {total}");
        }
    }
}
