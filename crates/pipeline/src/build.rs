//! parse → normalize → check of one source: a pure function of its captures and its folder.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroUsize;

use portbook_archive::archive::Archive;
use portbook_archive::capture::{Capture, Outcome, Role, Via};
use portbook_check::conservation::Conservation;
use portbook_check::{Checked, Keep};
use portbook_model::digest::Digest;
use portbook_model::issue::Issue;
use portbook_model::print::Print;
use portbook_normalize::release::Occasion;
use portbook_parse::layout::FileIssue;
use portbook_publish::Finished;
use portbook_source::load::{Discarded, Source};

use crate::error::Error;
use crate::kept::Kept;
use crate::parser::Parser;
use crate::printed::{self, Printed};

/// What one source's captures came to.
#[derive(Debug)]
pub struct Built {
    pub checked: Checked,
    /// Rows that are more than are held: of a source that is read in bulk.
    pub files: Vec<Finished>,
    /// Files that belong to no release: unreadable, unrecognised, unnamed.
    pub unplaced: Vec<Unplaced>,
    /// Files that are new to this program or its pipeline files, and were read.
    pub files_read: usize,
    /// Sheets and tables that no layout recognised, as `file: table`.
    pub unrecognised: Vec<String>,
}

impl Built {
    /// What its rows were read from: in bulk, of every release that passed.
    pub fn snapshots(&self) -> BTreeSet<Digest> {
        if self.files.is_empty() {
            return self.checked.rows.iter().map(|row| row.observation.snapshot).collect();
        }
        let passed = |cells: &&Conservation| cells.held == 0;
        self.checked.conservation.iter().filter(passed).map(|cells| cells.snapshot).collect()
    }
}

/// A file that belongs to no release, and why.
#[derive(Clone, Debug)]
pub struct Unplaced {
    pub snapshot: Digest,
    pub file: FileIssue,
}

/// The captures a build depends on: data that was new when it came. Of what was said of a file by
/// hand, the last holds.
pub fn inputs(captures: &[Capture]) -> Vec<&Capture> {
    let mut seen = BTreeSet::new();
    let by_hand = captures.iter().enumerate().filter(|(_, c)| c.via == Via::Inbox);
    let last: BTreeMap<_, _> = by_hand.map(|(at, c)| ((c.url.as_str(), c.snapshot), at)).collect();
    captures
        .iter()
        .enumerate()
        .filter(|(at, c)| {
            c.via != Via::Inbox || last.get(&(c.url.as_str(), c.snapshot)) == Some(at)
        })
        .map(|(_, capture)| capture)
        .filter(|c| c.role == Role::Data && c.outcome == Outcome::New)
        .filter(|c| {
            c.snapshot.is_some_and(|digest| seen.insert((c.url.clone(), digest, c.captured_at)))
        })
        .collect()
}

/// Those that no review found to be none of the source's, and of each other what is said of it.
pub(crate) fn without_discarded<'a>(
    source: &Source,
    mut inputs: Vec<&'a Capture>,
) -> (Vec<&'a Capture>, Vec<String>) {
    let mut said = Vec::new();
    inputs.retain(|capture| {
        let is_it = |file: &&Discarded| capture.snapshot == Some(file.snapshot);
        let Some(file) = source.discarded.iter().find(is_it) else { return true };
        said.push(format!("{}: discarded: {}", capture.url, file.reason));
        false
    });
    (inputs, said)
}

