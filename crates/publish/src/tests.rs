//! Commits in a scratch folder: what is written, kept, shown, and found damaged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use arrow::array::StringArray;
use arrow::datatypes::{DataType, Field, Schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::file::metadata::RowGroupMetaData;
use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::Observation;
use portbook_model::period::Period;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::series::Series;
use portbook_model::status::{Level, ObsStatus, ReleasedBasis};
use tempfile::TempDir;

use super::*;
use crate::leftovers::{settle, sweep};
use crate::verify::{Damage, verify};

fn row(source: &str, period: Period, released_at: &str, millions: i128) -> Row {
    let series = Series::new(|concept| {
        let value = match concept {
            Concept::Source => source,
            Concept::Dataset => "exhibit-12",
            Concept::Freq => "M",
            Concept::RefArea => "USA",
            Concept::TradeFlow => "X",
            Concept::Measure => "VALUE",
            Concept::Transformation => "N",
            Concept::Currency | Concept::UnitMeasure => "USD",
            Concept::PeriodKind => "month",
            _ => "_Z",
        };
        Some(value.to_owned())
    });
    let released_at = released_at.parse().unwrap();
    Row {
        observation: Observation {
            series: Arc::new(series.unwrap()),
            period,
            value: Some(millions * 10_i128.pow(15)),
            unit_mult: 6,
            decimals: 0,
            status: ObsStatus::Normal,
            conf_status: None,
            level: Level::Total,
            part_of: None,
            base_period: None,
            snapshot: Digest::of(b"a page"),
            address: Address { cell: Some("F49".into()), ..Address::default() },
            raw_text: None,
        },
        release: Arc::new(Release {
            id: ReleaseId::new(source, "2025-11"),
            released_at,
            released_basis: ReleasedBasis::PrintedDate,
        }),
        first_seen_at: released_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

const NOVEMBER: &str = "2026-01-29T13:30:00Z";
const DECEMBER: &str = "2026-02-19T13:30:00Z";

fn exports() -> Vec<Row> {
    let month = |year, month| Period::month(year, month).unwrap();
    vec![
        row("us-census-ft900", month(2024, 11), NOVEMBER, 174_038),
        row("us-census-ft900", month(2025, 10), NOVEMBER, 203_607),
        row("us-census-ft900", month(2025, 11), NOVEMBER, 182_146),
    ]
}

fn revised() -> Vec<Row> {
    let mut exports = exports();
    let november = exports.last_mut().unwrap();
    november.superseded_at = Some(DECEMBER.parse().unwrap());
    let mut next = row("us-census-ft900", november.observation.period, DECEMBER, 183_135);
    next.revision = 1;
    exports.push(next);
    exports
}

fn flows() -> Table {
    let schema = Schema::new(vec![Field::new("code", DataType::Utf8, false)]);
    let codes = Arc::new(StringArray::from(vec!["X", "M"]));
    let batch = RecordBatch::try_new(Arc::new(schema), vec![codes]).unwrap();
    Table { name: "trade_flow".to_owned(), batch }
}

fn inputs() -> Inputs {
    let digests = BTreeMap::from([("snapshot".to_owned(), Digest::of(b"a page").to_string())]);
    Inputs { digests, program: "portbook 0.1.0, schema 1".to_owned(), sources: Vec::new() }
}

fn census(rows: Vec<Row>) -> SourceTables {
    let tables = Tables::Built { rows, files: Vec::new(), audit: Vec::new() };
    SourceTables { source: "us-census-ft900".to_owned(), tables }
}

fn publish(output: &Path, rows: Vec<Row>) -> Outcome {
    commit(output, vec![census(rows)], &[flows()], inputs()).unwrap()
}

/// Every file and link with its bytes or target.
fn tree(output: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut tree = BTreeMap::new();
    let mut folders = vec![output.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs_err::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(output).unwrap().to_owned();
            if let Ok(target) = fs_err::read_link(&path) {
                tree.insert(name, target.to_string_lossy().into_owned().into_bytes());
            } else if path.is_dir() {
                folders.push(path);
            } else {
                tree.insert(name, fs_err::read(path).unwrap());
            }
        }
    }
    tree
}

#[test]
fn a_commit_is_seen_through_current() {
    let output = TempDir::new().unwrap();
    let outcome = publish(output.path(), exports());
    assert_eq!(outcome, Outcome::Committed { commit: 1, files_new: 3, files_kept: 0, rows: 3 });
    let seen = output.path().join("current/observation/source=us-census-ft900/freq=M/year=2025");
    let (file, _) = fs_err::File::open(seen.join("part-0.parquet")).unwrap().into_parts();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    let metadata = reader.metadata().file_metadata();
    assert_eq!(metadata.created_by(), Some("portbook schema 1"));
    let keys: Vec<_> = metadata.key_value_metadata().unwrap().iter().map(|kv| &kv.key).collect();
    assert_eq!(keys, ["portbook.schema", "portbook.table"]);
    assert_eq!(reader.metadata().row_group(0).sorting_columns().unwrap().len(), 24);
    let names: Vec<_> = reader.schema().fields().iter().map(|f| f.name().clone()).collect();
    let published = portbook_schema::observation::schema();
    assert_eq!(names, published.fields().iter().map(|f| f.name().clone()).collect::<Vec<_>>());
    assert!(output.path().join("current/dimension/trade_flow.parquet").is_file());
    assert_eq!(record::current(output.path()).unwrap().unwrap().rows(), 3);
    let verified = verify(output.path()).unwrap();
    assert_eq!((verified.damage, verified.orphans, verified.files), (vec![], vec![], 3));
}

/// Other inputs that change no row are no commit either.
#[test]
fn the_same_rows_write_nothing() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    let before = tree(output.path());
    let mut shuffled = exports();
    shuffled.reverse();
    let other =
        Inputs { digests: BTreeMap::new(), program: "another".to_owned(), sources: Vec::new() };
    let outcome = commit(output.path(), vec![census(shuffled)], &[flows()], other).unwrap();
    assert_eq!(outcome, Outcome::Unchanged { commit: 1 });
    assert_eq!(tree(output.path()), before);
}

#[test]
fn bytes_do_not_depend_on_place_or_order() {
    let (one, two) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    publish(one.path(), revised());
    let mut shuffled = revised();
    shuffled.reverse();
    publish(two.path(), shuffled);
    assert_eq!(tree(one.path()), tree(two.path()));
}

#[test]
fn a_revision_rewrites_only_its_year_and_leaves_the_old_view() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    let before = tree(output.path());
    let outcome = publish(output.path(), revised());
    assert_eq!(outcome, Outcome::Committed { commit: 2, files_new: 1, files_kept: 2, rows: 4 });
    let after = tree(output.path());
    let kept = before.iter().filter(|(path, _)| path.as_os_str() != "current");
    assert!(kept.into_iter().all(|(path, bytes)| after[path] == *bytes));
    let second = record::current(output.path()).unwrap().unwrap();
    assert_eq!(second.parent.map(|parent| parent.commit), Some(1));
    assert_eq!(verify(output.path()).unwrap().damage, []);
}

