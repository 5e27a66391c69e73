//! The work list: which bytes of which files are read, and the number of the first record of each
//! range. A file is read once for its digest and for the places where it may be cut.

use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use memchr::memchr_iter;
use portbook_model::digest::Digest;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::content::Place;
use crate::error::Result;
use crate::head::Head;

/// Bytes of a range, about: small enough that all cores have work to the end.
const RANGE_BYTES: u64 = 16 << 20;
const CHUNK_BYTES: usize = 1 << 20;

/// A file to be read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Input {
    pub path: PathBuf,
    /// The member that was read, where the file is an archive.
    pub member: Option<String>,
    /// Of the text.
    pub bytes: u64,
    pub digest: Digest,
    pub records: u64,
    pub ranges: Vec<Range>,
}

/// Some lines of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// First byte.
    pub start: u64,
    /// Past the last byte.
    pub end: u64,
    /// Number of its first record.
    pub first: u64,
    /// Of its bytes, where others than this process read them: `Seal::Ranges`.
    pub digest: Option<Digest>,
}

/// What is hashed while a file is cut into ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seal {
    Files,
    /// Every range beside: whoever reads it later knows that it reads the same bytes.
    Ranges,
}

/// Cuts the text below its head at line ends. A member is a stream, and so one range.
pub(crate) fn survey(path: &Path, head: &Head, seal: Seal) -> Result<Input> {
    let member = head.member.as_deref();
    let range_bytes = if member.is_some() { u64::MAX } else { RANGE_BYTES };
    let mut surveyor = Surveyor::new(head.body_at, range_bytes, seal);
    let mut sha = Sha256::new();
    let place = Place { path, member };
    place.read(|text| {
        each_chunk(&place, text, |chunk| {
            if member.is_none() {
                sha.update(chunk);
            }
            surveyor.take(chunk);
        })
    })?;
    if member.is_some() {
        let whole = Place { path, member: None };
        whole.read(|file| each_chunk(&whole, file, |chunk| sha.update(chunk)))?;
    }
    let (ranges, bytes, records) = surveyor.finish();
    let digest = Digest::from(<[u8; 32]>::from(sha.finalize()));
    Ok(Input { path: path.to_owned(), member: head.member.clone(), bytes, digest, records, ranges })
}

fn each_chunk(place: &Place<'_>, text: &mut dyn Read, mut take: impl FnMut(&[u8])) -> Result<()> {
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let read = text.read(&mut chunk).map_err(|source| place.unreadable(source))?;
        if read == 0 {
            return Ok(());
        }
        take(&chunk[..read]);
    }
}

/// Reads the bytes of a range as a stream.
pub(crate) fn read<R>(
    place: &Place<'_>,
    range: Range,
    with: impl FnOnce(&mut dyn Read) -> Result<R>,
) -> Result<R> {
    let unreadable = |source| place.unreadable(source);
    if place.member.is_none() {
        let (mut file, _) = fs_err::File::open(place.path).map_err(unreadable)?.into_parts();
        file.seek(SeekFrom::Start(range.start)).map_err(unreadable)?;
        return with(&mut file.take(range.end - range.start));
    }
    place.read(|text| {
        std::io::copy(&mut text.take(range.start), &mut std::io::sink()).map_err(unreadable)?;
        with(&mut text.take(range.end - range.start))
    })
}

/// Counts records and notes where ranges may end.
struct Surveyor {
    body_at: u64,
    range_bytes: u64,
    /// Bytes seen.
    at: u64,
    /// Where the line at hand begins; its number, if it is one.
    line_at: u64,
    records: u64,
    ranges: Vec<Range>,
    /// The byte before the one at hand.
    last: u8,
    sealing: Option<Sealing>,
}

/// Hashes the range at hand.
struct Sealing {
    sha: Sha256,
    /// Past the last byte that was hashed.
    at: u64,
}

impl Sealing {
    /// Takes the bytes before `end` of a chunk that begins at `start`.
    fn take(&mut self, chunk: &[u8], start: u64, end: u64) {
        let place = |at: u64| usize::try_from(at.saturating_sub(start)).expect("in a chunk");
        if end > self.at {
            self.sha.update(&chunk[place(self.at)..place(end)]);
            self.at = end;
        }
    }

