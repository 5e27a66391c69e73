//! The view `best`: the follower's row where it has the observation, else the followed one's.

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::Period;
use portbook_model::status::{ObsStatus, RevisionReason};
use portbook_query::as_of::AsOf;
use serde_json::json;

use crate::published::{EXPORTS, Output, exhibit_12, release, row, wait};

fn of(source: &str, released_at: &str, valuation: &str, month: i8, value: &str) -> Row {
    let mut columns = EXPORTS.to_vec();
    columns[0] = (Concept::Dataset, "table");
    columns.push((Concept::Valuation, valuation));
    let release = release(source, "2025-12", released_at);
    row(&release, &columns, Period::month(2025, month).unwrap(), value, "B2")
}

fn best(output: &Output, as_of: &str) -> serde_json::Value {
    let as_of = if as_of.is_empty() { AsOf::Everything } else { as_of.parse().unwrap() };
    let text = "select source, time_period from best order by time_period, source";
    wait(output.table().sql(text, as_of)).unwrap().json().unwrap()
}

#[test]
fn the_follower_is_preferred_where_it_prints_the_observation() {
    let mut rows = exhibit_12();
    // Another valuation is ignored between the first two, and makes another figure of the third's.
    rows.push(of("us-final", "2026-04-01T00:00:00Z", "FOB", 11, "183000000000"));
    rows.push(of("us-full", "2026-04-01T00:00:00Z", "FOB", 10, "190000000000"));
    rows.push(of("us-full", "2026-04-01T00:00:00Z", "_Z", 12, "184000000000"));
    let output = Output::of(&rows);
    let expected = json!([
        {"source": "us-census-ft900", "time_period": "2025-10"},
        {"source": "us-full", "time_period": "2025-10"},
        {"source": "us-final", "time_period": "2025-11"},
        {"source": "us-full", "time_period": "2025-12"},
    ]);
    assert_eq!(best(&output, ""), expected);
    let before = json!([
        {"source": "us-census-ft900", "time_period": "2025-10"},
        {"source": "us-census-ft900", "time_period": "2025-11"},
        {"source": "us-census-ft900", "time_period": "2025-12"},
    ]);
    assert_eq!(best(&output, "2026-03-31"), before);
    let columns = |view: &str| {
        let text = format!("select * from {view}");
        let rows = wait(output.table().sql(&text, AsOf::Everything)).unwrap();
        rows.column_names().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(columns("best"), columns("latest"));
}

#[test]
fn what_vanished_from_the_follower_hides_nothing() {
    let mut rows = exhibit_12();
    rows.push(of("us-full", "2026-04-01T00:00:00Z", "_Z", 12, "184000000000"));
    let mut gone = of("us-full", "2026-05-01T00:00:00Z", "_Z", 12, "");
    gone.observation.status = ObsStatus::Missing;
    gone.revision_reason = Some(RevisionReason::Vanished);
    rows.push(gone);
    let output = Output::of(&rows);
    let sources = |as_of: &str| {
        let rows = best(&output, as_of);
        let rows = rows.as_array().unwrap().iter().filter(|row| row["time_period"] == "2025-12");
        rows.map(|row| row["source"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(sources("2026-04-30"), ["us-full"]);
    assert_eq!(sources(""), ["us-census-ft900", "us-full"]);
}

/// Every series column but source and dataset is compared, or may be ignored.
#[test]
fn the_published_text_names_every_series_column_once() {
    let text = include_str!("../../../../schemas/best.sql");
    for concept in Concept::ALL {
        let name = concept.name();
        let compared = text.matches(&format!("l.{name} = f.{name}")).count();
        let ignorable = text.matches(&format!("';{name};'")).count();
        let expected = match concept {
            Concept::Source | Concept::Dataset => (0, 0),
            Concept::Freq
            | Concept::CounterpartArea2
            | Concept::Region
            | Concept::CustomsOffice
            | Concept::Classification
            | Concept::SeriesCode
            | Concept::Breakdown
            | Concept::Valuation
            | Concept::TradeSystem
            | Concept::CustomsProc
            | Concept::TransportMode => (1, 1),
            _ => (1, 0),
        };
        assert_eq!((compared, ignorable), expected, "{name}");
    }
    let ignorable = portbook_source::follows::IGNORABLE.len();
    assert_eq!(text.matches("strpos(").count(), ignorable, "what `follows.ignore` may name");
}