/// All that a run killed before its last step can leave is written over by the next.
#[test]
fn leftovers_of_a_killed_run_are_no_damage_and_are_overwritten() {
    let (killed, whole) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    publish(killed.path(), exports());
    publish(whole.path(), exports());
    let current = killed.path().join("current");
    publish(killed.path(), revised());
    fs_err::remove_file(&current).unwrap();
    view::show(killed.path(), 1).unwrap();
    fs_err::write(killed.path().join("views/000002/observation/torn"), "x").unwrap();
    fs_err::create_dir(killed.path().join("views/.aside-000002")).unwrap();
    fs_err::write(killed.path().join("commits/000002.json"), "{").unwrap();
    let verified = verify(killed.path()).unwrap();
    assert_eq!(verified.damage, []);
    assert!(verified.orphans.contains(&PathBuf::from("commits/000002.json")));
    publish(killed.path(), revised());
    publish(whole.path(), revised());
    assert_eq!(tree(killed.path()), tree(whole.path()));
}

/// What no commit names goes once it is old; what is named, or not ours, stays.
#[test]
fn only_old_leftovers_are_swept() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    publish(output.path(), revised());
    let named = tree(output.path());
    let digest = Digest::of(b"of no commit");
    let leftovers = [
        ".aside-current".to_owned(),
        "commits/.aside-a".to_owned(),
        format!("dimension/trade_flow-{digest}.parquet"),
        "observation/source=us-census-ft900/freq=M/.aside-b".to_owned(),
        format!("observation/source=us-census-ft900/freq=M/part-{digest}.parquet"),
        "views/.aside-000003".to_owned(),
    ];
    for leftover in &leftovers[..5] {
        fs_err::write(output.path().join(leftover), "half").unwrap();
    }
    fs_err::create_dir_all(output.path().join(&leftovers[5]).join("observation")).unwrap();
    fs_err::write(output.path().join("observation/notes.parquet"), "a person's").unwrap();
    let written = |leftover| {
        fs_err::symlink_metadata(output.path().join(leftover)).unwrap().modified().unwrap()
    };
    let oldest = leftovers.iter().map(written).min().unwrap();
    let newest = leftovers.iter().map(written).max().unwrap();
    assert_eq!(sweep(output.path(), oldest).unwrap(), Vec::<PathBuf>::new());
    let mut swept = sweep(output.path(), newest + Duration::from_nanos(1)).unwrap();
    swept.sort();
    assert_eq!(swept, leftovers.map(|leftover| output.path().join(leftover)));
    let mut kept = tree(output.path());
    assert!(kept.remove(&PathBuf::from("observation/notes.parquet")).is_some());
    assert_eq!(kept, named);
    settle(output.path()).unwrap();
}

