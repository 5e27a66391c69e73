//! When a release is expected: the four layers, on dates of China's customs.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use portbook_source::load::Source;
use portbook_source::timing::{Calendar, PeriodFrom, Timing};

use super::{Arrival, Basis, Due, Expected, due, early, expected, period_end, ran_out, until};

fn timing(calendar: Option<Calendar>) -> Timing {
    Timing {
        period: PeriodFrom::Title,
        time_zone: TimeZone::get("Asia/Shanghai").unwrap(),
        time: "11:00".parse().unwrap(),
        announced: [("2025-11".to_owned(), day("2025-12-18"))].into(),
        noticed: BTreeMap::new(),
        moved: BTreeMap::new(),
        calendar,
    }
}

fn calendar() -> Calendar {
    Calendar { lag_days: 18, grace_days: 4, every_months: 1, joint: vec![1], classes: vec![] }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Customs announced its monthly tables for the 18th in 2025; the day begins and ends in Beijing.
#[test]
fn announced_dates_come_before_the_formula() {
    for calendar in [None, Some(calendar())] {
        let due = |now: &str| due(&timing(calendar.clone()), &[], Some("2025-10"), at(now));
        assert_eq!(due("2025-12-17T15:59:00Z"), Due::Not(day("2025-12-18")));
        assert_eq!(due("2025-12-17T16:00:00Z"), Due::Open);
        assert_eq!(due("2025-12-18T16:00:00Z"), Due::Over(day("2025-12-18")));
    }
    assert_eq!(due(&timing(None), &[], Some("2025-11"), at("2026-06-01T00:00:00Z")), Due::Open);
}

#[test]
fn the_formula_opens_a_window() {
    let due = |now: &str| due(&timing(Some(calendar())), &[], Some("2025-11"), at(now));
    assert_eq!(due("2026-01-17T00:00:00Z"), Due::Not(day("2026-01-18")));
    assert_eq!(due("2026-01-20T00:00:00Z"), Due::Open);
    assert_eq!(due("2026-01-23T00:00:00Z"), Due::Over(day("2026-01-22")));
}

/// An announced date of some later release says nothing of the next one.
#[test]
fn a_gap_in_what_is_announced_is_not_jumped_over() {
    let expected = expected(&timing(Some(calendar())), &[], Some("2025-05")).unwrap();
    assert_eq!((expected.period.as_str(), expected.basis), ("2025-06", Basis::Formula));
}

/// January's figures of China's customs come with February's: nothing is due in February.
#[test]
fn a_joint_month_is_due_with_the_next() {
    let timing = timing(Some(calendar()));
    let expected = expected(&timing, &[], Some("2025-12")).unwrap();
    assert_eq!((expected.period.as_str(), expected.first), ("2026-02", day("2026-03-18")));
    let due = due(&timing, &[], Some("2025-12"), at("2026-02-20T00:00:00Z"));
    assert_eq!(due, Due::Not(day("2026-03-18")));
}

/// Releases of so many months before 2026-01, so many days after the end of their month.
fn arrivals(lags: &[i64], checked: bool) -> Vec<Arrival> {
    let first = day("2026-01-01").saturating_sub(i32::try_from(lags.len()).unwrap().months());
    let months = (0..).map(|n: i32| first.saturating_add(n.months()));
    months
        .zip(lags)
        .map(|(month, lag)| {
            let seen = month.last_of_month().saturating_add(lag.days()).at(3, 0, 0, 0);
            let seen = TimeZone::UTC.to_timestamp(seen).unwrap();
            let before = seen - 24.hours();
            let checks = if checked { vec![before] } else { Vec::new() };
            Arrival::new(&month.strftime("%Y-%m").to_string(), seen, seen, &checks)
        })
        .collect()
}

#[test]
fn six_releases_seen_to_come_teach_a_window() {
    let timing = timing(Some(Calendar { joint: vec![], ..calendar() }));
    let expected = |arrivals: &[Arrival]| expected(&timing, arrivals, Some("2025-12")).unwrap();
    let learned = expected(&arrivals(&[9, 8, 7, 9, 8, 9], true));
    assert_eq!((learned.first, learned.last), (day("2026-02-06"), day("2026-02-10")));
    assert_eq!(learned.basis, Basis::Learned { releases: 6 });
    assert_eq!(expected(&arrivals(&[9, 8, 7, 9, 8], true)).basis, Basis::Formula, "five are few");
    let backfilled = arrivals(&[9, 8, 7, 9, 8, 9], false);
    assert_eq!(expected(&backfilled).basis, Basis::Formula, "nobody saw them come");
}

/// Months that close a quarter take longer, and are learned by themselves.
#[test]
fn classes_are_learned_apart() {
    let classes = vec![vec![3, 6, 9, 12]];
    let timing = timing(Some(Calendar { joint: vec![], classes, ..calendar() }));
    // 2025-01 to 2025-12.
    let seen = arrivals(&[8, 8, 14, 8, 8, 14, 8, 8, 14, 8, 8, 14], true);
    let january = expected(&timing, &seen, Some("2025-12")).unwrap();
    assert_eq!((january.first, january.last), (day("2026-02-07"), day("2026-02-09")));
    let march = expected(&timing, &seen, Some("2026-02")).unwrap();
    assert_eq!(march.basis, Basis::Formula, "four quarters are few");
}

#[test]
fn a_check_of_the_week_before_tells_nothing() {
    let seen = at("2025-12-08T03:00:00Z");
    let absent = |checks: &[&str]| {
        let checks: Vec<Timestamp> = checks.iter().map(|text| at(text)).collect();
        Arrival::new("2025-11", seen, seen, &checks).absent_at
    };
    assert_eq!(absent(&["2025-12-01T03:00:00Z"]), None);
    let checks = ["2025-12-01T03:00:00Z", "2025-12-07T03:00:00Z", "2025-12-09T03:00:00Z"];
    assert_eq!(absent(&checks), Some(at("2025-12-07T03:00:00Z")));
    assert_eq!(absent(&["2025-12-09T03:00:00Z"]), None);
}

#[test]
fn what_is_expected_goes_on_from_release_to_release() {
    let periods: Vec<String> =
        until(&timing(Some(calendar())), &[], Some("2025-10"), day("2026-04-30"))
            .into_iter()
            .map(|Expected { period, first, .. }| format!("{period} {first}"))
            .collect();
    let expected =
        ["2025-11 2025-12-18", "2025-12 2026-01-18", "2026-02 2026-03-18", "2026-03 2026-04-18"];
    assert_eq!(periods, expected);
}

/// Both dates are kept, and the later word holds.
#[test]
fn a_date_that_was_moved_is_expected_where_it_was_moved_to() {
    let mut timing = timing(Some(calendar()));
    timing.moved.insert("2025-11".to_owned(), day("2025-12-20"));
    let expected = expected(&timing, &[], Some("2025-10")).unwrap();
    assert_eq!((expected.first, expected.last), (day("2025-12-20"), day("2025-12-20")));
    assert_eq!(expected.moved_from, Some(day("2025-12-18")));
    let due = |now: &str| due(&timing, &[], Some("2025-10"), at(now));
    assert_eq!(due("2025-12-19T03:00:00Z"), Due::Not(day("2025-12-20")));
    assert_eq!(ran_out(&timing, at("2025-12-19T03:00:00Z")), None);
}

#[test]
fn a_release_before_its_day_is_early() {
    let timing = timing(None);
    let arrival = |period: &str, out: &str| Arrival::new(period, at(out), at(out), &[]);
    let october = arrival("2025-10", "2025-11-18T03:00:00Z");
    let early = |out: &str| early(&timing, &[october.clone(), arrival("2025-11", out)]);
    assert_eq!(early("2025-12-17T15:59:00Z"), Some(day("2025-12-18")));
    assert_eq!(early("2025-12-17T16:00:00Z"), None, "the day has begun in Beijing");
    assert_eq!(super::early(&timing, std::slice::from_ref(&october)), None, "nothing before it");
}

/// Days of the month of the notices of China's customs, by year: of the Express, and of the monthly
/// tables; 0 where nothing comes out.
const NOTICES: [(i16, [i8; 12]); 4] = [
    (2015, [13, 8, 8, 13, 8, 8, 13, 8, 8, 13, 8, 8]),
    (2017, [13, 10, 8, 13, 8, 8, 13, 8, 8, 13, 8, 8]),
    (2020, [14, 7, 7, 14, 7, 7, 14, 7, 7, 13, 7, 7]),
    (2025, [13, 0, 7, 14, 9, 9, 14, 7, 8, 13, 7, 8]),
];

/// Every night of four years, as the notices say that releases came: none of them is late.
#[test]
fn no_night_of_the_four_announced_years_is_falsely_overdue() {
    let pipelines = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines");
    let timing = Source::load(&pipelines, "cn/gacc-express").unwrap().timing;
    let (mut nights, mut seen) = (0, 0);
    for (year, days) in NOTICES {
        let name = |date: Date| date.strftime("%Y-%m").to_string();
        let mut newest = name(Date::new(year - 1, 11, 1).unwrap());
        let mut night = Date::new(year, 1, 1).unwrap();
        while night.year() == year {
            let month = usize::try_from(night.month() - 1).unwrap();
            // A run at eight in the evening of Beijing: what came out that day is held.
            if night.day() == days[month] {
                newest = name(night.first_of_month().saturating_sub(1.month()));
                seen += 1;
            }
            let now = timing.time_zone.to_timestamp(night.at(20, 0, 0, 0)).unwrap();
            let due = due(&timing, &[], Some(&newest), now);
            assert!(matches!(due, Due::Not(_)), "{night}, {newest} held: {due:?}");
            nights += 1;
            night = night.tomorrow().unwrap();
        }
    }
    assert_eq!((nights, seen), (365 + 365 + 366 + 365, 12 * 4 - 1));
}

/// The same with each release a day late: that night, and no other, is.
#[test]
fn a_release_a_day_after_the_notice_is_overdue_for_a_night() {
    let pipelines = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../pipelines");
    let timing = Source::load(&pipelines, "cn/gacc-express").unwrap().timing;
    let held = |now: &str| due(&timing, &[], Some("2025-03"), at(now));
    assert_eq!(held("2025-05-08T15:59:00Z"), Due::Not(day("2025-05-09")));
    assert_eq!(held("2025-05-09T12:00:00Z"), Due::Open);
    assert_eq!(held("2025-05-10T12:00:00Z"), Due::Over(day("2025-05-09")));
}

#[test]
fn a_calendar_that_ran_out_says_so() {
    let timing = timing(Some(calendar()));
    assert_eq!(ran_out(&timing, at("2025-12-18T03:00:00Z")), None);
    assert_eq!(ran_out(&timing, at("2025-12-19T03:00:00Z")), Some(day("2025-12-18")));
}

/// In Shanghai a month ends eight hours before it does in Greenwich.
#[test]
fn periods_end_where_the_publisher_is() {
    for (period, end) in [
        ("2025-11", "2025-11-30T16:00:00Z"),
        ("2025-Q3", "2025-09-30T16:00:00Z"),
        ("2024", "2024-12-31T16:00:00Z"),
        ("2026-02-28", "2026-02-28T16:00:00Z"),
    ] {
        assert_eq!(period_end(&timing(None), period), Some(at(end)), "{period}");
    }
    assert_eq!(period_end(&timing(None), "latest"), None);
}
