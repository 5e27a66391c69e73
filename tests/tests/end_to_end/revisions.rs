//! `revisions`, and real pairs of releases: what a later one made of an earlier one.

use portbook_tests::program::Ended;
use serde_json::Value;

use crate::{count, list, replayed, text};

fn asked(arguments: &[&str]) -> Ended {
    replayed().place.portbook(["revisions"].iter().chain(arguments).copied())
}

fn json(arguments: &[&str]) -> Value {
    asked(&[arguments, &["--json"]].concat()).json(0)
}

fn sql(arguments: &[&str]) -> Value {
    replayed().place.portbook(["sql", "--json"].iter().chain(arguments).copied()).json(0)
}

/// The figures of ARCHITECTURE.md, counted by eye in the two workbooks.
#[test]
fn exhibit_12_of_december() {
    let exhibit = ["us/census-ft900", "--dataset", "exhibit-12"];
    let report = json(&exhibit);
    let [dataset] = list(&report["datasets"]) else { panic!("one dataset: {report:#}") };
    let releases = list(&dataset["releases"]);
    let counts: Vec<[u64; 4]> = releases
        .iter()
        .map(|release| ["new", "revised", "vanished", "restated"].map(|name| count(&release[name])))
        .collect();
    assert_eq!(counts, [[320, 0, 0, 0], [16, 7, 0, 289]], "{report:#}");
    let largest = list(&dataset["largest"]);
    assert_eq!(largest.len(), 7);
    let exports = largest.iter().find(|pair| pair["before"]["printed"] == "182146");
    let exports = exports.unwrap_or_else(|| panic!("not among {largest:#?}"));
    assert_eq!(exports["after"]["printed"], "183135");
    assert_eq!(exports["difference"], "989000000");
    for (print, release, cell) in [("before", "2025-11", "F49"), ("after", "2025-12", "F47")] {
        let row = &exports[print]["row"];
        assert_eq!(text(&row["release"]), format!("us-census-ft900:{release}"));
        assert_eq!((text(&row["sheet"]), text(&row["cell"])), ("12", cell));
    }

    let people = asked(&exhibit);
    people.expect(0);
    for words in ["7 revised", "16 new", "0 vanished", "289 restated", "182,146 → 183,135"] {
        assert!(people.stdout.contains(words), "{words}: {people}");
    }
    assert!(people.stdout.lines().all(|line| line.chars().count() <= 100), "{people}");
    let one = asked(&[&exhibit[..], &["--release", "2025-11"]].concat());
    assert!(one.stdout.contains("320 new") && !one.stdout.contains("7 revised"), "{one}");
}

#[test]
fn a_triangle_shows_both_prints_of_november() {
    let picked = "source = 'us-census-ft900' and dataset = 'exhibit-12' and trade_flow = 'X' \
                  and measure = 'VALUE' and period_kind = 'month'";
    let rows = sql(&[&format!("select distinct series_id from latest where {picked}")]);
    let [row] = list(&rows) else { panic!("one series: {rows:#}") };
    let key = text(&row["series_id"]);
    let ended = asked(&["us/census-ft900", "--triangle", key]);
    ended.expect(0);
    let november = ended.stdout.lines().find(|line| line.trim_start().starts_with("2025-11 "));
    let fields: Vec<&str> = november.unwrap_or_default().split_whitespace().collect();
    assert_eq!(fields, ["2025-11", "182,146", "183,135"], "{ended}");
    let triangle = json(&["us/census-ft900", "--triangle", key]);
    assert_eq!(list(&triangle["releases"]).len(), 2, "{triangle:#}");
}

