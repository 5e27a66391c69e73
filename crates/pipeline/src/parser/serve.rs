//! The other end: what a parser process does until nobody asks any more.

use std::io::{self, Read, Write};

use portbook_parse::limits::Limits;
use portbook_parse::read::contents::read;
use portbook_parse::refusal::Refusal;

use super::wire;

/// Reads one file after the other, each by its content, and answers with what it holds.
///
/// # Errors
/// Where a pipe breaks: whoever asked is gone.
pub fn serve(input: &mut impl Read, output: &mut impl Write) -> io::Result<()> {
    let limits = Limits::standard();
    while let Some((charset, bytes)) = wire::question(input)? {
        let read = read(&bytes, charset.as_deref(), &limits);
        drop(bytes);
        wire::reply(output, &read.map_err(|error| Refusal::of(&error)))?;
    }
    Ok(())
}
