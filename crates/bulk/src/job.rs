//! A job: files of one layout, what they will cost, and what came of them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{AsArray as _, RecordBatch};
use datafusion::datasource::memory::MemorySourceConfig;
use datafusion::error::DataFusionError;
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::physical_expr::expressions::Column;
use datafusion::physical_plan::repartition::RepartitionExec;
use datafusion::physical_plan::{ExecutionPlan, Partitioning, collect_partitioned, displayable};
use datafusion::prelude::{SessionConfig, SessionContext};
use jiff::Timestamp;
use portbook_model::digest::Digest;
use portbook_normalize::release::Occasion;
use portbook_source::load::Source;

use crate::encode::Sum;
use crate::error::{Error, Result};
use crate::frame::Frame;
use crate::head::{self, Head};
use crate::mapping::Mapping;
use crate::progress::Progress;
use crate::range_scan::{RangeScan, Reading, Work, work_batch, work_schema};
use crate::refused::Told;
use crate::room::{MEMORY_BYTES_MIN, Room};
use crate::sort_write::{Partition, Shared, SortWrite, Summary, Target};
use crate::store::{Spilled, Store};
use crate::tally::Tally;
use crate::work::{Input, Seal, survey};

/// Partitions of the plan's second half: more than cores, so that years spread over them.
const BUCKETS: usize = 16;

/// Files of one layout and how they become rows.
#[derive(Clone)]
pub struct Job {
    pub layout: String,
    pub inputs: Vec<Input>,
    /// Members of archives that no layout takes, and why.
    pub left_out: Vec<String>,
    pub(crate) mapping: Arc<Mapping>,
    /// What the mapping was learnt from.
    pub(crate) head: Arc<Head>,
}

/// What came of a job.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// By file, as in [`Job::inputs`].
    pub read: Vec<Told>,
    pub partitions: Vec<Partition>,
    /// Names of the measures' columns.
    pub measures: Vec<String>,
    pub spilled: Spilled,
}

impl Outcome {
    /// Without what was written, where too much of a file is refused: which partitions its rows are
    /// in is not known, and none is published.
    pub(crate) fn without_held(mut self, to: &Path) -> Result<Self> {
        if !self.read.iter().any(Told::is_held) {
            return Ok(self);
        }
        for partition in &mut self.partitions {
            let files = partition.files.drain(..).map(|file| to.join(file.path));
            for path in files.chain(partition.run.take().map(|run| run.path)) {
                let removed = fs_err::remove_file(&path);
                removed.map_err(|source| Error::NotWritten { path, source })?;
            }
        }
        Ok(self)
    }

    pub fn rows(&self) -> u64 {
        let files = self.partitions.iter().flat_map(|partition| &partition.files);
        files.map(|file| file.rows).sum()
    }

    pub fn bytes(&self) -> u64 {
        let files = self.partitions.iter().flat_map(|partition| &partition.files);
        files.map(|file| file.bytes).sum()
    }

    /// By measure, over all partitions.
    pub fn sums(&self) -> Vec<Sum> {
        let mut sums = vec![Sum::default(); self.measures.len()];
        for own in self.partitions.iter().map(|partition| &partition.sums) {
            for (sum, own) in sums.iter_mut().zip(own) {
                sum.add(*own);
            }
        }
        sums
    }

    /// Whether everything that was read is published.
    pub fn is_whole(&self) -> bool {
        self.read.iter().all(|told| told.records_refused == 0)
            && self.partitions.iter().all(|partition| partition.duplicates == 0)
    }
}

impl Job {
    /// The files by the layouts that take them, each read once for its digest and its lines.
    ///
    /// # Errors
    /// `Unrecognised`, `NotCarried` and `OtherHeader` name the file and what is wrong with it.
    pub fn plan(
        files: &[PathBuf],
        source: &Source,
        now: Timestamp,
        threads: usize,
    ) -> Result<Vec<Self>> {
        Self::planned(files, source, now, threads, Seal::Files)
    }

    /// The same for other processes, which must read the bytes that were looked at.
    ///
    /// # Errors
    /// As [`Job::plan`].
    pub fn plan_sealed(
        files: &[PathBuf],
        source: &Source,
        now: Timestamp,
        threads: usize,
    ) -> Result<Vec<Self>> {
        Self::planned(files, source, now, threads, Seal::Ranges)
    }

