//! The node that writes: it drains the blocks of some partitions, sorted and merged by way of the
//! store, and its rows say what came of each partition.

use std::collections::{BTreeSet, VecDeque};
use std::fmt;
use std::future::poll_fn;
use std::path::PathBuf;
use std::sync::Arc;

use arrow::array::{RecordBatch, StringArray};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
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
};
use parquet::file::properties::WriterProperties;
use portbook_publish::form;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::block::Block;
use crate::encode::{Encoded, Sum, encode};
use crate::error::{Error, Result};
use crate::file::{Files, Written, aside};
use crate::frame::Frame;
use crate::group::{Duplicate, Rows, Twice};
use crate::job::engine;
use crate::progress::Progress;
use crate::range_scan::{TOLD, blocks};
use crate::recipe::Made;
use crate::refused::Report;
use crate::room::Room;
use crate::run_file::{self, RunFile};
use crate::store::Store;

/// Rows of a row group.
pub(crate) const GROUP_ROWS: usize = 1 << 18;
/// Rows that are cut at once on their way into a run.
pub(crate) const KEPT_ROWS: usize = 1 << 13;

/// What came of one partition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partition {
    pub year: i32,
    /// None where two records print one observation differently: it is held.
    pub files: Vec<Written>,
    /// Instead of files, where its records are asked for as they were sorted.
    pub run: Option<RunFile>,
    /// By measure, in the order of the job's.
    pub sums: Vec<Sum>,
    /// Rows printed again with the same figure, each published once.
    pub restated: u64,
    /// What these add up to, by measure; none where there are none.
    pub sums_restated: Vec<Sum>,
    pub duplicates: u64,
    /// The first of them.
    pub named: Vec<Duplicate>,
}

/// A row of this node.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Summary {
    Read(Report),
    Written(Partition),
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Target {
    /// What is published.
    Files,
    /// One run of records a year, to be merged with what stands.
    Runs,
    /// The same with every record that was read: what is printed twice is told once all are there.
    Sorted,
}

/// What all partitions share.
pub(crate) struct Shared {
    pub(crate) into: Target,
    pub(crate) frame: Arc<Frame>,
    pub(crate) store: Store,
    pub(crate) properties: Arc<WriterProperties>,
    pub(crate) to: PathBuf,
    /// Of a source and frequency: `observation/source=…/freq=…`.
    pub(crate) folder: String,
    pub(crate) progress: Arc<Progress>,
    /// Partitions that are written at once, and row groups that are encoded at once.
    pub(crate) partitions: Semaphore,
    pub(crate) groups: Arc<Semaphore>,
    /// Where a recipe made it.
    pub(crate) made: Option<Made>,
}

impl Shared {
    pub(crate) fn new(
        into: Target,
        frame: Arc<Frame>,
        store: Store,
        room: &Room,
        progress: &Arc<Progress>,
    ) -> Result<Self> {
        let source = &frame.mapping.probe.source;
        let dataset = &source.datasets[&frame.mapping.probe.layout().common.dataset];
        Ok(Self {
            into,
            folder: format!("observation/source={}/freq={}", source.column(), dataset.freq),
            frame,
            store,
            properties: Arc::new(form::properties("observation", &form::sorting(), GROUP_ROWS)?),
            to: room.to.clone(),
            progress: Arc::clone(progress),
            partitions: Semaphore::new(room.groups()),
            groups: Arc::new(Semaphore::new(room.groups())),
            made: None,
        })
    }
}

pub(crate) struct SortWrite {
    child: Arc<dyn ExecutionPlan>,
    pub(crate) shared: Arc<Shared>,
    schema: SchemaRef,
    properties: Arc<PlanProperties>,
}

impl SortWrite {
    pub(crate) fn new(child: Arc<dyn ExecutionPlan>, shared: Arc<Shared>) -> Self {
        let schema = Arc::new(Schema::new(vec![Field::new("summary", DataType::Utf8, false)]));
        let properties = PlanProperties::new(
            EquivalenceProperties::new(Arc::clone(&schema) as SchemaRef),
            child.output_partitioning().clone(),
            EmissionType::Final,
            Boundedness::Bounded,
        );
        Self { child, shared, schema, properties: Arc::new(properties) }
    }
}

impl fmt::Debug for SortWrite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SortWrite")
    }
}

impl DisplayAs for SortWrite {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SortWrite: {}", self.shared.folder)
    }
}

impl ExecutionPlan for SortWrite {
    fn name(&self) -> &'static str {
        "SortWrite"
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
        Ok(Arc::new(Self::new(children.swap_remove(0), Arc::clone(&self.shared))))
    }

    fn with_new_children(
        self: Arc<Self>,
        mut children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        Ok(Arc::new(Self::new(children.swap_remove(0), Arc::clone(&self.shared))))
    }

    fn execute(
        &self,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> EngineResult<SendableRecordBatchStream> {
        let input = self.child.execute(partition, context)?;
        let mut stream = RecordBatchReceiverStream::builder(Arc::clone(&self.schema), 2);
        let (shared, schema, sender) =
            (Arc::clone(&self.shared), Arc::clone(&self.schema), stream.tx());
        stream.spawn(async move {
            let summary = |summary: &Summary| -> EngineResult<RecordBatch> {
                let text = serde_json::to_string(summary).expect("numbers and texts are JSON");
                let texts = Arc::new(StringArray::from(vec![text]));
                Ok(RecordBatch::try_new(Arc::clone(&schema), vec![texts])?)
            };
            let (years, told) = drain(&shared, input).await?;
            for told in told {
                let _ = sender.send(summary(&Summary::Read(told))).await;
            }
            for year in years {
                let _permit = shared.partitions.acquire().await.map_err(engine)?;
                let written = match shared.into {
                    Target::Files => write(&shared, year).await,
                    Target::Runs => keep(&shared, year).await,
                    Target::Sorted => store(&shared, year).await,
                };
                let written = written.map_err(engine)?;
                let _ = sender.send(summary(&Summary::Written(written))).await;
            }
            Ok(())
        });
        Ok(stream.build())
    }
}

