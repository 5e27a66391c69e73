//! `ClickHouse`: no transactions, so a commit has a table of its own, and one view says which is shown.
//! A partition that did not change is attached from the table before, by links; what changed is
//! loaded; all that is new is compared; then the view is moved, in one step for all partitions. The
//! table before stays for questions that are running, until the commit after.
//!
//! ```text
//! http.rs      statements and Parquet over HTTP
//! lease.rs     one load at a time
//! tables.rs    what is made there, and which of it is shown
//! statements.rs   the SQL
//! ```

mod http;
mod lease;
mod statements;
mod tables;

use std::collections::BTreeSet;

use url::Url;

use crate::commit::{Key, Output};
use crate::error::{Error, Result};
use crate::plan::Plan;
use crate::sink::{Done, Fed, Mode, Sink};
use crate::told;

use http::Http;
use lease::Lease;
use tables::{Shown, Tables};

pub(crate) async fn feed(
    sink: &Sink,
    url: &Url,
    output: &Output,
    commit: Option<u64>,
    mode: Mode,
) -> Result<Fed> {
    let tables = Tables::new(Http::new(url, sink.password.as_ref())?, url)?;
    let shown = tables.shown().await?;
    let head = shown.as_ref().map(|shown| shown.head);
    let before = head.map(|head| head.commit);
    if mode == Mode::Verify {
        let plan = Plan::verified(output, commit, head)?;
        return verify(sink, &tables, output, &plan, shown.as_ref()).await;
    }
    let standing = if mode == Mode::Rebuild { None } else { head };
    let plan = Plan::new(output, commit, standing)?;
    if plan.is_done() || mode == Mode::DryRun {
        let done = if plan.is_done() { Done::Unchanged } else { Done::WouldLoad };
        return Ok(sink.fed(before, &plan, done));
    }
    tables.make_database().await?;
    let lease = Lease::take(&tables).await?;
    let load = Load { tables: &tables, output, plan: &plan };
    let loaded = load.run(shown.as_ref(), &lease).await;
    // A lease that is not given back runs out by itself; what went wrong before tells more.
    let given_back = lease.give_back().await;
    loaded?;
    given_back?;
    Ok(sink.fed(before, &plan, Done::Loaded))
}

/// One load.
struct Load<'a> {
    tables: &'a Tables,
    output: &'a Output,
    plan: &'a Plan,
}

impl Load<'_> {
    async fn run(&self, shown: Option<&Shown>, lease: &Lease) -> Result<()> {
        let Self { tables, plan, .. } = self;
        // Whoever had the lease before may have moved the view.
        if tables.shown().await?.as_ref() != shown {
            return Err(Error::Busy);
        }
        tables.sweep(shown).await?;
        let table = tables.make(plan.to.number, lease.number()).await?;
        if let Some(shown) = shown.filter(|_| plan.from.is_some()) {
            self.compare_standing(&shown.table).await?;
            self.attach(&shown.table, &table).await?;
        }
        self.insert(&table).await?;
        self.compare_loaded(&table).await?;
        lease.check().await?;
        tables.log(&plan.to, lease.number(), shown).await?;
        tables.show(&plan.to, &table, lease.number(), shown, plan.from.is_none()).await
    }

    /// What is replaced or removed is what was loaded before.
    async fn compare_standing(&self, shown: &str) -> Result<()> {
        let Some(from) = &self.plan.from else { return Ok(()) };
        let keys: BTreeSet<&Key> = self.plan.changed.out().collect();
        let expected = told::published(self.output, from, keys.iter().copied())?;
        told::unaltered(&self.tables.measures(shown, Some(&keys)).await?, &expected)
    }

    /// Links to what stays.
    async fn attach(&self, shown: &str, table: &str) -> Result<()> {
        let loaded = self.loaded();
        for key in self.plan.to.partitions.keys().filter(|key| !loaded.contains(key)) {
            self.tables.attach(table, shown, key).await?;
        }
        Ok(())
    }

    /// Partitions that are loaded.
    fn loaded(&self) -> BTreeSet<&Key> {
        self.plan.changed.load().map(|since| &since.partition.key).collect()
    }

    async fn insert(&self, table: &str) -> Result<()> {
        for since in self.plan.changed.load() {
            for file in &since.partition.files {
                let bytes = fs_err::read(self.output.folder().join(&file.path))?;
                self.tables.insert(table, &since.partition.key, since.commit, bytes).await?;
            }
        }
        Ok(())
    }

    /// What was loaded is compared; what was linked, which was when it was loaded, is counted.
    async fn compare_loaded(&self, table: &str) -> Result<()> {
        let (keys, to) = (self.loaded(), &self.plan.to);
        let expected = told::published(self.output, to, keys.iter().copied())?;
        told::taken(&self.tables.measures(table, Some(&keys)).await?, &expected)?;
        let (rows, expected) = (self.tables.rows(table).await?, to.rows());
        if rows == expected {
            return Ok(());
        }
        let problem = format!("{rows} rows of commit {}, expected {expected}", to.number);
        Err(Error::Foreign { what: "the table before", problem })
    }
}

async fn verify(
    sink: &Sink,
    tables: &Tables,
    output: &Output,
    plan: &Plan,
    shown: Option<&Shown>,
) -> Result<Fed> {
    let expected = told::published(output, &plan.to, plan.to.partitions.keys())?;
    let table = shown.map_or("observation_all", |shown| shown.table.as_str());
    told::unaltered(&tables.measures(table, None).await?, &expected)?;
    let rows = plan.to.rows();
    Ok(Fed { rows, ..sink.fed(Some(plan.to.number), plan, Done::Verified) })
}
