//! What people see on stdout and stderr; the only file that prints.

use std::io::Write as _;

use console::{Term, style};

use crate::{command, page};

/// Prints words for people, ending in one line end; on a terminal, folded to fit it.
pub(crate) fn print(text: &str) {
    match terminal() {
        Some(columns) => verbatim(&page::fold(text, columns)),
        None => verbatim(text),
    }
}

/// Prints a text for programs as it is, ending in one line end. A reader that went away is no error.
pub(crate) fn verbatim(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ =
        out.write_all(text.trim_end_matches('\n').as_bytes()).and_then(|()| out.write_all(b"\n"));
}

pub(crate) fn json(value: &serde_json::Value) {
    verbatim(&format!("{value:#}"));
}

/// Lines of stdout, however many, held back a little at a time.
pub(crate) struct Lines(std::io::BufWriter<std::io::StdoutLock<'static>>);

impl Lines {
    pub(crate) fn open() -> Self {
        Self(std::io::BufWriter::with_capacity(64 * 1024, std::io::stdout().lock()))
    }

    /// Writes one line for people; on a terminal, folded to fit it.
    pub(crate) fn say(&mut self, line: &str) -> std::io::Result<()> {
        match terminal() {
            Some(columns) => self.put(page::fold(line, columns).trim_end_matches('\n')),
            None => self.put(line),
        }
    }

    /// Writes one line as it is.
    pub(crate) fn put(&mut self, line: &str) -> std::io::Result<()> {
        self.0.write_all(line.as_bytes())?;
        self.0.write_all(b"\n")
    }

    /// Writes what is held back; lines can follow.
    pub(crate) fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }

    /// Writes what is held back.
    pub(crate) fn close(mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}

/// Whether an error says only that the reader of stdout went away.
pub(crate) fn is_gone(error: &anyhow::Error) -> bool {
    let source = error.downcast_ref::<std::io::Error>();
    source.is_some_and(|source| source.kind() == std::io::ErrorKind::BrokenPipe)
}

/// A field of CSV, in quotes where it needs them.
pub(crate) fn csv_field(field: &str) -> String {
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

/// A word about what is printed, on stderr.
pub(crate) fn note(line: &str) {
    let folded = columns_of(&Term::stderr()).map(|columns| page::fold(line, columns));
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{}", folded.as_deref().unwrap_or(line).trim_end_matches('\n'));
}

/// The chain of an error on stderr, and what to do.
pub(crate) fn error(error: &anyhow::Error) {
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{} {error:#}", style("error:").for_stderr().red().bold());
    if let Some(hint) = command::hint(error) {
        let _ = writeln!(err, "  hint: {hint}");
    }
}

/// Columns of the terminal, if stdout is one.
fn terminal() -> Option<usize> {
    columns_of(&Term::stdout())
}

fn columns_of(term: &Term) -> Option<usize> {
    term.is_term().then(|| usize::from(term.size().1))
}

/// Columns of the terminal; a wide page where stdout is none.
pub(crate) fn width() -> usize {
    terminal().unwrap_or(160)
}

/// Columns of a text for people: the terminal's, or a hundred where stdout is none.
pub(crate) fn page() -> usize {
    terminal().unwrap_or(100)
}

/// Cells in aligned columns, the first row a heading; `right` names columns of numbers. On a
/// terminal they fit it.
pub(crate) fn columns(rows: &[Vec<String>], right: &[usize]) -> String {
    page::columns(rows, right, terminal())
}