    fn planned(
        files: &[PathBuf],
        source: &Source,
        now: Timestamp,
        threads: usize,
        seal: Seal,
    ) -> Result<Vec<Self>> {
        let mut jobs: Vec<Self> = Vec::new();
        let mut surveys = Vec::new();
        for path in files {
            let occasion = occasion(path, now);
            let (heads, mapping, left_out) = head::mapping(path, source, &occasion)?;
            let layout = mapping.probe.layout().common.id.clone();
            let known = jobs.iter().position(|job| job.layout == layout);
            let job = known.unwrap_or_else(|| {
                let (mapping, head) = (Arc::new(mapping), Arc::new(heads[0].clone()));
                let (inputs, left_out) = (Vec::new(), Vec::new());
                jobs.push(Self { layout, inputs, left_out, mapping, head });
                jobs.len() - 1
            });
            jobs[job].left_out.extend(left_out);
            for head in heads {
                if !jobs[job].head.is_as(&head) {
                    let first = jobs[job].mapping.probe.occasion.file.clone();
                    return Err(Error::OtherHeader { file: occasion.file, first });
                }
                surveys.push((job, path, head));
            }
        }
        let surveyed = parallel(&surveys, threads, |(_, path, head)| survey(path, head, seal));
        for ((job, ..), input) in surveys.iter().zip(surveyed) {
            jobs[*job].inputs.push(input?);
        }
        for job in &mut jobs {
            // Of two places of one figure the least snapshot's is told.
            job.inputs.sort_by_key(|input| {
                (*input.digest.as_bytes(), input.path.clone(), input.member.clone())
            });
        }
        Ok(jobs)
    }

    /// A file that was captured, whose release is known by how it came.
    ///
    /// # Errors
    /// As [`Job::plan`].
    pub fn of(path: &Path, source: &Source, occasion: &Occasion) -> Result<Self> {
        Self::captured(path, source, occasion, Seal::Files)
    }

    pub(crate) fn captured(
        path: &Path,
        source: &Source,
        occasion: &Occasion,
        seal: Seal,
    ) -> Result<Self> {
        let (heads, mapping, left_out) = head::mapping(path, source, occasion)?;
        let layout = mapping.probe.layout().common.id.clone();
        let inputs = heads.iter().map(|head| survey(path, head, seal));
        let inputs = inputs.collect::<Result<_>>()?;
        let head = Arc::new(heads[0].clone());
        Ok(Self { layout, inputs, left_out, mapping: Arc::new(mapping), head })
    }

    pub fn dataset(&self) -> &str {
        &self.mapping.probe.layout().common.dataset
    }

    pub fn records(&self) -> u64 {
        self.inputs.iter().map(|input| input.records).sum()
    }

    pub fn bytes(&self) -> u64 {
        self.inputs.iter().map(|input| input.bytes).sum()
    }

    /// Figures of a record, at most.
    pub fn measures(&self) -> usize {
        self.mapping.measures.len()
    }

    /// Bytes that go to disk and back while sorting, at most.
    pub fn spill_bytes_max(&self, room: &Room) -> u64 {
        let bytes = self.records() * (self.mapping.form.stride() * size_of::<u64>()) as u64;
        if bytes > room.store_bytes() { bytes } else { 0 }
    }

    /// The plan as the engine shows it.
    ///
    /// # Errors
    /// As [`Job::run`], before anything is read or written.
    pub fn shown(&self, room: &Room) -> Result<String> {
        let shared = Arc::new(self.shared(room, Path::new(""), &Arc::default(), Target::Files)?);
        let plan = self.nodes(room, &shared)?;
        Ok(displayable(plan.as_ref()).indent(false).to_string())
    }

    /// Reads, sorts and writes.
    ///
    /// # Errors
    /// `Unreadable` and `NotWritten` with the path, `Memory`, `LongRun`.
    pub fn run(&self, room: &Room, progress: &Arc<Progress>) -> Result<Outcome> {
        self.execute(room, progress, Target::Files)
    }

    pub(crate) fn execute(
        &self,
        room: &Room,
        progress: &Arc<Progress>,
        into: Target,
    ) -> Result<Outcome> {
        if room.memory_bytes < MEMORY_BYTES_MIN {
            return Err(Error::Memory { got: room.memory_bytes, least: MEMORY_BYTES_MIN });
        }
        let failed = |source| Error::NotWritten { path: room.to.clone(), source };
        fs_err::create_dir_all(&room.to).map_err(failed)?;
        let spill =
            tempfile::Builder::new().prefix(".aside-sort-").tempdir_in(&room.to).map_err(failed)?;
        let shared = Arc::new(self.shared(room, spill.path(), progress, into)?);
        let plan = self.nodes(room, &shared)?;
        let pool = Arc::new(FairSpillPool::new(
            usize::try_from(room.exchange_bytes()).unwrap_or(usize::MAX),
        ));
        let environment = RuntimeEnvBuilder::new()
            .with_memory_pool(pool)
            .with_temp_file_path(spill.path())
            .build_arc()?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(room.threads)
            // Each thread frees into an arena of its own, which others do not take from.
            .max_blocking_threads(room.threads)
            .build()
            .map_err(failed)?;
        // A row is a block of megabytes: the exchange would gather thousands of them into one batch.
        let session = SessionConfig::new().with_batch_size(1);
        let context = SessionContext::new_with_config_rt(session, environment);
        let batches = runtime.block_on(collect_partitioned(plan, context.task_ctx()));
        let batches = batches.map_err(Error::of_engine)?;
        let (mut read, mut partitions) = (self.nothing_read(), Vec::new());
        for summary in summaries(batches.iter().flatten())? {
            match summary {
                Summary::Read(report) => read[report.told.file as usize].add(report.told),
                Summary::Written(partition) => partitions.push(partition),
            }
        }
        partitions.sort_by_key(|partition| partition.year);
        let outcome = self.outcome(read, partitions, shared.store.spilled());
        // What is kept of a portion is judged with the others.
        if into == Target::Sorted { Ok(outcome) } else { outcome.without_held(&room.to) }
    }

