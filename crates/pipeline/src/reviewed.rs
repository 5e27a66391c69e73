//! What is held, with all that a person needs to decide: failed rules with their arithmetic, the
//! cells and what is printed around them, the stored bytes, the last good release, and the commands
//! that accept or reject. A function of the archive and the pipelines alone.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use portbook_archive::archive::Archive;
use portbook_archive::capture::Capture;
use portbook_check::Checked;
use portbook_check::verdict::{Failure, Place, Verdict, may_be_accepted};
use portbook_model::digest::Digest;
use portbook_publish::review::Bundle;
use portbook_query::explain::Neighbourhood;
use portbook_source::load::Source;
use serde::Serialize;

use crate::build::{Built, Unplaced};
use crate::error::Error;
use crate::neighbourhood::Opened;
use crate::settings::Settings;

mod markdown;

/// Cells of a bundle that are shown with what is printed around them; the others are named.
const SHOWN_MAX: usize = 6;

/// One held (dataset, release), or files that belong to none.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Held {
    /// `us-census-ft900/2025-12/exhibit-12`: what `portbook review` takes.
    pub id: String,
    pub source: String,
    pub dataset: Option<String>,
    /// What the dataset is called.
    pub title: String,
    /// `None` of files that name no release.
    pub release: Option<String>,
    pub released_at: Option<String>,
    /// The newest release before it that passed.
    pub last_good: Option<LastGood>,
    pub reasons: Vec<Reason>,
    /// Rules that failed too and that a review accepts.
    pub accepted: Vec<String>,
    pub stored: Vec<Stored>,
    pub commands: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct LastGood {
    pub release: String,
    pub released_at: String,
}

/// A failed rule.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reason {
    pub rule: String,
    pub said: String,
    /// Whether a review may let it pass.
    pub may_be_accepted: bool,
    pub cells: Vec<Cell>,
}

/// A cell that a rule names.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Cell {
    /// Address of the file, for a person to open.
    pub file: String,
    pub snapshot: Digest,
    pub member: Option<String>,
    pub sheet: Option<String>,
    #[expect(clippy::struct_field_names, reason = "the column of the published table")]
    pub cell: Option<String>,
    pub record: Option<i64>,
    /// As messages print it.
    pub at: String,
    /// In base units, or what stands there.
    pub value: String,
    /// What is printed around it; `None` where it is not shown.
    pub around: Option<serde_json::Value>,
    #[serde(skip)]
    neighbourhood: Option<Neighbourhood>,
}

/// Bytes as received.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Stored {
    pub url: String,
    pub captured_at: String,
    pub snapshot: Digest,
    /// Below the archive.
    pub object: String,
    /// Where a file fetched by hand is said to be from.
    pub note: Option<String>,
}

/// Where the bundle of files lies that name no release: there is nothing to decide on.
pub(crate) const NO_RELEASE: &str = "no-release";

/// What a build holds, source by source.
#[derive(Default)]
pub(crate) struct Reviewed {
    bundles: Vec<Bundle>,
    /// Sources of which nothing changed: what was shown of them still is.
    standing: BTreeSet<String>,
}

impl Reviewed {
    pub(crate) fn stands(&mut self, source: &Source) {
        self.standing.insert(source.column());
    }

    /// Lays out what is held of a source that was just built.
    ///
    /// # Errors
    /// Where the archive cannot be read.
    pub(crate) fn add(
        &mut self,
        settings: &Settings,
        archive: &Archive,
        source: &Source,
        built: &Built,
    ) -> Result<(), Error> {
        for held in held(settings, archive, source, built)? {
            let mut json = serde_json::to_string_pretty(&held).map_err(std::io::Error::from)?;
            json.push('\n');
            self.bundles.push(Bundle { id: held.id.clone(), markdown: markdown::of(&held), json });
        }
        Ok(())
    }

    /// Shows it, and takes away what is no longer held.
    ///
    /// # Errors
    /// Where the bundles cannot be written.
    pub(crate) fn show(self, settings: &Settings) -> Result<(), Error> {
        Ok(portbook_publish::review::show(&settings.output, &self.bundles, &self.standing)?)
    }
}

