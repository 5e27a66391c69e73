//! Vintages: revisions, restatements and what supersedes what, by hand-made prints.

use portbook_model::observation::Observation;
use portbook_model::print::Print;
use portbook_model::status::RevisionReason;

use crate::printing::{Told, counted, figure, print, run};

fn release(period: &str, released_at: &str, rows: Vec<Observation>) -> Print {
    let mut page = print(&format!("page of {period}"), period, released_at);
    page.rows = rows;
    counted(page)
}

#[test]
fn a_new_base_is_a_rebase_though_the_value_changes_too() {
    let based = |base: &str, digits| Observation {
        base_period: Some(base.to_owned()),
        ..figure("X", "2025-01", digits, 0, 1)
    };
    let checked = run(
        &Told::default(),
        vec![
            release("2025-01", "2025-03-25T09:00:00Z", vec![based("2010", 1_432)]),
            release("2025-02", "2025-04-25T09:00:00Z", vec![based("2021", 1_021)]),
        ],
    );
    assert_eq!(checked.rows[1].revision_reason, Some(RevisionReason::Rebase));
    assert_eq!(checked.rows[0].superseded_at, Some(checked.rows[1].release.released_at));
}

#[test]
fn two_releases_of_one_instant_that_agree_give_the_least_address() {
    let at = "2025-12-18T02:00:00Z";
    let prints = vec![
        release("2025-10", at, vec![figure("X", "2025-01", 5, 6, 0)]),
        release("2025-11", at, vec![figure("X", "2025-01", 5, 6, 0)]),
    ];
    let least = prints.iter().map(|print| print.snapshot).min().unwrap();
    let checked = run(&Told::default(), prints);
    assert_eq!(checked.rows.len(), 1);
    assert_eq!(checked.rows[0].observation.snapshot, least);
    assert_eq!(checked.verdicts.iter().map(|v| v.counts.restated).sum::<u64>(), 1);
}

#[test]
fn two_releases_of_one_instant_that_differ_hold_the_greater_id() {
    let at = "2025-12-18T02:00:00Z";
    let checked = run(
        &Told::default(),
        vec![
            release("2025-11", at, vec![figure("X", "2025-01", 6, 6, 0)]),
            release("2025-10", at, vec![figure("X", "2025-01", 5, 6, 0)]),
        ],
    );
    assert_eq!(checked.rows.len(), 1);
    assert_eq!(checked.rows[0].release.id.to_string(), "us-test:2025-10");
    assert!(checked.verdicts[1].is_held());
}

/// November is replaced after December came out. What the replacement did not change was
/// printed before December and does not undo December's revision.
#[test]
fn a_replacement_says_only_what_it_changed() {
    let november = |captured_at: &str, m| {
        let mut page = release(
            "2025-11",
            "2026-01-29T13:30:00Z",
            vec![figure("X", "2025-11", 182_146, 6, 0), figure("M", "2025-11", m, 6, 0)],
        );
        page.captured_at = captured_at.parse().unwrap();
        page
    };
    let december =
        release("2025-12", "2026-02-19T13:30:00Z", vec![figure("X", "2025-11", 183_135, 6, 0)]);
    let checked = run(
        &Told::default().vanish(false),
        vec![
            november("2026-01-29T14:00:00Z", 262_571),
            december,
            november("2026-03-01T00:00:00Z", 262_572),
        ],
    );
    let latest: Vec<_> = checked.rows.iter().filter(|r| r.superseded_at.is_none()).collect();
    let million = 10_i128.pow(15);
    assert_eq!(latest[0].observation.value, Some(262_572 * million));
    assert_eq!(latest[1].observation.value, Some(183_135 * million));
    assert_eq!(checked.verdicts[2].counts.restated, 1);
}

/// A held release is as if it had not been: the next is compared with what was held before.
#[test]
fn held_releases_leave_no_row() {
    let mut refused =
        release("2025-11", "2026-01-29T13:30:00Z", vec![figure("X", "2025-01", 6, 6, 0)]);
    refused.refused_cells = 1;
    refused.value_cells += 1;
    let checked = run(
        &Told::default(),
        vec![
            release("2025-10", "2025-12-29T13:30:00Z", vec![figure("X", "2025-01", 5, 6, 0)]),
            refused,
            release("2025-12", "2026-02-19T13:30:00Z", vec![figure("X", "2025-01", 5, 6, 0)]),
        ],
    );
    assert_eq!(checked.rows.len(), 1);
    assert_eq!(checked.verdicts[1].reasons()[0].rule, "refused-cell");
    assert_eq!(checked.verdicts[2].counts.restated, 1);
}
