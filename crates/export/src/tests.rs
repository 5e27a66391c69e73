//! Rows as each form writes them, and citations that are found again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{ArrayRef, Decimal128Array, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::digest::Digest;

use crate::citation;
use crate::cited::{Cited, Datasets, Question, Which};
use crate::csv::defused;
use crate::error::Error;
use crate::file::{Counted, File, Form};
use crate::provenance::{LeftOut, Provenance, SourceTold};
use crate::xlsx::float;

fn cited() -> Cited {
    Cited {
        commit: 7,
        digest: Digest::of(b"a commit"),
        tables: Some(Digest::of(b"its tables")),
        question: Question {
            condition: Some("ref_area = 'CHN' and commodity like '85%' -- über".to_owned()),
            as_of: Some("2025-12-31".to_owned()),
            known_at: None,
            rows: Which::Vintages,
            datasets: Datasets::Redistributable,
        },
        answer: Some((336, Digest::of(b"its rows"))),
    }
}

fn provenance() -> Provenance {
    let text = str::to_owned;
    Provenance {
        cited: cited(),
        program: text("portbook 0.1.0 schema 1"),
        released_at: Some("2026-02-19T13:30:00Z".parse().unwrap()),
        sources: vec![SourceTold {
            source: text("xx-bureau"),
            title: text("Trade & prices_100%"),
            publisher: text("A bureau"),
            homepage: text("https://bureau.example/"),
            licence: text("public domain"),
            licence_stated: String::new(),
            redistribute: text("yes"),
        }],
        left_out: vec![LeftOut {
            source: text("yy-bureau"),
            dataset: text("prices"),
            redistribute: text("no"),
        }],
    }
}

fn rows() -> RecordBatch {
    let labels = StringArray::from(vec![Some("=cmd|' /C calc'!A0"), Some("-5"), None]);
    // 182,146 million, -0.1 and a number of 18 digits.
    let values =
        vec![Some(182_146_000_000_000_000_000), Some(-100_000_000), Some(123_456_789_012_345_678)];
    let values = Decimal128Array::from(values).with_precision_and_scale(38, 9).unwrap();
    let schema = Schema::new(vec![
        Field::new("raw_text", DataType::Utf8, true),
        Field::new("obs_value", DataType::Decimal128(38, 9), true),
        Field::new("series_id", DataType::Utf8, true),
    ]);
    let ids = StringArray::from(vec!["0a", "0b", "0c"]);
    let columns: Vec<ArrayRef> = vec![Arc::new(labels), Arc::new(values), Arc::new(ids)];
    RecordBatch::try_new(Arc::new(schema), columns).unwrap()
}

fn written(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let rows = rows();
    let mut file = File::begin(&path, &rows.schema(), provenance()).unwrap();
    file.push(&rows).unwrap();
    assert_eq!(file.finish().unwrap(), 3);
    path
}

#[test]
fn what_names_rows_is_found_in_any_text() {
    let cited = cited();
    assert_eq!(cited.to_string().parse::<Cited>().unwrap(), cited);
    for text in [
        citation::words(&provenance()),
        citation::bibtex(&provenance()),
        citation::cff(&provenance()),
        format!("As we said (portbook: the program, and {cited}). And so on."),
    ] {
        assert_eq!(Cited::find(&text).unwrap(), cited, "{text}");
    }
    let plain =
        Cited { tables: None, question: Question::default(), answer: None, ..cited.clone() };
    assert_eq!(Cited::find(&format!("See {plain}.")).unwrap(), plain);
}

#[test]
fn what_was_cut_short_is_refused() {
    let whole = cited().to_string();
    let (_, before) = (whole.len(), whole.find('?').unwrap());
    for end in (1..whole.len()).filter(|end| *end != before && *end != before + 1) {
        let cut = &whole[..end];
        // A question without its last part is a question, but for what the answer says of it.
        let asks = cut.rfind('&').is_some() && whole[end..].starts_with('&');
        let read = Cited::find(cut);
        assert!(read.is_err() || asks || read.unwrap() != cited(), "{cut}");
    }
    assert!(matches!(Cited::find("nothing"), Err(Error::Citation { .. })));
    assert!(matches!(Cited::find("portbook:7:beef"), Err(Error::Citation { .. })));
}

