//! Who sends a job, and alone gives files their names.

use std::path::Path;
use std::sync::Arc;

use ballista_core::execution_plans::execute_physical_plan;
use ballista_core::extension::SessionConfigExt as _;
use datafusion::arrow::array::RecordBatch;
use datafusion::error::DataFusionError;
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::physical_plan::PhysicalExtensionCodec;
use datafusion_proto::protobuf::PhysicalPlanNode;
use futures_util::TryStreamExt as _;
use portbook_bulk::job::{Job, Outcome};
use portbook_bulk::recipe::Host;
use portbook_bulk::spread::Spread;
use portbook_source::load::Texts;

use crate::address::Engine;
use crate::codec::Nodes;
use crate::error::{Error, Result};
use crate::session::session;

/// Has a cluster read, sort and write a job that was planned from these texts.
///
/// # Errors
/// `Failed` where the cluster did not, `Disagreement` where what it told cannot be: nothing is
/// published then, and the next try begins anew.
pub fn run(job: &Job, texts: &Texts, to: &Path, engine: &Engine) -> Result<Outcome> {
    carried_out(Spread::begin(job, texts, to)?, engine)
}

/// The same of one file whose records are kept in the folder as they were sorted.
///
/// # Errors
/// As [`run`].
pub fn sort(job: &Job, texts: &Texts, to: &Path, engine: &Engine) -> Result<Outcome> {
    carried_out(Spread::begin_sort(job, texts, to)?, engine)
}

fn carried_out(spread: Spread<'_>, engine: &Engine) -> Result<Outcome> {
    let plan = spread.plan()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let rows = runtime.block_on(async {
        tokio::select! {
            rows = rows(engine, plan, spread.name(), Nodes::of(Host::default())) => rows,
            _ = tokio::signal::ctrl_c() => Err(Error::Stopped),
        }
    })?;
    Ok(spread.finish(&rows)?)
}

/// All that a plan gives; some of it twice, where a machine was lost. The engine tells clients apart
/// by their names.
///
/// # Errors
/// `Failed`.
pub async fn rows(
    engine: &Engine,
    plan: Arc<dyn ExecutionPlan>,
    name: String,
    codec: Arc<dyn PhysicalExtensionCodec>,
) -> Result<Vec<RecordBatch>> {
    let failed = |error: DataFusionError| Error::Failed {
        at: engine.to_string(),
        why: error.strip_backtrace(),
    };
    let session = session(Arc::clone(&codec));
    let config = session.ballista_config();
    let url = format!("http://{}:{}", engine.host, engine.port);
    let rows = execute_physical_plan::<PhysicalPlanNode>(
        url,
        &config,
        plan,
        codec.as_ref(),
        name,
        session.clone(),
    );
    rows.await.map_err(failed)?.try_collect().await.map_err(failed)
}