    /// What no file came to.
    pub(crate) fn nothing_read(&self) -> Vec<Told> {
        let told = |file| Told { file, tally: Some(Tally::default()), ..Told::default() };
        (0..).take(self.inputs.len()).map(told).collect()
    }

    pub(crate) fn outcome(
        &self,
        read: Vec<Told>,
        partitions: Vec<Partition>,
        spilled: Spilled,
    ) -> Outcome {
        let measures = self.mapping.measures.iter().map(|measure| measure.cell.clone()).collect();
        Outcome { read, partitions, measures, spilled }
    }

    fn shared(
        &self,
        room: &Room,
        spill: &Path,
        progress: &Arc<Progress>,
        into: Target,
    ) -> Result<Shared> {
        let frame = Arc::new(Frame::new(Arc::clone(&self.mapping), self.files())?);
        let store = Store::new(self.mapping.form.clone(), room.store_bytes(), spill.to_owned());
        Shared::new(into, frame, store, room, progress)
    }

    /// By number of the file: its digest, and the member that is read.
    pub(crate) fn files(&self) -> Vec<(String, Option<String>)> {
        self.inputs.iter().map(|i| (i.digest.to_string(), i.member.clone())).collect()
    }

    /// Work list, scan, one exchange by partition, sort and write.
    fn nodes(&self, room: &Room, shared: &Arc<Shared>) -> Result<Arc<dyn ExecutionPlan>> {
        let reading = Reading {
            mapping: Arc::clone(&self.mapping),
            progress: Arc::clone(&shared.progress),
            batch_records: room.batch_records,
            made: None,
        };
        plan(&self.works(), room.threads, Arc::new(reading), BUCKETS, shared)
    }

    /// The work list.
    pub(crate) fn works(&self) -> Vec<Work> {
        let mut works = Vec::new();
        for (file, input) in (0..).zip(&self.inputs) {
            let (path, member) = (&input.path, &input.member);
            let work = |range: &_| {
                let (path, member) = (path.clone(), member.clone());
                Work { path, member, file, range: *range }
            };
            works.extend(input.ranges.iter().map(work));
        }
        works
    }
}

/// The work list dealt out to some hands, and the nodes above it.
pub(crate) fn plan(
    works: &[Work],
    hands: usize,
    reading: Arc<Reading>,
    buckets: usize,
    shared: &Arc<Shared>,
) -> Result<Arc<dyn ExecutionPlan>> {
    let dealt = (0..hands).map(|hand| {
        let works: Vec<&Work> = works.iter().skip(hand).step_by(hands).collect();
        Ok(vec![work_batch(&works)?])
    });
    let dealt = dealt.collect::<Result<Vec<_>>>()?;
    let list = MemorySourceConfig::try_new_exec(&dealt, work_schema(), None)?;
    let scan = RangeScan::new(list, reading);
    let year = Arc::new(Column::new("year", 0));
    let exchange =
        RepartitionExec::try_new(Arc::new(scan), Partitioning::Hash(vec![year], buckets))?;
    Ok(Arc::new(SortWrite::new(Arc::new(exchange), Arc::clone(shared))))
}

/// The rows of the plan.
pub(crate) fn summaries<'a>(
    batches: impl IntoIterator<Item = &'a RecordBatch>,
) -> Result<Vec<Summary>> {
    let texts = batches.into_iter().flat_map(|batch| batch.column(0).as_string::<i32>().iter());
    let read = |text| serde_json::from_str(text).map_err(|error| Error::of_engine(engine(error)));
    texts.flatten().map(read).collect()
}

fn occasion(path: &Path, now: Timestamp) -> Occasion {
    Occasion {
        file: path.to_string_lossy().into_owned(),
        snapshot: Digest::from([0; 32]),
        bytes: 0,
        captured_at: now,
        listed_period: None,
        listed_date: None,
        period_fallback: Some("local".to_owned()),
    }
}

/// Does the same with each on some threads; the results in order.
pub(crate) fn parallel<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    each: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = std::sync::atomic::AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            done.push((at, each(item)));
        }
    };
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        let done =
            workers.into_iter().map(|worker| worker.join().expect("a worker does not panic"));
        done.flatten().collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// An error of ours on its way through the engine.
pub(crate) fn engine(error: impl std::error::Error + Send + Sync + 'static) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}
