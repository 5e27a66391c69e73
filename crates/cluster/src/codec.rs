//! How nodes travel: ours as [`portbook_bulk::recipe`] packs them, the engine's own as it does. Only
//! physical plans are sent, so the logical codec is the engine's.

use std::sync::Arc;

use ballista_core::serde::BallistaPhysicalExtensionCodec;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::TaskContext;
use datafusion::physical_plan::ExecutionPlan;
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};
use portbook_bulk::error::Error;
use portbook_bulk::recipe::{Host, encoded};

pub struct Nodes {
    host: Host,
    engine: BallistaPhysicalExtensionCodec,
}

impl Nodes {
    pub fn of(host: Host) -> Arc<Self> {
        Arc::new(Self { host, engine: BallistaPhysicalExtensionCodec::default() })
    }
}

impl std::fmt::Debug for Nodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Nodes")
    }
}

fn external(error: Error) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

impl PhysicalExtensionCodec for Nodes {
    fn try_decode(
        &self,
        bytes: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        context: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        match self.host.decoded(bytes, inputs.first()).map_err(external)? {
            Some(node) => Ok(node),
            None => self.engine.try_decode(bytes, inputs, context, converter),
        }
    }

    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        bytes: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        match encoded(node.as_ref()).map_err(external)? {
            Some(own) => {
                bytes.extend(own);
                Ok(())
            }
            None => self.engine.try_encode(node, bytes, converter),
        }
    }
}
