//! The audit table `finding`: what is worth telling of a release and holds nothing, such as a table
//! that was laid out anew, or far more rows than before.

use std::sync::Arc;

use arrow::array::{ArrayRef, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_check::verdict::Finding;
use portbook_publish::Table;

use crate::build::Built;

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
    let batch = RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .expect("every column has a value for every finding");
    Table { name: "finding".to_owned(), batch }
}
