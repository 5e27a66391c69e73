//! Raw records of a small table, built by hand, and the observations or issues they come to.

use std::collections::BTreeMap;
use std::path::PathBuf;

use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::print::Print;
use portbook_model::shape::Shape;
use portbook_schema::raw::batch::{Builder, Kind, Role, Value, WordsId};
use portbook_schema::raw::{Precision, RawRecords, Said, Sign};
use portbook_source::load::{Source, Texts};

use crate::print::normalize;
use crate::release::Occasion;

mod signs;

const SOURCE: &str = include_str!("../../source/fixtures/partners-title-period.toml");

const LOOKUPS: &str = r#"
[unit]
"CNY 100 Million" = { currency = "CNY", unit_measure = "CNY", unit_mult = 8 }
[currency]
"CNY" = { currency = "CNY" }
"USD" = { currency = "USD" }
[area]
"Germany" = { counterpart_area = "DEU", level = "leaf", part_of = "_EUROPE" }
"ASEAN" = [ { counterpart_area = "_ASEAN10", level = "group", valid = "..2025-09", requires = { asean = "_ASEAN10" } },
            { counterpart_area = "_ASEAN11", level = "group", valid = "2025-10..", requires = { asean = "_ASEAN11" } } ]
"Old" = { counterpart_area = "DEU", level = "leaf", valid = "..2000-01" }
[asean]
"ten names" = { asean = "_ASEAN10" }
"eleven names" = { asean = "_ASEAN11" }
"#;

/// One value cell: words of head and line, and its text.
struct Cell {
    words: Vec<(&'static str, &'static str)>,
    text: &'static str,
    kind: Kind,
    note: Option<&'static str>,
}

const LEVEL: [(&str, &str); 4] = [
    ("head:trade_flow", "X"),
    ("head:period", "month"),
    ("head:{month}", "3"),
    ("line:{area}", "Germany"),
];

fn cell(changes: &[(&'static str, &'static str)], text: &'static str) -> Cell {
    let mut words: BTreeMap<_, _> = LEVEL.into_iter().collect();
    words.extend(changes.iter().copied());
    Cell { words: words.into_iter().collect(), text, kind: Kind::Text, note: None }
}

fn table(texts: &[(&str, &str)], cells: &[Cell]) -> RawRecords {
    let mut builder = Builder::default();
    for cell in cells {
        let all = [("head@", "B3 B4"), ("line@", "A5")].into_iter().chain(cell.words.clone());
        let all: Vec<_> = all.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let (head, row) = all.into_iter().partition(|(name, _)| name.starts_with("head"));
        let [row, head] = [row, head].map(|words: Vec<_>| builder.words(words));
        builder.push(Value {
            text: cell.text.into(),
            kind: cell.kind,
            shown: None,
            role: Role::Row,
            cell: "B5".into(),
            record: None,
            note: cell.note.map(Into::into),
            is_revised: false,
            words: [WordsId::NONE, row, head],
        });
    }
    let said = |(word, value): &(&str, &str)| {
        ((*word).to_owned(), Said { value: (*value).to_owned(), place: "A1".to_owned() })
    };
    let nil = Sign {
        level: "nil".to_owned(),
        growth: "cannot be computed".to_owned(),
        measures: BTreeMap::new(),
        edge: None,
    };
    RawRecords {
        dataset: "partners".to_owned(),
        layout: "partners".to_owned(),
        sheet: Some("table 1".to_owned()),
        member: None,
        precision: Precision::Format,
        decimal_mark: '.',
        grouping_mark: Some(','),
        has_exponents: false,
        all: BTreeMap::new(),
        text: texts.iter().map(said).collect(),
        signs: BTreeMap::from([("-".to_owned(), nil)]),
        notes: BTreeMap::new(),
        future: None,
        shape: Shape::default(),
        batch: builder.finish(),
        refused_cells: 0,
        refusals: Vec::new(),
        ignored_cells: 0,
        issues: Vec::new(),
    }
}

