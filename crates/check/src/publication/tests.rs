//! Publications: replacements, editions and their order, by hand-made prints.

use portbook_model::print::Print;

use crate::Checked;
use crate::printing::{Told, counted, figure, print, run};

fn page(url: &str, captured_at: &str, x: i128, m: i128) -> Print {
    let mut page = print(url, "2025-11", "2025-12-09T03:00:00Z");
    page.captured_at = captured_at.parse().unwrap();
    page.snapshot = portbook_model::digest::Digest::of(format!("{captured_at} {x} {m}").as_bytes());
    page.rows = vec![figure("X", "2025-11", x, 6, 0), figure("M", "2025-11", m, 6, 0)];
    counted(page)
}

fn releases(checked: &Checked) -> Vec<(String, String)> {
    let release = |v: &crate::verdict::Verdict| v.release.clone();
    let releases = checked.verdicts.iter().map(release);
    releases.map(|r| (r.id.to_string(), r.released_at.to_string())).collect()
}

#[test]
fn a_silent_replacement_takes_a_number_and_an_unchanged_capture_none() {
    let checked = run(
        &Told::default(),
        vec![
            page("page", "2025-12-09T04:00:00Z", 5, 3),
            page("page", "2025-12-10T04:00:00Z", 5, 3),
            page("page", "2025-12-11T04:00:00Z", 6, 3),
            page("page", "2025-12-12T04:00:00Z", 6, 3),
            page("page", "2025-12-13T04:00:00Z", 5, 3),
        ],
    );
    let expected = [
        ("us-test:2025-11", "2025-12-09T03:00:00Z"),
        ("us-test:2025-11.2", "2025-12-11T04:00:00Z"),
        ("us-test:2025-11.3", "2025-12-13T04:00:00Z"),
    ];
    assert_eq!(releases(&checked), expected.map(|(id, at)| (id.to_owned(), at.to_owned())));
    assert_eq!(checked.rows.len(), 1 + 3);
    assert_eq!(checked.rows[0].first_seen_at.to_string(), "2025-12-09T04:00:00Z");
    let restated: Vec<_> = checked.conservation.iter().map(|entry| entry.restated).collect();
    assert_eq!(restated, [0, 2, 1, 2, 1]);
}

#[test]
fn editions_replaced_in_one_run_are_one_replacement() {
    let checked = run(
        &Told::default(),
        vec![
            page("english", "2025-12-09T04:00:00Z", 5, 3),
            page("chinese", "2025-12-09T04:00:00Z", 5, 3),
            page("english", "2025-12-11T04:00:00Z", 6, 3),
            page("chinese", "2025-12-11T04:00:00Z", 6, 3),
        ],
    );
    assert_eq!(releases(&checked).len(), 2);
    assert_eq!(checked.verdicts[1].counts.editions_agreed, 2);
    assert_eq!(checked.verdicts[1].counts.revised, 1);
}

/// Between the two captures the editions contradict each other: that state is held, the next
/// says all that changed.
#[test]
fn a_half_replaced_release_is_held_until_its_editions_agree() {
    let checked = run(
        &Told::default(),
        vec![
            page("english", "2025-12-09T04:00:00Z", 5, 3),
            page("chinese", "2025-12-09T04:00:00Z", 5, 3),
            page("english", "2025-12-11T04:00:00Z", 6, 3),
            page("chinese", "2025-12-11T04:00:09Z", 6, 3),
        ],
    );
    assert_eq!(checked.verdicts[1].reasons()[0].rule, "edition");
    assert_eq!(checked.rows.last().unwrap().release.id.to_string(), "us-test:2025-11.3");
}

#[test]
fn an_edition_met_late_belongs_where_it_agrees() {
    let late = |x| page("workbook", "2026-02-01T04:00:00Z", x, 3);
    let pages =
        [page("page", "2025-12-09T04:00:00Z", 5, 3), page("page", "2025-12-11T04:00:00Z", 6, 3)];
    for (x, release) in [(5, "us-test:2025-11"), (6, "us-test:2025-11.2")] {
        let checked = run(&Told::default(), [pages.to_vec(), vec![late(x)]].concat());
        assert_eq!(checked.conservation[2].release.id.to_string(), release);
    }
}

/// The page was out on the 9th; the workbook of the 18th was captured first.
#[test]
fn a_release_is_as_early_as_its_earliest_edition() {
    let mut workbook = page("workbook", "2025-12-18T04:00:00Z", 5, 3);
    workbook.release.released_at = "2025-12-18T03:00:00Z".parse().unwrap();
    let late = page("page", "2026-01-05T04:00:00Z", 5, 3);
    let checked = run(&Told::default(), vec![workbook, late]);
    let expected = ("us-test:2025-11".to_owned(), "2025-12-09T03:00:00Z".to_owned());
    assert_eq!(releases(&checked), [expected]);
}

#[test]
fn a_page_replaced_before_its_announced_hour_contradicts_itself() {
    let checked = run(
        &Told::default(),
        vec![
            page("page", "2025-12-09T01:00:00Z", 5, 3),
            page("page", "2025-12-09T02:00:00Z", 6, 3),
        ],
    );
    assert_eq!(checked.verdicts[1].reasons()[0].rule, "same-instant");
    assert_eq!(releases(&checked)[1].1, "2025-12-09T03:00:00Z");
}
