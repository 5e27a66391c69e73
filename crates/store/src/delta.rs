//! The Delta table of an output: version n shows commit n, and its log is made from the records, so
//! that whoever shows a commit does the same. Written by Delta's own library, through the store's
//! condition on what is not there yet.

use std::collections::{BTreeMap, HashMap};

use deltalake_core::DeltaTable;
use deltalake_core::kernel::engine::arrow_conversion::TryIntoKernel as _;
use deltalake_core::kernel::transaction::{CommitBuilder, CommitProperties};
use deltalake_core::kernel::{Action, Add, Remove, StructField, Transaction};
use deltalake_core::logstore::{LogStoreRef, StorageConfig, default_logstore};
use deltalake_core::operations::create::CreateBuilder;
use deltalake_core::protocol::{DeltaOperation, SaveMode};
use portbook_publish::record::{Commit, File};
use portbook_schema::observation::PARTITIONS;

use crate::bucket::Bucket;
use crate::error::{Error, Result};

/// Who commits, as Delta's `txn` names applications: its version is the number of the commit.
const APPLICATION: &str = "portbook";

/// Versions and files stay: an earlier commit can be asked for years later.
const CONFIGURATION: [(&str, &str); 3] = [
    ("delta.logRetentionDuration", "interval 36500 days"),
    ("delta.deletedFileRetentionDuration", "interval 36500 days"),
    ("delta.enableExpiredLogCleanup", "false"),
];

/// The newest version; `None` if there is no table yet.
pub(crate) async fn version(bucket: &Bucket) -> Result<Option<u64>> {
    let listed = bucket.list("_delta_log", None).await?;
    let versions = listed
        .iter()
        .filter_map(|found| found.location.filename()?.strip_suffix(".json")?.parse::<u64>().ok());
    Ok(versions.max())
}

/// Makes the version that shows a commit, unless it was made meanwhile: then it is the same.
///
/// # Errors
/// `Foreign` if another program wrote to the table.
pub(crate) async fn show(bucket: &Bucket, commit: &Commit, before: Option<&Commit>) -> Result<()> {
    let log = log(bucket);
    let failed = |error: deltalake_core::DeltaTableError| told(bucket, commit.commit, &error);
    if version(bucket).await?.is_none() {
        // Of two writers one makes it: both would make the same.
        let created = create(log.clone()).await;
        if let Err(error) = created
            && version(bucket).await?.is_none()
        {
            return Err(failed(error));
        }
    }
    let mut table = DeltaTable::new(log.clone());
    table.load_version(commit.commit - 1).await.map_err(failed)?;
    let snapshot = table.snapshot().map_err(failed)?;
    let found = snapshot.transaction_version(log.as_ref(), APPLICATION).await.map_err(failed)?;
    if found.unwrap_or(0).unsigned_abs() != commit.commit - 1 {
        let problem = format!("its last commit is {}", found.unwrap_or(0));
        return Err(foreign(bucket, commit.commit - 1, problem));
    }
    let number = i64::try_from(commit.commit).expect("a number of a commit fits");
    let properties = CommitProperties::default()
        .with_max_retries(0)
        .with_cleanup_expired_logs(Some(false))
        .with_application_transaction(Transaction::new(APPLICATION, number));
    let partition_by = PARTITIONS.iter().map(|&name| name.to_owned()).collect();
    let operation = DeltaOperation::Write {
        mode: SaveMode::Overwrite,
        partition_by: Some(partition_by),
        predicate: None,
    };
    let made = CommitBuilder::from(properties)
        .with_actions(actions(commit, before))
        .build(Some(snapshot), log.clone(), operation)
        .await;
    let Err(error) = made else { return Ok(()) };
    // Another writer showed it, or the answer was lost: what is there says so.
    let mut table = DeltaTable::new(log.clone());
    if table.load_version(commit.commit).await.is_err() {
        return Err(failed(error));
    }
    let snapshot = table.snapshot().map_err(failed)?;
    let found = snapshot.transaction_version(log.as_ref(), APPLICATION).await.map_err(failed)?;
    if found == Some(number) {
        return Ok(());
    }
    let problem = format!("its last commit is {}", found.unwrap_or(0));
    Err(foreign(bucket, commit.commit, problem))
}

/// The paths of the files that a version shows.
pub(crate) async fn files(bucket: &Bucket, version: u64) -> Result<Vec<String>> {
    let failed = |error: deltalake_core::DeltaTableError| told(bucket, version, &error);
    let mut table = DeltaTable::new(log(bucket));
    table.load_version(version).await.map_err(failed)?;
    let snapshot = table.snapshot().map_err(failed)?;
    let files = snapshot.log_data().into_iter().map(|file| file.path().to_string());
    let mut files: Vec<String> = files.collect();
    files.sort_unstable();
    Ok(files)
}

fn log(bucket: &Bucket) -> LogStoreRef {
    let (store, root) = (bucket.store(), bucket.root());
    default_logstore(store, root, bucket.address().url(), &StorageConfig::default())
}

fn told(bucket: &Bucket, version: u64, error: &deltalake_core::DeltaTableError) -> Error {
    let path = format!("_delta_log, version {version}");
    bucket.told(&path, error)
}

fn foreign(bucket: &Bucket, version: u64, problem: String) -> Error {
    Error::Foreign { place: bucket.address().to_string(), version, problem }
}

async fn create(log: LogStoreRef) -> deltalake_core::DeltaResult<()> {
    let schema = portbook_schema::observation::table_schema();
    let mut columns: Vec<StructField> = Vec::new();
    for field in schema.fields() {
        columns.push(field.as_ref().try_into_kernel()?);
    }
    let configuration = CONFIGURATION.map(|(name, value)| (name, Some(value)));
    // The library would take a table that another made meanwhile for one to write to: a second creation,
    // as a version of its own.
    let once = CommitProperties::default().with_max_retries(0);
    CreateBuilder::new()
        .with_log_store(log)
        .with_commit_properties(once)
        .with_table_name("observation")
        .with_columns(columns)
        .with_partition_columns(PARTITIONS)
        .with_configuration(configuration)
        .with_save_mode(SaveMode::Ignore)
        .await
        .map(|_| ())
}

/// What changes from a commit to the next: files that are new, and files it no longer shows.
fn actions(commit: &Commit, before: Option<&Commit>) -> Vec<Action> {
    let of = |commit: &Commit| -> BTreeMap<String, File> {
        let files = commit.files.iter().filter(|file| file.is_observations());
        files.map(|file| (file.path.clone(), file.clone())).collect()
    };
    let (shown, before) = (of(commit), before.map(of).unwrap_or_default());
    let gone = before.values().filter(|file| !shown.contains_key(&file.path)).map(|file| {
        Action::Remove(Remove {
            path: file.path.clone(),
            data_change: true,
            extended_file_metadata: Some(true),
            partition_values: Some(partition_values(file)),
            size: i64::try_from(file.bytes).ok(),
            ..Remove::default()
        })
    });
    let new = shown.values().filter(|file| !before.contains_key(&file.path)).map(|file| {
        Action::Add(Add {
            path: file.path.clone(),
            partition_values: partition_values(file),
            size: i64::try_from(file.bytes).expect("a length fits"),
            data_change: true,
            stats: Some(format!("{{\"numRecords\":{}}}", file.rows)),
            ..Add::default()
        })
    });
    gone.chain(new).collect()
}

fn partition_values(file: &File) -> HashMap<String, Option<String>> {
    let value = |name: &&str| ((*name).to_owned(), file.partition(name).map(str::to_owned));
    PARTITIONS.iter().map(value).collect()
}
