//! An archive and an output somewhere, machines that have copies of them, and the folders that they
//! are held against.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portbook_tests::folder::{Folder, copy, digests};
use portbook_tests::program::{self, NO_CLAIMS, Place, run};
use portbook_tests::repository;
use serde_json::{Value, json};

use crate::servers::Server;

/// What most of these tests run.
pub(crate) const BOTH: [&str; 2] = [FT900, HS8];

/// Two releases, three captures of files; the second release revises figures of the first.
pub(crate) const FT900: &str = "us/census-ft900";
/// One release.
pub(crate) const HS8: &str = "cn/gacc-hs8";

/// Between the two releases of the FT-900 that are recorded.
pub(crate) const BETWEEN: &str = "2026-02-01T00:00:00Z";

/// These sources and no other, in a folder of their own: an output has files for each that is there.
pub(crate) fn pipelines(folder: &Folder, sources: &[&str]) -> PathBuf {
    let to = folder.path().join("pipelines");
    for source in sources {
        copy(&repository::root().join("pipelines").join(source), &to.join(source));
    }
    to
}

/// The same runs in folders: what is expected of every store.
pub(crate) fn in_folders(name: &str, sources: &[&str], runs: &[&[&str]]) -> Place {
    let folder = Folder::new(&format!("store/{name}"));
    let pipelines = pipelines(&folder, sources);
    let place = Place { folder, pipelines };
    for more in runs {
        let begin = ["run", "--replay", "--json", "--claims", NO_CLAIMS];
        place.portbook(begin.iter().chain(*more).copied()).expect(0);
    }
    place
}

/// Where archive and output lie.
pub(crate) enum Store<'a> {
    Served { server: &'a Server, container: String, prefix: String },
    Folder(PathBuf),
}

impl<'a> Store<'a> {
    /// An empty container of a server.
    pub(crate) fn new(server: &'a Server, container: &str) -> Self {
        server.make(container);
        Self::Served { server, container: container.to_owned(), prefix: String::new() }
    }

    /// The same container, below a prefix where nothing lies yet.
    pub(crate) fn below(&self, prefix: &str) -> Self {
        match self {
            Self::Served { server, container, .. } => {
                let (container, prefix) = (container.clone(), format!("{prefix}/"));
                Self::Served { server, container, prefix }
            }
            Self::Folder(folder) => Self::Folder(folder.join(prefix)),
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Served { server, .. } => server.kind.name(),
            Self::Folder(_) => "file",
        }
    }

    pub(crate) fn address(&self, part: &str) -> String {
        match self {
            Self::Served { server, container, prefix } => {
                format!("{}/{prefix}{part}", server.address(container))
            }
            Self::Folder(folder) => format!("file://{}/{part}", folder.display()),
        }
    }

    /// Every object, with what changes whenever one is written.
    pub(crate) fn seen(&self) -> Value {
        match self {
            Self::Served { server, container, prefix } => server.seen(container, prefix),
            Self::Folder(folder) => {
                let listed = portbook_tests::folder::listing(folder).into_iter();
                listed.map(|(name, seen)| (name, json!(format!("{seen:?}")))).collect()
            }
        }
    }

    /// A copy of everything, `archive` and `output`.
    pub(crate) fn download(&self, to: &Path) {
        if to.exists() {
            fs_err::remove_dir_all(to).unwrap();
        }
        match self {
            Self::Served { server, container, prefix } => server.download(container, prefix, to),
            Self::Folder(folder) => copy(folder, to),
        }
    }

    pub(crate) fn clear(&self) {
        match self {
            Self::Served { server, container, prefix } => server.clear(container, prefix),
            Self::Folder(folder) => fs_err::remove_dir_all(folder).unwrap(),
        }
    }

    pub(crate) fn upload(&self, from: &Path) {
        match self {
            Self::Served { server, container, prefix } => server.upload(container, prefix, from),
            Self::Folder(folder) => copy(from, folder),
        }
    }
}

/// A machine: what it keeps of stores is its own.
pub(crate) struct Machine {
    pub(crate) cache: PathBuf,
    pub(crate) pipelines: PathBuf,
    /// Another way to the server than its own port.
    pub(crate) port: Option<u16>,
}

impl Machine {
    /// One that has nothing yet.
    pub(crate) fn new(folder: &Folder, name: &str, pipelines: &Path) -> Self {
        let cache = folder.path().join(name);
        if cache.exists() {
            fs_err::remove_dir_all(&cache).unwrap();
        }
        Self { cache, pipelines: pipelines.to_owned(), port: None }
    }

