//! The table `release`: every release that passed, and how many of its figures were new, revised,
//! vanished, or said again what was held. The observations alone cannot tell of the last.

use std::sync::Arc;

use arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow::datatypes::{DataType, Field, Schema, TimeUnit};
use portbook_check::verdict::{Counts, Verdict};
use portbook_publish::Table;

/// One row per dataset and release of a source, sorted by dataset, instant and id.
pub(crate) fn table(verdicts: &[Verdict]) -> Table {
    let mut passed: Vec<&Verdict> = verdicts.iter().filter(|verdict| !verdict.is_held()).collect();
    passed.sort_by_key(|verdict| {
        (verdict.dataset.clone(), verdict.release.released_at, verdict.release.id.clone())
    });
    let text = |of: &dyn Fn(&Verdict) -> String| -> ArrayRef {
        Arc::new(passed.iter().map(|verdict| Some(of(verdict))).collect::<StringArray>())
    };
    let count = |of: &dyn Fn(&Counts) -> u64| -> ArrayRef {
        let count = |verdict: &&Verdict| i64::try_from(of(&verdict.counts)).unwrap_or(i64::MAX);
        Arc::new(passed.iter().map(count).collect::<Int64Array>())
    };
    let instants = passed.iter().map(|verdict| verdict.release.released_at.as_microsecond());
    let instants = TimestampMicrosecondArray::from_iter_values(instants).with_timezone("UTC");
    let columns: [(&str, ArrayRef); 9] = [
        ("dataset", text(&|verdict| verdict.dataset.clone())),
        ("release", text(&|verdict| verdict.release.id.to_string())),
        ("released_at", Arc::new(instants)),
        ("released_basis", text(&|verdict| verdict.release.released_basis.code().to_owned())),
        ("observations", count(&|counts| counts.observations)),
        ("new", count(&|counts| counts.new)),
        ("revised", count(&|counts| counts.revised)),
        ("vanished", count(&|counts| counts.vanished)),
        ("restated", count(&|counts| counts.restated)),
    ];
    let fields = columns.iter().map(|(name, _)| {
        let of = match *name {
            "released_at" => DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())),
            "observations" | "new" | "revised" | "vanished" | "restated" => DataType::Int64,
            _ => DataType::Utf8,
        };
        Field::new(*name, of, false)
    });
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatch::try_new(schema, arrays).expect("every column has a value per verdict");
    Table { name: "release".to_owned(), batch }
}
