//! The text of an input: a file as it lies there, or a member of an archive as a stream. A member is
//! unpacked each time it is read, and never to a disk.

use std::io::Read;
use std::path::Path;

use portbook_parse::error::Error as Unread;
use portbook_parse::read::archive_members;
use portbook_parse::sniff::{Format, sniff};

use crate::error::{Error, Result};

/// Bytes among which the header and some records are looked for.
pub(crate) const SAMPLE_BYTES: usize = 64 * 1024;

/// Where a text lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place<'a> {
    pub(crate) path: &'a Path,
    /// Its name in the archive that the file is.
    pub(crate) member: Option<&'a str>,
}

/// The name of each text in a file, and how it begins.
pub(crate) fn samples(
    path: &Path,
    charset: Option<&str>,
) -> Result<Vec<(Option<String>, Vec<u8>)>> {
    let mut sample = Vec::new();
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let file = open(path)?;
    file.take(SAMPLE_BYTES as u64).read_to_end(&mut sample).map_err(unreadable)?;
    let Some(format) = container(&sample) else { return Ok(vec![(None, sample)]) };
    let mut samples = Vec::new();
    each(path, format, charset, &mut |name, stream| {
        let mut sample = Vec::new();
        let damaged = |error: std::io::Error| damaged(name, &error);
        stream.take(SAMPLE_BYTES as u64).read_to_end(&mut sample).map_err(damaged)?;
        if format == Format::SevenZip {
            // Members of a block follow one another in one stream.
            std::io::copy(stream, &mut std::io::sink()).map_err(damaged)?;
        }
        samples.push((Some(name.to_owned()), sample));
        Ok(true)
    })?;
    Ok(samples)
}

fn container(sample: &[u8]) -> Option<Format> {
    let format = sniff(sample, None);
    matches!(format, Format::Zip | Format::Gzip | Format::SevenZip).then_some(format)
}

fn damaged(member: &str, error: &std::io::Error) -> Unread {
    Unread::Member { member: member.to_owned(), reason: error.to_string() }
}

fn open(path: &Path) -> Result<std::fs::File> {
    let opened = fs_err::File::open(path);
    let file = opened.map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
    Ok(file.into_parts().0)
}

fn each(
    path: &Path,
    format: Format,
    charset: Option<&str>,
    visit: &mut dyn FnMut(&str, &mut dyn Read) -> std::result::Result<bool, Unread>,
) -> Result<()> {
    let file = open(path)?;
    let bytes = file.metadata().map(|metadata| metadata.len());
    let bytes = bytes.map_err(|source| Error::Unreadable { path: path.to_owned(), source })?;
    Ok(archive_members::stream(file, format, bytes, charset, visit)?)
}

impl Place<'_> {
    /// Why the text cannot be read: a file by this machine, a member by what was received.
    pub(crate) fn unreadable(&self, source: std::io::Error) -> Error {
        match self.member {
            None => Error::Unreadable { path: self.path.to_owned(), source },
            Some(member) => damaged(member, &source).into(),
        }
    }

    /// Reads the text from its beginning.
    ///
    /// # Errors
    /// As `with`, and where the member cannot be unpacked.
    pub(crate) fn read<R>(&self, with: impl FnOnce(&mut dyn Read) -> Result<R>) -> Result<R> {
        let Some(wanted) = self.member else { return with(&mut open(self.path)?) };
        let mut sample = Vec::new();
        let unreadable = |source| Error::Unreadable { path: self.path.to_owned(), source };
        open(self.path)?.take(SAMPLE_BYTES as u64).read_to_end(&mut sample).map_err(unreadable)?;
        let format = container(&sample).unwrap_or(Format::Zip);
        let (mut with, mut done) = (Some(with), None);
        each(self.path, format, None, &mut |name, stream| {
            if name == wanted
                && let Some(with) = with.take()
            {
                done = Some(with(stream));
            }
            Ok(done.is_none())
        })?;
        done.unwrap_or_else(|| {
            let reason = "it is missing".to_owned();
            Err(Unread::Member { member: wanted.to_owned(), reason }.into())
        })
    }
}
