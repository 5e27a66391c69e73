//! The four stages of a job one by one and in one thread, for benches/stages.rs to measure: what a
//! job does side by side and with spilling is of these.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use parquet::file::properties::WriterProperties;
use portbook_publish::form;
use portbook_source::load::Source;

use crate::block::Block;
use crate::encode::encode;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::file::{Files, Written};
use crate::frame::Frame;
use crate::group::{Group, Rows};
use crate::job::Job;
use crate::lines::Lines;
use crate::merge::{Merge, Run};
use crate::room::BATCH_RECORDS;
use crate::scan::Scanner;
use crate::sort_write::GROUP_ROWS;

/// A file of records, held as it lies on the disk.
pub struct Stages {
    text: Vec<u8>,
    frame: Arc<Frame>,
    properties: Arc<WriterProperties>,
}

/// Packed records by year, in the order of the file.
pub struct Mapped(Vec<(i32, Block)>);

/// Rows by year, in their order.
pub struct Sorted(BTreeMap<i32, Vec<Group>>);

impl Sorted {
    pub fn rows(&self) -> usize {
        self.0.values().flatten().map(|group| group.rows.len()).sum()
    }
}

impl Stages {
    /// # Errors
    /// As [`Job::plan`].
    pub fn of(path: &Path, source: &Source, now: Timestamp) -> Result<Self> {
        let jobs = Job::plan(&[path.to_owned()], source, now, 1)?;
        let job = jobs.first().expect("a file that is taken is of a job");
        let input = job.inputs.first().expect("and an input of it");
        let text = fs_err::read(path);
        let mut text =
            text.map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
        let body_at = input.ranges.first().map_or(text.len() as u64, |range| range.start);
        text.drain(..usize::try_from(body_at).expect("of a text that is held"));
        let files = vec![(input.digest.to_string(), None)];
        Ok(Self {
            text,
            frame: Arc::new(Frame::new(Arc::clone(&job.mapping), files)?),
            properties: Arc::new(form::properties("observation", &form::sorting(), GROUP_ROWS)?),
        })
    }

    /// Bytes of the records.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    fn each(&self, mut each: impl FnMut(&[u8], u64)) {
        let mut lines = Lines::new(self.text.as_slice());
        let mut number = 0;
        while let Some(line) = lines.next().expect("a text that is held is read") {
            number += 1;
            each(line, number);
        }
    }

    /// Lines to fields; how many.
    pub fn decode(&self) -> usize {
        let mapping = &self.frame.mapping;
        let mut fields = Fields::default();
        let mut count = 0;
        self.each(|line, _| {
            if fields.cut(line, mapping.cut.delimiter, mapping.kinds.len()).is_ok() {
                count += mapping.kinds.len();
            }
        });
        count
    }

    /// Lines to packed records: decoding is part of it.
    pub fn map(&self) -> Mapped {
        let mut scanner = Scanner::new(&self.frame.mapping, 0, BATCH_RECORDS);
        let mut blocks = Vec::new();
        self.each(|line, number| blocks.extend(scanner.line(line, number)));
        blocks.extend(scanner.finish());
        Mapped(blocks)
    }

    /// Packed records to rows in their order.
    ///
    /// # Errors
    /// `LongRun`.
    pub fn sort(&self, mapped: &Mapped) -> Result<Sorted> {
        let mapping = &self.frame.mapping;
        let mut runs: BTreeMap<i32, Vec<Run>> = BTreeMap::new();
        for (year, block) in &mapped.0 {
            let sorted = Block::of_bytes(&block.sorted(&mapping.form), &block.heap);
            runs.entry(*year).or_default().push(Run::of_block(sorted));
        }
        let mut years = BTreeMap::new();
        for (year, runs) in runs {
            let merge = Merge::new(mapping.form.clone(), runs)?;
            let mut rows = Rows::new(Arc::clone(mapping), merge, GROUP_ROWS);
            let groups = std::iter::from_fn(|| rows.next().transpose());
            years.insert(year, groups.collect::<Result<Vec<Group>>>()?);
        }
        Ok(Sorted(years))
    }

    /// Rows to files below a folder.
    ///
    /// # Errors
    /// `NotWritten`.
    pub fn write(&self, sorted: &Sorted, to: &Path) -> Result<Vec<Written>> {
        let mut written = Vec::new();
        for (year, groups) in &sorted.0 {
            let (frame, properties) = (Arc::clone(&self.frame), Arc::clone(&self.properties));
            let mut files = Files::new(frame, properties, to, format!("year={year}"));
            for group in groups {
                files.append(encode(&self.frame, group)?)?;
            }
            written.extend(files.finish()?.0);
        }
        Ok(written)
    }
}
