//! What people see on stdout and stderr; the only file that prints.

use std::io::Write as _;

use console::{Term, style};

/// Prints a text, ending in one line end. A reader that went away is no error.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ =
        out.write_all(text.trim_end_matches('\n').as_bytes()).and_then(|()| out.write_all(b"\n"));
}

pub(crate) fn json(value: &serde_json::Value) {
    print(&format!("{value:#}"));
}

/// Lines of stdout, however many, held back a little at a time.
pub(crate) struct Lines(std::io::BufWriter<std::io::StdoutLock<'static>>);

impl Lines {
    pub(crate) fn open() -> Self {
        Self(std::io::BufWriter::with_capacity(64 * 1024, std::io::stdout().lock()))
    }

    /// Writes one line.
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
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{line}");
}

/// The chain of an error on stderr.
pub(crate) fn error(error: &anyhow::Error) {
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "{} {error:#}", style("error:").for_stderr().red().bold());
}

/// Columns of the terminal; a wide page where stdout is none.
pub(crate) fn width() -> usize {
    let term = Term::stdout();
    if term.is_term() { usize::from(term.size().1) } else { 160 }
}

/// Columns of a text for people: the terminal's, or a hundred where stdout is none.
pub(crate) fn page() -> usize {
    if Term::stdout().is_term() { width() } else { 100 }
}

/// Cells in aligned columns, the first row a heading; `right` names columns of numbers.
pub(crate) fn columns(rows: &[Vec<String>], right: &[usize]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| console::measure_text_width(cell)).max().unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let pad = " ".repeat(widths[column] - console::measure_text_width(cell));
            if column > 0 {
                line.push_str("  ");
            }
            if right.contains(&column) {
                line.push_str(&pad);
                line.push_str(cell);
            } else {
                line.push_str(cell);
                line.push_str(&pad);
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
