//! `PostgreSQL`: a load is one transaction, so readers see the commit before or this one, whole. What
//! is replaced is compared with what it should be before it goes, and what is loaded before it stays.

use std::collections::BTreeMap;
use std::pin::pin;

use bytes::Bytes;
use futures_util::SinkExt as _;
use tokio::sync::mpsc;
use tokio_postgres::Transaction;
use url::Url;

use crate::commit::{Commit, Key, Output, Since};
use crate::error::{Error, Result};
use crate::measure::Measure;
use crate::plan::Plan;
use crate::sink::{Done, Fed, Mode, Sink};

mod connect;
mod copy;
mod held;
pub(crate) mod numeric;
mod table;
mod tls;

/// Chunks of encoded rows that wait for the server.
const CHUNKS_MAX: usize = 4;

/// Says what was being done when the server, or the way there, failed.
fn while_(doing: &'static str) -> impl Fn(tokio_postgres::Error) -> Error {
    move |source| Error::Postgres { doing, source }
}

pub(crate) async fn feed(
    sink: &Sink,
    url: &Url,
    output: &Output,
    commit: Option<u64>,
    mode: Mode,
) -> Result<Fed> {
    let mut client = connect::connect(url, sink.password.as_ref()).await?;
    let transaction = client.transaction().await.map_err(while_("beginning a transaction"))?;
    held::lock(&transaction).await?;
    let head = held::head(&transaction).await?;
    let before = head.map(|head| head.commit);
    if mode == Mode::Verify {
        let plan = Plan::verified(output, commit, head)?;
        return verify(sink, &transaction, output, plan).await;
    }
    let standing = if mode == Mode::Rebuild { None } else { head };
    let plan = Plan::new(output, commit, standing)?;
    if plan.is_done() || mode == Mode::DryRun {
        let done = if plan.is_done() { Done::Unchanged } else { Done::WouldLoad };
        return Ok(sink.fed(before, &plan, done));
    }
    let is_new = table::prepare(&transaction, plan.to.number).await?;
    if mode == Mode::Rebuild && head.is_some() {
        held::clear(&transaction).await?;
    }
    take_out(&transaction, output, &plan).await?;
    let expected = take_in(&transaction, output, &plan, is_new).await?;
    let whole = plan.from.is_none();
    if whole {
        table::finish(&transaction).await?;
    }
    compare_taken(&held::taken(&transaction, &expected, whole).await?, &expected)?;
    held::tell(&transaction, &plan).await?;
    transaction.commit().await.map_err(while_("committing"))?;
    Ok(sink.fed(before, &plan, Done::Loaded))
}

/// What partitions should come to, with the commit their rows are of.
type Expected = BTreeMap<Key, (Measure, u64)>;

/// Takes out what goes and what is replaced, each first compared with what was loaded.
async fn take_out(transaction: &Transaction<'_>, output: &Output, plan: &Plan) -> Result<()> {
    let Some(from) = &plan.from else { return Ok(()) };
    let keys: Vec<&Key> = plan.changed.out().collect();
    let out = held::take_out(transaction, &keys).await?;
    for (key, expected) in of_commit(output, from, &keys).await? {
        let got = out.get(&key).map(|held| held.measure).unwrap_or_default();
        if got != expected {
            return Err(altered(key, &got, &expected));
        }
    }
    Ok(())
}

fn altered(partition: Key, got: &Measure, expected: &Measure) -> Error {
    Error::Altered { partition, got: got.to_string(), expected: expected.to_string() }
}

/// What partitions of a commit come to, read from its files.
async fn of_commit(output: &Output, commit: &Commit, keys: &[&Key]) -> Result<Vec<(Key, Measure)>> {
    let (output, commit) = (output.clone(), commit.clone());
    let keys: Vec<Key> = keys.iter().map(|key| (*key).clone()).collect();
    blocking(move || {
        keys.into_iter()
            .map(|key| {
                let measure = Measure::of(&output, &commit.partitions[&key])?;
                Ok((key, measure))
            })
            .collect()
    })
    .await
}

/// Loads partitions in one COPY; what their rows come to is added up on their way.
async fn take_in(
    transaction: &Transaction<'_>,
    output: &Output,
    plan: &Plan,
    is_new: bool,
) -> Result<Expected> {
    let (sender, mut receiver) = mpsc::channel::<Bytes>(CHUNKS_MAX);
    let (output, load) = (output.clone(), plan.changed.load().cloned().collect::<Vec<Since>>());
    let encoding = tokio::spawn(blocking(move || {
        copy::encode(&output, &load, &mut |chunk| sender.blocking_send(chunk).is_ok())
    }));
    let failed = while_("loading rows");
    let copying = transaction.copy_in(&table::copy(is_new)).await.map_err(&failed)?;
    let mut copying = pin!(copying);
    while let Some(chunk) = receiver.recv().await {
        copying.send(chunk).await.map_err(&failed)?;
    }
    // Rows that could not be read end the COPY before it is complete.
    let expected = encoding.await.map_err(std::io::Error::from)??;
    copying.finish().await.map_err(&failed)?;
    Ok(expected)
}

/// Holds what the sink took beside what it was given.
fn compare_taken(taken: &held::Held, expected: &Expected) -> Result<()> {
    for (key, (expected, commit)) in expected {
        let got = taken.get(key).copied().unwrap_or_default();
        if got.measure != *expected || got.commits != Some([*commit; 2]) {
            return Err(Error::Taken {
                partition: key.clone(),
                got: got.to_string(),
                expected: format!("{expected}, of commit {commit}"),
            });
        }
    }
    // Of a table that is new, or was emptied, there is nothing else.
    match taken.keys().find(|key| !expected.contains_key(key)) {
        Some(key) => Err(altered(key.clone(), &taken[key].measure, &Measure::default())),
        None => Ok(()),
    }
}

/// Holds everything that is there beside the commit that the sink says it holds.
async fn verify(
    sink: &Sink,
    transaction: &Transaction<'_>,
    output: &Output,
    plan: Plan,
) -> Result<Fed> {
    let keys: Vec<&Key> = plan.to.partitions.keys().collect();
    let mut held = held::all(transaction).await?;
    for (key, expected) in of_commit(output, &plan.to, &keys).await? {
        let got = held.remove(&key).unwrap_or_default();
        if got.measure != expected {
            return Err(altered(key, &got.measure, &expected));
        }
    }
    if let Some((key, more)) = held.into_iter().next() {
        return Err(altered(key, &more.measure, &Measure::default()));
    }
    let rows = plan.to.rows();
    Ok(Fed { rows, ..sink.fed(Some(plan.to.number), &plan, Done::Verified) })
}

/// Runs what reads files on a thread that may wait.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(std::io::Error::from)?
}