    fn digest(&mut self) -> Digest {
        Digest::from(<[u8; 32]>::from(std::mem::take(&mut self.sha).finalize()))
    }
}

impl Surveyor {
    fn new(body_at: u64, range_bytes: u64, seal: Seal) -> Self {
        let first = Range { start: body_at, end: body_at, first: 1, digest: None };
        let sealing = Sealing { sha: Sha256::new(), at: body_at };
        Self {
            body_at,
            range_bytes,
            at: 0,
            line_at: body_at,
            records: 0,
            ranges: vec![first],
            last: 0,
            sealing: (seal == Seal::Ranges).then_some(sealing),
        }
    }

    fn take(&mut self, chunk: &[u8]) {
        for at in memchr_iter(b'\n', chunk) {
            let end = self.at + at as u64;
            if end < self.body_at {
                continue;
            }
            let before = if at > 0 { chunk[at - 1] } else { self.last };
            self.line(end, before);
            self.line_at = end + 1;
            let range = self.ranges.last_mut().expect("there is a first range");
            if self.line_at - range.start >= self.range_bytes {
                range.end = self.line_at;
                if let Some(sealing) = &mut self.sealing {
                    sealing.take(chunk, self.at, self.line_at);
                    range.digest = Some(sealing.digest());
                }
                let (start, end, first) = (self.line_at, self.line_at, self.records + 1);
                self.ranges.push(Range { start, end, first, digest: None });
            }
        }
        let end = self.at + chunk.len() as u64;
        if let Some(sealing) = &mut self.sealing {
            sealing.take(chunk, self.at, end);
        }
        self.at = end;
        self.last = chunk.last().copied().unwrap_or(self.last);
    }

    /// A line that ends before the byte `end`, after the byte `before`.
    fn line(&mut self, end: u64, before: u8) {
        let bytes = end - self.line_at;
        let is_empty = bytes == 0 || (bytes == 1 && before == b'\r');
        self.records += u64::from(!is_empty);
    }

    fn finish(mut self) -> (Vec<Range>, u64, u64) {
        let (end, last) = (self.at.max(self.line_at), self.last);
        self.line(end, last);
        if let Some(range) = self.ranges.last_mut() {
            range.end = end;
            range.digest = self.sealing.as_mut().map(Sealing::digest);
        }
        self.ranges.retain(|range| range.end > range.start);
        (self.ranges, self.at, self.records)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survey(text: &[u8], body_at: u64, range_bytes: u64, chunk: usize) -> (Vec<Range>, u64) {
        let mut surveyor = Surveyor::new(body_at, range_bytes, Seal::Ranges);
        text.chunks(chunk).for_each(|chunk| surveyor.take(chunk));
        let (ranges, bytes, records) = surveyor.finish();
        assert_eq!(bytes, text.len() as u64);
        let of =
            |range: &Range| Digest::of(&text[range.start as usize..range.end.min(bytes) as usize]);
        assert!(ranges.iter().all(|range| range.digest == Some(of(range))), "{chunk}");
        (ranges, records)
    }

    #[test]
    fn ranges_end_with_lines_and_know_their_first_record() {
        let text = b"head\n1;1\n\r\n2;2\n\n3;3";
        for chunk in 1..text.len() {
            let (ranges, records) = survey(text, 5, 6, chunk);
            assert_eq!(records, 3, "{chunk}");
            let places: Vec<_> = ranges.iter().map(|r| (r.start, r.end, r.first)).collect();
            assert_eq!(
                places,
                [(5, 11, 2), (11, 19, 2)].map(|(start, end, first)| {
                    (start, end, if start == 5 { 1 } else { first })
                }),
                "{chunk}"
            );
        }
    }

    #[test]
    fn a_file_of_a_head_alone_has_no_range() {
        assert_eq!(survey(b"head\n", 5, 6, 3), (Vec::new(), 0));
        assert_eq!(survey(b"head", 4, 6, 3), (Vec::new(), 0));
    }
}
