//! One figure, asked "as of when?", and followed to the cell it was printed in.

use serde_json::Value;

use crate::{list, replayed, text};

/// US exports of November 2025 on Census basis.
const NOVEMBER: &str = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
                        and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";

/// As of a day -> the figure, and the release and cell that printed it.
const VINTAGES: [(&str, &str, &str, &str); 2] = [
    ("2026-02-01", "182146000000", "us-census-ft900:2025-11", "F49"),
    ("2026-03-01", "183135000000", "us-census-ft900:2025-12", "F47"),
];

fn asked(question: &str, as_of: &str) -> Value {
    replayed().place.portbook(["sql", question, "--as-of", as_of, "--json"]).json(0)
}

#[test]
fn exports_as_of_two_dates() {
    let question = format!("select obs_value, release, sheet, cell from latest where {NOVEMBER}");
    for (as_of, value, release, cell) in VINTAGES {
        let rows = asked(&question, as_of);
        let [row] = list(&rows) else { panic!("expected one row, got {rows:#}") };
        assert_eq!(text(&row["obs_value"]), value, "{row:#}");
        assert_eq!(text(&row["release"]), release, "{row:#}");
        assert_eq!((text(&row["sheet"]), text(&row["cell"])), ("12", cell), "{row:#}");
    }
}

#[test]
fn before_the_first_release_there_is_nothing() {
    let question = format!("select obs_value from observation where {NOVEMBER}");
    assert_eq!(list(&asked(&question, "2026-01-28")).len(), 0);
    // A whole re-publication fetched in August 2026 says nothing about 2025.
    let mirror = "select count(*) as n from observation where source = 'cn-eastmoney-mirror'";
    assert_eq!(asked(mirror, "2025-12-31")[0]["n"], 0);
    assert_ne!(asked(mirror, "2026-08-21")[0]["n"], 0);
}

#[test]
fn a_later_revision_is_not_seen_before_it_came() {
    let question = format!("select superseded_at, revision from observation where {NOVEMBER}");
    let rows = asked(&question, "2026-02-01");
    let [row] = list(&rows) else { panic!("expected one row, got {rows:#}") };
    assert_eq!((&row["superseded_at"], &row["revision"]), (&Value::Null, &Value::from(0)));
    assert_eq!(list(&asked(&question, "2026-03-01")).len(), 2);
}

#[test]
fn explain_names_capture_sheet_and_cell() {
    for (as_of, value, release, cell) in VINTAGES {
        let arguments = ["explain", "--where", NOVEMBER, "--as-of", as_of];
        let json = replayed().place.portbook(arguments.into_iter().chain(["--json"])).json(0);
        let [explained] = list(&json) else { panic!("expected one observation, got {json:#}") };
        let row = &explained["row"];
        // By `sha256sum` over the lines that docs/contract.md shows.
        assert_eq!(text(&explained["series_id"]), "79a595de8d2ea8fa5d6e2dd424e6e26a");
        assert_eq!(text(&explained["observation_id"]), "f425eea06bd3782a08e233cdbc67a070");
        assert_eq!(text(&row["obs_value"]), value, "{row:#}");
        assert_eq!(text(&row["release"]), release, "{row:#}");
        assert_eq!((text(&row["sheet"]), text(&row["cell"])), ("12", cell), "{row:#}");
        let capture = &explained["capture"];
        assert!(text(&capture["url"]).ends_with("/exh12.xlsx"), "{capture:#}");
        assert_eq!(capture["snapshot"], row["snapshot"], "{capture:#}");
        let around: Vec<&Value> = list(&explained["neighbourhood"]).iter().flat_map(list).collect();
        let marked = |mark: &str| {
            around
                .iter()
                .filter(|c| c["mark"] == mark)
                .map(|c| text(&c["text"]))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            marked("value"),
            [&value[..value.len() - 6]],
            "millions are stored: {around:#?}"
        );
        let headings = marked("heading").join(" | ");
        for word in ["Exports", "Total Census Basis", "November", "2025"] {
            assert!(headings.contains(word), "no `{word}` in {headings}");
        }

        let people = replayed().place.portbook(arguments);
        people.expect(0);
        assert!(people.stdout.contains(cell), "{people}");
        assert!(people.stdout.contains("exh12.xlsx"), "{people}");
    }
}
