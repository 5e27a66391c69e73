//! Signs by edge and kind, marks on numbers, figures of months to come, words that count for some
//! measures only.

use std::collections::BTreeMap;

use portbook_model::concept::Concept;
use portbook_model::print::Print;
use portbook_schema::raw::{Edge, Future, Note, Sign};

use super::{Cell, Kind, TEXTS, cell, print, table};

/// March to …: one cell of the series for each text.
fn months(texts: &[&'static str]) -> Vec<Cell> {
    let names = ["1", "2", "3", "4", "5", "6", "7", "8"];
    let one = |(text, month): (&&'static str, &'static str)| Cell {
        kind: if text.is_empty() { Kind::Blank } else { Kind::Text },
        ..cell(&[("head:{month}", month)], text)
    };
    texts.iter().zip(names).map(one).collect()
}

fn shown(print: &Print) -> Vec<String> {
    let show = |row: &portbook_model::observation::Observation| {
        let value = row.value.map_or("-".to_owned(), |value| (value / 10_i128.pow(17)).to_string());
        format!("{}={value} {}", row.period.end.month(), row.status.code())
    };
    let mut rows: Vec<String> = print.rows.iter().map(show).collect();
    rows.sort();
    rows
}

fn sign(inner: &str, leading: &str, trailing: &str) -> Sign {
    Sign {
        level: inner.to_owned(),
        growth: inner.to_owned(),
        measures: BTreeMap::new(),
        edge: Some(Edge { leading: leading.to_owned(), trailing: trailing.to_owned() }),
    }
}

#[test]
fn a_blank_means_one_thing_inside_its_series_and_another_at_its_ends() {
    let mut raw = table(&TEXTS, &months(&["", "1", "", "2", ""]));
    raw.signs =
        BTreeMap::from([(String::new(), sign("missing", "not begun", "not yet published"))]);
    let print = print(&raw);
    assert_eq!(shown(&print), ["2=1 A", "3=- O", "4=2 A"]);
    assert_eq!((print.ignored_cells, print.refused_cells, print.value_cells), (2, 0, 5));
}

#[test]
fn a_zero_after_the_last_value_is_no_figure_and_one_before_it_is() {
    let mut raw = table(&TEXTS, &months(&["5", "0", "7", "0", "0"]));
    raw.signs = BTreeMap::from([("0".to_owned(), sign("", "", "not yet published"))]);
    let print = print(&raw);
    assert_eq!(shown(&print), ["1=5 A", "2=0 A", "3=7 A"]);
    assert_eq!((print.ignored_cells, print.value_cells), (2, 5));
}

#[test]
fn a_blank_that_may_only_trail_is_refused_inside_its_series() {
    let mut raw = table(&TEXTS, &months(&["1", "", "2", "", ""]));
    raw.signs = BTreeMap::from([(String::new(), sign("", "", "not yet published"))]);
    let print = print(&raw);
    assert_eq!(shown(&print), ["1=1 A", "3=2 A"]);
    assert_eq!((print.ignored_cells, print.refused_cells, print.value_cells), (2, 1, 5));
    assert_eq!(print.issues[0].rule, "unreadable-number");
}

#[test]
fn a_sign_of_a_measure_is_its_own() {
    let share = cell(&[("head:measure", "SHARE"), ("head:unit_measure", "PT")], "-");
    let mut raw = table(&TEXTS, &[share, cell(&[], "-")]);
    let dash = raw.signs.get_mut("-").unwrap();
    dash.measures.insert("SHARE".to_owned(), "cannot be computed".to_owned());
    let codes: Vec<_> = print(&raw).rows.iter().map(|row| row.status.code()).collect();
    assert_eq!(codes, ["M", "N"]);
}

#[test]
fn declared_marks_come_off_a_number_and_say_a_status() {
    let provisional = Note { columns: BTreeMap::from([("obs_status".to_owned(), "P".to_owned())]) };
    let notes = [("1)", Note::default()), ("21)", Note::default()), ("p", provisional)];
    let read = |text: &'static str, notes: &[(&str, Note)]| {
        let mut raw = table(&TEXTS, &[cell(&[], text)]);
        raw.decimal_mark = '.';
        raw.notes = notes.iter().map(|(mark, note)| ((*mark).to_owned(), note.clone())).collect();
        let print = print(&raw);
        match print.rows.first() {
            Some(row) => {
                format!("{} {:?}", shown(&print)[0], row.raw_text.as_deref().unwrap_or_default())
            }
            None => print.issues[0].rule.clone(),
        }
    };
    assert_eq!(read("1,234p", &notes), "3=1234 P \"1,234p\"");
    assert_eq!(read("p 7", &notes), "3=7 P \"p 7\"");
    assert_eq!(read("51)", &notes[..1]), "3=5 A \"51)\"");
    assert_eq!(read("521)", &notes), "note-ambiguous");
    assert_eq!(read("7x", &notes), "unreadable-number");
}

