//! One run, as a table of contents: plan, collect, build, publish, summary.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use portbook_archive::archive::Archive;
use portbook_archive::capture::Via;
use portbook_archive::writer::Writer;
use portbook_fetch::fetcher::{Fetcher, Settings as FetchSettings};
use portbook_fetch::inbox::{self, InboxFile};
use portbook_fetch::replay::origin::Origin;
use portbook_fetch::replay::recording::{Place, Recording};
use portbook_publish::Tables;
use portbook_publish::record::{read, standing};
use portbook_source::follows;
use portbook_source::load::{Source, all, ids};
use url::Url;

use crate::asking::{Asking, asking};
use crate::build::{Built, build};
use crate::bulk;
use crate::collect::{Collected, Collector};
use crate::error::Error;
use crate::judged::{Judged, judge};
use crate::kept::Kept;
use crate::left;
use crate::leftovers::{settle, sweep};
use crate::memory::{Index, Indices, Memory, SourceMemory, index, indices, inputs_digest};
use crate::notice;
use crate::published::{Published, Shown, publish};
use crate::reviewed::Reviewed;
use crate::settings::Settings;
use crate::side_by_side::side_by_side;
use crate::sinks;
use crate::stages::Stages;
use crate::states::lines;
use crate::summary::{Line, Summary};

/// Files of an inbox that are on their way into the archive at once.
const STORED_AT_ONCE: usize = 4;

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
    settle(settings, &writer)?;
    let mut summary = open_record(settings, &writer).await?;
    let ran = halves(settings, half, &sources, &writer, &mut summary).await;
    summary.ended_at = Some((settings.wall)());
    match ran {
        Ok(()) => {
            "finished".clone_into(&mut summary.state);
            summary.judge();
            if matches!(summary.exit_code, 0 | 10) {
                summary.succeeded_at = summary.ended_at;
            }
            close_record(settings, &writer, &sources, &mut summary).await?;
            writer.close_run(&summary.run, &record(&summary)?)?;
            Ok(summary)
        }
        Err(error) => {
            "stopped".clone_into(&mut summary.state);
            summary.exit_code = error.exit_code();
            summary.error = Some(chain(&error));
            let left = close_record(settings, &writer, &sources, &mut summary).await;
            let closed = writer.stop_run(&summary.run, &record(&summary)?);
            if let Err(also) = left.and_then(|()| Ok(closed.map(drop)?)) {
                tracing::warn!(event = "record_not_closed", error = %also, "the end of the run is not on record");
            }
            Err(error)
        }
    }
}

/// Takes the halves of the path that are asked for; what they come to is in the summary.
async fn halves(
    settings: &Settings,
    half: Half,
    sources: &[Source],
    writer: &Writer,
    summary: &mut Summary,
) -> Result<(), Error> {
    let mut stages = Stages::begin(settings.wall);
    if half != Half::Build {
        summary.collected = collect_all(settings, sources, writer).await?;
        stages.end("collect");
    }
    if half != Half::Collect {
        rebuild(settings, sources, writer, &mut stages, summary)?;
        stages.end("publish");
    }
    if half == Half::Both && !settings.sinks.is_empty() {
        summary.sinks = sinks::feed(&settings.sinks, &settings.output).await;
        stages.end("sinks");
    }
    summary.stages = stages.seconds;
    Ok(())
}

fn record(summary: &Summary) -> Result<serde_json::Value, Error> {
    Ok(serde_json::to_value(summary).map_err(std::io::Error::from)?)
}

/// An error and what it came from, in one line.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut next = std::error::Error::source(error);
    while let Some(source) = next {
        text.push_str(&format!(": {source}"));
        next = source.source();
    }
    text
}

/// The sources of this run, each checked before anything is asked or written.
pub(crate) fn plan(settings: &Settings) -> Result<Vec<Source>, Error> {
    let known = ids(&settings.pipelines)?;
    if let Some(got) = settings.only.iter().find(|only| !known.contains(only)) {
        return Err(Error::NoSuchSource { got: got.clone(), known: known.join(", ") });
    }
    let sources = all(&settings.pipelines, &known)?;
    follows::check(&sources)?;
    Ok(sources)
}

