//! What each release changed: counts, sizes, triangle, lean, and a follower beside the followed.

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::Period;
use portbook_query::error::Error;
use portbook_query::revisions::{Question, text};

use crate::published::{EXPORTS, Output, exhibit_12, release, row, wait};

/// The two releases of the exhibit and a third that revises November and December.
fn three_releases() -> Vec<Row> {
    let january = release("us-census-ft900", "2026-01", "2026-03-12T12:30:00Z");
    let month = |m| Period::month(2025, m).unwrap();
    let mut rows = exhibit_12();
    rows.push(row(&january, &EXPORTS, month(11), "183035000000", "F45"));
    rows.push(row(&january, &EXPORTS, month(12), "184500000000", "F46"));
    rows
}

fn question(source: &str) -> Question {
    Question { source: source.to_owned(), dataset: None, release: None, largest_max: 10 }
}

const FT900: &str = "us/census-ft900";

#[test]
fn sizes_are_told_beside_those_of_earlier_releases() {
    let output = Output::of(&three_releases());
    let report = wait(output.table().revisions(&question(FT900))).unwrap();
    let releases = &report.datasets[0].releases;
    let counts: Vec<_> = releases.iter().map(|r| (r.counts.new, r.counts.revised)).collect();
    assert_eq!(counts, [(2, 0), (1, 1), (0, 2)]);
    assert!(releases.iter().all(|r| r.counts.restated.is_none()), "this table does not tell");
    assert!(releases[0].measures.is_empty());
    let (second, third) = (&releases[1].measures[0], &releases[2].measures[0]);
    let million = 10_i128.pow(15);
    assert_eq!((second.median, second.largest), (989 * million, 989 * million));
    assert_eq!((second.usual, second.usual_ppm), (None, None));
    // 989 of 182,146 is 0.5430 %, 500 of 184,000 is 0.2717 %, 100 of 183,135 is 0.0546 %.
    assert_eq!(second.median_ppm, Some(5_430));
    assert_eq!((third.median, third.largest), (300 * million, 500 * million));
    assert_eq!((third.median_ppm, third.largest_ppm), (Some(1_631), Some(2_717)));
    assert_eq!((third.usual, third.usual_ppm), (Some(989 * million), Some(5_430)));
    assert_eq!(third.unit_mult, 6);
}

#[test]
fn the_largest_come_first_with_both_addresses() {
    let output = Output::of(&three_releases());
    let report = wait(output.table().revisions(&question(FT900))).unwrap();
    let shown = text::report(&report);
    assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
    let largest: Vec<&str> = shown.lines().filter(|line| line.contains('→')).collect();
    assert_eq!(largest.len(), 3);
    assert_eq!(largest[0], "  182,146 → 183,135  +989  +0.54 %  USD 10^6, month 2025-11");
    assert_eq!(largest[2], "  183,135 → 183,035  -100  -0.05 %  USD 10^6, month 2025-11");
    for line in ["2025-11  sheet `Exhibit 12`, cell F49", "2025-12  sheet `Exhibit 12`, cell F47"] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let json = report.json();
    let first = &json["datasets"][0]["largest"][0];
    assert_eq!(first["difference"], "989000000");
    assert_eq!(first["difference_percent"], "0.5430");
    assert_eq!(
        (&first["before"]["row"]["cell"], &first["after"]["row"]["cell"]),
        (&"F49".into(), &"F47".into())
    );
}

#[test]
fn one_release_is_asked_for_by_its_id_or_its_period() {
    let output = Output::of(&three_releases());
    for name in ["2025-12", "us-census-ft900:2025-12"] {
        let asked = Question { release: Some(name.to_owned()), ..question(FT900) };
        let report = wait(output.table().revisions(&asked)).unwrap();
        assert_eq!(report.datasets[0].releases.len(), 1);
        assert_eq!(report.datasets[0].largest.len(), 1);
    }
    let unknown = |question: &Question| {
        let error = wait(output.table().revisions(question)).unwrap_err();
        assert!(error.is_question());
        error.to_string()
    };
    let of_release = Question { release: Some("2025-13".to_owned()), ..question(FT900) };
    assert!(
        unknown(&of_release)
            .starts_with("no release `2025-13` is published\n  hint: nearest are `2025-1")
    );
    let of_dataset = Question { dataset: Some("exhibit-1".to_owned()), ..question(FT900) };
    assert!(unknown(&of_dataset).ends_with("nearest are `exhibit-12`"));
    assert!(unknown(&question("us/census")).starts_with("no source `us/census` is published"));
}

