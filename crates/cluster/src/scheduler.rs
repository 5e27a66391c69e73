//! The machine that deals out tasks. It holds its jobs in memory: when it ends they are lost, and
//! whoever sent one is told.

use std::sync::Arc;

use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;
use datafusion_proto::physical_plan::PhysicalExtensionCodec;
use portbook_bulk::recipe::Host;

use crate::address::host;
use crate::codec::Nodes;
use crate::error::{Error, Result};
use crate::machine::Scheduler;
use crate::session::{MESSAGE_BYTES_MAX, session};

/// Between two looks at who has been silent for too long.
const LOOK_S: u64 = 1;

impl Scheduler {
    /// Serves until the process ends.
    ///
    /// # Errors
    /// `Ended` where it cannot, such as an address that is taken.
    pub async fn serve(&self) -> Result<()> {
        self.serve_with(Nodes::of(Host::default())).await
    }

    /// The same for plans of other nodes too.
    ///
    /// # Errors
    /// As [`Scheduler::serve`].
    pub async fn serve_with(&self, codec: Arc<dyn PhysicalExtensionCodec>) -> Result<()> {
        let (address, own) = (self.address, Arc::clone(&codec));
        let config = SchedulerConfig {
            bind_host: host(address.ip()),
            bind_port: address.port(),
            external_host: self.host.clone().unwrap_or_else(|| host(address.ip())),
            executor_timeout_seconds: self.lost_after_s,
            no_executors_grace_period_seconds: self.lost_after_s,
            expire_dead_executor_interval_seconds: LOOK_S,
            grpc_server_max_decoding_message_size: MESSAGE_BYTES_MAX,
            grpc_server_max_encoding_message_size: MESSAGE_BYTES_MAX,
            grpc_client_max_message_size: MESSAGE_BYTES_MAX,
            override_physical_codec: Some(codec),
            override_config_producer: Some(Arc::new(move || session(Arc::clone(&own)))),
            ..SchedulerConfig::default()
        };
        let ended = |why: String| Error::Ended { address, why };
        let cluster = BallistaCluster::new_from_config(&config).await;
        let cluster = cluster.map_err(|error| ended(error.to_string()))?;
        let served = start_server(cluster, address, Arc::new(config)).await;
        served.map_err(|error| ended(error.to_string()))
    }
}
