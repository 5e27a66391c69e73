//! What each release of a source came to, from the published table `release`.

use std::collections::BTreeMap;
use std::path::Path;

use arrow::array::{AsArray as _, RecordBatch};
use arrow::datatypes::{Int64Type, TimestampMicrosecondType};
use jiff::Timestamp;
use portbook_publish::record::File;
use portbook_publish::stored::each_batch;

use crate::error::{Error, Result};

/// One release of a dataset that passed.
#[derive(Clone, Debug)]
pub(crate) struct Release {
    pub(crate) id: String,
    pub(crate) released_at: Timestamp,
    pub(crate) basis: String,
    /// Figures, and of them new, revised, vanished, restated.
    pub(crate) counts: [i64; 5],
}

/// Dataset -> its releases in order of publication.
pub(crate) fn read(output: &Path, files: &[&File]) -> Result<BTreeMap<String, Vec<Release>>> {
    let mut releases: BTreeMap<String, Vec<Release>> = BTreeMap::new();
    for file in files {
        each_batch(output, file, None, &mut |batch| {
            for row in 0..batch.num_rows() {
                let read = release(&batch, row).ok_or_else(|| Error::Rows {
                    path: file.view.clone(),
                    problem: "is not the table `release`".to_owned(),
                })?;
                releases.entry(read.0).or_default().push(read.1);
            }
            Ok::<(), Error>(())
        })?;
    }
    for releases in releases.values_mut() {
        releases.sort_by(|a, b| (a.released_at, &a.id).cmp(&(b.released_at, &b.id)));
    }
    Ok(releases)
}

fn release(batch: &RecordBatch, row: usize) -> Option<(String, Release)> {
    let text = |name: &str| {
        Some(batch.column_by_name(name)?.as_string_opt::<i32>()?.value(row).to_owned())
    };
    let count =
        |name: &str| Some(batch.column_by_name(name)?.as_primitive_opt::<Int64Type>()?.value(row));
    let released = batch.column_by_name("released_at")?;
    let released = released.as_primitive_opt::<TimestampMicrosecondType>()?.value(row);
    let release = Release {
        id: text("release")?,
        released_at: Timestamp::from_microsecond(released).ok()?,
        basis: text("released_basis")?,
        counts: [
            count("observations")?,
            count("new")?,
            count("revised")?,
            count("vanished")?,
            count("restated")?,
        ],
    };
    Some((text("dataset")?, release))
}
