//! One file by both paths: every column of every row is the same.

use std::path::PathBuf;
use std::sync::Arc;

use arrow::array::RecordBatch;
use arrow::compute::concat_batches;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use portbook_model::digest::Digest;
use portbook_model::observation::Row;
use portbook_normalize::print::normalize;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::{Origin, parse};
use portbook_parse::limits::Limits;
use portbook_publish::{Inputs, SourceTables, Tables, commit};

use crate::folder::{HEADER, files, now, room, run, source};
use crate::lines::write;

/// Records of two years: all flows, units, signs and spellings, no two of one key.
fn lines() -> Vec<String> {
    let partners = ["Germany", "\u{d6}sterreich", "\"World, all\"", " Germany "];
    let values = [
        "0",
        "12",
        "-7",
        "1.234",
        "3,50",
        "0,000000001",
        "-",
        ":",
        "007",
        "123456789012345678",
        "+4",
    ];
    let mut lines = vec![HEADER.to_owned()];
    for number in 0..400_usize {
        let (year, month) = (2024 + number % 2, number / 2 % 12 + 1);
        let kind = if number % 50 == 7 { "NOTE" } else { "" };
        let flow = ["Exports", "Re-exports", "Imports"][number % 3];
        let mode = ["sea", "\"air\""][number / 3 % 2];
        let unit = ["kg", "l", "t"][number / 5 % 3];
        let series = format!("S{}", number % 7);
        let flag = ["", "p", ""][number / 7 % 3];
        let product = format!("{:06}", 100_000 + number / 24 % 5);
        let partner = partners[number % 3];
        let (quantity, value) = (values[number % 11], values[number * 7 % 11]);
        let remark = if number % 9 == 0 { "\"a \"\"b\"\"; c\"" } else { "" };
        lines.push(format!(
            "{year};{month};{kind};{product};{partner};{flow};{mode};{unit};{series}x{number};{flag};{quantity};{value};{remark}"
        ));
    }
    // A suppressed value is blank, blanks fold, and one record stands twice.
    lines.push(format!("2024;2;;999999;{};Exports;sea;t;  two  words ;c;;;", partners[3]));
    lines.push("2024;3;;999999;Germany;Exports;sea;kg;twice;;5;6;".to_owned());
    lines.push(String::new());
    lines.push("2024;3;;999999;Germany;Exports;sea;kg;twice;;5;6;".to_owned());
    // Of one series, two units in the order of neither the months nor the units.
    for (month, unit) in [(3, "kg"), (1, "l"), (2, "kg"), (4, "t"), (5, "l")] {
        lines.push(format!("2025;{month};;888888;Germany;Exports;sea;{unit};units;;1;2;"));
    }
    lines
}

#[test]
fn both_paths_give_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.csv");
    write(&file, lines().into_iter());
    let outcome =
        run(std::slice::from_ref(&file), &room(&folder.path().join("bulk"), 256 << 20, 2)).unwrap();
    assert!(outcome.is_whole(), "{outcome:?}");

    let (source, bytes) = (source(), fs_err::read(&file).unwrap());
    let path = file.to_string_lossy().into_owned();
    let origin = Origin { file: &path, charset: None, period: None };
    let parsed = parse(&bytes, origin, &source, &Limits::standard()).unwrap();
    let occasion = Occasion {
        file: path.clone(),
        snapshot: Digest::of(&bytes),
        bytes: bytes.len() as u64,
        captured_at: now(),
        listed_period: None,
        listed_date: None,
        period_fallback: Some("local".to_owned()),
    };
    let print = normalize(&parsed.tables[0], &source, &occasion).unwrap();
    assert_eq!(print.issues, []);
    let release = Arc::new(print.release);
    let mut observed = print.rows;
    // The same figure twice is one row, that of the first record.
    let last = observed
        .iter()
        .rposition(|row| row.series.get(portbook_model::concept::Concept::SeriesCode) == "twice");
    observed.drain(last.unwrap() - 1..=last.unwrap());
    let rows_of = observed.into_iter().map(|observation| Row {
        observation,
        release: Arc::clone(&release),
        first_seen_at: now(),
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    });
    let tables = Tables::Built { rows: rows_of.collect(), files: Vec::new(), audit: Vec::new() };
    let inputs = Inputs {
        digests: std::collections::BTreeMap::new(),
        program: String::new(),
        sources: Vec::new(),
    };
    let ordinary = folder.path().join("ordinary");
    commit(&ordinary, vec![SourceTables { source: source.column(), tables }], &[], inputs).unwrap();

    let of = |name: &str| files(&folder.path().join(name).join("observation"));
    let (bulk, ordinary) = (of("bulk"), of("ordinary"));
    assert_eq!([bulk.len(), ordinary.len()], [2, 2]);
    let (bulk, ordinary) = (rows(&bulk), rows(&ordinary));
    assert_eq!(bulk.schema(), ordinary.schema());
    for (field, (bulk, ordinary)) in
        bulk.schema().fields().iter().zip(bulk.columns().iter().zip(ordinary.columns()))
    {
        assert_eq!(bulk, ordinary, "{}", field.name());
    }
    assert!(bulk.num_rows() > 500);
    assert_eq!(outcome.partitions.iter().map(|partition| partition.restated).sum::<u64>(), 2);
    let cells: u64 = outcome.read.iter().map(|told| told.cells_placed).sum();
    let ignored: u64 = outcome.read.iter().map(|told| told.cells_ignored).sum();
    assert_eq!((cells, ignored), (bulk.num_rows() as u64 + 2, print.ignored_cells));
}

/// All rows of some files, as one batch.
fn rows(files: &[PathBuf]) -> RecordBatch {
    let mut batches = Vec::new();
    for file in files {
        let file = fs_err::File::open(file).unwrap().into_parts().0;
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
        batches.extend(reader.map(Result::unwrap));
    }
    concat_batches(&batches[0].schema(), &batches).unwrap()
}
