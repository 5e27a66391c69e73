//! `corrections.toml`: each action, each guard. The printed text stays, the row says it is other.

use portbook_tests::program::Place;
use portbook_tests::published::rows;

use crate::ruritania::{PAGE, answers, file, place, row};
use crate::{list, text};

/// A correction of one figure of the page of 20 March 2024.
fn correction(action: &str, area: &str, month: &str, expect: &str, more: &str) -> String {
    format!(
        "[[correction]]\naction = \"{action}\"\ndataset = \"exports\"\n\
         release = \"xx-exports:2024-03-20\"\nseries = {{ counterpart_area = \"{area}\" }}\n\
         period = \"{month}\"\nexpect = \"{expect}\"\n{more}\nreason = \"a slip of the bureau\"\n\
         reference = \"https://bureau.example/errata\"\nby = \"reviewer\"\ndate = \"2024-03-25\"\n\n"
    )
}

fn write(place: &Place, corrections: &str) {
    fs_err::write(file(place, "corrections.toml"), corrections).unwrap();
}

/// Value, unit, status, printed text and reason of a published row.
fn seen(place: &Place, release: &str, area: &str, month: &str) -> Option<[String; 5]> {
    let columns = ["obs_value", "unit_mult", "obs_status", "raw_text", "revision_reason"];
    let row = row(place, release, area, month)?;
    Some(columns.map(|column| row.get(column).to_owned()))
}

/// The rule and the words of what holds the release, if it is held.
fn reasons(place: &Place, code: i32, release: &str) -> Vec<String> {
    reasons_of(&place.replay().json(code), release)
}

fn reasons_of(summary: &serde_json::Value, release: &str) -> Vec<String> {
    let verdicts = list(&summary["lines"][0]["verdicts"]);
    let verdict = verdicts.iter().find(|v| v["release"] == format!("xx-exports:{release}"));
    let verdict = verdict.unwrap_or_else(|| panic!("no verdict on {release}: {summary:#}"));
    let reason = |r: &serde_json::Value| format!("{}: {}", text(&r["rule"]), text(&r["said"]));
    list(&verdict["reasons"]).iter().map(reason).collect()
}

#[test]
fn each_action_changes_one_value_and_says_so() {
    let place = place("corrections");
    let all = [
        correction("drop", "_W", "2024-01", "30.5", ""),
        correction("scale", "_W", "2024-02", "20", "value = \"1000\""),
        correction("override", "DEU", "2024-01", "10.25", "value = \"10.5\""),
        correction("flag", "FRA", "2024-01", "20.25", "status = \"E\""),
        correction("override", "FRA", "2024-02", "-", "value = \"0.4\""),
    ];
    write(&place, &all.concat());
    let summary = place.replay().json(0);
    let line = &summary["lines"][0];
    assert_eq!(line["verdicts"][0]["corrected"], 5, "{line:#}");
    assert_eq!(line["conservation"][0]["ignored"], 1, "the one left out: {line:#}");
    for (area, month, expected) in [
        ("_W", "2024-01", None),
        ("_W", "2024-02", Some(["20000000", "6", "A", "20", "correction"])),
        ("DEU", "2024-01", Some(["10500", "3", "A", "10.25", "correction"])),
        ("DEU", "2024-02", Some(["20000", "3", "A", "", ""])),
        ("FRA", "2024-01", Some(["20250", "3", "E", "20.25", "correction"])),
        ("FRA", "2024-02", Some(["400", "3", "A", "-", "correction"])),
    ] {
        let expected = expected.map(|row| row.map(str::to_owned));
        assert_eq!(seen(&place, "2024-03-20", area, month), expected, "{area} {month}");
    }

    let verified = place.portbook(["verify", "--cells", "--json"]).json(0);
    let tally = &verified["cells"]["sources"]["xx-exports"];
    assert_eq!((&tally["rows"], &tally["corrected"]), (&5.into(), &4.into()), "{verified:#}");

    let condition = "counterpart_area = 'DEU' and time_period = '2024-01'";
    let explained = place.portbook(["explain", "--where", condition]);
    explained.expect(0);
    for word in
        ["override of the printed `10.25`: a slip of the bureau", "xx/exports/corrections.toml:"]
    {
        assert!(explained.stdout.contains(word), "no `{word}`: {explained}");
    }
    let json = place.portbook(["explain", "--where", condition, "--json"]).json(0);
    let said = &list(&json)[0]["capture"]["correction"];
    assert_eq!(text(&said["reference"]), "https://bureau.example/errata", "{json:#}");
    assert_eq!(text(&list(&json)[0]["printed"]), "10.25");
}

