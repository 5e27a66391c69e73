//! Generated histories: revisions, restatements, silent replacements, editions, vanishing,
//! refusals and ties. What must hold whatever a publisher does (contract 8).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{Timestamp, ToSpan as _};
use portbook_model::address::Address;
use portbook_model::digest::Digest;
use portbook_model::issue::{Issue, Refusal};
use portbook_model::observation::{Observation, Row};
use portbook_model::print::Print;
use portbook_model::status::RevisionReason;
use proptest::prelude::*;

use crate::Checked;
use crate::printing::{Told, counted, figure, nil, print, run};

const FLOWS: [&str; 4] = ["X", "M", "RX", "RM"];
const MONTHS: [&str; 2] = ["2025-01", "2025-02"];

fn day(number: i64) -> Timestamp {
    let first: Timestamp = "2025-03-01T02:00:00Z".parse().unwrap();
    first.checked_add((24 * number).hours()).unwrap()
}

/// One cell of a print: mostly what was printed before, sometimes something else.
#[derive(Clone, Copy, Debug)]
enum Cell {
    Usual,
    Revised(i128),
    Nil,
    Rebased,
    Absent,
    Twice,
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => Just(Cell::Usual),
        3 => (1..3_i128).prop_map(Cell::Revised),
        1 => Just(Cell::Nil),
        1 => Just(Cell::Rebased),
        4 => Just(Cell::Absent),
        1 => Just(Cell::Twice),
    ]
}

#[derive(Clone, Debug)]
struct Printed {
    release: usize,
    edition: usize,
    captured_day: i64,
    later_days: i64,
    meaning: usize,
    complete: bool,
    refused: bool,
    control: bool,
    cells: Vec<Cell>,
}

fn printed() -> impl Strategy<Value = Printed> {
    let rare = |one_in: u32| prop::bool::weighted(1.0 / f64::from(one_in));
    let cells = prop::collection::vec(cell(), FLOWS.len() * MONTHS.len());
    let instants = (0..4_usize, 0..2_usize, 0..9_i64, 0..2_i64);
    (instants, 0..2_usize, rare(6), rare(20), rare(8), cells).prop_map(
        |(
            (release, edition, captured_day, later_days),
            meaning,
            partial,
            refused,
            control,
            cells,
        )| {
            let complete = !partial;
            Printed {
                release,
                edition,
                captured_day,
                later_days,
                meaning,
                complete,
                refused,
                control,
                cells,
            }
        },
    )
}

fn typeset(number: usize, printed: &Printed, released_day: i64) -> Print {
    let url = format!("edition {}", printed.edition);
    let mut page = print(&url, &format!("2025-{:02}", printed.release + 1), "2025-03-01T02:00:00Z");
    page.release.released_at = day(released_day + printed.later_days);
    page.captured_at = day(printed.captured_day);
    page.snapshot = Digest::of(&number.to_be_bytes());
    page.meaning = BTreeMap::from([("country".to_owned(), printed.meaning.to_string())]);
    page.complete = printed.complete;
    let decimals = i8::try_from(printed.edition).unwrap();
    let figures = FLOWS.iter().flat_map(|flow| MONTHS.iter().map(move |month| (flow, month)));
    for ((flow, month), cell) in figures.zip(&printed.cells) {
        let tenfold = 10_i128.pow(u32::from(decimals.unsigned_abs()));
        let usual = |more| figure(flow, month, (50 + more) * tenfold, 6, decimals);
        page.rows.extend(match cell {
            Cell::Usual => vec![usual(0)],
            Cell::Revised(more) => vec![usual(*more)],
            Cell::Nil => vec![nil(flow, month)],
            Cell::Rebased => {
                vec![Observation { base_period: Some("2020".to_owned()), ..usual(0) }]
            }
            Cell::Absent => vec![],
            Cell::Twice => vec![usual(0), usual(0)],
        });
    }
    if printed.control {
        page.controls = vec![figure("X", "2025-01", 50, 6, 0)];
    }
    if printed.refused {
        page.refused_cells = 1;
        let issue = Issue {
            rule: "unreadable-number".to_owned(),
            file: url,
            address: Address::default(),
            seen: "#".to_owned(),
            expected: "a number".to_owned(),
            nearest: vec![],
        };
        page.refusals = vec![Refusal { issue: issue.clone(), cells: 1 }];
        page.issues = vec![issue];
    }
    counted(page)
}

fn history() -> impl Strategy<Value = Vec<Print>> {
    let days = prop::collection::vec(0..4_i64, 4);
    (days, prop::collection::vec(printed(), 1..12)).prop_map(|(days, prints)| {
        let typeset =
            |(number, printed): (usize, &Printed)| typeset(number, printed, days[printed.release]);
        prints.iter().enumerate().map(typeset).collect()
    })
}