const TEXTS: [(&str, &str); 2] = [("{period}", "Mar 2026"), ("{unit}", "CNY 100 Million")];

fn print(table: &RawRecords) -> Print {
    let texts = Texts {
        source: SOURCE.to_owned(),
        layout: String::new(),
        lookups: LOOKUPS.to_owned(),
        ..Texts::default()
    };
    let source =
        Source::read("cn/a-b", PathBuf::from("cn/a-b"), &texts).unwrap_or_else(|e| panic!("{e}"));
    let occasion = Occasion {
        file: "page.html".to_owned(),
        snapshot: Digest::of(b"page"),
        bytes: 4,
        captured_at: "2026-04-09T00:00:00Z".parse().unwrap(),
        listed_period: None,
        listed_date: None,
        period_fallback: None,
    };
    normalize(table, &source, &occasion).unwrap_or_else(|issue| panic!("{issue}"))
}

/// The one observation of a one-cell table.
fn check_value(cell: Cell, value: Option<i128>, unit_mult: i8, decimals: i8, status: &str) {
    let print = print(&table(&TEXTS, &[cell]));
    assert_eq!(print.issues, []);
    let row = &print.rows[0];
    let found = (row.value, row.unit_mult, row.decimals, row.status.code());
    assert_eq!(found, (value, unit_mult, decimals, status));
}

/// The one issue of a one-cell table.
fn check_issue(texts: &[(&str, &str)], cell: Cell, issue: &str) {
    let print = print(&table(texts, &[cell]));
    let issues: Vec<String> = print.issues.iter().map(ToString::to_string).collect();
    assert_eq!(issues, [issue]);
    assert_eq!((print.refused_cells, print.rows.len()), (1, 0));
}

#[test]
fn a_level_is_in_base_units_and_a_rate_in_per_cent() {
    check_value(cell(&[], "22,297.0"), Some(2_229_700_000_000 * 10_i128.pow(9)), 8, 1, "A");
    let growth = [("head:transformation", "GY"), ("head:unit_measure", "PT")];
    check_value(cell(&growth, "-18.3"), Some(-18_300_000_000), 0, 1, "A");
}

#[test]
fn a_dash_is_nil_in_a_level_and_cannot_exist_in_a_rate() {
    check_value(cell(&[], "-"), None, 8, 0, "N");
    check_value(
        cell(&[("head:transformation", "GY"), ("head:unit_measure", "PT")], "-"),
        None,
        0,
        0,
        "M",
    );
}

#[test]
fn the_release_is_named_by_the_title_and_dated_by_the_first_basis_that_exists() {
    let at = |texts: &[(&str, &str)]| {
        let release = print(&table(texts, &[cell(&[], "1")])).release;
        (release.id.to_string(), release.released_at.to_string(), release.released_basis.code())
    };
    let unit = ("{unit}", "CNY 100 Million");
    let printed = at(&[("{period}", "Mar 2026"), unit, ("{released_at}", "2026/04/08")]);
    assert_eq!(printed, ("cn-a-b:2026-03".into(), "2026-04-08T03:00:00Z".into(), "printed_date"));
    let announced = at(&[("{period}", "January-February 2026"), unit]);
    assert_eq!(announced, ("cn-a-b:2026-02".into(), "2026-03-09T03:00:00Z".into(), "announced"));
    let captured = at(&[("{period}", "Mar 2026"), unit]);
    assert_eq!(captured, ("cn-a-b:2026-03".into(), "2026-04-09T00:00:00Z".into(), "captured"));
}

#[test]
fn a_label_means_what_it_meant_in_that_release_and_the_page_must_agree() {
    let asean = || cell(&[("line:{area}", "ASEAN")], "1");
    let with = |members| [TEXTS[0], TEXTS[1], ("{asean}", members)];
    let row = &print(&table(&with("eleven names"), &[asean()])).rows[0];
    assert_eq!(row.series.get(Concept::CounterpartArea), "_ASEAN11");
    check_issue(
        &with("ten names"),
        asean(),
        "membership: page.html, sheet `table 1`, cell A1: got `ten names`, expected the members of \
         `_ASEAN11`, as `ASEAN` means here",
    );
    check_issue(
        &TEXTS,
        cell(&[("line:{area}", "Old")], "1"),
        "label-not-valid: page.html, sheet `table 1`, cell A5: got `Old`, expected a label of [area] \
         that holds for release 2026-03",
    );
}

