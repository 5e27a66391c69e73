//! `sink`: replicas of what is published, in a warehouse.

mod scripts;

use portbook_pipeline::error::Error as Stopped;
use portbook_sink::commit::Output;
use portbook_sink::error::Error;
use portbook_sink::settings::{self, Settings};
use portbook_sink::sink::{Done, Fed, Mode, Sink};
use serde_json::json;

use crate::arguments::{OneSink, Shared, Sink as Asked, SinkAdd, SinkCommand};
use crate::{output, progress, secrets};

pub(crate) async fn sink(shared: &Shared, asked: &Asked) -> anyhow::Result<u8> {
    match (&asked.command, &asked.one.name) {
        (Some(_), Some(name)) => {
            let (got, expected) = (name.clone(), "no name before `add`, `list` and `scripts`");
            Err(Stopped::Misstated { option: "NAME", got, expected }.into())
        }
        (Some(SinkCommand::Add(add)), None) => added(shared, add),
        (Some(SinkCommand::Scripts(asked)), None) => scripts::scripts(shared, asked),
        (Some(SinkCommand::List) | None, None) => list(shared),
        (None, Some(name)) => feed(shared, name, &asked.one).await,
    }
}

/// The sinks that a run feeds, each with its password.
pub(crate) fn nightly(shared: &Shared) -> Result<Vec<Sink>, Error> {
    let settings = Settings::read(&shared.settings)?;
    settings.nightly.iter().map(|name| named(&settings, name)).collect()
}

fn named(settings: &Settings, name: &str) -> Result<Sink, Error> {
    let address = settings.address(name)?.clone();
    let password = secrets::secret(&format!("sink-{name}-password"));
    Ok(Sink { name: name.to_owned(), address, password })
}

fn added(shared: &Shared, add: &SinkAdd) -> anyhow::Result<u8> {
    settings::add(&shared.settings, &add.name, &add.url)?;
    let nightly = Settings::read(&shared.settings)?.nightly.contains(&add.name);
    let file = shared.settings.display().to_string();
    if shared.json {
        output::json(&json!({ "file": file, "sink": add.name, "nightly": nightly }));
        return Ok(0);
    }
    let next = if nightly {
        "every `portbook run` feeds it".to_owned()
    } else {
        format!("write \"{}\" into the list `sinks` for every `portbook run` to feed it", add.name)
    };
    output::print(&format!(
        "{file}: [sink.{name}]; {next}\ntry\n  portbook sink {name} --dry-run",
        name = add.name
    ));
    Ok(0)
}

fn list(shared: &Shared) -> anyhow::Result<u8> {
    let settings = Settings::read(&shared.settings)?;
    let nightly = |name: &String| settings.nightly.contains(name);
    if shared.json {
        let sinks = settings.sinks.iter().map(|(name, address)| {
            json!({ "sink": name, "engine": address.engine(), "nightly": nightly(name) })
        });
        output::json(&json!({ "sinks": sinks.collect::<Vec<_>>() }));
        return Ok(0);
    }
    let mut rows = vec![["sink", "engine", "fed by run"].map(str::to_owned).to_vec()];
    for (name, address) in &settings.sinks {
        let fed = if nightly(name) { "yes" } else { "no" };
        rows.push(vec![name.clone(), address.engine().to_owned(), fed.to_owned()]);
    }
    output::print(&output::columns(&rows, &[]));
    Ok(0)
}

async fn feed(shared: &Shared, name: &str, asked: &OneSink) -> anyhow::Result<u8> {
    let sink = named(&Settings::read(&shared.settings)?, name)?;
    let mode = match asked {
        OneSink { verify: true, .. } => Mode::Verify,
        OneSink { rebuild: true, .. } => Mode::Rebuild,
        OneSink { dry_run: true, .. } => Mode::DryRun,
        OneSink { .. } => Mode::Load,
    };
    let spinner = progress::spinner("asking the sink");
    let fed = sink.feed(&Output::open(&shared.output), asked.commit, mode).await;
    spinner.finish_and_clear();
    let fed = fed?;
    if shared.json {
        output::json(&serde_json::to_value(&fed)?);
    } else {
        output::print(&told(&fed));
    }
    Ok(0)
}

fn told(fed: &Fed) -> String {
    let Fed { sink, engine, commit, loaded, removed, rows, .. } = fed;
    let held = fed.before.map_or_else(|| "nothing".to_owned(), |before| format!("commit {before}"));
    match fed.done {
        Done::Unchanged => format!("{sink} ({engine}): holds commit {commit}, nothing to do"),
        Done::Verified => format!("{sink} ({engine}): {rows} rows are those of commit {commit}"),
        Done::Loaded => format!(
            "{sink} ({engine}): held {held}, holds commit {commit}: {} partitions loaded, {rows} rows; {} removed",
            loaded.len(),
            removed.len()
        ),
        Done::WouldLoad => {
            let mut text = format!(
                "{sink} ({engine}): holds {held}; to commit {commit} it would take {rows} rows\n"
            );
            for (what, keys) in [("load", loaded), ("remove", removed)] {
                for key in keys {
                    text.push_str(&format!("  {what} {key}\n"));
                }
            }
            text
        }
    }
}
