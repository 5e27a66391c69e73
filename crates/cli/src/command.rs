//! One file per command.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use portbook_export::cited::{Cited, Datasets, Question, Which};
use portbook_model::class::Class;
use portbook_pipeline::parser::{Bounds, Parser};
use portbook_pipeline::settings::Settings;
use portbook_query::as_of::{AsOf, View};
use portbook_query::table::Table;
use portbook_store::places::Places;

use crate::arguments::{Rows, Shared};
use crate::secrets;

pub(crate) mod calendar;
pub(crate) mod catalog;
pub(crate) mod changes;
pub(crate) mod check;
pub(crate) mod cite;
pub(crate) mod claims;
pub(crate) mod cluster;
pub(crate) mod codelist;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod gc;
pub(crate) mod inbox;
pub(crate) mod layout;
pub(crate) mod lock;
pub(crate) mod manual;
pub(crate) mod parse;
pub(crate) mod probe;
pub(crate) mod reproduce;
pub(crate) mod review;
pub(crate) mod revisions;
pub(crate) mod run;
pub(crate) mod sink;
pub(crate) mod sources;
pub(crate) mod sql;
pub(crate) mod status;
pub(crate) mod survey;
pub(crate) mod verify;

/// Where to find us if nobody else is named.
const CONTACT: &str = "https://github.com/portbook/portbook/issues";

/// The settings of a run; the clock is read here and passed down.
fn settings(shared: &Shared) -> std::io::Result<Settings> {
    Ok(Settings {
        archive: shared.archive.clone(),
        output: shared.output.clone(),
        address: shared.address.clone(),
        pipelines: shared.pipelines.clone(),
        inbox: shared.inbox.clone(),
        only: shared.only.clone(),
        replay: shared.replay,
        paced: false,
        now: shared.now,
        clock: clock(),
        wall: clock,
        host: host(),
        sinks: Vec::new(),
        tell: secrets::tell(),
        threads: threads(shared),
        memory_bytes: memory_bytes(shared),
        elsewhere: None,
        build: build()?,
        parser: parser()?,
        contact: shared.contact.clone().unwrap_or_else(|| CONTACT.to_owned()),
    })
}

/// The published table, read where it lies.
async fn table(shared: &Shared, places: &Places) -> anyhow::Result<Table> {
    Ok(match places.shown().await? {
        Some(shown) => Table::of_store(shown.store, &shown.names),
        None => Table::open(&shared.output)?,
    })
}

fn threads(shared: &Shared) -> NonZeroUsize {
    let there = || std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    shared.threads.unwrap_or_else(there)
}

fn memory_bytes(shared: &Shared) -> u64 {
    shared.memory.map_or_else(portbook_bulk::room::memory_bytes, |size| size.0)
}

/// What this machine calls itself.
fn host() -> String {
    let said = ["/proc/sys/kernel/hostname", "/etc/hostname"];
    let said = said.iter().find_map(|file| fs_err::read_to_string(file).ok());
    said.map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or("localhost".to_owned())
}

/// The running program, though its file was replaced since it was started.
fn program() -> std::io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok("/proc/self/exe".into()) } else { std::env::current_exe() }
}

/// Parser processes are this same program.
fn parser() -> std::io::Result<Parser> {
    Ok(Parser::new(program()?, &[PARSE_WORKER], Bounds::standard()))
}

/// Size and time of change of the program's file.
fn build() -> std::io::Result<String> {
    let file = fs_err::metadata(program()?)?;
    Ok(format!("{} bytes of {:?}", file.len(), file.modified()?))
}

/// The command that makes this program a parser process; nobody types it.
pub(crate) const PARSE_WORKER: &str = "parse-worker";

/// The wall clock, read nowhere else.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub(crate) fn clock() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// The question that was asked of rows; `--only` is part of it, so that it is cited.
fn question(shared: &Shared, rows: &Rows) -> Question {
    let only =
        shared.only.iter().map(|id| format!("'{}'", id.replace('/', "-").replace('\'', "''")));
    let only: Vec<String> = only.collect();
    let condition = match (&rows.condition, only.join(", ")) {
        (condition, only) if only.is_empty() => condition.clone(),
        (None, only) => Some(format!("source in ({only})")),
        (Some(condition), only) => Some(format!("source in ({only}) and ({condition}\n)")),
    };
    Question {
        condition,
        as_of: rows.as_of.clone(),
        known_at: rows.known_at.clone(),
        rows: if rows.vintages { Which::Vintages } else { Which::Latest },
        datasets: if rows.redistributable { Datasets::Redistributable } else { Datasets::All },
    }
}