/// A record cut anywhere is damaged, never half read.
#[test]
fn a_torn_record_is_refused_at_every_byte() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    let path = output.path().join("commits/000001.json");
    let whole = fs_err::read(&path).unwrap();
    for cut in 0..whole.len() {
        fs_err::write(&path, &whole[..cut]).unwrap();
        let refused = record::current(output.path()).unwrap_err();
        assert!(matches!(refused, Error::BadCommit { .. }), "cut at {cut}: {refused}");
    }
}

#[test]
fn a_lost_current_is_not_taken_for_an_empty_folder() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    publish(output.path(), revised());
    fs_err::remove_file(output.path().join("current")).unwrap();
    let refused = commit(output.path(), vec![census(exports())], &[], inputs()).unwrap_err();
    assert!(matches!(refused, Error::CurrentBehind { current: 0, newest: 2 }));
    let damage = verify(output.path()).unwrap().damage;
    assert!(matches!(damage.as_slice(), [Damage::Current { .. }]), "{damage:?}");
}

/// One changed bit anywhere, in data or records, is found.
#[test]
fn every_flipped_bit_is_found() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    publish(output.path(), revised());
    let files: Vec<PathBuf> =
        tree(output.path()).into_keys().filter(|path| path.as_os_str() != "current").collect();
    for (path, number) in files.iter().flat_map(|path| (0..20).map(move |number| (path, number))) {
        let path = output.path().join(path);
        let whole = fs_err::read(&path).unwrap();
        let mut torn = whole.clone();
        let at = Digest::of(format!("{number} {}", path.display()).as_bytes());
        let at = usize::from_str_radix(&at.to_string()[..8], 16).unwrap();
        let place = at % torn.len();
        torn[place] ^= 1 << (at % 8);
        fs_err::write(&path, &torn).unwrap();
        assert_ne!(verify(output.path()).unwrap().damage, [], "{} at {place}", path.display());
        fs_err::write(&path, &whole).unwrap();
    }
    assert_eq!(verify(output.path()).unwrap().damage, []);
}

