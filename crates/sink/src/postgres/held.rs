//! What the sink holds: its commit, and what its partitions come to, told by the server itself.

use std::collections::BTreeMap;
use std::fmt;

use portbook_model::digest::Digest;
use tokio_postgres::{Row, Transaction};

use super::{Expected, numeric, while_};
use crate::commit::Key;
use crate::error::{Error, Result};
use crate::measure::Measure;
use crate::plan::{Head, Plan};

/// `portbook` in ASCII: one load at a time in a database.
const LOCK: i64 = 0x706f_7274_626f_6f6b;

/// What the rows of a partition come to in the sink.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) measure: Measure,
    /// Least and greatest `_commit`; `None` of no rows.
    pub(super) commits: Option<[u64; 2]>,
}

pub(super) type Held = BTreeMap<Key, Found>;

/// Of rows, one line a partition.
const MEASURES: &str = "source, freq, year, count(*), coalesce(sum(obs_value), 0)::text,
    count(*) - count(obs_value), min(period_start) - date '1970-01-01',
    max(period_start) - date '1970-01-01', min(_commit), max(_commit)";

/// The partitions that are named, as rows.
const NAMED: &str =
    "(select * from unnest($1::text[], $2::text[], $3::smallint[]) as named (source, freq, year))";

/// Holds the sink until the transaction ends.
pub(super) async fn lock(transaction: &Transaction<'_>) -> Result<()> {
    let failed = while_("locking the sink");
    let row = transaction.query_one("select pg_try_advisory_xact_lock($1)", &[&LOCK]).await;
    if row.map_err(failed)?.get(0) { Ok(()) } else { Err(Error::Busy) }
}

/// The commit the sink says it holds; `None` where nothing was ever loaded.
pub(super) async fn head(transaction: &Transaction<'_>) -> Result<Option<Head>> {
    let failed = while_("reading which commit the sink holds");
    let there = "select to_regclass('portbook._commits') is not null";
    if !transaction.query_one(there, &[]).await.map_err(&failed)?.get::<_, bool>(0) {
        return Ok(None);
    }
    let newest = "select commit, digest from portbook._commits order by commit desc limit 1";
    let row = transaction.query_opt(newest, &[]).await.map_err(&failed)?;
    row.map(|row| {
        let commit = row.try_get::<_, i64>(0).ok().and_then(|n| u64::try_from(n).ok());
        let digest = row.try_get::<_, String>(1).ok().and_then(|t| Digest::try_from(t).ok());
        match commit.zip(digest) {
            Some((commit, digest)) => Ok(Head { commit, digest }),
            None => Err(foreign("expected a commit and its digest".to_owned())),
        }
    })
    .transpose()
}

/// Takes out everything, as rows: readers of before go on reading it.
pub(super) async fn clear(transaction: &Transaction<'_>) -> Result<()> {
    let text = "delete from portbook.observation_all; delete from portbook._commits";
    transaction.batch_execute(text).await.map_err(while_("taking out what the sink held"))
}

/// Takes out partitions; what their rows came to.
pub(super) async fn take_out(transaction: &Transaction<'_>, keys: &[&Key]) -> Result<Held> {
    let text = format!(
        "with gone as (
            delete from portbook.observation_all o using {NAMED} n
            where o.source = n.source and o.freq = n.freq and o.year = n.year returning o.*
        )
        select {MEASURES} from gone group by source, freq, year"
    );
    let (sources, freqs, years) = named(keys);
    let rows = transaction.query(&text, &[&sources, &freqs, &years]).await;
    read(&rows.map_err(while_("taking out partitions"))?)
}

/// What was just loaded: of the partitions expected, or of the whole table.
pub(super) async fn taken(
    transaction: &Transaction<'_>,
    expected: &Expected,
    whole: bool,
) -> Result<Held> {
    if whole {
        return all(transaction).await;
    }
    let text = format!(
        "select {MEASURES} from portbook.observation_all
        where (source, freq, year) in {NAMED} group by source, freq, year"
    );
    let (sources, freqs, years) = named(&expected.keys().collect::<Vec<_>>());
    let rows = transaction.query(&text, &[&sources, &freqs, &years]).await;
    read(&rows.map_err(while_("counting what was loaded"))?)
}

/// What all rows come to.
pub(super) async fn all(transaction: &Transaction<'_>) -> Result<Held> {
    let text =
        format!("select {MEASURES} from portbook.observation_all group by source, freq, year");
    let rows = transaction.query(&text, &[]).await;
    read(&rows.map_err(while_("counting what the sink holds"))?)
}

/// Says which commit the sink holds: in its table of commits, whose key refuses one that is there
/// already, and as the comment of the table.
pub(super) async fn tell(transaction: &Transaction<'_>, plan: &Plan) -> Result<()> {
    let failed = while_("telling the commit");
    let to = &plan.to;
    let label = format!("portbook commit {} {}", to.number, to.digest.short());
    let number = |number: u64| i64::try_from(number).map_err(|error| foreign(error.to_string()));
    let (commit, rows) = (number(to.number)?, number(to.rows())?);
    let parent = to.parent.map(number).transpose()?;
    let small = |number: usize| i32::try_from(number).map_err(|error| foreign(error.to_string()));
    let partitions = small(to.partitions.len())?;
    let schema = i32::try_from(to.schema).map_err(|error| foreign(error.to_string()))?;
    let insert = "insert into portbook._commits
        (commit, digest, parent, schema, program, partitions, rows, label)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let digest = to.digest.to_string();
    transaction
        .execute(
            insert,
            &[&commit, &digest, &parent, &schema, &to.program, &partitions, &rows, &label],
        )
        .await
        .map_err(&failed)?;
    let comment = format!("comment on table portbook.observation_all is '{label}'");
    transaction.batch_execute(&comment).await.map_err(&failed)
}

fn named<'a>(keys: &[&'a Key]) -> (Vec<&'a str>, Vec<&'a str>, Vec<i16>) {
    let sources = keys.iter().map(|key| key.source.as_str()).collect();
    let freqs = keys.iter().map(|key| key.freq.as_str()).collect();
    (sources, freqs, keys.iter().map(|key| key.year).collect())
}

fn read(rows: &[Row]) -> Result<Held> {
    rows.iter().map(found).collect()
}

fn found(row: &Row) -> Result<(Key, Found)> {
    let failed = while_("reading what the sink holds");
    let key = Key {
        source: row.try_get(0).map_err(&failed)?,
        freq: row.try_get(1).map_err(&failed)?,
        year: row.try_get(2).map_err(&failed)?,
    };
    let count = |column: usize| {
        let count: i64 = row.try_get(column).map_err(&failed)?;
        u64::try_from(count).map_err(|error| foreign(error.to_string()))
    };
    let sum: String = row.try_get(4).map_err(&failed)?;
    let sum = numeric::parse(&sum).ok_or_else(|| foreign(format!("got sum `{sum}`")))?;
    let period_start = Some([row.try_get(6).map_err(&failed)?, row.try_get(7).map_err(&failed)?]);
    let measure = Measure { rows: count(3)?, sum, nulls: count(5)?, period_start };
    Ok((key, Found { measure, commits: Some([count(8)?, count(9)?]) }))
}

fn foreign(problem: String) -> Error {
    Error::Foreign { what: "what stands in the schema `portbook`", problem }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.measure)?;
        match self.commits {
            Some([first, last]) if first == last => write!(f, ", of commit {first}"),
            Some([first, last]) => write!(f, ", of commits {first} to {last}"),
            None => Ok(()),
        }
    }
}
