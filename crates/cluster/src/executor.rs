//! A machine that reads, sorts and writes. What it needs meanwhile lies in a folder of its own,
//! which is emptied when it begins: what a killed one left is of no use.

use std::sync::Arc;

use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use datafusion_proto::physical_plan::PhysicalExtensionCodec;
use portbook_bulk::error::Error as OfBulk;
use portbook_bulk::recipe::Host;
use portbook_bulk::room::{MEMORY_BYTES_MIN, Room};

use crate::address::host;
use crate::codec::Nodes;
use crate::error::{Error, Result};
use crate::machine::Executor;
use crate::session::{MESSAGE_BYTES_MAX, session};

const HEARTBEAT_S: u64 = 1;
/// It may be started before its scheduler is.
const CONNECT_S: u16 = 30;
/// Shuffled rows of jobs that nobody has cleaned up are removed when they are so old.
const STALE_S: u64 = 24 * 60 * 60;
const CLEAN_EVERY_S: u64 = 10 * 60;

impl Executor {
    /// Serves until it is told to end; tasks that run are finished then.
    ///
    /// # Errors
    /// `Ended` where it cannot, such as a scheduler that is not there.
    pub async fn serve(self) -> Result<()> {
        let room = self.own_room()?;
        let host = Host::with_room(room.clone());
        Self { room, ..self }.serve_with(Nodes::of(host)).await
    }

    /// The room with a folder that is this executor's alone, empty.
    ///
    /// # Errors
    /// `Memory`, or `NotWritten` for the folder.
    pub fn own_room(&self) -> Result<Room> {
        let (got, least) = (self.room.memory_bytes, MEMORY_BYTES_MIN);
        if got < least {
            return Err(OfBulk::Memory { got, least }.into());
        }
        let to = self.room.to.join(format!("portbook-executor-{}", self.address.port()));
        let failed = |source| OfBulk::NotWritten { path: to.clone(), source };
        if to.is_dir() {
            fs_err::remove_dir_all(&to).map_err(failed)?;
        }
        fs_err::create_dir_all(&to).map_err(failed)?;
        let to = fs_err::canonicalize(&to).map_err(failed)?;
        Ok(Room { to, ..self.room.clone() })
    }

    /// With another codec, and the folder as it is.
    ///
    /// # Errors
    /// As [`Executor::serve`].
    pub async fn serve_with(self, codec: Arc<dyn PhysicalExtensionCodec>) -> Result<()> {
        let (address, own) = (self.address, Arc::clone(&codec));
        let ended = |why: String| Error::Ended { address, why };
        let grpc_port = address.port().checked_add(1);
        let config = ExecutorProcessConfig {
            bind_host: host(address.ip()),
            port: address.port(),
            grpc_port: grpc_port.ok_or_else(|| ended("no port comes after it".to_owned()))?,
            scheduler_host: self.scheduler.host.clone(),
            scheduler_port: self.scheduler.port,
            scheduler_connect_timeout_seconds: CONNECT_S,
            vcores: self.room.threads,
            work_dir: Some(self.room.to.to_string_lossy().into_owned()),
            executor_heartbeat_interval_seconds: HEARTBEAT_S,
            memory_pool_size: Some(self.room.exchange_bytes()),
            job_data_ttl_seconds: STALE_S,
            job_data_clean_up_interval_seconds: CLEAN_EVERY_S,
            grpc_max_decoding_message_size: MESSAGE_BYTES_MAX,
            grpc_max_encoding_message_size: MESSAGE_BYTES_MAX,
            override_physical_codec: Some(codec),
            override_config_producer: Some(Arc::new(move || session(Arc::clone(&own)))),
            ..ExecutorProcessConfig::default()
        };
        start_executor_process(Arc::new(config)).await.map_err(|error| ended(error.to_string()))
    }
}
