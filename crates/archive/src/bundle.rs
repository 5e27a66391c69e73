//! Part of an archive, with other files beside it, as one `.tar.zst` that can be carried to another
//! machine: the same contents give the same bytes, and unpacking trusts none of it.
//!
//! ```text
//! archive/objects/…, archive/captures/…    an archive of its own: chains are made anew
//! <files beside it>
//! ```

use std::collections::BTreeMap;
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::{Component, Path, PathBuf};

use portbook_model::digest::Digest;

use crate::archive::Archive;
use crate::capture::Capture;
use crate::error::{Error, Result};
use crate::{aside, chain, objects};

/// Bytes written at a time.
const CHUNK_BYTES: usize = 64 << 10;

/// Folder of the archive in a bundle.
pub const ARCHIVE: &str = "archive";

/// What a bundle begins with.
pub const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// More costs much time and saves little: snapshots are compressed already, or small.
const ZSTD_LEVEL: i32 = 10;

/// What unpacking may cost.
#[derive(Clone, Debug)]
pub struct Limits {
    pub entries_max: u64,
    /// Bytes of one file.
    pub entry_bytes_max: u64,
    /// Bytes of all files together.
    pub bytes_max: u64,
    /// Bytes of a path.
    pub path_bytes_max: usize,
    /// Binary logarithm of the memory that unpacking may ask for.
    pub window_log_max: u32,
}

impl Limits {
    /// A snapshot is 512 MiB at most; sixty-four times that together.
    pub const fn standard() -> Self {
        Self {
            entries_max: 1_000_000,
            entry_bytes_max: 512 << 20,
            bytes_max: 32 << 30,
            path_bytes_max: 250,
            window_log_max: 27,
        }
    }
}

/// What was packed or unpacked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counted {
    pub files: u64,
    /// Bytes of the files, not packed.
    pub bytes: u64,
}

enum Item<'a> {
    Text(&'a [u8]),
    Lines(String),
    Object(Digest),
}

/// Writes a bundle of these captures, in their order, and the files beside them.
///
/// # Errors
/// `MissingObject` and `WrongDigest` where the archive does not hold what a capture names.
pub fn pack(
    archive: &Archive,
    captures: &[Capture],
    beside: &BTreeMap<String, Vec<u8>>,
    to: &Path,
) -> Result<Counted> {
    let mut items: BTreeMap<String, Item<'_>> = BTreeMap::new();
    for (path, bytes) in beside {
        items.insert(path.clone(), Item::Text(bytes));
    }
    let within = |path: &Path| format!("{ARCHIVE}/{}", path.display());
    let mut ends: BTreeMap<&str, Digest> = BTreeMap::new();
    for capture in captures {
        let line = chain::encode(capture, ends.get(capture.source.as_str()).copied())?;
        ends.insert(&capture.source, Digest::of(line.as_bytes()));
        let file = within(&chain::file_of(Path::new(""), capture));
        let lines = items.entry(file).or_insert_with(|| Item::Lines(String::new()));
        if let Item::Lines(lines) = lines {
            lines.push_str(&line);
            lines.push('\n');
        }
        if let Some(digest) = capture.snapshot {
            items.insert(within(&objects::path(Path::new(""), &digest)), Item::Object(digest));
        }
    }
    let mut counted = Counted::default();
    aside::stream(to, |file| {
        let mut zstd = zstd::Encoder::new(BufWriter::new(file), ZSTD_LEVEL)?;
        zstd.include_checksum(true)?;
        let mut tar = tar::Builder::new(zstd);
        for (path, item) in &items {
            let held;
            let bytes = match item {
                Item::Text(bytes) => bytes,
                Item::Lines(lines) => lines.as_bytes(),
                Item::Object(digest) => {
                    held = archive.get(digest)?;
                    &held
                }
            };
            tar.append(&header(path, bytes.len() as u64)?, bytes)?;
            counted.files += 1;
            counted.bytes += bytes.len() as u64;
        }
        tar.into_inner()?.finish()?.flush()?;
        Ok(())
    })?;
    Ok(counted)
}

/// A plain file of no owner and no date.
fn header(path: &str, bytes: u64) -> Result<tar::Header> {
    let mut header = tar::Header::new_ustar();
    header.set_path(path)?;
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o644);
    header.set_size(bytes);
    header.set_mtime(0);
    header.set_uid(0);
    header.set_gid(0);
    header.set_cksum();
    Ok(header)
}