#[test]
fn a_triangle_has_periods_down_and_releases_across() {
    let output = Output::of(&three_releases());
    let key = exhibit_12()[0].observation.series.id();
    let triangle = wait(output.table().triangle(&question(FT900), &key)).unwrap();
    let shown = text::triangle(&triangle);
    let fields = |start: &str| -> Vec<String> {
        let line = shown.lines().find(|line| line.trim_start().starts_with(start)).unwrap();
        line.split_whitespace().map(str::to_owned).collect()
    };
    assert_eq!(fields("period"), ["period", "2025-11", "2025-12", "2026-01"]);
    assert_eq!(fields("2025-10"), ["2025-10", "190,000"]);
    assert_eq!(fields("2025-11"), ["2025-11", "182,146", "183,135", "183,035"]);
    assert_eq!(fields("2025-12"), ["2025-12", "184,000", "184,500"]);
    let one = wait(output.table().triangle(&question(FT900), &format!("{key}/2025-11"))).unwrap();
    assert_eq!((one.periods.len(), one.periods[0].len()), (1, 3));
    let wrong = wait(output.table().triangle(&question(FT900), &"0".repeat(32))).unwrap_err();
    assert!(matches!(wrong, Error::NothingFound { .. }), "{wrong}");
}

/// First print to latest: October 0, November +889, December +500 million. Their mean is 463; they
/// lie -463, +426 and +37 from it, so the deviation is the root of 397,214 / 2 and the error that by
/// the root of 3.
#[test]
fn the_lean_is_the_mean_of_all_that_could_have_been_revised() {
    let mut rows = three_releases();
    let january = release("us-census-ft900", "2026-01", "2026-03-12T12:30:00Z");
    // The newest release's own month could not have been revised.
    rows.push(row(&january, &EXPORTS, Period::month(2026, 1).unwrap(), "190000000000", "F47"));
    let output = Output::of(&rows);
    let leans = wait(output.table().bias(&question(FT900))).unwrap();
    assert_eq!(leans.len(), 2, "{leans:?}");
    assert_eq!(leans[1].series.as_ref().unwrap().series_id, rows[0].observation.series.id());
    for lean in &leans {
        assert_eq!((lean.observations, lean.revised), (3, 2));
        assert!((lean.mean / 1e6 - 463.0).abs() < 1e-9, "{lean:?}");
        let error = (397_214.0_f64 / 2.0).sqrt() / 3.0_f64.sqrt();
        assert!((lean.standard_error.unwrap() / 1e6 - error).abs() < 1e-6, "{lean:?}");
    }
    let shown = text::bias(&leans);
    assert!(shown.contains("463.0 10^6") || shown.contains("463000.0 10^3"), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
}

#[test]
fn a_follower_is_compared_with_what_stood_when_it_came() {
    let month = |m| Period::month(2025, m).unwrap();
    let finally = release("us-final", "2025-12", "2026-02-01T00:00:00Z");
    let columns = |valuation| {
        let mut columns = EXPORTS.to_vec();
        columns[0] = (Concept::Dataset, "table");
        columns.push((Concept::Valuation, valuation));
        columns
    };
    let mut rows = exhibit_12();
    // October agrees within rounding, November differs from what stood on 1 February, December was
    // not yet out, September is the follower's alone.
    for (m, value) in
        [(9, "1000000000"), (10, "190000400000"), (11, "182200000000"), (12, "1000000000")]
    {
        rows.push(row(&finally, &columns("FOB"), month(m), value, "B2"));
    }
    let output = Output::of(&rows);
    let compared = wait(output.table().followed(&question("us-final"))).unwrap();
    let [one] = compared.as_slice() else { panic!("one link: {compared:?}") };
    assert_eq!((one.agreed, one.differing, one.not_comparable), (1, 1, 1));
    assert_eq!((one.only_follower, one.only_followed), (1, 0));
    let pair = &one.largest[0];
    assert_eq!(pair.before.release, "us-census-ft900:2025-11");
    assert_eq!(pair.difference(), Some(54 * 10_i128.pow(15)));
    let shown = text::followed(&compared);
    assert!(shown.contains("182,146 → 182,200"), "{shown}");
    let none = wait(output.table().followed(&question(FT900))).unwrap_err();
    assert!(none.to_string().contains("follows"), "{none}");
}
