//! A computed number is followed to all its cells, and the page that shows them stands alone.

use std::collections::BTreeSet;

use portbook_tests::folder::Folder;
use portbook_tests::published::{scaled, sum};
use serde_json::Value;

use crate::{list, replayed, text};

fn explain(arguments: &[&str]) -> Value {
    replayed().place.portbook([&["explain", "--json"], arguments].concat()).json(0)
}

/// Sums of which every term is a decimal of nine places at most.
fn check_sums(explained: &Value) -> usize {
    let mut checked = 0;
    for step in list(&explained["figures"]).iter().flat_map(|figure| list(&figure["steps"])) {
        let is_sum = text(&step["expression"]).starts_with("sum(");
        let Some(value) = step["value"].as_str().filter(|_| is_sum) else { continue };
        let terms: Vec<&str> =
            list(&step["terms"]).iter().map(|term| text(&term["value"])).collect();
        let is_short =
            |text: &str| text.split_once('.').is_none_or(|(_, places)| places.len() <= 9);
        if terms.iter().copied().chain([value]).all(is_short) {
            assert_eq!(sum(terms), scaled(value), "{step:#}");
            checked += 1;
        }
    }
    checked
}

#[test]
fn a_claim_is_its_cells_and_their_arithmetic() {
    let claims = replayed().place.portbook(["claims", "--json"]).json(0);
    let claims = list(&claims["claims"]);
    // A difference, ranks, rates of change, differences of groups.
    for id in
        ["surplus-2025-11m", "surplus-2025-11", "us-exports-2025-11-yoy", "asean-surplus-growth"]
    {
        let explained = explain(&["--claim", id]);
        assert!(check_sums(&explained) > 0, "{id}");
        let claim = claims.iter().find(|claim| claim["id"] == id).unwrap();
        let mut figures = list(&explained["figures"]).iter().peekable();
        for reading in list(&claim["readings"]) {
            let figure = figures.next().unwrap();
            assert_eq!(figure["outcome"], reading["then"], "{id}: {reading:#}");
            let name = text(&reading["name"]);
            let today = figures.next_if(|next| text(&next["name"]) == format!("{name}, today"));
            if let Some(today) = today {
                assert_eq!(today["outcome"], reading["now"], "{id}: {reading:#}");
            }
        }
        assert!(figures.next().is_none());
        let keys = |cells: &Value| -> BTreeSet<String> {
            list(cells).iter().map(|cell| text(&cell["key"]).to_owned()).collect()
        };
        let (used, followed) = (keys(&claim["cells"]), keys(&explained["cells"]));
        assert!(!followed.is_empty() && followed.is_subset(&used), "{id}");
        for cell in list(&explained["cells"]) {
            assert_ne!(cell["capture"]["captured_at"], Value::Null, "{cell:#}");
        }
    }
    // Exports less imports as customs printed them in dollars, and as the mirror has them today.
    let surplus = explain(&["--claim", "surplus-2025-11m"]);
    let terms = list(&surplus["figures"][0]["steps"][0]["terms"]);
    let values: Vec<&str> = terms.iter().map(|term| text(&term["value"])).collect();
    assert_eq!(values, ["-2338884700000", "3414732800000"]);
}

#[test]
fn a_sum_says_what_it_should_not_have_in_it() {
    let october_and_november = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
         and measure = 'VALUE' and period_kind = 'month' and time_period in ('2025-10', '2025-11')";
    let explained = explain(&["--sum", "--where", october_and_november]);
    // F48 of the November release prints 203,607, F47 of that of December 183,135.
    let figure = &explained["figures"][0];
    assert_eq!(figure["answer"]["sum"], "386742000000");
    assert_eq!(check_sums(&explained), 1);
    let printed: Vec<&str> =
        list(&explained["cells"]).iter().map(|cell| text(&cell["printed"])).collect();
    assert_eq!(printed, ["203607", "183135"]);
    assert!(text(&figure["notes"][0]).contains("no leaves"), "{figure:#}");
    let then = explain(&["--sum", "--where", october_and_november, "--as-of", "2026-02-01"]);
    assert_eq!(then["figures"][0]["answer"]["sum"], "385753000000");
    let mixed = explain(&[
        "--sql",
        "select sum(obs_value) as s from latest where source = 'us-fred' and dataset = 'reer' \
         or (source = 'us-census-ft900' and time_period = '2025-11')",
    ]);
    assert!(text(&mixed["figures"][0]["notes"][0]).contains("units: "), "{mixed:#}");
}

#[test]
fn a_page_shows_the_printed_tables_and_stands_alone() {
    let folder = Folder::new("explained-page");
    let file = folder.path().join("page.html");
    let name = file.to_string_lossy().into_owned();
    let condition = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
         and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
    replayed().place.portbook(["explain", "--where", condition, "--html", &name]).expect(0);
    let page = fs_err::read_to_string(&file).unwrap();
    for expected in [
        "default-src 'none'",
        // Both vintages, each in its table.
        "<a id=\"c1\"></a><mark class=\"value\">182146</mark>",
        "<a id=\"c2\"></a><mark class=\"value\">183135</mark>",
        // A heading over two rows, and the words that gave the figure its meaning.
        "<td rowspan=\"2\">Period</td>",
        "<td class=\"heading\">Total Census Basis</td>",
        "<td class=\"heading\">Exhibit 12. U.S. Trade in Goods</td>",
    ] {
        assert!(page.contains(expected), "no {expected} in {}", file.display());
    }
    for word in ["<script", " src=", "<link", "@import", "url("] {
        assert!(!page.contains(word), "{word} in {}", file.display());
    }
    // The whole table: a line for each of its rows, in each of two releases.
    assert!(page.matches("<tr><th>").count() > 100, "{}", file.display());

    replayed()
        .place
        .portbook(["explain", "--claim", "surplus-2025-11m", "--html", &name])
        .expect(0);
    let page = fs_err::read_to_string(&file).unwrap();
    assert!(page.contains("<mark class=\"value\">3414732.8</mark>"), "{}", file.display());
    assert!(page.contains("<a href=\"#c1\">[1]</a>"), "{}", file.display());
}

#[test]
fn what_cannot_be_explained_is_said() {
    let asked = |arguments: &[&str]| replayed().place.portbook([&["explain"], arguments].concat());
    let claim = asked(&["--claim", "surplus"]);
    claim.expect(64);
    assert!(claim.stderr.contains("surplus-2025-11m"), "{claim}");
    let rows = asked(&["--sql", "select obs_value from latest limit 2"]);
    rows.expect(64);
    assert!(rows.stderr.contains("got 2 rows, expected one"), "{rows}");
    asked(&["--sum"]).expect(64);
    asked(&["--claim", "surplus-2025-11m", "--sql", "select 1"]).expect(64);
    let needs = explain(&["--claim", "reer-three-years"]);
    let notes = list(&needs["figures"]).iter().flat_map(|figure| list(&figure["notes"]));
    assert_eq!(notes.filter(|note| text(note).starts_with("needs ")).count(), 2, "{needs:#}");
}