#[test]
fn what_is_gone_or_strange_is_named() {
    let output = TempDir::new().unwrap();
    publish(output.path(), exports());
    fs_err::remove_file(output.path().join("views/000001/dimension/trade_flow.parquet")).unwrap();
    fs_err::write(output.path().join("observation/notes.txt"), "x").unwrap();
    let verified = verify(output.path()).unwrap();
    let path = PathBuf::from("views/000001/dimension/trade_flow.parquet");
    assert_eq!(verified.damage, [Damage::Missing { path }]);
    assert_eq!(verified.orphans, [PathBuf::from("observation/notes.txt")]);
}

#[test]
fn rows_that_are_not_unique_or_not_the_sources_are_refused() {
    let output = TempDir::new().unwrap();
    let mut twice = exports();
    twice.push(twice[0].clone());
    let refused = commit(output.path(), vec![census(twice)], &[], inputs()).unwrap_err();
    assert!(matches!(refused, Error::DuplicateRow { .. }), "{refused}");
    let foreign = SourceTables { source: "cn-gacc-express".to_owned(), ..census(exports()) };
    let refused = commit(output.path(), vec![foreign], &[], inputs()).unwrap_err();
    assert!(matches!(refused, Error::ForeignRow { .. }), "{refused}");
    assert_eq!(record::current(output.path()).unwrap(), None);
}

/// More rows than one batch and one row group hold.
#[test]
fn large_partitions_have_full_row_groups() {
    let output = TempDir::new().unwrap();
    let month = Period::month(2025, 11).unwrap();
    let first: jiff::Timestamp = NOVEMBER.parse().unwrap();
    let template = row("us-census-ft900", month, NOVEMBER, 182_146);
    let rows = (0..131_073_i64).map(|second| {
        let released_at = first.checked_add(jiff::SignedDuration::from_secs(second)).unwrap();
        let release = Release { released_at, ..(*template.release).clone() };
        Row { release: Arc::new(release), ..template.clone() }
    });
    publish(output.path(), rows.collect());
    let seen = "current/observation/source=us-census-ft900/freq=M/year=2025/part-0.parquet";
    let (file, _) = fs_err::File::open(output.path().join(seen)).unwrap().into_parts();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    let groups: Vec<_> =
        reader.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
    assert_eq!(groups, [131_072, 1]);
}

/// Of a source that was not built anew, the files stay; of one that is gone, they go.
#[test]
fn what_stands_of_a_source_is_kept_as_it_is() {
    let output = TempDir::new().unwrap();
    let note = Table { name: "quarantine".to_owned(), ..flows() };
    let tables = Tables::Built { rows: exports(), files: Vec::new(), audit: vec![note] };
    let built = SourceTables { source: "us-census-ft900".to_owned(), tables };
    commit(output.path(), vec![built], &[flows()], inputs()).unwrap();
    let first = record::current(output.path()).unwrap().unwrap();
    let audit = "audit/quarantine/source=us-census-ft900/part-0.parquet";
    assert!(first.files.iter().any(|file| file.view == audit));

    let standing =
        || SourceTables { source: "us-census-ft900".to_owned(), tables: Tables::Standing };
    let outcome = commit(output.path(), vec![standing()], &[flows()], inputs()).unwrap();
    assert_eq!(outcome, Outcome::Unchanged { commit: 1 });
    let outcome = commit(output.path(), vec![standing()], &[], inputs()).unwrap();
    assert_eq!(outcome, Outcome::Committed { commit: 2, files_new: 0, files_kept: 3, rows: 3 });
    let outcome = commit(output.path(), vec![], &[], inputs()).unwrap();
    assert_eq!(outcome, Outcome::Committed { commit: 3, files_new: 0, files_kept: 0, rows: 0 });
    assert_eq!(verify(output.path()).unwrap().damage, []);
}