async fn open_record(settings: &Settings, writer: &Writer) -> Result<Summary, Error> {
    let id = format!("{}-{}", settings.clock.strftime("%Y%m%dT%H%M%S%.6fZ"), std::process::id());
    let mut summary = Summary::begun(id, settings.clock);
    let before = writer.archive().left(left::HEARTBEAT);
    summary.succeeded_at = left::heartbeat::succeeded_at(before.as_deref());
    writer.open_run(&summary.run, &record(&summary)?)?;
    tracing::info!(event = "run_started", run = summary.run);
    let events = left::begin(settings, writer, &summary)?;
    settings.tell.begun(&summary, &events).await;
    Ok(summary)
}

/// What a run leaves, and what it tells; its record is closed after that.
async fn close_record(
    settings: &Settings,
    writer: &Writer,
    sources: &[Source],
    summary: &mut Summary,
) -> Result<(), Error> {
    summary.archive_bytes = writer.archive().bytes()?;
    for line in &summary.lines {
        let Line { source, dataset, state, rows, .. } = line;
        tracing::info!(event = "dataset_ended", source, dataset, state = state.name(), rows);
    }
    let (exit_code, commit) = (summary.exit_code, summary.commit.unwrap_or(0));
    tracing::info!(event = "run_ended", exit_code, commit, error = summary.error.as_deref());
    let told = writer.archive().left(notice::TOLD);
    let told = told.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    if summary.error.is_none() {
        let (notices, after) = notice::notices(settings, sources, summary, &told);
        if settings.tell.notices(summary, &notices).await && after != told {
            let text = serde_json::to_string_pretty(&after).map_err(std::io::Error::from)?;
            writer.leave(notice::TOLD, &text)?;
        }
        summary.notices = notices;
    }
    let events = left::end(settings, writer, sources, summary)?;
    settings.tell.ended(summary, &events).await;
    Ok(())
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
    let memory = if settings.paced { Memory::of(writer.archive()) } else { None };
    let mut all = BTreeMap::new();
    let chosen = |source: &&Source| settings.only.is_empty() || settings.only.contains(&source.id);
    for source in sources.iter().filter(chosen) {
        let held = writer.archive().captures(&source.column())?;
        let asked = held.iter().rev().find(|c| c.via == Via::Http).map(|c| c.captured_at);
        let now = settings.now.unwrap_or(settings.clock);
        let asking = match &memory {
            _ if source.paused.is_some() => Asking::Nothing,
            Some(memory) => {
                let judged = memory.sources.get(&source.column()).map(|source| &source.judged[..]);
                asking(source, judged.unwrap_or_default(), asked, now)
            }
            None => Asking::All,
        };
        let sessions = match asking {
            Asking::Nothing => Vec::new(),
            _ if settings.paced && settings.replay => vec![not_before(asked, now)],
            _ => sessions(settings, origin.as_ref(), source, asked),
        };
        let collected = Collected::default();
        let at = settings.clock;
        let mut collector = Collector { source, fetcher: &fetcher, writer, at, held, collected };
        for at in sessions {
            collector.at = at;
            if let Some(origin) = &origin {
                origin.at(at);
            }
            let there = |url: &Url| origin.as_ref().is_none_or(|o| o.recording().holds(url, at));
            match asking {
                Asking::Probe => collector.probe(&there).await?,
                Asking::All | Asking::Nothing => collector.ask_all(&there).await?,
            }
        }
        let files = by_hand(settings, origin.as_ref(), source)?;
        // Of large files a disk that is waited for keeps no other waiting.
        let at_once = if source.is_bulk() { STORED_AT_ONCE } else { 1 };
        for files in files.chunks(at_once) {
            let put = |file: &InboxFile| writer.put_file(&file.file, file.sha256);
            for (file, stored) in files.iter().zip(side_by_side(files, at_once, put)) {
                collector.take(file, stored?)?;
            }
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

/// When to ask: live, now, though never before what was asked before, whatever the clock says: the
/// latest capture is the one that holds. Under replay every recorded session that was not played
/// yet, and the last one that was: a run may have been killed within it.
fn sessions(
    settings: &Settings,
    origin: Option<&Origin>,
    source: &Source,
    last_asked: Option<Timestamp>,
) -> Vec<Timestamp> {
    let Some(origin) = origin else { return vec![not_before(last_asked, settings.clock)] };
    let mut recorded = origin.sessions(&source.column());
    recorded.retain(|at| settings.now.is_none_or(|now| *at <= now));
    let to_play: Vec<Timestamp> =
        recorded.iter().copied().filter(|at| last_asked.is_none_or(|last| *at >= last)).collect();
    if to_play.is_empty() { recorded.last().copied().into_iter().collect() } else { to_play }
}

/// The clock, or the least instant after the last capture if the clock was set back.
fn not_before(last_asked: Option<Timestamp>, clock: Timestamp) -> Timestamp {
    let after = last_asked.and_then(|last| last.checked_add(SignedDuration::from_micros(1)).ok());
    match after {
        Some(after) if after > clock => {
            tracing::warn!(event = "clock_set_back", stage = "fetch", %clock, %after, "the clock was set back");
            after
        }
        _ => clock,
    }
}

/// parse → normalize → check → publish of every source of which something it depends on has
/// changed; the others stand as they are.
fn rebuild(
    settings: &Settings,
    sources: &[Source],
    writer: &Writer,
    stages: &mut Stages,
    summary: &mut Summary,
) -> Result<(), Error> {
    let archive = writer.archive();
    let before = Memory::of(archive);
    let standing = standing(&settings.output)?;
    // What another output shows is not what the last build made.
    let stood = before.as_ref().filter(|memory| memory.is_of_commit(standing));
    let standing = standing.map(|(commit, _)| commit);
    let indices = indices(archive, sources, before.as_ref())?;
    let same = stood.filter(|memory| memory.is_of(sources, &indices, &settings.build));
    let mut files_read = 0;
    let (memory, published) = if let Some(memory) = same {
        let published = Published { commit: memory.commit, files_new: 0, moved: false };
        (memory.clone(), published)
    } else {
        refuse_another_archive(settings, archive, standing, &indices)?;
        tell_what_leaves(sources, stood);
        let mut memories = BTreeMap::new();
        let mut shown = Vec::new();
        let mut reviewed = Reviewed::default();
        for source in sources {
            let column = source.column();
            let stands = stood.and_then(|m| m.standing(source, &indices, &settings.build));
            let memory = if let Some(memory) = stands {
                let (tables, snapshots) = (Tables::Standing, memory.snapshots.clone());
                let judged = memory.judged.clone();
                shown.push(Shown { source, tables, snapshots, judged });
                reviewed.stands(source);
                memory.clone()
            } else {
                let before = stood.and_then(|memory| memory.sources.get(&column));
                let (memory, built) =
                    build_one(settings, source, writer, &indices[&column], before)?;
                files_read += built.files_read;
                reviewed.add(settings, archive, source, &built)?;
                shown.push(Shown::built(source, built, memory.judged.clone()));
                memory
            };
            memories.insert(column, memory);
        }
        stages.end("build");
        let published: Published = publish(settings, shown)?;
        if published.moved {
            sweep(settings, writer)?;
        }
        bulk::forget(archive, sources)?;
        reviewed.show(settings)?;
        let (commit, record) =
            self::standing(&settings.output)?.expect("something was just published");
        (Memory { commit, record, sources: memories }, published)
    };
    let memory = remember(writer, memory, indices, before.as_ref())?;
    let mut judged = Vec::new();
    for source in sources {
        let Some(memory) = memory.sources.get(&source.column()) else { continue };
        summary.findings += memory.findings;
        summary.unrecognised.extend(memory.unrecognised.iter().cloned());
        judged.extend(memory.judged.iter().cloned());
    }
    summary.lines = lines(settings, sources, judged, &summary.collected, before.as_ref());
    summary.commit = Some(published.commit);
    summary.committed = published.moved;
    summary.files_new = published.files_new;
    summary.files_read = files_read;
    Ok(())
}

/// Written last, and only where it says something else: a run killed before it builds again.
fn remember(
    writer: &Writer,
    mut memory: Memory,
    indices: Indices,
    before: Option<&Memory>,
) -> Result<Memory, Error> {
    for (source, index) in indices {
        if let Some(source) = memory.sources.get_mut(&source) {
            source.index = index;
        }
    }
    let mut kept = memory.clone();
    kept.sources.values_mut().flat_map(|source| &mut source.judged).for_each(Judged::forget_passed);
    if before != Some(&kept) {
        writer.remember(&kept)?;
    }
    Ok(memory)
}

/// Builds a source from what the archive holds.
fn build_one(
    settings: &Settings,
    source: &Source,
    writer: &Writer,
    index: &Index,
    before: Option<&SourceMemory>,
) -> Result<(SourceMemory, Built), Error> {
    let archive = writer.archive();
    let captures = archive.captures(&source.column())?;
    let (built, bulk) = if source.is_bulk() {
        let before = before.and_then(|before| before.bulk.as_ref());
        let folder = archive.bulk_folder(&source.column());
        let (built, memory) = bulk::build(settings, source, archive, &captures, before, &folder)?;
        (built, Some(memory))
    } else {
        let kept = Kept::of(source, archive, &settings.build)?;
        let (threads, parser) = (settings.threads, &settings.parser);
        let built = build(source, archive, &captures, Some(&kept), threads, parser)?;
        kept.write(source, writer)?;
        (built, None)
    };
    let memory = SourceMemory {
        inputs: inputs_digest(source, index, &settings.build),
        index: index.clone(),
        findings: built.checked.findings.len(),
        unrecognised: built.unrecognised.clone(),
        judged: judge(source, &captures, &built),
        snapshots: built.snapshots(),
        bulk,
    };
    Ok((memory, built))
}

/// Rows of a source that has no folder any more are no longer published: a person may have meant
/// that, or pointed at the wrong folder.
fn tell_what_leaves(sources: &[Source], stood: Option<&Memory>) {
    let known: BTreeSet<String> = sources.iter().map(Source::column).collect();
    let before = stood.into_iter().flat_map(|memory| memory.sources.keys());
    let gone: Vec<&str> =
        before.filter(|name| !known.contains(*name)).map(String::as_str).collect();
    if !gone.is_empty() {
        let (count, names) = (gone.len(), gone.join(", "));
        tracing::warn!(
            event = "source_left",
            stage = "publish",
            count,
            "without a folder, no longer published: {names}"
        );
    }
}

/// What stands was built from snapshots; an archive that lacks one of them is another archive, and
/// building from it would take rows away without a word.
fn refuse_another_archive(
    settings: &Settings,
    archive: &Archive,
    standing: Option<u64>,
    indices: &Indices,
) -> Result<(), Error> {
    let Some(standing) = standing else { return Ok(()) };
    let commit = read(&settings.output, standing)?;
    let mut held: BTreeSet<String> = BTreeSet::new();
    for source in archive.sources()? {
        let of = |index: &Index| {
            let months = index.values().flat_map(|month| &month.snapshots);
            months.map(ToString::to_string).collect::<Vec<_>>()
        };
        held.extend(match indices.get(&source) {
            Some(index) => of(index),
            None => of(&index(archive, &source, None)?),
        });
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_set_back_does_not_set_captures_back() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let (last, clock) = (at("2026-11-29T02:00:00Z"), at("2026-11-28T02:00:00Z"));
        assert_eq!(not_before(Some(last), clock), at("2026-11-29T02:00:00.000001Z"));
        assert_eq!(not_before(Some(clock), last), last);
        assert_eq!(not_before(None, clock), clock);
    }
}