#[test]
fn places_that_contradict_name_both_cells() {
    let texts = [TEXTS[0], TEXTS[1], ("{currency}", "USD")];
    let print = print(&table(&texts, &[cell(&[], "1")]));
    assert_eq!(print.rows.len(), 0);
    assert!(print.issues[0].expected.contains("for currency, as A1 says"), "{}", print.issues[0]);
    check_issue(
        &TEXTS,
        cell(&[("line:currency", "USD")], "1"),
        "contradiction: page.html, sheet `table 1`, cell A5: got `USD`, expected `CNY` for currency, \
         as A1 says",
    );
}

#[test]
fn what_is_not_said_or_not_a_number_is_refused_with_its_cell() {
    check_issue(
        &TEXTS[..1],
        cell(&[], "1"),
        "column-unsaid: page.html, sheet `table 1`, cell B5: got `nothing`, expected a word of the \
         layout, or of the lookups, that says currency",
    );
    check_issue(
        &TEXTS,
        cell(&[], "1,2"),
        "unreadable-number: page.html, sheet `table 1`, cell B5: got `1,2`, expected groups of three \
         digits between `,`",
    );
    check_issue(
        &TEXTS,
        Cell { kind: Kind::Number, ..cell(&[], "1.5") },
        "precision-unknown: page.html, sheet `table 1`, cell B5: got `1.5`, expected a number format \
         that says how many decimals are shown",
    );
    check_issue(
        &TEXTS,
        Cell { kind: Kind::Percentage, ..cell(&[], "1.5") },
        "percentage-format: page.html, sheet `table 1`, cell B5: got `1.5`, expected a figure in per \
         cent (`PT`), since its number format shows a percentage",
    );
}

#[test]
fn one_word_that_refuses_many_cells_is_one_issue() {
    let cells = [cell(&[("line:{area}", "Old")], "1"), cell(&[("line:{area}", "Old")], "2")];
    let print = print(&table(&TEXTS, &cells));
    assert_eq!((print.issues.len(), print.refused_cells, print.value_cells), (1, 2, 2));
    assert!(print.issues[0].expected.ends_with("; 2 cells in all"), "{}", print.issues[0]);
}

#[test]
fn the_text_is_kept_where_it_is_not_the_plain_print() {
    let raw = |text| print(&table(&TEXTS, &[cell(&[], text)])).rows[0].raw_text.clone();
    assert_eq!(raw("1,234.50"), None);
    assert_eq!(raw("+7"), Some("+7".to_owned()));
    assert_eq!(raw("\u{2212}7"), Some("\u{2212}7".to_owned()));
}

#[test]
fn a_status_beside_a_blank_says_why_it_is_blank() {
    let blank =
        |words: &[(&'static str, &'static str)]| Cell { kind: Kind::Blank, ..cell(words, "") };
    let said = print(&table(&TEXTS, &[blank(&[("line:obs_status", "Q")])]));
    assert_eq!((said.rows[0].value, said.rows[0].status.code()), (None, "Q"));
    let unsaid = print(&table(&TEXTS, &[blank(&[("line:obs_status", "P")])]));
    assert_eq!((unsaid.rows.len(), unsaid.refused_cells), (0, 1));
}

#[test]
fn cells_left_out_by_a_rule_are_counted() {
    let raw = RawRecords { ignored_cells: 3, ..table(&TEXTS, &[cell(&[], "1")]) };
    let print = print(&raw);
    assert_eq!((print.ignored_cells, print.value_cells, print.rows.len()), (3, 4, 1));
}
