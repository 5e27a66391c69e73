//! `--known-at`: every order in which three releases of a figure can reach us, at every instant.

use jiff::{Timestamp, ToSpan as _};
use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::Period;
use portbook_model::status::{ObsStatus, RevisionReason};
use portbook_query::as_of::{AsOf, View};
use serde_json::{Value, json};

use crate::published::{EXPORTS, Output, release, row, wait};

fn day(number: i64) -> Timestamp {
    let first: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
    first.checked_add((24 * number).hours()).unwrap()
}

/// What a release says: a value, or that the figure is gone; perhaps on another base.
#[derive(Clone, Copy, PartialEq)]
struct Said {
    value: Option<i64>,
    base: Option<&'static str>,
}

struct Print {
    said: Said,
    seen_day: i64,
}

/// Histories of three releases, of days 1 to 3, each of which says something else than the one
/// before.
fn histories() -> Vec<Vec<Print>> {
    let said = [
        Said { value: Some(5), base: None },
        Said { value: Some(6), base: None },
        Said { value: Some(5), base: Some("2021") },
        Said { value: None, base: None },
    ];
    let mut histories = Vec::new();
    for number in 0..said.len().pow(3) * 27 {
        let (says, seen) = (number / 27, i64::try_from(number % 27).unwrap());
        let says = [said[says / 16], said[says / 4 % 4], said[says % 4]];
        let follows = says.windows(2).all(|two| two[0] != two[1]);
        if says[0].value.is_none() || !follows {
            continue;
        }
        let seen = [seen / 9, seen / 3 % 3, seen % 3];
        let print = |(said, seen): (Said, i64)| Print { said, seen_day: seen + 4 };
        histories.push(says.into_iter().zip(seen).map(print).collect());
    }
    histories
}

fn published(number: usize, history: &[Print]) -> Vec<Row> {
    let code = format!("{number:04}");
    let mut columns = EXPORTS.to_vec();
    columns.push((Concept::SeriesCode, &code));
    let mut before: Option<Said> = None;
    let rows = history.iter().zip(1..).map(|(print, released)| {
        let release = release("us-test", &format!("2026-0{released}"), &day(released).to_string());
        let value = print.said.value.map(|value| value.to_string()).unwrap_or_default();
        let mut row = row(&release, &columns, Period::month(2025, 11).unwrap(), &value, "B2");
        if print.said.value.is_none() {
            row.observation.status = ObsStatus::Missing;
        }
        row.observation.base_period = print.said.base.map(str::to_owned);
        row.first_seen_at = day(print.seen_day);
        row.revision_reason = before.map(|before| match print.said {
            said if said.base != before.base => RevisionReason::Rebase,
            Said { value: None, .. } => RevisionReason::Vanished,
            Said { .. } => RevisionReason::Source,
        });
        before = Some(print.said);
        row
    });
    rows.collect()
}

/// The rows that should be seen: those held, each of which says something else than the one before.
fn expected(number: usize, history: &[Print], known: i64, as_of: i64) -> Vec<Value> {
    let mut kept: Vec<(i64, Said, bool)> = Vec::new();
    let mut before: Option<Said> = None;
    for (print, released) in history.iter().zip(1..) {
        let vanished =
            before.is_some_and(|b| b.base == print.said.base) && print.said.value.is_none();
        before = Some(print.said);
        let news = match kept.last() {
            Some((_, last, _)) => *last != print.said,
            None => !vanished,
        };
        if print.seen_day <= known && news {
            kept.push((released, print.said, vanished));
        }
    }
    let mut rows = Vec::new();
    for (revision, (released, said, vanished)) in kept.iter().enumerate() {
        let superseded =
            kept.get(revision + 1).map(|(next, ..)| *next).filter(|next| *next <= as_of);
        let reason = revision.checked_sub(1).map(|before| match kept[before].1.base {
            _ if *vanished => "vanished",
            base if base != said.base => "rebase",
            _ => "source",
        });
        if *released <= as_of {
            rows.push(json!({
                "series_code": format!("{number:04}"),
                "obs_value": said.value.map(|value| value.to_string()),
                "superseded_at": superseded.map(|at| day(at).to_string()),
                "revision": revision,
                "revision_reason": reason,
            }));
        }
    }
    rows
}

#[test]
fn rows_follow_one_another_as_if_nothing_had_been_seen_since() {
    let histories = histories();
    assert!(histories.len() > 500, "{}", histories.len());
    let rows = histories.iter().enumerate().flat_map(|(n, history)| published(n, history));
    let output = Output::of(&rows.collect::<Vec<_>>());
    let text = "select series_code, obs_value, superseded_at, revision, revision_reason
        from observation order by series_code, released_at";
    for (known, as_of) in [(3, 9), (4, 9), (5, 9), (6, 9), (4, 2), (5, 1), (5, 2)] {
        let view = View { as_of: AsOf::At(day(as_of)), known_at: AsOf::At(day(known)) };
        let seen = wait(output.table().sql(text, view)).unwrap().json().unwrap();
        let expected: Vec<Value> = histories
            .iter()
            .enumerate()
            .flat_map(|(number, history)| expected(number, history, known, as_of))
            .collect();
        for (seen, expected) in seen.as_array().unwrap().iter().zip(&expected) {
            assert_eq!(seen, expected, "known at {known}, as of {as_of}");
        }
        assert_eq!(seen.as_array().unwrap().len(), expected.len());
        assert_eq!(expected.is_empty(), known == 3);
    }
}
