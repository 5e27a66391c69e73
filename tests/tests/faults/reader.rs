//! `DuckDB`, kept open, as the reader who looks at `output/current` after each fault.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use portbook_tests::python::script;
use serde_json::Value;

pub(crate) struct Reader {
    process: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Reader {
    pub(crate) fn open() -> Self {
        let mut process = script("tests/tests/faults/seen.py")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("Python starts");
        let questions = process.stdin.take().expect("it has one");
        let answers = BufReader::new(process.stdout.take().expect("it has one"));
        Self { process, questions, answers }
    }

    /// Rows, sum and content of the table and rows of the tables beside it; null where nothing was
    /// ever published.
    pub(crate) fn look(&mut self, output: &Path) -> Value {
        writeln!(self.questions, "{}", output.display()).expect("the reader listens");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("the reader answers");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It ends with its questions; nothing is left behind if it does not.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
