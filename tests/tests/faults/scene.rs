//! A run to be broken: what it starts from, what it comes to unbroken, and what must hold after
//! any fault.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use portbook_tests::edit;
use portbook_tests::folder::{Folder, copy, digests};
use portbook_tests::program::{Ended, NO_CLAIMS, path, run};
use portbook_tests::repository;
use serde_json::Value;

use crate::reader::Reader;
use crate::times;

/// The source that is run: two releases, three addresses, four files published anew.
const SOURCE: &str = "us/census-ft900";

/// Between the two releases of its recording.
const FIRST_RELEASE: &str = "2026-02-01T00:00:00Z";

/// A heading of Exhibit 12, and another that it does not have.
const HEADING: &str = "Total Census Basis";
const WRONG_HEADING: &str = "Total Basis of Census";

/// What is there when the run begins.
#[derive(Clone, Copy)]
pub(crate) enum Beginning {
    /// Two empty folders.
    Nothing,
    /// The first release, archived and published; the run brings the second.
    FirstRelease,
    /// Both releases, those of one table held, with a review of each, by a layout that is wrong; the
    /// run, with the layout mended, publishes them and takes the review away.
    Held,
}

pub(crate) struct Scene {
    folder: Folder,
    pipelines: PathBuf,
    /// What readers may see: the state before, and after.
    known: [Value; 2],
    /// Every file of the commit that an unbroken run makes, and the records of commits.
    after: BTreeMap<String, String>,
    /// How long an unbroken run takes.
    pub(crate) duration: Duration,
}

impl Scene {
    pub(crate) fn new(name: &str, beginning: Beginning, reader: &mut Reader) -> Self {
        let folder = Folder::new(&format!("faults/{name}"));
        let pipelines = folder.path().join("pipelines");
        copy(&repository::root().join("pipelines").join(SOURCE), &pipelines.join(SOURCE));
        let mut scene = Self {
            folder,
            pipelines,
            known: [Value::Null, Value::Null],
            after: BTreeMap::new(),
            duration: Duration::ZERO,
        };
        let begin = Trial { scene: &scene, at: scene.begin() };
        fs_err::create_dir_all(begin.archive()).unwrap();
        fs_err::create_dir_all(begin.output()).unwrap();
        match beginning {
            Beginning::Nothing => {}
            Beginning::FirstRelease => {
                run(begin.run().args(["--now", FIRST_RELEASE])).expect(0);
            }
            Beginning::Held => {
                let layout = scene.pipelines.join(SOURCE).join("layout.toml");
                edit::text(&layout, HEADING, WRONG_HEADING);
                run(&mut begin.run()).expect(10);
                edit::text(&layout, WRONG_HEADING, HEADING);
                assert!(begin.output().join("review").is_dir(), "what is held is shown");
            }
        }
        let before = reader.look(&begin.output());
        let mut took = Vec::new();
        for repeat in 0..times(1, 3) {
            let unbroken = scene.trial(&format!("unbroken-{repeat}"));
            let begun = Instant::now();
            run(&mut unbroken.run()).expect(0);
            took.push(begun.elapsed());
        }
        took.sort();
        let unbroken = Trial { scene: &scene, at: scene.at("unbroken-0") };
        let (after, seen) = (unbroken.published(), reader.look(&unbroken.output()));
        assert!(before != seen && seen["rows"].as_u64() > Some(0), "{seen}");
        scene.known = [before, seen];
        scene.after = after;
        scene.duration = took[took.len() / 2];
        scene
    }

    fn begin(&self) -> PathBuf {
        self.at("begin")
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A fresh copy of the beginning.
    pub(crate) fn trial(&self, name: &str) -> Trial<'_> {
        self.trial_in(self.at(name))
    }

    /// The same in a folder elsewhere.
    pub(crate) fn trial_in(&self, at: PathBuf) -> Trial<'_> {
        if at.exists() {
            fs_err::remove_dir_all(&at).unwrap();
        }
        copy(&self.begin(), &at);
        Trial { scene: self, at }
    }
}

/// One run to be broken, in a folder of its own.
pub(crate) struct Trial<'a> {
    pub(crate) scene: &'a Scene,
    pub(crate) at: PathBuf,
}

