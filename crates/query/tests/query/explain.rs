//! From an observation to the cells of all its vintages.

use portbook_query::as_of::AsOf;
use portbook_query::error::Error;
use portbook_query::explain::{
    Ask, CaptureInfo, EXPLAINED_MAX, Explained, Found, Mark, Neighbour, Neighbourhood, text,
};

use crate::published::{Output, exhibit_12, wait};

fn explain(output: &Output, ask: &Ask, as_of: AsOf) -> Result<Found, Error> {
    wait(output.table().explain(ask, as_of))
}

fn one(ask: &Ask, as_of: AsOf) -> Explained {
    let mut found = explain(&Output::of(&exhibit_12()), ask, as_of).unwrap();
    assert_eq!(found.observation_count, 1);
    found.explained.remove(0)
}

fn cells(explained: &Explained) -> Vec<&str> {
    explained.vintages.iter().map(|row| row.address.cell.as_deref().unwrap()).collect()
}

#[test]
fn a_condition_finds_one_observation_and_all_its_vintages() {
    let ask = Ask::Where("time_period = '2025-11' and trade_flow = 'X'".to_owned());
    let explained = one(&ask, AsOf::Everything);
    assert_eq!(explained.row.release, "us-census-ft900:2025-12");
    assert_eq!(explained.row.value_text().as_deref(), Some("183135000000"));
    assert_eq!(explained.row.printed().as_deref(), Some("183135"));
    assert_eq!(cells(&explained), ["F49", "F47"]);

    let earlier = one(&ask, "2026-02-01".parse().unwrap());
    assert_eq!(cells(&earlier), ["F49"]);
    assert_eq!(earlier.row.superseded_at, None);

    let first = Ask::Where("time_period = '2025-11' and revision = 0".to_owned());
    let first = one(&first, AsOf::Everything);
    assert_eq!(first.row.address.cell.as_deref(), Some("F49"));
    assert_eq!(cells(&first), ["F49", "F47"]);
}

#[test]
fn a_key_finds_a_series_or_one_period_of_it() {
    let output = Output::of(&exhibit_12());
    let series_id = exhibit_12()[0].observation.series.id();
    let all = explain(&output, &series_id.parse().unwrap(), AsOf::Everything).unwrap();
    assert_eq!(all.observation_count, 3);
    assert!(all.explained.len() <= EXPLAINED_MAX);
    let key = all.explained[1].key();
    assert_eq!(key, format!("{series_id}/2025-11"));
    assert_eq!(one(&key.parse().unwrap(), AsOf::Everything), all.explained[1]);
    let none = format!("{series_id}/1999-01");
    let error = explain(&output, &none.parse().unwrap(), AsOf::Everything).unwrap_err();
    assert!(error.to_string().starts_with("nothing published matches series `"), "{error}");
}

#[test]
fn it_is_shown_with_capture_and_neighbourhood() {
    let ask = Ask::Where("time_period = '2025-11'".to_owned());
    let explained = one(&ask, AsOf::Everything);
    let capture = CaptureInfo {
        url: "https://www.census.gov/exh12.xlsx".to_owned(),
        captured_at: "2026-02-19T14:00:00Z".parse().unwrap(),
        note: None,
        correction: None,
    };
    let near = |cell: &str, text: &str, mark| Neighbour {
        cell: cell.to_owned(),
        text: text.to_owned(),
        mark,
    };
    let neighbourhood = Neighbourhood {
        rows: vec![
            vec![near("F5", "Total Census Basis", Mark::Heading)],
            vec![
                near("A47", "November (R)", Mark::Heading),
                near("E47", "-1,022", Mark::Near),
                near("F47", "183,135", Mark::Value),
            ],
        ],
    };
    let shown = text::render(&explained, Some(&capture), Some(&neighbourhood), 100);
    for line in [
        "value       183,135,000,000 USD, printed `183135` in units of 10^6",
        "release     us-census-ft900:2025-12, 2026-02-19T13:30:00Z (printed_date)",
        "address     sheet `Exhibit 12`, cell F47",
        "captured    2026-02-19T14:00:00Z",
        "from        https://www.census.gov/exh12.xlsx",
        "  trade_flow          X",
        "    47  <November (R)>  -1,022  [183,135]",
    ] {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
    assert!(shown.contains("cell F49"), "{shown}");

    let json = explained.json(Some(&capture), Some(&neighbourhood));
    assert_eq!(json["row"]["cell"], "F47");
    let id =
        explained.row.series.observation_id(explained.row.period_start, explained.row.period_end);
    assert_eq!(json["observation_id"], id.as_str());
    assert!(shown.contains(&format!("observation {id}\n")), "{shown}");
    assert_eq!(json["row"]["obs_value"], "183135000000");
    assert_eq!(json["vintages"][0]["superseded_at"], "2026-02-19T13:30:00Z");
    assert_eq!(json["capture"]["url"], capture.url.as_str());
    assert_eq!(json["neighbourhood"][1][2]["mark"], "value");
}