/// Over the months of Exhibit 12 that the first release printed: 35 of eight figures, 7 of them
/// revised. Exports of goods of November moved by 989 million dollars and no other month of theirs.
#[test]
fn the_lean_of_exhibit_12() {
    let leans = json(&["us/census-ft900", "--dataset", "exhibit-12", "--bias"]);
    let of_months = |lean: &&Value| lean["period_kind"] == "month";
    let (series, datasets): (Vec<&Value>, Vec<&Value>) =
        list(&leans).iter().filter(of_months).partition(|lean| lean.get("series_id").is_some());
    let [all] = datasets.as_slice() else { panic!("one unit: {leans:#}") };
    assert_eq!((count(&all["observations"]), count(&all["revised"])), (280, 7));
    assert_eq!(series.len(), 8);
    let census = |lean: &&&Value| lean["trade_flow"] == "X" && lean["measure"] == "VALUE";
    let exports = series.iter().find(census).unwrap();
    let mean = exports["mean"].as_f64().unwrap();
    assert!((mean - 989e6 / 35.0).abs() < 1.0, "{exports:#}");
    // One value of 989 and 34 of nil: the deviation is 989 / √35, the error 989 / 35.
    let error = exports["standard_error"].as_f64().unwrap();
    assert!((error - 989e6 / 35.0).abs() < 1.0, "{exports:#}");
    asked(&["us/census-ft900", "--bias"]).expect(0);
}

/// Four stamps of the World Trade Monitor; the last changes its base from 2010 to 2021 and with it
/// every month it prints. At any instant there is one base.
#[test]
fn a_rebase_is_told_as_one_and_as_of_sees_one_base() {
    let report = json(&["intl/cpb-world-trade-monitor"]);
    for dataset in list(&report["datasets"]) {
        let [earlier @ .., last] = list(&dataset["releases"]) else { panic!("{report:#}") };
        assert_eq!(earlier.len(), 3, "{report:#}");
        for earlier in earlier {
            assert_eq!(count(&earlier["rebased"]), 0, "{earlier:#}");
        }
        assert_eq!(count(&last["rebased"]), count(&last["revised"]), "{last:#}");
        assert!(count(&last["rebased"]) > 500, "{last:#}");
        // What stands on another base has no size.
        assert!(list(&last["sizes"]).is_empty(), "{last:#}");
    }
    for (as_of, base) in [("2024-12-31", "2010"), ("2026-03-31", "2021")] {
        let rows = sql(&[
            "select distinct base_period from latest where source = 'intl-cpb-world-trade-monitor' \
             and time_period = '2022-12'",
            "--as-of",
            as_of,
        ]);
        let [row] = list(&rows) else { panic!("one base as of {as_of}: {rows:#}") };
        assert_eq!(text(&row["base_period"]), base, "{as_of}");
    }
    let world = "source = 'intl-cpb-world-trade-monitor' and time_period = '2022-12' and obs_value \
                 in (132.484608875, 101.528468867)";
    let question = format!(
        "select obs_value, revision_reason, base_period from observation where {world} order by released_at"
    );
    let rows = sql(&[&question]);
    let last = list(&rows).last().unwrap();
    assert_eq!(text(&last["obs_value"]), "101.528468867");
    assert_eq!(text(&last["revision_reason"]), "rebase");
}

/// The bulletin prints a month once and never again: what it revises shows only as the difference of
/// two cumulatives and the month between them.
#[test]
fn months_of_the_bulletin_are_printed_once() {
    let report = json(&["cn/gacc-bulletin", "--dataset", "countries"]);
    let releases = list(&report["datasets"][0]["releases"]);
    assert_eq!(releases.len(), 5, "{report:#}");
    for release in releases {
        assert!(count(&release["new"]) > 2000, "{release:#}");
        let none = ["revised", "vanished", "restated"].map(|name| count(&release[name]));
        assert_eq!(none, [0, 0, 0], "{release:#}");
    }
}

/// Exports of January to November 2025: 3,414,732.8 million dollars in the Express, 34,147.33
/// hundred million as the statistical bureau hands the bulletin on; imports 2,338,884.7, 23,388.85.
#[test]
fn a_follower_is_compared_with_the_preliminary_print() {
    let compared = json(&["cn/nbs-dg", "--follows"]);
    let [bulletin, one] = list(&compared) else { panic!("two links: {compared:#}") };
    // Totals of table (5) of the bulletin, eight a month: 2023-01, 2023-04 and 2026-02.
    assert_eq!(text(&bulletin["followed_dataset"]), "regimes");
    assert_eq!(
        (count(&bulletin["agreed"]), count(&bulletin["differing"])),
        (24, 0),
        "{bulletin:#}"
    );
    assert_eq!(text(&one["followed_source"]), "cn-gacc-express");
    assert_eq!((count(&one["agreed"]), count(&one["differing"])), (2, 0), "{one:#}");
    asked(&["us/census-ft900", "--follows"]).expect(64);
}

