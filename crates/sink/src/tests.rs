//! Commits in a scratch folder: what they hold, what changed between them, what their rows come to.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::AsArray as _;
use arrow::datatypes::Int16Type;
use portbook_model::address::Address;
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::Period;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::series::Series;
use portbook_model::status::{Level, ObsStatus, ReleasedBasis};
use portbook_publish::{Inputs, SourceTables, Tables, commit};

use crate::changes::{Counts, between};
use crate::commit::{Changed, Commit, Key, Output};
use crate::error::Error;
use crate::measure::Measure;

const SOURCE: &str = "us-census-ft900";

/// Exports of a month, in millions; `None` where nothing is printed.
pub(crate) fn row(year: i16, month: i8, millions: Option<i128>) -> Row {
    let series = Series::new(|concept| {
        let value = match concept {
            Concept::Source => SOURCE,
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
    let released_at = "2026-01-29T13:30:00Z".parse().unwrap();
    let status = if millions.is_some() { ObsStatus::Normal } else { ObsStatus::Missing };
    Row {
        observation: Observation {
            series: Arc::new(series.unwrap()),
            period: Period::month(year, month).unwrap(),
            value: millions.map(|millions| millions * 10_i128.pow(15)),
            unit_mult: 6,
            decimals: 0,
            status,
            conf_status: None,
            level: Level::Total,
            part_of: None,
            base_period: None,
            snapshot: Digest::of(b"a page"),
            address: Address { cell: Some("F49".into()), ..Address::default() },
            raw_text: None,
        },
        release: Arc::new(Release {
            id: ReleaseId::new(SOURCE, "2025-11"),
            released_at,
            released_basis: ReleasedBasis::PrintedDate,
        }),
        first_seen_at: released_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

pub(crate) fn publish(output: &Path, rows: Vec<Row>) {
    let tables = Tables::Built { rows, files: Vec::new(), audit: Vec::new() };
    let source = SourceTables { source: SOURCE.to_owned(), tables };
    let inputs = Inputs {
        digests: BTreeMap::new(),
        program: "portbook 0.1.0".to_owned(),
        sources: Vec::new(),
    };
    commit(output, vec![source], &[], inputs).unwrap();
}

fn year(year: i16) -> Key {
    Key { source: SOURCE.to_owned(), freq: "M".to_owned(), year }
}

/// Year -> the commit its rows are of.
fn loaded(changed: &Changed) -> Vec<(i16, u64)> {
    let mut all: Vec<_> =
        changed.load().map(|since| (since.partition.key.year, since.commit)).collect();
    all.sort_unstable();
    all
}

/// Four commits: 2024 and 2025; another 2025; 2025 as it was; 2024 gone and 2026 there.
fn history(output: &Path) -> Vec<Commit> {
    let (of_2024, of_2025) = (row(2024, 11, Some(174_038)), row(2025, 11, Some(182_146)));
    publish(output, vec![of_2024.clone(), of_2025.clone()]);
    publish(output, vec![of_2024.clone(), row(2025, 11, Some(183_135))]);
    publish(output, vec![of_2024, of_2025.clone()]);
    publish(output, vec![of_2025, row(2026, 1, Some(190_000))]);
    let folder = Output::open(output);
    (1..=4).map(|number| folder.commit(number).unwrap()).collect()
}

#[test]
fn partitions_of_a_commit_are_told_with_its_digest() {
    let folder = tempfile::tempdir().unwrap();
    let output = Output::open(folder.path());
    assert!(matches!(output.head(), Err(Error::NotPublished { .. })));
    let commits = history(folder.path());
    assert_eq!(output.head().unwrap(), 4);
    assert_eq!(commits[3].partitions.keys().collect::<Vec<_>>(), [&year(2025), &year(2026)]);
    assert_eq!((commits[3].rows(), commits[3].parent), (2, Some(3)));
    let mut digests: Vec<Digest> = commits.iter().map(|commit| commit.digest).collect();
    digests.dedup();
    assert_eq!(digests.len(), 4);
    let missing = output.commit(5).unwrap_err();
    assert_eq!(missing.to_string(), "no commit 5, there are 1 to 4");
}

#[test]
fn what_changed_says_since_when_it_stands_however_many_commits_are_taken() {
    let folder = tempfile::tempdir().unwrap();
    let commits = history(folder.path());
    let [one, two, three, four] = &commits[..] else { panic!("four commits") };
    let output = Output::open(folder.path());
    let changed = |from: Option<&Commit>, to| output.changed(from, to).unwrap();

    assert_eq!(loaded(&changed(None, one)), [(2024, 1), (2025, 1)]);
    assert_eq!(loaded(&changed(Some(one), two)), [(2025, 2)]);
    // The bytes are those of commit 1 again, but their rows are of commit 3 in every sink.
    assert_eq!(loaded(&changed(Some(one), three)), [(2025, 3)]);
    assert_eq!(loaded(&changed(Some(two), three)), [(2025, 3)]);
    assert_eq!(loaded(&changed(None, three)), [(2024, 1), (2025, 3)]);
    assert!(changed(Some(three), three).is_empty());

    let last = changed(Some(two), four);
    assert_eq!(loaded(&last), [(2025, 3), (2026, 4)]);
    assert_eq!(last.out().collect::<Vec<_>>(), [&year(2025), &year(2024)]);
    assert_eq!(last.removed.iter().map(|p| p.key.year).collect::<Vec<_>>(), [2024]);
    assert_eq!(last.added.iter().map(|s| s.partition.key.year).collect::<Vec<_>>(), [2026]);
}

/// Year and change of every row that differs.
fn differing(output: &Output, since: &Commit, to: &Commit) -> (Vec<(i16, String)>, Counts) {
    let mut rows = Vec::new();
    let counts = between(output, since, to, &mut |batch| {
        let column = |name: &str| batch.column_by_name(name).unwrap().clone();
        let (changes, years) = (column("_change"), column("year"));
        let changes = changes.as_string::<i32>().iter().flatten().map(str::to_owned);
        let years = years.as_primitive::<Int16Type>().values().to_vec();
        rows.extend(years.into_iter().zip(changes));
        Ok(())
    });
    (rows, counts.unwrap())
}

#[test]
fn a_row_that_says_something_else_is_withdrawn_and_inserted() {
    let folder = tempfile::tempdir().unwrap();
    let commits = history(folder.path());
    let output = Output::open(folder.path());
    let rows = |since: usize, to: usize| {
        let (rows, counts) = differing(&output, &commits[since - 1], &commits[to - 1]);
        let counted: u64 = counts.values().flat_map(BTreeMap::values).sum();
        assert_eq!(counted, u64::try_from(rows.len()).unwrap());
        rows
    };
    let row = |year, change: &str| (year, change.to_owned());
    assert_eq!(rows(1, 2), [row(2025, "withdrawn"), row(2025, "inserted")]);
    // Loaded again, and yet the same.
    assert_eq!(rows(1, 3), []);
    assert_eq!(rows(3, 4), [row(2024, "withdrawn"), row(2026, "inserted")]);
}

#[test]
fn a_row_that_a_later_one_follows_is_superseded() {
    let folder = tempfile::tempdir().unwrap();
    let before = vec![row(2025, 10, Some(1)), row(2025, 11, Some(2)), row(2025, 12, Some(3))];
    publish(folder.path(), before.clone());
    let mut after = before;
    after[1].superseded_at = Some("2026-02-19T13:30:00Z".parse().unwrap());
    let mut later = row(2025, 11, Some(4));
    let release = Release {
        id: ReleaseId::new(SOURCE, "2025-12"),
        released_at: "2026-02-19T13:30:00Z".parse().unwrap(),
        released_basis: ReleasedBasis::PrintedDate,
    };
    later.release = Arc::new(release);
    later.revision = 1;
    after.push(later);
    publish(folder.path(), after);
    let output = Output::open(folder.path());
    let (one, two) = (output.commit(1).unwrap(), output.commit(2).unwrap());
    let (rows, _) = differing(&output, &one, &two);
    let changes: Vec<&str> = rows.iter().map(|(_, change)| change.as_str()).collect();
    assert_eq!(changes, ["superseded", "inserted"]);
}

#[test]
fn rows_come_to_their_count_sum_nulls_and_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let rows = vec![row(2025, 1, Some(1)), row(2025, 3, None), row(2025, 4, Some(-182_146))];
    publish(folder.path(), rows);
    let output = Output::open(folder.path());
    let commit = output.commit(1).unwrap();
    let measure = Measure::of(&output, &commit.partitions[&year(2025)]).unwrap();
    // 2025-01-01 and 2025-04-01.
    let days = Some([20_089, 20_179]);
    let sum = -182_145 * 10_i128.pow(15);
    assert_eq!(measure, Measure { rows: 3, sum, nulls: 1, period_start: days });
}