/// Unpacks a bundle into a folder that is not there yet, or empty.
///
/// # Errors
/// `BadBundle` for everything that [`pack`] does not write, before it is written anywhere: a path
/// that leads elsewhere, a link, a file twice, more than the limits allow.
pub fn unpack(from: &Path, to: &Path, limits: &Limits) -> Result<Counted> {
    let is_there = to.exists();
    if is_there && fs_err::read_dir(to)?.next().is_some() {
        let problem = format!("`{}` is not empty", to.display());
        return Err(Error::BadBundle { path: from.to_owned(), problem });
    }
    let unpacked = unpack_into(from, to, limits);
    if unpacked.is_err() && to.exists() {
        // Half of a bundle is none, and would stand in the way of a whole one.
        for entry in fs_err::read_dir(to)? {
            let path = entry?.path();
            if path.is_dir() { fs_err::remove_dir_all(path)? } else { fs_err::remove_file(path)? }
        }
        if !is_there {
            fs_err::remove_dir(to)?;
        }
    }
    unpacked
}

fn unpack_into(from: &Path, to: &Path, limits: &Limits) -> Result<Counted> {
    let bad = |problem: String| Error::BadBundle { path: from.to_owned(), problem };
    let mut zstd = zstd::Decoder::new(BufReader::new(fs_err::File::open(from)?))?;
    zstd.window_log_max(limits.window_log_max)?;
    // Headers and padding too are counted.
    let mut tar = tar::Archive::new(zstd.take(limits.bytes_max.saturating_mul(2)));
    let mut counted = Counted::default();
    // Raw: what would stretch or rename the next entry is an entry, and refused.
    for entry in tar.entries()?.raw(true) {
        let mut entry = entry.map_err(|error| bad(error.to_string()))?;
        let path = entry.path_bytes().into_owned();
        let named = String::from_utf8_lossy(&path).into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular {
            return Err(bad(format!("`{named}` is no plain file")));
        }
        let inside = inside(&path, limits)
            .ok_or_else(|| bad(format!("got path `{named}`, expected one inside the bundle")))?;
        let bytes = entry.size();
        counted.files += 1;
        counted.bytes = counted.bytes.saturating_add(bytes);
        for (what, seen, max) in [
            ("files", counted.files, limits.entries_max),
            ("bytes of one file", bytes, limits.entry_bytes_max),
            ("bytes of all files", counted.bytes, limits.bytes_max),
        ] {
            if seen > max {
                return Err(bad(format!("`{named}`: got {seen} {what}, expected at most {max}")));
            }
        }
        let target = to.join(inside);
        fs_err::create_dir_all(target.parent().expect("a path inside has a folder"))?;
        let open = fs_err::OpenOptions::new().write(true).create_new(true).open(&target);
        let mut file = match open {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(bad(format!("`{named}` is there twice")));
            }
            open => open?,
        };
        let mut chunk = vec![0; CHUNK_BYTES];
        let mut written = 0;
        loop {
            let read =
                entry.read(&mut chunk).map_err(|error| bad(format!("`{named}`: {error}")))?;
            if read == 0 {
                break;
            }
            file.write_all(&chunk[..read])?;
            written += read as u64;
        }
        if written != bytes {
            return Err(bad(format!("`{named}` ends early")));
        }
    }
    if counted.files == 0 {
        return Err(bad("got no file in it".to_owned()));
    }
    // To its end, where its checksum stands.
    io::copy(&mut tar.into_inner(), &mut io::sink()).map_err(|error| bad(error.to_string()))?;
    Ok(counted)
}

/// The path, if every part of it is a plain name.
fn inside(path: &[u8], limits: &Limits) -> Option<PathBuf> {
    let text = std::str::from_utf8(path).ok().filter(|text| text.len() <= limits.path_bytes_max)?;
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    if text.is_empty() || !text.chars().all(safe) {
        return None;
    }
    let parts: Vec<Component<'_>> = Path::new(text).components().collect();
    let is_plain = |part: &Component<'_>| match part {
        Component::Normal(name) => !name.to_string_lossy().starts_with('.'),
        _ => false,
    };
    // `a//b` and `a/./b` would be other ways to write one path.
    let is_one =
        parts.iter().map(|part| part.as_os_str().len() + 1).sum::<usize>() == text.len() + 1;
    (is_one && parts.iter().all(is_plain)).then(|| PathBuf::from(text))
}

#[cfg(test)]
mod tests;
