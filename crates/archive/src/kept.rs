//! What builds made of captures, kept so that only what is new is read again:
//! `runs/last-build/kept/<source>`, one record after another, each
//!
//! ```text
//! key 32 bytes · length 8 bytes, little-endian · SHA-256 of the content 32 bytes · content
//! ```
//!
//! It is no part of the archive: lost or damaged, it is made again. A record that is not whole ends
//! the file.

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use portbook_model::digest::Digest;

use crate::error::Result;
use crate::{aside, chain};

const HEAD_BYTES: usize = 32 + 8 + 32;

/// Records of one source, in the order they were kept.
#[derive(Debug, Default)]
pub struct Kept {
    pub records: Vec<(Digest, Vec<u8>)>,
    /// Bytes up to the end of the last whole record.
    whole_bytes: u64,
}

pub(crate) fn path(archive: &Path, source: &str) -> PathBuf {
    archive.join("runs").join("last-build").join("kept").join(source)
}

pub(crate) fn read(archive: &Path, source: &str) -> Result<Kept> {
    chain::check_name("source", source)?;
    let bytes = match fs_err::read(path(archive, source)) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Kept::default()),
        Err(error) => return Err(error.into()),
    };
    let mut kept = Kept::default();
    let mut rest = &bytes[..];
    while let Some((key, content, after)) = record(rest) {
        kept.records.push((key, content.to_vec()));
        kept.whole_bytes += (rest.len() - after.len()) as u64;
        rest = after;
    }
    Ok(kept)
}

fn record(bytes: &[u8]) -> Option<(Digest, &[u8], &[u8])> {
    let (head, rest) = bytes.split_at_checked(HEAD_BYTES)?;
    let digest = |at: usize| <[u8; 32]>::try_from(&head[at..at + 32]).map(Digest::from).ok();
    let length = u64::from_le_bytes(head[32..40].try_into().ok()?);
    let (content, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    (digest(40)? == Digest::of(content)).then_some((digest(0)?, content, rest))
}

/// Adds records behind those that are whole; where more than half would be of no use any more, the
/// file is written anew with what is `live`.
pub(crate) fn keep(
    archive: &Path,
    source: &str,
    before: &Kept,
    new: &[(Digest, Vec<u8>)],
    live: &BTreeSet<Digest>,
) -> Result<()> {
    let path = path(archive, source);
    aside::ensure_folder(path.parent().expect("a record lies in its folder"))?;
    let used = before.records.iter().filter(|(key, _)| live.contains(key));
    let used_bytes: usize = used.clone().map(|(_, content)| HEAD_BYTES + content.len()).sum();
    if (used_bytes as u64) < before.whole_bytes / 2 {
        let mut bytes = Vec::new();
        for (key, content) in used.chain(new) {
            put(&mut bytes, key, content);
        }
        return aside::write(&path, &bytes);
    }
    if new.is_empty() {
        return Ok(());
    }
    let mut bytes = Vec::new();
    for (key, content) in new {
        put(&mut bytes, key, content);
    }
    let mut options = fs_err::OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(false).open(&path)?;
    file.set_len(before.whole_bytes)?;
    std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0))?;
    file.write_all(&bytes)?;
    Ok(())
}

fn put(bytes: &mut Vec<u8>, key: &Digest, content: &[u8]) {
    bytes.extend_from_slice(key.as_bytes());
    bytes.extend_from_slice(&(content.len() as u64).to_le_bytes());
    bytes.extend_from_slice(Digest::of(content).as_bytes());
    bytes.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(archive: &Path, new: &[(Digest, Vec<u8>)], live: &[Digest]) -> Vec<Vec<u8>> {
        let before = read(archive, "us").unwrap();
        keep(archive, "us", &before, new, &live.iter().copied().collect()).unwrap();
        read(archive, "us").unwrap().records.into_iter().map(|(_, content)| content).collect()
    }

    #[test]
    fn records_are_added_and_useless_ones_leave() {
        let archive = tempfile::tempdir().unwrap();
        let (one, two, three) = (Digest::of(b"1"), Digest::of(b"2"), Digest::of(b"3"));
        let of = |key: Digest| (key, vec![key.as_bytes()[0]; 100]);
        assert_eq!(kept(archive.path(), &[of(one), of(two)], &[one, two]).len(), 2);
        assert_eq!(kept(archive.path(), &[of(three)], &[one, two, three]).len(), 3);
        assert_eq!(kept(archive.path(), &[], &[two, three]).len(), 3, "a third is not worth it");
        assert_eq!(kept(archive.path(), &[], &[three]), [of(three).1]);
    }

    #[test]
    fn a_record_that_is_not_whole_ends_the_file_and_is_written_over() {
        let archive = tempfile::tempdir().unwrap();
        let (one, two) = (Digest::of(b"1"), Digest::of(b"2"));
        kept(archive.path(), &[(one, b"first".to_vec()), (two, b"second".to_vec())], &[one, two]);
        let file = path(archive.path(), "us");
        let whole = fs_err::read(&file).unwrap();
        for cut in 0..whole.len() {
            fs_err::write(&file, &whole[..cut]).unwrap();
            let records = read(archive.path(), "us").unwrap().records.len();
            assert_eq!(records, usize::from(cut >= HEAD_BYTES + 5), "cut at {cut}");
            let again = kept(archive.path(), &[(two, b"second".to_vec())], &[one, two]);
            assert_eq!(again.last().unwrap(), b"second");
        }
        for at in 0..HEAD_BYTES + 5 {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs_err::write(&file, &bytes).unwrap();
            let records = read(archive.path(), "us").unwrap().records;
            assert!(records.is_empty() || records[0].0 != one, "a changed byte at {at}");
        }
    }
}