#[test]
fn texts_are_defused_and_numbers_are_exact() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs_read(&written(folder.path(), "rows.csv"));
    let expected = "raw_text,obs_value,series_id\n\
        '=cmd|' /C calc'!A0,182146000000,0a\n\
        '-5,-0.1,0b\n\
        ,123456789.012345678,0c\n";
    assert_eq!(text, expected);
    let told = fs_read(&folder.path().join("rows.csv-metadata.json"));
    assert!(told.contains("yy-bureau") && told.contains(&cited().to_string()), "{told}");
    for (text, safe) in [("@a", "'@a"), ("\ta", "'\ta"), ("＝a", "'＝a"), ("a=b", "a=b"), ("", "")]
    {
        assert_eq!(defused(text), safe);
    }
}

#[test]
fn sdmx_names_its_structure_and_keeps_texts_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let text = fs_read(&written(folder.path(), "rows.sdmx.csv"));
    let expected = "STRUCTURE,STRUCTURE_ID,ACTION,RAW_TEXT,OBS_VALUE\n\
        datastructure,PORTBOOK:OBSERVATION(1.0),I,=cmd|' /C calc'!A0,182146000000\n\
        datastructure,PORTBOOK:OBSERVATION(1.0),I,-5,-0.1\n\
        datastructure,PORTBOOK:OBSERVATION(1.0),I,,123456789.012345678\n";
    assert_eq!(text, expected);
}

#[test]
fn the_same_rows_give_the_same_bytes_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    for form in ["csv", "sdmx.csv", "xlsx", "parquet", "arrow"] {
        let one = read(&written(folder.path(), &format!("one.{form}")));
        assert!(one == read(&written(folder.path(), &format!("two.{form}"))), "{form}");
    }
    let rows = rows();
    let mut counted = Counted::begin(&rows.schema()).unwrap();
    counted.push(&rows).unwrap();
    let csv = read(&folder.path().join("one.csv"));
    assert_eq!(counted.finish().unwrap(), (3, Digest::of(&csv)));
}

#[test]
fn a_number_is_text_where_a_float_would_round_it() {
    for (text, number) in [
        ("182146000000", Some(182_146_000_000.0)),
        ("-0.1", Some(-0.1)),
        ("0.000000001", Some(0.000_000_001)),
        ("123456789012345", Some(123_456_789_012_345.0)),
        ("182146000000000000", Some(182_146_000_000_000_000.0)),
        ("1234567890123456", None),
        ("123456789.012345678", None),
    ] {
        assert_eq!(float(text), number, "{text}");
    }
}

#[test]
fn a_form_is_told_by_the_name() {
    assert_eq!(Form::of(Path::new("a.SDMX.csv")).unwrap(), Form::SdmxCsv);
    assert_eq!(Form::of(Path::new("a.b.csv")).unwrap(), Form::Csv);
    assert!(matches!(Form::of(Path::new("csv")), Err(Error::Form { .. })));
}

#[test]
fn nothing_is_left_of_a_file_that_was_not_finished() {
    let folder = tempfile::tempdir().unwrap();
    let rows = rows();
    for name in ["a.csv", "a.xlsx", "a.parquet", "a.arrow"] {
        let mut file =
            File::begin(&folder.path().join(name), &rows.schema(), provenance()).unwrap();
        file.push(&rows).unwrap();
        drop(file);
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

fn read(path: &Path) -> Vec<u8> {
    fs_err::read(path).unwrap()
}

fn fs_read(path: &Path) -> String {
    String::from_utf8(read(path)).unwrap()
}