fn held(
    settings: &Settings,
    archive: &Archive,
    source: &Source,
    built: &Built,
) -> Result<Vec<Held>, Error> {
    let verdicts = &built.checked.verdicts;
    let is_told = |verdict: &&Verdict| verdict.is_held() && !verdict.is_rejected();
    if built.unplaced.is_empty() && !verdicts.iter().any(|verdict| is_told(&verdict)) {
        return Ok(Vec::new());
    }
    let captures = archive.captures(&source.column())?;
    let mut desk =
        Desk { settings, archive, source, captures: &captures, opened: BTreeMap::new(), shown: 0 };
    let mut all = Vec::new();
    for verdict in verdicts.iter().filter(is_told) {
        all.push(desk.release(verdict, &built.checked)?);
    }
    let mut unplaced: BTreeMap<Option<&str>, Vec<&Unplaced>> = BTreeMap::new();
    for file in &built.unplaced {
        unplaced.entry(file.file.dataset.as_deref()).or_default().push(file);
    }
    for (dataset, files) in unplaced {
        all.push(desk.unplaced(dataset, &files));
    }
    Ok(all)
}

/// Gathers the bundles of one source.
struct Desk<'a> {
    settings: &'a Settings,
    archive: &'a Archive,
    source: &'a Source,
    captures: &'a [Capture],
    /// Files read again; `None` where they cannot be.
    opened: BTreeMap<Digest, Option<Opened>>,
    /// Cells of the bundle at hand that are shown so far.
    shown: usize,
}

