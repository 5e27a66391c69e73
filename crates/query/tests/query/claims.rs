//! Every way a claim can come out, on small tables.

use std::path::Path;

use portbook_model::concept::Concept;
use portbook_model::observation::Row;
use portbook_model::period::Period;
use portbook_query::claims::file::ClaimsFile;
use portbook_query::claims::{Verdict, Word, json, text};
use portbook_query::error::Error;

use crate::published::{Output, exhibit_12, release, row, wait};

const ARTICLE: &str = r#"
[article]
title = "an article"
date = 2026-02-01
date_reason = "the day it was printed"
[define]
november = "time_period = '2025-11' and trade_flow = 'X'"
"#;

const CLAIM: &str = r#"
[[claim]]
id = "exports"
statement = "exports of November 2025"
published = "$182.1bn"
currency = "USD"
value = "182_100_000_000"
rounding = "100_000_000"
unit = "USD"
"#;

fn judged(rows: &[Row], claims: &str) -> Result<Verdict, Error> {
    let file = ClaimsFile::parse(&format!("{ARTICLE}{claims}"), Path::new("claims/a.toml"))?;
    let table = Output::of(rows);
    let mut verdicts = wait(table.table().claims(&file))?;
    let one_by_one = wait(table.table().claims_holding(&file, 0))?;
    assert_eq!(verdicts, one_by_one);
    assert_eq!(verdicts.len(), 1);
    Ok(verdicts.remove(0))
}

fn reading(name: &str, cells: &str, rest: &str) -> String {
    format!(
        "[[claim.reading]]\nname = \"{name}\"\ncells = \"{cells}\"\n\
         sql = \"select max(obs_value) as value from cell\"\n{rest}\n"
    )
}

#[test]
fn a_figure_that_was_revised_held_as_of_then() {
    let claim = format!("{CLAIM}{}", reading("levels", "{november}", "cell_count = 1"));
    let verdict = judged(&exhibit_12(), &claim).unwrap();
    assert_eq!(verdict.verdict, Word::HeldRevisedSince);
    assert_eq!(verdict.then.as_ref().unwrap().value, "182146000000");
    assert_eq!(verdict.now.as_ref().unwrap().value, "183135000000");
    assert!(verdict.readings[0].notes.is_empty(), "{verdict:?}");
    let cells: Vec<_> = verdict.cells.iter().map(|c| c.cell.as_deref().unwrap()).collect();
    assert_eq!(cells, ["F49", "F47"]);
    let json = json(&[verdict]);
    assert_eq!(json["claims"][0]["verdict"], "held as of then, revised since");
    assert_eq!(json["claims"][0]["then"]["text"], "182,146 US$ million");
    assert_eq!(json["claims"][0]["cells"][0]["sheet"], "Exhibit 12");
}

#[test]
fn a_figure_that_stands_holds_and_another_does_not() {
    let claim = CLAIM.replace("182_100_000_000", "190_000_000_000");
    let october = reading("levels", "time_period = '2025-10'", "");
    assert_eq!(judged(&exhibit_12(), &format!("{claim}{october}")).unwrap().verdict, Word::Holds);
    let verdict = judged(&exhibit_12(), &format!("{CLAIM}{october}")).unwrap();
    assert_eq!(verdict.verdict, Word::DoesNotHold);
}

#[test]
fn readings_that_differ_decide_nothing() {
    let readings = [
        reading("November", "{november}", ""),
        reading("October", "time_period = '2025-10'", ""),
        "[[claim.reading]]\nname = \"September\"\nneeds = \"Exhibit 12 of September\"\n".to_owned(),
    ];
    let verdict = judged(&exhibit_12(), &format!("{CLAIM}{}", readings.concat())).unwrap();
    assert_eq!(verdict.verdict, Word::DependsOnTheReading);
    let words: Vec<Word> = verdict.readings.iter().map(|reading| reading.verdict).collect();
    assert_eq!(words, [Word::HeldRevisedSince, Word::DoesNotHold, Word::NotYetComputable]);
    let line = text::summary(std::slice::from_ref(&verdict));
    assert_eq!(
        line,
        "exports  depends on the reading  $182.1bn printed: 1 of 2 readings give it\n"
    );
    let block = text::blocks(&[verdict]);
    assert!(block.contains("182,146 US$ million; today 183,135 US$ million"), "{block}");
    assert!(block.contains("needs Exhibit 12 of September"), "{block}");
}

