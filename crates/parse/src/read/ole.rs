//! The compound file that an `.xls` is, just far enough to look at the workbook's records before
//! the reader does. After [MS-CFB]. Every chain is bounded by the file's length.

use crate::error::Error;

const MAX_REGULAR: u32 = 0xFFFF_FFFA;
const HEADER_FAT_ENTRIES: usize = 109;
const ENTRY_BYTES: usize = 128;
const MINI_SECTOR_BYTES: usize = 64;
const MINI_STREAM_BYTES_MAX: u64 = 4096;

/// A compound file with its tables read.
pub(super) struct Ole<'a> {
    bytes: &'a [u8],
    sector_bytes: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Clone)]
struct Entry {
    name: String,
    start: u32,
    bytes: u64,
}

fn fault(reason: impl Into<String>) -> Error {
    Error::Ole { reason: reason.into() }
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).filter_map(|chunk| u32_at(chunk, 0))
}

impl<'a> Ole<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        let short = || fault("the header is cut short");
        let header = |at| u32_at(bytes, at).ok_or_else(short);
        let sector_bytes = match u16_at(bytes, 30).ok_or_else(short)? {
            9 => 512,
            12 => 4096,
            shift => return Err(fault(format!("got a sector shift of {shift}, expected 9 or 12"))),
        };
        let mut ole = Self {
            bytes,
            sector_bytes,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        ole.fat = ole.fat_of(header(68)?)?;
        ole.entries = ole.entries_of(header(48)?)?;
        if header(64)? > 0 {
            let mini_fat = ole.chain(header(60)?, u64::MAX)?;
            ole.mini_fat = words(&mini_fat).collect();
            let root = ole.entries.first().ok_or_else(|| fault("it has no root entry"))?;
            ole.mini_stream = ole.chain(root.start, root.bytes)?;
        }
        Ok(ole)
    }

    /// A stream of one of these names, the first that is there.
    pub(super) fn stream(&self, names: &[&str]) -> Result<Option<Vec<u8>>, Error> {
        let named =
            |name: &&str| self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name));
        let Some(entry) = names.iter().find_map(named) else { return Ok(None) };
        if entry.bytes >= MINI_STREAM_BYTES_MAX {
            return self.chain(entry.start, entry.bytes).map(Some);
        }
        let length = usize::try_from(entry.bytes).map_err(|_| fault("a stream is too long"))?;
        let mut stream = Vec::with_capacity(length);
        let mut sector = entry.start;
        while stream.len() < length {
            let at = sector as usize * MINI_SECTOR_BYTES;
            let cut = self.mini_stream.get(at..).filter(|rest| !rest.is_empty());
            let rest = cut.ok_or_else(|| fault(format!("mini sector {sector} is past the end")))?;
            stream.extend_from_slice(&rest[..rest.len().min(MINI_SECTOR_BYTES)]);
            sector = self.mini_fat.get(sector as usize).copied().unwrap_or(u32::MAX);
        }
        stream.truncate(length);
        Ok(Some(stream))
    }

    fn sector(&self, id: u32) -> Result<&'a [u8], Error> {
        let start = (id as usize + 1) * self.sector_bytes;
        let end = (start + self.sector_bytes).min(self.bytes.len());
        let sector = self.bytes.get(start..end).filter(|sector| !sector.is_empty());
        sector.ok_or_else(|| fault(format!("sector {id} is past the end of the file")))
    }

    /// Sectors from `start` on, as the table chains them, up to so many bytes.
    fn chain(&self, start: u32, bytes_max: u64) -> Result<Vec<u8>, Error> {
        let mut chain = Vec::new();
        let mut id = start;
        while id < MAX_REGULAR && (chain.len() as u64) < bytes_max {
            chain.extend_from_slice(self.sector(id)?);
            if chain.len() > self.bytes.len() {
                return Err(fault(format!("the chain of sector {start} is a loop")));
            }
            id = self.fat.get(id as usize).copied().unwrap_or(MAX_REGULAR);
        }
        chain.truncate(usize::try_from(bytes_max).unwrap_or(usize::MAX));
        Ok(chain)
    }

    fn fat_of(&self, first_difat: u32) -> Result<Vec<u32>, Error> {
        let listed = self.bytes.get(76..76 + 4 * HEADER_FAT_ENTRIES);
        let mut ids: Vec<u32> =
            words(listed.ok_or_else(|| fault("the header is cut short"))?).collect();
        let sectors_max = self.bytes.len() / self.sector_bytes + 1;
        let mut difat = first_difat;
        let mut difat_count = 0;
        while difat < MAX_REGULAR {
            difat_count += 1;
            if difat_count > sectors_max {
                return Err(fault("the list of sector tables is a loop"));
            }
            ids.extend(words(self.sector(difat)?));
            difat = ids.pop().unwrap_or(MAX_REGULAR);
        }
        let mut fat = Vec::new();
        for id in ids.into_iter().filter(|id| *id < MAX_REGULAR) {
            fat.extend(words(self.sector(id)?));
            if fat.len() > sectors_max + 2 * self.sector_bytes {
                break;
            }
        }
        Ok(fat)
    }

    fn entries_of(&self, start: u32) -> Result<Vec<Entry>, Error> {
        let directory = self.chain(start, u64::MAX)?;
        let entry = |chunk: &[u8]| {
            let units = usize::from(u16_at(chunk, 64)?).min(64) / 2;
            let name: Vec<u16> =
                (0..units.saturating_sub(1)).filter_map(|unit| u16_at(chunk, unit * 2)).collect();
            let start = u32_at(chunk, 116)?;
            let bytes = u64::from(u32_at(chunk, 120)?);
            Some(Entry { name: String::from_utf16_lossy(&name), start, bytes })
        };
        Ok(directory.chunks_exact(ENTRY_BYTES).filter_map(entry).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FIXTURE: &[u8] = include_bytes!("../../fixtures/two-sheets-formats.xls");

    #[test]
    fn streams_by_name() {
        let ole = Ole::read(FIXTURE).unwrap();
        let stream = ole.stream(&["Workbook", "Book"]).unwrap().unwrap();
        assert_eq!(u16_at(&stream, 0), Some(0x0809));
        assert!(ole.stream(&["EncryptedPackage"]).unwrap().is_none());
    }

    #[test]
    fn loops_and_cuts_are_errors() {
        let mut looped = FIXTURE.to_vec();
        let first_fat = u32_at(&looped, 76).unwrap() as usize;
        let at = (first_fat + 1) * 512;
        let directory = u32_at(&looped, 48).unwrap();
        looped[at + 4 * directory as usize..][..4].copy_from_slice(&directory.to_le_bytes());
        let message = Ole::read(&looped).err().unwrap().to_string();
        assert!(message.ends_with("is a loop"), "{message}");
        assert!(Ole::read(&FIXTURE[..600]).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn damage_never_panics(at in 0..FIXTURE.len(), byte: u8) {
            let mut bytes = FIXTURE.to_vec();
            bytes[at] = byte;
            if let Ok(ole) = Ole::read(&bytes) {
                let _ = ole.stream(&["Workbook"]);
            }
        }
    }
}
