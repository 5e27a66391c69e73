//! SQL over the views, at an instant and over everything.

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_query::as_of::AsOf;
use portbook_query::error::Error;
use portbook_query::table::Table;
use serde_json::{Value, json};

use crate::published::{Output, exhibit_12, wait};

fn ask(output: &Output, text: &str, as_of: &str) -> Result<Value, Error> {
    let as_of = match as_of {
        "" => AsOf::Everything,
        date => date.parse()?,
    };
    wait(output.table().sql(text, as_of))?.json()
}

#[test]
fn latest_is_what_stood_on_that_day() {
    let output = Output::of(&exhibit_12());
    let text = "select obs_value, cell from latest where time_period = '2025-11'";
    for (as_of, value, cell) in [
        ("2026-01-29", "182146000000", "F49"),
        ("2026-02-01", "182146000000", "F49"),
        ("2026-03-01", "183135000000", "F47"),
        ("", "183135000000", "F47"),
    ] {
        let expected = json!([{"obs_value": value, "cell": cell}]);
        assert_eq!(ask(&output, text, as_of).unwrap(), expected, "{as_of}");
    }
    assert_eq!(ask(&output, text, "2026-01-28").unwrap(), json!([]));
    assert_eq!(ask(&output, text, "2026-01-29T13:29:59Z").unwrap(), json!([]));
}

/// Contract 8: row for row what a build gives from only the releases until then.
#[test]
fn as_of_is_what_a_build_gave_then() {
    let all = exhibit_12();
    let output = Output::of(&all);
    let days = ["2026-01-28", "2026-01-29", "2026-02-18", "2026-02-19", "2030-01-01"];
    for day in days {
        let AsOf::At(at) = day.parse().unwrap() else { panic!("an instant") };
        let until: Vec<Row> =
            all.iter().filter(|row| row.release.released_at <= at).cloned().collect();
        let then = Output::of(&until);
        for view in ["observation", "latest", "first_print"] {
            let text = format!("select * from {view} order by period_end, released_at");
            assert_eq!(
                ask(&output, &text, day).unwrap(),
                ask(&then, &text, "").unwrap(),
                "{view} on {day}"
            );
        }
    }
}

#[test]
fn views_and_columns_are_the_contracts() {
    let output = Output::of(&exhibit_12());
    let count =
        |view: &str| ask(&output, &format!("select count(*) as n from {view}"), "").unwrap();
    assert_eq!(count("observation"), json!([{"n": 4}]));
    assert_eq!(count("latest"), json!([{"n": 3}]));
    assert_eq!(count("first_print"), json!([{"n": 3}]));
    let rows = wait(output.table().sql("select * from observation", AsOf::Everything)).unwrap();
    let names = rows.column_names();
    assert_eq!(names.len(), 23 + 23 + 2);
    assert_eq!(names[..3], ["source", "dataset", "freq"]);
    assert_eq!(names[22..25], ["period_kind", "time_period", "period_start"]);
    assert_eq!(names[45..], ["raw_text", "year", "series_id"]);
}

#[test]
fn series_id_is_the_models_and_a_function() {
    let rows = exhibit_12();
    let output = Output::of(&rows);
    let expected = rows[0].observation.series.id();
    let columns = Concept::ALL.map(Concept::name).join(", ");
    let text = format!("select distinct series_id, series_id({columns}) as f from observation");
    assert_eq!(ask(&output, &text, "").unwrap(), json!([{"series_id": expected, "f": expected}]));
}

#[test]
fn decimals_stay_exact() {
    let output = Output::of(&exhibit_12());
    let text = "select sum(obs_value) * 1.1 as a, 0.1 + 0.2 as b, count(*) as n from latest";
    let answer = ask(&output, text, "2026-02-01").unwrap();
    assert_eq!(answer, json!([{"a": "409360600000", "b": "0.3", "n": 2}]));
}

#[test]
fn dimensions_join() {
    let output = Output::of(&exhibit_12());
    let text = "select distinct name from latest join area on code = ref_area";
    assert_eq!(ask(&output, text, "").unwrap(), json!([{"name": "United States"}]));
}

#[test]
fn what_would_write_is_refused() {
    let output = Output::of(&exhibit_12());
    let out = output.path().join("out.csv");
    for text in [
        "create table t as select 1".to_owned(),
        "drop view latest".to_owned(),
        "insert into observation select * from observation".to_owned(),
        format!("copy latest to '{}'", out.display()),
        format!("create external table t stored as parquet location '{}'", out.display()),
        "set datafusion.execution.batch_size = 1".to_owned(),
        "select 1; select 2".to_owned(),
    ] {
        let error = ask(&output, &text, "").unwrap_err();
        assert!(error.is_question(), "{text}: {error}");
        if !text.contains(';') {
            let refused = matches!(error, Error::ReadOnly { .. } | Error::Question { .. });
            assert!(refused, "{text}: {error:?}");
        }
    }
    assert!(!out.exists());
    assert_eq!(ask(&output, "select count(*) as n from latest", "").unwrap(), json!([{"n": 3}]));
}

#[test]
fn mistakes_have_hints() {
    let output = Output::of(&exhibit_12());
    let message = |text: &str| ask(&output, text, "").unwrap_err().to_string();
    let column = message("select obs_vlue from latest");
    assert!(
        column.starts_with("no column `obs_vlue`\n  hint: nearest are `obs_value`"),
        "{column}"
    );
    let table = message("select 1 from lastest");
    assert!(table.starts_with("no table `lastest`\n  hint: nearest are `latest`"), "{table}");
    let syntax = message("selec 1");
    assert!(syntax.starts_with("not understood as SQL: "), "{syntax}");
}

#[test]
fn no_commit_and_an_empty_one() {
    let nothing = tempfile::tempdir().unwrap();
    let error = Table::open(nothing.path()).unwrap_err();
    assert!(error.to_string().ends_with("hint: run `portbook run` first"), "{error}");
    assert!(!error.is_question());
    let output = Output::of(&[]);
    assert_eq!(ask(&output, "select * from latest", "").unwrap(), json!([]));
}

#[test]
fn answers_are_written_three_ways() {
    let output = Output::of(&exhibit_12());
    let text = "select time_period, obs_value, superseded_at, raw_text, revision
        from observation where time_period = '2025-11' order by revision";
    let rows = wait(output.table().sql(text, AsOf::Everything)).unwrap();
    assert_eq!(
        rows.csv().unwrap(),
        "time_period,obs_value,superseded_at,raw_text,revision\n\
         2025-11,182146000000,2026-02-19T13:30:00Z,,0\n\
         2025-11,183135000000,,,1\n"
    );
    assert_eq!(
        rows.json().unwrap()[0],
        json!({"time_period": "2025-11", "obs_value": "182146000000",
            "superseded_at": "2026-02-19T13:30:00Z", "raw_text": null, "revision": 0})
    );
    let table = rows.text(80).unwrap();
    assert!(table.starts_with("time_period     obs_value  superseded_at"), "{table}");
    assert!(table.contains("2025-11      182146000000  2026-02-19T13:30:00Z"), "{table}");
}
