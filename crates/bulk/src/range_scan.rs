//! The node that reads ranges: below it stands the work list, a row for each range, and it reads
//! its child only, so that an engine of many machines can deal the list out. Its rows are sorted
//! blocks of packed records, each of one partition, and what each range came to.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use arrow::array::{
    Array as _, ArrayRef, AsArray as _, BinaryArray, Int32Array, RecordBatch, StringArray,
    UInt32Array, UInt64Array,
};
use arrow::buffer::{Buffer, OffsetBuffer};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef, UInt32Type, UInt64Type};
use datafusion::common::tree_node::TreeNodeRecursion;
use datafusion::error::Result as EngineResult;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::{EquivalenceProperties, PhysicalExpr};
use datafusion::physical_plan::execution_plan::{
    Boundedness, EmissionType, ReplaceChildrenOptions,
};
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::{
    DisplayAs, DisplayFormatType, ExecutionPlan, ExecutionPlanProperties as _, PlanProperties,
    common,
};
use portbook_model::digest::Digest;
use sha2::{Digest as _, Sha256};
use tokio::sync::mpsc::Sender;

use crate::block::Block;
use crate::content::Place;
use crate::encode::Sum;
use crate::error::{Error, Result};
use crate::job::engine;
use crate::lines::Lines;
use crate::mapping::Mapping;
use crate::progress::Progress;
use crate::recipe::Made;
use crate::refused::Report;
use crate::scan::Scanner;
use crate::work::{Range, read};

/// Records between two looks at the progress.
const RECORDS_A_LOOK: u64 = 4096;
/// Blocks that wait for the next node, of each scan.
const BLOCKS_WAITING_MAX: usize = 1;
/// The partition of rows that tell what a range came to.
pub(crate) const TOLD: i32 = i32::MIN;

/// A range of a file.
pub(crate) struct Work {
    pub(crate) path: PathBuf,
    pub(crate) member: Option<String>,
    pub(crate) file: u32,
    pub(crate) range: Range,
}

/// The columns of the work list.
pub(crate) fn work_schema() -> SchemaRef {
    let long = |name| Field::new(name, DataType::UInt64, false);
    Arc::new(Schema::new(vec![
        Field::new("path", DataType::Utf8, false),
        Field::new("member", DataType::Utf8, true),
        Field::new("file", DataType::UInt32, false),
        long("start"),
        long("end"),
        long("first"),
        Field::new("digest", DataType::Utf8, true),
    ]))
}

/// Some of the work list, a row for each range.
pub(crate) fn work_batch(works: &[&Work]) -> Result<RecordBatch> {
    let long = |of: &dyn Fn(&Range) -> u64| -> UInt64Array {
        works.iter().map(|work| of(&work.range)).collect()
    };
    let paths: StringArray = works.iter().map(|work| Some(work.path.to_string_lossy())).collect();
    let members: StringArray = works.iter().map(|work| work.member.as_deref()).collect();
    let files: UInt32Array = works.iter().map(|work| work.file).collect();
    let digest = |work: &&Work| work.range.digest.map(|digest| digest.to_string());
    let digests: StringArray = works.iter().map(digest).collect();
    Ok(RecordBatch::try_new(
        work_schema(),
        vec![
            Arc::new(paths),
            Arc::new(members),
            Arc::new(files),
            Arc::new(long(&|range| range.start)),
            Arc::new(long(&|range| range.end)),
            Arc::new(long(&|range| range.first)),
            Arc::new(digests),
        ],
    )?)
}

fn works(batch: &RecordBatch) -> Vec<Work> {
    let (paths, members) = (batch.column(0).as_string::<i32>(), batch.column(1).as_string::<i32>());
    let long = |column: usize, row| batch.column(column).as_primitive::<UInt64Type>().value(row);
    let digests = batch.column(6).as_string::<i32>();
    let read = |row| digests.value(row).parse().expect("the list is written with digests");
    let digest = |row| digests.is_valid(row).then(|| read(row));
    let range = |row| Range {
        start: long(3, row),
        end: long(4, row),
        first: long(5, row),
        digest: digest(row),
    };
    let work = |row| Work {
        path: PathBuf::from(paths.value(row)),
        member: members.is_valid(row).then(|| members.value(row).to_owned()),
        file: batch.column(2).as_primitive::<UInt32Type>().value(row),
        range: range(row),
    };
    (0..batch.num_rows()).map(work).collect()
}

/// The columns of blocks.
fn block_schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        Field::new("year", DataType::Int32, false),
        Field::new("records", DataType::Binary, false),
        Field::new("heap", DataType::Binary, false),
    ]))
}

/// Rows of a batch of blocks: the year, and records and heap as bytes.
pub(crate) fn blocks(batch: &RecordBatch) -> impl Iterator<Item = (i32, &[u8], &[u8])> {
    let years = batch.column(0).as_primitive::<arrow::datatypes::Int32Type>();
    let (records, heaps) = (batch.column(1).as_binary::<i32>(), batch.column(2).as_binary::<i32>());
    (0..batch.num_rows()).map(|row| (years.value(row), records.value(row), heaps.value(row)))
}

/// How ranges are read.
pub(crate) struct Reading {
    pub(crate) mapping: Arc<Mapping>,
    pub(crate) progress: Arc<Progress>,
    pub(crate) batch_records: usize,
    /// Where a recipe made it: figures are added up as they are read.
    pub(crate) made: Option<Made>,
}