impl Desk<'_> {
    fn release(&mut self, verdict: &Verdict, checked: &Checked) -> Result<Held, Error> {
        self.shown = 0;
        let release = verdict.release.id.to_string();
        let dataset = &verdict.dataset;
        let before =
            checked.verdicts.iter().filter(|other| other.dataset == *dataset && !other.is_held());
        let mut before = before.filter(|other| {
            let order =
                |verdict: &Verdict| (verdict.release.released_at, verdict.release.id.clone());
            order(other) < order(verdict)
        });
        let last_good = before.next_back().map(|good| LastGood {
            release: good.release.id.to_string(),
            released_at: good.release.released_at.to_string(),
        });
        let mut reasons = Vec::new();
        for reason in verdict.reasons() {
            reasons.push(self.reason(reason)?);
        }
        let name = release.split_once(':').map_or(release.as_str(), |(_, name)| name);
        // Its own files, and those of others that it contradicts.
        let ours = checked
            .conservation
            .iter()
            .filter(|cells| cells.dataset == *dataset && cells.release.id == verdict.release.id);
        let named = reasons.iter().flat_map(|reason| &reason.cells).map(|cell| cell.snapshot);
        let mut stored: Vec<Stored> = ours
            .map(|cells| cells.snapshot)
            .chain(named)
            .filter_map(|snapshot| self.stored(snapshot))
            .collect();
        stored.sort();
        stored.dedup();
        let commands = commands(&self.source.id, name, dataset, &reasons);
        Ok(Held {
            id: format!("{}/{name}/{dataset}", self.source.column()),
            source: self.source.id.clone(),
            dataset: Some(dataset.clone()),
            title: self.title(Some(dataset)),
            release: Some(release.clone()),
            released_at: Some(verdict.release.released_at.to_string()),
            last_good,
            reasons,
            accepted: verdict.accepted.iter().map(|rule| rule.rule.clone()).collect(),
            stored,
            commands,
        })
    }

    /// Files that name no release or that no layout takes: there is nothing to accept.
    fn unplaced(&self, dataset: Option<&str>, files: &[&Unplaced]) -> Held {
        let reason = |unplaced: &&Unplaced| {
            let issue = &unplaced.file.issue;
            let cell = Cell {
                file: issue.file.clone(),
                snapshot: unplaced.snapshot,
                member: issue.address.member.clone().map(String::from),
                sheet: issue.address.sheet.clone().map(String::from),
                cell: issue.address.cell.clone().map(String::from),
                record: issue.address.record,
                at: issue.address.to_string(),
                value: issue.seen.clone(),
                around: None,
                neighbourhood: None,
            };
            Reason {
                rule: issue.rule.clone(),
                said: format!("got `{}`, expected {}", issue.seen, issue.expected),
                may_be_accepted: false,
                cells: vec![cell],
            }
        };
        let snapshots = files.iter().map(|unplaced| unplaced.snapshot);
        let mut stored: Vec<Stored> = snapshots.filter_map(|digest| self.stored(digest)).collect();
        stored.sort();
        stored.dedup();
        let discards = stored.iter().map(|one| {
            let (source, file) = (&self.source.id, one.snapshot.short());
            format!("portbook review discard {source} {file} --reason TEXT --by NAME")
        });
        let discards = discards.collect();
        Held {
            id: format!("{}/{NO_RELEASE}/{}", self.source.column(), dataset.unwrap_or("files")),
            source: self.source.id.clone(),
            dataset: dataset.map(str::to_owned),
            title: self.title(dataset),
            release: None,
            released_at: None,
            last_good: None,
            reasons: files.iter().map(reason).collect(),
            accepted: Vec::new(),
            commands: discards,
            stored,
        }
    }

    fn title(&self, dataset: Option<&str>) -> String {
        let dataset = dataset.and_then(|name| self.source.datasets.get(name));
        dataset.map_or_else(|| self.source.title.clone(), |dataset| dataset.title.clone())
    }

    fn reason(&mut self, failure: &Failure) -> Result<Reason, Error> {
        let mut cells = Vec::new();
        for place in &failure.cells {
            cells.push(self.cell(place)?);
        }
        Ok(Reason {
            rule: failure.rule.clone(),
            said: failure.said.clone(),
            may_be_accepted: may_be_accepted(&failure.rule),
            cells,
        })
    }

    fn cell(&mut self, place: &Place) -> Result<Cell, Error> {
        let address = &place.address;
        let neighbourhood = if self.shown < SHOWN_MAX { self.around(place)? } else { None };
        self.shown += usize::from(neighbourhood.is_some());
        Ok(Cell {
            file: place.file.clone(),
            snapshot: place.snapshot,
            member: address.member.clone().map(String::from),
            sheet: address.sheet.clone().map(String::from),
            cell: address.cell.clone().map(String::from),
            record: address.record,
            at: address.to_string(),
            value: place.value.clone(),
            around: neighbourhood.as_ref().map(Neighbourhood::json),
            neighbourhood,
        })
    }

    /// What is printed around a cell; `None` where there is no cell, or no reader for its file.
    fn around(&mut self, place: &Place) -> Result<Option<Neighbourhood>, Error> {
        if place.address.cell.is_none() {
            return Ok(None);
        }
        let Desk { settings, archive, source, captures, opened, .. } = self;
        let capture = captures.iter().find(|capture| capture.snapshot == Some(place.snapshot));
        let Some(capture) = capture else { return Ok(None) };
        if let Entry::Vacant(unopened) = opened.entry(place.snapshot) {
            let bytes = archive.get(&place.snapshot)?;
            let file = match Opened::read(&bytes, capture, source, &settings.parser) {
                Ok(file) => Some(file),
                Err(Error::Parse(_) | Error::File { .. }) => None,
                Err(error) => return Err(error),
            };
            unopened.insert(file);
        }
        let file = opened.get(&place.snapshot).and_then(Option::as_ref);
        Ok(file.and_then(|file| file.around(capture, source, &place.address)))
    }

    fn stored(&self, snapshot: Digest) -> Option<Stored> {
        let capture = self.captures.iter().find(|capture| capture.snapshot == Some(snapshot))?;
        let path = self.archive.object_path(&snapshot);
        let object = path.strip_prefix(self.archive.dir()).unwrap_or(&path);
        Some(Stored {
            url: capture.url.clone(),
            captured_at: capture.captured_at.to_string(),
            snapshot,
            object: object.to_string_lossy().into_owned(),
            note: capture.note.clone(),
        })
    }
}

/// The commands that decide. Where a rule cannot be accepted, none accepts.
fn commands(source: &str, release: &str, dataset: &str, reasons: &[Reason]) -> Vec<String> {
    let head =
        |word: &str| format!("portbook review {word} {source} {release} --dataset {dataset}");
    let tail = "--reason TEXT --by NAME";
    let mut rules: Vec<&str> = reasons.iter().map(|reason| reason.rule.as_str()).collect();
    rules.sort_unstable();
    rules.dedup();
    let mut commands = Vec::new();
    if reasons.iter().all(|reason| reason.may_be_accepted) {
        let rules: Vec<String> =
            rules.iter().map(|rule| format!("--rule {}", quoted(rule))).collect();
        commands.push(format!("{} {} {tail}", head("accept"), rules.join(" ")));
    }
    commands.push(format!("{} {tail}", head("reject")));
    commands
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