fn told() -> Told {
    Told::default().accept("us-test:2025-02", "unreadable-number").rows(3, 100)
}

fn observation(row: &Row) -> (Arc<portbook_model::series::Series>, portbook_model::period::Period) {
    (row.observation.series.clone(), row.observation.period)
}

/// What a reader sees who asks as of an instant.
fn as_of(checked: &Checked, instant: Timestamp) -> Vec<Row> {
    let mut rows: Vec<Row> = checked.rows.clone();
    rows.retain(|row| row.release.released_at <= instant);
    for row in &mut rows {
        row.superseded_at = row.superseded_at.filter(|at| *at <= instant);
    }
    rows
}

/// What a reader sees who asks for what was first seen until an instant: rows linked anew, those that
/// repeat the row before them left out, and those that tell of a vanished figure not held.
fn known_at(checked: &Checked, instant: Timestamp) -> Vec<Row> {
    let seen = checked.rows.iter().filter(|row| row.first_seen_at <= instant);
    let mut held: Vec<Row> = Vec::new();
    for row in seen {
        let before = held.last().filter(|before| observation(before) == observation(row));
        let news = before.map_or(row.revision_reason != Some(RevisionReason::Vanished), |before| {
            crate::cell::said(&before.observation) != crate::cell::said(&row.observation)
        });
        if !news {
            continue;
        }
        let own = row.revision_reason;
        let (revision, reason) = match before {
            None => (0, own.filter(|own| *own == RevisionReason::Correction)),
            Some(before) => {
                let rebased = before.observation.base_period != row.observation.base_period;
                let reason = match own {
                    Some(RevisionReason::Correction | RevisionReason::Vanished) => own,
                    _ if rebased => Some(RevisionReason::Rebase),
                    _ => Some(RevisionReason::Source),
                };
                (before.revision + 1, reason)
            }
        };
        if revision > 0 {
            let last = held.last_mut().expect("a row that is followed");
            last.superseded_at = Some(row.release.released_at);
        }
        let superseded_at = None;
        held.push(Row { superseded_at, revision, revision_reason: reason, ..row.clone() });
    }
    held
}

/// The same history as a publisher's page that is read the moment it changes: one edition, released
/// when it is captured.
fn read_at_once(mut prints: Vec<Print>) -> Vec<Print> {
    prints.retain(|print| print.url == "edition 0");
    for print in &mut prints {
        print.release.released_at = print.captured_at;
    }
    prints
}

fn instants(checked: &Checked) -> BTreeSet<Timestamp> {
    checked.conservation.iter().map(|entry| entry.release.released_at).collect()
}