/// Reads the ranges its child lists.
pub(crate) struct RangeScan {
    child: Arc<dyn ExecutionPlan>,
    pub(crate) reading: Arc<Reading>,
    schema: SchemaRef,
    properties: Arc<PlanProperties>,
}

impl RangeScan {
    pub(crate) fn new(child: Arc<dyn ExecutionPlan>, reading: Arc<Reading>) -> Self {
        let schema = block_schema();
        let properties = PlanProperties::new(
            EquivalenceProperties::new(Arc::clone(&schema)),
            child.output_partitioning().clone(),
            EmissionType::Incremental,
            Boundedness::Bounded,
        );
        Self { child, reading, schema, properties: Arc::new(properties) }
    }
}

impl fmt::Debug for RangeScan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RangeScan")
    }
}

impl DisplayAs for RangeScan {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RangeScan: {} columns", self.reading.mapping.headings.len())
    }
}

impl ExecutionPlan for RangeScan {
    fn name(&self) -> &'static str {
        "RangeScan"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        &self.properties
    }

    fn benefits_from_input_partitioning(&self) -> Vec<bool> {
        vec![false]
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.child]
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> EngineResult<TreeNodeRecursion>,
    ) -> EngineResult<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(Self::new(children.swap_remove(0), Arc::clone(&self.reading))))
    }

    fn with_new_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(Self::new(children.swap_remove(0), Arc::clone(&self.reading))))
    }

    fn execute(
        &self,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> EngineResult<SendableRecordBatchStream> {
        let list = self.child.execute(partition, context)?;
        let mut stream =
            RecordBatchReceiverStream::builder(Arc::clone(&self.schema), BLOCKS_WAITING_MAX);
        let reading = Arc::clone(&self.reading);
        let outlet = Outlet { schema: Arc::clone(&self.schema), sender: stream.tx() };
        stream.spawn(async move {
            let works: Vec<Work> = common::collect(list).await?.iter().flat_map(works).collect();
            let scan = move || works.iter().try_for_each(|work| scan(&reading, work, &outlet));
            let scanned = tokio::task::spawn_blocking(scan).await;
            scanned.map_err(engine)?.map_err(engine)
        });
        Ok(stream.build())
    }
}

/// Where blocks go.
struct Outlet {
    schema: SchemaRef,
    sender: Sender<EngineResult<RecordBatch>>,
}

impl Outlet {
    /// Nobody waits for a block where the job has failed elsewhere; that failure is told.
    fn send(&self, year: i32, records: Vec<u8>, heap: Vec<u8>) -> Result<()> {
        let binary = |bytes: Vec<u8>| {
            let offsets = OffsetBuffer::from_lengths([bytes.len()]);
            Arc::new(BinaryArray::new(offsets, Buffer::from_vec(bytes), None))
        };
        let years = Arc::new(Int32Array::from(vec![year]));
        let columns: Vec<ArrayRef> = vec![years, binary(records), binary(heap)];
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns)?;
        let sent = self.sender.blocking_send(Ok(batch));
        sent.map_err(|_| Error::Stopped)
    }
}

/// Reads one range and gives its blocks on, sorted.
fn scan(reading: &Reading, work: &Work, outlet: &Outlet) -> Result<()> {
    let place = Place { path: &work.path, member: work.member.as_deref() };
    read(&place, work.range, |text| {
        let Some(expected) = work.range.digest else {
            return scan_text(reading, work, outlet, text);
        };
        let mut hashed = Hashed { text, sha: Sha256::new() };
        scan_text(reading, work, outlet, &mut hashed)?;
        let found = Digest::from(<[u8; 32]>::from(hashed.sha.finalize()));
        let path = || work.path.clone();
        if found == expected {
            Ok(())
        } else {
            Err(Error::OtherBytes { path: path(), found, expected })
        }
    })
}

/// A text that is hashed as it is read.
struct Hashed<'a> {
    text: &'a mut dyn Read,
    sha: Sha256,
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.text.read(buffer)?;
        self.sha.update(&buffer[..read]);
        Ok(read)
    }
}

fn scan_text(reading: &Reading, work: &Work, outlet: &Outlet, text: &mut dyn Read) -> Result<()> {
    let (mapping, progress) = (&reading.mapping, &reading.progress);
    let place = Place { path: &work.path, member: work.member.as_deref() };
    let unreadable = |source| place.unreadable(source);
    let mut lines = Lines::new(text);
    let mut scanner = Scanner::new(mapping, work.file, reading.batch_records);
    let mut sums: BTreeMap<i32, Vec<Sum>> = BTreeMap::new();
    let mut give = |(year, block): (i32, Block)| {
        if let Some(made) = &reading.made {
            made.frame.add_up(&block.records, &block.heap, sums.entry(year).or_default());
        }
        outlet.send(year, block.sorted(&mapping.form), block.heap)
    };
    let (mut number, mut records, mut bytes) = (work.range.first, 0, 0);
    while let Some(line) = lines.next().map_err(unreadable)? {
        records += 1;
        bytes += line.len() as u64 + 1;
        if let Some(full) = scanner.line(line, number) {
            give(full)?;
        }
        number += 1;
        if records == RECORDS_A_LOOK {
            progress.read(records, bytes);
            (records, bytes) = (0, 0);
        }
    }
    progress.read(records, bytes);
    scanner.finish().try_for_each(give)?;
    let report = Report { told: scanner.told, start: work.range.start, sums };
    let report = serde_json::to_vec(&report).expect("numbers and texts are JSON");
    outlet.send(TOLD, report, Vec::new())
}