/// Builds one source from the archive. What was read before is recalled from `kept`, and what is
/// read is kept there; without it everything is read.
///
/// # Errors
/// Where the archive cannot be read or our own arithmetic fails; never for what was printed.
pub fn build(
    source: &Source,
    archive: &Archive,
    captures: &[Capture],
    kept: Option<&Kept>,
    threads: NonZeroUsize,
    parser: &Parser,
) -> Result<Built, Error> {
    let (inputs, discarded) = without_discarded(source, inputs(captures));
    let mut prints = Vec::new();
    let mut unplaced = Vec::new();
    let mut unrecognised = discarded;
    for (capture, printed) in read_all(&inputs, threads, |capture| {
        if let Some(printed) = kept.and_then(|kept| kept.recall(capture)) {
            return Ok(printed);
        }
        let printed = read(source, archive, capture, parser)?;
        if let Some(kept) = kept {
            kept.add(capture, &printed);
        }
        Ok(printed)
    })? {
        prints.extend(printed.prints);
        let snapshot = occasion(capture).snapshot;
        unplaced.extend(printed.issues.into_iter().map(|file| Unplaced { snapshot, file }));
        unrecognised
            .extend(printed.unrecognised.iter().map(|table| format!("{}: {table}", capture.url)));
    }
    let (files, files_read) = (inputs.len(), kept.map_or(inputs.len(), Kept::read));
    let tables = prints.len();
    tracing::info!(
        event = "tables_read",
        stage = "normalize",
        source = source.id,
        files,
        files_read,
        tables
    );
    let checked = portbook_check::check(source, prints, Keep::Counts)?;
    let held = checked.verdicts.iter().filter(|verdict| verdict.is_held()).count();
    tracing::info!(
        event = "checked",
        stage = "check",
        source = source.id,
        rows = checked.rows.len(),
        held
    );
    Ok(Built { checked, files: Vec::new(), unplaced, files_read, unrecognised })
}

/// What a source's files print, before it is judged.
///
/// # Errors
/// Where the archive cannot be read.
pub(crate) fn prints(
    source: &Source,
    archive: &Archive,
    captures: &[Capture],
    threads: NonZeroUsize,
    parser: &Parser,
) -> Result<Vec<Print>, Error> {
    let (inputs, _) = without_discarded(source, inputs(captures));
    let all = read_all(&inputs, threads, |capture| read(source, archive, capture, parser))?;
    Ok(all.into_iter().flat_map(|(_, printed)| printed.prints).collect())
}

/// Reads the files side by side; the order of the result is that of the captures.
fn read_all<'a>(
    inputs: &[&'a Capture],
    threads: NonZeroUsize,
    read: impl Fn(&Capture) -> Result<Printed, Error> + Sync,
) -> Result<Vec<(&'a Capture, Printed)>, Error> {
    let share = inputs.len().div_ceil(threads.get()).max(1);
    let shares: Vec<Result<Vec<_>, Error>> = std::thread::scope(|scope| {
        let workers: Vec<_> = inputs
            .chunks(share)
            .map(|share| {
                scope.spawn(|| share.iter().map(|capture| Ok((*capture, read(capture)?))).collect())
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("a panic of a reader is a defect and ends the run"))
            .collect()
    });
    let mut all = Vec::new();
    for share in shares {
        all.extend(share?);
    }
    Ok(all)
}

fn read(
    source: &Source,
    archive: &Archive,
    capture: &Capture,
    parser: &Parser,
) -> Result<Printed, Error> {
    let occasion = occasion(capture);
    let bytes = archive.get(&occasion.snapshot)?;
    let charset = printed::charset(capture.content_type.as_deref());
    match printed::read(&bytes, charset, source, &occasion, parser) {
        Ok(printed) => Ok(printed),
        Err(Error::Parse(error)) => {
            let issue = Issue {
                rule: "unreadable-file".to_owned(),
                file: capture.url.clone(),
                address: portbook_model::address::Address::default(),
                seen: error.to_string(),
                expected: "a file that a reader takes".to_owned(),
                nearest: Vec::new(),
            };
            let issues = vec![FileIssue { dataset: None, issue }];
            Ok(Printed { issues, ..Printed::default() })
        }
        Err(error) => Err(error),
    }
}

/// How a captured file came.
pub fn occasion(capture: &Capture) -> Occasion {
    Occasion {
        file: capture.url.clone(),
        snapshot: capture.snapshot.unwrap_or_else(|| Digest::of(b"")),
        bytes: capture.body_bytes,
        captured_at: capture.captured_at,
        listed_period: capture.listing.as_ref().and_then(|listing| listing.period.clone()),
        listed_date: capture.listing.as_ref().and_then(|listing| listing.date),
        period_fallback: None,
    }
}
