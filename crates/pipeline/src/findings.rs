//! The audit table `finding`: what is worth telling of a release and holds nothing, such as a table
//! that was laid out anew, or far more rows than before.

use std::sync::Arc;

use arrow::array::{Array as _, ArrayRef, RecordBatch, StringArray, TimestampMicrosecondArray};
use arrow::datatypes::{DataType, Field, Schema};
use jiff::Timestamp;
use portbook_check::verdict::Finding;
use portbook_publish::Table;

use crate::build::Built;

/// The column by which an audit table is cut at an instant.
pub(crate) fn released_at(instants: impl Iterator<Item = Option<Timestamp>>) -> (Field, ArrayRef) {
    let instants = instants.map(|at| at.map(Timestamp::as_microsecond));
    let array = TimestampMicrosecondArray::from_iter(instants).with_timezone("UTC");
    (Field::new("released_at", array.data_type().clone(), true), Arc::new(array))
}

/// Every finding of a source, in the order of the build.
pub(crate) fn table(built: &Built) -> Table {
    type Text = fn(&Finding) -> Option<String>;
    let texts: [(&str, bool, Text); 5] = [
        ("dataset", false, |f| Some(f.dataset.clone())),
        ("release", false, |f| Some(f.release.id.to_string())),
        ("rule", false, |f| Some(f.failure.rule.clone())),
        ("said", false, |f| Some(f.failure.said.clone())),
        ("cells", true, |f| {
            let places =
                f.failure.cells.iter().map(|place| format!("{} {}", place.file, place.address));
            let places: Vec<String> = places.collect();
            (!places.is_empty()).then(|| places.join("; "))
        }),
    ];
    let findings = &built.checked.findings;
    let mut fields = Vec::new();
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for (name, nullable, text) in texts {
        fields.push(Field::new(name, DataType::Utf8, nullable));
        arrays.push(Arc::new(StringArray::from_iter(findings.iter().map(text))));
    }
    let (field, instants) = released_at(findings.iter().map(|f| Some(f.release.released_at)));
    fields.push(field);
    arrays.push(instants);
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .expect("every column has a value for every finding");
    Table { name: "finding".to_owned(), batch }
}
