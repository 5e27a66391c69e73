//! One sink: its name, its address, and what is done to it.

use portbook_model::secret::Secret;
use serde::Serialize;

use crate::address::Address;
use crate::clickhouse;
use crate::commit::{Key, Output, Partition, Since};
use crate::duckdb;
use crate::error::Result;
use crate::plan::Plan;
use crate::postgres;

/// A sink to feed.
#[derive(Clone, Debug)]
pub struct Sink {
    pub name: String,
    pub address: Address,
    pub password: Option<Secret>,
}

/// What to do to a sink.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Bring it to the commit.
    Load,
    /// Say what that would take.
    DryRun,
    /// Take out everything it holds and load all of the commit, at once for readers.
    Rebuild,
    /// Compare all it holds with the commit that it says it holds.
    Verify,
}

/// What became of a sink.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fed {
    pub sink: String,
    pub engine: &'static str,
    /// The commit it held before.
    pub before: Option<u64>,
    /// The commit it holds, or would.
    pub commit: u64,
    pub done: Done,
    /// Partitions taken in, and taken out for good.
    pub loaded: Vec<String>,
    pub removed: Vec<String>,
    /// Rows of those taken in; compared, if it was verified.
    pub rows: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// It held that commit: nothing was written.
    Unchanged,
    Loaded,
    WouldLoad,
    Verified,
}

impl Done {
    pub fn words(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Loaded => "loaded",
            Self::WouldLoad => "would be loaded",
            Self::Verified => "verified",
        }
    }
}

impl Sink {
    /// Does what is asked; the commit is the one that readers see unless another is named.
    ///
    /// # Errors
    /// Whatever it is, readers of the sink see the commit they saw before.
    pub async fn feed(&self, output: &Output, commit: Option<u64>, mode: Mode) -> Result<Fed> {
        match &self.address {
            Address::Postgres(url) => postgres::feed(self, url, output, commit, mode).await,
            Address::ClickHouse(url) => clickhouse::feed(self, url, output, commit, mode).await,
            Address::DuckDb(file) => duckdb::feed(self, file, output, commit, mode).await,
        }
    }

    /// What was done by a plan.
    pub(crate) fn fed(&self, before: Option<u64>, plan: &Plan, done: Done) -> Fed {
        let key = |key: &Key| key.to_string();
        let partition = |partition: &Partition| key(&partition.key);
        let mut loaded: Vec<String> =
            plan.changed.load().map(|since: &Since| partition(&since.partition)).collect();
        loaded.sort_unstable();
        Fed {
            sink: self.name.clone(),
            engine: self.address.engine(),
            before,
            commit: plan.to.number,
            done,
            loaded,
            removed: plan.changed.removed.iter().map(partition).collect(),
            rows: plan.rows(),
        }
    }
}