    /// `portbook`, not yet started.
    pub(crate) fn command(&self, store: &Store<'_>, arguments: &[&str]) -> Command {
        // A request that nobody answers must not hold up the tests for ever.
        let mut command = Command::new("timeout");
        command.arg("180").arg(program::path()).args(arguments);
        command.arg("--archive").arg(store.address("archive"));
        command.arg("--output").arg(store.address("output"));
        command.arg("--pipelines").arg(&self.pipelines);
        command.current_dir(repository::root()).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            let is_of_a_store = ["AWS_", "AZURE_", "GOOGLE_"]
                .iter()
                .any(|prefix| name.to_string_lossy().to_uppercase().starts_with(prefix));
            if is_of_a_store {
                command.env_remove(name);
            }
        }
        if let Store::Served { server, .. } = store {
            command.envs(server.environment(self.port.unwrap_or(server.port)));
        }
        command.env("XDG_CACHE_HOME", &self.cache);
        command
    }

    /// A replay of all sources that ends well; `more` are further options.
    pub(crate) fn replay(&self, store: &Store<'_>, more: &[&str]) -> Asked {
        let ended = run(&mut self.replaying(store, more));
        ended.expect(0);
        Asked::of(&ended.stderr)
    }

    /// The same, not yet started.
    pub(crate) fn replaying(&self, store: &Store<'_>, more: &[&str]) -> Command {
        let begin = ["run", "--replay", "--json", "--claims", NO_CLAIMS];
        self.command(store, &[&begin[..], &TOLD, more].concat())
    }
}

/// With these a command tells what it asked of its stores.
pub(crate) const TOLD: [&str; 3] = ["-vv", "--log", "json"];

/// What a command asked of its stores, as it tells.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) requests: u64,
    pub(crate) bytes_read: u64,
    pub(crate) bytes_written: u64,
}

impl Asked {
    /// # Panics
    /// If nothing is told.
    pub(crate) fn of(stderr: &str) -> Self {
        let lines = stderr.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let told = lines.filter(|line| line["event"] == "store_asked").last();
        let told = told.unwrap_or_else(|| panic!("expected `store_asked` in {stderr}"));
        let count = |name: &str| told[name].as_u64().unwrap_or_else(|| panic!("{told}"));
        Self {
            requests: count("requests"),
            bytes_read: count("bytes_read"),
            bytes_written: count("bytes_written"),
        }
    }
}

/// Files of an archive and an output by their digests, whether as they lie in folders or in a store:
/// all that is written once. Lines of the index stand for its files: those are parted otherwise.
pub(crate) fn contents(place: &Path) -> BTreeMap<String, String> {
    let mut contents = BTreeMap::new();
    for (folder, kept) in [("archive", &["objects/"][..]), ("output", &KEPT)] {
        for (name, digest) in digests(&place.join(folder)) {
            if kept.iter().any(|kept| name.starts_with(kept)) {
                contents.insert(format!("{folder}/{name}"), digest);
            }
        }
    }
    for line in captures(place) {
        contents.insert(format!("archive/captures, {line}"), String::new());
    }
    contents
}

const KEPT: [&str; 5] = ["observation/", "dimension/", "audit/", "metadata/", "commits/"];

/// Every line of the index, sorted.
pub(crate) fn captures(place: &Path) -> Vec<String> {
    let folder = place.join("archive/captures");
    let mut lines: Vec<String> = Vec::new();
    for name in digests(&folder).into_keys() {
        let text = fs_err::read_to_string(folder.join(name)).unwrap();
        lines.extend(text.lines().map(str::to_owned));
    }
    lines.sort();
    lines
}

/// What is in one and not, or otherwise, in the other.
///
/// # Panics
/// If there is anything.
pub(crate) fn check_same(what: &str, found: &Path, expected: &Path) {
    let (found, expected) = (contents(found), contents(expected));
    assert!(!expected.is_empty());
    let differ = differences(&found, &expected);
    assert!(differ.is_empty(), "{what}: {differ:#?}");
}

pub(crate) fn differences(
    found: &BTreeMap<String, String>,
    expected: &BTreeMap<String, String>,
) -> Vec<String> {
    let other = expected.iter().filter(|(name, digest)| found.get(*name) != Some(digest));
    let other = other.map(|(name, _)| match found.get(name) {
        Some(found) => format!("{name}: {found}"),
        None => format!("{name}: missing"),
    });
    let more = found.keys().filter(|name| !expected.contains_key(*name));
    other.chain(more.map(|name| format!("{name}: too many"))).collect()
}
