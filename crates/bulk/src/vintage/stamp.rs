//! What a release says of rows that it prints or leaves out: when, as what, and after what.

use std::sync::Arc;

use arrow::array::{
    ArrayRef, Int32Array, RecordBatch, StringArray, TimestampMicrosecondArray, new_null_array,
};
use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_model::release::Release;
use portbook_schema::observation::schema;

use crate::error::Result;
use crate::vintage::changes::{Added, Gone};

/// Where a release shows that something is no longer printed.
#[derive(Clone, Debug)]
pub struct Absence {
    pub snapshot: Digest,
    pub member: Option<String>,
    pub sheet: Option<String>,
    pub captured_at: Timestamp,
}

/// What is said anew in the rows of a part.
pub(crate) enum Stamped<'a> {
    /// Nothing.
    Kept,
    Added {
        rows: &'a [Added],
    },
    Gone {
        release: &'a Release,
        rows: &'a [Gone],
        absence: &'a Absence,
    },
}

impl Stamped<'_> {
    /// Rows as they are to be written; the first of them is the `first` of its part.
    pub(crate) fn batch(&self, batch: &RecordBatch, first: usize) -> Result<RecordBatch> {
        let rows = batch.num_rows();
        let here = first..first + rows;
        let anew: Vec<(&str, ArrayRef)> = match self {
            Self::Kept => return Ok(batch.clone()),
            Self::Added { rows: added } => {
                let added = &added[here];
                let reason = |added: &Added| match added {
                    Added { revision: 0, .. } => None,
                    Added { is_rebased: true, .. } => Some("rebase"),
                    Added { .. } => Some("source"),
                };
                let revisions = added.iter().map(|added| added.revision);
                let reasons = added.iter().map(reason);
                vec![
                    ("revision", Arc::new(Int32Array::from_iter_values(revisions)) as ArrayRef),
                    ("revision_reason", Arc::new(StringArray::from_iter(reasons))),
                ]
            }
            Self::Gone { release, rows: gone, absence } => {
                let revisions = gone[here].iter().map(|gone| gone.revision);
                let mut anew = of_release(release, rows);
                anew.push(("revision", Arc::new(Int32Array::from_iter_values(revisions))));
                anew.extend(absence.columns(rows));
                anew
            }
        };
        let schema = schema();
        let columns = schema.fields().iter().zip(batch.columns()).map(|(field, column)| {
            let found = anew.iter().find(|(name, _)| name == field.name());
            found.map_or_else(|| Arc::clone(column), |(_, column)| Arc::clone(column))
        });
        let columns = columns.collect();
        Ok(RecordBatch::try_new(schema, columns)?)
    }
}

fn text(text: &str, rows: usize) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(std::iter::repeat_n(text, rows)))
}

fn instant(at: Timestamp, rows: usize) -> ArrayRef {
    let all = std::iter::repeat_n(at.as_microsecond(), rows);
    Arc::new(TimestampMicrosecondArray::from_iter_values(all).with_timezone("UTC"))
}

fn of_release(release: &Release, rows: usize) -> Vec<(&'static str, ArrayRef)> {
    let none = TimestampMicrosecondArray::new_null(rows).with_timezone("UTC");
    vec![
        ("released_at", instant(release.released_at, rows)),
        ("released_basis", text(release.released_basis.code(), rows)),
        ("release", text(&release.id.to_string(), rows)),
        ("superseded_at", Arc::new(none)),
    ]
}

impl Absence {
    fn columns(&self, rows: usize) -> Vec<(&'static str, ArrayRef)> {
        let none = |kind| new_null_array(kind, rows);
        let schema = schema();
        let nulls = |name: &'static str| {
            let field = schema.field_with_name(name).expect("a column of the contract");
            (name, none(field.data_type()))
        };
        let some = |name: &'static str, said: &Option<String>| match said {
            Some(said) => (name, text(said, rows)),
            None => nulls(name),
        };
        vec![
            ("first_seen_at", instant(self.captured_at, rows)),
            ("revision_reason", text("vanished", rows)),
            ("obs_status", text("O", rows)),
            ("snapshot", text(&self.snapshot.to_string(), rows)),
            some("member", &self.member),
            some("sheet", &self.sheet),
            nulls("obs_value"),
            nulls("conf_status"),
            nulls("cell"),
            nulls("record"),
            nulls("raw_text"),
        ]
    }
}
