//! The November and December 2025 FT-900, Exhibit 12, as printed: what a revised release does.
//! Fixtures are re-typeset from the Census Bureau's workbooks, one line per printed line.

use std::collections::BTreeMap;
use std::sync::Arc;

use portbook_model::concept::Concept;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::Period;
use portbook_model::print::Print;
use portbook_source::identity::{Kind, PeriodParts, Rule};

use crate::Checked;
use crate::printing::{Told, counted, figure, identity, linear, print, run, ytd};

const NOVEMBER: &str = include_str!("../fixtures/2025-11-exhibit-12.csv");
const DECEMBER: &str = include_str!("../fixtures/2025-12-exhibit-12.csv");

/// Columns B to I: flow and measure.
const COLUMNS: [(&str, &str); 8] = [
    ("B", "VALUE_BOP"),
    ("B", "VALUE"),
    ("X", "VALUE_BOP"),
    ("X", "BOP_ADJUSTMENT"),
    ("X", "VALUE"),
    ("M", "VALUE_BOP"),
    ("M", "BOP_ADJUSTMENT"),
    ("M", "VALUE"),
];

fn exhibit(text: &str, period: &str, released_at: &str) -> Print {
    let mut page = print(&format!("https://example.org/{period}/exh12.xlsx"), period, released_at);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split(',').collect();
        for (column, (flow, measure)) in COLUMNS.iter().enumerate() {
            let mut cell = read(fields[1], flow, fields[2], fields[4 + column]);
            cell.series = Arc::new(cell.series.with(Concept::Measure, measure));
            cell.address.sheet = Some("12".into());
            let letter = char::from(b'B' + u8::try_from(column).unwrap());
            cell.address.cell = Some(format!("{letter}{}", fields[3]).into());
            if fields[0] == "row" {
                page.rows.push(cell);
            } else {
                page.controls.push(cell);
            }
        }
    }
    counted(page)
}

fn read(kind: &str, flow: &str, period: &str, digits: &str) -> Observation {
    let digits = digits.parse().unwrap();
    match kind {
        "month" => figure(flow, period, digits, 6, 0),
        "ytd" => ytd(flow, period, digits, 6, 0),
        "year" => {
            let year = Period::year(period[..4].parse().unwrap()).unwrap();
            let mut whole = figure(flow, period, digits, 6, 0);
            whole.series = Arc::new(whole.series.with(Concept::PeriodKind, "year"));
            Observation { period: year, ..whole }
        }
        other => panic!("{other}"),
    }
}

fn both() -> Checked {
    // The balance has no adjustments: it is not asked for them.
    let adds = |flow: &str| Rule::Linear {
        column: Concept::Measure,
        total: "VALUE_BOP".to_owned(),
        terms: BTreeMap::from([("VALUE".to_owned(), 1), ("BOP_ADJUSTMENT".to_owned(), 1)]),
        ignore: Vec::new(),
        only: BTreeMap::from([(Concept::TradeFlow, flow.to_owned())]),
    };
    let months = Rule::Periods { parts: PeriodParts::Months };
    let told = Told::default()
        .rows(200, 400)
        .identity(linear("exports - imports = balance", Kind::Gate))
        .identity(identity("exports on both bases", Kind::Gate, adds("X")))
        .identity(identity("imports on both bases", Kind::Gate, adds("M")))
        .identity(identity("months = year", Kind::Gate, months));
    let november = exhibit(NOVEMBER, "2025-11", "2026-01-29T13:30:00Z");
    run(&told, vec![exhibit(DECEMBER, "2025-12", "2026-02-19T13:30:00Z"), november])
}

fn rows_of<'a>(checked: &'a Checked, flow: &str, period_kind: &str, period: &str) -> Vec<&'a Row> {
    let is = |row: &&Row| {
        let series = &row.observation.series;
        let kind = period_kind.parse().unwrap();
        series.get(Concept::TradeFlow) == flow
            && series.get(Concept::Measure) == "VALUE"
            && series.get(Concept::PeriodKind) == period_kind
            && row.observation.period.time_period(kind) == period
    };
    checked.rows.iter().filter(is).collect()
}

#[test]
fn november_to_december_changes_seven_and_adds_sixteen() {
    let checked = both();
    let [november, december] = checked.verdicts.as_slice() else { panic!("two verdicts") };
    assert_eq!(november.reasons(), []);
    assert_eq!(december.reasons(), []);
    assert_eq!((november.counts.new, november.counts.controls_unchecked), (40 * 8, 8));
    let counts = &december.counts;
    assert_eq!((counts.revised, counts.new, counts.vanished), (7, 16, 0));
    assert_eq!((counts.controls_agreed, counts.controls_unchecked), (8, 0));
    assert_eq!(counts.restated, counts.observations - 23);
    let revised: Vec<_> = checked.rows.iter().filter(|row| row.revision == 1).collect();
    assert!(revised.iter().all(|row| row.observation.period == Period::month(2025, 11).unwrap()));
}

#[test]
fn exports_of_november_on_census_basis_in_both_vintages() {
    let checked = both();
    let rows = rows_of(&checked, "X", "month", "2025-11");
    let [first, second] = rows.as_slice() else { panic!("{rows:?}") };
    let million = 10_i128.pow(15);
    assert_eq!(first.observation.value, Some(182_146 * million));
    assert_eq!(first.observation.address.cell.as_deref(), Some("F49"));
    assert_eq!(first.superseded_at, Some("2026-02-19T13:30:00Z".parse().unwrap()));
    assert_eq!(second.observation.value, Some(183_135 * million));
    assert_eq!(second.observation.address.cell.as_deref(), Some("F47"));
    assert_eq!(second.superseded_at, None);
}

#[test]
fn cumulatives_that_december_does_not_print_stay_current() {
    let checked = both();
    let cumulative = |row: &&Row| row.observation.series.get(Concept::PeriodKind) == "ytd";
    let cumulatives: Vec<_> = checked.rows.iter().filter(cumulative).collect();
    assert_eq!(cumulatives.len(), 24);
    assert!(cumulatives.iter().all(|row| row.superseded_at.is_none() && row.revision == 0));
}

/// Months to year and cumulative, exports less imports, census plus adjustments: all hold within
/// half a million dollars a term.
#[test]
fn the_exhibits_own_arithmetic_holds() {
    let checked = both();
    let december = &checked.verdicts[1].counts.identities;
    assert_eq!(december["months = year"].held, 3 * 8);
    assert_eq!(december["exports - imports = balance"].held, 39 * 2);
    assert_eq!(december["exports on both bases"].held, 39);
    assert_eq!(december["imports on both bases"].held, 39);
}
