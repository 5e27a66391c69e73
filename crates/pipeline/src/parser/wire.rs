//! What runs through the pipes. A question: the charset and the bytes, each after its length. An
//! answer: postcard in chunks, each after its length, an empty one last; so neither side holds it
//! twice, and an answer that ends early is told from one that is whole.

use std::io::{self, Read, Write};

use portbook_parse::error::{Error as Refused, Kind};
use portbook_parse::read::contents::Contents;
use portbook_parse::refusal::Refusal;

use super::worker::Job;

/// A charset's label is short; `NONE` stands for no label.
const NONE: u32 = u32::MAX;
const LABEL_BYTES_MAX: u32 = 1024;
const CHUNK_BYTES: usize = 256 * 1024;

/// Puts a question.
pub(super) fn ask(output: &mut impl Write, job: &Job<'_>) -> io::Result<()> {
    let label = job.charset.map(str::as_bytes).filter(|l| l.len() <= LABEL_BYTES_MAX as usize);
    let length = label.map_or(NONE, |label| u32::try_from(label.len()).unwrap_or(NONE));
    output.write_all(&length.to_le_bytes())?;
    output.write_all(label.unwrap_or_default())?;
    output.write_all(&(job.bytes.len() as u64).to_le_bytes())?;
    output.write_all(job.bytes)?;
    output.flush()
}

/// Charset and bytes of the next question; `None` when there are no more.
pub(super) fn question(input: &mut impl Read) -> io::Result<Option<(Option<String>, Vec<u8>)>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let charset = match u32::from_le_bytes(length) {
        NONE => None,
        length => {
            let mut label = vec![0; length.min(LABEL_BYTES_MAX) as usize];
            input.read_exact(&mut label)?;
            Some(String::from_utf8_lossy(&label).into_owned())
        }
    };
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    if input.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(Some((charset, bytes)))
}

/// Gives an answer.
pub(super) fn reply(output: &mut impl Write, answer: &Result<Contents, Refusal>) -> io::Result<()> {
    let mut chunks = io::BufWriter::with_capacity(CHUNK_BYTES, Chunks(output));
    postcard::to_io(answer, &mut chunks).map_err(io::Error::other)?;
    chunks.flush()?;
    drop(chunks);
    output.write_all(&0_u32.to_le_bytes())?;
    output.flush()
}

struct Chunks<'a, W: Write>(&'a mut W);

impl<W: Write> Write for Chunks<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let part = &bytes[..bytes.len().min(CHUNK_BYTES)];
        if !part.is_empty() {
            let length = u32::try_from(part.len()).expect("a chunk is 256 KiB at most");
            self.0.write_all(&length.to_le_bytes())?;
            self.0.write_all(part)?;
        }
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// All chunks of an answer, put together.
pub(super) fn answer(input: &mut impl Read, bytes_max: u64) -> io::Result<Vec<u8>> {
    let mut answer = Vec::new();
    loop {
        let mut length = [0; 4];
        input.read_exact(&mut length)?;
        let length = u32::from_le_bytes(length);
        if length == 0 {
            return Ok(answer);
        }
        if answer.len() as u64 + u64::from(length) > bytes_max {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let read = input.by_ref().take(u64::from(length)).read_to_end(&mut answer)?;
        if read as u64 != u64::from(length) {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// What an answer says.
pub(super) fn contents(answer: &[u8]) -> Result<Contents, Refused> {
    let said: Result<Result<Contents, Refusal>, _> = postcard::from_bytes(answer);
    let said = said.unwrap_or_else(|error| {
        let message = format!("the parser process answered what is no answer: {error}");
        Err(Refusal { message, kind: Kind::Damaged })
    });
    said.map_err(Refused::from)
}