fn assert_well_formed(checked: &Checked) {
    let order = |row: &Row| {
        let (series, period) = observation(row);
        (series, period, row.release.released_at)
    };
    assert!(checked.rows.windows(2).all(|two| order(&two[0]) < order(&two[1])), "sorted, unique");
    for vintages in checked.rows.chunk_by(|a, b| observation(a) == observation(b)) {
        for (row, revision) in vintages.iter().zip(0..) {
            assert_eq!(row.revision, revision);
            assert_eq!(row.revision_reason.is_none(), revision == 0);
        }
        for two in vintages.windows(2) {
            assert_eq!(two[0].superseded_at, Some(two[1].release.released_at));
            assert_ne!(
                crate::cell::said(&two[0].observation),
                crate::cell::said(&two[1].observation)
            );
        }
        assert_eq!(vintages.last().unwrap().superseded_at, None);
    }
    let counted: u64 = checked.conservation.iter().map(|entry| entry.rows).sum();
    let vanished: u64 = checked.verdicts.iter().map(|verdict| verdict.counts.vanished).sum();
    // A cell may stand again, in a later print of its release, once another edition has taken its own
    // figure back: two rows then, of one cell.
    let cells: BTreeSet<_> = checked
        .rows
        .iter()
        .map(|row| &row.observation)
        .filter(|observation| observation.address.cell.is_some())
        .map(|observation| (observation.snapshot, &observation.address))
        .collect();
    assert_eq!(counted, u64::try_from(cells.len()).unwrap());
    let cited = checked.rows.iter().filter(|row| row.observation.address.cell.is_none()).count();
    assert_eq!(vanished, u64::try_from(cited).unwrap());
    let made: u64 =
        checked.verdicts.iter().map(|v| v.counts.new + v.counts.revised + v.counts.vanished).sum();
    assert_eq!(made, u64::try_from(checked.rows.len()).unwrap());
    let refused: u64 = checked.conservation.iter().map(|entry| entry.refused).sum();
    let quarantined: u64 = checked.quarantine.iter().map(|entry| entry.refusal.cells).sum();
    assert_eq!(refused, quarantined);
    for held in checked.verdicts.iter().filter(|verdict| verdict.is_held()) {
        assert!(checked.rows.iter().all(|row| row.release.id != held.release.id));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 600,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_history_is_well_formed(prints in history()) {
        assert_well_formed(&run(&told(), prints));
    }

    #[test]
    fn order_of_arrival_never_matters(
        (prints, shuffled) in history().prop_flat_map(|p| (Just(p.clone()), Just(p).prop_shuffle())),
    ) {
        let checked = run(&told(), prints);
        prop_assert_eq!(&checked, &run(&told(), shuffled));
    }

    #[test]
    fn as_of_is_what_was_built_then(prints in history()) {
        let checked = run(&told(), prints.clone());
        let released: BTreeMap<Digest, Timestamp> = checked
            .conservation
            .iter()
            .map(|entry| (entry.snapshot, entry.release.released_at))
            .collect();
        for instant in instants(&checked) {
            let mut then = prints.clone();
            then.retain(|print| released[&print.snapshot] <= instant);
            prop_assert_eq!(as_of(&checked, instant), run(&told(), then).rows, "as of {}", instant);
        }
    }
}

/// Contract 8: where releases reach us in the order they came out, `--known-at T` is what a build from
/// the captures until T gives; where they do not, it shows nothing that was not held.
#[test]
fn known_at_is_what_was_built_then() {
    let linked_anew = std::cell::Cell::new(0);
    proptest!(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() },
        |(prints in history())| {
        let at_once = read_at_once(prints.clone());
        let checked = run(&told(), at_once.clone());
        for instant in (0..9).map(day) {
            let mut then = at_once.clone();
            then.retain(|print| print.captured_at <= instant);
            prop_assert_eq!(known_at(&checked, instant), run(&told(), then).rows, "at {}", instant);
        }
        let checked = run(&told(), prints.clone());
        for instant in (0..9).map(day) {
            let held: Vec<&Print> =
                prints.iter().filter(|print| print.captured_at <= instant).collect();
            let known = known_at(&checked, instant);
            if known.iter().any(|row| !checked.rows.contains(row)) { linked_anew.set(linked_anew.get() + 1); }
            for row in known {
                let says = |print: &&&Print| {
                    let mut cells = print.rows.iter();
                    let same = |cell: &Observation| {
                        cell.series == row.observation.series
                            && cell.period == row.observation.period
                            && crate::cell::said(cell) == crate::cell::said(&row.observation)
                    };
                    let absent = row.observation.address.cell.is_none()
                        && print.snapshot == row.observation.snapshot;
                    absent || cells.any(same)
                };
                prop_assert!(held.iter().any(|print| says(&print)), "at {}: {:?}", instant, row);
            }
        }
    });
    assert!(linked_anew.get() > 0, "histories in which something came late");
}

/// An old release that is fetched last gives the table it would have given first.
#[test]
fn backfilling_an_old_release_changes_nothing_but_when_it_was_seen() {
    proptest!(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() },
        |(prints in history())| {
        let one_each = |mut prints: Vec<Print>| {
            let mut seen = BTreeSet::new();
            prints.retain(|print| seen.insert(print.release.id.clone()));
            prints
        };
        let first = one_each(prints);
        let mut last = first.clone();
        let captured: Vec<Timestamp> = first.iter().map(|print| print.captured_at).rev().collect();
        for (print, captured_at) in last.iter_mut().zip(captured) {
            print.captured_at = captured_at;
        }
        let table = |prints: Vec<Print>| {
            let mut rows = run(&told(), prints).rows;
            for row in &mut rows {
                row.first_seen_at = Timestamp::UNIX_EPOCH;
            }
            rows
        };
        prop_assert_eq!(table(first), table(last));
    });
}

#[test]
fn histories_reach_what_they_are_for() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut seen = BTreeMap::<&str, usize>::new();
    for _ in 0..400 {
        let prints = history().new_tree(&mut runner).unwrap().current();
        let checked = run(&told(), prints);
        let mut saw = |what, how_often: usize| *seen.entry(what).or_default() += how_often;
        for row in &checked.rows {
            saw(row.revision_reason.map_or("first", |reason| reason.code()), 1);
            saw("replacement", usize::from(row.release.id.to_string().ends_with(".2")));
        }
        for verdict in &checked.verdicts {
            saw("passed", usize::from(!verdict.is_held()));
            saw("accepted", verdict.accepted.len());
            for reason in verdict.reasons() {
                saw(if reason.rule == "edition" { "edition" } else { "other" }, 1);
                saw("same-instant", usize::from(reason.rule == "same-instant"));
            }
        }
    }
    for what in
        ["source", "rebase", "vanished", "replacement", "accepted", "edition", "same-instant"]
    {
        assert!(seen.get(what).is_some_and(|count| *count > 10), "{what}: {seen:?}");
    }
}
