//! `captures/<source>/<YYYY-MM>.jsonl`: one line per capture. A line ends with the SHA-256 of the
//! line before it in the source's chain (across months) and with its own:
//!
//! ```text
//! {…the capture…,"previous":"<sha256 of the previous line>"|null,"line_sha256":"<sha256>"}
//! ```
//!
//! `line_sha256` is over the line with that one member taken out; `previous` is over a whole line,
//! without its line end. A line goes into the month it was captured in, so the chain may lead from
//! a later month back to an earlier one: it is followed by digest, not by place.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::aside;
use crate::capture::Capture;
use crate::error::{Error, Result};
use crate::verify::Problem;

const PREVIOUS: &str = ",\"previous\":";
const OWN: &str = ",\"line_sha256\":";

pub(crate) fn folder(archive: &Path) -> PathBuf {
    archive.join("captures")
}

/// The file a capture belongs in: the month of `captured_at`, UTC.
pub(crate) fn file_of(archive: &Path, capture: &Capture) -> PathBuf {
    let month = capture.captured_at.strftime("%Y-%m");
    folder(archive).join(&capture.source).join(format!("{month}.jsonl"))
}

pub(crate) fn encode(capture: &Capture, previous: Option<Digest>) -> Result<String> {
    let mut text = serde_json::to_string(capture)?;
    text.pop();
    let previous = previous.map_or("null".to_owned(), |digest| format!("\"{digest}\""));
    text.push_str(PREVIOUS);
    text.push_str(&previous);
    let own = Digest::of(format!("{text}}}").as_bytes());
    Ok(format!("{text}{OWN}\"{own}\"}}"))
}

#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    pub(crate) capture: Capture,
    pub(crate) previous: Option<Digest>,
    /// SHA-256 of the whole line: what the next line's `previous` says.
    pub(crate) digest: Digest,
}

pub(crate) fn decode(line: &[u8]) -> std::result::Result<Decoded, Problem> {
    let unreadable = |why: &str| Problem::LineUnreadable { why: why.to_owned() };
    let text = std::str::from_utf8(line).map_err(|_| unreadable("not UTF-8"))?;
    let (content, own) = text.rsplit_once(OWN).ok_or_else(|| unreadable("no `line_sha256`"))?;
    let own = quoted(own.strip_suffix('}').unwrap_or("")).ok_or_else(|| unreadable("no digest"))?;
    let found = Digest::of(format!("{content}}}").as_bytes());
    if found != own {
        return Err(Problem::WrongDigest { expected: own, found });
    }
    let (capture, previous) =
        content.rsplit_once(PREVIOUS).ok_or_else(|| unreadable("no `previous`"))?;
    let previous = match previous {
        "null" => None,
        text => Some(quoted(text).ok_or_else(|| unreadable("`previous` is no digest"))?),
    };
    let capture = serde_json::from_str(&format!("{capture}}}"))
        .map_err(|error| unreadable(&error.to_string()))?;
    Ok(Decoded { capture, previous, digest: Digest::of(line) })
}

fn quoted(text: &str) -> Option<Digest> {
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    // Reading is more lenient than printing: a flipped bit that only changes the case counts too.
    text.parse().ok().filter(|digest: &Digest| digest.to_string() == text)
}

#[derive(Debug)]
pub(crate) struct Line {
    /// One-based.
    pub(crate) number: u64,
    pub(crate) decoded: std::result::Result<Decoded, Problem>,
}

/// The whole lines of one file, and what follows the last line end.
#[derive(Debug)]
pub(crate) struct Lines {
    pub(crate) whole: Vec<Line>,
    /// Bytes of a line that was not written to its end, or is being written now.
    pub(crate) torn: Vec<u8>,
    pub(crate) whole_bytes: u64,
}

pub(crate) fn read(file: &Path) -> Result<Lines> {
    let bytes = fs_err::read(file)?;
    let whole_bytes = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let mut lines = Vec::new();
    for line in bytes[..whole_bytes].split_inclusive(|&byte| byte == b'\n') {
        let number = lines.len() as u64 + 1;
        lines.push(Line { number, decoded: decode(&line[..line.len() - 1]) });
    }
    Ok(Lines { whole: lines, torn: bytes[whole_bytes..].to_vec(), whole_bytes: whole_bytes as u64 })
}

/// Whether the last line was written to its end, by the last byte alone.
pub(crate) fn ends_whole(file: &Path) -> Result<bool> {
    let mut open = fs_err::File::open(file)?;
    if open.metadata()?.len() == 0 {
        return Ok(true);
    }
    open.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    open.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// The number and content of every whole line.
pub(crate) fn decoded(file: &Path) -> Result<Vec<(u64, Decoded)>> {
    let lines = read(file)?.whole.into_iter().map(|line| {
        let bad = |problem: Problem| Error::BadLine {
            path: file.to_owned(),
            line: line.number,
            problem: problem.to_string(),
        };
        Ok((line.number, line.decoded.map_err(bad)?))
    });
    lines.collect()
}

/// The files of a source in order of month; none if it has no captures.
pub(crate) fn files(archive: &Path, source: &str) -> Result<Vec<PathBuf>> {
    check_name("source", source)?;
    let names = entries(&folder(archive).join(source))?;
    Ok(names.into_iter().filter(|path| path.extension().is_some_and(|e| e == "jsonl")).collect())
}

pub(crate) fn sources(archive: &Path) -> Result<Vec<String>> {
    let folders = entries(&folder(archive))?.into_iter().filter(|path| path.is_dir());
    Ok(folders
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .filter(|name| check_name("source", name).is_ok())
        .collect())
}

/// What lies in a folder, by name, leftovers aside; nothing if there is no folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = match fs_err::read_dir(folder) {
        Ok(read) => read,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut paths = Vec::new();
    for entry in read {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with(aside::PREFIX) {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// The digest the next line of a source must name: that of the one line no other line names.
pub(crate) fn end(archive: &Path, source: &str) -> Result<Option<Digest>> {
    let (mut lines, mut named) = (BTreeSet::new(), BTreeSet::new());
    for file in files(archive, source)? {
        for (_, decoded) in decoded(&file)? {
            lines.insert(decoded.digest);
            named.extend(decoded.previous);
        }
    }
    let ends: Vec<_> = lines.difference(&named).copied().collect();
    match ends[..] {
        [] if lines.is_empty() => Ok(None),
        [end] => Ok(Some(end)),
        _ => Err(Error::BrokenChain { path: folder(archive).join(source), ends: ends.len() }),
    }
}

/// Names that become names of files.
pub(crate) fn check_name(what: &'static str, name: &str) -> Result<()> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !name.is_empty() && name.len() <= 128 && name.chars().all(allowed) && !name.starts_with('.')
    {
        return Ok(());
    }
    Err(Error::BadName { what, name: name.to_owned() })
}
