//! Is the archive what was written? Every object, every line, every chain.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::error::Result;
use crate::{chain, objects, writer};

/// One damaged file, or one damaged line of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    pub path: PathBuf,
    /// One-based.
    pub line: Option<u64>,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    WrongDigest {
        expected: Digest,
        found: Digest,
    },
    LineUnreadable {
        why: String,
    },
    /// The line names a previous line that is not there, or that another line names too.
    ChainBroken {
        previous: Option<Digest>,
    },
    /// The last line has no end, and no run was killed that could have left it so.
    Torn,
    /// A capture names it, and it is not there.
    ObjectMissing {
        named_in: PathBuf,
    },
    WrongPlace,
    Unexpected,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongDigest { expected, found } => {
                write!(f, "got digest `{found}`, expected `{expected}`")
            }
            Self::LineUnreadable { why } => write!(f, "not a capture: {why}"),
            Self::ChainBroken { previous: Some(previous) } => {
                write!(f, "previous line `{previous}` is missing or named twice")
            }
            Self::ChainBroken { previous: None } => f.write_str("a second beginning of the chain"),
            Self::Torn => f.write_str("the last line has no end"),
            Self::ObjectMissing { named_in } => {
                write!(f, "missing, but named in `{}`", named_in.display())
            }
            Self::WrongPlace => f.write_str("the line belongs in another file"),
            Self::Unexpected => f.write_str("no part of an archive"),
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, " line {line}")?;
        }
        write!(f, ": {}", self.problem)
    }
}

pub(crate) fn verify(archive: &Path) -> Result<Vec<Damage>> {
    let mut damages = Vec::new();
    for path in chain::entries(archive)? {
        let name = path.file_name().unwrap_or_default();
        if !["objects", "captures", "runs"].iter().any(|known| name == *known) {
            damages.push(Damage::of(path, None, Problem::Unexpected));
        }
    }
    verify_objects(archive, &mut damages)?;
    for path in chain::entries(&chain::folder(archive))? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && chain::check_name("source", name).is_ok() {
            verify_source(archive, name, &mut damages)?;
        } else {
            damages.push(Damage::of(path, None, Problem::Unexpected));
        }
    }
    Ok(damages)
}

impl Damage {
    fn of(path: PathBuf, line: Option<u64>, problem: Problem) -> Self {
        Self { path, line, problem }
    }
}

fn verify_objects(archive: &Path, damages: &mut Vec<Damage>) -> Result<()> {
    for folder in chain::entries(&archive.join("objects"))? {
        if folder != objects::folder(archive) {
            damages.push(Damage::of(folder, None, Problem::Unexpected));
        }
    }
    for folder in chain::entries(&objects::folder(archive))? {
        if !folder.is_dir() {
            damages.push(Damage::of(folder, None, Problem::Unexpected));
            continue;
        }
        for path in chain::entries(&folder)? {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let Ok(expected) = name.parse::<Digest>() else {
                damages.push(Damage::of(path, None, Problem::Unexpected));
                continue;
            };
            let (found, _) = Digest::of_stream(fs_err::File::open(&path)?)?;
            if found != expected {
                damages.push(Damage::of(path, None, Problem::WrongDigest { expected, found }));
            } else if path != objects::path(archive, &expected) {
                damages.push(Damage::of(path, None, Problem::WrongPlace));
            }
        }
    }
    Ok(())
}

fn verify_source(archive: &Path, source: &str, damages: &mut Vec<Damage>) -> Result<()> {
    for path in chain::entries(&chain::folder(archive).join(source))? {
        let known = path.extension().is_some_and(|known| known == "jsonl" || known == "torn");
        if !known {
            damages.push(Damage::of(path, None, Problem::Unexpected));
        }
    }
    let mut links = Vec::new();
    for path in chain::files(archive, source)? {
        let lines = chain::read(&path)?;
        for line in lines.whole {
            let at = |problem| Damage::of(path.clone(), Some(line.number), problem);
            let decoded = match line.decoded {
                Ok(decoded) => decoded,
                Err(problem) => {
                    damages.push(at(problem));
                    continue;
                }
            };
            let capture = &decoded.capture;
            if capture.source != source || chain::file_of(archive, capture) != path {
                damages.push(at(Problem::WrongPlace));
            }
            if let Some(digest) = &capture.snapshot {
                let object = objects::path(archive, digest);
                if !object.is_file() {
                    let problem = Problem::ObjectMissing { named_in: path.clone() };
                    damages.push(Damage::of(object, None, problem));
                }
            }
            links.push((path.clone(), line.number, decoded.previous, decoded.digest));
        }
        if !lines.torn.is_empty() && !is_leftover(archive, &lines.torn) {
            damages.push(Damage::of(path, None, Problem::Torn));
        }
    }
    verify_chain(&links, damages);
    Ok(())
}

/// Whether a last line without its end is one that a run was writing when it was killed, or is
/// writing now; a line that is whole but for a changed line end is damage.
pub(crate) fn is_leftover(archive: &Path, torn: &[u8]) -> bool {
    let is_whole = |line: &[u8]| chain::decode(line).is_ok();
    let changed_end = torn.split_last().is_some_and(|(_, line)| is_whole(line));
    !torn.is_empty() && writer::is_unended(archive) && !changed_end
}

/// Every line names one line that is there, no two the same, and only one names none.
pub(crate) fn verify_chain(
    links: &[(PathBuf, u64, Option<Digest>, Digest)],
    damages: &mut Vec<Damage>,
) {
    let held: BTreeSet<_> = links.iter().map(|(.., digest)| *digest).collect();
    let mut named = BTreeSet::new();
    for (path, line, previous, _) in links {
        let first = named.insert(*previous);
        if !first || previous.is_some_and(|digest| !held.contains(&digest)) {
            let problem = Problem::ChainBroken { previous: *previous };
            damages.push(Damage::of(path.clone(), Some(*line), problem));
        }
    }
}
