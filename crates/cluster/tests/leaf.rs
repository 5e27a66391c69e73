//! A scan that is a leaf is dealt out whole to every task, and the engine says nothing. Ours is none;
//! here it is made one, and the comparison of what was read with what was written notices it.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::common::tree_node::{
    Transformed, TransformedResult as _, TreeNode as _, TreeNodeRecursion,
};
use datafusion::error::{DataFusionError, Result as EngineResult};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_plan::execution_plan::ReplaceChildrenOptions;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties};
use datafusion_proto::physical_plan::{
    AsExecutionPlan as _, PhysicalExtensionCodec, PhysicalProtoConverterExtension,
};
use datafusion_proto::protobuf::PhysicalPlanNode;
use portbook_bulk::error::Error as OfBulk;
use portbook_bulk::job::{Job, Outcome};
use portbook_bulk::recipe::Host;
use portbook_bulk::room::{BATCH_RECORDS, Room};
use portbook_bulk::spread::Spread;
use portbook_cluster::address::Engine;
use portbook_cluster::client::rows;
use portbook_cluster::codec::Nodes;
use portbook_cluster::machine::{Executor, Scheduler};
use portbook_source::load::{Source, Texts};

const MARK: &[u8] = b"PBleaf1:";

/// Hides its list from the scheduler, as a scan that reads no child does.
struct Leaf(Arc<dyn ExecutionPlan>);

impl std::fmt::Debug for Leaf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Leaf")
    }
}

impl DisplayAs for Leaf {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Leaf")
    }
}

impl ExecutionPlan for Leaf {
    fn name(&self) -> &'static str {
        "Leaf"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.0.properties()
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        Vec::new()
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> EngineResult<TreeNodeRecursion>,
    ) -> EngineResult<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn replace_children(
        self: Arc<Self>,
        _: Vec<Arc<dyn ExecutionPlan>>,
        _: ReplaceChildrenOptions,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        Ok(self)
    }

    fn with_new_children(
        self: Arc<Self>,
        _: Vec<Arc<dyn ExecutionPlan>>,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        Ok(self)
    }

    fn execute(
        &self,
        partition: usize,
        context: Arc<TaskContext>,
    ) -> EngineResult<SendableRecordBatchStream> {
        self.0.execute(partition, context)
    }
}

/// The codec of the program, and leaves.
#[derive(Debug)]
struct WithLeaves(Arc<Nodes>);