#[test]
fn a_cell_of_some_bytes_is_meant_by_its_place() {
    let place = place("corrections-cell");
    place.replay().json(0);
    let snapshot = rows(&place.output())[0].get("snapshot").to_owned();
    let named = "release = \"xx-exports:2024-03-20\"\nseries = { counterpart_area = \"DEU\" }\n\
                 period = \"2024-01\"\n";
    let by_series = correction("override", "DEU", "2024-01", "10.25", "value = \"10.5\"");
    assert!(by_series.contains(named));
    let cell = format!("snapshot = \"{snapshot}\"\ncell = \"B5\"\n");
    write(&place, &by_series.replace(named, &cell));
    place.portbook(["build"]).expect(0);
    let row = seen(&place, "2024-03-20", "DEU", "2024-01").expect("it is published");
    assert_eq!((row[0].as_str(), row[4].as_str()), ("10500", "correction"));
    write(&place, &by_series.replace(named, &cell.replace("B5", "B9")));
    let unmatched = reasons(&place, 10, "2024-03-20");
    assert!(unmatched[0].starts_with("correction-unmatched: got no value"), "{unmatched:?}");
}

#[test]
fn it_fails_loudly_once_the_publisher_mends_the_figure() {
    let place = place("corrections-expired");
    write(&place, &correction("override", "DEU", "2024-01", "10.25", "value = \"10.5\""));
    answers(&place, "2024-03-20T15:00:00Z", &PAGE.replace("10.25", "10.50"));
    let summary = place.replay().json(10);
    let told = reasons_of(&summary, "2024-03-20.2");
    let words = ["correction-expired", "got `10.50`", "`10.25`", "corrections.toml:1"];
    assert!(told.iter().any(|said| words.iter().all(|word| said.contains(word))), "{told:?}");
    assert_eq!(reasons_of(&summary, "2024-03-20"), Vec::<String>::new());
    let row = seen(&place, "2024-03-20", "DEU", "2024-01").expect("the first print stands");
    assert_eq!(row[0], "10500");
}

#[test]
fn a_key_that_means_nothing_or_two_of_one_value_hold_the_release() {
    for (name, corrections, words) in [
        (
            "nothing",
            correction("drop", "ITA", "2024-01", "10.25", ""),
            ["correction-unmatched: got no value of the drop in corrections.toml:1", ""],
        ),
        (
            "several",
            correction("drop", "DEU", "2024-01", "10.25", "")
                .replace("counterpart_area = \"DEU\"", "trade_flow = \"X\""),
            ["correction-expired", "correction-unmatched: got 3 values"],
        ),
        (
            "twice",
            correction("drop", "DEU", "2024-01", "10.25", "").repeat(2),
            ["correction-twice", "lines 1 and"],
        ),
        (
            "misfit",
            correction("scale", "DEU", "2024-01", "10.25", "value = \"0.00000000000001\"")
                .replace("0.00000000000001", "0.000000000001"),
            ["correction-misfit", "fits when scaled"],
        ),
    ] {
        let place = place(&format!("corrections-{name}"));
        write(&place, &corrections);
        let told = reasons(&place, 10, "2024-03-20").join("\n");
        assert!(words.iter().all(|word| told.contains(word)), "{name}: {told}");
        assert_eq!(rows(&place.output()).len(), 0, "{name}");
    }
}

#[test]
fn a_mistake_in_the_file_ends_with_78_and_its_place() {
    let place = place("corrections-mistake");
    write(&place, &correction("override", "DEU", "2024-01", "10.25", ""));
    let ended = place.replay();
    ended.expect(78);
    assert!(
        ended.stderr.contains("corrections.toml:2:10: `override`: expected `value`"),
        "{ended}"
    );
}