/// Exports of March 2023: 3,155.89 hundred million dollars and 14.8 per cent as first published,
/// 302.4 billion and 10.9 per cent in the mirror of August 2026.
#[test]
fn a_mirror_of_today_is_compared_with_what_was_first_published() {
    let compared = json(&["cn/eastmoney-mirror", "--follows"]);
    let [_, _, one] = list(&compared) else { panic!("three links: {compared:#}") };
    assert_eq!(text(&one["followed_source"]), "cn-nbs-dg");
    assert_eq!((count(&one["not_comparable"]), list(&one["sizes"]).len()), (0, 4));
    let differences: Vec<&str> =
        list(&one["largest"]).iter().map(|pair| text(&pair["difference"])).collect();
    for march in ["-3.9", "-13189000000"] {
        assert!(differences.contains(&march), "{one:#}");
    }
}

/// Totals of table (5) of the bulletin (`t05_regime_2023-01.page.txt`, `…2023-04…`, `…2026-02…`,
/// row TOTAL and the growth under it) beside records 184 and 218 of the mirror: two growth rates of
/// exports, 39.6 and 21.8 in 2026, stand; the cumulative of April 2023 became 1,083.6 billion from
/// 1,116,956,792 thousand dollars.
#[test]
fn the_mirror_is_compared_with_the_months_of_the_bulletin() {
    let compared = json(&["cn/eastmoney-mirror", "--follows", "--largest", "22"]);
    let one = &list(&compared)[0];
    assert_eq!(text(&one["followed_source"]), "cn-gacc-bulletin");
    assert_eq!(text(&one["followed_dataset"]), "regimes");
    assert_eq!((count(&one["agreed"]), count(&one["differing"])), (2, 22), "{one:#}");
    let revised: Vec<&str> = list(&one["largest"])
        .iter()
        .filter(|pair| {
            let row = &pair["after"]["row"];
            let wanted = [("time_period", "2023-04"), ("period_kind", "ytd"), ("trade_flow", "X")];
            wanted.iter().all(|(column, value)| text(&row[column]) == *value)
                && text(&row["transformation"]) == "N"
        })
        .map(|pair| text(&pair["difference"]))
        .collect();
    assert_eq!(revised, ["-33356792000"], "{one:#}");
}

/// `best` has the mirror's figure of 2026 where others had printed one before, and as of 2025
/// the Express's, for no follower had come.
#[test]
fn best_prefers_the_follower() {
    let picked = "source like 'cn-%' and dataset in ('totals', 'partners') and trade_flow = 'X' \
                  and counterpart_area = '_W' and currency = 'USD' and transformation = 'N' \
                  and period_kind = 'ytd' and time_period = '2025-11'";
    let question = format!("select source, obs_value from best where {picked}");
    for (arguments, source, value) in [
        (&[][..], "cn-eastmoney-mirror", "3413000000000"),
        (&["--as-of", "2025-12-31"], "cn-gacc-express", "3414732800000"),
    ] {
        let rows = sql(&[&[question.as_str()][..], arguments].concat());
        let [row] = list(&rows) else { panic!("one row: {rows:#}") };
        assert_eq!((text(&row["source"]), text(&row["obs_value"])), (source, value));
    }
    let counted =
        sql(&["select (select count(*) from latest) - (select count(*) from best) as hidden"]);
    // Two of the Express, 24 of the bulletin, 576 of its totals as handed on.
    assert_eq!(counted[0]["hidden"], 2 + 24 + 576, "{counted:#}");
}

#[test]
fn what_is_not_there_is_told_with_the_nearest() {
    let ended = asked(&["us/census-ft90"]);
    ended.expect(64);
    assert!(ended.stderr.contains("us-census-ft900"), "{ended}");
}