impl PhysicalExtensionCodec for WithLeaves {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> EngineResult<Arc<dyn ExecutionPlan>> {
        let Some(list) = bytes.strip_prefix(MARK) else {
            return self.0.try_decode(bytes, inputs, context, converter);
        };
        let list = PhysicalPlanNode::try_decode(list)?.try_into_physical_plan(context, self)?;
        Ok(Arc::new(Leaf(list)))
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        bytes: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> EngineResult<()> {
        let Some(Leaf(list)) = node.downcast_ref::<Leaf>() else {
            return self.0.try_encode(node, bytes, converter);
        };
        bytes.extend_from_slice(MARK);
        PhysicalPlanNode::try_from_physical_plan(Arc::clone(list), self)?.try_encode(bytes)
    }
}

fn with_leaf(plan: Arc<dyn ExecutionPlan>) -> Result<Arc<dyn ExecutionPlan>, DataFusionError> {
    plan.transform_up(|node| {
        let is_list = node.children().is_empty();
        Ok(if is_list {
            Transformed::yes(Arc::new(Leaf(node)) as _)
        } else {
            Transformed::no(node)
        })
    })
    .data()
}

fn codec(host: Host) -> Arc<WithLeaves> {
    Arc::new(WithLeaves(Nodes::of(host)))
}

/// An address whose port nobody has, nor the one after it.
fn address() -> SocketAddr {
    let listen = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let pair = || {
        let first = listen(0).ok()?;
        let address = first.local_addr().ok()?;
        let _second = listen(address.port().checked_add(1)?).ok()?;
        Some(address)
    };
    (0..100).find_map(|_| pair()).expect("two free ports in a row")
}

/// A scheduler and two executors, in this process.
fn start(work: &Path) -> Engine {
    let at = address();
    let engine = Engine { host: at.ip().to_string(), port: at.port() };
    let scheduler = Scheduler { address: at, host: None, lost_after_s: 20 };
    tokio::spawn(async move { scheduler.serve_with(codec(Host::default())).await });
    for _ in 0..2 {
        let (to, address) = (work.to_owned(), address());
        let room = Room { memory_bytes: 512 << 20, threads: 2, batch_records: BATCH_RECORDS, to };
        let executor = Executor { address, scheduler: engine.clone(), room };
        let room = executor.own_room().expect("a folder of its own");
        let codec = codec(Host::with_room(room.clone()));
        tokio::spawn(Executor { room, ..executor }.serve_with(codec));
    }
    engine
}

/// Six files of a thousand records each, all of one year.
fn files(folder: &Path) -> Vec<PathBuf> {
    let file = |month: usize| {
        let mut text = String::from(
            "CO_ANO;CO_MES;CO_NCM;CO_UNID;CO_PAIS;SG_UF_NCM;CO_VIA;CO_URF;QT_ESTAT;KG_LIQUIDO;VL_FOB\n",
        );
        for number in 0..1000 {
            let code = 1_011_010 + number;
            text.push_str(&format!(
                "2024;{month:02};{code:08};11;023;SP;01;0817800;1;2;{number}\n"
            ));
        }
        let path = folder.join(format!("EXP_2024_{month}.csv"));
        fs_err::write(&path, text).expect("a folder of this test");
        path
    };
    (1..=6).map(file).collect()
}

struct Scene {
    job: Job,
    texts: Texts,
    engine: Engine,
}

impl Scene {
    async fn load(
        &self,
        to: &Path,
        with: fn(Arc<dyn ExecutionPlan>) -> Arc<dyn ExecutionPlan>,
    ) -> Result<Outcome, OfBulk> {
        let spread = Spread::begin(&self.job, &self.texts, to).expect("a folder of this test");
        let plan = with(spread.plan().expect("files that are there"));
        let rows = rows(&self.engine, plan, spread.name(), codec(Host::default())).await;
        spread.finish(&rows.expect("the engine does not notice"))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_that_is_a_leaf_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let (id, pipelines) = ("br/comexstat", Path::new("../../pipelines"));
    let texts = Texts::of(&pipelines.join(id)).unwrap();
    let source = Source::read(id, pipelines.join(id), &texts).unwrap();
    let now = "2026-01-15T00:00:00Z".parse().unwrap();
    let mut jobs = Job::plan_sealed(&files(folder.path()), &source, now, 2).unwrap();
    let engine = start(folder.path());
    let scene = Scene { job: jobs.remove(0), texts, engine };

    let to = folder.path().join("right");
    let outcome = scene.load(&to, |plan| plan).await.unwrap();
    // 6 files of 1,000 records, each of a quantity, a weight and a value of 0 to 999.
    assert_eq!(outcome.rows(), 18_000);
    let sums: Vec<i128> = outcome.sums().iter().map(|sum| sum.value / 1_000_000_000).collect();
    assert_eq!(sums.iter().sum::<i128>(), 6_000 + 12_000 + 6 * 499_500);
    assert!(to.join("observation").is_dir());

    let to = folder.path().join("wrong");
    let refused = scene.load(&to, |plan| with_leaf(plan).unwrap()).await.expect_err("it is wrong");
    let said = refused.to_string();
    // Six tasks read six files each.
    assert!(said.contains("2024: 18000 rows were read, 108000 written or left out"), "{said}");
    assert_eq!(fs_err::read_dir(&to).unwrap().count(), 0);
}
