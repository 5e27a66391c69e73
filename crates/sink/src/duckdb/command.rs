//! The `duckdb` command: statements in, lines out.

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::{Error, Result};

const PROGRAM: &str = "duckdb";

/// What a file is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    Reading,
    Writing,
}

/// Runs statements up to the first that fails, and gives what they print, without headings.
///
/// # Errors
/// `NoProgram`; `Busy` while another process has the file; `Engine` with what the program says.
pub(super) fn ask(file: &Path, opened: For, statements: &str) -> Result<String> {
    let mut command = Command::new(PROGRAM);
    command.args(["-bail", "-csv", "-noheader", "-init", "/dev/null"]);
    if opened == For::Reading {
        command.arg("-readonly");
    }
    command.arg(file).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut process = command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::NoProgram { program: PROGRAM },
        _ => error.into(),
    })?;
    let mut stdin = process.stdin.take().expect("it was piped");
    // A program that refuses the file reads nothing; what it says of it is the error.
    let _ = stdin.write_all(statements.as_bytes());
    drop(stdin);
    let ended = process.wait_with_output()?;
    let said = String::from_utf8_lossy(&ended.stderr);
    if ended.status.success() && said.is_empty() {
        return Ok(String::from_utf8_lossy(&ended.stdout).into_owned());
    }
    if said.contains("Could not set lock on file") {
        return Err(Error::Busy);
    }
    Err(Error::Engine { engine: "DuckDB", said: said.trim().to_owned() })
}
