//! What client, scheduler and executors have alike.

use std::sync::Arc;

use ballista_core::extension::SessionConfigExt as _;
use datafusion::prelude::SessionConfig;
use datafusion_proto::physical_plan::PhysicalExtensionCodec;

/// Bytes of a message: work lists and plans of large jobs are longer than the usual 16 MiB.
pub(crate) const MESSAGE_BYTES_MAX: u32 = 256 << 20;

/// Ours, whoever has it. A row is a block of megabytes, so it is never gathered with others; a
/// task is one partition, so that little is done again where a machine is lost. Blocks are as large
/// as the text they were read from, and go as they are: to compress them takes longer than all else.
const OURS: [(&str, &str); 5] = [
    ("ballista.client.pull", "true"),
    ("ballista.planner.adaptive.enabled", "false"),
    ("ballista.scheduler.max_partitions_per_task", "1"),
    ("ballista.shuffle.compression.codec", "none"),
    ("ballista.shuffle.sort_based.batch_size", "1"),
];

pub(crate) fn session(codec: Arc<dyn PhysicalExtensionCodec>) -> SessionConfig {
    let session = SessionConfig::new_with_ballista()
        .with_ballista_physical_extension_codec(codec)
        .with_ballista_grpc_client_max_message_size(MESSAGE_BYTES_MAX as usize)
        .with_batch_size(1);
    OURS.iter().fold(session, |session, (key, value)| session.set_str(key, value))
}
