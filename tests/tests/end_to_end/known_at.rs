//! What we held at an instant is what a build from the captures until then gives.

use portbook_tests::program::Place;

use crate::{replayed, text};

/// Every row, in the order of the contract. Of the World Economic Outlook one release was seen in
/// two editions on different days: the cell that stands is chosen among both (contract 7), so what
/// was held then has today's address.
const ROWS: &str = "select * from observation where source <> 'intl-imf-weo' \
                    order by series_id, period_start, period_end, released_at";

fn rows(place: &Place, arguments: &[&str]) -> String {
    let asked = ["sql", ROWS, "--format", "csv"].into_iter().chain(arguments.iter().copied());
    let ended = place.portbook(asked);
    ended.expect(0);
    ended.stdout
}

#[test]
fn known_at_is_what_a_build_gave_then() {
    for (name, instant) in [("february", "2026-02-01"), ("april", "2026-04-30")] {
        let place = Place::new(&format!("known-at-{name}"));
        let ended = place.portbook(["run", "--replay", "--json", "--now", instant]);
        assert!([0, 10].contains(&ended.code), "only what is due may differ: {ended}");
        let (then, now) = (rows(&place, &[]), rows(&replayed().place, &["--known-at", instant]));
        assert!(then.lines().count() > 1000, "{} lines", then.lines().count());
        for (then, now) in then.lines().zip(now.lines()) {
            assert_eq!(then, now, "{instant}");
        }
        assert_eq!(then.lines().count(), now.lines().count(), "{instant}");
    }
}

/// The Express of November 2025 was released in December and reached us, re-keyed, in August.
#[test]
fn a_figure_is_not_known_before_it_was_seen() {
    let question = "select count(*) as n from latest where source = 'cn-gacc-express' \
                    and currency = 'USD' and time_period = '2025-11'";
    let asked = |arguments: &[&str]| {
        let asked = ["sql", question, "--json"].into_iter().chain(arguments.iter().copied());
        replayed().place.portbook(asked).json(0)[0]["n"].as_u64().unwrap()
    };
    let as_of = ["--as-of", "2026-01-01"];
    assert!(asked(&as_of) > 0);
    assert_eq!(asked(&["--known-at", "2026-08-20"]), 0);
    assert_eq!(asked(&["--known-at", "2026-08-21"]), asked(&[]));
    assert_eq!(asked(&[&as_of[..], &["--known-at", "2026-08-20"]].concat()), 0);
    assert_eq!(asked(&[&as_of[..], &["--known-at", "2026-08-21"]].concat()), asked(&as_of));
}

#[test]
fn explain_takes_it_too() {
    let november = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
                    and measure = 'VALUE' and period_kind = 'month' and time_period = '2025-11'";
    // Released on 19 February at 13:30, seen at 14:00.
    for (instant, value) in
        [("2026-02-19T13:45:00Z", "182146000000"), ("2026-02-19T14:00:00Z", "183135000000")]
    {
        let arguments = ["explain", "--json", "--where", november, "--known-at", instant];
        let json = replayed().place.portbook(arguments).json(0);
        assert_eq!(text(&json[0]["row"]["obs_value"]), value, "{instant}");
    }
}
