//! `portbook reproduce`: what a lock pins, made again with the network off, and compared.
//!
//! Only pinned captures are built from, however much the archive holds besides, and only the
//! sources that the lock names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use portbook_archive::archive::Archive;
use portbook_archive::bundle::{self, Limits, MAGIC, unpack};
use portbook_archive::capture::Capture;
use portbook_model::digest::Digest;
use portbook_publish::record::current;
use portbook_source::load::Source;
use serde::Serialize;

use crate::build::{build, inputs};
use crate::bulk;
use crate::error::Error;
use crate::judged::judge;
use crate::lock::{CaptureLock, Lock, SourceLock, code_lists, files, outputs};
use crate::published::{Shown, program, publish};
use crate::settings::Settings;

/// Name of the lock in a bundle.
pub const LOCK: &str = "portbook.lock";
/// Folder of the sources in a bundle.
pub const PIPELINES: &str = "pipelines";

/// What reproducing came to.
#[derive(Clone, Debug, Serialize)]
pub struct Reproduced {
    pub sources: usize,
    pub captures: usize,
    /// Inputs that are missing or other than pinned; if there are any, nothing was built.
    pub inputs: Vec<Trouble>,
    /// Where the files were made again.
    pub output: PathBuf,
    /// Files that the lock names.
    pub files: usize,
    /// Files made again to the byte.
    pub same: usize,
    /// Files that differ, are missing, or were never pinned.
    pub differing: Vec<Trouble>,
}

/// Something that is not as the lock says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Trouble {
    pub what: String,
    pub problem: String,
    pub hint: String,
}

/// What a lock pins, found again.
pub(crate) struct Pinned {
    pub(crate) sources: Vec<Source>,
    /// Captures of each source, in the order of `sources`.
    pub(crate) captures: Vec<Vec<Capture>>,
    pub(crate) troubles: Vec<Trouble>,
}

/// Makes what a lock or a bundle pins again, in `to/output`.
///
/// # Errors
/// Where `to` holds something, or lock, bundle or archive cannot be read. What differs is in the
/// result.
pub fn reproduce(settings: &Settings, from: &Path, to: &Path) -> Result<Reproduced, Error> {
    if to.exists() && fs_err::read_dir(to)?.next().is_some() {
        return Err(Error::NotEmpty { folder: to.to_owned() });
    }
    let mut settings = settings.clone();
    let lock = if is_bundle(from)? {
        unpack(from, to, &Limits::standard())?;
        settings.archive = to.join(bundle::ARCHIVE);
        settings.pipelines = to.join(PIPELINES);
        Lock::read(&to.join(LOCK))?
    } else {
        Lock::read(from)?
    };
    settings.output = to.join("output");
    let pinned = Pinned::of(&settings, &lock)?;
    let mut reproduced = Reproduced {
        sources: lock.source.len(),
        captures: lock.capture_count(),
        inputs: pinned.troubles,
        output: settings.output.clone(),
        files: lock.output.len(),
        same: 0,
        differing: Vec::new(),
    };
    if !reproduced.inputs.is_empty() {
        return Ok(reproduced);
    }
    let archive = Archive::open(&settings.archive)?;
    let built = pinned.sources.iter().zip(&pinned.captures).map(|(source, captures)| {
        if source.is_bulk() {
            let folder = to.join("bulk").join(source.column());
            return Ok(bulk::build(&settings, source, &archive, captures, None, &folder)?.0);
        }
        build(source, &archive, captures, None, settings.threads, &settings.parser)
    });
    let built = built.collect::<Result<Vec<_>, _>>()?;
    let shown = pinned.sources.iter().zip(&pinned.captures).zip(built);
    let shown = shown.map(|((source, captures), built)| {
        let judged = judge(source, captures, &built);
        Shown::built(source, built, judged)
    });
    publish(&settings, shown.collect())?;
    let made = current(&settings.output)?.as_ref().map(outputs).unwrap_or_default();
    reproduced.compare(&lock, &made);
    Ok(reproduced)
}

fn is_bundle(from: &Path) -> Result<bool, Error> {
    use std::io::Read as _;
    let unreadable = |source| Error::Unreadable { path: from.to_owned(), source };
    let mut first = Vec::new();
    let file = fs_err::File::open(from).map_err(unreadable)?;
    file.take(MAGIC.len() as u64).read_to_end(&mut first).map_err(unreadable)?;
    Ok(first == MAGIC)
}

impl Reproduced {
    /// Whether every file was made again to the byte.
    pub fn is_same(&self) -> bool {
        self.inputs.is_empty() && self.differing.is_empty()
    }

    fn compare(&mut self, lock: &Lock, made: &[crate::lock::OutputLock]) {
        let by_path: BTreeMap<&str, &crate::lock::OutputLock> =
            made.iter().map(|file| (file.path.as_str(), file)).collect();
        let differs = |path: &str, problem: String| {
            Trouble {
            what: path.to_owned(),
            problem,
            hint: "the program is not the one that made the lock, or a build is not reproducible: report it".to_owned(),
        }
        };
        for file in &lock.output {
            match by_path.get(file.path.as_str()) {
                None => {
                    self.differing.push(differs(&file.path, "it was not made again".to_owned()));
                }
                Some(again) if again.sha256 == file.sha256 => self.same += 1,
                Some(again) => {
                    let problem = format!(
                        "got {} ({} rows), expected {} ({} rows)",
                        again.sha256, again.rows, file.sha256, file.rows
                    );
                    self.differing.push(differs(&file.path, problem));
                }
            }
        }
        let pinned: BTreeSet<&str> = lock.output.iter().map(|file| file.path.as_str()).collect();
        let extra = made.iter().filter(|file| !pinned.contains(file.path.as_str()));
        self.differing
            .extend(extra.map(|file| differs(&file.path, "the lock has no such file".to_owned())));
    }
}

