//! Every published value stands in its cell, and one that does not is found: `verify --cells`.

#![expect(clippy::unwrap_used, reason = "what cannot be forged fails its test")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{ArrayRef, AsArray as _, Decimal128Array, RecordBatch, StringArray};
use arrow::datatypes::Decimal128Type;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use portbook_tests::folder::{copy, sha256};
use portbook_tests::program::Place;
use portbook_tests::published::rows;
use serde_json::Value;

use crate::{count, list, replayed, text};

#[test]
fn every_published_value_stands_in_its_cell() {
    let seen = replayed().place.portbook(["verify", "--cells", "--json"]).json(0);
    assert_eq!(list(&seen["cells"]["differing"]).len(), 0, "{seen:#}");
    let mut published: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows(&replayed().place.output()) {
        *published.entry(row.get("source").to_owned()).or_default() += 1;
    }
    let sources = seen["cells"]["sources"].as_object().expect("sources by name");
    let looked_up: BTreeMap<String, u64> =
        sources.iter().map(|(source, tally)| (source.clone(), count(&tally["rows"]))).collect();
    assert_eq!(looked_up, published);
    for (source, tally) in sources {
        let ways = ["text", "shown", "stored", "declared", "sign", "corrected", "absent"];
        let sum: u64 = ways.into_iter().map(|way| count(&tally[way])).sum();
        assert_eq!(sum, count(&tally["rows"]), "{source}");
    }
}

/// The FT-900 of two releases, and the file of 2025 published anew with other rows.
struct Forged {
    place: Place,
}

/// The year in which the forged rows are.
const VIEW: &str = "observation/source=us-census-ft900/freq=M/year=2025/part-0.parquet";

impl Forged {
    fn new(name: &str, change: impl Fn(&mut Columns)) -> Self {
        let place = Place::new(name);
        place.portbook(["run", "--replay", "--json", "--only", "us/census-ft900"]).json(0);
        let output = place.output();
        let record = output.join("commits/000001.json");
        let mut commit: Value = serde_json::from_slice(&fs_err::read(&record).unwrap()).unwrap();
        let bytes = forged(&output.join("current").join(VIEW), change);
        let digest = sha256(&bytes);
        let files = commit["files"].as_array_mut().unwrap();
        let file = files.iter_mut().find(|file| file["view"] == VIEW).unwrap();
        let path = VIEW.replace("part-0", &format!("part-{digest}"));
        file["bytes"] = bytes.len().into();
        file["digest"] = digest.into();
        file["path"] = path.clone().into();
        fs_err::write(output.join(&path), &bytes).unwrap();
        let view = output.join("views/000001").join(VIEW);
        fs_err::remove_file(&view).unwrap();
        fs_err::hard_link(output.join(&path), &view).unwrap();
        // Its seal is the digest of the record without it.
        commit.as_object_mut().unwrap().shift_remove("digest");
        let seal = sha256(serde_json::to_string(&commit).unwrap().as_bytes());
        commit["digest"] = seal.into();
        fs_err::write(&record, serde_json::to_string_pretty(&commit).unwrap() + "\n").unwrap();
        // Nothing is damaged: what was published was published so.
        place.portbook(["verify"]).expect(0);
        Self { place }
    }

    fn seen(&self) -> Value {
        self.place.portbook(["verify", "--cells", "--json"]).json(65)["cells"].clone()
    }
}

/// Columns of a file, to be changed.
struct Columns {
    values: Vec<Option<i128>>,
    texts: BTreeMap<String, Vec<Option<String>>>,
}

impl Columns {
    /// The row of that cell and value, in millions.
    fn row(&self, cell: &str, millions: i128) -> usize {
        let value = Some(millions * 1_000_000 * 1_000_000_000);
        let found = (0..self.values.len()).find(|row| {
            self.texts["cell"][*row].as_deref() == Some(cell) && self.values[*row] == value
        });
        found.unwrap_or_else(|| panic!("no {millions} in {cell}"))
    }

    fn set(&mut self, column: &str, row: usize, text: Option<&str>) {
        self.texts.get_mut(column).unwrap()[row] = text.map(str::to_owned);
    }

    /// Makes the row one of what vanished.
    fn vanish(&mut self, row: usize) {
        self.values[row] = None;
        self.set("cell", row, None);
        self.set("raw_text", row, None);
    }
}

