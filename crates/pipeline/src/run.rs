//! One run, as a table of contents: plan, collect, build, publish, summary.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use portbook_archive::archive::Archive;
use portbook_archive::capture::Via;
use portbook_archive::writer::Writer;
use portbook_fetch::fetcher::{Fetcher, Settings as FetchSettings};
use portbook_fetch::inbox::{self, InboxFile};
use portbook_fetch::replay::origin::Origin;
use portbook_fetch::replay::recording::{Place, Recording};
use portbook_publish::record::{Commit, current};
use portbook_source::load::{Source, all, ids};

use crate::build::{Built, build};
use crate::collect::{Collected, Collector};
use crate::error::Error;
use crate::judged::{Memory, inputs_digest, judge};
use crate::published::{Published, publish};
use crate::settings::Settings;
use crate::states::lines;
use crate::summary::Summary;

/// Which half of the path to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// fetch → archive.
    Collect,
    /// parse → normalize → check → publish.
    Build,
    Both,
}

/// What each source's collecting came to; empty where none was asked.
pub type CollectedBySource = BTreeMap<String, Collected>;

/// Runs the path, or half of it, for all sources.
///
/// # Errors
/// What stops a run as a whole: configuration, a held lock, this machine. What goes wrong with one
/// source is in the summary, and the others go on.
pub async fn run(settings: &Settings, half: Half) -> Result<Summary, Error> {
    let sources = plan(settings)?;
    let archive = Archive::open(&settings.archive)?;
    let writer = archive.lock(settings.clock)?;
    let id = open_record(settings, &writer)?;

    let collected: CollectedBySource = if half == Half::Build {
        BTreeMap::new()
    } else {
        collect_all(settings, &sources, &writer).await?
    };
    let summary = match half {
        Half::Collect => Summary::of_collect(id.clone(), collected),
        Half::Build | Half::Both => rebuild(settings, &sources, &writer, id.clone(), collected)?,
    };

    let record = serde_json::to_value(&summary).map_err(std::io::Error::from)?;
    writer.close_run(&id, &record)?;
    Ok(summary)
}

/// The sources of this run, each checked before anything is asked or written.
fn plan(settings: &Settings) -> Result<Vec<Source>, Error> {
    let known = ids(&settings.pipelines)?;
    if let Some(got) = settings.only.iter().find(|only| !known.contains(only)) {
        return Err(Error::NoSuchSource { got: got.clone(), known: known.join(", ") });
    }
    Ok(all(&settings.pipelines, &known)?)
}

fn open_record(settings: &Settings, writer: &Writer) -> Result<String, Error> {
    let id = format!("{}-{}", settings.clock.strftime("%Y%m%dT%H%M%S%.6fZ"), std::process::id());
    writer.open_run(&id, &serde_json::json!({ "run": id, "state": "running" }))?;
    Ok(id)
}

/// Collects the chosen sources one after the other, each host gently.
async fn collect_all(
    settings: &Settings,
    sources: &[Source],
    writer: &Writer,
) -> Result<CollectedBySource, Error> {
    let places: Vec<Place> = sources.iter().map(Place::of).collect();
    let origin =
        if settings.replay { Some(Origin::start(Recording::load(&places)?).await?) } else { None };
    let fetcher = Fetcher::new(match &origin {
        Some(origin) => FetchSettings::replay(&settings.contact, origin.client_settings()),
        None => FetchSettings::live(&settings.contact),
    })?;
    let mut all = BTreeMap::new();
    let chosen = |source: &&Source| settings.only.is_empty() || settings.only.contains(&source.id);
    for source in sources.iter().filter(chosen) {
        let held = writer.archive().captures(&source.column())?;
        let asked = held.iter().rev().find(|c| c.via == Via::Http).map(|c| c.captured_at);
        let sessions = sessions(settings, origin.as_ref(), source, asked);
        let at = settings.clock;
        let mut collector = Collector {
            source,
            fetcher: &fetcher,
            writer,
            at,
            held,
            collected: Collected::default(),
        };
        for at in sessions {
            collector.at = at;
            match &origin {
                Some(origin) => {
                    origin.at(at);
                    collector.ask_all(&|url| origin.recording().holds(url, at)).await?;
                }
                None => collector.ask_all(&|_| true).await?,
            }
        }
        for file in by_hand(settings, origin.as_ref(), source)? {
            collector.take(&file)?;
        }
        all.insert(source.id.clone(), collector.collected);
    }
    Ok(all)
}

