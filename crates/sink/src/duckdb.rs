//! `DuckDB`: a database file as a replica of a commit, written by the `duckdb` command, so that no
//! engine is linked here. One transaction for each commit; `DuckDB` has one writer at a time, and
//! none while somebody reads the file from another process. Whoever needs no file of its own asks
//! `output` itself, by the views of [`views`].

mod command;
mod transaction;
pub mod views;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::commit::{Key, Output};
use crate::error::{Error, Result};
use crate::plan::{Head, Plan};
use crate::sink::{Done, Fed, Mode, Sink};
use crate::told;

use command::{For, ask};

const HEAD: &str =
    "select \"commit\", digest from portbook._commits order by \"commit\" desc limit 1;";

/// What the program says where nothing was ever loaded.
const NOTHING: &str = "Catalog Error: Table with name";

/// Of all rows, one line a partition (see [`told::read`]).
const MEASURES: &str = "select source, freq, year, count(*), coalesce(sum(obs_value), 0),
    count(*) - count(obs_value), min(period_start) - date '1970-01-01',
    max(period_start) - date '1970-01-01'
  from portbook.observation_all group by source, freq, year;";

pub(crate) async fn feed(
    sink: &Sink,
    file: &Path,
    output: &Output,
    commit: Option<u64>,
    mode: Mode,
) -> Result<Fed> {
    let (sink, file, output) = (sink.clone(), file.to_owned(), output.clone());
    let feeding = move || fed(&sink, &file, &output, commit, mode);
    tokio::task::spawn_blocking(feeding).await.map_err(std::io::Error::from)?
}

fn fed(sink: &Sink, file: &Path, output: &Output, commit: Option<u64>, mode: Mode) -> Result<Fed> {
    let head = head(file)?;
    let before = head.map(|head| head.commit);
    if mode == Mode::Verify {
        return verify(sink, file, output, commit, head);
    }
    let standing = if mode == Mode::Rebuild { None } else { head };
    let plan = Plan::new(output, commit, standing)?;
    if plan.is_done() || mode == Mode::DryRun {
        let done = if plan.is_done() { Done::Unchanged } else { Done::WouldLoad };
        return Ok(sink.fed(before, &plan, done));
    }
    compare_standing(file, output, &plan)?;
    let script = transaction::script(output, &plan)?;
    if file.try_exists()? {
        ask(file, For::Writing, &script)?;
    } else {
        new(file, &script)?;
    }
    Ok(sink.fed(before, &plan, Done::Loaded))
}

/// The commit that the file holds; `None` where there is no file, or one of somebody's other tables.
fn head(file: &Path) -> Result<Option<Head>> {
    if !file.try_exists()? {
        return Ok(None);
    }
    let answer = match ask(file, For::Reading, HEAD) {
        Err(Error::Engine { said, .. }) if said.contains(NOTHING) => return Ok(None),
        answer => answer?,
    };
    let head = answer.trim().split_once(',').and_then(|(commit, digest)| {
        let digest = Digest::try_from(digest.to_owned()).ok()?;
        Some(Head { commit: commit.parse().ok()?, digest })
    });
    let problem = || format!("its last commit reads `{}`", answer.trim());
    let foreign = || Error::Foreign { what: "the database file", problem: problem() };
    head.map(Some).ok_or_else(foreign)
}

/// What is replaced or removed is what was loaded before.
fn compare_standing(file: &Path, output: &Output, plan: &Plan) -> Result<()> {
    let Some(from) = &plan.from else { return Ok(()) };
    let keys: BTreeSet<&Key> = plan.changed.out().collect();
    let expected = told::published(output, from, keys.iter().copied())?;
    let mut found = told::read(&ask(file, For::Reading, MEASURES)?, ',')?;
    found.retain(|key, _| keys.contains(key));
    told::unaltered(&found, &expected)
}

/// A file made aside, then given its name: one that holds nothing is never seen.
fn new(file: &Path, script: &str) -> Result<()> {
    let aside = beside(file, "new");
    for leftover in [&aside, &beside(file, "new.wal")] {
        match fs_err::remove_file(leftover) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    ask(&aside, For::Writing, script)?;
    Ok(fs_err::rename(&aside, file)?)
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.to_owned().into_os_string();
    name.push(format!(".{end}"));
    name.into()
}

fn verify(
    sink: &Sink,
    file: &Path,
    output: &Output,
    commit: Option<u64>,
    head: Option<Head>,
) -> Result<Fed> {
    let plan = Plan::verified(output, commit, head)?;
    let expected = told::published(output, &plan.to, plan.to.partitions.keys())?;
    let found = told::read(&ask(file, For::Reading, MEASURES)?, ',')?;
    told::unaltered(&found, &expected)?;
    let rows = plan.to.rows();
    Ok(Fed { rows, ..sink.fed(Some(plan.to.number), &plan, Done::Verified) })
}