fn forged(file: &Path, change: impl Fn(&mut Columns)) -> Vec<u8> {
    let open = fs_err::File::open(file).unwrap().into_file();
    let mut reader = ParquetRecordBatchReaderBuilder::try_new(open).unwrap().build().unwrap();
    let batch = reader.next().unwrap().unwrap();
    assert!(reader.next().is_none(), "a small file is one batch");
    let named = ["cell", "raw_text", "commodity", "snapshot", "sheet"];
    let column = |name: &str| batch.column_by_name(name).unwrap();
    let texts = named.map(|name| {
        let array = column(name).as_string::<i32>();
        let texts = array.iter().map(|text| text.map(str::to_owned)).collect();
        (name.to_owned(), texts)
    });
    let values = column("obs_value").as_primitive::<Decimal128Type>().iter().collect();
    let mut columns = Columns { values, texts: texts.into() };
    change(&mut columns);
    let schema = batch.schema();
    let arrays = schema.fields().iter().zip(batch.columns()).map(|(field, array)| {
        if field.name() == "obs_value" {
            let values = Decimal128Array::from_iter(columns.values.iter().copied());
            return Arc::new(values.with_precision_and_scale(38, 9).unwrap()) as ArrayRef;
        }
        match columns.texts.get(field.name()) {
            Some(texts) => Arc::new(StringArray::from_iter(texts.iter().map(Option::as_deref))),
            None => Arc::clone(array),
        }
    });
    let forged = RecordBatch::try_new(batch.schema(), arrays.collect()).unwrap();
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, forged.schema(), None).unwrap();
    writer.write(&forged).unwrap();
    writer.close().unwrap();
    bytes
}

/// Exhibit 12 of November 2025 prints 182,146 in F49; that of December 183,135 in F47.
#[test]
fn a_value_that_its_cell_does_not_print_is_named() {
    let forged = Forged::new("cells-forged", |columns| {
        let (november, december) = (columns.row("F49", 182_146), columns.row("F47", 183_135));
        columns.values[november] = Some(182_147_000_000 * 1_000_000_000);
        columns.set("cell", december, Some("F48"));
        // October, in the sheet of the November release: total exports.
        let october = columns.row("F48", 203_607);
        columns.set("raw_text", october, Some("203,607"));
    });
    let seen = forged.seen();
    let differing: Vec<(&str, &str, &str)> = list(&seen["differing"])
        .iter()
        .map(|one| (text(&one["address"]), text(&one["printed"]), text(&one["published"])))
        .collect();
    let mut expected = vec![
        ("sheet `12`, cell F49", "182146", "182147000000"),
        // F48 of the December release is December: 179,036.
        ("sheet `12`, cell F48", "179036", "183135000000"),
        ("sheet `12`, cell F48", "203607", "203607000000"),
    ];
    let mut found = differing.clone();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected, "{seen:#}");
    assert_eq!(count(&seen["sources"]["us-census-ft900"]["differing"]), 3);
    let told = forged.place.portbook(["verify", "--cells"]);
    told.expect(65);
    assert!(told.stdout.contains("it does not print `182147` in units of 10^6"), "{told}");
}

#[test]
fn what_is_said_to_have_vanished_is_looked_for() {
    let forged = Forged::new("cells-vanished", |columns| {
        let (printed, gone) = (columns.row("F47", 183_135), columns.row("F49", 182_146));
        columns.vanish(printed);
        columns.vanish(gone);
        // Of another commodity, which the exhibit never prints.
        columns.set("commodity", gone, Some("S"));
    });
    let seen = forged.seen();
    let [one] = list(&seen["differing"]) else { panic!("{seen:#}") };
    assert_eq!(text(&one["problem"]), "vanished, and printed");
    assert_eq!(text(&one["release"]), "us-census-ft900:2025-12");
    assert_eq!(count(&seen["sources"]["us-census-ft900"]["absent"]), 1);
}

#[test]
fn values_of_bytes_that_are_gone_are_counted_and_named() {
    let place = Place::new("cells-without-bytes");
    copy(replayed().place.folder.path(), place.folder.path());
    // The exhibit of the December release.
    let name = "7d0fef6f8a0468b7af28a349481b4420d48ecbc970f5849f26d5b4b2b5b24e26";
    fs_err::remove_file(place.archive().join("objects/sha256/7d").join(name)).unwrap();
    let read: Vec<String> = rows(&place.output())
        .iter()
        .filter(|row| row.get("snapshot") == name)
        .map(|row| row.get("cell").to_owned())
        .collect();
    let arguments = ["verify", "--cells", "--json", "--only", "us/census-ft900"];
    let seen = place.portbook(arguments).json(65);
    let differing = list(&seen["cells"]["differing"]);
    assert!(!read.is_empty());
    assert_eq!(differing.len(), read.len());
    for one in differing {
        assert!(text(&one["problem"]).contains("is missing"), "{one:#}");
    }
}
