//! A small published table in a temporary folder, laid out as a commit is.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use arrow::array::{RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use jiff::Timestamp;
use parquet::arrow::ArrowWriter;
use portbook_model::address::Address;
use portbook_model::amount::{Amount, Marks};
use portbook_model::concept::Concept;
use portbook_model::digest::Digest;
use portbook_model::observation::{Observation, Row};
use portbook_model::period::Period;
use portbook_model::release::{Release, ReleaseId};
use portbook_model::series::Series;
use portbook_model::status::{Level, ObsStatus, ReleasedBasis, RevisionReason};
use portbook_query::table::Table;
use portbook_schema::observation;
use tempfile::TempDir;

/// An output folder that goes away with the test.
pub(crate) struct Output {
    folder: TempDir,
}

impl Output {
    /// Publishes rows; `superseded_at` and revision follow from their releases.
    pub(crate) fn of(rows: &[Row]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let view = folder.path().join("views/000001");
        fs_err::create_dir_all(view.join("observation")).unwrap();
        let mut parts: BTreeMap<String, Vec<Row>> = BTreeMap::new();
        for row in linked(rows) {
            let series = &row.observation.series;
            let (source, freq) = (series.get(Concept::Source), series.get(Concept::Freq));
            let year = row.observation.period.end.year();
            let part = format!("observation/source={source}/freq={freq}/year={year}");
            parts.entry(part).or_default().push(row);
        }
        for (part, rows) in parts {
            fs_err::create_dir_all(view.join(&part)).unwrap();
            write(&view.join(part).join("part-0.parquet"), &observation::batch(&rows).unwrap());
        }
        fs_err::create_dir_all(view.join("dimension")).unwrap();
        write(&view.join("dimension/area.parquet"), &areas());
        write(&view.join("dimension/follows.parquet"), &follows());
        fs_err::os::unix::fs::symlink("views/000001", folder.path().join("current")).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn table(&self) -> Table {
        Table::open(self.folder.path()).unwrap()
    }
}

fn write(path: &Path, batch: &RecordBatch) {
    let file = fs_err::File::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
    writer.write(batch).unwrap();
    writer.close().unwrap();
}

fn areas() -> RecordBatch {
    dimension(&[("code", ["CHN", "USA"]), ("name", ["China", "United States"])])
}

/// The final print of the exhibit and the full table each follow the exhibit.
fn follows() -> RecordBatch {
    dimension(&[
        ("source", ["us-final", "us-full"]),
        ("dataset", ["table", "table"]),
        ("followed_source", ["us-census-ft900", "us-census-ft900"]),
        ("followed_dataset", ["exhibit-12", "exhibit-12"]),
        ("ignored", [";valuation;region;", ""]),
    ])
}

fn dimension<const N: usize>(columns: &[(&str, [&str; N])]) -> RecordBatch {
    let text = |(name, _): &(&str, _)| Field::new(*name, DataType::Utf8, false);
    let schema = Schema::new(columns.iter().map(text).collect::<Vec<_>>());
    let array = |(_, values): &(_, [&str; N])| Arc::new(StringArray::from(values.to_vec())) as _;
    RecordBatch::try_new(Arc::new(schema), columns.iter().map(array).collect()).unwrap()
}

/// Contract 8: rows of an observation in the order of their releases.
fn linked(rows: &[Row]) -> Vec<Row> {
    let mut observations: BTreeMap<(Arc<Series>, Period), Vec<Row>> = BTreeMap::new();
    for row in rows {
        let key = (row.observation.series.clone(), row.observation.period);
        observations.entry(key).or_default().push(row.clone());
    }
    let mut linked = Vec::new();
    for mut vintages in observations.into_values() {
        vintages.sort_by(|a, b| {
            (a.release.released_at, &a.release.id).cmp(&(b.release.released_at, &b.release.id))
        });
        let next: Vec<Option<Timestamp>> =
            vintages.iter().skip(1).map(|row| Some(row.release.released_at)).collect();
        for (revision, row) in vintages.iter_mut().enumerate() {
            row.superseded_at = next.get(revision).copied().flatten();
            row.revision = i32::try_from(revision).unwrap();
            let reason = row.revision_reason.unwrap_or(RevisionReason::Source);
            row.revision_reason = (revision > 0).then_some(reason);
        }
        linked.append(&mut vintages);
    }
    linked
}

/// A release: its id's parts and when it came out.
pub(crate) fn release(source: &str, period: &str, released_at: &str) -> Arc<Release> {
    Arc::new(Release {
        id: ReleaseId::new(source, period),
        released_at: released_at.parse().unwrap(),
        released_basis: ReleasedBasis::PrintedDate,
    })
}

/// A figure in base units, printed in `cell` of `release`; columns not named are `_Z`, `N` or `M`.
pub(crate) fn row(
    release: &Arc<Release>,
    columns: &[(Concept, &str)],
    period: Period,
    value: &str,
    cell: &str,
) -> Row {
    let text = |concept: Concept| {
        let set = columns.iter().find(|(named, _)| *named == concept).map(|(_, value)| *value);
        let value = match concept {
            Concept::Source => release.id.source(),
            Concept::Freq => "M",
            Concept::Commodity | Concept::Breakdown => "_T",
            Concept::Measure => "VALUE",
            Concept::Adjustment | Concept::Transformation => "N",
            _ => "_Z",
        };
        Some(set.unwrap_or(value).to_owned())
    };
    let amount = Amount::parse(value, Marks { decimal: '.', grouping: None });
    let record = cell.contains(' ').then(|| cell.split_once(' ').unwrap());
    let address = Address {
        member: None,
        sheet: record.is_none().then(|| "Exhibit 12".into()),
        cell: Some(record.map_or(cell, |(_, column)| column).into()),
        record: record.map(|(number, _)| number.parse().unwrap()),
    };
    let observation = Observation {
        series: Arc::new(Series::new(text).unwrap()),
        period,
        value: amount.ok().map(|amount| amount.base(0).unwrap().0),
        unit_mult: if value.len() > 9 { 6 } else { 0 },
        decimals: i8::from(value.len() <= 9),
        status: ObsStatus::Normal,
        conf_status: None,
        level: Level::Total,
        part_of: None,
        base_period: None,
        snapshot: Digest::of(release.id.to_string().as_bytes()),
        address,
        raw_text: None,
    };
    Row {
        observation,
        release: release.clone(),
        first_seen_at: release.released_at,
        superseded_at: None,
        revision: 0,
        revision_reason: None,
    }
}

/// The series columns of the exhibit's exports.
pub(crate) const EXPORTS: [(Concept, &str); 7] = [
    (Concept::Dataset, "exhibit-12"),
    (Concept::RefArea, "USA"),
    (Concept::CounterpartArea, "_W"),
    (Concept::TradeFlow, "X"),
    (Concept::Currency, "USD"),
    (Concept::UnitMeasure, "USD"),
    (Concept::PeriodKind, "month"),
];

/// Exports of goods on Census basis, as two releases of the FT-900 print them.
pub(crate) fn exhibit_12() -> Vec<Row> {
    let november = release("us-census-ft900", "2025-11", "2026-01-29T13:30:00Z");
    let december = release("us-census-ft900", "2025-12", "2026-02-19T13:30:00Z");
    let columns = EXPORTS;
    let month = |m| Period::month(2025, m).unwrap();
    vec![
        row(&november, &columns, month(10), "190000000000", "F48"),
        row(&november, &columns, month(11), "182146000000", "F49"),
        row(&december, &columns, month(11), "183135000000", "F47"),
        row(&december, &columns, month(12), "184000000000", "F48"),
    ]
}

/// Runs a question to its end.
pub(crate) fn wait<T>(question: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(question)
}
