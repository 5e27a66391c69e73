//! What is made in `ClickHouse`, and which of it is shown. The comment of the view says it: commit,
//! digest, the table that the view reads and the one it read before.

use std::collections::BTreeSet;

use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};
use url::Url;

use super::http::Http;
use super::statements::{inserted, made_log, made_table, quoted, views};
use crate::commit::{Commit, Key};
use crate::error::{Error, Result};
use crate::plan::Head;
use crate::told::{self, Measures};
use crate::words::{commit_columns, commit_row, condition, text};

const DATABASE: &str = "portbook";

/// The database, and what is done in it.
#[derive(Clone, Debug)]
pub(super) struct Tables {
    http: Http,
    database: String,
}

/// What readers see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) head: Head,
    /// The table that the view reads.
    pub(super) table: String,
    /// The one it read before, which is kept.
    before: Option<String>,
    attempts: Attempts,
}

/// The attempts whose commits the log has for readers: of those between, every other one failed and
/// was taken out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Attempts {
    /// The one that started from nothing.
    begun: u64,
    /// The one that is shown.
    attempt: u64,
}

/// The comment of the view.
#[derive(Serialize, Deserialize)]
struct Comment {
    commit: u64,
    digest: Digest,
    table: String,
    before: Option<String>,
    #[serde(flatten)]
    attempts: Attempts,
}

impl Tables {
    /// Of the database that the address names, or `portbook`.
    pub(super) fn new(http: Http, url: &Url) -> Result<Self> {
        let named = url.path().trim_matches('/');
        let database = if named.is_empty() { DATABASE } else { named };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        if database.chars().all(plain) {
            return Ok(Self { http, database: database.to_owned() });
        }
        let expected = "a database of letters, digits and `_`";
        Err(Error::Address { what: format!("database `{database}`"), expected })
    }

    /// `portbook.observation_all`
    fn full(&self, table: &str) -> String {
        format!("{}.{table}", self.database)
    }

    pub(super) async fn run(&self, statement: &str) -> Result<String> {
        self.http.run(statement).await
    }

    /// Names and comments of tables whose names match, one a line, a tab between.
    pub(super) async fn named(&self, pattern: &str) -> Result<Vec<(String, String)>> {
        let question = format!(
            "SELECT name, comment FROM system.tables WHERE database = {} AND match(name, {}) FORMAT TSVRaw",
            text(&self.database),
            text(pattern)
        );
        let answer = self.run(&question).await?;
        let lines = answer.lines().filter_map(|line| line.split_once('\t'));
        Ok(lines.map(|(name, comment)| (name.to_owned(), comment.to_owned())).collect())
    }

    /// What readers see; `None` where nothing was ever loaded.
    pub(super) async fn shown(&self) -> Result<Option<Shown>> {
        let found = self.named("^observation_all$").await?;
        // Without a comment it shows nothing yet.
        let Some((_, comment)) = found.first().filter(|(_, comment)| !comment.is_empty()) else {
            return Ok(None);
        };
        let problem = |_| format!("the comment of `observation_all` reads `{comment}`");
        let Comment { commit, digest, table, before, attempts } = serde_json::from_str(comment)
            .map_err(problem)
            .map_err(|problem| Error::Foreign { what: "the database", problem })?;
        Ok(Some(Shown { head: Head { commit, digest }, table, before, attempts }))
    }

    pub(super) async fn make_database(&self) -> Result<()> {
        self.run(&format!("CREATE DATABASE IF NOT EXISTS {}", self.database)).await.map(drop)
    }

    /// Makes the table of one attempt at a commit.
    pub(super) async fn make(&self, commit: u64, attempt: u64) -> Result<String> {
        let table = format!("observation_{commit:06}_{attempt}");
        self.run(&made_table(&self.full(&table))).await?;
        Ok(table)
    }

    /// Links a partition of another table.
    pub(super) async fn attach(&self, table: &str, from: &str, key: &Key) -> Result<()> {
        let Key { source, freq, year } = key;
        let (table, from) = (self.full(table), self.full(from));
        let partition = format!("tuple({}, {}, {year})", text(source), text(freq));
        self.run(&format!("ALTER TABLE {table} ATTACH PARTITION {partition} FROM {from}"))
            .await
            .map(drop)
    }

    /// Takes in a file of Parquet.
    pub(super) async fn insert(
        &self,
        table: &str,
        key: &Key,
        commit: u64,
        file: Vec<u8>,
    ) -> Result<()> {
        self.http.load(&inserted(&self.full(table), key, commit), file).await
    }

