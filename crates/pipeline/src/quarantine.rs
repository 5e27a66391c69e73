//! The audit table `quarantine`: what was refused, why, and where it stands.

use std::sync::Arc;

use arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema};
use portbook_model::digest::Digest;
use portbook_model::issue::Issue;
use portbook_model::release::Release;
use portbook_publish::Table;

use crate::build::Built;
use crate::findings::released_at;

/// One entry.
struct Entry<'a> {
    dataset: Option<&'a str>,
    /// `None` of a file that names none.
    release: Option<Arc<Release>>,
    snapshot: Digest,
    issue: &'a Issue,
    /// Value cells it keeps out; 0 where it concerns a table or a file as a whole.
    cells: u64,
}

/// Every entry of a source, in the order of the build.
pub(crate) fn table(built: &Built) -> Table {
    let refused = built.checked.quarantine.iter().map(|refused| Entry {
        dataset: Some(&refused.dataset),
        release: Some(Arc::clone(&refused.release)),
        snapshot: refused.snapshot,
        issue: &refused.refusal.issue,
        cells: refused.refusal.cells,
    });
    let files = built.unplaced.iter().map(|unplaced| Entry {
        dataset: unplaced.file.dataset.as_deref(),
        release: None,
        snapshot: unplaced.snapshot,
        issue: &unplaced.file.issue,
        cells: 0,
    });
    let entries: Vec<Entry<'_>> = refused.chain(files).collect();
    Table { name: "quarantine".to_owned(), batch: batch(&entries) }
}

/// How many entries concern a dataset. A file that no layout came near to could be of any.
pub(crate) fn count(built: &Built, dataset: &str) -> u64 {
    let refused = built.checked.quarantine.iter().filter(|refused| refused.dataset == dataset);
    let of = |name: &Option<String>| name.as_deref().is_none_or(|name| name == dataset);
    let files = built.unplaced.iter().filter(|unplaced| of(&unplaced.file.dataset));
    (refused.count() + files.count()) as u64
}

fn batch(entries: &[Entry<'_>]) -> RecordBatch {
    type Text = fn(&Entry<'_>) -> Option<String>;
    let texts: [(&str, bool, Text); 11] = [
        ("dataset", true, |e| e.dataset.map(str::to_owned)),
        ("release", true, |e| e.release.as_ref().map(|release| release.id.to_string())),
        ("rule", false, |e| Some(e.issue.rule.clone())),
        ("file", false, |e| Some(e.issue.file.clone())),
        ("snapshot", false, |e| Some(e.snapshot.to_string())),
        ("member", true, |e| e.issue.address.member.clone().map(String::from)),
        ("sheet", true, |e| e.issue.address.sheet.clone().map(String::from)),
        ("cell", true, |e| e.issue.address.cell.clone().map(String::from)),
        ("seen", false, |e| Some(e.issue.seen.clone())),
        ("expected", false, |e| Some(e.issue.expected.clone())),
        ("nearest", true, |e| (!e.issue.nearest.is_empty()).then(|| e.issue.nearest.join("; "))),
    ];
    let mut fields = Vec::new();
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for (name, nullable, text) in texts {
        fields.push(Field::new(name, DataType::Utf8, nullable));
        arrays.push(Arc::new(StringArray::from_iter(entries.iter().map(text))));
    }
    fields.push(Field::new("record", DataType::Int64, true));
    let records = entries.iter().map(|entry| entry.issue.address.record);
    arrays.push(Arc::new(Int64Array::from_iter(records)));
    fields.push(Field::new("cells", DataType::Int64, false));
    let cells = entries.iter().map(|entry| i64::try_from(entry.cells).unwrap_or(i64::MAX));
    arrays.push(Arc::new(Int64Array::from_iter_values(cells)));
    let instants = entries.iter().map(|e| e.release.as_ref().map(|release| release.released_at));
    let (field, instants) = released_at(instants);
    fields.push(field);
    arrays.push(instants);
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)
        .expect("every column has a value for every entry")
}