/// Files fetched by hand, of a source that takes them.
fn by_hand(
    settings: &Settings,
    origin: Option<&Origin>,
    source: &Source,
) -> Result<Vec<InboxFile>, Error> {
    if source.access.inbox.is_none() {
        return Ok(Vec::new());
    }
    Ok(match origin {
        Some(origin) => {
            let until = settings.now.unwrap_or(Timestamp::MAX);
            origin.recording().inbox(&source.column(), until).into_iter().cloned().collect()
        }
        None => inbox::read(&source.column(), &settings.inbox.join(&source.id))?,
    })
}

/// When to ask: live, now. Under replay every recorded session that was not played yet, or the
/// last one again if all were.
fn sessions(
    settings: &Settings,
    origin: Option<&Origin>,
    source: &Source,
    last_played: Option<Timestamp>,
) -> Vec<Timestamp> {
    let Some(origin) = origin else { return vec![settings.clock] };
    let mut recorded = origin.sessions(&source.column());
    recorded.retain(|at| settings.now.is_none_or(|now| *at <= now));
    let new: Vec<Timestamp> =
        recorded.iter().copied().filter(|at| last_played.is_none_or(|last| *at > last)).collect();
    if new.is_empty() { recorded.last().copied().into_iter().collect() } else { new }
}

/// parse → normalize → check → publish of all sources, unless nothing it depends on has changed.
fn rebuild(
    settings: &Settings,
    sources: &[Source],
    writer: &Writer,
    run: String,
    collected: CollectedBySource,
) -> Result<Summary, Error> {
    let archive = writer.archive();
    let before = Memory::of(archive);
    let inputs = inputs_digest(sources, archive)?;
    let standing = current(&settings.output)?;
    refuse_another_archive(archive, standing.as_ref())?;
    let standing = standing.map(|commit| commit.commit);
    let same = |memory: &&Memory| memory.inputs == inputs && Some(memory.commit) == standing;
    let (memory, published) = if let Some(memory) = before.as_ref().filter(same) {
        (memory.clone(), Published { commit: memory.commit, files_new: 0, moved: false })
    } else {
        let built: Vec<Built> = build_all(settings, sources, archive)?;
        let published: Published = publish(settings, sources, &built)?;
        let findings = built.iter().map(|built| built.checked.findings.len()).sum();
        let unrecognised = built.iter().flat_map(|built| built.unrecognised.clone()).collect();
        let judged = judge(sources, &built);
        let commit = published.commit;
        let memory = Memory { inputs, commit, findings, unrecognised, judged };
        // Written last: a run killed before it builds again.
        writer.remember(&serde_json::to_value(&memory).map_err(std::io::Error::from)?)?;
        (memory, published)
    };
    let (findings, unrecognised) = (memory.findings, memory.unrecognised);
    let lines = lines(settings, sources, archive, memory.judged, &collected, before.as_ref())?;
    let mut summary = Summary::of_build(run, lines, collected, published, findings);
    summary.unrecognised = unrecognised;
    Ok(summary)
}

/// What stands was built from snapshots; an archive that lacks one of them is another archive, and
/// building from it would take rows away without a word.
fn refuse_another_archive(archive: &Archive, standing: Option<&Commit>) -> Result<(), Error> {
    let Some(commit) = standing else { return Ok(()) };
    let mut held = BTreeSet::new();
    for source in archive.sources()? {
        let captures = archive.captures(&source)?;
        held.extend(captures.iter().filter_map(|c| c.snapshot).map(|digest| digest.to_string()));
    }
    let snapshots = commit.inputs.keys().filter_map(|input| input.strip_prefix("snapshot "));
    match snapshots.filter(|snapshot| !held.contains(*snapshot)).collect::<Vec<_>>().as_slice() {
        [] => Ok(()),
        missing => Err(Error::AnotherArchive {
            archive: archive.dir().to_owned(),
            commit: commit.commit,
            missing: missing.len(),
            first: missing[0].to_owned(),
        }),
    }
}

/// Builds every source from what the archive holds.
fn build_all(
    settings: &Settings,
    sources: &[Source],
    archive: &Archive,
) -> Result<Vec<Built>, Error> {
    let built = sources.iter().map(|source| {
        let captures = archive.captures(&source.column())?;
        build(source, archive, &captures, settings.threads, &settings.parser)
    });
    built.collect()
}