/// Puts every block into the store; the years there are, and what ranges came to.
async fn drain(
    shared: &Arc<Shared>,
    mut input: SendableRecordBatchStream,
) -> EngineResult<(BTreeSet<i32>, Vec<Report>)> {
    let mut years = BTreeSet::new();
    let mut told = Vec::new();
    while let Some(batch) = poll_fn(|context| input.as_mut().poll_next(context)).await {
        for (year, records, heap) in blocks(&batch?) {
            if year == TOLD {
                told.push(serde_json::from_slice(records).map_err(engine)?);
                continue;
            }
            years.insert(year);
            shared.store.push(year, Block::of_bytes(records, heap)).map_err(engine)?;
        }
    }
    Ok((years, told))
}

/// Row groups in turn: while one is cut, others are encoded.
async fn write(shared: &Arc<Shared>, year: i32) -> Result<Partition> {
    let mapping = Arc::clone(&shared.frame.mapping);
    let mut rows = Rows::new(mapping, shared.store.take(year)?, GROUP_ROWS);
    let folder = format!("{}/year={year}", shared.folder);
    let mut files =
        Files::new(Arc::clone(&shared.frame), Arc::clone(&shared.properties), &shared.to, folder);
    let mut encoding: VecDeque<JoinHandle<Result<Encoded>>> = VecDeque::new();
    let mut written = 0;
    loop {
        let permit = Arc::clone(&shared.groups).acquire_owned().await.map_err(engine)?;
        let cut = spawn_blocking(move || {
            let group = rows.next();
            (rows, group)
        });
        let (back, group) = cut.await.map_err(engine)?;
        rows = back;
        let Some(group) = group? else { break };
        written += group.rows.len() as u64;
        let frame = Arc::clone(&shared.frame);
        encoding.push_back(spawn_blocking(move || {
            let encoded = encode(&frame, &group);
            drop(permit);
            encoded
        }));
        // Only so many wait to be appended as are encoded at once.
        while encoding.len() > 1 {
            append(&mut files, &mut encoding).await?;
        }
    }
    while !encoding.is_empty() {
        append(&mut files, &mut encoding).await?;
    }
    let twice = std::mem::take(&mut rows.twice);
    shared.progress.wrote(written);
    let (files, sums) =
        if twice.duplicates > 0 { (Vec::new(), files.sums) } else { files.finish()? };
    Ok(Partition::of(year, twice, files, sums))
}

/// The records of a year as one run. Elsewhere a task that is given up may still write beside the
/// one that does it again, so each writes a file of its own, and adds up what is in it.
async fn keep(shared: &Arc<Shared>, year: i32) -> Result<Partition> {
    let frame = Arc::clone(&shared.frame);
    let merge = shared.store.take(year)?;
    let path = shared.to.join(format!("{year}.run"));
    let aside = shared.made.is_some().then(|| aside(&shared.to)).transpose()?;
    let kept = spawn_blocking(move || {
        let form = &frame.mapping.form;
        let mut rows = Rows::new(Arc::clone(&frame.mapping), merge, KEPT_ROWS);
        let mut sums = Vec::new();
        let run = match aside {
            None => run_file::write(&mut rows, form, &path)?,
            Some(aside) => {
                let run = run_file::write_seen(&mut rows, form, &aside, |group| {
                    frame.add_up(&group.records, &group.heap, &mut sums);
                })?;
                let named = aside.persist(&path);
                named.map_err(|error| Error::NotWritten {
                    path: path.clone(),
                    source: error.error,
                })?;
                RunFile { path, ..run }
            }
        };
        Ok::<_, Error>((rows.twice, run, sums))
    });
    let (twice, run, sums) = kept.await.map_err(engine)??;
    shared.progress.wrote(run.rows);
    Ok(Partition { sums, ..Partition::of_run(year, twice, run) })
}

/// The records of a year as they were read.
async fn store(shared: &Arc<Shared>, year: i32) -> Result<Partition> {
    let frame = Arc::clone(&shared.frame);
    let mut records = shared.store.take(year)?;
    let path = shared.to.join(format!("{year}.run"));
    let stored = spawn_blocking(move || {
        let written = run_file::write_all(&mut records, &frame.mapping.form, &path);
        written.map(|(rows, bytes)| RunFile { path, rows, bytes })
    });
    let run = stored.await.map_err(engine)??;
    Ok(Partition::of_run(year, Twice::default(), run))
}

impl Partition {
    /// Of two records that print one observation differently none is published.
    pub(crate) fn of_run(year: i32, twice: Twice, run: RunFile) -> Self {
        let run = (twice.duplicates == 0).then_some(run);
        Self { run, ..Self::of(year, twice, Vec::new(), Vec::new()) }
    }

    fn of(year: i32, twice: Twice, files: Vec<Written>, sums: Vec<Sum>) -> Self {
        let Twice { restated, sums: sums_restated, duplicates, named } = twice;
        Self { year, files, run: None, sums, restated, sums_restated, duplicates, named }
    }
}

async fn append(
    files: &mut Files,
    encoding: &mut VecDeque<JoinHandle<Result<Encoded>>>,
) -> Result<()> {
    let Some(encoded) = encoding.pop_front() else { return Ok(()) };
    files.append(encoded.await.map_err(engine)??)
}