#[test]
fn a_mark_beside_a_number_says_its_status() {
    let mut raw = table(&TEXTS, &[Cell { note: Some("e"), ..cell(&[], "7") }]);
    let estimated = Note { columns: BTreeMap::from([("obs_status".to_owned(), "E".to_owned())]) };
    raw.notes = BTreeMap::from([("e".to_owned(), estimated)]);
    assert_eq!(shown(&print(&raw)), ["3=7 E"]);
}

#[test]
fn figures_of_months_to_come_are_ignored_or_forecasts() {
    let texts = [TEXTS[0], TEXTS[1], ("{released_at}", "2026/04/08")];
    let read = |future| {
        let mut raw = table(&texts, &months(&["1", "2", "3", "0", "0"]));
        raw.future = Some(future);
        print(&raw)
    };
    let ignored = read(Future::NotYetPublished);
    assert_eq!(shown(&ignored), ["1=1 A", "2=2 A", "3=3 A"]);
    assert_eq!(ignored.ignored_cells, 2);
    let forecast = read(Future::Forecast);
    assert_eq!(shown(&forecast), ["1=1 A", "2=2 A", "3=3 A", "4=0 F", "5=0 F"]);
}

#[test]
fn a_word_counts_only_where_the_others_say_so() {
    let words =
        [("line?measure=QUANTITY:unit_measure", "KG"), ("line?measure=QUANTITY:unit_mult", "7")];
    let unit = |measure| {
        let mut all = words.to_vec();
        all.push(("head:measure", measure));
        let print = print(&table(&TEXTS, &[cell(&all, "1")]));
        (print.rows[0].series.get(Concept::UnitMeasure).to_owned(), print.rows[0].unit_mult)
    };
    assert_eq!(unit("QUANTITY"), ("KG".to_owned(), 7));
    assert_eq!(unit("VALUE"), ("CNY".to_owned(), 8));
}

#[test]
fn a_leaf_is_one_only_where_row_and_heading_say_so() {
    let level = |head, line| {
        let words = [("head:level", head), ("line:level", line)];
        print(&table(&TEXTS, &[cell(&words, "1")])).rows[0].level.code()
    };
    assert_eq!(level("leaf", "leaf"), "leaf");
    assert_eq!(level("leaf", "total"), "total");
    assert_eq!(level("total", "leaf"), "total");
    assert_eq!(level("group", "of_which"), "group");
}

#[test]
fn decimals_beside_a_value_hold_for_it_alone() {
    let number = |words: &[(&'static str, &'static str)]| {
        let print = print(&table(&TEXTS, &[Cell { kind: Kind::Number, ..cell(words, "1.26") }]));
        print.rows.first().map(|row| row.decimals)
    };
    assert_eq!(number(&[("head:decimals", "1")]), Some(1));
    assert_eq!(number(&[("head:precision", "stored")]), Some(2));
    assert_eq!(number(&[]), None);
}

#[test]
fn a_line_may_say_a_column_in_place_of_the_text() {
    let partner = |print: &Print| {
        let of = |row: &portbook_model::observation::Observation| {
            row.series.get(Concept::CounterpartArea).to_owned()
        };
        print.rows.first().map(of)
    };
    let of_page = [TEXTS[0], TEXTS[1], ("counterpart_area", "CHN")];
    let line = |name| cell(&[(name, "_W")], "7");
    let contradicts = print(&table(&of_page, &[line("line:counterpart_area")]));
    assert_eq!(
        (partner(&contradicts), contradicts.issues[0].rule.as_str()),
        (None, "contradiction")
    );
    let replaces = print(&table(&of_page, &[line("line:!counterpart_area")]));
    assert_eq!(partner(&replaces).as_deref(), Some("_W"));
}

#[test]
fn an_exponent_is_read_only_where_the_layout_says_that_they_occur() {
    let mut raw = table(&TEXTS, &[cell(&[], "2.01E+11")]);
    let refused = print(&raw);
    assert_eq!(refused.rows, []);
    let expected = "a number, or `number = { exponent = true }` in the layout";
    assert_eq!(refused.issues[0].expected, expected);
    raw.has_exponents = true;
    let read = print(&raw);
    let printed = (read.rows[0].value, read.rows[0].decimals, read.rows[0].raw_text.as_deref());
    // In `CNY 100 Million`, times 10^9: the point of 2.01 moves by 11, 8 and 9.
    assert_eq!(printed, (Some(201 * 10_i128.pow(26)), 0, Some("2.01E+11")));
}