    /// What partitions come to; `None` names all of them.
    pub(super) async fn measures(
        &self,
        table: &str,
        keys: Option<&BTreeSet<&Key>>,
    ) -> Result<Measures> {
        let condition = keys.map_or("1".to_owned(), |keys| condition(keys.iter().copied()));
        let question = format!(
            "SELECT source, freq, year, count(), coalesce(toString(sum(obs_value)), '0'),
                countIf(obs_value IS NULL), toInt32(min(period_start)), toInt32(max(period_start))
            FROM {} WHERE {condition} GROUP BY source, freq, year FORMAT TSVRaw",
            self.full(table)
        );
        told::read(&self.run(&question).await?, '\t')
    }

    pub(super) async fn rows(&self, table: &str) -> Result<u64> {
        let question = format!("SELECT count() FROM {} FORMAT TSVRaw", self.full(table));
        let answer = self.run(&question).await?;
        let problem = || format!("got a count of `{}`", answer.trim());
        let wrong = |_| Error::Foreign { what: "an answer of the sink", problem: problem() };
        answer.trim().parse().map_err(wrong)
    }

    /// Writes down a commit that is about to be shown; `_commits` tells of it once it is. What it does
    /// not tell of goes: attempts that failed, and what stood before all was started over.
    pub(super) async fn log(
        &self,
        commit: &Commit,
        attempt: u64,
        shown: Option<&Shown>,
    ) -> Result<()> {
        let log = self.full("_commit_log");
        self.run(&made_log(&log)).await?;
        let told = shown.map_or("0".to_owned(), |Shown { attempts, .. }| {
            format!("attempt BETWEEN {} AND {}", attempts.begun, attempts.attempt)
        });
        let sweep =
            format!("ALTER TABLE {log} DELETE WHERE NOT ({told}) SETTINGS mutations_sync = 1");
        self.run(&sweep).await?;
        let (names, row) = (commit_columns('`'), commit_row(commit));
        self.run(&format!("INSERT INTO {log} ({names}, attempt) VALUES ({row}, {attempt})"))
            .await
            .map(drop)
    }

    /// Makes the other views, then moves the one they stand on: the one step that readers see.
    pub(super) async fn show(
        &self,
        commit: &Commit,
        table: &str,
        attempt: u64,
        shown: Option<&Shown>,
        is_started_over: bool,
    ) -> Result<()> {
        let view = self.full("observation_all");
        let all = format!("SELECT * FROM {} AS shown", self.full(table));
        if shown.is_none() {
            // What the others stand on, before there is anything to be seen.
            self.run(&format!("CREATE OR REPLACE VIEW {view} AS {all} WHERE 0")).await?;
        }
        for (name, question) in views(&self.database) {
            let view = self.full(name);
            self.run(&format!("CREATE OR REPLACE VIEW {view} AS {question}")).await?;
        }
        let goes_on = shown.filter(|_| !is_started_over);
        let comment = Comment {
            commit: commit.number,
            digest: commit.digest,
            table: table.to_owned(),
            before: shown.map(|shown| shown.table.clone()),
            attempts: Attempts {
                begun: goes_on.map_or(attempt, |shown| shown.attempts.begun),
                attempt,
            },
        };
        let comment = serde_json::to_string(&comment).map_err(std::io::Error::from)?;
        let comment = quoted(&comment);
        self.run(&format!("CREATE OR REPLACE VIEW {view} AS {all} COMMENT {comment}"))
            .await
            .map(drop)
    }

    /// Removes tables of dead attempts and of commits before the last: all but what is shown, and
    /// what was shown before it.
    pub(super) async fn sweep(&self, shown: Option<&Shown>) -> Result<()> {
        let is_kept = |name: &str| {
            shown.is_some_and(|shown| shown.table == name || shown.before.as_deref() == Some(name))
        };
        for (name, _) in self.named("^observation_[0-9]{6,}_[0-9]+$").await? {
            if !is_kept(&name) {
                self.drop(&name).await?;
            }
        }
        Ok(())
    }

    /// Makes a table that says something by being there; only one process can.
    pub(super) async fn make_lease(&self, table: &str, comment: &str) -> Result<()> {
        let (table, comment) = (self.full(table), quoted(comment));
        self.run(&format!("CREATE TABLE {table} (nothing UInt8) ENGINE = Memory COMMENT {comment}"))
            .await
            .map(drop)
    }

    pub(super) async fn comment(&self, table: &str, comment: &str) -> Result<()> {
        let (table, comment) = (self.full(table), quoted(comment));
        self.run(&format!("ALTER TABLE {table} MODIFY COMMENT {comment}")).await.map(drop)
    }

    pub(super) async fn drop(&self, table: &str) -> Result<()> {
        self.run(&format!("DROP TABLE IF EXISTS {}", self.full(table))).await.map(drop)
    }
}