#[test]
fn what_is_not_held_is_not_yet_computable() {
    for (cells, rest, why) in [
        ("time_period = '1999-01'", "", "no cell held where time_period = '1999-01'"),
        ("{november}", "cell_count = 2", "got 1 cells, expected 2"),
    ] {
        let claim = format!("{CLAIM}{}", reading("levels", cells, rest));
        let verdict = judged(&exhibit_12(), &claim).unwrap();
        assert_eq!(verdict.verdict, Word::NotYetComputable);
        assert!(verdict.readings[0].notes[0].contains(why), "{verdict:?}");
    }
    let by_zero =
        reading("levels", "{november}", "").replace("max(obs_value)", "max(obs_value) / 0");
    let verdict = judged(&exhibit_12(), &format!("{CLAIM}{by_zero}")).unwrap();
    assert_eq!(verdict.verdict, Word::NotYetComputable);
    let null = reading("levels", "{november}", "")
        .replace("max(obs_value)", "max(obs_value) filter (where time_period = '2025-12')");
    let verdict = judged(&exhibit_12(), &format!("{CLAIM}{null}")).unwrap();
    assert_eq!(verdict.verdict, Word::NotYetComputable);
    assert_eq!(verdict.readings[0].notes, ["the cells held do not give the figure"]);
}

#[test]
fn out_of_scope_needs_no_figure() {
    let claim = "[[claim]]\nid = \"duties\"\nstatement = \"duties\"\npublished = \"45%\"\n\
                 out_of_scope = \"set by regulation\"\n";
    let verdict = judged(&[], claim).unwrap();
    assert_eq!(verdict.verdict, Word::OutOfScope);
    assert_eq!(verdict.notes, ["set by regulation"]);
}

#[test]
fn a_later_print_is_tested_and_says_so() {
    let both = "time_period in ('2025-10', '2025-12')";
    let claim = format!("{CLAIM}{}", reading("levels", both, ""));
    let verdict = judged(&exhibit_12(), &claim).unwrap();
    assert_eq!(
        verdict.readings[0].notes,
        ["1 of 2 cells held were released after 2026-02-01, their earliest vintage is taken: \
          us-census-ft900:2025-12"]
    );
    let late = reading("levels", "time_period = '2025-12'", "");
    let verdict = judged(&exhibit_12(), &format!("{CLAIM}{late}")).unwrap();
    assert_eq!(
        verdict.readings[0].notes,
        ["nothing held was released by 2026-02-01: tested on the earliest vintage held, \
          us-census-ft900:2025-12"]
    );
}

#[test]
fn other_money_is_said() {
    let yuan = release("cn-gacc-bulletin", "2025-11", "2025-12-18T03:00:00Z");
    let columns =
        [(Concept::Currency, "CNY"), (Concept::TradeFlow, "X"), (Concept::PeriodKind, "month")];
    let rows =
        [row(&yuan, &columns, Period::month(2025, 11).unwrap(), "182100000000", "3 export_month")];
    let sql = reading("yuan", "trade_flow = 'X'", "");
    let verdict = judged(&rows, &format!("{CLAIM}{sql}")).unwrap();
    let note = "only CNY held for a claim in USD: tested in CNY";
    assert_eq!(verdict.readings[0].notes, [note]);
    assert_eq!(verdict.cells[0].record, Some(3));
    assert_eq!(verdict.cells[0].column.as_deref(), Some("export_month"));
}

#[test]
fn today_may_come_from_another_source() {
    let now = "cells_now = \"time_period = '2025-10'\"\n";
    let claim = format!("{CLAIM}{}", reading("levels", "{november}", now));
    let verdict = judged(&exhibit_12(), &claim).unwrap();
    assert_eq!(verdict.verdict, Word::HeldRevisedSince);
    assert_eq!(verdict.now.unwrap().value, "190000000000");
    assert!(verdict.readings[0].sql_now.as_ref().unwrap().contains("'2025-10'"));
}

#[test]
fn mistakes_of_the_file_are_errors() {
    let good = reading("levels", "{november}", "");
    for (claims, why) in [
        (format!("{CLAIM}{}", good.replace("max(obs_value)", "max(obs_vlue)")), "`obs_value`"),
        (format!("{CLAIM}{}", good.replace("value from", "figure from")), "no column `value`"),
        (format!("{CLAIM}{}", good.replace("max(", "1e0 * cast(max(")), "SQL"),
        (format!("{CLAIM}{}", good.replace("{november}", "{october}")), "`[define]`"),
        (format!("{CLAIM}{good}{CLAIM}{good}"), "stands twice"),
        (format!("{}{good}", CLAIM.replace("182_100_000_000", "182.1bn")), "`value`: got"),
        (CLAIM.to_owned(), "neither `[[claim.reading]]` nor `out_of_scope`"),
        (format!("{CLAIM}colour = \"red\""), "claims/a.toml:17:1: unknown field `colour`"),
    ] {
        let error = judged(&exhibit_12(), &claims).unwrap_err().to_string();
        assert!(error.contains(why), "{why}: {error}");
    }
    let float = good.replace("max(obs_value)", "max(cast(obs_value as double))");
    let error = judged(&exhibit_12(), &format!("{CLAIM}{float}")).unwrap_err().to_string();
    assert!(error.starts_with("got a float"), "{error}");
}