impl Trial<'_> {
    pub(crate) fn archive(&self) -> PathBuf {
        self.at.join("archive")
    }

    pub(crate) fn output(&self) -> PathBuf {
        self.at.join("output")
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(path());
        command.arg(name).arg("--json").current_dir(repository::root());
        command.arg("--archive").arg(self.archive()).arg("--output").arg(self.output());
        command.arg("--pipelines").arg(&self.scene.pipelines);
        command.stdin(Stdio::null());
        command
    }

    /// The run that is broken, and that mends afterwards.
    pub(crate) fn run(&self) -> Command {
        let mut command = self.command("run");
        command.args(["--replay", "--claims", NO_CLAIMS]);
        command
    }

    pub(crate) fn verify(&self) -> Ended {
        run(&mut self.command("verify"))
    }

    /// The commit that stands, file by file, and the records of all.
    fn published(&self) -> BTreeMap<String, String> {
        let output = self.output();
        let mut published = digests(&output.join("current"));
        let records = digests(&output.join("commits")).into_iter();
        published.extend(records.filter(|(file, _)| !file.starts_with(".aside-")));
        published
    }

    /// Every file that the newest commit and the archive's index name, relative to this folder,
    /// and the SHA-256 of its bytes; the record of the commit too.
    pub(crate) fn files_of_the_commit(&self) -> Vec<(String, String)> {
        let records = digests(&self.output().join("commits"));
        let (record, digest) = records.last_key_value().expect("something was published");
        let text = fs_err::read(self.output().join("commits").join(record)).unwrap();
        let commit: Value = serde_json::from_slice(&text).unwrap();
        let mut files = vec![(format!("output/commits/{record}"), digest.clone())];
        let view = record.trim_end_matches(".json");
        for file in commit["files"].as_array().expect("a commit lists its files") {
            let field = |name: &str| file[name].as_str().unwrap_or_default().to_owned();
            files.push((format!("output/{}", field("path")), field("digest")));
            files.push((format!("output/views/{view}/{}", field("view")), field("digest")));
        }
        let objects = digests(&self.archive().join("objects"));
        files.extend(
            objects.into_iter().map(|(file, sha256)| (format!("archive/objects/{file}"), sha256)),
        );
        files
    }

    /// What must hold right after a fault: readers see a whole commit, nothing is damaged, and no
    /// file is under its final name that is not whole.
    pub(crate) fn is_whole(&self, reader: &mut Reader) -> Result<(), String> {
        let seen = reader.look(&self.output());
        if !self.scene.known.contains(&seen) {
            return Err(format!("readers see {seen}, expected one of {:?}", self.scene.known));
        }
        let verified = self.verify();
        if verified.code != 0 {
            return Err(format!("verify: {verified}"));
        }
        self.names_tell_content()
    }

    /// The next run comes to what an unbroken one does, to the byte.
    pub(crate) fn converges(&self) -> Result<(), String> {
        let ended = run(&mut self.run());
        if ended.code != 0 {
            return Err(format!("the next run: {ended}"));
        }
        self.is_after()
    }

    /// What an unbroken run comes to is there, and nothing is damaged.
    pub(crate) fn is_after(&self) -> Result<(), String> {
        let found = self.published();
        if found != self.scene.after {
            let after = &self.scene.after;
            let other: Vec<_> =
                found.iter().filter(|file| after.get(file.0) != Some(file.1)).collect();
            let lost: Vec<_> = after.keys().filter(|file| !found.contains_key(*file)).collect();
            return Err(format!("other than unbroken: {other:?}, lost: {lost:?}"));
        }
        let verified = self.verify();
        if verified.code == 0 { Ok(()) } else { Err(format!("verify afterwards: {verified}")) }
    }

    /// A digest in a file's name is the digest of its bytes.
    fn names_tell_content(&self) -> Result<(), String> {
        let folders = [self.archive().join("objects"), self.output().join("observation")];
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            for (file, found) in digests(folder) {
                let name = Path::new(&file).file_name().unwrap_or_default().to_string_lossy();
                let named = name.trim_start_matches("part-").trim_end_matches(".parquet");
                if !name.starts_with(".aside-") && named != found {
                    return Err(format!("half a file under its final name: {file}"));
                }
            }
        }
        Ok(())
    }

    /// A copy as it lies there now.
    pub(crate) fn copied(&self, name: &str) -> Self {
        let at = self.scene.at(name);
        if at.exists() {
            fs_err::remove_dir_all(&at).unwrap();
        }
        copy(&self.at, &at);
        Self { scene: self.scene, at }
    }

    /// Removes what is no longer looked at.
    pub(crate) fn clear(self) {
        fs_err::remove_dir_all(&self.at).unwrap();
    }
}