/// The citation that stands in a file of that name, or in the text itself.
fn cited(given: &str) -> anyhow::Result<Cited> {
    let file = std::path::Path::new(given);
    let text = if file.is_file() { fs_err::read_to_string(file)? } else { given.to_owned() };
    Ok(Cited::find(&text).map_err(portbook_pipeline::error::Error::Export)?)
}

fn view(as_of: Option<&str>, known_at: Option<&str>) -> Result<View, portbook_query::error::Error> {
    let instant = |text: Option<&str>| text.map_or(Ok(AsOf::Everything), str::parse);
    Ok(View { as_of: instant(as_of)?, known_at: instant(known_at)? })
}

/// The mistakes in pipeline files that ended a command, as `--json` lists them; `None` if it ended
/// for another reason.
pub(crate) fn mistakes(error: &anyhow::Error) -> Option<serde_json::Value> {
    use portbook_pipeline::error::Error as OfRun;
    use portbook_source::error::Error as OfSource;
    let ((Some(OfRun::Source(OfSource::Mistakes(mistakes))), _)
    | (_, Some(OfSource::Mistakes(mistakes)))) =
        (error.downcast_ref::<OfRun>(), error.downcast_ref::<OfSource>())
    else {
        return None;
    };
    let list = mistakes.iter().map(|mistake| {
        serde_json::json!({
            "file": mistake.file,
            "line": mistake.line,
            "column": mistake.column,
            "message": mistake.message,
            "hint": mistake.hint,
        })
    });
    Some(serde_json::json!({ "mistakes": list.collect::<Vec<_>>() }))
}

/// What to do about an error that does not say so itself.
pub(crate) fn hint(error: &anyhow::Error) -> Option<&'static str> {
    use portbook_query::error::Error as OfQuery;
    let said = format!("{error:#}");
    if ["hint: ", "expected", "nearest"].iter().any(|word| said.contains(word)) {
        return None;
    }
    let is_missing = |cause: &(dyn std::error::Error + 'static)| {
        let cause = cause.downcast_ref::<std::io::Error>();
        cause.is_some_and(|cause| cause.kind() == std::io::ErrorKind::NotFound)
    };
    match error.downcast_ref::<OfQuery>() {
        Some(OfQuery::NothingFound { .. }) => Some(
            "`portbook sql \"select distinct source, dataset from latest\"` says what there is",
        ),
        Some(OfQuery::Syntax { .. }) => {
            Some("one select statement in double quotes, texts in it in single ones")
        }
        _ => error.chain().any(is_missing).then_some("paths begin in the folder you are in"),
    }
}

/// Exit code of a command that failed; see docs/exit-codes.md.
pub(crate) fn exit_code(error: &anyhow::Error) -> u8 {
    if let Some(error) = error.downcast_ref::<portbook_pipeline::error::Error>() {
        return error.exit_code();
    }
    if error.downcast_ref::<portbook_source::error::Error>().is_some() {
        return 78;
    }
    if let Some(error) = error.downcast_ref::<portbook_sink::error::Error>() {
        return error.exit_code();
    }
    if let Some(error) = error.downcast_ref::<portbook_store::error::Error>() {
        return error.exit_code();
    }
    if let Some(error) = error.downcast_ref::<portbook_bulk::error::Error>() {
        return of_bulk(error);
    }
    if let Some(error) = error.downcast_ref::<portbook_cluster::error::Error>() {
        return match error {
            portbook_cluster::error::Error::Bulk(error) => of_bulk(error),
            _ if error.is_usage() => 64,
            _ => 75,
        };
    }
    // What is left is this machine: a folder that is not there, a disk that is full.
    let of_query = error.downcast_ref::<portbook_query::error::Error>();
    of_query.map_or(75, portbook_query::error::Error::exit_code)
}

fn of_bulk(error: &portbook_bulk::error::Error) -> u8 {
    match error.class() {
        _ if matches!(error, portbook_bulk::error::Error::Memory { .. }) => 64,
        Class::Transient | Class::Environment => 75,
        Class::SourceChanged | Class::Defect => 65,
    }
}