impl Pinned {
    /// Finds everything that a lock pins; each that is missing or other is named.
    ///
    /// # Errors
    /// Where the archive's index is damaged.
    pub(crate) fn of(settings: &Settings, lock: &Lock) -> Result<Self, Error> {
        let mut troubles = program_troubles(lock);
        let mut sources = Vec::new();
        let mut captures = Vec::new();
        if !settings.archive.is_dir() {
            let source = std::io::Error::from(std::io::ErrorKind::NotFound);
            return Err(Error::Unreadable { path: settings.archive.clone(), source });
        }
        let archive = Archive::open(&settings.archive)?;
        for pinned in &lock.source {
            match Source::load(&settings.pipelines, &pinned.id) {
                Ok(source) => {
                    let changed = changed_files(&source, pinned);
                    if changed.is_empty() {
                        captures.push(pinned_captures(&archive, &source, pinned, &mut troubles)?);
                        sources.push(source);
                    }
                    troubles.extend(changed);
                }
                Err(error) => troubles.push(Trouble {
                    what: format!("{}/{}", settings.pipelines.display(), pinned.id),
                    problem: error.to_string(),
                    hint: PIPELINES_HINT.to_owned(),
                }),
            }
        }
        Ok(Self { sources, captures, troubles })
    }
}

const PIPELINES_HINT: &str =
    "take the pipelines of the day the lock was made, from version control or an export";
const PROGRAM_HINT: &str = "take the version of Portbook that made the lock";
const ARCHIVE_HINT: &str = "name the archive that holds it with --archive, or ask for an export";

fn program_troubles(lock: &Lock) -> Vec<Trouble> {
    let other = |what: &str, got: String, expected: String| Trouble {
        what: what.to_owned(),
        problem: format!("got {got}, expected {expected}"),
        hint: PROGRAM_HINT.to_owned(),
    };
    let mut troubles = Vec::new();
    if program() != lock.program {
        troubles.push(other("program", format!("`{}`", program()), format!("`{}`", lock.program)));
    }
    let ours = code_lists();
    let told = |digest: Option<&Digest>| digest.map_or("none".to_owned(), Digest::to_string);
    let names: BTreeSet<&String> = ours.keys().chain(lock.codelist.keys()).collect();
    for name in names {
        let (got, expected) = (ours.get(name), lock.codelist.get(name));
        if got != expected {
            troubles.push(other(&format!("code list {name}"), told(got), told(expected)));
        }
    }
    troubles
}

fn changed_files(source: &Source, pinned: &SourceLock) -> Vec<Trouble> {
    let ours: BTreeMap<String, Digest> =
        files(source).into_iter().map(|file| (file.name, file.sha256)).collect();
    let theirs: BTreeMap<&String, Digest> =
        pinned.files.iter().map(|file| (&file.name, file.sha256)).collect();
    let names: BTreeSet<&String> = ours.keys().chain(theirs.keys().copied()).collect();
    let told = |digest: Option<&Digest>| digest.map_or("none".to_owned(), Digest::to_string);
    let changed = names.into_iter().filter(|name| ours.get(*name) != theirs.get(*name));
    let trouble = changed.map(|name| Trouble {
        what: source.folder.join(name).display().to_string(),
        problem: format!("got {}, expected {}", told(ours.get(name)), told(theirs.get(name))),
        hint: PIPELINES_HINT.to_owned(),
    });
    trouble.collect()
}

/// The captures that are pinned, in the archive's order, each with its bytes re-hashed.
fn pinned_captures(
    archive: &Archive,
    source: &Source,
    pinned: &SourceLock,
    troubles: &mut Vec<Trouble>,
) -> Result<Vec<Capture>, Error> {
    let held = archive.captures(&source.column())?;
    let mut by_pin: BTreeMap<CaptureLock, &Capture> = BTreeMap::new();
    for capture in inputs(&held) {
        by_pin.insert(CaptureLock::of(capture)?, capture);
    }
    let mut hashed = BTreeSet::new();
    for pin in &pinned.captures {
        let same_answer = |other: &&CaptureLock| {
            (other.captured_at, &other.url, other.snapshot)
                == (pin.captured_at, &pin.url, pin.snapshot)
        };
        let problem = match by_pin.get(pin) {
            Some(_) if !hashed.insert(pin.snapshot) => None,
            Some(_) => archive.get(&pin.snapshot).err().map(|error| error.to_string()),
            None => Some(match by_pin.keys().find(same_answer) {
                Some(other) => {
                    format!("noted otherwise: got {}, expected {}", other.capture, pin.capture)
                }
                None => "the archive does not hold it".to_owned(),
            }),
        };
        troubles.extend(problem.map(|problem| Trouble {
            what: format!("{} capture of {} at {}", pinned.id, pin.url, pin.captured_at),
            problem,
            hint: ARCHIVE_HINT.to_owned(),
        }));
    }
    let pins: BTreeSet<&CaptureLock> = pinned.captures.iter().collect();
    let chosen = by_pin.iter().filter(|(pin, _)| pins.contains(pin)).map(|(_, capture)| *capture);
    let chosen: BTreeSet<*const Capture> = chosen.map(std::ptr::from_ref).collect();
    Ok(held
        .iter()
        .filter(|capture| chosen.contains(&std::ptr::from_ref(*capture)))
        .cloned()
        .collect())
}
