//! `portbook`, the program, as a person starts it.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::folder::Folder;
use crate::repository;

/// A folder of claims that is not there.
pub const NO_CLAIMS: &str = "no-claims";

/// What a command came to.
#[derive(Clone, Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// The program that `cargo` built beside these tests.
///
/// # Panics
/// If it was not built: only a build of the whole workspace does that.
pub fn path() -> PathBuf {
    let path = build_folder().join("portbook");
    assert!(path.is_file(), "no {}: build with `cargo build --workspace`", path.display());
    path
}

/// `target/debug`.
pub(crate) fn build_folder() -> PathBuf {
    let own = std::env::current_exe().expect("a process knows its program");
    own.ancestors().nth(2).expect("tests lie in target/debug/deps").to_owned()
}

/// Runs `portbook` with these arguments, in the folder of the repository.
pub fn portbook<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Ended {
    run(Command::new(path()).args(arguments))
}

/// Runs a command to its end, in the folder of the repository.
pub fn run(command: &mut Command) -> Ended {
    run_in(command, repository::root())
}

/// Runs a command to its end, in that folder.
pub fn run_in(command: &mut Command, folder: &Path) -> Ended {
    let output =
        command.current_dir(folder).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("a program prints UTF-8");
    Ended {
        code: output.status.code().unwrap_or(-1),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

impl Ended {
    /// The JSON it printed, if it ended with that code.
    ///
    /// # Panics
    /// If it did not, with all it said.
    pub fn json(&self, code: i32) -> Value {
        self.expect(code);
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: expected JSON, got {self}"))
    }

    /// Itself, if it ended with that code.
    ///
    /// # Panics
    /// If it did not, with all it said.
    pub fn expect(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{self}");
        self
    }

    /// Everything it said, whether to people or to programs.
    pub fn said(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

impl std::fmt::Display for Ended {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "exit {}\nstdout: {}\nstderr: {}", self.code, self.stdout, self.stderr)
    }
}

/// A run with an archive and an output of its own.
#[derive(Debug)]
pub struct Place {
    pub folder: Folder,
    pub pipelines: PathBuf,
}

impl Place {
    /// An empty place with the repository's pipelines.
    pub fn new(name: &str) -> Self {
        Self { folder: Folder::new(name), pipelines: repository::root().join("pipelines") }
    }

    /// An empty place with its own copy of the pipelines, to be changed.
    pub fn with_own_pipelines(name: &str) -> Self {
        let folder = Folder::new(name);
        let pipelines = folder.path().join("pipelines");
        crate::folder::copy(&repository::root().join("pipelines"), &pipelines);
        Self { folder, pipelines }
    }

    /// An empty place with a copy of one source and nothing else, to be changed.
    pub fn of_source(name: &str, id: &str) -> Self {
        let folder = Folder::new(name);
        let pipelines = folder.path().join("pipelines");
        crate::folder::copy(&repository::root().join("pipelines").join(id), &pipelines.join(id));
        Self { folder, pipelines }
    }

    pub fn archive(&self) -> PathBuf {
        self.folder.path().join("archive")
    }

    pub fn output(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// `portbook` at this place.
    pub fn portbook<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Ended {
        run(&mut self.command(arguments))
    }

    /// The same, not yet started.
    pub fn command<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new(path());
        command.args(arguments);
        for (option, folder) in [
            ("--archive", &self.archive()),
            ("--output", &self.output()),
            ("--pipelines", &self.pipelines),
        ] {
            command.arg(option).arg::<&Path>(folder);
        }
        command
    }

    /// `portbook run --replay --json`, with no claims to test: they take longer than all the rest.
    pub fn replay(&self) -> Ended {
        self.portbook(["run", "--replay", "--json", "--claims", NO_CLAIMS])
    }
}
